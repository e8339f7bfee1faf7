"""Timeline: the whole day as two bars, printed over expected, with the lateness between them.

- Blocks are labelled where they fit; the one on air is lit, and fills at its foot.
- Hard times and the day's end are diamonds, the present moment a flag.
- A tick repaints a strip around the flag, and all of it only when a block has moved by a pixel.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.ui import icons
from runofshow.ui.operator import ribbon
from runofshow.ui.operator.hard_times import SIGNS, Firm
from runofshow.ui.operator.rundown_letters import metrics_of
from runofshow.ui.operator.timeline_day import Block, Day, Mark, day_of, hours
from runofshow.ui.painting import painting
from runofshow.ui.texts.rundown import FR, RundownWords
from runofshow.ui.theme import DARK, LARGE, Colours, Role, Theme, mixed

LEFT: Final = 72
RIGHT: Final = 24
BETWEEN_HOURS: Final = 120
MOST_LATE: Final = 16
"""Minutes at which the ribbon fills the room between the bars."""


class _Bands(NamedTuple):
    """Heights in logical pixels, from the top of the timeline."""

    flag: int
    flag_tall: int
    mark: int
    mark_size: int
    printed: int
    printed_tall: int
    expected: int
    expected_tall: int
    hours: int | None
    foot: int


_LARGE: Final = _Bands(
    flag=5, flag_tall=17, mark=28, mark_size=12, printed=37, printed_tall=12,
    expected=66, expected_tall=28, hours=104, foot=4,
)  # fmt: skip
_SMALL: Final = _Bands(
    flag=2, flag_tall=15, mark=10, mark_size=11, printed=19, printed_tall=6,
    expected=34, expected_tall=16, hours=None, foot=3,
)  # fmt: skip


Area = tuple[QtCore.QRect, Block]


class Timeline(QtWidgets.QWidget):
    """Shows the day of a board. Signal: `picked` (the id of the slot clicked)."""

    picked = QtCore.Signal(str)

    def __init__(
        self,
        theme: Theme | None = None,
        words: RundownWords = FR,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme or Theme(DARK, LARGE), words
        self._board: Board | None = None
        self._day: Day | None = None
        self._built: datetime | None = None
        self._key: tuple[object, ...] = ()
        self._tried: Board | None = None
        self._bands = _LARGE
        self._printed: list[Area] = []
        self._expected: list[Area] = []
        self._edge: list[QtCore.QPointF] = []
        self.setMouseTracking(True)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.use(self._theme)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board`."""
        former, said = self._flag_area(), self._flag_text()
        self._board = board
        if self._stale(board):
            self._build()
        if self._flag_area() != former or self._flag_text() != said:
            self.update(former.united(self._flag_area()))

    def preview(self, tried: Board | None) -> None:
        """Show the day that a plan would bring, marked as such; None shows what is."""
        if tried is not self._tried:
            self._tried = tried
            self._build()
            self.update()

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        self._build()

    def use(self, theme: Theme) -> None:
        """Paint with `theme`."""
        self._theme = theme
        self._bands = _SMALL if theme.metrics.small else _LARGE
        self.setFixedHeight(theme.metrics.timeline)
        self._place()

    def _stale(self, board: Board) -> bool:
        """Whether a block may stand elsewhere: another revision, or time worth a pixel has gone."""
        key = self._key_of(board)
        if key != self._key or self._built is None or self._day is None:
            return True
        return abs(board.now - self._built) >= max(self._pixel(), times.SECOND)

    def _pixel(self) -> timedelta:
        """The time that a pixel is worth."""
        if self._day is None:
            return times.ZERO
        return (self._day.last - self._day.first) / max(1, self._room())

    def _key_of(self, board: Board) -> tuple[object, ...]:
        drifts = (times.whole_minutes(board.drift), times.whole_minutes(board.day_drift))
        live = board.on_air.slot if board.on_air else None
        return board.rev, board.title, board.date, len(board.slots), live, board.state, drifts

    def _build(self) -> None:
        board = self._board
        if board is None:
            return
        tried = self._tried or board
        former, self._day = self._day, day_of(tried, self._words, self._pixel())
        self._built, self._key = board.now, self._key_of(board)
        if former != self._day or former is None:
            self._place()
        else:
            self.update(self._flag_area())

    def _place(self) -> None:
        """Find where everything stands at the present width, and paint all of it."""
        day, bands = self._day, self._bands
        if day is not None:
            self._printed = self._areas(day.printed, bands.printed, bands.printed_tall)
            self._expected = self._areas(day.expected, bands.expected, bands.expected_tall)
            self._edge = self._points(day)
        self.update()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._build()
        self._place()

    # --- where things stand --------------------------------------------------------------------

    def _room(self) -> int:
        return max(1, self.width() - LEFT - RIGHT)

    def x_of(self, moment: datetime) -> float:
        """Where `moment` stands on the line, in logical pixels."""
        if self._day is None:
            return float(LEFT)
        share = (moment - self._day.first) / (self._day.last - self._day.first)
        return LEFT + self._room() * share

    def _now_x(self) -> int:
        """Where the present stands, kept on the line when the day is far from it."""
        if self._board is None:
            return LEFT
        return round(min(max(LEFT, self.x_of(self._board.now)), LEFT + self._room()))

    def _flag_text(self) -> str:
        """The hour on the flag: it may change where the flag does not move."""
        return "" if self._board is None else self._clock(self._board.now)

    def _flag_area(self) -> QtCore.QRect:
        return QtCore.QRect(self._now_x() - 34, 0, 68, self.height())

    def block_at(self, point: QtCore.QPoint) -> Block | None:
        """The block under `point`, of the bar that is nearer."""
        if self._day is None:
            return None
        bands = self._bands
        between = (bands.printed + bands.printed_tall + bands.expected) // 2
        areas = self._printed if point.y() < between else self._expected
        for area, block in areas:
            if area.left() <= point.x() <= area.right() + 1:
                return block
        return None

    # --- the pointer ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        block = self.block_at(event.position().toPoint())
        if block is not None and event.button() == QtCore.Qt.MouseButton.LeftButton:
            self.picked.emit(block.slot)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        over = self.block_at(event.position().toPoint()) is not None
        hand = QtCore.Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if over else QtCore.Qt.CursorShape.ArrowCursor)

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            block = self.block_at(event.pos())
            tip = self.tip(block) if block else ""
            QtWidgets.QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def tip(self, block: Block) -> str:
        """What a pointer resting on `block` is told."""
        if self._board is None:
            return ""
        row = next(row for row in self._board.slots if row.id == block.slot)
        return self._words.block_tip.format(
            cue=row.cue,
            title=row.title,
            planned=self._clock(row.planned_start),
            expected=self._clock(row.started or row.expected_start),
        )

    def _clock(self, moment: datetime | None) -> str:
        if moment is None or self._board is None:
            return "–"
        return times.show_clock(moment, self._board.zone, self._words.language)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        with painting(self, smooth=False) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QtGui.QPainter, dirty: QtCore.QRect) -> None:
        colours = self._theme.colours
        painter.fillRect(dirty, colours.surf)
        painter.fillRect(QtCore.QRect(0, 0, self.width(), 1), colours.line)
        if self._day is not None and self._board is not None:
            self._paint_hours(painter, self._day)
            self._paint_names(painter)
            self._paint_printed(painter, dirty)
            ribbon.along(painter, self._foot(), self._edge, colours)
            self._paint_expected(painter, dirty)
            if self._tried is not None:
                self._paint_tried(painter)
            self._paint_marks(painter, self._day)
            self._paint_flag(painter)

    def _paint_names(self, painter: QtGui.QPainter) -> None:
        bands, words = self._bands, self._words
        quiet = self._theme.colours.quiet
        printed = bands.printed + bands.printed_tall / 2
        expected = bands.expected + bands.expected_tall / 2
        self._write(painter, words.line_planned, 12, printed, Role.CAPTION, quiet)
        if self._tried is None:
            self._write(painter, words.line_expected, 12, expected, Role.CAPTION, quiet)
        else:
            live = self._theme.colours.live
            self._write(painter, words.trying, 12, expected, Role.CAPTION_BOLD, live)

    def _write(
        self, painter: QtGui.QPainter, text: str, x: float, middle: float, role: Role,
        colour: QtGui.QColor,
    ) -> None:  # fmt: skip
        metrics = metrics_of(role, self._theme.metrics)
        painter.setFont(self._theme.font(role))
        painter.setPen(colour)
        base = round(middle + metrics.capHeight() / 2)
        painter.drawText(QtCore.QPointF(x, base), text)

    def _wide(self, text: str, role: Role) -> float:
        return metrics_of(role, self._theme.metrics).horizontalAdvance(text)

    def _paint_hours(self, painter: QtGui.QPainter, day: Day) -> None:
        assert self._board is not None
        bands, colours = self._bands, self._theme.colours
        bottom = bands.expected + bands.expected_tall + (4 if bands.hours else 2)
        for hour in hours(day, self._room(), BETWEEN_HOURS):
            x = round(self.x_of(hour))
            painter.fillRect(QtCore.QRect(x, bands.mark, 1, bottom - bands.mark), colours.line)
            if bands.hours is None:
                continue
            text = self._hour(hour)
            left = min(x + 2.0, self.width() - 4 - self._wide(text, Role.CAPTION_TIME))
            self._write(painter, text, left, bands.hours, Role.CAPTION_TIME, colours.quiet)

    def _hour(self, moment: datetime) -> str:
        text = self._clock(moment)
        return text.removesuffix("00") if self._words.language == "fr" else text

    def _paint_printed(self, painter: QtGui.QPainter, dirty: QtCore.QRect) -> None:
        for area, _ in self._printed:
            if area.intersects(dirty):
                painter.fillRect(area, self._theme.colours.line2)

    def _paint_tried(self, painter: QtGui.QPainter) -> None:
        """A dashed frame around the expected day: it is not so, but would be."""
        bands = self._bands
        pen = QtGui.QPen(self._theme.colours.live, 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        top = bands.expected - 2
        painter.drawRect(LEFT - 4, top, self._room() + 8, bands.expected_tall + 4)

    def _areas(self, blocks: tuple[Block, ...], top: int, tall: int) -> list[Area]:
        """Where blocks stand, a pixel apart; those that fall on a pixel already taken left out."""
        areas: list[Area] = []
        taken = -1
        for block in blocks:
            left, right = round(self.x_of(block.start)), round(self.x_of(block.end))
            if right <= taken:
                continue
            areas.append((QtCore.QRect(left, top, max(1, right - left - 1), tall), block))
            taken = right
        return areas

    def _points(self, day: Day) -> list[QtCore.QPointF]:
        """The edge of the ribbon of lateness."""
        bands = self._bands
        foot = self._foot()
        room = foot - bands.printed - bands.printed_tall - 2
        points: list[QtCore.QPointF] = []
        for at, minutes in day.late:
            size = min(abs(minutes), MOST_LATE) * room / MOST_LATE
            y = foot - (size if minutes > 0 else -size)
            _extend(points, QtCore.QPointF(round(self.x_of(at)), y))
        return points

    def _foot(self) -> float:
        """Where the ribbon stands."""
        return float(self._bands.expected - 1)

    def _paint_expected(self, painter: QtGui.QPainter, dirty: QtCore.QRect) -> None:
        bands, colours = self._bands, self._theme.colours
        past = mixed(colours.line2, colours.surf, 0.55)
        for area, block in self._expected:
            if not area.intersects(dirty):
                continue
            live = block.status == "on_air"
            done = block.status == "done"
            painter.fillRect(area, colours.go if live else past if done else colours.line2)
            ink = colours.go_text if live else colours.quiet if done else colours.text
            self._label(painter, area, block, ink)
            if live:
                spent = max(0, min(self._now_x(), area.right() + 1) - area.left())
                foot = QtCore.QRect(area.left(), area.bottom() + 1 - bands.foot, spent, bands.foot)
                painter.fillRect(foot, colours.live if colours.dark else colours.live_row)

    def _label(
        self, painter: QtGui.QPainter, area: QtCore.QRect, block: Block, ink: QtGui.QColor
    ) -> None:
        """The cue where it fits, and as much of the title as is worth reading."""
        cue = self._wide(block.cue, Role.CAPTION_TIME)
        room = area.width() - 8
        if cue > room:
            return
        middle = area.top() + area.height() / 2
        if block.status == "on_air":
            middle -= 1
        self._write(painter, block.cue, area.left() + 5, middle, Role.CAPTION_TIME, ink)
        title = self._short(block.title, room - cue - 6)
        if title:
            self._write(painter, title, area.left() + 5 + cue + 6, middle, Role.CAPTION, ink)

    def _short(self, title: str, room: float) -> str:
        """The title, or its part before a colon, or as much of it as `room` holds."""
        head = title.split(":", maxsplit=1)[0].strip()
        for text in (title, head):
            if self._wide(text, Role.CAPTION) <= room:
                return text
        if room < 54:
            return ""
        metrics = metrics_of(Role.CAPTION, self._theme.metrics)
        return metrics.elidedText(head, QtCore.Qt.TextElideMode.ElideRight, room)

    def _paint_marks(self, painter: QtGui.QPainter, day: Day) -> None:
        taken = float(self.width())
        for mark in reversed(day.marks):
            taken = self._paint_mark(painter, mark, taken)

    def _paint_mark(self, painter: QtGui.QPainter, mark: Mark, taken: float) -> float:
        """Paint a hard time; its words only where they end before `taken`. Returns its left."""
        bands, colours = self._bands, self._theme.colours
        ink = _INKS[mark.firm](colours)
        x, size = round(self.x_of(mark.at)), bands.mark_size
        painter.fillRect(QtCore.QRect(x, bands.mark, 1, bands.expected - bands.mark), ink)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        top = bands.mark - size / 2
        place = QtCore.QRectF(x + 0.5 - size / 2, top, size, size)
        ground = place.adjusted(2, 2, -2, -2)
        painter.setBrush(colours.surf)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.drawPolygon(QtGui.QPolygonF(_corners(ground)))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        icons.paint(painter, SIGNS[mark.firm], place, ink)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        if bands.hours is None:
            return taken
        wide = self._wide(mark.text, Role.CAPTION_TIME)
        left = x + size / 2 + 4
        if left + wide > self.width() - 4:
            left = x - size / 2 - 4 - wide
        if left + wide > taken:
            return min(taken, place.left() - 8)
        text = ink if mark.firm in ("at_risk", "lost") else colours.sec
        self._write(painter, mark.text, left, bands.mark, Role.CAPTION_TIME, text)
        return min(left, place.left()) - 8

    def _paint_flag(self, painter: QtGui.QPainter) -> None:
        assert self._board is not None
        bands, colours = self._bands, self._theme.colours
        text = self._clock(self._board.now)
        wide = round(self._wide(text, Role.CAPTION_TIME_BOLD)) + 10
        x = self._now_x()
        bottom = bands.expected + bands.expected_tall + 3
        painter.fillRect(QtCore.QRect(x - 1, bands.flag, 2, bottom - bands.flag), colours.text)
        left = min(max(2, x - wide // 2), self.width() - wide - 2)
        plate = QtCore.QRectF(left, bands.flag, wide, bands.flag_tall)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(colours.text)
        painter.drawRoundedRect(plate, 2, 2)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        middle = bands.flag + bands.flag_tall / 2
        self._write(painter, text, left + 5, middle, Role.CAPTION_TIME_BOLD, colours.surf)


_INKS: Final[dict[Firm, Callable[[Colours], QtGui.QColor]]] = {
    "kept": lambda colours: colours.ok,
    "agreed": lambda colours: colours.ok,
    "at_risk": lambda colours: colours.amber,
    "lost": lambda colours: colours.act,
}


def _extend(points: list[QtCore.QPointF], point: QtCore.QPointF) -> None:
    """Add a point; the middle one of three on a level, or at one moment, says nothing."""
    if len(points) > 1:
        before, last = points[-2], points[-1]
        if before.y() == last.y() == point.y() or before.x() == last.x() == point.x():
            points.pop()
    points.append(point)


def _corners(box: QtCore.QRectF) -> list[QtCore.QPointF]:
    """The corners of the diamond in `box`."""
    middle = box.center()
    return [
        QtCore.QPointF(middle.x(), box.top()),
        QtCore.QPointF(box.right(), middle.y()),
        QtCore.QPointF(middle.x(), box.bottom()),
        QtCore.QPointF(box.left(), middle.y()),
    ]
