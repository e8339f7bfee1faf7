"""What of a settled day is to be looked at: what was guessed, what overlaps, what may be hard."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby, pairwise
from typing import Final

from runofshow.core import times
from runofshow.core.commands import Edit, Insert, Remove, Skip
from runofshow.core.plan import Plan, Slot
from runofshow.core.sentences import Sentence
from runofshow.core.times import ZERO
from runofshow.formats.draft import Choice, Doubt, Draft
from runofshow.formats.inference import STRETCHED, Timed
from runofshow.formats.marked import Marked, Row, end_of, length_of
from runofshow.formats.sharing import even
from runofshow.formats.source import Place

_HOURS_ASKED: Final = 24
"""So many hours at most are asked about when it is asked which ones are hard."""


def tied(doubts: Sequence[Doubt], marked: Marked) -> Iterator[Doubt]:
    """The reader's own doubts, tied to the slot that stands at their place.

    One about a line below a slot's own, a speaker's for instance, is about that slot.
    """
    by_place: dict[Place, str] = {}
    for slot, place in marked.places.items():
        by_place.setdefault(_spot(place), slot)
    lines = sorted((place.line, slot) for place, slot in by_place.items() if place.line is not None)
    for doubt in doubts:
        found = doubt.slot or by_place.get(_spot(doubt.place), "")
        if not found and doubt.place.line is not None and doubt.field in _BELOW:
            at = bisect_right(lines, doubt.place.line, key=lambda pair: pair[0])
            found = lines[at - 1][1] if at else ""
        yield doubt._replace(slot=found)


_BELOW: Final = frozenset(("speakers", "note", "duration", "title", "kind"))
"""The fields of a slot that may be told on lines below its own."""


def _spot(place: Place) -> Place:
    return Place(line=place.line, sheet=place.sheet, row=place.row, path=place.path)


def guesses(plan: Plan, marked: Marked, draft: Draft) -> Iterator[Doubt]:
    """What is to be looked at of starts, lengths, overlaps, and of which hours are hard."""
    slots = {slot.id: slot for slot in _slots(plan.slots)}
    for row in marked.rows:
        yield from _of_start(row)
        yield from _of_length(row, slots[row.id])
    for row, following in pairwise(row for row in marked.rows if row.level == 0):
        yield from _of_overlap(row, following)
    hours = _hard_hours(marked, draft)
    if hours is not None:
        yield hours


def _slots(slots: Sequence[Slot]) -> Iterator[Slot]:
    for slot in slots:
        yield slot
        yield from _slots(slot.slots or ())


def _hard_hours(marked: Marked, draft: Draft) -> Doubt | None:
    """The question which of the given hours are hard, asked once for all of them."""
    choices = tuple(
        Choice(
            Sentence.of("hour_hard", time=row.timed.start.value, title=row.timed.entry.title),
            (Edit(slot=row.id, set={"promise": "start"}),),
        )
        for row in marked.rows
        if row.level == 0 and row.timed.start.how == "given"
    )[:_HOURS_ASKED]
    if not choices or any(
        name == "promise" for row in marked.rows for name, _ in row.timed.entry.fields
    ):
        return None
    said = Sentence.of("hours_hard")
    return Doubt(draft.begins.place, "promise", "missing", None, said, "", choices, several=True)


def _of_start(row: Row) -> Iterator[Doubt]:
    had = row.timed.entry.start
    if had is not None and had.value is None and had.why is not None:
        yield Doubt(had.place, "start", "missing", None, had.why, row.id)
    start = row.timed.start
    if start.how != "given" and not row.timed.chained and start.why is not None:
        yield Doubt(row.timed.entry.place, "start", start.how, str(start.value), start.why, row.id)


def _of_length(row: Row, slot: Slot) -> Iterator[Doubt]:
    for had in (row.timed.entry.end, row.timed.entry.duration):
        if had is not None and had.value is None and had.why is not None:
            yield Doubt(had.place, "duration", "missing", None, had.why, row.id)
    parts = [part for part in row.timed.parts or () if _by_share(part)]
    if parts:
        yield _spread(row, slot)
    length = row.timed.length
    if length.how == "given" or length.why is None or (row.level and _by_share(row.timed)):
        return
    if row.timed.parts is not None and length.why.code == "by_last":
        return
    assert length.value is not None
    value = times.write_length(length.value)
    choices = _lengths_for(row) if slot.leaf else ()
    yield Doubt(row.timed.entry.place, "duration", length.how, value, length.why, row.id, choices)


def _by_share(timed: Timed) -> bool:
    return timed.length.why is not None and timed.length.why.code == "by_share"


def _lengths_for(row: Row) -> tuple[Choice, ...]:
    """The length that was taken, and where a hole is left, what may fill it."""
    length, hole = row.timed.length.value, row.timed.hole
    assert length is not None
    keep = Choice(Sentence.of("length_kept", length=length))
    if ZERO < hole <= STRETCHED:
        whole = length + hole
        step = Edit(slot=row.id, set={"duration": times.write_length(whole)})
        return keep, Choice(Sentence.of("length_filled", length=whole), (step,)), _pause(row)
    return (keep,)


def _pause(row: Row) -> Choice:
    """A break put into the hole after an item."""
    pause = {"kind": "break", "title": "", "duration": times.write_length(row.timed.hole)}
    return Choice(
        Sentence.of("hole_break", length=row.timed.hole), (Insert(slot=pause, after=row.id),)
    )


def _spread(row: Row, slot: Slot) -> Doubt:
    """What a session's items were given of it; or equal parts, if the régie prefers."""
    leaves = [part for part in slot.slots or () if part.leaf and part.duration is not None]
    parts = (part.length.value for part in row.timed.parts or ())
    lengths = _summed(length for length in parts if length)
    said = Sentence.of("session_spread", title=row.timed.entry.title, lengths=lengths)
    choices: tuple[Choice, ...] = ()
    if len(leaves) == len(slot.slots or ()) > 1:
        whole = sum((part.duration or ZERO for part in leaves), ZERO)
        equal = even(whole, len(leaves))
        steps = tuple(
            Edit(slot=part.id, set={"duration": times.write_length(length)})
            for part, length in zip(leaves, equal, strict=True)
        )
        keep = Choice(Sentence.of("spread_kept", lengths=lengths))
        choices = keep, Choice(_evenly(equal), steps)
    return Doubt(row.timed.entry.place, "duration", "inferred", None, said, row.id, choices)


def _evenly(lengths: tuple[timedelta, ...]) -> Sentence:
    """What equal parts are called: one length, or each where they do not come out even."""
    if len(set(lengths)) == 1:
        return Sentence.of("spread_equal", length=lengths[0])
    return Sentence.of("spread_even", lengths=_summed(lengths))


def _summed(lengths: Iterable[timedelta]) -> str:
    """Lengths one after the other, equal ones counted: 4 × 10 min + 5 min."""
    counted = ((times.show_length(length), len(list(alike))) for length, alike in groupby(lengths))
    return " + ".join(f"{many} × {said}" if many > 1 else said for said, many in counted)


def _of_overlap(row: Row, following: Row) -> Iterator[Doubt]:
    start = following.timed.start.value
    assert start is not None
    by = end_of(row.timed) - start.past_midnight
    if by > ZERO:
        said = Sentence.of(
            "read_overlap", title=following.timed.entry.title, former=row.timed.entry.title, by=by
        )
        choices = _around(row, following)
        place = following.timed.entry.place
        yield Doubt(place, "start", "given", str(start), said, following.id, choices)


def _around(row: Row, following: Row) -> tuple[Choice, ...]:
    """What may be done with an item that begins before the one above it ends."""
    begin, later = row.timed.start.value, following.timed.start.value
    assert begin is not None
    assert later is not None
    found = [Choice(Sentence.of("overlap_kept"))]
    shorter = later.past_midnight - begin.past_midnight
    if row.timed.parts is None and shorter > ZERO:
        ends = times.write_civil(later)
        change = {"end": ends, "duration": None}
        if length_of(row.timed).keys() != {"end"}:
            change = {"duration": times.write_length(shorter)}
        said = Sentence.of("overlap_cut", title=row.timed.entry.title, time=later)
        found.append(Choice(said, (Edit(slot=row.id, set=change),)))
    if row.timed.parts is None and following.timed.parts is None:
        beside = [{"title": following.timed.entry.title, "room": following.timed.entry.room}]
        said = Sentence.of("overlap_beside", title=row.timed.entry.title)
        steps = (Edit(slot=row.id, set={"activities": beside}), Remove(slot=following.id))
        found.append(Choice(said, steps))
    said = Sentence.of("overlap_skipped", title=following.timed.entry.title)
    found.append(Choice(said, (Skip(slot=following.id),)))
    return tuple(found)
