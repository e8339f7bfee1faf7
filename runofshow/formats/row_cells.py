"""The cells of a table by what its columns hold: a row's title, its room, who speaks."""

from collections.abc import Sequence
from typing import Final

from runofshow.formats.cells import words_of
from runofshow.formats.columns import Columns
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Grid

_BESIDE: Final = frozenset(("speakers", "room", "role", "organisation", "topic", "chair", "mic"))
"""Fields that tell about the title on their left: merged with it they tell nothing."""


class RowCells:
    """The cells of one grid, by row and column or by row and field."""

    def __init__(self, grid: Grid, columns: Columns) -> None:
        self._grid, self._columns = grid, columns
        self._by_field: dict[str, list[int]] = {}
        for column, field in sorted(columns.fields.items()):
            self._by_field.setdefault(field, []).append(column)

    def of(self, field: str) -> Sequence[int]:
        """The columns of a field, from left to right."""
        return self._by_field.get(field, ())

    def label(self, column: int) -> str:
        """What the column is called, "" for nothing."""
        return self._columns.labels[column]

    def cell(self, row: int, column: int) -> Cell:
        """The cell; None beyond the end of its row."""
        cells_of_row = self._grid.rows[row]
        return cells_of_row[column] if column < len(cells_of_row) else None

    def column(self, column: int) -> list[Cell]:
        """All cells of the column below its label."""
        rows = self._grid.rows[self._columns.body :]
        return [row[column] for row in rows if column < len(row)]

    def said(self, row: int) -> dict[int, str]:
        """The cells of the row that say something, as words."""
        found = {}
        for column, cell in enumerate(self._grid.rows[row]):
            if not says_nothing(cell):
                found[column] = words_of(cell)
        return found

    def text(self, row: int, field: str) -> str:
        """What the row says in the first column of the field that says anything."""
        for column in self.of(field):
            cell = self.cell(row, column)
            if not says_nothing(cell) and not self.repeats(row, column):
                return words_of(cell)
        return ""

    def repeats(self, row: int, column: int) -> bool:
        """Whether the cell is merged with the one on its left: what that holds is not of it."""
        if not column or self._columns.fields.get(column) not in _BESIDE:
            return False
        left, cell = self.cell(row, column - 1), self.cell(row, column)
        return isinstance(cell, str) and len(cell) > 3 and left == cell

    def says_none(self, row: int) -> bool:
        """Whether it is written that something is not known: N/A, tbd. So it is a thing."""
        return any(cell is not None and says_nothing(cell) for cell in self._grid.rows[row])

    def indent(self, row: int, column: int) -> int:
        """By how many columns of white space the text of the cell is set in."""
        cell = self.cell(row, column)
        if not isinstance(cell, str):
            return 0
        plain = cell.replace("\t", "    ").replace("\u00a0", " ")
        blank = len(plain) - len(plain.lstrip(" "))
        return blank if blank > 1 else 0
