"""The rundown as a table that a spreadsheet opens by a double click, and that is read again.

- UTF-8 with a byte order mark, without which Excel reads "Ã©" for "é". The separator is the one
  Excel expects: ";" in French, "," in English.
- The day stands above, a line for each thing said of it, then an empty line, the columns, a line
  for each slot. Hours are 09:15, 25:30 half past one the next morning; lengths are 0:05:00.
"""

import csv
import io
from datetime import timedelta
from typing import Final

from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.core.times import HOUR, MINUTE, SECOND, Civil, write_civil, write_length
from runofshow.formats.plan_cells import COLUMNS, DEPARTMENT
from runofshow.formats.plan_head import head
from runofshow.formats.plan_rows import rows
from runofshow.formats.plan_table import Shown, table

_MARK: Final = b"\xef\xbb\xbf"


def write(plan: Plan, language: str) -> bytes:
    """The table of `plan` in `language`."""
    written = table(plan, rows(plan), language)
    text = io.StringIO(newline="")
    cells = csv.writer(text, delimiter=";" if language == "fr" else ",", lineterminator="\r\n")
    width = len(written.fields)
    for told, value in head(plan, language):
        cells.writerow([told, value] + [""] * (width - 2))
    cells.writerow([""] * width)
    cells.writerow(label(field, language) for field in written.fields)
    for line in written.lines:
        cells.writerow(cell(line.cells.get(field)) for field in written.fields)
    return _MARK + text.getvalue().encode()


def label(field: str, language: str) -> str:
    """What stands above the column of a field."""
    if field.startswith(DEPARTMENT):
        return field.removeprefix(DEPARTMENT)
    return Sentence.of(COLUMNS[field]).text(language)


def cell(shown: Shown) -> str:
    """What a cell says, as text."""
    match shown:
        case None:
            return ""
        case Civil():
            return write_civil(shown)
        case timedelta():
            return clocked(shown)
        case _:
            return shown


def clocked(length: timedelta) -> str:
    """A length as spreadsheets take one: 0:05:00; what is less than a second as the file has it."""
    if length % SECOND:
        return write_length(length)
    hours, rest = divmod(length, HOUR)
    return f"{hours}:{rest // MINUTE:02d}:{rest % MINUTE // SECOND:02d}"
