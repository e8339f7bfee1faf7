"""What will happen if nobody intervenes: expected times, announcements, drift."""

from datetime import timedelta
from typing import Any

import pytest

from runofshow.core.board import drift_word
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row


def flow(stage: Stage, clock: str, *slots: str) -> list[str | None]:
    return [stage.expected(clock, slot) for slot in slots]


def test_lateness_flows_through_slots() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c"))).do("09:00", "go")
    assert flow(stage, "09:14", "a", "b", "c") == ["09:00", "09:14", "09:24"]


def test_a_gap_absorbs_lateness() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c", start="09:30")))
    stage.do("09:05", "go")
    assert flow(stage, "09:05", "b", "c") == ["09:15", "09:30"]


def test_a_break_gives_what_it_can_down_to_its_minimum() -> None:
    plan = day(leaf("a", "1h", start="09:00"), leaf("tea", end="10:20", minimum="15m"), leaf("c"))
    stage = Stage(plan).do("09:00", "go")
    ends = [stage.hour(stage.row(clock, "tea").expected_end) for clock in ("10:03", "10:12")]
    assert ends == ["10:20", "10:27"]
    assert flow(stage, "10:12", "c") == ["10:27"]


def test_running_early_brings_forward_only_what_may_start_early() -> None:
    early = leaf("c", start="09:30", may_start_early=True)
    stage = Stage(day(leaf("a", start="09:00"), leaf("b", start="09:10"), early, leaf("d")))
    stage.do("09:00", "go").do("09:05", "end")
    assert flow(stage, "09:05", "b", "c", "d") == ["09:10", "09:20", "09:30"]


def test_a_changeover_stands_between_slots_its_own_or_the_plans() -> None:
    slots = leaf("a", start="09:00"), leaf("b", changeover="0m"), leaf("c"), leaf("d")
    stage = Stage(day(*slots, changeover="2m")).do("09:00", "go")
    assert flow(stage, "09:00", "b", "c", "d") == ["09:12", "09:22", "09:34"]


def test_what_is_skipped_is_not_expected() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c")))
    stage.do("09:00", "go").do("09:01", "skip", slot="b")
    assert flow(stage, "09:01", "b", "c") == [None, "09:10"]


def test_of_what_is_done_the_expected_times_are_the_actual_ones() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:03", "go").do("09:11", "go")
    row = stage.row("09:12", "a")
    assert (row.expected_start, row.expected_end) == (row.started, row.ended)


def test_while_held_the_end_recedes_with_the_clock() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:00", "go").do("09:04", "hold")
    assert flow(stage, "09:04", "b") == ["09:10"]
    assert flow(stage, "09:30", "b") == ["09:36"]


def test_a_sessions_expected_times_are_those_of_its_leaves() -> None:
    slots = leaf("a", start="09:00"), session("s", leaf("b"), leaf("c", skip=True), leaf("d"))
    stage = Stage(day(*slots)).do("09:05", "go")
    row = stage.row("09:05", "s")
    assert (stage.hour(row.expected_start), stage.hour(row.expected_end)) == ("09:15", "09:35")


def test_the_day_ends_with_the_last_of_what_is_aired_or_to_come() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:07", "go")
    assert stage.hour(stage.board("09:07").expected_end) == "09:27"
    assert stage.board("09:07").day_drift == timedelta(minutes=7)


# --- announced ----------------------------------------------------------------------------------


@pytest.fixture
def stage() -> Stage:
    return Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c"))).do("09:00", "go")


def test_an_announced_start_drives_the_forecast(stage: Stage) -> None:
    stage.do("09:01", "expect", slot="b", start="09:25")
    assert flow(stage, "09:01", "b", "c") == ["09:25", "09:35"]
    assert stage.hour(stage.row("09:01", "b").announced) == "09:25"


def test_an_announced_start_earlier_than_possible_changes_nothing(stage: Stage) -> None:
    stage.do("09:01", "expect", slot="b", start="09:05")
    assert flow(stage, "09:01", "b") == ["09:10"]


def test_an_announced_end_drives_the_forecast_and_never_the_speakers_clock(stage: Stage) -> None:
    stage.do("09:01", "expect", slot="a", end="09:08")
    live = stage.live("09:01")
    assert live.remaining == timedelta(minutes=9)
    assert flow(stage, "09:01", "b") == ["09:08"]


def test_an_announcement_lapses_when_overtaken(stage: Stage) -> None:
    stage.do("09:01", "expect", slot="a", end="09:08").do(
        "09:01", "expect", slot="b", start="09:15"
    )
    assert flow(stage, "09:08", "b") == ["09:15"]
    assert flow(stage, "09:16", "b") == ["09:16"]
    assert stage.row("09:16", "a").announced is None


def test_null_clears_an_announcement(stage: Stage) -> None:
    stage.do("09:01", "expect", slot="b", start="09:25").do("09:02", "expect", slot="b", start=None)
    assert flow(stage, "09:02", "b") == ["09:10"]
    stage.do("09:03", "expect", slot="a", end="09:20").do("09:04", "expect", slot="a", end=None)
    assert flow(stage, "09:04", "b") == ["09:10"]


# --- drift --------------------------------------------------------------------------------------

DRIFTS: list[tuple[str, list[tuple[str, str, dict[str, Any]]], str, float]] = [
    ("before the show, on time", [], "08:00", 0),
    ("before the show, late", [], "09:04", 4),
    ("on air, taken late", [("09:03", "go", {})], "09:03", 3),
    ("on air, taken early", [("08:58", "go", {})], "08:58", -2),
    ("on air and over", [("09:00", "go", {})], "09:15", 5),
    (
        "on air but inserted: the next printed one",
        [
            ("09:00", "go", {}),
            ("09:01", "insert", {"slot": leaf("n", "5m"), "after": "a"}),
            ("09:10", "go", {}),
        ],
        "09:10",
        5,
    ),
    ("between slots: the next", [("09:00", "go", {}), ("09:06", "end", {})], "09:13", 3),
    (
        "nothing to come: the day's",
        [("09:00", "go", {}), ("09:10", "go", {}), ("09:22", "end", {})],
        "09:40",
        2,
    ),
]


@each_row("what, hands, clock, minutes", DRIFTS)
def test_drift(
    what: str, hands: list[tuple[str, str, dict[str, Any]]], clock: str, minutes: float
) -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b")))
    for at, do, fields in hands:
        stage.do(at, do, **fields)
    assert stage.board(clock).drift == timedelta(minutes=minutes)


@each_row(
    "seconds, word",
    [(0, "on_time"), (29.9, "on_time"), (30, "late"), (-29.9, "on_time"), (-30, "early")],
)
def test_under_half_a_minute_either_way_is_on_time(seconds: float, word: str) -> None:
    assert drift_word(timedelta(seconds=seconds)) == word
