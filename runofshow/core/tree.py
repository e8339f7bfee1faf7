"""Trees of slots: new plans from old by changing, taking out or putting in one slot.

Nothing here knows of time or of what has been aired; whether a change is allowed is said
elsewhere. Only the path to the changed slot is made anew, the rest is shared.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import is_
from typing import Literal, NamedTuple

from runofshow.core.plan import Plan, Slot

Siblings = tuple[Slot, ...]
Trail = tuple[int, ...]
"""The way to a slot: its number among its siblings, level by level from the top."""


class Place(NamedTuple):
    """Where to put a slot: after or before a sibling, or into a session (None: the top level)."""

    how: Literal["after", "before", "into"]
    anchor: str | None


class Origin(NamedTuple):
    """Where a slot stood: the session, its neighbours there, its number among them, itself."""

    slot: Slot
    parent: str | None
    previous: str | None
    following: str | None
    number: int


# --- finding -----------------------------------------------------------------------------------


def trail(slots: Sequence[Slot], slot: str) -> Trail | None:
    """The way to the slot of that id; None when there is none."""
    for number, each in enumerate(slots):
        if each.id == slot:
            return (number,)
        if each.slots and (below := trail(each.slots, slot)) is not None:
            return (number, *below)
    return None


def holds(plan: Plan, slot: str) -> bool:
    """Whether there is such a slot."""
    return trail(plan.slots, slot) is not None


def _trail(plan: Plan, slot: str) -> Trail:
    found = trail(plan.slots, slot)
    assert found is not None, slot
    return found


def _at(plan: Plan, way: Trail) -> Slot:
    slots: Sequence[Slot] = plan.slots
    for number in way[:-1]:
        slots = slots[number].slots or ()
    return slots[way[-1]]


def _siblings(plan: Plan, way: Trail) -> Siblings:
    """Those among whom the slot at the end of the way stands."""
    return plan.slots if len(way) == 1 else _at(plan, way[:-1]).slots or ()


# --- changing ----------------------------------------------------------------------------------


def _changed(plan: Plan, way: Trail, change: Callable[[Siblings], Siblings]) -> Plan:
    """The plan with `change` made to the children of the session at the end of the way."""
    return plan.model_copy(update={"slots": _descend(plan.slots, way, change)})


def _descend(slots: Siblings, way: Trail, change: Callable[[Siblings], Siblings]) -> Siblings:
    if not way:
        return change(slots)
    number, *rest = way
    session = slots[number]
    below = _descend(session.slots or (), tuple(rest), change)
    fresh = session.model_copy(update={"slots": below})
    return (*slots[:number], fresh, *slots[number + 1 :])


def _instead(plan: Plan, way: Trail, *slots: Slot) -> Plan:
    """The plan with those slots in the place of the one at the end of the way."""
    number = way[-1]

    def change(siblings: Siblings) -> Siblings:
        return (*siblings[:number], *slots, *siblings[number + 1 :])

    return _changed(plan, way[:-1], change)


def replaced(plan: Plan, slot: Slot, way: Trail | None = None) -> Plan:
    """The plan with `slot` in the place of the one of the same id; `way` leads there, if known."""
    return _instead(plan, way or _trail(plan, slot.id), slot)


def exchanged(plan: Plan, slots: Mapping[str, Slot]) -> Plan:
    """The plan with each of `slots` in the place of the one of its id."""
    return plan.model_copy(update={"slots": _exchanged(plan.slots, slots)}) if slots else plan


def _exchanged(siblings: Siblings, slots: Mapping[str, Slot]) -> Siblings:
    fresh: list[Slot] = []
    for slot in siblings:
        known = slots.get(slot.id, slot)
        if known.slots and (below := _exchanged(known.slots, slots)) is not known.slots:
            known = known.model_copy(update={"slots": below})
        fresh.append(known)
    same = all(map(is_, siblings, fresh))
    return siblings if same else tuple(fresh)


def without(plan: Plan, slot: str) -> Plan:
    """The plan without that slot and all that it holds."""
    return _instead(plan, _trail(plan, slot))


def placed(plan: Plan, slot: Slot, place: Place) -> Plan:
    """The plan with `slot` put at `place`; into a session means at its end."""
    if place.how == "into":
        way = () if place.anchor is None else _trail(plan, place.anchor)
        return _changed(plan, way, lambda siblings: (*siblings, slot))
    assert place.anchor is not None
    way = _trail(plan, place.anchor)
    number = way[-1] + (place.how == "after")

    def change(siblings: Siblings) -> Siblings:
        return (*siblings[:number], slot, *siblings[number:])

    return _changed(plan, way[:-1], change)


def moved(plan: Plan, slot: Slot, place: Place) -> Plan:
    """The plan with the slot of that id taken out and `slot` put at `place` instead."""
    return placed(without(plan, slot.id), slot, place)


def swapped(plan: Plan, a: Slot, b: Slot, in_place_of_a: Slot, in_place_of_b: Slot) -> Plan:
    """The plan with `a` and `b` taken out and the two others put in their places."""
    there = _trail(plan, b.id)  # the way stays the same while one stands in the place of another
    return _instead(_instead(plan, _trail(plan, a.id), in_place_of_a), there, in_place_of_b)


# --- there and back ----------------------------------------------------------------------------


def origin(plan: Plan, slot: str) -> Origin:
    """Where that slot stands now, so that it can be put back."""
    way = _trail(plan, slot)
    siblings, number = _siblings(plan, way), way[-1]
    return Origin(
        siblings[number],
        _at(plan, way[:-1]).id if len(way) > 1 else None,
        siblings[number - 1].id if number else None,
        siblings[number + 1].id if number + 1 < len(siblings) else None,
        number,
    )


def put_back(plan: Plan, origin: Origin) -> Plan:
    """The plan with a slot returned to where `origin` says, as it is now but for its start.

    A start given since is kept. When the session has gone the slot stays where it is.
    """
    way = trail(plan.slots, origin.slot.id)
    if way is None:
        return plan
    here = _at(plan, way)
    slot = here.model_copy(update={"start": here.start or origin.slot.start})
    home = trail(plan.slots, origin.parent) if origin.parent is not None else ()
    if home is None or (home and _at(plan, home).slots is None):
        return _instead(plan, way, slot)
    rest = without(plan, slot.id)
    siblings = rest.slots
    if origin.parent is not None:
        siblings = _at(rest, _trail(rest, origin.parent)).slots or ()
    names = [sibling.id for sibling in siblings]
    if origin.previous in names:
        return placed(rest, slot, Place("after", origin.previous))
    if origin.following in names:
        return placed(rest, slot, Place("before", origin.following))
    if origin.number < len(names):
        return placed(rest, slot, Place("before", names[origin.number]))
    return placed(rest, slot, Place("into", origin.parent))
