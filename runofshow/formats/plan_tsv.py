"""Some rows of a rundown as spreadsheets paste them: cells apart by tabs, the columns' names first.

Made for reading and for working on; what must come back exactly goes another way.
"""

import csv
import io
from collections.abc import Sequence
from typing import Final

from runofshow.core.plan import Plan
from runofshow.formats.plan_csv import cell, label
from runofshow.formats.plan_rows import Row
from runofshow.formats.plan_table import table

_LEFT_OUT: Final = frozenset({"set", "session", "id", "data", "promise", "promised_to", "skip"})
"""Columns that a table of ours needs to be read back, and a spreadsheet does not."""


def write(plan: Plan, rows: Sequence[Row], language: str) -> str:
    """The table of `rows`, which stand in the day of `plan`."""
    written = table(plan, rows, language)
    fields = [field for field in written.fields if field not in _LEFT_OUT]
    text = io.StringIO(newline="")
    cells = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    cells.writerow(label(field, language) for field in fields)
    for line in written.lines:
        cells.writerow(cell(line.cells.get(field)) for field in fields)
    return text.getvalue()
