"""Where a margin broke the rows of a page, told from where their writer ended them."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from runofshow.formats.page_faces import hyphenated
from runofshow.formats.page_rows import Row
from runofshow.formats.paragraphs import bullet
from runofshow.formats.wrapping import begins, broken_off

LEADING: Final = 1.45
"""Of the size: how far below each other the lines of a paragraph stand at most."""
_NARROWEST: Final = 25
"""Of the size: the width of a text, some 56 letters."""
_BLOCK: Final = 4
"""Rows that show a margin of their own."""
_MOSTLY: Final = 0.7
"""Share of them that end at it."""
_SHORTEST_FULL: Final = 20
"""Letters of the widest line of a cell that may have been broken."""


class Margin(NamedTuple):
    """Where rows may have been broken; `shown` when some plainly were."""

    right: float
    shown: bool = True


def margin_shown(rows: Sequence[Row], right: float) -> bool:
    """Whether a margin breaks rows at `right`, rather than the longest of them ending there.

    One that goes on in small letters below a full one shows it; so do several that end there.
    """
    if sum(right - row.right < row.size for row in rows) >= _BLOCK:
        return True
    return any(
        below.text[:1].islower() and below.base > above.base and reaches(above, below, right)
        for above, below in pairwise(rows)
    )


def joins(above: Row, below: Row, shown: bool) -> bool:
    """Whether a row that did not fit above may go on with it: no other face, and in a sentence.

    Where a margin is shown, that it did not fit is enough; else one must break off, or the other
    begin in the midst of something.
    """
    other_face = _all_bold(above) != _all_bold(below) and not below.text[:1].islower()
    if (
        other_face
        or _LABEL.match(below.text)
        or (below.text.isupper() and not above.text.isupper())
    ):
        return broken_off(above.text)
    return shown or below.text[:1].islower() or broken_off(above.text)


_LABEL: Final = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]{4,}\s?:\s")
"""« lauréat : … », « Animation : … » below something else."""


def _all_bold(row: Row) -> bool:
    return all(word.bold for word in row.words)


def wraps(last: Row, row: Row, margin: Margin) -> bool:
    """Whether a row of a cell goes on with the one before."""
    right = margin.right
    if not joins(last, row, margin.shown):
        return False
    if bullet(row.text) or begins(row.text) or row.base - last.base > 1.7 * row.size:
        return False
    if hyphenated(last) and row.text[:1].islower():
        return True
    if last.right > right - 2 and len(last.text) < _SHORTEST_FULL:
        return False
    return last.right + 0.25 * row.size + row.words[0].right - row.words[0].left > right + 1


def margin_of(rows: Sequence[Row], right: float) -> float:
    """Where a margin breaks the rows: nowhere when nobody would set text as narrow as that.

    Of narrow columns several rows must end there.
    """
    size = median(row.size for row in rows)
    if right - min(row.left for row in rows) > _NARROWEST * size:
        return right
    near = sum(right - row.right < 4 * size for row in rows)
    return right if near >= 4 and 2 * near > len(rows) else math.inf


def margins_of(rows: Sequence[Row], right: float) -> list[float]:
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
    return near and 0 < down <= LEADING * below.size and not bullet(below.text)


def _own_margin(block: Sequence[Row], right: float) -> float:
    if len(block) < _BLOCK:
        return right
    own = max(row.right for row in block)
    if own - block[0].left < _NARROWEST * block[0].size:
        return right
    full = sum(reaches(above, below, own) for above, below in pairwise(block))
    return own if full > _MOSTLY * (len(block) - 1) else right


def reaches(above: Row, below: Row, right: float) -> bool:
    """Whether the first word of a row would not have stood on the one above."""
    first = below.words[0]
    return above.right + 0.25 * below.size + first.right - first.left > right
