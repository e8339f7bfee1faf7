"""Rows of a page to paragraphs and tables: what a margin broke is joined, and nothing else.

- A row goes on with the one before when its first word would not have stood there any more, the
  letters are of one size, and no more white is between them than elsewhere.
- A hyphen at the end of a line stays when the document writes the word with one, or when both
  parts are words of it; else it goes.
- Points are told by their mark, their level by how far in it stands; headings by their size.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runofshow.formats.page_columns import Band, bands, is_mark
from runofshow.formats.page_faces import Faces, hyphenated
from runofshow.formats.page_lines import drawn_between, lines_of
from runofshow.formats.page_margins import (
    LEADING,
    Margin,
    joins,
    margin_of,
    margin_shown,
    margins_of,
    reaches,
    wraps,
)
from runofshow.formats.page_rows import Row
from runofshow.formats.page_ruled import Ruled
from runofshow.formats.paragraphs import Pages, Run, bullet
from runofshow.formats.pdf_letters import Stroke
from runofshow.formats.wrapping import begins

_LONGEST_HEADING: Final = 200


class Flow:
    """Writes the rows of a document to `pages`, page after page."""

    def __init__(self, pages: Pages, letters: Faces) -> None:
        self._pages = pages
        self._faces = letters
        self._open: _Paragraph | None = None
        self._marks: list[float] = []

    def rows(self, rows: Sequence[Row], page: int, strokes: Sequence[Stroke] = ()) -> None:
        """The rows of a page, or of a part of it, with the lines drawn there."""
        for band in bands(rows):
            if not band.edges:
                self._text(band.rows, page, margin_of(band.rows, self._faces.right))
            elif band.newspaper:
                for left, right in pairwise(band.edges):
                    parts = [part for row in band.rows if (part := row.within(left, right))]
                    self.end()
                    self._text(parts, page, margin_of(parts, max(part.right for part in parts)))
            else:
                self.end()
                self._table(band, drawn_between(band, strokes))

    def end(self) -> None:
        """The paragraph that is open ends."""
        if self._open is not None:
            self._open.write(self._pages)
        self._open = None

    # --- text ------------------------------------------------------------------------------------

    def _text(self, rows: Sequence[Row], page: int, right: float) -> None:
        margins = margins_of(rows, right)
        shown = margin_shown(rows, right)
        last = right
        for row, margin in zip(rows, margins, strict=True):
            mark = bullet(row.text)
            before, last = last, margin
            here = Margin(min(before, margin), shown or margin != right)
            if self._open and self._goes_on(self._open, row, mark, here):
                self._open.add(row, self._faces)
                continue
            self._begin(row, mark, page)

    def _goes_on(self, paragraph: "_Paragraph", row: Row, mark: int, margin: Margin) -> bool:
        """Whether a row goes on with the paragraph before it."""
        last, down = paragraph.last, row.base - paragraph.last.base
        if mark or abs(last.size - row.size) > 0.6 or begins(row.text):
            return False
        if hyphenated(last) and row.text[:1].islower() and down > 0:
            return down < 3 * row.size
        if self._faces.heading(row) != paragraph.heading:
            return False
        if down <= 0:  # the top of another page or column
            return row.text[:1].islower() and not re.search(r"[.!?:;]\s*$", last.text)
        ratio = row.size / self._faces.size
        if down > max(LEADING * row.size, 1.2 * self._faces.leading * ratio):
            return False
        if paragraph.mark is not None and row.left < paragraph.mark - 2:
            return False
        return reaches(last, row, margin.right) and joins(last, row, margin.shown)

    def _begin(self, row: Row, mark: int, page: int) -> None:
        self.end()
        heading = self._faces.heading(row) if len(row.text) < _LONGEST_HEADING else 0
        level = self._level(row) if mark and not heading else 0
        if not level:
            self._marks = [] if not mark else self._marks
        self._open = _Paragraph(row, heading, level, row.left if level else None, page)

    def _level(self, row: Row) -> int:
        """How deep a point is, by where its mark stands against those before."""
        while self._marks and row.left < self._marks[-1] - 3:
            self._marks.pop()
        if not self._marks or row.left > self._marks[-1] + 3:
            self._marks.append(row.left)
        return len(self._marks)

    # --- tables ----------------------------------------------------------------------------------

    def _table(self, band: Band, lines: Sequence[float]) -> None:
        width = len(band.edges) - 1
        parts = {id(row): band.split(row) for row in band.rows}
        rights = [
            _margin([part for row in band.rows if (part := parts[id(row)][at])])
            for at in range(width)
        ]
        self._pages.table(
            [
                [
                    self.cell([part for row in rows if (part := parts[id(row)][at])], rights[at])
                    for at in range(width)
                ]
                for rows in lines_of(band, lines)
            ]
        )

    def ruled(self, table: Ruled, rows: Sequence[Row]) -> None:
        """A drawn table with the rows that stand in it."""
        self.end()
        cells: dict[int, list[Row]] = {}
        borders: dict[int, tuple[float, float]] = {}
        for number in {number for line in table.cells for number in line}:
            units = [
                (row, column)
                for row, line in enumerate(table.cells)
                for column, each in enumerate(line)
                if each == number
            ]
            left = table.xs[min(column for _, column in units)]
            right = table.xs[max(column for _, column in units) + 1]
            borders[number] = (left, right)
            top = table.ys[min(row for row, _ in units)]
            bottom = table.ys[max(row for row, _ in units) + 1]
            cells[number] = [
                part
                for row in rows
                if top <= row.base - 0.3 * row.size < bottom and (part := row.within(left, right))
            ]
        texts = {
            number: self.cell(parts, _ruled_margin(parts, borders[number]))
            for number, parts in cells.items()
        }
        filled = [
            column
            for column, numbers in enumerate(zip(*table.cells, strict=True))
            if any(texts[number] for number in numbers)
        ]
        self._pages.table([[texts[line[column]] for column in filled] for line in table.cells])

    def cell(self, rows: Sequence[Row], margin: Margin) -> str:
        """The text of a cell: a line for each that its writer ended."""
        lines: list[str] = []
        last: Row | None = None
        for row in rows:
            goes_on = last is not None and wraps(last, row, margin)
            text = row.text
            if goes_on and lines[-1].endswith("-"):
                lines[-1] = self._faces.joined(lines[-1], text) + text
            elif goes_on:
                lines[-1] += " " + text
            else:
                lines.append(text)
            last = row
        return "\n".join(lines)


def _margin(rows: Sequence[Row]) -> Margin:
    """The margin of a column of a table: its widest row, where others are broken there too."""
    right = max((row.right for row in rows), default=0.0)
    return Margin(right, margin_shown(rows, right))


def _ruled_margin(rows: Sequence[Row], borders: tuple[float, float]) -> Margin:
    """The margin of a drawn cell: as far from its right border as its rows are from the left.

    Where no row comes near that, somebody broke them: only what plainly goes on is joined.
    """
    if not rows:
        return Margin(borders[1])
    inside = max(min(row.left for row in rows) - borders[0], 2.0)
    right, widest = borders[1] - inside, max(row.right for row in rows)
    return Margin(right) if widest > right - 4 * rows[0].size else Margin(widest, shown=False)


class _Paragraph:
    """A paragraph whose end has not come."""

    def __init__(self, row: Row, heading: int, level: int, mark: float | None, page: int) -> None:
        self.last = row
        self.heading = heading
        self.mark = mark
        self._level = level
        self._page = page
        self._runs = _tabbed(row)

    def add(self, row: Row, letters: Faces) -> None:
        """Another row of it."""
        before = self._runs[-1]
        if before.text.endswith("-"):
            kept = letters.joined("".join(run.text for run in self._runs[-3:]), row.text)
            cut = before.text if kept.endswith("-") else before.text[:-1]
            self._runs[-1] = before._replace(text=cut)
            self._runs += row.runs()
        else:
            self._runs += [Run(" ", before.bold, before.italic), *row.runs()]
        self.last = row

    def write(self, pages: Pages) -> None:
        """Its text is whole."""
        runs = self._runs
        level = self._level
        if level:  # the mark counts as a level by itself
            level -= 1
        pages.paragraph(runs, heading=self.heading, level=level, page=self._page)


def _tabbed(row: Row) -> list[Run]:
    """The words of a row, a tab where they stand far apart."""
    runs: list[Run] = []
    start = 0
    for index, (one, other) in enumerate(pairwise(row.words), 1):
        if other.left - one.right > 1.8 * row.size and (index > 1 or not is_mark(one.text)):
            runs += [*Row.of(row.words[start:index]).runs(), Run("\t")]
            start = index
    return runs + Row.of(row.words[start:]).runs()
