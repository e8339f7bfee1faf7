"""Timeline: the whole day on a line, and the hands that it takes.

- A click goes to the item. Ctrl and the wheel go closer, the wheel and a hand move along the day.
- An item's end drawn elsewhere changes its length: what comes of it is shown meanwhile, let go it
  is one command, Escape gives up. What is over and a fixed length are refused, and that is told.
- With the keyboard, arrows go from item to item, with Shift they draw its end, Ctrl+Enter keeps; up
  and down go closer and farther.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import times
from runofshow.ui.operator.day_line import DayLine
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.strokes import strokes
from runofshow.ui.operator.timeline_day import span_of
from runofshow.ui.operator.timeline_places import GRASPED
from runofshow.ui.operator.timeline_view import View, scrolled, showing, zoomed
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

CLOSER: Final = 1.25
"""How many times as close a notch of the wheel goes; a key goes twice as close."""
SLIP: Final = 4
"""Pixels that a hand may slip and still click."""
FINE: Final = 24
"""Pixels of a minute from which ends are drawn in quarters of one."""
Key = QtCore.Qt.Key
Shape = QtCore.Qt.CursorShape


class _Press(NamedTuple):
    """Where a hand pressed, on what, on what of it, and what was in view; whether it has moved."""

    x: float
    slot: str | None
    end: bool
    view: View
    moved: bool = False


class Timeline(DayLine):
    """The line of the day, with hands.

    Signals: picked(the id of the slot clicked), left() when the keyboard is to go back; others are
    the line's.
    """

    picked = QtCore.Signal(str)
    left = QtCore.Signal()

    def __init__(
        self,
        theme: Theme | None = None,
        said: Words | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(theme, said, parent)
        self._press: _Press | None = None
        self.setMouseTracking(True)

    # --- the pointer ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        view, places = self.view, self._places
        if event.button() != QtCore.Qt.MouseButton.LeftButton or view is None or places is None:
            return
        self.give_up()  # what the keyboard has drawn
        point = event.position().toPoint()
        end, block = places.end_at(point), places.block_at(point)
        on = end or block
        self._press = _Press(event.position().x(), on and on.slot, end is not None, view)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        press = self._press
        if press is None:
            self._hover(event.position().toPoint())
            return
        gone = event.position().x() - press.x
        if not press.moved and abs(gone) < SLIP:
            return
        if not press.moved:
            self._press = press._replace(moved=True)
            if press.end and press.slot is not None and self.drawing.begin(press.slot):
                self._watch_escape(True)
        self._drag(gone)

    def _drag(self, gone: float) -> None:
        """The end that is held follows the hand; else the day does, where it is zoomed."""
        assert self._press is not None
        assert self._places is not None
        if self.held is not None:
            self.drawing.draw(self._places.pixel * gone, self._step())
            self.update()
        elif not self._press.end and self._view is not None and self._whole is not None:
            self.follows = False
            self.setCursor(Shape.ClosedHandCursor)
            self._look(scrolled(self._press.view, self._whole, -self._places.pixel * gone))

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is None or event.button() != QtCore.Qt.MouseButton.LeftButton:
            return
        self._watch_escape(False)
        point = event.position().toPoint()
        mark = None if self._places is None else self._places.mark_at(point)
        if self.held is not None:
            self.drawing.keep()
        elif not press.moved and mark is not None and mark.slot is not None:
            self.picked.emit(mark.slot)
        elif not press.moved and press.slot is not None:
            self.picked.emit(press.slot)
        elif not press.moved and self._on_flag(point):
            self.show_present()
        self._hover(point)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        """An item close up; where it is so already, all of the day."""
        block, whole = self.block_at(event.position().toPoint()), self._whole
        if block is None or whole is None or event.button() != QtCore.Qt.MouseButton.LeftButton:
            return
        around = max((block.end - block.start) * 3, times.MINUTE)
        close = zoomed(whole, whole, block.start, whole.span / around)
        close = scrolled(close, whole, block.start - (around / 3) - close.first)
        if close == self.view:
            self.show_all()
        else:
            self.follows = False
            self._look(close)

    def _on_flag(self, point: QtCore.QPoint) -> bool:
        high = point.y() <= self._bands.flag + self._bands.flag_tall
        return high and self._flag_area().contains(point)

    def _step(self) -> timedelta:
        """By what an end is drawn: whole minutes, or quarters of one where they can be seen."""
        assert self._places is not None
        fine = times.MINUTE / self._places.pixel >= FINE
        return 15 * times.SECOND if fine else times.MINUTE

    def _hover(self, point: QtCore.QPoint) -> None:
        """Show what the hand would take hold of."""
        end = None if self._places is None else self._places.end_at(point)
        row = None if end is None else self._row(end.slot)
        open_ = row is not None and row.status not in ("done", "skipped")
        grip = row.id if row is not None and open_ and row.slot.cuttable else None
        if grip != self.gripped:
            self.gripped = grip
            self.update()
        shape = Shape.ArrowCursor
        if grip is not None:
            shape = Shape.SplitHCursor
        elif row is not None and open_:
            shape = Shape.ForbiddenCursor
        elif self.block_at(point) is not None:
            shape = Shape.PointingHandCursor
        self.setCursor(shape)

    def leaveEvent(self, _event: QtCore.QEvent) -> None:
        self.gripped = None
        self.update()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """With Ctrl closer or farther, at the pointer; else along the day."""
        places, turn = self._places, event.angleDelta()
        if places is None or self._press is not None:
            return
        event.accept()
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.zoom(CLOSER ** (turn.y() / 120), places.at(event.position().x()))
        else:
            notches = (turn.x() or turn.y()) / 120
            self.go_along(-places.view.span / 10 * notches)

    def event(self, event: QtCore.QEvent) -> bool:
        """Tells tips; Ctrl+Enter is its own while an end is drawn."""
        kind = QtCore.QEvent.Type
        pressed = isinstance(event, QtGui.QKeyEvent) and _keeps(event)
        if pressed and event.type() == kind.ShortcutOverride and self.held is not None:
            event.accept()
            return True
        if event.type() == kind.ToolTip and isinstance(event, QtGui.QHelpEvent):
            tip = "" if self.held is not None else self.tip_at(event.pos())
            QtWidgets.QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def tip_at(self, point: QtCore.QPoint) -> str:
        """What a pointer resting there is told."""
        from runofshow.ui.operator.timeline_notes import gap_tip, mark_tip, tip_of

        board, places = self._board, self._places
        if board is None or places is None:
            return ""
        if (mark := places.mark_at(point)) is not None:
            return mark_tip(mark, board, self._own)
        gap = places.gap_at(point)
        if gap is not None:
            return gap_tip(gap, board, self._own)
        block = places.block_at(point)
        row = None if block is None else self._row(block.slot)
        if row is None:
            return ""
        wide = any(area.block.slot == row.id and area.rect.width() >= GRASPED
                   for area in places.expected)  # fmt: skip
        return tip_of(row, board, self._own, wide)

    def _watch_escape(self, on: bool) -> None:
        """While an end is held, Escape is the hand's, whatever has the keyboard."""
        window = self.window().windowHandle()
        if window is not None:
            (window.installEventFilter if on else window.removeEventFilter)(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        pressed = isinstance(event, QtGui.QKeyEvent) and event.key() == Key.Key_Escape
        if pressed and event.type() == QtCore.QEvent.Type.KeyPress and self.held:
            self.give_up()
            return True
        return super().eventFilter(watched, event)

    def give_up(self) -> None:
        """Let go of the end that is held, the item as it was."""
        self._watch_escape(False)
        if self.held is not None:
            self.drawing.give_up()
        self.update()

    # --- the keyboard --------------------------------------------------------------------------

    def speak(self, said: Words) -> None:
        """Say everything in the language of `said`, and hear the keys that it names."""
        super().speak(said)
        self._strokes = strokes(Scope.TIMELINE, said.window)

    def enter(self) -> None:
        """Take the keyboard: arrows go from item to item, with Shift they draw its end."""
        self.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        blocks = self._slots()
        if self.chosen not in blocks and self._board is not None:
            air, coming = self._board.on_air, self._board.next
            self.chosen = air.slot if air else coming.slot if coming else None
        if self.chosen not in blocks:
            self.chosen = blocks[0] if blocks else None
        self._show_chosen()

    def _slots(self) -> list[str]:
        """The leaves of the expected day, in its order."""
        rows = () if self._board is None else self._board.slots
        return [row.id for row in rows if row.leaf and row.status != "skipped"]

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        match event.key():
            case _ if name := self._strokes.meaning(event):
                self._draw(1 if name == "line_longer" else -1)
            case Key.Key_Left | Key.Key_Right:
                self._step_to(1 if event.key() == Key.Key_Right else -1)
            case Key.Key_Up | Key.Key_Down:
                self.zoom(2 if event.key() == Key.Key_Up else 0.5, self._middle())
            case _ if _keeps(event):
                self._keep()
            case Key.Key_Return:
                self._go_to()
            case Key.Key_Escape if self.held is not None:
                self.give_up()
            case Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _step_to(self, by: int) -> None:
        """Go to the item after or before; what was drawn is given up."""
        self.give_up()
        slots = self._slots()
        if slots:
            at = slots.index(self.chosen) + by if self.chosen in slots else 0
            self.chosen = slots[min(max(0, at), len(slots) - 1)]
            self._show_chosen()

    def _draw(self, by: int) -> None:
        """Draw the end of the chosen item by a step."""
        if self.chosen is None or self._press is not None:
            return
        if self.held is None and not self.drawing.begin(self.chosen):
            return
        held = self.held
        assert held is not None
        step = self._step()
        self.drawing.draw(held.moved + by * step, step)
        self.update()

    def _keep(self) -> None:
        """Keep what is drawn, if anything is."""
        if self.held is not None:
            self.drawing.keep()
        self.update()

    def _go_to(self) -> None:
        """Go to the item; with an end drawn Enter alone does nothing, for clickers send it."""
        if self.held is None and self.chosen is not None:
            self.picked.emit(self.chosen)

    def _middle(self) -> datetime | None:
        """The middle of the chosen item."""
        row = None if self.chosen is None else self._row(self.chosen)
        span = None if row is None else span_of(row)
        return None if span is None else span.first + span.span / 2

    def _show_chosen(self) -> None:
        """Bring the chosen item into view, and say it."""
        from runofshow.ui.operator.timeline_notes import tip_of

        row = None if self.chosen is None else self._row(self.chosen)
        if row is None or self._board is None:
            return
        span = span_of(row)
        if self._view is not None and self._whole is not None and span is not None:
            shown = showing(self._view, self._whole, *span)
            if shown != self._view:
                self.follows = False
                self._look(shown)
        self.setAccessibleDescription(tip_of(row, self._board, self._own))
        self.update()

    def focusInEvent(self, _event: QtGui.QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, _event: QtGui.QFocusEvent) -> None:
        if self._press is None:
            self.give_up()


def _keeps(event: QtGui.QKeyEvent) -> bool:
    """Whether a key is Ctrl+Enter."""
    held = event.modifiers()
    return event.key() == Key.Key_Return and held == QtCore.Qt.KeyboardModifier.ControlModifier
