"""Paper: a rundown as it is printed, as one value; how it is drawn is ui/paper's business.

Rules of this module:
- Before the first `go` the hours are the planned ones. From then on they are those of the moment
  of printing: actual for what has been on air, expected for what is to come; `was` is the hour that
  was printed before, where that differs by half a minute or more (rule 19).
- An hour rests on a guess when it was guessed itself, or follows from lengths that were. What has
  happened is no guess.
- What is hidden, and all that a hidden session holds, is marked so: public papers leave it out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple
from zlib import crc32
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.board import Board, board
from runofshow.core.grid import Grid, foremost, grid
from runofshow.core.outline import Node
from runofshow.core.plan import DAY_ID, Activity, Kind, Plan, Slot, Speaker
from runofshow.core.planned import warning_of
from runofshow.core.promises import Of, Standing
from runofshow.core.rows import Row, Status
from runofshow.core.show import Show

COUNTS: Final = 30 * times.SECOND
"""An hour that moves by less is the same hour on paper (rule 19)."""


class Edition(StrEnum):
    """For whom a rundown is printed."""

    REGIE = "regie"
    POCKET = "pocket"
    SPEAKER = "speaker"
    DOOR = "door"
    WALL = "wall"


class Hour(NamedTuple):
    """An hour as it is shown; whether it is a guess; `was`, the one printed before if it moved."""

    at: datetime
    guessed: bool = False
    was: datetime | None = None


class Hard(NamedTuple):
    """A promised hour; `title` and `cue` are empty for the end of the day."""

    slot: str
    of: Of
    due: datetime | None
    expected: datetime | None
    kept: bool | None
    cue: str
    title: str
    to: str | None
    phone: str | None
    tolerance: timedelta
    agreed: bool


class Line(NamedTuple):
    """A slot on paper; a session is a line that is no leaf. Lengths are lengths of time.

    `room` is its own, else that of the session around it; `parts` what each of its speakers may
    speak (rule 37); `wrap_up` and `last_words` are when the stage says so, before its end.
    """

    id: str
    cue: str
    kind: Kind
    title: str
    level: int
    leaf: bool
    above: tuple[str, ...]
    status: Status
    start: Hour | None
    end: Hour | None
    started: datetime | None
    length: timedelta | None
    length_guessed: bool
    elastic: bool
    gap: timedelta | None
    overlap: timedelta | None
    budget: timedelta | None
    speakers: tuple[Speaker, ...]
    parts: tuple[timedelta | None, ...]
    questions: timedelta | None
    wrap_up: timedelta
    last_words: timedelta
    call_before: timedelta | None
    room: str | None
    own_room: bool
    note: str | None
    departments: Mapping[str, str]
    activities: tuple[Activity, ...]
    optional: bool
    by_itself: bool
    hidden: bool
    hard: tuple[Hard, ...]

    @property
    def skipped(self) -> bool:
        """Whether it is left out of the day."""
        return self.status == "skipped"


class Forum(NamedTuple):
    """An open forum's grid, and when each of its rounds begins and ends, as far as known."""

    title: str
    grid: Grid
    hours: tuple[tuple[datetime, ...], ...]


class Sheet(NamedTuple):
    """A rundown at the moment of printing; `mark` is the same for two equal plans, else another.

    `begun` says that hours are of the moment; `starts` and `ends` are the day's; `departments` in
    the order in which they first occur; of a `rehearsal` the paper says so.
    """

    title: str
    date: date
    zone: ZoneInfo
    venue: str | None
    at: datetime
    rev: int
    mark: str
    begun: bool
    lines: tuple[Line, ...]
    hard: tuple[Hard, ...]
    departments: tuple[str, ...]
    starts: Hour | None
    ends: Hour | None
    forum: Forum | None = None
    rehearsal: bool = False

    @property
    def room(self) -> str | None:
        """The room, where all that has one is in the same."""
        rooms = {line.room for line in self.lines if line.room}
        return next(iter(rooms)) if len(rooms) == 1 else None

    @property
    def leaves(self) -> tuple[Line, ...]:
        """The items that take place."""
        return tuple(line for line in self.lines if line.leaf and not line.skipped)


def sheet(show: Show, now: datetime) -> Sheet:
    """The rundown of a show as it is printed at `now` (aware UTC)."""
    seen, plan = board(show, _looked_at(show, now)), show.plan
    lines = tuple(_Lines(show, seen))
    leaves = [line for line in lines if line.leaf and not line.skipped]
    said = {name for line in lines for name in line.departments}
    return Sheet(
        title=plan.title,
        date=plan.date,
        zone=plan.zone,
        venue=plan.venue,
        at=now,
        rev=seen.rev,
        mark=mark(plan),
        begun=show.printed is not None,
        lines=lines,
        hard=tuple(_hard(show, each.standing) for each in seen.promises),
        departments=tuple(name for name in show.outline.departments if name in said),
        starts=leaves[0].start if leaves else None,
        ends=leaves[-1].end if leaves else None,
        forum=_forum(seen, lines),
    )


def _forum(seen: Board, lines: Sequence[Line]) -> Forum | None:
    """The grid that matters, unless it has no rooms or is hidden."""
    slot = foremost(seen)
    found = None if slot is None else grid(seen, slot)
    by_id = {line.id: line for line in lines}
    if slot is None or found is None or not found.rooms or by_id[slot].hidden:
        return None
    ends = ((by_id[each.slot].start, by_id[each.slot].end) for each in found.rounds)
    hours = tuple(tuple(hour.at for hour in each if hour is not None) for each in ends)
    return Forum(by_id[slot].title, found, hours)


def _looked_at(show: Show, now: datetime) -> datetime:
    """As of when the day is told: one that has not begun, as if it began in time."""
    spans = iter(show.reference.leaf_spans.values())
    first = next(spans, None) if show.printed is None else None
    return now if first is None else min(now, first.start)


def mark(plan: Plan) -> str:
    """Four letters by which two papers of one plan are known to say the same."""
    text = json.dumps(plan.as_json(), ensure_ascii=False, sort_keys=True)
    return f"{crc32(text.encode()) & 0xFFFF:04X}"


def _hard(show: Show, standing: Standing) -> Hard:
    slot, of = standing.promise
    node = None if slot == DAY_ID else show.outline.by_id[slot]
    to = standing.promised_to
    return Hard(
        slot,
        of,
        standing.due,
        standing.expected_shown,
        None if standing.kept is None else standing.held,
        "" if node is None else show.reference.cue(node.slot),
        "" if node is None else node.slot.title,
        None if to is None else to.name,
        None if to is None else to.phone,
        standing.tolerance,
        standing.agreed,
    )


# --- lines -------------------------------------------------------------------------------------


class _Lines:
    """Makes the lines of a show, in document order."""

    def __init__(self, show: Show, seen: Board) -> None:
        self._show, self._seen = show, seen
        self._begun = show.printed is not None
        self._guesses = guesses(show)
        self._hard: dict[str, tuple[Hard, ...]] = {}
        for each in seen.promises:
            hard = _hard(show, each.standing)
            self._hard[hard.slot] = (*self._hard.get(hard.slot, ()), hard)

    def __iter__(self) -> Iterator[Line]:
        nodes = self._show.outline.nodes
        for node, row in zip(nodes, self._seen.slots, strict=True):
            yield self._line(node, row)

    def _line(self, node: Node, row: Row) -> Line:
        slot, reference = node.slot, self._show.reference
        around = [self._show.outline.by_id[session].slot for session in node.above]
        start, end = self._hours(node, row)
        calls = slot.call_before
        return Line(
            id=row.id,
            cue=row.cue,
            kind=row.kind,
            title=row.title,
            level=row.level,
            leaf=row.leaf,
            above=node.above,
            status=row.status,
            start=start,
            end=end,
            started=row.started and row.start_shown,
            length=_length(row, start, end),
            length_guessed="duration" in row.guessed and row.status not in ("done", "on_air"),
            elastic=row.elastic,
            gap=row.gap,
            overlap=row.overlap,
            budget=row.budget,
            speakers=row.speakers,
            parts=row.parts,
            questions=slot.questions,
            wrap_up=reference.warning(slot) if row.leaf else warning_of(times.ZERO),
            last_words=reference.danger(slot) if row.leaf else times.ZERO,
            call_before=self._show.plan.call_before if calls is None else calls,
            room=slot.room or next((each.room for each in reversed(around) if each.room), None),
            own_room=slot.room is not None,
            note=row.note,
            departments=slot.departments,
            activities=row.activities,
            optional=row.optional,
            by_itself=row.advance == "auto",
            hidden=any(each.hidden for each in (slot, *around)),
            hard=self._hard.get(row.id, ()),
        )

    def _hours(self, node: Node, row: Row) -> tuple[Hour | None, Hour | None]:
        """When it begins and ends; a session by its leaves that take place."""
        if row.status == "skipped":
            return None, None
        first, behind = self._show.outline.places[node.at]
        order = self._show.outline.order
        guessed = (False, False)
        if first < behind:
            opens, closes = order[first].slot.id, order[behind - 1].slot.id
            guessed = self._guesses[opens][0], self._guesses[closes][1]
        if not self._begun:
            return _printed(row.planned_start, guessed[0]), _printed(row.planned_end, guessed[1])
        begins, ends = row.started or row.expected_start, row.ended or row.expected_end
        return (
            _moved(begins, guessed[0] and row.started is None, row.planned_start),
            _moved(ends, guessed[1] and row.ended is None, row.planned_end),
        )


def _printed(at: datetime | None, guessed: bool) -> Hour | None:
    return None if at is None else Hour(at, guessed)


def _moved(at: datetime | None, guessed: bool, planned: datetime | None) -> Hour | None:
    if at is None:
        return None
    moved = planned is not None and abs(at - planned) >= COUNTS
    return Hour(times.minute_shown(at, planned), guessed, planned if moved else None)


def _length(row: Row, start: Hour | None, end: Hour | None) -> timedelta | None:
    """How long it lasts: as planned; of a session, from its first item to the end of its last."""
    if row.leaf:
        return row.duration
    return None if start is None or end is None else end.at - start.at


# --- guesses -----------------------------------------------------------------------------------


def guesses(show: Show) -> dict[str, tuple[bool, bool]]:
    """Whether the start and the end of each leaf of the running order rest on a guess."""
    outline, given = show.outline, show.reference.given
    found: dict[str, tuple[bool, bool]] = {}
    doubtful, before = False, None
    for node in outline.order:
        slot, pinned = node.slot, given.get(node.slot.id)
        if pinned is not None:
            doubtful = "start" in outline.by_id[pinned.owner].slot.guessed
            if before is not None and not doubtful and _meets(show, before, pinned.at):
                found[before] = (found[before][0], False)
        starts, doubtful = doubtful, _ends_in_doubt(slot, doubtful)
        found[slot.id], before = (starts, doubtful), slot.id
    return found


def _ends_in_doubt(slot: Slot, starts_in_doubt: bool) -> bool:
    """A set end is as sure as it was given; any other is as sure as the start and the length."""
    if slot.end is not None:
        return "end" in slot.guessed
    return starts_in_doubt or "duration" in slot.guessed


def _meets(show: Show, leaf: str, at: datetime) -> bool:
    """Whether a leaf ends just when a given start comes."""
    span = show.reference.leaf_spans.get(leaf)
    return span is not None and span.end == at
