"""From when to when: a range of times as people write it.

- 9h15-10h30, 9h à 18h, de 9 à 18h, from 9 to 10:30 am, 09:00 bis 10:30 Uhr, 9h → 10h.
- One side may be missing: 9:00 -, dès 18h, ab 18 Uhr; jusqu'à 12h. A start with a length
  (9h15, 30 min) has its end; 9h30, 11h are two times.
- An end before its start is the next morning's when the start is in the evening (22h-1h, 07:00 PM -
  12:30 AM); a slip that its context makes certain is repaired, and told; all else is refused.
"""

from datetime import timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core import times
from runofshow.core.clock_forms import ABOUT_WORDS, AT_WORDS, Clock, clock_at
from runofshow.core.lastings import lasting_at
from runofshow.core.times import Civil, Misread, civil_of
from runofshow.core.tokens import Phrases, Pieces

Repair = Literal["", "noon", "midnight", "afternoon"]
"""What was written for what: 12 AM for noon, 12 PM for midnight, 5:30 for half past five pm."""
Doubt = Literal["", "noon_or_midnight", "long_night"]


class Range(NamedTuple):
    """From when to when; a side that was not said is None."""

    start: Civil | None
    end: Civil | None
    about: bool = False
    """Said as "about" or "vers"."""
    repaired: Repair = ""
    """Why a side is not what was written; "" when it is."""
    doubt: Doubt = ""
    """Why it may mean something else; "" when it can not."""


class RangeForm(NamedTuple):
    """A range as written, before the piece `to`: its two sides, and what stood around them."""

    first: Clock | None
    second: Clock | None
    to: int
    about: bool = False
    opened: bool = False
    """A word said that times come: from, dès, jusqu'à."""
    open_end: bool = False
    """It was said, by a word or a dash, that the end is open."""
    lasts: timedelta | None = None
    begins: int = 0
    """The piece with which its first side begins, the words before it left out."""


_FROM: Final = Phrases(
    *("de", "du", "from", "von", "entre", "between", "zwischen", "à partir de", "à compter de"),
    *("dès", "depuis", "ab", "as of", "starting at", "starting", "start", "from about", "dès les"),
    *("début", "beginn", "beginn:", "début :", "start:"),
)
_SINCE: Final = Phrases(
    *("à partir de", "à compter de", "dès", "depuis", "ab", "as of", "starting at", "starting"),
    "from",
)
_UNTIL: Final = Phrases("jusqu'à", "jusqu'a", "jusque", "until", "till", "til", "bis", "bis zu")
_DASHES: Final = Phrases(
    *("-", "--", "---", "->", "-->", ">", ">>", "=>", "...", "..", "/", "à", "a", "au", "to"),
    *("till", "until", "til", "thru", "through", "bis", "jusqu'à", "jusqu'a", "jusque"),
    *("bis um", "- à", "…", "~", "bis ca.", "- ca."),
)
RANGE_OPENERS: Final = (_FROM, _SINCE, _UNTIL)
"""What a range may begin with, besides a time."""
_BETWEEN: Final = Phrases("entre", "between", "zwischen")
_AND: Final = Phrases("et", "and", "und")
_OPEN: Final = Phrases(
    *("fin", "la fin", "end", "ende", "open end", "open", "offen", "close", "late", "?", "??"),
    *("...", "…"),
)
_ONWARDS: Final = Phrases("onwards", "onward", "et après", "ff.", "+", "on")
_LASTS: Final = Phrases("(", ",", "+", "pendant", "for", "für", "(durée", "durée", ", durée", ";")
RANGE_AFTER: Final = (_DASHES, _AND, _LASTS, _ONWARDS)
"""With what the first side of a range goes on."""
_LISTING: Final = (",", ";")
"""What stands between the times of a list as well as between a start and its length."""
_NO_LENGTH: Final = timedelta(hours=6)
"""So long a thing is not told by an hour behind a comma."""
_OVERNIGHT: Final = 14
"""The longest night of hours that a range passing midnight may last without two halves named."""


def read_range(text: str, bare: bool = False) -> Range:
    """The range, or the one time, that the whole of `text` says.

    Raises Misread, its `why` telling the reason. Two bare numbers are hours after a word that says
    so (from 9 to 10); else (9-10) only where `bare` says that nothing else is meant.
    """
    if len(text) > 100:
        raise Misread("no_time", text)
    pieces = Pieces.whole(text)
    form = range_at(pieces, 0)
    if form is None or form.to < len(pieces):
        raise Misread("no_time", text)
    marks = {clock.mark for clock in (form.first, form.second) if clock is not None}
    if marks == {"bare"} and not (bare or form.opened):
        raise Misread("no_time", text, "bare")
    return meant(form, text)


# --- the form --------------------------------------------------------------------------------


def range_at(pieces: Pieces, at: int) -> RangeForm | None:
    """The longest range, or single time, that begins at the piece `at`."""
    until = pieces.past(at, _UNTIL)
    if until == at and pieces[at].text == "-":
        until = at + 1
    if until > at:
        return _end_only(pieces, until)
    start, about, opened = _opening(pieces, at)
    first = clock_at(pieces, start)
    if first is None:
        return None
    form = RangeForm(first, None, first.to, about, opened, begins=start)
    if pieces.past(at, _BETWEEN) > at:
        return _between(pieces, form)
    return _to_end(pieces, form) or _onwards(pieces, form, pieces.past(at, _SINCE) > at)


def _opening(pieces: Pieces, at: int) -> tuple[int, bool, bool]:
    """Past the words that open a range; whether one of them says about, and whether any stood."""
    start = pieces.past(at, _FROM)
    start = pieces.past(start, AT_WORDS) if start == at else start
    to = pieces.past(start, ABOUT_WORDS)
    return to, to > start, to > at


def _end_only(pieces: Pieces, at: int) -> RangeForm | None:
    start, about, _ = _opening(pieces, at)
    second = clock_at(pieces, start)
    if second is None:
        return None
    return RangeForm(None, second, second.to, about, opened=True, begins=start)


def _between(pieces: Pieces, form: RangeForm) -> RangeForm | None:
    """Entre 9h et 10h; without its second side it is no time."""
    after = pieces.past(form.to, _AND)
    second = clock_at(pieces, after) if after > form.to else None
    return form._replace(second=second, to=second.to) if second else _to_end(pieces, form)


def _onwards(pieces: Pieces, form: RangeForm, since: bool) -> RangeForm:
    to = pieces.past(form.to, _ONWARDS)
    if pieces[form.to].text == "+" and pieces[to].sort not in ("end", "sign"):
        to = form.to  # 09:00+01:00
    return form._replace(to=to, open_end=since or to > form.to)


def _to_end(pieces: Pieces, form: RangeForm) -> RangeForm | None:
    """The second side, an open end, or a length after the start; None when nothing follows."""
    between = pieces.past(form.to, _DASHES)
    if between > form.to:
        after, about, _ = _opening(pieces, between)
        second = clock_at(pieces, after)
        if second is not None:
            about = form.about or about
            return _told_length(pieces, form._replace(second=second, to=second.to, about=about))
        opened = pieces.past(between, _OPEN)
        word = pieces[between].sort == "word" and opened > between
        stops = pieces[opened].text in ("", ")", "|", "]")  # 11h30 ...... Débat has no open end
        if pieces[form.to].sort != "word" and (word or stops):
            return form._replace(to=opened, open_end=True)
    return _with_length(pieces, form)


def _told_length(pieces: Pieces, form: RangeForm) -> RangeForm:
    """The range with the length that stands in brackets after it: 9h15 - 10h30 (1h15)."""
    lasting = lasting_at(pieces, form.to + 1) if pieces[form.to].text == "(" else None
    if lasting is None or pieces[lasting.to].text != ")" or lasting.mark == "bare":
        return form
    return form._replace(lasts=lasting.length, to=lasting.to + 1)


def _with_length(pieces: Pieces, form: RangeForm) -> RangeForm | None:
    to = pieces.past(form.to, _LASTS)
    lasting = lasting_at(pieces, to) if to > form.to else None
    if lasting is None or lasting.mark == "bare" or lasting.fault:
        return None
    if lasting.mark == "h" and pieces[to - 1].text in _LISTING and _is_next(form, lasting.length):
        return None
    closing = "(" in {pieces[at].text for at in range(form.to, to)}
    if closing and pieces[lasting.to].text != ")":
        return None
    return form._replace(lasts=lasting.length, to=lasting.to + closing)


def _is_next(form: RangeForm, length: timedelta) -> bool:
    """Whether what could be a length is the next time of a list: 9h30, 11h; 22h, 7h."""
    first = form.first
    if first is None or first.half:
        return length >= _NO_LENGTH
    return length >= _NO_LENGTH or length > timedelta(hours=first.hour, minutes=first.minute)


# --- the meaning -----------------------------------------------------------------------------


def meant(form: RangeForm, text: str) -> Range:
    """What the form means; raises Misread when it can mean nothing, or two things."""
    first, second = form.first, form.second
    for clock in (first, second):
        if clock is not None and clock.fault:
            raise Misread("no_time", text, clock.fault)
    if first is not None and second is not None:
        both = _both(first, second, text)._replace(about=form.about)
        if form.lasts is not None and both.end != _later(both.start or Civil(0), form.lasts):
            raise Misread("no_time", text, "unequal")
        return both
    for clock in filter(None, (first, second)):
        _refuse_no_hour(clock, text)
    if first is not None:
        start = civil_of(first, text)
        end = None if form.lasts is None else _later(start, form.lasts)
        return Range(start, end, form.about)
    assert second is not None
    return Range(None, civil_of(second, text), form.about)


def _later(start: Civil, by: timedelta) -> Civil:
    return _civil(_seconds(start) + int(by / times.SECOND))


def _seconds(civil: Civil) -> int:
    return (civil.hour * 60 + civil.minute) * 60 + civil.second


def _civil(seconds: int) -> Civil:
    minutes, second = divmod(seconds, 60)
    return Civil(*divmod(minutes, 60), second)


def _both(first: Clock, second: Clock, text: str) -> Range:
    second = _minutes_alone(first, second, text)
    _refuse_no_hour(first, text)
    _refuse_no_hour(second, text)
    first, second = _halves(first, second)
    start, end = _seconds(civil_of(first, text)), _seconds(civil_of(second, text))
    repaired = _noon(first, second, start, end)
    if repaired is not None:
        return repaired
    if start < end:
        return Range(_civil(start), _civil(end), doubt=_twelve(first, second))
    return _past_midnight(first, second, start, end, text)


def _refuse_no_hour(clock: Clock, text: str) -> None:
    if clock.mark == "bare" and clock.hour > 24:
        raise Misread("no_time", text)


def _minutes_alone(first: Clock, second: Clock, text: str) -> Clock:
    """10h15-30 ends at 10h30; 10h15-20 could end at 20h, and is refused."""
    if second.mark != "bare" or first.mark == "bare" or second.to == 0:
        return second
    if second.hour > 24 and first.minute < second.hour < 60 and first.minute:
        return second._replace(hour=first.hour, minute=second.hour, mark=first.mark)
    if second.hour > 24 or (first.minute and second.hour > max(first.minute, 9)):
        raise Misread("no_time", text, "two_ways")
    return second


_EITHER: Final = ("am", "pm", "morning", "afternoon", "evening")


def _halves(first: Clock, second: Clock) -> tuple[Clock, Clock]:
    """Both sides with their half of the day, where only one of them says it."""
    if second.half in _EITHER and not first.half and 1 <= first.hour <= 12:
        return _half_before(first, second), second
    if first.half in _EITHER and not second.half and 1 <= second.hour <= 12:
        return first, _half_after(first, second)
    return first, second


def _at(clock: Clock, half: Literal["am", "pm"]) -> int:
    return _seconds(civil_of(clock._replace(half=half), ""))


def _half_before(first: Clock, second: Clock) -> Clock:
    """11-1pm begins in the morning, 1-3pm does not: the nearest before the end."""
    end = _seconds(civil_of(second, ""))
    same: Literal["am", "pm"] = "pm" if end >= 12 * 3600 else "am"
    other: Literal["am", "pm"] = "am" if same == "pm" else "pm"
    return first._replace(half=same if _at(first, same) < end else other)


def _half_after(first: Clock, second: Clock) -> Clock:
    """9am-5 ends in the afternoon, 9-10:30 in the morning: the nearest after the start."""
    start = _seconds(civil_of(first, ""))
    same: Literal["am", "pm"] = "pm" if start >= 12 * 3600 else "am"
    other: Literal["am", "pm"] = "am" if same == "pm" else "pm"
    return second._replace(half=same if _at(second, same) > start else other)


_HOUR_S: Final = 3600
_DAY_S: Final = 24 * _HOUR_S


def _noon(first: Clock, second: Clock, start: int, end: int) -> Range | None:
    """12 AM for noon and 12 PM for midnight, where the other side makes it certain."""
    if second.half == "am" and second.hour == 12 and first.half == "am" and first.hour != 12:
        if start >= 9 * _HOUR_S:
            return Range(_civil(start), _civil(end + _DAY_S // 2), repaired="noon")
        return Range(_civil(start), _civil(end + _DAY_S), doubt="noon_or_midnight")
    noon = first.half == "am" and first.hour == 12 and second.half == "pm"
    if noon and end <= 16 * _HOUR_S and start + _DAY_S // 2 < end:
        return Range(_civil(start + _DAY_S // 2), _civil(end), repaired="noon")
    late = second.half == "pm" and second.hour == 12 and first.half == "pm" and first.hour != 12
    if late and start >= 18 * _HOUR_S:
        return Range(_civil(start), _civil(end + _DAY_S // 2), repaired="midnight")
    return None


def _twelve(first: Clock, second: Clock) -> Doubt:
    """12:00 AM - 12:30 AM: lunch or midnight? Nobody can tell."""
    both = first.hour == second.hour == 12 and first.half == second.half == "am"
    return "noon_or_midnight" if both else ""


def _past_midnight(first: Clock, second: Clock, start: int, end: int, text: str) -> Range:
    """An end that is not after its start: the next morning's, the afternoon's, or a slip."""
    if start >= _DAY_S > end:
        end += _DAY_S  # minuit-2h
    if start < end:
        return Range(_civil(start), _civil(end))
    lasts = end + _DAY_S - start
    named = first.half in ("am", "pm") and second.half in ("am", "pm")
    if start == end:
        raise Misread("no_time", text, "empty")
    if _twelve_hours(first, second) and start < end + _DAY_S // 2 <= start + _DAY_S // 2:
        return Range(_civil(start), _civil(end + _DAY_S // 2), repaired="afternoon")
    most = (12 if named else 10) * _HOUR_S
    evening = start >= 13 * _HOUR_S and lasts <= _OVERNIGHT * _HOUR_S
    if not (named or evening or end == 0) or start >= _DAY_S:
        raise Misread("no_time", text, "backwards")
    return Range(_civil(start), _civil(end + _DAY_S), doubt="" if lasts <= most else "long_night")


def _twelve_hours(first: Clock, second: Clock) -> bool:
    """Whether both may be of a clock of twelve hours: 9:30-5:30; an h is of twenty-four."""
    if first.mark == "word" and (first.hour, first.minute) == (12, 0):
        first = first._replace(mark="bare")  # noon - 1:30
    return all(
        clock.mark in (":", ".", "bare") and not clock.half and 1 <= clock.hour <= 12
        for clock in (first, second)
    )
