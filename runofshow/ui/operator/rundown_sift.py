"""Find as you type in the rundown: a line over the heads of the columns, and what it leaves.

Only the rows that match stay, with their sessions and what is on air. Return goes to the first of
them, or to the one chosen, with all rows back; Escape goes back to where the list was.
"""

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.operator.rundown_sieve import Sieve
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme


class Sifting(QtCore.QObject):
    """Sifts `rows` by what is typed in a line over `head`.

    Signals: `found` (a slot's id) when one is gone to; `left` when the list is to be as before.
    """

    found = QtCore.Signal(str)
    left = QtCore.Signal()

    def __init__(
        self, rows: RundownList, head: QtWidgets.QWidget, theme: Theme, words: RundownWords
    ) -> None:
        super().__init__(rows)
        self._rows, self._head = rows, head
        self._theme, self._words = theme, words
        self._line: SiftLine | None = None
        self._sieve: tuple[object, Sieve] | None = None
        self._before = 0
        rows.laid.connect(self._place)
        rows.unsifted.connect(self.leave)

    @property
    def open(self) -> bool:
        """Whether rows are sifted."""
        return self._line is not None and not self._line.isHidden()

    @property
    def line(self) -> "SiftLine":
        """The line, made when first needed."""
        if self._line is None:
            line = self._line = SiftLine(self._head, self._theme, self._words)
            line.textChanged.connect(self._sift)
            line.returnPressed.connect(self._go)
            line.left.connect(self.leave)
            line.turned.connect(self._walk)
        return self._line

    def start(self) -> None:
        """Open the line, or go back into it."""
        if not self.open:
            self._before = self._rows.offset()
            self.line.clear()
            self.line.show()
            self._place()
            self._sift("")
        self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """Show all rows again, where they were."""
        if self.open:
            self._close()
            self._rows.steer(self._before)
            self.left.emit()

    def _close(self) -> None:
        self.line.hide()
        self._rows.sift(None)
        self._rows.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def present(self, board: Board) -> None:
        """Sift the rows of `board`, if they stand otherwise than before."""
        if self.open and (self._sieve is None or self._sieve[0] is not board.slots.standing):
            self._sift(self.line.text(), keep=self._rows.choice.slots)

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        if self._line is not None:
            self._line.speak(words)
            self._sift(self._line.text())

    def use(self, theme: Theme) -> None:
        """Paint with `theme`."""
        self._theme = theme
        if self._line is not None:
            self._line.use(theme)
            self._place()

    # --- what is typed -------------------------------------------------------------------------

    def _matches(self, text: str) -> list[str]:
        board = self._rows.board
        if board is None:
            return []
        if self._sieve is None or self._sieve[0] is not board.slots.standing:
            self._sieve = (board.slots.standing, Sieve(board.slots))
        return self._sieve[1].matches(text)

    def _sift(self, text: str, keep: frozenset[str] = frozenset()) -> None:
        """Show what matches; rows just changed are kept until something else is typed."""
        board = self._rows.board
        if not self.open or board is None:
            return
        found = self._matches(text)
        self._rows.sift(frozenset(found) | keep if text.strip() else None)
        if text.strip() and found and self._rows.current not in {*found, *keep}:
            self._rows.select(found[0])
        self.line.count(len(found), board.slots.leaves)

    def _go(self) -> None:
        """Go to what is chosen among what matches."""
        found = self._matches(self.line.text()) if self.line.text().strip() else []
        slot = self._rows.current if self._rows.current in found else next(iter(found), None)
        if slot is None:
            return
        self._close()
        self.found.emit(slot)

    def _walk(self, by: int) -> None:
        self._rows.step(by)

    def _place(self) -> None:
        if self._line is not None and not self._line.isHidden():
            left = self._rows.places.title.left - 8
            self._line.setGeometry(left, 0, self._head.width() - left - 2, self._head.height())


class SiftLine(Line):
    """The line, with how many rows match."""

    def __init__(self, parent: QtWidgets.QWidget, theme: Theme, words: RundownWords) -> None:
        super().__init__(parent)
        self._counted = ""
        self.hide()
        self.use(theme)
        self.speak(words)

    def use(self, theme: Theme) -> None:
        """Take the letters and colours of `theme`."""
        self._theme, colours = theme, theme.colours
        self.setFont(theme.font(Role.CREW))
        self.setStyleSheet(
            f"QLineEdit {{ background: {colours.bg.name()}; color: {colours.text.name()};"
            f" border: 1px solid {colours.live.name()}; border-radius: 3px; padding: 0 6px; }}"
        )

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        self.setPlaceholderText(words.sift_hint)
        self.setAccessibleName(words.sift)
        self.setToolTip(words.sift_keys)

    def count(self, found: int, of: int) -> None:
        """Say how many of all items match."""
        self._counted = self._words.sift_count.format(found=found, of=of)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QtGui.QPainter(self)
        painter.setFont(self._theme.font(Role.CAPTION))
        painter.setPen(self._theme.colours.quiet)
        room = self.rect().adjusted(0, 0, -8, 0)
        flags = QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, self._counted)
        painter.end()
