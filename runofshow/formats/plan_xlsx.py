"""The rundown as a workbook for the crew: to read, to print, to fill in, and to read again.

- Hours are cells of time (25:30 is half past one the next morning), lengths cells of length: both
  can be reckoned with. Hours that are set are bold, those that follow are not.
- A session is a band above what it holds, a break is tinted, what is skipped is struck out.
- The columns that only we need (session, key, data) are hidden; the day has a sheet of its own.
- Heads and cues stand still when the sheet is scrolled; the heads come back on every page.
"""

import io
import re
from copy import copy
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from runofshow.core.plan import Kind, Plan
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, MINUTE, Civil
from runofshow.formats.plan_cells import APART, DEPARTMENT, MILLI
from runofshow.formats.plan_csv import label
from runofshow.formats.plan_head import head
from runofshow.formats.plan_rows import rows
from runofshow.formats.plan_table import Line, Shown, Table, safe, table
from runofshow.formats.xlsx_heights import fit

if TYPE_CHECKING:  # it takes 150 ms to import
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_HIDDEN: Final = ("session", "id", "data")
_WIDTHS: Final = {
    "cue": 7,
    "start": 8,
    "duration": 8,
    "end": 8,
    "title": 46,
    "kind": 14,
    "speakers": 34,
    "room": 16,
    "note": 38,
    "skip": 8,
    "set": 14,
    "promised_to": 16,
}
_DEPARTMENT_WIDTH: Final = 20
_OTHER_WIDTH: Final = 13
_MIDDLE: Final = ("cue", "kind", "skip", "set", "promise")
_HEAD: Final = 4
"""The row of the heads; above stand the title and the day."""
_INK, _PALE, _LINE = "1F2937", "6B7280", "D1D5DB"
_BAND, _BREAK, _HEADS = "E5EAF1", "FBF6E9", "1F2937"


def write(plan: Plan, language: str) -> bytes:
    """The workbook of `plan` in `language`."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    written = table(plan, rows(plan), language)
    sheet.title = Sentence.of("rundown_sheet").text(language)
    _fill(sheet, plan, written, language)
    _day(book.create_sheet(Sentence.of("day_sheet").text(language)), plan, language)
    book.properties.title = safe(plan.title)
    book.properties.creator = "Run of Show"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill(sheet: "Worksheet", plan: Plan, written: Table, language: str) -> None:
    """The title, the heads and a row for each slot."""
    from openpyxl.styles import Font

    _put(_cell(sheet, 1, 1), safe(plan.title))
    _cell(sheet, 1, 1).font = Font(bold=True, size=16, color=_INK)
    _put(_cell(sheet, 2, 1), safe(_subtitle(plan, language)))
    _cell(sheet, 2, 1).font = Font(color=_PALE)
    for column, field in enumerate(written.fields, start=1):
        _head(_cell(sheet, _HEAD, column), label(field, language))
    look = _Look(written)
    for at, line in enumerate(written.lines, start=_HEAD + 1):
        for column, field in enumerate(written.fields, start=1):
            cell = _cell(sheet, at, column)
            shown = line.cells.get(field)
            if field == "speakers" and isinstance(shown, str):
                shown = shown.replace(APART, "\n")
            _put(cell, shown, look.format_of(field))
            look.dress(cell, field, line, shown)
    _lay_out(sheet, written, language)


def _subtitle(plan: Plan, language: str) -> str:
    """The day, where it is, and the clock its hours are by."""
    weekdays = Sentence.of("weekdays").text(language).split(", ")
    months = Sentence.of("months").text(language).split(", ")
    date = plan.date
    day = f"{weekdays[date.weekday()]} {date.day} {months[date.month - 1]} {date.year}"
    return " · ".join(part for part in (day, plan.venue, plan.timezone) if part)


def _cell(sheet: "Worksheet", row: int, column: int) -> "SheetCell":
    from openpyxl.cell.cell import Cell as SheetCell

    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell), "no cell of ours is merged"
    return cell


def _put(cell: "SheetCell", shown: Shown, number_format: str = "") -> None:
    """Write a value as what it is; words are never a formula, whatever they begin with."""
    match shown:
        case None:
            return
        case Civil():
            cell.value = shown.past_midnight / DAY
            cell.number_format = number_format
        case timedelta():
            cell.value = round(shown / MILLI) * MILLI / DAY
            cell.number_format = number_format
        case _:
            cell.value = shown
            cell.data_type = "s"


def _head(cell: "SheetCell", text: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    _put(cell, text)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=_HEADS)
    cell.alignment = Alignment(vertical="center", wrap_text=True)


class _Dress(NamedTuple):
    """How a row looks: its ground, whether it is bold, pale, struck out."""

    ground: str = ""
    bold: bool = False
    pale: bool = False
    struck: bool = False


class _Look:
    """How the cells of a table look."""

    def __init__(self, written: Table) -> None:
        shown = [cell for line in written.lines for cell in line.cells.values()]
        self._seconds = any(isinstance(cell, Civil) and cell.second for cell in shown)
        self._known: dict[_Wears, SheetCell] = {}
        self._brief = any(isinstance(cell, timedelta) and cell % MINUTE for cell in shown)

    def format_of(self, field: str) -> str:
        """How hours and lengths are written: with seconds where some have any."""
        if field in ("start", "end"):
            return "[hh]:mm:ss" if self._seconds else "[hh]:mm"
        return "[h]:mm:ss" if self._brief else "[h]:mm"

    def dress(self, cell: "SheetCell", field: str, line: Line, shown: Shown) -> None:
        """The ground, the letters and the place of a cell; cells that look alike share a look."""
        row, timed = _dressed(line), field in ("start", "end")
        told = timed and getattr(line.row.slot, field) is not None
        wears = _Wears(
            bold=row.bold or told,
            pale=row.pale or (timed and not told and not row.bold),
            struck=row.struck,
            ground=(_colour(line.row.slot.colour) if field == "cue" else "") or row.ground,
            middle=field in _MIDDLE or timed or isinstance(shown, timedelta),
            wraps=not timed,
            indent=line.row.level if field == "title" else 0,
            numbers=cell.number_format,
        )
        alike = self._known.setdefault(wears, cell)
        if alike is cell:
            _wear(cell, wears)
        else:
            _look_like(cell, alike)


class _Wears(NamedTuple):
    """What a cell wears."""

    bold: bool
    pale: bool
    struck: bool
    ground: str
    middle: bool
    wraps: bool
    indent: int
    numbers: str


def _wear(cell: "SheetCell", wears: _Wears) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    colour = _PALE if wears.pale else _INK
    cell.font = Font(bold=wears.bold, color=colour, strike=wears.struck)
    cell.alignment = Alignment(
        horizontal="center" if wears.middle else "left",
        vertical="top",
        wrap_text=wears.wraps,
        indent=wears.indent,
    )
    cell.border = Border(bottom=Side(style="thin", color=_LINE))
    if wears.ground:
        cell.fill = PatternFill("solid", fgColor=wears.ground)


def _look_like(cell: Any, other: Any) -> None:
    """Give a cell the look of another at once: the library looks up every part of it anew."""
    cell._style = copy(other._style)  # noqa: SLF001


def _dressed(line: Line) -> _Dress:
    row = line.row
    if row.left_out:
        return _Dress(pale=True, struck=True)
    if row.slot.slots is not None:
        return _Dress(_BAND, bold=True)
    if row.slot.kind in (Kind.BREAK, Kind.CHANGEOVER):
        return _Dress(_BREAK)
    return _Dress()


def _colour(text: str | None) -> str:
    """The colour as workbooks write it, of #abc and #aabbcc; nothing of any other."""
    match = re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text or "")
    if not match:
        return ""
    digits = match[1]
    return (digits if len(digits) == 6 else "".join(2 * digit for digit in digits)).upper()


def _lay_out(sheet: "Worksheet", written: Table, language: str) -> None:
    """Widths, what stands still, and how it comes out of a printer."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, field in enumerate(written.fields, start=1):
        size = sheet.column_dimensions[get_column_letter(column)]
        crew = field.startswith(DEPARTMENT)
        size.width = _DEPARTMENT_WIDTH if crew else _WIDTHS.get(field, _OTHER_WIDTH)
        size.hidden = field in _HIDDEN
    sheet.row_dimensions[1].height = 24
    sheet.row_dimensions[_HEAD].height = 32
    fit(sheet, _HEAD + 1)
    sheet.freeze_panes = f"B{_HEAD + 1}"
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    pages = Sentence.of("page_of", page="&P", pages="&N").text(language)
    if sheet.oddFooter is not None:
        sheet.oddFooter.right.text = pages
    sheet.sheet_view.showGridLines = False


def _day(sheet: "Worksheet", plan: Plan, language: str) -> None:
    """The sheet of the day: a line for each thing said of it."""
    from openpyxl.styles import Alignment, Font

    for at, (told, value) in enumerate(head(plan, language), start=1):
        _put(_cell(sheet, at, 1), told)
        _cell(sheet, at, 1).font = Font(bold=True, color=_INK)
        _put(_cell(sheet, at, 2), value)
        _cell(sheet, at, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 18
    sheet.column_dimensions["B"].width = 60
    fit(sheet, 1)
