"""reStructuredText to a `Document`, by docutils: no file is included, nothing raw or run.

Lines are those of the file. What docutils finds wrong is read as it stands.
"""

from collections.abc import Iterator
from typing import Final

from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import SystemMessage

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked
from runofshow.formats.encoding import decoded, refuse_binary
from runofshow.formats.merged import Merged, spread
from runofshow.formats.paragraphs import STEP, Pages, Run
from runofshow.formats.shortened_text import kept
from runofshow.formats.source import Document, Source
from runofshow.formats.wrapping import wrapped

_SETTINGS: Final = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": "",
    "input_encoding": "unicode",
    "doctitle_xform": False,
    "smart_quotes": False,
    "_disable_config": True,
    "line_length_limit": 1_000_000,
}
_LEFT_OUT: Final = (
    nodes.comment,
    nodes.system_message,
    nodes.footnote,
    nodes.citation,
    nodes.substitution_definition,
    nodes.target,
    nodes.raw,
    nodes.image,
)
_AHEAD: Final = 300
"""Lines within which the next block is looked for."""
_DEEPEST: Final = 60
"""Sections and lists inside each other."""


def document(data: bytes, asked: Asked) -> tuple[Document, Source]:
    """The document in a text of reStructuredText; its lines are those of the file."""
    refuse_binary(data)
    found = decoded(data, asked)
    whole = kept(found.text)
    lines = list(whole.lines)
    try:
        tree = publish_doctree(whole.text, settings_overrides=_SETTINGS)
    except (SystemMessage, RecursionError):
        raise Unreadable("read_too_deep", file=asked.name) from None
    pages = Pages([line.rstrip() for line in lines])
    _Reader(pages, lines).blocks(tree, 0, 0)
    document, source = pages.done()
    return document, source.doubted(found.doubt, whole.doubt)


class _Reader:
    """Walks the tree; `section` counts headings around a block, `level` its lists."""

    def __init__(self, pages: Pages, lines: list[str]) -> None:
        self._pages = pages
        self._lines = lines
        self._number = 1
        self._point = False

    def blocks(self, parent: nodes.Node, section: int, level: int) -> None:
        """Every block below `parent`."""
        if section + level > _DEEPEST:
            return
        for node in parent.children:
            match node:
                case _ if isinstance(node, _LEFT_OUT):
                    continue
                case nodes.section():
                    self.blocks(node, section + 1, level)
                case nodes.title():
                    self._paragraph(node, heading=min(max(section, 1), 6))
                case nodes.paragraph() | nodes.line() | nodes.term() | nodes.rubric():
                    self._paragraph(node, level=level)
                case nodes.bullet_list() | nodes.enumerated_list():
                    self.blocks(node, section, level + 1)
                case nodes.list_item() | nodes.definition():
                    self._point = True
                    self.blocks(node, section, max(level, 1))
                case nodes.field():
                    self._field(node)
                case nodes.literal_block():
                    self._verbatim(node)
                case nodes.table():
                    self._table(node)
                case _:
                    self.blocks(node, section, level)

    def _paragraph(self, node: nodes.Node, heading: int = 0, level: int = 0) -> None:
        rows: list[list[Run]] = [[]]
        for run in _runs(node):
            head, *more = run.text.split("\n")
            rows[-1].append(run._replace(text=head))
            rows += [[run._replace(text=each)] for each in more]
        number = self._numbered("".join(run.text for run in rows[0]))
        point, self._point = self._point and not heading, False
        joins = wrapped(["".join(run.text for run in row) for row in rows])
        runs, start = rows[0], 0
        for index, row in enumerate([*rows[1:], None], 1):
            if row is not None and joins[index - 1]:
                runs = [*runs, Run(" "), *row]
                continue
            here = level if point and start == 0 else 0
            indent = STEP * level if level and not here else 0
            self._pages.paragraph(
                runs, heading=heading, level=here, indent=indent, number=number + start
            )
            runs, start = row or [], index

    def _field(self, node: nodes.Node) -> None:
        """A field of a list of them: `:Lieu: Paris`."""
        name = " ".join(part.astext() for part in node.children[:1])
        body = " ".join(part.astext().replace("\n", " ") for part in node.children[1:])
        number = self._numbered(name)
        self._pages.paragraph([Run(f"{name} : {body}")], number=number)

    def _verbatim(self, node: nodes.Node) -> None:
        for line in node.astext().split("\n"):
            if line.strip():
                indent = len(line) - len(line.lstrip())
                self._pages.paragraph([Run(line)], indent=indent, number=self._numbered(line))

    def _table(self, node: nodes.Node) -> None:
        rows: list[list[Merged]] = []
        numbers: list[int] = []
        for row in node.findall(nodes.row):
            cells = [
                Merged(
                    "\n".join(part.astext() for part in entry.children),
                    1 + int(entry.get("morecols", 0)),
                    1 + int(entry.get("morerows", 0)),
                )
                for entry in row.children
                if isinstance(entry, nodes.entry)
            ]
            rows.append(cells)
            first = next((cell.text for cell in cells if cell.text), "")
            numbers.append(self._numbered(first.split("\n")[0]))
        self._pages.table(spread(rows), lines=numbers)

    def _numbered(self, text: str) -> int:
        """The line of the file on which a text begins: the first that holds it from here on."""
        words = [word for word in text.split() if word.isalnum()][:4] or text.split()[:1]
        for number in range(self._number, min(self._number + _AHEAD, len(self._lines)) + 1):
            if all(word in self._lines[number - 1] for word in words):
                self._number = number
                break
        return self._number


def _runs(parent: nodes.Node, bold: bool = False, italic: bool = False) -> Iterator[Run]:
    for node in parent.children:
        match node:
            case nodes.Text():
                yield Run(str(node), bold, italic)
            case nodes.footnote_reference() | nodes.citation_reference() | nodes.problematic():
                yield Run(node.astext() if isinstance(node, nodes.problematic) else "")
            case _ if isinstance(node, _LEFT_OUT):
                continue
            case _:
                strong = bold or isinstance(node, nodes.strong)
                slanted = italic or isinstance(node, nodes.emphasis | nodes.title_reference)
                yield from _runs(node, strong, slanted)
