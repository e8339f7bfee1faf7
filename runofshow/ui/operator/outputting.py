"""The sheet of the outputs, kept until it is asked for."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from collections.abc import Sequence

    from runofshow.ui.moments import Moment
    from runofshow.ui.operator.menus import StageChoice
    from runofshow.ui.operator.outputs_sheet import OutputsSheet
    from runofshow.ui.outlet import Outlet
    from runofshow.ui.speaker.face import Face


class Outputting(Overlay["OutputsSheet"]):
    """Keeps the sheet.

    Signals: asked(Wish), identify_asked(), wanted() when `put` and `bring` are to be called.
    """

    asked = QtCore.Signal(object)
    identify_asked = QtCore.Signal()
    wanted = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self._board: Board | None = None

    def make(self) -> "OutputsSheet":
        from runofshow.ui.operator.outputs_sheet import OutputsSheet

        sheet = OutputsSheet(self.theme, self.words, self.home)
        sheet.asked.connect(self.asked)
        sheet.identify_asked.connect(self.identify_asked)
        return sheet

    def lay(self) -> None:
        if not self.open:
            if self._board is not None:
                self.sheet.present(self._board)
            self.sheet.begin()
            self.sheet.show()
            self.wanted.emit()
        super().lay()

    def present(self, board: Board) -> None:
        """Show what a closed output would show of `board`."""
        self._board = board
        if self.open:
            self.sheet.present(board)

    def put(
        self, outlets: "Sequence[Outlet]", screens: "Sequence[StageChoice]", palette: str
    ) -> None:
        """The outputs stand so."""
        if self.open:
            self.sheet.put(outlets, screens, palette)

    def bring(self, moments: "Sequence[tuple[Moment, Board]]") -> None:
        """The moments of the day to look at."""
        if self.open:
            self.sheet.bring(moments)

    def show_face(self, key: str, face: "Face") -> None:
        """An output shows that now."""
        if self.open:
            self.sheet.show_face(key, face)
