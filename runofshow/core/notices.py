"""What the rooms of workshops are told by the clock alone: five minutes are left, it is over.

- A round that runs is told of both for a minute, unless its clock is held. One so short that five
  minutes are most of it is told of its end alone.
- One that was ended is told of for a minute from then on, whatever runs meanwhile: those who are
  still in the rooms have to know it.
- Nobody says them, so they never take the place of what the régie says.
"""

from datetime import timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core.board import Board
from runofshow.core.rows import Row
from runofshow.core.times import MINUTE, ZERO

FIVE: Final = 5 * MINUTE
TOLD: Final = MINUTE
"""For how long a notice stands."""
LEAST: Final = 2 * FIVE
"""How long a round lasts at least of which it is told that five minutes are left."""


class Notice(NamedTuple):
    """What is told of which round."""

    what: Literal["five", "over"]
    slot: str


def notice(board: Board) -> Notice | None:
    """What the rooms are to be told now."""
    air = board.on_air
    at = None if air is None else board.slots.at(air.slot)
    if air is not None and at is not None and board.slots[at].activities and not air.holding:
        if -TOLD < air.remaining <= ZERO:
            return Notice("over", air.slot)
        if FIVE - TOLD < air.remaining <= FIVE and air.length >= LEAST:
            return Notice("five", air.slot)
    left = _left(board, at)
    if left is None or not left.activities or left.ended is None:
        return None
    return Notice("over", left.id) if timedelta() <= board.now - left.ended < TOLD else None


def _left(board: Board, air: int | None) -> Row | None:
    """The leaf that left the air last: the one above what is on air, else above what is next."""
    at = air
    if at is None:
        at = None if board.next is None else board.slots.at(board.next.slot)
    for number in range(len(board.slots) if at is None else at, 0, -1):
        row = board.slots[number - 1]
        if row.leaf and row.status != "skipped":
            return row if row.status == "done" else None
    return None
