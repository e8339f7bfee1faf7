"""The rows that anybody may read: what is hidden, or in a session that is, is not among them.

Pure. Nothing here walks a whole day: of ten thousand rows a screen shows some.
"""

from collections.abc import Iterator

from runofshow.core.board import Board, Row


def kept_off(board: Board, row: Row) -> bool:
    """Whether a row is hidden, or is part of what is."""
    while not row.hidden and row.parent is not None:
        above = board.slots.at(row.parent)
        if above is None:
            return False
        row = board.slots[above]
    return row.hidden


def live(board: Board) -> Row | None:
    """The row on air, unless it is kept off."""
    if board.on_air is None:
        return None
    at = board.slots.at(board.on_air.slot)
    row = None if at is None else board.slots[at]
    return None if row is None or kept_off(board, row) else row


def coming(board: Board) -> Iterator[Row]:
    """The leaves to come that are not kept off, in running order."""
    first = None if board.next is None else board.slots.at(board.next.slot)
    if first is None:
        return
    for at in range(first, len(board.slots)):
        row = board.slots[at]
        if row.leaf and row.status in ("next", "to_come") and not kept_off(board, row):
            yield row
