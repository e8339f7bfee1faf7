"""What will happen if nobody intervenes: expected times and drift (timing.md §4)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from runofshow.core import times
from runofshow.core.outline import Node
from runofshow.core.planned import Span
from runofshow.core.show import Show


class Forecast(NamedTuple):
    """Expected start and end by leaf (aired ones: actual, the one on air: rule 14), and the day's.

    `spans` holds no skipped leaf; `day_end` is None when nothing is aired or to come.
    """

    spans: dict[str, Span]
    day_end: datetime | None


def forecast(
    show: Show, now: datetime, cuts: Mapping[str, timedelta] = MappingProxyType({})
) -> Forecast:
    """The expected times at `now`, by rules 14 to 17; a closed day expects nothing more.

    `cuts` are lengths taken from leaves to come, for trying what a plan would bring.
    """
    spans: dict[str, Span] = {}
    for airing in show.air.airings:
        end = airing.ended if airing.ended is not None else expected_end(show, now)
        spans[airing.slot] = Span(airing.started, end)
    if not show.air.finished:
        _walk(show, now, spans, cuts)
    return Forecast(spans, max((span.end for span in spans.values()), default=None))


def expected_end(show: Show, now: datetime) -> datetime:
    """When the leaf on air will end (rule 14): announced, else by its clock, never in the past."""
    airing = show.air.on_air
    assert airing is not None
    if airing.announced_end is not None and airing.announced_end > now:
        return airing.announced_end
    if airing.held_since is not None:
        return now + max(show.remaining(airing, now), times.ZERO)
    return max(now, show.ends(airing))


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


def _walk(show: Show, now: datetime, spans: dict[str, Span], cuts: Mapping[str, timedelta]) -> None:
    position, free = show.position, None
    if position is not None:
        free = spans[position.slot.id].end + show.changeover(position.slot)
    reference, zone, day = show.reference, show.plan.zone, show.plan.date
    not_before, announced = show.outline.not_before, show.announced
    default_changeover = show.plan.changeover
    for slot, *_ in show.to_come:
        start = now if free is None or free < now else free
        pin = not_before.get(slot.id)
        if pin is not None and pin > start:
            start = pin
        if announced:
            said = announced.get(slot.id)
            if said is not None and said > start:
                start = said
        if slot.end is None:
            end = start + (slot.duration or times.ZERO)
            if slot.id in cuts:
                end -= cuts[slot.id]
        else:
            set_end = times.instant(day, slot.end, zone)
            end = max(set_end, start + reference.minimum(slot, start))
        spans[slot.id] = Span(start, end)
        free = end + (default_changeover if slot.changeover is None else slot.changeover)


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
