"""What an outline is made of, and which node holds which by their hours."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from runofshow.core.plan import Kind
from runofshow.core.times import Civil
from runofshow.formats.kinds import holds_nothing, kind_of
from runofshow.formats.programme_said import Said
from runofshow.formats.source import Place
from runofshow.formats.words import programme as words


@dataclass(slots=True)
class Node:
    """One thing of the outline while it is being put together; `said` is the line that it is."""

    said: Said
    text: str
    start: Civil | None = None
    end: Civil | None = None
    length: timedelta | None = None
    day: int | None = None
    block: int | None = None
    room: str = ""
    group: bool = False
    """It has no hours but holds the things that follow."""
    depth: int = 0
    open_title: str = ""
    """The line that its title was, where it ended with a colon."""
    heads: str = ""
    """The line below an hour that stands alone: its title, as far as can be seen."""
    notes: list[str] = field(default_factory=list)
    labels: list[Said] = field(default_factory=list)
    parts: "list[Node]" = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(line=self.said.line.number)

    @property
    def timed(self) -> bool:
        """Whether it has hours of its own."""
        return self.start is not None or self.end is not None


def holds(top: Node, node: Node) -> bool:
    """Whether the hours of `node` lie within those that `top` gives."""
    if top.group or top.start is None or node.start is None or top.day != node.day:
        return False
    if holds_nothing(top.text or top.heads) or (
        top.room and node.said.room and top.room != node.said.room
    ):
        return False
    if top.said.line.level > node.said.line.level:
        return False
    if top.said.line.level == node.said.line.level and top.end is None:
        return _opens(top, node)
    if top.end is None:
        return top.start <= node.start and top.said.line.level < node.said.line.level
    if (node.start, node.end) == (top.start, top.end):
        return False
    ends = node.end or node.start
    if not (top.start <= node.start < top.end and ends <= top.end):
        return False
    whole = node.start == top.start and node.end is None
    return not (whole and not words.GROUP.match(top.text) and not top.text)


def _opens(top: Node, node: Node) -> bool:
    """« 14h Session 2 », then « 14h Talk »: the session has no end but begins with its first."""
    if words.GROUP.match(node.text) or holds_nothing(node.text) or not words.GROUP.match(top.text):
        return False
    return node.start == top.start or bool(top.parts and top.parts[0].timed)


def ends_group(node: Node, group: Node) -> bool:
    """Lunch ends a session; so does what stands further out than its heading."""
    if _is_meal(node.text):
        return True
    heading = node.said.line.heading
    if heading and group.said.line.heading and heading <= group.said.line.heading:
        return True
    if group.day != node.day:
        return True
    return kind_of(node.text) is Kind.CLOSING and bool(group.parts) and _closes_all(node.text)


def _is_meal(title: str) -> bool:
    return bool(_MEAL.search(title[:40]))


_MEAL: Final = re.compile(
    r"d[ée]jeuner|lunch|mittag(?:essen|spause|simbiss|\b)|d[îi]ner\b|dinner|abendessen|cocktail|ap[ée]ritif",
    re.IGNORECASE,
)


def _closes_all(title: str) -> bool:
    return bool(_ALL.search(title))


_ALL: Final = re.compile(
    r"journ[ée]e|colloque|conf[ée]rence|s[ée]minaire|cl[ôo]ture|closing|end of|fin d|farewell"
    r"|verabschiedung|ende|schluss|matin[ée]e|g[ée]n[ée]rale",
    re.IGNORECASE,
)
