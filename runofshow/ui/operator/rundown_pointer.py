"""The pointer on the rows of the rundown: choosing one or several, dragging them, double clicks.

- A press on one of several chosen rows keeps them all, so that they can be dragged together; let
  go without a drag, it chooses that row alone.
- What is dragged scrolls the list near its edges. Escape lets go without moving anything.
"""

from typing import Final, Protocol

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.rundown_places import Landing

EDGE_OF_SCROLL: Final = 28
"""How near the edge a dragged row makes the list scroll, in pixels."""
DRAG_BEAT: Final = 30
"""Milliseconds between two steps of that scrolling."""
_CTRL: Final = QtCore.Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = QtCore.Qt.KeyboardModifier.ShiftModifier


class Rows(Protocol):
    """The list that the pointer is on."""

    def viewport(self) -> QtWidgets.QWidget: ...
    def row_at(self, point: QtCore.QPoint) -> int | None: ...
    def press(self, index: int | None, *, add: bool, span: bool) -> bool: ...
    def release(self, index: int) -> None: ...
    def grabbed(self, index: int) -> bool: ...
    def landing_at(self, point: QtCore.QPoint) -> Landing | None: ...
    def hovered(self) -> None: ...
    def dropped(self, landing: Landing | None) -> None: ...
    def page(self, by: int) -> None: ...


class Pointer(QtCore.QObject):
    """Follows the pointer over the rows.

    Attributes: dragging; at, where the pointer is; landing, where what is dragged would land.
    """

    def __init__(self, rows: Rows, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self.dragging = False
        self.at = QtCore.QPoint()
        self.landing: Landing | None = None
        self._origin: QtCore.QPoint | None = None
        self._row: int | None = None
        self._kept = False
        self._beat = QtCore.QBasicTimer()

    def press(self, event: QtGui.QMouseEvent) -> None:
        """Choose what is pressed; the left button may go on to drag it."""
        point, held = event.position().toPoint(), event.modifiers()
        left = event.button() == QtCore.Qt.MouseButton.LeftButton
        index = self._rows.row_at(point)
        add, span = bool(held & _CTRL), bool(held & _SHIFT)
        self._kept = self._rows.press(index, add=add and left, span=span and left)
        if left and index is not None:
            self._origin, self._row, self.at = point, index, point

    def move(self, event: QtGui.QMouseEvent) -> None:
        """Begin to drag what is held when the hand means it; then follow it."""
        point = event.position().toPoint()
        if self._origin is None or self._row is None:
            return
        if not self.dragging:
            far = (point - self._origin).manhattanLength()
            if far < QtWidgets.QApplication.startDragDistance():
                return
            if not self._rows.grabbed(self._row):
                self._origin = None
                return
            self.dragging = True
            self._rows.viewport().setCursor(QtCore.Qt.CursorShape.ClosedHandCursor)
            self._beat.start(DRAG_BEAT, self)
        self._hover(point)

    def _hover(self, point: QtCore.QPoint) -> None:
        self.at, self.landing = point, self._rows.landing_at(point)
        self._rows.hovered()

    def release(self) -> None:
        """Drop what is dragged; a mere click on one of several chooses it alone."""
        landing, row, dragged = self.landing, self._row, self.dragging
        kept = self._kept
        self._rest()
        if dragged:
            self._rows.dropped(landing)
        elif kept and row is not None:
            self._rows.release(row)

    def let_go(self) -> bool:
        """Give up what is dragged; whether anything was."""
        dragged = self.dragging
        self._rest()
        if dragged:
            self._rows.dropped(None)
        return dragged

    def _rest(self) -> None:
        self.dragging, self.landing, self._origin, self._row = False, None, None, None
        self._kept = False
        self._beat.stop()
        self._rows.viewport().unsetCursor()

    def timerEvent(self, event: QtCore.QTimerEvent) -> None:
        """Scroll while something is held near an edge."""
        if event.timerId() != self._beat.timerId():
            super().timerEvent(event)
            return
        y, tall = self.at.y(), self._rows.viewport().height()
        by = min(0, y - EDGE_OF_SCROLL) + max(0, y - (tall - EDGE_OF_SCROLL))
        if by:
            self._rows.page(by)
            self._hover(self.at)
