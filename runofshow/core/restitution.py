"""Restitution: a reporter for each workshop of a grid, in the item in which they report.

- Each is called by who hosted, else by the room (and the round, where there are several); the
  title is what is reported on. Somebody who hosted several reports on the first by name, on the
  next ones by their rooms.
- The chair of that item stays, and has no share; all others share its length (timing.md, rule 15).
- It is asked for as one edit, one step of undo: kind, speakers, and the questions left out, so that
  the shares are the whole length.
"""

from typing import Final, NamedTuple

from runofshow.core.board import Board
from runofshow.core.commands import Edit
from runofshow.core.grid import Cell, Grid, reports_back
from runofshow.core.plan import Activity, Kind
from runofshow.core.rows import Row
from runofshow.core.same_name import plain_words

_NEVER: Final = frozenset({Kind.BREAK, Kind.CHANGEOVER, Kind.FILM})


def place(board: Board, slot: str) -> str | None:
    """The item in which the workshops of the grid `slot` are reported on: after them, to come.

    The first whose title says so, else the next that people speak in; None when there is none.
    """
    at = board.slots.numbers[slot]
    level = board.slots[at].level
    inside, after = True, list[Row]()
    for number in range(at + 1, len(board.slots)):
        row = board.slots[number]
        inside = inside and row.level > level
        if not inside and row.leaf and row.status not in ("done", "skipped"):
            after.append(row)
    speaking = [row for row in after if row.kind not in _NEVER]
    named = (row for row in speaking if reports_back(row.title))
    found = next(named, None) or next(iter(speaking), None)
    return None if found is None else found.id


class Reporter(NamedTuple):
    """Who reports on the workshop in a cell: what they are called, and on what they report."""

    cell: Cell
    name: str
    topic: str | None


def reporters(of: Grid) -> tuple[Reporter, ...]:
    """Who reports, round by round and room by room."""
    placed = [
        (Cell(number, room), cell)
        for number, each in enumerate(of.rounds)
        for room, cell in enumerate(each.cells)
        if cell.title.strip() or cell.host
    ]
    several = len({cell.round for cell, _ in placed}) > 1
    taken: set[str] = set()
    return tuple(_reporter(of, cell, each, several, taken) for cell, each in placed)


def _reporter(of: Grid, cell: Cell, activity: Activity, several: bool, taken: set[str]) -> Reporter:
    place = f"{activity.room} · {of.rounds[cell.round].title}" if several else activity.room
    names = (activity.host, _whole(place), _whole(f"{place} · {activity.title}"))
    free = (name for name in names if name and plain_words(name) not in taken)
    name = next(free, f"{names[-1]}\u00a0{len(taken) + 1}")
    taken.add(plain_words(name))
    return Reporter(cell, name, activity.title or None)


def _whole(name: str) -> str:
    """What is no person's name: it is never told by its last word alone."""
    return name.replace(" ", "\u00a0")


def asked(board: Board, of: Grid, slot: str) -> Edit | None:
    """What makes reporters of workshops in the item `slot`; None when there are no workshops."""
    speakers = [
        {"name": each.name, **({"topic": each.topic} if each.topic else {})}
        for each in reporters(of)
    ]
    if not speakers:
        return None
    row = board.slots[board.slots.numbers[slot]]
    chairs = [
        speaker.model_dump(mode="json", exclude_none=True)
        for speaker in row.speakers
        if speaker.chair
    ]
    alike = {"kind": Kind.PANEL.value, "questions": None, "shares": None}
    return Edit(slot=slot, set={**alike, "speakers": [*chairs, *speakers]})
