"""What a slot is for the hall, from the type or category that another tool gives it."""

from typing import Final

from runofshow.core.plan import Kind

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
