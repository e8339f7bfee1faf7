"""The frab family: Pentabarf's and frab's XML, pretalx's and the c3voc's JSON, its schema 2.

Rules:
- Each event has its own `date`, which decides; a `<day>` that holds it says which evening a night
  belongs to. Without a date, `start` counts on the day that holds the event.
- The offset written on a date beats the zone that the file declares, which is told. Where the
  offset is that of UTC and `start` is the declared zone's clock, that clock is shown.
- An event is known by its guid; the rooms are those of the events.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind, Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, LONGEST, Civil
from runofshow.formats.draft import DAY_CHANGE, Asked, Doubt, Draft, Entry, Had, How
from runofshow.formats.json_text import shortened
from runofshow.formats.moments import (
    Evenings,
    Moment,
    civil_on,
    read_clock,
    read_day,
    read_frab_length,
    read_moment,
    wall_of,
)
from runofshow.formats.nodes import Node, Tree, json_tree, xml_tree
from runofshow.formats.stripped import cut, plain, plain_line
from runofshow.formats.type_names import kind_of_title, kind_of_type
from runofshow.formats.zones import known_zone, likely_zone, offset_at, show_offset

TOOL: Final = "frab / pretalx"
MOST: Final = 5_000
"""Events that are read of a file; the largest congresses have 2,000."""
_NOTE: Final = 1_000
"""Letters of an abstract that a rundown can hold."""


class _Event(NamedTuple):
    """An event of the file, and the day that holds it; of a `flat` list, the day of its date."""

    node: Node
    room: str = ""
    held: "_Day | None" = None
    flat: bool = False


class _Day(NamedTuple):
    """A day of the file; `ends` is its last moment, by its own clock."""

    day: date
    ends: datetime | None = None


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
    clock = _Clock(conference, events, language)
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


def _events(schedule: Node, conference: Node) -> Iterator[_Event]:
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
                yield _Event(event, name, held)
        for event in (*day.named("event"), *day.named("entry")):
            yield _Event(event, "", held)
    told = tuple(found for node in days if (found := _day(node)))
    for event in (*_children(schedule, "events"), *_children(conference, "events")):
        yield _Event(event, "", _holding(event, told), flat=True)


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


def _day(node: Node) -> _Day | None:
    """The date of a day; its end only where it is at night, as that of an evening is."""
    day = read_day(node["date"].text)
    if day is None:
        return None
    ends = read_moment(node.first("day_end", "end").text)
    late = ends is not None and ends.wall.date() == day + DAY and ends.wall.hour <= 12
    return _Day(day, ends.wall if late and ends else None)


def _holding(event: Node, days: tuple[_Day, ...]) -> _Day | None:
    """The day whose date a flat event has; nights are told by the evenings themselves."""
    moment = read_moment(event.first("date", "start").text)
    found = [day for day in days if moment and day.day == moment.wall.date()]
    return found[0] if found else None


def _once(events: Iterator[_Event]) -> Iterator[_Event]:
    """The events without those that came before, guid and start the same."""
    seen: set[tuple[str, str]] = set()
    for event in events:
        guid = event.node["guid"].text
        key = (guid, event.node.first("date", "start").text + event.room)
        if not guid or key not in seen:
            yield event
            seen.add(key)


def _language(conference: Node, events: list[_Event]) -> str | None:
    """The language most events are in; none tells, the conference's own."""
    told = Counter(
        code for event in events if (code := event.node["language"].text[:2].lower()).isalpha()
    )
    own = conference["defaults"]["language"].text or conference["language"].text
    return told.most_common(1)[0][0] if told else own[:2].lower() or None


# --- when --------------------------------------------------------------------------------------


class _Clock:
    """Whose clock the file's times are shown by, and which evening a night belongs to.

    `zone` is that clock's zone as had, `doubts` what is to be said of it.
    """

    def __init__(self, conference: Node, events: list[_Event], language: str | None) -> None:
        node = conference.first("time_zone_name", "timezone", "time_zone")
        self._declared = known_zone(node.text) if node.text else None
        self.doubts: tuple[Doubt, ...] = ()
        if node.text and self._declared is None:
            said = Sentence.of("zone_not_known", zone=shortened(node.text))
            self.doubts = (Doubt(node.place, "timezone", "missing", None, said),)
        moments = [found for event in events if (found := self.moment(event.node))]
        self.zone = self._zone(node, moments, language)
        self._evenings = Evenings(
            (moment.wall for moment in moments), _change(event.held for event in events)
        )

    def moment(self, event: Node) -> Moment | None:
        """When the event begins, by the clock that its file shows."""
        moment = read_moment(event["date"].text) or read_moment(event["start"].text)
        if moment is None or moment.offset is None or self._declared is None:
            return moment
        clock = read_clock(event["start"].text)
        local = moment.moved(offset_at(self._declared, moment.utc))
        if clock is None:
            return moment if moment.offset else local
        return local if _same(local.wall, clock) and not _same(moment.wall, clock) else moment

    def day(self, moment: Moment) -> date:
        """The day of the programme that a moment belongs to."""
        return self._evenings.day(moment.wall)

    def _zone(self, node: Node, moments: list[Moment], language: str | None) -> Had[str]:
        """The declared zone if no offset gainsays it, else one that fits the offsets."""
        seen = [(moment.utc, moment.offset) for moment in moments if moment.offset is not None]
        declared = self._declared
        if declared and all(offset_at(declared, utc) == offset for utc, offset in seen):
            return Had(declared.key, "given", node.place)
        if not seen:
            return Had(None, "missing", node.place)
        fits = likely_zone(seen, language)
        shown = ", ".join(sorted({show_offset(offset) for _, offset in seen}))
        if declared is None:
            said = Sentence.of("zone_by_offset", offset=shown)
            return self._told(fits, node, said, "inferred")
        said = Sentence.of("zone_beaten", zone=declared.key, offset=shown)
        return self._told(fits, node, said, "repaired")

    @staticmethod
    def _told(zone: ZoneInfo | None, node: Node, said: Sentence, how: How) -> Had[str]:
        if zone is None:
            return Had(None, "missing", node.place, said)
        return Had(zone.key, how, node.place, said)


def _same(wall: datetime, clock: Civil) -> bool:
    return (wall.hour, wall.minute) == (clock.hour % 24, clock.minute)


def _change(days: Iterator[_Day | None]) -> Civil:
    """The hour at which the file's days change, if it tells one hour."""
    told = {Civil(day.ends.hour, day.ends.minute) for day in days if day and day.ends}
    return told.pop() if len(told) == 1 else DAY_CHANGE


class _When(NamedTuple):
    day: Had[date] | None
    start: Had[Civil] | None
    wall: datetime | None = None
    offset: timedelta | None = None


def _when(event: _Event, clock: _Clock) -> _When:
    """When an event begins: by its own date, else by its hour on the day that holds it."""
    node = event.node
    moment = clock.moment(node)
    if moment is None:
        return _by_hour(event)
    own = node["date"] if read_moment(node["date"].text) else node["start"]
    day, why = _programme_day(event, moment, clock)
    civil = civil_on(moment.wall, day)
    told = read_clock(node["start"].text)
    start: Had[Civil] = Had(civil, "given", own.place)
    if civil and told and not _same(moment.wall, told):
        said = Sentence.of("clocks_differ", date=Civil(civil.hour % 24, civil.minute), start=told)
        start = Had(civil, "repaired", node["start"].place, said)
    return _When(Had(day, _how(why), own.place, why), start, moment.wall, moment.offset)


def _how(why: Sentence | None) -> How:
    if why is None:
        return "given"
    return "repaired" if why.code == "day_elsewhere" else "inferred"


def _programme_day(event: _Event, moment: Moment, clock: _Clock) -> tuple[date, Sentence | None]:
    """The day that holds the event if its date can belong to it, else the date's own."""
    held, own = event.held, moment.wall.date()
    if held and not event.flat:
        if own == held.day or (own == held.day + DAY and moment.wall.hour < 12):
            return held.day, None
        said = Sentence.of("day_elsewhere", day=held.day.isoformat(), date=own.isoformat())
        return clock.day(moment), said
    day = clock.day(moment)
    return day, Sentence.of("night_before", day=day.isoformat()) if day != own else None


def _by_hour(event: _Event) -> _When:
    node, held = event.node, event.held
    start = _clock(node["start"].text)
    day = read_day(node["date"].text) or (held.day if held else None)
    had_day = Had(day, "given", node["start"].place) if day else None
    if start is None:
        text = node.first("start", "date").text
        why = (
            Sentence.of("time_not_read", text=shortened(text))
            if text
            else Sentence.of("time_not_told")
        )
        return _When(had_day, Had(None, "missing", node["start"].place, why))
    if start < DAY_CHANGE and held and held.ends:
        start = Civil(start.hour + 24, start.minute, start.second)
    return _When(
        had_day, Had(start, "given", node["start"].place), wall_of(day, start) if day else None
    )


def _clock(text: str) -> Civil | None:
    """An hour, with its colon or as four digits."""
    return read_clock(re.sub(r"\A(\d\d)(\d\d)\Z", r"\1:\2", text, flags=re.ASCII))


def _lasting(node: Node, when: _When) -> Had[timedelta]:
    """How long an event lasts: its duration, else from its start to its end."""
    told = node["duration"]
    read = read_frab_length(told.text) if told.text else None
    if read and read.length > LONGEST:
        said = Sentence.of("length_too_long", text=shortened(told.text))
        return Had(None, "missing", told.place, said)
    if read and read.sure:
        return Had(read.length, "given", told.place)
    if read:
        taken = read.length
        said = Sentence.of("length_two_ways", text=shortened(told.text), taken=taken)
        return Had(taken, "inferred", told.place, said)
    until = _until(node, when)
    if until is not None:
        return Had(until, "given", node["end"].place)
    if told.text:
        said = Sentence.of("length_not_read", text=shortened(told.text))
        return Had(None, "missing", told.place, said)
    return Had(None, "missing", node.place, Sentence.of("length_not_told"))


def _until(node: Node, when: _When) -> timedelta | None:
    """The time from the start to the `end`, if it has one that comes after within a day."""
    if when.wall is None:
        return None
    ends = read_moment(node["end"].text)
    if ends is None:
        clock = read_clock(node["end"].text)
        lasts = (wall_of(when.wall.date(), clock) - when.wall) % DAY if clock else None
        return lasts or None
    if ends.offset is not None and when.offset is not None:
        ends = ends.moved(when.offset)
    lasts = ends.wall - when.wall
    return lasts if timedelta(0) < lasts <= LONGEST else None


# --- what --------------------------------------------------------------------------------------


def _entry(event: _Event, clock: _Clock, language: str | None, rooms: Mapping[str, str]) -> Entry:
    node = event.node
    when = _when(event, clock)
    speakers, title = tuple(_speakers(node)), plain_line(node["title"].text)
    return Entry(
        title=title,
        place=node.place,
        kind=_kind(node["type"]) or kind_of_title(title, node["title"].place, bool(speakers)),
        day=when.day,
        start=when.start,
        duration=_lasting(node, when),
        room=_room(node["room"], rooms) or event.room,
        speakers=speakers,
        note=_note(node, language),
        key=node.first("guid", "code", "id").text,
        offset=when.offset,
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
