"""What the régie may do to the plan while the show runs: edit, insert, move, skip … (§7).

Each function returns the new plan or raises Refused. What has been aired stays where it is
(rule 34), whatever asks: `apply` checks every result with `settled_plan`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from runofshow.core.commands import (
    Activities,
    Amendment,
    Edit,
    Insert,
    Move,
    PlanCommand,
    Remove,
    Restore,
    Skip,
    Swap,
)
from runofshow.core.errors import Refused
from runofshow.core.hands import node_of, title
from runofshow.core.outline import Node, Outline
from runofshow.core.plan import NEWER, Plan, Slot, walk, with_ids
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.tree import Place, moved, placed, replaced, swapped, without
from runofshow.core.wrong import why

Valid = TypeVar("Valid", Plan, Slot)

FIXED: Final = frozenset({"id", "slots", "skip"})
"""Fields of a slot that `edit` cannot change (rule 34)."""
DEEPEST: Final = 16
"""How many sessions may hold a slot, one inside the other; files are held to the same."""
FIXED_OF_DAY: Final = frozenset({"format", "slots"})


# --- guards ------------------------------------------------------------------------------------


def holds_aired(show: Show, node: Node) -> bool:
    """Whether the slot, or one it holds, is on air or aired."""
    return any(below.slot.id in show.aired for below in show.outline.under(node))


def _movable(show: Show, slot: str) -> Node:
    node = node_of(show, slot)
    if holds_aired(show, node):
        raise Refused("aired_fixed", title=title(node.slot))
    return node


def _place(show: Show, command: Insert | Move) -> Place:
    """Where the command says, checked to exist and to be able to hold something."""
    if "into" in command.model_fields_set:
        if command.into is not None:
            target = node_of(show, command.into)
            if target.slot.slots is None:
                raise Refused("not_a_session", title=title(target.slot))
        return Place("into", command.into)
    if command.after is not None:
        return Place("after", node_of(show, command.after).slot.id)
    assert command.before is not None
    return Place("before", node_of(show, command.before).slot.id)


def _after_position(show: Show, plan: Plan, slot: str) -> Plan:
    """The plan, if that slot lies after the position in it (rule 34)."""
    position = show.position
    if position is not None:
        outline = show.outline.changed(plan)
        if outline.by_id[slot].at < outline.by_id[position.slot.id].at:
            raise Refused("before_position")
    return plan


def _replaced(show: Show, slot: Slot) -> Plan:
    """The plan with the slot of that id as it is here."""
    return replaced(show.plan, slot, show.outline.way(slot.id))


# --- the commands ------------------------------------------------------------------------------


def edit(show: Show, command: Edit) -> Plan:
    """Sets fields of a slot or of the day; a value that is not valid is refused."""
    if command.slot is None:
        if show.printed is not None and not command.set.keys().isdisjoint(("date", "timezone")):
            raise Refused("day_fixed")
        return _edited_day(show.plan, command.set)
    slot = node_of(show, command.slot).slot
    for name in command.set:
        if name in FIXED:
            raise Refused("not_editable", field=name)
    return _replaced(show, _edited(slot, command.set))


def _edited_day(plan: Plan, changes: dict[str, Any]) -> Plan:
    for name in changes:
        if name in FIXED_OF_DAY:
            raise Refused("not_editable", field=name)
    fresh = _validated(Plan, _merged(_values(plan), changes) | {"slots": ()}, changes)
    return fresh.model_copy(update={"slots": plan.slots})


def _edited(slot: Slot, changes: dict[str, Any]) -> Slot:
    changes = dict(changes)
    for name, other in (("duration", "end"), ("end", "duration")):
        if changes.get(name) is not None:
            changes.setdefault(other, None)
    changes.setdefault("guessed", [name for name in slot.guessed if name not in changes])
    merged = _merged(_values(slot), changes)
    if slot.slots is not None:
        merged["slots"] = ()
    fresh = _validated(Slot, merged, changes)
    return fresh.model_copy(update={"slots": slot.slots})


def _values(part: Slot | Plan) -> dict[str, Any]:
    """The fields of a part but what it holds, as they are: what is valid is not read again."""
    names = (name for name in type(part).model_fields if name != "slots")
    return {name: getattr(part, name) for name in names} | (part.model_extra or {})


def _merged(data: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in data.items() if name not in changes}
    return kept | {name: value for name, value in changes.items() if value is not None}


def _validated(model: type[Valid], data: dict[str, Any], changes: dict[str, Any]) -> Valid:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        field, said = why(error)
        raise Refused("wrong_value", field=field or ", ".join(changes), why=said) from None


def insert(show: Show, command: Insert) -> Plan:
    """Puts a new slot where the command says, never before the position."""
    place = _place(show, command)
    taken = set(show.outline.by_id)
    raw = with_ids([command.slot], taken)
    assert isinstance(raw, list)
    try:
        slot = Slot.model_validate(raw[0])
    except ValidationError as error:
        field, said = why(error)
        raise Refused("wrong_slot", field=field or "slot", why=said) from None
    seen = set(taken)
    for new in walk((slot,)):
        if new.id in seen:
            raise Refused("id_taken", id=new.id)
        seen.add(new.id)
    return _after_position(show, placed(show.plan, slot, place), slot.id)


def move(show: Show, command: Move) -> Plan:
    """Moves a slot; its own start is dropped unless it is to be kept."""
    node = _movable(show, command.slot)
    place = _place(show, command)
    if place.anchor is not None and place.anchor in {n.slot.id for n in show.outline.under(node)}:
        raise Refused("into_itself", title=title(node.slot))
    slot = node.slot
    if not command.keep_start:
        slot = slot.model_copy(update={"start": None})
    return _after_position(show, moved(show.plan, slot, place), slot.id)


def remove(show: Show, command: Remove) -> Plan:
    """Takes a slot out of the plan; what is printed can only be skipped."""
    node = _movable(show, command.slot)
    printed = show.printed.lengths if show.printed else {}
    if any(below.slot.id in printed for below in show.outline.under(node)):
        raise Refused("printed_fixed", title=title(node.slot))
    return without(show.plan, command.slot)


def skip(show: Show, command: Skip) -> Plan:
    """Leaves a slot out of the day; of what is skipped it does nothing."""
    node = _movable(show, command.slot)
    if node.skipped:
        return show.plan
    return replaced(
        show.plan, node.slot.model_copy(update={"skip": True}), show.outline.way(node.slot.id)
    )


def restore(show: Show, command: Restore) -> Plan:
    """Takes a skipped slot back; `settled_plan` brings one from before the position to it."""
    node = node_of(show, command.slot)
    if not node.skipped:
        raise Refused("not_skipped", title=title(node.slot))
    if not node.slot.skip:
        raise Refused("session_skipped", title=title(node.slot))
    return replaced(
        show.plan, node.slot.model_copy(update={"skip": False}), show.outline.way(node.slot.id)
    )


def activities(show: Show, command: Activities) -> Plan:
    """What runs in parallel in a leaf, room by room; of what was held it may be corrected."""
    node = node_of(show, command.slot)
    if node.slot.slots is not None:
        raise Refused("activities_session", title=title(node.slot))
    return _replaced(show, _edited(node.slot, {"activities": command.set or None}))


_OF_THE_PLACE: Final = ("start", "promise", "promised_to", "tolerance", "advance")


def swap(show: Show, command: Swap) -> Plan:
    """Two slots exchange places; start, promise, advance and cue stay with the place."""
    a, b = _movable(show, command.a), _movable(show, command.b)
    if a.slot.id == b.slot.id:
        raise Refused("same_slot")
    for one, other in ((a, b), (b, a)):
        if other.slot.id in {below.slot.id for below in show.outline.under(one)}:
            raise Refused("into_itself", title=title(other.slot))
    printed = show.printed is not None

    def at_place_of(place: Slot, travels: Slot) -> Slot:
        stays: dict[str, object] = {name: getattr(place, name) for name in _OF_THE_PLACE}
        stays["cue"] = show.reference.cue(place) if printed else place.cue
        return travels.model_copy(update=stays)

    plan = swapped(
        show.plan, a.slot, b.slot, at_place_of(a.slot, b.slot), at_place_of(b.slot, a.slot)
    )
    for one in (a, b):
        _after_position(show, plan, one.slot.id)
    return plan


def programme(values: dict[str, Any]) -> Plan:
    """The schedule that a revision was read from; raises Refused when it is none."""
    try:
        return Plan.model_validate(values, context={NEWER: True})
    except ValidationError as error:
        field, said = why(error)
        raise Refused("wrong_value", field=field or "programme", why=said) from None


def said(show: Show, command: PlanCommand) -> Sentence:
    """The name of the undo step that the command makes."""
    outline = show.outline

    def named(slot: str) -> str:
        return title(outline.by_id[slot].slot)

    match command:
        case Edit(slot=None, set=changes):
            columns = changes.keys() == {"departments"}
            return Sentence.of("did_order_columns" if columns else "did_edit_day")
        case Edit(slot=slot, set=changes) if slot is not None:
            return _said_edit(show, slot, changes)
        case Insert(slot=raw):
            return Sentence.of("did_insert", title=str(raw.get("title") or raw.get("id") or "…"))
        case Swap(a=a, b=b):
            return Sentence.of("did_swap", title=named(a), other=named(b))
        case _:
            assert command.slot is not None
            assert isinstance(command.slot, str)
            return Sentence.of(f"did_{command.do}", title=named(command.slot))


def said_of_several(show: Show, steps: Sequence[Amendment]) -> Sentence:
    """The name of the undo step that several changes make; that of one is its own.

    What is edited besides rows that come, go or move is a part of that.
    """
    named = [step for step in steps if not isinstance(step, Edit)] or steps
    if len(named) == 1:
        return said(show, named[0])
    kinds = {step.do for step in named}
    code = f"did_{kinds.pop()}_several" if len(kinds) == 1 else "did_change_several"
    return Sentence.of(code, count=len(named))


def _said_edit(show: Show, slot: str, changes: dict[str, Any]) -> Sentence:
    node = show.outline.by_id[slot]
    if set(changes) == {"duration"} and node.slot.duration is not None:
        fresh = _edited(node.slot, changes)
        if fresh.duration is not None and fresh.duration != node.slot.duration:
            by = fresh.duration - node.slot.duration
            return Sentence.of("did_edit_length", title=title(node.slot), by=by)
    return Sentence.of("did_edit", title=title(node.slot))


# --- what every new value of the plan must hold ------------------------------------------------


def settled_plan(show: Show, plan: Plan) -> Plan:
    """The plan, leaves that now lie before the position brought after it (rule 34).

    Raises Refused when something aired would move, leave, be skipped or be split, or a printed leaf
    leave.
    """
    outline = show.outline.changed(plan)
    if outline.at is show.outline.at:  # the same slots in the same places, none skipped or restored
        return plan
    if outline.depth >= DEEPEST:
        raise Refused("too_deep", limit=DEEPEST)
    _refuse_touching_aired(show, outline)
    if show.printed is not None:
        for slot in show.printed.lengths.keys() - outline.at.keys():
            raise Refused("printed_fixed", title=title(show.outline.by_id[slot].slot))
    return brought_after(show, plan)


def brought_after(show: Show, plan: Plan) -> Plan:
    """The plan, leaves never aired that lie before the position brought directly after it."""
    position, outline = show.position, show.outline.changed(plan)
    if position is None:
        return plan
    before = outline.order_at[: bisect_left(outline.order_at, outline.at[position.slot.id])]
    stray = [outline.nodes[at].slot for at in before if outline.nodes[at].slot.id not in show.aired]
    for leaf in reversed(stray):
        fresh = leaf.model_copy(update={"start": None})
        plan = moved(plan, fresh, Place("after", position.slot.id))
    return plan


def _refuse_touching_aired(show: Show, outline: Outline) -> None:
    before = sorted((show.outline.by_id[slot] for slot in show.aired), key=_standing)
    for node in before:
        there = outline.by_id.get(node.slot.id)
        stays = there is not None and there.slot.leaf and not there.skipped
        if there is None or not stays or there.above != node.above:
            raise Refused("aired_fixed", title=title(node.slot))
    after = sorted(before, key=lambda node: outline.at[node.slot.id])
    for node, later in zip(before, after, strict=True):
        if node is not later:
            raise Refused("aired_fixed", title=title(node.slot))


_standing = attrgetter("at")
