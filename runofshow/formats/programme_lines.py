"""What each line of a programme is by itself, before it is known where it stands.

A line is told by what it begins and ends with: hours, a length, a date, a room, a word that
announces people or a part of the day. What is left of it is its text. Nothing is decided here that
needs the lines around it.
"""

import re
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core.dates import Day, FoundDay, find_dates, read_date
from runofshow.core.times import Misread
from runofshow.formats.names import name_at
from runofshow.formats.offices import is_role
from runofshow.formats.programme_times import Hours, hours_in, lengths_in
from runofshow.formats.source import Grid, Line
from runofshow.formats.words import programme as words

Sort = Literal[
    "item",  # hours and a title
    "alone",  # hours and nothing else
    "part",  # a part of the day: Matinée, Morning
    "day",  # a date, Jour 2
    "programme",  # says that the programme follows
    "preamble",  # a heading of prose: Contexte, Objectifs
    "outside",  # partners, ways to come: the programme is over
    "room",  # a room and nothing else
    "label",  # announces people: Modération : …
    "question",
    "prose",
    "note",  # in brackets or in italics
    "skip",  # a footnote, an address, a price
    "table",  # a table in its own right
    "text",
]


class Said(NamedTuple):
    """A line with what it says: `text` is what is left without hours, length and room.

    `notes` are brackets that were taken off it; `trails` is True when its hours stood at its end.
    """

    line: Line
    sort: Sort
    text: str = ""
    hours: Hours | None = None
    length: timedelta | None = None
    day: FoundDay | None = None
    room: str = ""
    notes: tuple[str, ...] = ()
    trails: bool = False
    chair: bool = False
    lost: bool = False
    """Its hours stood among others before the titles: the order of the lines was broken."""
    table: Grid | None = None

    @property
    def timed(self) -> bool:
        """Whether hours stand in it that are its own."""
        return self.hours is not None and self.sort in ("item", "alone")


_SEPARATORS: Final = " \t:;|.,•·–—-→>_…*\u00a0\u202f"
_EMOJI: Final = re.compile(
    r"^(?:[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+\s*)+"
)
_LEADS: Final = re.compile(r"(?:le |um |at |à |a |@ |ca\.? |env\.? |\[|\(|« ?)", re.IGNORECASE)


_GLUED: Final = re.compile(r"(?<!\w)(\d{1,2}[.:h]\d{2})(?=[A-ZÀ-Þ][a-zà-ÿ])")
"""An hour with its title stuck to it: 11.50Position."""


def said_by(line: Line, today: date) -> Said:
    """What `line` says by itself."""
    text = _GLUED.sub(r"\1 ", line.text.strip())
    line = line._replace(text=text)
    bare = _EMOJI.sub("", text).strip(" *_")
    if not any(letter.isalnum() for letter in bare) or words.FILE_NAME.fullmatch(bare):
        return Said(line, "skip")
    if words.FOOTNOTE.match(bare):
        return Said(line, "skip", bare)
    return (
        _hourless_heading(line, bare)
        or _part(line, bare)
        or _day(line, bare, today)
        or _item(line, text)
        or _other(line, bare)
    )


# --- headings --------------------------------------------------------------------------------


def _hourless_heading(line: Line, text: str) -> Said | None:
    if len(text) > 90 or hours_in(text):
        return None
    if words.PROGRAMME.fullmatch(text):
        return Said(line, "programme", text)
    if words.PREAMBLE.fullmatch(text):
        return Said(line, "preamble", text)
    if words.OUTSIDE.match(text) and (len(text) < 60 or ":" in text):
        return Said(line, "outside", text)
    return None


def _part(line: Line, text: str) -> Said | None:
    """Matinée (9h-12h) : …; the word, hours in brackets or not, then a title or nothing."""
    hours = hours_in(text)
    first = hours[0] if hours else None
    if first is not None and first.at <= 1:
        rest = _after(text, first)
        match = words.PART_OF_DAY.fullmatch(rest)
        return Said(line, "part", rest, first) if match else None
    match = words.PART_OF_DAY.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    if first is not None and first.at - match.end() <= 5:
        rest = (text[match.end() : first.at].strip(" (,:–—-") + text[first.to :]).lstrip(" )")
    elif first is not None:
        return None
    aside = re.match(r"\s*\([^()]{0,200}\)\s*:?\s*$", rest)
    if aside:
        return Said(line, "part", name_of(match), first)
    if rest and (line.level or not re.match(r"\s*[:–—,.|-]", rest)):
        return None
    title = rest.strip(_SEPARATORS)
    name = name_of(match)
    return Said(line, "part", f"{name} : {title}" if title else name, first)


_DATED: Final = re.compile(
    r"\d|di\b|day\b|tag\b|jour|dimanche|mittwoch|sonnabend|premi|deuxi|troisi|first|second|third"
    r"|erster|zweiter|dritter",
    re.IGNORECASE,
)
"""Without one of these a text names no day."""


def name_of(match: re.Match[str]) -> str:
    """What a part of the day is called."""
    return match[0].strip()


def _day(line: Line, text: str, today: date) -> Said | None:
    """A day that the line is about; a line that begins with an hour is no day."""
    if len(text) > 160 or not _DATED.search(text) or words.NOT_DAY.search(text):
        return None
    hours = hours_in(text)
    if hours and hours[0].at <= 1:
        return None
    days = find_dates(text, today)
    if not any(each.day.on for each in days):
        days = days or _weekday_alone(text, today)
    if not days or days[0].at > 60:
        return None
    if not any(each.day.on for each in days) and days[0].at > 3:
        return None
    left = _without(text, [*days[:2], *hours]).strip(_SEPARATORS + "()")
    left = _AROUND_DAY.sub("", left).strip(_SEPARATORS + "()")
    if len(left.split()) > 9 and days[0].at > 0:
        return None
    said = next((each for each in days if each.day.on), days[0])
    return Said(line, "day", left, hours[0] if hours else None, day=said)


_WEEKDAY: Final = re.compile(
    r"(?P<name>[^\W\d_]{5,10}),?\s+(?:the |le |den |der )?"
    r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.)?\s*:?$",
    re.IGNORECASE,
)


def names_no_month(text: str) -> bool:
    """Whether a text is a weekday and a day of the month, and nothing more."""
    return _WEEKDAY.match(text.strip()) is not None


def _weekday_alone(text: str, today: date) -> list[FoundDay]:
    """Thursday; Thursday, 31st: a day of which no month is told."""
    of_month = _day_of_month(text, today)
    if of_month is not None:
        return [of_month]
    bare = text.strip(" :.–—-")
    try:
        day = read_date(bare, today) if 4 < len(bare) < 12 else None
    except Misread:
        return []
    return [FoundDay(0, len(text), day)] if day is not None else []


def _weekday(name: str, today: date) -> int | None:
    try:
        return read_date(name, today).weekday
    except Misread:
        return None


def _day_of_month(text: str, today: date) -> FoundDay | None:
    """Thursday, 31st: the next day, or the last one of two months past, that is both."""
    match = _WEEKDAY.match(text)
    weekday = _weekday(match["name"], today) if match else None
    if match is None or weekday is None:
        return None
    for ahead in range(-60, 1500):
        day = today + timedelta(days=ahead)
        if day.day == int(match["day"]) and day.weekday() == weekday:
            return FoundDay(0, match.end(), Day(day, weekday=weekday, inferred=True))
    return None


_AROUND_DAY: Final = re.compile(
    r"^(?:les?|du|am|den|on|the|vom|from)\b|\b(?:le|du|am|den|on|the|vom|de)$", re.IGNORECASE
)


def _without(text: str, found: list[FoundDay | Hours]) -> str:
    left, since = [], 0
    for one in sorted(found, key=lambda each: each.at):
        if one.at >= since:
            left.append(text[since : one.at])
            since = one.to
    return " ".join([*left, text[since:]])


# --- items -----------------------------------------------------------------------------------


def _item(line: Line, text: str) -> Said | None:
    shift = _EMOJI.match(text)
    begin = shift.end() if shift else 0
    bare = text[begin:].strip()
    hours = hours_in(bare)
    if not hours:
        return None
    lead = _LEADS.match(bare)
    first = hours[0]
    if first.at <= (lead.end() if lead else 0) + 1:
        return _led(line, bare, first)
    last = hours[-1]
    if _may_trail(bare, last):
        return _trailed(line, bare, last)
    inside = next((each for each in hours if _in_brackets(bare, each)), None)
    return _bracketed(line, bare, inside) if inside is not None else None


def _in_brackets(text: str, hours: Hours) -> bool:
    opened, closed = text[: hours.at].rstrip(), text[hours.to :].lstrip()
    if not opened or not closed:
        return False
    bracketed = opened[-1] in "([" and closed[0] in ")]"
    if closed[0] == ":" and len(opened.split()) <= 5 and len(closed) > 2:
        return True
    return bracketed or (opened[-1] in ",|–—" and closed[0] in ",|–—:")


def _bracketed(line: Line, text: str, hours: Hours) -> Said | None:
    """Title (9h-10h) – people."""
    before = text[: hours.at].rstrip().rstrip("([,|–— ")
    after = text[hours.to :].lstrip()[1:].strip()
    if len(before.split()) > 22 or _is_prose(before):
        return None
    mark = " " if text[hours.to :].lstrip()[0] in ")]" else ", "
    mark = " : " if text[hours.to :].lstrip()[0] == ":" else mark
    joined = f"{before}{mark}{after}".strip(" ,")
    return _taken_apart(Said(line, "item", joined, hours))


def _led(line: Line, text: str, hours: Hours) -> Said:
    rest = _after(text, hours)
    if not any(letter.isalnum() for letter in rest):
        return Said(line, "alone", "", hours)
    return _taken_apart(Said(line, "item", rest, hours))


def _after(text: str, hours: Hours) -> str:
    """What follows the hours; a bracket that was open before them is closed and gone."""
    rest = text[hours.to :].strip()
    if rest[:1] in (")", "]", "»") and text[: hours.at].strip()[-1:] in ("(", "[", "«"):
        rest = rest[1:]
    return rest.lstrip(_SEPARATORS).rstrip(" \t:;|,•–—")


_TRAIL: Final = re.compile(
    r"(?:[(\[]|[-–—:,|@•·]\s?|\t|\.{3}|…|_{3}|\s{3}|\b(?:à|at|um|de|from|von|dès|ab) )\s*$"
)


def _may_trail(text: str, hours: Hours) -> bool:
    """Whether the hours at the end of a line are its own: set apart, after a short title."""
    before, after = text[: hours.at], text[hours.to :]
    if after.strip(" )].;:") or len(before.split()) > 22:
        return False
    if re.search(r"[.!?]\s+\S", before.rstrip(". …_")[:-1] if before else ""):
        return False
    if text[hours.at].isalpha() and len(before.split()) < 9:
        return True  # Fête foraine à partir de 16h30
    return _TRAIL.search(before) is not None or "\t" in before[-3:]


def _trailed(line: Line, text: str, hours: Hours) -> Said | None:
    title = text[: hours.at]
    title = re.sub(r"\s\b(?:à|at|um|de|from|von|dès|ab)\s*$", "", title)
    title = title.rstrip(_SEPARATORS + "([")
    if not any(letter.isalpha() for letter in title):
        return None
    return _taken_apart(Said(line, "item", title, hours, trails=True))


# --- what a title carries --------------------------------------------------------------------

_BRACKET: Final = re.compile(r"\s*[(\[]([^()\[\]]{1,300})[)\]]\s*[.:]?$")
_LENGTH_AFTER: Final = re.compile(r"(?:[-–—:,;|/•]|\s{2}|\t|\.{2}|…|_{2})\s*$")
_NOTE_WORDS: Final = 4


def _taken_apart(said: Said) -> Said:
    """The line without its length, room and notes, which are told apart."""
    text = said.text
    notes: list[str] = []
    length, room = said.length, said.room
    for _ in range(4):
        bracket = _BRACKET.search(text)
        if bracket is None:
            break
        inside = bracket[1].strip(" *_")
        found = _length_of(inside)
        if found is not None:
            length = length or found
        elif words.ROOM.match(inside) and len(inside.split()) < 9:
            room = room or inside
        elif _is_note(inside, said.line):
            notes.insert(0, inside)
        else:
            break
        text = text[: bracket.start()].rstrip(" :-–—")
    text, length = _length_off(text, length)
    text, room = _place_off(*_room_off(text, room))
    return said._replace(text=text, length=length, room=room, notes=tuple(notes))


def _length_of(text: str) -> timedelta | None:
    """The length that the whole of `text` says."""
    found = lengths_in(text)
    if not found or len(text) - (found[0].to - found[0].at) > 12:
        return None
    return found[0].length


def _is_note(inside: str, line: Line) -> bool:
    if len(inside.split()) < 2:
        return False
    if any(line.text[start:to].strip(" ()") == inside for start, to in line.italic):
        return True
    return len(inside.split()) >= _NOTE_WORDS and inside[:1].islower()


def _length_off(text: str, length: timedelta | None) -> tuple[str, timedelta | None]:
    """A length at the end or the beginning of the title, set apart from it."""
    if length is not None:
        return text, length
    found = lengths_in(text)
    if not found:
        return text, None
    last, first = found[-1], found[0]
    if not text[last.to :].strip(" .)") and _LENGTH_AFTER.search(text[: last.at]):
        return text[: last.at].rstrip(_SEPARATORS), last.length
    if not text[: first.at].strip(" (") and re.match(r"\s*[):–—,|-]", text[first.to :]):
        return text[first.to :].strip(_SEPARATORS + ")"), first.length
    return text, None


def _room_off(text: str, room: str) -> tuple[str, str]:
    """A room at the end of the title, after a dash, comma or bar."""
    if room:
        return text, room
    for mark in (" – ", " - ", " — ", " | ", ", ", " @ "):
        before, _, last = text.rpartition(mark)
        known = bool(words.ROOM.match(last) or words.ROOM_NAMED.fullmatch(last))
        known = known or (mark == " @ " and len(last) < 50)
        if before and known and len(last.split()) <= 6 and not last.endswith("."):
            return before.rstrip(_SEPARATORS), last.strip()
    return text, room


_AT: Final = re.compile(
    r"(?:à la|à l['’]|au|aux|sur le|sur la|dans (?:la |le |l['’])|chez|in der|im|at the|in the)\s?"
    r"(?P<place>[^:]{3,50}?)\s?:\s+(?P<title>\S.*)",
    re.IGNORECASE,
)


def _place_off(text: str, room: str) -> tuple[str, str]:
    """« à la cave : table ronde »: where, before what."""
    match = _AT.fullmatch(text)
    return (match["title"], room or match["place"]) if match else (text, room)


# --- all else --------------------------------------------------------------------------------


def titled(said: Said) -> Said:
    """A line that was taken for prose or a question as the title that it turns out to be."""
    return _taken_apart(said._replace(sort="text"))


def _other(line: Line, text: str) -> Said:
    label = words.PEOPLE_LABEL.match(text)
    if label and _announces(text, label):
        rest = text[label.end() :].strip(_SEPARATORS)
        return Said(line, "label", rest, chair=bool(label["chair"]))
    if words.CONTACT.search(text) or words.PRICE.search(text):
        return Said(line, "skip", text)
    if _is_room(text):
        return Said(line, "room", text, room=text.strip("() :"))
    named = name_at(text)
    told = named is not None and (named.sure == "sure" or is_role(text[named.to :].lstrip(" ,(")))
    somebody = told and len(text) < _PERSON_LONG
    if text.rstrip(" »)*_").endswith("?") and not somebody:
        return Said(line, "question", text)
    if _is_prose(text) and not somebody:
        return Said(line, "prose", text)
    if _is_aside(line, text):
        inside = text.strip("() *_")
        found = _length_of(inside)
        return Said(line, "note", inside, length=found)
    return _taken_apart(Said(line, "text", text))


_PERSON_LONG: Final = 500
"""The longest line that tells of one person, and what they speak about."""


def _announces(text: str, label: re.Match[str]) -> bool:
    rest = text[label.end() :]
    if re.match(r"\s*(?:\([^)]{0,20}\))?\s*[:–—-]", rest) or not rest.strip():
        return True
    return (
        rest[:1] == " "
        and rest.lstrip()[:1].isupper()
        and label[0][-1:].isalpha()
        and bool(_PREPOSED.fullmatch(label[0].strip()))
    )


_PREPOSED: Final = re.compile(
    r"avec.*|sous .*|under .*|unter .*|with|mit|par|by|von|en présence de|.* par|.* by|.* von"
    r"|featuring|podium mit",
    re.IGNORECASE,
)


def _is_room(text: str) -> bool:
    bare = text.strip("() :*")
    if len(bare) > 60 or len(bare.split()) > 7 or "," in bare:
        return False
    if bare.endswith((".", "!", "?")):
        return False
    match = words.ROOM.match(bare)
    if match and match.end() and (len(bare.split()) <= 4 or text.startswith("(")):
        return True
    return bool(words.ROOM_NAMED.fullmatch(bare))


_SENTENCE: Final = re.compile(r"[a-zà-ÿß]{3}[.!]\s+[A-ZÀ-Þ]")


def _is_prose(text: str) -> bool:
    """Sentences: long, or ending as sentences do."""
    count = len(text.split())
    if count > 45:
        return True
    if count > 18 and text.endswith(".") and "," in text:
        return True
    ends = text.endswith((".", "!", ";")) and not text.endswith("...")
    return count > 13 and (ends or bool(_SENTENCE.search(text[2:])))


def _is_aside(line: Line, text: str) -> bool:
    if text.startswith("(") and text.endswith(")"):
        return True
    leaning = sum(to - start for start, to in line.italic)
    return leaning >= len(line.text) - 2 and len(text.split()) >= _NOTE_WORDS and not line.level


def is_heading(one: Said) -> bool:
    """Whether the line stands out as a heading does, or is called Session 2."""
    return bool(one.line.heading) or _all_bold(one.line) or bool(words.GROUP.match(one.text))


def _all_bold(line: Line) -> bool:
    bold = sum(to - start for start, to in line.bold)
    return bold >= len(line.text) - 3 and bold > 0
