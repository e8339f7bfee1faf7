"""Items one below the other become entries, some of them within others.

- Rows of the same thing (a speaker each) are one entry.
- 1.1 stands within 1, an indented title within the one before, a row within the session that its
  column names or that a title above it names, and rows that fill the time of the row before them
  exactly within it.
- A break that closes a session stands after it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from runofshow.core.plan import Kind
from runofshow.core.sentences import Sentence
from runofshow.core.times import MINUTE, ZERO, Civil
from runofshow.formats.draft import Block, Doubt, Entry, Had
from runofshow.formats.source import Grid
from runofshow.formats.table_items import PART, SESSION, Item


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
    assert former.start is not None
    assert item.start is not None
    return former.day == item.day and _civil(former.start) < _civil(item.start)


def _civil(had: Had[Civil]) -> Civil:
    assert had.value is not None
    return had.value


def _titled(item: Item) -> Item:
    """An item without a title takes its note for one, or the names of those who speak."""
    if item.note:
        first, _, rest = item.note.partition("\n")
        label, _, said = first.partition(" : ")
        return item._replace(title=said or label, note=rest)
    return item._replace(title=", ".join(speaker.name for speaker in item.speakers))


# --- nesting -------------------------------------------------------------------------------------


class _Node:
    """An item and what stands within it; `session` when it is one though nothing does."""

    def __init__(self, item: Item, session: bool = False) -> None:
        self.item, self.session = item, session
        self.below: list[_Node] = []
        self.block: int | None = None


_NUMBER: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?(?!\d)|(\d{1,3})[.)](?!\d)|(\d{1,3})$")


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
        nodes = _by_column(nodes)
        nodes = _by_number(nodes)
        nodes = _by_indent(nodes)
        nodes = _by_time(_by_span(nodes))
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

    def _by_heads(self) -> list[_Node]:
        """Each title alone begins a session or a part of the day, until the next."""
        nodes: list[_Node] = []
        open_: _Node | None = None
        block: int | None = None
        names: dict[str, int] = {}
        for item in self._items:
            if item.row in self._heads:
                _close(open_, nodes)
                open_ = None
                if PART.match(item.title):
                    block = self._block(item.title, item)
                else:
                    open_ = _Node(item, session=True)
                    open_.block = block
                    nodes.append(open_)
                continue
            if item.block and item.block not in names:
                names[item.block] = self._block(item.block, item)
            node = _Node(item, session=False)
            if open_ is not None and _day(open_) not in (None, _day(node)):
                _close(open_, nodes)
                open_, block = None, None
            (open_.below if open_ is not None else nodes).append(node)
            node.block = names.get(item.block, block)
        _close(open_, nodes)
        return nodes

    def _block(self, title: str, item: Item) -> int:
        self._blocks.append(Block(title, self._grid.place(item.row, item.column)))
        return len(self._blocks) - 1

    def _entry(self, node: _Node) -> Entry:
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


def _in_rooms(nodes: list[_Node]) -> list[_Node]:
    """Titles over rows whose times begin anew under each are rooms, where nothing tells rooms:
    what they hold happens side by side. A session stays one.
    """
    heads = [node for node in nodes if node.session and node.below]
    inner = [each for head in heads for each in head.below]
    if len(heads) < 2 or any(each.item.room for each in inner) or not _overlap(heads):
        return nodes
    found: list[_Node] = []
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


def _overlap(heads: Sequence[_Node]) -> bool:
    """Whether what stands under each title begins before the last of what is under the former."""
    for former, later in pairwise(heads):
        before = [_civil(each.item.start) for each in former.below if each.item.timed and each.item.start]
        after = [_civil(each.item.start) for each in later.below if each.item.timed and each.item.start]
        same = _day(former.below[0]) == _day(later.below[0])
        if not before or not after or not same or not after[0] < before[-1]:
            return False
    return True


def _close(node: _Node | None, nodes: list[_Node]) -> None:
    """Let the breaks and closings at its end stand after it; with nothing below it is an item."""
    if node is None:
        return
    trailing = []
    while node.below and _is_outside(node.below[-1].item):
        trailing.append(node.below.pop())
    nodes += reversed(trailing)
    node.session = bool(node.below)


def _is_measured(item: Item) -> bool:
    return item.timed or (item.duration is not None and item.duration.value is not None)


def _is_single(item: Item) -> bool:
    """Whether its title says that it is one thing, in which no others stand."""
    return item.kind is not None and item.kind.value in _SINGLE


_SINGLE: Final = (Kind.FILM, Kind.BREAK, Kind.QA, Kind.CHANGEOVER, Kind.WELCOME, Kind.CLOSING)


def _is_outside(item: Item) -> bool:
    return item.kind is not None and item.kind.value in (Kind.BREAK, Kind.CLOSING)


def _is_pause(item: Item) -> bool:
    """Whether it is a break or a change of the set, which stand in nothing."""
    return item.kind is not None and item.kind.value in (Kind.BREAK, Kind.CHANGEOVER)


def _is_break(item: Item) -> bool:
    return item.kind is not None and item.kind.value is Kind.BREAK


def _by_column(nodes: list[_Node]) -> list[_Node]:
    """Neighbours that name the same session stand within it."""
    found: list[_Node] = []
    nodes = _filled_down(nodes)
    named = [node.item.session for node in nodes if node.item.session]
    runs = sum(1 for at, name in enumerate(named) if not at or named[at - 1] != name)
    if runs > len(set(named)) + 1 or len(named) == runs:
        return _beside(nodes)
    for node in nodes:
        name = node.item.session
        last = found[-1] if found else None
        if (
            name
            and last is not None
            and last.session
            and last.item.session == name
            and last.item.title == name
            and _day(last) == _day(node)
            and last.item.room == node.item.room
        ):
            last.below.append(node)
        elif name and name != node.item.title:
            head = _Node(
                Item(node.item.row, name, node.item.day, room=node.item.room, session=name), True
            )
            head.block = node.block
            head.below.append(node)
            found.append(head)
        else:
            found.append(node)
    return found


def _filled_down(nodes: list[_Node]) -> list[_Node]:
    """A session that is written once, in its first row, is that of the rows below as well, until
    the next is written or a break comes.
    """
    named = [node.item.session for node in nodes if node.item.session]
    written_once = len(set(named)) == len(named) > 1 and bool(nodes[0].item.session)
    if not written_once or len(named) > len(nodes) / 2:
        return nodes
    carried, day = "", None
    for node in nodes:
        item = node.item
        if item.session or _is_outside(item) or _day(node) != day:
            carried, day = item.session, _day(node)
        node.item = item._replace(session=carried)
    return nodes


def _beside(nodes: list[_Node]) -> list[_Node]:
    """Sessions that run beside one another are rooms, where nothing else tells the room."""
    starts = [(_day(node), node.item.start and node.item.start.value) for node in nodes]
    beside = len(set(starts)) < len(starts) and not any(node.item.room for node in nodes)
    for node in nodes:
        item = node.item
        if item.session and item.session != item.title:
            said = f"{item.session}\n{item.note}".strip()
            node.item = item._replace(room=item.session) if beside else item._replace(note=said)
    return nodes


def _day(node: _Node) -> date | None:
    return node.item.day.value if node.item.day else None


def _number_of(item: Item) -> tuple[int, ...]:
    for text in (item.cue, item.title):
        match = _NUMBER.match(text.strip())
        if match and (match[1] or match[2] or text is item.cue):
            return tuple(map(int, (match[1] or match[2] or match[3]).split(".")))
    return ()


def _by_number(nodes: list[_Node]) -> list[_Node]:
    """2.1 and 2.2 stand within the 2 before them."""
    numbers = [_number_of(node.item) for node in nodes]
    if not any(len(number) > 1 for number in numbers):
        return nodes
    return _nested(nodes, [number or None for number in numbers])


def _nested(nodes: Sequence[_Node], numbers: Sequence[tuple[int, ...] | None]) -> list[_Node]:
    found: list[_Node] = []
    above: list[tuple[tuple[int, ...], _Node]] = []
    for node, number in zip(nodes, numbers, strict=True):
        if number is None:
            above.clear()
        while above and (
            number is None or number[: len(above[-1][0])] != above[-1][0] or number == above[-1][0]
        ):
            above.pop()
        (above[-1][1].below if above else found).append(node)
        if number is not None:
            above.append((number, node))
    return found


def _by_indent(nodes: list[_Node]) -> list[_Node]:
    """A title that is set in stands within the one before that is set in less."""
    found: list[_Node] = []
    above: list[_Node] = []
    for node in nodes:
        while above and above[-1].item.indent >= node.item.indent:
            above.pop()
        (above[-1].below if above and node.item.indent else found).append(node)
        above.append(node)
    return found


def _by_span(nodes: list[_Node]) -> list[_Node]:
    """Rows without a time stand within the one before that has from when to when: nowhere else is
    room for them, for the next begins when it ends.
    """
    found: list[_Node] = []
    at = 0
    while at < len(nodes):
        node, count = nodes[at], 0
        while at + 1 + count < len(nodes) and _is_timeless(nodes[at + 1 + count], node):
            count += 1
        if count and _holds(node, nodes[at + 1 + count] if at + 1 + count < len(nodes) else None):
            node.below += nodes[at + 1 : at + 1 + count]
        else:
            count = 0
        found.append(node)
        at += 1 + count
    return found


def _is_timeless(node: _Node, above: _Node) -> bool:
    item = node.item
    said = item.start is not None or item.end is not None or item.duration is not None
    return not said and not node.below and _day(node) == _day(above) and not _is_pause(item)


def _holds(node: _Node, following: _Node | None) -> bool:
    """Whether what follows without a time can only be within: a session, or a span that is full."""
    span = _span(node)
    if span is None or node.below or _is_break(node.item):
        return False
    if SESSION.match(node.item.title):
        return True
    if following is None:
        return False
    start = following.item.start
    if start is None or start.value is None or _day(following) != _day(node):
        return False
    return start.value.past_midnight / MINUTE <= span[1]


def _by_time(nodes: list[_Node]) -> list[_Node]:
    """Rows that follow one another and fill exactly the time of the row before stand within it."""
    found: list[_Node] = []
    at = 0
    while at < len(nodes):
        node = nodes[at]
        count = _filling(nodes, at)
        if count:
            node.below = nodes[at + 1 : at + 1 + count]
        found.append(node)
        at += 1 + count
    return found


def _filling(nodes: Sequence[_Node], at: int) -> int:
    """How many nodes after `at` fill its time, one after the other; nought for less than two."""
    node = nodes[at]
    span = _span(node)
    if span is None or node.below or node.item.speakers or _is_break(node.item):
        return 0
    count, until = 0, span[0]
    for other in nodes[at + 1 :]:
        inner = _span(other)
        rooms = node.item.room in ("", other.item.room)
        if (
            inner is None
            or inner[0] != until
            or inner[1] > span[1]
            or not rooms
            or _day(other) != _day(node)
        ):
            break
        count, until = count + 1, inner[1]
    return count if count > 1 and until == span[1] else 0


def _span(node: _Node) -> tuple[float, float] | None:
    """From when to when, in minutes; None unless both are known."""
    item = node.item
    if not item.timed or item.start is None:
        return None
    start = _civil(item.start).past_midnight
    if item.end is not None and item.end.value is not None:
        end = item.end.value.past_midnight
    elif item.duration is not None and item.duration.value is not None:
        end = start + item.duration.value
    else:
        return None
    return (start / MINUTE, end / MINUTE) if end - start > ZERO else None


def leaves(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that hold no others."""
    for entry in entries:
        if entry.entries:
            yield from leaves(entry.entries)
        else:
            yield entry
