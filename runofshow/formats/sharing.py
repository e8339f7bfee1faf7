"""How a session is shared among items that the programme gives no length (formats.md).

- Lengths that are written go first. Films, openings, conclusions and questions get five minutes,
  less where they would take more than half the session.
- The rest goes by weight: a talk 1, a panel as many as it has speakers or items, workshops 4, a
  step in plenary 1.
- On a grid of five minutes for a session of half an hour or more, of one minute for others, by
  largest remainder, ties in the order of the programme. The sum is exact, nobody gets nothing.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Final, NamedTuple

from runofshow.core.plan import Kind
from runofshow.core.times import MINUTE, SECOND, ZERO

SHORT: Final = 5 * MINUTE
"""What a film, an opening, a conclusion or questions last when nobody says."""
SHORT_KINDS: Final = frozenset({Kind.FILM, Kind.WELCOME, Kind.CLOSING, Kind.QA, Kind.CHANGEOVER})
GRID: Final = 5 * MINUTE
GRID_FROM: Final = 30 * MINUTE
_WORKSHOP: Final = 4
_STEPS: Final = re.compile(
    r"d[ée]finition|restitution|mise en commun|pl[ée]ni[èe]re|ordre du jour|synth[èe]se|plenary"
    r"|agenda|report|wrap|plenum|auswertung|berichte|zusammen",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """What shares a session: its kind, how much it weighs, the length that is written, if any."""

    kind: Kind
    weight: int = 1
    written: timedelta | None = None


def weight(kind: Kind, title: str, people: int, items: int) -> int:
    """How much an item weighs; `people` speak in it, `items` stand below it."""
    if items:
        return items
    if kind is Kind.PANEL:
        return max(1, people)
    if kind is Kind.WORKSHOP and not _STEPS.search(title):
        return _WORKSHOP
    return 1


def shared(whole: timedelta, items: Sequence[Item]) -> tuple[timedelta, ...]:
    """The length of each item, together `whole`; more when those that are written leave nothing.

    `whole` must be longer than nought; when all are written, they are left as they are.
    """
    free = [index for index, item in enumerate(items) if item.written is None]
    lengths = [item.written or ZERO for item in items]
    left = whole - sum(lengths, ZERO)
    step = _step(whole, left, len(free))
    left = max(left, len(free) * step)
    quotas = _quotas(left, whole, [items[index] for index in free])
    for index, count in zip(free, _rounded([quota / step for quota in quotas]), strict=True):
        lengths[index] = count * step
    return tuple(lengths)


def even(whole: timedelta, count: int) -> tuple[timedelta, ...]:
    """`count` lengths, together `whole`, as equal as whole minutes allow; else whole seconds."""
    step = MINUTE if not whole % MINUTE and whole >= count * MINUTE else SECOND
    each, over = divmod(whole // step, count)
    return tuple((each + (index < over)) * step for index in range(count))


def _step(whole: timedelta, left: timedelta, count: int) -> timedelta:
    """The grid: the coarsest on which what is left can be given with one step each, at least."""
    grids = (GRID, MINUTE, SECOND) if whole >= GRID_FROM and not whole % GRID else (MINUTE, SECOND)
    fits = (grid for grid in grids if not left % grid and left >= count * grid)
    return next(fits, SECOND)


def _quotas(left: timedelta, whole: timedelta, items: Sequence[Item]) -> list[timedelta]:
    """What each would get of `left` if lengths could be any."""
    short = [item.kind in SHORT_KINDS for item in items]
    if all(short):
        return [left / len(items)] * len(items) if items else []
    each = SHORT if not any(short) else min(SHORT, min(whole / 2, left) / sum(short))
    rest = left - each * sum(short)
    heavy = sum(item.weight for item, is_short in zip(items, short, strict=True) if not is_short)
    return [
        each if is_short else rest * item.weight / heavy
        for item, is_short in zip(items, short, strict=True)
    ]


def _rounded(quotas: Sequence[float]) -> list[int]:
    """Whole numbers of the same sum, none nought, each as near its quota as that allows."""
    exact = [Fraction(quota).limit_denominator(1_000_000) for quota in quotas]
    counts = [max(1, int(quota)) for quota in exact]
    missing = round(sum(exact)) - sum(counts)
    by_need = sorted(range(len(exact)), key=lambda index: (counts[index] - exact[index], index))
    while missing > 0:
        for index in by_need[:missing]:
            counts[index] += 1
        missing = round(sum(exact)) - sum(counts)
    while missing < 0:  # those lifted to one step take it from the richest
        counts[max(range(len(counts)), key=lambda index: (counts[index], -index))] -= 1
        missing += 1
    return counts
