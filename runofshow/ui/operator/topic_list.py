"""The topics of the doubts about a file, one in a line: what waits, what was seen, what is told."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator.cell import Cell, aloud
from runofshow.ui.theme import Role


class TopicLine(NamedTuple):
    """A topic as its line shows it: its name, how many doubts it has, and how it stands."""

    name: str
    many: int
    state: Literal["open", "seen", "told"]


class TopicLines(NamedTuple):
    """The lines below their heading, and which of them is looked at (None: none)."""

    heading: str
    lines: tuple[TopicLine, ...]
    at: int | None


class TopicList(Cell[TopicLines]):
    """The lines. Signal: picked(index of a line). It takes no keyboard."""

    picked = QtCore.Signal(int)

    def spoken(self, value: TopicLines) -> str:
        return aloud(value.heading, *(line.name for line in value.lines if line.state == "open"))

    # --- places --------------------------------------------------------------------------------

    def wide(self, names: Iterable[str]) -> int:
        """How wide it stands, with room for these names whole."""
        font = self.theme.font(Role.ROW_BOLD)
        widest = max(lettering.width_of(name, font) for name in names)
        return max(240 if self.theme.metrics.small else 310, round(widest) + self._pad + 18 + 44)

    @property
    def _pad(self) -> int:
        return 12 if self.theme.metrics.small else 18

    @property
    def _head(self) -> int:
        return 26 if self.theme.metrics.small else 36

    @property
    def _step(self) -> int:
        return 19 if self.theme.metrics.small else 23

    @property
    def first(self) -> int:
        """The first line that is seen: of all, where there is room; else near the one looked at."""
        if self.value is None:
            return 0
        seen = max(1, (self.height() - self._head) // self._step)
        return max(0, min((self.value.at or 0) - seen // 2, len(self.value.lines) - seen))

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        below = int(event.position().y()) - self._head
        line = self.first + below // self._step
        if self.value is not None and below >= 0 and line < len(self.value.lines):
            self.picked.emit(line)

    # --- painting ------------------------------------------------------------------------------

    def draw(self, painter: QtGui.QPainter, value: TopicLines) -> None:
        theme, colours = self.theme, self.theme.colours
        pad = self._pad
        painter.fillRect(self.rect(), colours.raised)
        painter.fillRect(self.width() - 1, 8, 1, self.height() - 8, colours.line2)
        y = lettering.middle(theme.font(Role.CAPTION_BOLD), pad - 6, self._head - pad + 2)
        head = Run(value.heading, Role.CAPTION_BOLD, colours.sec)
        write(painter, theme, QtCore.QPointF(pad, y), (head,), self.width() - 2 * pad)
        for shown, line in enumerate(value.lines[self.first :]):
            top = self._head + shown * self._step
            area = QtCore.QRectF(0, top, self.width() - 1, self._step)
            self._line(painter, area, line, pad, chosen=self.first + shown == value.at)

    def _line(
        self,
        painter: QtGui.QPainter,
        area: QtCore.QRectF,
        line: TopicLine,
        pad: int,
        *,
        chosen: bool,
    ) -> None:
        theme, colours = self.theme, self.theme.colours
        if chosen:
            painter.fillRect(area, colours.live_row)
        ink = colours.text if chosen or line.state == "open" else colours.quiet
        self._mark(painter, QtCore.QPointF(pad + 4, area.center().y()), line)
        role = Role.ROW_BOLD if chosen else Role.ROW
        y = lettering.middle(theme.font(role), area.top(), area.height())
        end = QtCore.QPointF(area.right() - 12, y)
        count = str(line.many) if line.many > 1 else ""
        left = write_right(painter, theme, end, (Run(count, Role.SPEAKER, ink),))
        at = QtCore.QPointF(pad + 18, y)
        write(painter, theme, at, (Run(line.name, role, ink),), left - at.x() - 8)

    def _mark(self, painter: QtGui.QPainter, at: QtCore.QPointF, line: TopicLine) -> None:
        """A dot for what waits, a tick for what was seen, a stroke for what is told."""
        colours = self.theme.colours
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        if line.state == "open":
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(colours.amber)
            painter.drawEllipse(at, 3.0, 3.0)
            return
        painter.setPen(QtGui.QPen(colours.quiet, 1.6))
        corners = ((-4, 0), (-1, 3), (4, -4)) if line.state == "seen" else ((-3, 0), (3, 0))
        painter.drawPolyline(QtGui.QPolygonF([at + QtCore.QPointF(*corner) for corner in corners]))
