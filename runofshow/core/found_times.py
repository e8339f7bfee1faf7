"""The times, ranges and lengths that stand in a line of a programme, each with its place.

For readers of prose: `find_times("9h15-10h30 : Table ronde (environ 20 mn)")` finds a range in the
columns 0 to 10 and a length. What else a number may be is left alone: days (19.01.2016, SEPTEMBER
6), telephones, prices, percentages, scores, versions, addresses, rooms (salle 9.15), and names
(Agenda 21, France 20-20). What may be a time or something else is given with its `doubt`.

- 9h15 is a time; 1h30 is a length unless something says that it is a time; both are kept.
- 30" is half a minute where it is set apart: (30"), Film – 30"; else it may be inches.
- 9.15 is a time at the beginning of the line, in a range, after "à" or "um", before "Uhr" or "am".
- A bare number is a time only in a range whose other side says so: de 9 à 18h, 9-10:30.
- Midi and noon are times after "à" or "at", in a range, or where they begin the line and a colon,
  a dash or a wide gap follows.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, Literal, NamedTuple, assert_never

from runofshow.core.clock_forms import HOUR_WORDS, Clock, Mark
from runofshow.core.lastings import lasting_at
from runofshow.core.length_forms import Lasting
from runofshow.core.other_numbers import RATIOS, UNITS, Surroundings
from runofshow.core.ranges import RangeForm, meant, range_at
from runofshow.core.time_starts import never_lasts, starts_in
from runofshow.core.times import LAST_HOUR, Civil, Misread
from runofshow.core.tokens import Phrases, Pieces

Kind = Literal["time", "range", "length", "unreadable"]
"""One time; a range, one side of which may be open; a length; what looks like a time but is none
(9h75), its `doubt` the reason."""


class Found(NamedTuple):
    """What stands in the columns [`at`, `to`) of a line, the words that belong to it included.

    A start with its length (9h15, 30 min) is a range, its `length` given too. `doubt` is "" when it
    can be nothing else, or one of these:
    - "length_or_time": `start` and `length` are both given, the likelier is the kind
    - "dotted": 9.15 may be a number; "bare": in 9 - 10h30, the 9 may be one
    - "small_hours": 1:30 may be the afternoon's; "zone": 10:00 CET may be elsewhere's
    - "middle": it stands amid words; "loose": 9h 15, whose minutes may belong to what follows
    - "each": 5 min each; "sum": 20 + 10 min, `length` is all of it; "distance": à 5 min
    - a doubt of `ranges.Range`; of what is unreadable, the reason of `times.Misread`
    """

    at: int
    to: int
    kind: Kind
    start: Civil | None = None
    end: Civil | None = None
    length: timedelta | None = None
    least: timedelta | None = None
    """The shorter of two lengths: 20-25 mn."""
    about: bool = False
    repaired: str = ""
    """Why a side is not what was written (core.ranges)."""
    doubt: str = ""


def find_times(line: str) -> list[Found]:
    """What says when, or how long, in a line, in order; never overlapping. Reads 4,000 letters."""
    pieces = Pieces.of(line, blank="*_")
    starts = starts_in(pieces)
    return _Line(pieces, line).found(starts) if starts else []


_ZONES: Final = frozenset(
    (*("utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt", "cst", "cdt", "bst", "mez"), "mesz")
)
_SURE: Final = Phrases(
    *("à", "a", "at", "um", "@", "dès", "from", "vers", "gegen", "ab", "jusqu'à", "until", "till"),
    *("à partir de", "bis", "by", "avant", "après", "before", "after", "entre", "between"),
    *("starting at", "début", "rendez-vous", "rdv", "heure", "heure :", "time:", "uhrzeit:"),
)
_AT: Final = Phrases("à")
_SURE_OF_HOURS: Final = Phrases("à", "at", "um", "dès", "vers", "gegen", "ab", "@")
_OF_A_TIME: Final = frozenset(("de", "du", "von", "entre", "between", "zwischen"))
_RELATIVE: Final = frozenset(("halb", "half", "viertel", "quarter"))
"""With these a time begins that can be nothing else where it begins a line: halb zehn."""
_ABOUT_LENGTHS: Final = frozenset(("de", "du", "environ", "env", "ca", "circa", "about", "around"))
"""Words that open a range or a time as well as a length: environ 2h."""
_LASTING: Final = Phrases(
    *("durée", "durée :", "durée de", "pendant", "durant", "en", "dure", "for", "during", "dauer"),
    *("dauer:", "duration", "duration:", "lasting", "lasts", "dauert", "d'", "d'une durée de"),
    *("une durée de", "plus de", "moins de", "sous", "within", "in", "dans", "il y a"),
)
_EACH: Final = Phrases(
    "chacun", "chacune", "each", "par", "per", "pro", "je", "/", "par personne", "jeweils"
)
_EVERY: Final = Phrases("toutes les", "tous les", "every", "alle", "chaque")
_AFOOT: Final = Phrases(
    *("à pied", "de marche", "walk", "walking", "zu fuss", "fussweg", "from the", "de la gare"),
    *("en voiture", "en bus", "by car", "by bus", "by train", "en train", "du centre"),
)
_OF: Final = Phrases("de", "d'", "of")
_OF_CLOCKS: Final = frozenset(("uhr", "clock", "oclock", ":"))
"""What no length is written with."""
_DASH_OR_TO: Final = frozenset(("-", "a", "au", "to", "bis", ">", "/", "et", "and", "und"))
_BARS: Final = ("-", "|", ":")
_MOST: Final = timedelta(hours=24)


class _Line:
    """A line being read: its pieces, and what stands around each."""

    def __init__(self, pieces: Pieces, line: str) -> None:
        self._pieces = pieces
        self._around = Surroundings(pieces, line)

    def found(self, starts: Sequence[int]) -> list[Found]:
        """Everything in the line, from its beginning on, the longest first at each of `starts`."""
        all_found: list[Found] = []
        free = 0
        for at in starts:
            if at < free or at in self._around.taken or self._around.part_of_more(at):
                continue
            found, to = self._at(at)
            if found is not None:
                all_found.append(found)
                self._around.found_to = free = to
        return _without_numbers(all_found)

    def _at(self, at: int) -> tuple[Found | None, int]:
        if self._pieces[at].text == "a" and self._pieces[at - 1].text == "y":
            return None, at + 1  # il y a 2h
        read = self._length(at) or self._times(at)
        if read is None:
            return None, at + 1
        found, to = read
        if self._around.goes_on(to, timed=found.kind in ("time", "range")):
            return None, at + 1
        if any(each in self._around.taken for each in range(at, to)):
            return None, at + 1
        bracket = self._pieces[to].text == "("
        if self._pieces[to + bracket].text in _ZONES and found.kind in ("time", "range"):
            found = found._replace(doubt=found.doubt or "zone")
        return found, to

    def _found(self, at: int, to: int, kind: Kind) -> Found:
        return Found(self._pieces[at].at, self._pieces[to - 1].to, kind)

    # --- lengths ---------------------------------------------------------------------------------

    def _length(self, at: int) -> tuple[Found, int] | None:
        lasting = None if never_lasts(self._pieces, at) else lasting_at(self._pieces, at)
        if lasting is None or lasting.mark in ("bare", "colon", "h") or lasting.fault:
            return None
        if not timedelta(0) < lasting.length <= _MOST or self._is_time(at, lasting):
            return None
        if self._metres(at, lasting) or self._pieces.after(at, _EVERY):
            return None
        if self._pieces.past(lasting.to, _AFOOT) > lasting.to:
            return None
        return self._lasting(at, lasting), lasting.to

    def _lasting(self, at: int, lasting: Lasting) -> Found:
        doubt = ""
        if self._pieces.past(lasting.to, _EACH) > lasting.to:
            doubt = "each"
        elif self._pieces.after(at, _AT) and not lasting.about:
            doubt = "distance"
        elif lasting.summed:
            doubt = "sum"
        found = self._found(at, lasting.to, "length")
        return found._replace(
            length=lasting.length, least=lasting.least, about=lasting.about, doubt=doubt
        )

    def _is_time(self, at: int, lasting: Lasting) -> bool:
        """Whether a range or a time reads further, or the length is a time of day: 9 h 15 min."""
        form = range_at(self._pieces, at)
        if form is None or form.first is None:
            return False
        hours = form.first.hour if form.first.mark in ("h", "word") else 0
        return form.to > lasting.to or (hours >= 6 and form.to == lasting.to)

    def _metres(self, at: int, lasting: Lasting) -> bool:
        """Whether it is 5 m, 30 s or 27", which are no lengths of a programme."""
        if lasting.mark != "units":
            return False
        units = [self._pieces[each].text for each in range(at, lasting.to)]
        if self._pieces[lasting.to - 1].capital and units[-1] in ("m", "s"):
            return True  # 5 M€
        if {"h", "min", "mn", "'", "m"} & set(units[:-1]):
            return False
        seconds = units[-1] in ("s", '"')
        return units[-1] == "m" or (seconds and not self._set_apart(at, lasting.to))

    def _set_apart(self, at: int, to: int) -> bool:
        """Whether it stands in brackets, or behind or before a dash or a bar: (30"), Film – 30"."""
        before, after = self._pieces[at - 1], self._pieces[to]
        if before.text in ("(", "["):
            return after.text in (")", "]", ",", ";")
        ends, begins = after.sort == "end", self._around.begins(at)
        return (ends and before.text in _BARS) or (begins and (ends or after.text in _BARS))

    # --- times -----------------------------------------------------------------------------------

    def _times(self, at: int) -> tuple[Found, int] | None:
        form = range_at(self._pieces, at)
        if form is None:
            return None
        for each in self._readings(form):
            read = self._one(at, each)
            if read is not None:
                return read
        return None

    def _readings(self, form: RangeForm) -> list[RangeForm]:
        """The form, and where its second side may be of something else the first alone."""
        if form.first is None or (form.second is None and form.lasts is None):
            return [form]
        alone = form._replace(second=None, lasts=None, to=form.first.to)
        return [form, alone] if self._second_sound(form) else [alone]

    def _second_sound(self, form: RangeForm) -> bool:
        """Whether the second side is one: a bare number after a dash may count something."""
        first, second = form.first, form.second
        if first is None or second is None:
            return True
        if second.mark != "bare":
            return True
        number, after = self._pieces[form.to - 1], self._pieces[form.to]
        ends = after.sort in ("end", "sign") and after.text not in UNITS
        return ends and first.mark != "bare" and (form.opened or not number.apart)

    def _one(self, at: int, form: RangeForm) -> tuple[Found, int] | None:
        first, second = form.first, form.second
        if first is None:
            return self._until(at, form)
        if second is None and form.lasts is None:
            return self._single(at, form, first)
        return self._range(at, form, first, second)

    def _meaning(self, at: int, form: RangeForm, kind: Kind, doubt: str) -> Found:
        found = self._found(at, form.to, kind)
        try:
            means = meant(form, "")
        except Misread as misread:
            return found._replace(kind="unreadable", doubt=misread.why or "no_time")
        return found._replace(
            start=means.start,
            end=means.end,
            about=means.about,
            repaired=means.repaired,
            doubt=means.doubt or doubt,
            length=form.lasts,
        )

    def _range(
        self, at: int, form: RangeForm, first: Clock, second: Clock | None
    ) -> tuple[Found, int] | None:
        """A range; one that only numbers, dots or words make must stand where times stand."""
        marks = {first.mark, second.mark if second is not None else first.mark}
        number = form.begins
        if marks <= {"bare", "word"} or first.hour > 29:
            return None
        if not form.opened and not self._range_stands(at, number, marks):
            return None
        doubt = ""
        if first.mark == "bare" and not form.opened:
            halved = second is not None and second.mark == "half"
            doubt = "bare" if self._pieces[number + 1].apart or not self._around.begins(at) else ""
            if doubt and first.hour < 7 and not halved:
                return None  # 2 - 9h30: the second item of a list
        elif marks == {"."} and first.hour < 6:
            doubt = "dotted"
        found = self._meaning(at, form, "range", doubt)
        sides = [each for each in (first, second) if each is not None]
        small = [1 <= each.hour < 6 and each.mark in (":", ".") and not each.half for each in sides]
        if all(small) and not found.doubt:
            found = found._replace(doubt="small_hours")
        if self._around.chained(form.to):
            found = self._found(at, form.to, "unreadable")._replace(doubt="two_ways")
        weak = marks <= {"bare", ".", "word"} or found.doubt == "empty"
        weak = weak or not (form.opened or self._around.standing(at))
        return None if found.kind == "unreadable" and weak else (found, form.to)

    def _range_stands(self, at: int, number: int, marks: set[Mark]) -> bool:
        """Whether a range that no word opens stands where one may, given what makes it one."""
        if marks <= {"bare", ".", "word"} and self._around.labelled(number):
            return False
        dash = self._pieces[number + 1]
        if "bare" in marks and dash.text in _DASH_OR_TO:
            close = not dash.apart and not self._around.labelled(number)
            return self._around.begins(number) or close
        return self._around.standing(at) or not marks <= {"bare", ".", "word"}

    def _until(self, at: int, form: RangeForm) -> tuple[Found, int] | None:
        second = form.second
        if second is None or second.mark == "bare" or self._pieces[at].text == "-":
            return None
        if second.mark == "." and self._around.labelled(at):
            return None
        return self._meaning(at, form, "range", ""), form.to

    def _single(self, at: int, form: RangeForm, first: Clock) -> tuple[Found, int] | None:
        """One time, with the words that say it is one; or, of few hours, a length."""
        of = self._pieces[at].text in _OF_A_TIME
        if (of and first.mark == "word") or first.hour > LAST_HOUR:
            return None  # pause de midi
        if first.mark in ("h", "word") and self._may_last(at, first):
            found = self._hours(at, form, first)
            return (self._bare(form, found) if of else found), form.to
        doubt = self._doubt_of_one(at, form, first)
        if doubt is None:
            return None
        found = self._meaning(at, form, "range" if form.open_end else "time", doubt)
        return (self._bare(form, found) if of else found), form.to

    def _bare(self, form: RangeForm, found: Found) -> Found:
        """Without the word before it, which is of what comes before: le train de 7h."""
        return found._replace(at=self._pieces[form.begins].at)

    def _doubt_of_one(self, at: int, form: RangeForm, first: Clock) -> str | None:
        """Why one time may be something else; None when it is more likely so."""
        sure = form.opened or self._pieces.after(at, _SURE)
        if first.mark == "h":
            return "loose" if first.loose and self._pieces[form.to].sort == "word" else ""
        if first.mark == "word":
            return self._word_doubt(at, form, first, sure)
        number = form.begins
        match first.mark:
            case "bare":
                return None
            case "half":
                return "" if 1 <= first.hour <= 12 and not self._around.labelled(number) else None
            case ":":
                known = first.hour <= 29 and not first.fault
                known = known and not self._around.labelled(number, RATIOS)
                return self._colon_doubt(at, form, first, sure) if known else None
            case ".":
                known = first.hour <= 24 and not first.fault and not self._around.labelled(number)
                known = known and (sure or self._around.begins(at))
                return ("" if sure else "dotted") if known else None
            case _:
                assert_never(first.mark)

    def _word_doubt(self, at: int, form: RangeForm, first: Clock, sure: bool) -> str | None:
        """À midi, halb drei: after a word that says so, or where they begin the line."""
        begins = self._around.begins(at)
        relative = begins and self._pieces[form.begins].text in _RELATIVE
        if not (sure or relative or (begins and self._headed(form.to))):
            english = begins and self._pieces[at].text in ("noon", "midday", "midnight")
            return "middle" if english and self._pieces[form.to].capital else None
        return "small_hours" if 1 <= first.hour < 6 and not first.half else ""

    def _headed(self, to: int) -> bool:
        """Midi : déjeuner. A mark, a wide gap or nothing follows it."""
        after = self._pieces[to]
        mark = after.text in (":", "-", "|", ")", ".") and (after.apart or after.text != "-")
        return after.sort == "end" or mark or self._around.gap(to)

    def _colon_doubt(self, at: int, form: RangeForm, first: Clock, sure: bool) -> str:
        if first.hour < 6 and not first.half:
            return "small_hours" if first.hour else ""
        if first.half:
            return ""
        ends = self._pieces[form.to].sort == "end" or self._pieces[form.to].text == ")"
        return "" if sure or ends or self._around.standing(at) else "middle"

    # --- what may be a time or a length ----------------------------------------------------------

    def _may_last(self, at: int, first: Clock) -> bool:
        """Whether 1h30 or two hours may be a length: few hours, or more than a day has."""
        said = [self._pieces[each] for each in range(at, first.to)]
        words = {piece.text for piece in said}
        timed = words & _OF_CLOCKS or any(piece.digits > 2 for piece in said)
        if first.half or first.fault or timed:
            return False
        of = self._pieces[at].text == "de" or self._pieces.past(first.to, _OF) > first.to
        if of and not first.minute and first.mark == "h":
            return True  # une journée de 7h, 10 heures de formation
        if first.mark == "word":
            return first.hour < 6 and bool(words & HOUR_WORDS)
        return first.hour < 6 or first.hour >= 24 or first.named

    def _hours(self, at: int, form: RangeForm, first: Clock) -> Found:
        """1h30, 2h, 48h: a length, unless a word says that it is a time; 9 h 15 min is a time."""
        size = timedelta(hours=first.hour, minutes=first.minute)
        if first.hour > 29:
            return self._sized(at, form, size, "")
        clock = self._meaning(at, form, "time", "")
        lasts = self._pieces.after(at, _LASTING)
        if lasts and first.hour < 6:
            return self._sized(at, form, size, "")
        opened = form.opened and self._pieces[at].text not in _ABOUT_LENGTHS
        if opened or self._pieces.after(at, _SURE_OF_HOURS):
            return clock
        if 6 <= first.hour < 24:  # 9 h 15 min, une journée de 7h
            return clock._replace(length=size, doubt="length_or_time")
        enclosed = self._pieces[at - 1].text == "(" and self._pieces[form.to].text == ")"
        lasts = self._pieces.past(form.to, _OF) > form.to or self._pieces[at].text == "de"
        lasts = lasts or first.named
        if (enclosed or lasts) and first.hour < 6:
            return self._sized(at, form, size, "")
        sized = self._sized(at, form, size, "length_or_time")
        return sized._replace(start=clock.start)

    def _sized(self, at: int, form: RangeForm, size: timedelta, doubt: str) -> Found:
        to = form.to if form.first is None else form.first.to
        at = at if form.about else form.begins
        return self._found(at, to, "length")._replace(length=size, about=form.about, doubt=doubt)


def _without_numbers(found: list[Found]) -> list[Found]:
    """All but a lone 9.15 that stands beside a time there is no doubt about: 2.10 9h15 Film."""
    sure = any(each.kind in ("time", "range") and not each.doubt for each in found)
    return [each for each in found if not (sure and each.kind == "time" and each.doubt == "dotted")]
