"""Who of a row's speakers is not there. No Qt.

Absent is told as long as the row is to come or on air; not there yet, from when its people are
called on: where nobody is called, nobody books who has arrived.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from runofshow.core.board import Board, Row
from runofshow.core.panel import present

Mark = Literal["", "absent", "awaited"]
"""What is marked at a name: nothing, not coming, not there yet."""
_OPEN: Final = ("on_air", "next", "to_come")


def soon(row: Row, board: Board) -> bool:
    """Whether the people of a row to come have been called by now, or should have been."""
    if not row.speakers or row.expected_start is None or row.status not in ("next", "to_come"):
        return False
    before = board.call_before if row.slot.call_before is None else row.slot.call_before
    return before is not None and row.expected_start - board.now <= before


def missing_of(row: Row, board: Board) -> tuple[Mark, ...]:
    """What is marked at each speaker of a row; nothing at all when all is well."""
    waits = row.leaf and soon(row, board)
    if not row.leaf or row.status not in _OPEN or not (row.known or waits):
        return ()
    states = [there.state for there in present(row.speakers, row.known)]
    found = tuple(_mark(state, waits=waits) for state in states)
    return found if any(found) else ()


def _mark(state: str, *, waits: bool) -> Mark:
    if state == "absent":
        return "absent"
    return "awaited" if waits and state == "expected" else ""


def spoken(names: Sequence[str], marks: Sequence[Mark], said: Mapping[str, str]) -> str:
    """The names with what is marked at them, in words."""
    if not marks:
        return ", ".join(names)
    pairs = zip(names, marks, strict=True)
    return ", ".join(f"{name} ({said[mark]})" if mark else name for name, mark in pairs)
