"""The zone a file's hours are in, when it tells it badly or not at all."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from runofshow.core.times import HOUR, SECOND

_LIKELY: Final = (
    "Europe/Paris",
    "Europe/London",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Europe/Helsinki",
    "Europe/Moscow",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Asia/Shanghai",
    "Australia/Sydney",
    "Asia/Dubai",
)
"""Zones by whose clock a conference is likely to run, the likelier first."""
_OF_LANGUAGE: Final = {
    "de": "Europe/Berlin",
    "fr": "Europe/Paris",
    "it": "Europe/Rome",
    "es": "Europe/Madrid",
    "nl": "Europe/Amsterdam",
    "pl": "Europe/Warsaw",
    "pt": "Europe/Lisbon",
}
_WINDOWS: Final = {
    "romance standard time": "Europe/Paris",
    "w. europe standard time": "Europe/Berlin",
    "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw",
    "gmt standard time": "Europe/London",
    "greenwich standard time": "Atlantic/Reykjavik",
    "e. europe standard time": "Europe/Chisinau",
    "gtb standard time": "Europe/Bucharest",
    "fle standard time": "Europe/Helsinki",
    "russian standard time": "Europe/Moscow",
    "turkey standard time": "Europe/Istanbul",
    "eastern standard time": "America/New_York",
    "central standard time": "America/Chicago",
    "mountain standard time": "America/Denver",
    "pacific standard time": "America/Los_Angeles",
    "atlantic standard time": "America/Halifax",
    "e. south america standard time": "America/Sao_Paulo",
    "india standard time": "Asia/Kolkata",
    "china standard time": "Asia/Shanghai",
    "tokyo standard time": "Asia/Tokyo",
    "aus eastern standard time": "Australia/Sydney",
    "morocco standard time": "Africa/Casablanca",
    "w. central africa standard time": "Africa/Lagos",
    "utc": "UTC",
    "coordinated universal time": "UTC",
}
"""What Outlook calls some zones."""


@lru_cache(maxsize=256)
def known_zone(name: str) -> ZoneInfo | None:
    """The zone of that name, Outlook's names too, or None."""
    plain = name.strip().strip('"').removeprefix("posix/")
    if plain.startswith("/"):  # /freeassociation.sourceforge.net/Europe/Paris
        plain = "/".join(plain.split("/")[-2:])
    if plain.startswith("("):
        return _of_cities(plain)
    try:
        return ZoneInfo(_WINDOWS.get(plain.lower(), plain))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _of_cities(name: str) -> ZoneInfo | None:
    """The zone of one of the places in (UTC+01:00) Brussels, Copenhagen, Madrid, Paris."""
    _, _, places = name.partition(")")
    known = available_timezones()
    for place in places.split(","):
        city = place.strip().replace(" ", "_")
        found = sorted(zone for zone in known if zone.count("/") == 1 and zone.endswith(f"/{city}"))
        if city and found:
            return ZoneInfo(found[-1])
    return None


def offset_at(zone: ZoneInfo, utc: datetime) -> timedelta:
    """How far the zone's clock is from UTC at that moment of UTC, given without a zone."""
    return utc.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta(0)


def likely_zone(
    moments: Iterable[tuple[datetime, timedelta]], language: str | None = None
) -> ZoneInfo | None:
    """A zone whose clock is at these distances from UTC at these moments of UTC.

    Failing a likely one, one of a fixed distance when there is a single distance in whole hours;
    None when no zone fits.
    """
    seen = set(moments)
    if not seen:
        return None
    own = _OF_LANGUAGE.get(language or "")
    if {offset for _, offset in seen} == {timedelta(0)} and own != "Europe/Lisbon":
        return ZoneInfo("UTC")
    for name in (own, *_LIKELY) if own else _LIKELY:
        zone = ZoneInfo(name)
        if all(offset_at(zone, utc) == offset for utc, offset in seen):
            return zone
    return _fixed({offset for _, offset in seen})


def _fixed(offsets: set[timedelta]) -> ZoneInfo | None:
    """Etc's zone of the only distance, whose sign is the other way round."""
    hours, rest = divmod(min(offsets, key=abs), HOUR)
    if len(offsets) > 1 or rest or not -14 <= -hours <= 12:
        return None
    return ZoneInfo(f"Etc/GMT{-hours:+d}")


def show_offset(offset: timedelta) -> str:
    """The distance as files write it: +01:00, −03:30 with a plain hyphen."""
    minutes = abs(offset) // (60 * SECOND)
    return f"{'-' if offset < timedelta(0) else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
