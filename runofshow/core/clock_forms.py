"""How people write a time of day: the forms, before any is held to be one.

- In figures: 9h, 9h15, 9 h 15, 9:15, 9:15:30, 9.15, 9 Uhr 15, 9:15 am, 3pm, 0900 h, a bare 9.
- In words: midi et demi, neuf heures moins le quart, half past nine, halb zehn, noon.
- A form may have a fault (9h75, 13 pm): whoever reads it must refuse it, and can say why.
What is ambiguous in itself (a bare 9, a dot, three o'clock of which half of the day) is told, never
decided here.
"""

from typing import Final, Literal, NamedTuple

from runofshow.core.numerals import numeral_at
from runofshow.core.tokens import Phrases, Pieces, Sayings

Mark = Literal["h", ":", ".", "word", "half", "bare"]
"""What makes it a time: an h or Uhr, a colon, a dot, words, am or pm alone, or nothing."""
Half = Literal["", "am", "pm", "morning", "afternoon", "evening", "night"]
"""The half of the day: strict (9 pm), or as one speaks (9h du soir)."""
Fault = Literal["", "one_digit", "minutes", "seconds", "half", "late", "fraction"]


class Clock(NamedTuple):
    """A time of day as written; it ends before the piece `to`."""

    hour: int
    minute: int
    second: int
    mark: Mark
    half: Half
    to: int
    fault: Fault = ""
    named: bool = False
    """Its minutes are called minutes (1 h 15 min): it may as well be a length."""
    loose: bool = False
    """Its minutes stand apart (9h 15): they may belong to what follows."""


AT_WORDS: Final = Phrases("à", "a", "at", "um", "@", "punkt", "um punkt")
ABOUT_WORDS: Final = Phrases(
    *("vers", "environ", "env.", "env", "ca.", "ca", "circa", "about", "around", "approx."),
    *("approx", "approximately", "~", "gegen", "etwa", "ungefähr", "aux alentours de"),
    *("autour de", "aux environs de", "vers les", "at about", "at around", "à environ"),
)
HOUR_WORDS: Final = frozenset(("h", "hs", "heure", "heures", "uhr"))
HOURS_AFTER: Final = HOUR_WORDS | {"hr", "hrs", "hour", "hours"}
"""0900 hours and 14:00 hrs are times; 9 hours is a length."""
_MINUTE_WORDS: Final = frozenset(("mn", "min", "mins", "minute", "minutes", "minuten", "m"))
_AM: Final = Phrases("a.m.", "a.m", "am", "a m")
_PM: Final = Phrases("p.m.", "p.m", "pm", "p m")
_MORNING: Final = Phrases(
    *("du matin", "le matin", "in the morning", "morgens", "vormittags", "am vormittag"),
    *("am morgen", "du mat"),
)
_AFTERNOON: Final = Phrases(
    *("de l'après-midi", "de l'après midi", "in the afternoon", "nachmittags", "am nachmittag"),
    "mittags",
)
_EVENING: Final = Phrases("du soir", "le soir", "in the evening", "abends", "am abend", "tonight")
_NIGHT: Final = Phrases("nachts", "at night", "de la nuit", "in der nacht", "la nuit")
_STRICT: Final = Sayings[Half]((_AM, "am"), (_PM, "pm"))
_SPOKEN: Final = Sayings[Half](
    (_MORNING, "morning"), (_AFTERNOON, "afternoon"), (_EVENING, "evening"), (_NIGHT, "night")
)
_PRECISE: Final = Phrases(
    *("précises", "précise", "pile", "tapantes", "sharp", "o'clock sharp", "on the dot", "genau"),
    *("pünktlich", "s.t.", "environ", "env.", "env", "à peu près", "approx.", "approx"),
)
_LESS: Final = Phrases("moins")
_CLOCK: Final = Phrases("o'clock", "oclock")
_NOON: Final = Phrases("midi", "noon", "midday", "mittag", "12 noon", "12 midday", "12 midi")
_MIDNIGHT: Final = Phrases("minuit", "midnight", "mitternacht", "12 midnight")
NAMED: Final = Sayings((_NOON, 12), (_MIDNIGHT, 24))
"""Hours that have a name."""
_AFTER: Final = Sayings(
    (Phrases("et demie", "et demi", "et ½"), 30),
    (Phrases("et quart", "et un quart", "un quart"), 15),
    (Phrases("trois quarts", "et trois quarts"), 45),
    (Phrases("moins le quart", "moins un quart", "moins quart"), -15),
    (Phrases("c.t.", "c. t."), 15),  # the academic quarter
)


def clock_at(pieces: Pieces, at: int) -> Clock | None:
    """The longest time of day that begins at the piece `at`, if there is one."""
    named = _named(pieces, at)
    if named is not None:
        return named
    if pieces[at].sort == "number":
        return _tailed(pieces, _figured(pieces, at))
    return _tailed(pieces, _hour_in_words(pieces, at)) or _past(pieces, at)


# --- figures -------------------------------------------------------------------------------------


def _figured(pieces: Pieces, at: int) -> Clock | None:
    hour = pieces[at]
    if hour.digits > 2:
        return _military(pieces, at)
    return (
        _with_hour_word(pieces, at + 1, hour.value)
        or _with_colon(pieces, at, hour.value)
        or _with_dot(pieces, at, hour.value)
        or Clock(hour.value, 0, 0, "bare", "", at + 1)
    )


def _military(pieces: Pieces, at: int) -> Clock | None:
    """0900 h, 0915 Uhr: four figures are a time only when they are said to be one."""
    if pieces[at].digits != 4 or pieces[at + 1].text not in HOURS_AFTER:
        return None
    clock = figures_at(pieces, at)
    return clock and clock._replace(to=at + 2)


def figures_at(pieces: Pieces, at: int) -> Clock | None:
    """915, 0915: a time only where nothing else can be meant."""
    figures = pieces[at]
    if figures.digits not in (3, 4):
        return None
    hour, minute = divmod(figures.value, 100)
    return _checked(Clock(hour, minute, 0, "h", "", at + 1))


def _with_hour_word(pieces: Pieces, at: int, hour: int) -> Clock | None:
    """An h after the hour, then its minutes if there are any; `at` is where the h should be."""
    to = _hour_word(pieces, at)
    if to == at:
        return None
    minute = pieces[to]
    loose = minute.apart and not pieces[at].apart
    tex = pieces.says(to, "^{") and pieces.says(to + 3, "}")
    if tex and pieces[to + 2].digits == 2:
        return _checked(Clock(hour, pieces[to + 2].value, 0, "h", "", to + 4))
    if minute.sort == "raised" and len(minute.text) == 2 and not minute.apart:
        return _checked(Clock(hour, int(minute.text), 0, "h", "", to + 1))
    if minute.digits == 1 and not minute.apart:
        return Clock(hour, 0, 0, "h", "", to + 1, "one_digit")
    if minute.digits != 2 or _begins_another(pieces, to):
        to = to - 1 if pieces[to - 1].text == "." else to
        return _checked(Clock(hour, 0, 0, "h", "", to))
    named = pieces[to + 1].text in _MINUTE_WORDS
    end = to + 2 if named else to + 1
    return _checked(Clock(hour, minute.value, 0, "h", "", end, named=named, loose=loose))


def _hour_word(pieces: Pieces, at: int) -> int:
    if pieces[at].text in HOUR_WORDS:
        dotted = pieces[at + 1].text == "." and not pieces[at + 1].apart
        return at + 2 if dotted and pieces[at + 2].digits == 2 else at + 1  # 9 h. 15
    return at + 4 if pieces.says(at, ("^", "{", "h", "}")) else at


def _begins_another(pieces: Pieces, at: int) -> bool:
    """Whether the number after an h begins a time or number of its own: 9h 10h, 9h 10:30."""
    if not pieces[at].apart:
        return False
    after, further = pieces[at + 1], pieces[at + 2]
    decimal = after.text in (":", ".", ",") and not after.apart
    return after.text in HOUR_WORDS or (decimal and further.digits > 0 and not further.apart)


def _with_colon(pieces: Pieces, at: int, hour: int) -> Clock | None:
    if pieces[at + 1].text != ":" or pieces[at + 2].sort != "number":
        return None
    minute = pieces[at + 2]
    loose = pieces[at + 1].apart or minute.apart
    if minute.digits != 2:
        return None if loose or minute.digits > 2 else _one_digit(hour, ":", at + 3)
    clock = Clock(hour, minute.value, 0, ":", "", at + 3, loose=loose)
    if pieces[at + 3].text == ":" and pieces[at + 4].digits == 2 and not pieces[at + 4].apart:
        clock = _with_seconds(pieces, at + 4, clock)
    return _hour_word_after(pieces, _checked(clock))


def _one_digit(hour: int, mark: Mark, to: int) -> Clock:
    return Clock(hour, 0, 0, mark, "", to, "one_digit")


def _with_seconds(pieces: Pieces, at: int, clock: Clock) -> Clock:
    """Seconds, and a fraction of one if it is nought: a time of day is of whole seconds."""
    clock = clock._replace(second=pieces[at].value, to=at + 1)
    dot, fraction = pieces[at + 1], pieces[at + 2]
    if dot.text not in (".", ",") or dot.apart or not fraction.digits or fraction.apart:
        return clock
    fault: Fault = "fraction" if fraction.text.strip("0") else ""
    return clock._replace(to=at + 3, fault=fault)


def _with_dot(pieces: Pieces, at: int, hour: int) -> Clock | None:
    dot, minute = pieces[at + 1], pieces[at + 2]
    if dot.text != "." or dot.apart or minute.apart or minute.digits != 2:
        return None
    return _hour_word_after(pieces, _checked(Clock(hour, minute.value, 0, ".", "", at + 3)))


def _hour_word_after(pieces: Pieces, clock: Clock) -> Clock:
    """9:15h, 09.00 Uhr: the word says again that it is a time; a dot is then one for sure."""
    to = clock.to + 1 if pieces[clock.to].text in HOURS_AFTER else clock.to
    return clock._replace(to=to, mark="h") if to > clock.to else clock


def _checked(clock: Clock) -> Clock:
    if clock.fault:
        return clock
    if clock.minute > 59:
        return clock._replace(fault="minutes")
    return clock._replace(fault="seconds") if clock.second > 59 else clock


# --- words ---------------------------------------------------------------------------------------


def _named(pieces: Pieces, at: int) -> Clock | None:
    """Noon or midnight, and what may follow: midi et demi, midi trente."""
    named = pieces.said(at, NAMED)
    if named is None:
        return None
    hour, to = named
    return _after_hour(pieces, Clock(hour, 0, 0, "word", "", to), minutes=True)


def _hour_in_words(pieces: Pieces, at: int) -> Clock | None:
    """Neuf heures, nine o'clock, neun Uhr, nine am."""
    numeral = numeral_at(pieces, at)
    if numeral is None or numeral[0] > 24:
        return None
    hour, to = numeral
    spoken = _with_hour_word(pieces, to, hour)
    if spoken is not None:
        return _after_hour(pieces, spoken._replace(mark="word"), minutes=not spoken.minute)
    if pieces.past(to, _CLOCK) > to or _strict_half(pieces, to)[1] > to:
        return Clock(hour, 0, 0, "bare", "", to)
    return None


def _after_hour(pieces: Pieces, clock: Clock, minutes: bool) -> Clock:
    """The hour with its half, its quarter or its minutes in words: … et demie, … moins dix."""
    after = pieces.said(clock.to, _AFTER)
    if after is not None:
        return _shifted(clock, *after)
    less = pieces.past(clock.to, _LESS)
    count = _count(pieces, less)
    if count is None or not 0 < count[0] < 60:
        return clock
    if less > clock.to:
        return _shifted(clock, -count[0], count[1])
    spelt = pieces[clock.to].sort == "word" or (clock.hour in (12, 24) and count[0] > 9)
    alone = minutes and spelt and pieces[count[1]].sort != "word"
    return _shifted(clock, *count) if alone else clock


def _count(pieces: Pieces, at: int) -> tuple[int, int] | None:
    piece = pieces[at]
    return (piece.value, at + 1) if 1 <= piece.digits <= 2 else numeral_at(pieces, at)


def _shifted(clock: Clock, minutes: int, to: int) -> Clock:
    hour, minute = divmod(clock.hour * 60 + clock.minute + minutes, 60)
    return clock._replace(hour=hour, minute=minute, to=to)


BEFORE: Final = Sayings(
    (Phrases("half past"), 30),
    (Phrases("quarter past", "a quarter past", "quarter after", "viertel nach"), 15),
    (Phrases("quarter to", "a quarter to", "quarter before", "viertel vor"), -15),
    (Phrases("halb"), -30),
)
_LATER: Final = Phrases("past", "after", "nach", "minutes past", "minutes after", "minuten nach")
_SOONER: Final = Phrases("to", "before", "vor", "minutes to", "minutes before", "minuten vor")
_ROUND: Final = (5, 10, 20, 25)
"""Twenty to ten is a time; one to one, three to five are none."""
_RANGE_OPENERS: Final = frozenset(("from", "between", "von", "zwischen"))
"""From ten to five is no ten minutes to five."""


def _past(pieces: Pieces, at: int) -> Clock | None:
    """Half past nine, ten to ten, halb zehn, Viertel nach neun."""
    before = pieces.said(at, BEFORE)
    if before is not None:
        shift, to = before
        return _past_hour(pieces, to, shift)
    count = numeral_at(pieces, at)
    if count is None or pieces[at - 1].text in _RANGE_OPENERS:
        return None
    for sign, said in ((1, _LATER), (-1, _SOONER)):
        to = pieces.past(count[1], said)
        if to > count[1] and (count[0] in _ROUND or to > count[1] + 1):
            return _past_hour(pieces, to, sign * count[0])
    return None


def _past_hour(pieces: Pieces, at: int, shift: int) -> Clock | None:
    hour = _named(pieces, at)
    if hour is None:
        count = _count(pieces, at)
        if count is None or not 1 <= count[0] <= 24:
            return None
        hour = Clock(count[0], 0, 0, "word", "", count[1])
    return _tailed(pieces, _shifted(hour, shift, hour.to))


# --- what may follow any -------------------------------------------------------------------------


def _tailed(pieces: Pieces, clock: Clock | None) -> Clock | None:
    """The time with all that says which half of the day, or that it is sharp."""
    if clock is None or clock.fault:
        return clock
    if clock.mark == "h" and not clock.minute:
        clock = _after_hour(pieces, clock, minutes=False)
    to = pieces.past(clock.to, _CLOCK)
    if to > clock.to:
        clock = clock._replace(to=to, mark="h" if clock.mark == "bare" else clock.mark)
    clock = _halved(pieces, clock)
    return clock._replace(to=pieces.past(clock.to, _PRECISE)) if clock.mark != "bare" else clock


def _strict_half(pieces: Pieces, at: int) -> tuple[Half, int]:
    return pieces.said(at, _STRICT) or ("", at)


def _halved(pieces: Pieces, clock: Clock) -> Clock:
    half, to = _strict_half(pieces, clock.to)
    letter = pieces[clock.to]
    if not half and clock.mark == ":" and letter.text in ("a", "p") and not letter.apart:
        half, to = ("am" if letter.text == "a" else "pm"), clock.to + 1  # 8:30a
    if half and not _german_am(pieces, clock.to, to):
        fault: Fault = "" if 1 <= clock.hour <= 12 else "half"
        if fault and clock.minute == 0 and clock.mark == "bare" and clock.hour > 24:
            return clock  # 30 am: no hour at all
        mark: Mark = "half" if clock.mark in ("bare", ".") else clock.mark
        return clock._replace(half=half, to=to, mark=mark, fault=fault)
    if clock.mark == "bare" and pieces[clock.to].text in ("le", "la"):
        return clock  # groupe 3 le matin
    return _spoken_half(pieces, clock)


def _spoken_half(pieces: Pieces, clock: Clock) -> Clock:
    spoken = pieces.said(clock.to, _SPOKEN)
    if spoken is None:
        return clock
    half, to = spoken
    fault: Fault = "half" if clock.hour in _NO_HOURS.get(half, ()) else ""
    mark: Mark = "half" if clock.mark == "bare" else clock.mark
    return clock._replace(half=half, to=to, mark=mark, fault=fault)


_NO_HOURS: Final = {"morning": range(12, 73), "evening": (0, 12, 24), "afternoon": (0, 24)}
"""Midnight or noon? Nobody says 12h du soir."""
_GERMAN_AM: Final = frozenset(
    (
        *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend"),
        *("sonntag", "vormittag", "nachmittag", "morgen", "abend", "mittag", "selben", "gleichen"),
        *("ersten", "zweiten", "dritten", "nachsten", "folgenden", "ende", "anfang"),
    )
)


def _german_am(pieces: Pieces, at: int, to: int) -> bool:
    """Whether "am" is the German one: 9 am Montag, 9 am 12. Januar."""
    if to != at + 1 or not pieces[at].apart or pieces[at].capital:
        return False
    return pieces[to].text in _GERMAN_AM or (pieces[to].digits > 0 and pieces[to + 1].text == ".")


CLOCK_OPENERS: Final = (AT_WORDS, ABOUT_WORDS)
"""What may stand before a time."""
CLOCK_WORDS: Final = (NAMED, BEFORE)
"""What a time may begin with, besides a number."""
CLOCK_AFTER: Final = (_CLOCK, _STRICT, _SPOKEN, _LATER, _SOONER)
"""With what a bare number goes on when it is a time, besides the words of hours."""


def hour_of(clock: Clock) -> int:
    """The hour counted from midnight, its half of the day taken into account."""
    match clock.half:
        case "am" | "pm":
            return clock.hour % 12 + (12 if clock.half == "pm" else 0)
        case "afternoon" | "evening":
            return clock.hour + 12 if clock.hour < 12 else clock.hour
        case "night" if 8 <= clock.hour <= 12:
            return clock.hour + 12
        case _:
            return clock.hour
