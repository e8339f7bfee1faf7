"""What will happen if nobody intervenes: expected times and drift (timing.md §4)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.outline import Bend, Node
from runofshow.core.show import Show
from runofshow.core.walk import Span, Walk


class Forecast(NamedTuple):
    """Expected start and end by leaf (aired ones: actual, the one on air: rule 14), and the day's.

    `spans` holds no skipped leaf; `day_end` is None when nothing is aired or to come.
    """

    spans: "Expected"
    day_end: datetime | None


class Expected(Mapping[str, Span]):
    """The spans of what was aired, of what is on air, and of what is to come.

    `ending` is when the leaf on air, or the last one aired, ends; `walk` is of the leaves to come.
    What was aired stands before what is to come, in the running order as it was aired (rule 34).
    """

    __slots__ = ("_aired", "_come", "_outline", "ending", "walk")

    def __init__(self, show: Show, ending: datetime | None, walk: Walk | None) -> None:
        self._outline, self._aired, self._come = show.outline, show.aired, show.come
        self.ending, self.walk = ending, walk

    def at(self, place: int) -> Span | None:
        """The span of the leaf at a place of the running order; None when none is expected."""
        if place >= self._come:
            return None if self.walk is None else self.walk.span(place)
        airing = self._aired[self._outline.nodes[self._outline.order_at[place]].slot.id]
        assert self.ending is not None
        return Span(airing.started, airing.ended or self.ending)

    def every(self) -> list[Span]:
        """All spans, by place."""
        return list(self.each())

    def each(self) -> Iterator[Span]:
        """The spans, place after place."""
        aired = (span for place in range(self._come) if (span := self.at(place)) is not None)
        return aired if self.walk is None else chain(aired, self.walk.each())

    def __getitem__(self, slot: str) -> Span:
        span = self.at(self._outline.place[slot])
        if span is None:
            raise KeyError(slot)
        return span

    def __iter__(self) -> Iterator[str]:
        order_at, nodes = self._outline.order_at, self._outline.nodes
        return (nodes[at].slot.id for at in order_at[: len(self)])

    def __len__(self) -> int:
        return self._come if self.walk is None else len(self._outline.order_at)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Expected)
            and self.ending == other.ending
            and self.walk == other.walk
            and self._aired == other._aired
            and self._outline.order_at == other._outline.order_at
        )

    __hash__ = None  # type: ignore[assignment]


def forecast(show: Show, now: datetime) -> Forecast:
    """The expected times at `now`, by rules 14 to 17; a closed day expects nothing more.

    The very same as before while time alone changes none of them.
    """
    ends, start = ending(show, now), None
    if not show.air.finished and show.come < len(show.outline.order_at):
        start = coming_from(show, now, ends)
    known: tuple[object, Forecast] | None = show.seen.get(_LAST)
    if known is None or known[0] != (ends, start):
        known = show.seen[_LAST] = ((ends, start), _forecast(show, ends, start))
    return known[1]


_LAST: Final = "forecast"
"""Where a show keeps its last forecast, and what that follows from besides the show."""


def _forecast(show: Show, ends: datetime | None, start: datetime | None) -> Forecast:
    """The expected times when the leaves to come, if any, could begin at `start`."""
    walk = None if start is None else _walk(show, start)
    day_end = ends if walk is None else walk.span(len(show.outline.order_at) - 1).end
    return Forecast(Expected(show, ends, walk), day_end)


def ending(show: Show, now: datetime, by: timedelta = times.ZERO) -> datetime | None:
    """When the leaf on air will end (rule 14), or the last one aired ended; None: none was aired.

    Announced, else by its clock, never in the past; `by` would be given to what is on air.
    """
    airing = show.air.airings[-1] if show.air.airings else None
    if airing is None or airing.ended is not None:
        return airing and airing.ended
    if airing.announced_end is not None and airing.announced_end > now:
        return airing.announced_end
    if airing.held_since is not None:
        return now + max(show.remaining(airing, now) + by, times.ZERO)
    return max(now, show.ends(airing) + by)


def coming_from(show: Show, now: datetime, ends: datetime | None) -> datetime:
    """When the first leaf to come could begin (rule 15) but for an hour of its own."""
    position = show.position
    if position is None or ends is None:
        return now
    return max(now, ends + show.changeover(position.slot))


def earliest_start(show: Show, node: Node, free: datetime | None) -> datetime | None:
    """When a leaf to come may begin, `now` left aside (rule 15); None: at any time.

    `free` is when the leaf before it ends plus the changeover.
    """
    bounds = (free, show.outline.not_before.get(node.slot.id), show.announced.get(node.slot.id))
    return max((bound for bound in bounds if bound is not None), default=None)


def due_at(show: Show) -> datetime | None:
    """From when on the next leaf waits for its GO on empty air; None when none can be due.

    When it may begin, and not before its planned hour: an early day makes nothing due.
    """
    node = show.next
    if node is None or show.air.on_air is not None:
        return None
    planned = show.reference.leaf_spans.get(node.slot.id)
    bounds = (earliest_start(show, node, show.free_from), planned.start if planned else None)
    return max((bound for bound in bounds if bound is not None), default=None)


def _walk(show: Show, start: datetime) -> Walk:
    """Rule 15 for the leaves to come, of which there is one at least."""
    outline, come = show.outline, show.come
    walk = Walk(outline.line, come, start)
    for bend in bends_from(show, come):
        start = walk.reach(bend.place)
        if bend.not_before is not None and bend.not_before > start:
            start = bend.not_before
            walk.begin(bend.place, start)
        if bend.elastic:
            slot = outline.nodes[outline.order_at[bend.place]].slot
            assert slot.end is not None
            set_end = times.instant(show.plan.date, slot.end, show.plan.zone)
            end = max(set_end, start + show.reference.minimum(slot, start))
            walk.end(bend.place, end, end + show.changeover(slot))
    return walk


def bends_from(show: Show, come: int) -> Sequence[Bend]:
    """Where the leaves to come do not simply follow each other, announced starts among them."""
    bends = show.outline.bends
    bends = bends[bisect_left(bends, come, key=_PLACE) :]
    place = show.outline.place
    announced = {
        place[leaf]: at
        for leaf, at in show.announced.items()
        if leaf in place and place[leaf] >= come
    }
    if not announced:
        return bends
    found = {bend.place: bend for bend in bends}
    for where, at in announced.items():
        bend = found.get(where, Bend(where, None, elastic=False))
        pin = at if bend.not_before is None else max(at, bend.not_before)
        found[where] = bend._replace(not_before=pin)
    return sorted(found.values())


_PLACE: Final = attrgetter("place")


def day_drift(show: Show, forecast: Forecast) -> timedelta:
    """How late the day will end (rule 20); nought when there is nothing to hold it to."""
    planned = show.reference.day_end
    if planned is None or forecast.day_end is None:
        return times.ZERO
    return forecast.day_end - planned


def drift(show: Show, forecast: Forecast) -> timedelta:
    """How late the show is now, positive when late (rule 19)."""
    planned, airing = show.reference.leaf_spans, show.air.on_air
    if airing is not None and show.printed and airing.slot in planned:
        return forecast.spans[airing.slot].end - planned[airing.slot].end
    coming = () if show.air.finished else show.to_come
    if airing is None and not coming:
        return day_drift(show, forecast) if show.air.airings else times.ZERO
    for node in coming:
        if node.slot.id in planned:
            late = forecast.spans[node.slot.id].start - planned[node.slot.id].start
            return late if show.air.airings else max(times.ZERO, late)
    return times.ZERO
