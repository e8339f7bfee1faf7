"""What the page of a file that was read shows, as values: its slots, its doubts, its legend."""

from bisect import bisect_left
from collections import Counter
from datetime import UTC, datetime
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.board import Row, board
from runofshow.core.plan import Slot, Speaker
from runofshow.formats.draft import Doubt, How
from runofshow.formats.proof import Proof
from runofshow.formats.source import Place
from runofshow.formats.topics import concern_of, waiting
from runofshow.ui.texts.importing import ImportingWords
from runofshow.ui.texts.topics import topic_words

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


class Shown(NamedTuple):
    """What the card at the foot shows: a doubt with its answers, or an item with its fields.

    `far` says how far one is, `about` and `place` what it is about and where it was read; `choices`
    are numbered from 1, `ticks` says which of them stand; `keys` are those that mean something now.
    `open` is what waits for an answer. From `opening` on, choices are looked at, not taken.
    """

    far: str
    about: str
    place: str
    said: str
    value: str
    choices: tuple[str, ...]
    keys: tuple[str, ...]
    ticks: frozenset[int] = frozenset()
    open: bool = False
    opening: int | None = None


def draft_rows(proof: Proof, words: ImportingWords) -> tuple[DraftRow, ...]:
    """The slots of the proof's plan, in their order."""
    open_ = [proof.doubts[number] for number in waiting(proof)]
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


def doubt_shown(proof: Proof, number: int, words: ImportingWords, within: str = "") -> Shown:
    """The doubt of that number, as it is shown; `within`, which one of its topic it is."""
    doubt = proof.doubts[number]
    place = doubt.place.said
    field = words.field_names.get(doubt.field, doubt.field)
    taken = proof.taken.get(number)
    standing = frozenset(taken or (() if doubt.several else (0,)))
    own, asks = topic_words(words.language), concern_of(doubt, proof.here) != "told"
    open_ = asks and proof.open(number)
    keys = (
        words.leave if open_ else words.next_one,
        words.tick if doubt.several else "",
        words.correct if editable(proof, number) else "",
        words.walk,
        own.fold if within else "",
        words.back,
        words.to_slots,
        words.takes,
    )
    return Shown(
        within or ("" if open_ else own.seen if asks else own.told),
        f"{field.capitalize()} · {titled(proof, doubt.slot) or words.whole_day}",
        "" if place is None else place.text(words.language),
        capital(doubt.said.text(words.language)),
        _taken_value(doubt, words) if doubt.value and not doubt.choices else "",
        tuple(choice.said.text(words.language) for choice in doubt.choices),
        tuple(filter(None, keys)),
        standing if doubt.choices else frozenset(),
        open_,
    )


def capital(text: str) -> str:
    """A sentence, its first letter large: reasons are written to stand within others too."""
    return text[:1].upper() + text[1:]


def cue_of(proof: Proof, slot: str) -> str:
    """The cue of an item; nothing of the day or of an item that was taken out."""
    return proof.show.outline.cues.get(slot, "")


def titled(proof: Proof, slot: str) -> str:
    """The cue and the title of an item; nothing of the day or of an item that was taken out."""
    node = proof.show.outline.by_id.get(slot)
    return "" if node is None else f"{cue_of(proof, slot)} {node.slot.title}".strip()


def slot_shown(proof: Proof, slot: str, words: ImportingWords) -> Shown:
    """An item and its fields, each of which can be written anew."""
    ids = list(proof.show.outline.by_id)
    node = proof.show.outline.by_id[slot]
    place = proof.settled.places.get(slot, Place()).said
    colon = "\u00a0: " if words.language == "fr" else ": "
    fields = (
        f"{words.field_names.get(field, field).capitalize()}{colon}{value or '–'}"
        for field, value in zip(FIELDS, field_texts(proof, slot, words.language), strict=True)
    )
    return Shown(
        words.slot.format(number=ids.index(slot) + 1, count=len(ids)),
        f"{proof.show.outline.cues[slot]} {node.slot.title or words.untitled}".strip(),
        "" if place is None else place.text(words.language),
        words.which_field,
        "",
        tuple(fields),
        (words.drop, words.walk, words.back, words.to_doubts, words.takes),
    )


FIELDS: Final = ("start", "duration", "title", "speakers", "room", "note")
"""The fields of an item that are written on the page, in the order of their digits."""


def field_texts(proof: Proof, slot: str, language: str) -> tuple[str, ...]:
    """What stands in the `FIELDS` of an item, as it would be typed."""
    said = proof.show.outline.by_id[slot].slot
    row = next(row for row in board(proof.show, _BEFORE).slots if row.id == slot)
    start = row.planned_start
    return (
        "" if start is None else times.show_clock(start, proof.plan.zone, language),
        "" if row.duration is None else times.show_length(row.duration),
        said.title,
        "; ".join(_speaker(speaker) for speaker in said.speakers),
        said.room or "",
        said.note or "",
    )


def _speaker(speaker: Speaker) -> str:
    """Somebody as one writes it: the name, then what they are, then of what."""
    return ", ".join(filter(None, (speaker.name, speaker.role, speaker.organisation)))


def _taken_value(doubt: Doubt, words: ImportingWords) -> str:
    """What was taken, as it is told."""
    return words.taken_value.format(value=shown_value(doubt, words.language))


def shown_value(doubt: Doubt, language: str) -> str:
    """The value that was taken, as people read it; nothing where there is none."""
    value = doubt.value or ""
    if value and doubt.field in ("start", "end", "end_by"):
        civil = times.read_civil(value)
        return times.show_hour(civil.hour % 24, civil.minute, language)
    if value and doubt.field == "duration":
        return times.show_length(times.read_length(value))
    return value


def places_read(proof: Proof, numbers: tuple[int, ...], slot: str = "") -> tuple[Place, ...]:
    """Where what these doubts are about was read, or else one slot."""
    read = proof.settled.places
    doubts = (proof.doubts[number] for number in numbers)
    own = [doubt.place if doubt.place != Place() else read.get(doubt.slot) for doubt in doubts]
    return tuple(place for place in own or [read.get(slot)] if place is not None)


def slot_read_at(proof: Proof, place: Place) -> str | None:
    """The slot that was read there, or just above; None when there is none."""
    rows = place.row is not None
    places = sorted(
        (line, slot)
        for slot, at in proof.settled.places.items()
        for line in (at.row if rows else at.line,)
        if line is not None and at.sheet in ("", place.sheet)
    )
    at = bisect_left(places, ((place.row or place.line or 0) + 1, ""))
    return places[at - 1][1] if at else None


EDITED: Final = frozenset(
    ("start", "end", "duration", "title", "room", "note", "speakers")
    + ("timezone", "end_by", "date")
)


def editable(proof: Proof, number: int) -> bool:
    """Whether the field that the doubt is about can be written in one line."""
    doubt = proof.doubts[number]
    return doubt.field in EDITED and (not doubt.slot or doubt.slot in proof.show.outline.by_id)
