"""The day as the timeline draws it: blocks, lateness, hard times, hours; no painting, no Qt.

Only leaves are blocks. What is skipped is not expected, but stays printed.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.board import Board, BoardPromise, Row, Rows, Status
from runofshow.core.plan import DAY_ID
from runofshow.core.walk import Span
from runofshow.ui.operator.hard_times import Firm, firm_of
from runofshow.ui.operator.rundown_rows import lateness_at_end, lateness_at_start, signed
from runofshow.ui.operator.timeline_view import View
from runofshow.ui.piecemeal import Pieces, at_once, gathered
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
    """A hard time: what is written beside it, how it stands, when it is expected, of which slot."""

    at: datetime
    text: str
    firm: Firm
    expected: datetime | None = None
    slot: str | None = None


class Between(NamedTuple):
    """A gap (a stretch that nothing fills), or an overlap: two items want it, after `slot`."""

    slot: str
    start: datetime
    end: datetime

    @property
    def first(self) -> datetime:
        """The minute shown of its start."""
        return times.minute_shown(self.start, None)

    @property
    def last(self) -> datetime:
        """The minute shown of its end."""
        return times.minute_shown(self.end, None)


class Day(NamedTuple):
    """What stands on the timeline between two moments.

    `gaps` are of the expected day, `slack` and `overlaps` of the printed one.
    """

    first: datetime
    last: datetime
    printed: tuple[Block, ...]
    expected: tuple[Block, ...]
    late: tuple[Late, ...]
    marks: tuple[Mark, ...]
    gaps: tuple[Between, ...] = ()
    slack: tuple[Between, ...] = ()
    overlaps: tuple[Between, ...] = ()


def day_of(
    board: Board, words: RundownWords, lines: int | None = None, view: View | None = None
) -> Day | None:
    """The day of a board, made at once; as `laying`."""
    return at_once(laying(board, words, lines, view))


def laying(
    board: Board, words: RundownWords, lines: int | None = None, view: View | None = None
) -> Pieces[Day | None]:
    """The day of a board, made piecemeal; None when no leaf has a time.

    Only so many blocks as there is room for beside each other, `lines`, are kept, and none that
    does not touch `view`.
    """
    on_paper = yield from gathered(board.slots.on_paper)
    real = yield from gathered(board.slots.in_time)
    if not on_paper and not real:
        return None
    first = min(start for _, (start, _) in chain(on_paper, real))
    yield
    last = max(end for _, (_, end) in chain(on_paper, real))
    yield
    on_paper, real = _seen(on_paper, view), _seen(real, view)
    grain = times.ZERO if lines is None else (view or View(first, last)).span / lines
    live = None if board.on_air is None else board.slots.at(board.on_air.slot)
    kept_on_paper = yield from gathered(_coarse(on_paper, grain, live))
    kept = yield from gathered(_coarse(real, grain, live))
    if timedelta(0) < first - board.now <= AROUND:
        first = board.now
    if timedelta(0) < board.now - last <= AROUND:
        last = board.now
    if last <= first:
        last = first + times.MINUTE
    rows = board.slots
    printed = yield from gathered(_blocks(kept_on_paper, rows))
    expected = yield from gathered(_blocks(kept, rows))
    late = yield from gathered(_late(rows[at] for at, _ in kept))
    gaps = tuple(_gaps(real, rows))
    yield
    slack = tuple(_gaps(on_paper, rows))
    yield
    overlaps = tuple(_overlaps(on_paper, rows))
    marks = tuple(_marks(board, words))
    return Day(
        first, last, tuple(printed), tuple(expected), tuple(late), marks, gaps, slack, overlaps
    )


def span_of(row: Row) -> View | None:
    """From when to when a leaf was on air or is expected to be; None when it is left out."""
    start, end = row.started or row.expected_start, row.ended or row.expected_end
    if row.status == "skipped" or start is None or end is None:
        return None
    return View(start, end)


Stood = tuple[int, Span]
"""A leaf's row, by its number, and when it is on paper, or was, is or will be."""


def _seen(stood: list[Stood], view: View | None) -> list[Stood]:
    """Those that touch `view`, and those beside them."""
    if view is None:
        return stood
    first, last = view
    touch = [n for n, (_, span) in enumerate(stood) if span.end >= first and span.start <= last]
    return stood[max(0, touch[0] - 1) : touch[-1] + 2] if touch else []


def _coarse(stood: Iterable[Stood], grain: timedelta, live: int | None) -> Iterator[Stood]:
    """Those that end at least `grain` after the last one kept, and the one on air."""
    taken: datetime | None = None
    for at, span in stood:
        if taken is None or span.end >= taken or at == live:
            yield at, span
            taken = span.end + grain


def _gaps(stood: list[Stood], rows: Rows) -> Iterator[Between]:
    """Where nothing is from one end to the next start, for a minute at least."""
    for (at, before), (_, after) in pairwise(stood):
        if after.start > before.end and after.start - before.end >= times.MINUTE:
            yield Between(rows[at].id, before.end, after.start)


def _overlaps(stood: list[Stood], rows: Rows) -> Iterator[Between]:
    """Where an item is to begin before the one before it has ended (timing.md, rule 6)."""
    for (at, before), (_, after) in pairwise(stood):
        if after.start < before.end:
            yield Between(rows[at].id, after.start, before.end)


def _blocks(stood: Iterable[Stood], rows: Rows) -> Iterator[Block]:
    found = ((rows[at], span) for at, span in stood)
    return (Block(row.id, row.cue, row.title, row.status, *span) for row, span in found)


def _late(leaves: Iterable[Row]) -> Iterator[Late]:
    """Two points for each leaf: as late as it starts, and at its end as the break absorbed it.

    More lateness comes at once, at a start; less comes little by little.
    """
    late = 0
    for row in leaves:
        span = span_of(row)
        if span is None or row.planned_start is None:
            continue
        start, end = span
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
        slot = None if day else stands.promise.slot
        mark = _mark(board, words, stands.due, name, late, firm)
        yield mark._replace(expected=stands.expected_shown, slot=slot)
    if not ends and board.planned_end is not None:
        late = times.whole_minutes(board.day_drift)
        firm = "at_risk" if late > 0 else "kept"
        mark = _mark(board, words, board.planned_end, words.end, late, firm)
        yield mark._replace(expected=board.end_shown)


_SHORT: tuple[Firm, ...] = ("at_risk", "lost")


def _name(board: Board, promise: BoardPromise) -> str:
    contact, slot = promise.standing.promised_to, promise.standing.promise.slot
    if contact is not None:
        return contact.name
    row = board.slots.of(slot)
    return "" if row is None else row.title


def _mark(
    board: Board, words: RundownWords, at: datetime, name: str, late: int, firm: Firm
) -> Mark:
    time = times.show_clock(at, board.zone, words.language)
    size = f" {signed(late)}" if late > 0 else ""
    return Mark(at, f"{time} {name}{size}", firm)


_STEPS = tuple(times.MINUTE * count for count in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720))


def hours(view: View, zone: ZoneInfo, room: float, least: float) -> Iterator[datetime]:
    """Round hours of `zone` across `view`, at least so many of its `room` pixels apart."""
    whole = view.span
    step = next((step for step in _STEPS if room * (step / whole) >= least), _STEPS[-1])
    here = view.first.astimezone(zone)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    at = midnight + ((view.first - midnight) // step) * step
    while at <= view.last:
        if at >= view.first:
            yield at
        at += step
