"""Drawing an item's end to another hour: what may be drawn, how far, what command that is. No Qt.

- An item's length changes; of one that ends at a set hour, that hour. Steps are whole.
- What is over stays as it was; of what is on air the end stays ahead; a fixed length is refused.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from runofshow.core import times
from runofshow.core.board import Board, Row
from runofshow.core.commands import Edit

Bar = Literal["done", "skipped", "fixed"]
"""Why an end is not to be drawn."""


class Drawn(NamedTuple):
    """An item whose end is drawn: so long it `was`, so long it is, and so long at `least`.

    `end` is where it is expected to end, by `over` later than its own clock; `set_end`, of one that
    ends at a set hour, is that hour.
    """

    row: Row
    was: timedelta
    length: timedelta
    least: timedelta
    end: datetime
    over: timedelta
    set_end: datetime | None

    @property
    def by(self) -> timedelta:
        """How much longer it has become."""
        return self.length - self.was

    @property
    def moved(self) -> timedelta:
        """How far its end has been drawn from where it was."""
        return self.ends - self.end

    @property
    def ends(self) -> datetime:
        """When it would end, what follows not counted."""
        return self.end + (self.by - self.over if self.by else times.ZERO)

    @property
    def short(self) -> bool:
        """Whether it is below its floor (timing.md, rule 7)."""
        floor = self.row.minimum
        return floor is not None and self.length < floor and self.by < times.ZERO


def drawn(board: Board, slot: str) -> Drawn | Bar:
    """The leaf of that id, ready for its end to be drawn, or why it is not to be."""
    row = board.slots.known(slot)
    if row.status in ("done", "skipped"):
        return row.status
    if not row.slot.cuttable:
        return "fixed"
    assert row.duration is not None
    assert row.expected_end is not None
    least = over = times.ZERO
    if row.status == "on_air" and board.on_air is not None:
        ends = board.on_air.ends or row.expected_end
        least = max(times.ZERO, row.duration + board.now - ends)
        over = times.ZERO if row.elastic else max(times.ZERO, row.expected_end - ends)
    set_end = None
    if row.slot.end is not None:
        set_end = times.instant(board.date, row.slot.end, board.zone)
    return Drawn(row, row.duration, row.duration, least, row.expected_end, over, set_end)


def to(held: Drawn, by: timedelta, step: timedelta) -> Drawn:
    """Its end drawn by so much from where it was, to a whole `step` of its length."""
    if held.set_end is not None:
        steps = round(by / step)
        length = held.was + max(steps * step, -(held.was // step) * step)
        return held._replace(length=max(length, held.least))
    if abs(by) < step / 2:
        return held._replace(length=held.was)
    length = round((held.was + held.over + by) / step) * step
    least = max(step, -(-held.least // step) * step)
    return held._replace(length=min(max(length, least), times.LONGEST))


def command(held: Drawn, board: Board) -> Edit | None:
    """The edit that makes it so, one step of undo; None when nothing is changed."""
    if not held.by:
        return None
    if held.set_end is not None:
        end = times.civil_at(held.set_end + held.by, board.date, board.zone)
        return Edit(slot=held.row.id, set={"end": times.write_civil(end)})
    return Edit(slot=held.row.id, set={"duration": times.write_length(held.length)})
