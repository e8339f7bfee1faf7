"""Where the lateness of a day ends: the first item to come that is expected on time again.

While nothing is done the lateness only goes on longer, because every hour that is expected moves
later or stands (timing.md, rule 15): so it is looked for from where it ended a moment ago.
"""

from datetime import timedelta

from runofshow.core.board import Board, Row
from runofshow.core.times import ON_TIME, ZERO


class Lateness:
    """Finds it again and again, for the boards of a running day; on a new one from its start."""

    def __init__(self) -> None:
        self._of: object = None
        self._at = 0

    def end(self, board: Board) -> tuple[Row | None, Row | None]:
        """The last item that is late, and the first to come that is on time; None for none."""
        of = (board.rev, board.slots.standing)
        if of != self._of:
            self._of, self._at = of, 0
        rows = board.slots
        while self._at < len(rows) and not _on_time(rows[self._at]):
            self._at += 1
        if self._at == len(rows):
            return None, None
        behind = (rows[at] for at in range(self._at - 1, -1, -1))
        return next((row for row in behind if _counts(row)), None), rows[self._at]


def late_by(row: Row) -> timedelta:
    """How much later than planned it is expected to begin."""
    if row.expected_start is None or row.planned_start is None:
        return ZERO
    return row.expected_start - row.planned_start


def _counts(row: Row) -> bool:
    """Whether it is yet to come, or on air; one that was never printed is neither late nor not."""
    open_ = row.status in ("on_air", "next", "to_come")
    return row.leaf and open_ and row.planned_start is not None


def _on_time(row: Row) -> bool:
    on_air = row.status == "on_air"
    return _counts(row) and not on_air and late_by(row) < ON_TIME and row.start_shown is not None
