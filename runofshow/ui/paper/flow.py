"""Flow: blocks one below the other, onto as many pages as they need.

- A block stays whole; one that is taller than a page is divided between two lines of its words.
- A block that keeps to the next (a heading, a session) never ends a page.
"""

from collections.abc import Callable, Iterable, Iterator
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
    pages: list[list[Block]] = [[]]
    left = room(0)
    for group in _groups(blocks):
        tall = sum(block.height for block in group)
        if tall > left and pages[-1]:
            pages.append([])
            left = room(len(pages) - 1)
            if (heads := group[0].heads) is not None:
                pages[-1].append(heads)
                left -= heads.height
        for block in group:
            for part in _fitting(block, left, room, len(pages)):
                if part.height > left and pages[-1]:
                    pages.append([])
                    left = room(len(pages) - 1)
                pages[-1].append(part)
                left -= part.height
    return pages


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


def _fitting(block: Block, left: float, room: Room, page: int) -> Iterator[Block]:
    """The block, divided if no page could hold it."""
    if block.height <= left or block.height <= room(page):
        yield block
        return
    first, rest = divided(block, left if left > room(page) / 3 else room(page))
    yield first
    if rest is not None:
        yield from _fitting(rest, 0, room, page + 1)


def divided(block: Block, height: float) -> tuple[Block, Block | None]:
    """What of a block ends above `height`, and the rest; all of it if nothing does."""
    above = [mark for mark in block.marks if mark.bottom <= height]
    below = [mark for mark in block.marks if mark.bottom > height]
    if not above or not below:
        return block, None
    cut = min(mark.top for mark in below)
    return (
        Block(max(mark.bottom for mark in above), tuple(above)),
        Block(block.height - cut, tuple(moved(mark, 0, -cut) for mark in below), block.keeps),
    )


def stacked(blocks: Iterable[Block], x: float, y: float) -> Iterator[Mark]:
    """The marks of blocks one below the other from x, y on."""
    for block in blocks:
        for mark in block.marks:
            yield moved(mark, x, y)
        y += block.height
