"""Where a table names its columns, and what it calls them.

- The labels stand among the first 20 rows, above the first row that holds a time; the row that
  names most fields is theirs, and one in a language that is not ours stands right above the times.
- They may go on in the row below, or hang on words in the row above: Horaires over Début and Fin.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from runofshow.formats.cells import Reading, moment, words_of
from runofshow.formats.column_words import fields_of, folded, named_by
from runofshow.formats.draft import Asked
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Grid

HEADER_WITHIN: Final = 20


def header_of(grid: Grid) -> int | None:
    """The row that names the columns, among the first 20; None when there is none."""
    rows = grid.rows[:HEADER_WITHIN]
    begun = first_timed(grid)
    scores = [_header_score(row) + _fits(row, rows, at) for at, row in enumerate(rows[:begun])]
    best = max(scores, default=0.0)
    if best < 1.5:
        return None
    row = scores.index(best)
    return row + 1 if row + 1 < len(scores) and _continues(rows, row, scores) else row


def first_timed(grid: Grid) -> int:
    """The first row of the programme among those that may name columns; their number for none."""
    rows = grid.rows[:HEADER_WITHIN]
    return next((at for at, row in enumerate(rows) if _is_timed(row)), len(rows))


def strange_header(grid: Grid, asked: Asked) -> int | None:
    """The row right above the first time when it may be labels in a language that is not ours."""
    begun = first_timed(grid)
    if not 0 < begun < len(grid.rows):
        return None
    row, below = grid.rows[begun - 1], grid.rows[begun]
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    short = all(len(text) <= 30 and not _VALUE.search(text) for text in texts)
    full = len(texts) >= max(2, 0.7 * sum(cell is not None for cell in below))
    dated = any(moment(text, Reading(asked.today)) for text in texts)
    return begun - 1 if full and short and not dated else None


def _fits(row: Sequence[Cell], rows: Sequence[Sequence[Cell]], at: int) -> float:
    """Half a point when times stand right below what is a label of times."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    return 0.5 * any(
        isinstance(cell, str) and "start" in named_by(cell) and _has_time(cell_of(below, column))
        for column, cell in enumerate(row)
    )


def _is_timed(row: Sequence[Cell]) -> bool:
    """Whether the row is one of the programme: a time stands beside something else."""
    return sum(cell is not None for cell in row) > 1 and any(map(_has_time, row))


def is_labels(grid: Grid, row: int) -> bool:
    """Whether a row below the first may name the columns of another table: nearly all of its cells
    are names of columns, one of them of when, and what stands below is no label.
    """
    texts = list(words_in(grid.rows[row]))
    if len(texts) < 2 or any(len(text) > 40 or _VALUE.search(text) for text in texts):
        return False
    named = [named_by(text)[:1] for text in texts]
    known = [fields[0] for fields in named if fields]
    timed = any(field in ("start", "end", "duration") for field in known)
    if not timed or len(set(known)) < 2 or len(known) < 0.6 * len(texts):
        return False
    below = next((each for each in grid.rows[row + 1 :] if words_in(each)), ())
    return any(_has_time(cell) or isinstance(cell, int | float) for cell in below)


def words_in(row: Sequence[Cell]) -> dict[str, None]:
    """The different texts of a row, in their order."""
    return dict.fromkeys(words_of(cell) for cell in row if not says_nothing(cell))


def _header_score(row: Sequence[Cell]) -> float:
    """How much the row looks like labels: the fields that it names, once each."""
    texts = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
    if not texts or any(len(text) > 80 for text in texts):
        return 0.0
    labels = [text for text in texts if named_by(text) or not _VALUE.search(text)]
    named = {fields[0]: text for text in labels for fields in (fields_of(text),) if fields}
    score = sum(1.0 if _tells(text) else 0.8 for text in named.values())
    strangers = sum(not fields_of(text) for text in set(texts))
    return score - 0.15 * strangers


_VALUE: Final = re.compile(r"\d|:\s*\S")
"""A text with a number, or with something behind a colon, is a value: Session 1, Chair: NN."""


def _tells(text: str) -> bool:
    return len(folded(text).split()) <= 3


def _has_time(cell: Cell) -> bool:
    found = moment(cell, Reading(_SOME_DAY)) if not isinstance(cell, int | float) else None
    return found is not None and (found.start is not None or found.end is not None)


_SOME_DAY: Final = date(2026, 1, 1)


def _continues(rows: Sequence[Sequence[Cell]], row: int, scores: Sequence[float]) -> bool:
    """Whether the labels go on in the row below: Horaires above Début and Fin."""
    below = [*dict.fromkeys(cell for cell in rows[row + 1] if cell is not None)]
    named = [cell for cell in below if isinstance(cell, str) and named_by(cell)]
    return scores[row + 1] > 0 and len(named) >= max(2, 0.6 * len(below))


def labels_of(
    rows: Sequence[Sequence[Cell]], header: int | None, width: int
) -> tuple[tuple[str, ...], int]:
    """The label of each column and the first row below: a label may stand on two rows."""
    if header is None:
        return ("",) * width, 0
    lower = [words_of(cell_of(rows[header], column)) for column in range(width)]
    upper = _upper(rows, header, lower)
    labels = [
        low if low and not low.isdigit() else up or low
        for low, up in zip(lower, upper, strict=True)
    ]
    return tuple(label.replace("\n", " ") for label in labels), header + 1


def _upper(rows: Sequence[Sequence[Cell]], header: int, lower: Sequence[str]) -> list[str]:
    """The labels of the row above, each carried on over the numbers and blanks on its right."""
    above = rows[header - 1] if header else ()
    carried, upper = "", []
    for column, low in enumerate(lower):
        said = words_of(cell_of(above, column))
        if said:
            carried = said if fields_of(said) else ""
        elif low and not low.isdigit():
            carried = ""
        upper.append(carried)
    return upper


def cell_of(row: Sequence[Cell], column: int) -> Cell:
    """The cell of the row in that column; None beyond its end."""
    return row[column] if column < len(row) else None
