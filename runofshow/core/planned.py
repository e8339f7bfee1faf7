"""What the day is held to: planned times, lengths, minimums, warnings (timing.md §§2 and 3).

- Before the day is printed, planned times walk the running order with the slots' own lengths.
- Once printed, they walk the printed leaves in their present order with their printed lengths, so
  that cutting, inserting and skipping show as time gained or lost (rule 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from math import ceil
from typing import Any, Final, Literal, NamedTuple, TypeVar

from runofshow.core import times
from runofshow.core.outline import Given, Node, Outline, given_starts
from runofshow.core.plan import Kind, Slot
from runofshow.core.times import Civil

V = TypeVar("V")

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


class Span(NamedTuple):
    """From an instant to another."""

    start: datetime
    end: datetime


Hours = tuple[Civil | None, Civil | None]
"""A slot's own start and end."""


@dataclass(frozen=True)
class Printed:
    """What was printed at the first `go`, by slot id: lengths of leaves, times, cues.

    The leaves in `lengths` are the printed ones; `cues` grows as slots are inserted later; `hours`
    are the slots' own start and end: one whose hours were edited since is announced anew.
    """

    lengths: Mapping[str, timedelta]
    spans: Mapping[str, Span]
    cues: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[str, Hours] = field(default_factory=dict)


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
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """Rows of the last board made from this reference; only `board` reads and writes it."""
    courses: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """Ways to promises reckoned on this reference; only `course` reads and writes it."""

    @cached_property
    def walked(self) -> tuple[Node, ...]:
        """The leaves that planned times walk: the printed ones, else the running order.

        One printed as a leaf and split since is walked as the whole that it was.
        """
        if self.printed is None:
            return self.outline.order
        lengths = self.printed.lengths
        return tuple(node for node in self.outline.nodes if node.slot.id in lengths)

    @cached_property
    def given(self) -> Mapping[str, Given]:
        """The given starts of the walked leaves (rule 3)."""
        return given_starts(self.outline.plan, self.walked)

    @cached_property
    def leaf_spans(self) -> dict[str, Span]:
        """Planned start and end of each walked leaf (rules 3 and 4)."""
        plan, zone, given = self.outline.plan, self.outline.plan.zone, self.given
        lengths = self.printed.lengths if self.printed else None
        spans: dict[str, Span] = {}
        end: datetime | None = None
        for slot, *_ in self.walked:
            pin = given.get(slot.id)
            start = pin.at if pin else end
            if start is None:  # no start anywhere: an invalid plan, told by `problems`
                return {}
            if slot.end is not None:
                end = times.instant(plan.date, slot.end, zone)
            else:
                end = start + (lengths[slot.id] if lengths else slot.duration or times.ZERO)
            spans[slot.id] = Span(start, end)
        return spans

    @cached_property
    def spans(self) -> dict[str, Span]:
        """Planned start and end of every slot that has them, sessions too (rule 5)."""
        spans, whole = dict(self.leaf_spans), self.leaf_spans
        for slot, _, _, above, skipped in self.walked:
            span = spans.get(slot.id)
            if skipped or span is None:
                continue
            for session in above:
                if session.id not in whole:
                    first = spans.get(session.id, span)
                    spans[session.id] = Span(first.start, span.end)
        return spans

    @cached_property
    def slack(self) -> dict[str, timedelta]:
        """Gap (positive) or overlap (negative) before each leaf with a given start (rule 6)."""
        slack: dict[str, timedelta] = {}
        end: datetime | None = None
        for slot, *_ in self.walked:
            span = self.leaf_spans.get(slot.id)
            if span is None:
                break
            if end is not None and slot.id in self.given and span.start != end:
                slack[slot.id] = span.start - end
            end = span.end
        return slack

    @cached_property
    def day_end(self) -> datetime | None:
        """The planned end of the day: of the last leaf walked (rule 20)."""
        spans = self.leaf_spans
        return spans[self.walked[-1].slot.id].end if self.walked and spans else None

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
        if not slot.cuttable:
            return own
        if slot.minimum is not None:
            least = slot.minimum
        else:
            least = self._share(slot.kind, self._printed_length(slot, start))
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
        slot, span = node.slot, self.spans.get(node.slot.id)
        if slot.slots is None or span is None:
            return None
        if slot.duration is not None:
            return span.end - span.start - slot.duration
        if slot.end is not None:
            plan = self.outline.plan
            return span.end - times.instant(plan.date, slot.end, plan.zone)
        return None

    def cue(self, slot: Slot) -> str:
        """What the régie calls a slot aloud: its own cue, the printed one, else its number."""
        if slot.cue:
            return slot.cue
        cues = self.printed.cues if self.printed else self.outline.cues
        return cues.get(slot.id) or self.outline.cues[slot.id]


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
    missing = [node for node in outline.nodes if node.slot.id not in printed.cues]
    if not missing:
        return printed
    cues = dict(printed.cues)
    for node in missing:
        cues[node.slot.id] = _later_cue(outline, node, cues)
    return replace(printed, cues=cues)


def _later_cue(outline: Outline, node: Node, cues: Mapping[str, str]) -> str:
    siblings = (node.above[-1].slots or ()) if node.above else outline.plan.slots
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
