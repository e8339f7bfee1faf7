"""What a file holds before anybody knows what it means: lines, tables, and places in them.

A reader of documents (Word, PDF, a web page …) turns bytes into a `Document`, a reader of sheets
into `Grid`s; what they mean is found afterwards. A `Place` lets a person see where a value was
read, in the very lines and cells that the `Source` shows.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from runofshow.core.sentences import Sentence

if TYPE_CHECKING:
    from runofshow.formats.draft import Doubt

Cell: TypeAlias = "str | int | float | bool | datetime | date | time | timedelta | None"
"""What a cell of a table holds; all of a text file are texts, None is an empty one."""


class Place(NamedTuple):
    """Where something stands in a source: a line, a cell or a path; nothing for all of it.

    `line` counts from 1 among `Source.lines`, `start` and `end` are columns of it from 0 (`end`
    None: to the end of the line). `row` and `column` count from 1 in the sheet `sheet`. `path` is
    the way to a value of a structured file, as `days[0].rooms.Saal 1[3].start`.
    """

    line: int | None = None
    start: int = 0
    end: int | None = None
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    path: str = ""

    def __str__(self) -> str:
        """The place for scripts, in every language: `line 41`, `Programme!C12`, `events[3]`."""
        if self.row is not None:
            sheet = f"{self.sheet}!" if self.sheet else ""
            return sheet + self.cell
        if self.path:
            return self.path
        return f"line {self.line}" if self.line is not None else ""

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it: C12; a row alone is 12."""
        return f"{column_name(self.column) if self.column else ''}{self.row or ''}"

    @property
    def said(self) -> Sentence | None:
        """The place for a person: line 41; sheet Programme, cell C12. None for all of it."""
        if self.row is not None and self.sheet:
            return Sentence.of("place_sheet_cell", sheet=self.sheet, cell=self.cell)
        if self.row is not None:
            return Sentence.of("place_cell", cell=self.cell)
        if self.line is not None:
            return Sentence.of("place_line", line=self.line)
        return Sentence.of("place_path", path=self.path) if self.path else None


def column_name(column: int) -> str:
    """The letters of a column counted from 1: A, Z, AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Line(NamedTuple):
    """A paragraph of a document, its marks told apart from its words.

    `number` is its line in the source. `heading` is 1 to 6, 0 for none. `level` is 0 for plain
    text, 1 for a point of a list, 2 for a point below a point; `indent` counts columns of white
    space before it. `bold` and `italic` are columns of `text` from and to; `text` itself has no
    mark-up left, its superscripts are plain letters, and no white space at its ends.
    """

    number: int
    text: str
    heading: int = 0
    level: int = 0
    indent: int = 0
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    page: int | None = None


class Grid(NamedTuple):
    """A table. `rows` are as wide as they are written; merged cells are repeated in each cell.

    `name` is the sheet's, `line` the source line of the first row where the table stands in a
    document, `lines` that of each row when they do not follow one another. A part of a sheet has
    `top` rows of the sheet above it; the rows of one that is `turned` are the sheet's columns.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    line: int | None = None
    lines: tuple[int, ...] = ()
    top: int = 0
    turned: bool = False

    def place(self, row: int, column: int | None = None) -> Place:
        """The place of a cell, or of a row, both counted from 0."""
        if self.turned:
            row, column = column or 0, row
        if self.line is None:
            column = None if column is None else column + 1
            return Place(sheet=self.name, row=self.top + row + 1, column=column)
        return Place(line=self.lines[row] if self.lines else self.line + row)

    def cut(self, first: int, end: int) -> "Grid":
        """The rows from `first` up to `end`, which know where they stand."""
        line = self.line if self.line is None or self.lines else self.line + first
        lines = self.lines[first:end]
        return self._replace(
            rows=self.rows[first:end], line=line, lines=lines, top=self.top + first
        )

    def across(self) -> "Grid":
        """The table turned on its side: its columns become rows."""
        width = max(map(len, self.rows), default=0)
        rows = tuple(
            tuple(row[column] if column < len(row) else None for row in self.rows)
            for column in range(width)
        )
        return self._replace(rows=rows, turned=not self.turned)


class Document(NamedTuple):
    """A text with its headings, lists and tables, in the order in which one reads it."""

    parts: tuple[Line | Grid, ...]
    title: str = ""
    """What the file itself says its title is; often wrong."""

    def lines(self) -> Iterator[Line]:
        """The paragraphs, without the tables."""
        return (part for part in self.parts if isinstance(part, Line))


class Source(NamedTuple):
    """What a person is shown of the file: its text in lines, or its sheets."""

    lines: tuple[str, ...] = ()
    sheets: tuple[Grid, ...] = ()
    doubts: "tuple[Doubt, ...]" = ()
    """Those about the file as a whole, of whatever it means: its encoding, pages left out."""

    def doubted(self, *doubts: "Doubt | None") -> Self:
        """This source with more doubts; those that are None are none."""
        return self._replace(doubts=self.doubts + tuple(each for each in doubts if each))
