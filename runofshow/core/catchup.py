"""Catching up: who could give how much, so that a promise is kept (timing.md §6).

- A plan takes whole steps from payers: leaves of a set length, to come before the promised time,
  whose minimum leaves room (rule 24). It takes a step only while it helps.
- A payer whose step does not help never helps later, so it is dropped: a plan costs at most as many
  forecasts as it takes steps and has payers (rule 25).
- No plan cuts below a minimum, touches what was aired, or, `now` apart, what is on air (rule 27).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final, Literal, NamedTuple, get_args

from runofshow.core import times
from runofshow.core.expected import Forecast, forecast
from runofshow.core.outline import Node, Outline
from runofshow.core.plan import DAY_ID, Kind, Slot
from runofshow.core.promises import (
    Promise,
    Standing,
    due_of,
    expected_of,
    promised,
    promised_leaf,
    standing,
)
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show, Version
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


class Payer(NamedTuple):
    """A leaf that can give `capacity` steps; `order` is its place among the payers."""

    node: Node
    capacity: int
    order: int


@dataclass(slots=True)
class _Till:
    """What is being taken, step by step, and what comes of it."""

    show: Show
    now: datetime
    promise: Promise
    goal: datetime
    step: timedelta
    payers: tuple[Payer, ...]
    taken: dict[str, int] = field(default_factory=dict)
    stretch: timedelta = times.ZERO

    def reached(self) -> datetime | None:
        """When the promised time would come, with what is taken."""
        return expected_of(self.show, self.forecast(), self.promise)

    def forecast(self) -> Forecast:
        """The expected times with what is taken.

        Before the day is printed a cut moves planned times, and with them the minimum of a slot
        that ends at a set time: then the plan itself is cut.
        """
        show = _stretched(self.show, self.stretch)
        cuts = {slot: count * self.step for slot, count in self.taken.items() if count}
        if show.printed is None:
            return forecast(_cut(show, cuts), self.now)
        return forecast(show, self.now, cuts)

    @property
    def kept(self) -> bool:
        """Whether the promise is kept with what is taken."""
        at = self.reached()
        return at is None or at <= self.goal

    def left(self, payer: Payer) -> int:
        """How many steps a payer can still give."""
        return payer.capacity - self.taken.get(payer.node.slot.id, 0)

    def take(self, payer: Payer) -> bool:
        """Take a step if it helps; whether it did."""
        before, slot = self.reached(), payer.node.slot.id
        self.taken[slot] = self.taken.get(slot, 0) + 1
        after = self.reached()
        if before is not None and after is not None and after < before:
            return True
        self.taken[slot] -= 1
        return False


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
    for slot in plan.skips:
        skipped = outline.by_id[slot].slot.model_copy(update={"skip": True})
        outline = Outline(replaced(outline, skipped))
    if outline is not show.outline:
        show = show.with_version(Version(outline, show.version.origins))
    return _stretched(show, plan.stretch)


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
    before, goal = show, _goal(show, promise)
    if name == "skip":
        show, skips = _left_out(show, now, promise, goal)
    till = _till(show, now, promise, goal)
    if till is not None:
        if name == "now":
            _hurry(till)
        _collect(till, name)
    return _complete(before, show, now, promise, name, till, skips)


def _goal(show: Show, promise: Promise) -> datetime | None:
    """The latest time at which the promise is kept; it stays where it is while a plan is made."""
    due = due_of(show, promise)
    return None if due is None else due + _tolerance(show, promise)


def _till(show: Show, now: datetime, promise: Promise, goal: datetime | None) -> _Till | None:
    if goal is None:
        return None
    return _Till(show, now, promise, goal, show.plan.catch_up_step, payers(show, promise))


def _tolerance(show: Show, promise: Promise) -> timedelta:
    if promise.slot == DAY_ID:
        return times.ZERO
    return show.outline.by_id[promise.slot].slot.tolerance


def before_promise(show: Show, promise: Promise) -> Iterator[Node]:
    """The leaves to come before the promised time; for an end, the promised leaf too."""
    leaf = promised_leaf(show, promise)
    for node in show.to_come:
        if leaf is not None and node.at >= leaf.at:
            if node.at == leaf.at and promise.of == "end":
                yield node
            return
        yield node


def payers(show: Show, promise: Promise) -> tuple[Payer, ...]:
    """Who can give time for a promise, in running order (rule 24)."""
    if show.air.finished or (promise.slot != DAY_ID and promised_leaf(show, promise) is None):
        return ()
    found: list[Payer] = []
    for node in before_promise(show, promise):
        slot = node.slot
        if slot.duration is None:
            continue
        capacity = (slot.duration - show.reference.minimum(slot)) // show.plan.catch_up_step
        if capacity >= 1:
            found.append(Payer(node, capacity, len(found)))
    return tuple(found)


def _collect(till: _Till, name: PlanName) -> None:
    """Take steps in the order of the plan until the promise is kept or no step helps (rule 25)."""
    order = _ORDERS.get(name, _share)
    willing = list(till.payers)
    while willing and not till.kept:
        payer = min(willing, key=lambda payer: order(till, payer))
        if not till.take(payer) or not till.left(payer):
            willing.remove(payer)


_Key = tuple[Fraction | int, ...]


def _share(till: _Till, payer: Payer) -> _Key:
    taken = till.taken.get(payer.node.slot.id, 0)
    return (Fraction(2 * taken + 1, 2 * payer.capacity), payer.order)


def _breaks(till: _Till, payer: Payer) -> _Key:
    return (0 if payer.node.slot.kind is Kind.BREAK else 1, *_share(till, payer))


_ORDERS: Final[dict[PlanName, Callable[[_Till, Payer], _Key]]] = {
    "breaks": _breaks,
    "few": lambda _, payer: (-payer.capacity, payer.order),
    "next": lambda _, payer: (payer.order,),
    "last": lambda _, payer: (-payer.order,),
}


def _hurry(till: _Till) -> None:
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
        till.stretch, former = stretch, till.stretch
        after = till.reached()
        if before is None or after is None or after >= before:
            till.stretch = former
            return


def _left_out(
    show: Show, now: datetime, promise: Promise, goal: datetime | None
) -> tuple[Show, tuple[str, ...]]:
    """`skip`: optional leaves left out one by one, the most helpful first, the later on a tie."""
    skips: list[str] = []
    till = _till(show, now, promise, goal)
    while till is not None and not till.kept:
        best, best_at = None, till.reached()
        for node in before_promise(show, promise):
            if not node.slot.optional or node == promised_leaf(show, promise):
                continue
            tried = _skipped(show, node)
            at = expected_of(tried, forecast(tried, now), promise) if tried.startable else None
            if at is not None and best_at is not None and _better(at, best_at, best is None):
                best, best_at = node, at
        if best is None:
            break
        show = _skipped(show, best)
        skips.append(best.slot.id)
        till = _till(show, now, promise, goal)
    return show, tuple(skips)


def _better(at: datetime, best: datetime, first: bool) -> bool:
    return at < best if first else at <= best


def _skipped(show: Show, node: Node) -> Show:
    plan = replaced(show.outline, node.slot.model_copy(update={"skip": True}))
    return show.with_version(Version(Outline(plan), show.version.origins))


def _cut(show: Show, cuts: Mapping[str, timedelta]) -> Show:
    outline = show.outline
    for slot, by in cuts.items():
        leaf = outline.by_id[slot].slot
        length = (leaf.duration or times.ZERO) - by
        outline = Outline(replaced(outline, leaf.model_copy(update={"duration": length})))
    return show.with_version(Version(outline, show.version.origins)) if cuts else show


def _stretched(show: Show, by: timedelta) -> Show:
    airing = show.air.on_air
    if airing is None or not by:
        return show
    return show.with_airing(airing._replace(stretch=airing.stretch + by))


def _complete(
    before: Show,
    show: Show,
    now: datetime,
    promise: Promise,
    name: PlanName,
    till: _Till | None,
    skips: tuple[str, ...],
) -> Recovery:
    cuts: tuple[tuple[str, timedelta], ...] = ()
    stretch = times.ZERO
    expected = forecast(show, now)
    short = times.ZERO
    if till is not None:
        stretch, expected = till.stretch, till.forecast()
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


def last_call(show: Show, now: datetime, promise: Promise) -> datetime | None:
    """Until when a broken promise can still be kept (rule 28); None: it is lost.

    The expected start of the latest payer such that it and those after it, giving all they can,
    keep the promise.
    """
    till = _till(show, now, promise, _goal(show, promise))
    if till is None:
        return None
    starts: Forecast = forecast(show, now)
    for payer in reversed(till.payers):
        till.taken[payer.node.slot.id] = payer.capacity
        if till.kept:
            return starts.spans[payer.node.slot.id].start
    return None


def broken(standings: Sequence[Standing]) -> list[Standing]:
    """The promises not kept, the earliest due first (rule 26)."""
    late = [found for found in standings if found.kept is False and found.due is not None]
    return sorted(late, key=lambda found: (found.due, found.promise))
