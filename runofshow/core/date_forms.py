"""How people write a day of the calendar: the forms, before any is held to be a date.

In words (19 janvier 2016, January 19-21, 2016, 16. und 17. Juni), in figures (19/01/2016,
2016-01-19, 19.01.), counted (Jour 1, 2e journée), and the weekday before it.
"""

from functools import cache
from typing import Final, NamedTuple

from runofshow.core.numerals import numeral_at
from runofshow.core.tokens import Phrases, Pieces, Token

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv", "january", "jan", "januar", "janner", "enero"),
            ("fevrier", "fevr", "fev", "february", "feb", "februar", "febrero"),
            ("mars", "march", "mar", "marz", "maerz", "mrz", "marzo"),
            ("avril", "avr", "april", "apr", "abril"),
            ("mai", "may", "mayo"),
            ("juin", "june", "jun", "juni", "junio"),
            ("juillet", "juil", "july", "jul", "juli", "julio"),
            ("aout", "august", "aug", "agosto"),
            ("septembre", "september", "sept", "sep", "septiembre", "setiembre"),
            ("octobre", "october", "oct", "oktober", "okt", "octubre"),
            ("novembre", "november", "nov", "noviembre"),
            ("decembre", "december", "dec", "dezember", "dez", "diciembre"),
        ),
        1,
    )
    for name in names
}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("lundi", "lun", "monday", "mon", "montag", "mo", "lunes"),
            ("mardi", "mar", "tuesday", "tues", "tue", "dienstag", "di", "martes"),
            ("mercredi", "mer", "wednesday", "wed", "mittwoch", "mi", "miercoles"),
            ("jeudi", "jeu", "thursday", "thurs", "thu", "donnerstag", "do", "jueves"),
            ("vendredi", "ven", "friday", "fri", "freitag", "fr", "viernes"),
            ("samedi", "sam", "saturday", "sat", "samstag", "sonnabend", "sa", "sabado"),
            ("dimanche", "dim", "sunday", "sun", "sonntag", "so", "domingo"),
        )
    )
    for name in names
}
_ORDINALS: Final = frozenset(("er", "ere", "re", "e", "eme", "st", "nd", "rd", "th", "te", "ter"))
_ARTICLES: Final = Phrases(
    "le", "the", "am", "den", "der", "on", "vom", "du", "de", "from", "les", "el"
)
_OF: Final = Phrases("of", "de", "d'", "of the")
_AND: Final = Phrases("-", "au", "et", "to", "and", "bis", "und", "bis zum", "through", "&", "/")
_THE: Final = Phrases("the")
_COMMA: Final = Phrases(",", "de", "del")
_DAY_WORDS: Final = frozenset(("jour", "journee", "day", "tag"))
_NUMBERED: Final = Phrases("n°", "no", "nr.", "#", "n")
_FIRSTS: Final = {
    **dict.fromkeys(("premier", "premiere", "first", "erster"), 1),
    **dict.fromkeys(("deuxieme", "second", "seconde", "zweiter"), 2),
    **dict.fromkeys(("troisieme", "third", "dritter"), 3),
    **dict.fromkeys(("quatrieme", "fourth", "vierter"), 4),
    **dict.fromkeys(("cinquieme", "fifth", "funfter"), 5),
}
YEARS: Final = range(1900, 2200)


class Days(NamedTuple):
    """One day or several of a month, as written, before the piece `to`; the year may be missing."""

    first: int
    month: int
    to: int
    last: int | None = None
    year: int | None = None
    swappable: bool = False
    """Its day and its month may be exchanged: 03/04/2016."""


def may_begin(piece: Token) -> bool:
    """Whether a day can begin with the piece; most words of a line begin none."""
    return piece.sort == "number" or piece.text in _beginnings()


def hold_one(pieces: Pieces) -> bool:
    """Whether there may be a day among pieces: most lines have no month, nor two numbers joined."""
    for at, piece in enumerate(pieces):
        if piece.sort == "word" and (piece.text in _MONTHS or piece.text in _DAY_WORDS):
            return True
        joined = piece.digits and pieces[at + 2].digits and not pieces[at + 1].apart
        if joined and pieces[at + 1].text in _JOINING:
            return True
    return False


@cache
def _beginnings() -> frozenset[str]:
    words = (*_MONTHS, *_WEEKDAYS, *_DAY_WORDS, *_FIRSTS, *_ARTICLES.begun, "j")
    return frozenset(words)


def past_articles(pieces: Pieces, at: int) -> int:
    """Past le, the, am, vom, that stand before a day."""
    return pieces.past(at, _ARTICLES)


def past_to(pieces: Pieces, at: int) -> int:
    """Past what stands between two days: -, au, to, bis, et; `at` itself if nothing does."""
    return pieces.past(at, _AND)


def weekday_at(pieces: Pieces, at: int) -> tuple[int | None, int]:
    """The weekday at `at`, Monday is 0, and where the date after it may begin."""
    piece = pieces[at]
    weekday = _WEEKDAYS.get(piece.text) if piece.sort == "word" else None
    dotted = pieces[at + 1].text == "."
    to = at + 1 + dotted
    comma = pieces[to].text == ","
    if weekday is None or (len(piece.text) == 2 and not (dotted or comma)):
        return None, at
    if piece.text == "mar" and not dotted and _month_at(pieces, at + 2)[0] is None:
        return None, at  # Mar 5, 2016 is of March, mar 5 janvier a Tuesday
    return weekday, pieces.past(to + comma, _ARTICLES)


def days_at(pieces: Pieces, at: int, short: bool) -> Days | None:
    """The days written at `at`; `short`: 19/01 and 19.01. are days as well."""
    days = _day_then_month(pieces, at) or _month_then_days(pieces, at)
    return _in_figures(pieces, at, short) if days is None else _with_year(pieces, days)


# --- words ---------------------------------------------------------------------------------------


def _month_at(pieces: Pieces, at: int) -> tuple[int | None, int]:
    piece = pieces[at]
    month = _MONTHS.get(piece.text) if piece.sort == "word" else None
    if month is None:
        return None, at
    dotted = pieces[at + 1].text == "." and not pieces[at + 1].apart
    return month, at + 1 + (dotted and len(piece.text) <= 5)


def _number_at(pieces: Pieces, at: int) -> tuple[int | None, int]:
    """A day of the month, with what makes it an ordinal: 1er, 19th, 19., 1^{er}."""
    piece = pieces[at]
    if piece.text in ("premier", "first"):
        return 1, at + 1
    if not 1 <= piece.digits <= 2 or not 1 <= piece.value <= 31:
        return None, at
    after = pieces[at + 1]
    if after.text == "^" and pieces[at + 3].text in _ORDINALS:
        return piece.value, at + 5
    ordinal = (after.text in _ORDINALS or after.text == ".") and not after.apart
    return piece.value, at + 1 + ordinal


def _day_then_month(pieces: Pieces, at: int) -> Days | None:
    """19 janvier, 19-21 January, 19, 20 et 21 janvier."""
    numbers, to = _numbers(pieces, at)
    month, after = _month_at(pieces, pieces.past(to, _OF))
    if not numbers or month is None:
        return None
    if numbers != sorted(set(numbers)):
        return None
    return Days(numbers[0], month, after, numbers[-1] if len(numbers) > 1 else None)


_MOST_LISTED: Final = 8


def _numbers(pieces: Pieces, at: int) -> tuple[list[int], int]:
    """The days of one month that are listed at `at`; commas only where an "and" comes last."""
    numbers: list[int] = []
    comma = listed = False
    start = to = at
    while len(numbers) < _MOST_LISTED:
        number, after = _number_at(pieces, start)
        if number is None:
            break
        numbers.append(number)
        listed, to = comma, after
        comma = pieces[to].text == ","
        start = to + 1 if comma else past_to(pieces, to)
        if start == to:
            break
        start = weekday_at(pieces, start)[1]
    return ([], at) if listed else (numbers, to)


def _month_then_days(pieces: Pieces, at: int) -> Days | None:
    """January 19, SEPTEMBER 6, December 1-6; not the hour of December 1 - 3pm."""
    month, to = _month_at(pieces, at)
    if month is None:
        return None
    first, after = _number_at(pieces, pieces.past(to, _THE))
    if first is None or _is_hour(pieces, after):
        return None
    after = _undotted(pieces, after)
    days = Days(first, month, after)
    between = past_to(pieces, after)
    last, to = _number_at(pieces, between) if between > after else (None, after)
    if last is None or last <= first or _is_hour(pieces, to):
        return days
    return days._replace(last=last, to=_undotted(pieces, to))


def _undotted(pieces: Pieces, to: int) -> int:
    return to - 1 if pieces[to - 1].text == "." else to


def _is_hour(pieces: Pieces, at: int) -> bool:
    """Whether the number before `at` is an hour: 3pm, 9:15, 9h."""
    after = pieces[at]
    if after.text in ("am", "pm", "h", "uhr", "heures"):
        return True
    if after.text in ("a", "p") and pieces.says(at + 1, (".", "m")):
        return True
    return after.text == ":" and not after.apart and pieces[at + 1].digits > 0


def _with_year(pieces: Pieces, days: Days) -> Days:
    comma = pieces.past(days.to, _COMMA)
    for at in (days.to, comma):
        year = pieces[at]
        if year.digits == 4 and year.value in YEARS and not _is_hour(pieces, at + 1):
            return days._replace(year=year.value, to=at + 1)
    short = pieces[days.to + 1]
    if pieces[days.to].text == "'" and short.digits == 2 and not short.apart:
        return days._replace(year=2000 + short.value, to=days.to + 2)
    return days


# --- figures -------------------------------------------------------------------------------------


_JOINING: Final = ("/", ".", "-")


def _in_figures(pieces: Pieces, at: int, short: bool) -> Days | None:
    """19/01/2016, 2016-01-19, 19. 1. 2016; with `short` 19/01 and 19.01. as well."""
    first, mark, second = (pieces[at + far] for far in range(3))
    if mark.text not in _JOINING or not first.digits or not second.digits:
        return None
    if mark.apart or (second.apart and mark.text != "."):
        return None
    again, third = pieces[at + 3], pieces[at + 4]
    full = again.text == mark.text and not again.apart and third.digits > 0
    if full and (mark.text == "." or not third.apart) and not _goes_on(pieces, at + 5):
        return _three(pieces, at)
    if not short or full or max(first.digits, second.digits) > 2 or mark.text == "-":
        return None
    return _two(pieces, at)


def _goes_on(pieces: Pieces, at: int) -> bool:
    """Whether the figures go on: 192.168.1.10, 01.45.67.89.10, 2016-01-19-3."""
    after, further = pieces[at], pieces[at + 1]
    if after.sort == "word" and not after.apart:
        return after.text not in ("t", "um", "a")
    joined = after.text in ("/", ".", "-") and not after.apart and not further.apart
    return joined and further.digits > 0


def _three(pieces: Pieces, at: int) -> Days | None:
    first, second, third = (pieces[at + far] for far in (0, 2, 4))
    mark = pieces[at + 1].text
    if first.digits == 4 and max(second.digits, third.digits) <= 2 and first.value in YEARS:
        return _sound(Days(third.value, second.value, at + 5, year=first.value))
    if max(first.digits, second.digits) > 2 or third.digits not in (2, 4):
        return None
    if third.digits == 2 and mark == "-":
        return None
    year = third.value if third.digits == 4 else 2000 + third.value
    if year not in YEARS:
        return None
    days = Days(first.value, second.value, at + 5, year=year, swappable=mark != ".")
    return _sound(days)


def _two(pieces: Pieces, at: int) -> Days | None:
    dotted = pieces[at + 1].text == "."
    ends = dotted and pieces[at + 3].text == "." and not pieces[at + 3].apart
    if (dotted and not ends) or _goes_on(pieces, at + 3) or _is_hour(pieces, at + 3):
        return None
    first, second = pieces[at].value, pieces[at + 2].value
    return _sound(Days(first, second, at + 3 + ends, swappable=not dotted))


def _sound(days: Days) -> Days | None:
    """The days if a month and a day are among the figures, in this order or, if it may be, not."""
    high = max(days.first, days.month) if days.swappable else days.first
    low = min(days.first, days.month) if days.swappable else days.month
    return days if 1 <= low <= 12 and 1 <= high <= 31 else None


# --- days that are counted -----------------------------------------------------------------------


def ordinal_at(pieces: Pieces, at: int, begins: bool, alone: bool) -> tuple[int, int] | None:
    """Jour 1, Day Two, 2e journée, J1 (`alone`); the first kinds where a line `begins` so."""
    piece = pieces[at]
    if piece.text in _DAY_WORDS and (begins or piece.capital):
        to = pieces.past(at + 1, _NUMBERED)
        number = pieces[to]
        said = (number.value, to + 1) if 1 <= number.digits <= 2 else numeral_at(pieces, to)
        return _few(pieces, said)
    if alone and piece.text == "j" and 1 <= pieces[at + 1].digits <= 2:
        return _few(pieces, (pieces[at + 1].value, at + 2))
    if not begins:
        return None
    which, to = _FIRSTS.get(piece.text), at + 1
    if which is None:
        which, to = _number_at(pieces, at)
    if which is None or pieces[to].text not in _DAY_WORDS:
        return None
    bare = piece.sort == "number" and to == at + 1  # 2 jours
    return None if bare else _few(pieces, (which, to + 1))


def _few(pieces: Pieces, said: tuple[int, int] | None) -> tuple[int, int] | None:
    if said is None or not 1 <= said[0] <= 60 or _is_hour(pieces, said[1]):
        return None
    return said
