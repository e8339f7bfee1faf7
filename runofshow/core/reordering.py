"""What moved between two orders of the same slots: as little as can have moved.

- Of the children that a session keeps, the heaviest row that is still in order stays; what is not
  of it moved. What has been on air weighs more than all the rest, for it cannot move.
- Two that have taken each other's places are swapped, wherever they stand.
- What has another session than before moved too.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from runofshow.core.outline import Outline

Rows = Mapping[str | None, Sequence[str]]
"""Which slots stand in each session (None: the top level), in order."""


class Moves(NamedTuple):
    """What moved: pairs that have taken each other's places, and single ones."""

    swapped: tuple[tuple[str, str], ...] = ()
    moved: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """All that stand elsewhere than before."""
        return self.moved | {slot for pair in self.swapped for slot in pair}


def rows(outline: Outline, flat: bool = False) -> Rows:
    """The rows of a plan; a flat one is the row of its leaves, as if there were no session."""
    if flat:
        return {None: [node.slot.id for node in outline.nodes if node.slot.leaf]}
    found: dict[str | None, list[str]] = {None: []}
    for node in outline.nodes:
        found.setdefault(node.parent, []).append(node.slot.id)
        if node.slot.slots is not None:
            found.setdefault(node.slot.id, [])
    return found


def moves(former: Rows, later: Rows, fixed: Collection[str] = ()) -> Moves:
    """What moved from one order to another; only what both hold counts."""
    before, after = _homes(former), _homes(later)
    common = before.keys() & after.keys()
    old = {home: [slot for slot in row if slot in common] for home, row in former.items()}
    new = {home: [slot for slot in row if slot in common] for home, row in later.items()}
    swapped = [*_crossed(old, new, before, after, fixed)]
    gone = {slot for pair in swapped for slot in pair}
    moved = {slot for slot in common - gone if before[slot] != after[slot]}
    for home, row in new.items():
        stood = {slot: at for at, slot in enumerate(old.get(home, ()))}
        kept = [slot for slot in row if slot in stood and slot not in gone]
        pairs = _exchanged(kept, sorted(kept, key=stood.__getitem__), fixed)
        swapped += pairs
        rest = [slot for slot in kept if not any(slot in pair for pair in pairs)]
        places = [stood[slot] for slot in rest]
        stays = _longest(places, [_weight(slot in fixed, len(rest)) for slot in rest])
        moved |= {slot for at, slot in enumerate(rest) if at not in stays}
    return Moves(tuple(swapped), frozenset(moved))


def _homes(those: Rows) -> dict[str, str | None]:
    return {slot: home for home, row in those.items() for slot in row}


def _weight(fixed: bool, others: int) -> int:
    return others + 1 if fixed else 1


def _exchanged(
    now: Sequence[str], was: Sequence[str], fixed: Collection[str]
) -> list[tuple[str, str]]:
    """The pairs of a row that stand each where the other stood."""
    at = {slot: place for place, slot in enumerate(was)}
    found = []
    for place, slot in enumerate(now):
        there = at[slot]
        if there > place and now[there] == was[place] and not {slot, now[there]} & {*fixed}:
            found.append((now[there], slot))
    return found


def _crossed(
    old: Rows,
    new: Rows,
    before: Mapping[str, str | None],
    after: Mapping[str, str | None],
    fixed: Collection[str],
) -> list[tuple[str, str]]:
    """The pairs that have taken each other's places in two sessions."""
    travelled = [
        slot
        for row in new.values()
        for slot in row
        if before[slot] != after[slot] and slot not in fixed
    ]
    found: list[tuple[str, str]] = []
    for slot in travelled:
        for other in travelled:
            there = (before[other], after[other]) == (after[slot], before[slot])
            if other == slot or not there or any(slot in pair or other in pair for pair in found):
                continue
            if _in_place_of(old, new, slot, other, after) and _in_place_of(
                old, new, other, slot, after
            ):
                found.append((slot, other))
    return found


def _in_place_of(
    old: Rows, new: Rows, slot: str, other: str, after: Mapping[str, str | None]
) -> bool:
    """Whether a slot now stands where the other stood: between the same neighbours."""
    row, was = new[after[slot]], old.get(after[slot], ())
    return row.index(slot) == was.index(other) and len(row) == len(was) if other in was else False


def _longest(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Which of a row to leave where they are, so that the heaviest part of it is in order.

    `places` are all different; the answer holds indices into them.
    """
    ranks = {place: rank for rank, place in enumerate(sorted(places), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)  # a Fenwick tree of maxima
    chain: list[int] = []
    top = (0, -1)
    for at, place in enumerate(places):
        rank, found = ranks[place], (0, -1)
        step = rank
        while step:
            found = max(found, best[step], key=lambda each: each[0])
            step -= step & -step
        chain.append(found[1])
        mine = (found[0] + weights[at], at)
        top = max(top, mine, key=lambda each: each[0])
        step = rank
        while step <= len(places):
            best[step] = max(best[step], mine, key=lambda each: each[0])
            step += step & -step
    stays, at = set(), top[1]
    while at >= 0:
        stays.add(at)
        at = chain[at]
    return stays
