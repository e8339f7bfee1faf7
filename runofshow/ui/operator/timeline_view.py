"""Which part of the day the timeline shows, how it is zoomed and scrolled. No painting, no Qt.

- Zooming keeps the instant under the hand where it is; zoomed out as far as the day, all is seen.
- A view that follows the present turns like a page, so that nothing moves under the eye between.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from runofshow.core.times import MINUTE

LEAST: Final = 10 * MINUTE
"""The shortest stretch of time that is shown."""
STAND: Final = 0.25
"""Where the present stands after a page has turned, as a share of the view."""
TURN: Final = 0.85
"""Where it stands when the page turns."""


class View(NamedTuple):
    """A stretch of time: the whole day, or the part of it that is looked at."""

    first: datetime
    last: datetime

    @property
    def span(self) -> timedelta:
        """How long it is."""
        return self.last - self.first

    def holds(self, at: datetime) -> bool:
        """Whether an instant is in it."""
        return self.first <= at <= self.last

    def share(self, at: datetime) -> float:
        """Where an instant stands: 0 at the first, 1 at the last."""
        return (at - self.first) / self.span


def zoomed(view: View, day: View, at: datetime, times: float) -> View:
    """`view` so many times as close, `at` staying where it is; never wider than the day."""
    span = min(max(view.span / times, LEAST), day.span)
    return _within(View(at - span * view.share(at), at + span * (1 - view.share(at))), day)


def scrolled(view: View, day: View, by: timedelta) -> View:
    """`view` moved through the day, up to its ends."""
    return _within(View(view.first + by, view.last + by), day)


def showing(view: View, day: View, start: datetime, end: datetime) -> View:
    """`view` moved as little as needed to show a stretch; one too long is shown from its start."""
    if start < view.first or end - start > view.span:
        return scrolled(view, day, start - view.first)
    return scrolled(view, day, end - view.last) if end > view.last else view


def turned(view: View, day: View, now: datetime) -> View:
    """`view` with the present in it, the page turned where it had gone too far."""
    if 0 <= view.share(now) <= TURN:
        return view
    return standing(view.span, day, now)


def standing(span: timedelta, day: View, now: datetime) -> View:
    """The view of that length that the present has just come into."""
    return _within(View(now - span * STAND, now + span * (1 - STAND)), day)


def _within(view: View, day: View) -> View:
    """`view` moved into the day; as long as the day, it is the day."""
    if view.span >= day.span:
        return day
    if view.first < day.first:
        return View(day.first, day.first + view.span)
    return View(day.last - view.span, day.last) if view.last > day.last else view
