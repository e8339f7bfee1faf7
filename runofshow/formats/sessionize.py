"""Sessionize's API: the views All, Sessions and GridSmart (sessionize.com/playbook/api).

Rules:
- Times are those of the place, without a zone, unless a time carries its own.
- A service session is a break, a plenum one concerns all rooms.
- A session stands once, in however many grids it is repeated; one declined is not there.
- A category called after formats or types tells the kind.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind, Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import LONGEST, Civil
from runofshow.formats.draft import Asked, Draft, Entry, Had
from runofshow.formats.json_text import shortened
from runofshow.formats.moments import Evenings, Moment, civil_on, read_moment
from runofshow.formats.nodes import Node, Tree, json_tree
from runofshow.formats.stripped import cut, plain, plain_line
from runofshow.formats.taglines import read_tagline
from runofshow.formats.type_names import kind_of_title, kind_of_type
from runofshow.formats.zones import likely_zone, show_offset

TOOL: Final = "Sessionize"
MOST: Final = 5_000
_NOTE: Final = 1_000
_TYPES: Final = re.compile(r"\b(format|type|typ|art)\b", re.IGNORECASE)
_LEFT_OUT: Final = ("declined", "withdrawn", "rejected", "decline_queue")


class _Known(NamedTuple):
    """What sessions refer to by number: rooms, speakers, formats."""

    rooms: Mapping[str, str]
    speakers: Mapping[str, Node]
    formats: Mapping[str, str]


class _Session(NamedTuple):
    """A session, and the room whose list it stands in, if one."""

    node: Node
    room: str = ""

    @property
    def starts(self) -> Moment | None:
        return read_moment(self.node["startsAt"].text)


def read(data: bytes, asked: Asked) -> Draft:
    """What an answer of the API says; raises Unreadable when it is none, or has no sessions."""
    del asked
    tree = json_tree(data)
    known = _known(tree.top)
    sessions = list(_once(_sessions(tree.top)))
    if not sessions:
        shown = tree.top["sessions"] or any(node["sessions"] for node in tree.top.children)
        if shown or any(node["rooms"] for node in tree.top.children):
            raise Unreadable("export_empty", tool=TOOL)
        raise Unreadable("export_other", tool=TOOL, key="sessions")
    if len(sessions) > MOST:
        raise Unreadable("export_many", tool=TOOL, limit=MOST)
    return _draft(tree, known, sessions)


def _draft(tree: Tree, known: _Known, sessions: list[_Session]) -> Draft:
    moments = [session.starts for session in sessions]
    evenings = Evenings(moment.wall for moment in moments if moment)
    entries = sorted(
        (_entry(session, known, evenings) for session in sessions),
        key=_order,
    )
    days = {entry.day.value for entry in entries if entry.day}
    return Draft(
        format="sessionize",
        source=tree.source,
        entries=tuple(entries),
        title=_title(tree.top),
        day=next((e.day for e in entries if e.day and len(days) == 1), Had(None, "missing")),
        timezone=_zone(sessions),
    )


def _order(entry: Entry) -> tuple[date, Civil]:
    day = entry.day.value if entry.day else None
    start = entry.start.value if entry.start else None
    return day or date.max, start or Civil(99)


def _title(top: Node) -> Had[str]:
    node = top.first("eventName", "name", "title")
    title = plain_line(node.text)
    return Had(title, "given", node.place) if title else Had(None, "missing")


def _zone(sessions: list[_Session]) -> Had[str]:
    """A zone, where times carry their distance from UTC."""
    told = [(session.node["startsAt"], session.starts) for session in sessions]
    seen = [
        (node, moment) for node, moment in told if moment is not None and moment.offset is not None
    ]
    if not seen:
        return Had(None, "missing")
    pairs = [(moment.utc, moment.offset or timedelta(0)) for _, moment in seen]
    zone = likely_zone(pairs)
    place = seen[0][0].place
    if zone is None:
        return Had(None, "missing", place)
    if zone.key == "UTC":
        return Had("UTC", "inferred", place, Sentence.of("zone_utc_only"))
    offset = ", ".join(sorted({show_offset(offset) for _, offset in pairs}))
    return Had(zone.key, "inferred", place, Sentence.of("zone_by_offset", offset=offset))


# --- what the answer holds ---------------------------------------------------------------------


def _known(top: Node) -> _Known:
    rooms = {
        node["id"].text: plain_line(node["name"].text)
        for holder in (top, *top.children)
        for node in holder["rooms"].children
    }
    speakers = {node["id"].text: node for node in top["speakers"].children}
    return _Known(rooms, speakers, dict(_formats(top)))


def _formats(top: Node) -> Iterator[tuple[str, str]]:
    for category in top["categories"].children:
        if _TYPES.search(category["title"].text):
            for item in category["items"].children:
                yield item["id"].text, item["name"].text


def _sessions(top: Node) -> Iterator[_Session]:
    """The sessions of any view."""
    for node in top["sessions"].children:
        yield _Session(node)
    for part in top.children if not top["sessions"] else ():
        for node in part["sessions"].children:  # the view Sessions: groups
            yield _Session(node)
        for room in part["rooms"].children:  # the view GridSmart: days
            for node in room["sessions"].children:
                yield _Session(node, plain_line(room["name"].text))


def _once(sessions: Iterator[_Session]) -> Iterator[_Session]:
    seen: set[tuple[str, str]] = set()
    for session in sessions:
        node = session.node
        key = (node["id"].text, node["startsAt"].text)
        listed = node["status"].text.lower() not in _LEFT_OUT
        if node.children and listed and (not key[0] or key not in seen):
            seen.add(key)
            yield session


# --- from sessions to entries ------------------------------------------------------------------


def _entry(session: _Session, known: _Known, evenings: Evenings) -> Entry:
    node, starts = session.node, session.starts
    service, plenum = node["isServiceSession"].true, node["isPlenumSession"].true
    day = evenings.day(starts.wall) if starts else None
    return Entry(
        title=plain_line(node["title"].text),
        place=node.place,
        kind=_kind(node, known),
        day=_day(node, starts, day) if starts and day else None,
        start=_start(node, starts, day),
        end=_end(node, starts, day) if starts and day else None,
        room=_room(session, known),
        speakers=tuple(_speakers(node, known)),
        note=cut(plain(node["description"].text), _NOTE),
        key=_key(node),
        offset=starts.offset if starts else None,
        everywhere=service or plenum,
    )


def _key(node: Node) -> str:
    key = node["id"].text
    return f"sessionize-{key}" if key.isdigit() else key


def _room(session: _Session, known: _Known) -> str:
    """The room of a session; a plenum one stands in the list of every room, and has its own."""
    node = session.node
    own = plain_line(node["room"].text) or known.rooms.get(node["roomId"].text, "")
    return own or ("" if node["isPlenumSession"].true else session.room)


def _day(node: Node, starts: Moment, day: date) -> Had[date]:
    place = node["startsAt"].place
    if day == starts.wall.date():
        return Had(day, "given", place)
    return Had(day, "inferred", place, Sentence.of("night_before", day=day))


def _start(node: Node, starts: Moment | None, day: date | None) -> Had[Civil]:
    place, text = node["startsAt"].place, node["startsAt"].text
    civil = civil_on(starts.wall, day) if starts and day else None
    if civil is not None:
        return Had(civil, "given", place)
    if text:
        return Had(None, "missing", place, Sentence.of("time_not_read", text=shortened(text)))
    return Had(None, "missing", place, Sentence.of("time_not_told"))


def _end(node: Node, starts: Moment, day: date) -> Had[Civil]:
    place, text = node["endsAt"].place, node["endsAt"].text
    ends = read_moment(text)
    if ends is None:
        why = Sentence.of("time_not_read", text=shortened(text))
        return Had(None, "missing", place, why if text else Sentence.of("length_not_told"))
    if ends.offset is not None and starts.offset is not None:
        ends = ends.moved(starts.offset)
    lasts = ends.wall - starts.wall
    civil = civil_on(ends.wall, day)
    if civil is None or not timedelta(0) < lasts <= LONGEST:
        return Had(None, "missing", place, _impossible(starts.wall, ends.wall))
    return Had(civil, "given", place)


def _impossible(start: datetime, end: datetime) -> Sentence:
    if end > start:
        return Sentence.of("length_too_long", text=end.isoformat())
    return Sentence.of(
        "end_before_start", end=Civil(end.hour, end.minute), start=Civil(start.hour, start.minute)
    )


def _kind(node: Node, known: _Known) -> Had[Kind] | None:
    """What a format or the title says it is; of a service session else a break."""
    for item in node["categoryItems"].children:
        kind = kind_of_type(known.formats.get(item.text, ""))
        if kind:
            return Had(kind, "given", item.place)
    for category in node["categories"].children:
        if _TYPES.search(category["name"].text):
            for item in category["categoryItems"].children:
                kind = kind_of_type(item["name"].text)
                if kind:
                    return Had(kind, "given", item.place)
    service = node["isServiceSession"]
    titled = kind_of_title(plain_line(node["title"].text), node["title"].place, not service.true)
    if service.true and titled is None:
        return Had(Kind.BREAK, "inferred", service.place, Sentence.of("kind_service"))
    return titled


def _speakers(node: Node, known: _Known) -> Iterator[Speaker]:
    for named in node["speakers"].children:
        person = known.speakers.get(named.text or named["id"].text, named)
        name = plain_line(person.first("fullName", "name").text) or plain_line(
            f"{person['firstName'].text} {person['lastName'].text}"
        )
        if name:
            line = read_tagline(person["tagLine"].text)
            yield Speaker(name=name, role=line.role, organisation=line.organisation)
