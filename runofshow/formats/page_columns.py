"""White between columns: where rows of a page stand side by side, as a table or as a newspaper.

A gutter is white that goes down through several rows. Rows on both sides of one are a table when
the first column holds labels (hours), and columns read one after the other when both hold lines
of text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import Final, NamedTuple

from runofshow.formats.page_rows import Row, Word
from runofshow.formats.paragraphs import bullet

_SEED: Final = 1.3
"""Of the size of the letters: white in a row that may be a gutter."""
_GUTTER: Final = 0.55
"""Of the size: white that remains one after all rows."""
_FEWEST: Final = 3
"""Rows on both sides that make columns; fewer are told apart by a tab."""
_CROSSED: Final = 0.08
"""Share of the rows that may run over a gutter: merged cells."""
_NUMBERED: Final = re.compile(r"(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]")
_TIME: Final = re.compile(r"\D{0,12}\d{1,2}\s?(?:[hH:.]\s?\d{0,2}|[ap]m\b)")


class Band(NamedTuple):
    """Rows that follow each other: in columns from `edges[i]` to `edges[i + 1]`, or in one."""

    rows: tuple[Row, ...]
    edges: tuple[float, ...] = ()

    def split(self, row: Row) -> list[Row | None]:
        """The words of a row by column; a phrase that runs over an edge stays whole."""
        columns: list[list[Word]] = [[] for _ in self.edges[1:]]
        at = 0
        for index, word in enumerate(row.words):
            before = row.words[index - 1] if index else None
            here = self._column(word)
            apart = before is None or word.left - before.right > _GUTTER * row.size
            if apart or (here > at and before is not None and self._begins(word, here, before)):
                at = here
            columns[at].append(word)
        return [Row.of(words) if words else None for words in columns]

    def _column(self, word: Word) -> int:
        inner = self.edges[1:-1]
        return sum(word.left + min(1.0, word.right - word.left) > edge for edge in inner)

    def _begins(self, word: Word, column: int, before: Word) -> bool:
        """Whether a word stands where its column begins, a little white before it."""
        usual = min(
            (
                each.left
                for row in self.rows
                for each in row.words
                if each.left >= self.edges[column]
            ),
            default=0.0,
        )
        return abs(word.left - usual) < 1.5 and word.left - before.right > 0.3 * word.size

    @property
    def newspaper(self) -> bool:
        """Whether its columns are read one after the other."""
        return bool(self.edges) and _newspaper(self)


def bands(rows: Sequence[Row]) -> Iterator[Band]:
    """The rows of a page or a column, cut where columns begin and end."""
    at, plain = 0, 0
    while at < len(rows):
        end, gap = _reach(rows, at)
        if gap is None:
            at += 1
            continue
        start = _lifted(rows, at, plain, gap)
        band = Band(tuple(rows[start:end]), _edges(rows[start:end], gap))
        if plain < start:
            yield Band(tuple(rows[plain:start]))
        yield band
        at = plain = end
    if plain < len(rows):
        yield Band(tuple(rows[plain:]))


_Gap = tuple[float, float]


def _gaps(row: Row, least: float) -> list[_Gap]:
    """The white between words of a row, wider than `least` of its size."""
    gaps: list[_Gap] = []
    right = row.words[0].right
    marked = is_mark(row.words[0].text)
    for index, word in enumerate(row.words[1:]):
        if word.left - right > least * row.size and (index or not marked):
            gaps.append((right, word.left))
        right = max(right, word.right)
    return gaps


def is_mark(text: str) -> bool:
    """Whether the first word of a row marks a point: a bullet or a number, set apart from it."""
    lone = len(text) == 1 and not text.isalnum()
    return lone or bullet(f"{text} x") > 0 or _NUMBERED.fullmatch(text) is not None


def _reach(rows: Sequence[Row], at: int) -> tuple[int, _Gap | None]:
    """How far down the best gutter that begins in the row `at` reaches, None if it is none."""
    best: tuple[int, int, _Gap] | None = None
    for seed in _gaps(rows[at], _SEED):
        end, sided, gap = _followed(rows, at, seed)
        if sided >= _FEWEST and (best is None or sided > best[0]):
            best = sided, end, gap
    return (best[1], best[2]) if best else (at + 1, None)


def _followed(rows: Sequence[Row], at: int, gap: _Gap) -> tuple[int, int, _Gap]:
    """A gutter followed down: where it ends, how many rows have both sides, what is left of it."""
    sided, last, kept = 1, at, gap
    for index in range(at + 1, len(rows)):
        row = rows[index]
        far = row.base - rows[index - 1].base > 6 * max(row.size, rows[index - 1].size)
        narrowed = None if far else _narrowed(row, gap)
        if narrowed is None:
            break
        gap = narrowed
        if row.left < gap[0] and row.right > gap[1]:
            sided, last, kept = sided + 1, index, gap
        elif row.left >= gap[1] and index == last + 1 and _close(rows[index - 1], row):
            last, kept = index, gap
    return last + 1, sided, kept


def _narrowed(row: Row, gap: _Gap) -> _Gap | None:
    """What is left of a gutter beside the words of a row."""
    left, right = gap
    for word in row.words:
        if word.right <= left or word.left >= right:
            continue
        if word.left - left >= right - word.right:
            right = word.left
        else:
            left = word.right
        if right - left < _GUTTER * row.size:
            return None
    return left, right


def _close(one: Row, other: Row) -> bool:
    return other.base - one.base < 1.7 * max(one.size, other.size)


def _lifted(rows: Sequence[Row], at: int, least: int, gap: _Gap) -> int:
    """The first row of the columns: lines of a cell may begin above the label beside them."""
    while at > least and rows[at - 1].left >= gap[1] - 2 and _close(rows[at - 1], rows[at]):
        at -= 1
    return at


def _edges(rows: Sequence[Row], gap: _Gap) -> tuple[float, ...]:
    """The edges of the columns: the middle of all white that goes through nearly all rows."""
    left = min(row.left for row in rows)
    right = max(row.right for row in rows)
    size = median(row.size for row in rows)
    covered = _covered(rows, left, int(right - left) + 2)
    for x in range(max(0, int(gap[0] - left) + 1), min(len(covered), int(gap[1] - left))):
        covered[x] = 0
    allowed = int(len(rows) * _CROSSED)
    edges = [left - 1]
    white = 0
    for x, count in enumerate(covered):
        if count <= allowed:
            white += 1
            continue
        if white >= max(3.0, _GUTTER * size) and x > white:
            edges.append(left + x - white / 2)
        white = 0
    return (*edges, right + 1)


def _covered(rows: Sequence[Row], left: float, width: int) -> list[int]:
    """How many rows write over each point of the width."""
    steps = [0] * (width + 1)
    for row in rows:
        for start, end in _chunks(row):
            steps[max(0, int(start - left))] += 1
            steps[min(width, int(end - left) + 1)] -= 1
    return list(accumulate(steps))[:width]


def _chunks(row: Row) -> Iterator[_Gap]:
    """From where to where a row is written, word gaps included."""
    start, end = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        if word.left - end > _GUTTER * row.size:
            yield start, end
            start = word.left
        end = max(end, word.right)
    yield start, end


def _newspaper(band: Band) -> bool:
    columns = [
        [part for row in band.rows if (part := row.within(left, right))]
        for left, right in pairwise(band.edges)
    ]
    if len(columns) > 4 or any(len(column) < _FEWEST for column in columns):
        return False
    letters = [median(len(row.text) for row in column) for column in columns]
    if min(letters) < 12:
        return False
    timed = [sum(bool(_TIME.match(row.text)) for row in column) for column in columns]
    if min(timed) >= 2:
        return True
    return min(letters) >= 24 and timed[0] * 3 <= len(columns[0])
