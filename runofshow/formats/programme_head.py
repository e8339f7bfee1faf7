"""What stands before a programme: its title, its place, and the time zone of that place."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from runofshow.core.dates import read_date
from runofshow.core.sentences import Sentence
from runofshow.core.times import Misread
from runofshow.formats.draft import Had
from runofshow.formats.kinds import kind_of
from runofshow.formats.names import name_at
from runofshow.formats.offices import is_role
from runofshow.formats.people import read_people
from runofshow.formats.peopled import peopled
from runofshow.formats.programme_said import Said
from runofshow.formats.source import Place
from runofshow.formats.towns import Town, towns_in
from runofshow.formats.words import programme as words
from runofshow.formats.words.people import BY


class Head(NamedTuple):
    """Title, place and zone, each as had; `where` are all the lines that may name the place."""

    title: Had[str]
    venue: Had[str]
    timezone: Had[str]


def head_of(
    head: Sequence[Said], frames: Sequence[Said], days: Sequence[Said], title: str = ""
) -> Head:
    """The head of a programme; `title` is what the file itself says its title is."""
    named = _title(head, days) or _own_title(title)
    venue = _venue(head, frames, days, named.place.line if named else None)
    return Head(
        named or Had(None, "missing"),
        venue or Had(None, "missing"),
        _zone(venue, head, frames, days) or Had(None, "missing"),
    )


def _own_title(title: str) -> Had[str] | None:
    title = title.strip()
    if len(title) < 4 or re.search(
        r"\.\w{2,4}$|^microsoft|^untitled|^document\d*$", title, re.IGNORECASE
    ):
        return None
    return Had(title, "inferred", Place(), Sentence.of("prog_file_title"))


# --- title -----------------------------------------------------------------------------------


def _title(head: Sequence[Said], days: Sequence[Said]) -> Had[str] | None:
    """The line of the head that looks most like a title, with one in quotation marks below it."""
    lines = [*head, *(one for one in days if one not in head)]
    fit = [(index, one) for index, one in enumerate(lines) if _may_be_title(one)]
    if not fit:
        return None
    index, best = max(fit, key=lambda each: (_likeness(each[1]), -each[0]))
    text = _undated(best)
    after = lines[index + 1] if index + 1 < len(lines) else None
    near = after is not None and after.line.number == best.line.number + 1 and text[:1] not in "«“„"
    if after is not None and near and after.sort == "text" and after.line.text[:1] in "«“„":
        text = f"{text} {after.line.text}"
    return Had(_unquoted(text), "given", Place(best.line.number))


def _undated(one: Said) -> str:
    """The line as a title: without a date after it, or the word programme at one of its ends."""
    text = one.line.text
    before = _before_date(one)
    if len(before.split()) > 1:
        text = before
    bare = _PROGRAMME_AT_END.sub("", text)
    return bare if len(bare.split()) > 1 else text


_PROGRAMME_AT_END: Final = re.compile(
    rf"^(?:{words.PROGRAMME.pattern})\s*[–—:|-]\s+|\s+[–—|-]\s+(?:{words.PROGRAMME.pattern})$",
    re.IGNORECASE,
)


def _before_date(one: Said) -> str:
    """What stands before the date of a line."""
    at = one.day.at if one.day is not None and one.sort == "day" else 0
    before = one.line.text[:at]
    if before.count("(") > before.count(")"):
        before = before[: before.rindex("(")]
    return _TO_DATE.sub("", before).strip(" ,;:|·•–—-")


def _after_date(one: Said) -> str:
    """What stands after the date and the hours of a line."""
    if one.day is None:
        return ""
    after = one.line.text[_since(one) :].strip(" ,;:|·•–—-")
    return after.strip(")") if after.count(")") > after.count("(") else after


def _since(one: Said) -> int:
    """From where on a line that names a day says something else."""
    day = one.day.to if one.day is not None else 0
    return max(day, one.hours.to if one.hours is not None else 0)


_RUNS_IN: Final = re.compile(r"\s?:")
"""What follows a date and is no place, but what happens then."""
_TO_DATE: Final = re.compile(
    r"(?:^|\s)(?:les?|du|am|den|on|the|vom|from|des|de)\s*$", re.IGNORECASE
)


def _likeness(one: Said) -> int:
    """How much a line looks like the title of a day."""
    text = one.line.text
    points = {0: 0, 1: 6, 2: 3}.get(one.line.heading, 2)
    points += 3 * bool(words.EVENT.search(text))
    named = one.sort == "day" and len(_before_date(one).split()) > 1
    points -= 2 * (one.sort == "day" and not named) + 3 * bool(words.ADDRESS.search(text))
    points -= 2 * bool(words.HOST.match(text) and not words.EVENT.search(text))
    points -= 2 * bool(words.PROGRAMME.match(text) and not words.EVENT.search(text))
    points -= 3 * (one.sort == "day" and len(one.text) < 4)
    points -= 2 * bool(_is_town_first(text) and not words.EVENT.search(text))
    return points


def _is_town_first(text: str) -> bool:
    """Whether a line begins with a town and says little else: it tells where."""
    towns = towns_in(text)
    return bool(towns) and not towns[0].at and len(text.split()) < 8


def _unquoted(text: str) -> str:
    """The title without quotation marks around the whole of it."""
    text = text.strip()
    for opens, closes in ("«»", "“”", "„“", '""'):
        if text[:1] == opens and text[-1:] == closes and text.count(opens) <= 2:
            return text[1:-1].strip()
    return text


def _may_be_title(one: Said) -> bool:
    text = one.line.text
    first = one.line.number <= _FIRST_LINES and bool(_COMMITTEE.match(text))
    sorts = ("text", "question", "prose", "part", "day")
    if not (first or one.sort in sorts) or not 4 <= len(text) <= 220:
        return False
    if one.sort == "day" and not _tells_event(one.text):
        return False
    if one.sort == "prose" and (one.line.number > 6 or text.endswith(".")):
        return False
    if text.endswith(":") or (text.endswith(".") and len(text.split()) > 5):
        return False
    if words.PLACE_LABEL.match(text) or one.line.level or words.ADDRESS.search(text):
        return False
    people = read_people(text)
    held = peopled(text).people if BY.search(text) else None
    return not (people and people.sure) and held is None


_FIRST_LINES: Final = 2
_COMMITTEE: Final = re.compile(r"comit[ée]s?\b|committee\b", re.IGNORECASE)
"""Among the first lines that is what meets, and not who organises."""


def _tells_event(text: str) -> bool:
    """Whether what a line says besides its date is what the day is, rather than where."""
    return bool(words.EVENT.search(text)) or (
        len(text.split()) > 2 and not words.PLACE.search(text) and not towns_in(text)
    )


# --- place -----------------------------------------------------------------------------------


def _venue(
    head: Sequence[Said], frames: Sequence[Said], days: Sequence[Said], title: int | None
) -> Had[str] | None:
    for one in head:
        label = words.PLACE_LABEL.match(one.line.text)
        if label and len(one.line.text) > label.end():
            where = _NEXT_LABEL.split(one.line.text[label.end() :])[0].strip(" ,;|·•–—-")
            return Had(where, "given", Place(one.line.number))
    for one in frames:
        if one.text and len(one.text) < 160:
            return Had(_bare_place(one.text), "given", Place(one.line.number))
    near = _near_date([one for one in head if one.line.number != title])
    if near is not None:
        return near
    for one in (*head, *days):
        where = _after_date(one) if one.sort == "day" else ""
        before = _before_date(one) if one.line.number != title else ""
        if not where:
            where = _place_in(before)
        elif _is_place_after(where) and words.PLACE.match(before):
            where = f"{where}, {before}"
        if _is_place_after(where) and not _RUNS_IN.match(one.line.text[_since(one) :]):
            return Had(_bare_place(where), "given", Place(one.line.number))
        placed = one.sort == "day" and words.PLACE.search(one.text)
        people = read_people(one.text)
        if placed and not (people and people.sure):
            return Had(_bare_place(one.text), "given", Place(one.line.number))
    towns = [(one, towns_in(one.text)) for one in (*head, *days) if one.sort == "day"]
    named = (
        (one.line.number, found[0].name) for one, found in towns if found and _apart(one, found[0])
    )
    return next((Had(name, "given", Place(line)) for line, name in named), None)


def _apart(one: Said, town: Town) -> bool:
    """Whether a town stands by itself in a line, rather than in somebody's name: France Bleu."""
    return not re.match(r"\s[A-ZÀ-Þ]", one.text[town.to :])


def _place_in(text: str) -> str:
    """Which of the things between dashes before a date is a place; « Lisbon, Centro de … »."""
    pieces = [piece.strip() for piece in re.split(r"\s[–—|·-]\s", text)]
    named = [piece for piece in pieces if words.PLACE.match(piece)]
    towns = [piece for piece in pieces if _is_town_first(piece) and "," in piece]
    return (named or towns or [""])[-1]


_NEXT_LABEL: Final = re.compile(r"\s[|·•]\s|[🗓📅🕘⏰]")


def _is_place_after(text: str) -> bool:
    """Whether what follows a date is where the day is: by its words, its town, or its brevity."""
    if not text[:1].isalpha() or _is_date(text) or len(text) > 120 or words.EVENT.search(text):
        return False
    people = read_people(_BEFORE_PLACE.sub("", text))
    if people is not None and people.sure:
        return False
    known = words.PLACE.search(text) or words.ADDRESS.search(text) or towns_in(text)
    return bool(known) or (text[:1].isupper() and len(text.split()) < 6 and not kind_of(text))


_BEFORE_PLACE: Final = re.compile(r"^(?:at|in|im|au|à)\s", re.IGNORECASE)


def _near_date(head: Sequence[Said]) -> Had[str] | None:
    """A line with the word of a place, next to the date rather than anywhere."""
    dated = [one.line.number for one in head if one.sort == "day"]
    fit = [
        one
        for one in head
        if one.sort in ("text", "room", "note", "skip")
        and len(one.line.text) < 140
        and _tells_where(one.line.text)
        and not one.line.text.endswith(".")
        and not words.EVENT.search(one.line.text)
    ]
    if not fit:
        return None
    best = min(fit, key=lambda one: min((abs(one.line.number - day) for day in dated), default=0))
    return Had(_bare_place(best.line.text), "given", Place(best.line.number))


def _is_date(text: str) -> bool:
    """Whether the text is but the name of a day."""
    try:
        read_date(text, date.min)
    except Misread:
        return False
    return True


def _tells_where(text: str) -> bool:
    """Whether a line has the word of a place, or a town at its end: Uni Mail, Genève."""
    if words.PLACE.search(text) or words.ADDRESS.search(text):
        return True
    towns = towns_in(text)
    if name_at(text) is not None or is_role(text):
        return False
    return bool(towns) and towns[-1].to == len(text) and "," in text and len(text.split()) < 8


def _bare_place(text: str) -> str:
    text = text.strip(" ,;:–—-.")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    match = words.AT_PLACE.match(text)
    return text[match.end() :] if match and len(text) - match.end() > 3 else text


# --- zone ------------------------------------------------------------------------------------


def _zone(
    venue: Had[str] | None, head: Sequence[Said], frames: Sequence[Said], days: Sequence[Said]
) -> Had[str] | None:
    """The zone of the towns named where the place is told; of the whole head, if that is silent."""
    near = [(one.line.number, one.line.text) for one in (*frames, *days)]
    near += [
        (one.line.number, one.line.text)
        for one in head
        if one.sort in ("day", "note", "skip", "room") or words.PLACE_LABEL.match(one.line.text)
    ]
    if venue is not None and venue.value:
        near.insert(0, (venue.place.line or 0, venue.value))
    rest = [(one.line.number, one.line.text) for one in head if one.sort == "text"]
    return _of_towns(near) or _of_towns(rest)


def _of_towns(lines: Iterable[tuple[int, str]]) -> Had[str] | None:
    found = [(number, town) for number, text in lines if len(text) < 300 for town in towns_in(text)]
    if not found or len({town.zone for _, town in found}) > 1:
        return None
    number, town = found[0]
    why = Sentence.of("prog_zone", town=town.name, zone=town.zone)
    return Had(town.zone, "inferred", Place(line=number), why)
