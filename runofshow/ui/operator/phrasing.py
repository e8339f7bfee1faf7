"""The sheet of ready phrases and of who looks at the stage, kept until it is asked for."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.ui.operator.messages import once
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.operator.readability import SIGHT, Seen
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.phrase_row import PhraseRow
    from runofshow.ui.operator.phrases_sheet import PhrasesSheet


class Phrasing(Overlay["PhrasesSheet"]):
    """Keeps the sheet.

    Signals: phrases_changed(tuple of Phrase, or None for the program's own), declared(inches or
    None, metres), again(text).
    """

    phrases_changed = QtCore.Signal(object)
    declared = QtCore.Signal(object, float)
    again = QtCore.Signal(str)

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self._seen = Seen(SIGHT)
        self._board: Board | None = None

    def make(self) -> "PhrasesSheet":
        from runofshow.ui.operator.phrases_sheet import PhrasesSheet

        sheet = PhrasesSheet(self.theme, self.words, self._seen, self.home)
        sheet.changed.connect(self.phrases_changed)
        sheet.reset_asked.connect(lambda: self.phrases_changed.emit(None))
        sheet.declared.connect(self.declared)
        sheet.again.connect(self._again)
        return sheet

    @property
    def written(self) -> "PhraseRow | None":
        """The row whose phrase is being written, if one is."""
        return self.sheet.written if self.open else None

    def toggle(self) -> None:
        """Open the sheet, or leave it."""
        if self.open:
            self.leave()
            return
        self._remember()
        self.lay()

    def present(self, board: Board) -> None:
        """List what was said as it comes."""
        self._board = board
        if self.open:
            self._remember()

    def see(self, seen: Seen) -> None:
        """Judge texts by how the stage is seen."""
        self._seen = seen
        if self._made is not None:
            self._made.see(seen)

    def _remember(self) -> None:
        if self._board is not None:
            self.sheet.remember(once(self._board.said), self._board.zone)

    def _again(self, text: str) -> None:
        self.leave()
        self.again.emit(text)
