"""Who keeps a page that shows boards: made when first opened, told of every board from then on."""

from typing import Protocol, TypeVar

from PySide6 import QtWidgets

from runofshow.core.board import Board
from runofshow.ui.operator.kept import Dressed, Kept
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme


class BoardPage(Dressed, Protocol):
    """What a page can be told, besides being a widget."""

    def present(self, board: Board) -> None:
        """Show `board`."""

    def isVisible(self) -> bool: ...
    def hide(self) -> None: ...


P = TypeVar("P", bound=BoardPage)


class PageKeeper(Kept[P]):
    """Keeps one page. A subclass says how it is made.

    Attributes: theme, words, card (what it stands in), board (the last one, or None); page, made
    now if need be; open.
    """

    def __init__(self, theme: Theme, words: Words, card: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, card)
        self.card = card
        self.board: Board | None = None

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
