"""In whose words the window speaks: the language, and what the régie calls things."""

from typing import NamedTuple

from runofshow.ui.operator.keymap import Keymap, spoken
from runofshow.ui.texts import Words, words
from runofshow.ui.texts.window import Phrase


class Vocabulary(NamedTuple):
    """A language, the keys, what is on air is called ("live" or "antenna"), and ready phrases.

    `phrases` is None for the program's own.
    """

    language: str
    keymap: Keymap
    live: str = "live"
    phrases: tuple[Phrase, ...] | None = None

    def words(self) -> Words:
        """The words of the language, with the régie's own among them."""
        said = spoken(words(self.language).with_live(self.live), self.keymap)
        if self.phrases is None:
            return said
        return said.having(window=said.window.having(phrases=self.phrases))
