"""The way to a promise as bare numbers: for trying many cuts of one day quickly (timing.md §6).

- A course holds what rule 15 needs of each leaf to come before the promised time, in microseconds;
  `heads` walks it as `expected.forecast` walks the show, and comes to the same instants.
- Rule 15 makes of the free instant before a leaf the one after it by a sum and a maximum, and so
  does any run of leaves: max(a, free + b). `tails` holds a and b from each leaf on, so that one
  change anywhere is reckoned without walking again.
- It follows from the plan, the print and the announced starts alone, so it serves every tick until
  one of these changes; only where the walk begins, and when, is the tick's.
- It exists for a printed day whose set ends have minimums that do not move; else there is none, and
  the slow way is taken.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from runofshow.core import times
from runofshow.core.outline import Node
from runofshow.core.plan import Slot
from runofshow.core.show import Show

MICRO: Final = timedelta(microseconds=1)
NEVER: Final = -(10**18)
"""A threshold that no instant is below: two thousand years before anything."""
Leg = tuple[int, int, int, int]
"""Not before; duration, or -1 for a leaf that ends at a set time; then its set end and its minimum
there."""


Tail = tuple[int, int]
"""What comes of a free instant: the greater of the first, and it plus the second."""


def come(tail: Tail, free: int) -> int:
    """What comes of `free`."""
    return max(tail[0], free + tail[1])


@dataclass(frozen=True, slots=True)
class Course:
    """The leaves to come up to the promised time, in running order; see the module.

    Attributes: nodes, the leaves; index by slot; legs; gaps, the changeover after each;
    capacities, the steps that each can give (nought for who is no payer); of, whether the last
    leaf's start or end is promised; origin, the instant that counts as nought; step in µs. What is
    promised comes before the changeover of the last leaf, which is therefore nought.
    """

    nodes: tuple[Node, ...]
    index: dict[str, int]
    legs: tuple[Leg, ...]
    gaps: tuple[int, ...]
    capacities: tuple[int, ...]
    of: Literal["start", "end"]
    origin: datetime
    step: int

    def micros(self, moment: datetime) -> int:
        """`moment` as this course counts it."""
        return (moment - self.origin) // MICRO

    def moment(self, micros: int) -> datetime:
        """The instant that `micros` stand for."""
        return self.origin + micros * MICRO

    def heads(
        self, first: int, free: int, cuts: Sequence[int], out: Collection[int] = ()
    ) -> list[int]:
        """When the air is free for each leaf from `first` on, where it is so at `free`.

        `cuts` are lengths taken, by place; the leaves at the places `out` are left out.
        """
        found: list[int] = []
        for place in range(first, len(self.legs)):
            found.append(free)
            if place in out:
                continue
            pin, length, set_end, least = self.legs[place]
            start = free if free > pin else pin  # noqa: FURB136 (a call costs more than the walk)
            end = start + length - cuts[place] if length >= 0 else max(set_end, start + least)
            free = end + self.gaps[place]
        return found

    def tails(self, first: int, cuts: Sequence[int], out: Collection[int] = ()) -> list[Tail]:
        """What comes of a free instant before each leaf from `first` on, and after the last."""
        found: list[Tail] = [(NEVER, 0)]
        for place in range(len(self.legs) - 1, first - 1, -1):
            a, b = found[-1]
            pin, length, set_end, least = self.legs[place]
            if place == len(self.legs) - 1 and self.of == "start":
                found.append((pin, 0))
                continue
            if place in out:
                found.append((a, b))
                continue
            gap = self.gaps[place]
            if length >= 0:
                by = length - cuts[place] + gap
                through = pin + by
            else:
                by, through = least + gap, max(set_end, pin + least) + gap
            found.append((max(a, through + b), by + b))
        found.reverse()
        return found

    def shortened(self, place: int, free: int, cut: int, then: Tail) -> int:
        """When the promised time comes if the leaf at `place`, free to begin at `free`, is cut so.

        `then` is what comes after it.
        """
        pin, length, _, _ = self.legs[place]
        return come(then, max(free, pin) + length - cut + self.gaps[place])

    def thresholds(self, goal: int) -> list[tuple[int, int]]:
        """For each payer, the last first: its place, and the latest start from which it is enough.

        Enough is that it and the payers after it give all they can (rule 28).
        """
        found: list[tuple[int, int]] = []
        latest, last = goal, len(self.legs) - 1
        for place in range(last, -1, -1):
            pin, length, set_end, least = self.legs[place]
            if place < last or self.of == "end":
                by = latest - self.gaps[place]
                if length < 0:
                    latest = by - least if set_end <= by else NEVER
                else:
                    latest = by - length + self.capacities[place] * self.step
                if self.capacities[place]:
                    found.append((place, latest))
            if pin > latest:
                latest = NEVER
        return found


def course(show: Show, nodes: Sequence[Node], of: Literal["start", "end"]) -> Course | None:
    """The course over `nodes`, the leaves to come up to the promised one, whose `of` is promised.

    None when there is none to give (see the module). One that is known already is that very one.
    """
    if show.printed is None or not nodes:
        return None
    known: dict[object, Course] = show.reference.courses
    key = (nodes[-1].slot.id, of, tuple(show.announced.items()))
    made = known.get(key)
    if made is not None and _serves(made, nodes):
        return made
    if not all(_still(show, node.slot) for node in nodes):
        return None
    known[key] = made = _course(show, tuple(nodes), of)
    return made


def _serves(made: Course, nodes: Sequence[Node]) -> bool:
    """Whether `nodes` are the last ones of `made`."""
    first = made.index.get(nodes[0].slot.id)
    return first is not None and len(made.nodes) - first == len(nodes)


def _still(show: Show, slot: Slot) -> bool:
    """Whether the minimum of a slot does not hang on when it starts."""
    assert show.printed is not None
    return slot.end is None or slot.id in show.printed.lengths


def _course(show: Show, nodes: tuple[Node, ...], of: Literal["start", "end"]) -> Course:
    plan = show.plan
    origin = times.instant(plan.date, times.Civil(0), plan.zone)
    step = plan.catch_up_step
    payers = nodes if of == "end" else nodes[:-1]
    capacities = [_capacity(show, node.slot, step) for node in payers]
    return Course(
        nodes,
        {node.slot.id: place for place, node in enumerate(nodes)},
        tuple(_leg(show, node.slot, origin) for node in nodes),
        (*(show.changeover(node.slot) // MICRO for node in nodes[:-1]), 0),
        (*capacities, *([0] * (len(nodes) - len(payers)))),
        of,
        origin,
        step // MICRO,
    )


def _capacity(show: Show, slot: Slot, step: timedelta) -> int:
    """How many steps a leaf can give (rule 24)."""
    if slot.duration is None:
        return 0
    return max(0, (slot.duration - show.reference.minimum(slot)) // step)


def _leg(show: Show, slot: Slot, origin: datetime) -> Leg:
    bounds = (show.outline.not_before.get(slot.id), show.announced.get(slot.id))
    pin = max(((bound - origin) // MICRO for bound in bounds if bound), default=NEVER)
    if slot.end is None:
        return pin, (slot.duration or times.ZERO) // MICRO, 0, 0
    set_end = times.instant(show.plan.date, slot.end, show.plan.zone)
    least = show.reference.minimum(slot, set_end)
    return pin, -1, (set_end - origin) // MICRO, least // MICRO
