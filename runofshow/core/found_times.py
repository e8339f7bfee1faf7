"""The times, ranges and lengths that stand in a line of a programme, each with its place.

For readers of prose: `find_times("9h15-10h30 : Table ronde (environ 20 mn)")` finds a range in the
columns 0 to 10 and a length. What else a number may be is left alone: days (19.01.2016, SEPTEMBER
6), telephones, prices, percentages, scores, versions, addresses, rooms (salle 9.15), and names
(Agenda 21, France 20-20). What may be a time or something else is given with its `doubt`.

- 9h15 is a time; 1h30 is a length unless something says that it is a time; both are kept.
- 9.15 is a time at the beginning of the line, in a range, after "à" or "um", before "Uhr" or "am".
- A bare number is a time only in a range whose other side says so: de 9 à 18h, 9-10:30.
- Midi and noon are times after "à" or "at", in a range, or where they begin the line and a colon
  or a dash follows.
"""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, assert_never

from runofshow.core.clock_forms import HOUR_WORDS, Clock, Mark
from runofshow.core.dates import dates_in
from runofshow.core.length_forms import Lasting, lasting_at
from runofshow.core.ranges import RangeForm, meant, range_at
from runofshow.core.times import Civil, Misread
from runofshow.core.tokens import Phrases, Pieces

Kind = Literal["time", "range", "length", "unreadable"]
"""One time; a range, one side of which may be open; a length; what looks like a time but is none
(9h75), its `doubt` the reason."""


class Found(NamedTuple):
    """What stands in the columns [`at`, `to`) of a line, the words that belong to it included.

    `doubt` is "" when it can be nothing else; else "length_or_time" (`start` and `length` are both
    given, the likelier is the kind), "dotted" (9.15 may be a number), "small_hours" (1:30 may be
    the afternoon's), "middle" (it stands amid words), "loose" (9h 15: its minutes may belong to
    what follows), "bare" (2 - 9h30: a number, or an hour), "each" (5 min each), "distance", "zone"
    (10:00 CET), a doubt of `ranges.Range`, or the reason why it is unreadable.
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
    return _Line(line).found()


_LABELS: Final = frozenset(
    (
        *("salle", "salles", "room", "rooms", "saal", "raum", "hall", "halle", "amphi", "zimmer"),
        *("page", "pages", "p", "pp", "seite", "n", "no", "nr", "num", "numero", "art", "article"),
        *("chap", "chapitre", "chapter", "kapitel", "section", "fig", "figure", "abb", "tableau"),
        *("table", "version", "v", "axe", "lot", "gate", "quai", "bus", "ligne", "line", "iso"),
        *("rfc", "norme", "en", "ratio", "score", "psaume", "psalm", "vers", "verset", "python"),
        *("building", "batiment", "bat", "stand", "booth", "porte", "level", "niveau", "etage"),
    )
)
"""A number after one of these is its number, unless an h makes it a time."""
_UNITS: Final = frozenset(
    (
        *("%", "‰", "€", "$", "£", "°", "eur", "euro", "euros", "chf", "dollars", "km", "kg", "cm"),
        *("mm", "m2", "ans", "years", "jahre", "jahren", "mb", "gb", "go", "mo", "x", "×", "hz"),
        *("millions", "milliards", "million", "points", "pts"),
    )
)
"""A number before one of these is a quantity."""
_ZONES: Final = frozenset(
    (*("utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt", "cst", "cdt", "bst", "mez"), "mesz")
)
_SURE: Final = Phrases(
    *("à", "a", "at", "um", "@", "dès", "from", "vers", "gegen", "ab", "jusqu'à", "until", "till"),
    *("à partir de", "bis", "by", "avant", "après", "before", "after", "entre", "between", "de"),
    *("starting at", "début", "rendez-vous", "rdv", "heure", "heure :", "time:", "uhrzeit:"),
)
_AT: Final = Phrases("à")
_SURE_OF_HOURS: Final = Phrases("à", "at", "um", "dès", "vers", "gegen", "ab", "@")
_ABOUT_LENGTHS: Final = frozenset(("de", "du", "environ", "env", "ca", "circa", "about", "around"))
"""Words that open a range or a time as well as a length: environ 2h."""
_LASTING: Final = Phrases(
    *("durée", "durée :", "durée de", "pendant", "durant", "en", "dure", "for", "during", "dauer"),
    *("dauer:", "duration", "duration:", "lasting", "lasts", "dauert", "d'", "d'une durée de"),
    *("une durée de", "plus de", "moins de", "sous", "within", "in", "dans"),
)
_EACH: Final = Phrases(
    "chacun", "chacune", "each", "par", "per", "pro", "je", "/", "par personne", "jeweils"
)
_EVERY: Final = Phrases("toutes les", "tous les", "every", "alle", "chaque")
_AFOOT: Final = Phrases(
    *("à pied", "de marche", "walk", "walking", "zu fuss", "fussweg", "from the", "de la gare"),
    *("en voiture", "en bus", "by car", "by bus", "by train", "en train", "du centre"),
)
_OPENERS: Final = frozenset(("(", "[", "|", ":", ";", ",", "-", "•", "·", "/", ">", "@", '"', "«"))
_DASH_OR_TO: Final = frozenset(("-", "a", "au", "to", "bis", ">", "/", "et", "and", "und"))
_MOST: Final = timedelta(hours=24)


class _Line:
    """A line being read: its pieces, and which of them are days, telephones or addresses."""

    def __init__(self, line: str) -> None:
        self._pieces = Pieces.of(line, blank="*_")
        self._taken = _taken(self._pieces, line)
        self._begun = self._beginning()

    def _beginning(self) -> int:
        """The piece with which what is said begins, after bullets and days."""
        at = 0
        while at in self._taken or self._pieces[at].sort == "sign":
            at += 1
        return at

    def found(self) -> list[Found]:
        """Everything in the line, from its beginning on, the longest first at each piece."""
        all_found: list[Found] = []
        at = 0
        while at < len(self._pieces):
            found, to = self._at(at)
            if found is not None:
                all_found.append(found)
            at = to
        return all_found

    def _at(self, at: int) -> tuple[Found | None, int]:
        if at in self._taken or self._part_of_more(at):
            return None, at + 1
        read = self._length(at) or self._times(at)
        if read is None:
            return None, at + 1
        found, to = read
        if any(each in self._taken for each in range(at, to)) or self._goes_on(to, found):
            return None, at + 1
        if self._pieces[to].text in _ZONES and found.kind in ("time", "range"):
            found = found._replace(doubt=found.doubt or "zone")
        return found, to

    def _found(self, at: int, to: int, kind: Kind) -> Found:
        return Found(self._pieces[at].at, self._pieces[to - 1].to, kind)

    # --- what stands around ----------------------------------------------------------------------

    def _part_of_more(self, at: int) -> bool:
        """Whether the piece is the tail of something: V9, 1,9, n°9, Covid-19."""
        here, before = self._pieces[at], self._pieces[at - 1]
        if here.sort not in ("number", "part", "word") or here.apart or before.sort == "end":
            return False
        if before.sort in ("number", "raised", "part"):
            return True
        if before.sort == "word":
            return before.text != "t" or at - 2 not in self._taken
        if before.text in ("-", "/", ".", ",", ":"):
            further = self._pieces[at - 2]
            joined = (
                not before.apart
                and further.sort in ("number", "word")
                and at - 2 not in self._taken
            )
            return joined and (
                before.text != "/" or here.sort != "number" or further.sort == "number"
            )
        return before.text in ("#", "°", "+", "=", "&", "€", "$", "£", "\\", "^", "@", "§")

    def _goes_on(self, to: int, found: Found) -> bool:
        """Whether what was read is the head of something longer: 38 %, 24h/24, 9:15:30:22."""
        after, further = self._pieces[to], self._pieces[to + 1]
        strong = self._pieces[to - 1].sort == "word"
        if after.text in _UNITS and not (strong and after.apart):
            return True
        if after.apart or after.sort == "end":
            return False
        if after.sort in ("word", "number", "raised", "part"):
            return not (after.capital and found.kind in ("time", "range"))
        joined = not further.apart and further.sort in ("number", "word")
        if after.text in ("/", "^"):
            return joined and further.sort == "number"
        return after.text in (".", ",", ":") and joined and further.sort == "number"

    def _standing(self, at: int) -> bool:
        """Whether what begins at `at` stands apart from words: at the beginning, after a mark."""
        before = self._pieces[at - 1]
        if before.text == "t" and not before.apart:
            at -= 1  # 2016-01-19T09:00
        return at <= self._begun or before.text in _OPENERS or at - 1 in self._taken

    def _labelled(self, at: int) -> bool:
        """Whether a word before says that a number of its own follows: salle 9.15, p. 12."""
        before = self._pieces[at - 1]
        if before.text in (".", "°"):
            before = self._pieces[at - 2]
        return before.text in _LABELS

    # --- lengths ---------------------------------------------------------------------------------

    def _length(self, at: int) -> tuple[Found, int] | None:
        lasting = lasting_at(self._pieces, at)
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
        """Whether it is 5 m or 30 s, which are no lengths of a programme."""
        if lasting.mark != "units":
            return False
        units = [self._pieces[each].text for each in range(at, lasting.to)]
        return units[-1] in ("m", "s", '"') and not {"h", "min", "mn", "'", "m"} & set(units[:-1])

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
        ends = after.sort in ("end", "sign") and after.text not in _UNITS
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
        )

    def _range(
        self, at: int, form: RangeForm, first: Clock, second: Clock | None
    ) -> tuple[Found, int] | None:
        """A range; one that only numbers, dots or words make must stand where times stand."""
        marks = {first.mark, second.mark if second is not None else first.mark}
        number = self._first_number(at)
        if marks <= {"bare", "word"} or first.hour > 29:
            return None
        if not form.opened and not self._range_stands(at, number, marks):
            return None
        doubt = ""
        if first.mark == "bare" and not form.opened and self._pieces[number + 1].apart:
            doubt = "bare"
            if first.hour < 7:
                return None  # 2 - 9h30: the second item of a list
        elif marks == {"."} and first.hour < 6:
            doubt = "dotted"
        found = self._meaning(at, form, "range", doubt)
        weak = marks <= {"bare", ".", "word"} or found.doubt in ("empty", "two_ways")
        return None if found.kind == "unreadable" and weak else (found, form.to)

    def _range_stands(self, at: int, number: int, marks: set[Mark]) -> bool:
        """Whether a range that no word opens stands where one may, given what makes it one."""
        if "h" not in marks and self._labelled(number):
            return False
        if "bare" in marks and self._pieces[number + 1].text in _DASH_OR_TO:
            return self._begins(number)
        return self._standing(at) or not marks <= {"bare", ".", "word"}

    def _first_number(self, at: int) -> int:
        while self._pieces[at].sort not in ("number", "end"):
            at += 1
        return at

    def _begins(self, at: int) -> bool:
        return at <= self._begun or self._pieces[at - 1].text in ("(", "|", "[")

    def _until(self, at: int, form: RangeForm) -> tuple[Found, int] | None:
        second = form.second
        if second is None or second.mark == "bare" or self._pieces[at].text == "-":
            return None
        if second.mark == "." and self._labelled(at):
            return None
        return self._meaning(at, form, "range", ""), form.to

    def _single(self, at: int, form: RangeForm, first: Clock) -> tuple[Found, int] | None:
        """One time, with the words that say it is one; or, of few hours, a length."""
        if first.mark in ("h", "word") and self._may_last(at, first):
            return self._hours(at, form, first)
        doubt = self._doubt_of_one(at, form, first)
        if doubt is None:
            return None
        return self._meaning(at, form, "range" if form.open_end else "time", doubt), form.to

    def _doubt_of_one(self, at: int, form: RangeForm, first: Clock) -> str | None:
        """Why one time may be something else; None when it is more likely so."""
        sure = form.opened or self._pieces.after(at, _SURE)
        if first.mark == "h":
            return "loose" if first.loose and self._pieces[form.to].sort == "word" else ""
        if first.mark == "word":
            return "" if sure or self._headed(at, form.to) else None
        if first.mark == "bare" or self._labelled(self._first_number(at)):
            return None
        match first.mark:
            case "half":
                return "" if 1 <= first.hour <= 12 else None
            case ":":
                known = first.hour <= 29 and not first.fault
                return self._colon_doubt(at, form, first, sure) if known else None
            case ".":
                known = first.hour <= 24 and not first.fault and (sure or self._begins(at))
                return ("" if sure else "dotted") if known else None
            case _:
                assert_never(first.mark)

    def _headed(self, at: int, to: int) -> bool:
        """Midi : déjeuner. It begins the line, and a mark or nothing follows it."""
        after = self._pieces[to]
        mark = after.text in (":", "-", "|", ")", ".") and (after.apart or after.text != "-")
        return self._begins(at) and (after.sort == "end" or mark)

    def _colon_doubt(self, at: int, form: RangeForm, first: Clock, sure: bool) -> str:
        if first.hour < 6 and not first.half:
            return "small_hours" if first.hour else ""
        ends = self._pieces[form.to].sort == "end" or self._pieces[form.to].text == ")"
        return "" if sure or ends or self._standing(at) else "middle"

    # --- what may be a time or a length ----------------------------------------------------------

    def _may_last(self, at: int, first: Clock) -> bool:
        """Whether 1h30 or two hours may be a length: few hours, or more than a day has."""
        if first.half or first.fault:
            return False
        if first.mark == "word":
            said = {self._pieces[each].text for each in range(at, first.to)}
            return first.hour < 6 and bool(said & HOUR_WORDS)
        return first.hour < 6 or first.hour >= 24 or first.named

    def _hours(self, at: int, form: RangeForm, first: Clock) -> tuple[Found, int] | None:
        """1h30, 2h, 48h: a length, unless a word says that it is a time; 9 h 15 min is a time."""
        size = timedelta(hours=first.hour, minutes=first.minute)
        if first.hour > 29:
            return self._sized(at, form, size, ""), form.to
        clock = self._meaning(at, form, "time", "")
        opened = form.opened and self._pieces[at].text not in _ABOUT_LENGTHS
        if opened or self._pieces.after(at, _SURE_OF_HOURS):
            return clock, form.to
        if 6 <= first.hour < 24:
            return clock._replace(length=size, doubt="length_or_time"), form.to
        enclosed = self._pieces[at - 1].text == "(" and self._pieces[form.to].text == ")"
        if (enclosed or self._pieces.after(at, _LASTING) or first.named) and first.hour < 6:
            return self._sized(at, form, size, ""), form.to
        sized = self._sized(at, form, size, "length_or_time")
        return sized._replace(start=clock.start), form.to

    def _sized(self, at: int, form: RangeForm, size: timedelta, doubt: str) -> Found:
        return self._found(at, form.to, "length")._replace(
            length=size, about=form.about, doubt=doubt
        )


# --- what is something else ----------------------------------------------------------------------


_SOME_DAY: Final = date(2000, 1, 1)
"""The year of a day does not matter where only its place is wanted."""


def _taken(pieces: Pieces, line: str) -> frozenset[int]:
    """The pieces that are of days, of telephone numbers, of addresses on the net."""
    taken: set[int] = set()
    for first, to, _ in dates_in(pieces, _SOME_DAY):
        taken.update(range(first, to))
    taken |= _telephones(pieces)
    taken |= _addresses(pieces, line)
    return frozenset(taken)


def _telephones(pieces: Pieces) -> set[int]:
    """Four numbers or more in a row, eight digits or more among them: 01 45 67 89 10."""
    taken: set[int] = set()
    run: list[int] = []
    for at in range(len(pieces) + 1):
        piece = pieces[at]
        if piece.sort == "number" and piece.digits <= 4 and _is_plain(pieces, at):
            run.append(at)
        elif not (run and piece.text in (".", "-", "/", "+", "(", ")") and pieces[at + 1].digits):
            if len(run) >= 4 and sum(pieces[each].digits for each in run) >= 8:
                taken.update(run)
            run = []
    return taken


def _is_plain(pieces: Pieces, at: int) -> bool:
    """Whether nothing makes the number a time: no h, no colon close to it."""
    after, before = pieces[at + 1], pieces[at - 1]
    timed = after.text in (":", "h", "am", "pm", "uhr", "min", "mn") or before.text in (":", "h")
    return not timed


def _addresses(pieces: Pieces, line: str) -> set[int]:
    """The pieces of words that are addresses: https://…?t=9h15, name@host, www.…"""
    taken: set[int] = set()
    low = line.lower()
    if "://" not in low and "www." not in low and "@" not in low:
        return taken
    word: list[int] = []
    for at in range(len(pieces) + 1):
        if word and (at == len(pieces) or pieces[at].apart):
            said = low[pieces[word[0]].at : pieces[word[-1]].to]
            if "://" in said or said.startswith("www.") or "@" in said[1:-1]:
                taken.update(word)
            word = []
        word.append(at)
    return taken
