"""What the day is held to: planned times, lengths, minimums, warnings (timing.md §§2 and 3).

- Before the day is printed, planned times walk the running order with the slots' own lengths.
- Once printed, they walk the printed leaves in their present order with their printed lengths, so
  that cutting, inserting and skipping show as time gained or lost (rule 4).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from heapq import nlargest
from math import ceil
from typing import Any, Final, Literal, TypeVar

from runofshow.core import times
from runofshow.core.aspects import CUES, FLOORS, HOURS, LENGTHS, SHAPE
from runofshow.core.following import carry_over, following
from runofshow.core.outline import Given, Node, Outline, given_starts
from runofshow.core.plan import Kind, Slot
from runofshow.core.times import Civil
from runofshow.core.walk import Line, Span, Walk, Walked

V = TypeVar("V")
PRINT: Final = "print"
"""The aspect of what was printed."""
PLANNED: Final = "planned"
"""The aspect of all planned times: shape, hours and print; before printing, lengths too."""

SHARES: Final[Mapping[Kind, Decimal]] = {
    Kind.BREAK: Decimal("0.6"),
    Kind.WELCOME: Decimal("0.5"),
    Kind.CLOSING: Decimal("0.5"),
    Kind.WORKSHOP: Decimal("0.75"),
    Kind.TALK: Decimal("0.8"),
    Kind.PANEL: Decimal("0.8"),
    Kind.QA: Decimal("0.8"),
}
"""The share of its length that a slot of a kind keeps at least (rule 7); any other keeps all."""


Hours = tuple[Civil | None, Civil | None]
"""A slot's own start and end."""


@dataclass(frozen=True)
class Printed:
    """What was printed at the first `go`, by slot id: lengths of leaves, times, cues.

    The leaves in `lengths` are the printed ones; `cues` grows as slots are inserted later; `hours`
    are the slots' own start and end: one whose hours were edited since is announced anew; `parts`
    are what leaves split from a printed one since have of its printed length, for the ledger.
    """

    lengths: Mapping[str, timedelta]
    spans: Mapping[str, Span]
    cues: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[str, Hours] = field(default_factory=dict)
    parts: Mapping[str, timedelta] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def _share_of(kind: Kind, own: float | None, length: timedelta) -> timedelta:
    """The share of a length that a minimum is (rule 7), rounded up to the minute."""
    share = Decimal(1) if own is None else Decimal(str(own))
    if own is None:
        share = SHARES.get(kind, share)
    micro = share * (length // timedelta(microseconds=1))
    return ceil(micro / 60_000_000) * times.MINUTE


@dataclass(frozen=True)
class Reference:
    """The plan and the print together: every planned number follows from these two."""

    outline: Outline
    printed: Printed | None = None
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What boards made of it, and of those it shares its planned times with; `rows.py` keeps it."""

    def changed(self, outline: Outline, printed: Printed | None) -> "Reference":
        """The reference of another outline or print; what is the same in both is shared."""
        if outline is self.outline and printed is self.printed:
            return self
        aspects = {
            aspect
            for aspect, token in self.outline.tokens.items()
            if outline.tokens[aspect] is not token
        }
        if printed is not self.printed:
            aspects.add(PRINT)
        moving = {SHAPE, HOURS, PRINT} | ({LENGTHS} if printed is None else set())
        if aspects & moving:
            aspects.add(PLANNED)
        minimums = outline.plan.minimums == self.outline.plan.minimums
        same_rows = minimums and not aspects & {PLANNED, CUES}
        later = Reference(outline, printed, self.memo if same_rows else {})
        carry_over(self, later, aspects)
        if not aspects & {SHAPE, PRINT} and "floor" in self.__dict__:
            self._floor_for(later)
        return later

    def _floor_for(self, later: "Reference") -> None:
        """Give a later reference the floor with the one leaf that differs, if it is but one."""
        former, fresh = self.outline, later.outline
        same = all(
            getattr(former.plan, name) == getattr(fresh.plan, name)
            for name in ("minimums", "catch_up_step", "changeover")
        )
        differing = [at for at in fresh.changed_at(former) if fresh.nodes[at].slot.leaf]
        if same and len(differing) <= 1:
            floor = self.floor
            for place in (first for at in differing for first in range(*fresh.places[at])):
                floor = floor.with_one(place, *later.floored(place))
            later.__dict__["floor"] = floor

    @following(SHAPE, LENGTHS, FLOORS, PRINT)
    def floor(self) -> Line:
        """The running order with every leaf that can give time having given it all (rule 24)."""
        each = [self.floored(place) for place in range(len(self.outline.order_at))]
        return Line.of([length for length, _ in each], [step for _, step in each])

    def floored(self, place: int) -> tuple[timedelta, timedelta]:
        """How long a leaf is when it has given all that it can, and that with what follows it."""
        outline, step = self.outline, self.outline.plan.catch_up_step
        slot, line = outline.nodes[outline.order_at[place]].slot, outline.line
        length, far = line.lengths[place], line.sums[place + 1] - line.sums[place]
        if slot.duration is None:
            return length, far
        gives = (length - self.minimum(slot)) // step * step
        return length - gives, far - gives

    @property
    def walked(self) -> tuple[Node, ...]:
        """The leaves that planned times walk: the printed ones, else the running order.

        One printed as a leaf and split since is walked as the whole that it was.
        """
        return tuple(map(self.outline.nodes.__getitem__, self.walked_at))

    @following(SHAPE, PRINT)
    def walked_at(self) -> Sequence[int]:
        """Where the walked leaves stand among the nodes."""
        if self.printed is None:
            return self.outline.order_at
        at = self.outline.at
        return tuple(sorted(at[slot] for slot in self.printed.lengths if slot in at))

    @following(SHAPE, PRINT)
    def place(self) -> Mapping[str, int]:
        """The place of each walked leaf in the walk."""
        if self.printed is None:
            return self.outline.place
        return {node.slot.id: place for place, node in enumerate(self.walked)}

    @following(PLANNED)
    def given(self) -> Mapping[str, Given]:
        """The given starts of the walked leaves (rule 3)."""
        return (
            self.outline.given
            if self.printed is None
            else given_starts(self.outline, self.walked_at)
        )

    @property
    def _line(self) -> Line:
        """How long each walked leaf lasts: as printed, else as it is; a set end is stronger."""
        if self.printed is None:
            lengths = self.outline.line.lengths
            return Line.of(lengths, lengths)
        return self._printed_line

    @following(SHAPE, PRINT)
    def _printed_line(self) -> Line:
        assert self.printed is not None
        lengths, nodes = self.printed.lengths, self.outline.nodes
        each = [lengths[nodes[at].slot.id] for at in self.walked_at]
        return Line.of(each, each)

    @following(PLANNED)
    def walk(self) -> Walk | None:
        """Planned start and end of the walked leaves (rules 3 and 4); None: nowhere is a start."""
        given = {self.place[slot]: given.at for slot, given in self.given.items()}
        if 0 not in given:
            return None  # an invalid plan, which nobody can have; or an empty one
        plan, nodes, place = self.outline.plan, self.outline.nodes, self.place
        timed = (nodes[at].slot for at in self.outline.timed_at)
        ends = {place[slot.id]: slot.end for slot in timed if slot.id in place}
        walk = Walk(self._line, 0, given[0])
        for where in sorted(given.keys() | ends.keys()):
            if where in given:
                walk.begin(where, given[where])
            set_end = ends.get(where)
            if set_end is not None:
                end = times.instant(plan.date, set_end, plan.zone)
                walk.end(where, end, end)
        return walk

    @following(PLANNED)
    def leaf_spans(self) -> Mapping[str, Span]:
        """Planned start and end of each walked leaf."""
        return Walked(self.place, self.walk)

    @following(PLANNED)
    def walked_spans(self) -> Sequence[Span]:
        """Planned start and end of the walked leaves, in their order."""
        return () if self.walk is None else self.walk.spans()

    @following(SHAPE, PRINT)
    def _kept(self) -> tuple[Sequence[int], Sequence[int]]:
        """The walked leaves that are not skipped: where among the nodes, and in the walk."""
        nodes = self.outline.nodes
        kept = [(at, place) for place, at in enumerate(self.walked_at) if not nodes[at].skipped]
        return [at for at, _ in kept], [place for _, place in kept]

    def span(self, node: Node) -> Span | None:
        """Planned start and end of a slot that has them, a session too (rule 5)."""
        walk = self.walk
        if walk is None:
            return None
        own = self.place.get(node.slot.id)
        if own is not None:
            return walk.span(own)
        kept_at, places = self._kept
        first, behind = bisect_left(kept_at, node.at), bisect_right(kept_at, node.last)
        if first == behind:
            return None
        return Span(walk.start(places[first]), walk.span(places[behind - 1]).end)

    @property
    def spans(self) -> dict[str, Span]:
        """Planned start and end of every slot that has them."""
        found = ((node.slot.id, self.span(node)) for node in self.outline.nodes)
        return {slot: span for slot, span in found if span is not None}

    @following(PLANNED)
    def slack(self) -> Mapping[str, timedelta]:
        """Gap (positive) or overlap (negative) before each leaf with a given start (rule 6)."""
        walk, slack = self.walk, {}
        for slot, given in self.given.items() if walk is not None else ():
            place = self.place[slot]
            assert walk is not None
            if place and given.at != (end := walk.span(place - 1).end):
                slack[slot] = given.at - end
        return slack

    @property
    def day_end(self) -> datetime | None:
        """The planned end of the day: of the last leaf walked (rule 20)."""
        return self.walk.span(len(self.walked_at) - 1).end if self.walk is not None else None

    def length(self, slot: Slot, start: datetime | None = None) -> timedelta:
        """How long a leaf is: its duration, or from its planned start (else `start`) to its end."""
        if slot.duration is not None:
            return slot.duration
        if slot.end is None:
            return times.ZERO
        span = self.leaf_spans.get(slot.id)
        begins = span.start if span else start
        if begins is None:
            return times.ZERO
        end = times.instant(self.outline.plan.date, slot.end, self.outline.plan.zone)
        return max(times.ZERO, end - begins)

    def planned_length(self, slot: Slot, start: datetime | None = None) -> timedelta:
        """The printed length of a leaf; before printing, or of an inserted one, its own."""
        if self.printed and slot.id in self.printed.lengths and slot.end is None:
            return self.printed.lengths[slot.id]
        return self.length(slot, start)

    def _printed_length(self, slot: Slot, start: datetime | None) -> timedelta:
        """What a minimum is a share of: the length as printed, unless announced anew since."""
        if self.printed is None or slot.id not in self.printed.lengths:
            return self.length(slot, start)
        printed_start, printed_end = self.printed.hours[slot.id]
        moved = slot.start is not None and slot.start != printed_start
        if slot.end is not None and (moved or slot.end != printed_end):
            return self.length(slot, start)
        return self.printed.lengths[slot.id]

    def minimum(self, slot: Slot, start: datetime | None = None) -> timedelta:
        """The least a leaf may be cut to (rule 7)."""
        own = self.length(slot, start)
        if not slot.cuttable or slot.minimum is not None:
            return self.least(slot, own)
        least = self._share(slot.kind, self._printed_length(slot, start))
        return min(least, own) if slot.duration is not None else least

    def least(self, slot: Slot, length: timedelta) -> timedelta:
        """The least of a leaf that is, and counts as printed, of that length (rule 7)."""
        own = max(times.ZERO, length)
        if not slot.cuttable:
            return own
        least = self._share(slot.kind, own) if slot.minimum is None else slot.minimum
        return min(least, own) if slot.duration is not None else least

    def _share(self, kind: Kind, length: timedelta) -> timedelta:
        return _share_of(kind, self.outline.plan.minimums.get(kind), length)

    def warning(self, slot: Slot, start: datetime | None = None) -> timedelta:
        """The time left at which a leaf is to be wound up (rule 11)."""
        if slot.warning is not None:
            return slot.warning
        return warning_of(self.planned_length(slot, start))

    def danger(self, slot: Slot, start: datetime | None = None) -> timedelta:
        """The time left at which the last words are due (rule 11)."""
        if slot.danger is not None:
            return slot.danger
        return danger_of(self.planned_length(slot, start))

    def budget(self, node: Node) -> timedelta | None:
        """How much a session holds beyond its own length or end; negative: room left (rule 5)."""
        slot = node.slot
        if slot.slots is None or (slot.duration is None and slot.end is None):
            return None
        span = self.span(node)
        if span is None:
            return None
        if slot.duration is not None:
            return span.end - span.start - slot.duration
        assert slot.end is not None
        plan = self.outline.plan
        return span.end - times.instant(plan.date, slot.end, plan.zone)

    def cue(self, slot: Slot) -> str:
        """What the régie calls a slot aloud: its own cue, the printed one, else its number."""
        if slot.cue:
            return slot.cue
        cues = self.printed.cues if self.printed else self.outline.cues
        return cues.get(slot.id) or self.outline.cues[slot.id]

    @following(SHAPE, CUES, PRINT)
    def long_cues(self) -> tuple[str, ...]:
        """Some of the longest of what slots are called aloud, the widest one surely among them."""
        found = dict.fromkeys(self.cue(node.slot) for node in self.outline.nodes)
        return tuple(nlargest(20, found, key=len))


Phase = Literal["normal", "warning", "danger", "over"]


def phase_of(
    remaining: timedelta, reckoned: timedelta, warning: timedelta, danger: timedelta
) -> Phase:
    """Rule 11; `reckoned` is what is left before the questions, if they are to come."""
    if remaining < times.ZERO:
        return "over"
    if reckoned <= danger:
        return "danger"
    return "warning" if reckoned <= warning else "normal"


def warning_of(length: timedelta) -> timedelta:
    """The time left at which so long a time is to be wound up, if nobody says other (rule 11)."""
    return times.half_up(min(max(length / 5, times.MINUTE), 5 * times.MINUTE, length / 2))


def danger_of(length: timedelta) -> timedelta:
    """The time left at which the last words are due, if nobody says other (rule 11)."""
    return times.half_up(min(max(length / 20, 30 * times.SECOND), 2 * times.MINUTE, length / 4))


def printing(
    reference: Reference, keep: Printed | None = None, aired: frozenset[str] = frozenset()
) -> Printed:
    """The day printed as it now stands (rule 4); with `keep`, all but the `aired` printed anew.

    Cue numbers once printed are kept.
    """
    outline = reference.outline
    kept = keep or Printed({}, {}, outline.cues)
    fresh = {node.slot.id: node.slot.duration or times.ZERO for node in outline.order}
    hours = {node.slot.id: (node.slot.start, node.slot.end) for node in outline.nodes}
    fresh, hours = _anew(kept.lengths, fresh, aired), _anew(kept.hours, hours, aired)
    anew = Reference(outline, Printed(fresh, {}, kept.cues, hours))
    # A slot that ends at a set time is as long as on the new paper, whatever stood on the former.
    elastic = {
        node.slot.id: anew.length(node.slot)
        for node in anew.walked
        if node.slot.end is not None and node.slot.id not in aired
    }
    spans = _anew(kept.spans, anew.spans, aired)
    return Printed(fresh | elastic, spans, dict(kept.cues), hours)


def _anew(kept: Mapping[str, V], fresh: Mapping[str, V], aired: frozenset[str]) -> dict[str, V]:
    """What was kept of the aired, and the fresh of all others."""
    return {slot: value for slot, value in kept.items() if slot in aired} | {
        slot: value for slot, value in fresh.items() if slot not in aired
    }


def with_cues(printed: Printed, outline: Outline) -> Printed:
    """The print with a cue for each slot that has none: 2.1A after 2.1, then 2.1B (contract §1)."""
    if outline.at.keys() <= printed.cues.keys():
        return printed
    missing = [node for node in outline.nodes if node.slot.id not in printed.cues]
    cues = dict(printed.cues)
    for node in missing:
        cues[node.slot.id] = _later_cue(outline, node, cues)
    return replace(printed, cues=cues)


def _later_cue(outline: Outline, node: Node, cues: Mapping[str, str]) -> str:
    home = outline.by_id[node.above[-1]].slot.slots if node.above else outline.plan.slots
    siblings = home or ()
    known = [s for s in siblings[: siblings.index(node.slot)] if s.id in cues]
    base = known[-1].id if known else node.parent
    stem = cues.get(base, "0") if base else "0"
    if known:
        stem = stem.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    used, number = set(cues.values()), 0
    while (cue := stem + _letters(number)) in used:
        number += 1
    return cue


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …"""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
