"""Items one below the other become entries, some of them within others.

- Rows of the same thing (a speaker each) are one entry.
- 1.1 stands within 1, an indented title within the one before, a row within the session that its
  column names or that a title above it names, and rows that fill the time of the row before them
  exactly within it.
- A break that closes a session stands after it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from runofshow.core.plan import Kind
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Block, Doubt, Entry, Had
from runofshow.formats.source import Grid
from runofshow.formats.table_items import PART, SESSION, Item
from runofshow.formats.table_nodes import (
    Node,
    by_column,
    by_indent,
    by_number,
    by_span,
    by_time,
    day_of,
    is_outside,
)


class Tree(NamedTuple):
    """The entries of a table and the parts of the day that frame them."""

    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def tree_of(items: Sequence[Item], grid: Grid, nested: bool = True) -> Tree:
    """The entries that the items are, in their order, some within others if `nested`."""
    items = _ended_by_blanks(_one_for_each(items))
    return _Builder(grid, items).tree(nested)


# --- rows that belong together -------------------------------------------------------------------


def _one_for_each(items: Sequence[Item]) -> list[Item]:
    """Rows that tell of the same thing, one after the other, made one: their speakers add up."""
    found: list[Item] = []
    for item in items:
        if found and _same(found[-1], item):
            found[-1] = _joined(found[-1], item)
        else:
            found.append(item)
    return found


def _same(former: Item, item: Item) -> bool:
    if item.heads or former.heads or not item.title or former.title != item.title:
        return False
    if not item.speakers or not former.speakers:
        return False
    keys = former.key == item.key or not (former.key and item.key)
    when = [_values(each) for each in (former, item)]
    return keys and when[0] == when[1] and former.timed and former.room == item.room


def _values(item: Item) -> list[object]:
    return [had and had.value for had in (item.day, item.start, item.end, item.duration)]


def _joined(former: Item, item: Item) -> Item:
    names = {speaker.name for speaker in former.speakers}
    more = tuple(speaker for speaker in item.speakers if speaker.name not in names)
    notes = dict.fromkeys(note for note in (former.note, item.note) if note)
    return former._replace(speakers=former.speakers + more, note="\n".join(notes))


def _ended_by_blanks(items: Sequence[Item]) -> list[Item]:
    """A time beside which nothing stands ends what is above it; it is nothing itself."""
    found: list[Item] = []
    for item in items:
        if item.title or item.speakers or item.note or item.heads:
            found.append(item)
        elif item.timed and found and _open(found[-1], item):
            found[-1] = found[-1]._replace(end=item.start)
    return [item if item.title else _titled(item) for item in found]


def _open(former: Item, item: Item) -> bool:
    """Whether the former has a start and no end, and the item's start is after it."""
    if not former.timed or former.end is not None or former.duration is not None:
        return False
    return former.day == item.day and former.begins < item.begins


def _titled(item: Item) -> Item:
    """An item without a title takes its session's for one, its note, or who speaks."""
    if item.session:
        return item._replace(title=item.session)
    if item.note:
        first, _, rest = item.note.partition("\n")
        label, _, said = first.partition(" : ")
        return item._replace(title=said or label, note=rest)
    return item._replace(title=", ".join(speaker.name for speaker in item.speakers))


# --- nesting -------------------------------------------------------------------------------------


class _Builder:
    def __init__(self, grid: Grid, items: Sequence[Item]) -> None:
        self._grid, self._items = grid, items
        self._blocks: list[Block] = []
        self._heads = self._true_heads()

    def tree(self, nested: bool) -> Tree:
        """The entries; see `tree_of`."""
        nodes = _in_rooms(self._by_heads())
        if not nested:
            return Tree(tuple(map(self._entry, nodes)), tuple(self._blocks))
        nodes = by_column(nodes)
        nodes = by_number(nodes)
        nodes = by_indent(nodes)
        nodes = by_time(by_span(nodes))
        return Tree(tuple(map(self._entry, nodes)), tuple(self._blocks), tuple(self._doubts()))

    def _doubts(self) -> Iterator[Doubt]:
        """The titles that stand among the others and were taken for those of sessions."""
        for item in self._items:
            if item.row in self._heads and not item.apart and not PART.match(item.title):
                said = Sentence.of("row_heads", title=item.title[:60])
                place = self._grid.place(item.row, item.column)
                yield Doubt(place, "kind", "inferred", "session", said)

    def _true_heads(self) -> set[int]:
        """The rows whose lone title names those below; others are things without a time yet.

        A title that stands apart is a head; one that stands among the others is, when nearly all
        the others have a time and what follows it has one.
        """
        plain = [item for item in self._items if not item.heads]
        timed = sum(map(_is_measured, plain))
        heads = set()
        for at, item in enumerate(self._items):
            following = self._items[at + 1] if at + 1 < len(self._items) else None
            if not item.heads or following is None:
                continue
            ordered = bool(plain) and timed >= 0.8 * len(plain) and _is_measured(following)
            ordered = ordered and not _is_single(item)
            if item.apart or ordered or PART.match(item.title):
                heads.add(item.row)
        return heads

    def _by_heads(self) -> list[Node]:
        """Each title alone begins a session or a part of the day, until the next."""
        nodes: list[Node] = []
        open_: Node | None = None
        block: int | None = None
        names: dict[str, int] = {}
        for item in self._items:
            if item.row in self._heads:
                _close(open_, nodes)
                open_ = None
                if PART.match(item.title):
                    block = self._block(item.title, item)
                else:
                    open_ = Node(item, session=True)
                    open_.block = block
                    nodes.append(open_)
                continue
            if item.block and item.block not in names:
                names[item.block] = self._block(item.block, item)
            node = Node(item, session=False)
            if open_ is not None and day_of(open_) not in (None, day_of(node)):
                _close(open_, nodes)
                open_, block = None, None
            (open_.below if open_ is not None else nodes).append(node)
            node.block = names.get(item.block, block)
        _close(open_, nodes)
        return nodes

    def _block(self, title: str, item: Item) -> int:
        self._blocks.append(Block(title, self._grid.place(item.row, item.column)))
        return len(self._blocks) - 1

    def _entry(self, node: Node) -> Entry:
        item = node.item
        below = tuple(map(self._entry, node.below))
        kind = item.kind
        if node.session and kind is None:
            kind = Had(Kind.SESSION, "inferred", self._grid.place(item.row, item.column))
        return Entry(
            item.title,
            self._grid.place(item.row, item.column),
            kind,
            item.day,
            item.start,
            item.end,
            item.duration,
            room=item.room,
            speakers=item.speakers,
            note=item.note,
            departments=item.departments,
            key=item.key,
            cue=item.cue,
            offset=item.offset,
            block=node.block,
            fields=item.fields,
            entries=below if below or node.session else None,
        )


def _in_rooms(nodes: list[Node]) -> list[Node]:
    """Titles over rows whose times begin anew under each are rooms, where nothing tells rooms:
    what they hold happens side by side. A session stays one.
    """
    heads = [node for node in nodes if node.session and node.below]
    inner = [each for head in heads for each in head.below]
    if len(heads) < 2 or any(each.item.room for each in inner) or not _overlap(heads):
        return nodes
    found: list[Node] = []
    for node in nodes:
        if node not in heads:
            found.append(node)
            continue
        title = node.item.title
        for each in node.below:
            each.item = each.item._replace(room=title)
        if SESSION.match(title) or node.item.timed:
            node.item = node.item._replace(room=title)
            found.append(node)
        else:
            found += node.below
    return found


def _overlap(heads: Sequence[Node]) -> bool:
    """Whether what stands under each title begins before the last of what is under the former."""
    for former, later in pairwise(heads):
        before = [each.item.begins for each in former.below if each.item.timed]
        after = [each.item.begins for each in later.below if each.item.timed]
        same = day_of(former.below[0]) == day_of(later.below[0])
        if not before or not after or not same or not after[0] < before[-1]:
            return False
    return True


def _close(node: Node | None, nodes: list[Node]) -> None:
    """Let the breaks and closings at its end stand after it; with nothing below it is an item."""
    if node is None:
        return
    trailing = []
    while node.below and is_outside(node.below[-1].item):
        trailing.append(node.below.pop())
    nodes += reversed(trailing)
    node.session = bool(node.below)


def _is_measured(item: Item) -> bool:
    return item.timed or (item.duration is not None and item.duration.value is not None)


def _is_single(item: Item) -> bool:
    """Whether its title says that it is one thing, in which no others stand."""
    return item.kind is not None and item.kind.value in _SINGLE


_SINGLE: Final = (Kind.FILM, Kind.BREAK, Kind.QA, Kind.CHANGEOVER, Kind.WELCOME, Kind.CLOSING)


def leaves(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that hold no others."""
    for entry in entries:
        if entry.entries:
            yield from leaves(entry.entries)
        else:
            yield entry
