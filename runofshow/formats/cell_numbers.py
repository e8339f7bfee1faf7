"""What the bare numbers of a column are, and in which order its days are written: seen from all of
its cells together.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from runofshow.core.dates import Order, find_dates
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell

Numbers: TypeAlias = Literal["", "days", "serials", "hours", "hhmm", "hour_minute", "decimal"]
"""What the bare numbers of a column of times are; "" when they are none."""
NUMBER: Final = re.compile(r"\d{1,9}(?:[.,]\d{1,20})?")
LONGEST: Final = 80
"""Nobody writes when in more letters than this."""


def numbers_of(cells: Iterable[Cell]) -> Numbers:
    """What the bare numbers of a column of times are, from all of them together."""
    values = [value for value in map(number_in, cells) if value is not None]
    if not any(values):
        return ""
    if all(0 <= value < 3 for value in values) and min(values) < 1:
        return "days"
    if all(20_000 <= value < 90_000 for value in values):
        return "serials"
    if all(value.is_integer() for value in values):
        if all(0 <= value <= 24 for value in values):
            return "hours"
        return "hhmm" if all(0 <= value < 2460 and value % 100 < 60 for value in values) else ""
    return _pointed(values) if all(1 <= value < 25 for value in values) else ""


def are_counted(cells: Iterable[Cell]) -> bool:
    """Whether the cells are the numbers from 1 on, or from 0, none of them left out."""
    values = [number_in(cell) for cell in cells]
    whole = {int(value) for value in values if value is not None and value.is_integer()}
    if len(whole) < 3 or len(values) > 1.25 * sum(value is not None for value in values):
        return False
    return min(whole) in (0, 1) and len(whole) == max(whole) - min(whole) + 1


def number_in(cell: Cell) -> float | None:
    """The number that the cell is, also when it is written as a text."""
    if isinstance(cell, str) and NUMBER.fullmatch(cell.strip()):
        return float(cell.strip().replace(",", "."))
    if isinstance(cell, bool) or not isinstance(cell, int | float) or abs(cell) > 1e9:
        return None
    return float(cell) if cell == cell else None  # noqa: PLR0124 - not a number is not itself


def _pointed(values: Sequence[float]) -> Numbers:
    """Hours with a point: 9.3 is 9:30 or 9:18; the column tells, or it is left alone."""
    parts = {round(value % 1, 4) for value in values}
    if parts <= {0, 0.25, 0.5, 0.75} and 0.75 in parts:
        return "decimal"
    sixty = all(round(part * 100, 2).is_integer() and part < 0.6 for part in parts)
    return "hour_minute" if sixty and parts - {0, 0.25, 0.5} else ""


_BARE: Final = re.compile(r"(\d{1,2}(?:[:h.]\d\d)?)\s*[-–]\s*(\d{1,2}(?:[:h.]\d\d)?)")


def bare_ranges(cells: Sequence[Cell]) -> bool:
    """Whether 9-10 is a range of hours: most cells are ranges that follow one another."""
    found = [_BARE.fullmatch(cell.strip()) for cell in cells if isinstance(cell, str)]
    ranges = [match for match in found if match]
    if len(ranges) < 2 or len(ranges) < 0.6 * sum(not says_nothing(cell) for cell in cells):
        return False
    chained = sum(former[2] == match[1] for former, match in pairwise(ranges))
    return bool(2 * chained >= len(ranges) - 1)


def order_of(cells: Iterable[Cell], today: date) -> Order | None:
    """Whether 03/04 is the third of April or March 4: what makes the days lie closest together."""
    texts = {cell.strip() for cell in cells if isinstance(cell, str) and len(cell) < LONGEST}
    spans: list[tuple[int, Order]] = []
    orders: tuple[Order, ...] = ("dmy", "mdy")
    for order in orders:
        days = [day for text in texts for day in _days(text, today, order)]
        if not days:
            return None
        spans.append(((max(days) - min(days)).days, order))
    shorter, longer = sorted(spans)
    return shorter[1] if shorter[0] < longer[0] else None


def _days(text: str, today: date, order: Order) -> list[date]:
    return [found.day.on for found in find_dates(text, today, order) if found.day.on is not None]
