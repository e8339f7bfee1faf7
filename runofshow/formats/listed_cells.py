"""Tables without a column of times: days or parts of the day side by side, each cell with its time.

    Vendredi 10 juillet | Samedi 11 juillet            | Matin            | Soir
    18h Ouverture       | 10h Atelier       Lundi 6    | 9h-12h Montage   | 20h30 Filage

Each line of a cell that begins with a time is a thing; the others belong to the one above them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from runofshow.formats.cells import words_of
from runofshow.formats.column_headers import HEADER_WITHIN, words_in
from runofshow.formats.column_words import named_by
from runofshow.formats.columns import CELLS, Columns
from runofshow.formats.draft import Asked, Doubt, Had
from runofshow.formats.kinds import kind_of
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Grid
from runofshow.formats.table_days import Calendar, day_alone
from runofshow.formats.table_items import Item, timed_title

_SAMPLE: Final = 60
"""Rows that are looked at."""
_TIMED: Final = 0.6
"""The part of the cells, at the least, that begin with a time."""


def listed(grid: Grid, asked: Asked) -> Columns | None:
    """How the table is understood when its cells tell their times; None when they do not."""
    rows = [at for at, row in enumerate(grid.rows[:HEADER_WITHIN]) if len(words_in(row)) > 1]
    if not rows or rows[0] + 1 >= len(grid.rows):
        return None
    header = rows[0]
    labels = tuple(words_of(cell).replace("\n", " ") for cell in grid.rows[header])
    if any("start" in named_by(label) for label in labels):
        return None
    days = [column for column, label in enumerate(labels) if day_alone(label, asked.today)]
    beside = _column_of_days(grid, header, asked.today)
    named = [column for column, label in enumerate(labels) if label and column != beside]
    if len(named) < 2 or (beside is None and len(days) < len(named)):
        return None
    cells = [
        words_of(row[column])
        for row in grid.rows[header + 1 : header + _SAMPLE]
        for column in named
        if column < len(row) and not says_nothing(row[column])
    ]
    if len(cells) < 2 or sum(map(_begins_with_time, cells)) < _TIMED * len(cells):
        return None
    fields = {column: CELLS + labels[column] for column in named}
    fields |= {} if beside is None else {beside: "day"}
    return Columns(fields, header, header + 1, labels, frozenset(fields))


def _column_of_days(grid: Grid, header: int, today: date) -> int | None:
    """The first column when days stand in it below its label."""
    held = [words_of(row[0]) for row in grid.rows[header + 1 :] if row and not says_nothing(row[0])]
    days = sum(day_alone(text, today) is not None for text in held)
    return 0 if held and days >= _TIMED * len(held) else None


def _begins_with_time(text: str) -> bool:
    found, title = timed_title(text.split("\n", maxsplit=1)[0], True)
    return found is not None and any(map(str.isalpha, title))


class ListReader:
    """Reads the cells of such a table, day by day."""

    def __init__(
        self, grid: Grid, columns: Columns, asked: Asked, day: Had[date] | None = None
    ) -> None:
        self._grid, self._columns, self._asked = grid, columns, asked
        self._calendar, self._day = Calendar(asked, day), day
        self.doubts: list[Doubt] = []
        self.parting: set[int] = set()

    def items(self) -> Iterator[Item]:
        """The items of each column, or of each row where the days stand in the rows."""
        beside = self._columns.first("day")
        held = [c for c, field in sorted(self._columns.fields.items()) if field.startswith(CELLS)]
        rows = range(self._columns.body, len(self._grid.rows))
        if beside is None:
            for column in held:
                yield from self._of(rows, (column,), self._named(column))
            return
        day = self._day
        for row in rows:
            told = day_alone(self._text(row, beside), self._asked.today)
            if told is not None:
                day = self._calendar.dated(told, self._grid.place(row, beside))
            yield from self._of((row,), held, day)

    def _named(self, column: int) -> Had[date] | None:
        """The day that the column's label tells."""
        header = self._columns.header or 0
        told = day_alone(self._text(header, column), self._asked.today)
        place = self._grid.place(header, column)
        return self._day if told is None else self._calendar.dated(told, place)

    def _text(self, row: int, column: int) -> str:
        cells = self._grid.rows[row]
        return words_of(cells[column]) if column < len(cells) else ""

    def _of(
        self, rows: Sequence[int], columns: Sequence[int], day: Had[date] | None
    ) -> Iterator[Item]:
        for row in rows:
            for column in columns:
                yield from self._in_cell(row, column, day)

    def _in_cell(self, row: int, column: int, day: Had[date] | None) -> Iterator[Item]:
        """The things of one cell, each line that has no time a note of the one above it."""
        place = self._grid.place(row, column)
        held: Item | None = None
        for line in filter(None, self._text(row, column).split("\n")):
            found, title = timed_title(line, True)
            if found is None and held is not None:
                held = held._replace(note=f"{held.note}\n{title}".strip())
                continue
            if held is not None:
                yield held
            kind = kind_of(title)
            held = Item(
                row,
                title,
                day,
                found.had_start(place) if found else None,
                found.had_end(place) if found else None,
                kind=Had(kind, "given", place) if kind else None,
                column=column,
            )
        if held is not None and not says_nothing(held.title):
            yield held
