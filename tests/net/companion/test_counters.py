"""Counters of the Stream Deck: set, started, stopped, counted down and up."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Refused
from runofshow.net.companion.counters import Counter, counted
from tests.hand import Stage, day, leaf
from tests.rows import each_row

NOON = Stage(day(leaf("a", start="09:00"))).at("12:00")
NONE = (Counter(), Counter(), Counter())


def test_one_counts_down_and_over_and_the_others_stand() -> None:
    counters = counted(NONE, {"2": {"duration": 60_000}}, NOON)
    counters = counted(counters, {"2": "start"}, NOON)
    first, second, _ = (each.told(NOON + timedelta(seconds=20.4)) for each in counters)
    assert first == {"duration": 0, "current": 0, "playback": "stop", "direction": "count-down"}
    assert second | {"current": 40_000, "playback": "start"} == second
    assert counters[1].told(NOON + timedelta(seconds=61.5))["current"] == -1_000


def test_it_is_held_turned_round_and_stopped() -> None:
    counter = Counter().taken({"duration": 60_000}, NOON).taken("start", NOON)
    later = NOON + timedelta(seconds=10)
    held = counter.taken("pause", later)
    assert held.shows(later + timedelta(hours=1)) == timedelta(seconds=50)
    up = held.taken("start", later).taken({"direction": "count-up"}, later)
    assert up.told(later + timedelta(seconds=5.9))["current"] == 55_000
    assert up.taken({"addtime": 1_000}, later).shows(later) == timedelta(seconds=51)
    assert up.taken("stop", later).shows(later) == timedelta(0)
    longer = counter.taken("stop", later).taken({"addtime": 30_000}, later)
    assert (longer.duration, longer.shows(later)) == (timedelta(seconds=90),) * 2


@each_row(
    "asked",
    [None, {}, {"4": "start"}, {"1": "begin"}, {"1": {"duration": "5"}}, {"1": {"addtime": 9e99}}],
)
def test_what_makes_no_sense_is_refused(asked: object) -> None:
    with pytest.raises(Refused):
        counted(NONE, asked, NOON)


@given(st.lists(st.tuples(st.sampled_from(["start", "pause"]), st.integers(0, 9)), max_size=8))
def test_what_is_held_is_not_counted(steps: list[tuple[str, int]]) -> None:
    counter, now, ran = Counter(direction="count-up"), NOON, 0
    for word, seconds in steps:
        counter = counter.taken(word, now)
        now += timedelta(seconds=seconds)
        ran += seconds if word == "start" else 0
    assert counter.shows(now) == timedelta(seconds=ran)
