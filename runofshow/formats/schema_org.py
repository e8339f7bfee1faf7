"""schema.org's events as JSON-LD: a file, or what a web page holds for search engines.

Rules:
- An event with events in it is a session, or the whole programme when nothing stands beside it.
- Times carry the distance from UTC of their place; a date alone is no time.
- Performers speak, organisers do not. The place of the whole is the venue, that of a part a room.
- An event schedule stands on each of its days.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, LONGEST, Civil
from runofshow.formats import json_text
from runofshow.formats.draft import Asked, Doubt, Draft, Entry, Had
from runofshow.formats.encoding import decoded
from runofshow.formats.json_text import shortened
from runofshow.formats.linked_schedule import occurrences
from runofshow.formats.moments import (
    Evenings,
    Moment,
    civil_on,
    read_day,
    read_iso_length,
    read_moment,
)
from runofshow.formats.nodes import Node, Tree, json_tree, laid_out
from runofshow.formats.stripped import cut, plain, plain_line
from runofshow.formats.type_names import kind_of_title
from runofshow.formats.zones import likely_zone, show_offset

TOOL: Final = "schema.org"
MOST: Final = 5_000
_NOTE: Final = 1_000
_DEEPEST: Final = 8
_SCRIPT: Final = re.compile(
    r"<script\b[^>]*\btype\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
_EVENT: Final = re.compile(r"\w*Event|Festival|Hackathon|CourseInstance|EventSeries")
_LANGUAGE: Final = re.compile(r"[a-z]{2}(-[A-Za-z]{2,4})?")
_INNER: Final = ("subEvent", "subEvents", "hasPart")


class _Found(NamedTuple):
    """An event, the events in it, and the moments at which it begins."""

    node: Node
    inner: "tuple[_Found, ...]"
    starts: tuple[Moment, ...]
    above: str = ""
    """The name of what it stands in, for one without a name of its own."""


def read(data: bytes, asked: Asked) -> Draft:
    """What the events of a file or a page say; raises Unreadable when there are none."""
    tree = _tree(data, asked)
    graph = _Graph(tree.top, asked)
    roots = [graph.found(node, 0) for node in graph.roots()]
    if not roots:
        raise Unreadable("export_other", tool=TOOL, key="@type: Event")
    if graph.count > MOST:
        raise Unreadable("export_many", tool=TOOL, limit=MOST)
    return _draft(tree, graph, roots)


def events_in_page(text: str) -> int:
    """How many events with a time the page holds for search engines; 0 if they make no sense."""
    dates = (re.findall(r'"startDate"\s*:\s*"[^"]*\dT\d', part) for part in _SCRIPT.findall(text))
    return sum(len(found) for found in dates)


def _tree(data: bytes, asked: Asked) -> Tree:
    """The JSON of the file, or that of all scripts of the page which are whole."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return json_tree(data)
    values = []
    trouble: Unreadable | None = None
    for script in _SCRIPT.findall(decoded(data, asked).text):
        bare = re.sub(r"\A\s*(<!--|//<!\[CDATA\[)|(-->|//\]\]>)\s*\Z", "", script)
        try:
            values.append(json_text.parse(bare.encode(), strict=False).values)
        except Unreadable as error:
            trouble = trouble or error
    if trouble is not None and not values:
        raise trouble
    return laid_out(values)


# --- the events and what is in them ------------------------------------------------------------


def _texts(node: Node) -> Iterator[str]:
    """The words of a value, however it is wrapped: in a list, by language, with a type."""
    if node.text:
        yield node.text
    elif node["@value"].text:
        yield node["@value"].text
    else:
        for child in node.children:
            if isinstance(child.name, int) or _LANGUAGE.fullmatch(child.name):
                yield from _texts(child)


def _text(node: Node) -> str:
    return next(_texts(node), "")


def _types(node: Node) -> set[str]:
    return {re.split(r"[/#:]", text)[-1] for text in _texts(node["@type"])}


def _is_event(node: Node) -> bool:
    return any(_EVENT.fullmatch(name) for name in _types(node))


def _each(node: Node) -> list[Node]:
    """The value itself, or those of a list."""
    return node.children if node.children and isinstance(node.children[0].name, int) else [node]


class _Graph:
    """All things of the file by their @id, and which of them are events.

    `count` of them; `left` out are those that stand too deep in others.
    """

    def __init__(self, top: Node, asked: Asked) -> None:
        self._asked = asked
        self._by_id: dict[str, Node] = {}
        self._within: set[int] = set()
        self._events: list[Node] = []
        self.count = 0
        self.left: list[Node] = []
        self._gather(top, 0)
        for event in self._events:
            for child in self._inner(event):
                self._within.add(id(child))

    def _gather(self, node: Node, depth: int) -> None:
        name = node["@id"].text
        if name and len(node.children) > 1:
            self._by_id.setdefault(name, node)
        if _is_event(node):
            self._events.append(node)
        if depth < json_text.DEEPEST:
            for child in node.children:
                if child.name != "superEvent":
                    self._gather(child, depth + 1)

    def whole(self, node: Node) -> Node:
        """The thing that a bare reference names, or the thing itself."""
        name = node["@id"].text or node.text
        return self._by_id.get(name, node) if len(node.children) <= 1 else node

    def _inner(self, node: Node) -> Iterator[Node]:
        for key in _INNER:
            for child in _each(node[key]):
                whole = self.whole(child)
                if whole.children and (_is_event(whole) or key != "hasPart"):
                    yield whole

    def roots(self) -> list[Node]:
        """The events that stand in no other."""
        return [node for node in self._events if id(node) not in self._within]

    def found(self, node: Node, depth: int, above: str = "") -> _Found:
        """The event with those in it, however deep."""
        self.count += 1
        named = plain_line(_text(node["name"])) or above
        inner: tuple[_Found, ...] = ()
        if depth < _DEEPEST and self.count <= MOST:
            inner = tuple(self.found(child, depth + 1, named) for child in self._inner(node))
        elif self.count <= MOST:
            self.left += self._inner(node)
        return _Found(node, inner, tuple(self._starts(node)), above)

    def _starts(self, node: Node) -> Iterator[Moment]:
        told = read_moment(_text(node["startDate"]))
        if told is not None:
            yield told
            return
        for schedule in _each(node["eventSchedule"]):
            yield from occurrences(self.whole(schedule), self._asked.today)


# --- from events to entries --------------------------------------------------------------------


def _draft(tree: Tree, graph: _Graph, roots: list[_Found]) -> Draft:
    whole = roots[0] if len(roots) == 1 and roots[0].inner else None
    listed = list(whole.inner if whole else roots)
    reader = _Reader(graph, listed, whole)
    entries = sorted((entry for found in listed for entry in reader.entries(found)), key=_order)
    if not entries:
        raise Unreadable("export_empty", tool=TOOL)
    days = {entry.day.value for entry in entries if entry.day}
    return Draft(
        format="schema.org",
        source=tree.source,
        entries=tuple(entries),
        title=_title(graph, whole, roots),
        day=next((e.day for e in entries if e.day and len(days) == 1), Had(None, "missing")),
        timezone=_zone(reader.moments, listed),
        language=_text((whole or roots[0]).node["inLanguage"])[:2].lower() or None,
        venue=reader.venue,
        doubts=(*reader.doubts, *_too_deep(graph)),
    )


def _too_deep(graph: _Graph) -> Iterator[Doubt]:
    """The events that stand in too many others to be read."""
    if graph.left:
        name = shortened(plain_line(_text(graph.left[0]["name"])))
        said = Sentence.of("events_deep", title=name, count=len(graph.left), limit=_DEEPEST)
        yield Doubt(graph.left[0].place, "", "missing", None, said)


def _order(entry: Entry) -> tuple[date, Civil]:
    day = entry.day.value if entry.day else None
    start = entry.start.value if entry.start else None
    return day or date.max, start or Civil(99)


def _title(graph: _Graph, whole: _Found | None, roots: list[_Found]) -> Had[str]:
    above = whole.node if whole else graph.whole(roots[0].node["superEvent"])
    title = plain_line(_text(above["name"]))
    return Had(title, "given", above["name"].place) if title else Had(None, "missing")


def _zone(moments: list[Moment], listed: list[_Found]) -> Had[str]:
    seen = [(moment.utc, moment.offset) for moment in moments if moment.offset is not None]
    place = listed[0].node["startDate"].place
    zone = likely_zone(seen)
    if zone is None:
        return Had(None, "missing")
    if zone.key == "UTC":
        return Had("UTC", "inferred", place, Sentence.of("zone_utc_only"))
    offsets = ", ".join(sorted({show_offset(offset) for _, offset in seen}))
    return Had(zone.key, "inferred", place, Sentence.of("zone_by_offset", offset=offsets))


class _Reader:
    """Makes entries of events. `venue` as had; `doubts` told; `moments` at which all begin."""

    def __init__(self, graph: _Graph, listed: list[_Found], whole: _Found | None) -> None:
        self._graph = graph
        self.doubts: list[Doubt] = []
        self.moments = [moment for found in listed for moment in _moments(found)]
        self._evenings = Evenings(moment.wall for moment in self.moments)
        place = whole.node["location"] if whole else Node("location", None, None, None)
        name = self._place(place)
        self._venue = name
        self.venue: Had[str] = Had(name, "given", place.place) if name else Had(None, "missing")

    def entries(self, found: _Found) -> Iterator[Entry]:
        """The entries of an event: itself, on each of its days, or those in a span of days."""
        inner = tuple(entry for child in found.inner for entry in self.entries(child))
        if inner and self._spans_days(found):
            yield from inner
        elif inner:
            yield self._entry(found, next(iter(found.starts), None), inner)
        elif found.starts:
            for starts in found.starts:
                yield self._entry(found, starts, None)
        else:
            yield self._entry(found, None, None)

    def _spans_days(self, found: _Found) -> bool:
        first, last = (read_day(_text(found.node[key])) for key in ("startDate", "endDate"))
        days = {moment.wall.date() for moment in _moments(found)}
        return (first is not None and last is not None and last - first > DAY) or len(days) > 2

    def _entry(
        self, found: _Found, starts: Moment | None, inner: tuple[Entry, ...] | None
    ) -> Entry:
        node = found.node
        day = self._evenings.day(starts.wall) if starts else read_day(_text(node["startDate"]))
        cancelled = _text(node["eventStatus"]).endswith("Cancelled")
        title = plain_line(_text(node["name"]) or _text(node["headline"])) or found.above
        if cancelled:
            said = Sentence.of("event_cancelled", title=shortened(title))
            self.doubts.append(Doubt(node["eventStatus"].place, "skip", "given", None, said))
        speakers = tuple(self._speakers(node))
        return Entry(
            title=title,
            place=node.place,
            kind=kind_of_title(title, node["name"].place, bool(speakers))
            if inner is None
            else None,
            day=_day(node, day, starts),
            start=_start(node, day, starts) if inner is None or starts else None,
            end=_end(node, day, starts) if starts and day else None,
            room=self._room(node),
            speakers=speakers,
            note=cut(plain(_text(node["description"])), _NOTE),
            key=_text(node["@id"]) or _text(node["identifier"]),
            offset=starts.offset if starts else None,
            fields=(("skip", True),) if cancelled else (),
            entries=inner,
        )

    def _place(self, location: Node) -> str:
        """The name of the first place that has one."""
        for each in _each(location):
            whole = self._graph.whole(each)
            name = plain_line(_text(whole["name"])) or plain_line(_text(whole))
            if name and not re.match(r"https?://", name):
                return name
        return ""

    def _room(self, node: Node) -> str:
        room = self._place(node["location"])
        return room if room != self._venue else ""

    def _speakers(self, node: Node) -> Iterator[Speaker]:
        for key in ("performer", "performers", "speaker"):
            for each in _each(node[key]):
                person = self._graph.whole(each)
                name = plain_line(_text(person["name"]) or _text(person))
                given = f"{_text(person['givenName'])} {_text(person['familyName'])}".strip()
                if name or given:
                    employer = self._graph.whole(person.first("worksFor", "affiliation"))
                    yield Speaker(
                        name=name or plain_line(given),
                        role=plain_line(_text(person["jobTitle"])) or None,
                        organisation=plain_line(_text(employer["name"]) or _text(employer)) or None,
                    )


def _moments(found: _Found) -> Iterator[Moment]:
    yield from found.starts
    for child in found.inner:
        yield from _moments(child)


def _day(node: Node, day: date | None, starts: Moment | None) -> Had[date] | None:
    place = node["startDate"].place
    if day is None:
        return None
    if starts is None or day == starts.wall.date():
        return Had(day, "given", place)
    return Had(day, "inferred", place, Sentence.of("night_before", day=day.isoformat()))


def _start(node: Node, day: date | None, starts: Moment | None) -> Had[Civil]:
    place, text = node["startDate"].place, _text(node["startDate"])
    civil = civil_on(starts.wall, day) if starts and day else None
    if civil is not None:
        return Had(civil, "given", place)
    if text and day is None:
        return Had(None, "missing", place, Sentence.of("time_not_read", text=shortened(text)))
    return Had(None, "missing", place, Sentence.of("time_not_told"))


def _end(node: Node, day: date, starts: Moment) -> Had[Civil]:
    """The end: by endDate, by the length, by the end of the schedule."""
    ends = _lasting(node, starts)
    place = node["endDate"].place
    if ends is None:
        return Had(None, "missing", place, Sentence.of("length_not_told"))
    lasts = ends - starts.wall
    if lasts <= timedelta(0):
        said = Sentence.of(
            "end_before_start",
            end=Civil(ends.hour, ends.minute),
            start=Civil(starts.wall.hour, starts.wall.minute),
        )
        return Had(None, "missing", place, said)
    if lasts > LONGEST:
        said = Sentence.of("length_too_long", text=ends.isoformat())
        return Had(None, "missing", place, said)
    return Had(civil_on(ends, day), "given", place)


def _lasting(node: Node, starts: Moment) -> datetime | None:
    ends = read_moment(_text(node["endDate"]))
    if ends is not None:
        if ends.offset is not None and starts.offset is not None:
            ends = ends.moved(starts.offset)
        return ends.wall
    for holder in (node, *_each(node["eventSchedule"])):
        length = read_iso_length(_text(holder["duration"]))
        if length:
            return starts.wall + length
        clock = re.match(r"(\d\d):(\d\d)", _text(holder["endTime"]))
        if clock and int(clock[1]) < 24 and int(clock[2]) < 60:
            end = starts.wall.replace(hour=int(clock[1]), minute=int(clock[2]))
            return end if end > starts.wall else end + DAY
    return None
