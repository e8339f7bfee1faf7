"""OpenDocument texts (.odt): the XML of the content to a `Document`.

The XML is walked here: odfpy has had no release since 2020 and reads styles by hand all the same.
What was deleted under revision, notes, comments and tables of contents are left out.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked
from runofshow.formats.limits import MOST_ROWS, Unzipped, attribute, first, local, unzipped, xml
from runofshow.formats.merged import Merged, spread
from runofshow.formats.paragraphs import STEP, Pages, Run, bullet
from runofshow.formats.source import Document, Source

_LEFT_OUT: Final = frozenset(
    {
        "tracked-changes", "note", "annotation", "annotation-end", "table-of-content",
        "illustration-index", "table-index", "alphabetical-index", "bibliography", "ruby-text",
        "sequence-decls", "forms", "variable-decls", "user-field-decls", "hidden-text", "script",
    }
)  # fmt: skip
_CHAIN: Final = 16
_NESTED: Final = 12
_HEADINGS: Final = frozenset({"title", "subtitle", "titre", "sous-titre", "titel", "untertitel"})


def document(data: bytes, asked: Asked) -> tuple[Document, Source]:
    """The document in a .odt; raises Unreadable when it is none."""
    del asked
    parts = unzipped(data)
    _refuse_others(parts)
    content = xml(parts.read("content.xml"))
    text = first(first(content, "body") or (), "text")
    if text is None:
        raise Unreadable("odt_other")
    styles = _styles(content)
    if "styles.xml" in parts:
        styles = {**_styles(xml(parts.read("styles.xml"))), **styles}
    pages = Pages()
    _Reader(pages, styles).blocks(text)
    return pages.done(_title(parts))


def _refuse_others(parts: Unzipped) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in parts and b"encryption-data" in parts.read(manifest):
        raise Unreadable("file_encrypted")
    if "content.xml" not in parts:
        raise Unreadable("odt_other")


def _title(parts: Unzipped) -> str:
    if "meta.xml" not in parts:
        return ""
    title = next((each for each in xml(parts.read("meta.xml")).iter() if _is(each, "title")), None)
    return (title.text or "") if title is not None else ""


def _is(element: Element, name: str) -> bool:
    return local(element.tag) == name


class _Style(NamedTuple):
    """What matters of a style; None where it says nothing."""

    above: str = ""
    name: str = ""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


def _styles(root: Element) -> dict[str, _Style]:
    """The styles of a part, by name."""
    found: dict[str, _Style] = {}
    for element in root.iter():
        name = attribute(element, "name") if _is(element, "style") else None
        if name:
            found[name] = _style(element, name)
    return found


def _style(element: Element, name: str) -> _Style:
    text = first(element, "text-properties")
    above = attribute(element, "parent-style-name") or ""
    shown = attribute(element, "display-name") or name
    if text is None:
        return _Style(above, shown)
    weight = attribute(text, "font-weight")
    slant = attribute(text, "font-style")
    shows = attribute(text, "display")
    return _Style(
        above,
        shown,
        None if weight is None else weight in {"bold", "600", "700", "800", "900"},
        None if slant is None else slant in {"italic", "oblique"},
        None if shows is None else shows == "none",
    )


class _Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    hidden: bool = False


class _Reader:
    """Walks the blocks in the order of the file."""

    def __init__(self, pages: Pages, styles: Mapping[str, _Style]) -> None:
        self._pages = pages
        self._styles = styles
        self._within = 0

    def blocks(self, parent: Element, level: int = 0) -> None:
        """Every paragraph, list and table of `parent`; in a list, its points are of `level`."""
        fresh = level > 0
        for element in parent:
            if self._pages.refuses_more():
                return
            match local(element.tag):
                case name if name in _LEFT_OUT:
                    continue
                case "p" | "h":
                    self._paragraph(element, level, fresh)
                    fresh = False
                case "list":
                    for item in element:
                        self.blocks(item, level + 1)
                case "table":
                    self._table(element)
                case "list-item" | "list-header":
                    self.blocks(element, level)
                case "section" | "index-body" | "numbered-paragraph" | "text-box" | "frame" | "g":
                    self.blocks(element, level)

    def _paragraph(self, element: Element, level: int, fresh: bool) -> None:
        """A paragraph; the first of a point is the point, others stand below it."""
        boxes: list[Element] = []
        runs = list(self._runs(element, self._look(element, _Look()), boxes))
        heading = self._heading(element)
        typed = bullet("".join(run.text for run in runs)) > 0
        here = level if fresh and not heading else 0
        self._pages.paragraph(
            runs,
            heading=heading,
            level=max(0, here - typed),
            indent=STEP * level if level and not here else 0,
        )
        for box in boxes:
            self.blocks(box)

    def _heading(self, element: Element) -> int:
        if _is(element, "h"):
            level = attribute(element, "outline-level") or "1"
            return min(_count(level), 6)
        name = attribute(element, "style-name") or ""
        for _ in range(_CHAIN):
            style = self._styles.get(name)
            if name.lower() in _HEADINGS:
                return 1
            if style is None:
                return 0
            name = style.above
        return 0

    def _look(self, element: Element, over: _Look) -> _Look:
        """How the text of an element looks, by its style and what that is based on."""
        name = attribute(element, "style-name") or ""
        bold = italic = hidden = None
        for _ in range(_CHAIN):
            style = self._styles.get(name)
            if style is None:
                break
            bold = style.bold if bold is None else bold
            italic = style.italic if italic is None else italic
            hidden = style.hidden if hidden is None else hidden
            name = style.above
        return _Look(
            over.bold if bold is None else bold,
            over.italic if italic is None else italic,
            over.hidden if hidden is None else hidden,
        )

    def _runs(self, parent: Element, look: _Look, boxes: list[Element]) -> Iterator[Run]:
        """The runs of a paragraph in reading order; white space counts once, as the format says."""
        if look.hidden:
            return
        yield _run(parent.text, look)
        for element in parent:
            match local(element.tag):
                case name if name in _LEFT_OUT:
                    pass
                case "s":
                    count = attribute(element, "c") or "1"
                    yield Run(" " * min(_count(count), 80))
                case "tab":
                    yield Run("\t")
                case "line-break":
                    yield Run("\n")
                case "text-box":
                    boxes.append(element)
                case "span":
                    yield from self._runs(element, self._look(element, look), boxes)
                case _:
                    yield from self._runs(element, look, boxes)
            yield _run(element.tail, look)

    # --- tables ----------------------------------------------------------------------------------

    def _table(self, element: Element) -> None:
        rows = list(_rows_of(element))
        nested = any(_is(each, "table") for row in rows for each in row.iter())
        cells = [list(_cells_of(row)) for row in rows]
        if nested and self._within < _NESTED:
            self._within += 1
            for row in cells:
                for cell, _, _ in row:
                    self.blocks(cell)
            self._within -= 1
            return
        self._pages.table(
            spread([[Merged(self._cell(cell), *size) for cell, *size in row] for row in cells])
        )

    def _cell(self, cell: Element) -> str:
        """The text of a cell, a line for each of its paragraphs."""
        lines: list[str] = []
        for element in cell.iter():
            if not (_is(element, "p") or _is(element, "h")):
                continue
            boxes: list[Element] = []
            look = self._look(element, _Look())
            lines.append("".join(run.text for run in self._runs(element, look, boxes)))
        points = {id(each) for item in cell.iter() if _is(item, "list-item") for each in item}
        marked = [each for each in cell.iter() if _is(each, "p") or _is(each, "h")]
        return "\n".join(
            f"• {line}" if id(element) in points and line.strip() else line
            for element, line in zip(marked, lines, strict=True)
        )


def _run(text: str | None, look: _Look) -> Run:
    return Run(" ".join((text or "").replace("\n", " ").split(" ")), look.bold, look.italic)


def _rows_of(parent: Element) -> Iterator[Element]:
    """The rows of a table, those of its header and groups too; a row said to repeat is one."""
    for element in parent:
        match local(element.tag):
            case "table-row":
                yield element
            case "table-header-rows" | "table-rows" | "table-row-group":
                yield from _rows_of(element)


def _cells_of(row: Element) -> Iterator[tuple[Element, int, int]]:
    """The cells of a row: the element, how many columns (repeats too) and rows it takes."""
    for element in row:
        if _is(element, "table-cell"):
            times = _count(attribute(element, "number-columns-repeated"))
            across = _count(attribute(element, "number-columns-spanned"))
            down = _count(attribute(element, "number-rows-spanned"))
            yield element, times * across, down


def _count(text: str | None) -> int:
    """The number that an attribute tells, one at least."""
    said = text or ""
    figures = said.isdecimal() and said.isascii() and len(said) < 9
    return max(1, min(int(said), MOST_ROWS)) if figures else 1
