"""The frab family: Pentabarf's and frab's XML, pretalx's and the c3voc's JSON, its schema 2.

Rules:
- Each event has its own `date`, which decides; a `<day>` that holds it says which evening a night
  belongs to. Without a date, `start` counts on the day that holds the event.
- The offset written on a date beats the zone that the file declares, which is told. Where the
  offset is that of UTC and `start` is the declared zone's clock, that clock is shown.
- An event is known by its guid; the rooms are those of the events.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind, Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, Civil
from runofshow.formats.draft import Asked, Draft, Entry, Had
from runofshow.formats.frab_times import Clock, Event, FrabDay, lasting, when
from runofshow.formats.moments import read_day, read_moment
from runofshow.formats.nodes import Node, Tree, json_tree, xml_tree
from runofshow.formats.stripped import cut, plain, plain_line
from runofshow.formats.type_names import kind_of_title, kind_of_type

TOOL: Final = "frab / pretalx"
MOST: Final = 5_000
"""Events that are read of a file; the largest congresses have 2,000."""
_NOTE: Final = 1_000
"""Letters of an abstract that a rundown can hold."""


def read(data: bytes, asked: Asked) -> Draft:
    """What a schedule in XML or in JSON says; raises Unreadable when it is none."""
    del asked
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return _json(data) if start in (b"{", b"[") else _xml(data)


def _xml(data: bytes) -> Draft:
    tree = xml_tree(data)
    schedule = tree.top["schedule"]
    if not schedule:
        raise Unreadable("export_other", tool=TOOL, key="schedule")
    return _draft("frab-xml", tree, schedule)


def _json(data: bytes) -> Draft:
    """What a schedule.json of version 1 or of schema 2 says."""
    tree = json_tree(data)
    schedule = tree.top.first("schedule")
    if not schedule.children and tree.top["conference"]:
        schedule = tree.top
    if not schedule.children:
        raise Unreadable("export_other", tool=TOOL, key="schedule")
    return _draft("frab-json", tree, schedule)


def _draft(name: str, tree: Tree, schedule: Node) -> Draft:
    conference = schedule["conference"]
    events = list(_once(_events(schedule, conference)))
    if not events:
        raise Unreadable("export_empty", tool=TOOL)
    if len(events) > MOST:
        raise Unreadable("export_many", tool=TOOL, limit=MOST)
    language = _language(conference, events)
    clock = Clock(conference, events, language)
    rooms = dict(_rooms(conference))
    entries = sorted((_entry(event, clock, language, rooms) for event in events), key=_order)
    return Draft(
        format=name,
        source=tree.source,
        entries=tuple(entries),
        title=_title(conference),
        day=_first_day(entries),
        timezone=clock.zone,
        language=language,
        doubts=clock.doubts,
    )


def _order(entry: Entry) -> tuple[date, Civil]:
    day = entry.day.value if entry.day else None
    start = entry.start.value if entry.start else None
    return day or date.max, start or Civil(99)


def _title(conference: Node) -> Had[str]:
    node = conference.first("title", "acronym")
    title = plain_line(node.text)
    return Had(title, "given", node.place) if title else Had(None, "missing")


def _first_day(entries: list[Entry]) -> Had[date]:
    days = [entry.day for entry in entries if entry.day and entry.day.value]
    return days[0] if len({had.value for had in days}) == 1 else Had(None, "missing")


# --- what the file holds -----------------------------------------------------------------------


def _events(schedule: Node, conference: Node) -> Iterator[Event]:
    """The events of either shape: days with rooms, or one flat list."""
    holders = [*schedule.named("day"), *schedule.named("days"), *conference.named("days")]
    days = [day for holder in holders for day in (_listed(holder))]
    for day in days:
        held = _day(day)
        for room in (*day.named("room"), *_children(day, "rooms")):
            name = plain_line(room.first("name").text) or (
                str(room.name) if isinstance(room.name, str) and room.rank is None else ""
            )
            for event in _events_of(room):
                yield Event(event, name, held)
        for event in (*day.named("event"), *day.named("entry")):
            yield Event(event, "", held)
    told = tuple(found for node in days if (found := _day(node)))
    for event in (*_children(schedule, "events"), *_children(conference, "events")):
        yield Event(event, "", _holding(event, told), flat=True)


def _listed(holder: Node) -> list[Node]:
    """A <day>, or the days of a JSON list or object of them."""
    return [holder] if holder.rank is not None or holder["rooms"] else holder.children


def _children(node: Node, name: str) -> list[Node]:
    return node[name].children


def _events_of(room: Node) -> Iterator[Node]:
    if room.rank is not None:
        yield from room.named("event")
    elif room["events"]:
        yield from room["events"].children
    else:
        yield from (child for child in room.children if child.children)


def _day(node: Node) -> FrabDay | None:
    """The date of a day; its end only where it is at night, as that of an evening is."""
    day = read_day(node["date"].text)
    if day is None:
        return None
    ends = read_moment(node.first("day_end", "end").text)
    late = ends is not None and ends.wall.date() == day + DAY and ends.wall.hour <= 12
    return FrabDay(day, ends.wall if late and ends else None)


def _holding(event: Node, days: tuple[FrabDay, ...]) -> FrabDay | None:
    """The day whose date a flat event has; nights are told by the evenings themselves."""
    moment = read_moment(event.first("date", "start").text)
    found = [day for day in days if moment and day.day == moment.wall.date()]
    return found[0] if found else None


def _once(events: Iterator[Event]) -> Iterator[Event]:
    """The events without those that came before, guid and start the same."""
    seen: set[tuple[str, str]] = set()
    for event in events:
        guid = event.node["guid"].text
        key = (guid, event.node.first("date", "start").text + event.room)
        if not guid or key not in seen:
            yield event
            seen.add(key)


def _language(conference: Node, events: list[Event]) -> str | None:
    """The language most events are in; none tells, the conference's own."""
    told = Counter(
        code for event in events if (code := event.node["language"].text[:2].lower()).isalpha()
    )
    own = conference["defaults"]["language"].text or conference["language"].text
    return told.most_common(1)[0][0] if told else own[:2].lower() or None


# --- what --------------------------------------------------------------------------------------


def _entry(event: Event, clock: Clock, language: str | None, rooms: Mapping[str, str]) -> Entry:
    node = event.node
    times = when(event, clock)
    speakers, title = tuple(_speakers(node)), plain_line(node["title"].text)
    return Entry(
        title=title,
        place=node.place,
        kind=_kind(node["type"]) or kind_of_title(title, node["title"].place, bool(speakers)),
        day=times.day,
        start=times.start,
        duration=lasting(node, times),
        room=_room(node["room"], rooms) or event.room,
        speakers=speakers,
        note=_note(node, language),
        key=node.first("guid", "code", "id").text,
        offset=times.offset,
    )


def _kind(node: Node) -> Had[Kind] | None:
    kind = kind_of_type(node.text)
    return Had(kind, "given", node.place) if kind else None


def _room(node: Node, rooms: Mapping[str, str]) -> str:
    """The room by its name, or by what the conference calls it."""
    named = plain_line(node.text or node["name"].text)
    return rooms.get(named, named) or rooms.get(node.first("guid", "slug", "id").text, "")


def _rooms(conference: Node) -> Iterator[tuple[str, str]]:
    """The names of the rooms by whatever an event may say instead: a guid, a slug."""
    for room in conference["rooms"].children:
        name = plain_line(room["name"].text)
        for key in ("guid", "slug", "id"):
            if name and room[key].text:
                yield room[key].text, name


_NO_SPEAKER: Final = ("MODERATOR", "HOST", "CHAIR")


_PEOPLE: Final = ("persons", "participants", "speakers")


def _speakers(node: Node) -> Iterator[Speaker]:
    """Who speaks; a moderator chairs."""
    for person in (child for key in _PEOPLE for child in node[key].children):
        name = plain_line(
            person.text or person.first("public_name", "name", "full_public_name").text
        )
        if name:
            yield Speaker(name=name, chair=person["role"].text.upper() in _NO_SPEAKER)


def _note(node: Node, language: str | None) -> str:
    """The subtitle, that nothing is to be recorded, and the abstract."""
    subtitle = plain_line(node["subtitle"].text)
    silent = node["do_not_record"].true or node["recording"]["optout"].true
    never = Sentence.of("not_recorded").text(language or "en") if silent else ""
    abstract = cut(plain(node.first("abstract", "description").text), _NOTE)
    return "\n".join(part for part in (subtitle, never, abstract) if part)
