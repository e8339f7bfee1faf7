"""What a slot is for the hall: from the type that another tool gives it, else from its title."""

from typing import Final

from runofshow.core.plan import Kind
from runofshow.formats.draft import Had
from runofshow.formats.kinds import kind_of
from runofshow.formats.source import Place

_TYPES: Final = {
    Kind.TALK: (
        "lecture talk keynote lightning_talk lightningtalk presentation paper vortrag conférence "
        "conference exposé impulsvortrag"
    ),
    Kind.PANEL: "panel podium paneldiscussion panel_discussion podiumsdiskussion tableronde debate",
    Kind.WORKSHOP: "workshop tutorial atelier training hands-on handson lab",
    Kind.FILM: "film movie video screening projection",
    Kind.BREAK: (
        "break pause lunch coffee coffeebreak coffee_break lunchbreak déjeuner dejeuner catering "
        "meal mittagspause kaffeepause break_coffee apéro cocktail"
    ),
    Kind.WELCOME: "opening welcome registration accueil ouverture eröffnung begrüßung",
    Kind.CLOSING: "closing clôture cloture abschluss wrap-up",
    Kind.QA: "qa q&a questions",
    Kind.CHANGEOVER: "changeover changement umbau",
}
_KINDS: Final = {word: kind for kind, words in _TYPES.items() for word in words.split()}


def kind_of_type(text: str) -> Kind | None:
    """The kind of that name, however it is spaced, or None."""
    plain = "".join(text.lower().split())
    return _KINDS.get(plain) or _KINDS.get(plain.removesuffix("s"))


_SHORT: Final = 30
"""Letters of a title that says no more than what the thing is, though somebody speaks in it."""


def kind_of_title(title: str, place: Place, spoken: bool) -> Had[Kind] | None:
    """The kind that a title says; a long one that somebody speaks under is a subject, not a kind.

    “Pause” is a break; “Breaking the silence”, by somebody, is a talk.
    """
    kind = kind_of(title) if not spoken or len(title) <= _SHORT else None
    if kind is None or (spoken and kind is Kind.BREAK):
        return None
    return Had(kind, "given", place)
