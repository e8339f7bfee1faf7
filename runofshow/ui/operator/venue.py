"""The sheet of the network, kept until it is asked for."""

from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from PySide6 import QtWidgets

    from runofshow.ui.operator.network_rows import Network
    from runofshow.ui.operator.network_sheet import NetworkSheet


class Venue(Overlay["NetworkSheet"]):
    """Keeps the sheet.

    Signals: asked(NetworkWish), wanted() when `put` is to be called, left when it is no more.
    """

    asked = QtCore.Signal(object)
    wanted = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, home: "QtWidgets.QWidget") -> None:
        super().__init__(theme, words, home)
        self._board: Board | None = None

    def make(self) -> "NetworkSheet":
        from runofshow.ui.operator.network_sheet import NetworkSheet

        sheet = NetworkSheet(self.theme, self.words, self.home)
        sheet.asked.connect(self.asked)
        return sheet

    def lay(self) -> None:
        if not self.open:
            if self._board is not None:
                self.sheet.present(self._board)
            self.sheet.show()
            self.wanted.emit()
        super().lay()

    def present(self, board: Board) -> None:
        """Take note of the hour."""
        self._board = board
        if self.open:
            self.sheet.present(board)

    def put(self, network: "Network") -> None:
        """The show stands so on the network."""
        if self.open:
            self.sheet.put(network)
