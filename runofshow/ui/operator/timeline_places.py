"""Where everything of a day stands on the timeline, in logical pixels; nothing is painted.

Only what the view shows has a place. Blocks stand a pixel apart; neighbours too narrow for their
cues stand under one label that names the first and the last.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from PySide6 import QtCore

from runofshow.core.times import show_length
from runofshow.ui.operator.timeline_day import Between, Block, Day, Mark
from runofshow.ui.operator.timeline_view import View

LEFT: Final = 72
RIGHT: Final = 24
BETWEEN_HOURS: Final = 120
MOST_LATE: Final = 16
"""Minutes at which the ribbon fills the room between the bars."""
RUN: Final = 150
"""About how wide neighbours under one label are."""
LIVE_LEAST: Final = 3
"""How wide at least what is on air is drawn."""
GRIP: Final = 5
"""How near a hand must be to an end to draw it."""
GRASPED: Final = 9
"""The least width of a block whose end can be drawn."""


class Bands(NamedTuple):
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
    button: int
    """The side of a button."""


LARGE: Final = Bands(
    flag=5, flag_tall=17, mark=28, mark_size=12, printed=37, printed_tall=12,
    expected=66, expected_tall=28, hours=104, foot=4, button=20,
)  # fmt: skip
SMALL: Final = Bands(
    flag=2, flag_tall=15, mark=10, mark_size=11, printed=19, printed_tall=6,
    expected=34, expected_tall=16, hours=None, foot=3, button=15,
)  # fmt: skip


class Area(NamedTuple):
    """Where a block stands."""

    rect: QtCore.QRect
    block: Block


class Gap(NamedTuple):
    """Where a gap or an overlap stands."""

    rect: QtCore.QRect
    between: Between
    kind: Literal["gap", "overlap"]

    @property
    def text(self) -> str:
        """How long it is, in whole minutes."""
        return show_length(self.between.last - self.between.first)


class Run(NamedTuple):
    """Neighbours too narrow for labels of their own, and the cues of the first and the last."""

    rect: QtCore.QRect
    text: str
    done: bool


def room_of(width: int) -> int:
    """How wide the line is on a timeline of that width."""
    return max(1, width - LEFT - RIGHT)


class Places:
    """A day on a line. Attributes: bands, view; printed, expected (areas), gaps, runs, edge, marks;
    room, how wide the line is, and right, where it ends.

    `fits` tells of a cue whether a block so wide has room for it.
    """

    def __init__(
        self, day: Day, view: View, width: int, bands: Bands, fits: Callable[[str, int], bool]
    ) -> None:
        self.bands, self.view = bands, view
        self.room = room_of(width)
        self.right = LEFT + self.room
        self.printed = self._areas(day.printed, bands.printed, bands.printed_tall)
        self.expected = self._areas(day.expected, bands.expected, bands.expected_tall)
        self.gaps = [
            *self._gaps(day.slack, "gap", bands.printed, bands.printed_tall),
            *self._gaps(day.overlaps, "overlap", bands.printed, bands.printed_tall),
            *self._gaps(day.gaps, "gap", bands.expected, bands.expected_tall),
        ]
        self.runs = list(_runs(self.expected, fits))
        self.edge = self._points(day)
        self.marks = [mark for mark in day.marks if view.holds(mark.at)]

    @property
    def foot(self) -> float:
        """Where the ribbon stands."""
        return float(self.bands.expected - 1)

    @property
    def pixel(self) -> timedelta:
        """The time that a pixel is worth."""
        return self.view.span / self.room

    def x_of(self, at: datetime) -> float:
        """Where an instant stands; beyond the line what is not in view."""
        return LEFT + self.room * self.view.share(at)

    def at(self, x: float) -> datetime:
        """The instant that stands there."""
        return self.view.first + self.view.span * ((x - LEFT) / self.room)

    # --- what is under a hand ------------------------------------------------------------------

    def _near(self, point: QtCore.QPoint) -> list[Area]:
        """The blocks of the bar that is nearer."""
        bands = self.bands
        between = (bands.printed + bands.printed_tall + bands.expected) // 2
        return self.printed if point.y() < between else self.expected

    def block_at(self, point: QtCore.QPoint) -> Block | None:
        """The block under `point`, of the bar that is nearer."""
        for rect, block in self._near(point):
            if rect.left() <= point.x() <= rect.right() + 1:
                return block
        return None

    def gap_at(self, point: QtCore.QPoint) -> Gap | None:
        """The gap or overlap under `point`."""
        for gap in reversed(self.gaps):
            if gap.rect.adjusted(-1, -3, 1, 3).contains(point):
                return gap
        return None

    def mark_at(self, point: QtCore.QPoint) -> Mark | None:
        """The hard time whose sign is under `point`."""
        size = self.bands.mark_size / 2 + 2
        for mark in self.marks:
            near = abs(self.x_of(mark.at) - point.x()) <= size
            if near and abs(self.bands.mark - point.y()) <= size:
                return mark
        return None

    def end_at(self, point: QtCore.QPoint) -> Block | None:
        """The block of the expected day whose end is under `point`, wide enough to be drawn."""
        if self._near(point) is not self.expected:
            return None
        close = [
            (abs(rect.right() + 1 - point.x()), block)
            for rect, block in self.expected
            if rect.width() >= GRASPED and rect.right() < self.right
        ]
        near = min(close, default=None, key=lambda each: each[0])
        return near[1] if near is not None and near[0] <= GRIP else None

    # --- where things stand --------------------------------------------------------------------

    def _areas(self, blocks: Iterable[Block], top: int, tall: int) -> list[Area]:
        """Where blocks stand, a pixel apart; those that fall on a pixel already taken left out."""
        areas: list[Area] = []
        taken = LEFT - 1
        for block in blocks:
            left = max(round(self.x_of(block.start)), LEFT)
            right = min(round(self.x_of(block.end)), self.right)
            live = block.status == "on_air"
            if (right <= taken and not live) or left >= self.right or right <= LEFT:
                continue
            wide = max(LIVE_LEAST if live else 1, right - left - 1)
            areas.append(Area(QtCore.QRect(left, top, wide, tall), block))
            taken = right
        return areas

    def _gaps(
        self, found: Iterable[Between], kind: Literal["gap", "overlap"], top: int, tall: int
    ) -> list[Gap]:
        gaps = []
        for between in found:
            left = max(round(self.x_of(between.start)), LEFT)
            right = min(round(self.x_of(between.end)), self.right)
            if right - left >= 2:
                gaps.append(Gap(QtCore.QRect(left, top, right - left - 1, tall), between, kind))
        return gaps

    def _points(self, day: Day) -> list[QtCore.QPointF]:
        """The edge of the ribbon of lateness."""
        bands, foot = self.bands, self.foot
        room = foot - bands.printed - bands.printed_tall - 2
        points: list[QtCore.QPointF] = []
        for at, minutes in day.late:
            size = min(abs(minutes), MOST_LATE) * room / MOST_LATE
            x = min(max(LEFT, round(self.x_of(at))), self.right)
            _extend(points, QtCore.QPointF(x, foot - (size if minutes > 0 else -size)))
        return points


def _extend(points: list[QtCore.QPointF], point: QtCore.QPointF) -> None:
    """Add a point; the middle one of three on a level, or at one moment, says nothing."""
    if len(points) > 1:
        before, last = points[-2], points[-1]
        if before.y() == last.y() == point.y() or before.x() == last.x() == point.x():
            points.pop()
    points.append(point)


def _runs(areas: list[Area], fits: Callable[[str, int], bool]) -> Iterable[Run]:
    """Neighbours too narrow for cues of their own, put together to labels that can be read."""
    run: list[Area] = []
    for area in areas:
        joins = not fits(area.block.cue, area.rect.width()) and area.block.status != "on_air"
        if run and (not joins or _wide(run) >= RUN or run[-1].block.status != _like(area, run)):
            yield from _labelled(run)
            run = []
        if joins:
            run.append(area)
    yield from _labelled(run)


def _like(area: Area, run: list[Area]) -> str:
    """The status that goes on with the run: what is next and what is to come look alike."""
    ahead = ("next", "to_come")
    last = run[-1].block.status
    return last if last in ahead and area.block.status in ahead else area.block.status


def _wide(run: list[Area]) -> int:
    return run[-1].rect.right() - run[0].rect.left()


def _labelled(run: list[Area]) -> Iterable[Run]:
    if len(run) > 2:
        rect = run[0].rect.united(run[-1].rect)
        text = f"{run[0].block.cue}–{run[-1].block.cue}"
        yield Run(rect, text, run[0].block.status == "done")
