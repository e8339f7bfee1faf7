"""What the windows say, in French and in English: one module and one set of words per area.

Each set is a Wordbook: the types prove both languages complete.
"""

from collections.abc import Mapping

from runofshow.ui.texts import recovery, rundown, stage, window
from runofshow.ui.texts.wordbook import Wordbook


class Words(Wordbook):
    """All the words of one language; `language` is "fr" or "en"."""

    language: str
    window: window.WindowWords
    rundown: rundown.RundownWords
    stage: stage.StageWords
    recovery: recovery.RecoveryWords

    def with_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> "Words":
        """The same words, which name the keys that the régie has chosen, by the action's name."""
        if not chosen:
            return self
        return self.having(
            window=self.window.having(chosen_keys=chosen),
            rundown=self.rundown.having(chosen_keys=chosen),
        )

    def with_live(self, word: str) -> "Words":
        """The same words, which call what is on air so: "live", or "antenna" (À L'ANTENNE)."""
        if word == "live":
            return self
        return self.having(
            window=self.window.having(live=self.window.live_antenna),
            rundown=self.rundown.having(live=self.rundown.live_antenna),
        )


_FRENCH = Words(
    language="fr",
    window=window.FR,
    rundown=rundown.FR,
    stage=stage.FR,
    recovery=recovery.FR,
)
_ENGLISH = Words(
    language="en",
    window=window.EN,
    rundown=rundown.EN,
    stage=stage.EN,
    recovery=recovery.EN,
)


def words(language: str) -> Words:
    """The words of `language`: French for "fr", English for any other."""
    return _FRENCH if language == "fr" else _ENGLISH
