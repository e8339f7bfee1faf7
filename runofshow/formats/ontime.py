"""Ontime's projects: version 4 with its rundowns, version 3 and before with one list.

Rules:
- Times are milliseconds since midnight. What begins no later than what it follows, or follows
  something that crossed midnight, is on the next day, as Ontime reckons.
- A group (a block) is a session; one with nothing in it is an item of that name.
- A linked start is not a given one: the item follows the one before it.
- A delay is no plan: the times are those planned, and the delay is told.
- A custom field called after people holds the speakers; any other is a department's column.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, LAST_HOUR, LONGEST, SECOND, ZERO, Civil
from runofshow.formats.draft import Asked, Doubt, Draft, Entry, Had
from runofshow.formats.json_text import shortened
from runofshow.formats.names_apart import names_in
from runofshow.formats.nodes import Node, json_tree
from runofshow.formats.stripped import plain, plain_line
from runofshow.formats.type_names import kind_of_title

TOOL: Final = "Ontime"
MOST: Final = 5_000
_MILLI: Final = timedelta(milliseconds=1)
_PEOPLE: Final = re.compile(
    r"artiste?s?|speakers?|presenters?|présentat\w+|presentat(?:eur|rice)\w*|intervenante?s?|"
    r"orat\w+|host\w*|talent|performers?|people|referent\w*|redner\w*|personnes?|qui|who",
    re.IGNORECASE,
)
_OLD_PEOPLE: Final = "presenter"
"""Where versions before 3 kept who speaks."""


def read(data: bytes, asked: Asked) -> Draft:
    """What a project says; raises Unreadable when it is none, or has nothing in it."""
    del asked
    tree = json_tree(data)
    rundowns = list(_rundowns(tree.top))
    if not rundowns:
        raise Unreadable("export_other", tool=TOOL, key="rundowns")
    labels = {
        str(field.name): plain_line(field["label"].text) or str(field.name)
        for field in (*tree.top["customFields"].children, *_old_fields(tree.top))
    }
    doubts: list[Doubt] = []
    filled = [one for one in rundowns if one.steps]
    if sum(len(one.steps) for one in filled) > MOST:
        raise Unreadable("export_many", tool=TOOL, limit=MOST)
    if len(filled) > 1:
        said = Sentence.of("ontime_rundowns", count=len(filled))
        doubts.append(Doubt(filled[1].node.place, "room", "inferred", None, said))
    entries: list[Entry] = []
    for one in filled:
        room = _room(one, filled) if len(filled) > 1 else ""
        entries += _Rundown(labels, room, doubts).whole(one.steps)
    if not entries:
        raise Unreadable("export_empty", tool=TOOL)
    return Draft(
        format="ontime",
        source=tree.source,
        entries=tuple(entries),
        title=_title(tree.top),
        doubts=tuple(doubts),
    )


def _title(top: Node) -> Had[str]:
    node = top.first("project", "eventData", "event").first("title")
    title = plain_line(node.text)
    return Had(title, "given", node.place) if title else Had(None, "missing")


def _old_fields(top: Node) -> Iterator[Node]:
    """Version 2's user fields, whose names stand there directly."""
    for field in top["userFields"].children:
        if field.text:
            renamed = Node(field.name, None, field.line, field.parent)
            renamed.children = [Node("label", field.value, field.line, renamed)]
            yield renamed


# --- what is in a rundown ----------------------------------------------------------------------


class _Step(NamedTuple):
    """An entry of the rundown, and those in it when it is a group."""

    node: Node
    inner: "tuple[_Step, ...] | None" = None

    @property
    def kind(self) -> str:
        return self.node["type"].text


class _Found(NamedTuple):
    """A rundown, by whichever version."""

    node: Node
    steps: list[_Step]


def _room(one: _Found, all_of_them: list[_Found]) -> str:
    """A name that no other rundown has."""
    name = plain_line(one.node["title"].text) or str(one.node.name)
    same = [other for other in all_of_them if plain_line(other.node["title"].text) == name]
    return name if len(same) < 2 else f"{name} ({one.node.name})"


def _rundowns(top: Node) -> Iterator[_Found]:
    for one in top["rundowns"].children:
        entries = {str(child.name): child for child in one["entries"].children}
        order = one["order"].children or one["entries"].children
        yield _Found(one, list(_by_order(order, entries, set())))
    old = top.first("rundown", "events")
    if old.children and not top["rundowns"].children:
        yield _Found(old, list(_by_blocks(old.children)))


def _by_order(
    order: Iterable[Node], entries: Mapping[str, Node], seen: set[str]
) -> Iterator[_Step]:
    """Version 4: the entries in their order, those of a group in the group; a lost one bare."""
    for named in order:
        name = named.text or str(named.name)
        if name in seen:
            continue
        seen.add(name)
        node = entries.get(name, named)
        if node["type"].text in ("group", "block"):
            yield _Step(node, tuple(_by_order(node["entries"].children, entries, seen)))
        else:
            yield _Step(node)


def _by_blocks(nodes: list[Node]) -> Iterator[_Step]:
    """Version 3 and before: a block holds what stands after it, until the next."""
    block: Node | None = None
    inner: list[_Step] = []
    for node in nodes:
        if node["type"].text == "block":
            if block is not None:
                yield _Step(block, tuple(inner))
            block, inner = node, []
        elif block is None:
            yield _Step(node)
        else:
            inner.append(_Step(node))
    if block is not None:
        yield _Step(block, tuple(inner))


# --- from steps to entries ---------------------------------------------------------------------


class _Rundown:
    """Reads the steps of one rundown in order; remembers the one before for the day."""

    def __init__(self, labels: Mapping[str, str], room: str, doubts: list[Doubt]) -> None:
        self._labels = labels
        self._room = room
        self._doubts = doubts
        self._day = 0
        self._before: tuple[timedelta, timedelta] | None = None
        self._milestones: list[str] = []

    def whole(self, steps: Iterable[_Step]) -> list[Entry]:
        """All entries; milestones after the last of them are kept in its note."""
        found = list(self.entries(steps))
        if found and self._milestones:
            note = "\n".join([*([found[-1].note] if found[-1].note else []), *self._milestones])
            found[-1] = found[-1]._replace(note=note)
        return found

    def entries(self, steps: Iterable[_Step]) -> Iterator[Entry]:
        """The entries, of a group with those in it."""
        for step in steps:
            match step.kind:
                case "event":
                    yield self._event(step.node)
                case "group" | "block":
                    inner = tuple(self.entries(step.inner or ()))
                    yield self._group(step.node, inner)
                case "delay":
                    self._delay(step.node)
                case "milestone":
                    self._milestone(step.node)
                case _:
                    said = Sentence.of("ontime_lost")
                    self._doubts.append(Doubt(step.node.place, "title", "missing", None, said))

    def _delay(self, node: Node) -> None:
        length = _length(node["duration"])
        if length:
            said = Sentence.of("ontime_delay", length=length)
            self._doubts.append(Doubt(node.place, "start", "given", None, said))

    def _milestone(self, node: Node) -> None:
        words = (plain_line(node["title"].text), plain_line(node["note"].text))
        title = " – ".join(word for word in words if word)
        if title:
            self._milestones.append(f"◆ {title}")
            said = Sentence.of("ontime_milestone", title=shortened(title))
            self._doubts.append(Doubt(node.place, "note", "inferred", title, said))

    def _group(self, node: Node, inner: tuple[Entry, ...]) -> Entry:
        budget = _length(node["targetDuration"])
        speakers, departments = self._custom(node)
        return Entry(
            title=plain_line(node["title"].text),
            place=node.place,
            duration=Had(budget, "given", node["targetDuration"].place) if budget else None,
            room=self._room,
            speakers=speakers,
            note=plain(node["note"].text),
            departments=departments,
            key=node["id"].text,
            fields=tuple(_colour(node)),
            entries=inner,
        )

    def _event(self, node: Node) -> Entry:
        start, end, duration = self._times(node)
        speakers, departments = self._custom(node)
        speakers = speakers or tuple(
            Speaker(name=name) for name in names_in(node[_OLD_PEOPLE].text)
        )
        title = plain_line(node["title"].text)
        notes = [*self._milestones, plain_line(node["subtitle"].text), plain(node["note"].text)]
        self._milestones.clear()
        return Entry(
            title=title,
            place=node.place,
            kind=kind_of_title(title, node["title"].place, bool(speakers)),
            start=start,
            end=end,
            duration=duration,
            room=self._room,
            speakers=speakers,
            note="\n".join(note for note in notes if note),
            departments=departments,
            key=node["id"].text,
            cue=plain_line(node["cue"].text),
            linked=node["linkStart"].true or len(node["linkStart"].text) > 1,
            fields=tuple(_fields(node)),
        )

    def _custom(self, node: Node) -> tuple[tuple[Speaker, ...], tuple[tuple[str, str], ...]]:
        """Who speaks, and the departments' columns; versions before 3 had user0 to user9."""
        speakers: list[Speaker] = []
        departments: list[tuple[str, str]] = []
        old = (child for child in node.children if re.fullmatch(r"user\d", str(child.name)))
        for field in (*node["custom"].children, *old):
            text = plain(field.text or field["value"].text)
            label = self._labels.get(str(field.name), str(field.name))
            if text and _PEOPLE.fullmatch(label):
                speakers += [Speaker(name=name) for name in names_in(text)]
            elif text:
                departments.append((label, text))
        return tuple(speakers), tuple(departments)

    # --- times ---------------------------------------------------------------------------------

    def _times(
        self, node: Node
    ) -> tuple[Had[Civil] | None, Had[Civil] | None, Had[timedelta] | None]:
        """The start, and the end or the length, whichever the event holds to."""
        start, told_end = _length(node["timeStart"]), _length(node["timeEnd"])
        length = _length(node["duration"])
        place = node["timeStart"].place
        untold = Sentence.of("time_not_told")
        if start is None or start >= DAY:
            return Had(None, "missing", place, untold), None, _lasting(node, length)
        why = self._next_day(node, start)
        until = (told_end - start) % DAY if told_end is not None else length
        self._before = (start, (until if length is None else length) or ZERO)
        civil = _civil(start + self._day * DAY)
        had = Had(civil, "inferred" if why else "given", place, why)
        if civil is None:
            had = Had(None, "missing", place, untold)
        elastic = node["countToEnd"].true or node["timerType"].text == "count-to-end"
        if elastic and until:
            return (
                had,
                Had(_civil(start + self._day * DAY + until), "given", node["timeEnd"].place),
                None,
            )
        return had, None, self._length(node, start, told_end, length)

    def _next_day(self, node: Node, start: timedelta) -> Sentence | None:
        """Moves on to the next day where Ontime would, and says why when it does not say so."""
        told = node["dayOffset"].number
        if told is not None and 0 <= told <= 2:
            self._day = told
            return None
        if self._before is None or not self._before[1]:
            return None
        before, lasted = self._before
        if before + lasted >= DAY or start < before:
            self._day += 1
            return None if before + lasted >= DAY else Sentence.of("next_day_by_order")
        return None

    def _length(
        self, node: Node, start: timedelta, end: timedelta | None, length: timedelta | None
    ) -> Had[timedelta]:
        """How long it lasts; where its end and its length differ, what its strategy locks."""
        until = (end - start) % DAY if end is not None else None
        if until is None or length is None or until == length % DAY:
            return _lasting(node, length if length is not None else until)
        by_end = node["timeStrategy"].text == "lock-end"
        taken = Sentence.of("the_end" if by_end else "the_length")
        said = Sentence.of(
            "length_differs",
            start=_civil(start),
            end=_civil(end or ZERO),
            length=length,
            taken=taken,
        )
        return Had(until if by_end else length, "repaired", node["duration"].place, said)


def _length(node: Node) -> timedelta | None:
    """The milliseconds it says, to the second; None of what is no such number, or absurd."""
    number = node.number
    if number is None or not 0 <= number <= 3 * DAY / _MILLI:
        return None
    return round(number / 1000) * SECOND


def _lasting(node: Node, length: timedelta | None) -> Had[timedelta]:
    if length is None or length > LONGEST:
        return Had(None, "missing", node["duration"].place, Sentence.of("length_not_told"))
    return Had(length, "given", node["duration"].place)


def _civil(since: timedelta) -> Civil | None:
    seconds = since // SECOND
    if seconds >= LAST_HOUR * 3600:
        return None
    return Civil(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _colour(node: Node) -> Iterator[tuple[str, object]]:
    colour = node["colour"].text
    if re.fullmatch(r"#[0-9a-fA-F]{3,8}|[a-z]{3,20}", colour):
        yield "colour", colour


def _fields(node: Node) -> Iterator[tuple[str, object]]:
    """What else a slot can hold: its colour, its limits, whether it is skipped, what follows."""
    yield from _colour(node)
    if node["skip"].true:
        yield "skip", True
    for name, field in (("warning", "timeWarning"), ("danger", "timeDanger")):
        length = _length(node[field])
        if length and length <= LONGEST:
            yield name, length
    if node["endAction"].text == "play-next":
        yield "advance", "auto"
