"""Report: what became of a day, for whoever asks during it or afterwards (contract.md §4).

One value for the window, the files and the command line. Instants are aware datetimes in UTC,
lengths timedeltas. While the day runs, what is to come is told as it is expected.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.apply import moment
from runofshow.core.board import State, board
from runofshow.core.expected import forecast
from runofshow.core.hands import settled
from runofshow.core.ledger import Account, Item, accounts, items
from runofshow.core.log import Entry
from runofshow.core.outline import Node
from runofshow.core.panel import absent
from runofshow.core.promises import Standing, actual_of
from runofshow.core.sentences import Sentence
from runofshow.core.shares import persons
from runofshow.core.show import Show
from runofshow.core.walk import Span

COUNTS: Final = 30 * times.SECOND
"""A deviation shorter than this is told in figures, not in words: it is on time (rule 19)."""


class Line(NamedTuple):
    """An item in the report: its line in the ledger, and what else is told of it.

    `paper` is when it was printed to be; `planned` the length it now has in the plan. `there` and
    `absent` are the names of its speakers, as the régie booked who came.
    """

    item: Item
    cue: str
    session: str | None
    paper: Span | None
    planned: timedelta
    started: datetime | None
    ended: datetime | None
    there: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def id(self) -> str:
        """The leaf's id."""
        return self.item.node.slot.id

    @property
    def title(self) -> str:
        """The leaf's title."""
        return self.item.node.slot.title

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of its speakers."""
        return tuple(speaker.name for speaker in self.item.node.slot.speakers)

    @property
    def printed(self) -> timedelta | None:
        """The length the day is held to; None when it was never printed."""
        planned = self.item.planned
        return None if planned is None else planned.end - planned.start

    @property
    def actual(self) -> timedelta | None:
        """How long it was on air; None before it has ended."""
        if self.started is None or self.ended is None:
            return None
        return self.ended - self.started


class Name(NamedTuple):
    """What a slot is called: sessions too."""

    cue: str
    title: str


class Promised(NamedTuple):
    """A promise as it stands, and the time that has become actual, if it has."""

    standing: Standing
    actual: datetime | None


class Incident(NamedTuple):
    """What went wrong and from when to when; `until` is None for a clock that was begun again."""

    at: datetime
    until: datetime | None
    kind: Literal["incident", "restart"]
    slot: str | None


class Note(NamedTuple):
    """A note of the régie."""

    at: datetime
    text: str
    slot: str | None


class Result(NamedTuple):
    """What came of a workshop, as its reporter said; `slot` is its round."""

    slot: str
    room: str
    title: str
    host: str | None
    text: str


class Report(NamedTuple):
    """The day at `now`. `ended` is None while anything is on air or to come.

    `drift` is how late the day ends or will (rule 20); `names` are by slot, sessions too.
    """

    now: datetime
    title: str
    date: date
    zone: ZoneInfo
    venue: str | None
    state: State
    planned_start: datetime | None
    planned_end: datetime | None
    end_by: datetime | None
    started: datetime | None
    ended: datetime | None
    expected_end: datetime | None
    drift: timedelta
    lines: tuple[Line, ...]
    accounts: tuple[Account, ...]
    promises: tuple[Promised, ...]
    incidents: tuple[Incident, ...]
    notes: tuple[Note, ...]
    results: tuple[Result, ...]
    history: tuple[Entry, ...]
    names: Mapping[str, Name]

    @property
    def thanks(self) -> tuple[Line, ...]:
        """The items whose speakers gave time back to the day; who was absent gave nothing."""
        return tuple(
            line
            for line in self.lines
            if line.item.status == "done" and line.there and line.item.deviation <= -COUNTS
        )

    @property
    def run(self) -> tuple[Line, ...]:
        """The items that have been on air, the one that is too."""
        return tuple(line for line in self.lines if line.started is not None)


def report(show: Show, now: datetime) -> Report:
    """The report of a show at `now` (aware UTC), all that happens by itself until then done."""
    now = moment(show, now)
    show = settled(show, now)
    seen, expected = board(show, now), forecast(show, now)
    found = items(show, now, expected)
    plan, first = show.plan, next(iter(show.reference.leaf_spans.values()), None)
    airings = show.air.airings
    return Report(
        now=now,
        title=plan.title,
        date=plan.date,
        zone=plan.zone,
        venue=plan.venue,
        state=seen.state,
        planned_start=first.start if first is not None else None,
        planned_end=seen.planned_end,
        end_by=None if plan.end_by is None else times.instant(plan.date, plan.end_by, plan.zone),
        started=airings[0].started if airings else None,
        ended=seen.expected_end if seen.state == "after" else None,
        expected_end=seen.expected_end,
        drift=seen.day_drift,
        lines=tuple(_line(show, item) for item in found),
        accounts=accounts(found),
        promises=tuple(
            Promised(each.standing, actual_of(show, each.standing.promise, each.standing.expected))
            for each in seen.promises
        ),
        incidents=tuple(_incidents(show)),
        notes=tuple(
            Note(stamp.at, stamp.text, stamp.slot)
            for stamp in show.log.stamps
            if stamp.kind == "note"
        ),
        results=tuple(_results(show)),
        history=show.log.history,
        names={
            node.slot.id: Name(show.reference.cue(node.slot), node.slot.title)
            for node in show.outline.nodes
        },
    )


def _home(show: Show, node: Node) -> str | None:
    """The title of the session that holds a slot."""
    return None if node.parent is None else show.outline.by_id[node.parent].slot.title


def _line(show: Show, item: Item) -> Line:
    slot, airing = item.node.slot, show.aired.get(item.node.slot.id)
    printed = show.printed.spans.get(slot.id) if show.printed is not None else None
    began = item.real.start if item.real is not None else None
    gone = absent(show, slot)
    people = tuple(zip(slot.speakers, persons(slot.speakers), strict=True))
    return Line(
        item,
        show.reference.cue(slot),
        _home(show, item.node),
        printed,
        show.reference.length(slot, began) if slot.leaf else times.ZERO,
        airing.started if airing is not None else None,
        airing.ended if airing is not None else None,
        tuple(speaker.name for speaker, person in people if person not in gone),
        tuple(speaker.name for speaker, person in people if person in gone),
    )


def _incidents(show: Show) -> Iterator[Incident]:
    """Each incident with its end; one said again while it lasts is one."""
    since: Incident | None = None
    for stamp in show.log.stamps:
        if stamp.kind == "restart":
            yield Incident(stamp.at, None, "restart", stamp.slot)
        elif stamp.kind == "incident" and stamp.text == "on":
            since = since or Incident(stamp.at, None, "incident", stamp.slot)
        elif stamp.kind == "incident" and since is not None:
            yield since._replace(until=stamp.at)
            since = None
    if since is not None:
        yield since


# --- in words ----------------------------------------------------------------------------------


def _results(show: Show) -> Iterator[Result]:
    for node in show.outline.nodes:
        for each in node.slot.activities:
            if each.result:
                yield Result(node.slot.id, each.room, each.title, each.host, each.result)


def why(line: Line) -> tuple[Sentence, ...]:
    """Why an item deviates, in short sentences, the cause that weighs most first.

    What is shorter than `COUNTS` is left to the figures; who was absent is told last.
    """
    item = line.item
    told = sorted(
        ((name, by) for name, by in item.causes._asdict().items() if abs(by) >= COUNTS),
        key=lambda cause: -abs(cause[1]),
    )
    found = [_why(line, name, by) for name, by in told]
    if item.status == "skipped" and item.skipped_for is None and not told:
        found.append(Sentence.of("why_left_out"))
    if line.absent:
        found.append(Sentence.of("why_absent", names=", ".join(line.absent)))
    return tuple(found)


def _why(line: Line, cause: str, by: timedelta) -> Sentence:
    item = line.item
    coming = item.status == "to_come"
    match cause:
        case "plan":
            plan = next(gift.plan for gift in item.gifts if not gift.on_air)
            code = "why_plan_to_come" if coming else "why_plan"
            return Sentence.of(code, by=-by, plan=Sentence.of(f"plan_{plan}"))
        case "absorbed" if coming and by < times.ZERO:
            return Sentence.of("why_absorbed_to_come", by=-by)
        case "left_out":
            code = "why_dropped" if item.status == "dropped" else "why_left_out"
            return Sentence.of("why_plan_left_out" if item.skipped_for is not None else code)
        case "held" | "lost" | "added":
            return Sentence.of(f"why_{cause}", by=by)
        case _:
            return Sentence.of(f"why_{cause}_{'more' if by > times.ZERO else 'less'}", by=abs(by))
