"""Web pages to a `Document`: what one would read of them, in order.

The standard library's parser tells the tags; no tree is built, so that no page is too deep. Left
out: what is hidden (by attribute, style or a tooltip's class), scripts, menus and forms. Tags that
people leave open (li, p, td, tr) are closed by the next, as browsers do.
"""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked
from runofshow.formats.encoding import decoded, refuse_binary
from runofshow.formats.merged import Merged, spread
from runofshow.formats.paragraphs import STEP, Pages, Run, cell_text
from runofshow.formats.source import Document, Source

_UNREAD: Final = frozenset(
    {
        "script", "style", "template", "noscript", "svg", "math", "head", "nav", "form", "select",
        "button", "textarea", "object", "iframe", "audio", "video", "canvas", "map", "dialog",
        "menu",
    }
)  # fmt: skip
_VOID: Final = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    }
)  # fmt: skip
_BLOCKS: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "caption",
        "search",
    }
)  # fmt: skip
_LISTS: Final = frozenset(("ul", "ol", "dir"))
_BOLD: Final = frozenset(("b", "strong"))
_ITALIC: Final = frozenset(("i", "em", "cite", "dfn", "var"))
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE: Final = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_HIDDEN_CLASS: Final = re.compile(
    r"(?:^|\s)(?:tooltip-?text|tooltip-?content|hidden|d-none|is-hidden|visually-hidden|sr-only|"
    r"screen-reader-text)(?:\s|$)",
    re.IGNORECASE,
)
_CLOSED_BY: Final[Mapping[str, frozenset[str]]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th", "caption")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "tbody": frozenset(("tr", "td", "th", "tbody", "thead", "tfoot")),
    "tfoot": frozenset(("tr", "td", "th", "tbody", "thead", "tfoot")),
    "option": frozenset(("option",)),
}
"""Open tags that a tag closes, up to the list or table they stand in."""
_FENCES: Final[Mapping[str, frozenset[str]]] = {
    "li": frozenset(("ul", "ol", "dir", "table")),
    "dt": frozenset(("dl", "table")),
    "dd": frozenset(("dl", "table")),
}
_TABLE: Final = frozenset(("table",))
_MOST_TAGS: Final = 150_000
"""Tags of a page, closing ones too: of a table of 5,000 rows and 12 columns."""
_AT_ONCE: Final = 65_536
"""Letters of a page that are read before asking whether there may be more."""
_MOST_OPEN: Final = 400
"""Tags open at once that are kept; deeper ones change nothing any more."""


def document(data: bytes, asked: Asked) -> tuple[Document, Source]:
    """The document in a page of HTML."""
    pages = Pages()
    reader = Reader(pages)
    refuse_binary(data)
    found = decoded(data, asked, declared(data))
    reader.read(found.text)
    document, source = pages.done(reader.title)
    return document, source.doubted(found.doubt)


_NO_TEXT: Final = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^<>]*>?", re.DOTALL)
"""Comments and declarations: the parser takes long for those that nobody closed."""
_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)"""
)


def declared(data: bytes) -> str | None:
    """The encoding that a page says it is in, in its first kilobytes."""
    found = _CHARSET.search(data[:4096].lower())
    return found[1].decode("ascii") if found else None


class _Open(NamedTuple):
    """A tag that is open, and what it changes."""

    tag: str
    bold: bool
    italic: bool
    hidden: bool


class _Table:
    """A table being read."""

    def __init__(self) -> None:
        self.rows: list[list[Merged]] = []
        self.lines: list[int] = []
        self.cell: list[str] | None = None
        self.across = self.down = 1


class Reader(HTMLParser):
    """Writes what it reads to `pages`; `title` is the page's own.

    `line_of` gives the line of the source that a line of the text fed comes from, when that is
    shown instead of what is read (Markdown).
    """

    def __init__(self, pages: Pages, line_of: Callable[[int], int] | None = None) -> None:
        super().__init__(convert_charrefs=True)
        self._pages = pages
        self._line_of = line_of
        self._stack: list[_Open] = []
        self._counts: dict[str, int] = {}
        """How many of each tag are open."""
        self._runs: list[Run] = []
        self._tables: list[_Table] = []
        self._after_span = False
        self._fresh = False
        """Whether a point of a list begins with the next paragraph."""
        self.title = ""

    def read(self, text: str) -> None:
        """Read a whole page; raises Unreadable when it has more tags than one of a programme."""
        tags = text.count("<")
        if tags > _MOST_TAGS:
            raise Unreadable("html_many", tags=tags, limit=_MOST_TAGS)
        text = _NO_TEXT.sub(lambda found: "\n" * found[0].count("\n"), text)
        for begun in range(0, len(text), _AT_ONCE):
            if begun and not self._tables and self._pages.refuses_more():
                break
            self.feed(text[begun : begun + _AT_ONCE])
        self.close()
        while self._tables:
            self._end_table()
        self._end_paragraph()

    # --- tags ------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag == "br":
            self._write("\n")
        if tag in _VOID:
            if tag == "hr":
                self._end_paragraph()
            return
        self._close_before(tag)
        if tag in _BLOCKS and not self._hidden:
            self._end_paragraph()
        given = {name: value or "" for name, value in attrs}
        if len(self._stack) < _MOST_OPEN:
            self._stack.append(self._opened(tag, given))
            self._counts[tag] = self._counts.get(tag, 0) + 1
        if self._hidden:
            return
        if tag in _BLOCKS:
            self._begin(tag, given)
        elif tag in {"span", "time", "label"} and self._after_span:
            self._space()
        self._after_span = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself: in HTML only an empty one does, but people write `<td/>`."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes, and all that was left open in it."""
        fence = _TABLE if tag in {"p", "div", "span", "li", "a", "b", "i"} else frozenset[str]()
        at = self._found({tag}, fence)
        if at is None:
            return
        self._close_from(at)
        self._after_span = tag in {"span", "time", "label"}

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._stack and self._stack[-1].tag == "title":
            self.title += data
        elif not self._hidden:
            text = data if self._counts.get("pre") else re.sub(r"[ \t\r\n\f]+", " ", data)
            self._after_span = self._after_span and not text
            self._write(text)

    @property
    def _hidden(self) -> bool:
        return bool(self._stack) and self._stack[-1].hidden

    def _opened(self, tag: str, given: Mapping[str, str]) -> _Open:
        over = self._stack[-1] if self._stack else _Open("", False, False, False)
        style = given.get("style", "")
        hides = (
            tag in _UNREAD
            or "hidden" in given
            or bool(_HIDDEN_STYLE.search(style))
            or bool(_HIDDEN_CLASS.search(given.get("class", "")))
        )
        return _Open(
            tag,
            over.bold or tag in _BOLD or bool(_BOLD_STYLE.search(style)),
            over.italic or tag in _ITALIC or bool(_ITALIC_STYLE.search(style)),
            over.hidden or hides,
        )

    def _close_before(self, tag: str) -> None:
        closed = _CLOSED_BY.get(tag, frozenset())
        if tag in _BLOCKS and tag not in {"td", "th", "tr"}:
            closed |= {"p"}
        at = self._found(closed, _FENCES.get(tag, _TABLE), first=True)
        if at is not None:
            self._close_from(at)

    def _close_from(self, at: int) -> None:
        """All tags from the one at `at` close, the innermost first."""
        while len(self._stack) > at:
            self._end(self._stack[-1])
            self._counts[self._stack.pop().tag] -= 1

    def _found(
        self, tags: "frozenset[str] | set[str]", fence: frozenset[str], first: bool = False
    ) -> int | None:
        """Where the innermost of `tags` is open, not past `fence`; the outermost with `first`."""
        found = None
        if not any(self._counts.get(tag) for tag in tags):
            return None
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at].tag in tags:
                found = at
                if not first:
                    return found
            elif self._stack[at].tag in fence:
                break
        return found

    # --- blocks ----------------------------------------------------------------------------------

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        match tag:
            case "table":
                self._tables.append(_Table())
            case "tr" if self._tables:
                self._tables[-1].rows.append([])
                self._tables[-1].lines.append(self.getpos()[0])
            case "td" | "th" if self._tables:
                self._begin_cell(given)
            case "li" | "dd":
                self._fresh = True

    def _begin_cell(self, given: Mapping[str, str]) -> None:
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
            table.lines.append(self.getpos()[0])
        table.cell = []
        table.across = _count(given.get("colspan"))
        table.down = _count(given.get("rowspan"))

    def _end(self, opened: _Open) -> None:
        if opened.hidden:
            return
        match opened.tag:
            case "table":
                self._end_paragraph()
                self._end_table()
            case "td" | "th" if self._tables:
                self._end_cell()
            case tag if tag in _BLOCKS:
                self._end_paragraph()

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.cell is not None and table.rows:
            self._end_paragraph()
            text = cell_text("\n".join(table.cell))
            table.rows[-1].append(Merged(text, table.across, table.down))
        table.cell = None

    def _end_table(self) -> None:
        if self._tables[-1].cell is not None:
            self._end_cell()
        table = self._tables.pop()
        outer = self._tables[-1] if self._tables else None
        if outer and outer.cell is not None:
            outer.cell += [" ".join(filter(None, row)) for row in spread(table.rows)]
            return
        lines = [self._line_of(line) for line in table.lines] if self._line_of else []
        self._pages.table(spread(table.rows), lines=lines)

    # --- text ------------------------------------------------------------------------------------

    def _write(self, text: str) -> None:
        if self._hidden:
            return
        look = self._stack[-1] if self._stack else None
        self._runs.append(
            Run(text, look is not None and look.bold, look is not None and look.italic)
        )

    def _space(self) -> None:
        """Between two spans that stand side by side: style sheets set them apart."""
        if self._runs and self._runs[-1].text[-1:].isalnum():
            self._write(" ")

    def _end_paragraph(self) -> None:
        runs, self._runs = self._runs, []
        if not any(run.text.strip() for run in runs):
            return
        table = self._tables[-1] if self._tables else None
        if table is not None:
            if table.cell is not None:
                mark = "• " if self._fresh and self._found({"li"}, _TABLE) is not None else ""
                table.cell.append(mark + "".join(run.text for run in runs).strip())
                self._fresh = False
            return
        heading = next((at for at in range(1, 7) if self._counts.get(f"h{at}")), 0)
        level = sum(self._counts.get(tag, 0) for tag in _LISTS)
        level = max(level, int(self._found({"dd"}, frozenset()) is not None))
        listed = heading == 0 and self._found({"li", "dd"}, frozenset()) is not None
        point, self._fresh = listed and self._fresh, False
        self._pages.paragraph(
            runs,
            heading=heading,
            level=level if point else 0,
            indent=STEP * level if listed and not point else 0,
            number=self._line_of(self.getpos()[0]) if self._line_of else 0,
        )


def _count(text: str | None) -> int:
    """How many columns or rows a cell covers."""
    found = re.match(r"\s*(\d{1,4})", text or "")
    return max(1, int(found[1])) if found else 1
