"""From changes that were accepted to the commands that make them, whichever they are.

- A slot is put after the nearest one before it, in their order, that stands where they have it; so
  that any part of the changes can be made without the others.
- Nothing is put before what is on air: what would come there comes next instead.
- A removed slot that was printed is skipped (timing.md, rule 34); a session goes with all that it
  holds, or stays.
- A plan keeps a start (rule 3): when none would be left, the first leaf to come keeps its hour;
  when there is none to come, what would go stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from runofshow.core import times
from runofshow.core.commands import Amendment, Edit, Insert, Move, Remove, Restore, Skip
from runofshow.core.outline import Outline
from runofshow.core.plan import Slot, plain
from runofshow.core.planned import Reference
from runofshow.core.show import Show
from runofshow.core.tree import Place

Values: TypeAlias = Mapping[str, Any]
"""Fields as an `edit` sets them."""


class Put(NamedTuple):
    """The slot goes where they have it; what we have not is put in."""

    slot: str


class Amend(NamedTuple):
    """The slot takes these values; None: the day does."""

    slot: str | None
    set: Values


class Drop(NamedTuple):
    """The slot leaves the day."""

    slot: str


class Back(NamedTuple):
    """The slot is taken back into the day."""

    slot: str


class Out(NamedTuple):
    """The slot is left out of the day, and stays in the plan."""

    slot: str


Part: TypeAlias = Put | Amend | Drop | Back | Out


class Tree:
    """Who stands where while changes are made: `rows` by session, `home` of each slot."""

    def __init__(self, outline: Outline) -> None:
        self.rows: dict[str | None, list[str]] = {None: []}
        self.home: dict[str, str | None] = {}
        for node in outline.nodes:
            self._add(node.slot, node.parent, len(self.rows[node.parent]))

    def _add(self, slot: Slot, home: str | None, at: int) -> None:
        self.rows[home].insert(at, slot.id)
        self.home[slot.id] = home
        if slot.slots is not None:
            self.rows.setdefault(slot.id, [])

    def trail(self, slot: str | None) -> list[int]:
        """The way to a slot, from the top."""
        way: list[int] = []
        while slot is not None:
            way.insert(0, self.rows[self.home[slot]].index(slot))
            slot = self.home[slot]
        return way

    def holds(self, session: str | None, slot: str | None) -> bool:
        """Whether a slot is that session (None: the day), or in it."""
        while slot is not None and slot != session:
            slot = self.home[slot]
        return slot == session

    def under(self, slot: str) -> Iterator[str]:
        """A slot and all that it holds."""
        yield slot
        for below in self.rows.get(slot, ()):
            yield from self.under(below)

    def place(self, wanted: Place) -> tuple[str | None, int]:
        """The session and the number there that a place means."""
        if wanted.how == "into":
            return wanted.anchor, len(self.rows[wanted.anchor])
        assert wanted.anchor is not None
        home = self.home[wanted.anchor]
        return home, self.rows[home].index(wanted.anchor) + (wanted.how == "after")

    def stands(self, slot: str, wanted: Place) -> bool:
        """Whether a slot stands at that place already."""
        home, at = self.place(wanted)
        return home == self.home[slot] and self.rows[home].index(slot) in (at, at - 1)

    def after(self, position: str, wanted: Place) -> Place:
        """That place, or the first one after the position if it lies before it."""
        home, at = self.place(wanted)
        if [*self.trail(home), at] > self.trail(position):
            return wanted
        beside = position
        while not self.holds(self.home[beside], home):
            beside = self.home[beside] or ""
        return Place("after", beside)

    def put(self, slot: Slot, wanted: Place) -> None:
        """Put a slot somewhere, taken from where it was."""
        if slot.id in self.home:
            self.rows[self.home.pop(slot.id)].remove(slot.id)
        self._add(slot, *self.place(wanted))


class Amending:
    """The commands that make some parts of a revision of `show`; `theirs` is it, under our ids.

    `astray` are the slots that they have moved: one whose move is not made is nothing to go by.
    `flat`: they have no sessions, ours stay. Attribute: late, what comes next since its place has
    gone by.
    """

    def __init__(
        self,
        show: Show,
        theirs: Outline,
        parts: Iterable[Part],
        astray: frozenset[str] = frozenset(),
        flat: bool = False,
    ) -> None:
        self.late: list[str] = []
        self._show, self._theirs, self._flat = show, theirs, flat
        self._parts = tuple(parts)
        self._puts = {part.slot for part in self._parts if isinstance(part, Put)}
        self._astray = astray - self._puts
        self._tree = Tree(show.outline)

    def steps(self) -> tuple[Amendment, ...]:
        """The commands, in an order in which all are taken."""
        put = [*self._in_and_out(), *self._put()]
        edits, dropped = self._edits(), list(self._dropped())
        if not self._keeps_a_start(edits, {step.slot for step in dropped}):
            dropped = []
        edited = (Edit(slot=slot, set=values) for slot, values in edits.items() if values)
        return (*put, *edited, *dropped)

    def _ours(self, slot: str) -> Slot | None:
        outline = self._show.outline
        return outline.by_id[slot].slot if slot in outline.at else None

    def _in_and_out(self) -> Iterator[Amendment]:
        for part in self._parts:
            if isinstance(part, Out):
                yield Skip(slot=part.slot)
            slot = self._ours(part.slot) if isinstance(part, Back) else None
            if slot is not None and slot.skip:
                yield Restore(slot=slot.id)

    # --- places --------------------------------------------------------------------------------

    def _put(self) -> Iterator[Amendment]:
        position = self._show.position
        for node in self._theirs.nodes:
            slot, ours = node.slot, self._ours(node.slot.id)
            if slot.id not in self._puts or (ours is None and slot.id in self._tree.home):
                continue
            place = wanted = self._place(slot.id)
            if position is not None:
                place = self._tree.after(position.slot.id, wanted)
            if place != wanted:
                self.late.append(slot.id)
            where: dict[str, Any] = {place.how: place.anchor}
            if ours is None:
                yield Insert(slot=self._new(slot), **where)
                self._tree.put(slot, place)
                self._grow(slot)
            elif not (self._in_itself(slot.id, place) or self._tree.stands(slot.id, place)):
                yield Move(slot=slot.id, keep_start=True, **where)
                self._tree.put(ours, place)

    def _in_itself(self, slot: str, place: Place) -> bool:
        return place.anchor == slot or self._tree.holds(slot, self._tree.place(place)[0])

    def _new(self, slot: Slot) -> dict[str, Any]:
        """A slot that we have not, with what is new in it and what it takes along."""
        values = plain(slot)
        for part in self._parts:
            if isinstance(part, Amend) and part.slot == slot.id:
                values |= part.set
        if slot.slots is not None:
            values["slots"] = [self._new(child) for child in self._new_in(slot)]
        return values

    def _new_in(self, slot: Slot) -> list[Slot]:
        return [
            child
            for child in slot.slots or ()
            if child.id in self._puts and child.id not in self._tree.home
        ]

    def _grow(self, slot: Slot) -> None:
        for child in self._new_in(slot):
            self._tree.put(child, Place("into", slot.id))
            self._grow(child)

    def _place(self, slot: str) -> Place:
        """Where they have it, as we can say it: beside one that stands where they have it."""
        nodes = self._theirs.by_id
        if self._flat:
            return self._beside(slot, self._leaves, None)
        while nodes[slot].parent is not None and nodes[slot].parent not in self._tree.home:
            slot = nodes[slot].parent or ""
        home = nodes[slot].parent
        plan = self._theirs.plan
        row = plan.slots if home is None else nodes[home].slot.slots or ()
        return self._beside(slot, [each.id for each in row], home)

    @cached_property
    def _leaves(self) -> Sequence[str]:
        return [node.slot.id for node in self._theirs.nodes if node.slot.leaf]

    def _beside(self, slot: str, row: Sequence[str], home: str | None) -> Place:
        at = row.index(slot)
        for other in reversed(row[:at]):
            if self._stands(other, home):
                return Place("after", other)
        for other in row[at + 1 :]:
            if other not in self._puts and self._stands(other, home):
                return Place("before", other)
        return Place("into", home)

    def _stands(self, slot: str, home: str | None) -> bool:
        there = self._tree.home
        return slot in there and slot not in self._astray and (self._flat or there[slot] == home)

    # --- values --------------------------------------------------------------------------------

    def _edits(self) -> dict[str | None, dict[str, Any]]:
        edits: dict[str | None, dict[str, Any]] = {}
        for part in self._parts:
            if not isinstance(part, Amend):
                continue
            if part.slot is None or self._ours(part.slot) is not None:
                edits.setdefault(part.slot, {}).update(part.set)
        for slot, values in edits.items():
            ours = None if slot is None else self._ours(slot)
            if ours is not None:
                guesses = [name for name in self._guessed(ours.id) if name in values]
                if guesses:
                    still = [name for name in ours.guessed if name not in values]
                    values["guessed"] = [*still, *guesses]
        return edits

    def _guessed(self, slot: str) -> tuple[str, ...]:
        return self._theirs.by_id[slot].slot.guessed if slot in self._theirs.at else ()

    def _dropped(self) -> Iterator[Remove | Skip]:
        drops = {part.slot for part in self._parts if isinstance(part, Drop)} & {*self._tree.home}
        whole = {slot for slot in drops if drops.issuperset(self._tree.under(slot))}
        printed = self._show.printed.lengths if self._show.printed else {}
        for node in self._show.outline.nodes:
            slot = node.slot.id
            if slot in whole and self._tree.home[slot] not in whole:
                out = any(below in printed for below in self._tree.under(slot))
                yield Skip(slot=slot) if out else Remove(slot=slot)

    # --- rule 3 --------------------------------------------------------------------------------

    def _keeps_a_start(self, edits: dict[str | None, dict[str, Any]], dropped: set[str]) -> bool:
        """Keep a start in the day; False when only what goes has one."""
        printed = self._show.printed
        if printed is not None and not self._started(edits, {*printed.lengths}):
            for values in edits.values():
                if values.get("start", "") is None:
                    del values["start"]
        leaves = self._leaves_left(dropped)
        coming = [leaf for leaf in leaves if leaf not in self._show.aired]
        if not leaves or self._started(edits, {*leaves}):
            return True
        at = self._hour(coming[0]) if coming else None
        if at is not None:
            edits.setdefault(coming[0], {})["start"] = times.write_civil(at)
        return at is not None

    def _leaves_left(self, dropped: set[str]) -> list[str]:
        """The running order as it will be."""
        left = {part.slot for part in self._parts if isinstance(part, Out)}
        restored = {part.slot for part in self._parts if isinstance(part, Back)}

        def under(slot: str) -> Iterator[str]:
            ours = self._ours(slot)
            out = slot in left or (ours is not None and ours.skip and slot not in restored)
            if slot in dropped or out:
                return
            if slot not in self._tree.rows:
                yield slot
            for below in self._tree.rows.get(slot, ()):
                yield from under(below)

        return [leaf for top in self._tree.rows[None] for leaf in under(top)]

    def _started(self, edits: Mapping[str | None, Values], leaves: set[str]) -> bool:
        """Whether one of those leaves has a start, its own or of a session that holds it."""
        for leaf in leaves & {*self._tree.home}:
            slot: str | None = leaf
            while slot is not None:
                if self._start(slot, edits) is not None:
                    return True
                slot = self._tree.home[slot]
        return False

    def _start(self, slot: str, edits: Mapping[str | None, Values]) -> object:
        ours = self._ours(slot)
        own = self._theirs.by_id[slot].slot.start if ours is None else ours.start
        return edits.get(slot, {}).get("start", own)

    def _hour(self, slot: str) -> times.Civil | None:
        for reference in (self._show.reference, Reference(self._theirs)):
            span, plan = reference.leaf_spans.get(slot), reference.outline.plan
            if span is not None:
                return times.civil_at(span.start, plan.date, plan.zone)
        return None
