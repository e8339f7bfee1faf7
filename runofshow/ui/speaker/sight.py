"""How the stage screen is looked at: how tall its picture is, and from how far. No painting."""

from math import hypot
from typing import Final, NamedTuple

INCH: Final = 0.0254
"""In metres."""


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
