"""What the rows of the rundown stand on: grounds, edges, the ribbon of lateness, gaps, the bar."""

from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.operator import ribbon
from runofshow.ui.operator.rundown_columns import Columns
from runofshow.ui.operator.rundown_letters import Writer
from runofshow.ui.operator.rundown_rows import Line, Look, Ribbon
from runofshow.ui.theme import Role, Theme, mixed

BAR: Final = 4
"""Height of the bar at the foot of the live row, and width of the edge that marks a row."""
LIVING: Final = (Look.LIVE, Look.HELD)


class GroundPainter(Writer):
    """Paints what words stand on, with one theme and one set of columns."""

    def __init__(self, theme: Theme, places: Columns) -> None:
        super().__init__(theme)
        self.places = places

    def thin(
        self,
        painter: QtGui.QPainter,
        said: tuple[str, str],
        overlap: bool,
        through: Ribbon,
        area: QtCore.QRect,
    ) -> None:
        """Paint a gap or an overlap into `area`: its length, its word, and a rule across."""
        painter.fillRect(area, self._c.surf)
        self.rule(painter, area)
        self.ribbon(painter, through, QtCore.QRectF(area))
        colour = self._c.act if overlap else self._c.quiet
        middle = area.center().y() + 0.5
        self.write_right(painter, said[0], self.places.length, middle, Role.CAPTION_TIME, colour)
        left = float(self.places.title.left)
        lead = 60.0 if not self._m.small else 36.0
        self._across(painter, left, left + lead, middle, overlap)
        self.write(painter, said[1], left + lead + 10, middle, Role.CAPTION, colour)
        after = left + lead + 20 + self.letters_of(Role.CAPTION).wide(said[1])
        self._across(painter, after, self.places.width - 12, middle, overlap)

    def _across(
        self, painter: QtGui.QPainter, left: float, right: float, y: float, overlap: bool
    ) -> None:
        y = round(y) + 0.5
        if overlap:
            painter.setPen(QtGui.QPen(self._c.act, 1))
            for shift in (-1.5, 1.5):
                painter.drawLine(QtCore.QPointF(left, y + shift), QtCore.QPointF(right, y + shift))
            return
        pen = QtGui.QPen(self._c.line2, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QtCore.QPointF(left, y), QtCore.QPointF(right, y))

    def blank(self, painter: QtGui.QPainter, area: QtCore.QRect) -> None:
        """Paint what lies below the last row."""
        painter.fillRect(area, self._c.surf)

    # --- the ground ----------------------------------------------------------------------------

    def ground(
        self, painter: QtGui.QPainter, line: Line, area: QtCore.QRect, selected: bool
    ) -> None:
        """Paint the ground of a row, and the edge that marks it."""
        painter.fillRect(area, self.fill(line, selected))
        if line.look not in LIVING:
            self.rule(painter, area)
        edge = self._c.act if line.due else self._c.live if line.look in LIVING else None
        if edge is None and selected:
            edge = self._c.sec
        if edge is not None:
            painter.fillRect(QtCore.QRect(area.left(), area.top(), BAR, area.height()), edge)

    def fill(self, line: Line, selected: bool) -> QtGui.QColor:
        """The colour that a row stands on."""
        if line.look in LIVING:
            return self._c.live_row
        if selected:
            return self._c.raised if self._c.dark else mixed(self._c.surf, self._c.live, 0.06)
        return self._c.surf if line.leaf else self._session_ground()

    def _session_ground(self) -> QtGui.QColor:
        return self._c.bg if self._c.dark else mixed(self._c.surf, self._c.bg, 0.55)

    def rule(self, painter: QtGui.QPainter, area: QtCore.QRect) -> None:
        """Paint the line at the foot of a row."""
        painter.fillRect(QtCore.QRect(area.left(), area.bottom(), area.width(), 1), self._c.line)

    def ribbon(self, painter: QtGui.QPainter, through: Ribbon, area: QtCore.QRectF) -> None:
        """Paint the lateness that runs through a row, beside the axis."""
        axis = self.places.axis
        painter.fillRect(QtCore.QRectF(axis - 1, area.top(), 1, area.height()), self._c.line2)
        ends = (self.wide(through.top), self.wide(through.foot))
        if any(ends):
            ribbon.down(painter, axis, area, ends, self._c)

    def wide(self, minutes: int) -> float:
        """How wide the ribbon is at so many minutes."""
        most = self._m.ribbon_most
        if minutes < 0:
            room = self.places.axis - self.places.expected - 5
            return max(minutes * self._m.ribbon, -room)
        return min(minutes, most) * self._m.ribbon

    def bar(self, painter: QtGui.QPainter, line: Line, area: QtCore.QRect) -> None:
        """Paint how much of the live item is spent, with its phases to come."""
        foot = QtCore.QRectF(area.left(), area.bottom() + 1 - BAR, area.width(), BAR)
        painter.fillRect(foot, mixed(self._c.live_row, self._c.bg, 0.6))
        spent = QtCore.QRectF(foot)
        spent.setWidth(foot.width() * line.progress)
        painter.fillRect(spent, self._c.over if line.over else self._c.live)
        for mark in line.marks:
            x = round(foot.left() + foot.width() * mark)
            painter.fillRect(QtCore.QRectF(x - 1, foot.top() - 4, 2, BAR + 4), self._c.text)
