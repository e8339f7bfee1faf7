"""What the windows say, in French and in English: one module and one set of words per area."""

from dataclasses import dataclass

from runofshow.ui.texts import rundown, stage, window


@dataclass(frozen=True, slots=True)
class Words:
    """All the words of one language; `language` is "fr" or "en"."""

    language: str
    window: window.WindowWords
    rundown: rundown.RundownWords
    stage: stage.StageWords


_FRENCH = Words("fr", window.FR, rundown.FR, stage.FR)
_ENGLISH = Words("en", window.EN, rundown.EN, stage.EN)


def words(language: str) -> Words:
    """The words of `language`: French for "fr", English for any other."""
    return _FRENCH if language == "fr" else _ENGLISH
