"""What a guessed length is guessed from: the hours around it and what shares them.

A reader shares out what lies between two given hours. When a newer programme gives the same hours
and the same items between them, another guess is no news: a name more in a panel weighs otherwise.
"""

from typing import NamedTuple

from runofshow.core.three_plans import Edition, Editions
from runofshow.core.times import Civil


class Frame(NamedTuple):
    """The given hours between which a slot stands (None: none is given), and all leaves there."""

    begins: Civil | None
    ends: Civil | None
    leaves: tuple[str, ...]


def reframed(three: Editions, slot: str) -> bool:
    """Whether what the length of a slot was guessed from is other in theirs than before."""
    return _frame(three.theirs, slot) != _frame(three.former, slot)


def _frame(edition: Edition, slot: str) -> Frame | None:
    """The frame of the outermost session that holds a slot, or of the slot itself."""
    node, outline = edition.node(slot), edition.outline
    if node is None:
        return None
    home = outline.by_id[(*node.above, slot)[0]]
    leaves = tuple(each.slot.id for each in outline.under(home) if each.slot.leaf)
    below = (each for each in outline.nodes[home.last + 1 :] if each.slot.leaf)
    following = next((each for each in below if not each.skipped), None)
    ends = outline.plan.end_by if following is None else edition.opens_at(following.slot.id)
    return Frame(edition.opens_at(home.slot.id), ends, leaves)
