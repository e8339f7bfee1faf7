"""The events of a calendar and the moments at which they take place.

Two events are the same only when they say the same: a UID alone proves nothing. Of several
versions of one the highest SEQUENCE stays. What recurs stands on each of its days; an event with a
RECURRENCE-ID takes the place of one.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from icalendar import Event
from icalendar.prop import vBroken

from runofshow.core.sentences import Sentence
from runofshow.formats.calendar_clock import At, Zones, at, one, value_of
from runofshow.formats.calendar_text import Part
from runofshow.formats.draft import Doubt
from runofshow.formats.json_text import shortened
from runofshow.formats.recurrence import MOST, BadRule, Span, day_span, times
from runofshow.formats.stripped import plain_line

_NEAR: Final = (timedelta(days=7), timedelta(days=90))
"""Of what recurs without end, the times from so long before today until so long after."""


class Happening(NamedTuple):
    """An event as it is written, and when it begins: a moment, a whole day, or unread."""

    part: Part
    event: Event
    begins: At | date | None

    @property
    def title(self) -> str:
        """Its summary, on one line."""
        return plain_line(text_of(self.event, "SUMMARY"))


class Held(NamedTuple):
    """One time at which an event takes place."""

    event: Happening
    begins: At


def happenings(parts: Iterable[Part], zones: Zones, doubts: list[Doubt]) -> list[Happening]:
    """The events that the library can read; of any other a doubt."""
    with warnings.catch_warnings():  # of zones whose names it has to guess
        warnings.simplefilter("ignore")
        return [found for part in parts if (found := happening(part, zones, doubts))]


def happening(part: Part, zones: Zones, doubts: list[Doubt]) -> Happening | None:
    """The event, or None and a doubt of one that the library gives up."""
    try:
        event = Event.from_ical(part.text)
        if not isinstance(event, Event):
            raise TypeError
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, OverflowError):
        # OSError: TZID=Europe is a folder of zones
        said = Sentence.of("event_not_read")
        doubts.append(Doubt(part.place(""), "title", "missing", None, said))
        return None
    _without_broken(event)
    written = part.told("DTSTART")
    begins = at(one(event, "DTSTART"), written.value if written else "", zones)
    return Happening(part, event, begins)


def _without_broken(event: Event) -> None:
    """Drops the values that the library could not read: asking one anything raises an error."""
    for name in list(event):
        found = event[name]
        values = found if isinstance(found, list) else [found]
        sound = [value for value in values if not isinstance(value, vBroken)]
        if not sound:
            del event[name]
        elif len(sound) < len(values):
            event[name] = sound


def text_of(event: Event, name: str) -> str:
    """The words of a text property."""
    found = one(event, name)
    return "" if found is None else str(found)


def latest(events: list[Happening], doubts: list[Doubt]) -> list[Happening]:
    """The events without those that stand twice, or in an older version."""
    newest = _newest(events)
    kept: list[Happening] = []
    seen: set[tuple[str, ...]] = set()
    for each in events:
        alike = (*_named(each), each.title, str(each.begins), text_of(each.event, "LOCATION"))
        if alike in seen:
            code = "event_twice"
        elif _sequence(each) < newest.get(_named(each), 0):
            code = "event_replaced"
        else:
            kept.append(each)
            seen.add(alike)
            continue
        said = Sentence.of(code, title=shortened(each.title))
        doubts.append(Doubt(each.part.place(""), "title", "repaired", None, said))
    return kept


def _newest(events: list[Happening]) -> dict[tuple[str, str], int]:
    """The highest SEQUENCE by name, where all events of a name have different ones: versions.

    Where two have the same, the name is that of nothing.
    """
    counts = Counter((_named(each), _sequence(each)) for each in events)
    newest: dict[tuple[str, str], int] = {}
    for named, sequence in counts:
        newest[named] = max(newest.get(named, 0), sequence)
    for (named, _), count in counts.items():
        if count > 1 or not named[0]:
            newest.pop(named, None)
    return newest


def _named(each: Happening) -> tuple[str, str]:
    """The UID, and which of its occurrences it stands for."""
    return text_of(each.event, "UID"), str(value_of(one(each.event, "RECURRENCE-ID")))


def _sequence(each: Happening) -> int:
    written = each.part.told("SEQUENCE")
    text = written.value if written else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def times_held(
    events: list[Happening], zones: Zones, today: date, doubts: list[Doubt]
) -> Iterator[Held]:
    """Each time of each event that has hours; what recurs, on each of its days."""
    replaced = {
        (text_of(each.event, "UID"), when.utc)
        for each in events
        if isinstance(when := _recurrence_id(each, zones), At)
    }
    spans = _spans(events, today)
    for each in events:
        if not isinstance(each.begins, At):
            continue
        uid = text_of(each.event, "UID")
        own = _recurrence_id(each, zones) is not None
        for moment in _moments(each, each.begins, zones, spans, doubts):
            if own or (uid, moment.utc) not in replaced:
                yield Held(each, moment)


def _recurrence_id(each: Happening, zones: Zones) -> At | date | None:
    written = each.part.told("RECURRENCE-ID")
    return at(one(each.event, "RECURRENCE-ID"), written.value, zones) if written else None


def _spans(events: list[Happening], today: date) -> list[Span]:
    """The days of the events that take place once, and those near today."""
    fixed = [
        each.begins.wall
        for each in events
        if isinstance(each.begins, At) and not each.part.told("RRULE")
    ]
    noon = datetime(today.year, today.month, today.day, 12)  # noqa: DTZ001 (a clock time)
    near = day_span(noon - _NEAR[0], noon + _NEAR[1])
    return [near, *([day_span(min(fixed), max(fixed))] if fixed else [])]


def _moments(
    each: Happening, begins: At, zones: Zones, spans: list[Span], doubts: list[Doubt]
) -> Iterator[At]:
    """The times of an event: one, or those of its recurrence."""
    rule = each.part.told("RRULE")
    walls = [begins.wall]
    if rule:
        walls = _recurring(each, begins, rule.value, spans, doubts)
    added = [moment.wall for moment in _dates(each, "RDATE", begins, zones)]
    without = {moment.wall for moment in _dates(each, "EXDATE", begins, zones)}
    whole_days = {
        found.dt for found in _listed(each.event, "EXDATE") if type(value_of(found)) is date
    }
    for wall in sorted({*walls, *added}):
        if wall not in without and wall.date() not in whole_days:
            yield begins._replace(wall=wall)


def _recurring(
    each: Happening, begins: At, rule: str, spans: list[Span], doubts: list[Doubt]
) -> list[datetime]:
    place = each.part.place("SUMMARY")
    until = _until(one(each.event, "RRULE"), begins)
    try:
        walls = times(begins.wall, rule, until, spans)
    except BadRule:
        said = Sentence.of("rule_not_read", rule=shortened(rule))
        doubts.append(Doubt(place, "start", "repaired", None, said))
        return [begins.wall]
    if len(walls) == MOST:
        said = Sentence.of("rule_cut", title=shortened(each.title), limit=MOST)
        doubts.append(Doubt(place, "start", "missing", None, said))
    if until is None and "COUNT=" not in rule.upper():
        said = Sentence.of("rule_endless", title=shortened(each.title), count=len(walls))
        doubts.append(Doubt(place, "start", "inferred", None, said))
    return walls


def _until(rule: Any, begins: At) -> datetime | None:
    """The rule's UNTIL by the event's clock; a date is the whole of that day."""
    found = rule.get("UNTIL") if isinstance(rule, dict) else None
    last = found[0] if isinstance(found, list) and found else found
    if isinstance(last, datetime):
        if last.tzinfo is not None and begins.zone is not None:
            last = last.astimezone(begins.zone)
        return last.replace(tzinfo=None)
    if isinstance(last, date):
        return datetime(last.year, last.month, last.day, 23, 59, 59)  # noqa: DTZ001
    return None


def _listed(event: Event, name: str) -> list[Any]:
    """All values of a property that may hold several and stand several times."""
    found = event.get(name)
    lists = found if isinstance(found, list) else [found]
    return [value for each in lists for value in getattr(each, "dts", ())]


def _dates(each: Happening, name: str, begins: At, zones: Zones) -> Iterator[At]:
    """The moments of EXDATE or RDATE by the clock of the event."""
    for found in _listed(each.event, name):
        value = value_of(found)
        if isinstance(value, tuple):  # a period: from its start
            value = value[0]
        if not isinstance(value, datetime):
            continue
        moment = at(found, "", zones) if not isinstance(value_of(found), tuple) else None
        zone = moment.zone if isinstance(moment, At) else value.tzinfo
        wall = value.replace(tzinfo=None)
        if zone is not None and begins.zone is not None:
            wall = wall.replace(tzinfo=zone).astimezone(begins.zone).replace(tzinfo=None)
        yield At(wall, begins.zone, begins.zoned)
