"""What the columns of a table hold: times, days, lengths, names, essays, and how much of each."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import mean
from typing import Final, NamedTuple

from runofshow.core.dates import Order
from runofshow.core.times import Civil
from runofshow.formats.cell_lengths import Lengths, length
from runofshow.formats.cell_numbers import (
    NUMBER,
    Numbers,
    are_counted,
    bare_ranges,
    numbers_of,
    order_of,
)
from runofshow.formats.cells import Reading, moment
from runofshow.formats.column_headers import cell_of
from runofshow.formats.column_words import ROOM
from runofshow.formats.draft import DAY_CHANGE
from runofshow.formats.names import name_at
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell


class Profile(NamedTuple):
    """What a column holds, as parts of its filled cells."""

    filled: int = 0
    times: float = 0
    ranges: float = 0
    days: float = 0
    lengths: float = 0
    numbers: float = 0
    names: float = 0
    places: float = 0
    """The part that begins as the name of a room."""
    links: float = 0
    long: float = 0
    """The mean number of letters of a text."""
    distinct: float = 0
    order: Order | None = None
    means: Numbers = ""
    dotted: bool = False
    """Its numbers are written as 18.00, 18.15, each after the one before."""
    small: bool = False
    """Its times are all of the first hours of the night and in no order: they may be lengths."""
    counted: bool = False
    """Its numbers count from 1 without a gap: they are those of the rows, no hours."""

    @property
    def surely_times(self) -> float:
        """The part that is times whatever the column is called: bare hours may be anything."""
        return self.times if self.means in ("", "days", "serials") or self.dotted else 0


def profile(rows: Sequence[Sequence[Cell]], body: int, column: int, today: date) -> Profile:
    """What the cells of the column hold, in the rows from `body` on."""
    held = [cell_of(row, column) for row in rows[body:]]
    filled = [cell for cell in held if not says_nothing(cell)]
    if not filled:
        return Profile()
    order, means = order_of(filled[:60], today), numbers_of(filled)
    reading = Reading(today, order, means, bare_ranges(filled))
    moments = [found for cell in filled for found in (moment(cell, reading),) if found]
    texts = [cell.strip() for cell in filled if isinstance(cell, str)]
    part = 1 / len(filled)
    return Profile(
        len(filled),
        part * sum(found.start is not None or found.end is not None for found in moments),
        part * sum(found.start is not None and found.end is not None for found in moments),
        part * sum(found.day is not None for found in moments),
        part * sum(map(_is_length, filled)),
        part * sum(map(_is_number, filled)),
        part * sum(map(looks_like_a_name, texts)),
        part * sum(ROOM.match(text) is not None for text in texts),
        part * sum("://" in text or "@" in text for text in texts),
        mean(map(len, texts)) if texts else 0,
        part * len(set(map(str, filled))),
        order,
        means,
        _are_dotted(filled),
        _are_small([found.start for found in moments if found.start is not None]),
        are_counted(filled),
    )


_DOTTED: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def _are_dotted(cells: Sequence[Cell]) -> bool:
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    if len(texts) < max(2, len(cells)) or not all(map(_DOTTED.fullmatch, texts)):
        return False
    return all(float(former) <= float(later) for former, later in pairwise(texts))


def _are_small(starts: Sequence[Civil]) -> bool:
    ascending = all(former < later for former, later in pairwise(starts))
    return bool(starts) and max(starts) < DAY_CHANGE and not ascending


def _is_length(cell: Cell) -> bool:
    """Whether the cell can only be a length: it bears a unit, or hours, minutes and seconds."""
    if not isinstance(cell, str) or len(cell) > 30 or not any(map(str.isdigit, cell)):
        return False
    found = length(cell, Lengths())
    return (
        found is not None and not _is_number(cell) and (":" not in cell or cell.strip()[0] == "0")
    )


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(NUMBER.fullmatch(cell.strip()))
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def looks_like_a_name(text: str) -> bool:
    """Whether the text may be a person's name, or begin with one that something else follows."""
    if len(text) > 200 or any(map(str.isdigit, text)):
        return False
    first = _ENDS.split(text.strip(), maxsplit=1)[0].strip(" .*")
    found = name_at(first)
    return found is not None and found.to == len(first)


_ENDS: Final = re.compile(r"[,;(\n|]|\s(?:&|and|et|und|-|–)\s")
