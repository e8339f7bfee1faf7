"""Sizes: the papers that are printed on, in points."""

from enum import StrEnum
from typing import Final, NamedTuple

from PySide6 import QtCore

MILLIMETRE: Final = 72 / 25.4
"""A millimetre in points."""


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    A6 = "a6"

    @property
    def size(self) -> "Size":
        """Upright."""
        return _SIZES[self]

    @property
    def folded(self) -> bool:
        """Whether a pocket edition is folded out of it; a smaller paper is a page of its own."""
        return self in (Paper.A4, Paper.LETTER)


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float

    @property
    def turned(self) -> "Size":
        """The same on its side."""
        return Size(self.height, self.width)

    @property
    def quarter(self) -> "Size":
        """What it is folded into when it is folded twice."""
        return Size(self.width / 2, self.height / 2)


_SIZES: Final = {
    Paper.A4: Size(210 * MILLIMETRE, 297 * MILLIMETRE),
    Paper.LETTER: Size(612, 792),
    Paper.A5: Size(148 * MILLIMETRE, 210 * MILLIMETRE),
    Paper.A6: Size(105 * MILLIMETRE, 148 * MILLIMETRE),
}


def usual() -> Paper:
    """What the system's country prints on: Letter where lengths are inches, else A4."""
    inches = QtCore.QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if QtCore.QLocale.system().measurementSystem() == inches else Paper.A4
