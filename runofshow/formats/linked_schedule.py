"""When a schema.org Schedule takes place: from a date, at an hour, every so often."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from runofshow.core.times import Civil
from runofshow.formats.moments import Moment, read_clock, read_day, wall_of
from runofshow.formats.nodes import Node
from runofshow.formats.recurrence import BadRule, day_span, times
from runofshow.formats.zones import known_zone, offset_at

_FREQUENCIES: Final = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_WORDS: Final = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_NEAR: Final = (timedelta(days=7), timedelta(days=90))


def occurrences(schedule: Node, today: date) -> Iterator[Moment]:
    """The moments at which it begins; none of one that tells no date or no hour."""
    day, clock = read_day(schedule["startDate"].text), _clock(schedule["startTime"].text)
    if day is None or clock is None:
        return
    start = wall_of(day, clock)
    near = wall_of(today, Civil(12))
    spans = [day_span(near - _NEAR[0], near + _NEAR[1])]
    last = read_day(schedule["endDate"].text)
    until = wall_of(last, Civil(23, 59, 59)) if last else None
    rule = _rule(schedule)
    try:
        walls = times(start, rule, until, spans) if rule else [start]
    except BadRule:
        walls = [start]
    without = {read_day(child.text) for child in _values(schedule["exceptDate"])}
    zone = known_zone(schedule["scheduleTimezone"].text)
    for wall in walls:
        if wall.date() not in without:
            yield Moment(wall, offset_at(zone, wall) if zone else None)


def _clock(text: str) -> Civil | None:
    return read_clock(re.sub(r"(Z|[+-]\d\d:?\d\d)$", "", text))


def _values(node: Node) -> list[Node]:
    return node.children or [node]


def _rule(schedule: Node) -> str:
    """The rule as iCalendar writes it; empty of what does not repeat."""
    told = schedule["repeatFrequency"].text
    match = re.fullmatch(r"P(\d{1,3})([DWMY])", _WORDS.get(told.lower(), told))
    if not match:
        return ""
    parts = [f"FREQ={_FREQUENCIES[match[2]]}", f"INTERVAL={match[1]}"]
    count = schedule["repeatCount"].number
    if count is not None and 0 < count < 1000:
        parts.append(f"COUNT={count}")
    days = [_weekday(child.text) for child in _values(schedule["byDay"]) if child.text]
    if days and match[2] in "DW":
        parts.append(f"BYDAY={','.join(days)}")
    return ";".join(parts)


def _weekday(text: str) -> str:
    """MO of https://schema.org/Monday, Monday, MO."""
    return re.split(r"[/#:]", text)[-1][:2].upper()
