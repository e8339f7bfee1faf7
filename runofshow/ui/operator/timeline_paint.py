"""How the timeline is painted, part by part, from where its parts stand."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from PySide6 import QtCore, QtGui

from runofshow.ui import icons
from runofshow.ui.lettering import width_of
from runofshow.ui.operator import ribbon
from runofshow.ui.operator.hard_times import SIGNS, Firm
from runofshow.ui.operator.rundown_letters import metrics_of
from runofshow.ui.operator.timeline_day import Block, Mark, hours
from runofshow.ui.operator.timeline_places import BETWEEN_HOURS, LEFT, Area, Gap, Places, Run
from runofshow.ui.operator.timeline_view import View
from runofshow.ui.theme import Colours, Role, Theme, mixed

NAMED: Final = 12
"""How tall a bar is at least for the length of a gap to be written in it."""


class Note(NamedTuple):
    """What is said over the line while an end is drawn: where, of what, what comes of it."""

    x: float
    text: str
    then: str
    warns: bool


class Brush:
    """Paints with `theme` on `painter`, a line as wide as `width`, where `places` says."""

    def __init__(
        self,
        painter: QtGui.QPainter,
        theme: Theme,
        places: Places,
        size: QtCore.QSize,
        clock: Callable[[datetime], str],
    ) -> None:
        self.painter, self.theme, self.places, self.size = painter, theme, places, size
        self.clock = clock

    # --- letters -------------------------------------------------------------------------------

    def write(self, text: str, x: float, middle: float, role: Role, ink: QtGui.QColor) -> None:
        """Write `text` from `x`, its capitals around the height `middle`."""
        metrics = metrics_of(role, self.theme.metrics)
        self.painter.setFont(self.theme.font(role))
        self.painter.setPen(ink)
        base = round(middle + metrics.capHeight() / 2)
        self.painter.drawText(QtCore.QPointF(x, base), text)

    def wide(self, text: str, role: Role) -> float:
        """How wide `text` is."""
        return width_of(text, self.theme.font(role))

    def plate(
        self, box: QtCore.QRectF, fill: QtGui.QColor, edge: QtGui.QColor | None = None
    ) -> None:
        """A small plate with round corners."""
        self.painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QtCore.Qt.PenStyle.NoPen if edge is None else QtGui.QPen(edge))
        self.painter.setBrush(fill)
        self.painter.drawRoundedRect(box, 2, 2)
        self.painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)

    # --- the line ------------------------------------------------------------------------------

    def names(self, printed: str, expected: str, tried: bool) -> None:
        """The names of the two bars; a tried day is named in blue."""
        bands, colours = self.places.bands, self.theme.colours
        middle = bands.expected + bands.expected_tall / 2
        above = bands.printed + bands.printed_tall / 2
        if bands.hours is None:
            above += 2  # below the buttons
        self.write(printed, 12, above, Role.CAPTION, colours.quiet)
        role, ink = (Role.CAPTION_BOLD, colours.live) if tried else (Role.CAPTION, colours.quiet)
        self.write(expected, 12, middle, role, ink)

    def hours(self, zone: ZoneInfo, hour: Callable[[datetime], str]) -> None:
        """Lines at round hours of `zone`, named where there is room below."""
        places, colours = self.places, self.theme.colours
        bands = places.bands
        bottom = bands.expected + bands.expected_tall + (4 if bands.hours else 2)
        for at in hours(places.view, zone, places.room, BETWEEN_HOURS):
            x = round(places.x_of(at))
            top = bands.mark
            self.painter.fillRect(QtCore.QRect(x, top, 1, bottom - top), colours.line)
            if bands.hours is not None:
                text = hour(at)
                most = self.size.width() - 4 - self.wide(text, Role.CAPTION_TIME)
                left = min(x + 2.0, most)
                self.write(text, left, bands.hours, Role.CAPTION_TIME, colours.quiet)

    def printed(self, dirty: QtCore.QRect) -> None:
        """The printed day, its gaps and what it wants twice."""
        for rect, _ in self.places.printed:
            if rect.intersects(dirty):
                self.painter.fillRect(rect, self.theme.colours.line2)
        for gap in self.places.gaps:
            if gap.rect.intersects(dirty) and gap.rect.y() == self.places.bands.printed:
                self._gap(gap, named=self.places.bands.printed_tall >= NAMED)

    def ribbon(self) -> None:
        """The lateness between the bars."""
        ribbon.along(self.painter, self.places.foot, self.places.edge, self.theme.colours)

    def expected(self, dirty: QtCore.QRect, now: int) -> None:
        """The expected day; what is on air is lit, over its neighbours, and filled up to `now`."""
        for area in sorted(self.places.expected, key=lambda area: area.block.status == "on_air"):
            if area.rect.intersects(dirty):
                self._block(area, now)
        for run in self.places.runs:
            if run.rect.intersects(dirty):
                self._run(run)
        for gap in self.places.gaps:
            if gap.rect.intersects(dirty) and gap.rect.y() == self.places.bands.expected:
                self._gap(gap, named=True)

    def _gap(self, gap: Gap, *, named: bool) -> None:
        """A gap is a line between two ends, an overlap is filled in the colour of what to do."""
        rect, colours, painter = gap.rect, self.theme.colours, self.painter
        if gap.kind == "overlap":
            painter.fillRect(rect, colours.act)
            return
        middle = rect.center().y()
        ink = colours.line2 if colours.dark else colours.quiet
        painter.fillRect(QtCore.QRect(rect.x() + 1, middle, rect.width() - 1, 1), ink)
        for x in (rect.x() + 1, rect.right()):
            painter.fillRect(QtCore.QRect(x, rect.y() + 2, 1, rect.height() - 4), ink)
        text = gap.text
        wide = self.wide(text, Role.CAPTION_TIME)
        if named and wide + 14 <= rect.width():
            left = rect.x() + (rect.width() - wide) / 2
            ground = QtCore.QRect(round(left) - 4, rect.y(), round(wide) + 8, rect.height())
            painter.fillRect(ground, colours.surf)
            self.write(text, left, middle + 0.5, Role.CAPTION_TIME, colours.quiet)

    def _block(self, area: Area, now: int) -> None:
        rect, block = area
        bands, colours = self.places.bands, self.theme.colours
        live, done = block.status == "on_air", block.status == "done"
        past = mixed(colours.line2, colours.surf, 0.55)
        fill = colours.go if live else past if done else colours.line2
        self.painter.fillRect(rect, fill)
        self._label(area, colours.go_text if live else colours.quiet if done else colours.text)
        if live:
            spent = max(0, min(now, rect.right() + 1) - rect.left())
            foot = QtCore.QRect(rect.left(), rect.bottom() + 1 - bands.foot, spent, bands.foot)
            self.painter.fillRect(foot, colours.live if colours.dark else colours.live_row)

    def _label(self, area: Area, ink: QtGui.QColor) -> None:
        """The cue where it fits, and as much of the title as is worth reading."""
        rect, block = area
        cue = self.wide(block.cue, Role.CAPTION_TIME)
        room = rect.width() - 8
        if cue > room:
            return
        middle = rect.top() + rect.height() / 2 - (1 if block.status == "on_air" else 0)
        self.write(block.cue, rect.left() + 5, middle, Role.CAPTION_TIME, ink)
        title = self._short(block, room - cue - 6)
        if title:
            self.write(title, rect.left() + 5 + cue + 6, middle, Role.CAPTION, ink)

    def label_over(self, now: int) -> None:
        """Write the label of what is on air again where the present's line runs through it."""
        for area in self.places.expected:
            rect, block = area
            if block.status != "on_air":
                continue
            cue = self.wide(block.cue, Role.CAPTION_TIME)
            title = self._short(block, rect.width() - 14 - cue)
            wide = round(cue + (6 + self.wide(title, Role.CAPTION) if title else 0)) + 4
            if rect.left() + 3 <= now <= rect.left() + 3 + wide:
                foot = self.places.bands.foot
                ground = QtCore.QRect(rect.left() + 3, rect.top(), wide, rect.height() - foot)
                self.painter.fillRect(ground, self.theme.colours.go)
                self._label(area, self.theme.colours.go_text)

    def _short(self, block: Block, room: float) -> str:
        """The title, or its part before a colon, or as much of it as `room` holds."""
        head = block.title.split(":", maxsplit=1)[0].strip()
        for text in (block.title, head):
            if self.wide(text, Role.CAPTION) <= room:
                return text
        if room < 54:
            return ""
        metrics = metrics_of(Role.CAPTION, self.theme.metrics)
        return metrics.elidedText(head, QtCore.Qt.TextElideMode.ElideRight, room)

    def _run(self, run: Run) -> None:
        """The label of neighbours too narrow for their own, on a ground of its own."""
        colours = self.theme.colours
        wide = self.wide(run.text, Role.CAPTION_TIME)
        if wide + 12 > run.rect.width():
            return
        past = mixed(colours.line2, colours.surf, 0.55)
        left = run.rect.x() + (run.rect.width() - wide) / 2
        ground = QtCore.QRect(round(left) - 4, run.rect.y(), round(wide) + 8, run.rect.height())
        self.painter.fillRect(ground, past if run.done else colours.line2)
        middle = run.rect.top() + run.rect.height() / 2
        ink = colours.quiet if run.done else colours.text
        self.write(run.text, left, middle, Role.CAPTION_TIME, ink)

    # --- over the line -------------------------------------------------------------------------

    def tried(self) -> None:
        """A dashed frame around the expected day: it is not so, but would be."""
        bands = self.places.bands
        pen = QtGui.QPen(self.theme.colours.live, 2)
        pen.setDashPattern([4, 3])
        self.painter.setPen(pen)
        self.painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        top = bands.expected - 2
        self.painter.drawRect(LEFT - 4, top, self.places.room + 8, bands.expected_tall + 4)

    def chosen(self, rect: QtCore.QRect) -> None:
        """A frame around the block that the keyboard is at."""
        self.painter.setPen(QtGui.QPen(self.theme.colours.text, 2))
        self.painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        self.painter.drawRect(rect.adjusted(-1, -2, 2, 2))

    def grip(self, rect: QtCore.QRect) -> None:
        """A handle at the end of a block: it can be drawn."""
        box = QtCore.QRect(rect.right() - 1, rect.y() - 1, 3, rect.height() + 2)
        self.painter.fillRect(box, self.theme.colours.live)

    def marks(self) -> None:
        """Hard times, and the words of those that there is room for."""
        taken = float(self.size.width())
        for mark in reversed(self.places.marks):
            taken = self._mark(mark, taken)

    def _mark(self, mark: Mark, taken: float) -> float:
        """Paint a hard time; its words only where they end before `taken`. Returns its left."""
        bands, colours = self.places.bands, self.theme.colours
        ink = _INKS[mark.firm](colours)
        x, size = round(self.places.x_of(mark.at)), bands.mark_size
        self.painter.fillRect(QtCore.QRect(x, bands.mark, 1, bands.expected - bands.mark), ink)
        self.painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        place = QtCore.QRectF(x + 0.5 - size / 2, bands.mark - size / 2, size, size)
        self.painter.setBrush(colours.surf)
        self.painter.setPen(QtCore.Qt.PenStyle.NoPen)
        self.painter.drawPolygon(QtGui.QPolygonF(_corners(place.adjusted(2, 2, -2, -2))))
        self.painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        icons.paint(self.painter, SIGNS[mark.firm], place, ink)
        self.painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        if bands.hours is None:
            return taken
        wide = self.wide(mark.text, Role.CAPTION_TIME)
        left = x + size / 2 + 4
        if left + wide > self.size.width() - 4:
            left = x - size / 2 - 4 - wide
        if left + wide > taken:
            return min(taken, place.left() - 8)
        text = ink if mark.firm in ("at_risk", "lost") else colours.sec
        self.write(mark.text, left, bands.mark, Role.CAPTION_TIME, text)
        return min(left, place.left()) - 8

    def flag(self, now: datetime, x: int) -> None:
        """The present; out of view, an arrow at the edge says where."""
        bands, colours = self.places.bands, self.theme.colours
        text = self.clock(now)
        if now < self.places.view.first:
            text = f"◂ {text}"
        elif now > self.places.view.last:
            text = f"{text} ▸"
        else:
            bottom = bands.expected + bands.expected_tall + 3
            self.painter.fillRect(QtCore.QRect(x - 1, bands.flag, 2, bottom - bands.flag),
                                  colours.text)  # fmt: skip
        wide = round(self.wide(text, Role.CAPTION_TIME_BOLD)) + 10
        left = min(max(LEFT, x - wide // 2), self.size.width() - wide - 2)
        self.plate(QtCore.QRectF(left, bands.flag, wide, bands.flag_tall), colours.text)
        middle = bands.flag + bands.flag_tall / 2
        self.write(text, left + 5, middle, Role.CAPTION_TIME_BOLD, colours.surf)

    def thumb(self, day: View) -> None:
        """Which part of the day is in view, on a thin line at the foot."""
        colours, places = self.theme.colours, self.places
        y = self.size.height() - 2
        self.painter.fillRect(QtCore.QRect(LEFT, y, places.room, 2), colours.line)
        left, right = (LEFT + places.room * day.share(at) for at in places.view)
        rect = QtCore.QRect(round(left), y, max(4, round(right - left)), 2)
        self.painter.fillRect(rect, colours.quiet)

    def note(self, note: Note) -> None:
        """What is said while an end is drawn, on a plate over the line."""
        bands, colours = self.places.bands, self.theme.colours
        ink = colours.amber if note.warns else colours.text
        first = self.wide(note.text, Role.CAPTION_BOLD)
        most = self.size.width() - LEFT - 30 - first
        metrics = metrics_of(Role.CAPTION, self.theme.metrics)
        then = metrics.elidedText(note.then, QtCore.Qt.TextElideMode.ElideRight, max(0, most))
        wide = first + (self.wide(then, Role.CAPTION) + 12 if then else 0) + 16
        left = min(max(LEFT, note.x - wide / 2), self.size.width() - wide - 4)
        tall = bands.flag_tall + 1
        box = QtCore.QRectF(round(left) + 0.5, bands.flag - 1.5, round(wide), tall)
        self.plate(box, colours.raised, colours.live)
        middle = box.center().y()
        self.write(note.text, left + 8, middle, Role.CAPTION_BOLD, ink)
        self.write(then, left + first + 20, middle, Role.CAPTION, colours.sec)


_INKS: Final[dict[Firm, Callable[[Colours], QtGui.QColor]]] = {
    "kept": lambda colours: colours.ok,
    "agreed": lambda colours: colours.ok,
    "at_risk": lambda colours: colours.amber,
    "lost": lambda colours: colours.act,
}


def _corners(box: QtCore.QRectF) -> list[QtCore.QPointF]:
    """The corners of the diamond in `box`."""
    middle = box.center()
    return [
        QtCore.QPointF(middle.x(), box.top()),
        QtCore.QPointF(box.right(), middle.y()),
        QtCore.QPointF(middle.x(), box.bottom()),
        QtCore.QPointF(box.left(), middle.y()),
    ]
