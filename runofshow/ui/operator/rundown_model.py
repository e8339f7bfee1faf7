"""Where the rows of the rundown stand, and where a hand may move them; no painting, no Qt.

- A gap or an overlap is a thin row of its own, above the headings of the sessions that its leaf
  opens.
- `Outline` answers by bisection and costs one pass over the rows, made only when the order, the
  row on air or a gap has changed (`shape`): a tick on 10,000 rows moves nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import accumulate
from operator import itemgetter
from typing import Any, NamedTuple

from runofshow.core import times
from runofshow.core.board import Board, Row
from runofshow.core.commands import Insert, Move
from runofshow.core.plan import Speaker, fresh_id, plain

Shape = tuple[tuple[Any, ...], list[list[Any]]]
_PLACED = tuple(
    itemgetter(Row._fields.index(name)) for name in ("id", "level", "leaf", "gap", "overlap")
)


def shape(board: Board) -> Shape:
    """What decides where rows and columns stand; equal shapes need no new outline.

    A list for each field: ten thousand rows are compared by identity, in a millisecond.
    """
    return (
        (board.rev, board.title, board.date, board.on_air.slot if board.on_air else None),
        [list(map(field, board.slots)) for field in _PLACED],
    )


def departments(rows: Sequence[Row]) -> tuple[str, ...]:
    """The crew's columns: the names of all departments, in order of appearance."""
    found: dict[str, None] = {}
    for row in rows:
        if row.departments:
            found |= dict.fromkeys(name for name, _ in row.departments)
    return tuple(found)


class Heights(NamedTuple):
    """How tall rows are, in logical pixels."""

    leaf: int
    live: int
    session: int
    thin: int


class Span(NamedTuple):
    """A row's top and height; `thin` of it, at the top, is the gap or the overlap above."""

    top: int
    height: int
    thin: int


class Between(NamedTuple):
    """A gap or an overlap: its length, and the leaf whose start makes it."""

    length: timedelta
    overlap: bool
    leaf: int


class Outline:
    """The rows of a board laid one under the other; `len` counts them, `total` is their height."""

    def __init__(self, rows: Sequence[Row], live: str | None, heights: Heights) -> None:
        self._heights = heights
        self.between = dict(_between(rows))
        self.index = {row.id: number for number, row in enumerate(rows)}
        sizes = [heights.leaf if row.leaf else heights.session for row in rows]
        if live is not None and live in self.index:
            sizes[self.index[live]] = heights.live
        for number in self.between:
            sizes[number] += heights.thin
        self._tops = list(accumulate(sizes, initial=0))

    def __len__(self) -> int:
        return len(self._tops) - 1

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._tops[-1]

    def span(self, index: int) -> Span:
        """Where row `index` stands."""
        top = self._tops[index]
        thin = self._heights.thin if index in self.between else 0
        return Span(top, self._tops[index + 1] - top, thin)

    def at(self, y: int) -> int | None:
        """The row at height `y`; None above the first and below the last."""
        if not 0 <= y < self.total:
            return None
        return bisect_right(self._tops, y) - 1

    def seen(self, top: int, bottom: int) -> range:
        """The rows of which a part stands between two heights."""
        first = max(0, bisect_right(self._tops, max(0, top)) - 1)
        last = bisect_right(self._tops, max(0, bottom - 1))
        return range(first, min(last, len(self)))


def _between(rows: Sequence[Row]) -> Iterable[tuple[int, Between]]:
    for number, row in enumerate(rows):
        size = row.overlap or row.gap
        if not (size and row.leaf):
            continue
        anchor = number
        while anchor and not rows[anchor - 1].leaf and rows[anchor - 1].id == rows[anchor].parent:
            anchor -= 1
        yield anchor, Between(size, bool(row.overlap), number)


# --- places ------------------------------------------------------------------------------------


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


def move_up(rows: Sequence[Row], index: int) -> Move | None:
    """One place up: before the sibling above, into the end of a session above, or out of its own.

    None at the very top. A session steps over its neighbours whole and never into one.
    """
    row, above = rows[index], sibling_before(rows, index)
    if above is None:
        return Move(slot=row.id, before=row.parent) if row.parent is not None else None
    if row.leaf and not above.leaf:
        return Move(slot=row.id, into=above.id)
    return Move(slot=row.id, before=above.id)


def move_down(rows: Sequence[Row], index: int) -> Move | None:
    """One place down: after the sibling below, into the head of a session below, or out of its own.

    None at the very end.
    """
    row, below = rows[index], sibling_after(rows, index)
    if below is None:
        return Move(slot=row.id, after=row.parent) if row.parent is not None else None
    if row.leaf and not below.leaf:
        return into_head(rows, row.id, below.id)
    return Move(slot=row.id, after=below.id)


def into_head(rows: Sequence[Row], slot: str, session: str) -> Move:
    """The move of `slot` to the first place of `session`."""
    first = first_of(rows, session)
    if first is None or first == slot:
        return Move(slot=slot, into=session)
    return Move(slot=slot, before=first)


def first_of(rows: Sequence[Row], session: str) -> str | None:
    """The first slot in a session, or None when it is empty."""
    return next((row.id for row in rows if row.parent == session), None)


def movable(row: Row) -> bool:
    """Whether a hand may move it: what is on air or done stays (rule 34)."""
    return row.status not in ("on_air", "done")


class Landing(NamedTuple):
    """Where a dragged row would land: the move, and the edge to draw (its row, and its foot?)."""

    move: Move
    row: int
    at_foot: bool
    level: int


def landing(rows: Sequence[Row], dragged: int, over: int, lower: bool) -> Landing | None:
    """Where row `dragged` lands when let go over the upper or lower half of row `over`.

    None where it would change nothing, or would hold itself.
    """
    slot, target = rows[dragged], rows[over]
    if dragged <= over < after_all(rows, dragged):
        return None
    if not lower:
        if _same(sibling_after(rows, dragged), target):
            return None
        return Landing(Move(slot=slot.id, before=target.id), over, False, target.level)
    if not target.leaf:
        return _into(rows, slot, over)
    if _same(sibling_before(rows, dragged), target):
        return None
    return Landing(Move(slot=slot.id, after=target.id), over, True, target.level)


def _same(one: Row | None, other: Row) -> bool:
    return one is not None and one.id == other.id


def _into(rows: Sequence[Row], slot: Row, session: int) -> Landing | None:
    target = rows[session]
    if first_of(rows, target.id) == slot.id:
        return None
    return Landing(into_head(rows, slot.id, target.id), session, True, target.level + 1)


# --- new rows ----------------------------------------------------------------------------------

NEW_LENGTH = 10 * times.MINUTE


def new_slot(rows: Sequence[Row], title: str) -> dict[str, Any]:
    """The JSON of a fresh item of ten minutes, with an id of its own."""
    used = {row.id for row in rows}
    return {"id": fresh_id(title, used), "title": title, "duration": written(NEW_LENGTH)}


def copied_slot(rows: Sequence[Row], row: Row, title: str) -> dict[str, Any]:
    """The JSON of another leaf like `row`: what is in it, but no hour and no promise of its own."""
    used = {other.id for other in rows}
    copy: dict[str, Any] = {"id": fresh_id(title, used), "kind": row.kind.value, "title": title}
    copy["duration"] = written(row.duration or NEW_LENGTH)
    if row.speakers:
        copy["speakers"] = [_speaker(speaker) for speaker in row.speakers]
    for name in ("note", "room"):
        if getattr(row, name):
            copy[name] = getattr(row, name)
    if row.departments:
        copy["departments"] = dict(row.departments)
    return copy


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return plain(speaker)


def written(length: timedelta) -> str:
    """A length as commands hold it."""
    return times.write_length(length)


def insert_after(rows: Sequence[Row], index: int | None, slot: dict[str, Any]) -> Insert:
    """Put `slot` after row `index`; in a session's head when that is a heading, and never before
    what is on air or done."""
    if index is None:
        return Insert(slot=slot, into=None)
    row = rows[index]
    if row.leaf and row.status == "done":
        return Insert(slot=slot, after=rows[_position(rows, index)].id)
    if row.leaf:
        return Insert(slot=slot, after=row.id)
    first = next((other for other in rows if other.parent == row.id), None)
    if first is None or not (first.leaf and movable(first)):
        return Insert(slot=slot, into=row.id)
    return Insert(slot=slot, before=first.id)


def insert_before(rows: Sequence[Row], index: int, slot: dict[str, Any]) -> Insert:
    """Put `slot` before row `index`."""
    return Insert(slot=slot, before=rows[index].id)


def _position(rows: Sequence[Row], index: int) -> int:
    """The last leaf aired at or after row `index`: nothing can be put before it (rule 34)."""
    aired = (n for n in range(len(rows) - 1, index, -1) if rows[n].leaf and _aired(rows[n]))
    return next(aired, index)


def _aired(row: Row) -> bool:
    return row.status in ("done", "on_air")
