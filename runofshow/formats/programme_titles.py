"""What a title carries besides itself: a length, a room, notes in brackets."""

import re
from datetime import timedelta
from typing import Final, NamedTuple

from runofshow.core.plan import Kind
from runofshow.core.times import Civil
from runofshow.formats.kinds import kind_of
from runofshow.formats.programme_said import SEPARATORS, Said
from runofshow.formats.programme_times import Hours, hours_in, lengths_in
from runofshow.formats.source import Line
from runofshow.formats.words import programme as words


def titled(said: Said) -> Said:
    """A line that was taken for prose or a question as the title that it turns out to be."""
    return taken_apart(said._replace(sort="text"))


_BRACKET: Final = re.compile(r"\s*[(\[]([^()\[\]]{1,300})[)\]]\s*[.:]?$")
_LENGTH_AFTER: Final = re.compile(r"(?:[-–—:,;|/•]|\s{2}|\t|\.{2}|…|_{2})\s*$")
NOTE_WORDS: Final = 4


def taken_apart(said: Said) -> Said:
    """The line without its length, room and notes, which are told apart."""
    text = said.text
    notes: list[str] = []
    length, room = said.length, said.room
    for _ in range(4):
        bracket = _BRACKET.search(text)
        if bracket is None:
            break
        inside = bracket[1].strip(" *_")
        if inside.isdigit() and kind_of(text[: bracket.start()]) is Kind.CHANGEOVER:
            inside = f"{inside} min"
        until = _until(inside) if said.hours is not None and said.hours.end is None else None
        if until is not None:
            said = said._replace(hours=said.hours and said.hours._replace(end=until))
            text = text[: bracket.start()].rstrip(" :-–—")
            continue
        told = _said_in(_to_the_second(inside, said.hours))
        found = told.length
        if found is not None and not told.rest:
            length = length or found
        elif found is not None:
            length = length or found
            notes.insert(0, told.rest)
        elif words.ROOM.match(inside) and len(inside.split()) < 9:
            room = room or inside
        elif _is_note(inside, said.line):
            notes.insert(0, inside)
        else:
            break
        text = text[: bracket.start()].rstrip(" :-–—")
    text, length = length_off(text, length)
    text, room = _place_off(*_room_inside(*_room_off(*_place_first(text, room))))
    return said._replace(text=text, length=length, room=room, notes=tuple(notes))


def length_of(text: str) -> timedelta | None:
    """The length that the whole of `text` says."""
    found = lengths_in(text)
    if not found or len(text) - (found[0].to - found[0].at) > 12:
        return None
    return found[0].length


def _until(inside: str) -> Civil | None:
    """« jusqu'à 18h », “until 18:00”: when it ends, and nothing else."""
    found = hours_in(inside)
    one = found[0] if len(found) == 1 else None
    whole = one is not None and not inside[: one.at].strip() and not inside[one.to :].strip(" .")
    return one.end if whole and one is not None and one.start is None else None


class _Inside(NamedTuple):
    """What a bracket says: how long, and all else."""

    length: timedelta | None
    rest: str


def _said_in(inside: str) -> _Inside:
    """« symposium satellite, 20 min »: the length among what stands in brackets."""
    whole = length_of(inside)
    if whole is not None:
        return _Inside(whole, "")
    pieces = [piece.strip() for piece in re.split(r"[,;–·|]", inside)]
    lengths = [length_of(piece) for piece in pieces]
    if sum(length is not None for length in lengths) != 1:
        return _Inside(None, inside)
    rest = [piece for piece, length in zip(pieces, lengths, strict=True) if length is None]
    return _Inside(next(filter(None, lengths)), ", ".join(rest))


_TWO: Final = re.compile(r"(\d{1,2}):(\d\d)")


def _to_the_second(inside: str, hours: Hours | None) -> str:
    """(1:30) as minutes and seconds, where the hours themselves have seconds."""
    match = _TWO.fullmatch(inside)
    precise = hours is not None and hours.start is not None and hours.to - hours.at > len("20:00h")
    return f"{match[1]}'{match[2]}" if match and precise else inside


def _is_note(inside: str, line: Line) -> bool:
    if _STATUS.fullmatch(inside):
        return True
    if len(inside.split()) < 2:
        return False
    if any(line.text[start:to].strip(" ()") == inside for start, to in line.italic):
        return True
    return len(inside.split()) >= NOTE_WORDS and inside[:1].islower()


_STATUS: Final = re.compile(
    r"(?:en|in|auf) (?:[a-zà-ÿ]+|[A-Z][a-z]+)|(?:sous |unter )?(?:réserve|vorbehalt).*"
    r"|tb[cad]|à confirmer|(?:en )?visio(?:conférence)?|online|remote|(?:by|per) video|en ligne"
    r"|digital",
    re.IGNORECASE,
)
"""How a thing is given, or whether it is sure: in which language, from afar, to be confirmed."""


def bracket_off(text: str) -> tuple[str, timedelta | None]:
    """A length in brackets at the end of the title, or one set apart from it otherwise."""
    bracket = _BRACKET.search(text)
    length = length_of(bracket[1].strip()) if bracket else None
    rest = text[: bracket.start()].rstrip(SEPARATORS) if bracket and length else text
    return (rest, length) if length and rest else length_off(text, None)


_TO_THE_SECOND: Final = re.compile(r"\d{1,3}['’′] ?\d\d(?:[\"”″]|['’′]{2})?")


def length_off(text: str, length: timedelta | None) -> tuple[str, timedelta | None]:
    """A length at the end or the beginning of the title, set apart from it; one to the second may
    stand right behind it.
    """
    if length is not None:
        return text, length
    found = lengths_in(text)
    if not found:
        return text, None
    last, first = found[-1], found[0]
    before = text[: last.at]
    ends = not text[last.to :].strip(" .)") and bool(before.strip(SEPARATORS))
    if ends and (_LENGTH_AFTER.search(before) or _needs_no_mark(before, text[last.at : last.to])):
        return before.rstrip(SEPARATORS), last.length
    if not text[: first.at].strip(" (") and re.match(r"\s*[):–—,|-]", text[first.to :]):
        return text[first.to :].strip(SEPARATORS + ")"), first.length
    return text, None


def _needs_no_mark(before: str, length: str) -> bool:
    """Whether a length may stand right behind the title: Carmen 3'05, Entracte 20 min."""
    if _TO_THE_SECOND.fullmatch(length):
        return True
    return kind_of(before.strip()) in (Kind.BREAK, Kind.CHANGEOVER)


def _room_off(text: str, room: str) -> tuple[str, str]:
    """A room at the end of the title, after a dash, comma or bar."""
    if room:
        return text, room
    for mark in (" – ", " - ", " — ", " | ", ", ", " @ ", " : ", "   ", "\t"):
        before, _, last = text.rpartition(mark)
        last = last.strip()
        known = bool(words.ROOM.match(last) or words.ROOM_NAMED.fullmatch(last))
        known = known or (mark == " @ " and len(last) < 50)
        if before and known and len(last.split()) <= 6 and not last.endswith("."):
            return before.rstrip(SEPARATORS), last.strip()
    return text, room


def _place_first(text: str, room: str) -> tuple[str, str]:
    """« Mensa am Park, Marienstraße 15, Mittagspause »: where, and a word for what."""
    where, mark, what = text.rpartition(",")
    brief = bool(mark) and len(what.split()) < 3 and kind_of(what.strip()) is not None
    place = words.ROOM.match(where) or words.ADDRESS.search(where) or words.ROOM_NAMED.match(where)
    return (what.strip(), room or where.strip()) if brief and place else (text, room)


_PIECE: Final = re.compile(r"\s+[–—-]\s+|\s*\|\s*|\s*:\s+|\s+:\s*")


def _room_inside(text: str, room: str) -> tuple[str, str]:
    """« Room Tejo: Pricing », « Atelier A – Salle 1 : Les friches »: a room before the title."""
    if room:
        return text, room
    since = 0
    for mark in _PIECE.finditer(text):
        piece = text[since : mark.start()]
        if is_room_alone(piece):
            before, after = text[:since], text[mark.end() :]
            return f"{before}{after}" if before or after else text, piece.strip()
        since = mark.end()
    return text, room


_PLENARY: Final = re.compile(r"pl[ée]ni[èe]re|plenary|plenum", re.IGNORECASE)
"""« Plénière 2 : … » is a session, and no room."""


def is_room_alone(text: str) -> bool:
    """Whether the text is the name of a room, and no more: Salle 2, Room Tejo, Kleiner Saal."""
    bare = text.strip()
    if not bare or len(bare.split()) > 4 or words.EVENT.search(bare) or _PLENARY.match(bare):
        return False
    named = words.ROOM.match(bare)
    last = bare.split()[-1]
    if named is not None and named.end() < len(bare):
        return last[:1].isupper() or any(letter.isdigit() for letter in last)
    return bool(words.ROOM_NAMED.fullmatch(bare))


_AT: Final = re.compile(
    r"(?:à la|à l['’]|au|aux|sur le|sur la|dans (?:la |le |l['’])|chez|in der|im|at the|in the)\s?"
    r"(?P<place>[^:]{3,50}?)\s?:\s+(?P<title>\S.*)",
    re.IGNORECASE,
)


def _place_off(text: str, room: str) -> tuple[str, str]:
    """« à la cave : table ronde »: where, before what."""
    match = _AT.fullmatch(text)
    return (match["title"], room or match["place"]) if match else (text, room)
