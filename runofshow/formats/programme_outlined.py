"""An outline that is whole: its items in order, their days and parts of the day."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from runofshow.core.plan import Kind
from runofshow.formats.kinds import kind_of
from runofshow.formats.programme_nodes import Node
from runofshow.formats.programme_said import Said


@dataclass(slots=True)
class Part:
    """A part of the day, as told by its line."""

    said: Said
    day: int | None


@dataclass(slots=True)
class Outline:
    """What stands where: the items in order, the days and parts that they belong to.

    `head` are the lines before the programme; `frame` the one that tells from when to when the
    day is; `aside` the lines within the programme that nothing was made of.
    """

    roots: list[Node] = field(default_factory=list)
    days: list[Said] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    head: list[Said] = field(default_factory=list)
    frames: list[Said] = field(default_factory=list)
    aside: list[Said] = field(default_factory=list)
    left: list[Said] = field(default_factory=list)
    """The lines after the last thing that nothing was made of, and that nothing announces."""
    early: list[Said] = field(default_factory=list)
    """The lines before the first hour that are things of the programme."""
    all_day: list[Said] = field(default_factory=list)
    """The lines that tell of what is on all day."""
    unfinished: list[int] = field(default_factory=list)
    """The lines that end with a comma and were taken."""


def noted(holder: Node, one: Said) -> None:
    """Gives a note to what holds it: its length, or its words."""
    if one.length is not None and holder.length is None:
        holder.length = one.length
    elif one.text:
        holder.notes.append(one.text)


def _is_break(node: Node) -> bool:
    return node.timed and kind_of(node.text or node.heads) is Kind.BREAK


def relieved(nodes: list[Node]) -> Iterator[Node]:
    """The nodes, breaks at the end of an untimed session put after it."""
    for node in nodes:
        node.parts = list(relieved(node.parts))
        after: list[Node] = []
        inside = [part for part in node.parts if part.timed]
        if node.timed and inside and all(map(_is_break, inside)):
            after, node.parts = inside, [part for part in node.parts if not part.timed]
        if node.group:
            while len(node.parts) > 1 and kind_of(node.parts[-1].text) is Kind.BREAK:
                after.insert(0, node.parts.pop())
        yield node
        yield from after
