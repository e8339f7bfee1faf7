"""The list of people to tell, each with a box to tick: one column, or two where they are many."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator.column import shape
from runofshow.ui.operator.telling_lines import TellingLine
from runofshow.ui.painting import painting
from runofshow.ui.theme import Role, Theme

GUTTER: Final = 28
"""Between two columns, in pixels."""
TITLE_LEAST: Final = 56
"""With less room than this a title says nothing beside a name, and is left out."""


class TellingList(QtWidgets.QWidget):
    """Shows who is to be told. Signal: asked(command), a tick put or taken away."""

    asked = QtCore.Signal(object)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lines: tuple[TellingLine, ...] = ()
        self._first = 0
        self._over: int | None = None
        self.setMouseTracking(True)
        self.hide()

    def put(self, lines: tuple[TellingLine, ...]) -> None:
        """Show `lines`; the first who is not told yet is kept in view."""
        if lines == self.lines:
            return
        self.lines = lines
        left = next((index for index, line in enumerate(lines) if not line.told), 0)
        self._scroll(min(self._first, left // self.across))
        self._scroll(max(self._first, left // self.across - self.rows + 1))
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def tick_next(self) -> None:
        """Ask to tick the first who is not told yet."""
        left = next((line for line in self.lines if not line.told), None)
        if left is not None:
            self._tick(left)

    def _tick(self, line: TellingLine) -> None:
        self.asked.emit(commands.Warned(slot=line.slot, who=line.who, on=not line.told))

    # --- places --------------------------------------------------------------------------------

    @property
    def _tall(self) -> int:
        return shape(self.theme.metrics).line

    @property
    def rows(self) -> int:
        """How many rows there is room for."""
        return max(1, self.height() // self._tall)

    @property
    def across(self) -> int:
        """How many people stand side by side."""
        return 1 if len(self.lines) <= self.rows else 2

    def area(self, index: int) -> QtCore.QRect:
        """Where the line of this index stands; outside when it is scrolled away."""
        across = self.across
        row, column = divmod(index, across)
        pad = self.theme.metrics.pad - 3
        wide = (self.width() - 2 * pad - GUTTER * (across - 1)) // across
        left, top = pad + column * (wide + GUTTER), (row - self._first) * self._tall + 2
        return QtCore.QRect(left, top, wide, self._tall)

    def _index_at(self, point: QtCore.QPoint) -> int | None:
        return next((index for index in self._shown() if self.area(index).contains(point)), None)

    def _shown(self) -> range:
        first = self._first * self.across
        return range(first, min(len(self.lines), first + self.rows * self.across))

    def _scroll(self, first: int) -> None:
        most = -(-len(self.lines) // self.across) - self.rows
        self._first = max(0, min(first, most))

    # --- hands ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index is not None and event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._tick(self.lines[index])

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        self._hover(self._index_at(event.position().toPoint()))

    def leaveEvent(self, _event: QtCore.QEvent) -> None:
        self._hover(None)

    def _hover(self, index: int | None) -> None:
        if index != self._over:
            self._over = index
            self.update()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        self._scroll(self._first + (-1 if event.angleDelta().y() > 0 else 1))
        self.update()

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            font = self.theme.font(Role.ROW_TIME)
            cue = max((lettering.width_of(line.cue, font) for line in self.lines), default=0)
            full = self.full(round(cue))
            for index in self._shown():
                self._paint_line(painter, self.area(index), index, round(cue), full)

    def _paint_line(
        self, painter: QtGui.QPainter, area: QtCore.QRect, index: int, cue_wide: int, full: bool
    ) -> None:
        theme, colours, line = self.theme, self.theme.colours, self.lines[index]
        if index == self._over:
            painter.fillRect(area.adjusted(-4, 1, 4, -1), colours.raised)
        side = theme.metrics.icon - 1
        box = QtCore.QRectF(area.x() + 0.5, area.center().y() - side / 2 + 0.5, side, side)
        painter.setPen(colours.quiet if line.told else colours.sec)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        if line.told:
            icons.paint(painter, Icon.DONE, box.adjusted(1, 1, -1, -1), colours.ok)
        ink = colours.quiet if line.told else colours.text
        beside = colours.quiet if line.told else colours.sec
        baseline = lettering.middle(theme.font(Role.ROW), area.top(), area.height())
        left = box.right() + 8
        write(
            painter, theme, QtCore.QPointF(left, baseline), (Run(line.cue, Role.ROW_TIME, beside),)
        )
        left += cue_wide + 8
        font = theme.font(Role.ROW_BOLD)
        what = (
            Run(line.what if full else line.brief, Role.ROW_TIME, beside),
            Run(line.at, Role.ROW_TIME, ink, 10),
        )
        right = write_right(painter, theme, QtCore.QPointF(area.right(), baseline), what)
        room = right - left - 10
        fits = [name for name in line.names if lettering.width_of(name, font) <= room]
        who = Run(fits[0] if fits else line.names[-1], Role.ROW_BOLD, ink)
        title = Run(line.title, Role.ROW, colours.quiet, 10)
        spare = room - lettering.length_of(theme, (who,)) - 10
        told = (who, title) if spare >= TITLE_LEAST else (who,)
        write(painter, theme, QtCore.QPointF(left, baseline), told, room)

    def full(self, cue_wide: int) -> bool:
        """Whether all can be told in full: no name is cut for it. One form for all, no rag."""
        theme = self.theme
        times, bold = theme.font(Role.ROW_TIME), theme.font(Role.ROW_BOLD)
        room = self.area(0).width() - theme.metrics.icon - cue_wide - 46
        return all(
            sum(lettering.width_of(text, times) for text in (line.what, line.at))
            + lettering.width_of(line.names[-1], bold)
            <= room
            for line in self.lines
            if line.who is not None
        )

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            index = self._index_at(event.pos())
            tip = "" if index is None else self.lines[index].tip
            QtWidgets.QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)
