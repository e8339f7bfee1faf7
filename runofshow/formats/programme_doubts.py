"""What of a programme contradicts itself, was guessed, or is missing, told to the régie.

- Hours: an item outside its part of the day, its session or the day; one that goes back; a length
  that its hours contradict. (Starts and ends that nobody wrote are told by the settling.)
- Counts: « 4 axes », but five points.
- People: nobody named, no chair, a role that could be split otherwise, a word taken for a name.
- Lines: one that ends with a comma, lines taken for a description or for parts, lines left aside.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

from runofshow.core.plan import Kind
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.formats.draft import Block, Doubt, Draft, Entry, How
from runofshow.formats.kinds import holds_nothing
from runofshow.formats.names import fold
from runofshow.formats.people import Person
from runofshow.formats.programme_outlined import Outline
from runofshow.formats.programme_said import Said
from runofshow.formats.programme_told import Told
from runofshow.formats.source import Place
from runofshow.formats.stripped import cut


def doubts_of(draft: Draft, made: Sequence[Told], outline: Outline) -> tuple[Doubt, ...]:
    """All doubts of the draft, in the order of its lines."""
    named = _names_speakers(made)
    found = [
        *_of_parts(draft),
        *_of_day(draft),
        *_of_order(draft.entries),
        *(doubt for one in made for doubt in _of_item(one, named)),
        *_of_names(made),
        *_of_lines(outline, _named_on(draft)),
        *_of_day_notes(outline, draft),
    ]
    return tuple(sorted(found, key=lambda doubt: doubt.place.line or 0))


# --- hours -----------------------------------------------------------------------------------


def _start(entry: Entry) -> Civil | None:
    return entry.start.value if entry.start else None


def _end(entry: Entry) -> Civil | None:
    return entry.end.value if entry.end else None


def _of_parts(draft: Draft) -> Iterator[Doubt]:
    """Items that begin or end outside the part of the day that they stand in."""
    for entry in draft.entries:
        block = draft.blocks[entry.block] if entry.block is not None else None
        start = _start(entry)
        if block is None or start is None:
            continue
        yield from _of_part(block, entry, start)


def _of_part(block: Block, entry: Entry, start: Civil) -> Iterator[Doubt]:
    begins = block.start.value if block.start else None
    ends = block.end.value if block.end else None
    end = _end(entry)
    part = block.title.split(" : ")[0]
    if ends is not None and start >= ends:
        said = Sentence.of("prog_part_over", part=part, end=ends, title=entry.title, start=start)
        yield Doubt(entry.place, "start", "given", str(start), said)
    elif ends is not None and end is not None and end > ends:
        said = Sentence.of("prog_part_longer", part=part, end=ends, title=entry.title, other=end)
        yield Doubt(entry.place, "end", "given", str(end), said)
    if begins is not None and start < begins:
        said = Sentence.of(
            "prog_before_part", part=part, begin=begins, title=entry.title, start=start
        )
        yield Doubt(entry.place, "start", "given", str(start), said)


def _of_day(draft: Draft) -> Iterator[Doubt]:
    """Items outside the hours that the programme announces for the day."""
    for entry in draft.entries:
        start, end = _start(entry), _end(entry) or _start(entry)
        if draft.begins.value and start and start < draft.begins.value:
            said = Sentence.of(
                "prog_before_day", begin=draft.begins.value, title=entry.title, start=start
            )
            yield Doubt(entry.place, "start", "given", str(start), said)
        if draft.ends.value and end and end > draft.ends.value:
            said = Sentence.of("prog_day_over", end=draft.ends.value, title=entry.title, other=end)
            yield Doubt(entry.place, "end", "given", str(end), said)


def _of_order(entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Hours that go back, ends before starts, lengths that the hours contradict."""
    timed = [entry for entry in entries if _start(entry) is not None]
    for former, entry in pairwise(timed):
        start, before = _start(entry), _start(former)
        same = (entry.day, entry.room) == (former.day, former.room)
        if same and start is not None and before is not None and start < before:
            said = Sentence.of("prog_backwards", title=entry.title, start=start, former=before)
            yield Doubt(entry.place, "start", "given", str(start), said)
    for entry in entries:
        yield from _of_length(entry)
        yield from _of_order(entry.entries or ())


def _of_length(entry: Entry) -> Iterator[Doubt]:
    start, end = _start(entry), _end(entry)
    length = entry.duration.value if entry.duration else None
    if start is None or end is None or length is None:
        return
    if end.past_midnight - start.past_midnight != length:
        said = Sentence.of(
            "prog_length_differs", title=entry.title, length=length, start=start, end=end
        )
        yield Doubt(entry.place, "duration", "given", None, said)


# --- items -----------------------------------------------------------------------------------


def _of_item(made: Told, named: bool) -> Iterator[Doubt]:
    yield from _of_hours(made)
    yield from _of_count(made)
    yield from _of_speakers(made, named)
    yield from _of_words(made)
    for child in made.children:
        yield from _of_item(child, named)


def _of_hours(made: Told) -> Iterator[Doubt]:
    node = made.node
    hours = node.said.hours
    if hours is None:
        return
    if not made.title and node.start is not None:
        said = Sentence.of("prog_no_title", time=node.start)
        yield Doubt(node.place, "title", "missing", None, said)
    place = Place(node.said.line.number, hours.at, hours.to)
    written = node.said.line.text[hours.at : hours.to]
    if node.said.lost and node.start is not None:
        said = Sentence.of("prog_order_lost", time=node.start)
        yield Doubt(place, "start", "inferred", str(node.start), said)
    elif hours.repaired and node.start is not None:
        said = Sentence.of(f"prog_{hours.repaired}", text=written, time=node.start)
        yield Doubt(place, "start", "repaired", str(node.start), said)
    elif hours.doubt in _TOLD and node.start is not None:
        said = Sentence.of("prog_doubtful_hour", text=written, time=node.start)
        yield Doubt(place, "start", "inferred", str(node.start), said)


_TOLD: Final = frozenset(
    ("small_hours", "noon_or_midnight", "long_night", "length_or_time", "zone")
)


_NUMBERS: Final = {
    "deux": 2,
    "two": 2,
    "zwei": 2,
    "trois": 3,
    "three": 3,
    "drei": 3,
    "quatre": 4,
    "four": 4,
    "vier": 4,
    "cinq": 5,
    "five": 5,
    "funf": 5,
    "six": 6,
    "sechs": 6,
    "sept": 7,
    "seven": 7,
    "sieben": 7,
    "huit": 8,
    "eight": 8,
    "acht": 8,
}
_COUNTED: Final = re.compile(
    r"\b(?P<n>\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|two|three|four|five|seven|eight|zwei|drei"
    r"|vier|fünf|sechs|sieben|acht)\s+(?:[\w'’-]+\s){0,2}?"
    r"(?P<what>axes?|th[èe]mes?|tables? rondes?|ateliers|interventions?|films|exp[ée]riences|temps"
    r"|parties|points|volets|voix|s[ée]quences|t[ée]moignages|regards|expos[ée]s|conf[ée]rences|questions"
    r"|intervenant\w*|orateurs|invit[ée]s|panels|talks|sessions|workshops|speakers|topics|parts"
    r"|presentations|panell?ists|Vorträge|Themen|Workshops|Impulse|Referate|Beiträge|Gäste)\b",
    re.IGNORECASE,
)


def _of_count(made: Told) -> Iterator[Doubt]:
    """« 4 axes » announced, and another number of points below."""
    match = _COUNTED.search(made.title)
    count = len(made.children or made.alongside) or len(
        [one for one in made.persons if not one.speaker.chair]
    )
    if match is None or count < 2:
        return
    number = fold(match["n"])
    announced = int(number) if number.isdigit() else _NUMBERS.get(number, count)
    if announced == count:
        return
    parts = made.children or made.alongside
    last = parts[-1].title if parts else made.persons[-1].speaker.name
    said = Sentence.of("prog_count", said=match[0], title=made.title, count=count, last=last)
    yield Doubt(made.node.place, "slots", "given", str(count), said)


# --- people ----------------------------------------------------------------------------------

_SPOKEN: Final = frozenset((Kind.TALK, Kind.CLOSING, Kind.PANEL))


def _names_speakers(made: Sequence[Told]) -> bool:
    """Whether this programme names who speaks for half the things whose words tell no kind."""
    plain = [one for one in _leaves(made) if one.kind in (None, Kind.TALK)]
    return 2 * sum(bool(one.persons) for one in plain) >= len(plain)


def _leaves(made: Sequence[Told]) -> Iterator[Told]:
    for one in made:
        if one.children:
            yield from _leaves(one.children)
        else:
            yield one


def _of_speakers(made: Told, named: bool) -> Iterator[Doubt]:
    leaf = not made.children
    kind = made.kind or (Kind.TALK if named else None)
    silent = holds_nothing(made.title) or not made.title
    if leaf and kind in _SPOKEN and not made.persons and not silent:
        said = Sentence.of("prog_no_speaker", title=made.title)
        yield Doubt(made.node.place, "speakers", "missing", None, said)
    chaired = any(person.speaker.chair for person in made.persons)
    if leaf and kind is Kind.PANEL and made.persons and not chaired:
        said = Sentence.of("prog_no_chair", title=made.title)
        yield Doubt(made.node.place, "speakers", "missing", None, said)
    for person in made.persons:
        if not person.sure and not (person.speaker.role or person.speaker.organisation):
            said = Sentence.of("prog_maybe_name", name=person.speaker.name)
            yield Doubt(_line_of(made, person), "speakers", "inferred", person.speaker.name, said)
    yield from _of_roles(made)


def _of_roles(made: Told) -> Iterator[Doubt]:
    """What people are, where it could be split otherwise: one doubt for an item."""
    unsure = [person for person in made.persons if person.unsure]
    if not unsure:
        return
    first = unsure[0].speaker
    names = ", ".join(person.speaker.name for person in unsure)
    if len(unsure) > 1:
        said = Sentence.of("prog_roles", title=made.title, names=names)
    else:
        parts = (first.role, first.organisation, first.topic)
        words = " · ".join(part for part in parts if part)
        said = Sentence.of("prog_role", name=first.name, words=words)
    yield Doubt(made.node.place, "speakers", "inferred", names, said)


def _line_of(made: Told, person: Person) -> Place:
    """The line on which somebody is named, below the item or its own."""
    return Place(line=person.line) if person.line else made.node.place


def _of_names(made: Sequence[Told]) -> Iterator[Doubt]:
    """Family names in capitals, told once."""
    for one, person in _everybody(made):
        family = person.speaker.name.split()[-1]
        if len(family) > 2 and family.isupper():
            said = Sentence.of("prog_capitals", name=person.speaker.name)
            yield Doubt(_line_of(one, person), "speakers", "given", person.speaker.name, said)
            return


def _everybody(made: Sequence[Told]) -> Iterator[tuple[Told, Person]]:
    for one in made:
        for person in one.persons:
            yield one, person
        yield from _everybody(one.children)


# --- lines -----------------------------------------------------------------------------------


def _of_words(made: Told) -> Iterator[Doubt]:
    node = made.node
    if made.alongside:
        said = Sentence.of("prog_alongside", title=made.title, count=len(made.alongside))
        yield Doubt(node.place, "activities", "inferred", str(len(made.alongside)), said)
    if made.described:
        many = Sentence.of("prog_described", title=made.title, count=made.described)
        one = Sentence.of("prog_described_one", title=made.title)
        value = made.notes[-1] if made.notes else None
        yield Doubt(node.place, "note", "inferred", value, one if made.described == 1 else many)
    plain = [child for child in made.children if not child.node.said.line.level]
    plain = [child for child in plain if not child.node.timed and not child.node.group]
    if len(plain) > 1 and len(plain) == len(made.children) and not node.group:
        said = Sentence.of("prog_parts", title=made.title, count=len(plain))
        yield Doubt(node.place, "slots", "inferred", str(len(plain)), said)
    if made.children and made.title and made.children[0].title == made.title and not node.group:
        said = Sentence.of("prog_first_twice", title=made.title)
        yield Doubt(node.place, "title", "inferred", made.title, said)


def _named_on(draft: Draft) -> set[int | None]:
    """The lines that tell the title and the place of the whole."""
    return {draft.title.place.line, draft.venue.place.line}


def _of_lines(outline: Outline, head: Container[int | None]) -> Iterator[Doubt]:
    for line in outline.unfinished if len(outline.unfinished) < 3 else ():
        said = Sentence.of("prog_comma")
        yield Doubt(Place(line=line), "speakers", "given", None, said)
    if outline.left:
        first, count = outline.left[0], len(outline.left)
        many = Sentence.of("prog_left", text=_shortened(first), count=count)
        single = Sentence.of("prog_left_one", text=_shortened(first))
        place = Place(line=first.line.number)
        yield Doubt(place, "slots", "missing", None, single if count == 1 else many)
    early = [one for one in outline.early if one.line.number not in head]
    for one in (*early, *outline.aside):
        said = Sentence.of("prog_aside", text=_shortened(one))
        yield Doubt(Place(line=one.line.number), "slots", "missing", None, said)


def _of_day_notes(outline: Outline, draft: Draft) -> Iterator[Doubt]:
    """What is on all day: a note of the first item, where it is known of which day."""
    kept = {note.place.line for note in draft.notes}
    for one in outline.all_day:
        noted = one.line.number in kept
        said = Sentence.of("prog_day_note" if noted else "prog_all_day", text=_shortened(one))
        place, how = Place(line=one.line.number), _NOTED if noted else _LEFT
        yield Doubt(place, "note" if noted else "slots", how, None, said)


_NOTED: Final[How] = "inferred"
_LEFT: Final[How] = "missing"


def _shortened(one: Said) -> str:
    return cut(one.line.text, _LONGEST_SHOWN)


_LONGEST_SHOWN: Final = 120
"""Letters of a line that a doubt repeats."""
