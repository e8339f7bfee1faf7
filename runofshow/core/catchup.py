"""Catching up: who could give how much, so that a promise is kept (timing.md §6).

- A plan takes whole steps from payers: leaves of a set length, to come before the promised time,
  whose minimum leaves room (rule 24). It takes a step only while it helps.
- A payer whose step does not help never helps later, so it is dropped: a plan costs at most as many
  forecasts as it takes steps and has payers (rule 25).
- No plan cuts below a minimum, touches what was aired, or, `now` apart, what is on air (rule 27).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from heapq import heapify, heappop, heapreplace
from typing import Final, Literal, NamedTuple, get_args

from runofshow.core import times
from runofshow.core.expected import Forecast, forecast
from runofshow.core.outline import Node, Outline
from runofshow.core.plan import Kind, Slot
from runofshow.core.planned import Span
from runofshow.core.promises import (
    Promise,
    Standing,
    expected_of,
    promised,
    promised_leaf,
    standing,
)
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show, Version
from runofshow.core.till import (
    Payer,
    Till,
    before_promise,
    course_to,
    goal_of,
    stretched,
    till_for,
)
from runofshow.core.tree import replaced

PlanName = Literal["share", "breaks", "few", "next", "last", "now", "skip"]
NAMES: Final[tuple[PlanName, ...]] = get_args(PlanName)


class Recovery(NamedTuple):
    """A plan, complete (rule 26): `cuts` who gives how much, `skips` what is left out.

    `stretch` is what the leaf on air gives back, nought or negative; `promises` how each would
    stand; `tell` how many people to tell; `short` what is missing all the same.
    """

    plan: PlanName
    cuts: tuple[tuple[str, timedelta], ...]
    skips: tuple[str, ...]
    stretch: timedelta
    promises: tuple[Standing, ...]
    tell: int
    short: timedelta

    @property
    def idle(self) -> bool:
        """Whether it changes nothing."""
        return not (self.cuts or self.skips or self.stretch)

    @property
    def deal(self) -> tuple[tuple[tuple[str, timedelta], ...], tuple[str, ...], timedelta]:
        """What it takes from whom: two plans of one deal are one (rule 26)."""
        return self.cuts, self.skips, self.stretch


# --- plans -------------------------------------------------------------------------------------


def plans(show: Show, now: datetime, promise: Promise) -> tuple[Recovery, ...]:
    """The plans for a promise, each once, under the first name that gives it (rule 26)."""
    return tuple(plan for plan in one_by_one(show, now, promise) if plan is not None)


def one_by_one(show: Show, now: datetime, promise: Promise) -> Iterator[Recovery | None]:
    """The plans, one a step, for who must not wait for them all; None for one already given."""
    given: set[tuple[object, ...]] = set()
    for name in NAMES:
        plan = catch_up(show, now, promise, name)
        yield None if plan.deal in given else plan
        given.add(plan.deal)


def applied(show: Show, plan: Recovery) -> Show:
    """The show with what `plan` takes taken: for trying it, and for taking it (rule 29)."""
    outline = show.outline
    for slot, by in plan.cuts:
        outline = Outline(replaced(outline, _shorter(outline.by_id[slot].slot, by)))
    if outline is not show.outline:
        show = show.with_version(Version(outline, show.version.origins))
    return stretched(_skipped(show, *plan.skips), plan.stretch)


def lengths_before(show: Show, plan: Recovery) -> Iterator[tuple[str, timedelta]]:
    """How long each slot that gives is now, what was given on air included."""
    for slot in (*(cut[0] for cut in plan.cuts), *plan.skips):
        yield slot, show.outline.by_id[slot].slot.duration or times.ZERO
    airing = show.air.on_air
    if plan.stretch and airing is not None:
        length = show.outline.by_id[airing.slot].slot.duration or times.ZERO
        yield airing.slot, length + airing.stretch


def said(show: Show, plan: Recovery) -> Sentence:
    """What applying `plan` is called; with what it takes on air, which undo does not give back."""
    name, airing = Sentence.of(f"plan_{plan.plan}"), show.air.on_air
    if not plan.stretch or airing is None:
        return Sentence.of("did_catch_up", plan=name)
    return Sentence.of("did_catch_up", plan=name, by=plan.stretch, slot=airing.slot)


def catch_up(show: Show, now: datetime, promise: Promise, name: PlanName) -> Recovery:
    """The plan of that name for a promise."""
    skips: tuple[str, ...] = ()
    before, goal = show, goal_of(show, promise)
    if name == "skip":
        show, skips = _left_out(show, now, promise, goal)
    till = till_for(show, now, promise, goal)
    if till is not None:
        if name == "now":
            _hurry(till)
        _collect(till, name)
    return _complete(before, show, now, promise, name, till, skips)


def _collect(till: Till, name: PlanName) -> None:
    """Take steps in the order of the plan until the promise is kept or no step helps (rule 25)."""
    order = _ORDERS.get(name, _share)
    willing = [(order(till, payer), payer.order) for payer in till.payers]
    heapify(willing)
    while willing and not till.kept:
        payer = till.payers[willing[0][1]]
        if till.take(payer) and till.left(payer):
            heapreplace(willing, (order(till, payer), payer.order))
        else:
            heappop(willing)


_Key = tuple[Fraction | int, ...]


def _share(till: Till, payer: Payer) -> _Key:
    taken = till.taken.get(payer.node.slot.id, 0)
    return (Fraction(2 * taken + 1, 2 * payer.capacity), payer.order)


def _breaks(till: Till, payer: Payer) -> _Key:
    return (0 if payer.node.slot.kind is Kind.BREAK else 1, *_share(till, payer))


_ORDERS: Final[dict[PlanName, Callable[[Till, Payer], _Key]]] = {
    "breaks": _breaks,
    "few": lambda _, payer: (-payer.capacity, payer.order),
    "next": lambda _, payer: (payer.order,),
    "last": lambda _, payer: (-payer.order,),
}


def _hurry(till: Till) -> None:
    """`now`: the leaf on air gives first, by a negative stretch, while it can (rule 25)."""
    airing = till.show.air.on_air
    if airing is None or airing.held_since is not None:
        return
    slot = till.show.outline.by_id[airing.slot].slot
    if slot.duration is None:
        return
    least = till.show.reference.minimum(slot)
    while not till.kept:
        stretch, before = till.stretch - till.step, till.reached()
        total = airing.stretch + stretch
        if slot.duration + total < least or till.show.ends(airing) + stretch < till.now:
            return
        former = till.stretch
        till.hurry(stretch)
        after = till.reached()
        if before is None or after is None or after >= before:
            till.hurry(former)
            return


def _left_out(
    show: Show, now: datetime, promise: Promise, goal: datetime | None
) -> tuple[Show, tuple[str, ...]]:
    """`skip`: optional leaves left out one by one, the most helpful first, the later on a tie."""
    skips: list[str] = []
    till, leaf = till_for(show, now, promise, goal), promised_leaf(show, promise)
    while till is not None and not till.kept:
        best, best_at = None, till.reached()
        for node in before_promise(till.show, promise):
            slot = node.slot
            if not slot.optional or slot.id in till.out or (leaf and leaf.slot.id == slot.id):
                continue
            at = _without(till, node)
            if at is not None and best_at is not None and _better(at, best_at, best is None):
                best, best_at = node, at
        if best is None:
            break
        skips.append(best.slot.id)
        if _simple(till, best):
            till.leave_out(best.slot.id)
        else:
            till = till_for(_skipped(show, *skips), now, promise, goal)
    return _skipped(show, *skips), tuple(skips)


def _simple(till: Till, node: Node) -> bool:
    """Whether leaving a leaf out leaves no start to another one, and there is a course."""
    way = till.course
    return (
        way is not None
        and node.slot.id not in till.show.outline.given
        and (node.slot.id != way.nodes[-1].slot.id)
    )


def _without(till: Till, node: Node) -> datetime | None:
    """When the promised time would come without that leaf; None when it cannot be left out.

    One with a given start leaves it to the leaf after it: then the plan itself must be asked.
    """
    if _simple(till, node):
        return till.trial().without(node.slot.id)
    tried = _skipped(till.show, *till.out, node.slot.id)
    return expected_of(tried, forecast(tried, till.now), till.promise) if tried.startable else None


def _better(at: datetime, best: datetime, first: bool) -> bool:
    return at < best if first else at <= best


def _skipped(show: Show, *slots: str) -> Show:
    """The show with those leaves left out."""
    outline = show.outline
    for slot in slots:
        left_out = outline.by_id[slot].slot.model_copy(update={"skip": True})
        outline = Outline(replaced(outline, left_out))
    return show.with_version(Version(outline, show.version.origins)) if slots else show


def _complete(
    before: Show,
    show: Show,
    now: datetime,
    promise: Promise,
    name: PlanName,
    till: Till | None,
    skips: tuple[str, ...],
) -> Recovery:
    cuts: tuple[tuple[str, timedelta], ...] = ()
    stretch = times.ZERO
    short = times.ZERO
    expected = forecast(show, now) if till is None else till.forecast()
    if till is not None:
        stretch = till.stretch
        cuts = tuple(
            (payer.node.slot.id, till.taken[payer.node.slot.id] * till.step)
            for payer in till.payers
            if till.taken.get(payer.node.slot.id)
        )
        at = expected_of(show, expected, promise)
        short = max(times.ZERO, at - till.goal) if at is not None else times.ZERO
    touched = [*(cut[0] for cut in cuts), *skips]
    if stretch and before.air.on_air is not None:
        touched.append(before.air.on_air.slot)
    return Recovery(
        name,
        cuts,
        skips,
        stretch,
        _standings(before, show, expected),
        people(before, touched),
        short,
    )


def _standings(before: Show, after: Show, expected: Forecast) -> tuple[Standing, ...]:
    """How every promise would stand; before printing, against the hour due before the plan."""
    paper = before if before.printed is None else after
    return tuple(standing(after, expected, promise, paper) for promise in promised(after))


def people(show: Show, slots: Iterable[str]) -> int:
    """How many people to tell: the speakers, each once, and one for a slot that names nobody."""
    speakers = [show.outline.by_id[slot].slot.speakers for slot in slots]
    names = {speaker.name for those in speakers for speaker in those}
    return len(names) + sum(not those for those in speakers)


def _shorter(leaf: Slot, by: timedelta) -> Slot:
    """The leaf cut by so much; its length is then no guess."""
    guessed = tuple(name for name in leaf.guessed if name != "duration")
    length = (leaf.duration or times.ZERO) - by
    return leaf.model_copy(update={"duration": length, "guessed": guessed})


# --- last call ---------------------------------------------------------------------------------


def last_call(
    show: Show, now: datetime, promise: Promise, expected: Forecast | None = None
) -> datetime | None:
    """Until when a broken promise can still be kept (rule 28); None: it is lost.

    The expected start of the latest payer such that it and those after it, giving all they can,
    keep the promise. `expected` is what is expected at `now`, when that is known.
    """
    goal, way = goal_of(show, promise), course_to(show, promise)
    if goal is None:
        return None
    starts = (expected or forecast(show, now)).spans
    if way is None:
        return _last_call(show, now, promise, goal, starts)
    first = way.index[show.to_come[0].slot.id]
    for place, latest in way.thresholds(way.micros(goal)):
        if place < first:
            break
        start = starts[way.nodes[place].slot.id].start
        if way.micros(start) <= latest:
            return start
    return None


def _last_call(
    show: Show, now: datetime, promise: Promise, goal: datetime, starts: Mapping[str, Span]
) -> datetime | None:
    """The same, by asking the show itself."""
    till = till_for(show, now, promise, goal)
    assert till is not None
    for payer in reversed(till.payers):
        till.give(payer, payer.capacity)
        if till.kept:
            return starts[payer.node.slot.id].start
    return None


def broken(standings: Sequence[Standing]) -> list[Standing]:
    """The promises not kept, the earliest due first (rule 26)."""
    late = [found for found in standings if found.kept is False and found.due is not None]
    return sorted(late, key=lambda found: (found.due, found.promise))
