"""What a cell of a column of lengths says, and how such a column is to be read.

- A number is minutes, unless the label names another unit or the numbers show one: parts of a day,
  hours with a fraction.
- 1:30 is an hour and a half, unless some would then last half a day, or the starts of the rows fit
  minutes and seconds better.
"""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from runofshow.core.times import HOUR, MINUTE, SECOND, Civil, Misread, read_length
from runofshow.formats.cell_numbers import NUMBER, number_in
from runofshow.formats.cells import EPOCHS, rounded, since_midnight
from runofshow.formats.column_words import folded
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell


class Lengths(NamedTuple):
    """How the cells of a column of lengths are to be read: what a bare number counts, what 1:30
    is.
    """

    unit: timedelta = MINUTE
    short: bool = False
    """Two numbers with a colon are minutes and seconds."""
    inferred: bool = False
    colons: bool = False
    """Some cells are two numbers with a colon."""


_DAY: Final = timedelta(days=1)
_NONE: Final = timedelta(0)
_LONGEST_DAY: Final = 12 * HOUR
"""Lengths without an hour beside them that add up to more are minutes and seconds."""


def lengths_of(cells: Sequence[Cell], label: str) -> Lengths:
    """How a column called `label` is to be read, from all its cells together."""
    values = [value for value in map(number_in, cells) if value is not None]
    unit = _unit_said(label)
    inferred = False
    if unit is None:
        unit, inferred = _unit_shown(values)
    colons = any(_colons(cell) for cell in cells)
    short = colons and _are_short(cells)
    return Lengths(unit, short, inferred or short, colons)


def lengths_fitting(
    cells: Sequence[Cell], lengths: Lengths, starts: Sequence[Civil | None]
) -> Lengths:
    """The reading of 1:30 with which more rows end when the next begins; as it was for a tie.

    Without starts it is the one with which the day is not too long.
    """
    other = lengths._replace(short=not lengths.short, inferred=True)
    if not any(starts):
        whole = sum((length(cell, lengths) or _NONE for cell in cells), _NONE)
        return other if whole > _LONGEST_DAY and not lengths.short else lengths
    better = _fitting(cells, other, starts) > _fitting(cells, lengths, starts)
    return other if better else lengths


def _fitting(cells: Sequence[Cell], lengths: Lengths, starts: Sequence[Civil | None]) -> int:
    """How many rows last exactly until the start of the next."""
    count = 0
    for cell, (start, following) in zip(cells, pairwise(starts), strict=False):
        lasts = length(cell, lengths)
        if lasts is not None and start is not None and following is not None:
            count += start.past_midnight + lasts == following.past_midnight
    return count


_UNITS: Final = (
    (HOUR, ("h", "heures", "hours", "hrs", "stunden", "std", "heure", "hour")),
    (MINUTE, ("min", "mins", "minutes", "minuten", "mn", "minute")),
    (SECOND, ("s", "sec", "secs", "seconds", "secondes", "sekunden", "sek")),
)


def _unit_said(label: str) -> timedelta | None:
    words = folded(label).split()
    if words[-2:] in (["h", "mm"], ["hh", "mm"], ["mm", "ss"]):
        return None
    return next((unit for unit, names in _UNITS if set(words) & set(names)), None)


def _unit_shown(values: Sequence[float]) -> tuple[timedelta, bool]:
    """Minutes, unless the numbers are parts of a day, or too small and broken to be minutes."""
    if values and max(values) < 1:
        whole = all(abs(value * 1440 - round(value * 1440)) < 1e-6 for value in values)
        return (_DAY, False) if whole and max(values) < 0.45 else (HOUR, True)
    if values and max(values) <= 12 and any(value % 1 for value in values):
        return HOUR, True
    return MINUTE, False


_TWO: Final = re.compile(r"(\d{1,3}):([0-5]\d)")


def _are_short(cells: Sequence[Cell]) -> bool:
    """Whether 45:00 must be minutes and seconds: some would last more than half a day."""
    hours = [int(match[1]) for match in map(_colons, cells) if match]
    return bool(hours) and max(hours) >= 13


def _colons(cell: Cell) -> "re.Match[str] | None":
    return _TWO.fullmatch(cell.strip()) if isinstance(cell, str) else None


def length(cell: Cell, lengths: Lengths) -> timedelta | None:
    """The length that the cell says; None for one that says none, or nothing."""
    if says_nothing(cell) or isinstance(cell, bool):
        return None
    match cell:
        case str():
            found = _length_written(cell.strip(), lengths)
        case datetime() if cell.year in EPOCHS:
            found = since_midnight(rounded(cell).time())
        case time():
            found = since_midnight(cell)
        case timedelta():
            found = cell
        case int() | float():
            found = _counted(float(cell), lengths)
        case _:
            return None
    if found is None or not timedelta(0) < found <= _DAY:
        return None
    return timedelta(seconds=int((found + SECOND / 2) // SECOND))


def _counted(value: float, lengths: Lengths) -> timedelta | None:
    return value * lengths.unit if 0 < value < 100_000 else None


def _length_written(text: str, lengths: Lengths) -> timedelta | None:
    if NUMBER.fullmatch(text):
        return _counted(float(text.replace(",", ".")), lengths)
    try:
        return read_length(text, "m:ss" if lengths.short else "h:mm")
    except Misread:
        return None
