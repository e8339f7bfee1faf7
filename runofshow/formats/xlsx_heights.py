"""How high the rows of a workbook are: as many lines as their longest broken cell takes.

Programs that open a workbook do not all measure it anew, so the heights are written.
"""

from textwrap import wrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LINE: Final = 14.5
"""Points of one line of eleven-point text."""
LINES_MOST: Final = 20
_USUAL_WIDTH: Final = 8.43


def fit(sheet: "Worksheet", first: int, last: int | None = None) -> None:
    """Give the rows from `first` to `last` (the sheet's last) the height that their text needs."""
    from openpyxl.utils import get_column_letter

    for number, row in enumerate(sheet.iter_rows(min_row=first, max_row=last), start=first):
        lines = 1
        for cell in row:
            if isinstance(cell.value, str) and cell.alignment is not None:
                size = sheet.column_dimensions[get_column_letter(cell.column)]
                if cell.alignment.wrap_text and not size.hidden:
                    room = (size.width or _USUAL_WIDTH) - (cell.alignment.indent or 0) - 1
                    lines = max(lines, _lines(cell.value, room))
        if lines > 1:
            sheet.row_dimensions[number].height = LINE * min(lines, LINES_MOST)


def _lines(text: str, room: float) -> int:
    """Into how many lines a text is broken where there is room for so many letters."""
    return sum(max(1, len(wrap(part, max(1, int(room))))) for part in text.split("\n"))
