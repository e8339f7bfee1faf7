"""The list of the rundown: its rows chosen, dragged, walked with keys; no editing."""

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator import rundown_choice, rundown_keys
from runofshow.ui.operator import rundown_places as places
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.rundown_area import RundownArea
from runofshow.ui.operator.rundown_choice import Choice
from runofshow.ui.operator.rundown_columns import field_at
from runofshow.ui.operator.rundown_paint import INDENT
from runofshow.ui.operator.rundown_places import Landing
from runofshow.ui.operator.rundown_pointer import Pointer
from runofshow.ui.operator.rundown_reading import Cell, Field
from runofshow.ui.operator.strokes import asks_first, strokes
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Theme

Key = QtCore.Qt.Key


class RundownList(RundownArea):
    """The rows under the régie's hands.

    Signals, besides those of the area: `hand` (a Hand, on the chosen rows), `wanted` (a slot's id
    and a Field to edit), `stuck` (what is chosen cannot be dragged), `hovering` and `landed` (the
    Place where what is dragged would land, lands; None: nowhere), `uncut` (what is cut is to stay),
    `unsifted` (all rows are to be shown), `folded` (sessions were folded or not),
    `menu` (a point of the screen), `home`.
    """

    hand = QtCore.Signal(object)
    wanted = QtCore.Signal(str, object)
    stuck = QtCore.Signal()
    hovering = QtCore.Signal(object)
    landed = QtCore.Signal(object)
    uncut = QtCore.Signal()
    unsifted = QtCore.Signal()
    folded = QtCore.Signal()
    menu = QtCore.Signal(QtCore.QPoint)
    home = QtCore.Signal()

    def __init__(self, theme: Theme, words: RundownWords, parent: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, parent)
        self._pointer = Pointer(self, self)
        self._block: list[int] = []
        self._cut: frozenset[str] = frozenset()
        self._strokes = strokes(Scope.RUNDOWN, words)

    # --- choosing ------------------------------------------------------------------------------

    def choose(self, choice: Choice) -> None:
        former = self.choice.cursor
        super().choose(choice)
        if choice.cursor != former:
            self._say_aloud()

    def block(self) -> list[int]:
        """The indices of the chosen rows, without those that a chosen session holds."""
        if self.board is None:
            return []
        if len(self.choice.slots) == 1:
            return [
                self.outline.index[slot] for slot in self.choice.slots & self.outline.index.keys()
            ]
        return places.block(self.board.slots, self.choice.slots)

    def select(self, slot: str | None) -> None:
        """Choose one row alone by its slot's id, or nothing."""
        self.choose(rundown_choice.one(slot))

    def show_cut(self, slots: frozenset[str]) -> None:
        """Paint the rows of these slots faintly: they are cut, and wait to be pasted."""
        self._cut = slots
        self._fade(frozenset())

    def _fade(self, dragged: frozenset[str]) -> None:
        faded = self._cut | dragged
        former, self._canvas.faded = self._canvas.faded, faded
        for slot in former ^ faded:
            self._repaint(slot)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint(self.current)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint(self.current)

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`, and hear the keys that they name."""
        super().speak(words)
        self._strokes = strokes(Scope.RUNDOWN, words)

    def _say_aloud(self) -> None:
        """Give the selected row to screen readers."""
        index = self.selection()
        if index is None or self.board is None:
            return
        line = self.line(index)
        state = self._canvas.teller.state(line)
        several = len(self.choice.slots)
        among = self._words.chosen_many.format(count=several) if several > 1 else ""
        if self.current not in self.choice.slots:
            among = self._words.walked.format(count=several)
        parts = (among, state, line.cue, line.title, line.speakers, line.planned, line.length)
        self.setAccessibleName(", ".join(part for part in parts if part))

    # --- keys ----------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        asked = asks_first(event)
        chosen = self.current is not None
        if asked is not None and rundown_keys.ours(self._strokes.meaning(asked), chosen=chosen):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        name = self._strokes.meaning(event)
        if name:
            self._do(name)
            return
        page = self.viewport().height()
        match rundown_keys.stroke(event):
            case (Key.Key_Escape, rundown_keys.NONE) if self._escape():
                pass
            case (Key.Key_Up | Key.Key_Down as key, rundown_keys.NONE):
                self.step(-1 if key == Key.Key_Up else 1)
            case (Key.Key_Left | Key.Key_Right as key, rundown_keys.NONE):
                self._turn(shut=key == Key.Key_Left)
            case (Key.Key_PageUp, _):
                self.page(-page)
            case (Key.Key_PageDown, _):
                self.page(page)
            case _:
                event.ignore()

    def _do(self, name: str) -> None:
        """Do what a key of the rundown's own means, by its name in the table."""
        match name:
            case _ if name in rundown_keys.HANDS:
                self.hand.emit(rundown_keys.HANDS[name])
            case "row_edit":
                self._want(Field.TITLE)
            case "rows_span_up" | "rows_span_down":
                self.step(-1 if name == "rows_span_up" else 1, span=True)
            case "rows_walk_up" | "rows_walk_down":
                self.step(-1 if name == "rows_walk_up" else 1, walk=True)
            case "rows_add" | "rows_drop":
                self._tick(on=name == "rows_add")
            case "rows_all":
                self.choose(self.choice.every(self.outline.order))
            case "rows_fold" | "rows_unfold":
                self.fold_all(shut=name == "rows_fold")
            case "rows_live":
                self.home.emit()
            case "rows_end":
                self.page(self.outline.total)

    def _escape(self) -> bool:
        """Let go of what is dragged, cut, or chosen but for one row; whether there was cause."""
        if self._pointer.let_go():
            return True
        if self._cut:
            self.uncut.emit()
            return True
        if self.sifting:
            self.unsifted.emit()
            return True
        several = len(self.choice.slots) > 1
        if several:
            self.select(self.current)
        return several

    def page(self, by: int) -> None:
        """Scroll by so many pixels."""
        self.verticalScrollBar().setValue(self.offset() + by)

    def _want(self, field: Cell) -> None:
        if self.current is not None:
            self.wanted.emit(self.current, field)

    def step(self, by: int, *, span: bool = False, walk: bool = False) -> None:
        """Choose the row above or below, or all up to it; at first, what is on air or next.

        With `walk` only the cursor goes there, and what is chosen stays chosen.
        """
        if self.board is None or not self.outline.order:
            return
        here = self.selection()
        if here is None:
            near = self.board.on_air or self.board.next
            index = self.outline.index[near.slot] if near else 0
        else:
            index = self.outline.step(here, by)
        slot = self.board.slots[index].id
        if here is None or not (span or walk):
            self.choose(rundown_choice.one(slot))
        elif walk:
            self.choose(self.choice.walked(slot))
        else:
            self.choose(self.choice.spanned(self.outline.order, slot))
        self.bring(slot)

    def _tick(self, *, on: bool) -> None:
        """Choose the row of the cursor too, or no longer; the cursor stays on it."""
        if self.current is None:
            self.step(1)
        else:
            self.choose(self.choice.ticked(self.current, on=on))

    # --- folding -------------------------------------------------------------------------------

    def _turn(self, *, shut: bool) -> None:
        """Fold or unfold the chosen session; from elsewhere go to the session, or into it."""
        index = self.selection()
        if index is None or self.board is None or self.sifting:
            return
        row = self.board.slots[index]
        if not row.leaf and (row.id in self.shut) is not shut:
            self.toggle_fold(row.id)
        elif shut and row.parent is not None:
            self.select(row.parent)
            self.bring(row.parent)
        elif not shut and not row.leaf:
            self.step(1)

    def toggle_fold(self, slot: str) -> None:
        """Fold a session, or unfold it; a row that this hides hands the choice to the session."""
        shut = slot not in self.shut
        self.fold(self.shut ^ {slot})
        if shut and self.current is not None and not self.shows(self.current):
            self.select(slot)
        self.folded.emit()

    def fold_all(self, *, shut: bool) -> None:
        """Fold every session, or unfold all."""
        if self.board is None or self.sifting:
            return
        rows = self.board.slots
        self.fold(frozenset(row.id for row in rows if not row.leaf) if shut else frozenset())
        if self.current is not None and not self.shows(self.current):
            outermost = next(
                row for row in reversed(rows[: self.selection() or 0]) if not row.level
            )
            self.select(outermost.id)
        self.folded.emit()

    def uncover(self, slot: str) -> None:
        """Unfold what hides the row of `slot`, and end a sieve that does."""
        if self.board is None or self.shows(slot):
            return
        if self.sifting:
            self.unsifted.emit()
        at, homes = self.board.slots.at(slot), set()
        while at is not None and (home := self.board.slots[at].parent) is not None:
            homes.add(home)
            at = self.board.slots.at(home)
        if homes & self.shut:
            self.fold(self.shut - homes)
            self.folded.emit()

    # --- the pointer ---------------------------------------------------------------------------

    def row_at(self, point: QtCore.QPoint) -> int | None:
        """The row at a point of the viewport."""
        return self.outline.at(point.y() + self.offset())

    def press(self, index: int | None, *, add: bool, span: bool) -> bool:
        """Choose what is pressed; whether it was one of several, which are kept for a drag."""
        if index is None or self.board is None:
            self.select(None)
            return False
        slot, order = self.board.slots[index].id, self.outline.order
        if add:
            self.choose(self.choice.toggled(order, slot))
        elif span:
            self.choose(self.choice.spanned(order, slot))
        elif slot in self.choice.slots and len(self.choice.slots) > 1:
            self.choose(self.choice._replace(cursor=slot))
            return True
        else:
            self.select(slot)
        return False

    def release(self, index: int) -> None:
        """One of several was clicked, not dragged: it alone is chosen."""
        if self.board is not None:
            self.select(self.board.slots[index].id)

    def _lay(self) -> None:
        super()._lay()
        if self._pointer.dragging:  # rows may have come or gone under what is held
            self._block = self.block()

    def grabbed(self, index: int) -> bool:
        """Whether what is chosen can be dragged; it then is."""
        self._block = self.block()
        if self.board is None or index not in self._block:
            return False
        rows = self.board.slots
        if not all(places.free(rows, each) for each in self._block):
            self.stuck.emit()
            return False
        spans = (range(each, places.after_all(rows, each)) for each in self._block)
        self._fade(frozenset(rows[at].id for span in spans for at in span))
        return True

    def landing_at(self, point: QtCore.QPoint) -> Landing | None:
        """Where what is dragged would land if let go at `point`."""
        over, rows = self.row_at(point), self.board.slots if self.board else None
        if rows is None or not self.outline.order:
            return None
        if over is None:  # below the last row: the end of the day
            last = self.outline.index[self.outline.order[-1]]
            below = point.y() + self.offset() >= self.outline.total
            return places.landing(rows, self._block, last, True, 0) if below else None
        middle = self._row_rect(over).center().y()
        indent = INDENT[self._theme.metrics.small]
        level = max(0, (point.x() - self.places.title.left + indent // 2) // indent)
        lower = point.y() + self.offset() > middle
        return places.landing(rows, self._block, over, lower, level, self.shut)

    def hovered(self) -> None:
        """Show where what is dragged would land, and have it tried."""
        landing = self._pointer.landing
        if landing != self._canvas.landing:
            self._canvas.landing = landing
            self.hovering.emit(landing.place if landing else None)
        self.viewport().update()

    def dropped(self, landing: Landing | None) -> None:
        """Nothing is dragged any more; it lands there, or nowhere."""
        self._canvas.landing = None
        self._fade(frozenset())
        self.viewport().update()
        self.landed.emit(landing.place if landing else None)

    def pointer_at(self) -> QtCore.QPoint:
        """Where the pointer is in the viewport while it drags."""
        return self._pointer.at

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        point = event.position().toPoint()
        slot = self._fold_at(point)
        if slot is not None and event.button() == QtCore.Qt.MouseButton.LeftButton:
            self.toggle_fold(slot)
        else:
            self._pointer.press(event)

    def _fold_at(self, point: QtCore.QPoint) -> str | None:
        """The session whose sign is at a point."""
        index = self.row_at(point)
        if self.board is None or index is None or self.sifting or point.x() >= self.places.cue - 6:
            return None
        row = self.board.slots[index]
        return None if row.leaf else row.id

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, _event: QtGui.QMouseEvent) -> None:
        self._pointer.release()

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.row_at(point)
        if self.board is None or index is None:
            return
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._pointer.let_go()
            self.select(self.board.slots[index].id)
            self._want(field_at(self.places, point.x(), self.departments))

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        row = self.row_area(self.current) if self.current is not None else None
        by_key = event.reason() == QtGui.QContextMenuEvent.Reason.Keyboard
        if by_key and row is not None:
            corner = QtCore.QPoint(self.places.title.left, row.bottom())
            self.menu.emit(self.viewport().mapToGlobal(corner))
        else:
            self.menu.emit(event.globalPos())

    # --- tips ----------------------------------------------------------------------------------

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            tip = self.tip_at(event.pos())
            if tip:
                QtWidgets.QToolTip.showText(event.globalPos(), tip, self.viewport())
            else:
                QtWidgets.QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QtCore.QPoint) -> str:
        """What a pointer resting at `point` is told; empty when the row says it all."""
        index = self.row_at(point)
        if index is None or self.board is None:
            return ""
        line = self.line(index)
        places = self.places
        if self._fold_at(point) is not None:
            return self._words.fold_tip
        if point.x() < places.title.left + 20 + self._painter.indent(line):
            return self._canvas.teller.tip(line)
        if places.note and point.x() >= places.note.left:
            return line.note
        if places.speakers and point.x() >= places.speakers.left and line.leaf:
            return line.speakers
        if self._painter.cut(line) or line.speakers:
            return "\n".join(part for part in (line.title, line.speakers) if part)
        return ""
