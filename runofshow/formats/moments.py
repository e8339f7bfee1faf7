"""Instants and lengths as machines write them, and the day of the programme they belong to.

- A moment keeps the clock that its file shows: 2014-12-27T11:00:00+01:00 is 11:00, one hour from
  UTC. Microseconds round to the second.
- The small hours belong to the evening before (`DAY_CHANGE`), but only where there was an evening:
  a night without one stands on its own date.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from runofshow.core.times import DAY, HOUR, LAST_HOUR, MINUTE, SECOND, Civil
from runofshow.formats.draft import DAY_CHANGE

EVENING: Final = 17
"""From this hour on something is the evening of its day."""
_YEARS: Final = range(1970, 2200)


class Moment(NamedTuple):
    """A date and a clock time, without a zone, and its distance from UTC if it tells one."""

    wall: datetime
    offset: timedelta | None = None

    @property
    def utc(self) -> datetime:
        """The same in UTC, without a zone; one that tells no distance is taken for UTC."""
        return self.wall - (self.offset or timedelta(0))

    def moved(self, offset: timedelta) -> "Moment":
        """The same moment on a clock at that distance from UTC."""
        return Moment(self.utc + offset, offset)


def read_moment(text: str) -> Moment | None:
    """A date with a time in ISO 8601; None of anything else, a date alone among them."""
    plain = re.sub(r"\s*(?:UTC|GMT|Z)\Z", "Z", text.strip())
    if not re.match(r"\d{4}-?\d\d-?\d\d[T ]\d", plain, re.ASCII):
        return None
    plain = re.sub(r"\s+(?=[+-]\d)", "", plain)
    try:
        read = datetime.fromisoformat(plain)
    except ValueError:
        return None
    offset = read.utcoffset()
    rounded = _whole(read.replace(tzinfo=None))
    if rounded.year not in _YEARS or (offset is not None and abs(offset) > 15 * HOUR):
        return None
    return Moment(rounded, offset)


def _whole(wall: datetime) -> datetime:
    return wall.replace(microsecond=0) + (SECOND if wall.microsecond >= 500_000 else timedelta(0))


def read_day(text: str) -> date | None:
    """The date in a text that begins with one in ISO 8601, or None."""
    match = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", text, re.ASCII)
    if not match:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def read_clock(text: str) -> Civil | None:
    """A time of day as machines write it, 9:05, 09:05, 24:30 or 09:05:00; None of anything else."""
    match = re.fullmatch(r"\s*(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s*", text, re.ASCII)
    if not match or int(match[1]) >= LAST_HOUR:
        return None
    return Civil(int(match[1]), int(match[2]), int(match[3] or 0))


def civil_on(wall: datetime, day: date) -> Civil | None:
    """The clock time counted from midnight of `day`; None before it or too long after."""
    hour = 24 * (wall.date() - day).days + wall.hour
    return Civil(hour, wall.minute, wall.second) if 0 <= hour < LAST_HOUR else None


def wall_of(day: date, civil: Civil) -> datetime:
    """The date and the clock time that `civil` counts to from midnight of `day`."""
    days, hour = divmod(civil.hour, 24)
    return datetime.combine(day, time(hour, civil.minute, civil.second)) + days * DAY


class Evenings:
    """Which day of the programme a moment belongs to, knowing when everything begins."""

    def __init__(self, walls: Iterable[datetime], change: Civil = DAY_CHANGE) -> None:
        self._change = change
        self._late: Collection[date] = {wall.date() for wall in walls if wall.hour >= EVENING}

    def day(self, wall: datetime) -> date:
        """The date, or the one before for a night that has an evening."""
        before = wall.date() - DAY
        night = wall.time() < time(self._change.hour, self._change.minute)
        return before if night and before in self._late else wall.date()


_ISO: Final = re.compile(
    r"P(?:(?P<w>\d{1,3})W)?(?:(?P<d>\d{1,3})D)?"
    r"(?:T(?:(?P<h>\d{1,4})H)?(?:(?P<m>\d{1,5})M)?(?:(?P<s>\d{1,6})(?:\.\d+)?S)?)?",
    re.ASCII | re.IGNORECASE,
)


def read_iso_length(text: str) -> timedelta | None:
    """A length in ISO 8601, PT1H30M or P1DT2H; None of anything else."""
    match = _ISO.fullmatch(text.strip())
    if not match or not any(match.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


class Length(NamedTuple):
    """A length, and whether its text could have meant another one."""

    length: timedelta
    sure: bool = True


def read_frab_length(text: str) -> Length | None:
    """A length as the frab family writes it: HH:MM, HH:MM:SS, pretalx's D:HH:MM, or minutes.

    Three numbers are days, hours, minutes when the first has one digit and they can be; with no
    days they are what a programme would hold (0:20:00 is twenty minutes, 0:01:30 an hour and a
    half), and not sure. None of what is none of these.
    """
    plain = text.strip()
    if re.fullmatch(r"\d{1,4}", plain, re.ASCII):
        return Length(int(plain) * MINUTE)
    match = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d)", plain, re.ASCII)
    if not match:
        iso = read_iso_length(plain)
        return Length(iso) if iso is not None else None
    first, middle, last = match[1], int(match[2]), int(match[3])
    if last > 59:
        return None
    if first is None:
        return Length(middle * HOUR + last * MINUTE)
    clocked = int(first) * HOUR + middle * MINUTE + last * SECOND
    by_days = int(first) * DAY + middle * HOUR + last * MINUTE
    if middle > 59:
        return None
    if len(first) > 1 or middle > 23:
        return Length(clocked)
    if first != "0":
        return Length(by_days, sure=last > 0)
    fits = by_days <= 4 * HOUR and by_days > timedelta(0)
    return Length(by_days if last or fits else clocked, sure=False)
