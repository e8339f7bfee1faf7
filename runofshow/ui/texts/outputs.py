"""What is said of outputs, the screens that people are shown, in French and in English.

`{output}` is how one is called, `{screen}` the name of a screen, `{key}` a key.
"""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class OutputWords(Wordbook):
    """The words of the outputs in one language; `language` is "fr" or "en"."""

    language: str
    numbered: str
    # where one is, and why
    on_screen: str
    as_window: str
    put_away: str
    not_given: str
    unplugged: str
    not_found: str
    own_screen: str
    not_taken: str
    held: str
    # what is done to one alone
    dark: str
    frozen: str
    testing: str
    of_all: str
    dark_all: str
    frozen_all: str
    testing_all: str
    frozen_lifted: str
    not_while_live: str
    not_while_watching: str
    nothing_up: str


FR: Final = OutputWords(
    language="fr",
    numbered="Sortie {number}",
    on_screen="{output}\u00a0: sur {screen}.",
    as_window="{output}\u00a0: fenêtre sans bord, à capturer.",
    put_away="{output}\u00a0: sortie fermée.",
    not_given="{output}\u00a0: aucun écran, lui en donner un.",
    unplugged="{output}\u00a0: l'écran {screen} est débranché. L'image revient avec lui.",
    not_found="{output}\u00a0: {screen} n'est pas branché. Le brancher, ou choisir un autre écran.",
    own_screen="{output}\u00a0: jamais sur l'écran de la régie ({screen}). En choisir un autre.",
    not_taken="{output}\u00a0: l'écran {screen} n'a pas pris l'image. En choisir un autre.",
    held="{output}\u00a0: l'écran {screen} est celui d'une autre sortie. En choisir un autre.",
    dark="{output}\u00a0: au noir.",
    frozen="{output}\u00a0: image figée.",
    testing="{output}\u00a0: mire.",
    of_all="{up} sur {all}",
    dark_all="Noir",
    frozen_all="Figée",
    testing_all="Mire",
    frozen_lifted="Le direct commence\u00a0: images figées et mires sont levées.",
    not_while_live="En direct, le retour scène montre le direct.",
    not_while_watching="Un autre poste mène la journée\u00a0: les sorties sont les siennes.",
    nothing_up="Aucune sortie n'est ouverte.",
)

EN: Final = OutputWords(
    language="en",
    numbered="Output {number}",
    on_screen="{output} is on {screen}.",
    as_window="{output} is a window without a frame, to be captured.",
    put_away="{output} is closed.",
    not_given="{output} has no screen. Give it one.",
    unplugged="{output}: screen {screen} is unplugged. It returns as soon as the screen is back.",
    not_found="{output}: screen {screen} is not plugged in. Plug it in, or choose another.",
    own_screen="{output} never covers the operator's own screen ({screen}). Choose another.",
    not_taken="{output}: screen {screen} did not take it. Choose another.",
    held="{output}: screen {screen} belongs to another output. Choose another.",
    dark="{output} is black.",
    frozen="{output} is frozen.",
    testing="{output} shows the test pattern.",
    of_all="{up} of {all}",
    dark_all="Black",
    frozen_all="Frozen",
    testing_all="Pattern",
    frozen_lifted="The show begins: frozen pictures and test patterns are lifted.",
    not_while_live="While live, the stage screen shows what is live.",
    not_while_watching="Another machine runs the day: the outputs are its own.",
    nothing_up="No output is open.",
)


def output_words(language: str) -> OutputWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
