"""Frame: what stands around the flow on each page: margins, running head, foot with page n of m."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from runofshow.ui.paper.flow import Block, flowed, stacked
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import DARK, LIGHT, Mark, Page, Rule, Text
from runofshow.ui.paper.setting import shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Size
from runofshow.ui.paper.steps import Steps

FOOT: Final = Face(7.5)


class Margins(NamedTuple):
    """Around the page, in points."""

    left: float
    top: float
    right: float
    bottom: float


BOUND: Final = Margins(15 * MILLIMETRE, 11 * MILLIMETRE, 10 * MILLIMETRE, 10 * MILLIMETRE)
"""For a binder: room for its holes at the left."""


class Frame(NamedTuple):
    """The page, its margins, and how tall the foot is."""

    size: Size
    margins: Margins
    foot: float = 16

    @property
    def wide(self) -> float:
        """How wide the place for blocks is."""
        return self.size.width - self.margins.left - self.margins.right

    @property
    def tall(self) -> float:
        """How tall it is, the foot left out."""
        return self.size.height - self.margins.top - self.margins.bottom - self.foot


Foot = Callable[[int, int], Sequence[Mark]]
"""The marks of the foot of page n of m, from the left end of its upper edge."""


def framed(
    frame: Frame, head: Block, running: Block, blocks: Sequence[Block], foot: Foot
) -> Steps[list[Page]]:
    """The pages: `head` on the first, `running` on the others, the blocks below, the foot."""
    heads = (head, running)
    flow = flowed(blocks, lambda number: frame.tall - heads[min(number, 1)].height)
    pages = []
    for number, each in enumerate(flow):
        marks = stacked((heads[min(number, 1)], *each), frame.margins.left, frame.margins.top)
        below = Block(frame.foot, tuple(foot(number + 1, len(flow))))
        y = frame.size.height - frame.margins.bottom - frame.foot
        pages.append(
            Page(
                frame.size.width,
                frame.size.height,
                (*marks, *stacked((below,), frame.margins.left, y)),
            )
        )
        yield
    return pages


def ruled_foot(wide: float, left: str, right: Callable[[int, int], str]) -> Foot:
    """A foot with a rule: who says it at the left, the page at the right."""

    def marks(number: int, count: int) -> list[Mark]:
        page = right(number, count)
        room = width_of(page, FOOT)
        return [
            Rule(0, 4, wide, 4, 0.5, LIGHT),
            Text(0, 13, shortened(left, FOOT, wide - room - 12), FOOT, DARK),
            Text(wide - room, 13, page, FOOT, DARK, width=room),
        ]

    return marks
