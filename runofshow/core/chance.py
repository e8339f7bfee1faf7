"""Chance: between which hours the day will end, and how likely each promise is to be kept.

`expected.py` tells one day: the one on which everything to come lasts as long as planned. Here two
hundred days are told that may as well come, and counted. The expected times stay what they are; the
range stands beside them, never instead.

The method:

- Each day to come draws a pace for every item on air or to come, as `habits.py` believes after
  what was lived today: all of a day share its day factor, all of a kind the factor of the kind.
- The days are no dice. Each number drawn is one of two hundred quantiles, each taken once, in an
  order that follows from the name of the item alone: the same show at the same instant gives the
  same answer, and a plan changed in one place meets the very same days.
- Each day is walked by rule 15: waits, gaps and given starts absorb, changeovers take their time,
  a break with a set end gives what it can and resumes at its hour or late, never early. What the
  machine ends by itself lasts exactly its length. The stretch given to the item on air counts.
- The item on air has already lasted so long: its length is drawn from what is left possible, and
  days on which it would have ended count as much less as they were less likely to come to this.
- An announced hour is nearly sure: an announced end is right to a tenth of the time until it, an
  announced start is never early and late by as much. A film that has overrun is in trouble, and
  its end is drawn as that of an item of no kind.
- The range holds eight days in ten: one day in ten ends before p10, one in ten after p90, half
  before p50. A chance is the share of the days on which the promise is kept; what is decided is 0
  or 1.
- Nothing is said (None) before two items were lived today, one of them measured; once the day is
  over; nor of a day with more items than anybody lives.

`forecast.p50` need not be the expected end: who runs late may be expected to go on so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from math import erfc, exp, log, sqrt
from statistics import NormalDist
from typing import Final
from zlib import crc32

from runofshow.core import times
from runofshow.core.expected import Forecast, forecast
from runofshow.core.habits import Habit, Today, farthest, habit, today
from runofshow.core.log import Airing
from runofshow.core.outline import Node
from runofshow.core.outlook import Outlook, Range
from runofshow.core.plan import DAY_ID, Kind, Slot
from runofshow.core.promises import Promise, actual_of, due_of, expected_of, promised, promised_leaf
from runofshow.core.show import Show

DAYS: Final = 200
"""How many days are told; fewer of a plan of more than a hundred items."""
STEPS: Final = 20_000
"""How many items are lived at most in all the days together."""
MOST: Final = 1_000
"""A plan of more items is no day that anybody lives: nothing is said of it."""
ENOUGH: Final = 2
"""How many items must have been lived today before anything is said."""
HEARSAY: Final = 0.1
"""How far an announced hour may be wrong, as a share of the time until it."""
LATE_FILM: Final = 15.0
"""Seconds over, from which a film is in trouble."""
TINY: Final = 1e-300
_NOT_OVER: Final = 0.75
"""Of how far a pace may count: what has passed 1.5 standard deviations ends at two in the mean."""
_EXACT: Final = 1e-6
"""Seconds that sums of floating numbers may be off."""
_PRIME: Final = 2**31 - 1
_NORMAL: Final = NormalDist()

Draws = list[float]
"""A number for each day."""


def outlook(show: Show, now: datetime, expected: Forecast | None = None) -> Outlook:
    """What may be said at `now` of a show settled at `now`; pure, and the same each time.

    `expected` is `forecast(show, now)`, if it is known already.
    """
    expected = expected or forecast(show, now)
    days = _days(show, now, expected)
    chances: dict[Promise, float] = {}
    decided = set()
    for promise in promised(show):
        limit, at = _limit(show, promise), actual_of(show, promise, expected.day_end)
        if limit is None or expected_of(show, expected, promise) is None:
            continue  # skipped, or it never came
        if at is not None:
            decided.add(promise)
            chances[promise] = 1.0 if at <= limit else 0.0
        elif limit < now:
            chances[promise] = 0.0
        elif days is not None:
            chances[promise] = days.chance(_hour(show, promise), limit)
    return Outlook(None if days is None else days.range(), chances, frozenset(decided))


def _limit(show: Show, promise: Promise) -> datetime | None:
    """Until when a promise is kept (rule 22)."""
    due = due_of(show, promise)
    if due is None or promise.slot == DAY_ID:
        return due
    return due + show.outline.by_id[promise.slot].slot.tolerance


_Hour = tuple[str, str]
"""The id of a leaf, and which end of it."""


def _hour(show: Show, promise: Promise) -> _Hour | None:
    """Which leaf's hour is promised; None: the day's end."""
    leaf = promised_leaf(show, promise)
    return None if leaf is None else (leaf.slot.id, promise.of)


# --- the days ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Days:
    """The days to come: `weights` how much each counts, `ends` when it ends, in seconds from `now`.

    `hours` holds the promised starts and ends of leaves.
    """

    now: datetime
    weights: Sequence[float]
    ends: Draws
    hours: Mapping[_Hour, Draws]

    def range(self) -> Range:
        """Between which hours the day ends."""
        order = sorted(zip(self.ends, self.weights, strict=True))
        total = sum(self.weights)
        return Range(*(self._quantile(order, share * total) for share in (0.1, 0.5, 0.9)))

    def _quantile(self, order: Sequence[tuple[float, float]], wanted: float) -> datetime:
        reached, latest = 0.0, order[-1][0]
        for end, weight in order:
            reached += weight
            if reached >= wanted:
                return self.now + timedelta(seconds=end)
        return self.now + timedelta(seconds=latest)

    def chance(self, hour: _Hour | None, limit: datetime) -> float:
        """On what share of the days that hour, or the day's end, comes no later than `limit`."""
        hours = self.ends if hour is None else self.hours[hour]
        latest = _seconds(limit, self.now) + _EXACT
        kept = sum(w for at, w in zip(hours, self.weights, strict=True) if at <= latest)
        return min(1.0, kept / sum(self.weights))


def _days(show: Show, now: datetime, expected: Forecast) -> Days | None:
    """The days to come; None when there is too little to say, or nothing any more."""
    items = len(show.outline.order)
    if show.air.finished or items > MOST or not (show.air.on_air or show.to_come):
        return None
    if sum(airing.ended is not None for airing in show.air.airings) < ENOUGH:
        return None
    learnt = today(show)
    if not learnt.measured:
        return None
    count = DAYS if items * DAYS <= STEPS else STEPS // items
    return _Walk(show, now, expected, _Belief(learnt, count)).days()


# --- what is drawn -----------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _quantiles(count: int) -> tuple[float, ...]:
    """The middles of `count` equally likely parts of a normal distribution."""
    return tuple(_NORMAL.inv_cdf((number + 0.5) / count) for number in range(count))


@lru_cache(maxsize=4096)
def _drawn(name: str, count: int) -> tuple[float, ...]:
    """The quantiles, each once, in the order that belongs to `name`."""
    numbers = _quantiles(count)
    return tuple(numbers[at] for at in _shuffled(name, count))


def _shuffled(name: str, count: int) -> list[int]:
    """The numbers below `count` in an order that follows from `name`, by Lehmer's generator.

    (S. K. Park and K. W. Miller, "Random number generators: good ones are hard to find", 1988,
    with the multiplier of 1993.)
    """
    number, keys = crc32(name.encode()) % (_PRIME - 1) + 1, []
    for _ in range(count):
        number = number * 48271 % _PRIME
        keys.append(number)
    return sorted(range(count), key=keys.__getitem__)


class _Belief:
    """What `Today` believes, drawn for each of the days.

    Attributes: today, count, scales (by which each day's spreads are multiplied).
    """

    def __init__(self, learnt: Today, count: int) -> None:
        self.today, self.count = learnt, count
        self.scales = [
            sqrt(learnt.surprise / _chi_square(learnt.freedom, z)) for z in _drawn("scale", count)
        ]
        mean, spread = learnt.day
        self._day = [
            mean + scale * spread * z
            for scale, z in zip(self.scales, _drawn("day", count), strict=True)
        ]
        self._kinds: dict[Kind, tuple[Draws, Draws]] = {}

    def kind(self, kind: Kind) -> tuple[Draws, Draws]:
        """Mean and spread of the logarithm of the pace of a kind, on each day."""
        if kind not in self._kinds:
            self._kinds[kind] = self._of_kind(kind)
        return self._kinds[kind]

    def _of_kind(self, kind: Kind) -> tuple[Draws, Draws]:
        usual, typical = habit(kind), log(habit(kind).typical)
        means = []
        numbers = zip(self.scales, self._day, _drawn(f"kind {kind.value}", self.count), strict=True)
        for scale, day, z in numbers:
            factor = self.today.kind(kind, day)
            shared = day if usual.shared else 0.0
            means.append(typical + shared + factor.mean + scale * factor.spread * z)
        return means, [scale * usual.spread for scale in self.scales]

    def item(self, slot: Slot) -> tuple[float, ...]:
        """What is drawn for a slot, on each day."""
        return _drawn(f"slot {slot.id}", self.count)


def _chi_square(freedom: float, z: float) -> float:
    """A quantile of the chi-square distribution (Wilson and Hilferty, 1931)."""
    part = 2 / (9 * freedom)
    return freedom * float((1 - part + z * sqrt(part)) ** 3)


# --- the walk ----------------------------------------------------------------------------------


def _seconds(at: datetime, now: datetime) -> float:
    return (at - now) / times.SECOND


@dataclass(slots=True)
class _Walk:
    """Rule 15, walked on all the days at once; instants are seconds from `now`."""

    show: Show
    now: datetime
    expected: Forecast
    belief: _Belief
    hours: dict[_Hour, Draws] = field(default_factory=dict)

    def days(self) -> Days:
        """The days to come."""
        show, count = self.show, self.belief.count
        weights: Sequence[float] = [1.0] * count
        ends: Draws = [0.0] * count
        airing, free_from = show.air.on_air, show.free_from
        if airing is not None:
            slot = show.outline.by_id[airing.slot].slot
            ends, weights = self._live(airing, slot)
            self.hours[slot.id, "end"] = ends
            gap = show.changeover(slot) / times.SECOND
            free = [end + gap for end in ends] if gap else ends
        else:
            free = [max(0.0, _seconds(free_from, self.now))] * count if free_from else ends
        wanted = {_hour(show, promise) for promise in promised(show)}
        for node in show.to_come:
            starts = self._starts(node, free)
            ends = self._ends(node, starts, last=node is show.to_come[-1])
            for of, drawn in (("start", starts), ("end", ends)):
                if (node.slot.id, of) in wanted:
                    self.hours[node.slot.id, of] = drawn
            gap = show.changeover(node.slot) / times.SECOND
            free = [end + gap for end in ends] if gap else ends
        return Days(self.now, weights, ends, self.hours)

    def _starts(self, node: Node, free: Draws) -> Draws:
        """When a leaf begins: when the air is free, and not before its hour."""
        pin = self.show.outline.not_before.get(node.slot.id)
        least = 0.0 if pin is None else max(0.0, _seconds(pin, self.now))
        starts = [at if at > least else least for at in free]  # noqa: FURB136 (twice as fast)
        said = self.show.announced.get(node.slot.id)
        if said is not None and said > self.now:
            ahead = _seconds(said, self.now)
            late = _drawn(f"arrival {node.slot.id}", self.belief.count)
            starts = [
                max(at, ahead * exp(HEARSAY * max(0.0, z)))
                for at, z in zip(starts, late, strict=True)
            ]
        return starts

    def _ends(self, node: Node, starts: Draws, *, last: bool) -> Draws:
        """When a leaf ends that begins at `starts`."""
        slot = node.slot
        steady = slot.advance == "auto" and not last
        if slot.duration is not None:
            length = slot.duration / times.SECOND
            if steady or not length:
                return [start + length for start in starts]
            overs = self._overs(slot, length)
            return [
                start + length + over if over > -length else start
                for start, over in zip(starts, overs, strict=True)
            ]
        planned, least = self._elastic(slot)
        set_ends = [max(planned, start + least) for start in starts]
        if steady:
            return set_ends
        length = self._length(slot)
        overs = self._overs(slot, length)
        return [end + over if over > 0 else end for end, over in zip(set_ends, overs, strict=True)]

    def _overs(self, slot: Slot, length: float) -> Draws:
        """By how much a leaf runs over its length, on each day."""
        means, spreads = self.belief.kind(slot.kind)
        unit = length + habit(slot.kind).grace
        numbers = zip(means, spreads, self.belief.item(slot), strict=True)
        return [unit * (exp(mean + spread * z) - 1) for mean, spread, z in numbers]

    def _elastic(self, slot: Slot) -> tuple[float, float]:
        """The hour at which an elastic leaf is to end, and the least it keeps."""
        assert slot.end is not None
        at = times.instant(self.show.plan.date, slot.end, self.show.plan.zone)
        start = self.expected.spans[slot.id].start
        least = self.show.reference.minimum(slot, start)
        return _seconds(at, self.now), least / times.SECOND

    def _length(self, slot: Slot) -> float:
        """The planned length of an elastic leaf: it does not grow by beginning early."""
        return self.show.reference.length(slot) / times.SECOND

    # --- what is on air ------------------------------------------------------------------------

    def _live(self, airing: Airing, slot: Slot) -> tuple[Draws, Sequence[float]]:
        """When the leaf on air ends, and how much each day counts, since it has not ended yet."""
        show, now, count = self.show, self.now, self.belief.count
        even = [1.0] * count
        said = airing.announced_end
        if said is not None and said > now:
            ahead = _seconds(said, now)
            return [ahead * exp(HEARSAY * z) for z in self.belief.item(slot)], even
        left = show.remaining(airing, now) / times.SECOND
        if slot.advance == "auto" and show.to_come and not show.log.quiet:
            return [max(0.0, left)] * count, even
        kind = Kind.OTHER if slot.kind is Kind.FILM and left < -LATE_FILM else slot.kind
        usual = habit(kind)
        means, spreads = self.belief.kind(kind)
        if slot.duration is None:
            unit, floor = self._length(slot) + usual.grace, 1.0
        else:
            length = (slot.duration + airing.stretch) / times.SECOND
            unit, floor = max(0.0, length) + usual.grace, 0.0
        least = max(floor, 1 - left / unit)  # the pace at which it would end this very moment
        ruled_out = least if least > floor else 0.0  # by its lasting still
        paces = [
            max(least, exp(_beyond(ruled_out, mean, spread, z)))
            for mean, spread, z in zip(means, spreads, self.belief.item(slot), strict=True)
        ]
        ends = [max(0.0, left + unit * (pace - 1)) for pace in paces]
        if not ruled_out or not habit(slot.kind).taught:
            return ends, even
        return ends, _weights(ruled_out, usual, means)


def _beyond(least: float, mean: float, spread: float, z: float) -> float:
    """The logarithm of a pace that is more than `least`, at the quantile that `z` names."""
    if least <= 0:
        return mean + spread * z
    beyond = _above(log(least), mean, spread) * _NORMAL.cdf(-z)
    return mean - spread * _NORMAL.inv_cdf(beyond) if beyond > TINY else log(least)


def _above(off: float, mean: float, spread: float) -> float:
    """How likely a normal number is to be above `off`."""
    return 0.5 * erfc((off - mean) / (spread * sqrt(2)))


def _weights(least: float, usual: Habit, means: Draws) -> Sequence[float]:
    """How likely each day was to see a pace above `least`; an accident counts as just one.

    What is not over says how slow the day is, not how wild: the spread is the usual one.
    """
    off = min(log(least), log(usual.typical) + _NOT_OVER * farthest(usual))
    return [_above(off, mean, usual.spread) for mean in means]
