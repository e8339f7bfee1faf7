"""Tables that stand in a programme: a table in its own right, or hours beside text in a frame.

- A table with a column of hours and several others is read as tables are (tables.py), its day the
  heading above it.
- Hours in one column and all else in another are a text that was set in a table: each row is its
  hours, and the lines of its other cell. So is a table of which nothing else is understood.
"""

from collections.abc import Iterator
from datetime import date, time
from typing import Final

from runofshow.formats.draft import Asked
from runofshow.formats.paragraphs import bullet
from runofshow.formats.programme_times import hours_in
from runofshow.formats.source import Cell, Grid, Line
from runofshow.formats.tables import entries_of

_LABELS: Final = frozenset(
    (
        *("horaire", "horaires", "heure", "heures", "time", "times", "uhrzeit", "zeit", "when"),
        *("programme", "program", "programm", "activité", "contenu", "what", "inhalt", "thema"),
    )
)


def is_table(grid: Grid, asked: Asked) -> bool:
    """Whether the grid is a table in its own right, in which hours stand."""
    return not _set_in_frame(grid) and entries_of(grid, asked).timed > 0


def lines_of(grid: Grid) -> Iterator[Line]:
    """The lines of a text that was set in a table, row by row, each on its row's line."""
    for index, row in enumerate(grid.rows):
        cells = list(dict.fromkeys(text for cell in row if (text := _text(cell))))
        if not index and cells and all(cell.lower().strip(" :") in _LABELS for cell in cells):
            continue
        number = grid.place(index).line or grid.place(index).row or 1
        texts = [text.strip() for cell in cells for text in cell.splitlines() if text.strip()]
        if len(cells) == 2 and _is_hours(cells[0]) and "\n" not in cells[0] and len(texts) > 1:
            texts = [f"{texts[0]}{_BESIDE}{texts[1]}", *texts[2:]]
        for text in texts:
            mark = bullet(text)
            yield Line(number, text[mark:], level=1 if mark else 0)


_BESIDE: Final = "  "
"""Between hours in one cell and the first line of the other."""


def _text(cell: Cell) -> str:
    if isinstance(cell, time):
        return f"{cell.hour}:{cell.minute:02d}"
    return "" if cell is None or isinstance(cell, date) else str(cell).strip()


def _set_in_frame(grid: Grid) -> bool:
    """Whether every row is hours and one other cell, or one cell alone."""
    rows = [list(dict.fromkeys(filter(None, map(_text, row)))) for row in grid.rows]
    rows = [row for row in rows if row]
    return bool(rows) and all(
        len(row) == 1 or (len(row) == 2 and (not index or _is_hours(row[0])))
        for index, row in enumerate(rows)
    )


def _is_hours(text: str) -> bool:
    found = hours_in(text)
    return bool(found) and found[0].at <= 3 and len(text) - (found[-1].to - found[0].at) < 12
