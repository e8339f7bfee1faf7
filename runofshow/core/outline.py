"""Outline: a plan laid out for reading: document order, parents, skips, cues, given starts.

An outline is worked out once for a plan and kept with it; all of it follows from the plan alone.
The outline of the next value of the plan takes over what an edit leaves as it is (`changed`), so
that an edit costs what it changes, however many slots there are.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import compress
from operator import add, is_not
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.aspects import (
    ASPECTS,
    CUES,
    HOURS,
    LENGTHS,
    SHAPE,
    Pair,
    differing,
    replaced_slots,
)
from runofshow.core.following import carry_over, following
from runofshow.core.plan import Kind, Plan, Slot
from runofshow.core.walk import Line


class Node(NamedTuple):
    """A slot where it stands: `at` in document order, `last` where its last descendant stands.

    `above` are the ids of the sessions that hold it, outermost first; `skipped` counts theirs too;
    `number` is its own among its siblings, from nought.
    """

    slot: Slot
    at: int
    last: int
    above: tuple[str, ...]
    skipped: bool
    number: int

    @property
    def parent(self) -> str | None:
        """The id of the session that holds it directly."""
        return self.above[-1] if self.above else None


class Given(NamedTuple):
    """A given start (rule 3): when, the slot whose `start` it is, whether that may start early."""

    at: datetime
    owner: str
    early: bool | None


class Nodes(Mapping[str, Node]):
    """The nodes of an outline by the ids of their slots."""

    __slots__ = ("_at", "_nodes")

    def __init__(self, at: Mapping[str, int], nodes: Sequence[Node]) -> None:
        self._at, self._nodes = at, nodes

    def __getitem__(self, slot: str) -> Node:
        return self._nodes[self._at[slot]]

    def __contains__(self, slot: object) -> bool:
        return slot in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)


class Bend(NamedTuple):
    """A leaf that does not simply follow the one before: where in the order, and why.

    It begins not before an hour (rule 6), or it is elastic: it ends at a set time.
    """

    place: int
    not_before: datetime | None
    elastic: bool


def _tokens() -> Mapping[str, object]:
    return {aspect: object() for aspect in ASPECTS}


@dataclass(frozen=True)
class Outline:
    """A plan with its nodes found; equal plans have equal outlines.

    What is called `…_at` holds places among the nodes; `place` and `bends` are of the running
    order. Two outlines that have a token in common are the same in that aspect.
    """

    plan: Plan
    tokens: Mapping[str, object] = field(default_factory=_tokens, compare=False, repr=False)
    _next: list["Outline"] = field(default_factory=list, compare=False, repr=False)

    # --- where the slots stand -----------------------------------------------------------------

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes in document order, sessions before what they hold."""
        found: list[Node] = []
        _collect(self.plan.slots, (), False, found)
        return tuple(found)

    @following(SHAPE)
    def at(self) -> Mapping[str, int]:
        """Where each slot stands in document order, by its id."""
        return {node.slot.id: node.at for node in self.nodes}

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The nodes by the ids of their slots."""
        return Nodes(self.at, self.nodes)

    @following(SHAPE)
    def leaves_at(self) -> Sequence[int]:
        """Where the leaves stand, skipped ones too."""
        return tuple(node.at for node in self.nodes if node.slot.slots is None)

    @following(SHAPE)
    def order_at(self) -> Sequence[int]:
        """Where the leaves of the running order stand: the skipped ones are left out."""
        nodes = self.nodes
        return tuple(at for at in self.leaves_at if not nodes[at].skipped)

    @following(SHAPE)
    def place(self) -> Mapping[str, int]:
        """The place in the running order of each of its leaves, by its id."""
        nodes = self.nodes
        return {nodes[at].slot.id: place for place, at in enumerate(self.order_at)}

    @following(SHAPE)
    def depth(self) -> int:
        """How many sessions there are one inside the other, at the most."""
        return max((len(node.above) for node in self.nodes), default=0)

    @property
    def leaves(self) -> tuple[Node, ...]:
        """The leaves in document order, skipped ones too."""
        return tuple(map(self.nodes.__getitem__, self.leaves_at))

    @cached_property
    def departments(self) -> tuple[str, ...]:
        """The crew's columns: in the order of the day, then those that only slots name."""
        return tuple(self.crew)

    @cached_property
    def crew(self) -> Mapping[str, Collection[str]]:
        """What stands in each of the crew's columns, each text once."""
        found: dict[str, dict[str, None]] = {name: {} for name in self.plan.departments}
        for node in self.nodes:
            for name, text in node.slot.departments.items():
                found.setdefault(name, {})[text] = None
        return found

    @cached_property
    def order(self) -> tuple[Node, ...]:
        """The running order: the leaves, the skipped ones left out."""
        return tuple(map(self.nodes.__getitem__, self.order_at))

    def way(self, slot: str) -> tuple[int, ...]:
        """The numbers that lead to a slot, level by level from the top."""
        node = self.by_id[slot]
        return (*(self.by_id[session].number for session in node.above), node.number)

    def under(self, node: Node) -> tuple[Node, ...]:
        """The node and all that it holds, in document order."""
        return self.nodes[node.at : node.last + 1]

    @following(SHAPE)
    def places(self) -> Sequence[tuple[int, int]]:
        """The leaves of the running order under each node: from a place up to another, left out."""
        found, place = [(0, 0)] * len(self.nodes), 0
        open_: list[tuple[int, int, int]] = []  # of sessions: where, their last, their first place
        for node in self.nodes:
            while open_ and open_[-1][1] < node.at:
                at, _, first = open_.pop()
                found[at] = (first, place)
            if node.slot.slots is not None:
                open_.append((node.at, node.last, place))
            elif not node.skipped:
                found[node.at] = (place, place + 1)
                place += 1
        for at, _, first in open_:
            found[at] = (first, place)
        return found

    # --- what follows --------------------------------------------------------------------------

    @following(SHAPE, HOURS)
    def given(self) -> Mapping[str, Given]:
        """The given starts of the running order; none at all makes the plan invalid (rule 3)."""
        return given_starts(self, self.order_at)

    @following(SHAPE, HOURS)
    def not_before(self) -> Mapping[str, datetime]:
        """The given starts that mean *not before* (rule 6), by leaf of the running order."""
        early = self.plan.may_start_early
        return {
            leaf: given.at
            for leaf, given in self.given.items()
            if not (early if given.early is None else given.early)
        }

    @following(SHAPE, HOURS)
    def bends(self) -> Sequence[Bend]:
        """The leaves that do not simply follow the one before, in running order."""
        nodes, place = self.nodes, self.place
        pinned = {place[leaf]: pin for leaf, pin in self.not_before.items()}
        timed = (nodes[at].slot for at in self.timed_at)
        elastic = {place[slot.id] for slot in timed if slot.elastic and slot.id in place}
        return tuple(
            Bend(where, pinned.get(where), where in elastic)
            for where in sorted(elastic | pinned.keys())
        )

    @following(SHAPE, LENGTHS)
    def line(self) -> Line:
        """The running order as lengths, with the changeovers between them (rule 15)."""
        between, slots = self.plan.changeover, [node.slot for node in self.order]
        lengths = [slot.duration or times.ZERO for slot in slots]
        gaps = [between if slot.changeover is None else slot.changeover for slot in slots]
        return Line.of(lengths, list(map(add, lengths, gaps)))

    @following(SHAPE, CUES)
    def cues(self) -> Mapping[str, str]:
        """What each slot is called aloud before the day is printed: its own cue, or 1, 2, 2.1 …"""
        cues: dict[str, str] = {}
        _number(self.plan.slots, "", cues)
        return cues

    # --- the few that have something of their own; an edit changes one of them -----------------

    @following(SHAPE)
    def timed_at(self) -> Sequence[int]:
        """Where the slots stand that have a start or a set end."""
        return self._those(_timed)

    @following(SHAPE)
    def promising_at(self) -> Sequence[int]:
        """Where the slots stand of which something is promised."""
        return self._those(_promising)

    @following(SHAPE)
    def calling_at(self) -> Sequence[int]:
        """Where the leaves stand whose speakers are to be called before them."""
        return self._those(_calling)

    @following(SHAPE)
    def suspect_at(self) -> Sequence[int]:
        """Where the slots stand that say of themselves what may turn out a problem."""
        return self._those(_suspect)

    @following(SHAPE)
    def breaks_at(self) -> Sequence[int]:
        """Where the breaks stand."""
        return self._those(_breaking)

    def _those(self, wanted: Callable[[Slot], bool]) -> Sequence[int]:
        return [node.at for node in self.nodes if wanted(node.slot)]

    # --- the next value of the plan ------------------------------------------------------------

    def changed(self, plan: Plan) -> "Outline":
        """The outline of another value of the plan; what is the same in both is shared.

        It is remembered until `became`: a command asks for it several times.
        """
        if plan is self.plan:
            return self
        if not self._next or self._next[0].plan is not plan:
            self._next[:] = [self._changed(plan)]
        return self._next[0]

    def became(self, plan: Plan) -> "Outline":
        """The same, asked for the last time: former outlines must not hold on to later ones."""
        later = self.changed(plan)
        self._next.clear()
        return later

    def changed_at(self, former: "Outline") -> list[int]:
        """Where the nodes are others than those of a former outline of the same shape."""
        return list(compress(range(len(self.nodes)), map(is_not, former.nodes, self.nodes)))

    def _changed(self, plan: Plan) -> "Outline":
        pairs = replaced_slots(self.plan.slots, plan.slots)
        aspects = {SHAPE} if pairs is None else differing(self.plan, plan, pairs)
        if pairs is None or SHAPE in aspects:
            return Outline(plan)
        later = Outline(plan, {**self.tokens, **{aspect: object() for aspect in aspects}})
        carry_over(self, later, aspects)
        own = later.__dict__
        own["nodes"] = self._nodes_with(pairs)
        for name, wanted in _THOSE.items():
            if name in own:
                own[name] = self._those_with(own[name], wanted, pairs)
        if (
            LENGTHS in aspects
            and plan.changeover == self.plan.changeover
            and "line" in self.__dict__
        ):
            leaves = [after for _, after in pairs if after.slots is None]
            if len(leaves) == 1:
                own["line"] = self._line_with(leaves[0])
        return later

    def _nodes_with(self, pairs: Iterable[Pair]) -> tuple[Node, ...]:
        """The nodes with some slots as they are now."""
        nodes = list(self.nodes)
        for _, after in pairs:
            at = self.at[after.id]
            nodes[at] = nodes[at]._replace(slot=after)
        return tuple(nodes)

    def _those_with(
        self, those: Sequence[int], wanted: Callable[[Slot], bool], pairs: Iterable[Pair]
    ) -> Sequence[int]:
        """The places of those that are wanted, with some slots as they are now."""
        for before, after in pairs:
            if wanted(before) is not wanted(after):
                at = self.at[after.id]
                those = sorted({*those} ^ {at})
        return those

    def _line_with(self, leaf: Slot) -> Line:
        """The line with one leaf as it is now."""
        if leaf.id not in self.place:
            return self.line
        length = leaf.duration or times.ZERO
        gap = self.plan.changeover if leaf.changeover is None else leaf.changeover
        return self.line.with_one(self.place[leaf.id], length, length + gap)


def _timed(slot: Slot) -> bool:
    return slot.start is not None or slot.end is not None


def _promising(slot: Slot) -> bool:
    return slot.promise is not None


def _calling(slot: Slot) -> bool:
    return slot.slots is None and slot.call_before is not None


def _suspect(slot: Slot) -> bool:
    if slot.slots is not None:
        return slot.duration is not None or slot.end is not None
    hosts = sum(1 for each in slot.activities if each.host) > 1
    return hosts or slot.end is not None or slot.minimum is not None or slot.shares is not None


def _breaking(slot: Slot) -> bool:
    return slot.kind is Kind.BREAK


_THOSE: Final[Mapping[str, Callable[[Slot], bool]]] = {
    "timed_at": _timed,
    "promising_at": _promising,
    "calling_at": _calling,
    "suspect_at": _suspect,
    "breaks_at": _breaking,
}


# --- laying out --------------------------------------------------------------------------------


def _collect(
    slots: Iterable[Slot], above: tuple[str, ...], skipped: bool, found: list[Node]
) -> None:
    for number, slot in enumerate(slots):
        index, out = len(found), skipped or slot.skip
        found.append(Node(slot, index, index, above, out, number))
        if slot.slots is not None:
            _collect(slot.slots, (*above, slot.id), out, found)
            found[index] = Node(slot, index, len(found) - 1, above, out, number)


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


def given_starts(outline: Outline, leaves_at: Sequence[int]) -> Mapping[str, Given]:
    """The given starts (rule 3) by the ids of the leaves that count, those at `leaves_at`.

    A leaf's own, else that of the outermost session it opens among them; the first leaf takes the
    first one found after it when it has none. Empty when there is none at all. A session among them
    was printed as a leaf and split since: its start may have gone to what opens it.
    """
    nodes, plan, zone = outline.nodes, outline.plan, outline.plan.zone
    own: dict[int, Slot] = {}
    opened: dict[int, Slot] = {}
    for at in outline.timed_at:  # in document order: the outermost session comes first
        slot = nodes[at].slot
        if slot.start is None:
            continue
        behind = bisect_right(leaves_at, at)
        counted = leaves_at[behind - 1] if behind else -1
        if counted == at:
            own[at] = slot
        elif counted >= 0 and nodes[counted].last >= at:
            whole = _opening(nodes[counted].slot)
            if whole is not None:
                own[counted] = whole
        elif behind < len(leaves_at) and leaves_at[behind] <= nodes[at].last:
            opened.setdefault(leaves_at[behind], slot)
    owners = {at: own.get(at) or opened[at] for at in sorted(own.keys() | opened.keys())}
    if owners and leaves_at[0] not in owners:
        owners[leaves_at[0]] = next(iter(owners.values()))
    return {nodes[at].slot.id: _given(owner, plan, zone) for at, owner in owners.items()}


def _given(owner: Slot, plan: Plan, zone: ZoneInfo) -> Given:
    assert owner.start is not None
    return Given(times.instant(plan.date, owner.start, zone), owner.id, owner.may_start_early)
