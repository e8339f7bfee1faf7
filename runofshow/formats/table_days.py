"""Days as a table tells them, each as the date that it is.

A date without a year, a weekday alone, a weekday with the day of a month that is not told and a
numbered day are inferred: from the first date that is known of the table, else from today.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from runofshow.core.dates import Day, FoundDay, find_dates
from runofshow.core.sentences import Sentence
from runofshow.formats.cells import Reading, moment
from runofshow.formats.draft import Asked, Had
from runofshow.formats.source import Place


class Calendar:
    """Days as dates: a weekday or a numbered day counts from the first date that is known."""

    def __init__(self, asked: Asked, known: Had[date] | None) -> None:
        self._today = asked.today
        self._known = known.value if known else None
        self._weekdays: dict[int, date] = {}
        self._last = self._known or asked.today

    def dated(self, day: Day, place: Place) -> Had[date]:
        """The date that the day is; inferred when its year, or all but its weekday, is not told."""
        if day.on is not None:
            return self._with_date(day.on, day, place)
        if day.ordinal is not None and day.weekday is not None:
            on = _of_month(day.weekday, day.ordinal, self._known or self._today)
            self._known = self._known or on
            return Had(on, "inferred", place, Sentence.of("day_weekday", date=on))
        if day.ordinal is not None:
            first = self._known or self._today
            on = first + timedelta(days=day.ordinal - 1)
            said = Sentence.of("day_numbered", number=day.ordinal, date=on)
            return Had(on, "inferred", place, said)
        assert day.weekday is not None
        on = self._weekday(day.weekday)
        return Had(on, "inferred", place, Sentence.of("day_weekday", date=on))

    def _with_date(self, on: date, day: Day, place: Place) -> Had[date]:
        if self._known is None:
            self._known = self._last = on
        if day.inferred and self._known.year != on.year:
            on = _same_year(on, self._known)
        why = None
        if day.inferred:
            why = Sentence.of("day_year", date=on)
        elif day.doubt:
            code = "day_order" if day.doubt == "order" else "day_wrong_weekday"
            why = Sentence.of(code, date=on)
        return Had(on, "inferred" if why else "given", place, why)

    def _weekday(self, weekday: int) -> date:
        if weekday not in self._weekdays:
            self._last += timedelta(days=(weekday - self._last.weekday()) % 7)
            self._weekdays[weekday] = self._last
        return self._weekdays[weekday]


def _same_year(on: date, known: date) -> date:
    """The day in the year of the known date, or the next when it is New Year's night."""
    for year in (known.year, known.year + 1):
        try:
            near = on.replace(year=year)
        except ValueError:
            continue
        if near >= known - timedelta(days=180):
            return near
    return on


_NEAR: Final = (0, 1, -1, 2, 3, -2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)
"""Months from that of a known date, in the order in which a day is looked for in them."""


def _of_month(weekday: int, number: int, known: date) -> date:
    """The day `number` of the month near the known date in which it is that weekday."""
    for on in _days_numbered(number, known):
        if on.weekday() == weekday:
            return on
    return known + timedelta(days=(weekday - known.weekday()) % 7)


def _days_numbered(number: int, known: date) -> Iterator[date]:
    for months in _NEAR:
        year, month = divmod(known.year * 12 + known.month - 1 + months, 12)
        try:
            yield date(year, month + 1, number)
        except ValueError:
            continue


def day_told(text: str, today: date) -> FoundDay | None:
    """The one day that stands in `text`: Day 2 – 15 May is the date, which tells more."""
    days = find_dates(text, today)
    dates = [each for each in days if each.day.ordinal is None]
    told = dates if len(days) == 2 and len(dates) == 1 else days
    if len(told) != 1:
        return None
    only = told[0]
    return only._replace(at=min(each.at for each in days), to=max(each.to for each in days))


_TALKATIVE: Final = 80
"""A text of more letters is not about a day."""


def day_alone(text: str, today: date) -> Day | None:
    """The day that a text is about which says little else; None where it tells a time as well."""
    found = moment(text, Reading(today))
    if found is not None and (found.day is not None or found.start is not None):
        return found.day if found.start is None else None
    told = day_told(text, today) if len(text) <= _TALKATIVE else None
    return told.day if told is not None and told.at < 20 else None
