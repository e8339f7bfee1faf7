"""Days of the calendar as people write them, in French, English and German.

- 19 janvier 2016, mardi 19 janvier, le 1er mars, January 19, 2016, 19th of January, Dienstag,
  19. Januar 2016, 19/01/2016, 19.01.16, 2016-01-19; du 19 au 21 janvier, December 1-6.
- Without a year it is the coming one, unless the day is hardly past; a weekday may settle which.
  That it was inferred is told.
- 03/04/2016 is the third of April, as in Europe, and its order is told as doubtful, unless the
  numbers, the weekday or the caller (`order`) settle it.
- Jour 1, Day 2, Tag 3 are days counted from the first: an `ordinal`, no date.
"""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core.numerals import numeral_at
from runofshow.core.times import Misread
from runofshow.core.tokens import Phrases, Pieces

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


_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv", "january", "jan", "januar", "janner"),
            ("fevrier", "fevr", "fev", "february", "feb", "februar"),
            ("mars", "march", "mar", "marz", "maerz", "mrz"),
            ("avril", "avr", "april", "apr"),
            ("mai", "may"),
            ("juin", "june", "jun", "juni"),
            ("juillet", "juil", "july", "jul", "juli"),
            ("aout", "august", "aug"),
            ("septembre", "september", "sept", "sep"),
            ("octobre", "october", "oct", "oktober", "okt"),
            ("novembre", "november", "nov"),
            ("decembre", "december", "dec", "dezember", "dez"),
        ),
        1,
    )
    for name in names
}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("lundi", "lun", "monday", "mon", "montag", "mo"),
            ("mardi", "mar", "tuesday", "tues", "tue", "dienstag", "di"),
            ("mercredi", "mer", "wednesday", "wed", "mittwoch", "mi"),
            ("jeudi", "jeu", "thursday", "thurs", "thu", "donnerstag", "do"),
            ("vendredi", "ven", "friday", "fri", "freitag", "fr"),
            ("samedi", "sam", "saturday", "sat", "samstag", "sonnabend", "sa"),
            ("dimanche", "dim", "sunday", "sun", "sonntag", "so"),
        )
    )
    for name in names
}
_ORDINALS: Final = frozenset(("er", "ere", "re", "e", "eme", "st", "nd", "rd", "th", "te", "ter"))
_ARTICLES: Final = Phrases("le", "the", "am", "den", "der", "on", "vom", "du", "de", "from", "les")
_OF: Final = Phrases("of", "de", "d'", "of the")
_AND: Final = Phrases("-", "au", "et", "to", "and", "bis", "und", "bis zum", "through", "&", "/")
_THE: Final = Phrases("the")
_COMMA: Final = Phrases(",")
_DAY_WORDS: Final = frozenset(("jour", "journee", "day", "tag"))
_NUMBERED: Final = Phrases("n°", "no", "nr.", "#", "n")
_FIRSTS: Final = {
    **dict.fromkeys(("premier", "premiere", "first", "erster"), 1),
    **dict.fromkeys(("deuxieme", "second", "seconde", "zweiter"), 2),
    **dict.fromkeys(("troisieme", "third", "dritter"), 3),
    **dict.fromkeys(("quatrieme", "fourth", "vierter"), 4),
    **dict.fromkeys(("cinquieme", "fifth", "funfter"), 5),
}
_YEARS: Final = range(1900, 2200)
_PAST: Final = timedelta(days=60)
"""A day without a year that is less than so long past is that one, not next year's."""


def read_date(text: str, today: date, order: Order | None = None) -> Day:
    """The day that the whole of `text` says. Raises Misread: "no_date", its `why` the reason."""
    if len(text) > 80:
        raise Misread("no_date", text)
    pieces = Pieces.of(text)
    reading = _Reading(pieces, today, order)
    found = reading.day_at(0, alone=True)
    if found is None or found[1] < len(pieces):
        raise Misread("no_date", text, reading.why)
    return found[0]


def find_dates(line: str, today: date, order: Order | None = None) -> list[FoundDay]:
    """The days that stand in a line, in their order. Read to 4,000 letters."""
    return [
        FoundDay(pieces[first].at, pieces[to - 1].to, day)
        for pieces in (Pieces.of(line, blank="*_"),)
        for first, to, day in dates_in(pieces, today, order)
    ]


def dates_in(pieces: Pieces, today: date, order: Order | None = None) -> list[tuple[int, int, Day]]:
    """The days among `pieces`: each with its first piece and the one before which it ends."""
    found: list[tuple[int, int, Day]] = []
    reading, at = _Reading(pieces, today, order), 0
    while at < len(pieces):
        day = reading.day_at(at, alone=False)
        if day is not None:
            found.append((at, day[1], day[0]))
            at = day[1]
        else:
            at += 1
    return found


class _Days(NamedTuple):
    """One day or several of a month, as written; the year may be missing."""

    first: int
    month: int
    to: int
    last: int | None = None
    last_month: int | None = None
    year: int | None = None


class _Reading:
    """Days among pieces, seen from `today`; `why` tells what was wrong with the last one."""

    def __init__(self, pieces: Pieces, today: date, order: Order | None) -> None:
        self._pieces, self._today, self._order = pieces, today, order
        self.why = ""
        self._begun = 0
        while pieces[self._begun].sort == "sign":
            self._begun += 1

    def day_at(self, at: int, alone: bool) -> tuple[Day, int] | None:
        """The day that begins at the piece `at`, and where it ends; `alone`: nothing else does."""
        if not alone and self._inside(at):
            return None
        counted = self._counted(at, alone)
        if counted is not None:
            return counted
        start = self._pieces.past(at, _ARTICLES)
        weekday, after = self._weekday(start)
        begun = after > at
        days = self._in_words(after) or self._in_figures(after, alone or begun)
        if days is not None:
            day = self._dated(days, weekday)
            return (day, days.to) if day else None
        if alone and weekday is not None and start == at:
            return Day(weekday=weekday), after
        return None

    def _inside(self, at: int) -> bool:
        """Whether the piece is a part of something longer: 01.45.67, V2.0.2016, Covid-19 mars."""
        here, before = self._pieces[at], self._pieces[at - 1]
        if here.sort == "end" or here.apart:
            return False
        return before.sort in ("number", "word") or before.text in (
            ".",
            "/",
            "-",
            "+",
            "#",
            "=",
            "@",
        )

    # --- what may stand before -------------------------------------------------------------------

    def _weekday(self, at: int) -> tuple[int | None, int]:
        """A weekday, its dot and its comma; where the date after it may begin."""
        piece = self._pieces[at]
        weekday = _WEEKDAYS.get(piece.text) if piece.sort == "word" else None
        if weekday is None:
            return None, at
        to = at + 1
        dotted = self._pieces[to].text == "."
        if len(piece.text) == 2 and not (dotted or self._pieces[to].text == ","):
            return None, at
        to += dotted
        to += self._pieces[to].text == ","
        if piece.text == "mar" and not dotted and self._month_then_day(at):
            return None, at
        return weekday, self._pieces.past(to, _ARTICLES)

    def _month_then_day(self, at: int) -> bool:
        """Mar 5, 2016 is of March; mar 5 janvier is a Tuesday."""
        return self._month(at + 2)[0] is None

    # --- words -----------------------------------------------------------------------------------

    def _month(self, at: int) -> tuple[int | None, int]:
        piece = self._pieces[at]
        month = _MONTHS.get(piece.text) if piece.sort == "word" else None
        if month is None:
            return None, at
        dotted = self._pieces[at + 1].text == "." and not self._pieces[at + 1].apart
        return month, at + 1 + (dotted and len(piece.text) <= 5)

    def _number(self, at: int) -> tuple[int | None, int]:
        """A day of the month, with what makes it an ordinal: 1er, 19th, 19., 1^{er}."""
        piece = self._pieces[at]
        if piece.text in ("premier", "first"):
            return 1, at + 1
        if not 1 <= piece.digits <= 2 or not 1 <= piece.value <= 31:
            return None, at
        after = self._pieces[at + 1]
        if after.text in _ORDINALS and not after.apart:
            return piece.value, at + 2
        if after.text == "^" and self._pieces[at + 3].text in _ORDINALS:
            return piece.value, at + 5
        if after.text == "." and not after.apart:
            return piece.value, at + 2
        return piece.value, at + 1

    def _in_words(self, at: int) -> _Days | None:
        days = self._day_then_month(at) or self._month_then_days(at)
        return None if days is None else self._with_year(days)

    def _day_then_month(self, at: int) -> _Days | None:
        first, to = self._number(at)
        if first is None:
            return None
        month, after = self._month(self._pieces.past(to, _OF))
        if month is not None:
            return self._to_another(_Days(first, month, after))
        between = self._pieces.past(to, _AND)
        last, to = self._number(between) if between > to else (None, to)
        if last is None:
            return None
        month, after = self._month(self._pieces.past(to, _OF))
        return None if month is None or last <= first else _Days(first, month, after, last)

    def _to_another(self, days: _Days) -> _Days:
        """30 janvier - 2 février 2016."""
        between = self._pieces.past(days.to, _AND)
        if between == days.to:
            return days
        last, to = self._number(self._pieces.past(between, _ARTICLES))
        month, after = self._month(self._pieces.past(to, _OF))
        if last is None or month is None:
            return days
        return days._replace(last=last, last_month=month, to=after)

    def _month_then_days(self, at: int) -> _Days | None:
        month, to = self._month(at)
        if month is None:
            return None
        first, after = self._number(self._pieces.past(to, _THE))
        if first is None or self._of_a_clock(after):
            return None
        after = self._undotted(after)
        days = _Days(first, month, after)
        between = self._pieces.past(after, _AND)
        last, to = self._number(between) if between > after else (None, after)
        if last is None or last <= first or self._of_a_clock(to):
            return days
        return days._replace(last=last, to=self._undotted(to))

    def _undotted(self, to: int) -> int:
        return to - 1 if self._pieces[to - 1].text == "." else to

    def _of_a_clock(self, at: int) -> bool:
        """Whether the number before `at` is an hour: December 1 - 3pm, March 9:15."""
        after = self._pieces[at]
        if after.text in ("am", "pm", "h", "uhr", "heures"):
            return True
        if after.text in ("a", "p") and self._pieces.says(at + 1, (".", "m")):
            return True
        return after.text in (":", "h") and not after.apart and self._pieces[at + 1].digits > 0

    def _with_year(self, days: _Days) -> _Days:
        comma = self._pieces.past(days.to, _COMMA)
        for at in (days.to, comma):
            year = self._pieces[at]
            if year.digits == 4 and year.value in _YEARS and not self._of_a_clock(at + 1):
                return days._replace(year=year.value, to=at + 1)
        short = self._pieces[days.to + 1]
        if self._pieces[days.to].text == "'" and short.digits == 2 and not short.apart:
            return days._replace(year=2000 + short.value, to=days.to + 2)
        return days

    # --- figures ---------------------------------------------------------------------------------

    def _in_figures(self, at: int, short: bool) -> _Days | None:
        """19/01/2016, 2016-01-19, 19. 1. 2016; with `short` 19/01 and 19.01. as well."""
        first, mark, second = (self._pieces[at + far] for far in range(3))
        if mark.text not in ("/", ".", "-") or not first.digits or not second.digits:
            return None
        if mark.apart or (second.apart and mark.text != "."):
            return None
        again, third = self._pieces[at + 3], self._pieces[at + 4]
        full = again.text == mark.text and not again.apart and third.digits > 0
        if full and (mark.text == "." or not third.apart) and not self._chained(at + 5):
            return self._three(first.value, second.value, third.value, at)
        if not short or full or max(first.digits, second.digits) > 2 or mark.text == "-":
            return None
        return self._two(first.value, second.value, at)

    def _chained(self, at: int) -> bool:
        """Whether the figures go on: 192.168.1.10, 01.45.67.89.10, 2016-01-19-3."""
        after = self._pieces[at]
        if after.sort == "word" and not after.apart:
            return after.text not in ("t", "um", "a")
        return (
            after.text in ("/", ".", "-")
            and not after.apart
            and self._pieces[at + 1].digits > 0
            and (not self._pieces[at + 1].apart)
        )

    def _three(self, first: int, second: int, third: int, at: int) -> _Days | None:
        digits = [self._pieces[at + far].digits for far in (0, 2, 4)]
        if digits[0] == 4 and max(digits[1:]) <= 2 and first in _YEARS:
            return _Days(third, second, at + 5, year=first)
        if digits[0] > 2 or digits[1] > 2 or digits[2] not in (2, 4):
            return None
        if digits[2] == 2 and self._pieces[at + 1].text == "-":
            return None
        year = third if digits[2] == 4 else 2000 + third
        if year not in _YEARS or not (1 <= min(first, second) <= 12 and max(first, second) <= 31):
            return None
        return _Days(first, second, at + 5, year=year)

    def _two(self, first: int, second: int, at: int) -> _Days | None:
        dotted = self._pieces[at + 1].text == "."
        ends = dotted and self._pieces[at + 3].text == "." and not self._pieces[at + 3].apart
        if (dotted and not ends) or self._chained(at + 3) or self._of_a_clock(at + 3):
            return None
        if not (1 <= min(first, second) <= 12 and max(first, second) <= 31):
            return None
        return _Days(first, second, at + 3 + ends)

    # --- days that are counted -------------------------------------------------------------------

    def _counted(self, at: int, alone: bool) -> tuple[Day, int] | None:
        piece = self._pieces[at]
        begins = alone or at <= self._begun
        if piece.text in _DAY_WORDS and (begins or piece.capital):
            to = self._pieces.past(at + 1, _NUMBERED)
            number = self._pieces[to]
            said = (
                (number.value, to + 1) if 1 <= number.digits <= 2 else numeral_at(self._pieces, to)
            )
            return self._ordinal(said)
        if alone and piece.text == "j" and 1 <= self._pieces[at + 1].digits <= 2:
            return self._ordinal((self._pieces[at + 1].value, at + 2))
        which, to = _FIRSTS.get(piece.text), at + 1
        if which is None and begins:
            which, to = self._number(at)
        if (
            which is None
            or not begins
            or self._pieces[to].text not in _DAY_WORDS
            or (to == at + 1 and (piece.sort == "number"))
        ):
            return None
        return self._ordinal((which, to + 1))

    def _ordinal(self, said: tuple[int, int] | None) -> tuple[Day, int] | None:
        if said is None or not 1 <= said[0] <= 60 or self._of_a_clock(said[1]):
            return None
        return Day(ordinal=said[0]), said[1]

    # --- which date it is ------------------------------------------------------------------------

    def _dated(self, days: _Days, weekday: int | None) -> Day | None:
        """The date meant, its year and the order of its figures settled; None: no such day."""
        doubt: DateDoubt = ""
        if self._swappable(days):
            days, doubt = self._ordered(days, weekday)
        year = days.year if days.year is not None else self._year(days, weekday)
        first = _date(year, days.month, days.first)
        if first is None:
            self.why = "no_such_day"
            return None
        until = None
        if days.last is not None:
            until = _date(year, days.last_month or days.month, days.last)
        if until is not None and until < first:
            until = _date(year + 1, until.month, until.day)
        if weekday is not None and first.weekday() != weekday:
            doubt = "weekday"
        return Day(first, until, None, weekday, days.year is None, doubt)

    def _swappable(self, days: _Days) -> bool:
        """Whether the day and the month are figures that can be told apart by value alone."""
        figures = self._pieces[days.to - 1].digits > 0 and days.last is None
        mark = self._pieces[days.to - 2].text
        year_first = self._pieces[days.to - 5].digits == 4 and days.year is not None
        return figures and mark in ("/", "-") and not year_first

    def _ordered(self, days: _Days, weekday: int | None) -> tuple[_Days, DateDoubt]:
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

    def _year(self, days: _Days, weekday: int | None) -> int:
        """The year nearest to today in which the day falls on its weekday; else the coming one."""
        this = self._today.year
        coming = this
        dated = _date(this, days.month, days.first)
        if dated is not None and dated < self._today - _PAST:
            coming = this + 1
        elif dated is not None and dated > self._today + timedelta(days=365) - _PAST:
            coming = this - 1
        if weekday is None:
            return coming
        for year in (coming, coming + 1, coming - 1, coming + 2, coming - 2):
            dated = _date(year, days.month, days.first)
            if dated is not None and dated.weekday() == weekday:
                return year
        return coming


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
