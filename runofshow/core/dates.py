"""Days of the calendar as people write them, in French, English and German, and in Spanish words.

- 19 janvier 2016, mardi 19 janvier, le 1er mars, January 19, 2016, 19th of January, Dienstag,
  19. Januar 2016, 19/01/2016, 19.01.16, 2016-01-19; du 19 au 21 janvier, 19, 20 et 21 janvier,
  December 1-6, Jan 30 – Feb 2.
- Without a year it is the coming one, unless the day is hardly past; a weekday may settle which.
  That it was inferred is told.
- 03/04/2016 is the third of April, as in Europe, and its order is told as doubtful, unless the
  numbers, the weekday or the caller (`order`) settle it.
- Jour 1, Day 2, Tag 3 are days counted from the first: an `ordinal`, no date.
"""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core.date_forms import (
    Days,
    days_at,
    hold_one,
    may_begin,
    ordinal_at,
    past_articles,
    past_to,
    weekday_at,
)
from runofshow.core.times import Misread
from runofshow.core.tokens import Pieces

Order = Literal["dmy", "mdy"]
DateDoubt = Literal["", "order", "weekday"]
"""The day and the month may be exchanged; the weekday written is not the date's."""


class Day(NamedTuple):
    """A day as it was meant: a date, or the first, second … day, or only a weekday."""

    on: date | None = None
    until: date | None = None
    """The last of several days: 19-21 janvier."""
    ordinal: int | None = None
    """The how-manieth day it is: Jour 1, Day 2."""
    weekday: int | None = None
    """The weekday that was written, Monday is 0."""
    inferred: bool = False
    """Its year was not written."""
    doubt: DateDoubt = ""


class FoundDay(NamedTuple):
    """A day that stands in the columns [`at`, `to`) of a line."""

    at: int
    to: int
    day: Day


_PAST: Final = timedelta(days=60)
"""A day without a year that is less than so long past is that one, not next year's."""
_LONGEST: Final = timedelta(days=60)
"""Two days farther apart are no days of one event."""


def read_date(text: str, today: date, order: Order | None = None) -> Day:
    """The day that the whole of `text` says. Raises Misread: "no_date", its `why` the reason."""
    if len(text) > 80:
        raise Misread("no_date", text)
    pieces = Pieces.whole(text)
    found = _Reading(pieces, today, order).day_at(0, alone=True)
    if found is not None and found[0] is None:
        raise Misread("no_date", text, "no_such_day")
    if found is None or found[0] is None or found[1] < len(pieces):
        raise Misread("no_date", text)
    return found[0]


def find_dates(line: str, today: date, order: Order | None = None) -> list[FoundDay]:
    """The days that stand in a line, in their order. Reads 4,000 letters."""
    pieces = Pieces.of(line, blank="*_")
    return [
        FoundDay(pieces[first].at, pieces[to - 1].to, day)
        for first, to, day in dates_in(pieces, today, order)
    ]


def dates_in(pieces: Pieces, today: date, order: Order | None = None) -> list[tuple[int, int, Day]]:
    """The days among `pieces`: each with its first piece and the one before which it ends."""
    found: list[tuple[int, int, Day]] = []
    if not hold_one(pieces):
        return found
    reading, at = _Reading(pieces, today, order), 0
    while at < len(pieces):
        if not may_begin(pieces[at]):
            at += 1
            continue
        read = reading.day_at(at, alone=False)
        if read is None or read[0] is None:
            at += 1
        else:
            found.append((at, read[1], read[0]))
            at = read[1]
    return found


class _Reading:
    """Days among pieces, seen from `today`."""

    def __init__(self, pieces: Pieces, today: date, order: Order | None) -> None:
        self._pieces, self._today, self._order = pieces, today, order
        self._begun = 0
        while pieces[self._begun].sort == "sign":
            self._begun += 1

    def day_at(self, at: int, alone: bool) -> tuple[Day | None, int] | None:
        """The day that begins at the piece `at`, and where it ends; `alone`: nothing else does.

        No day, but an end: there is no such day in the calendar.
        """
        if not alone and self._inside(at):
            return None
        ordinal = ordinal_at(self._pieces, at, alone or at <= self._begun, alone)
        if ordinal is not None:
            return Day(ordinal=ordinal[0]), ordinal[1]
        start = past_articles(self._pieces, at)
        weekday, after = weekday_at(self._pieces, start)
        days = days_at(self._pieces, after, short=alone or after > at)
        if days is not None:
            return self._one_or_two(days, weekday)
        if alone and weekday is not None and start == at:
            return Day(weekday=weekday), after
        return None

    def _inside(self, at: int) -> bool:
        """Whether the piece is a part of something longer: 01.45.67, V2.0.2016, Covid-19 mars."""
        here, before = self._pieces[at], self._pieces[at - 1]
        if here.sort == "end" or here.apart:
            return False
        marks = (".", "/", "-", "+", "#", "=", "@")
        return before.sort in ("number", "word") or before.text in marks

    def _one_or_two(self, days: Days, weekday: int | None) -> tuple[Day | None, int]:
        """The day, or the first and the last: 30 janvier - 2 février 2016."""
        between = past_to(self._pieces, days.to)
        if between > days.to and days.last is None:
            also, after = weekday_at(self._pieces, past_articles(self._pieces, between))
            other = days_at(self._pieces, after, short=True)
            both = None if other is None else self._both(days, weekday, other, also)
            if both is not None and other is not None:
                return both, other.to
        return self._dated(days, weekday), days.to

    def _both(self, days: Days, weekday: int | None, other: Days, also: int | None) -> Day | None:
        if days.year is None and other.year is not None:
            days = days._replace(year=other.year - (days.month > other.month))
        first = self._dated(days, weekday)
        if first is None or first.on is None or other.last is not None:
            return None
        if other.year is None:
            other = other._replace(year=first.on.year + (other.month < first.on.month))
        last = self._dated(other, also)
        if last is None or last.on is None or not first.on < last.on <= first.on + _LONGEST:
            return None
        return first._replace(until=last.on, doubt=first.doubt or last.doubt)

    # --- which date it is ------------------------------------------------------------------------

    def _dated(self, days: Days, weekday: int | None) -> Day | None:
        """The date meant, its year and the order of its figures settled; None: no such day."""
        doubt: DateDoubt = ""
        if days.swappable:
            days, doubt = self._ordered(days, weekday)
        year = days.year if days.year is not None else self._year(days, weekday)
        first = _date(year, days.month, days.first)
        until = None if days.last is None else _date(year, days.month, days.last)
        if first is None or (days.last is not None and until is None):
            return None
        if weekday is not None and first.weekday() != weekday:
            doubt = "weekday"
        return Day(first, until, None, weekday, days.year is None, doubt)

    def _ordered(self, days: Days, weekday: int | None) -> tuple[Days, DateDoubt]:
        swapped = days._replace(first=days.month, month=days.first)
        if days.first == days.month or days.month > 12 or days.first > 12:
            return (swapped if days.month > 12 else days), ""
        if self._order is not None:
            return (swapped if self._order == "mdy" else days), ""
        for each in (days, swapped):
            dated = None if days.year is None else _date(days.year, each.month, each.first)
            if weekday is not None and dated is not None and dated.weekday() == weekday:
                return each, ""
        return days, "order"

    def _year(self, days: Days, weekday: int | None) -> int:
        """The coming one in which there is such a day; the nearest in which it has its weekday."""
        coming = self._coming(days)
        if weekday is None:
            leap = range(coming, coming + 9)
            return next((each for each in leap if _date(each, days.month, days.first)), coming)
        near: list[int] = [coming, coming + 1, *range(coming - 1, coming - 7, -1)]
        for year in near:
            dated = _date(year, days.month, days.first)
            if dated is not None and dated.weekday() == weekday:
                return year
        return coming

    def _coming(self, days: Days) -> int:
        """The year in which the day comes, or in which it is hardly past."""
        this, today = self._today.year, self._today.toordinal()
        dated = _date(this, days.month, days.first)
        if dated is not None and dated.toordinal() < today - _PAST.days:
            return this + 1
        if dated is not None and dated.toordinal() > today + 365 - _PAST.days:
            return this - 1
        return this


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
