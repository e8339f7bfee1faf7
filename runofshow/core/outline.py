"""Outline: a plan laid out for reading: document order, parents, skips, cues, given starts.

An outline is worked out once for a plan and kept with it; all of it follows from the plan alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from runofshow.core import times
from runofshow.core.plan import Plan, Slot


class Node(NamedTuple):
    """A slot where it stands: `at` in document order, `last` where its last descendant stands.

    `above` are the sessions that hold it, outermost first; `skipped` counts theirs too.
    """

    slot: Slot
    at: int
    last: int
    above: tuple[Slot, ...]
    skipped: bool

    @property
    def parent(self) -> str | None:
        """The id of the session that holds it directly."""
        return self.above[-1].id if self.above else None


class Given(NamedTuple):
    """A given start (rule 3): when, and the slot whose `start` it is."""

    at: datetime
    owner: Slot


@dataclass(frozen=True)
class Outline:
    """A plan with its nodes found; equal plans have equal outlines."""

    plan: Plan

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes in document order, sessions before what they hold."""
        found: list[Node] = []
        _collect(self.plan.slots, (), False, found)
        return tuple(found)

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """The nodes by the ids of their slots."""
        return {node.slot.id: node for node in self.nodes}

    @cached_property
    def at(self) -> dict[str, int]:
        """Where each slot stands in document order, by its id."""
        return {node.slot.id: node.at for node in self.nodes}

    @cached_property
    def leaves(self) -> tuple[Node, ...]:
        """The leaves in document order, skipped ones too."""
        return tuple(node for node in self.nodes if node.slot.slots is None)

    @cached_property
    def order(self) -> tuple[Node, ...]:
        """The running order: the leaves, the skipped ones left out."""
        return tuple(node for node in self.leaves if not node.skipped)

    @cached_property
    def given(self) -> "Mapping[str, Given]":
        """The given starts of the running order; none at all makes the plan invalid (rule 3)."""
        return given_starts(self.plan, self.order)

    @cached_property
    def not_before(self) -> dict[str, datetime]:
        """The given starts that mean *not before* (rule 6), by leaf of the running order."""
        early = self.plan.may_start_early
        return {
            leaf: given.at
            for leaf, given in self.given.items()
            if not (early if given.owner.may_start_early is None else given.owner.may_start_early)
        }

    @cached_property
    def cues(self) -> dict[str, str]:
        """What each slot is called aloud before the day is printed: its own cue, or 1, 2, 2.1 …"""
        cues: dict[str, str] = {}
        _number(self.plan.slots, "", cues)
        return cues

    def under(self, node: Node) -> tuple[Node, ...]:
        """The node and all that it holds, in document order."""
        return self.nodes[node.at : node.last + 1]


def _collect(
    slots: Iterable[Slot], above: tuple[Slot, ...], skipped: bool, found: list[Node]
) -> None:
    for slot in slots:
        index, out = len(found), skipped or slot.skip
        if slot.slots is None:
            found.append(Node(slot, index, index, above, out))
            continue
        found.append(Node(slot, index, index, above, out))
        _collect(slot.slots, (*above, slot), out, found)
        found[index] = Node(slot, index, len(found) - 1, above, out)


def _number(slots: Iterable[Slot], prefix: str, cues: dict[str, str]) -> None:
    for number, slot in enumerate(slots, start=1):
        cue = slot.cue or f"{prefix}{number}"
        cues[slot.id] = cue
        if slot.slots:
            _number(slot.slots, f"{cue}.", cues)


def _opening(session: Slot) -> Slot | None:
    """The first slot with a start of those that open a session, which counts as a leaf itself."""
    slot = session
    while slot.start is None:
        if not slot.slots:
            return None
        slot = slot.slots[0]
    return slot


def given_starts(plan: Plan, leaves: Iterable[Node]) -> Mapping[str, Given]:
    """The given start of each of `leaves` that has one (rule 3), `leaves` being all that count.

    A leaf's own, else that of the outermost session it opens among `leaves`; the first leaf takes
    the first one found after it when it has none. Empty when there is none at all. A session among
    `leaves` was printed as a leaf and split since: its start may have gone to what opens it.
    """
    zone, found = plan.zone, {}
    opened: set[str] = set()
    first: str | None = None
    for slot, _, _, above, _ in leaves:
        owner = slot if slot.start is not None else None
        if owner is None and slot.slots:
            owner = _opening(slot)
        for session in above:
            if session.id not in opened:
                opened.add(session.id)
                if owner is None and session.start is not None:
                    owner = session
        if first is None:
            first = slot.id
        if owner is not None and owner.start is not None:
            found[slot.id] = Given(times.instant(plan.date, owner.start, zone), owner)
    if first is not None and found and first not in found:
        found[first] = next(iter(found.values()))
    return found
