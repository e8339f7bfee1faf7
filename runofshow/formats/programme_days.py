"""The days of a programme: which date each line that names a day means."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from runofshow.core.dates import Day
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Had
from runofshow.formats.programme_day_lines import names_no_month, present_dates
from runofshow.formats.programme_said import Said
from runofshow.formats.source import Place


class Days(NamedTuple):
    """The date of each line that names a day, in order; `first` is that of the programme."""

    of: tuple[Had[date], ...]
    first: Had[date]

    def of_entry(self, day: int | None) -> Had[date] | None:
        """The day of an item below the line `day`; None where there is but one."""
        return self.of[day] if day is not None and len(self.of) > 1 else None


def days_of(lines: Sequence[Said], head: Sequence[Said], today: date) -> Days:
    """The dates of the day lines `lines`, by those that the `head` tells."""
    told = _told_in(head, today, ("skip", "outside", "prose"))
    told = told or _told_in(head, today, ("skip", "outside"))
    base, until = told or (Had[date](None, "missing"), None)
    dates: list[Had[date]] = []
    lines = _in_told_year(_of_one_month(lines, today), head) if told is None else lines
    for line in lines:
        dates.append(_date(line, base, until, dates, today))
        base = base if base.value else dates[0]
    return Days(tuple(dates), dates[0] if dates else base)


_YEAR: Final = re.compile(r"(?<![\d.])20[0-4]\d(?![\d.])")


def _in_told_year(lines: Sequence[Said], head: Sequence[Said]) -> Sequence[Said]:
    """The days in the one year that the head names: Open Forum 2012; by their weekday, for sure."""
    years = {int(year) for one in head[:_FIRST_LINES] for year in _YEAR.findall(one.line.text)}
    if len(years) != 1:
        return lines
    return [_in_year_told(line, next(iter(years))) for line in lines]


def _in_year_told(line: Said, year: int) -> Said:
    day = line.day.day if line.day is not None else None
    if line.day is None or day is None or day.on is None or not day.inferred:
        return line
    try:
        on = day.on.replace(year=year)
    except ValueError:
        return line
    if day.weekday is not None and on.weekday() != day.weekday:
        return line
    return line._replace(
        day=line.day._replace(day=day._replace(on=on, inferred=day.weekday is None))
    )


_FIRST_LINES: Final = 8
"""Lines of a head among which its title stands."""


def _of_one_month(lines: Sequence[Said], today: date) -> Sequence[Said]:
    """Wednesday 30th, Thursday 31st, Friday 1st: the nearest days that all these are, in a row."""
    said = [line.day.day for line in lines if line.day is not None]
    if len(said) < 2 or len(said) != len(lines):
        return lines
    if not all(names_no_month(line.line.text) for line in lines):
        return lines
    for ahead in range(-60, 1500):
        days = _in_a_row([day for day in said if day.on], today + timedelta(days=ahead))
        if days:
            return [
                line._replace(day=line.day._replace(day=day._replace(on=on)))
                for line, day, on in zip(lines, said, days, strict=True)
                if line.day is not None
            ]
    return lines


def _in_a_row(said: Sequence[Day], first: date) -> list[date]:
    """The dates of the days, from `first` on and at most a week apart; none if they are not."""
    found: list[date] = []
    for day in said:
        since = found[-1] + timedelta(days=1) if found else first
        near = (since + timedelta(days=more) for more in range(7 if found else 1))
        on = next((each for each in near if _is(each, day)), None)
        if on is None:
            return []
        found.append(on)
    return found


def _is(date_: date, day: Day) -> bool:
    assert day.on is not None
    return date_.day == day.on.day and date_.weekday() == day.weekday


def _told_in(
    head: Sequence[Said], today: date, silent: tuple[str, ...]
) -> tuple[Had[date], date | None] | None:
    """The first date of the head and the last; one with its year before one without."""
    found: list[tuple[Had[date], date | None]] = []
    for one in head:
        if one.sort in silent or len(one.line.text) > 600:
            continue
        days = [each for each in present_dates(one.line.text, today) if each.day.on is not None]
        found += [
            (_had(each.day, Place(one.line.number, each.at, each.to)), each.day.until)
            for each in days
        ]
    return next((had for had in found if had[0].how == "given"), found[0] if found else None)


def _had(day: Day, place: Place) -> Had[date]:
    assert day.on is not None
    if day.doubt == "weekday":
        said = Sentence.of("prog_weekday", date=day.on.isoformat())
        return Had(day.on, "repaired", place, said)
    if day.doubt == "order":
        return Had(
            day.on, "inferred", place, Sentence.of("prog_day_month", date=day.on.isoformat())
        )
    if day.inferred:
        return Had(day.on, "inferred", place, Sentence.of("prog_no_year", date=day.on.isoformat()))
    return Had(day.on, "given", place)


def _date(
    one: Said, base: Had[date], until: date | None, before: Sequence[Had[date]], today: date
) -> Had[date]:
    """The date that a line means; the year, or the first day, from what was told before."""
    assert one.day is not None
    day, place = one.day.day, Place(one.line.number, one.day.at, one.day.to)
    if day.on is not None:
        sure = base.how == "given" or day.weekday is None
        if day.inferred and base.value is not None and sure:
            return _in_year(day, base.value, place)
        return _had(day, place)
    first = base.value or today
    if day.ordinal is not None:
        value = first + timedelta(days=min(day.ordinal, 60) - 1)
    else:
        last = before[-1].value if before else None
        since = last + timedelta(days=1) if last else first
        value = since + timedelta(days=((day.weekday or 0) - since.weekday()) % 7)
    if base.how == "given" and (value == first or (until is not None and first < value <= until)):
        return Had(value, "given", place)
    code = "prog_day_counted" if base.value else "prog_day_unknown"
    return Had(value, "inferred", place, Sentence.of(code, date=value.isoformat()))


def _in_year(day: Day, base: date, place: Place) -> Had[date]:
    """A day without a year, in the year of the programme or, for January after it, the next."""
    assert day.on is not None
    for year in (base.year, base.year + 1):
        try:
            value = day.on.replace(year=year)
        except ValueError:
            continue
        if value >= base - timedelta(days=31):
            return Had(value, "given", place)
    return _had(day, place)
