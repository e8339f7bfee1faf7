"""Bugs planted in a copy of the program are found, and leave no trace in it.

All of them: `python -m tests.simulation.planted`.
"""

import sys

import pytest

from tests.simulation.planted import BUGS, Bug, found

QUICK = (
    "acknowledged before it is written",
    "recovery drops the last row",
    "undo is lost in recovery",
    "the mirror is forgotten",
)
"""Those that nearly every day meets."""


@pytest.mark.parametrize("bug", [each for each in BUGS if each.name in QUICK], ids=lambda b: b.name)
def test_a_planted_bug_is_found_within_a_few_days(bug: Bug) -> None:
    before = dict(sys.modules)
    failure = found(bug, range(20), short=False)
    assert failure is not None
    assert failure.story
    assert {name: sys.modules.get(name) for name in before} == before


def test_a_bug_that_no_longer_fits_the_program_is_said() -> None:
    with pytest.raises(LookupError, match="does not hold once"):
        found(BUGS[0]._replace(was="no such line"), range(1))


def test_every_bug_still_fits_the_program() -> None:
    assert [each.name for each in BUGS if not each.fits()] == []
