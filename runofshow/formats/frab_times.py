"""When the events of a frab schedule take place: by their own dates, by whose clock, on which day.

See frab.py for the rules.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, LONGEST, Civil
from runofshow.formats.draft import DAY_CHANGE, Doubt, Had, How
from runofshow.formats.json_text import shortened
from runofshow.formats.moments import (
    Evenings,
    Moment,
    civil_on,
    read_clock,
    read_day,
    read_frab_length,
    read_moment,
    wall_of,
)
from runofshow.formats.nodes import Node
from runofshow.formats.zones import known_zone, likely_zone, offset_at, show_offset


class Event(NamedTuple):
    """An event of the file, and the day that holds it; of a `flat` list, the day of its date."""

    node: Node
    room: str = ""
    held: "FrabDay | None" = None
    flat: bool = False


class FrabDay(NamedTuple):
    """A day of the file; `ends` is its last moment, by its own clock."""

    day: date
    ends: datetime | None = None


class Clock:
    """Whose clock the file's times are shown by, and which evening a night belongs to.

    `zone` is that clock's zone as had, `doubts` what is to be said of it.
    """

    def __init__(self, conference: Node, events: list[Event], language: str | None) -> None:
        node = conference.first("time_zone_name", "timezone", "time_zone")
        self._declared = known_zone(node.text) if node.text else None
        self.doubts: tuple[Doubt, ...] = ()
        if node.text and self._declared is None:
            said = Sentence.of("zone_not_known", zone=shortened(node.text))
            self.doubts = (Doubt(node.place, "timezone", "missing", None, said),)
        moments = [found for event in events if (found := self.moment(event.node))]
        self.zone = self._zone(node, moments, language)
        self._evenings = Evenings(
            (moment.wall for moment in moments), _change(event.held for event in events)
        )

    def moment(self, event: Node) -> Moment | None:
        """When the event begins, by the clock that its file shows."""
        moment = read_moment(event["date"].text) or read_moment(event["start"].text)
        if moment is None or moment.offset is None or self._declared is None:
            return moment
        clock = read_clock(event["start"].text)
        local = moment.moved(offset_at(self._declared, moment.utc))
        if clock is None:
            return moment if moment.offset else local
        return local if _same(local.wall, clock) and not _same(moment.wall, clock) else moment

    def day(self, moment: Moment) -> date:
        """The day of the programme that a moment belongs to."""
        return self._evenings.day(moment.wall)

    def _zone(self, node: Node, moments: list[Moment], language: str | None) -> Had[str]:
        """The declared zone if no offset gainsays it, else one that fits the offsets."""
        seen = [(moment.utc, moment.offset) for moment in moments if moment.offset is not None]
        declared = self._declared
        if declared and all(offset_at(declared, utc) == offset for utc, offset in seen):
            return Had(declared.key, "given", node.place)
        if not seen:
            return Had(None, "missing", node.place)
        fits = likely_zone(seen, language)
        shown = ", ".join(sorted({show_offset(offset) for _, offset in seen}))
        if declared is None:
            said = Sentence.of("zone_by_offset", offset=shown)
            return self._told(fits, node, said, "inferred")
        said = Sentence.of("zone_beaten", zone=declared.key, offset=shown)
        return self._told(fits, node, said, "repaired")

    @staticmethod
    def _told(zone: ZoneInfo | None, node: Node, said: Sentence, how: How) -> Had[str]:
        if zone is None:
            return Had(None, "missing", node.place, said)
        return Had(zone.key, how, node.place, said)


def _same(wall: datetime, clock: Civil) -> bool:
    return (wall.hour, wall.minute) == (clock.hour % 24, clock.minute)


def _change(days: Iterator[FrabDay | None]) -> Civil:
    """The hour at which the file's days change, if it tells one hour."""
    told = {Civil(day.ends.hour, day.ends.minute) for day in days if day and day.ends}
    return told.pop() if len(told) == 1 else DAY_CHANGE


class When(NamedTuple):
    """When an event begins: its day, its hour on that day, the clock time by the file's clock."""

    day: Had[date] | None
    start: Had[Civil] | None
    wall: datetime | None = None
    offset: timedelta | None = None


def when(event: Event, clock: Clock) -> When:
    """When an event begins: by its own date, else by its hour on the day that holds it."""
    node = event.node
    moment = clock.moment(node)
    if moment is None:
        return _by_hour(event)
    own = node["date"] if read_moment(node["date"].text) else node["start"]
    day, why = _programme_day(event, moment, clock)
    civil = civil_on(moment.wall, day)
    told = read_clock(node["start"].text)
    start: Had[Civil] = Had(civil, "given", own.place)
    if civil and told and not _same(moment.wall, told):
        said = Sentence.of("clocks_differ", date=Civil(civil.hour % 24, civil.minute), start=told)
        start = Had(civil, "repaired", node["start"].place, said)
    return When(Had(day, _how(why), own.place, why), start, moment.wall, moment.offset)


def _how(why: Sentence | None) -> How:
    if why is None:
        return "given"
    return "repaired" if why.code == "day_elsewhere" else "inferred"


def _programme_day(event: Event, moment: Moment, clock: Clock) -> tuple[date, Sentence | None]:
    """The day that holds the event if its date can belong to it, else the date's own."""
    held, own = event.held, moment.wall.date()
    if held and not event.flat:
        if own == held.day or (own == held.day + DAY and moment.wall.hour < 12):
            return held.day, None
        said = Sentence.of("day_elsewhere", day=held.day, date=own)
        return clock.day(moment), said
    day = clock.day(moment)
    return day, Sentence.of("night_before", day=day) if day != own else None


def _by_hour(event: Event) -> When:
    node, held = event.node, event.held
    start = _clock(node["start"].text)
    day = read_day(node["date"].text) or (held.day if held else None)
    had_day = Had(day, "given", node["start"].place) if day else None
    if start is None:
        text = node.first("start", "date").text
        why = (
            Sentence.of("time_not_read", text=shortened(text))
            if text
            else Sentence.of("time_not_told")
        )
        return When(had_day, Had(None, "missing", node["start"].place, why))
    if start < DAY_CHANGE and held and held.ends:
        start = Civil(start.hour + 24, start.minute, start.second)
    return When(
        had_day, Had(start, "given", node["start"].place), wall_of(day, start) if day else None
    )


def _clock(text: str) -> Civil | None:
    """An hour, with its colon or as four digits."""
    return read_clock(re.sub(r"\A(\d\d)(\d\d)\Z", r"\1:\2", text, flags=re.ASCII))


def lasting(node: Node, when: When) -> Had[timedelta]:
    """How long an event lasts: its duration, else from its start to its end."""
    told = node["duration"]
    read = read_frab_length(told.text) if told.text else None
    if read and read.length > LONGEST:
        said = Sentence.of("length_too_long", text=shortened(told.text))
        return Had(None, "missing", told.place, said)
    if read and read.sure:
        return Had(read.length, "given", told.place)
    if read:
        taken = read.length
        said = Sentence.of("length_two_ways", text=shortened(told.text), taken=taken)
        return Had(taken, "inferred", told.place, said)
    until = _until(node, when)
    if until is not None:
        return Had(until, "given", node["end"].place)
    if told.text:
        said = Sentence.of("length_not_read", text=shortened(told.text))
        return Had(None, "missing", told.place, said)
    return Had(None, "missing", node.place, Sentence.of("length_not_told"))


def _until(node: Node, when: When) -> timedelta | None:
    """The time from the start to the `end`, if it has one that comes after within a day."""
    if when.wall is None:
        return None
    ends = read_moment(node["end"].text)
    if ends is None:
        clock = read_clock(node["end"].text)
        lasts = (wall_of(when.wall.date(), clock) - when.wall) % DAY if clock else None
        return lasts or None
    if ends.offset is not None and when.offset is not None:
        ends = ends.moved(when.offset)
    lasts = ends.wall - when.wall
    return lasts if timedelta(0) < lasts <= LONGEST else None
