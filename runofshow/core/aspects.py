"""In what two values of a plan differ: where its slots stand, its hours, its lengths, its cues.

What is worked out of a plan names the aspects that it follows from (following.py), so that an edit
leaves the rest as it was.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import is_not
from typing import Final

from runofshow.core.plan import Plan, Slot

SHAPE, HOURS, LENGTHS, FLOORS, CUES = ASPECTS = ("shape", "hours", "lengths", "floors", "cues")
"""The aspects of a plan that what is derived of it follows from.

Shape: which slots stand where, and are skipped; hours: starts and set ends; lengths: of leaves, and
between them; floors: the least that leaves keep; cues: what slots are called.
"""
_OF_SESSION: Final[Mapping[str, str]] = {
    "skip": SHAPE,
    "start": HOURS,
    "end": HOURS,
    "may_start_early": HOURS,
    "cue": CUES,
}
_OF_LEAF: Final[Mapping[str, str]] = {
    **_OF_SESSION,
    "duration": LENGTHS,
    "changeover": LENGTHS,
    "minimum": FLOORS,
    "cuttable": FLOORS,
    "kind": FLOORS,
}
_OF_PLAN: Final[Mapping[str, str]] = {
    "date": HOURS,
    "timezone": HOURS,
    "may_start_early": HOURS,
    "changeover": LENGTHS,
    "minimums": FLOORS,
    "catch_up_step": FLOORS,
}

Pair = tuple[Slot, Slot]
"""A slot before and after."""


def replaced_slots(former: Sequence[Slot], later: Sequence[Slot]) -> list[Pair] | None:
    """The slots of which only the fields differ, before and after; None: they stand otherwise."""
    if len(former) != len(later):
        return None
    found: list[Pair] = []
    for place in compress(range(len(former)), map(is_not, former, later)):
        before, after = former[place], later[place]
        if before.id != after.id or (before.slots is None) is not (after.slots is None):
            return None
        found.append((before, after))
        if before.slots is not after.slots:
            below = replaced_slots(before.slots or (), after.slots or ())
            if below is None:
                return None
            found += below
    return found


def differing(former: Plan, later: Plan, pairs: Iterable[Pair]) -> set[str]:
    """The aspects in which two plans differ."""
    found = {
        aspect for name, aspect in _OF_PLAN.items() if getattr(former, name) != getattr(later, name)
    }
    for before, after in pairs:
        of_slot = _OF_LEAF if after.slots is None else _OF_SESSION
        for name, aspect in of_slot.items():
            if getattr(before, name) != getattr(after, name):
                found.add(aspect)
    return found
