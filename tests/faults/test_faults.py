"""Each fault once, from a seed that never changes; `make soak` tries them at length."""

from random import Random

import pytest

from tests.faults.__main__ import table, turns
from tests.faults.all import ALL
from tests.faults.fault import Fault, Figure, Result
from tests.rows import each_row

SEED = 2016
SHORT = [each for each in ALL if each.suite]


@each_row("fault", SHORT)
def test_nothing_is_lost(fault: Fault) -> None:
    if lacking := fault.lacking():
        pytest.skip(f"needs {', '.join(lacking)}")
    result = fault.round(SEED, 0)
    assert result.held, result.failures


# --- the frame itself --------------------------------------------------------------------------


def tried(chance: Random, tries: int) -> Result:
    """A fault that loses as much as chance says."""
    value = chance.random()
    return Result(tries, figures=(Figure("off", value, "ms", 0.5),))


def raising(chance: Random, tries: int) -> Result:
    """A fault whose trial itself fails."""
    raise ValueError(f"chance {chance.random():.1f}, {tries} tries")


def test_a_slice_is_the_same_again_and_another_is_not() -> None:
    fault = Fault("f", "a fault", tried, slice=3, promised=9)
    assert fault.round(1, 0) == fault.round(1, 0)
    assert len({fault.round(seed, number) for seed in (1, 2) for number in (0, 1)}) == 4


def test_what_a_trial_raises_is_a_broken_promise() -> None:
    result = Fault("f", "a fault", raising, slice=3, promised=9).round(1, 0)
    assert not result.held
    assert "ValueError: chance 0." in result.failures[0]


def test_results_join_and_keep_the_worst_figure() -> None:
    off = [Figure("off", value, "ms", 50) for value in (3, 70, 4)]
    first, *others = (Result(2, lost=1, figures=(each,), broken=("x",)) for each in off)
    joined = first
    for each in others:
        joined = joined.joined(each)
    assert joined == Result(6, 3, (off[1],), ("x", "x", "x"))
    assert joined.failures == ("3 lost", "x", "x", "x", "off 70 ms (≤ 50)")


def test_a_figure_alone_is_for_soak_to_judge() -> None:
    slow = Result(1, figures=(Figure("back", 2, "s", 1),))
    assert slow.held
    assert slow.failures
    assert not Result(0).held


def test_each_is_tried_as_often_as_is_promised() -> None:
    once = Fault("a", "once", tried, slice=5, promised=5)
    thrice = Fault("b", "thrice", tried, slice=2, promised=6)
    order = [(fault.key, number) for fault, number in turns([once, thrice], None)]
    assert order == [("a", 0), ("b", 0), ("b", 1), ("b", 2)]


def test_the_table_says_all_in_columns() -> None:
    fault = Fault("k", "kill -9", tried, slice=5, promised=5)
    shown = table({fault: Result(5, 0, (Figure("back", 0.5, "s", 1),))}).splitlines()
    assert shown == [
        "fault   | tries | lost | worst figure",
        "kill -9 |     5 |    0 | back 0.5 s (≤ 1)",
    ]
