"""The rows of the rundown as a list that scrolls: painting, choosing, dragging; no editing.

- The rows are painted by hand: their heights differ (live, session, gap), and only those in the
  window are ever made, so that 10,000 of them cost a tick what twenty do.
- `present` compares what each visible row says with what it said, and repaints those that differ.
- Space and Enter are never taken (clickers send Enter); Page Up and Page Down only scroll.
"""

from itertools import islice
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board, Row
from runofshow.ui.operator import rundown_model as model
from runofshow.ui.operator.rundown_columns import Wants, columns
from runofshow.ui.operator.rundown_fields import Field
from runofshow.ui.operator.rundown_hands import Hand
from runofshow.ui.operator.rundown_model import Heights, Landing, Outline
from runofshow.ui.operator.rundown_paint import INDENT, RowPainter, metrics_of
from runofshow.ui.operator.rundown_rows import Line, Ribbon, Teller
from runofshow.ui.painting import painting
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
_NONE: Final = QtCore.Qt.KeyboardModifier.NoModifier
_CTRL: Final = QtCore.Qt.KeyboardModifier.ControlModifier
_ALT: Final = QtCore.Qt.KeyboardModifier.AltModifier
_SHIFT: Final = QtCore.Qt.KeyboardModifier.ShiftModifier

HANDS: Final = {
    (Key.Key_Delete, _NONE): Hand.SKIP_OR_RESTORE,
    (Key.Key_Insert, _NONE): Hand.INSERT_AFTER,
    (Key.Key_Insert, _SHIFT): Hand.INSERT_BEFORE,
    (Key.Key_D, _CTRL): Hand.DUPLICATE,
    (Key.Key_Up, _ALT): Hand.UP,
    (Key.Key_Down, _ALT): Hand.DOWN,
}
"""The keys of the gestures on the selected row."""
THIN: Final = (20, 16)
"""Height of a gap's row, at 1080p and at 768."""
CREW_LEAST: Final = (56, 48)
CREW_MOST: Final = (110, 90)
SAMPLE: Final = 400
"""How many different texts of a crew column are measured."""
EDGE_OF_SCROLL: Final = 28
"""How near the edge a dragged row makes the list scroll, in pixels."""
DRAG_BEAT: Final = 30
"""Milliseconds between two steps of that scrolling."""

Told = tuple[Line, Ribbon]


def _counts(row: Row) -> bool:
    """Whether what the row says follows the clock even while the row stays as it is."""
    return row.due or row.status == "on_air"


class RundownList(QtWidgets.QAbstractScrollArea):
    """Shows the rows of a board.

    Attributes: board, places (the columns), departments. Signals: `selected` (a slot's id or
    None), `hand` (a Hand, on the selected row), `wanted` (a slot's id and a Field to edit),
    `landed` (the index of a row dragged, and its Move), `menu` (a point of the screen), `laid`
    (rows or columns have moved), `scrolled` (by the régie), `resized`, `home`.
    """

    selected = QtCore.Signal(object)
    hand = QtCore.Signal(object)
    wanted = QtCore.Signal(str, object)
    landed = QtCore.Signal(int, object)
    menu = QtCore.Signal(QtCore.QPoint)
    laid = QtCore.Signal()
    scrolled = QtCore.Signal()
    resized = QtCore.Signal()
    home = QtCore.Signal()

    def __init__(self, theme: Theme, words: RundownWords, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.departments: tuple[str, ...] = ()
        self.outline = Outline((), None, self._heights(theme))
        self._theme, self._words = theme, words
        self._shape: model.Shape | None = None
        self._wants = Wants(0, (), notes=True)
        self.places = columns(self.width(), theme, self._wants)
        self._painter = RowPainter(theme, self.places, words)
        self._told: dict[int, Told] = {}
        self._tried: Board | None = None
        self._selected: str | None = None
        self._steering = False
        self._drag = _Drag()
        self._beat = QtCore.QBasicTimer()
        self._settle_widget()

    def _settle_widget(self) -> None:
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Ours, because PySide knows its kind: of Qt's own it would first ask all kinds (10 ms).
        self.setViewport(QtWidgets.QWidget())
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board`; rows that say what they said are not painted again."""
        still = self.board is not None and self.board.slots is board.slots
        self.board = board
        shape = model.shape(board)
        if shape != self._shape:
            self._shape = shape
            self._lay()
            return
        self._retell(still and self._tried is None)

    def preview(self, tried: Board | None) -> None:
        """Show the hours and lengths of `tried` on the rows, marked as such; None shows what is."""
        if (tried is None) is not (self._tried is None):
            self.viewport().update()
        self._tried = tried
        self._retell(still=False)

    def _retell(self, still: bool) -> None:
        """Paint again the visible rows that now say something else; `still` rows only count."""
        if self.board is None:
            return
        teller = self._teller()
        for index, told in list(self._told.items()):
            if still and not _counts(self.board.slots[index]):
                continue
            now = self._tell(teller, index)
            if now != told:
                self._told[index] = now
                self.viewport().update(self._area(index))

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        self._refit()

    def use(self, theme: Theme) -> None:
        """Paint with `theme`."""
        self._theme = theme
        self._lay()

    # --- where things stand --------------------------------------------------------------------

    def selection(self) -> int | None:
        """The index of the selected row."""
        return self.outline.index.get(self._selected) if self._selected is not None else None

    def select(self, slot: str | None) -> None:
        """Select a row by its slot's id, or nothing."""
        if slot == self._selected:
            return
        former, self._selected = self.selection(), slot
        for index in (former, self.selection()):
            if index is not None:
                self.viewport().update(self._area(index))
        self._say_aloud()
        self.selected.emit(slot)

    def row_area(self, slot: str) -> QtCore.QRect | None:
        """Where the row of `slot` stands in the viewport, without the gap above it."""
        index = self.outline.index.get(slot)
        return None if index is None else self._row_rect(index).translated(0, -self.offset())

    def field_area(self, slot: str, field: Field) -> QtCore.QRect | None:
        """Where an editor of `field` stands in the viewport: over the title if it is not shown."""
        row = self.row_area(slot)
        if row is None:
            return None
        places = self.places
        title = QtCore.QRect(places.title.left - 6, 0, places.title.width + 6, 0)
        match field:
            case Field.LENGTH:
                across = QtCore.QRect(places.length - 74, 0, 80, 0)
            case Field.START:
                across = QtCore.QRect(places.planned - 64, 0, 70, 0)
            case Field.SPEAKERS if places.speakers:
                left = places.speakers.left - 6
                across = QtCore.QRect(left, 0, max(220, places.speakers.width + 6), 0)
            case Field.NOTE if places.note:
                wide = max(220, places.note.width)
                across = QtCore.QRect(places.width - wide - 4, 0, wide, 0)
            case _:
                across = title
        tall = min(row.height() - 4, 30)
        left = max(2, min(across.left(), places.width - across.width() - 2))
        top = row.top() + (row.height() - tall) // 2
        return QtCore.QRect(left, top, across.width(), tall)

    def offset(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def _heights(self, theme: Theme) -> Heights:
        measures = theme.metrics
        thin = THIN[measures.small]
        return Heights(measures.leaf_row, measures.live_row, measures.session_row, thin)

    def _row_rect(self, index: int) -> QtCore.QRect:
        """The row of `index` in the list's own heights, without the thin row above it."""
        span = self.outline.span(index)
        top = span.top + span.thin
        return QtCore.QRect(0, top, self.viewport().width(), span.height - span.thin)

    def _area(self, index: int) -> QtCore.QRect:
        """All that row `index` paints, in the viewport."""
        span = self.outline.span(index)
        return QtCore.QRect(0, span.top - self.offset(), self.viewport().width(), span.height)

    # --- laying out ----------------------------------------------------------------------------

    def _lay(self) -> None:
        """Lay the rows anew; what was at the top of the window stays there."""
        kept = self._anchor()
        former = self.outline
        rows = self.board.slots if self.board else ()
        live = self.board.on_air.slot if self.board and self.board.on_air else None
        self.outline = Outline(rows, live, self._heights(self._theme))
        self._keep_selection(former)
        self._measure()
        self._range()
        if kept is not None and kept[0] in self.outline.index:
            self.steer(self.outline.span(self.outline.index[kept[0]]).top + kept[1])
        self._refit()

    def _anchor(self) -> tuple[str, int] | None:
        """The row at the top of the window, and how much of it is scrolled away."""
        index = self.outline.at(self.offset())
        if index is None or not self.offset():
            return None
        slot = next(islice(self.outline.index, index, None))
        return slot, self.offset() - self.outline.span(index).top

    def _keep_selection(self, former: Outline) -> None:
        """A selected row that has gone hands the selection to the one in its place."""
        if self._selected is None or self._selected in self.outline.index:
            return
        place = min(former.index.get(self._selected, 0), len(self.outline) - 1)
        rows = self.board.slots if self.board else ()
        self._selected = rows[place].id if 0 <= place < len(rows) else None
        self.selected.emit(self._selected)

    def _measure(self) -> None:
        """Find the widths that cues and crew columns ask for."""
        rows = self.board.slots if self.board else ()
        measures, small = self._theme.metrics, self._theme.metrics.small
        digits = metrics_of(Role.ROW_TIME, measures)
        longest = sorted({row.cue for row in rows}, key=len)[-20:]
        cue = max((digits.horizontalAdvance(text) for text in longest), default=0.0)
        self.departments = model.departments(rows)
        words = metrics_of(Role.CREW, measures)
        crew = []
        for name in self.departments:
            texts = {text for row in rows for key, text in row.departments if key == name}
            wide = max(map(words.horizontalAdvance, [*islice(texts, SAMPLE), name]))
            crew.append(int(min(max(wide + 14, CREW_LEAST[small]), CREW_MOST[small])))
        self._wants = Wants(int(cue) + 4, tuple(crew), notes=True)

    def _range(self) -> None:
        bar = self.verticalScrollBar()
        tall = self.viewport().height()
        self._steering = True
        bar.setRange(0, max(0, self.outline.total - tall))
        bar.setPageStep(tall)
        bar.setSingleStep(max(1, self._theme.metrics.leaf_row * 2 // 3))
        self._steering = False

    def _refit(self) -> None:
        """Place the columns in the present width and paint everything."""
        self.places = columns(self.viewport().width(), self._theme, self._wants)
        self._painter = RowPainter(self._theme, self.places, self._words)
        self._told.clear()
        self.viewport().update()
        self.laid.emit()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._range()
        self._refit()
        self.resized.emit()

    # --- scrolling -----------------------------------------------------------------------------

    def steer(self, offset: int) -> None:
        """Scroll to `offset` on the program's account, not the régie's."""
        self._steering = True
        self.verticalScrollBar().setValue(offset)
        self._steering = False

    def third(self, slot: str) -> int:
        """The offset that puts the row of `slot` at about a third, with whole rows from the top."""
        span = self.outline.span(self.outline.index[slot])
        aim = max(0, span.top - (self.viewport().height() - span.height) // 3)
        first = self.outline.at(aim)
        whole = aim if first is None else self.outline.span(first).top
        return min(whole, self.verticalScrollBar().maximum())

    def bring(self, slot: str) -> None:
        """Scroll as little as makes the row of `slot` stand whole in the window."""
        span = self.outline.span(self.outline.index[slot])
        tall = self.viewport().height()
        bottom = span.top + span.height - tall
        self.verticalScrollBar().setValue(max(bottom, min(span.top, self.offset())))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.devicePixelRatioF().is_integer() and self._tried is None:
            self.viewport().scroll(dx, dy)
        else:  # moved by part of a pixel, what was painted would smear
            self.viewport().update()

    def _moved(self) -> None:
        seen = self._seen()
        self._told = {index: told for index, told in self._told.items() if index in seen}
        self.laid.emit()
        if not self._steering:
            self.scrolled.emit()

    def _seen(self) -> range:
        top = self.offset()
        return self.outline.seen(top, top + self.viewport().height())

    # --- painting ------------------------------------------------------------------------------

    def _teller(self) -> Teller:
        assert self.board is not None
        return Teller(self.board, self._words, self.departments, self._theme.metrics.small)

    def _tell(self, teller: Teller, index: int) -> Told:
        through, tried = Ribbon(), self._tried_teller()
        if index in self.outline.between:
            through = (tried or teller).between(self.outline.between[index].leaf)
        return teller.tried(index, tried) if tried else teller.line(index), through

    def _tried_teller(self) -> Teller | None:
        """What tells the rows of the plan previewed; None when none is, or of another rundown."""
        tried, board = self._tried, self.board
        if tried is None or board is None or len(tried.slots) != len(board.slots):
            return None
        return Teller(tried, self._words, self.departments, self._theme.metrics.small)

    def line(self, index: int) -> Line:
        """What row `index` says."""
        if index not in self._told:
            self._told[index] = self._tell(self._teller(), index)
        return self._told[index][0]

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        with painting(self.viewport(), smooth=False) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QtGui.QPainter, dirty: QtCore.QRect) -> None:
        offset = self.offset()
        painter.translate(0, -offset)
        dirty.translate(0, offset)
        if self.board is not None:
            teller = self._teller()
            for index in self.outline.seen(dirty.top(), dirty.bottom() + 1):
                self._paint_row(painter, teller, index)
        if dirty.bottom() >= self.outline.total:
            top = max(dirty.top(), self.outline.total)
            rest = QtCore.QRect(0, top, self.viewport().width(), dirty.bottom() + 1 - top)
            self._painter.blank(painter, rest)
        if self.board is not None and not self.board.slots:
            self._paint_empty(painter)
        self._paint_landing(painter)
        if self._tried is not None:
            painter.translate(0, offset)
            pen = QtGui.QPen(self._theme.colours.live, 2)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_row(self, painter: QtGui.QPainter, teller: Teller, index: int) -> None:
        if index not in self._told:
            self._told[index] = self._tell(teller, index)
        line, through = self._told[index]
        between = self.outline.between.get(index)
        if between is not None:
            span = self.outline.span(index)
            area = QtCore.QRect(0, span.top, self.viewport().width(), span.thin)
            said = teller.thin(between.length, between.overlap)
            self._painter.thin(painter, said, between.overlap, through, area)
        chosen = line.slot == self._selected
        area = self._row_rect(index)
        self._painter.row(painter, line, area, chosen, chosen and self.hasFocus())

    def _paint_landing(self, painter: QtGui.QPainter) -> None:
        """Draw the edge at which the dragged row would land."""
        landing = self._drag.landing
        if landing is None:
            return
        area = self._row_rect(landing.row)
        y = area.bottom() if landing.at_foot else area.top() - 1
        left = self.places.title.left + INDENT[self._theme.metrics.small] * landing.level - 8
        live = self._theme.colours.live
        painter.fillRect(QtCore.QRect(left, y - 1, area.width() - left, 3), live)
        painter.fillRect(QtCore.QRect(left, y - 4, 3, 9), live)

    def _paint_empty(self, painter: QtGui.QPainter) -> None:
        painter.setFont(self._theme.font(Role.ROW))
        painter.setPen(self._theme.colours.quiet)
        room = self.viewport().rect().adjusted(16, 16, -16, 0)
        flags = QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._words.empty)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint_selected()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_selected()

    def _repaint_selected(self) -> None:
        index = self.selection()
        if index is not None:
            self.viewport().update(self._area(index))

    def _say_aloud(self) -> None:
        """Give the selected row to screen readers."""
        index = self.selection()
        if index is None or self.board is None:
            return
        line = self.line(index)
        state = self._teller().state(line)
        parts = (state, line.cue, line.title, line.speakers, line.planned, line.length)
        self.setAccessibleName(", ".join(part for part in parts if part))

    # --- keys ----------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ShortcutOverride and isinstance(
            event, QtGui.QKeyEvent
        ):
            gesture = _gesture(event)
            ours = gesture is Hand.INSERT_AFTER or (gesture and self._selected is not None)
            if ours or event.key() in (Key.Key_F2, Key.Key_Home, Key.Key_End):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        gesture = _gesture(event)
        page = self.viewport().height()
        match event.key():
            case _ if gesture is not None:
                self.hand.emit(gesture)
            case Key.Key_Escape if self._drag.landing or self._drag.dragged is not None:
                self._let_go()
            case Key.Key_Up | Key.Key_Down if event.modifiers() in (_NONE, _KEYPAD):
                self._step(-1 if event.key() == Key.Key_Up else 1)
            case Key.Key_PageUp:
                self._page(-page)
            case Key.Key_PageDown:
                self._page(page)
            case Key.Key_Home:
                self.home.emit()
            case Key.Key_End:
                self._page(self.outline.total)
            case Key.Key_F2 if event.modifiers() == _NONE:
                self._want(Field.TITLE)
            case _:
                event.ignore()

    def _page(self, by: int) -> None:
        self.verticalScrollBar().setValue(self.offset() + by)

    def _want(self, field: Field) -> None:
        if self._selected is not None:
            self.wanted.emit(self._selected, field)

    def _step(self, by: int) -> None:
        """Select the row above or below; the first time, what is on air or next."""
        if self.board is None or not self.board.slots:
            return
        here = self.selection()
        if here is None:
            near = self.board.on_air or self.board.next
            index = self.outline.index[near.slot] if near else 0
        else:
            index = min(max(0, here + by), len(self.outline) - 1)
        slot = self.board.slots[index].id
        self.select(slot)
        self.bring(slot)

    # --- the pointer ---------------------------------------------------------------------------

    def _index_at(self, point: QtCore.QPoint) -> int | None:
        return self.outline.at(point.y() + self.offset())

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index is None or self.board is None:
            self.select(None)
            return
        self.select(self.board.slots[index].id)
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._drag = _Drag(origin=event.position().toPoint(), row=index)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        drag, point = self._drag, event.position().toPoint()
        if drag.row is None or self.board is None:
            return
        far = (point - drag.origin).manhattanLength()
        if drag.dragged is None:
            if far < QtWidgets.QApplication.startDragDistance():
                return
            if not model.movable(self.board.slots[drag.row]):
                return
            drag.dragged = self.board.slots[drag.row].id
            self.viewport().setCursor(QtCore.Qt.CursorShape.ClosedHandCursor)
            self._beat.start(DRAG_BEAT, self)
        self._hover(point)

    def _hover(self, point: QtCore.QPoint) -> None:
        """Work out where the dragged row would land if let go at `point`."""
        drag = self._drag
        drag.point = point
        dragged = self.outline.index.get(drag.dragged or "")
        over = self._index_at(point)
        landing = None
        if self.board is not None and dragged is not None and over is not None:
            row = self._row_rect(over)
            lower = point.y() + self.offset() > row.center().y()
            landing = model.landing(self.board.slots, dragged, over, lower)
        if landing != drag.landing:
            drag.landing = landing
            self.viewport().update()

    def timerEvent(self, event: QtCore.QTimerEvent) -> None:
        if event.timerId() != self._beat.timerId():
            super().timerEvent(event)
            return
        y, tall = self._drag.point.y(), self.viewport().height()
        by = min(0, y - EDGE_OF_SCROLL) + max(0, y - (tall - EDGE_OF_SCROLL))
        if by:
            self._page(by)
            self._hover(self._drag.point)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        landing, dragged = self._drag.landing, self.outline.index.get(self._drag.dragged or "")
        self._let_go()
        if landing is not None and dragged is not None:
            self.landed.emit(dragged, landing.move)

    def _let_go(self) -> None:
        self._drag = _Drag()
        self._beat.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self._index_at(point)
        if self.board is None or index is None:
            return
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._let_go()
            self.select(self.board.slots[index].id)
            self._want(self._field_at(point.x()))

    def _field_at(self, x: int) -> Field:
        places = self.places
        if x < places.cue:
            return Field.TITLE
        if x < places.axis - 4:
            return Field.START if x > places.planned - 52 else Field.TITLE
        if x < places.title.left - 6:
            return Field.LENGTH
        if places.speakers and places.speakers.left <= x < places.speakers.right + 8:
            return Field.SPEAKERS
        if places.note and x >= places.note.left:
            return Field.NOTE
        return Field.TITLE

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        row = self.row_area(self._selected) if self._selected is not None else None
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
        index = self._index_at(point)
        if index is None or self.board is None:
            return ""
        line = self.line(index)
        places = self.places
        if point.x() < places.title.left + 20 + self._painter.indent(line):
            return self._teller().tip(line)
        if places.note and point.x() >= places.note.left:
            return line.note
        if places.speakers and point.x() >= places.speakers.left and line.leaf:
            return line.speakers
        if self._painter.cut(line) or line.speakers:
            return "\n".join(part for part in (line.title, line.speakers) if part)
        return ""


_KEYPAD: Final = QtCore.Qt.KeyboardModifier.KeypadModifier


def _gesture(event: QtGui.QKeyEvent) -> Hand | None:
    held = event.modifiers() & ~_KEYPAD
    return HANDS.get((Key(event.key()), held)) if event.key() in _GESTURE_KEYS else None


_GESTURE_KEYS: Final = {key for key, _ in HANDS}


class _Drag:
    """A row being dragged: where it was taken, where it would land."""

    def __init__(self, origin: QtCore.QPoint | None = None, row: int | None = None) -> None:
        self.origin = origin or QtCore.QPoint()
        self.point = self.origin
        self.row = row
        self.dragged: str | None = None
        self.landing: Landing | None = None
