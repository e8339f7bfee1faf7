"""Lines that name a day: a date, Jour 2, a weekday, Thursday 31st."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
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
    days = present_dates(text, today)
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


_HISTORY: Final = 40
"""Years after which a date is what a day remembers, and not when it is."""


def present_dates(text: str, today: date) -> list[FoundDay]:
    """The days that a line names, without those of history: the armistice of 1918."""
    found = find_dates(text, today)
    return [one for one in found if one.day.on is None or one.day.on.year > today.year - _HISTORY]


def with_dotted_days(said: Sequence[Said], today: date) -> list[Said]:
    """The lines; « 16.04 » alone above hours is a day where another such follows within a week."""
    days: dict[int, FoundDay] = {}
    for index, (one, after) in enumerate(pairwise(said)):
        if one.sort == "alone" and after.sort == "item" and _DOTTED.fullmatch(one.line.text):
            with suppress(Misread):
                dotted = one.line.text.rstrip(".") + "."
                days[index] = FoundDay(0, len(one.line.text), read_date(dotted, today))
    dates = [day.day.on for day in days.values() if day.day.on is not None]
    near = len(dates) > 1 and all(
        timedelta(0) < later - former <= timedelta(7) for former, later in pairwise(dates)
    )
    if not near or len(dates) != len(days):
        return list(said)
    return [
        Said(one.line, "day", day=days[index]) if index in days else one
        for index, one in enumerate(said)
    ]


_DOTTED: Final = re.compile(r"[0-3]?\d\.[01]?\d\.?")
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
