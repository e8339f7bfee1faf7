"""Rows: what a board says of each slot, made when somebody looks at it.

Of ten thousand slots a screen shows thirty. A board holds the show and its expected times, from
which every row follows; a row that is as it was on the last board made of the same planned times
is that very row, and when all are, so is the sequence of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, overload

from runofshow.core import times
from runofshow.core.expected import Expected, Forecast, due_at
from runofshow.core.log import Air, Person, Presence
from runofshow.core.outline import Node
from runofshow.core.plan import Activity, Kind, Slot, Speaker
from runofshow.core.shares import away, persons, sharing
from runofshow.core.show import Show
from runofshow.core.walk import Span

Status = Literal["done", "on_air", "next", "to_come", "skipped"]


class Row(NamedTuple):
    """A slot of the plan as it stands, sessions too; a tuple because thousands are made a second.

    `duration` is the length now planned (for an elastic leaf, to its set end); `minimum` is rule
    7's; `printed_*` are the paper's; `announced` is rule 18's; `gap`, `overlap` and `budget` are
    lengths or None; `due` says that its time has come and nobody has taken it; `known` is what the
    day knows of its speakers (`panel.present` tells it of each); `parts` what of its planned length
    each of two speakers or more may speak, None for a chair and for who is absent; `slot` is all
    that is planned of it.
    """

    id: str
    cue: str
    kind: Kind
    title: str
    speakers: tuple[Speaker, ...]
    level: int
    parent: str | None
    leaf: bool
    elastic: bool
    status: Status
    duration: timedelta | None
    minimum: timedelta | None
    printed_start: datetime | None
    printed_end: datetime | None
    planned_start: datetime | None
    planned_end: datetime | None
    expected_start: datetime | None
    expected_end: datetime | None
    announced: datetime | None
    started: datetime | None
    ended: datetime | None
    gap: timedelta | None
    overlap: timedelta | None
    budget: timedelta | None
    promise: Literal["start", "end", "both"] | None
    promised_to: str | None
    optional: bool
    advance: Literal["manual", "auto"]
    guessed: tuple[str, ...]
    due: bool
    activities: tuple[Activity, ...]
    room: str | None
    note: str | None
    departments: tuple[tuple[str, str], ...]
    hidden: bool
    own_start: bool
    known: Mapping[Person, Presence]
    slot: Slot
    parts: tuple[timedelta | None, ...]

    @property
    def there(self) -> tuple[Speaker, ...]:
        """Its speakers but those known to be absent."""
        gone = away(self.known)
        if not gone:
            return self.speakers
        pairs = zip(self.speakers, persons(self.speakers), strict=True)
        return tuple(speaker for speaker, person in pairs if person not in gone)

    @property
    def start_shown(self) -> datetime | None:
        """The minute shown of its actual start, else of the expected one."""
        begins = self.started or self.expected_start
        return begins and times.minute_shown(begins, self.planned_start)

    @property
    def end_shown(self) -> datetime | None:
        """The minute shown of its actual end, else of the expected one."""
        ends = self.ended or self.expected_end
        return ends and times.minute_shown(ends, self.planned_end)


_Known = Mapping[Person, Presence]
_NOBODY: Final[_Known] = {}


class _Live(NamedTuple):
    """What of a row can change from one board to the next: the rest follows from the reference."""

    status: Status
    expected: Span | None
    started: datetime | None
    ended: datetime | None
    announced: datetime | None
    due: bool
    known: _Known


class _Facts(NamedTuple):
    """What all rows together follow from, besides the reference."""

    nodes: tuple[Node, ...]
    air: Air
    expected: Expected
    announced: Mapping[str, datetime]
    due: str | None
    presence: Mapping[str, _Known]

    def same(self, other: "_Facts") -> bool:
        """Whether the rows of both are the same; other nodes count as other rows."""
        return self.nodes is other.nodes and self[1:] == other[1:]


_ALL: Final = "all"
"""Where the memo of a reference keeps the last sequence of rows and its facts."""


def rows(show: Show, now: datetime, expected: Forecast) -> "Rows":
    """A row a slot, in document order; the very same sequence when all are as on the last board."""
    facts = _Facts(
        show.outline.nodes,
        show.air,
        expected.spans,
        _announced(show, now),
        _due(show, now),
        show.presence,
    )
    memo = show.reference.memo
    known: tuple[_Facts, Rows] | None = memo.get(_ALL)
    if known is None or not known[0].same(facts):
        known = memo[_ALL] = (facts, Rows(show, facts))
    return known[1]


def _announced(show: Show, now: datetime) -> dict[str, datetime]:
    """The announced starts of leaves to come, and end of the one on air, still ahead (rule 18)."""
    place, come = show.outline.place, show.come
    ahead = {
        slot: at for slot, at in show.announced.items() if at > now and place.get(slot, -1) >= come
    }
    airing = show.air.on_air
    if airing is not None and airing.announced_end is not None and airing.announced_end > now:
        ahead[airing.slot] = airing.announced_end
    return ahead


def _due(show: Show, now: datetime) -> str | None:
    """The next leaf, when its time has come, the air is empty and nobody has taken it."""
    at = due_at(show)
    return show.next.slot.id if at is not None and at <= now and show.next is not None else None


class Rows(Sequence[Row]):
    """The rows of a board."""

    __slots__ = ("_come", "_facts", "_made", "_next", "_show", "_spans")

    def __init__(self, show: Show, facts: _Facts) -> None:
        self._show, self._facts = show, facts
        self._come = show.come
        self._next = -1 if show.next is None else self._come
        self._made: list[Row | None] = [None] * len(facts.nodes)
        self._spans: list[Span] | None = None

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(len(self._made))[at])
        known = self._made[at]
        if known is None:
            known = self._made[at] = self._row(at if at >= 0 else at + len(self._made))
        return known

    def __iter__(self) -> Iterator[Row]:
        if self._spans is None:  # who wants them all is spared looking for each
            self._spans = self._facts.expected.every()
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, (Rows, tuple, list)):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def at(self, slot: str) -> int | None:
        """Which row is that slot's; None when there is none."""
        return self._show.outline.at.get(slot)

    def of(self, slot: str) -> Row | None:
        """That slot's row; None when there is none."""
        at = self.at(slot)
        return None if at is None else self[at]

    def known(self, slot: str) -> Row:
        """The row of a slot that is there; KeyError when it is not."""
        return self[self._show.outline.at[slot]]

    @property
    def timed(self) -> Iterator[Row]:
        """The rows that have a start or a set end of their own."""
        return map(self.__getitem__, self._show.outline.timed_at)

    @property
    def breaks(self) -> Iterator[Row]:
        """The rows of breaks."""
        return map(self.__getitem__, self._show.outline.breaks_at)

    @property
    def leaves(self) -> int:
        """How many of them are leaves."""
        return len(self._show.outline.leaves_at)

    @property
    def numbers(self) -> Mapping[str, int]:
        """Which row is which slot's, in their order."""
        return self._show.outline.at

    @property
    def leaves_at(self) -> Sequence[int]:
        """Which rows are leaves'."""
        return self._show.outline.leaves_at

    @property
    def slack(self) -> Iterator[int]:
        """Which leaves' rows have a gap or an overlap before them, in order."""
        at, nodes = self._show.outline.at, self._facts.nodes
        found = sorted(at[slot] for slot in self._show.reference.slack if slot in at)
        return (each for each in found if nodes[each].slot.slots is None)

    @property
    def ended(self) -> datetime | None:
        """When what was last on air ended; None while it is, or when nothing was."""
        airings = self._facts.air.airings
        return airings[-1].ended if airings else None

    @property
    def on_paper(self) -> Iterator[tuple[int, Span]]:
        """Which leaves' rows are planned, and when; what is left out only if it was printed."""
        reference, nodes = self._show.reference, self._facts.nodes
        printed = reference.printed.spans if reference.printed else {}
        for at, span in zip(reference.walked_at, reference.walked_spans, strict=False):
            node = nodes[at]
            if node.slot.slots is None and (not node.skipped or node.slot.id in printed):
                yield at, span

    @property
    def in_time(self) -> Iterator[tuple[int, Span]]:
        """Which leaves' rows were, are or will be on air, and when."""
        spans = self._facts.expected.each() if self._spans is None else self._spans
        return zip(self._show.outline.order_at, spans, strict=False)

    @property
    def long_cues(self) -> Sequence[str]:
        """Some of the longest cues."""
        return self._show.reference.long_cues

    @property
    def crew(self) -> Mapping[str, Collection[str]]:
        """What stands in each of the crew's columns."""
        return self._show.outline.crew

    @property
    def standing(self) -> object:
        """The very same as long as the same rows stand in the same order, planned as they were."""
        return self._show.reference

    @property
    def causes(self) -> tuple[object, ...]:
        """What its times follow from, besides the present: equal as long as time alone moves them.

        Not of rows that stand otherwise, or were planned otherwise (`standing`).
        """
        return self._facts.air, self._facts.announced

    def _row(self, at: int) -> Row:
        node, memo = self._facts.nodes[at], self._show.reference.memo
        live = self._live(node)
        known: tuple[Node, _Live, Row] | None = memo.get(at)
        if known is not None and known[0] is node:
            if known[1] == live:
                return known[2]
            row = _moved(known[1], known[2], live) or _row(self._show, node, live)
        else:
            row = _row(self._show, node, live)
        memo[at] = (node, live, row)
        return row

    # --- what is so at this instant ------------------------------------------------------------

    def _live(self, node: Node) -> _Live:
        facts, slot = self._facts, node.slot.id
        first, behind = self._show.outline.places[node.at]
        status = self._status(node, first, behind)
        started, ended = self._actual(first, behind, status)
        return _Live(
            status,
            self._expected(first, behind),
            started,
            ended,
            facts.announced.get(slot) if facts.announced else None,
            slot == facts.due,
            facts.presence.get(slot, _NOBODY) if facts.presence else _NOBODY,
        )

    def _status(self, node: Node, first: int, behind: int) -> Status:
        """By the leaves under it that are not skipped, from a place up to another, left out."""
        if first == behind:
            leaves_at = self._show.outline.leaves_at
            any_leaf = bisect_left(leaves_at, node.at) != bisect_right(leaves_at, node.last)
            return "skipped" if node.skipped or any_leaf else "to_come"
        if self._show.air.on_air is not None and first < self._come <= behind:
            return "on_air"
        if first <= self._next < behind:
            return "next"
        return "done" if behind <= self._come else "to_come"

    def _actual(
        self, first: int, behind: int, status: Status
    ) -> tuple[datetime | None, datetime | None]:
        """Actual start and end; a session ends with its last leaf."""
        if first >= self._come or first >= behind:
            return None, None
        aired, nodes, order_at = self._show.aired, self._facts.nodes, self._show.outline.order_at
        last = aired[nodes[order_at[behind - 1]].slot.id] if status == "done" else None
        return aired[nodes[order_at[first]].slot.id].started, last and last.ended

    def _expected(self, first: int, behind: int) -> Span | None:
        """Expected times; a session's are from its first leaf's start to its last leaf's end."""
        spans, expected = self._spans, self._facts.expected
        known = len(expected) if spans is None else len(spans)
        last = min(behind, known) - 1
        if first > last:
            return None
        begins = expected.at(first) if spans is None else spans[first]
        if first == last or begins is None:
            return begins
        ends = expected.at(last) if spans is None else spans[last]
        return ends and Span(begins.start, ends.end)


# --- one row -----------------------------------------------------------------------------------

_EXPECTED: Final = Row._fields.index("expected_start")


def _moved(was: _Live, row: Row, live: _Live) -> Row | None:
    """The row at other expected times, if nothing else of it changes (all rows of a late day).

    The length of an elastic leaf may follow from them.
    """
    span = live.expected
    if row.elastic or span is None or was[0] != live[0] or was[2:] != live[2:]:
        return None
    return Row._make((*row[:_EXPECTED], *span, *row[_EXPECTED + 2 :]))


def _row(show: Show, node: Node, live: _Live) -> Row:
    slot, reference, leaf = node.slot, show.reference, node.slot.slots is None
    expected = live.expected
    paper = reference.printed.spans.get(slot.id) if reference.printed else None
    planned = reference.span(node)
    begins = live.started or (expected.start if expected else None)
    length = reference.length(slot, begins) if leaf else slot.duration
    slack = reference.slack.get(slot.id, times.ZERO) if leaf else times.ZERO
    return Row(
        id=slot.id,
        cue=reference.cue(slot),
        kind=slot.kind,
        title=slot.title,
        speakers=slot.speakers,
        level=len(node.above),
        parent=node.parent,
        leaf=leaf,
        elastic=slot.elastic,
        status=live.status,
        duration=length,
        minimum=reference.minimum(slot, begins) if leaf else None,
        printed_start=paper.start if paper else None,
        printed_end=paper.end if paper else None,
        planned_start=planned.start if planned else None,
        planned_end=planned.end if planned else None,
        expected_start=expected.start if expected else None,
        expected_end=expected.end if expected else None,
        announced=live.announced,
        started=live.started,
        ended=live.ended,
        gap=slack if slack > times.ZERO else None,
        overlap=-slack if slack < times.ZERO else None,
        budget=reference.budget(node),
        promise=slot.promise,
        promised_to=slot.promised_to.name if slot.promised_to else None,
        optional=slot.optional,
        advance=slot.advance,
        guessed=slot.guessed,
        due=live.due,
        activities=slot.activities,
        room=slot.room,
        note=slot.note,
        departments=tuple(slot.departments.items()),
        hidden=slot.hidden,
        own_start=slot.start is not None,
        known=live.known,
        slot=slot,
        parts=_parts(slot, live.known, length) if leaf and len(slot.speakers) > 1 else (),
    )


def _parts(slot: Slot, known: _Known, length: timedelta | None) -> tuple[timedelta | None, ...]:
    """What each of its speakers may speak of the length planned (rule 37)."""
    shared = (length or times.ZERO) - (slot.questions or times.ZERO)
    given = sharing(slot, away(known), shared)
    return tuple(map(given.get, persons(slot.speakers)))
