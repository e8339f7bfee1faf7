"""What is said of outputs, the screens that people are shown, in French and in English.

`{output}` is how one is called, `{screen}` the name of a screen, `{key}` a key.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from runofshow.ui.texts.wordbook import Wordbook


class OutputWords(Wordbook):
    """The words of the outputs in one language; `language` is "fr" or "en"."""

    language: str
    numbered: str
    # where one is, and why
    on_screen: str
    as_window: str
    put_away: str
    in_window: str
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
    note: str
    dark_word: str
    frozen_word: str
    testing_word: str
    frozen_lifted: str
    not_while_live: str
    not_while_watching: str
    nothing_up: str


class OutputSheetWords(NamedTuple):
    """What the sheet of the outputs says; read when it is first opened.

    `rows` are the names of what is chosen; `values` those of what it may be, by both.
    """

    language: str
    heading: str
    add: str
    add_tip: str
    remove: str
    remove_sure: str
    remove_tip: str
    identify: str
    pattern: str
    thaw: str
    close_it: str
    close_tip: str
    hint: str
    rows: Mapping[str, str]
    values: Mapping[str, str]
    states: Mapping[str, str]
    moments: Mapping[str, str]
    live: str
    preview: str
    shown: str
    left_out: str
    unplugged: str
    of: str
    inches: str
    inches_told: str
    inches_guessed: str
    metres: str
    size: str
    message: str


FR: Final = OutputWords(
    language="fr",
    numbered="Sortie {number}",
    on_screen="{output}\u00a0: sur {screen}.",
    as_window="{output}\u00a0: fenêtre sans bord, à capturer.",
    put_away="{output}\u00a0: sortie fermée.",
    in_window="L'ouvrir en fenêtre",
    not_given="{output}\u00a0: aucun écran, lui en donner un.",
    unplugged="{output}\u00a0: l'écran {screen} est débranché. L'image revient avec lui.",
    not_found="{output}\u00a0: {screen} n'est pas branché. Le brancher, ou choisir un autre écran.",
    own_screen="{output}\u00a0: jamais sur l'écran de la régie ({screen}). En choisir un autre.",
    not_taken="{output}\u00a0: l'écran {screen} n'a pas pris l'image. En choisir un autre.",
    held="{output}\u00a0: l'écran {screen} est celui d'une autre sortie. En choisir un autre.",
    dark="{output}\u00a0: au noir.",
    frozen="{output}\u00a0: image gelée.",
    testing="{output}\u00a0: mire.",
    of_all="{up} sur {all}",
    dark_all="Noir",
    frozen_all="Gel image",
    testing_all="Mire",
    note="{word}\u00a0: {output}",
    dark_word="Noir",
    frozen_word="Image gelée",
    testing_word="Mire",
    frozen_lifted="TOP\u00a0: les images gelées et les mires sont levées.",
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
    in_window="Open it in a window",
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
    note="{word}: {output}",
    dark_word="Black",
    frozen_word="Frozen",
    testing_word="Test pattern",
    frozen_lifted="GO: frozen pictures and test patterns are lifted.",
    not_while_live="While live, the stage screen shows what is live.",
    not_while_watching="Another machine runs the day: the outputs are its own.",
    nothing_up="No output is open.",
)


FR_SHEET: Final = OutputSheetWords(
    language="fr",
    heading="Sorties écran",
    add="Ajouter",
    add_tip="Ajouter une sortie (Inser)",
    remove="Retirer",
    remove_sure="Retirer, vraiment\u202f?",
    remove_tip="Oublier cette sortie (Suppr, deux fois)",
    identify="Identifier",
    pattern="Mire partout",
    thaw="Tout rétablir",
    close_it="Fermer",
    close_tip="Fermer (Échap)",
    hint="↑ ↓ choisir   Maj+← → changer   Alt+↑ ↓ autre sortie   F2 nommer",
    rows={
        "output": "Sortie",
        "name": "Nom",
        "state": "État",
        "done": "Montre",
        "screen": "Écran",
        "size": "Taille",
        "layout": "Affichage",
        "room": "Porte",
        "language": "Langue",
        "palette": "Couleurs",
        "turned": "Sens",
        "mirrored": "Miroir",
        "ground": "Fond",
        "inches": "Diagonale",
        "metres": "Lu de",
        "joins": "Répétitions",
        "image": "Fichier image",
        "moment": "Aperçu",
    },
    values={
        "state.False": "Fermée",
        "state.True": "Ouverte",
        "done.live": "Direct",
        "done.dark": "Noir",
        "done.frozen": "Image gelée",
        "done.test": "Mire",
        "screen.None": "Aucun",
        "screen.free": "Automatique",
        "screen.window": "Fenêtre à capturer",
        "room.": "Toutes les salles",
        "language.None": "Celle de la régie",
        "language.fr": "Français",
        "language.en": "Anglais",
        "palette.None": "Comme en préférences",
        "palette.classic": "Classiques",
        "palette.distinct": "Distinctes (daltonisme)",
        "mirrored.False": "Non",
        "mirrored.True": "Oui",
        "joins.None": "Selon l'affichage",
        "joins.True": "Oui, démonstration aussi",
        "joins.False": "Non, le direct seul",
        "image.False": "Non",
        "image.True": "Tenu à jour (OBS, vMix)",
    },
    states={
        "placed": "à l'écran",
        "beside": "en fenêtre",
        "window": "en fenêtre",
        "closed": "fermée",
        "sample": "journée d'exemple",
        "only_screen": "un seul écran",
        "none_free": "aucun écran libre",
        "not_given": "sans écran",
        "unplugged": "débranchée",
        "not_found": "non branchée",
        "own_screen": "écran de la régie",
        "not_taken": "refusée par l'écran",
        "held": "écran déjà pris",
        "dark": "au noir",
        "frozen": "image gelée",
        "testing": "mire",
        "opening": "s'ouvre",
    },
    moments={
        "before": "Avant la journée",
        "normal": "En cours",
        "warning": "Concluez",
        "danger": "Derniers mots",
        "over": "Temps écoulé",
        "questions": "Questions",
        "held": "Chrono arrêté",
        "between": "Entre deux",
        "break": "Pause",
        "message": "Message",
        "flash": "Message, plein écran",
        "incident": "Un instant",
        "after": "Journée finie",
    },
    live="Ce qu'elle montre",
    preview="Aperçu",
    shown="affiché",
    left_out="masqué",
    unplugged="{screen} (débranché)",
    of="{name}  ·  {number} sur {count}",
    inches="{value}″",
    inches_told="{value}″, indiqués par l'écran",
    inches_guessed="24″ supposés",
    metres="{value} m",
    size="{wide} × {high}",
    message="Plus près du micro",
)

EN_SHEET: Final = OutputSheetWords(
    language="en",
    heading="Screen outputs",
    add="Add",
    add_tip="Add an output (Ins)",
    remove="Remove",
    remove_sure="Really remove?",
    remove_tip="Forget this output (Del, twice)",
    identify="Identify",
    pattern="Pattern on all",
    thaw="Back to live",
    close_it="Close",
    close_tip="Close (Esc)",
    hint="↑ ↓ choose   Shift+← → change   Alt+↑ ↓ other output   F2 name",
    rows={
        "output": "Output",
        "name": "Name",
        "state": "State",
        "done": "Shows",
        "screen": "Screen",
        "size": "Size",
        "layout": "Layout",
        "room": "Door",
        "language": "Language",
        "palette": "Colours",
        "turned": "Way up",
        "mirrored": "Mirror",
        "ground": "Ground",
        "inches": "Diagonal",
        "metres": "Read from",
        "joins": "Rehearsals",
        "image": "Image file",
        "moment": "Preview",
    },
    values={
        "state.False": "Closed",
        "state.True": "Open",
        "done.live": "Live",
        "done.dark": "Black",
        "done.frozen": "Frozen picture",
        "done.test": "Test pattern",
        "screen.None": "None",
        "screen.free": "Automatic",
        "screen.window": "Window to capture",
        "room.": "All rooms",
        "language.None": "The operator's",
        "language.fr": "French",
        "language.en": "English",
        "palette.None": "As in preferences",
        "palette.classic": "Classic",
        "palette.distinct": "Distinct (colour-blind)",
        "mirrored.False": "No",
        "mirrored.True": "Yes",
        "joins.None": "As its layout",
        "joins.True": "Yes, demonstration too",
        "joins.False": "No, the show alone",
        "image.False": "No",
        "image.True": "Kept up to date (OBS, vMix)",
    },
    states={
        "placed": "on screen",
        "beside": "in a window",
        "window": "in a window",
        "closed": "closed",
        "sample": "sample day",
        "only_screen": "one screen only",
        "none_free": "no screen free",
        "not_given": "no screen",
        "unplugged": "unplugged",
        "not_found": "not plugged in",
        "own_screen": "operator's screen",
        "not_taken": "refused by the screen",
        "held": "screen taken",
        "dark": "black",
        "frozen": "frozen",
        "testing": "test pattern",
        "opening": "opening",
    },
    moments={
        "before": "Before the day",
        "normal": "Running",
        "warning": "Wrap up",
        "danger": "Last words",
        "over": "Time's up",
        "questions": "Questions",
        "held": "Clock held",
        "between": "Between two",
        "break": "Break",
        "message": "Message",
        "flash": "Message, full screen",
        "incident": "One moment",
        "after": "Day over",
    },
    live="What it shows",
    preview="Preview",
    shown="shown",
    left_out="left out",
    unplugged="{screen} (unplugged)",
    of="{name}  ·  {number} of {count}",
    inches="{value}″",
    inches_told="{value}″, as the screen reports",
    inches_guessed="24″ assumed",
    metres="{value} m",
    size="{wide} × {high}",
    message="Closer to the mic",
)


def sheet_words(language: str) -> OutputSheetWords:
    """The words of the sheet in `language`: French for "fr", English for any other."""
    return FR_SHEET if language == "fr" else EN_SHEET


def output_words(language: str) -> OutputWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
