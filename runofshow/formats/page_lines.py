"""The rows of a page that make each line of a table: between lines drawn, else by its labels."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from runofshow.formats.page_columns import Band
from runofshow.formats.page_rows import Row
from runofshow.formats.pdf_letters import Stroke


def drawn_between(band: Band, strokes: Sequence[Stroke]) -> list[float]:
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


def lines_of(band: Band, drawn: Sequence[float]) -> list[list[Row]]:
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
