"""What the windows say, in French and in English: one module and one set of words per area.

Each set is a NamedTuple, so that the types prove both languages complete; a dataclass of a hundred
words takes ten times as long to make, and all of them are made before the first painting.
"""

from typing import NamedTuple

from runofshow.ui.texts import recovery, rundown, stage, window


class Words(NamedTuple):
    """All the words of one language; `language` is "fr" or "en"."""

    language: str
    window: window.WindowWords
    rundown: rundown.RundownWords
    stage: stage.StageWords
    recovery: recovery.RecoveryWords


_FRENCH = Words("fr", window.FR, rundown.FR, stage.FR, recovery.FR)
_ENGLISH = Words("en", window.EN, rundown.EN, stage.EN, recovery.EN)


def words(language: str) -> Words:
    """The words of `language`: French for "fr", English for any other."""
    return _FRENCH if language == "fr" else _ENGLISH
