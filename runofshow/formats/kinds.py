"""What a thing of a programme is, from the words of its title, in French, English and German.

- The kind whose word comes first in the title wins: « Ouverture du forum » is a welcome,
  « Restitution des ateliers » a workshop, « Accueil café » a welcome, « Pause café » a break.
- A word far into a long title says what it is about, not what it is, and does not count.
"""

import re
from functools import lru_cache
from typing import Final

from runofshow.core.plan import Kind
from runofshow.formats.words.kinds import KIND_WORDS

_ANY: Final = re.compile(
    "|".join(rf"(?P<{kind.name}>\b(?:{words}))" for kind, words in KIND_WORDS), re.IGNORECASE
)
_FIRST: Final = 30
"""How far into a long title a word still says what the thing is, in letters."""
_SHORT: Final = 40
"""The length of a title in which a kind may stand anywhere."""
_COFFEE_WELCOME: Final = re.compile(
    r"(?:caf[ée]|coffee|kaffee|tea|breakfast|petit[\s-]d[ée]jeuner)\b.{0,25}\b"
    r"(?:accueil|registration|welcome|anmeldung|arrivals?|bienvenue|ankunft)"
    r"|accueil|registration",
    re.IGNORECASE,
)
_NO_OPENING: Final = re.compile(
    r"\b(?:conf[ée]rence|keynote|lecture|vortrag|talk|plenary|pl[ée]ni[èe]re)\b"
    r"|\w+vortrag\b|\w+konzert\b",
    re.IGNORECASE,
)
_RECEPTION: Final = re.compile(r"\b(?:reception|drinks|cocktail|dinner|buffet)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def kind_of(title: str) -> Kind | None:
    """The kind that the words of `title` say; None when they say none."""
    match = _ANY.search(title[:400].replace("’", "'"))
    if match is None or (match.start() > _FIRST and len(title) > _SHORT):
        return None
    kind = Kind[match.lastgroup or "OTHER"]
    match kind:
        case Kind.BREAK if _COFFEE_WELCOME.match(title):
            return Kind.WELCOME
        case Kind.WELCOME | Kind.CLOSING if _NO_OPENING.search(title[:_SHORT]):
            return Kind.TALK
        case Kind.WELCOME if _RECEPTION.search(title[:_SHORT]):
            return Kind.BREAK
        case Kind.PANEL if re.match(r"d[ée]bats?(?: avec|\s*$)", title, re.IGNORECASE):
            return Kind.QA
        case _:
            return kind


def holds_nothing(title: str) -> bool:
    """Whether other things cannot be parts of it, though their hours lie in its own.

    A registration desk is open all day, a lunch goes on while a meeting begins.
    """
    quiet = kind_of(title) in (Kind.BREAK, Kind.WELCOME, Kind.CHANGEOVER)
    return quiet or bool(_ALL_DAY.search(title[:_SHORT]))


_ALL_DAY: Final = re.compile(
    r"\b(?:open|ouverte?s?|exhib\w*|expositions?|ausstellung\w*|posters?|affiches|desk|office"
    r"|tagungsb[üu]ro|librairie|bookshop|stands?|permanence|childcare|kinderbetreuung"
    r"|vide-greniers?|brocante|march[ée]|buvette|restauration|jeux|animations?|maquillage"
    r"|structures? gonflables?|ch[âa]teaux? gonflables?"
    r"|man[èe]ges?|flohmarkt|market|fair|games|stalls|markt|spiele|h[üu]pfburg|fahrgesch[äa]fte)\b",
    re.IGNORECASE,
)
"""What is open while other things go on."""
