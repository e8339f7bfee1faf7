"""JSON and XML as one tree of nodes: each value with its path, and its line in a shown text.

- Asking for what is not there gives an empty node, never an error: a reader asks freely, and says
  itself what it misses.
- JSON is shown laid out anew, so that a value has a line of its own however it was sent; XML is
  shown as it stands. `Node.place` leads into that text.
- XML has no document type, no entities, at most `DEEPEST` levels and `MOST_NODES` elements.
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from runofshow.core.errors import Unreadable
from runofshow.formats import json_text
from runofshow.formats.source import Place, Source

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

DEEPEST: Final = 64
MOST_NODES: Final = 300_000


class Node:
    """A value of a structured file. Attributes:

    `name`: its key, its index in a list from 0, or its element's name. `value`: a text, a number,
    a truth, or None of what holds others or is not there. `children`: what it holds, in order.
    `line`: its line in the shown text, from 1; None of what is not there.
    """

    __slots__ = ("_path", "children", "line", "name", "parent", "rank", "ranks", "value")

    def __init__(
        self, name: str | int, value: object, line: int | None, parent: "Node | None"
    ) -> None:
        self.name = name
        self.value = value
        self.line = line
        self.parent = parent
        self.rank: int | None = None
        """Of an XML element, its place among those of its name, from 1; None in JSON."""
        self.ranks: dict[str, int] = {}
        """Of an XML element, how many of each name it holds."""
        self._path: str | None = None
        self.children: list[Node] = []

    def __bool__(self) -> bool:
        """Whether the file has it, though it may be empty."""
        return self.line is not None

    def __getitem__(self, name: str) -> "Node":
        """The first child of that name, or an empty node."""
        return next(self.named(name), Node(name, None, None, self))

    def named(self, name: str) -> Iterator["Node"]:
        """The children of that name: of XML there may be several."""
        return (child for child in self.children if child.name == name)

    def first(self, *names: str) -> "Node":
        """The first of these children that says something, or an empty node."""
        for name in names:
            child = self[name]
            if child.text or child.children:
                return child
        return Node(names[0], None, None, self)

    @property
    def text(self) -> str:
        """The words or the number it is, without white space around; "" of anything else."""
        if isinstance(self.value, str):
            return self.value.strip()
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool):
            return str(self.value)
        return ""

    @property
    def true(self) -> bool:
        """Whether it says yes: true, or the word for it."""
        return self.value is True or self.text.lower() == "true"

    @property
    def number(self) -> int | None:
        """The whole number it is, a fraction rounded; None of anything else."""
        match self.value:
            case bool():
                return None
            case int():
                return self.value
            case float() if abs(self.value) < 1e15:
                return round(self.value)
            case str() if re.fullmatch(r"\s*-?\d{1,15}\s*", self.value, re.ASCII):
                return int(self.value)
        return None

    @property
    def place(self) -> Place:
        """Where it stands, or where what would hold it stands."""
        if self.line is None:
            return self.parent.place if self.parent else Place()
        return Place(line=self.line, path=self.path)

    @property
    def path(self) -> str:
        """The way to it from the top: days[0].rooms.Saal 1[3].start, or day[1]/room[2]/event[3]."""
        if self.parent is None:
            return ""
        if self._path is None:
            self._path = f"{self.parent.path}{self._step}"
            if self.parent.parent is None:
                self._path = self._path.lstrip("./")
        return self._path

    @property
    def _step(self) -> str:
        if self.rank is not None:
            alone = self.parent is None or self.parent.ranks.get(str(self.name), 1) < 2
            return f"/{self.name}" if alone else f"/{self.name}[{self.rank}]"
        if isinstance(self.name, int):
            return f"[{self.name}]"
        return f".{json_text.shortened(self.name)}"


class Tree(NamedTuple):
    """The top of a structured file, and what a person is shown of it."""

    top: Node
    source: Source


# --- JSON --------------------------------------------------------------------------------------


def json_tree(data: bytes) -> Tree:
    """The JSON in `data`; raises Unreadable with line and column."""
    return laid_out(json_text.parse(data, strict=False).values)


def laid_out(values: Any) -> Tree:
    """JSON values as nodes, and as text with a line for each."""
    lines: list[str] = []
    top = _laid(values, None, "", "", lines)
    return Tree(top, Source(lines=tuple(lines)))


def _laid(
    value: Any, parent: Node | None, lead: str, indent: str, lines: list[str], name: str | int = ""
) -> Node:
    """Appends the lines of `value`, after `lead` on the first, and makes its node."""
    if not isinstance(value, (dict, list)) or not value:
        scalar = None if isinstance(value, (dict, list)) else value
        lines.append(f"{indent}{lead}{json.dumps(value, ensure_ascii=False)}")
        return Node(name, scalar, len(lines), parent)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    lines.append(f"{indent}{lead}{opening}")
    node = Node(name, None, len(lines), parent)
    inner = indent + "  "
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in items:
        before = f"{json.dumps(key, ensure_ascii=False)}: " if isinstance(key, str) else ""
        node.children.append(_laid(child, node, before, inner, lines, key))
        lines[-1] += ","
    lines[-1] = lines[-1].removesuffix(",")
    lines.append(indent + closing)
    return node


# --- XML ---------------------------------------------------------------------------------------

_TEMPLATE: Final = re.compile(rb"\A(\xef\xbb\xbf)?\s*---\s*\n|\{%-?\s*\w+|\{\{[^{}\n]*\}\}")


def xml_tree(data: bytes) -> Tree:
    """The XML in `data`; raises Unreadable with its line, or saying that it is a template."""
    if _TEMPLATE.search(data[:4096]):
        raise Unreadable("xml_template", "1", line=1)
    grower = _Grower()
    parser = XMLParser(target=grower, forbid_dtd=True)
    grower.expat = parser.parser
    try:
        parser.feed(data.lstrip())
        parser.close()
    except DefusedXmlException:
        raise Unreadable("xml_doctype") from None
    except ParseError as error:
        line, column = error.position
        skipped = data[: len(data) - len(data.lstrip())].count(b"\n")
        raise Unreadable(
            "xml_wrong", f"{line + skipped}:{column + 1}", line=line + skipped, column=column + 1
        ) from None
    except (LookupError, ValueError):  # an encoding that nobody knows
        raise Unreadable("xml_encoding", "1", line=1) from None
    text = _shown(data.lstrip())
    return Tree(grower.top, Source(lines=tuple(text.replace("\r\n", "\n").split("\n"))))


class _Grower:
    """Takes what the parser finds and grows the tree; text between elements is their parent's."""

    def __init__(self) -> None:
        self.expat: XMLParserType | None = None
        self.top = Node("", None, None, None)
        self._here = self.top
        self._texts: list[list[str]] = [[]]
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        line = self.expat.CurrentLineNumber if self.expat else 1
        self._count += 1 + len(attributes)
        if len(self._texts) > DEEPEST:
            raise Unreadable("xml_nested", str(line), line=line, limit=DEEPEST)
        if self._count > MOST_NODES:
            raise Unreadable("xml_many", str(line), limit=MOST_NODES)
        self._here = self._node(tag, None, line)
        self._texts.append([])
        for name, value in attributes.items():
            self._node(name, value, line)

    def _node(self, tag: str, value: str | None, line: int) -> Node:
        name = tag.rpartition("}")[2]
        node = Node(name, value, line, self._here)
        node.rank = self._here.ranks[name] = self._here.ranks.get(name, 0) + 1
        self._here.children.append(node)
        return node

    def end(self, _tag: str) -> None:
        """An element ends."""
        self._here.value = "".join(self._texts.pop())
        if self._here.parent is not None:
            self._here = self._here.parent

    def data(self, text: str) -> None:
        """Characters."""
        self._texts[-1].append(text)

    def close(self) -> None:
        """Nothing is left to do at the end."""


def _shown(data: bytes) -> str:
    """The text as it stands, in the encoding it declares."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    declared = re.match(rb"<\?xml[^>]*encoding=[\"']([\w.-]{1,40})[\"']", data)
    try:
        return data.decode(declared[1].decode() if declared else "utf-8-sig", "replace")
    except LookupError:
        return data.decode("utf-8-sig", "replace")
