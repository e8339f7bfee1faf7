"""A fault: what can befall a live show, how it is brought about, and what must hold then.

A fault is tried in slices, each from a seed of its own, so that what one slice found is found again
without all that went before. The suite tries one slice of each, `make soak` as many as it takes.
"""

import traceback
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple


class Figure(NamedTuple):
    """Something measured, the worst of all tries; beyond `at_most` a promise is broken."""

    name: str
    value: float
    unit: str
    at_most: float

    @property
    def kept(self) -> bool:
        """Whether what was promised of it holds."""
        return self.value <= self.at_most

    def __str__(self) -> str:
        return f"{self.name} {self.value:.4g} {self.unit} (≤ {self.at_most:g})"


class Result(NamedTuple):
    """What trying a fault came to.

    `lost` counts what was acknowledged and is gone, or is there twice; `broken` says in words what
    else did not hold. Figures depend on the machine: the suite does not judge them, soak does.
    """

    tries: int
    lost: int = 0
    figures: tuple[Figure, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether nothing was lost and nothing else broken, figures left aside."""
        return bool(self.tries) and not self.lost and not self.broken

    @property
    def failures(self) -> tuple[str, ...]:
        """All that did not hold, in words, figures among it."""
        lost = (f"{self.lost} lost",) if self.lost else ()
        return (*lost, *self.broken, *(str(each) for each in self.figures if not each.kept))

    def joined(self, other: "Result") -> "Result":
        """What both came to together."""
        figures = {each.name: each for each in self.figures}
        for each in other.figures:
            known = figures.get(each.name, each)
            figures[each.name] = max(known, each, key=lambda figure: figure.value)
        return Result(
            self.tries + other.tries,
            self.lost + other.lost,
            tuple(figures.values()),
            self.broken + other.broken,
        )


class Fault(NamedTuple):
    """A fault that can be tried: `tried` is given its chance and how often to try.

    `slice` is how many tries make a slice, the whole of it in the suite; `promised` how many soak
    makes; `lacking` names what this machine lacks for it; one that takes long is not in the suite.
    """

    key: str
    name: str
    tried: Callable[[Random, int], Result]
    slice: int
    promised: int
    lacking: Callable[[], Sequence[str]] = list
    suite: bool = True

    def round(self, seed: int, number: int) -> Result:
        """What slice `number` of those from `seed` came to; what it raises is a broken promise."""
        try:
            return self.tried(Random(f"{self.key} {seed} {number}"), self.slice)
        except Exception as error:  # noqa: BLE001 (whatever it is, the seed must be told)
            place = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__}: {error} ({place.filename}:{place.lineno})"
            return Result(self.slice, broken=(said,))
