"""Rows of a page to paragraphs and tables: what a margin broke is joined, and nothing else.

- A row goes on with the one before when its first word would not have stood there any more, the
  letters are of one size, and no more white is between them than elsewhere.
- A hyphen at the end of a line stays when the document writes the word with one, or when both
  parts are words of it; else it goes.
- Points are told by their mark, their level by how far in it stands; headings by their size.
"""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from runofshow.formats.page_columns import Band, bands
from runofshow.formats.page_rows import Row
from runofshow.formats.page_ruled import Ruled
from runofshow.formats.paragraphs import Pages, Run, bullet, plain
from runofshow.formats.pdf_letters import Stroke
from runofshow.formats.wrapping import begins

_LEADING: Final = 1.45
"""Of the size: how far below each other the lines of a paragraph stand at most."""
_LARGER: Final = 1.14
"""Against the text: letters of a heading."""
_NARROWEST: Final = 25
"""Of the size: the width of a text, some 56 letters."""
_BLOCK: Final = 4
"""Rows that show a margin of their own."""
_MOSTLY: Final = 0.7
"""Share of them that end at it."""
_SHORTEST_FULL: Final = 20
"""Letters of the widest line of a cell that may have been broken."""
_LONGEST_HEADING: Final = 200
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Faces(NamedTuple):
    """What a whole document tells of its text: its letters, its headings', its words, its lines."""

    size: float
    headings: tuple[float, ...]
    words: frozenset[str]
    right: float = 0.0
    """Where its widest rows end."""
    leading: float = 0.0
    """How far below each other the lines of its text stand, as a rule."""

    def heading(self, row: Row) -> int:
        """The level of a heading, by its size; 0 for text."""
        for level, size in enumerate(self.headings, 1):
            if row.size >= size - 0.3:
                return min(level, 6)
        return 0

    def joined(self, before: str, after: str) -> str:
        """Two parts of a word that a line broke at a hyphen."""
        first = _WORDS.findall(plain(before))
        second = _WORDS.findall(plain(after))
        if not first or not second or not after[:1].islower():
            return before
        start, end = first[-1].rsplit("-", 1)[-1].lower(), second[0].split("-", 1)[0].lower()
        if f"{start}-{end}" in self.words:
            return before
        if start + end in self.words:
            return before[:-1]
        return (
            before
            if end in self.words and (start in self.words or len(start) <= 3)
            else before[:-1]
        )


def faces(pages: Iterable[Sequence[Row]]) -> Faces:
    """What the rows of all pages tell of the letters."""
    letters: dict[float, int] = {}
    words: set[str] = set()
    kept = list(pages)
    for rows in kept:
        for row in rows:
            half = round(row.size * 2) / 2
            letters[half] = letters.get(half, 0) + len(row.text)
        words |= _words(rows)
    if not letters:
        return Faces(0, (), frozenset())
    size = max(letters, key=lambda each: letters[each])
    larger = sorted((each for each in letters if each > size * _LARGER), reverse=True)
    return Faces(size, tuple(larger[:6]), frozenset(words), _edge(kept), _spacing(kept, size))


def _words(rows: Sequence[Row]) -> set[str]:
    """The words of a page and the parts of those with a hyphen; what a line broke tells nothing."""
    words: set[str] = set()
    broken = False
    for row in rows:
        found = [word.lower() for word in _WORDS.findall(plain(row.text))]
        ends = _hyphenated(row)
        for word in found[int(broken) : len(found) - ends]:
            words.update((word, *word.split("-")))
        broken = ends
    return words


def _edge(pages: Sequence[Sequence[Row]]) -> float:
    """Where the widest rows end."""
    return max((row.right for rows in pages for row in rows), default=0.0)


def _spacing(pages: Sequence[Sequence[Row]], size: float) -> float:
    """How far below each other the lines of the text stand; its paragraphs are further apart."""
    spaces = sorted(
        below.base - above.base
        for rows in pages
        for above, below in pairwise(rows)
        if abs(above.size - size) < 0.6 and abs(below.size - size) < 0.6
        if 0.8 * size < below.base - above.base < 3 * size
    )
    return spaces[len(spaces) // 4] if spaces else 0.0


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
                self._text(band.rows, page, _margin(band.rows, self._faces.right))
            elif band.newspaper:
                for left, right in pairwise(band.edges):
                    parts = [part for row in band.rows if (part := row.within(left, right))]
                    self.end()
                    self._text(parts, page, _margin(parts, max(part.right for part in parts)))
            else:
                self.end()
                self._table(band, _drawn(band, strokes))

    def end(self) -> None:
        """The paragraph that is open ends."""
        if self._open is not None:
            self._open.write(self._pages)
        self._open = None

    # --- text ------------------------------------------------------------------------------------

    def _text(self, rows: Sequence[Row], page: int, right: float) -> None:
        margins = _margins(rows, right)
        last = right
        for row, margin in zip(rows, margins, strict=True):
            mark = bullet(row.text)
            before, last = last, margin
            if self._open and self._goes_on(self._open, row, mark, min(before, margin)):
                self._open.add(row, self._faces)
                continue
            self._begin(row, mark, page)

    def _goes_on(self, paragraph: "_Paragraph", row: Row, mark: int, right: float) -> bool:
        """Whether a row goes on with the paragraph before it."""
        last, down = paragraph.last, row.base - paragraph.last.base
        if mark or abs(last.size - row.size) > 0.6 or begins(row.text):
            return False
        if _hyphenated(last) and row.text[:1].islower() and down > 0:
            return down < 3 * row.size
        if self._faces.heading(row) != paragraph.heading:
            return False
        if down <= 0:  # the top of another page or column
            return row.text[:1].islower() and not re.search(r"[.!?:;]\s*$", last.text)
        ratio = row.size / self._faces.size
        if down > max(_LEADING * row.size, 1.2 * self._faces.leading * ratio):
            return False
        if paragraph.mark is not None and row.left < paragraph.mark - 2:
            return False
        return _reaches(last, row, right)

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
            max((part.right for split in parts.values() if (part := split[at])), default=0.0)
            for at in range(width)
        ]
        self._pages.table(
            [
                [
                    self.cell([part for row in rows if (part := parts[id(row)][at])], rights[at])
                    for at in range(width)
                ]
                for rows in _lines_of(band, lines)
            ]
        )

    def ruled(self, table: Ruled, rows: Sequence[Row]) -> None:
        """A drawn table with the rows that stand in it."""
        self.end()
        cells: dict[int, list[Row]] = {}
        for number in {number for line in table.cells for number in line}:
            units = [
                (row, column)
                for row, line in enumerate(table.cells)
                for column, each in enumerate(line)
                if each == number
            ]
            left = table.xs[min(column for _, column in units)]
            right = table.xs[max(column for _, column in units) + 1]
            top = table.ys[min(row for row, _ in units)]
            bottom = table.ys[max(row for row, _ in units) + 1]
            cells[number] = [
                part
                for row in rows
                if top <= row.base - 0.3 * row.size < bottom and (part := row.within(left, right))
            ]
        texts = {
            number: self.cell(parts, max((part.right for part in parts), default=0))
            for number, parts in cells.items()
        }
        self._pages.table([[texts[number] for number in line] for line in table.cells])

    def cell(self, rows: Sequence[Row], right: float) -> str:
        """The text of a cell: a line for each that its writer ended."""
        lines: list[str] = []
        last: Row | None = None
        for row in rows:
            wraps = last is not None and _wraps(last, row, right)
            text = row.text
            if wraps and lines[-1].endswith("-"):
                lines[-1] = self._faces.joined(lines[-1], text) + text
            elif wraps:
                lines[-1] += " " + text
            else:
                lines.append(text)
            last = row
        return "\n".join(lines)


def _wraps(last: Row, row: Row, right: float) -> bool:
    """Whether a row of a cell goes on with the one before."""
    if bullet(row.text) or begins(row.text) or row.base - last.base > 1.7 * row.size:
        return False
    if _hyphenated(last) and row.text[:1].islower():
        return True
    if last.right > right - 2 and len(last.text) < _SHORTEST_FULL:
        return False
    return last.right + 0.25 * row.size + row.words[0].right - row.words[0].left > right + 1


def _margin(rows: Sequence[Row], right: float) -> float:
    """Where a margin breaks the rows: nowhere when nobody would set text as narrow as that.

    Of narrow columns several rows must end there.
    """
    size = median(row.size for row in rows)
    if right - min(row.left for row in rows) > _NARROWEST * size:
        return right
    near = sum(right - row.right < 4 * size for row in rows)
    return right if near >= 4 and 2 * near > len(rows) else math.inf


def _margins(rows: Sequence[Row], right: float) -> list[float]:
    """The margin that breaks each row: that of its block where it is set narrower, else `right`.

    A block is rows close below each other that begin at one place. It has a margin of its own when
    most of its rows end where the next word would not have stood: lines that people end do not.
    """
    margins: list[float] = []
    block: list[Row] = []
    for row in (*rows, None):
        if row is not None and (not block or _together(block[-1], row)):
            block.append(row)
            continue
        margins += [_own_margin(block, right)] * len(block)
        block = [row] if row is not None else []
    return margins


def _together(above: Row, below: Row) -> bool:
    down = below.base - above.base
    near = abs(above.left - below.left) < 3 and abs(above.size - below.size) < 0.6
    return near and 0 < down <= _LEADING * below.size and not bullet(below.text)


def _own_margin(block: Sequence[Row], right: float) -> float:
    if len(block) < _BLOCK:
        return right
    own = max(row.right for row in block)
    if own - block[0].left < _NARROWEST * block[0].size:
        return right
    full = sum(_reaches(above, below, own) for above, below in pairwise(block))
    return own if full > _MOSTLY * (len(block) - 1) else right


def _reaches(above: Row, below: Row, right: float) -> bool:
    """Whether the first word of a row would not have stood on the one above."""
    first = below.words[0]
    return above.right + 0.25 * below.size + first.right - first.left > right


def _hyphenated(row: Row) -> bool:
    """Whether a row ends in the middle of a word."""
    return len(row.text) > 2 and row.text[-1] == "-" and row.text[-2].isalpha()


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
        if other.left - one.right > 1.8 * row.size and not bullet(one.text + " x"):
            runs += [*Row.of(row.words[start:index]).runs(), Run("\t")]
            start = index
    return runs + Row.of(row.words[start:]).runs()


def _drawn(band: Band, strokes: Sequence[Stroke]) -> list[float]:
    """Where lines are drawn between the rows of a table, over most of its width."""
    left, right = band.edges[0], band.edges[-1]
    top, bottom = band.rows[0].base - band.rows[0].size, band.rows[-1].base
    within = (
        stroke.top
        for stroke in strokes
        if stroke.across and top < stroke.top < bottom
        if min(right, stroke.right) - max(left, stroke.left) > 0.7 * (right - left)
    )
    return sorted(within)


def _lines_of(band: Band, drawn: Sequence[float]) -> list[list[Row]]:
    """The rows of the page that make each row of the table: between lines, else by its labels."""
    if len(drawn) >= 2:
        lines: list[list[Row]] = [[] for _ in range(len(drawn) + 1)]
        for row in band.rows:
            lines[sum(row.base - 0.3 * row.size > line for line in drawn)].append(row)
        return [line for line in lines if line]
    label = band.edges[1]
    lines = []
    for block in _blocks(band.rows):
        labels = [index for index, row in enumerate(block) if _labelled(row, label)]
        if len(labels) <= 1:
            lines.append(block)
            continue
        cuts = [0, *(index for index in labels[1:] if not _label_goes_on(block, index)), len(block)]
        lines += [block[start:end] for start, end in pairwise(cuts)]
    return _without_orphans(lines, label)


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that more white than usual parts."""
    spaces = [below.base - above.base for above, below in pairwise(rows)]
    tight = sorted(spaces)[len(spaces) // 4] if spaces else 0.0
    blocks: list[list[Row]] = []
    for row, space in zip(rows, (0.0, *spaces), strict=True):
        if not blocks or space > 1.3 * tight:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _labelled(row: Row, label: float) -> bool:
    return row.left < label


def _label_goes_on(block: Sequence[Row], index: int) -> bool:
    """Whether a label is the second line of one: « 9h00 - » above « 10h30 »."""
    above, here = block[index - 1].text, block[index].text
    return bool(re.search(r"[-–—à]\s*$", above.split("\t")[0])) or here[:1] in "-–—"


def _without_orphans(lines: list[list[Row]], label: float) -> list[list[Row]]:
    """The lines of a table, those without a label put to the one before."""
    kept: list[list[Row]] = []
    for line in lines:
        if kept and not any(_labelled(row, label) for row in line) and _near(kept[-1], line):
            kept[-1] = kept[-1] + line
        else:
            kept.append(line)
    return kept


def _near(above: Sequence[Row], below: Sequence[Row]) -> bool:
    size = median(row.size for row in (*above, *below))
    return below[0].base - above[-1].base < 2.2 * size
