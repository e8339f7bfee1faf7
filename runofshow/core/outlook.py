"""What may come of the day: the range of its end, the chance of each promise, and their words.

How they are reckoned is `chance.py`'s business; here is what the board carries of it.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Final, NamedTuple

from runofshow.core.expected import Forecast
from runofshow.core.promises import Promise
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show


class Range(NamedTuple):
    """When the day will end: one day in ten before `p10`, half before `p50`, one after `p90`."""

    p10: datetime
    p50: datetime
    p90: datetime


class Outlook(NamedTuple):
    """The range of the day's end, None when there is too little to say, and chances from 0 to 1.

    A promise that nothing can be said of has no chance; of a `decided` one it is 0 or 1.
    """

    day_end: Range | None = None
    chances: Mapping[Promise, float] = MappingProxyType({})
    decided: frozenset[Promise] = frozenset()


class Foresight:
    """The outlook of a settled show at an instant, worked out when somebody first asks for it.

    It says nothing that does not follow from the rest of its board: all are equal.
    """

    def __init__(self, show: Show, now: datetime, expected: Forecast) -> None:
        self._show, self._now, self._expected = show, now, expected

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Foresight)

    def __hash__(self) -> int:
        return hash(Foresight)

    @cached_property
    def outlook(self) -> Outlook:
        """What may come of the day."""
        from runofshow.core.chance import outlook  # not at start-up: nobody asks before the day

        return outlook(self._show, self._now, self._expected)


_ODDS: Final = ((1, 10), (1, 5), (1, 3), (1, 2), (2, 3), (4, 5), (9, 10))
"""The odds that are told: finer ones would promise more than is known."""
_SURE: Final = 0.95


def odds(chance: float) -> Sentence:
    """A chance as the régie says it: two chances in three, almost certain."""
    if chance >= _SURE:
        return Sentence.of("odds_sure")
    if chance <= 1 - _SURE:
        return Sentence.of("odds_poor")
    count, of = min(_ODDS, key=lambda told: abs(told[0] / told[1] - chance))
    return Sentence.of("odds_one" if count == 1 else "odds_many", count=count, of=of)
