"""Splitting a panel: a session of one leaf per speaker in its place (contract.md §2, `split`).

- Those who share get a leaf, with the length of their share in whole seconds; the questions become
  a leaf of kind `qa` after them. The session keeps its id, title, note, promise, budget and place,
  and those who have no leaf: the chair and who is absent.
- The start goes to the first leaf; the changeover after it and `advance` to the last, the others
  follow each other at once. A minimum is shared as the length is; microphones, crew needs, room and
  what else holds for all goes to each leaf. Warnings and shares are left behind: lengths are new.
- Printed already, the leaves are inserted ones: no planned times, minimums of their own. The whole
  stays in the printed day with its printed length, so no promise moves (rule 4); who takes more of
  it than was given at the split took time (ledger.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from runofshow.core import times
from runofshow.core.commands import Split
from runofshow.core.edits import holds_aired
from runofshow.core.errors import Refused
from runofshow.core.hands import node_of, title
from runofshow.core.log import Person, Presence
from runofshow.core.panel import absent
from runofshow.core.plan import Kind, Plan, Slot, Speaker
from runofshow.core.planned import Reference
from runofshow.core.shares import persons, sharing
from runofshow.core.show import Show
from runofshow.core.tree import replaced

QUESTIONS: Final = "Questions"
"""What the leaf of the questions is called, in French as in English."""

_MICRO: Final = timedelta(microseconds=1)


def split(show: Show, command: Split) -> Plan:
    """The plan with that slot split by speaker; raises Refused when it cannot be."""
    node = node_of(show, command.slot)
    slot = node.slot
    if slot.slots is not None:
        raise Refused("split_session", title=title(slot))
    if holds_aired(show, node):
        raise Refused("aired_fixed", title=title(slot))
    lengths = _lengths(show, slot)
    if len(lengths) < 2:
        raise Refused("split_too_few", title=title(slot))
    session = session_of(
        slot,
        _leaves(show, slot, lengths),
        tuple(speaker for person, speaker in _everyone(slot) if person not in lengths),
    )
    return replaced(show.plan, session)


def session_of(slot: Slot, leaves: tuple[Slot, ...], speakers: tuple[Speaker, ...]) -> Slot:
    """The session that a leaf becomes: what is now its leaves' affair is theirs alone."""
    return slot.model_copy(
        update={
            "kind": Kind.SESSION,
            "start": None,
            "may_start_early": None,
            "advance": "manual",
            "changeover": None,
            "minimum": None,
            "cuttable": True,
            "optional": False,
            "warning": None,
            "danger": None,
            "questions": None,
            "shares": None,
            "call_before": None,
            "guessed": (),
            "departments": {},
            "speakers": speakers,
            "activities": (),
            "slots": leaves,
        }
    )


def _everyone(slot: Slot) -> list[tuple[Person, Speaker]]:
    return list(zip(persons(slot.speakers), slot.speakers, strict=True))


def _lengths(show: Show, slot: Slot) -> dict[Person, timedelta]:
    """The share of each; an elastic slot is as long as planned."""
    reference = show.reference
    if slot.id not in reference.leaf_spans:
        reference = Reference(show.outline)
    shared = reference.length(slot) - (slot.questions or times.ZERO)
    return _whole(sharing(slot, absent(show, slot), shared))


def _whole(lengths: dict[Person, timedelta]) -> dict[Person, timedelta]:
    """The lengths in whole seconds, their sum kept to the second."""
    rounded, exact, told = {}, times.ZERO, times.ZERO
    for person, length in lengths.items():
        exact += length
        rounded[person] = times.half_up(exact) - told
        told += rounded[person]
    return rounded


def _title(speaker: Speaker) -> str:
    """What a speaker's own item is called: the topic, begun as a title is, else the name."""
    topic = speaker.topic or speaker.name
    return topic[:1].upper() + topic[1:]


def _leaves(show: Show, slot: Slot, lengths: dict[Person, timedelta]) -> tuple[Slot, ...]:
    ids = free_ids(show, slot.id, len(lengths) + 1)
    whole = sum(lengths.values(), slot.questions or times.ZERO)
    speaking = [each for each in _everyone(slot) if each[0] in lengths]
    leaves = [
        leaf_of(slot, id_, lengths[person], whole).model_copy(
            update={"title": _title(speaker), "speakers": (speaker,)}
        )
        for id_, (person, speaker) in zip(ids, speaking, strict=False)
    ]
    if slot.questions:
        tail = leaf_of(slot, ids[-1], slot.questions, whole)
        leaves.append(tail.model_copy(update={"kind": Kind.QA, "title": QUESTIONS}))
    return at_the_ends(slot, leaves)


def at_the_ends(slot: Slot, leaves: list[Slot]) -> tuple[Slot, ...]:
    """The leaves, the first with the start of the whole, the last with what follows it."""
    first = {"start": slot.start, "may_start_early": slot.may_start_early}
    leaves[0] = leaves[0].model_copy(update=first)
    last = {"changeover": slot.changeover, "advance": slot.advance}
    leaves[-1] = leaves[-1].model_copy(update=last)
    return tuple(leaves)


def leaf_of(slot: Slot, id_: str, length: timedelta, whole: timedelta) -> Slot:
    """A leaf with what holds for all of them; `whole` is the length of all together."""
    least = slot.minimum
    if least is not None and whole:
        micro = (least // _MICRO) * (length // _MICRO) // (whole // _MICRO)
        least = times.half_up(micro * _MICRO)
    return Slot(
        id=id_,
        duration=length,
        minimum=least,
        cuttable=slot.cuttable,
        changeover=times.ZERO,
        optional=slot.optional,
        call_before=slot.call_before,
        room=slot.room,
        colour=slot.colour,
        hidden=slot.hidden,
        departments=slot.departments,
        guessed=("duration",) if "duration" in slot.guessed else (),
    )


def free_ids(show: Show, slot: str, count: int) -> list[str]:
    """X-1, X-2 … but those that another slot has; an id is at most 200 letters long."""
    taken, stem, ids = show.outline.by_id, slot[:180], []
    for number in range(1, count + 1):
        id_, again = f"{stem}-{number}", 1
        while id_ in taken:
            again += 1
            id_ = f"{stem}-{number}-{again}"
        ids.append(id_)
    return ids


def carried(show: Show, before: Show, slot: str) -> Show:
    """The show after the split of that slot, with what the day knew of it known of its leaves.

    That is who is there, the start announced and, once it is printed, how much of its length each
    has. It stays known of the slot too, for an undo.
    """
    leaves = show.outline.by_id[slot].slot.slots or ()
    known = before.presence.get(slot, {})
    presence = {
        leaf.id: {(person[0], 1): known[person]}
        for person, leaf in zip(
            _lengths(before, before.outline.by_id[slot].slot), leaves, strict=False
        )
        if person in known
    }
    return known_of_leaves(show, before, slot, presence)


def known_of_leaves(
    show: Show, before: Show, slot: str, presence: Mapping[str, Mapping[Person, Presence]]
) -> Show:
    """The show with that said of who is there in the leaves that a slot became since `before`.

    The first has the start that was announced for it; once it is printed, each its part of it.
    """
    leaves = show.outline.by_id[slot].slot.slots or ()
    announced = {leaves[0].id: show.announced[slot]} if slot in show.announced else {}
    if show.printed is not None:
        parts = {**show.printed.parts, **_parts(before, slot, leaves)}
        show = show.with_printed(replace(show.printed, parts=parts))
    return replace(
        show,
        presence={**show.presence, **presence},
        announced={**show.announced, **announced},
    )


def _parts(before: Show, slot: str, leaves: Iterable[Slot]) -> dict[str, timedelta]:
    """How much each leaf has of what the day was held to for the slot; nothing of an inserted one.

    In proportion to their lengths: who edited the slot's own length gave it to all of them.
    """
    span = before.reference.leaf_spans.get(slot)
    held = before.printed.parts.get(slot) if before.printed and span is None else None
    if span is not None:
        held = span.end - span.start
    lengths = {leaf.id: leaf.duration or times.ZERO for leaf in leaves}
    whole = sum(lengths.values(), times.ZERO)
    if held is None or not whole:
        return {}
    parts, so_far, given = {}, times.ZERO, times.ZERO
    for leaf, length in lengths.items():
        so_far += length
        micro = (held // _MICRO) * (so_far // _MICRO) // (whole // _MICRO)
        parts[leaf] = micro * _MICRO - given
        given += parts[leaf]
    return parts
