"""Days as a table tells them, each as the date that it is.

A date without a year, a weekday alone and a numbered day are inferred: from the first date that is
known of the table, else from today.
"""

from datetime import date, timedelta

from runofshow.core.dates import Day
from runofshow.core.sentences import Sentence
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
        if day.ordinal is not None:
            first = self._known or self._today
            on = first + timedelta(days=day.ordinal - 1)
            said = Sentence.of("day_numbered", number=day.ordinal, date=on.isoformat())
            return Had(on, "inferred", place, said)
        assert day.weekday is not None
        on = self._weekday(day.weekday)
        return Had(on, "inferred", place, Sentence.of("day_weekday", date=on.isoformat()))

    def _with_date(self, on: date, day: Day, place: Place) -> Had[date]:
        if self._known is None:
            self._known = self._last = on
        if day.inferred and self._known.year != on.year:
            on = _same_year(on, self._known)
        why = None
        if day.inferred:
            why = Sentence.of("day_year", date=on.isoformat())
        elif day.doubt:
            code = "day_order" if day.doubt == "order" else "day_wrong_weekday"
            why = Sentence.of(code, date=on.isoformat())
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
