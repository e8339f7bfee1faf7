"""What each thing of the outline tells: its title, speakers, kind, description, parts.

- An hour on a line of its own takes the next line for its title.
- Lines of people below an item are who speaks in it: a list of them below a round table is one
  item with several speakers. Below a talk they follow or precede its title, as most of them do.
- A single line below an item describes it; several are its parts, unless somebody speaks in the
  item and they do not, or they begin as sentences go on.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from runofshow.core.plan import Kind
from runofshow.formats.kinds import kind_of
from runofshow.formats.offices import is_organisation, is_role
from runofshow.formats.people import People, Person, read_people
from runofshow.formats.peopled import (
    Habits,
    Peopled,
    conversing,
    people_with_chair,
    peopled,
    talks_about,
)
from runofshow.formats.programme_naming import named, names_of
from runofshow.formats.programme_nodes import Node
from runofshow.formats.programme_titles import is_room_alone
from runofshow.formats.words import programme as words


class Told(NamedTuple):
    """An entry, and what was seen of it while it was made.

    `persons` are who speaks in it, as read; `described` counts the lines below it that were taken
    for its description.
    """

    node: Node
    title: str
    kind: Kind | None
    persons: tuple[Person, ...] = ()
    notes: tuple[str, ...] = ()
    children: "tuple[Told, ...]" = ()
    described: int = 0
    alongside: "tuple[Told, ...]" = ()
    """The things that run at the same time under its one clock."""

    @property
    def group(self) -> bool:
        """Whether it is a session."""
        return bool(self.children)


def told(node: Node, habits: Habits = frozenset(), within: Kind | None = None) -> Told:
    """What the node of the outline tells, its lines sorted into people, parts and description."""
    node = named(node)
    kind = kind_of(node.text)
    habits |= {"bracket"} if kind in _SAID_BY_SOMEBODY else set()
    own = _with_topic(peopled(node.text, habits))
    persons = list(own.people.on(node.said.line.number)) if own.people else []
    if not persons and not node.group:
        bare = read_people(node.text)
        if bare is not None and bare.sure and kind is None and all(map(_known, bare.persons)):
            persons = list(bare.on(node.said.line.number))
            own = Peopled(names_of(bare))
    persons += _announced(node)
    parts, more, described = _sorted(node, kind, bool(persons))
    persons += more
    notes = [*node.notes, *described]
    title, node.room = _without_room(own.title, node.room)
    children = tuple(told(part, habits, kind) for part in parts)
    alongside = children if _run_alongside(node, kind, children) else ()
    children = () if alongside else children
    return Told(
        node,
        _clean(title) or node.room,
        _kind(kind, node, children, persons, within),
        _once(persons),
        tuple(dict.fromkeys(notes)),
        children,
        len(described),
        alongside,
    )


_SAID_BY_SOMEBODY: Final = frozenset((Kind.WELCOME, Kind.CLOSING, Kind.TALK, Kind.QA))
"""Where a name in brackets is that of who speaks: Welcome (Joris de Vries)."""


def _run_alongside(node: Node, kind: Kind | None, children: "tuple[Told, ...]") -> bool:
    """Whether the parts run at the same time: « Ateliers en parallèle », Workshop 1, Workshop 2."""
    if len(children) < 2 or node.group or any(_has_time(child) for child in children):
        return False
    if words.ALONGSIDE.search(node.text):
        return True
    rooms = {child.node.room for child in children}
    apart = len(rooms) == len(children) and len([room for room in rooms if room]) > 1
    numbered = all(words.GROUP.match(child.node.text) for child in children)
    return kind is Kind.WORKSHOP and (apart or numbered)


def _has_time(made: Told) -> bool:
    return made.node.timed or made.node.length is not None or bool(made.children)


def _with_topic(own: Peopled) -> Peopled:
    """« Conférence : Person, « Topic » »: the topic belongs to the title."""
    if own.people is None or len(own.people.persons) != 1:
        return own
    person = own.people.persons[0]
    topic = person.speaker.topic or ""
    if topic[:1] not in ("«", "“", "„") or topic[-1:] not in ("»", "”", "“"):
        return own
    speaker = person.speaker.model_copy(update={"topic": None})
    title = f"{own.title} : {topic}" if topic[0] == "«" else f"{own.title}: {topic}"
    return Peopled(title, People((person._replace(speaker=speaker, unsure=False),)))


def _without_room(title: str, room: str) -> tuple[str, str]:
    """« Manipulation (Room 201) », its people taken off: the room in brackets told apart."""
    match = _IN_BRACKETS.search(title)
    if room or match is None or not is_room_alone(match[1]):
        return title, room
    return title[: match.start()], match[1].strip()


_IN_BRACKETS: Final = re.compile(r"\s*\(([^()]{3,60})\)$")


def _known(person: Person) -> bool:
    """Whether what is said of somebody is certainly that, and not the title of something."""
    who = person.speaker
    house = who.organisation
    return who.topic is None and (bool(who.role) or not house or is_organisation(house))


def _clean(title: str) -> str:
    """The title without what is left of marks around it."""
    title = re.sub(r"\s+", " ", title).strip(" \t:;,|–—-•·")
    return (
        title.removesuffix("..").rstrip(".")
        if title.endswith(".") and title.count(".") < 2
        else title
    )


def _once(persons: Sequence[Person]) -> tuple[Person, ...]:
    seen: dict[str, Person] = {}
    for person in persons:
        seen.setdefault(person.speaker.name, person)
    return tuple(seen.values())


# --- people ----------------------------------------------------------------------------------


def _announced(node: Node) -> list[Person]:
    """The people that a word announced: Modération : …, avec …; and those listed right after."""
    found: list[Person] = []
    for label in node.labels:
        people = read_people(label.text, chair=label.chair) if label.text else None
        if people is not None:
            found += people.on(label.line.number)
        elif label.text:
            node.notes.append(label.line.text)
    return found


def _is_people(part: Node, panel: bool) -> People | None:
    """The people that a line below an item names, if it does nothing else."""
    if part.timed or part.length is not None or (part.parts and not panel):
        return None
    people = people_with_chair(part.text)
    if people is None and conversing(part.text) is not None:
        return conversing(part.text)
    if people is None or (not panel and talks_about(part.text)):
        return None
    return people if people.sure or people.described or panel else None


def _sorted(
    node: Node, kind: Kind | None, spoken: bool
) -> tuple[list[Node], list[Person], list[str]]:
    """The lines below the node as its parts, its people and its description."""
    _unjoined(node.parts)
    panel = kind is Kind.PANEL or bool(node.labels and not node.labels[-1].text)
    parts = _with_roles(node.parts)
    people = [_is_people(part, panel) for part in parts]
    if not any(people):
        return _parts_or_words(node, kind, spoken, parts, [])
    people = _with_labels(parts, people)
    if all(people):
        return (
            [],
            [
                one
                for part, each in zip(parts, people, strict=True)
                if each
                for one in _on(part, each)
            ],
            [],
        )
    kept, own = _paired(parts, people)
    return _parts_or_words(node, kind, spoken or bool(own), kept, own)


_JOINED: Final = re.compile(r"(?:et|and|und|&|sowie|ainsi que)\s+(?=[A-ZÀ-Þ])")


def _unjoined(parts: Sequence[Node]) -> None:
    """« et M. Bruno Kessler, préfet » on a line of its own: the word that joins it taken off."""
    for part in parts:
        match = _JOINED.match(part.text)
        people = read_people(part.text[match.end() :]) if match is not None else None
        if match is not None and people is not None and people.sure:
            part.text = part.text[match.end() :]


def _with_roles(parts: Sequence[Node]) -> list[Node]:
    """A name on one line and what they are on the next made one."""
    found: list[Node] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and not last.parts and not part.timed and is_role(part.text):
            people = read_people(last.text)
            if people is not None and people.sure and not people.described:
                last.text = f"{last.text}, {part.text}"
                last.parts, last.notes = part.parts, last.notes + part.notes
                continue
        found.append(part)
    return found


def _with_labels(parts: Sequence[Node], people: Sequence[People | None]) -> list[People | None]:
    """« Invité d'honneur : Person » among people is one of them."""
    named = sum(each is not None for each in people)
    if named < 2 or 2 * (len(people) - named) > named:
        return list(people)
    found = [peopled(part.text) for part in parts]
    return [
        each or (own.people if len(own.title.split()) < 4 else None)
        for each, own in zip(people, found, strict=True)
    ]


def _paired(
    parts: Sequence[Node], people: Sequence[People | None]
) -> tuple[list[Node], list[Person]]:
    """Each line of people put to the title that it stands by: after it, or before if all do."""
    before = people[0] is not None and people[-1] is None and _alternate(people)
    kept: list[Node] = []
    own: list[Person] = []
    waiting: list[Node] = []
    for part, found in zip(parts, people, strict=True):
        if found is None:
            part.labels = [each.said for each in waiting] + part.labels
            waiting = []
            kept.append(part)
        elif before:
            waiting.append(part)
        elif kept and not kept[-1].timed:
            kept[-1].labels.append(part.said._replace(text=part.text))
        else:
            own += _on(part, found)
    return kept, own


def _alternate(people: Sequence[People | None]) -> bool:
    named = [each is not None for each in people]
    return all(one != two for one, two in pairwise(named))


# --- parts or description --------------------------------------------------------------------


def _parts_or_words(
    node: Node, kind: Kind | None, spoken: bool, parts: list[Node], own: list[Person]
) -> tuple[list[Node], list[Person], list[str]]:
    if node.group or not parts or any(part.timed for part in parts):
        return parts, own, []
    silent = kind is Kind.CLOSING and not any(map(_is_thing, parts))
    shows = [part for part in parts if kind_of(part.text) not in (None, Kind.BREAK)]
    lasting = any(part.length is not None for part in parts)
    idle = len(shows) < 2 and (kind is Kind.BREAK or (kind is Kind.FILM and not lasting))
    if idle or silent or _describe(node, kind, spoken, parts):
        people = [person for part in parts for person in _persons_in(part)]
        return [], own + people, [word for part in parts for word in _words(part)]
    return parts, own, []


def _on(part: Node, people: People) -> tuple[Person, ...]:
    return people.on(part.said.line.number)


def _persons_in(part: Node) -> list[Person]:
    found = peopled(part.text).people or read_people(part.text)
    below = [person for each in part.parts for person in _persons_in(each)]
    sure = found is not None and (found.sure or found.described)
    return (list(_on(part, found)) if found and sure else []) + _announced(part) + below


def _words(part: Node) -> list[str]:
    text = part.text if part.length is None else part.said.line.text
    return [text, *part.notes, *(word for each in part.parts for word in _words(each))]


def _describe(node: Node, kind: Kind | None, spoken: bool, parts: Sequence[Node]) -> bool:
    """Whether the lines say more of the item rather than being parts of it."""
    if any(part.length is not None for part in parts):
        return False
    things = [_is_thing(part) for part in parts]
    if len(parts) == 1:
        return not (things[0] and parts[0].said.line.level) or bool(node.length)
    if all(part.text[:1].islower() or part.text.endswith(";") for part in parts):
        return True
    return (spoken or kind is Kind.TALK) and not any(things)


def _is_thing(part: Node) -> bool:
    """Whether a line is a thing of its own: somebody speaks in it, or its words say what it is."""
    own = peopled(part.text).people
    return bool(own or part.labels or part.parts or kind_of(part.text))


# --- kinds -----------------------------------------------------------------------------------


def _kind(
    kind: Kind | None,
    node: Node,
    children: tuple[Told, ...],
    persons: Sequence[Person],
    within: Kind | None,
) -> Kind | None:
    if children:
        if kind in (Kind.PANEL, Kind.WORKSHOP):
            return kind
        return (
            Kind.PANEL if node.depth and not node.timed and _one_by_one(children) else Kind.SESSION
        )
    if within is Kind.WORKSHOP and kind in (None, Kind.TALK):
        return Kind.WORKSHOP if not persons else kind
    if kind in (None, Kind.TALK) and len([one for one in persons if not one.speaker.chair]) > 2:
        return Kind.PANEL
    return kind


def _one_by_one(children: tuple[Told, ...]) -> bool:
    """Whether several speak in turn, each of their own: one setting, seen from the stage."""
    return len(children) > 1 and all(
        len(child.persons) == 1 and not child.children for child in children
    )
