"""The tables that stand on one sheet: one below the other, side by side, or turned on their side.

- A second row of labels that is not the first one again begins another table; the lone texts right
  above it are its own.
- Labels that come again further right (Time, Title, Speaker, Time, Title, Speaker) are tables of
  their own, and so are two tables with an empty column between them, and labels of which several
  begin a table each (Start, Title, Time, Session). What stands above each is its room or its day.
  Columns before the first of them (a Time for all rooms) belong to each.
- Times that run along a row are those of a table whose rows are columns.

A part keeps the columns of its sheet, those of the other parts being empty, so that a mapping of
columns means the same in all.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise, repeat
from typing import Final, NamedTuple

from runofshow.core.dates import Day
from runofshow.formats.cell_numbers import numbers_of
from runofshow.formats.cells import Reading, moment, words_of
from runofshow.formats.column_headers import (
    cell_of,
    first_timed,
    header_of,
    is_labels,
    labels_of,
    words_in,
)
from runofshow.formats.column_words import ROOM, fields_of, folded, named_by
from runofshow.formats.columns import columns_of
from runofshow.formats.draft import Asked
from runofshow.formats.matrix_columns import matrix_of
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Grid, Place
from runofshow.formats.table_days import day_told


class Part(NamedTuple):
    """One table of a sheet; `name` and `day` are what stands above its columns."""

    grid: Grid
    name: str = ""
    day: Day | None = None
    place: Place = Place()
    beside: bool = False
    """Others stand beside it."""
    shared: bool = False
    """It has its times in common with them."""


def parts_of(grid: Grid, asked: Asked) -> list[Part]:
    """The tables of the sheet, from top to bottom and from left to right: one, as a rule."""
    if asked.columns is None and _lies(grid, asked.today):
        return [Part(grid.across())]
    first, *others = _below(grid, asked)
    plain = asked._replace(columns=None, header=None)
    parts = _beside(first, asked)
    return parts + [part for piece in others for part in _beside(piece, plain)]


# --- turned on its side --------------------------------------------------------------------------

_LOOKED_AT: Final = 8
"""The first rows, in which the times of a table that is turned stand."""
_FEWEST: Final = 3
"""Times along a row, at the least, that make it the row of times."""


def _lies(grid: Grid, today: date) -> bool:
    """Whether times run along one of the first rows, and down no column."""
    rows = [row for row in grid.rows[:60] if any(not says_nothing(cell) for cell in row)]
    lying = [row for row in rows[:_LOOKED_AT] if _of_times(row[1:], today) >= _FEWEST]
    if len(lying) != 1 or len(rows) < 2 or _times_in(lying[0][:1], today):
        return False
    width = max(map(len, rows))
    return all(
        _times_in([cell_of(row, column) for row in rows], today) < 2 for column in range(width)
    )


def _of_times(cells: Sequence[Cell], today: date) -> int:
    """How many times the cells are, when most of them are some."""
    filled = sum(not says_nothing(cell) for cell in cells)
    times = _times_in(cells, today)
    return times if times >= 0.7 * filled else 0


def _times_in(cells: Sequence[Cell], today: date) -> int:
    numbers = numbers_of(cells)
    reading = Reading(today, None, numbers if numbers == "days" else "")
    found = (moment(cell, reading) for cell in cells)
    return sum(each is not None and each.start is not None for each in found)


# --- one below the other -------------------------------------------------------------------------


def _below(grid: Grid, asked: Asked) -> list[Grid]:
    """The sheet cut above each row of labels that differs from the one before."""
    header = asked.header if asked.header is not None else header_of(grid)
    if header is None or header >= len(grid.rows):
        return [grid]
    labels, begins = _labels(grid, header), [0]
    for row in range(header + 1, len(grid.rows) - 1):
        if is_labels(grid, row) and (found := _labels(grid, row)) != labels:
            labels = found
            begins.append(_beginning(grid, row, begins[-1]))
    return [grid.cut(first, end) for first, end in pairwise([*begins, len(grid.rows)])]


def _labels(grid: Grid, row: int) -> list[str]:
    return [folded(words_of(cell)) for cell in grid.rows[row]]


_MOST_TITLES: Final = 4


def _beginning(grid: Grid, header: int, least: int) -> int:
    """The first of the rows of one text each that stand right above the labels."""
    row = header
    if row - 1 > least and not words_in(grid.rows[row - 1]):
        row -= 1
    titled = row
    while (
        row - 1 > least and header - row < _MOST_TITLES and len(words_in(grid.rows[row - 1])) == 1
    ):
        row -= 1
    return row if row < titled else header


# --- side by side --------------------------------------------------------------------------------


class _Span(NamedTuple):
    """The columns from `first` up to `end` of one of several tables."""

    first: int
    end: int


def _beside(grid: Grid, asked: Asked) -> list[Part]:
    """The tables side by side: their labels come again, or an empty column stands between."""
    header = asked.header if asked.header is not None else header_of(grid)
    if header is not None and header >= len(grid.rows):
        return [Part(grid)]
    width = max(map(len, grid.rows), default=0)
    begun = header if header is not None else first_timed(grid)
    spans, shared = _apart(grid, begun, width, asked), 0
    if len(spans) < 2 and header is not None:
        spans, shared = _repeated(grid, header, width, asked.today)
    if len(spans) < 2 and header is not None:
        spans, shared = _alike(grid, header, width, asked.today), 0
    if len(spans) < 2 or not _mapped(spans, asked):
        return [Part(grid)]
    named = _names(grid, begun, spans)
    parts = [
        _part(grid, begun, span, shared, names, asked.today)
        for span, names in zip(spans, named, strict=True)
    ]
    rooms = [] if header is None or any(named) else _rooms(grid, header, spans)
    return [_in_room(*each) for each in zip(parts, repeat(begun), rooms)] if rooms else parts


def _mapped(spans: Sequence[_Span], asked: Asked) -> bool:
    """Whether a mapping that was chosen, if any, has a title in several of the tables."""
    if asked.columns is None:
        return True
    titles = [column for column, field in asked.columns.items() if field == "title"]
    return sum(any(first <= each < end for each in titles) for first, end in spans) > 1


def _repeated(grid: Grid, header: int, width: int, today: date) -> tuple[list[_Span], int]:
    """The tables whose labels come again, and how many columns before them are for all."""
    labels = [folded(label) for label in labels_of(grid.rows, header, width)[0]]
    firsts = [
        column
        for column, label in enumerate(labels)
        if label and label not in labels[max(0, column - 1) : column] and labels.count(label) > 1
    ]
    begins = [column for column in firsts if labels[column] == labels[firsts[0]]]
    if len(begins) < 2:
        return [], 0
    body = grid.rows[header + 1 :]
    times = any(
        _times_in([cell_of(row, column) for row in body], today) > 1 for column in range(begins[0])
    )
    shared = begins[0] if times or any(labels[: begins[0]]) else 0
    if _is_empty(grid, header, begins[1] - 1):
        begins[0], shared = _first_label(labels), 0
    spans = [_Span(*each) for each in pairwise([*begins, width])]
    common = {field for label in labels[:shared] for field in named_by(label)[:1]}
    common |= {"start"} if times else set()
    whole = all(_is_table(labels[first:end], common) for first, end in spans)
    return (spans, shared) if whole else ([], 0)


def _first_label(labels: Sequence[str]) -> int:
    return next(column for column, label in enumerate(labels) if label)


def _is_table(labels: Sequence[str], common: set[str]) -> bool:
    """Whether columns of these labels may be a table, with those that are common to all."""
    said = [label for label in labels if label]
    timed = any("start" in named_by(label) for label in said)
    if timed:
        return any(
            "start" not in named_by(label) and "end" not in named_by(label) for label in said
        )
    titled = any("title" in fields_of(label) for label in said)
    return titled and "start" in common and "title" not in common and len(said) > 1


def _alike(grid: Grid, header: int, width: int, today: date) -> list[_Span]:
    """The tables that each begin with a column of times and tell what is on at them, whatever
    they call it: Heure, Amphi, Intervenant, Heure B, Salle 2, Orateur.
    """
    labels, body = labels_of(grid.rows, header, width)
    begins = [
        column
        for column, label in enumerate(labels)
        if "start" in fields_of(label)[:1]
        and _times_in([cell_of(row, column) for row in grid.rows[body:]], today) > 1
    ]
    if len(begins) < 2 or any(labels[: begins[0]]):
        return []
    spans = [_Span(*each) for each in pairwise([*begins, width])]
    titled = all(
        any({"title", "session"} & set(named_by(label)[:1]) for label in labels[first:end])
        for first, end in spans
    )
    return spans if titled or _rooms(grid, header, spans) else []


def _rooms(grid: Grid, header: int, spans: Sequence[_Span]) -> list[int]:
    """The columns that bear, in each of the tables, the name of its room where its titles stand."""
    row = [words_of(cell) for cell in grid.rows[header]]
    columns = [span.first + 1 for span in spans if span.first + 1 < min(span.end, len(row))]
    rooms = [row[column] for column in columns if _is_room(row[column])]
    titled = any("title" in named_by(label) for label in row)
    return columns if len(set(rooms)) == len(spans) and not titled else []


def _is_room(label: str) -> bool:
    return named_by(label)[:1] == ("room",) or bool(ROOM.match(label))


def _in_room(part: Part, header: int, column: int) -> Part:
    """The table whose titles stand below the name of its room."""
    row = part.grid.rows[header]
    named = (*row[:column], "title", *row[column + 1 :])
    rows = (*part.grid.rows[:header], named, *part.grid.rows[header + 1 :])
    place = part.grid.place(header, column)
    name = words_of(row[column]).replace("\n", " ")
    return part._replace(grid=part.grid._replace(rows=rows), name=name, place=place)


def _is_empty(grid: Grid, begun: int, column: int) -> bool:
    return all(says_nothing(cell_of(row, column)) for row in grid.rows[begun:])


_MOST_EMPTY: Final = 12
"""Empty columns of which each may part two tables; where there are more, none does."""


def _apart(grid: Grid, begun: int, width: int, asked: Asked) -> list[_Span]:
    """The tables between which an empty column stands, each with times and titles."""
    empty = [column for column in range(1, width - 1) if _is_empty(grid, begun, column)]
    if not 0 < len(empty) <= _MOST_EMPTY or matrix_of(grid, asked) is not None:
        return []
    plain = asked._replace(columns=None, header=None)
    spans = [_Span(0, width)]
    for column in empty:
        left, right = _Span(spans[-1].first, column), _Span(column + 1, width)
        if all(_is_programme(_masked(grid, begun, span), plain) for span in (left, right)):
            spans[-1:] = [left, right]
    return spans


def _is_programme(grid: Grid, asked: Asked) -> bool:
    found = columns_of(grid, asked)
    start = found.first("start") if found is not None else None
    if found is None or start is None:
        return False
    rows = grid.rows[found.body :]
    return _times_in([cell_of(row, start) for row in rows], asked.today) > 1


# --- what stands above a table -------------------------------------------------------------------


def _names(grid: Grid, header: int, spans: Sequence[_Span]) -> list[list[tuple[int, int]]]:
    """The cells above each of the tables that name it: those of rows that name several."""
    found: list[list[tuple[int, int]]] = [[] for _ in spans]
    for row in range(header - 1, max(-1, header - 3), -1):
        cells = [_cell_above(grid, row, span) for span in spans]
        texts = [words_of(cell_of(grid.rows[row], at)) for at in cells if at is not None]
        if len(set(texts)) < 2:
            if texts:
                break
            continue
        carried: int | None = None
        for at, names in zip(cells, found, strict=True):
            carried = at if at is not None else carried
            if carried is not None:
                names.insert(0, (row, carried))
    return found


def _cell_above(grid: Grid, row: int, span: _Span) -> int | None:
    cells = range(*span)
    return next((at for at in cells if not says_nothing(cell_of(grid.rows[row], at))), None)


def _part(
    grid: Grid, begun: int, span: _Span, shared: int, names: list[tuple[int, int]], today: date
) -> Part:
    """The part with its name and its day, the cells that tell them taken out of it."""
    day, said = None, []
    for row, column in names:
        text = words_of(grid.rows[row][column]).replace("\n", " ")
        found = day_told(text, today)
        bare = moment(text, Reading(today))
        if found is not None:
            day, text = found.day, (text[: found.at] + text[found.to :]).strip(_MARKS)
        elif bare is not None and bare.day is not None and bare.start is None:
            day, text = bare.day, ""
        said += [text] if text else []
    named = {row for row, _ in names}
    part = _masked(grid, begun, span, shared, named)
    place = grid.place(*names[-1]) if names else Place()
    return Part(part, ", ".join(dict.fromkeys(said)), day, place, True, shared > 0)


_MARKS: Final = " ,;:-–—|·()@"


def _masked(
    grid: Grid, begun: int, span: _Span, shared: int = 0, blank: set[int] | None = None
) -> Grid:
    """The grid with nothing but the columns of one table below `begun`, and no rows of names."""

    def row_of(at: int, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        if at in (blank or ()):
            return ()
        if at < begun:
            return row
        return tuple(
            cell if column < shared or span.first <= column < span.end else None
            for column, cell in enumerate(row[: span.end])
        )

    return grid._replace(rows=tuple(row_of(at, row) for at, row in enumerate(grid.rows)))
