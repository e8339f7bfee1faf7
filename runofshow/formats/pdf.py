"""PDF to a `Document`: letters by where they stand, put together as one reads them.

page ── letters, strokes ──► rows ── drawn tables, bands ──► paragraphs and tables

Headers, footers and page numbers that come back are left out. A scan, and a file whose fonts do
not tell their letters, is a sentence; so is one that is encrypted or broken.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Asked, Doubt
from runofshow.formats.page_columns import bands
from runofshow.formats.page_faces import Faces, faces
from runofshow.formats.page_flow import Flow
from runofshow.formats.page_rows import Row, rows
from runofshow.formats.page_ruled import Ruled, ruled_tables
from runofshow.formats.paragraphs import Pages
from runofshow.formats.pdf_letters import Book, Sheet, Stroke
from runofshow.formats.source import Document, Place, Source

MOST_PAGES: Final = 100
MOST_LETTERS: Final = 100_000
"""Letters of all pages together, spaces too: 30 pages of small print."""
_EDGE: Final = 0.11
"""Share of a page's height, above and below, where headers and footers stand."""
_LEAST_CELLS: Final = 0.2
"""Cells of a table for each crossing of a row and a column; a timetable of long things has 0.3."""
_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:(?:page|seite|p\.)\s*)?\d{1,4}\s*(?:(?:/|sur|of|von)\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)


class _Page(NamedTuple):
    """A page's rows and drawn tables."""

    rows: tuple[Row, ...]
    tables: tuple[Ruled, ...]
    strokes: tuple[Stroke, ...]
    height: float


def document(data: bytes, asked: Asked) -> tuple[Document, Source]:
    """The document in a PDF; raises Unreadable when it has no text that can be read."""
    with Book(data) as book:
        count, title = len(book), book.title
        sheets = list(_sheets(book, min(count, MOST_PAGES), asked))
    _refuse_pictures(sheets)
    read = _without_running([_page(sheet) for sheet in sheets])
    pages = Pages()
    _write(read, pages, faces(page.rows for page in read))
    document, source = pages.done(title)
    return document, source.doubted(_cut(count, len(sheets)))


def _sheets(book: Book, count: int, asked: Asked) -> Iterator[Sheet]:
    """The pages, one after the other, as long as all of them hold no more than anybody reads.

    Raises Unreadable when the first holds more.
    """
    left = MOST_LETTERS
    for number in range(count):
        if asked.told is not None:
            asked.told(number, count)
        sheet = book.sheet(number, left)
        if sheet.held > left:
            if number:
                return
            raise Unreadable("pdf_dense", page=1, letters=sheet.held, limit=MOST_LETTERS)
        left -= sheet.held
        yield sheet


def _cut(count: int, taken: int) -> Doubt | None:
    """That pages were left out."""
    if count <= taken:
        return None
    said = Sentence.of("pdf_many_pages", pages=count, limit=taken)
    return Doubt(Place(), "source", "missing", None, said)


def _refuse_pictures(sheets: Sequence[Sheet]) -> None:
    letters = sum(len(sheet.letters) for sheet in sheets)
    nameless = sum(sheet.nameless for sheet in sheets)
    if nameless > 20 and nameless > letters:
        raise Unreadable("pdf_unmapped")
    if not letters:
        raise Unreadable("pdf_scanned" if sheets else "pdf_broken")


def _page(sheet: Sheet) -> _Page:
    found = tuple(rows(sheet.letters))
    tables = tuple(table for table in ruled_tables(sheet.strokes) if _told(table, found))
    return _Page(found, tables, sheet.strokes, sheet.height)


def _told(table: Ruled, found: Sequence[Row]) -> bool:
    """Whether the lines drawn are a table's: its cells are not but pieces of few large ones.

    They tell all its columns too: no white in them tells others.
    """
    cells = [cell for row in table.cells for cell in row]
    if len(set(cells)) < _LEAST_CELLS * len(cells):
        return False
    inside = [row for row in found if _inside(row, table)]
    for left, right in pairwise(table.xs):
        parts = [part for row in inside if (part := row.within(left, right))]
        if any(band.edges for band in bands(parts)):
            return False
    return True


# --- headers and footers --------------------------------------------------------------------------


def _without_running(pages: Sequence[_Page]) -> list[_Page]:
    """The pages without what comes back on them, above and below."""
    seen: dict[tuple[str, int], int] = {}
    for page in pages:
        for key in {_key(row, page) for row in page.rows if _at_edge(row, page)}:
            seen[key] = seen.get(key, 0) + 1
    enough = max(2, len(pages) // 2)
    counted = _counted(pages)

    def runs(row: Row, page: _Page, number: int) -> bool:
        if not _at_edge(row, page):
            return False
        alone = _NUMBER.fullmatch(row.text) is not None and len(page.rows) > 1
        counts = any(each - number in counted for each in _ends(row))
        return alone or counts or seen.get(_key(row, page), 0) >= enough

    return [
        page._replace(rows=tuple(row for row in page.rows if not runs(row, page, number)))
        for number, page in enumerate(pages)
    ]


def _counted(pages: Sequence[_Page]) -> set[int]:
    """By how much the numbers that go up with the pages, at their edges, are ahead of them."""
    ahead: dict[int, int] = {}
    for number, page in enumerate(pages):
        edge = [row for row in page.rows if _at_edge(row, page)]
        for each in {each - number for row in edge for each in _ends(row)}:
            ahead[each] = ahead.get(each, 0) + 1
    return {each for each, count in ahead.items() if count >= max(3, len(pages) // 2)}


def _ends(row: Row) -> set[int]:
    """The numbers with which a row begins and ends."""
    words = (row.words[0].text, row.words[-1].text)
    return {int(word) for word in words if re.fullmatch(r"[0-9]{1,4}", word)}


def _at_edge(row: Row, page: _Page) -> bool:
    if row in (page.rows[0], page.rows[-1]) and _NUMBER.fullmatch(row.text):
        return True
    return not _EDGE * page.height < row.base - row.size / 2 < (1 - _EDGE) * page.height


def _key(row: Row, page: _Page) -> tuple[str, int]:
    """What a header or footer is known by: its words without numbers, and where it stands."""
    return re.sub(r"\d+", "0", row.text), round(row.base / 6) if page.height else 0


# --- writing --------------------------------------------------------------------------------------


def _write(read: Sequence[_Page], pages: Pages, letters: Faces) -> None:
    flow = Flow(pages, letters)
    for number, page in enumerate(read, 1):
        if pages.refuses_more():
            break
        for part in _parts(page):
            if isinstance(part, _Drawn):
                flow.ruled(part.table, part.rows)
            else:
                flow.rows(part, number, page.strokes)
    flow.end()


class _Drawn(NamedTuple):
    """A drawn table and the rows in it."""

    table: Ruled
    rows: tuple[Row, ...]


def _parts(page: _Page) -> Iterator[_Drawn | list[Row]]:
    """Drawn tables, and the rows between them, from top to bottom."""
    free = list(page.rows)
    drawn: list[_Drawn] = []
    for table in sorted(page.tables, key=lambda each: each.ys[0]):
        inside = [row for row in free if _inside(row, table)]
        if len(inside) >= 2:
            free = [row for row in free if not _inside(row, table)]
            drawn.append(_Drawn(table, tuple(inside)))
    for each in drawn:
        above = [row for row in free if row.base < each.table.ys[0] + 1]
        free = [row for row in free if row.base >= each.table.ys[0] + 1]
        yield above
        yield each
    yield free


def _inside(row: Row, table: Ruled) -> bool:
    middle = row.base - 0.3 * row.size
    return (
        table.ys[0] <= middle <= table.ys[-1]
        and row.left >= table.xs[0] - 3
        and row.right <= table.xs[-1] + 3
    )
