"""The day as the timeline draws it: blocks, lateness, hard times, hours; no painting, no Qt.

Only leaves are blocks. What is skipped is not expected, but stays printed.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from runofshow.core import times
from runofshow.core.board import Board, BoardPromise, Row, Status
from runofshow.core.plan import DAY_ID
from runofshow.ui.operator.hard_times import Firm, firm_of
from runofshow.ui.operator.rundown_rows import lateness_at_end, lateness_at_start, signed
from runofshow.ui.texts.rundown import RundownWords

AROUND = times.HOUR
"""How long before the first block and after the last the present moment still widens the line."""


class Block(NamedTuple):
    """A leaf on the line of time."""

    slot: str
    cue: str
    title: str
    status: Status
    start: datetime
    end: datetime


class Late(NamedTuple):
    """So many whole minutes late at that moment; early below nought."""

    at: datetime
    minutes: int


class Mark(NamedTuple):
    """A hard time: what is written beside it, and how it stands."""

    at: datetime
    text: str
    firm: Firm


class Day(NamedTuple):
    """What stands on the timeline between two moments."""

    first: datetime
    last: datetime
    printed: tuple[Block, ...]
    expected: tuple[Block, ...]
    late: tuple[Late, ...]
    marks: tuple[Mark, ...]


def day_of(board: Board, words: RundownWords, grain: timedelta = times.ZERO) -> Day | None:
    """The day of a board; None when no leaf has a time.

    Blocks that end within `grain` (what a pixel is worth) of the one before are left out.
    """
    leaves = [row for row in board.slots if row.leaf]
    printed = tuple(_coarse(_printed(leaves), grain))
    expected = tuple(_coarse(_expected(leaves), grain))
    if not printed and not expected:
        return None
    first = min(row.start for row in (*printed, *expected))
    last = max(row.end for row in (*printed, *expected))
    if timedelta(0) < first - board.now <= AROUND:
        first = board.now
    if timedelta(0) < board.now - last <= AROUND:
        last = board.now
    if last <= first:
        last = first + times.MINUTE
    blocks = (_blocks(printed), _blocks(expected))
    late = tuple(_late([span.row for span in expected]))
    return Day(first, last, *blocks, late, tuple(_marks(board, words)))


class _Span(NamedTuple):
    row: Row
    start: datetime
    end: datetime


def _printed(leaves: list[Row]) -> Iterator[_Span]:
    for row in leaves:
        on_paper = row.status != "skipped" or row.printed_start is not None
        if on_paper and row.planned_start is not None and row.planned_end is not None:
            yield _Span(row, row.planned_start, row.planned_end)


def _expected(leaves: list[Row]) -> Iterator[_Span]:
    for row in leaves:
        start = row.started or row.expected_start
        end = row.ended or row.expected_end
        if row.status != "skipped" and start is not None and end is not None:
            yield _Span(row, start, end)


def _coarse(spans: Iterable[_Span], grain: timedelta) -> Iterator[_Span]:
    """The spans that end at least `grain` after the last one kept, and the one on air."""
    taken: datetime | None = None
    for span in spans:
        if taken is None or span.end >= taken or span.row.status == "on_air":
            yield span
            taken = span.end + grain


def _blocks(spans: Iterable[_Span]) -> tuple[Block, ...]:
    return tuple(
        Block(row.id, row.cue, row.title, row.status, start, end) for row, start, end in spans
    )


def _late(leaves: list[Row]) -> Iterator[Late]:
    """Two points for each leaf: as late as it starts, and at its end as the break absorbed it.

    More lateness comes at once, at a start; less comes little by little.
    """
    late = 0
    for row in leaves:
        start = row.started or row.expected_start
        end = row.ended or row.expected_end
        if row.status == "skipped" or row.planned_start is None or start is None or end is None:
            continue
        top = lateness_at_start(row)
        if top > late:
            yield Late(start, late)
        yield Late(start, top)
        late = min(top, lateness_at_end(row)) if top > 0 else top
        yield Late(end, late)


def _marks(board: Board, words: RundownWords) -> Iterator[Mark]:
    """The hours promised, where they are now due; the day's end in any case."""
    ends = False
    for promise in board.promises:
        stands = promise.standing
        if stands.due is None or stands.expected is None:
            continue
        day = stands.promise.slot == DAY_ID
        ends = ends or day
        name = words.end if day else _name(board, promise)
        firm = firm_of(promise)
        late = times.whole_minutes(stands.expected - stands.due) if firm in _SHORT else 0
        yield _mark(board, words, stands.due, name, late, firm)
    if not ends and board.planned_end is not None:
        late = times.whole_minutes(board.day_drift)
        firm = "at_risk" if late > 0 else "kept"
        yield _mark(board, words, board.planned_end, words.end, late, firm)


_SHORT: tuple[Firm, ...] = ("at_risk", "lost")


def _name(board: Board, promise: BoardPromise) -> str:
    contact, slot = promise.standing.promised_to, promise.standing.promise.slot
    if contact is not None:
        return contact.name
    return next((row.title for row in board.slots if row.id == slot), "")


def _mark(
    board: Board, words: RundownWords, at: datetime, name: str, late: int, firm: Firm
) -> Mark:
    time = times.show_clock(at, board.zone, words.language)
    size = f" {signed(late)}" if late > 0 else ""
    return Mark(at, f"{time} {name}{size}", firm)


_STEPS = tuple(times.MINUTE * minutes for minutes in (5, 10, 15, 30, 60, 120, 180, 360, 720))


def hours(day: Day, room: float, least: float) -> Iterator[datetime]:
    """Round hours across `day`, so many that they stand `least` pixels apart in `room` pixels."""
    whole = day.last - day.first
    step = next((step for step in _STEPS if room * (step / whole) >= least), _STEPS[-1])
    midnight = day.first.replace(hour=0, minute=0, second=0, microsecond=0)
    at = midnight + ((day.first - midnight) // step) * step
    while at <= day.last:
        if at >= day.first:
            yield at
        at += step
