"""Rows that a hand adds to the rundown: fresh ones, copies, and where they go. No Qt.

A copy has all that is in its row but what belongs to its place or to a promise: its hours, its cue.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from runofshow.core import times
from runofshow.core.board import Row
from runofshow.core.commands import Batch, Insert
from runofshow.core.plan import fresh_id, plain
from runofshow.core.tree import Place
from runofshow.ui.operator.rundown_places import after_all, movable

Json = dict[str, Any]
NEW_LENGTH: Final = 10 * times.MINUTE
_OF_THE_PLACE: Final = (
    *("id", "cue", "start", "end", "promise", "promised_to", "tolerance", "skip", "guessed"),
    "slots",
)
"""What a copy does not take along; what it holds is copied slot by slot."""


def new_slot(rows: Sequence[Row], title: str) -> Json:
    """The JSON of a fresh item of ten minutes, with an id of its own."""
    used = {row.id for row in rows}
    return {"id": fresh_id(title, used), "title": title, "duration": times.write_length(NEW_LENGTH)}


def copy_of(rows: Sequence[Row], index: int) -> Json:
    """The JSON of another slot like row `index`, with all that it holds, and without ids."""
    row = rows[index]
    kept = {name: value for name, value in plain(row.slot).items() if name not in _OF_THE_PLACE}
    kept["kind"] = row.kind.value
    if guessed := [name for name in row.guessed if name in kept]:
        kept["guessed"] = guessed
    if row.leaf:
        kept["duration"] = times.write_length(row.duration or NEW_LENGTH)
        return kept
    inside = range(index + 1, after_all(rows, index))
    kept["slots"] = [copy_of(rows, each) for each in inside if rows[each].parent == row.id]
    return kept


def named(rows: Sequence[Row], slots: Sequence[Json]) -> list[Json]:
    """The slots, each and all that they hold with an id that no row has."""
    used = {row.id for row in rows}

    def with_id(slot: Json) -> Json:
        name = fresh_id(slot.get("title") or slot.get("kind") or "slot", used)
        used.add(name)
        held = {"slots": [*map(with_id, slot["slots"])]} if "slots" in slot else {}
        return {"id": name} | slot | held

    return [*map(with_id, slots)]


def after(rows: Sequence[Row], index: int | None) -> Place:
    """The place after row `index`: a session's head when that is a heading, and never before what
    is on air or done. Without a row, the end of the day."""
    if index is None:
        return Place("into", None)
    row = rows[index]
    if row.leaf:
        return beyond(rows, index)
    first = next((other for other in rows if other.parent == row.id), None)
    if first is None or not (first.leaf and movable(first)):
        return Place("into", row.id)
    return Place("before", first.id)


def beyond(rows: Sequence[Row], index: int) -> Place:
    """The place after row `index` and all that it holds; after the position when it is done."""
    row = rows[index]
    done = row.leaf and row.status == "done"
    return Place("after", rows[_position(rows, index)].id if done else row.id)


def behind(rows: Sequence[Row], index: int) -> Place:
    """The place for rows that come after row `index`: in a session that is empty, else beyond."""
    row = rows[index]
    empty = not row.leaf and after_all(rows, index) == index + 1
    return Place("into", row.id) if empty else beyond(rows, index)


def _position(rows: Sequence[Row], index: int) -> int:
    """The last leaf aired at or after row `index`: nothing can be put before it (rule 34)."""
    aired = (n for n in range(len(rows) - 1, index, -1) if rows[n].leaf and not movable(rows[n]))
    return next(aired, index)


def inserted(place: Place, slots: Sequence[Json]) -> Insert | Batch:
    """The command that puts `slots`, which have ids, at a place, one after the other."""
    first = Insert.model_validate({"slot": slots[0], place.how: place.anchor})
    if len(slots) == 1:
        return first
    others = (Insert(slot=slot, after=before["id"]) for before, slot in pairwise(slots))
    return Batch(steps=(first, *others))
