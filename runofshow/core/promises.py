"""Promises: hours given to somebody, and how they stand (timing.md §5).

- What is due is the hour agreed since; else `end_by` for the day; else the printed time, unless the
  slot's own hours were edited since or it was never printed: then the planned time (rule 21).
- A session's promise is that of its first leaf's start or last leaf's end, skipped ones left out.
- Once a time is actual it decides (rule 22); of a skipped slot nothing is expected.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core import times
from runofshow.core.expected import Forecast
from runofshow.core.outline import Node
from runofshow.core.plan import DAY_ID, Contact, Slot
from runofshow.core.show import Show

Of = Literal["start", "end"]


class Promise(NamedTuple):
    """Which hour is promised: a slot's start or end, or the end of the day ("day")."""

    slot: str
    of: Of


class Standing(NamedTuple):
    """How a promise stands: `kept` is None when nothing is expected; `told` when and what hour.

    `kept` is exact, to the second (rule 22): the board's JSON has it so. What people are shown is
    `at_risk`: a promise some seconds late is not kept, and nobody is alarmed.
    """

    promise: Promise
    due: datetime | None
    expected: datetime | None
    late: timedelta | None
    kept: bool | None
    promised_to: Contact | None
    tolerance: timedelta
    agreed: bool
    told: tuple[datetime, datetime] | None

    @property
    def expected_shown(self) -> datetime | None:
        """The minute shown of when it is expected, or came about."""
        return self.expected and times.minute_shown(self.expected, self.due)

    @property
    def deficit(self) -> timedelta:
        """How much must be won back for it to be kept (rule 24); nought when it is."""
        if self.due is None or self.expected is None:
            return times.ZERO
        return max(times.ZERO, self.expected - self.due - self.tolerance)

    @property
    def at_risk(self) -> bool:
        """Whether it is not kept by what anybody calls late: under half a minute nothing is.

        A day begun some seconds late would else be one alarm (rule 19).
        """
        return self.kept is False and self.deficit >= times.ON_TIME

    @property
    def held(self) -> bool:
        """Whether it is kept, or as good as kept."""
        return self.kept is not None and not self.at_risk


def promised(show: Show) -> Iterator[Promise]:
    """The promises of the plan in document order, the day's last."""
    for node in map(show.outline.nodes.__getitem__, show.outline.promising_at):
        if node.slot.promise in ("start", "both"):
            yield Promise(node.slot.id, "start")
        if node.slot.promise in ("end", "both"):
            yield Promise(node.slot.id, "end")
    if show.plan.end_by is not None:
        yield Promise(DAY_ID, "end")


def standings(show: Show, forecast: Forecast) -> tuple[Standing, ...]:
    """How all promises stand by `forecast`, as `promised` has them."""
    known: tuple[Forecast, tuple[Standing, ...]] | None = show.seen.get(_ALL)
    if known is None or known[0] is not forecast:
        stands = tuple(standing(show, forecast, each) for each in promised(show))
        known = show.seen[_ALL] = (forecast, stands)
    return known[1]


_ALL: Final = "promises"
"""Where a show keeps how its promises last stood, and by what forecast."""


def standing(
    show: Show, forecast: Forecast, promise: Promise, paper: Show | None = None
) -> Standing:
    """How `promise` stands by `forecast`, against the hour due in `paper` (else in `show`)."""
    slot = None if promise.slot == DAY_ID else show.outline.by_id[promise.slot].slot
    tolerance = slot.tolerance if slot is not None else times.ZERO
    due, at = due_of(paper or show, promise), expected_of(show, forecast, promise)
    late = kept = None
    if due is not None and at is not None:
        late, kept = max(times.ZERO, at - due), at <= due + tolerance
    return Standing(
        promise,
        due,
        at,
        late,
        kept,
        slot.promised_to if slot is not None else show.plan.promised_to,
        tolerance,
        promise in show.agreed,
        show.told.get(promise),
    )


def promised_leaf(show: Show, promise: Promise) -> Node | None:
    """The leaf whose start or end is promised; None for the day, or when all are skipped."""
    if promise.slot == DAY_ID:
        return None
    outline = show.outline
    first, behind = outline.places[outline.at[promise.slot]]
    if first == behind:
        return None
    return outline.nodes[outline.order_at[first if promise.of == "start" else behind - 1]]


def due_of(show: Show, promise: Promise) -> datetime | None:
    """When it is due (rule 21)."""
    agreed = show.agreed.get(promise)
    if agreed is not None:
        return agreed
    if promise.slot == DAY_ID:
        end_by, plan = show.plan.end_by, show.plan
        return None if end_by is None else times.instant(plan.date, end_by, plan.zone)
    node = promised_leaf(show, promise) or show.outline.by_id[promise.slot]
    printed, named = show.printed, show.outline.by_id[promise.slot].slot
    counted = _counted(show, node)
    span = show.reference.span(counted)
    if printed is not None and not (_edited(show, named) or _edited(show, counted.slot)):
        span = printed.spans.get(counted.slot.id, span)
    return None if span is None else getattr(span, promise.of)


def _counted(show: Show, node: Node) -> Node:
    """The leaf itself, or what it was part of when that was printed as one leaf and split since."""
    lengths = show.printed.lengths if show.printed else {}
    whole = next((session for session in node.above if session in lengths), None)
    return node if whole is None else show.outline.by_id[whole]


def _edited(show: Show, slot: Slot) -> bool:
    """Whether a slot's own hours were edited since it was printed; a move only drops its start."""
    if show.printed is None or slot.id not in show.printed.hours:
        return False
    start, end = show.printed.hours[slot.id]
    return slot.end != end or (slot.start is not None and slot.start != start)


def expected_of(show: Show, forecast: Forecast, promise: Promise) -> datetime | None:
    """When it is expected, or came about."""
    if promise.slot == DAY_ID:
        return forecast.day_end
    leaf = promised_leaf(show, promise)
    span = forecast.spans.get(leaf.slot.id) if leaf is not None else None
    return None if span is None else getattr(span, promise.of)


def actual_of(show: Show, promise: Promise, day_end: datetime | None) -> datetime | None:
    """When it came about, once nothing can move it but a correction (rule 22); None before.

    `day_end` is when the day is expected to end, or did.
    """
    if promise.slot == DAY_ID:
        over = show.air.on_air is None and show.next is None
        return day_end if over else None
    leaf = promised_leaf(show, promise)
    airing = show.aired.get(leaf.slot.id) if leaf is not None else None
    if airing is None:
        return None
    return airing.started if promise.of == "start" else airing.ended
