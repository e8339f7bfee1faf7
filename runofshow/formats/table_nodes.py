"""What of a table stands within what: sessions told by a column, numbers, indents, spans."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from runofshow.core.plan import Kind
from runofshow.core.times import MINUTE, ZERO
from runofshow.formats.table_items import SESSION, Item


class Node:
    """An item and what stands within it; `session` when it is one though nothing does."""

    def __init__(self, item: Item, session: bool = False) -> None:
        self.item, self.session = item, session
        self.below: list[Node] = []
        self.block: int | None = None


_NUMBER: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?(?!\d)|(\d{1,3})[.)](?!\d)|(\d{1,3})$")


def is_outside(item: Item) -> bool:
    """Whether it is a break or a closing, which stand after a session, not within."""
    return item.kind is not None and item.kind.value in (Kind.BREAK, Kind.CLOSING)


def _is_pause(item: Item) -> bool:
    """Whether it is a break or a change of the set, which stand in nothing."""
    return item.kind is not None and item.kind.value in (Kind.BREAK, Kind.CHANGEOVER)


def _is_break(item: Item) -> bool:
    return item.kind is not None and item.kind.value is Kind.BREAK


def by_column(nodes: list[Node]) -> list[Node]:
    """Neighbours that name the same session stand within it."""
    found: list[Node] = []
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
            and last.item.session == name
            and last.item.title == name
            and day_of(last) == day_of(node)
            and last.item.room == node.item.room
        ):
            last.session = True
            last.below.append(node)
        elif name and name != node.item.title:
            head = Node(
                Item(node.item.row, name, node.item.day, room=node.item.room, session=name), True
            )
            head.block = node.block
            head.below.append(node)
            found.append(head)
        else:
            found.append(node)
    return found


def _filled_down(nodes: list[Node]) -> list[Node]:
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
        if item.session or is_outside(item) or day_of(node) != day:
            carried, day = item.session, day_of(node)
        node.item = item._replace(session=carried)
    return nodes


def _beside(nodes: list[Node]) -> list[Node]:
    """Sessions that run beside one another are rooms, where nothing else tells the room."""
    starts = [(day_of(node), node.item.start and node.item.start.value) for node in nodes]
    beside = len(set(starts)) < len(starts) and not any(node.item.room for node in nodes)
    for node in nodes:
        item = node.item
        if item.session and item.session != item.title:
            said = f"{item.session}\n{item.note}".strip()
            node.item = item._replace(room=item.session) if beside else item._replace(note=said)
    return nodes


def day_of(node: Node) -> date | None:
    """The day of the node's item, where it is known."""
    return node.item.day.value if node.item.day else None


def _number_of(item: Item) -> tuple[int, ...]:
    for text in (item.cue, item.title):
        match = _NUMBER.match(text.strip())
        if match and (match[1] or match[2] or text is item.cue):
            return tuple(map(int, (match[1] or match[2] or match[3]).split(".")))
    return ()


def by_number(nodes: list[Node]) -> list[Node]:
    """2.1 and 2.2 stand within the 2 before them."""
    numbers = [_number_of(node.item) for node in nodes]
    if not any(len(number) > 1 for number in numbers):
        return nodes
    return _nested(nodes, [number or None for number in numbers])


def _nested(nodes: Sequence[Node], numbers: Sequence[tuple[int, ...] | None]) -> list[Node]:
    found: list[Node] = []
    above: list[tuple[tuple[int, ...], Node]] = []
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


def by_indent(nodes: list[Node]) -> list[Node]:
    """A title that is set in stands within the one before that is set in less."""
    found: list[Node] = []
    above: list[Node] = []
    for node in nodes:
        while above and above[-1].item.indent >= node.item.indent:
            above.pop()
        (above[-1].below if above and node.item.indent else found).append(node)
        above.append(node)
    return found


def by_span(nodes: list[Node]) -> list[Node]:
    """Rows without a time stand within the one before that has from when to when: nowhere else is
    room for them, for the next begins when it ends.
    """
    found: list[Node] = []
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


def _is_timeless(node: Node, above: Node) -> bool:
    item = node.item
    said = item.start is not None or item.end is not None or item.duration is not None
    return not said and not node.below and day_of(node) == day_of(above) and not _is_pause(item)


def _holds(node: Node, following: Node | None) -> bool:
    """Whether what follows without a time can only be within: a session, or a span that is full."""
    span = _span(node)
    if span is None or node.below or _is_break(node.item):
        return False
    if SESSION.match(node.item.title):
        return True
    if following is None:
        return False
    start = following.item.start
    if start is None or start.value is None or day_of(following) != day_of(node):
        return False
    return start.value.past_midnight / MINUTE <= span[1]


def by_time(nodes: list[Node]) -> list[Node]:
    """Rows that follow one another and fill exactly the time of the row before stand within it."""
    found: list[Node] = []
    at = 0
    while at < len(nodes):
        node = nodes[at]
        count = _filling(nodes, at)
        if count:
            node.below = nodes[at + 1 : at + 1 + count]
        found.append(node)
        at += 1 + count
    return found


def _filling(nodes: Sequence[Node], at: int) -> int:
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
            or day_of(other) != day_of(node)
        ):
            break
        count, until = count + 1, inner[1]
    return count if count > 1 and until == span[1] else 0


def _span(node: Node) -> tuple[float, float] | None:
    """From when to when, in minutes; None unless both are known."""
    item = node.item
    if not item.timed:
        return None
    start = item.begins.past_midnight
    if item.end is not None and item.end.value is not None:
        end = item.end.value.past_midnight
    elif item.duration is not None and item.duration.value is not None:
        end = start + item.duration.value
    else:
        return None
    return (start / MINUTE, end / MINUTE) if end - start > ZERO else None
