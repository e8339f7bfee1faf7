"""How the grid of workshops is painted, and where its cells stand."""

from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.core import grid as grids
from runofshow.core.grid import Cell
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.grid_facts import Column, Sheet, clashing
from runofshow.ui.texts.grid import GridWords
from runofshow.ui.theme import Role, Theme, mixed

LEAST: Final = 116
"""Pixels below which no column is; more of them scroll."""


class Shape(NamedTuple):
    """Where cells stand in logical pixels: `lead` is the rooms' column, `head` the rounds' line."""

    lead: int
    head: int
    tall: int
    wide: float
    margin: int
    scrolled: QtCore.QPoint
    rounds: int

    @classmethod
    def of(cls, theme: Theme, width: int, rounds: int, scrolled: QtCore.QPoint) -> "Shape":
        """The places of so many rounds in a view so wide."""
        metrics = theme.metrics
        margin = 14 if metrics.small else 24
        lead = margin + (104 if metrics.small else 156)
        wide = max(LEAST * (1 if metrics.small else 1.4), (width - lead - margin) / max(rounds, 1))
        return cls(
            lead, 2 * metrics.head + 2, 2 * metrics.leaf_row + 4, wide, margin, scrolled, rounds
        )

    @property
    def whole(self) -> int:
        """How wide all of it is."""
        return round(self.lead + self.rounds * self.wide + self.margin)

    def cell(self, cell: Cell) -> QtCore.QRect:
        """Where a cell stands; the rooms' own column does not scroll sideways."""
        top = self.head + cell.room * self.tall - self.scrolled.y()
        if cell.round < 0:
            return QtCore.QRect(self.margin - 8, top, self.lead - self.margin + 8, self.tall)
        left = self.lead + cell.round * self.wide - self.scrolled.x()
        return QtCore.QRect(round(left), top, round(left + self.wide) - round(left), self.tall)

    def at(self, point: QtCore.QPointF) -> Cell | None:
        """The cell at a point; None over the rounds' line."""
        if point.y() < self.head:
            return None
        room = int((point.y() - self.head + self.scrolled.y()) // self.tall)
        if point.x() < self.lead:
            return Cell(-1, room)
        return Cell(int((point.x() - self.lead + self.scrolled.x()) // self.wide), room)


def paint(
    painter: QtGui.QPainter,
    theme: Theme,
    sheet: Sheet,
    shape: Shape,
    words: GridWords,
    chosen: Cell | None,
    over: Cell | None,
) -> None:
    """Paint all of a grid: cells, then the rooms' column and the rounds' line over them."""
    brush = _Brush(painter, theme, sheet, shape, words)
    for number, column in enumerate(sheet.columns):
        for room in range(len(sheet.grid.rooms)):
            brush.cell(Cell(number, room), column)
    brush.marks(chosen, over)
    brush.rooms(chosen)
    brush.heads()


class _Brush:
    """Paints the parts of one grid."""

    def __init__(
        self, painter: QtGui.QPainter, theme: Theme, sheet: Sheet, shape: Shape, words: GridWords
    ) -> None:
        self._painter, self._theme, self._sheet = painter, theme, sheet
        self._shape, self._words = shape, words
        self._colours = theme.colours

    # --- cells ---------------------------------------------------------------------------------

    def cell(self, cell: Cell, column: Column) -> None:
        """What takes place in a room in a round."""
        colours, area = self._colours, QtCore.QRectF(self._shape.cell(cell))
        if column.stands == "live":
            self._painter.fillRect(area, colours.live_row)
        self._painter.fillRect(
            QtCore.QRectF(area.left(), area.bottom() - 1, area.width(), 1), colours.line
        )
        self._painter.fillRect(
            QtCore.QRectF(area.left(), area.top(), 1, area.height()), colours.line
        )
        there = grids.at(self._sheet.grid, cell)
        ink = colours.quiet if column.stands == "over" else colours.text
        inner = area.adjusted(9, 0, -7, 0)
        if not there.title and not there.host:
            free = QtCore.QPointF(inner.left(), self._middle(Role.ROW, area))
            self._write(free, inner.width(), Run(self._words.free, Role.ROW, colours.quiet))
            return
        under = [part for part in (there.host, there.result) if part]
        font = self._theme.font(Role.ROW_BOLD)
        lines = lettering.broken(there.title, font, inner.width(), 1 if under else 2)
        lead, small = self._lead(Role.ROW_BOLD), self._lead(Role.SPEAKER)
        top = area.top() + (area.height() - lead * len(lines) - small * len(under)) / 2
        for line in lines:
            band = QtCore.QRectF(inner.left(), top, inner.width(), lead)
            at = QtCore.QPointF(inner.left(), self._middle(Role.ROW_BOLD, band))
            self._write(at, inner.width(), Run(line, Role.ROW_BOLD, ink))
            top += lead
        if there.host:
            band = QtCore.QRectF(inner.left(), top, inner.width(), small)
            self._host(there.host, band, double=clashing(self._sheet, cell))
            top += small
        if there.result:
            band = QtCore.QRectF(inner.left(), top, inner.width(), small)
            self._result(there.result, band)

    def _result(self, text: str, band: QtCore.QRectF) -> None:
        side = self._theme.metrics.icon - 2
        box = QtCore.QRectF(band.left(), band.center().y() - side / 2, side, side)
        icons.paint(self._painter, Icon.DONE, box, self._colours.ok)
        at = QtCore.QPointF(band.left() + side + 5, self._middle(Role.SPEAKER, band))
        room = band.width() - side - 5
        self._write(at, room, Run(text, Role.SPEAKER, self._colours.text))

    def _host(self, host: str, band: QtCore.QRectF, *, double: bool) -> None:
        x = band.left()
        if double:
            side = self._theme.metrics.icon
            box = QtCore.QRectF(x, band.center().y() - side / 2, side, side)
            icons.paint(self._painter, Icon.WARNING, box, self._colours.amber)
            x += side + 5
        ink = self._colours.amber if double else self._colours.sec
        at = QtCore.QPointF(x, self._middle(Role.SPEAKER, band))
        self._write(at, band.right() - x, Run(host, Role.SPEAKER, ink))

    def marks(self, chosen: Cell | None, over: Cell | None) -> None:
        """The edges of the chosen cell, and of the one that something is carried over."""
        for cell, ink in (chosen, self._colours.text), (over, self._colours.live):
            if cell is not None and cell.round >= 0:
                self._edge(cell, ink)

    def _edge(self, cell: Cell, ink: QtGui.QColor) -> None:
        self._painter.setPen(QtGui.QPen(ink, 2))
        self._painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        box = QtCore.QRectF(self._shape.cell(cell)).adjusted(2, 1, -1, -2)
        self._painter.drawRoundedRect(box, 3, 3)

    # --- the rooms, the rounds -----------------------------------------------------------------

    def rooms(self, chosen: Cell | None) -> None:
        """The rooms' names, and the row in which new ones are typed."""
        colours, names = self._colours, self._sheet.grid.rooms
        self._painter.fillRect(QtCore.QRectF(0, 0, self._shape.lead, 1e5), colours.surf)
        for number, name in enumerate((*names, "")):
            area = QtCore.QRectF(self._shape.cell(Cell(-1, number)))
            if number < len(names):
                self._room(name, area)
            else:
                self._new(area, alone=not names)
        if chosen is not None and chosen.round < 0:
            self._edge(chosen, colours.text)

    def _new(self, area: QtCore.QRectF, *, alone: bool) -> None:
        """Where a room is added; while there is none, what to type."""
        y = self._middle(Role.ROW, area)
        words, ink = self._words, self._colours.sec if alone else self._colours.quiet
        at = QtCore.QPointF(area.left() + 8, y)
        self._write(at, area.width() - 8, Run(words.add_room_short, Role.ROW, ink))
        if alone:
            at = QtCore.QPointF(self._shape.lead + 9, y)
            room = self._painter.viewport().width() - at.x() - self._shape.margin
            self._write(at, room, Run(words.add_room, Role.ROW, self._colours.quiet))

    def _room(self, name: str, area: QtCore.QRectF) -> None:
        rule = QtCore.QRectF(area.left() + 8, area.bottom() - 1, area.width() - 8, 1)
        self._painter.fillRect(rule, self._colours.line)
        font = self._theme.font(Role.ROW_BOLD)
        lines = lettering.broken(name, font, area.width() - 18, 2)
        lead = self._lead(Role.ROW_BOLD)
        top = area.center().y() - lead * len(lines) / 2
        for number, line in enumerate(lines):
            band = QtCore.QRectF(area.left() + 8, top + number * lead, area.width() - 18, lead)
            at = QtCore.QPointF(band.left(), self._middle(Role.ROW_BOLD, band))
            self._write(at, band.width(), Run(line, Role.ROW_BOLD, self._colours.text))

    def heads(self) -> None:
        """The rounds with their hours; over everything, since they do not scroll away."""
        colours, shape, tall = self._colours, self._shape, self._shape.head
        wide = self._painter.viewport().width()
        self._painter.fillRect(QtCore.QRectF(0, 0, wide, tall), colours.surf)
        for number, column in enumerate(self._sheet.columns):
            area = QtCore.QRectF(shape.cell(Cell(number, 0)))
            if area.right() > shape.lead:
                self._head(column, QtCore.QRectF(area.left(), 0, area.width(), tall - 2))
        self._painter.fillRect(QtCore.QRectF(0, 0, shape.lead, tall - 2), colours.surf)
        at = QtCore.QPointF(
            shape.margin, self._middle(Role.CAPTION, QtCore.QRectF(0, tall / 2, 1, tall / 2 - 2))
        )
        self._write(at, shape.lead, Run(self._words.room, Role.CAPTION, colours.quiet))
        rule = min(wide, shape.whole) - 2 * shape.margin
        self._painter.fillRect(QtCore.QRectF(shape.margin, tall - 2, rule, 1), colours.line2)

    def _head(self, column: Column, area: QtCore.QRectF) -> None:
        colours, half = self._colours, area.height() / 2
        live, over = column.stands == "live", column.stands == "over"
        if live:
            self._painter.fillRect(area, mixed(colours.live_row, colours.surf, 0.6))
            self._painter.fillRect(QtCore.QRectF(area.left(), 0, area.width(), 2), colours.live)
        ink = colours.live if live else colours.quiet if over else colours.text
        upper = QtCore.QRectF(area.left() + 9, 1, area.width() - 16, half)
        lower = QtCore.QRectF(area.left() + 9, half - 1, area.width() - 16, half)
        at = QtCore.QPointF(upper.left(), self._middle(Role.ROW_BOLD, upper))
        self._write(at, upper.width(), Run(column.title, Role.ROW_BOLD, ink))
        role = Role.CAPTION_TIME_BOLD if column.moved and not over else Role.CAPTION_TIME
        told = colours.quiet if over else colours.sec
        at = QtCore.QPointF(lower.left(), self._middle(role, lower))
        self._write(at, lower.width(), Run(column.hours, role, told))

    # --- letters -------------------------------------------------------------------------------

    def _lead(self, role: Role) -> float:
        return self._theme.font(role).pixelSize() * lettering.LEADING

    def _middle(self, role: Role, area: QtCore.QRectF) -> float:
        return lettering.middle(self._theme.font(role), area.top(), area.height())

    def _write(self, at: QtCore.QPointF, room: float, run: Run) -> None:
        write(self._painter, self._theme, at, (run,), room)
