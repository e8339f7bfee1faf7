"""Word documents (.docx): the body's XML to a `Document`.

The XML is walked here, not by python-docx: that leaves out in silence what programmes are full of
(text inserted under revision, content controls, text boxes), refuses Strict files, and lxml reads
entities. What is deleted, moved away or hidden is left out; of a field its result is taken, of an
alternative its first content.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from runofshow.core.errors import Unreadable
from runofshow.formats.docx_styles import Look, Looks, looks
from runofshow.formats.draft import Asked
from runofshow.formats.limits import Unzipped, attribute, first, local, unzipped, xml
from runofshow.formats.merged import Merged, spread
from runofshow.formats.paragraphs import Pages, Run, bullet
from runofshow.formats.source import Document, Source

_LEFT_OUT: Final = frozenset(
    {
        "del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "Fallback", "sectPr",
        "pPr", "rPr", "tblPr", "tblGrid", "footnoteReference", "endnoteReference",
        "commentReference", "annotationRef",
    }
)  # fmt: skip
_BREAKS: Final[Mapping[str, str]] = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_BOXES: Final = frozenset(("txbxContent",))
_NESTED: Final = 12
"""Tables in tables that are still told apart."""


def document(data: bytes, asked: Asked) -> tuple[Document, Source]:
    """The document in a .docx; raises Unreadable when it is none."""
    del asked
    parts = unzipped(data)
    name = _main(parts)
    root = xml(parts.read(name))
    body = first(root, "body")
    if body is None:
        raise Unreadable("word_other")
    pages = Pages()
    _Reader(pages, looks(parts, name.rpartition("/")[0])).blocks(body)
    return pages.done(_title(parts))


def _main(parts: Unzipped) -> str:
    """The name of the part that holds the text."""
    if "word/document.xml" in parts:
        return "word/document.xml"
    if "_rels/.rels" in parts:
        for relation in xml(parts.read("_rels/.rels")):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                target = (attribute(relation, "Target") or "").lstrip("/")
                if target in parts and target.endswith(".xml"):
                    return target
    raise Unreadable("word_other")


def _title(parts: Unzipped) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    title = first(xml(parts.read("docProps/core.xml")), "title")
    return (title.text or "") if title is not None else ""


class _Paragraph(NamedTuple):
    """A paragraph's runs, and the boxes that hang on it."""

    runs: tuple[Run, ...]
    boxes: tuple[Element, ...]


class _Reader:
    """Walks blocks (paragraphs, tables) in the order of the file."""

    def __init__(self, pages: Pages, styles: Looks) -> None:
        self._pages = pages
        self._styles = styles
        self._levels = _Levels()
        self._within = 0

    def blocks(self, parent: Element) -> None:
        """Every paragraph and table below `parent`."""
        for element in _blocks_of(parent):
            if self._pages.refuses_more():
                return
            if local(element.tag) == "p":
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, element: Element) -> None:
        look = self._styles.paragraph(first(element, "pPr"))
        if look.hidden:
            return
        read = self._read(element, look)
        typed = bullet("".join(run.text for run in read.runs)) > 0 and not look.level
        level = self._levels.of(look._replace(level=1) if typed else look)
        level = 0 if look.heading else level - typed  # a typed mark counts by itself
        self._pages.paragraph(
            read.runs, heading=look.heading, level=level, indent=min(look.left // 240, 24)
        )
        for box in read.boxes:
            self.blocks(box)

    def _read(self, element: Element, look: Look) -> _Paragraph:
        boxes: list[Element] = []
        return _Paragraph(tuple(self._runs(element, look, boxes)), tuple(boxes))

    def _runs(self, parent: Element, look: Look, boxes: list[Element]) -> Iterator[Run]:
        """The runs in reading order, whatever they are wrapped in."""
        for element in parent:
            match local(element.tag):
                case name if name in _LEFT_OUT:
                    continue
                case "r":
                    here = self._styles.run(first(element, "rPr"), look)
                    if not here.hidden:
                        yield from self._runs(element, here, boxes)
                case "t":
                    yield Run(element.text or "", look.bold, look.italic)
                case "br":
                    yield Run("\n")
                case "sym":
                    yield Run(_symbol(element))
                case name if name in _BREAKS:
                    yield Run(_BREAKS[name])
                case name if name in _BOXES:
                    boxes.append(element)
                case _:
                    yield from self._runs(element, look, boxes)

    # --- tables ----------------------------------------------------------------------------------

    def _table(self, element: Element) -> None:
        rows = [_cells_of(row) for row in _rows_of(element)]
        nested = any(first(cell.iter(), "tbl") is not None for row in rows for cell, *_ in row)
        if self._frames(rows) or (nested and self._within < _NESTED):
            self._within += 1
            for row in rows:
                for cell, _, merged in row:
                    if not merged:
                        self.blocks(cell)
            self._within -= 1
            return
        cells = [
            [Merged(self._cell(cell), across, 0 if below else 1) for cell, across, below in row]
            for row in rows
        ]
        self._pages.table(spread(cells))

    def _frames(self, rows: list[list[tuple[Element, int, bool]]]) -> bool:
        """Whether the table is but a frame: one cell a row."""
        return all(len(row) <= 1 for row in rows)

    def _cell(self, cell: Element) -> str:
        """The text of a cell, a line for each of its paragraphs."""
        lines: list[str] = []
        for paragraph in cell.iter():
            if local(paragraph.tag) != "p":
                continue
            look = self._styles.paragraph(first(paragraph, "pPr"))
            if not look.hidden:
                text = "".join(run.text for run in self._read(paragraph, look).runs)
                lines.append(f"• {text}" if look.level and text.strip() else text)
        return "\n".join(lines)


def _blocks_of(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of `parent`, also those in content controls and revisions."""
    for element in parent:
        match local(element.tag):
            case "p" | "tbl":
                yield element
            case name if name in _LEFT_OUT:
                continue
            case _:
                yield from _blocks_of(element)


def _rows_of(parent: Element) -> Iterator[Element]:
    for element in parent:
        match local(element.tag):
            case "tr":
                if not _deleted(element):
                    yield element
            case "sdt" | "sdtContent" | "ins" | "customXml":
                yield from _rows_of(element)


def _deleted(row: Element) -> bool:
    """Whether the row was deleted under revision, or is hidden."""
    properties = first(row, "trPr")
    return properties is not None and any(
        local(each.tag) in {"del", "hidden"} for each in properties
    )


def _cells_of(row: Element) -> list[tuple[Element, int, bool]]:
    """The cells of a row: the element, how many columns it takes, whether the one above is it."""
    cells: list[tuple[Element, int, bool]] = []
    for element in _named(row, "tc"):
        properties = first(element, "tcPr")
        across, below = 1, False
        for each in properties if properties is not None else ():
            if local(each.tag) == "gridSpan":
                across = _number(attribute(each, "val"), 1)
            elif local(each.tag) == "vMerge":
                below = attribute(each, "val") in {None, "continue"}
        cells.append((element, max(1, min(across, 64)), below))
    return cells


def _named(parent: Element, name: str) -> Iterator[Element]:
    for element in parent:
        if local(element.tag) == name:
            yield element
        elif local(element.tag) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _named(element, name)


def _symbol(element: Element) -> str:
    """A letter of a symbol font: its code, in Word's private area."""
    try:
        return chr(int(attribute(element, "char") or "20", 16))
    except (ValueError, OverflowError):
        return " "


def _number(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise


class _Levels:
    """How deep a point of a list is: what Word says, or how far in it stands below another."""

    def __init__(self) -> None:
        self._lefts: list[int] = []

    def of(self, look: Look) -> int:
        """The level of a paragraph, from 1; 0 when it is no point, which ends the list."""
        if not look.level:
            self._lefts = []
            return 0
        while self._lefts and look.left < self._lefts[-1] - _HARDLY:
            self._lefts.pop()
        if not self._lefts or look.left > self._lefts[-1] + _HARDLY:
            self._lefts.append(look.left)
        return max(look.level, len(self._lefts))


_HARDLY: Final = 120
"""Twentieths of a point that do not make a level: 2 mm."""
