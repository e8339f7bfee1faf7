"""Who keeps a page that shows boards: made when first opened, told of every board from then on."""

from typing import Generic, Protocol, TypeVar

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme


class BoardPage(Protocol):
    """What a page can be told, besides being a widget."""

    def present(self, board: Board) -> None:
        """Show `board`."""

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""

    def isVisible(self) -> bool: ...
    def hide(self) -> None: ...


P = TypeVar("P", bound=BoardPage)


class PageKeeper(QtCore.QObject, Generic[P]):
    """Keeps one page. A subclass says how it is made.

    Attributes: theme, words, card (what it stands in), board (the last one, or None); page, made
    now if need be; open.
    """

    def __init__(self, theme: Theme, words: Words, card: QtWidgets.QWidget) -> None:
        super().__init__(card)
        self.theme, self.words, self.card = theme, words, card
        self.board: Board | None = None
        self._made: P | None = None

    def make(self) -> P:
        """A new page, connected."""
        raise NotImplementedError

    @property
    def page(self) -> P:
        """The page, made now if need be."""
        if self._made is None:
            self._made = self.make()
            self._made.hide()
            if self.board is not None:
                self._made.present(self.board)
        return self._made

    @property
    def open(self) -> bool:
        """Whether the page is looked at."""
        return self._made is not None and self._made.isVisible()

    def present(self, board: Board) -> None:
        """Show `board`."""
        self.board = board
        if self._made is not None:
            self._made.present(board)

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
