"""The days of a programme: which date each line that names a day means."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from runofshow.core.dates import Day, find_dates
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Had
from runofshow.formats.programme_lines import Said
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
    told = _told_in(head, today)
    base, until = told or (Had[date](None, "missing"), None)
    dates: list[Had[date]] = []
    for line in lines:
        dates.append(_date(line, base, until, dates, today))
        base = base if base.value else dates[0]
    return Days(tuple(dates), dates[0] if dates else base)


def _told_in(head: Sequence[Said], today: date) -> tuple[Had[date], date | None] | None:
    """The first date of the head and the last; one with its year before one without."""
    found: list[tuple[Had[date], date | None]] = []
    for one in head:
        if one.sort in ("prose", "skip", "outside") or len(one.line.text) > 200:
            continue
        days = [each for each in find_dates(one.line.text, today) if each.day.on is not None]
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
        return _in_year(day, base.value, place) if day.inferred and base.value else _had(day, place)
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
