"""The slots of a settled day as the schedule file holds them, and how each value was had."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from runofshow.core.plan import Kind, plain, with_ids
from runofshow.core.times import Civil
from runofshow.formats.draft import Had
from runofshow.formats.inference import Timed
from runofshow.formats.source import Place


class Row(NamedTuple):
    """A slot of the plan and what it was made of."""

    id: str
    timed: Timed
    level: int


class Marked:
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


def _rows(slots: Sequence[Mapping[str, Any]], timed: Sequence[Timed], level: int) -> Iterator[Row]:
    for slot, one in zip(slots, timed, strict=True):
        yield Row(slot["id"], one, level)
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
    values |= length_of(timed)
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


def length_of(timed: Timed) -> dict[str, Any]:
    """A length: of a break between two given hours its end; of a session what is given."""
    end = Civil.past(end_of(timed))
    if timed.parts is not None:
        if timed.ends and timed.length.how != "inferred":
            return {"end": end}
        return {"duration": timed.length.value} if timed.length.how == "given" else {}
    if timed.ends and timed.kind is Kind.BREAK and not timed.chained and _sure(timed):
        return {"end": end}
    return {"duration": timed.length.value}


def _sure(timed: Timed) -> bool:
    return timed.start.how == timed.length.how == "given"


def end_of(timed: Timed) -> timedelta:
    """When it ends, since midnight."""
    assert timed.start.value is not None
    assert timed.length.value is not None
    return timed.start.value.past_midnight + timed.length.value


def _guessed(timed: Timed, values: Mapping[str, Any]) -> list[str]:
    """The fields of a slot that the programme does not give."""
    found = ["start"] if "start" in values and timed.start.how != "given" else []
    length = () if timed.length.how == "given" else ("duration", "end")
    return [*found, *(field for field in length if field in values)]
