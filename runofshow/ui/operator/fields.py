"""What is chosen in a sheet, as rows under the hand: up and down choose one, left and right change
it. Space stays with GO, Tab does nothing: clickers send it.

Some clickers send arrows. Where a row that they changed would be seen by the hall a kind of sheet
says which rows only look at something: the others want Shift with the arrow.
"""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_whole
from runofshow.ui.operator.cell import aloud
from runofshow.ui.operator.field import Row
from runofshow.ui.painting import painting
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
ARROW: Final = 18
"""Room for an arrow at either end of a value."""
ALT: Final = QtCore.Qt.KeyboardModifier.AltModifier
SHIFT: Final = QtCore.Qt.KeyboardModifier.ShiftModifier
KEYPAD: Final = QtCore.Qt.KeyboardModifier.KeypadModifier


class Fields(QtWidgets.QWidget):
    """The rows of a sheet; a kind of sheet says what more of its keys mean.

    Attributes: theme, rows, at (the row that the keys change).
    Signals: stepped(name, ±1), chose(name) when the keys are on another row, left(); withheld()
    when a key that a clicker may have sent did nothing.
    """

    label = 0.36
    """How much of the width the labels have."""
    scrolls = False
    """Whether rows keep their height where not all fit; else they are made less high."""

    looking: frozenset[str] | None = None
    """The rows that an arrow alone may change; None: all."""

    stepped = QtCore.Signal(str, int)
    withheld = QtCore.Signal()
    chose = QtCore.Signal(str)
    left = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: tuple[Row, ...] = ()
        self.at = self._first = 0
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    # --- values in -----------------------------------------------------------------------------

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows; the one that was chosen stays so, by its name."""
        if rows == self.rows:
            return
        name = self.name
        self.rows = tuple(rows)
        names = [row.name for row in self.rows]
        self.at = names.index(name) if name in names else min(self.at, max(0, len(names) - 1))
        if self.rows and self.rows[self.at].head:
            self.at = self._beside(-1)
        self._bring()
        self._say()
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._bring()
        self.update()

    @property
    def name(self) -> str:
        """The name of the row that is chosen; "" when there is none."""
        return self.rows[self.at].name if self.rows else ""

    @property
    def row_tall(self) -> float:
        """The height of a row: the usual one, less where all are to fit."""
        usual = 25 if self.theme.metrics.small else 33
        return usual if self.scrolls else min(usual, self.height() / max(1, len(self.rows)))

    def place(self, name: str) -> QtCore.QRect:
        """Where the value of the row of that name stands."""
        number = next(n for n, row in enumerate(self.rows) if row.name == name)
        left = round(self.width() * self.label)
        tall = self.row_tall
        top = round((number - self._first) * tall)
        return QtCore.QRect(left, top, self.width() - left, round(tall))

    # --- hands ---------------------------------------------------------------------------------

    def choose(self, at: int) -> None:
        """Let the keys change the row of that number."""
        former, self.at = self.at, max(0, min(at, len(self.rows) - 1))
        self._bring()
        self._say()
        self.update()
        if self.at != former:
            self.chose.emit(self.name)

    def _say(self) -> None:
        if self.rows:
            row = self.rows[self.at]
            self.setAccessibleName(aloud(row.label, row.value))

    def _beside(self, by: int) -> int:
        """The number of the row beside the chosen one; captions are passed over."""
        there = range(len(self.rows))
        at = self.at + by
        while at in there and self.rows[at].head:
            at += by
        return at if at in there else self.at

    def _bring(self) -> None:
        """Bring the row that is chosen into sight, with the caption above it."""
        if not self.scrolls:
            return
        whole = max(1, int(self.height() / self.row_tall))
        upper = self.at - 1 if self.at and self.rows[self.at - 1].head else self.at
        low = self.at - whole + 1
        most = max(0, len(self.rows) - whole)
        self._first = min(max(min(self._first, upper), low, 0), most)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._bring()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        by = -1 if event.angleDelta().y() > 0 else 1
        most = max(0, len(self.rows) - max(1, int(self.height() / self.row_tall)))
        if self.scrolls:
            self._first = max(0, min(self._first + by, most))
            self.update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        held = event.modifiers() & ~KEYPAD
        if not self.rows or not self.meant(event, held):
            super().keyPressEvent(event)

    def meant(self, event: QtGui.QKeyEvent, held: QtCore.Qt.KeyboardModifier) -> bool:
        """Do what a key means here; False when it means nothing. More means a kind of sheet."""
        aside = event.key() in (Key.Key_Left, Key.Key_Right)
        if held and not (aside and held == SHIFT):
            return False
        match event.key():
            case Key.Key_Up | Key.Key_Down:
                self.choose(self._beside(-1 if event.key() == Key.Key_Up else 1))
            case _ if (
                aside and not held and not (self.looking is None or self.name in self.looking)
            ):
                self.withheld.emit()
            case _ if aside:
                self.step(-1 if event.key() == Key.Key_Left else 1)
            case Key.Key_Escape:
                self.left.emit()
            case _:
                return False
        return True

    def step(self, by: int) -> None:
        """Change the row that is chosen by so many steps."""
        row = self.rows[self.at]
        if row.steps:
            self.stepped.emit(row.name, by)

    def open(self) -> None:
        """A click on what can be checked; else one step on."""
        row = self.rows[self.at]
        if row.check is None:
            self.step(1)
        else:
            self.stepped.emit(row.name, -1 if row.check else 1)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab, which clickers send, leads nowhere."""
        return True

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        if not self.rows or event.button() != QtCore.Qt.MouseButton.LeftButton:
            return
        number = int(event.position().y() // self.row_tall) + self._first
        if number >= len(self.rows) or self.rows[number].head:
            return
        self.choose(number)
        value = self.place(self.rows[number].name)
        x = event.position().x()
        if x < value.left() and self.rows[number].check is None:
            return
        if self.rows[number].check is not None:
            self.open()
        else:
            self.step(-1 if x < value.left() + ARROW else 1)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            for number, row in enumerate(self.rows):
                top = round((number - self._first) * self.row_tall)
                if top >= 0 and (not self.scrolls or top + self.row_tall <= self.height()):
                    self._row(painter, number, row, top)

    def _row(self, painter: QtGui.QPainter, number: int, row: Row, top: int) -> None:
        theme, colours, tall = self.theme, self.theme.colours, self.row_tall
        chosen = number == self.at
        if row.ruled and not chosen:
            painter.fillRect(0, top, self.width(), 1, colours.line)
        if row.head:
            self._head(painter, row, top)
            return
        if chosen:
            painter.fillRect(0, top, self.width(), round(tall), colours.raised)
            ink = colours.live if self.hasFocus() else colours.line2
            painter.fillRect(0, top, 3, round(tall), ink)
        font = theme.font(Role.ROW)
        baseline = lettering.middle(font, top, tall)
        left = self.width() * self.label
        indent = 12 + (14 if row.check is not None else 0)
        label = Run(row.label, Role.ROW, colours.text if chosen else colours.sec)
        room = (self.width() if row.check is not None else left) - indent - 6
        write_whole(painter, theme, QtCore.QRectF(indent, top, room, tall), label, Role.CAPTION)
        if row.check is not None:
            self._check(painter, top, row.check)
            return
        value = Run(row.value, Role.ROW_BOLD if row.bold else Role.ROW, colours.text)
        place = QtCore.QRectF(left + ARROW, top, self.width() - left - 2 * ARROW, tall)
        write_whole(painter, theme, place, value, Role.CAPTION)
        if chosen and row.steps:
            for x, sign in ((left + 4, "‹"), (self.width() - ARROW + 4, "›")):
                arrow = Run(sign, Role.ROW_BOLD, colours.live)
                write(painter, theme, QtCore.QPointF(x, baseline), (arrow,))

    def _head(self, painter: QtGui.QPainter, row: Row, top: float) -> None:
        """The caption of the rows below, low in its place; its value at the right."""
        theme, colours = self.theme, self.theme.colours
        baseline = lettering.middle(theme.font(Role.CAPTION), top + 3, self.row_tall)
        label = Run(row.label, Role.CAPTION_BOLD, colours.quiet)
        value = Run(row.value, Role.CAPTION, colours.quiet, 10)
        write(painter, theme, QtCore.QPointF(12, baseline), (label, value), self.width() - 24)

    def _check(self, painter: QtGui.QPainter, top: float, on: bool) -> None:
        colours, side = self.theme.colours, 11
        box = QtCore.QRectF(10.5, round(top + (self.row_tall - side) / 2) + 0.5, side, side)
        painter.setPen(QtGui.QPen(colours.sec, 1))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if on:
            tick = QtGui.QPolygonF(
                [
                    box.topLeft() + QtCore.QPointF(2.5, 5.5),
                    box.topLeft() + QtCore.QPointF(4.8, 8.2),
                    box.topLeft() + QtCore.QPointF(8.8, 2.8),
                ]
            )
            painter.setPen(QtGui.QPen(colours.text, 1.6))
            painter.drawPolyline(tick)
