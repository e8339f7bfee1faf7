"""How large a screen is, and whether what it tells of itself can be believed."""

from math import atan, degrees

import pytest

from runofshow.ui.speaker.saying import READS
from runofshow.ui.speaker.sight import Sight, diagonal_of
from tests.rows import each_row

TOLD = {
    (531, 299): 24.0, (299, 531): 24.0, (1210, 681): 54.7, (155, 86): 7.0,  # a field monitor
    (0, 0): None, (160, 90): None, (160, 100): None, (16, 9): None, (1600, 900): None,
    (400, 300): None, (3200, 1800): None,
}  # fmt: skip
"""What screens tell, in millimetres, and what is believed of it, in inches."""


@each_row("size", TOLD)
def test_a_screen_that_tells_its_ratio_or_nothing_is_not_believed(size: tuple[int, int]) -> None:
    told, inches = diagonal_of(*size), TOLD[size]
    assert told == (None if inches is None else pytest.approx(inches, abs=0.05))


def test_the_rule_is_seventeen_minutes_of_arc() -> None:
    """DISCAS' factor of 200 is what ANSI/HFES 100-2007 asks at the least, 16, and a little more."""
    assert 16 < degrees(atan(1 / READS)) * 60 < 18


def test_a_sight_tells_its_screen_again() -> None:
    for shape in (16 / 9, 9 / 16, 4.0):
        assert Sight.of(43, 10, shape).inches == pytest.approx(43)
