"""A table written as text: comma, semicolon, tab or bar between its cells.

- The separator is the one that cuts most lines into as many cells; `sep=;` on the first line says
  it, as Excel writes it.
- A cell in quotes may hold separators, quotes written twice, and several lines. A quote that is
  never closed is a letter like any other, so that it cannot swallow the rest of the file.
- A Markdown table (`| a | b |` with a line of dashes) is one of bars.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Asked, Doubt, Draft
from runofshow.formats.encoding import decoded
from runofshow.formats.limits import MOST_COLUMNS, MOST_ROWS, most_rows
from runofshow.formats.source import Grid, Source
from runofshow.formats.tables import draft_of, sheltered

SEPARATORS: Final = ("\t", ";", "|", ",")
"""In the order in which they are preferred when two cut a text equally well."""


def read(data: bytes, asked: Asked) -> Draft:
    """The draft of a table written as text, whatever its encoding and separator."""
    text, _, doubt = decoded(data, asked)
    return read_text(text, asked, (doubt,) if doubt else ())


def read_text(text: str, asked: Asked, doubts: tuple[Doubt, ...] = ()) -> Draft:
    """The draft of a table as text: a file's, or a block of cells that was pasted."""
    grid = grid_of(text)
    most = most_rows(min(MOST_COLUMNS, max(map(len, grid.rows), default=0)))
    if len(grid.rows) > most:
        grid = grid._replace(rows=grid.rows[:most])
        doubts += (too_many_rows(grid),)
    wide = [row for row, cells in enumerate(grid.rows) if len(cells) > MOST_COLUMNS]
    if wide:
        grid = grid._replace(rows=tuple(row[:MOST_COLUMNS] for row in grid.rows))
        doubts += (_too_wide(grid, wide[0]),)
    return draft_of(
        (grid,), asked, _FORMATS[separator_of(text) or ","], Source((), (grid,)), doubts
    )


_FORMATS: Final = {"\t": "tsv", ";": "csv", "|": "csv", ",": "csv"}


def too_many_rows(grid: Grid) -> Doubt:
    """Only the first rows of the sheet were read."""
    said = Sentence.of("rows_left", limit=len(grid.rows))
    return Doubt(grid.place(len(grid.rows) - 1), "", "missing", None, said)


def _too_wide(grid: Grid, row: int) -> Doubt:
    """Only the first cells of the row, and perhaps of others, were read."""
    said = Sentence.of("table_wide", limit=MOST_COLUMNS)
    return Doubt(grid.place(row, MOST_COLUMNS), "", "missing", None, said)


def looks_like_one(text: str) -> bool:
    """Whether `text` is a table rather than a programme in lines: its lines have equal cells."""
    separator = separator_of(text)
    if separator is None or _hours_before_titles(text, separator):
        return False
    if separator == "\t":
        return True
    return sheltered(grid_of(_beginning(text, _SAMPLE_LINES)), Asked("", _SOME_DAY))


def _hours_before_titles(text: str, separator: str) -> bool:
    """Whether nothing but hours stands before the bar or tab of lines, as people set a programme.

    `10h30 | Title` below the name of a room is no table, however many lines are so.
    """
    if separator not in "|\t":
        return False
    rows = [row for row in _records(_beginning(text, _SAMPLE_LINES), separator) if any(row)]
    cut = [row for row in rows if len(row) > 1]
    return len(cut) < len(rows) and all(
        len(row) == 2 and _HOURS.fullmatch(row[0].strip()) for row in cut
    )


_HOURS: Final = re.compile(
    r"[•►▶·*-]?\s*\d{1,2}\s?[:.hH]\s?(?:\d{2})?(?:\s?(?:-|–|à|to|bis)\s?\d{1,2}\s?[:.hH]\s?(?:\d{2})?)?"
    r"(?:\s?(?:[ap]m|Uhr))?"
)
_SAMPLE_LINES: Final = 60
_SOME_DAY: Final = date(2026, 1, 1)


def _beginning(text: str, lines: int) -> str:
    return "\n".join(text[: lines * 2000].split("\n", lines)[:lines])


# --- cells ---------------------------------------------------------------------------------------

_SEP_LINE: Final = re.compile(r'\A"?sep=(.)"?[ \t]*\n', re.IGNORECASE)


def separator_of(text: str) -> str | None:
    """What stands between the cells of `text`; None when no separator cuts it into a table."""
    told = _SEP_LINE.match(text)
    if told:
        return told[1]
    sample = _beginning(text, _SAMPLE_LINES)
    best = max(SEPARATORS, key=lambda separator: _evenness(sample, separator))
    return best if _evenness(sample, best) > 0 else None


def _evenness(sample: str, separator: str) -> float:
    """How evenly it cuts: the part of the rows with the commonest number of cells, and more.

    Nought unless half of the rows have two cells or more.
    """
    widths = Counter(len(row) for row in _records(sample, separator) if any(row))
    total = widths.total()
    if not total or widths[1] > total / 2:
        return 0.0
    width, count = max(widths.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]))
    return count / total + min(width, 12) / 20 if width > 1 else 0.0


def grid_of(text: str, name: str = "") -> Grid:
    """The cells of `text`; an empty one is None, rows are as wide as they are written.

    At most one row more than a reader takes is kept, and of a row the cell that says something
    beyond those that are taken, so that it can say that there were more.
    """
    told = _SEP_LINE.match(text)
    body = (text[told.end() :] if told else text).rstrip("\n")
    separator = separator_of(text) or ","
    rows = (
        tuple(cell if cell.strip() else None for cell in _kept(row))
        for row in _records(body, separator)
    )
    if separator == "|":
        rows = (row for row in map(_without_edges, rows) if not _dashes(row))
    kept = tuple(row for row, _ in zip(rows, range(MOST_ROWS + 1), strict=False))
    return Grid(name, kept)


def _kept(row: list[str]) -> list[str]:
    beyond = next((cell for cell in row[MOST_COLUMNS:] if cell.strip()), None)
    return row[:MOST_COLUMNS] if beyond is None else [*row[:MOST_COLUMNS], beyond]


def _without_edges(row: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """A row of a Markdown table begins and ends with a bar; its cells are padded."""
    first = 1 if row and row[0] is None else 0
    last = len(row) - 1 if len(row) > 1 and row[-1] is None else len(row)
    return tuple(cell.strip() if cell else cell for cell in row[first:last])


_DASHES: Final = re.compile(r"\s*:?-{2,}:?\s*")


def _dashes(row: tuple[str | None, ...]) -> bool:
    return bool(row) and all(cell and _DASHES.fullmatch(cell) for cell in row)


_MOST_STRAY: Final = 50
"""Quotes that are never closed, mended one by one; beyond them quotes mean nothing."""


def _records(text: str, separator: str) -> Iterator[list[str]]:
    """The cells of each row; a row whose quotes are wrong is its first line, read by itself."""
    lines, begun = text.split("\n"), 0
    for _ in range(_MOST_STRAY):
        read = 0
        reader = csv.reader(
            (f"{line}\n" for line in lines[begun:]), delimiter=separator, strict=True
        )
        try:
            for record in reader:
                yield record
                read = reader.line_num
        except csv.Error:
            yield _alone(lines[begun + read], separator)
            begun += read + 1
            continue
        return
    yield from (line.split(separator) for line in lines[begun:])


def _alone(line: str, separator: str) -> list[str]:
    if line.count('"') % 2 or len(line) >= csv.field_size_limit():
        return line.split(separator)
    return next(csv.reader([line], delimiter=separator), [])
