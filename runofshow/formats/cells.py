"""What a single cell of a table says: a moment, a length, a text, or nothing.

- A spreadsheet's time carries the errors of its floats: 12:59:59.999999 is 13:00.
- N/A, tbd, a dash are nothing; nothing is never midnight.
- A bare number means what its whole column shows that it means (`Numbers`), else nothing.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple, assert_never

from runofshow.core.dates import Day, Order, find_dates, read_date
from runofshow.core.plan import FIRST_YEAR, LAST_YEAR
from runofshow.core.ranges import Range, read_range
from runofshow.core.sentences import Sentence
from runofshow.core.times import LAST_HOUR, SECOND, Civil, Misread, read_length
from runofshow.formats.cell_numbers import LONGEST, NUMBER, Numbers
from runofshow.formats.draft import Had, How
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Place
from runofshow.formats.stripped import plain


class Moment(NamedTuple):
    """What a cell says of when: a day, a time, a range, or several of these; nothing at all."""

    day: Day | None = None
    start: Civil | None = None
    end: Civil | None = None
    offset: timedelta | None = None
    halved: bool = False
    """Which half of the day is meant is certain: am or pm is written, or a date stands before."""
    why: Sentence | None = None
    """Why it is not exactly what was written."""
    inferred: bool = False
    """It may mean something else; `why` says what."""
    late: bool = False
    """Only its end is in question."""

    @property
    def how(self) -> How:
        """How its end was had, and its start unless only the end is in question."""
        return "given" if self.why is None else "inferred" if self.inferred else "repaired"

    def had_start(self, place: Place) -> Had[Civil] | None:
        """Its start, as read at `place`."""
        if self.start is None:
            return None
        if self.late:
            return Had(self.start, "given", place)
        return Had(self.start, self.how, place, self.why)

    def had_end(self, place: Place) -> Had[Civil] | None:
        """Its end, as read at `place`; why it is not as written is told once, at the start."""
        if self.end is None:
            return None
        told = self.late or self.start is None
        return Had(self.end, self.how, place, self.why if told else None)


NOTHING: Final = Moment()


_TAGGED: Final = re.compile(r"</?[a-z][^<>]{0,200}>|&(?:#\w{2,5}|[a-z]{2,6});", re.IGNORECASE)


def words_of(cell: Cell) -> str:
    """The cell as a person reads it, on one or several lines; "" for an empty one."""
    match cell:
        case None:
            return ""
        case bool():
            return "x" if cell else ""
        case str():
            text = plain(cell) if _TAGGED.search(cell) else cell
            return "\n".join(" ".join(line.split()) for line in text.strip().split("\n")).strip()
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime():
            return rounded(cell).strftime("%Y-%m-%d %H:%M")
        case time() | timedelta():
            return str(_civil(since_midnight(cell)) or "")
        case _:
            return str(cell)


# --- moments -------------------------------------------------------------------------------------


class Reading(NamedTuple):
    """How the cells of a column of times are to be read."""

    today: date
    order: Order | None = None
    numbers: Numbers = ""
    bare: bool = False
    """9-10 is from nine to ten."""


_YEARS: Final = frozenset((*range(FIRST_YEAR, LAST_YEAR), 1899, 1900, 1903, 1904))
"""The years that a date may have: those of a plan, and those that spreadsheets count from."""


def moment(cell: Cell, reading: Reading) -> Moment | None:
    """What the cell says of when; NOTHING for a cell that says nothing, None for one that says
    something else.
    """
    if says_nothing(cell):
        return NOTHING
    match cell:
        case bool():
            return None
        case str():
            return _written(cell.strip().lstrip("'`´’"), reading)
        case date():
            return _of_date(cell)
        case time() | timedelta():
            return _of_civil(_civil(since_midnight(cell)))
        case int() | float():
            return _numbered(float(cell), reading.numbers)
    return None


def rounded(moment: datetime) -> datetime:
    """To the whole second, half up."""
    whole = moment.replace(microsecond=0)
    return whole + SECOND if moment.microsecond >= 500_000 else whole


def since_midnight(clock: time | timedelta) -> timedelta:
    """The time of day as a length, to the microsecond."""
    if isinstance(clock, timedelta):
        return clock
    return timedelta(
        hours=clock.hour,
        minutes=clock.minute,
        seconds=clock.second,
        microseconds=clock.microsecond,
    )


def _civil(since: timedelta) -> Civil | None:
    seconds = int((since + SECOND / 2) // SECOND)
    if not 0 <= seconds <= LAST_HOUR * 3600:
        return None
    return Civil(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _of_civil(civil: Civil | None) -> Moment | None:
    return None if civil is None else Moment(start=civil)


EPOCHS: Final = (1899, 1900, 1903, 1904)
"""The years in which spreadsheets count from: a date of one of them is a time alone."""


def _of_date(value: date) -> Moment | None:
    if value.year not in _YEARS:
        return None
    return _of_datetime(rounded(value)) if isinstance(value, datetime) else Moment(Day(value))


def _of_datetime(value: datetime) -> Moment:
    civil = Civil(value.hour, value.minute, value.second)
    if value.year in EPOCHS:
        return Moment(start=civil)
    return Moment(Day(value.date()), civil, None, value.utcoffset(), halved=True)


_ISO: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?"
)
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d))?(Z)?")
_BETWEEN: Final = re.compile(r"\s*(?:-|–|—|/|to|à|bis|→)\s*")


def _written(text: str, reading: Reading) -> Moment | None:
    if len(text) > LONGEST:
        return None
    number = NUMBER.fullmatch(text)
    found = None if number and reading.numbers == "decimal" else _read(text, reading)
    if number and (found is None or found is NOTHING):
        return _numbered(float(text.replace(",", ".")), reading.numbers)
    return found


@lru_cache(maxsize=16384)
def _read(text: str, reading: Reading) -> Moment | None:
    if not any(each.isdigit() for each in text) and len(text) > 24:
        return None
    return (
        _iso(text)
        or _ranged(text, reading.bare)
        or _dated(text, reading)
        or _dated_and_timed(text, reading)
        or _without_zone(text, reading)
        or _with_length(text, reading)
    )


_LASTING: Final = re.compile(r"\s+\(?(?P<length>\d{1,3} ?(?:h ?\d{0,2}|min\w*|mn|['’′])\.?)\)?$")


def _with_length(text: str, reading: Reading) -> Moment | None:
    """A range with its own length behind or below it: 09:30-10:00, 30 min."""
    match = _LASTING.search(text)
    found = _read(text[: match.start()].rstrip(" ,;"), reading) if match is not None else None
    if match is None or found is None or found.start is None or found.end is None:
        return None
    try:
        lasts = read_length(match["length"])
    except Misread:
        return None
    same = found.end.past_midnight - found.start.past_midnight == lasts
    return found if same else None


def _iso(text: str) -> Moment | None:
    first = _ISO.match(text) or _COMPACT.match(text)
    if first is None:
        return None
    start = _instant(first)
    rest = text[first.end() :].strip()
    if start is None or not rest:
        return start
    between = _BETWEEN.match(rest)
    second = _ISO.fullmatch(rest[between.end() :]) if between else None
    end = _instant(second) if second else None
    if end is None or end.start is None:
        return None
    return start._replace(end=_carried(end, start))


def _instant(match: "re.Match[str]") -> Moment | None:
    try:
        if match.re is _COMPACT:
            value = datetime.strptime(match[0].removesuffix("Z"), _compact_form(match))  # noqa: DTZ007
            value = value.replace(tzinfo=UTC) if match[7] else value
        else:
            zone = (match[3] or "").replace("UTC", "Z")
            value = datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}")
    except ValueError:
        return None
    return _of_datetime(rounded(value))


def _compact_form(match: "re.Match[str]") -> str:
    return "%Y%m%dT%H%M%S" if match[6] else "%Y%m%dT%H%M"


def _carried(end: Moment, start: Moment) -> Civil | None:
    """The end counted from the day of the start: 25:30 of the evening before."""
    assert end.start is not None
    days = 0
    if end.day and end.day.on and start.day and start.day.on:
        days = (end.day.on - start.day.on).days
    hour = end.start.hour + 24 * days
    return Civil(hour, end.start.minute, end.start.second) if 0 <= hour < LAST_HOUR else None


_NOON: Final = re.compile(r"\b12(?:[:.h]00)?\s*(?:noon|midday)\b", re.IGNORECASE)


_FIGURES: Final = re.compile(
    r"([01]?\d|2[0-4])([0-5]\d)\s*(?:h|hrs?|hours|uhr)?\s*(?:-|–|—|/|to|à|bis|→)"
    r"\s*([01]?\d|2[0-4])([0-5]\d)\s*(?:h|hrs?|hours|uhr)?\.?",
    re.IGNORECASE,
)
"""0800 – 0830, 1000-1145 hrs: two times in three or four figures each."""
_PARTED: Final = re.compile(r"(\d\d?:\d\d:\d\d)[.,]\d{1,6}\b")
"""15:50:30.0: parts of a second, which nobody plans."""


def _ranged(text: str, bare: bool = False) -> Moment | None:
    text = _PARTED.sub(r"\1", _NOON.sub("12:00 PM", text))
    figures = _FIGURES.fullmatch(text)
    if figures:
        text = f"{figures[1]}:{figures[2]} - {figures[3]}:{figures[4]}"
    try:
        found = read_range(text, bare)
    except Misread:
        return None
    return _of_range(found, text)


_HALVED: Final = re.compile(
    r"[ap]\.?\s?m\b|soir|matin|après|abends|morgens|nachm|vorm|noon|midi", re.IGNORECASE
)


def _of_range(found: Range, text: str) -> Moment:
    halved = bool(_HALVED.search(text))
    why = None
    if found.repaired:
        why = Sentence.of(f"time_{found.repaired}", text=text)
    elif found.doubt:
        why = Sentence.of(f"time_{found.doubt}", text=text)
    elif found.about:
        why = Sentence.of("time_about", text=text)
    inferred = why is not None and not found.repaired
    late = found.repaired == "afternoon" or found.doubt == "long_night"
    return Moment(None, found.start, found.end, None, halved, why, inferred, late)


def _dated(text: str, reading: Reading) -> Moment | None:
    hyphened = _HYPHENED.fullmatch(text)
    if hyphened:
        text = f"{hyphened[1]} {hyphened[2]} {_year(hyphened[3] or '')}".strip()
    try:
        return Moment(read_date(text, reading.today, reading.order))
    except Misread:
        return _weekday_and_number(text, reading)


_OF_A_MONTH: Final = re.compile(
    r"([^\W\d_]{3,10})(?:\.?,?\s+|\.)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s*\*{0,3}"
)


def _weekday_and_number(text: str, reading: Reading) -> Moment | None:
    """Jeudi 14: a weekday and the day of a month that is not written, its `ordinal`."""
    match = _OF_A_MONTH.fullmatch(text.strip())
    if match is None or not 1 <= int(match[2]) <= 31:
        return None
    try:
        day = read_date(match[1], reading.today)
    except Misread:
        return None
    return Moment(day._replace(ordinal=int(match[2]))) if day.weekday is not None else None


_HYPHENED: Final = re.compile(r"(\d{1,2})-([^\W\d_]{3,9}\.?)(?:-(\d{2}|\d{4}))?")
"""3-Apr, 03-avr.-26: a date as spreadsheets show it."""


def _year(written: str) -> str:
    return f"20{written}" if len(written) == 2 else written


_JOINTS: Final = " \t\n,;:-–—|/@()·•à"
_JOINT_WORDS: Final = re.compile(
    r"^(?:at|à|um|a|de|from|von|ab|dès)\s+(?=\S)|\s+(?:at|à|um|le|on|am|du)$", re.IGNORECASE
)


def _dated_and_timed(text: str, reading: Reading) -> Moment | None:
    """A day and a time in one cell: SEPTEMBER 6 - 3pm; two of each are from and to."""
    days = find_dates(text, reading.today, reading.order)
    match days:
        case [only]:
            rest = _joined(text[: only.at], text[only.to :])
            timed = _ranged(rest) if rest else None
            return timed._replace(day=only.day) if timed else None
        case [first, second]:
            start = _ranged(_unjoined(text[first.to : second.at]))
            end = _ranged(_unjoined(text[second.to :]))
            if start is None or end is None or text[: first.at].strip(_JOINTS):
                return None
            start = start._replace(day=first.day)
            return start._replace(end=_carried(end._replace(day=second.day), start))
        case _:
            return _after_a_day(text, reading)


def _after_a_day(text: str, reading: Reading) -> Moment | None:
    """A weekday or a numbered day before the time: Mon 9:00, Jour 1 - 9h."""
    words = text.split()
    for count in range(1, min(4, len(words))):
        day = _dated(" ".join(words[:count]).strip(_JOINTS), reading)
        timed = _ranged(_unjoined(" ".join(words[count:]))) if day else None
        if day and timed:
            return timed._replace(day=day.day)
    return None


def _joined(before: str, after: str) -> str:
    before, after = _unjoined(before), _unjoined(after)
    return before or after if not (before and after) else ""


def _unjoined(text: str) -> str:
    return _JOINT_WORDS.sub("", text.strip(_JOINTS)).strip(_JOINTS)


_ZONE: Final = re.compile(
    r"[ (]+(?:UTC|GMT|CET|CEST|MEZ|MESZ|BST|WEST|EET|[ECMP][SD]?T|JST|IST|AEST|heure locale"
    r"|local time|heure de Paris|Uhr)(?:[+-]\d{1,2})?\)?$"
)


def _without_zone(text: str, reading: Reading) -> Moment | None:
    """The time without the letters of its zone: 10:00 AM EST; the zone is the day's."""
    bare = _ZONE.sub("", text)
    return _read(bare, reading) if bare != text else None


# --- bare numbers ---------------------------------------------------------------------------------

_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone


def _numbered(value: float, numbers: Numbers) -> Moment | None:
    if not 0 <= value < 100_000:
        return None
    match numbers:
        case "":
            return None
        case "days":
            return _of_civil(_civil(timedelta(days=value))) if 0 < value < 3 else NOTHING
        case "serials":
            if not 20_000 <= value < 90_000:
                return None
            found = rounded(_EPOCH + timedelta(days=value))
            return _of_datetime(found) if value % 1 else Moment(Day(found.date()))
        case _:
            civil = _civil(_hours_in(value, numbers))
    if civil is None:
        return None
    said = Sentence.of("time_number", number=f"{value:g}", time=civil)
    return Moment(start=civil, why=said, inferred=True)


def _hours_in(
    value: float, numbers: Literal["hours", "hhmm", "hour_minute", "decimal"]
) -> timedelta:
    match numbers:
        case "hours" | "decimal":
            return timedelta(hours=value)
        case "hhmm":
            return timedelta(hours=value // 100, minutes=value % 100)
        case "hour_minute":
            return timedelta(hours=value // 1, minutes=round(value % 1 * 100))
        case _:
            assert_never(numbers)
