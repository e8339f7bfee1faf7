"""How the stage screen is looked at: how tall its picture is, and from how far. No painting."""

from math import hypot
from typing import Final, NamedTuple

INCH: Final = 0.0254
"""In metres."""

MILLIMETRES: Final = 25.4
"""In an inch."""
BELIEVED: Final = (6.5, 120.0)
"""Diagonals, in inches, that a screen may tell: beamers and splitters invent theirs."""
RATIOS: Final = frozenset(
    (wide * ten, high * ten) for wide, high in ((16, 9), (16, 10), (4, 3)) for ten in (1, 10, 100)
)
"""A screen of 160 × 90 mm tells its ratio and not its size, as many beamers and televisions do."""


def diagonal_of(wide: int, high: int) -> float | None:
    """The diagonal in inches of a screen that says to be so many millimetres wide and high.

    None where that cannot be its size.
    """
    inches = hypot(wide, high) / MILLIMETRES
    if not BELIEVED[0] <= inches <= BELIEVED[1]:
        return None
    return None if (max(wide, high), min(wide, high)) in RATIOS else inches


class Sight(NamedTuple):
    """Who looks at what: a picture's height and the distance to it in metres, width to height."""

    tall: float
    distance: float
    shape: float = 16 / 9

    @classmethod
    def of(cls, inches: float, distance: float, shape: float = 16 / 9) -> "Sight":
        """Of a screen of that diagonal."""
        return cls(inches * INCH / hypot(1, shape), distance, shape)

    @property
    def inches(self) -> float:
        """The diagonal of its screen."""
        return self.tall * hypot(1, self.shape) / INCH
