"""Dividing a workshop: a session of rounds with changes of rooms between (contract.md §2).

- The rounds are workshops of one length, the changes leaves of kind `changeover`: items like any
  other, so that hard times, recovery and drift apply. The session keeps id, title, note, promise
  and place, and its length as budget: what is left over is told there, and by the step of undo.
- Where no length is asked, a round is as long as the time there is allows, in whole five minutes
  (in whole minutes below five). The time there is: the length planned; once the day is printed, up
  to the planned end, from when it is expected to begin: what was lost is taken from the rounds,
  what was won is given to them, and what follows keeps its hour.
- Divided anew, what was held stays as it is; rounds to come keep who they are and what takes place
  in them, and take the new length. Those too many go; printed ones are skipped (rule 34).
- What holds for all goes to each round, as with a split: the activities too, for people who go
  round. Printed already, the rounds are inserted ones, and the whole stays in the printed day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.commands import Divide
from runofshow.core.edits import holds_aired
from runofshow.core.errors import Refused
from runofshow.core.expected import forecast
from runofshow.core.hands import node_of, title
from runofshow.core.outline import Node
from runofshow.core.plan import Kind, Plan, Slot
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.split import at_the_ends, free_ids, known_of_leaves, leaf_of, session_of
from runofshow.core.tree import replaced

STEP: Final = 5 * times.MINUTE
"""Rounds are of so many minutes, unless told otherwise."""


class Division(NamedTuple):
    """What dividing comes to: `rounds` to come of `each`, `gap` between, `rest` left over.

    `held` rounds were held already, or are; a change of rooms comes first where `leads`.
    """

    held: int
    rounds: int
    each: timedelta
    gap: timedelta
    rest: timedelta
    leads: bool


def division(show: Show, command: Divide, now: datetime) -> Division:
    """What dividing would come to at `now`; raises Refused when it cannot be."""
    node = node_of(show, command.slot)
    aired, coming = _parts(show, node)
    held = sum(_is_round(part) for part in aired)
    count, named = command.into - held, title(node.slot)
    if count < 1:
        raise Refused("divide_held", held=held, title=named)
    leads = bool(aired) and _is_round(aired[-1])
    gap = _gap(show, (*aired, *coming)) if command.gap is None else command.gap
    room = _room(show, node, aired, coming, now)
    changes = gap * (count - 1 + leads)
    each = _fitting((room - changes) / count) if command.each is None else command.each
    if each < times.MINUTE:
        raise Refused("divide_no_room", room=max(times.ZERO, room), title=named, count=count)
    whole = each * count + changes
    if whole > room:
        raise Refused(
            "divide_too_long", count=count, each=each, whole=whole, room=room, title=named
        )
    return Division(held, count, each, gap, room - whole, leads)


def divide(show: Show, command: Divide, into: Division) -> Plan:
    """The plan with that workshop in rounds."""
    node = node_of(show, command.slot)
    slot = node.slot
    if slot.slots is None:
        leaves = at_the_ends(slot, _fresh(show, slot, into))
        return replaced(show.plan, session_of(slot, leaves, ()), show.outline.way(slot.id))
    aired, coming = _parts(show, node)
    leaves = (*aired, *_anew(show, slot, aired, coming, into))
    return replaced(show.plan, slot.model_copy(update={"slots": leaves}), show.outline.way(slot.id))


def said(show: Show, command: Divide, into: Division) -> Sentence:
    """The name of the step of undo: it tells what is left over."""
    named = title(node_of(show, command.slot).slot)
    count = into.held + into.rounds
    if into.rest < times.MINUTE:
        return Sentence.of("did_divide", title=named, count=count, each=into.each)
    return Sentence.of("did_divide_rest", title=named, count=count, each=into.each, rest=into.rest)


def carried(after: Show, before: Show, slot: str) -> Show:
    """The show after that workshop was divided: what was known of it is known of its rounds."""
    if before.outline.by_id[slot].slot.slots is not None:
        return after
    known = before.presence.get(slot, {})
    leaves = after.outline.by_id[slot].slot.slots or ()
    presence = {leaf.id: known for leaf in leaves if known and leaf.speakers}
    return known_of_leaves(after, before, slot, presence)


# --- what there is -----------------------------------------------------------------------------


def _is_round(slot: Slot) -> bool:
    return slot.kind is not Kind.CHANGEOVER


def _parts(show: Show, node: Node) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """What was held or is on air of its rounds and changes, and what is to come."""
    slot = node.slot
    if slot.slots is None:
        if holds_aired(show, node):
            raise Refused("aired_fixed", title=title(slot))
        return (), ()
    rounds = [part for part in slot.slots if _is_round(part)]
    workshops = all(part.kind is Kind.WORKSHOP and part.duration for part in rounds)
    if not rounds or not workshops or any(part.slots is not None for part in slot.slots):
        raise Refused("divide_no_workshop", title=title(slot))
    last = max((n for n, part in enumerate(slot.slots) if part.id in show.aired), default=-1)
    return slot.slots[: last + 1], slot.slots[last + 1 :]


def _gap(show: Show, parts: Sequence[Slot]) -> timedelta:
    """How long a change of rooms is."""
    known = (part.duration for part in parts if not _is_round(part))
    return next((length for length in known if length is not None), show.plan.changeover)


def _room(
    show: Show, node: Node, aired: Sequence[Slot], coming: Sequence[Slot], now: datetime
) -> timedelta:
    """How much time there is for what is to come of it."""
    ends, begins = _planned_end(show, node), _begins(show, node, aired, coming, now)
    if show.printed is not None and ends is not None and begins is not None:
        return ends - begins
    slot = node.slot
    if slot.slots is None:
        return show.reference.length(slot)
    lengths = (part.duration for part in coming if not part.skip and part.duration)
    return slot.duration or sum(lengths, times.ZERO)


def _planned_end(show: Show, node: Node) -> datetime | None:
    """When it was to end as printed, with the rounds that are left out since."""
    known = show.reference.leaf_spans
    ends = [known[part.id].end for part in node.slot.slots or () if part.id in known]
    whole = show.reference.span(node)
    return max(ends) if ends else None if whole is None else whole.end


def _begins(
    show: Show, node: Node, aired: Sequence[Slot], coming: Sequence[Slot], now: datetime
) -> datetime | None:
    """When what is to come of it can begin; None of what is left out."""
    spans = forecast(show, now).spans
    if aired:
        return max(now, spans[aired[-1].id].end)
    first = next((part for part in (coming or (node.slot,)) if part.id in show.outline.place), None)
    return None if first is None else spans[first.id].start


def _fitting(length: timedelta) -> timedelta:
    """The longest round that fits, in whole fives of minutes, or in minutes if it is shorter."""
    step = STEP if length >= STEP else times.MINUTE
    return length // step * step


# --- the leaves --------------------------------------------------------------------------------


def _named(show: Show, code: str, number: int = 0) -> str:
    facts = {"number": number} if number else {}
    return Sentence.of(code, **facts).text(show.plan.language or "fr")


def _fresh(show: Show, slot: Slot, into: Division) -> list[Slot]:
    """The rounds of a workshop that was one leaf, and the changes between."""
    changes = into.rounds - 1 if into.gap else 0
    ids = free_ids(show, slot.id, into.rounds + changes)
    whole = into.each * into.rounds + into.gap * changes
    leaves = list[Slot]()
    for number, id_ in enumerate(ids[: into.rounds], start=1):
        if leaves and into.gap:
            leaves.append(_change(show, slot, ids[into.rounds + number - 2], into.gap))
        leaf = leaf_of(slot, id_, into.each, whole)
        name = _named(show, "round_title", number)
        own = {"title": name, "kind": Kind.WORKSHOP, "guessed": (),
               "speakers": slot.speakers, "activities": slot.activities}  # fmt: skip
        leaves.append(leaf.model_copy(update=own))
    return leaves


def _change(show: Show, like: Slot, id_: str, gap: timedelta) -> Slot:
    return Slot(
        id=id_,
        kind=Kind.CHANGEOVER,
        title=_named(show, "change_rooms"),
        duration=gap,
        changeover=times.ZERO,
        hidden=like.hidden,
    )


def _anew(
    show: Show, slot: Slot, aired: Sequence[Slot], coming: Sequence[Slot], into: Division
) -> tuple[Slot, ...]:
    """What is to come, of the rounds there are as far as they go; then those left out."""
    rounds = [part for part in coming if _is_round(part)]
    changes = [part for part in coming if not _is_round(part)]
    like = (*(part for part in aired if _is_round(part)), *rounds)[-1]
    ids = iter(free_ids(show, slot.id, 2 * into.rounds))
    leaves = list[Slot]()
    for number in range(into.rounds):
        if into.gap and (number or into.leads):
            change = changes.pop(0) if changes else _change(show, like, next(ids), into.gap)
            leaves.append(change.model_copy(update={"duration": into.gap, "skip": False}))
        leaf = rounds.pop(0) if rounds else _another(show, like, next(ids), into.held + number + 1)
        leaves.append(leaf.model_copy(update={"duration": into.each, "skip": False}))
    printed = show.printed.lengths if show.printed else {}
    kept = (part for part in coming if part in rounds or part in changes)
    left = (part.model_copy(update={"skip": True}) for part in kept if part.id in printed)
    return (*leaves, *left)


def _another(show: Show, like: Slot, id_: str, number: int) -> Slot:
    """One round more, as the last one."""
    name = _named(show, "round_title", number)
    return like.model_copy(
        update={"id": id_, "title": name, "start": None, "cue": None, "note": None}
    )
