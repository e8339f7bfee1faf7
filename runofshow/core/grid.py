"""The grid of an open forum: what takes place in which room in which round (contract.md §1).

- Its columns are the rounds of a session, its rows the rooms of all of them, each named once, in
  the order in which they first stand. A workshop that is not divided is a grid of one round.
- The rounds hold what is in it as their `activities`; a cell in which there is nothing is a room
  without a title. A grid that was changed is asked for as one command: `asked(before, after)`.
- The functions are pure: each returns the grid as it would be; an index out of it raises
  IndexError.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.core.commands import Activities, Batch
from runofshow.core.hosting import twice
from runofshow.core.plan import Activity
from runofshow.core.rows import Row
from runofshow.core.same_name import plain_words

FREE: Final = Activity()
"""Nothing."""
REPORTS: Final = (
    "restitution", "synthese", "mise en commun", "retour", "compte rendu", "report", "plenary",
    "pleniere", "wrap", "harvest", "feedback",
)  # fmt: skip
"""What an item in which workshops are reported on is called, in plain letters."""


class Round(NamedTuple):
    """A round, and what takes place in each room of the grid, in their order."""

    slot: str
    title: str
    cells: tuple[Activity, ...]


class Grid(NamedTuple):
    """Rooms by rounds."""

    rooms: tuple[str, ...]
    rounds: tuple[Round, ...]


class Cell(NamedTuple):
    """A place in a grid, by numbers from nought."""

    round: int
    room: int


class Clash(NamedTuple):
    """Somebody who hosts in more than one room in one round."""

    round: int
    host: str
    rooms: tuple[int, ...]


def grid(board: Board, slot: str) -> Grid:
    """The grid of a session of rounds, or of a workshop; raises KeyError when there is no such."""
    at = board.slots.numbers[slot]
    rounds = [row for row in _rounds(board, at) if row.status != "skipped"]
    rooms = tuple(dict.fromkeys(each.room for row in rounds for each in row.activities))
    return Grid(rooms, tuple(_round(row, rooms) for row in rounds))


def reports_back(title: str) -> bool:
    """Whether an item called so is one in which workshops are reported on."""
    plain = plain_words(title)
    return any(word in plain for word in REPORTS)


def grids(board: Board) -> tuple[str, ...]:
    """The slots that are a grid, in the order of the day.

    They are the workshops, and the sessions divided into rounds: two workshops at least with
    changes of rooms between, of one length, or with rooms of their own. What is in one is none;
    nor is, while it has no rooms, what they are reported on in.
    """
    found, inside = list[str](), set[str]()
    for at, row in enumerate(board.slots):
        if row.leaf and row.kind == "workshop" and row.parent not in inside:
            if row.status != "skipped" and (row.activities or not reports_back(row.title)):
                found.append(row.id)
        elif not row.leaf and _divided(board, at):
            found.append(row.id)
            inside.add(row.id)
    return tuple(found)


def foremost(board: Board) -> str | None:
    """The grid that matters: the one whose rounds run, else of those not over the one that is
    divided or has rooms; of several the longest. While a room makes its agenda, that is what it
    makes it for."""
    rows = [board.slots[board.slots.numbers[each]] for each in grids(board)]
    ahead = [row for row in rows if row.status != "done"] or rows
    best = max(ahead, key=lambda row: (*_matters(board, row), _lasting(row)), default=None)
    return None if best is None else best.id


def _matters(board: Board, row: Row) -> tuple[bool, bool]:
    at = board.slots.numbers[row.id]
    rounds = _rounds(board, at)
    parts = (row,) if row.leaf else tuple(_inside(board, at))
    rooms = any(each.activities for each in rounds)
    runs = any(part.status == "on_air" for part in parts)
    return (runs and (rooms or not row.leaf), rooms or not row.leaf)


def _lasting(row: Row) -> timedelta:
    if row.planned_start is None or row.planned_end is None:
        return row.duration or times.ZERO
    return row.planned_end - row.planned_start


def _divided(board: Board, at: int) -> bool:
    parts = [row for row in _inside(board, at) if row.status != "skipped"]
    rounds = [row for row in parts if row.kind == "workshop"]
    if len(rounds) < 2 or not all(row.leaf for row in parts):
        return False
    lengths = {row.duration for row in rounds}
    return len(rounds) < len(parts) or len(lengths) == 1 or all(row.activities for row in rounds)


def _inside(board: Board, at: int) -> Iterator[Row]:
    """What is in a session, itself not."""
    whole = board.slots[at]
    for number in range(at + 1, len(board.slots)):
        row = board.slots[number]
        if row.level <= whole.level:
            return
        if row.parent == whole.id:
            yield row


def _rounds(board: Board, at: int) -> Sequence[Row]:
    whole = board.slots[at]
    if whole.leaf:
        return (whole,)
    return [row for row in _inside(board, at) if row.leaf and row.kind != "changeover"]


def _round(row: Row, rooms: Sequence[str]) -> Round:
    """Of two in one room the first stands in the grid."""
    there: dict[str, Activity] = {}
    for each in row.activities:
        there.setdefault(each.room, each)
    cells = (there.get(room, FREE.model_copy(update={"room": room})) for room in rooms)
    return Round(row.id, row.title, tuple(cells))


# --- changes -----------------------------------------------------------------------------------


def with_room(of: Grid, name: str, at: int | None = None) -> Grid:
    """With one room more, free in all rounds, last or at that place; a name that is there is not
    taken again."""
    if name in of.rooms:
        return of
    place = len(of.rooms) if at is None else at
    free = FREE.model_copy(update={"room": name})
    return _of(
        (*of.rooms[:place], name, *of.rooms[place:]),
        ((r, (*r.cells[:place], free, *r.cells[place:])) for r in of.rounds),
    )


def without_room(of: Grid, room: int) -> Grid:
    """Without a room, and what was to take place in it."""
    place = range(len(of.rooms))[room]
    return _of(
        (*of.rooms[:place], *of.rooms[place + 1 :]),
        ((r, (*r.cells[:place], *r.cells[place + 1 :])) for r in of.rounds),
    )


def renamed(of: Grid, room: int, name: str) -> Grid:
    """With a room called otherwise in all rounds; a name that is there already changes nothing."""
    place = range(len(of.rooms))[room]
    if name in of.rooms:
        return of
    rooms = (*of.rooms[:place], name, *of.rooms[place + 1 :])
    return _of(rooms, ((r, r.cells) for r in of.rounds))


def put(
    of: Grid,
    cell: Cell,
    title: str,
    host: str | None = None,
    note: str | None = None,
    result: str | None = None,
) -> Grid:
    """With that in a cell, instead of what was there."""
    what = Activity(title=title, host=host or None, note=note or None, result=result or None)
    return _exchanged(of, {_in(of, cell): what})


def emptied(of: Grid, cell: Cell) -> Grid:
    """With nothing in a cell."""
    return _exchanged(of, {_in(of, cell): FREE})


def swapped(of: Grid, one: Cell, other: Cell) -> Grid:
    """With what is in two cells exchanged, each room keeping its name."""
    a, b = _in(of, one), _in(of, other)
    return _exchanged(of, {a: at(of, b), b: at(of, a)})


def pasted(of: Grid, cell: Cell, rows: Sequence[Sequence[str]]) -> Grid:
    """With texts from a cell on, as rooms below each other and rounds beside each other.

    Rooms that there are not are added, called by their number; rounds that there are not are left
    out. An empty text leaves what is there.
    """
    for number in range(len(of.rooms), cell.room + len(rows)):
        of = with_room(of, _number(of, number + 1))
    for down, row in enumerate(rows):
        for right, text in enumerate(row[: len(of.rounds) - cell.round]):
            if text.strip():
                there = Cell(cell.round + right, cell.room + down)
                of = put(of, there, text.strip(), at(of, there).host)
    return of


def _number(of: Grid, number: int) -> str:
    """The number of a new room, of those that are not taken."""
    while str(number) in of.rooms:
        number += 1
    return str(number)


def at(of: Grid, cell: Cell) -> Activity:
    """What takes place in a cell."""
    return of.rounds[cell.round].cells[cell.room]


def _in(of: Grid, cell: Cell) -> Cell:
    """The same cell by numbers from nought; raises IndexError."""
    return Cell(range(len(of.rounds))[cell.round], range(len(of.rooms))[cell.room])


def _exchanged(of: Grid, what: dict[Cell, Activity]) -> Grid:
    return _of(
        of.rooms,
        (
            (r, [what.get(Cell(n, m), each) for m, each in enumerate(r.cells)])
            for n, r in enumerate(of.rounds)
        ),
    )


def _of(rooms: Sequence[str], rounds: Iterator[tuple[Round, Sequence[Activity]]]) -> Grid:
    """A grid of those cells, each called by its room."""
    return Grid(
        tuple(rooms),
        tuple(
            r._replace(
                cells=tuple(
                    each if each.room == room else each.model_copy(update={"room": room})
                    for room, each in zip(rooms, cells, strict=True)
                )
            )
            for r, cells in rounds
        ),
    )


# --- asked for, and looked through -------------------------------------------------------------


def asked(before: Grid, after: Grid) -> Activities | Batch | None:
    """The command that makes one grid of the other, one step of undo; None when they are alike."""
    steps = tuple(
        Activities(slot=now.slot, set=[_plain(each) for each in now.cells])
        for was, now in zip(before.rounds, after.rounds, strict=True)
        if was != now
    )
    if len(steps) < 2:
        return steps[0] if steps else None
    return Batch(steps=steps)


def _plain(activity: Activity) -> dict[str, object]:
    return activity.model_dump(mode="json", exclude_defaults=True)


def clashes(of: Grid) -> tuple[Clash, ...]:
    """Who hosts in more than one room in one round (core/hosting.py)."""
    return tuple(
        Clash(number, host, rooms)
        for number, each in enumerate(of.rounds)
        for host, rooms in twice(each.cells)
    )
