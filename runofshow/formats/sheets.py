"""Workbooks to grids: XLSX (Strict as well), XLSM, XLSB, XLS and ODS.

- Merged cells are repeated in each cell; hidden sheets are left aside and told.
- What a file claims of itself is not believed: the archive is unpacked within limits first, rows
  beyond those that are read are cut out before the library builds its table of them, and so are
  the thousands of columns and repeated rows that two bytes can claim.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Asked, Doubt, Draft
from runofshow.formats.limits import (
    MOST_COLUMNS,
    MOST_REPEATED,
    MOST_ROWS,
    Unzipped,
    most_rows,
    unzipped,
)
from runofshow.formats.ods_spans import spans_of
from runofshow.formats.source import Cell, Grid, Place, Source
from runofshow.formats.tables import draft_of

MOST_SHEETS: Final = 60
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
Span = tuple[tuple[int, int], tuple[int, int]]


def read(data: bytes, asked: Asked) -> Draft:
    """The draft of all sheets of a workbook.

    Raises Unreadable when it is broken, locked, too big when unpacked, or tells of no programme.
    """
    grids, doubts, name = grids_of(data)
    return draft_of(grids, asked, name, Source((), tuple(grids)), doubts)


def grids_of(data: bytes) -> tuple[list[Grid], list[Doubt], str]:
    """The sheets of a workbook, what was not read of it, and its kind: xlsx, xls, ods."""
    name, spans = "xls", dict[str, list[Span]]()
    doubts: list[Doubt] = []
    if not data.startswith(_COMPOUND):
        archive = unzipped(data)
        name = "ods" if "content.xml" in archive else "xlsx"
        content = archive.read("content.xml") if name == "ods" else b""
        data = _cut(archive, doubts)
        spans = spans_of(_cut_ods(content)) if b"-spanned=" in content else {}
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return list(_grids(book, spans, doubts)), doubts, name
    except PasswordError:
        raise Unreadable("workbook_locked") from None
    except (CalamineError, OSError, ValueError):
        raise Unreadable("workbook_broken") from None


def _grids(
    book: CalamineWorkbook, spans: dict[str, list[Span]], doubts: list[Doubt]
) -> Iterator[Grid]:
    seen = 0
    for sheet in book.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible is not SheetVisibleEnum.Visible:
            doubts.append(_told("sheet_hidden", sheet.name))
            continue
        seen += 1
        if seen > MOST_SHEETS:
            doubts.append(
                Doubt(Place(), "", "missing", None, Sentence.of("sheets_left", limit=MOST_SHEETS))
            )
            return
        found = book.get_sheet_by_name(sheet.name)
        grid = _grid(found, spans.get(sheet.name))
        most = _most(found)
        if found.end is not None and found.end[0] >= most:
            doubts.append(_unread("rows_left", most, Place(sheet=sheet.name, row=most)))
        if found.end is not None and found.end[1] >= MOST_COLUMNS:
            said = Sentence.of("sheet_wide", sheet=sheet.name, limit=MOST_COLUMNS)
            doubts.append(Doubt(Place(sheet=sheet.name, row=1), "", "missing", None, said))
        yield grid


def _told(code: str, sheet: str) -> Doubt:
    return Doubt(Place(sheet=sheet, row=1), "", "missing", None, Sentence.of(code, sheet=sheet))


def _most(sheet: CalamineSheet) -> int:
    """How many rows of the sheet are read."""
    return most_rows(min(MOST_COLUMNS, sheet.end[1] + 1)) if sheet.end else MOST_ROWS


def _grid(sheet: CalamineSheet, spans: Sequence[Span] | None) -> Grid:
    top, left = sheet.start or (0, 0)
    most = _most(sheet)
    rows: list[list[Cell]] = [[] for _ in range(min(top, most))]
    for row in sheet.iter_rows():
        if len(rows) >= most:
            break
        rows.append([None] * left + [_cell(cell) for cell in row[:MOST_COLUMNS]])
    left_to_fill = MOST_REPEATED
    for span in (sheet.merged_cell_ranges if spans is None else spans) or ():
        left_to_fill -= _repeat(rows, span)
        if left_to_fill < 0:
            place = Place(sheet=sheet.name, row=span[0][0] + 1, column=span[0][1] + 1)
            raise Unreadable("sheet_merged", str(place), sheet=sheet.name, limit=MOST_REPEATED)
    return Grid(sheet.name, tuple(map(tuple, rows)))


def _cell(cell: str | float | bool | time | date | datetime | timedelta) -> Cell:
    return None if isinstance(cell, str) and not cell.strip() else cell


def _repeat(rows: list[list[Cell]], span: Span) -> int:
    """Write what a merged cell holds into every cell that it covers and that holds nothing.

    Tells how many cells it covers.
    """
    (top, left), (bottom, right) = span
    bottom, right = min(bottom, len(rows) - 1, top + MOST_ROWS), min(right, MOST_COLUMNS - 1)
    held = rows[top][left] if top < len(rows) and left < len(rows[top]) else None
    if held is None:
        return 0
    for row in rows[top : bottom + 1]:
        row.extend([None] * (right + 1 - len(row)))
        for column in range(left, right + 1):
            row[column] = held if row[column] is None else row[column]
    return max(0, bottom + 1 - top) * max(0, right + 1 - left)


# --- what a file claims --------------------------------------------------------------------------

_SHEET: Final = re.compile(r"(?:xl/)?worksheets/[^/]+\.xml", re.IGNORECASE)
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b(?:[^>]*?\sr=\"(\d{1,9})\")?")
_ROWS_END: Final = re.compile(rb"</(?:\w+:)?sheetData>")
_FAR_CELL: Final = re.compile(
    rb"<(?P<tag>(?:\w+:)?c)\b[^>]*?\sr=\"[A-Z]{3,}(?P<row>\d{1,9})\"[^>]*?(?:/>|>.*?</(?P=tag)>)",
    re.DOTALL,
)
_ODS_ROW: Final = re.compile(
    rb"</table:table>|<table:table-row\b[^>]*?(?:number-rows-repeated=\"(\d+)\")?[^>]*>"
)
_REPEATED: Final = re.compile(rb"(number-(?:rows|columns)-repeated=\")(\d+)\"")


def _cut(archive: Unzipped, doubts: list[Doubt]) -> bytes:
    """The archive anew with no more rows and columns than are read; what is lost is a doubt."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name in archive.names:
            if not name.endswith("/"):
                part = archive.read(name)
                new.writestr(name, _cut_part(name, part, doubts))
    return made.getvalue()


def _cut_part(name: str, part: bytes, doubts: list[Doubt]) -> bytes:
    if name == "content.xml":
        return _cut_ods(part)
    return _cut_sheet(part, doubts) if _SHEET.fullmatch(name) else part


def _cut_sheet(part: bytes, doubts: list[Doubt]) -> bytes:
    """A sheet of XLSX to one row more than is read, so that it shows that there were more.

    What says something further down or to the right than any library should look is told here.
    """
    for count, row in enumerate(_ROW.finditer(part)):
        far = int(row[1] or 0) > MOST_ROWS + 1
        if count > MOST_ROWS or far:
            end = _ROWS_END.search(part, row.start())
            if far and _says(part[row.start() : end.start() if end else len(part)]):
                doubts.append(_unread("rows_left", MOST_ROWS, Place(row=MOST_ROWS)))
            part = part[: row.start()] + (part[end.start() :] if end else b"")
            break
    said = next((cell for cell in _FAR_CELL.finditer(part) if _says(cell[0])), None)
    if said is not None:
        place = Place(row=int(said["row"]), column=MOST_COLUMNS + 1)
        doubts.append(_unread("table_wide", MOST_COLUMNS, place))
    return _FAR_CELL.sub(b"", part)


def _says(cells: bytes) -> bool:
    """Whether one of the cells holds something, and is not only coloured."""
    return b"<v" in cells or b"<t" in cells or b":v>" in cells or b":t>" in cells


def _unread(code: str, limit: int, place: Place) -> Doubt:
    return Doubt(place, "", "missing", None, Sentence.of(code, limit=limit))


def _cut_ods(part: bytes) -> bytes:
    """A content of ODS with the repeats of its blank margins taken once, and its rows cut."""
    part = _REPEATED.sub(_once, part)
    kept: list[bytes] = []
    at, rows, cut = 0, 0, False
    for match in _ODS_ROW.finditer(part):
        if match[0].startswith(b"</"):
            at = match.start() if cut else at
            rows, cut = 0, False
        elif not cut:
            rows += int(match[1] or 1)
            if rows > MOST_ROWS + 1:
                kept.append(part[at : match.start()])
                cut = True
    kept.append(part[at:])
    return b"".join(kept)


def _once(match: "re.Match[bytes]") -> bytes:
    most = MOST_COLUMNS if b"columns" in match[1] else MOST_ROWS
    return match[0] if len(match[2]) < 6 and int(match[2]) <= most else match[1] + b'1"'
