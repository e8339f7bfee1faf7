"""Taking time from who is to come, step by step, and what comes of it (timing.md, rules 24 and 25).

- Payers are leaves of a set length, to come before the promised time, whose minimum leaves room.
- On a printed day the way to the promise is walked in bare numbers (course.py); else the show
  itself is asked after each step.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import attrgetter
from typing import NamedTuple, Self

from runofshow.core import times
from runofshow.core.course import Course, Tail, come, course
from runofshow.core.expected import Forecast, expected_end, forecast
from runofshow.core.outline import Node, Outline
from runofshow.core.plan import DAY_ID
from runofshow.core.promises import Promise, due_of, expected_of, promised_leaf
from runofshow.core.show import Show, Version
from runofshow.core.tree import replaced


class Payer(NamedTuple):
    """A leaf that can give `capacity` steps; `order` is its place among the payers."""

    node: Node
    capacity: int
    order: int


@dataclass(slots=True)
class Till:
    """What is being taken, step by step, and what comes of it.

    With a course, it is walked in bare numbers; else the show itself is asked.
    """

    show: Show
    now: datetime
    promise: Promise
    goal: datetime
    step: timedelta
    payers: tuple[Payer, ...]
    course: Course | None = None
    taken: dict[str, int] = field(default_factory=dict)
    stretch: timedelta = times.ZERO
    out: tuple[str, ...] = ()
    _trial: "Trial | None" = None
    _known: datetime | None = None

    def reached(self) -> datetime | None:
        """When the promised time would come, with what is taken."""
        if self.course is not None:
            return self.trial().reached
        if self._known is None:
            self._known = expected_of(self.show, self.forecast(), self.promise)
        return self._known

    def trial(self) -> "Trial":
        """The course with what is taken; there must be one."""
        if self._trial is None:
            assert self.course is not None
            show = stretched(self.show, self.stretch)
            self._trial = Trial.of(self.course, show, self.now, self.taken, self.out)
        return self._trial

    def forecast(self) -> Forecast:
        """The expected times with what is taken.

        Before the day is printed a cut moves planned times, and with them the minimum of a slot
        that ends at a set time: then the plan itself is cut.
        """
        show = stretched(self.show, self.stretch)
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
        before = self.reached()
        if self.course is not None:
            after: datetime | None = self.trial().one_less(payer.node.slot.id)
        else:
            self.give(payer, 1)
            after = self.reached()
            self.give(payer, -1)
            self._known = before
        helps = before is not None and after is not None and after < before
        if helps:
            self.give(payer, 1)
        return helps

    def give(self, payer: Payer, steps: int) -> None:
        """Let a payer give so many steps more, whether they help or not."""
        slot = payer.node.slot.id
        self.taken[slot] = self.taken.get(slot, 0) + steps
        self._trial = self._known = None

    def leave_out(self, slot: str) -> None:
        """Leave a leaf out of the course; `_simple` says which may be."""
        self.out = (*self.out, slot)
        self._trial = None

    def hurry(self, stretch: timedelta) -> None:
        """Let the leaf on air give `stretch` (negative), and no other length."""
        self.stretch = stretch
        self._trial = self._known = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A course walked with what is taken, so that one step or one leaf less is told at once."""

    course: Course
    first: int
    cuts: Sequence[int]
    heads: Sequence[int]
    tails: Sequence[Tail]

    @classmethod
    def of(
        cls, way: Course, show: Show, now: datetime, taken: Mapping[str, int], out: Iterable[str]
    ) -> Self:
        """The course from what is next in `show` at `now`, some cut and some left out."""
        first = way.index[show.to_come[0].slot.id]
        free = _free(show, now)
        begins = way.micros(now if free is None else max(now, free))
        cuts = [0] * len(way.nodes)
        for slot, steps in taken.items():
            cuts[way.index[slot]] = steps * way.step
        left = {way.index[slot] for slot in out}
        heads, tails = way.heads(first, begins, cuts, left), way.tails(first, cuts, left)
        return cls(way, first, cuts, heads, tails)

    @property
    def reached(self) -> datetime:
        """When the promised time comes."""
        return self.course.moment(come(self.tails[0], self.heads[0]))

    def one_less(self, slot: str) -> datetime:
        """When it comes if `slot` gives a step more."""
        place, way = self.course.index[slot], self.course
        at, cut = place - self.first, self.cuts[place] + way.step
        return way.moment(way.shortened(place, self.heads[at], cut, self.tails[at + 1]))

    def without(self, slot: str) -> datetime:
        """When it comes if `slot`, not the last, is left out."""
        at = self.course.index[slot] - self.first
        return self.course.moment(come(self.tails[at + 1], self.heads[at]))


def _free(show: Show, now: datetime) -> datetime | None:
    """When the air is free for the next leaf (rule 15)."""
    if show.air.on_air is None:
        return show.free_from
    slot = show.outline.by_id[show.air.on_air.slot].slot
    return expected_end(show, now) + show.changeover(slot)


def goal_of(show: Show, promise: Promise) -> datetime | None:
    """The latest time at which the promise is kept; it stays where it is while a plan is made."""
    due = due_of(show, promise)
    return None if due is None else due + tolerance_of(show, promise)


def till_for(show: Show, now: datetime, promise: Promise, goal: datetime | None) -> Till | None:
    """An empty till for a promise to be kept until `goal`; None when it has no hour."""
    if goal is None:
        return None
    step, way = show.plan.catch_up_step, course_to(show, promise)
    if way is None:
        return Till(show, now, promise, goal, step, payers(show, promise))
    first = way.index[show.to_come[0].slot.id]
    giving = (place for place in range(first, len(way.nodes)) if way.capacities[place])
    found = tuple(
        Payer(way.nodes[place], way.capacities[place], order) for order, place in enumerate(giving)
    )
    return Till(show, now, promise, goal, step, found, way)


def course_to(show: Show, promise: Promise) -> Course | None:
    """The way to a promise that is still to come about; None where there is no quick one."""
    if show.air.finished or not show.to_come:
        return None
    leaf = promised_leaf(show, promise)
    if leaf is None:  # the day ends with its last leaf; of what is all skipped nothing is expected
        return course(show, show.to_come, "end") if promise.slot == DAY_ID else None
    upto = bisect_right(show.to_come, leaf.at, key=attrgetter("at"))
    if not upto or show.to_come[upto - 1] != leaf:
        return None
    return course(show, show.to_come[:upto], promise.of)


def tolerance_of(show: Show, promise: Promise) -> timedelta:
    """How late a promise may be and still be kept."""
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


def _cut(show: Show, cuts: Mapping[str, timedelta]) -> Show:
    outline = show.outline
    for slot, by in cuts.items():
        leaf = outline.by_id[slot].slot
        length = (leaf.duration or times.ZERO) - by
        outline = Outline(replaced(outline, leaf.model_copy(update={"duration": length})))
    return show.with_version(Version(outline, show.version.origins)) if cuts else show


def stretched(show: Show, by: timedelta) -> Show:
    """The show with the leaf on air, if there is one, given so much."""
    airing = show.air.on_air
    if airing is None or not by:
        return show
    return show.with_airing(airing._replace(stretch=airing.stretch + by))
