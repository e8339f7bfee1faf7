"""The days and rooms of a draft, and the one day in one room that the régie runs.

- An entry without a day belongs to the draft's, one without a room (or that concerns all of them)
  to every room. What a reader has to say of others is left out with them.
- An entry that gives a time of its own counts as a session of the programme (contract.md §4).
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.times import MINUTE, ZERO
from runofshow.formats.draft import Doubt, Draft, Entry, Had
from runofshow.formats.source import Place


class Count(NamedTuple):
    """A day (as an ISO date) or a room, and how many sessions it has."""

    name: str
    sessions: int


class Census(NamedTuple):
    """What a draft holds: sessions in all, by day and by room in the order met, from when to when.

    The times are civil ISO times, with the file's own offset where it gives one.
    """

    sessions: int
    days: tuple[Count, ...]
    rooms: tuple[Count, ...]
    first_start: str | None
    last_end: str | None


def timed(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """The entries that count as sessions, in document order."""
    for entry in entries:
        if entry.start is not None and entry.start.value is not None:
            yield entry
        yield from timed(entry.entries or ())


def start_of(entry: Entry) -> timedelta | None:
    """The start an entry gives, from midnight of its day."""
    return entry.start.value.past_midnight if entry.start and entry.start.value else None


def end_of(entry: Entry) -> timedelta | None:
    """The end an entry gives, or its start and length together do, from midnight of its day."""
    if entry.end and entry.end.value:
        return entry.end.value.past_midnight
    start = start_of(entry)
    if start is None or entry.duration is None or entry.duration.value is None:
        return None
    return start + entry.duration.value


def day_of(entry: Entry, draft: Draft) -> date | None:
    """The day that an entry belongs to: its own, else the draft's."""
    return (entry.day.value if entry.day else None) or draft.day.value


# --- what there is ---------------------------------------------------------------------------


def census(draft: Draft) -> Census:
    """What the draft holds, nothing chosen."""
    entries = list(timed(draft.entries))
    starts = [_moment(entry, draft, start_of(entry)) for entry in entries]
    ends = [_moment(entry, draft, end_of(entry)) for entry in entries]
    return Census(
        len(entries),
        tuple(Count(day.isoformat(), count) for day, count in _by_day(draft, entries)),
        tuple(Count(room, count) for room, count in _by_room(draft, entries) if count),
        min(filter(None, starts), key=_clock, default=None),
        max(filter(None, ends), key=_clock, default=None),
    )


def _by_day(draft: Draft, entries: list[Entry]) -> list[tuple[date, int]]:
    counts: dict[date, int] = {}
    for entry in entries:
        day = day_of(entry, draft)
        if day is not None:
            counts[day] = counts.get(day, 0) + 1
    return sorted(counts.items())


def _by_room(draft: Draft, entries: list[Entry]) -> list[tuple[str, int]]:
    counts = dict.fromkeys(_rooms(draft.entries), 0)
    for entry in entries:
        if entry.room:
            counts[entry.room] += 1
    return list(counts.items())


def _rooms(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        if entry.room:
            yield entry.room
        yield from _rooms(entry.entries or ())


def _moment(entry: Entry, draft: Draft, since: timedelta | None) -> str | None:
    """The moment so long after midnight of the entry's day, as ISO text; a time without a day."""
    if since is None:
        return None
    day = day_of(entry, draft)
    if day is None:
        minutes = since // MINUTE
        return f"{minutes // 60:02d}:{minutes % 60:02d}:00"
    moment = datetime.combine(day, time()) + since
    return moment.isoformat() + _offset(entry.offset)


def _offset(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset) // MINUTE, 60)
    return f"{'-' if offset < ZERO else '+'}{hours:02d}:{minutes:02d}"


def _clock(moment: str) -> str:
    """The moment without its offset: days are compared as the file shows them."""
    return moment[:19]


# --- one day in one room -----------------------------------------------------------------------


class Chosen(NamedTuple):
    """One day in one room of a draft. The day and the room are None when there is no choice."""

    draft: Draft
    day: date | None
    room: str | None


def chosen(draft: Draft, day: date | None = None, room: str | None = None, *, near: date) -> Chosen:
    """The draft of one day in one room.

    Without `day` it is `near` when the programme has that day, else the first. Without `room` it
    is all of them when nothing there runs at the same time, else the one with the most sessions.
    Raises Unreadable when the file has no such day or room.
    """
    counts = census(draft)
    days = [date.fromisoformat(count.name) for count in counts.days]
    if day is not None and days and day not in days:
        raise Unreadable("no_such_day", day=day.isoformat(), days=", ".join(map(str, days)))
    if len(days) > 1:
        day = day or (near if near in days else days[0])
        kept = _of_day(draft.entries, draft, day)
        notes = tuple(note for note in draft.notes if note.day in (day, None))
        found = _in_room(draft._replace(entries=kept, day=_day(draft, day), notes=notes), day, room)
    else:
        found = _in_room(draft, None, room)
    return found._replace(draft=found.draft._replace(doubts=_concerning(draft, found.draft)))


def _day(draft: Draft, day: date) -> Had[date]:
    given = (entry.day for entry in timed(draft.entries) if entry.day and entry.day.value == day)
    return next(given, Had(day, "given"))


def _concerning(draft: Draft, kept: Draft) -> tuple[Doubt, ...]:
    """The doubts without those about entries and notes of other days and rooms."""
    left = _places(draft) - _places(kept) - {Place()}
    return tuple(doubt for doubt in draft.doubts if _standing(doubt.place) not in left)


def _places(draft: Draft) -> set[Place]:
    """Where the entries and the notes stand."""
    found = {_standing(note.place) for note in draft.notes}
    waiting = list(draft.entries)
    while waiting:
        entry = waiting.pop()
        found.add(_standing(entry.place))
        waiting += entry.entries or ()
    return found


def _standing(place: Place) -> Place:
    """The place without its columns."""
    return Place(line=place.line, sheet=place.sheet, row=place.row, path=place.path)


def _of_day(entries: tuple[Entry, ...], draft: Draft, day: date) -> tuple[Entry, ...]:
    """Those of the day, and the sessions that hold some of them; those with no time go along."""
    kept = []
    for entry in entries:
        if entry.entries and any(True for _ in timed(entry.entries)):
            below = _of_day(entry.entries, draft, day)
            if any(True for _ in timed(below)) or (entry.start and day_of(entry, draft) == day):
                kept.append(entry._replace(entries=below))
        elif day_of(entry, draft) in (day, None):
            kept.append(entry)
    return tuple(kept)


def _in_room(draft: Draft, day: date | None, room: str | None) -> Chosen:
    rooms = census(draft).rooms
    names = list(dict.fromkeys(_rooms(draft.entries)))
    if room is not None and room not in names:
        raise Unreadable("no_such_room", room=room, rooms=", ".join(names))
    if room is None and (len(rooms) < 2 or not _at_once(draft)):
        return Chosen(draft, day, None)
    chosen_room = room if room is not None else max(rooms, key=lambda count: count.sessions).name
    kept = _of_room(draft.entries, chosen_room)
    return Chosen(draft._replace(entries=kept), day, chosen_room)


def _at_once(draft: Draft) -> bool:
    """Whether in two rooms something runs at the same time."""
    spans = sorted(
        (start, end_of(entry) or start, entry.room)
        for entry in timed(draft.entries)
        if (start := start_of(entry)) is not None and entry.room
    )
    until, where = timedelta(-1), ""
    for start, end, room in spans:
        if start < until and room != where:
            return True
        if end >= until:
            until, where = end, room
    return False


def _of_room(entries: tuple[Entry, ...], room: str) -> tuple[Entry, ...]:
    kept = []
    for entry in entries:
        if entry.room not in ("", room) and not entry.everywhere:
            continue
        if entry.entries:
            below = _of_room(entry.entries, room)
            if not below and not entry.room:
                continue
            entry = entry._replace(entries=below)  # noqa: PLW2901
        kept.append(entry)
    return tuple(kept)
