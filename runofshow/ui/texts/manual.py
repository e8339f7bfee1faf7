"""What is said around the pages of the manual, in French and in English."""

from typing import Final, NamedTuple


class ManualWords(NamedTuple):
    """The words in one language; `language` is "fr" or "en"."""

    language: str
    heading: str
    seek: str
    close_it: str
    close_tip: str
    hint: str
    nothing: str
    """What was typed is on no page: {text}."""
    missing: str


FR: Final = ManualWords(
    language="fr",
    heading="Manuel",
    seek="Chercher dans le manuel…",
    close_it="Fermer",
    close_tip="Fermer le manuel (Échap)",
    hint="↑ ↓\u00a0: autre page · Page ↑ ↓\u00a0: faire défiler · écrire\u00a0: chercher",
    nothing="«\u202f{text}\u202f» n'est sur aucune page.",
    missing="Les pages du manuel manquent à cette installation.",
)

EN: Final = ManualWords(
    language="en",
    heading="Manual",
    seek="Search the manual…",
    close_it="Close",
    close_tip="Close the manual (Esc)",
    hint="↑ ↓: another page · Page ↑ ↓: scroll · type to search",
    nothing="“{text}” is on no page.",
    missing="The pages of the manual are missing from this installation.",
)


def manual_words(language: str) -> ManualWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
