"""What the page of a file that was read shows, as values: its slots, its doubts, its legend."""

from collections import Counter
from datetime import UTC, datetime
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.board import Row, board
from runofshow.core.plan import Slot
from runofshow.formats.draft import Doubt, How
from runofshow.formats.proof import Proof
from runofshow.formats.source import Place
from runofshow.ui.texts.importing import ImportingWords

_BEFORE: Final = datetime(1970, 1, 2, tzinfo=UTC)
Mark = How


class Marked(NamedTuple):
    """A value as it is shown, and how it was had."""

    text: str
    mark: Mark = "given"


class DraftRow(NamedTuple):
    """A slot as it would be. `doubts` counts those that are still open about it."""

    id: str
    cue: str
    level: int
    session: bool
    start: Marked
    length: Marked
    title: str
    who: str
    room: str
    place: Place
    doubts: int
    hard: bool
    skipped: bool


class DoubtShown(NamedTuple):
    """The doubt that one looks at: what it is about, what it says, and how it can be answered.

    `choices` are numbered from 1; `ticks` says which of them stand, `several` that any may.
    """

    number: int
    of: int
    left: int
    about: str
    place: str
    said: str
    value: str
    choices: tuple[str, ...]
    ticks: frozenset[int]
    several: bool
    open: bool
    editable: bool


def draft_rows(proof: Proof, words: ImportingWords) -> tuple[DraftRow, ...]:
    """The slots of the proof's plan, in their order."""
    open_ = [proof.doubts[number] for number in proof.left]
    unread = {(doubt.slot, doubt.field) for doubt in open_ if doubt.how == "missing"}
    counts = Counter(doubt.slot for doubt in open_)
    slots = proof.show.outline.by_id
    return tuple(
        _row(proof, row, slots[row.id].slot, unread, words)._replace(doubts=counts[row.id])
        for row in board(proof.show, _BEFORE).slots
    )


def _row(
    proof: Proof, row: Row, slot: Slot, unread: set[tuple[str, str]], words: ImportingWords
) -> DraftRow:
    zone, language, untitled = proof.plan.zone, words.language, words.untitled
    start = "" if row.planned_start is None else times.show_clock(row.planned_start, zone, language)
    length = "" if row.duration is None else times.show_length(row.duration)
    return DraftRow(
        row.id,
        row.cue,
        row.level,
        not row.leaf,
        Marked(start, _mark(proof, slot, ("start",), unread)),
        Marked(length, _mark(proof, slot, ("duration", "end"), unread)),
        slot.title or untitled,
        ", ".join(speaker.name for speaker in slot.speakers),
        slot.room or "",
        proof.settled.places.get(row.id, Place()),
        0,
        slot.promise is not None,
        slot.skip,
    )


def _mark(proof: Proof, slot: Slot, fields: tuple[str, ...], unread: set[tuple[str, str]]) -> Mark:
    """How a time was had: as the reader says, given once the régie has written it."""
    if any((slot.id, field) in unread for field in fields):
        return "missing"
    if any(field in slot.guessed for field in fields):
        return "inferred"
    marks = (proof.settled.marks.get((slot.id, field)) for field in fields)
    had = next((mark for mark in marks if mark is not None), None)
    if had is not None and had.how == "repaired":
        return "repaired"
    return "inferred" if fields == ("start",) and slot.start is None else "given"


def doubt_shown(proof: Proof, number: int, words: ImportingWords) -> DoubtShown:
    """The doubt of that number, as it is shown."""
    doubt = proof.doubts[number]
    place = doubt.place.said
    node = proof.show.outline.by_id.get(doubt.slot)
    field = words.field_names.get(doubt.field, doubt.field)
    about = words.whole_day
    if node is not None:
        about = f"{proof.show.outline.cues[node.slot.id]} {node.slot.title}".strip()
    taken = proof.taken.get(number)
    standing = frozenset(taken or (() if doubt.several else (0,)))
    return DoubtShown(
        number,
        len(proof.doubts),
        len(proof.left),
        f"{about} · {field}",
        "" if place is None else place.text(words.language),
        doubt.said.text(words.language),
        _taken_value(doubt, words) if doubt.value and not doubt.choices else "",
        tuple(choice.said.text(words.language) for choice in doubt.choices),
        standing if doubt.choices else frozenset(),
        doubt.several,
        proof.open(number),
        editable(proof, number),
    )


def _taken_value(doubt: Doubt, words: ImportingWords) -> str:
    """What was taken, as people read it."""
    value = doubt.value or ""
    if doubt.field in ("start", "end", "end_by"):
        civil = times.read_civil(value)
        value = times.show_hour(civil.hour % 24, civil.minute, words.language)
    elif doubt.field == "duration":
        value = times.show_length(times.read_length(value))
    return words.taken_value.format(value=value)


EDITED: Final = frozenset(
    ("start", "end", "duration", "title", "room", "note", "speakers")
    + ("timezone", "end_by", "date")
)


def editable(proof: Proof, number: int) -> bool:
    """Whether the field that the doubt is about can be written in one line."""
    doubt = proof.doubts[number]
    return doubt.field in EDITED and (not doubt.slot or doubt.slot in proof.show.outline.by_id)
