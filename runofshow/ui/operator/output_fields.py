"""What is chosen for an output, as rows under the hand: up and down choose one, left and right
change it. Space stays with GO, Tab does nothing: clickers send it."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.cell import aloud
from runofshow.ui.operator.output_rows import Row
from runofshow.ui.painting import painting
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
LABEL: Final = 0.36
"""How much of the width the labels have."""
ARROW: Final = 18
"""Room for an arrow at either end of a value."""
ALT: Final = QtCore.Qt.KeyboardModifier.AltModifier
KEYPAD: Final = QtCore.Qt.KeyboardModifier.KeypadModifier


class OutputFields(QtWidgets.QWidget):
    """The rows of one output.

    Attributes: theme, rows, at (the row that the keys change).
    Signals: stepped(name, ±1), opened(name) by Enter or F2, other(±1) for another output, added(),
    removed(), left().
    """

    stepped = QtCore.Signal(str, int)
    opened = QtCore.Signal(str)
    other = QtCore.Signal(int)
    added = QtCore.Signal()
    removed = QtCore.Signal()
    left = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: tuple[Row, ...] = ()
        self.at = 0
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    # --- values in -----------------------------------------------------------------------------

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows; the one that was chosen stays so, by its name."""
        name = self.rows[self.at].name if self.rows else ""
        self.rows = tuple(rows)
        names = [row.name for row in self.rows]
        self.at = names.index(name) if name in names else min(self.at, max(0, len(names) - 1))
        self._say()
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    @property
    def row_tall(self) -> float:
        """The height of a row: the usual one, less where all would not fit."""
        usual = 25 if self.theme.metrics.small else 33
        return min(usual, self.height() / max(1, len(self.rows)))

    def place(self, name: str) -> QtCore.QRect:
        """Where the value of the row of that name stands."""
        number = next(n for n, row in enumerate(self.rows) if row.name == name)
        left = round(self.width() * LABEL)
        tall = self.row_tall
        return QtCore.QRect(left, round(number * tall), self.width() - left, round(tall))

    # --- hands ---------------------------------------------------------------------------------

    def choose(self, at: int) -> None:
        """Let the keys change the row of that number."""
        self.at = max(0, min(at, len(self.rows) - 1))
        self._say()
        self.update()

    def _say(self) -> None:
        if self.rows:
            row = self.rows[self.at]
            self.setAccessibleName(aloud(row.label, row.value))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        held = event.modifiers() & ~KEYPAD
        if not self.rows or held not in (QtCore.Qt.KeyboardModifier.NoModifier, ALT):
            super().keyPressEvent(event)
            return
        match event.key():
            case Key.Key_Up | Key.Key_Down:
                by = -1 if event.key() == Key.Key_Up else 1
                if held:
                    self.other.emit(by)
                else:
                    self.choose(self.at + by)
            case Key.Key_Left | Key.Key_Right if not held:
                self._step(-1 if event.key() == Key.Key_Left else 1)
            case Key.Key_Return if not held:
                self._open()
            case Key.Key_F2 if not held:
                self.opened.emit("name")
            case Key.Key_Insert if not held:
                self.added.emit()
            case Key.Key_Delete if not held:
                self.removed.emit()
            case Key.Key_Escape if not held:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = self.rows[self.at]
        if row.name == "output":
            self.other.emit(by)
        elif row.name == "name":
            self.opened.emit("name")
        else:
            self.stepped.emit(row.name, by)

    def _open(self) -> None:
        """Enter: type the name, turn what is shown or not, else one step on."""
        row = self.rows[self.at]
        if row.check is None:
            self._step(1)
        else:
            self.stepped.emit(row.name, -1 if row.check else 1)

    def event(self, event: QtCore.QEvent) -> bool:
        """Keys that the window also knows are the rows' own here."""
        if event.type() == QtCore.QEvent.Type.ShortcutOverride and isinstance(
            event, QtGui.QKeyEvent
        ):
            arrows = (Key.Key_Up, Key.Key_Down)
            if event.modifiers() & ~KEYPAD == ALT and event.key() in arrows:
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab, which clickers send, leads nowhere."""
        return True

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        if not self.rows or event.button() != QtCore.Qt.MouseButton.LeftButton:
            return
        number = int(event.position().y() // self.row_tall)
        if number >= len(self.rows):
            return
        self.choose(number)
        value = self.place(self.rows[number].name)
        x = event.position().x()
        if x < value.left() and self.rows[number].check is None:
            return
        if self.rows[number].check is not None:
            self._open()
        else:
            self._step(-1 if x < value.left() + ARROW else 1)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            for number, row in enumerate(self.rows):
                self._row(painter, number, row)

    def _row(self, painter: QtGui.QPainter, number: int, row: Row) -> None:
        theme, colours, tall = self.theme, self.theme.colours, self.row_tall
        top, chosen = round(number * tall), number == self.at
        if chosen:
            painter.fillRect(0, top, self.width(), round(tall), colours.raised)
            ink = colours.live if self.hasFocus() else colours.line2
            painter.fillRect(0, top, 3, round(tall), ink)
        elif row.ruled:
            painter.fillRect(0, top, self.width(), 1, colours.line)
        font = theme.font(Role.ROW)
        baseline = lettering.middle(font, top, tall)
        left = self.width() * LABEL
        indent = 12 + (14 if row.check is not None else 0)
        label = Run(row.label, Role.ROW, colours.text if chosen else colours.sec)
        room = (self.width() if row.check is not None else left) - indent - 6
        write(painter, theme, QtCore.QPointF(indent, baseline), (label,), room)
        if row.check is not None:
            self._check(painter, top, row.check)
            return
        bold = row.name in ("output", "layout")
        value = Run(row.value, Role.ROW_BOLD if bold else Role.ROW, colours.text)
        start = QtCore.QPointF(left + ARROW, baseline)
        write(painter, theme, start, (value,), self.width() - left - 2 * ARROW)
        if chosen and row.name != "name":
            for x, sign in ((left + 4, "‹"), (self.width() - ARROW + 4, "›")):
                arrow = Run(sign, Role.ROW_BOLD, colours.live)
                write(painter, theme, QtCore.QPointF(x, baseline), (arrow,))

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
