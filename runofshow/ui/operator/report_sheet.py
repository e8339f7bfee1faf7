"""The sheet that shows the rows of the report and of the log, and scrolls.

Each kind of row has its own height and its own way of being painted; only what is seen is painted.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import Final, NamedTuple, assert_never

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_right, write_whole
from runofshow.ui.operator import ribbon
from runofshow.ui.operator.cell import Cell, aloud
from runofshow.ui.operator.report_lines import (
    ColumnsRow,
    FactsRow,
    GapRow,
    HeadRow,
    ItemRow,
    LineRow,
    NoteRow,
    Row,
    Title,
)
from runofshow.ui.operator.spans import Tone
from runofshow.ui.painting import painting
from runofshow.ui.theme import Role, Theme

BAR: Final = 10
"""Room kept for the scroll bar, whether it is there or not."""


class _Shape(NamedTuple):
    """Heights and columns in logical pixels."""

    margin: int
    title: int
    facts: int
    head: int
    line: int
    item: int
    gap: int
    lead: int
    """Where the text of a line begins, after its clock or cue; further on where that is long."""
    figure: int
    """How wide the figures of lines are."""
    text: float
    """The share of the width that a line's text takes when there is more to say beside it."""
    number: int
    """How wide a length of the table is."""
    early: int
    """Room left of the ribbon's axis."""
    late: int
    """Room right of it, the label included."""


_LARGE: Final = _Shape(24, 60, 84, 38, 30, 27, 16, 76, 92, 0.34, 78, 24, 84)
_SMALL: Final = _Shape(14, 42, 60, 30, 24, 22, 8, 62, 76, 0.34, 62, 18, 62)


def _shape(theme: Theme) -> _Shape:
    return _SMALL if theme.metrics.small else _LARGE


class PageTitle(Cell[Title]):
    """The name of a page and what it comes to; it does not scroll away."""

    def spoken(self, value: Title) -> str:
        return aloud(value.text, value.beside)

    @property
    def tall(self) -> int:
        """Its height, in logical pixels."""
        return _shape(self.theme).title

    def draw(self, painter: QtGui.QPainter, value: Title) -> None:
        colours, margin = self.theme.colours, _shape(self.theme).margin
        y = lettering.middle(self.theme.font(Role.CALM), 0, self.height())
        name = Run(value.text, Role.CALM, colours.text)
        beside = Run(value.beside, Role.ROW, colours.sec, 16)
        room = self.width() - 2 * margin
        write(painter, self.theme, QtCore.QPointF(margin, y), (name, beside), room)


class Sheet(QtWidgets.QAbstractScrollArea):
    """Rows of a report. Attributes: theme, rows."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: tuple[Row, ...] = ()
        self._tops, self._lead = [0], 0.0
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def put(self, rows: tuple[Row, ...]) -> None:
        """Show `rows`, scrolled as far as before."""
        if rows != self.rows:
            self.rows = rows
            self._measure()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._measure()

    def _measure(self) -> None:
        heights = (self.height_of(row) for row in self.rows)
        self._tops = list(accumulate(heights, initial=0))
        self._lead = self._lead_of(self.rows)
        self._range()
        self.viewport().update()

    def _lead_of(self, rows: tuple[Row, ...]) -> float:
        """Where the text of lines begins: after the clock or cue in most letters."""
        longest = max((row.lead for row in rows if isinstance(row, LineRow)), key=len, default="")
        wide = lettering.width_of(longest, self.theme.font(Role.ROW_TIME))
        return max(float(_shape(self.theme).lead), wide + 14)

    def _range(self) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        whole = self._tops[-1] + _shape(self.theme).margin
        bar.setPageStep(seen)
        bar.setSingleStep(_shape(self.theme).line)
        bar.setRange(0, max(0, whole - seen))

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._range()

    def height_of(self, row: Row) -> int:
        """How tall a row is, in logical pixels."""
        shape = _shape(self.theme)
        match row:
            case FactsRow():
                return shape.facts
            case HeadRow():
                return shape.head
            case LineRow() | NoteRow():
                return shape.line
            case ColumnsRow() | ItemRow():
                return shape.item
            case GapRow():
                return shape.gap
            case _:
                assert_never(row)

    def row_at(self, y: int) -> Row | None:
        """The row at that height of what is seen."""
        index = bisect_right(self._tops, y + self.verticalScrollBar().value()) - 1
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            row = self.row_at(event.pos().y())
            tip = row.tip if isinstance(row, (LineRow, ItemRow)) else ""
            QtWidgets.QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        seen, shift = event.rect(), self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, seen.top() + shift) - 1)
        with painting(self.viewport()) as painter:
            painter.fillRect(seen, self.theme.colours.surf)
            brush = _Brush(painter, self.theme, self._lead)
            for index in range(first, len(self.rows)):
                top = self._tops[index] - shift
                if top > seen.bottom():
                    break
                margin = _shape(self.theme).margin
                tall = self._tops[index + 1] - self._tops[index]
                wide = self.width() - BAR - 2 * margin
                brush.row(self.rows[index], QtCore.QRectF(margin, top, wide, tall))


class _Brush:
    """Paints rows in one theme; the text of lines begins at `lead`."""

    def __init__(self, painter: QtGui.QPainter, theme: Theme, lead: float) -> None:
        self._painter, self._theme, self._shape = painter, theme, _shape(theme)
        self._lead = lead

    def _ink(self, tone: Tone) -> QtGui.QColor:
        colour: QtGui.QColor = getattr(self._theme.colours, tone)
        return colour

    def _write(self, x: float, y: float, room: float, *runs: Run) -> float:
        return write(self._painter, self._theme, QtCore.QPointF(x, y), runs, room)

    def _right(self, x: float, y: float, run: Run) -> None:
        write_right(self._painter, self._theme, QtCore.QPointF(x, y), (run,))

    def _run(self, text: str, role: Role, tone: Tone, gap: float = 0) -> Run:
        return Run(text, role, self._ink(tone), gap)

    def _baseline(self, role: Role, area: QtCore.QRectF) -> float:
        return lettering.middle(self._theme.font(role), area.top(), area.height())

    def _rule(self, area: QtCore.QRectF, tone: QtGui.QColor) -> None:
        self._painter.fillRect(QtCore.QRectF(area.left(), area.bottom() - 1, area.width(), 1), tone)

    def row(self, row: Row, area: QtCore.QRectF) -> None:
        """Paint `row` into `area`."""
        match row:
            case FactsRow():
                self._facts(row, area)
            case HeadRow():
                self._head(row, area)
            case LineRow():
                self._line(row, area)
            case ColumnsRow():
                self._columns(row, area)
            case ItemRow():
                self._item(row, area)
            case NoteRow():
                y = self._baseline(Role.ROW, area)
                self._write(area.left(), y, area.width(), self._run(row.text, Role.ROW, "sec"))
            case GapRow():
                pass
            case _:
                assert_never(row)

    def _facts(self, row: FactsRow, area: QtCore.QRectF) -> None:
        small = self._theme.metrics.small
        wide = area.width() / max(1, len(row.facts))
        steps = (12.0, 32.0, 48.0) if small else (16.0, 44.0, 66.0)
        for index, fact in enumerate(row.facts):
            x = area.left() + index * wide
            if index:
                line = QtCore.QRectF(x - 14, area.top() + 2, 1, steps[2])
                self._painter.fillRect(line, self._theme.colours.line)
            for text, role, tone, step in (
                (fact.caption, Role.CAPTION, "quiet", steps[0]),
                (fact.figure, Role.FIGURE, "text", steps[1]),
                (fact.line, Role.CAPTION, "sec", steps[2]),
            ):
                run = Run(text, role, getattr(self._theme.colours, tone))
                self._write(x, area.top() + step, wide - 28, run)

    def _head(self, row: HeadRow, area: QtCore.QRectF) -> None:
        y = lettering.middle(self._theme.font(Role.ROW_BOLD), area.top() + 6, area.height() - 8)
        name = self._run(row.text, Role.ROW_BOLD, "text")
        beside = self._run(row.beside, Role.CAPTION, "quiet", 12)
        self._write(area.left(), y, area.width(), name, beside)
        self._rule(area, self._theme.colours.line2)

    # --- lines ---

    def _line(self, row: LineRow, area: QtCore.QRectF) -> None:
        shape, role = self._shape, Role.ROW_BOLD if row.bold else Role.ROW
        y = self._baseline(Role.ROW, area)
        x = area.left()
        if row.sign is not None:
            self._sign(row.sign, row.tone, area)
        if row.signed:
            x += self._theme.metrics.icon + 8
        self._write(x, y, self._lead, self._run(row.lead, Role.ROW_TIME, "sec"))
        x += self._lead
        room = area.right() - x
        if row.figure or any(row.beside):
            room = min(room, area.width() * shape.text)
        self._write(x, y, room, self._run(row.text, role, "text"))
        x += room + 12
        if row.figure:
            x = self._figure(row, x, y)
        left, font = area.right() - x, self._theme.font(Role.ROW)
        fits = (text for text in row.beside if lettering.width_of(text, font) <= left)
        beside = next(fits, row.beside[-1] if row.beside else "")
        self._write(x, y, left, self._run(beside, Role.ROW, "sec"))
        self._rule(area, self._theme.colours.line)

    def _sign(self, sign: Icon, tone: Tone, area: QtCore.QRectF) -> None:
        side = self._theme.metrics.icon
        box = QtCore.QRectF(area.left(), area.center().y() - side / 2, side, side)
        icons.paint(self._painter, sign, box, self._ink(tone))

    def _figure(self, row: LineRow, x: float, y: float) -> float:
        """The figure, a number at the right of its column; returns where what follows begins."""
        right = x + self._shape.figure
        if row.figure[:1] in "+−0123456789":
            self._right(right, y, self._run(row.figure, Role.ROW_TIME_BOLD, "text"))
        else:
            tone: Tone = "amber" if row.tone == "amber" else "sec"
            end = self._write(x, y, 1e4, self._run(row.figure, Role.ROW, tone))
            right = max(right, end)
        return right + 20

    # --- items ---

    def _places(self, area: QtCore.QRectF) -> dict[str, tuple[float, float]]:
        """Left and right of each column of the table of items."""
        shape = self._shape
        left = area.left() + shape.lead - 16
        fixed = 3 * shape.number + shape.early + shape.late
        free = area.right() - left - fixed
        title = free * 0.56
        places = {"cue": (area.left(), left), "title": (left, left + title)}
        x = left + title
        for name in ("printed", "actual", "by"):
            places[name] = (x, x + shape.number)
            x += shape.number
        places["late"] = (x, x + shape.early + shape.late)
        places["why"] = (x + shape.early + shape.late, area.right())
        return places

    def _columns(self, row: ColumnsRow, area: QtCore.QRectF) -> None:
        places, y = self._places(area), self._baseline(Role.CAPTION, area)
        for name, text in row._asdict().items():
            left, right = places[name]
            run = self._run(text, Role.CAPTION, "quiet")
            if name in ("printed", "actual", "by"):
                self._right(right, y, run)
            else:
                start = left + (self._shape.early if name == "late" else 0)
                self._write(start, y, right - start, run)
        self._rule(area, self._theme.colours.line)

    def _item(self, row: ItemRow, area: QtCore.QRectF) -> None:
        places, y = self._places(area), self._baseline(Role.ROW, area)
        self._rule(area, self._theme.colours.line)
        self._ribbon(row, area, places["late"])
        ink: Tone = "quiet" if row.quiet else "text"
        left, right = places["cue"]
        self._write(left, y, right - left - 6, self._run(row.cue, Role.ROW_TIME, "sec"))
        left, right = places["title"]
        self._write(left, y, right - left - 10, self._run(row.title, Role.ROW, ink))
        for name in ("printed", "actual"):
            text: str = getattr(row, name)
            self._right(places[name][1], y, self._run(text, Role.ROW_TIME, "sec"))
        role = Role.ROW_TIME_BOLD if row.weight == "text" else Role.ROW_TIME
        self._right(places["by"][1], y, self._run(row.by, role, row.weight))
        left, right = places["why"]
        box = QtCore.QRectF(left, area.top(), right - left, area.height())
        run = self._run(row.why, Role.SPEAKER, "sec")
        write_whole(self._painter, self._theme, box, run, Role.CAPTION)

    def _ribbon(self, row: ItemRow, area: QtCore.QRectF, place: tuple[float, float]) -> None:
        """The minutes late before and after it, as in the rundown."""
        metrics, colours = self._theme.metrics, self._theme.colours
        axis = place[0] + self._shape.early
        self._painter.fillRect(QtCore.QRectF(axis, area.top(), 1, area.height()), colours.line2)

        def wide(minutes: float) -> float:
            most = metrics.ribbon_most if minutes > 0 else self._shape.early / metrics.ribbon - 2
            return max(-most, min(minutes, most)) * metrics.ribbon

        ends = (wide(row.late_before), wide(row.late_after))
        ribbon.down(self._painter, axis, area, ends, colours)
        if row.late:
            x = axis + max(0.0, *ends) + 6
            tone: Tone = "amber" if row.late_after > 0 else "sec"
            y = self._baseline(Role.ROW_TIME, area)
            self._write(x, y, place[1] - x, self._run(row.late, Role.ROW_TIME, tone))
