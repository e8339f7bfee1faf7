"""Trees of slots: new plans from old by changing, taking out or putting in one slot.

Nothing here knows of time or of what has been aired; whether a change is allowed is said
elsewhere. Only the path to the changed slot is made anew, the rest is shared.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from runofshow.core.outline import Outline
from runofshow.core.plan import Plan, Slot

Siblings = tuple[Slot, ...]
_MARK = "\0"
"""Keeps a place for a moment; no id a file or a command gives is this one."""


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


def _changed(plan: Plan, path: Sequence[str], change: Callable[[Siblings], Siblings]) -> Plan:
    """The plan with `change` made to the children of the session at the end of `path`."""
    return plan.model_copy(update={"slots": _descend(plan.slots, path, change)})


def _descend(
    slots: Siblings, path: Sequence[str], change: Callable[[Siblings], Siblings]
) -> Siblings:
    if not path:
        return change(slots)
    return tuple(
        slot.model_copy(update={"slots": _descend(slot.slots or (), path[1:], change)})
        if slot.id == path[0]
        else slot
        for slot in slots
    )


def _path(outline: Outline, slot: str) -> tuple[str, ...]:
    return tuple(session.id for session in outline.by_id[slot].above)


def replaced(outline: Outline, slot: Slot) -> Plan:
    """The plan with `slot` in the place of the one of the same id."""

    def change(siblings: Siblings) -> Siblings:
        return tuple(slot if sibling.id == slot.id else sibling for sibling in siblings)

    return _changed(outline.plan, _path(outline, slot.id), change)


def without(outline: Outline, slot: str) -> Plan:
    """The plan without that slot and all that it holds."""

    def change(siblings: Siblings) -> Siblings:
        return tuple(sibling for sibling in siblings if sibling.id != slot)

    return _changed(outline.plan, _path(outline, slot), change)


def placed(plan: Plan, slot: Slot, place: Place) -> Plan:
    """The plan with `slot` put at `place`; into a session means at its end."""
    if place.how == "into":
        path = () if place.anchor is None else (*_path(Outline(plan), place.anchor), place.anchor)
        return _changed(plan, path, lambda siblings: (*siblings, slot))
    anchor, offset = place.anchor, 1 if place.how == "after" else 0
    assert anchor is not None

    def change(siblings: Siblings) -> Siblings:
        at = next(i for i, sibling in enumerate(siblings) if sibling.id == anchor) + offset
        return (*siblings[:at], slot, *siblings[at:])

    return _changed(plan, _path(Outline(plan), anchor), change)


def moved(outline: Outline, slot: Slot, place: Place) -> Plan:
    """The plan with the slot of that id taken out and `slot` put at `place` instead."""
    return placed(without(outline, slot.id), slot, place)


def swapped(outline: Outline, a: Slot, b: Slot, in_place_of_a: Slot, in_place_of_b: Slot) -> Plan:
    """The plan with `a` and `b` taken out and the two others put in their places."""
    marked = Outline(_in_place_of(outline, a.id, a.model_copy(update={"id": _MARK})))
    halfway = Outline(_in_place_of(marked, b.id, in_place_of_b))
    return _in_place_of(halfway, _MARK, in_place_of_a)


def _in_place_of(outline: Outline, former: str, slot: Slot) -> Plan:
    def change(siblings: Siblings) -> Siblings:
        return tuple(slot if sibling.id == former else sibling for sibling in siblings)

    return _changed(outline.plan, _path(outline, former), change)


def origin(outline: Outline, slot: str) -> Origin:
    """Where that slot stands now, so that it can be put back."""
    node = outline.by_id[slot]
    siblings = (node.above[-1].slots or ()) if node.above else outline.plan.slots
    index = next(i for i, sibling in enumerate(siblings) if sibling.id == slot)
    return Origin(
        node.slot,
        node.parent,
        siblings[index - 1].id if index else None,
        siblings[index + 1].id if index + 1 < len(siblings) else None,
        index,
    )


def put_back(outline: Outline, origin: Origin) -> Plan:
    """The plan with a slot returned to where `origin` says, as it is now but for its start.

    A start given since is kept. When the session has gone the slot stays where it is.
    """
    node = outline.by_id.get(origin.slot.id)
    if node is None:
        return outline.plan
    start = node.slot.start or origin.slot.start
    slot = node.slot.model_copy(update={"start": start})
    home = outline.by_id.get(origin.parent) if origin.parent is not None else None
    if origin.parent is not None and (home is None or home.slot.slots is None):
        return replaced(outline, slot)
    rest = Outline(without(outline, slot.id))
    siblings = rest.plan.slots if home is None else rest.by_id[home.slot.id].slot.slots or ()
    names = [sibling.id for sibling in siblings]
    if origin.previous in names:
        return placed(rest.plan, slot, Place("after", origin.previous))
    if origin.following in names:
        return placed(rest.plan, slot, Place("before", origin.following))
    if origin.number < len(names):
        return placed(rest.plan, slot, Place("before", names[origin.number]))
    return placed(rest.plan, slot, Place("into", origin.parent))
