"""Flow: blocks one below the other, onto as many pages as they need.

- A block stays whole. One that is taller than a third of a page goes on on the next, divided
  between two lines of its words, where at least a quarter of the page is left for it.
- A block that keeps to the next (a heading, a session) never ends a page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from runofshow.ui.paper.marks import Mark, moved


class Block(NamedTuple):
    """Marks that belong together, from their upper left corner; `keeps` to the block after it.

    `heads` are the marks of the heads of its table: where it begins a page, they stand above it.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keeps: bool = False
    heads: "Block | None" = None


Room = Callable[[int], float]
"""How tall the place for blocks is on the page of a number, from nought."""


def flowed(blocks: Iterable[Block], room: Room) -> list[list[Block]]:
    """The blocks page by page; always a page, if an empty one."""
    flow = _Flow(room)
    for group in _groups(blocks):
        flow.add(group)
    return flow.pages


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks that may not be parted."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keeps:
            yield group
            group = []
    if group:
        yield group


class _Flow:
    """Fills pages. `_fresh` says that the last page holds nothing but heads yet."""

    def __init__(self, room: Room) -> None:
        self.pages: list[list[Block]] = [[]]
        self._room, self._left, self._fresh = room, room(0), True

    def add(self, group: Sequence[Block]) -> None:
        """Add blocks that belong together: on this page, else on the next."""
        tall = sum(block.height for block in group)
        if tall > self._left and not (self._fresh or self._goes_on(tall)):
            self._turn(group[0].heads)
        for block in group:
            self._put(block)

    def _goes_on(self, tall: float) -> bool:
        """Whether what is so tall is divided between this page and the next."""
        whole = self._room(len(self.pages) - 1)
        return tall > whole / 3 and self._left > whole / 4

    def _put(self, block: Block) -> None:
        while block.height > self._left:
            first, rest = block, None
            if self._fresh or self._goes_on(block.height):
                first, rest = divided(block, self._left)
            if rest is not None:
                self._lay(first)
                block = rest
            elif self._fresh:  # nothing of it can be parted: it is as tall as it is
                break
            self._turn(block.heads)
        self._lay(block)

    def _lay(self, block: Block) -> None:
        self.pages[-1].append(block)
        self._left -= block.height
        self._fresh = False

    def _turn(self, heads: Block | None) -> None:
        """Begin a page, with the heads of the table if it is in one."""
        self.pages.append([])
        self._left = self._room(len(self.pages) - 1)
        if heads is not None:
            self._lay(heads)
        self._fresh = True


def divided(block: Block, height: float) -> tuple[Block, Block | None]:
    """What of a block ends above `height`, and the rest; all of it if nothing does."""
    above = [mark for mark in block.marks if mark.bottom <= height]
    below = [mark for mark in block.marks if mark.bottom > height]
    if not above or not below:
        return block, None
    cut = min(mark.top for mark in below)
    return (
        Block(max(mark.bottom for mark in above), tuple(above)),
        Block(
            block.height - cut,
            tuple(moved(mark, 0, -cut) for mark in below),
            block.keeps,
            block.heads,
        ),
    )


def stacked(blocks: Iterable[Block], x: float, y: float) -> Iterator[Mark]:
    """The marks of blocks one below the other from x, y on."""
    for block in blocks:
        for mark in block.marks:
            yield moved(mark, x, y)
        y += block.height
