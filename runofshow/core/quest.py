"""What a broken promise asks of the day: by when, on which way, of whom (timing.md, rule 24)."""

from datetime import datetime
from typing import NamedTuple

from runofshow.core.course import Course
from runofshow.core.outline import Node
from runofshow.core.plan import DAY_ID
from runofshow.core.promises import Promise, due_of, promised_leaf
from runofshow.core.show import Show


class Payer(NamedTuple):
    """A leaf that can give `capacity` steps; `place` is where it stands in the running order."""

    node: Node
    capacity: int
    place: int


class Quest(NamedTuple):
    """What a plan is made for: the promise, and the latest time at which it is kept.

    That time stays where it is while a plan is made, whatever becomes of planned times. `skips` are
    left out of the show already.
    """

    show: Show
    now: datetime
    promise: Promise
    goal: datetime
    skips: tuple[str, ...] = ()


def quest_for(show: Show, now: datetime, promise: Promise) -> Quest | None:
    """None when nothing is due."""
    due = due_of(show, promise)
    if due is None:
        return None
    if promise.slot == DAY_ID:
        return Quest(show, now, promise, due)
    return Quest(show, now, promise, due + show.outline.by_id[promise.slot].slot.tolerance)


def _target_of(show: Show, promise: Promise) -> int | None:
    """The place of the leaf whose hour is promised, and not actual yet; the last for the day."""
    if promise.slot == DAY_ID:
        place = len(show.outline.order_at) - 1
    else:
        leaf = promised_leaf(show, promise)
        if leaf is None:
            return None
        place = show.outline.place[leaf.slot.id]
    on_air = show.air.on_air is not None and promise.of == "end"
    first = show.come - 1 if on_air else show.come
    return place if place >= first and not show.air.finished else None


def behind(show: Show, promise: Promise) -> int:
    """The place behind the last leaf that can give time for a promise."""
    target = _target_of(show, promise)
    return show.come if target is None else target + (promise.of == "end")


def course_to(show: Show, now: datetime, promise: Promise) -> Course | None:
    """The way to the promised hour; None when that is past, or nothing any more."""
    target = _target_of(show, promise)
    return None if target is None else Course(show, now, target, end=promise.of == "end")


def payers(show: Show, promise: Promise) -> tuple[Payer, ...]:
    """Who can give time for a promise, in running order (rule 24)."""
    outline, step = show.outline, show.plan.catch_up_step
    lengths, floor = outline.line.lengths, show.reference.floor.lengths
    return tuple(
        Payer(
            outline.nodes[outline.order_at[place]], (lengths[place] - floor[place]) // step, place
        )
        for place in range(show.come, behind(show, promise))
        if lengths[place] > floor[place]
    )
