"""Editions: what of a printed rundown is for a speaker, and what is for the door of a room.

Rules of this module:
- A speaker's sheet tells when to be there, the items before and after, and never of a hidden item
  that is somebody else's.
- The door tells what the public may know: neither what is hidden or skipped nor changeovers, no
  cue, no length. An hour that rests on a guess is said to be "about", and inside a session not at
  all: nobody is to be held to it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.paper import Line, Sheet
from runofshow.core.plan import Activity, Kind, Speaker

THERE_BEFORE: Final = 15 * times.MINUTE
"""How long before an item its speakers are to be there, when the plan does not say."""


# --- a speaker's -------------------------------------------------------------------------------


class Part(NamedTuple):
    """What somebody does in the day: one item, as a speaker or as the host of one activity.

    `before` is how long before its start to be there; `stays` says that this one is on stage by
    then, for the item before; `others` speak in it too; `share` is what part of it is one's own.
    """

    line: Line
    who: Speaker
    there: datetime | None
    before: timedelta
    stays: bool
    share: timedelta | None
    others: tuple[Speaker, ...]
    session: str
    follows: Line | None
    leads_to: Line | None
    activity: Activity | None = None


class Roadmap(NamedTuple):
    """A speaker's day."""

    who: Speaker
    parts: tuple[Part, ...]


def people(sheet: Sheet) -> tuple[str, ...]:
    """The names of all who speak or host, in the order in which they first do."""
    return _names(sheet.leaves)


def awaited(sheet: Sheet) -> tuple[str, ...]:
    """The names of those who have something to do yet; of all when nobody has."""
    return _names(line for line in sheet.leaves if line.status != "done") or people(sheet)


def _names(leaves: Iterable[Line]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for line in leaves:
        hosts = (each.host for each in line.activities if each.host)
        for name in (*(who.name for who in line.speakers), *hosts):
            names.setdefault(_key(name), name)
    return tuple(names.values())


def roadmaps(sheet: Sheet, name: str | None = None) -> tuple[Roadmap, ...]:
    """The day of the speaker of that name, whole or a part of it; without one, of everybody.

    Of a day that has begun, what is still to come, while there is any.
    """
    found = people(sheet)
    if name is not None:
        exactly = [each for each in found if _key(each) == _key(name)]
        found = tuple(exactly or [each for each in found if _key(name) in _key(each)])
    parts = _parts(sheet, frozenset(map(_key, found)))
    made = tuple(_roadmap(each, tuple(parts[_key(each)])) for each in found)
    return tuple(filter(None, map(_to_come, made))) or made


def _to_come(roadmap: Roadmap) -> Roadmap | None:
    """Without what is over; None when all of it is."""
    coming = tuple(part for part in roadmap.parts if part.line.status != "done")
    return roadmap._replace(parts=coming) if coming else None


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _roadmap(name: str, parts: tuple[Part, ...]) -> Roadmap:
    role = next((part.who.role for part in parts if part.who.role), None)
    home = next((part.who.organisation for part in parts if part.who.organisation), None)
    return Roadmap(Speaker(name=name, role=role, organisation=home), parts)


def _parts(sheet: Sheet, wanted: frozenset[str]) -> dict[str, list[Part]]:
    """What each of those wanted does, in running order."""
    titles = {line.id: line.title for line in sheet.lines}
    leaves = sheet.leaves
    before = _neighbours(leaves)
    after = tuple(reversed(_neighbours(tuple(reversed(leaves)))))
    found: dict[str, list[Part]] = {key: [] for key in wanted}
    for line, follows, leads_to in zip(leaves, before, after, strict=True):
        session = titles[line.above[-1]] if line.above else ""
        for key, part in _roles(line):
            if key in wanted:
                stays = bool(found[key]) and _meets(found[key][-1].line, line)
                found[key].append(
                    part._replace(stays=stays, session=session, follows=follows, leads_to=leads_to)
                )
    return found


def _meets(line: Line, following: Line) -> bool:
    """Whether an item ends no earlier than the other begins."""
    ends, starts = line.end, following.start
    return ends is not None and starts is not None and ends.at >= starts.at


def _neighbours(leaves: tuple[Line, ...]) -> list[Line | None]:
    """The public item before each one."""
    found: list[Line | None] = []
    last: Line | None = None
    for line in leaves:
        found.append(last)
        last = line if _public(line) else last
    return found


def _roles(line: Line) -> Iterator[tuple[str, Part]]:
    """Who does what in an item: a part for each of its speakers, then of the other hosts."""
    seen = set[str]()
    for number, who in enumerate(line.speakers):
        share = line.parts[number] if line.parts else None
        others = (*line.speakers[:number], *line.speakers[number + 1 :])
        if (key := _key(who.name)) not in seen:
            seen.add(key)
            yield key, _part(line, who, share, others)
    for activity in line.activities:
        if activity.host is not None and (key := _key(activity.host)) not in seen:
            seen.add(key)
            yield key, _part(line, Speaker(name=activity.host), None, (), activity)


def _part(
    line: Line,
    who: Speaker,
    share: timedelta | None,
    others: tuple[Speaker, ...],
    activity: Activity | None = None,
) -> Part:
    before = THERE_BEFORE if line.call_before is None else line.call_before
    there = None if line.start is None else line.start.at - before
    return Part(line, who, there, before, False, share, others, "", None, None, activity)


def _public(line: Line) -> bool:
    return not (line.hidden or line.skipped or line.kind == Kind.CHANGEOVER)


# --- the door's --------------------------------------------------------------------------------


class Entry(NamedTuple):
    """A line on the door; `about` says that the hour is not certain; None: it has none to tell."""

    at: datetime | None
    about: bool
    title: str
    speakers: tuple[Speaker, ...]
    session: bool
    inside: bool
    kind: Kind
    room: str | None
    activities: tuple[Activity, ...]


class Poster(NamedTuple):
    """What hangs on the door of `room`; None: of the only room, or of the whole place."""

    room: str | None
    entries: tuple[Entry, ...]
    ends: datetime | None
    ends_about: bool


def posters(sheet: Sheet) -> tuple[Poster, ...]:
    """A poster for the whole day, then one for each room where only a part of it takes place."""
    leaves = [line for line in sheet.leaves if _public(line)]
    around = {session for line in leaves for session in line.above}
    told = around.union(line.id for line in leaves)
    shown = [line for line in sheet.lines if line.id in told]
    rooms = dict.fromkeys(
        room
        for line in leaves
        for room in (line.room, *(each.room for each in line.activities))
        if room
    )
    only = {line.room for line in leaves} if not any(x.activities for x in leaves) else set()
    if len(rooms) == 1 and only == set(rooms):
        return (_poster(next(iter(rooms)), shown),)
    return (_poster(None, shown), *(_poster(room, _in_room(shown, room)) for room in rooms))


def _in_room(lines: Iterable[Line], room: str) -> list[Line]:
    """What takes place in a room; of activities side by side, those that are in it."""
    found = []
    for line in lines:
        there = tuple(each for each in line.activities if each.room == room)
        if line.leaf and (there or line.room == room):
            found.append(line._replace(activities=there, room=room))
    around = {session for line in found for session in line.above}
    kept = {line.id: line for line in found}
    return [kept.get(line.id, line) for line in lines if line.id in kept or line.id in around]


def _poster(room: str | None, lines: Iterable[Line]) -> Poster:
    shown = list(lines)
    leaves = [line for line in shown if line.leaf]
    ends = leaves[-1].end if leaves else None
    entries = tuple(_told_once(_entry(line, room) for line in shown))
    return Poster(room, entries, ends and ends.at, ends is not None and ends.guessed)


def _told_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, the hour of a session not said again of what opens it."""
    before: Entry | None = None
    for entry in entries:
        opens = before is not None and before.session and before.at == entry.at
        yield entry._replace(at=None) if opens else entry
        before = entry


def _entry(line: Line, room: str | None) -> Entry:
    """What the door tells of a line; of a round in rooms the hour too, about as it may be: people
    change rooms by it."""
    start, inside = line.start, line.level > 0
    guessed = start is not None and start.guessed
    vague = inside and guessed and line.leaf and not line.activities
    return Entry(
        None if start is None or vague else start.at,
        guessed,
        line.title,
        line.speakers,
        not line.leaf,
        inside,
        line.kind,
        line.room if line.leaf and line.room != room else None,
        line.activities,
    )
