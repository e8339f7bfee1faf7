"""The report as a workbook: the day on one sheet, its items on another; the client's on one.

- Hours are cells of time (25:30:00 is half past one the next morning), lengths are numbers of
  minutes: both can be reckoned with, and negative lengths are shown, which Excel's times cannot be.
- What a person wrote and a spreadsheet would take for a formula is led by an apostrophe; signs
  that no workbook may hold are left out.
- Heads stand still when the sheet is scrolled, and are repeated on every page that is printed.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from runofshow.core import times
from runofshow.core.report import Report
from runofshow.core.sentences import Sentence
from runofshow.formats.report_csv import (
    CLIENT_COLUMNS,
    COLUMNS,
    FORMULAS,
    Cell,
    Row,
    Said,
    client_rows,
    day_row,
    item_row,
    promise_row,
    stamp_rows,
)
from runofshow.formats.xlsx_heights import fit

if TYPE_CHECKING:  # it takes 150 ms to import
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

ITEM_COLUMNS: Final = tuple(name for name in COLUMNS if name != "row")
DAY_COLUMNS: Final = (
    "row", "cue", "title", "status", "printed_start", "printed_end", "started", "ended",
    "actual", "deviation", "drift", "remark",
)  # fmt: skip
HOURS: Final = "[hh]:mm:ss"
MINUTES: Final = "0.0;-0.0;0"
SIGNED: Final = "+0.0;-0.0;0"
_DEVIATIONS: Final = frozenset(COLUMNS[COLUMNS.index("deviation") : COLUMNS.index("remark")]) - {
    "waited"
}
_WIDE: Final = {"title": 48, "remark": 40, "speakers": 30, "session": 28}
"""Columns whose words are broken onto lines, by their width in letters."""
_NARROWEST: Final = 9
_TITLE: Final = 30
"""How many letters the name of a sheet may have, less one."""


def write(report: Report, language: str, *, client: bool = False) -> bytes:
    """The report as a workbook in `language`."""
    from openpyxl import Workbook

    book, said = Workbook(), Said(language)
    first = book.active
    assert first is not None
    book.remove(first)
    book.properties.title = _written(report.title)
    book.properties.creator = "runofshow"
    if client:
        rows = list(client_rows(report, language))
        _fill(book.create_sheet(_name(said("report_sheet"))), report, said, CLIENT_COLUMNS, rows)
    else:
        day = [day_row(report, said)]
        day += [promise_row(report, promised, said) for promised in report.promises]
        day += stamp_rows(report, said)
        items = [item_row(line, said) for line in report.lines]
        _fill(book.create_sheet(_name(said("report_sheet"))), report, said, DAY_COLUMNS, day)
        _fill(book.create_sheet(_name(said("report_items"))), report, said, ITEM_COLUMNS, items)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _name(text: str) -> str:
    """The name of a sheet: short, begun with a capital."""
    return f"{text[:1].upper()}{text[1:]}"[:_TITLE]


def _fill(
    sheet: "Worksheet", report: Report, said: Said, columns: Sequence[str], rows: Sequence[Row]
) -> None:
    """Write the title, the heads and the rows, and make the sheet fit to be read and printed."""
    from openpyxl.styles import Font

    title = sheet.cell(1, 1, _written(f"{report.title} ({report.date.isoformat()})"))
    title.font = Font(bold=True, size=13)
    for number, name in enumerate(columns, start=1):
        _head(_cell(sheet, 2, number), Sentence.of(f"head_{name}").text(said.language))
    for down, row in enumerate(rows, start=3):
        for number, name in enumerate(columns, start=1):
            _put(_cell(sheet, down, number), report, name, row.get(name))
    _lay_out(sheet, columns, len(rows))


def _cell(sheet: "Worksheet", row: int, column: int) -> "SheetCell":
    from openpyxl.cell.cell import Cell as SheetCell

    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell), "no cell of ours is merged"
    return cell


def _head(cell: "SheetCell", text: str) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.value = text
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="bottom")
    cell.fill = PatternFill("solid", fgColor="E6E6E6")
    cell.border = Border(bottom=Side(style="medium"))


def _put(cell: "SheetCell", report: Report, name: str, value: Cell) -> None:
    """Write a value as what it is: an hour, a number of minutes, a text."""
    from openpyxl.styles import Alignment

    match value:
        case datetime():
            civil = times.civil_at(value, report.date, report.zone)
            cell.value = timedelta(hours=civil.hour, minutes=civil.minute, seconds=civil.second)
            cell.number_format = HOURS
        case timedelta():
            cell.value = round(value / times.MINUTE, 2)
            cell.number_format = SIGNED if name in _DEVIATIONS else MINUTES
        case str():
            cell.value = _written(value)
            cell.data_type = "s"
        case None:
            pass
    cell.alignment = Alignment(wrap_text=name in _WIDE, vertical="top")


def _written(text: str) -> str:
    """A text that is shown and never reckoned."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{clean}" if clean.startswith(FORMULAS) else clean


def _lay_out(sheet: "Worksheet", columns: Sequence[str], count: int) -> None:
    """Widths, what stands still, and how it is printed: on its side, as wide as the paper."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, name in enumerate(columns, start=1):
        letter = get_column_letter(number)
        cells: Iterable[SheetCell] = (row[0] for row in sheet[f"{letter}2:{letter}{count + 2}"])
        longest = max(len(str(cell.value or "")) for cell in cells)
        fitted = max(_NARROWEST, min(longest + 2, 16))
        sheet.column_dimensions[letter].width = _WIDE.get(name, fitted)
    fit(sheet, 2)
    last = f"{get_column_letter(len(columns))}{count + 2}"
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{last}"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter is not None:
        sheet.oddFooter.right.text = "&P / &N"
