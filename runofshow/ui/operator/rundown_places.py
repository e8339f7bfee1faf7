"""Where a hand may move rows of the rundown, and where what is dragged would land. No Qt.

- Several rows move as one block, in their order; what a chosen session holds goes with it.
- The show has the last word (rule 34): what it refuses is asked all the same.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from runofshow.core.board import Row
from runofshow.core.commands import Amendment, Batch, Edit, Move
from runofshow.core.edits import DEEPEST
from runofshow.core.times import write_civil
from runofshow.core.tree import Place

Block = Sequence[int]
"""The rows that a hand moves: their indices, in order, none within another."""


def block(rows: Sequence[Row], chosen: Collection[str]) -> list[int]:
    """The chosen rows in their order, without those that a chosen session holds."""
    found, inside = [], 0
    for number, row in enumerate(rows):
        if number >= inside and row.id in chosen:
            found.append(number)
            inside = after_all(rows, number)
    return found


def after_all(rows: Sequence[Row], index: int) -> int:
    """The index after row `index` and all that it holds."""
    level = rows[index].level
    number = index + 1
    while number < len(rows) and rows[number].level > level:
        number += 1
    return number


def sibling_before(rows: Sequence[Row], index: int) -> Row | None:
    """The slot before it in the same session, or None when it is the first."""
    for number in range(index - 1, -1, -1):
        if rows[number].level == rows[index].level:
            return rows[number]
        if rows[number].level < rows[index].level:
            return None
    return None


def sibling_after(rows: Sequence[Row], index: int) -> Row | None:
    """The slot after it in the same session, or None when it is the last."""
    number = after_all(rows, index)
    if number < len(rows) and rows[number].level == rows[index].level:
        return rows[number]
    return None


def place_up(rows: Sequence[Row], moved: Block) -> Place | None:
    """One place up: before the sibling above, into the end of a session above, or out of its own.

    None at the very top. A session steps over its neighbours whole and never into one.
    """
    row, above = rows[moved[0]], sibling_before(rows, moved[0])
    if above is None:
        return Place("before", row.parent) if row.parent is not None else None
    if not above.leaf and all(rows[each].leaf for each in moved):
        return Place("into", above.id)
    return Place("before", above.id)


def place_down(rows: Sequence[Row], moved: Block) -> Place | None:
    """One place down: after the sibling below, into the head of a session below, or out of its own.

    None at the very end.
    """
    row, below = rows[moved[-1]], sibling_after(rows, moved[-1])
    if below is None:
        return Place("after", row.parent) if row.parent is not None else None
    if not below.leaf and all(rows[each].leaf for each in moved):
        return _head(rows, moved, below.id)
    return Place("after", below.id)


def movable(row: Row) -> bool:
    """Whether a hand may move it: what is on air or done stays (rule 34)."""
    return row.status not in ("on_air", "done")


def free(rows: Sequence[Row], index: int) -> bool:
    """Whether a row may be moved, skipped or taken out: nothing that it holds has aired."""
    span = range(index, after_all(rows, index))
    return all(movable(rows[at]) for at in span if rows[at].leaf) and movable(rows[index])


class Landing(NamedTuple):
    """Where dragged rows would land: the place, and the edge to draw (its row, and its foot?)."""

    place: Place
    row: int
    at_foot: bool
    level: int


def landing(
    rows: Sequence[Row],
    moved: Block,
    over: int,
    lower: bool,
    level: int = DEEPEST,
    shut: Collection[str] = (),
) -> Landing | None:
    """Where a block lands when let go over the upper or lower half of row `over`.

    Below the last row of a session, `level` says how deep: what is less deep lands after the
    session; below one of those that are `shut`, after it. None where it would change nothing, or
    would hold itself.
    """
    if any(each <= over < after_all(rows, each) for each in moved):
        return None
    target = rows[over]
    if not lower:
        place = Place("before", target.id)
        return None if _stays(rows, moved, place) else Landing(place, over, False, target.level)
    if not target.leaf and target.id not in shut:
        place = _head(rows, moved, target.id)
        found = Landing(place, over, True, target.level + 1)
        return None if _stays(rows, moved, place) else found
    return _below(rows, moved, over, level)


def _below(rows: Sequence[Row], moved: Block, over: int, level: int) -> Landing | None:
    at, end = over, after_all(rows, over)
    while rows[at].level > level and rows[at].parent is not None:
        parent = next(n for n in range(at - 1, -1, -1) if rows[n].id == rows[at].parent)
        if after_all(rows, parent) != end or parent in moved:
            break
        at = parent
    place = Place("after", rows[at].id)
    return None if _stays(rows, moved, place) else Landing(place, over, True, rows[at].level)


def _stays(rows: Sequence[Row], moved: Block, place: Place) -> bool:
    """Whether the block stands there already, in one piece."""
    if any(not _same(sibling_after(rows, one), rows[other]) for one, other in pairwise(moved)):
        return False
    if place.how == "before":
        return _same(sibling_after(rows, moved[-1]), place.anchor)
    if place.how == "after":
        return _same(sibling_before(rows, moved[0]), place.anchor)
    inside = [number for number, row in enumerate(rows) if row.parent == place.anchor]
    return inside == list(moved)


def _same(one: Row | str | None, other: Row | str | None) -> bool:
    ids = [each.id if isinstance(each, Row) else each for each in (one, other)]
    return ids[0] is not None and ids[0] == ids[1]


def _head(rows: Sequence[Row], moved: Block, session: str) -> Place:
    """The first place of a session for a block, which may hold what is first there."""
    mine = {rows[each].id for each in moved}
    first = next((row for row in rows if row.parent == session and row.id not in mine), None)
    return Place("into", session) if first is None else Place("before", first.id)


def block_moved(rows: Sequence[Row], moved: Block, place: Place) -> Move | Batch:
    """The command that moves a block there: its first row to the place, each other after it.

    What moves drops its own start; where that was the only one of the day, what then comes first
    takes it, for a day must begin at some hour.
    """
    slots = [rows[each].id for each in moved]
    first = Move.model_validate({"slot": slots[0], place.how: place.anchor})
    heir = heir_of_start(rows, moved, place)
    if len(slots) == 1 and heir is None:
        return first
    steps: list[Amendment] = [first, *(Move(slot=slot, after=it) for it, slot in pairwise(slots))]
    if heir is not None:
        start = next(rows[each].slot.start for each in moved if rows[each].own_start)
        assert start is not None
        steps.append(Edit(slot=heir.id, set={"start": write_civil(start)}))
    return Batch(steps=tuple(steps))


def heir_of_start(rows: Sequence[Row], moved: Block, place: Place) -> Row | None:
    """The leaf that takes over the start of the day when a block moves with the only one."""
    if not any(rows[each].own_start for each in moved):
        return None
    if any(row.own_start for at, row in enumerate(rows) if at not in moved):
        return None
    order = _order_after(rows, moved, place)
    leaves = (rows[at] for at in order if rows[at].leaf and rows[at].status != "skipped")
    return next(leaves, None)


def _order_after(rows: Sequence[Row], moved: Block, place: Place) -> list[int]:
    """The rows in their order when the block has moved."""
    held = [at for each in moved for at in range(each, after_all(rows, each))]
    rest = [at for at in range(len(rows)) if at not in held]
    anchor = next((at for at in rest if rows[at].id == place.anchor), None)
    if anchor is None:
        return rest + held
    behind = anchor if place.how == "before" else after_all(rows, anchor)
    return [*(at for at in rest if at < behind), *held, *(at for at in rest if at >= behind)]
