"""What is made when it is first asked for: the first painting has no need of it."""

from typing import Generic, Protocol, TypeVar

from PySide6 import QtCore

from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme


class Dressed(Protocol):
    """What speaks a language and wears a theme."""

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""


D = TypeVar("D", bound=Dressed)


class Kept(QtCore.QObject, Generic[D]):
    """Keeps one thing, and the words and theme that it is made with. A subclass says how.

    Attributes: theme, words.
    """

    def __init__(self, theme: Theme, words: Words, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._made: D | None = None

    def make(self) -> D:
        """A new one, connected."""
        raise NotImplementedError

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        if self._made is not None:
            self._made.speak(words)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        if self._made is not None:
            self._made.use(theme)
