"""Whose clock a calendar is shown by: the zones of its times, and the one of the place.

The zone of the place is, in this order: that of most times that name one; the calendar's own
(X-WR-TIMEZONE); that of its only VTIMEZONE; one written where it should not be. Failing all of
them times in UTC are shown in UTC, and that is told.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Event, Timezone

from runofshow.core.sentences import Sentence
from runofshow.formats.calendar_text import Part, Parts
from runofshow.formats.draft import Had
from runofshow.formats.moments import Moment, read_moment
from runofshow.formats.source import Place
from runofshow.formats.zones import known_zone, likely_zone, show_offset

_YEARS: Final = range(1970, 2200)


class At(NamedTuple):
    """A moment as the calendar writes it: the clock time, and whose; nobody's when it floats.

    `zoned` is the name of the zone that the file gives, `mended` what was badly written.
    """

    wall: datetime
    zone: tzinfo | None = None
    zoned: str = ""
    mended: str = ""

    @property
    def utc(self) -> datetime:
        """The moment in UTC, without a zone; of one that floats, as if its clock were UTC's."""
        if self.zone is None:
            return self.wall
        return self.wall.replace(tzinfo=self.zone).astimezone(UTC).replace(tzinfo=None)


Zones = Mapping[str, tzinfo]
"""The zones that the calendar defines itself, by their TZID."""


def one(event: Event, name: str) -> Any:
    """The first property of that name, as the library read it; None of none."""
    found = event.get(name)
    return found[0] if isinstance(found, list) and found else found


def value_of(found: Any) -> Any:
    """The date, datetime or length that the property holds; None of anything else."""
    return getattr(found, "dt", None)


def at(found: Any, written: str, zones: Zones) -> At | date | None:
    """The moment or the whole day of a property, mended if badly written; None of what is none."""
    value = value_of(found)
    if isinstance(value, datetime):
        return _in_zone(value, str(found.params.get("TZID", "")), zones)
    if isinstance(value, date):
        return value if value.year in _YEARS else None
    return _mended(written)


def _in_zone(value: datetime, name: str, zones: Zones) -> At | None:
    if value.year not in _YEARS:
        return None
    wall = value.replace(tzinfo=None, microsecond=0)
    if value.tzinfo is not None:
        return At(wall, value.tzinfo, name)
    zone = zones.get(name) or (known_zone(name) if name else None)
    return At(wall, zone, name)


def _mended(written: str) -> At | date | None:
    """2024-09-13 10:00, 20240913T1000Z, 20240913 and the like."""
    plain = re.sub(r"\A(\d{8})[T ]?(\d{4})(\d\d)?(Z?)\Z", r"\1T\2\3\4", written, flags=re.ASCII)
    moment = read_moment(plain)
    if moment is not None:
        zone = None if moment.offset is None else ZoneInfo("UTC")
        return At(moment.utc if zone else moment.wall, zone, mended=written)
    try:
        return date.fromisoformat(plain)
    except ValueError:
        return None


def zones_of(parts: Iterable[Part]) -> dict[str, tzinfo]:
    """The zones that a calendar defines: by their common name, else by their own rules."""
    found: dict[str, tzinfo] = {}
    for part in parts:
        tzid, place = part.told("TZID"), part.told("X-LIC-LOCATION")
        if tzid is None:
            continue
        zone = known_zone(tzid.value) or (known_zone(place.value) if place else None)
        rules = zone or _by_rules(part)
        if rules is not None:
            found[tzid.value.strip('"')] = rules
    return found


def _by_rules(part: Part) -> tzinfo | None:
    try:
        zone = Timezone.from_ical(part.text)
        return zone.to_tz() if isinstance(zone, Timezone) else None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, OSError):
        return None


class Clock(NamedTuple):
    """The clock that all times are shown by, None for each time's own, and how it was found."""

    zone: ZoneInfo | None
    had: Had[str]

    def shown(self, moment: At) -> Moment:
        """The moment by that clock; one that floats stays as it is."""
        if moment.zone is None:
            return Moment(moment.wall)
        there = moment.wall.replace(tzinfo=moment.zone)
        here = there.astimezone(self.zone) if self.zone else there
        return Moment(here.replace(tzinfo=None), here.utcoffset() or timedelta(0))


def clock(parts: Parts, moments: list[At], zones: Zones) -> Clock:
    """The clock of the place (see the module)."""
    named = Counter(
        key for moment in moments if (key := _name(moment.zone, moment.zoned, zones)) != "UTC"
    )
    del named[""]
    if named:
        return _of_most(parts, named)
    own = parts.calendar.told("X-WR-TIMEZONE")
    if own and (zone := known_zone(own.value)):
        return Clock(zone, Had(zone.key, "given", own.place))
    defined = {zone.key for zone in zones.values() if isinstance(zone, ZoneInfo)}
    if len(defined) == 1:
        place = Place(line=parts.zones[0].line)
        name = defined.pop()
        why = Sentence.of("zone_of_most")
        return Clock(ZoneInfo(name), Had(name, "inferred", place, why))
    return _misplaced(parts) or _by_rules_of(moments, parts) or _last_resort(moments, parts)


def _name(zone: tzinfo | None, zoned: str, zones: Zones) -> str:
    """The zone's common name; of one that floats or has only rules, the nearest there is."""
    if isinstance(zone, ZoneInfo):
        return "UTC" if zone.key in ("UTC", "Etc/UTC", "GMT", "Etc/GMT") else zone.key
    found = known_zone(zoned) if zoned else None
    del zones
    return found.key if found else "" if zone is None else "UTC" if zone is UTC else ""


def _of_most(parts: Parts, named: Counter[str]) -> Clock:
    name = named.most_common(1)[0][0]
    place = next((event.place("DTSTART") for event in parts.events), Place())
    if len(named) == 1:
        return Clock(ZoneInfo(name), Had(name, "given", place))
    why = Sentence.of("zone_many", count=len(named), zone=name)
    return Clock(ZoneInfo(name), Had(name, "inferred", place, why))


def _misplaced(parts: Parts) -> Clock | None:
    """A zone that stands as a property of the calendar, where none is expected."""
    for written in parts.calendar.written:
        if written.name in ("VTIMEZONE", "TZID", "TIMEZONE", "X-TIMEZONE", "TIMEZONE-ID"):
            zone = known_zone(written.value) if written.value else None
            if zone:
                why = Sentence.of("zone_in_words")
                return Clock(zone, Had(zone.key, "inferred", written.place, why))
    return None


def _by_rules_of(moments: list[At], parts: Parts) -> Clock | None:
    """A common zone whose clock is that of a zone which the calendar defines by rules alone."""
    seen = []
    for moment in moments:
        if moment.zone is not None and not isinstance(moment.zone, ZoneInfo):
            offset = moment.wall.replace(tzinfo=moment.zone).utcoffset()
            seen += [(moment.utc, offset)] if offset is not None else []
    zone = likely_zone(seen)
    if zone is None:
        return None
    place = next((event.place("DTSTART") for event in parts.events), Place())
    why = Sentence.of("zone_by_offset", offset=", ".join(sorted({show_offset(o) for _, o in seen})))
    return Clock(zone, Had(zone.key, "inferred", place, why))


def _last_resort(moments: list[At], parts: Parts) -> Clock:
    """UTC, told, when times are in UTC and nothing else is known."""
    if not any(moment.zone is not None for moment in moments):
        return Clock(None, Had(None, "missing"))
    place = next((event.place("DTSTART") for event in parts.events), Place())
    return Clock(ZoneInfo("UTC"), Had("UTC", "inferred", place, Sentence.of("zone_utc_only")))
