"""A draft of one day in one room becomes a plan, with what had to be guessed told as doubts.

- What the programme gives is kept to the letter; what is inferred is marked in `guessed`.
- An item has a start of its own when the programme tells one; the others follow one another.
- Nothing is a promise until somebody says so: that is asked once, of all hours together.
- Doubts stand as they matter: which hours are hard, when the day ends, times and lengths, all else;
  those that matter alike, in the order of the day. What is told twice of a field is told once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from runofshow.core import times
from runofshow.core.commands import Edit, Insert, Remove, Skip
from runofshow.core.errors import Unreadable
from runofshow.core.outline import Outline
from runofshow.core.plan import Kind, Plan, Slot, plain, with_ids
from runofshow.core.sentences import Sentence
from runofshow.core.times import ZERO, Civil
from runofshow.formats.draft import Choice, Doubt, Draft, Had, Settled
from runofshow.formats.inference import STRETCHED, Timed, inferred
from runofshow.formats.sharing import even
from runofshow.formats.source import Place

_HOURS_ASKED: Final = 24
"""So many hours at most are asked about when it is asked which ones are hard."""


def settled(draft: Draft, today: date, here: str | None = None) -> Settled:
    """The plan of a draft, in which a day and a room are chosen already (choosing.py).

    `here` is the time zone of who reads it, taken where the programme tells none.
    Raises Unreadable when nothing in it can be run.
    """
    if draft.whole is not None:
        return Settled(draft.whole, draft.doubts, places=draft.places or {})
    if not draft.entries:
        raise Unreadable("no_programme", file="")
    marked = _Marked(inferred(draft))
    head, asked = _head(draft, today, here)
    plan = _plan(head | {"slots": _noted(marked.slots, draft)})
    doubts = (*asked, *_shifted(draft.doubts, marked), *_told(plan, marked, draft))
    order = {row.id: at for at, row in enumerate(marked.rows)}
    walked = sorted(_once(doubts), key=lambda doubt: (_rank(doubt), order.get(doubt.slot, -1)))
    return Settled(plan, tuple(walked), marked.marks, marked.places)


def _noted(slots: list[dict[str, Any]], draft: Draft) -> list[dict[str, Any]]:
    """The slots, what holds for the whole day noted at the first."""
    first, *others = slots
    told = [note.text for note in draft.notes]
    note = " · ".join(filter(None, (first.get("note"), *dict.fromkeys(told))))
    return [first | {"note": note} if note else first, *others]


def _once(doubts: Iterable[Doubt]) -> Iterable[Doubt]:
    """The doubts without those that say of a field what one before says of it."""
    found: dict[tuple[str, str, Sentence], Doubt] = {}
    for doubt in doubts:
        found.setdefault((doubt.slot, doubt.field, doubt.said), doubt)
    return found.values()


_TIMES: Final = frozenset(("start", "duration", "end", "date", "timezone", "day", "room"))


def _rank(doubt: Doubt) -> int:
    """How much a doubt matters; nought matters most."""
    if doubt.several:
        return 0
    if doubt.field == "end_by":
        return 1
    return 2 if doubt.field in _TIMES else 3


def _plan(values: Mapping[str, Any]) -> Plan:
    try:
        plan = Plan.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Unreadable("draft_unsound", where, why=first["msg"]) from None
    if not Outline(plan).order:
        raise Unreadable("no_programme", file="")
    return plan


# --- the day -----------------------------------------------------------------------------------


def _head(draft: Draft, today: date, here: str | None) -> tuple[dict[str, Any], list[Doubt]]:
    """What the plan says of the day as a whole, and what of it was not simply given."""
    day: Had[date] = draft.day
    if day.value is None:
        why = day.why or Sentence.of("date_missing", date=today)
        day = Had(today, "missing", day.place, why)
    zone: Had[str] = draft.timezone
    if zone.value is None and here is not None:
        zone = Had(here, "inferred", zone.place, Sentence.of("zone_of_machine", zone=here))
    elif zone.value is None:
        zone = Had("UTC", "missing", zone.place, zone.why or Sentence.of("no_timezone"))
    values: dict[str, Any] = {"date": day.value, "timezone": zone.value}
    values["title"] = draft.title.value or ""
    if draft.language:
        values["language"] = draft.language
    if draft.venue.value:
        values["venue"] = draft.venue.value
    doubts = [
        Doubt(had.place, field, had.how, str(had.value), had.why)
        for field, had in (("date", day), ("timezone", zone), ("title", draft.title))
        if had.why is not None
    ]
    if draft.ends.value is not None:
        values["end_by"] = draft.ends.value
        doubts.append(_end_by(draft.ends.value, draft.ends))
    return values, doubts


def _end_by(end: Civil, had: Had[Civil]) -> Doubt:
    keep = Choice(Sentence.of("end_by_kept", time=end))
    drop = Choice(Sentence.of("end_by_dropped"), (Edit(set={"end_by": None}),))
    said = Sentence.of("end_by_read", time=end)
    return Doubt(had.place, "end_by", "inferred", str(end), said, "", (keep, drop))


# --- the slots ---------------------------------------------------------------------------------


class _Row(NamedTuple):
    """A slot of the plan and what it was made of."""

    id: str
    timed: Timed
    level: int


class _Marked:
    """The slots as the schedule file holds them, and how each value of them was had.

    Attributes: slots, marks, places, rows (in document order).
    """

    def __init__(self, timed: Sequence[Timed]) -> None:
        keys = [one.entry.key for one in _walk(timed)]
        twice = (
            {key for key in keys if keys.count(key) > 1} if len(set(keys)) < len(keys) else set()
        )
        raw = [_raw(one, twice) for one in timed]
        named: Any = with_ids(raw, set())
        self.slots: list[dict[str, Any]] = named
        self.rows = tuple(_rows(self.slots, timed, 0))
        self.places: dict[str, Place] = {row.id: row.timed.entry.place for row in self.rows}
        self.marks: dict[tuple[str, str], Had[object]] = {}
        for row in self.rows:
            for field, had in _fields(row.timed):
                self.marks[row.id, field] = had


def _walk(timed: Sequence[Timed]) -> Iterator[Timed]:
    for one in timed:
        yield one
        yield from _walk(one.parts or ())


def _rows(slots: Sequence[Mapping[str, Any]], timed: Sequence[Timed], level: int) -> Iterator[_Row]:
    for slot, one in zip(slots, timed, strict=True):
        yield _Row(slot["id"], one, level)
        yield from _rows(slot.get("slots") or (), one.parts or (), level + 1)


def _fields(timed: Timed) -> Iterator[tuple[str, Had[object]]]:
    """How the times and the kind were had, by the names of the schedule file."""
    yield "start", _any(timed.start)
    yield ("end" if timed.ends else "duration"), _any(timed.length)
    if timed.entry.kind is not None:
        yield "kind", _any(timed.entry.kind)


def _any(had: Had[Any]) -> Had[object]:
    return had


def _raw(timed: Timed, twice: set[str]) -> dict[str, Any]:
    """One slot as the schedule file holds it, without an id where the file gives no lasting one."""
    entry = timed.entry
    values: dict[str, Any] = {"kind": timed.kind, "title": entry.title, **dict(entry.fields)}
    if entry.key and entry.key not in twice and entry.key != "day" and len(entry.key) <= 200:
        values["id"] = entry.key
    if entry.cue:
        values["cue"] = entry.cue
    if not timed.chained:
        values["start"] = timed.start.value
    values |= _length(timed)
    values |= {
        name: value
        for name, value in (
            ("speakers", [plain(speaker) for speaker in entry.speakers]),
            ("note", entry.note),
            ("room", entry.room),
            ("departments", dict(entry.departments)),
        )
        if value
    }
    guessed = _guessed(timed, values)
    if guessed:
        values["guessed"] = guessed
    if timed.parts is not None:
        values["slots"] = [_raw(part, twice) for part in timed.parts]
    return values


def _length(timed: Timed) -> dict[str, Any]:
    """A length: of a break between two given hours its end; of a session what is given."""
    end = Civil.past(_end(timed))
    if timed.parts is not None:
        if timed.ends and timed.length.how != "inferred":
            return {"end": end}
        return {"duration": timed.length.value} if timed.length.how == "given" else {}
    if timed.ends and timed.kind is Kind.BREAK and not timed.chained and _sure(timed):
        return {"end": end}
    return {"duration": timed.length.value}


def _sure(timed: Timed) -> bool:
    return timed.start.how == timed.length.how == "given"


def _end(timed: Timed) -> timedelta:
    assert timed.start.value is not None
    assert timed.length.value is not None
    return timed.start.value.past_midnight + timed.length.value


def _guessed(timed: Timed, values: Mapping[str, Any]) -> list[str]:
    """The fields of a slot that the programme does not give."""
    found = ["start"] if "start" in values and timed.start.how != "given" else []
    length = () if timed.length.how == "given" else ("duration", "end")
    return [*found, *(field for field in length if field in values)]


# --- what is to be looked at -------------------------------------------------------------------


def _shifted(doubts: Sequence[Doubt], marked: _Marked) -> Iterator[Doubt]:
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


def _told(plan: Plan, marked: _Marked, draft: Draft) -> Iterator[Doubt]:
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


def _hard_hours(marked: _Marked, draft: Draft) -> Doubt | None:
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


def _of_start(row: _Row) -> Iterator[Doubt]:
    had = row.timed.entry.start
    if had is not None and had.value is None and had.why is not None:
        yield Doubt(had.place, "start", "missing", None, had.why, row.id)
    start = row.timed.start
    if start.how != "given" and not row.timed.chained and start.why is not None:
        yield Doubt(row.timed.entry.place, "start", start.how, str(start.value), start.why, row.id)


def _of_length(row: _Row, slot: Slot) -> Iterator[Doubt]:
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


def _lengths_for(row: _Row) -> tuple[Choice, ...]:
    """The length that was taken, and where a hole is left, what may fill it."""
    length, hole = row.timed.length.value, row.timed.hole
    assert length is not None
    keep = Choice(Sentence.of("length_kept", length=length))
    if ZERO < hole <= STRETCHED:
        whole = length + hole
        step = Edit(slot=row.id, set={"duration": times.write_length(whole)})
        return keep, Choice(Sentence.of("length_filled", length=whole), (step,)), _pause(row)
    return (keep,)


def _pause(row: _Row) -> Choice:
    """A break put into the hole after an item."""
    pause = {"kind": "break", "title": "", "duration": times.write_length(row.timed.hole)}
    return Choice(
        Sentence.of("hole_break", length=row.timed.hole), (Insert(slot=pause, after=row.id),)
    )


def _spread(row: _Row, slot: Slot) -> Doubt:
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


def _of_overlap(row: _Row, following: _Row) -> Iterator[Doubt]:
    start = following.timed.start.value
    assert start is not None
    by = _end(row.timed) - start.past_midnight
    if by > ZERO:
        said = Sentence.of(
            "read_overlap", title=following.timed.entry.title, former=row.timed.entry.title, by=by
        )
        choices = _around(row, following)
        place = following.timed.entry.place
        yield Doubt(place, "start", "given", str(start), said, following.id, choices)


def _around(row: _Row, following: _Row) -> tuple[Choice, ...]:
    """What may be done with an item that begins before the one above it ends."""
    begin, later = row.timed.start.value, following.timed.start.value
    assert begin is not None
    assert later is not None
    found = [Choice(Sentence.of("overlap_kept"))]
    shorter = later.past_midnight - begin.past_midnight
    if row.timed.parts is None and shorter > ZERO:
        ends = times.write_civil(later)
        change = {"end": ends, "duration": None}
        if _length(row.timed).keys() != {"end"}:
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
