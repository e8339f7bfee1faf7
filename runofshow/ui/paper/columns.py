"""Columns: how wide each column of a table is, so that the table is as wide as the paper.

Fixed columns have what they ask for. The others share what is left by what their words want, none
below its least, the first of them (the titles) before the others.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """A column: its head, and how wide it is at least and at best, in points."""

    name: str
    head: str
    least: float
    best: float


class Place(NamedTuple):
    """Where a column stands."""

    name: str
    head: str
    x: float
    width: float


def placed(columns: Sequence[Column], wide: float, gap: float) -> dict[str, Place]:
    """The columns side by side, `gap` between them, filling `wide`."""
    room = wide - gap * (len(columns) - 1)
    least = sum(column.least for column in columns)
    wishes = [max(0.0, column.best - column.least) for column in columns]
    spare, wished = room - least, sum(wishes)
    if spare < 0:  # narrower than all of them need: each gives its part
        widths = [column.least * room / least for column in columns]
    else:
        share = min(1.0, spare / wished) if wished else 0.0
        widths = [c.least + wish * share for c, wish in zip(columns, wishes, strict=True)]
    widest = max(range(len(columns)), key=lambda at: columns[at].best)
    widths[widest] += room - sum(widths)
    found, x = {}, 0.0
    for column, width in zip(columns, widths, strict=True):
        found[column.name] = Place(column.name, column.head, x, width)
        x += width + gap
    return found
