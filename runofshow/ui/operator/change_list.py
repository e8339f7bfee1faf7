"""The list of changes: slot by slot, a box to tick before each change, before and after beside it.

It never takes Space, which is GO's: up and down choose, right ticks, left unticks; a click ticks
or unticks.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator.revision_rows import ChangeLine, Line, SlotLine
from runofshow.ui.operator.spans import Tone
from runofshow.ui.painting import painting
from runofshow.ui.theme import Role, Theme

BAR: Final = 10
"""Room kept for the scroll bar, whether it is there or not."""
Key: Final = QtCore.Qt.Key


class _Shape(NamedTuple):
    """Heights and columns in logical pixels."""

    margin: int
    slot: int
    change: int
    lead: int
    """How wide the hours are; boxes stand below them."""
    cue: int
    label: int


_LARGE: Final = _Shape(28, 36, 28, 64, 46, 150)
_SMALL: Final = _Shape(16, 29, 23, 52, 38, 116)


def shape(theme: Theme) -> _Shape:
    """The measures of the list at that size of window."""
    return _SMALL if theme.metrics.small else _LARGE


class ChangeList(QtWidgets.QAbstractScrollArea):
    """Shows what changes. Attributes: theme, lines, chosen (the key of the line, or "").

    Signal: ticked(key, on) when a change is ticked or unticked.
    """

    ticked = QtCore.Signal(str, bool)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lines: tuple[Line, ...] = ()
        self.chosen = ""
        self._tops = [0]
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- values in -----------------------------------------------------------------------------

    def put(self, lines: tuple[Line, ...]) -> None:
        """Show `lines`; the chosen one stays chosen as long as it is there."""
        if lines == self.lines:
            return
        self.lines = lines
        if self._place_of(self.chosen) is None:
            self.chosen = next((line.key for line in self._tickable()), "")
        self._measure()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._measure()

    def _tickable(self) -> list[ChangeLine]:
        return [
            line for line in self.lines if isinstance(line, ChangeLine) and line.tick != "fixed"
        ]

    def _place_of(self, key: str) -> int | None:
        return next(
            (
                at
                for at, line in enumerate(self.lines)
                if isinstance(line, ChangeLine) and line.key == key
            ),
            None,
        )

    @property
    def any_off(self) -> bool:
        """Whether something that can be ticked is not."""
        return any(line.tick == "off" for line in self._tickable())

    # --- hands ---------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Choose the change before or after that can be ticked."""
        keys = [line.key for line in self._tickable()]
        if keys:
            at = keys.index(self.chosen) + by if self.chosen in keys else 0
            self.choose(keys[max(0, min(at, len(keys) - 1))])

    def choose(self, key: str) -> None:
        """Choose the change of that key, and bring it into view."""
        self.chosen = key
        at = self._place_of(key)
        if at is not None:
            bar, first = self.verticalScrollBar(), at
            if isinstance(self.lines[at - 1], SlotLine):
                first = at - 1
            top, end = self._tops[first], self._tops[at + 1]
            if top < bar.value():
                bar.setValue(top)
            elif end > bar.value() + self.viewport().height():
                bar.setValue(end - self.viewport().height())
        self.viewport().update()

    def tick(self, on: bool) -> None:
        """Tick the chosen change, or untick it."""
        at = self._place_of(self.chosen)
        if at is not None:
            self.ticked.emit(self.chosen, on)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        line = self.line_at(event.position().toPoint().y())
        if event.button() != QtCore.Qt.MouseButton.LeftButton or not isinstance(line, ChangeLine):
            return
        if line.tick != "fixed":
            self.choose(line.key)
            self.ticked.emit(line.key, line.tick == "off")

    def line_at(self, y: int) -> Line | None:
        """The line at that height of what is seen."""
        index = bisect_right(self._tops, y + self.verticalScrollBar().value()) - 1
        return self.lines[index] if 0 <= index < len(self.lines) else None

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            line = self.line_at(event.pos().y())
            tip = line.tip if isinstance(line, ChangeLine) else line.title if line else ""
            QtWidgets.QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    # --- places --------------------------------------------------------------------------------

    def _measure(self) -> None:
        tall = shape(self.theme)
        heights = (tall.slot if isinstance(line, SlotLine) else tall.change for line in self.lines)
        self._tops = list(accumulate(heights, initial=0))
        self._range()
        self.viewport().update()

    def _range(self) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(seen)
        bar.setSingleStep(shape(self.theme).change)
        bar.setRange(0, max(0, self._tops[-1] + 8 - seen))

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._range()

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        seen, shift = event.rect(), self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, seen.top() + shift) - 1)
        measures = shape(self.theme)
        wide = self.width() - BAR - 2 * measures.margin
        with painting(self.viewport()) as painter:
            painter.fillRect(seen, self.theme.colours.surf)
            for index in range(first, len(self.lines)):
                top = self._tops[index] - shift
                if top > seen.bottom():
                    break
                tall = self._tops[index + 1] - self._tops[index]
                area = QtCore.QRectF(measures.margin, top, wide, tall)
                line = self.lines[index]
                if isinstance(line, SlotLine):
                    self._paint_slot(painter, area, line)
                else:
                    self._paint_change(painter, area, line)

    def _paint_slot(self, painter: QtGui.QPainter, area: QtCore.QRectF, line: SlotLine) -> None:
        theme, colours, measures = self.theme, self.theme.colours, shape(self.theme)
        painter.fillRect(QtCore.QRectF(area.left(), area.top(), area.width(), 1), colours.line)
        baseline = lettering.middle(theme.font(Role.ROW_BOLD), area.top() + 5, area.height() - 6)
        x, title = area.left(), measures.lead + measures.cue
        for text, role, ink, left, room in (
            (line.hour, Role.ROW_TIME, colours.sec, 0, measures.lead - 6),
            (line.cue, Role.ROW_TIME, colours.quiet, measures.lead, measures.cue - 6),
            (line.title, Role.ROW_BOLD, colours.text, title, area.width() - title),
        ):
            run = Run(text, role, ink)
            write(painter, theme, QtCore.QPointF(x + left, baseline), (run,), room)

    def _paint_change(self, painter: QtGui.QPainter, area: QtCore.QRectF, line: ChangeLine) -> None:
        theme, colours, measures = self.theme, self.theme.colours, shape(self.theme)
        if line.key == self.chosen:
            box = area.adjusted(measures.lead - 12, 1, 8, -1)
            painter.fillRect(box, colours.raised)
            painter.fillRect(QtCore.QRectF(box.left(), box.top(), 2, box.height()), colours.live)
        self._paint_box(painter, area, line)
        baseline = lettering.middle(theme.font(Role.ROW), area.top(), area.height())
        x = area.left() + measures.lead + measures.cue
        off = line.tick != "on" or line.lacking
        ink = colours.quiet if off else colours.text
        label = Run(line.label, Role.ROW, colours.quiet if off else colours.sec)
        write(painter, theme, QtCore.QPointF(x, baseline), (label,), measures.label - 8)
        x += measures.label
        right = area.right()
        if line.why:
            right = self._paint_why(painter, line, x, QtCore.QPointF(right, baseline)) - 16
        runs = self._told(line, ink, right - x)
        write(painter, theme, QtCore.QPointF(x, baseline), runs, right - x)

    def _paint_box(self, painter: QtGui.QPainter, area: QtCore.QRectF, line: ChangeLine) -> None:
        if line.tick == "fixed":
            return
        theme, colours, measures = self.theme, self.theme.colours, shape(self.theme)
        side = theme.metrics.icon - 1
        left = area.left() + measures.lead + 0.5
        box = QtCore.QRectF(left, round(area.center().y() - side / 2) + 0.5, side, side)
        painter.setPen(colours.amber if line.lacking else colours.sec)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        if line.tick == "on":
            ink = colours.amber if line.lacking else colours.text
            icons.paint(painter, Icon.DONE, box.adjusted(1, 1, -1, -1), ink)

    def _paint_why(
        self, painter: QtGui.QPainter, line: ChangeLine, left: float, at: QtCore.QPointF
    ) -> float:
        """Why it is not simply proposed, at the right; returns where that begins."""
        font = self.theme.font(Role.SPEAKER)
        text = lettering.cut(line.why, font, (at.x() - left) * 0.55)
        ink: Tone = line.tone
        colour: QtGui.QColor = getattr(self.theme.colours, ink)
        return write_right(painter, self.theme, at, (Run(text, Role.SPEAKER, colour),))

    def _told(self, line: ChangeLine, ink: QtGui.QColor, room: float) -> tuple[Run, ...]:
        """Before, an arrow, after; a long one before leaves at least half to what comes after."""
        colours, font = self.theme.colours, self.theme.font(Role.ROW)
        if not line.before:
            return (Run(line.after, Role.ROW_BOLD, ink),)
        if not line.after:
            return (Run(line.before, Role.ROW, ink),)
        after = lettering.width_of(line.after, self.theme.font(Role.ROW_BOLD))
        most = max(room * 0.45, room - after - 30)
        before = lettering.cut(line.before, font, most)
        return (
            Run(before, Role.ROW, colours.quiet if line.tick != "on" else colours.sec),
            Run("→", Role.ROW, colours.quiet, 8),
            Run(line.after, Role.ROW_BOLD, ink, 8),
        )
