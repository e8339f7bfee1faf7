"""Habits: how much longer than planned items last, by kind, and what today has taught about it.

All is said of the **pace** of an item, `(lived + grace) / (planned + grace)`: 1 is to the second,
1.1 a tenth too long. The grace of its kind is added to both lengths because half a minute on a
two-minute item is nothing, and on a percentage alone it would be a scandal.

- Before anything is lived, the logarithm of a pace is normal around the `typical` one of its kind
  with the `spread` of its kind (`HABITS`).
- Items of a day are not strangers to each other: a **day factor** common to all that people lead
  (a lax chair, a late room), and a factor of each kind, are normal around nought too.
- What was lived today corrects all three at once, by Bayes' rule. It is the normal-inverse-gamma
  model with known ratios of variances, so that it is exact and needs no iteration: the day and the
  kinds are drawn towards today's paces, the more so the more were lived, and the spread grows on
  a wild day and shrinks on an orderly one.
- A single accident is no habit: beyond two standard deviations a pace counts as just that.

Lived is from start to end, with what was given, held and lost. Not measured are: films, which last
what they last; what the machine ends by itself; what was passed over (under a fifth of its length).
An item that ends at a set time is measured by how late it ended, never by how early.

Sources. The spread of a talk is that of R. M. Ewers, "Do boring speakers really talk for longer?",
Nature 561, 464 (2018): fifty talks of 12 minutes, 34 of a mean 11:42 and 16 of 13:12, t = 2.91,
hence a mean of 12:11 and a standard deviation of 1:50, 15 % of the length. We found no measure of
the other kinds: their numbers are our judgement, and so are the trust given to all of them. One
day's lengths soon outweigh them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import exp, log, sqrt
from types import MappingProxyType
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.log import Airing
from runofshow.core.plan import Kind, Slot
from runofshow.core.show import Show


class Habit(NamedTuple):
    """What items of a kind do: `typical` pace, `spread` of its logarithm, `grace` in seconds.

    `shared`: people lead it, so that the day factor counts; `taught`: it is measured.
    """

    typical: float
    spread: float
    grace: float
    shared: bool = True
    taught: bool = True


HABITS: Final[Mapping[Kind, Habit]] = MappingProxyType(
    {
        Kind.WELCOME: Habit(1.05, 0.18, 120),
        Kind.TALK: Habit(1.00, 0.14, 60),
        Kind.PANEL: Habit(1.02, 0.10, 120),
        Kind.QA: Habit(1.00, 0.18, 120),
        Kind.WORKSHOP: Habit(1.00, 0.06, 300),
        Kind.CLOSING: Habit(1.00, 0.22, 120),
        Kind.BREAK: Habit(1.00, 0.05, 900, shared=False),
        Kind.CHANGEOVER: Habit(1.05, 0.20, 60, shared=False),
        Kind.FILM: Habit(1.00, 0.01, 60, shared=False, taught=False),
        Kind.OTHER: Habit(1.00, 0.14, 120),
        Kind.SESSION: Habit(1.00, 0.14, 120),
    }
)
DAY_SPREAD: Final = 0.05
"""How far the day factor may be from nought: days run five per cent late or early together."""
KIND_SPREAD: Final = 0.04
"""The same of the factor of each kind."""
TRUST: Final = 12
"""How many measured items the spreads above are worth against today's."""
ACCIDENT: Final = 2.0
"""Standard deviations beyond which a pace counts as just that far."""
PASSED_OVER: Final = 0.2
"""An item that lasted less than this share of its length was passed over, not lived."""


def habit(kind: Kind) -> Habit:
    """The habit of a kind."""
    return HABITS[kind]


def farthest(usual: Habit) -> float:
    """How far from typical the logarithm of a pace may count."""
    own = usual.spread**2 + KIND_SPREAD**2 + (DAY_SPREAD**2 if usual.shared else 0.0)
    return ACCIDENT * sqrt(own)


# --- what was lived today ----------------------------------------------------------------------


def lived(show: Show) -> Iterator[tuple[Kind, float]]:
    """Kind, and logarithm of the pace over the typical one, of each item measured today."""
    for airing in show.air.airings:
        slot = show.outline.by_id[airing.slot].slot
        usual = habit(slot.kind)
        if airing.ended is None or slot.advance == "auto" or not usual.taught:
            continue
        pace = _pace(show, slot, airing, airing.ended - airing.started, usual)
        if pace is not None:
            most = farthest(usual)
            yield slot.kind, min(max(log(pace / usual.typical), -most), most)


def _pace(show: Show, slot: Slot, airing: Airing, length: timedelta, usual: Habit) -> float | None:
    if slot.duration is None:
        late = airing.started + length - show.ends(airing._replace(stretch=times.ZERO))
        planned = show.reference.length(slot)
        return 1 + max(0.0, late / times.SECOND) / (planned / times.SECOND + usual.grace)
    if not slot.duration or length < PASSED_OVER * slot.duration:
        return None
    return (length / times.SECOND + usual.grace) / (slot.duration / times.SECOND + usual.grace)


# --- what it taught ----------------------------------------------------------------------------


class Factor(NamedTuple):
    """What is believed of a factor: its mean and standard deviation, for a scale of 1."""

    mean: float
    spread: float


class _Seen(NamedTuple):
    """What was measured of a kind: how many, their mean, and how far they lie from it."""

    items: int
    mean: float
    scatter: float


@dataclass(frozen=True, slots=True)
class Today:
    """What is believed after what was lived today.

    `measured` counts the items; `freedom` and `surprise` are the degrees of freedom and the sum
    of squares of the scale, which multiplies every spread: it is around sqrt(surprise / freedom).
    """

    measured: int
    day: Factor
    freedom: float
    surprise: float
    seen: Mapping[Kind, _Seen]

    def kind(self, kind: Kind, day: float) -> Factor:
        """What is believed of the factor of a kind, should the day factor be `day`."""
        seen, usual = self.seen.get(kind), habit(kind)
        if not usual.taught:
            return Factor(0.0, 0.0)
        if seen is None:
            return Factor(0.0, KIND_SPREAD)
        noise = usual.spread**2 / seen.items
        trust = KIND_SPREAD**2 / (KIND_SPREAD**2 + noise)
        shared = day if usual.shared else 0.0
        return Factor(trust * (seen.mean - shared), sqrt(trust * noise))

    def pace(self, kind: Kind) -> float:
        """The pace to be expected of a kind: the middle of what is believed."""
        usual = habit(kind)
        shared = self.day.mean if usual.shared else 0.0
        return usual.typical * exp(shared + self.kind(kind, self.day.mean).mean)


def today(show: Show) -> Today:
    """What is believed after what was lived so far."""
    found: dict[Kind, list[float]] = {}
    for kind, off in lived(show):
        found.setdefault(kind, []).append(off)
    seen = {kind: _seen(kind, offs) for kind, offs in found.items()}
    precision, pull, squares = 1 / DAY_SPREAD**2, 0.0, 0.0
    for kind, (items, mean, scatter) in seen.items():
        usual = habit(kind)
        weight = 1 / (KIND_SPREAD**2 + usual.spread**2 / items)
        squares += scatter + weight * mean**2
        if usual.shared:
            precision += weight
            pull += weight * mean
    day = Factor(pull / precision, sqrt(1 / precision))
    measured = sum(each.items for each in seen.values())
    surprise = TRUST + squares - day.mean**2 * precision
    return Today(measured, day, TRUST + measured, surprise, seen)


def _seen(kind: Kind, offs: list[float]) -> _Seen:
    """Offs are summed up; their scatter is in spreads of the kind."""
    mean = sum(offs) / len(offs)
    scatter = sum((off - mean) ** 2 for off in offs) / habit(kind).spread ** 2
    return _Seen(len(offs), mean, scatter)
