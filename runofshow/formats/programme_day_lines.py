"""Lines that name a day: a date, Jour 2, a weekday, Thursday 31st."""

import re
from datetime import date, timedelta
from typing import Final

from runofshow.core.dates import Day, FoundDay, find_dates, read_date
from runofshow.core.times import Misread
from runofshow.formats.programme_said import SEPARATORS, Said
from runofshow.formats.programme_times import Hours, hours_in
from runofshow.formats.source import Line
from runofshow.formats.words import programme as words

_DATED: Final = re.compile(
    r"\d|di\b|day\b|tag\b|jour|dimanche|mittwoch|sonnabend|premi|deuxi|troisi|first|second|third"
    r"|erster|zweiter|dritter",
    re.IGNORECASE,
)
"""Without one of these a text names no day."""


def day_line(line: Line, text: str, today: date) -> Said | None:
    """A day that the line is about; a line that begins with an hour is no day."""
    if len(text) > 160 or not _DATED.search(text) or words.NOT_DAY.search(text):
        return None
    hours = hours_in(text)
    if hours and hours[0].at <= 1:
        return None
    days = find_dates(text, today)
    if not any(each.day.on for each in days):
        days = days or _weekday_alone(text, today)
    if not days or days[0].at > 60:
        return None
    if not any(each.day.on for each in days) and days[0].at > 3:
        return None
    left = _without(text, [*days[:2], *hours]).strip(SEPARATORS + "()")
    left = _AROUND_DAY.sub("", left).strip(SEPARATORS + "()")
    if len(left.split()) > 9 and days[0].at > 0:
        return None
    said = next((each for each in days if each.day.on), days[0])
    return Said(line, "day", left, hours[0] if hours else None, day=said)


_WEEKDAY: Final = re.compile(
    r"(?P<name>[^\W\d_]{5,10}),?\s+(?:the |le |den |der )?"
    r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.)?\s*:?$",
    re.IGNORECASE,
)


def names_no_month(text: str) -> bool:
    """Whether a text is a weekday and a day of the month, and nothing more."""
    return _WEEKDAY.match(text.strip()) is not None


def _weekday_alone(text: str, today: date) -> list[FoundDay]:
    """Thursday; Thursday, 31st: a day of which no month is told."""
    of_month = _day_of_month(text, today)
    if of_month is not None:
        return [of_month]
    bare = text.strip(" :.–—-")
    try:
        day = read_date(bare, today) if 4 < len(bare) < 12 else None
    except Misread:
        return []
    return [FoundDay(0, len(text), day)] if day is not None else []


def _weekday(name: str, today: date) -> int | None:
    try:
        return read_date(name, today).weekday
    except Misread:
        return None


def _day_of_month(text: str, today: date) -> FoundDay | None:
    """Thursday, 31st: the next day, or the last one of two months past, that is both."""
    match = _WEEKDAY.match(text)
    weekday = _weekday(match["name"], today) if match else None
    if match is None or weekday is None:
        return None
    for ahead in range(-60, 1500):
        day = today + timedelta(days=ahead)
        if day.day == int(match["day"]) and day.weekday() == weekday:
            return FoundDay(0, match.end(), Day(day, weekday=weekday, inferred=True))
    return None


_AROUND_DAY: Final = re.compile(
    r"^(?:les?|du|am|den|on|the|vom|from)\b|\b(?:le|du|am|den|on|the|vom|de)$", re.IGNORECASE
)


def _without(text: str, found: list[FoundDay | Hours]) -> str:
    left, since = [], 0
    for one in sorted(found, key=lambda each: each.at):
        if one.at >= since:
            left.append(text[since : one.at])
            since = one.to
    return " ".join([*left, text[since:]])
