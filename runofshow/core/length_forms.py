"""How people write a length: the forms, before any is held to be one.

- With units: 15 min, 90', 1h30, 1 h 30, 1 heure 30 minutes, 1 Std. 30, 1,5 h, ½ h, PT1H30M.
- In words: une heure et demie, a quarter of an hour, anderthalb Stunden.
- Colons: 1:30:00 is hours; 1:30 is two things until a unit (1:30 h) or somebody says what it is.
"""

from datetime import timedelta
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from runofshow.core.numerals import numeral_at
from runofshow.core.tokens import PARTS, Phrases, Pieces, Sayings

LengthMark = Literal["units", "h", "colon", "iso", "words", "bare"]
"""What makes it a length: units; an h alone, which makes times as well; colons; words; nothing."""
LengthFault = Literal["", "two_ways", "minutes", "seconds", "backwards"]
Colons = Literal["h:mm", "m:ss"]
"""What a length of two numbers with a colon means, where it is known."""


class Lasting(NamedTuple):
    """A length as written; it ends before the piece `to`."""

    length: timedelta
    mark: LengthMark
    to: int
    fault: LengthFault = ""
    least: timedelta | None = None
    """The shorter of two: 20-25 min lasts from 20."""
    about: bool = False
    unit: timedelta | None = None
    """Of one count with one unit, the unit: it may be of the number before as well, 20-25 min."""
    summed: bool = False
    """Several lengths were added up: 20 min + 10 min."""


_HOURS: Final = frozenset(("h", "hs", "hr", "hrs", "hour", "hours", "heure", "heures"))
_OF_TIMES: Final = frozenset(("h", "hs", "heure", "heures"))
"""Hours that may be of a time of day: nobody says two hours of one in English."""
_STUNDEN: Final = frozenset(("std", "stdn", "stunde", "stunden"))
_MINUTES: Final = frozenset(("m", "mn", "mns", "min", "mins", "minute", "minutes", "minuten"))
_SECONDS: Final = frozenset(
    ("s", "sec", "secs", "second", "seconds", "seconde", "secondes", "sek", "sekunde", "sekunden")
)
UNITS: Final = _HOURS | _STUNDEN | _MINUTES | _SECONDS
"""The words that make a number a length."""
_AND: Final = Phrases("et", "and", "und", ",")
SPOKEN: Final = Sayings(
    *(
        (Phrases(*said), minutes)
        for minutes, said in (
            (
                30,
                ("une demi-heure", "demi-heure", "une demi heure", "demi heure", "une demie heure")
                + ("demie heure", "une demie-heure", "half an hour", "half-hour", "a half-hour")
                + ("half hour", "a half hour", "eine halbe stunde", "halbe stunde", "½ heure"),
            ),
            (
                15,
                ("un quart d'heure", "quart d'heure", "a quarter of an hour", "quarter of an hour")
                + ("quarter hour", "eine viertelstunde", "viertelstunde"),
            ),
            (
                45,
                ("trois quarts d'heure", "trois-quarts d'heure", "three quarters of an hour")
                + ("three-quarters of an hour", "eine dreiviertelstunde", "dreiviertelstunde")
                + ("3/4 d'heure", "¾ d'heure", "3/4 of an hour"),
            ),
            (15, ("1/4 d'heure", "¼ d'heure", "1/4 h")),
            (90, ("anderthalb stunden", "eineinhalb stunden", "an hour and a half")),
            (90, ("hour and a half", "one and a half hours")),
            (150, ("zweieinhalb stunden", "two and a half hours")),
        )
    )
)
"""Lengths in words that are no numbers, in minutes."""
DOZENS: Final = {
    "dizaine": 10,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
}
"""Une vingtaine de minutes: about twenty."""
_HALF: Final = Phrases("et demie", "et demi", "and a half", "½", "1/2", "et 1/2")
_QUARTER: Final = Phrases("et quart", "et un quart", "¼", "1/4", "and a quarter")
_HOURS_MORE: Final = Sayings((_HALF, 30), (_QUARTER, 15))
"""Minutes said after hours."""
_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
_SECOND: Final = timedelta(seconds=1)


def length_at(pieces: Pieces, at: int, colons: Colons | None = None) -> Lasting | None:
    """The longest length that begins at the piece `at`, if there is one.

    A bare number is minutes, and 1:30 what `colons` says it is: told by the mark.
    """
    return (
        _spoken(pieces, at)
        or _iso(pieces, at)
        or _with_colons(pieces, at, colons)
        or _with_units(pieces, at)
        or _bare(pieces, at)
    )


# --- words, letters of ISO, colons ---------------------------------------------------------------


def _spoken(pieces: Pieces, at: int) -> Lasting | None:
    spoken = pieces.said(at, SPOKEN)
    if spoken is not None:
        minutes, to = spoken
        return Lasting(minutes * _MINUTE, "words", to)
    dozens = DOZENS.get(pieces[at + 1].text)
    if dozens and pieces[at].text == "une" and pieces.says(at + 2, ("de", "minutes")):
        return Lasting(dozens * _MINUTE, "words", at + 4, about=True)
    return None


def _iso(pieces: Pieces, at: int) -> Lasting | None:
    """PT1H30M, P0DT90M: a P, days if any, a T, and units in their order, nothing set apart."""
    head = pieces[at].text
    if head not in ("p", "pt") or pieces[at + 1].apart:
        return None
    length, to, timed = timedelta(0), at + 1, head == "pt"
    order = "hms" if timed else "d"
    while pieces[to].sort == "number" and not pieces[to].apart:
        count, after = _decimal(pieces, to)
        unit = pieces[after].text
        days = unit in ("d", "dt")
        if count is None or pieces[after].apart or not (days or unit in order) or not unit:
            return None
        scale = 24 * _HOUR if days else {"h": _HOUR, "m": _MINUTE, "s": _SECOND}[unit]
        length += _times(count, scale)
        order = "hms" if days else order[order.index(unit) + 1 :]
        to, timed = after + 1, timed or unit == "dt"
        if days and not timed:
            break
    return Lasting(length, "iso", to) if to > at + 1 and not pieces[to].digits else None


def _with_colons(pieces: Pieces, at: int, colons: Colons | None) -> Lasting | None:
    first, second, third = pieces[at], pieces[at + 2], pieces[at + 4]
    if not first.digits or pieces[at + 1].text != ":" or pieces[at + 1].apart:
        return None
    if second.digits != 2 or second.apart or second.value > 59:
        return None
    if pieces[at + 3].text != ":" or third.apart or third.digits != 2:
        return _two_numbers(pieces, at, colons)
    seconds, to = _decimal(pieces, at + 4)
    if seconds is None or first.value < 0:
        return None
    length = first.value * _HOUR + second.value * _MINUTE + _times(seconds, _SECOND)
    return Lasting(length, "colon", to, "seconds" if seconds >= 60 else "")


def _two_numbers(pieces: Pieces, at: int, colons: Colons | None) -> Lasting | None:
    first, second, to = pieces[at].value, pieces[at + 2].value, at + 3
    if first < 0:
        return None
    hours, minutes = _unit(pieces, to, _HOURS | _STUNDEN), _minute_unit(pieces, to)
    if max(hours, minutes) > to:
        colons, to = ("h:mm", hours) if hours > to else ("m:ss", minutes)
    match colons:
        case "h:mm":
            return Lasting(first * _HOUR + second * _MINUTE, "colon", to)
        case "m:ss":
            return Lasting(first * _MINUTE + second * _SECOND, "colon", to)
        case None:
            return Lasting(first * _HOUR + second * _MINUTE, "colon", to, "two_ways")


# --- units ---------------------------------------------------------------------------------------


def _with_units(pieces: Pieces, at: int) -> Lasting | None:
    """Hours, minutes and seconds, each at most once and in this order."""
    count, to, worded = _quantity(pieces, at)
    if count is None:
        return None
    after = _unit(pieces, to, _HOURS | _STUNDEN)
    if after > to:
        if count.denominator > 1 and _two_digits(pieces, at):
            return Lasting(_times(count, _HOUR), "units", after, "two_ways")
        plain = pieces[to].text in _OF_TIMES and not worded and count.denominator == 1
        hours = Lasting(_times(count, _HOUR), "h" if plain else "units", after, unit=_HOUR)
        return _compound(hours, _after_hours(pieces, hours))
    after = _minute_unit(pieces, to)
    if after > to:
        fault: LengthFault = "two_ways" if _two_digits(pieces, at) else ""
        minutes = Lasting(_times(count, _MINUTE), "units", after, fault, unit=_MINUTE)
        return _compound(minutes, _after_minutes(pieces, minutes))
    after = _second_unit(pieces, to)
    return Lasting(_times(count, _SECOND), "units", after, unit=_SECOND) if after > to else None


def _compound(first: Lasting, whole: Lasting) -> Lasting:
    return whole if whole.to == first.to else whole._replace(unit=None)


def _after_hours(pieces: Pieces, hours: Lasting) -> Lasting:
    """The minutes after the hours, with their unit or, of two figures or close up, without."""
    more = pieces.said(hours.to, _HOURS_MORE)
    if more is not None:
        length = hours.length + more[0] * _MINUTE
        return hours._replace(length=length, to=more[1], mark="units")
    at = pieces.past(hours.to, _AND)
    joined = at > hours.to
    count, to, _ = _quantity(pieces, at)
    if count is None:
        return hours
    if count.denominator > 1:
        return _seconds_at(pieces, at, hours)
    after = _minute_unit(pieces, to)
    if after == to and (joined or not _minutes_bare(pieces, at)):
        return _seconds_at(pieces, at, hours)
    fault: LengthFault = "minutes" if count > 59 else ""
    mark: LengthMark = "units" if after > to else hours.mark
    minutes_too = Lasting(hours.length + _times(count, _MINUTE), mark, after, fault)
    return _after_minutes(pieces, minutes_too) if after > to else minutes_too


def _minutes_bare(pieces: Pieces, at: int) -> bool:
    """Whether the number after 1 h can be its minutes: 1 h 30, 1h5; not 1 h 2 h, nor 1 h 30 s."""
    spelt = numeral_at(pieces, at)
    if spelt is not None:
        return spelt[0] > 9 and pieces[spelt[1]].sort in ("end", "sign")
    minutes, after = pieces[at], pieces[at + 1]
    if not 1 <= minutes.digits <= 2 or (minutes.digits == 1 and minutes.apart):
        return False
    if after.text in (".", ",", ":") and not after.apart and pieces[at + 2].digits:
        return False
    return _unit(pieces, at + 1, _HOURS | _STUNDEN | _SECONDS) == at + 1


def _after_minutes(pieces: Pieces, minutes: Lasting) -> Lasting:
    half = pieces.past(minutes.to, _HALF)
    if half > minutes.to:
        return minutes._replace(length=minutes.length + _MINUTE / 2, to=half)
    at = pieces.past(minutes.to, _AND)
    seconds = pieces[at]
    bare = (
        at == minutes.to
        and 1 <= seconds.digits <= 2
        and not (seconds.digits == 1 and seconds.apart)
    )
    with_unit = _seconds_at(pieces, at, minutes)
    if with_unit.to > minutes.to or not bare or _goes_on(pieces, at + 1):
        return with_unit
    fault: LengthFault = "seconds" if seconds.value > 59 else minutes.fault
    return minutes._replace(length=minutes.length + seconds.value * _SECOND, to=at + 1, fault=fault)


def _goes_on(pieces: Pieces, at: int) -> bool:
    """Whether what follows a number makes it something else than bare seconds."""
    after = pieces[at]
    if after.text in (".", ",", ":", "-", "/") and not after.apart and pieces[at + 1].digits:
        return True
    units = _HOURS | _STUNDEN | _MINUTES
    return _unit(pieces, at, units) > at or (after.sort in ("word", "number", "part"))


def _seconds_at(pieces: Pieces, at: int, before: Lasting) -> Lasting:
    count, to, _ = _quantity(pieces, at)
    after = _second_unit(pieces, to)
    if count is None or after == to:
        return before
    fault: LengthFault = "seconds" if count >= 60 else before.fault
    more = before.length + _times(count, _SECOND)
    return before._replace(length=more, to=after, fault=fault, mark="units")


def _bare(pieces: Pieces, at: int) -> Lasting | None:
    count = pieces[at]
    if not 1 <= count.digits <= 5:
        return None
    return Lasting(count.value * _MINUTE, "bare", at + 1)


def _unit(pieces: Pieces, at: int, words: frozenset[str]) -> int:
    """Where the unit at `at` ends, its dot included; `at` itself if there is none."""
    if pieces[at].text not in words:
        return at
    dotted = pieces[at + 1].text == "." and not pieces[at + 1].apart
    return at + 2 if dotted else at + 1


def _minute_unit(pieces: Pieces, at: int) -> int:
    to = _unit(pieces, at, _MINUTES)
    if to > at or pieces[at].text != "'" or pieces[at].apart:
        return to
    doubled = pieces[at + 1].text == "'" and not pieces[at + 1].apart
    return at if doubled else at + 1


def _second_unit(pieces: Pieces, at: int) -> int:
    to = _unit(pieces, at, _SECONDS)
    if to > at or pieces[at].apart:
        return to
    if pieces[at].text == '"':
        return at + 1
    return at + 2 if pieces.says(at, ("'", "'")) and not pieces[at + 1].apart else at


# --- quantities ----------------------------------------------------------------------------------


def _quantity(pieces: Pieces, at: int) -> tuple[Fraction | int | None, int, bool]:
    """A number, a decimal, a fraction, or a number in words; where it ends; whether in words."""
    piece = pieces[at]
    if piece.sort == "part":
        return PARTS[piece.text], at + 1, False
    if piece.sort == "word":
        if piece.text in ("a", "an") and pieces[at + 1].text in ("hour", "minute"):
            return 1, at + 1, True
        numeral = numeral_at(pieces, at)
        return (*numeral, True) if numeral else (None, at, False)
    if piece.sort != "number" or piece.value < 0:
        return None, at, False
    if pieces[at + 1].sort == "part":
        return piece.value + PARTS[pieces[at + 1].text], at + 2, False
    vulgar = _vulgar(pieces, at)
    if vulgar is not None:
        return vulgar, at + 3, False
    mixed = _vulgar(pieces, at + 1) if pieces[at + 1].apart else None
    if mixed is not None:
        return piece.value + mixed, at + 4, False
    return *_decimal(pieces, at), False


def _vulgar(pieces: Pieces, at: int) -> Fraction | None:
    """1/2, 3/4, 1/4: the only fractions anybody writes so."""
    if pieces[at + 1].text != "/" or pieces[at + 1].apart or pieces[at + 2].apart:
        return None
    known = {(1, 2): Fraction(1, 2), (1, 4): Fraction(1, 4), (3, 4): Fraction(3, 4)}
    return known.get((pieces[at].value, pieces[at + 2].value))


def _decimal(pieces: Pieces, at: int) -> tuple[Fraction | int | None, int]:
    whole, mark, part = pieces[at], pieces[at + 1], pieces[at + 2]
    if whole.value < 0:
        return None, at
    if mark.text not in (".", ",") or mark.apart or part.apart or not 1 <= part.digits <= 9:
        return whole.value, at + 1
    return Fraction(f"{whole.text}.{part.text}"), at + 3


def _two_digits(pieces: Pieces, at: int) -> bool:
    """Whether it is 1.30, which some write for one and thirty: then a unit does not settle it."""
    mark, part = pieces[at + 1], pieces[at + 2]
    return mark.text in (".", ",") and not mark.apart and part.digits == 2 and part.value < 60


def _times(count: Fraction | int, unit: timedelta) -> timedelta:
    if isinstance(count, int):
        return count * unit
    return timedelta(microseconds=round(count * (unit // timedelta(microseconds=1))))
