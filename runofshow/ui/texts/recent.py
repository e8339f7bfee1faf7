"""What is said of files opened lately, in French and in English."""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class RecentWords(Wordbook):
    """The words of one language; `language` is "fr" or "en"."""

    language: str
    menu: str
    missing: str
    drop_missing: str
    clear: str
    sample: str
    drop_here: str
    open_other: str
    try_it: str
    """Have the sample day begin now."""


FR: Final = RecentWords(
    language="fr",
    menu="Fichiers récents",
    missing="{file} (introuvable)",
    drop_missing="Retirer les introuvables",
    clear="Vider cette liste",
    sample="Journée d'exemple",
    drop_here="Déposer un programme ici",
    open_other="Ouvrir…",
    try_it="L'essayer maintenant",
)

EN: Final = RecentWords(
    language="en",
    menu="Recent files",
    missing="{file} (not found)",
    drop_missing="Remove those not found",
    clear="Clear this list",
    sample="Sample day",
    drop_here="Drop a programme here",
    open_other="Open…",
    try_it="Try it now",
)


def recent_words(language: str) -> RecentWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
