"""What the day is held to: planned times, printing, budgets, gaps, minimums, phases."""

from datetime import timedelta
from typing import Any

import pytest

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row


def planned(stage: Stage, clock: str = "08:00") -> dict[str, tuple[str | None, str | None]]:
    rows = stage.board(clock).slots
    return {row.id: (stage.hour(row.planned_start), stage.hour(row.planned_end)) for row in rows}


# --- before the day is printed ------------------------------------------------------------------


def test_leaves_follow_each_other_from_the_first_start() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b", "20m"), leaf("c")))
    times = {"a": ("09:00", "09:10"), "b": ("09:10", "09:30"), "c": ("09:30", "09:40")}
    assert planned(stage) == times


def test_an_elastic_slot_ends_at_its_time_and_never_lasts_less_than_nothing() -> None:
    stage = Stage(day(leaf("a", "3h", start="09:00"), leaf("lunch", end="11:30"), leaf("c")))
    lunch = stage.row("08:00", "lunch")
    assert lunch.duration is not None
    assert lunch.duration.total_seconds() == 0
    assert planned(stage)["c"][0] == "11:30"


def test_a_plan_in_which_nothing_says_when_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        Show.of(day(leaf("a"), leaf("b")))
    assert refused.value.code == "plan_without_start"


def test_a_day_without_slots_is_no_day_but_can_be_shown() -> None:
    board = Stage(day()).board("09:00")
    assert (board.state, board.next, board.planned_end) == ("before", None, None)
    assert [problem.code for problem in board.problems] == ["empty_plan"]


def test_a_session_runs_from_its_first_leaf_to_its_last_not_skipped() -> None:
    inner = session("s", leaf("a", skip=True), leaf("b"), leaf("c"), leaf("d", skip=True))
    stage = Stage(day(leaf("x", start="09:00"), inner, session("none", leaf("e", skip=True))))
    assert planned(stage)["s"] == ("09:10", "09:30")
    assert planned(stage)["none"] == (None, None)


@each_row(
    "own, minutes",
    [({"duration": "15m"}, 5), ({"duration": "25m"}, -5), ({"end": "09:30"}, 0), ({}, None)],
)
def test_a_sessions_own_length_or_end_is_its_budget(
    own: dict[str, str], minutes: int | None
) -> None:
    stage = Stage(day(leaf("x", start="09:00"), session("s", leaf("a"), leaf("b"), **own)))
    budget = stage.row("08:00", "s").budget
    assert (None if budget is None else budget.total_seconds() / 60) == minutes


@each_row("start, gap, overlap", [("09:05", None, 5), ("09:10", None, None), ("09:25", 15, None)])
def test_a_given_start_leaves_a_gap_or_overlaps(
    start: str, gap: int | None, overlap: int | None
) -> None:
    row = Stage(day(leaf("a", start="09:00"), leaf("b", start=start))).row("08:00", "b")
    sizes = [None if size is None else size.total_seconds() / 60 for size in (row.gap, row.overlap)]
    assert sizes == [gap, overlap]


# --- printed at the first go --------------------------------------------------------------------


def three(**fields: Any) -> Stage:
    """a 9:00-9:10, b 9:10-9:20, c 9:20-9:30, d 10:00-10:10 (its own start)"""
    slots = leaf("a", start="09:00"), leaf("b"), leaf("c"), leaf("d", start="10:00")
    return Stage(day(*slots, **fields))


def test_the_first_go_prints_the_day() -> None:
    stage = three()
    assert stage.row("08:59", "b").printed_start is None
    stage.do("09:02", "go")
    row = stage.row("09:02", "b")
    assert (stage.hour(row.printed_start), stage.hour(row.printed_end)) == ("09:10", "09:20")


PRINTED: list[tuple[str, dict[str, Any], dict[str, str | None]]] = [
    ("skip", {"slot": "b"}, {"b": "09:10", "c": "09:20"}),
    ("edit", {"slot": "b", "set": {"duration": "30m"}}, {"c": "09:20", "d": "10:00"}),
    ("edit", {"slot": "c", "set": {"start": "09:40"}}, {"c": "09:40"}),
    ("edit", {"slot": "d", "set": {"start": "10:30"}}, {"d": "10:30"}),
    ("move", {"slot": "b", "after": "c"}, {"c": "09:10", "b": "09:20"}),
    ("insert", {"slot": leaf("n"), "after": "b"}, {"n": None, "c": "09:20"}),
]


@each_row("do, fields, times", PRINTED)
def test_once_printed_only_an_edited_start_moves_what_was_promised(
    do: str, fields: dict[str, Any], times: dict[str, str | None]
) -> None:
    stage = three().do("09:00", "go").do("09:01", do, **fields)
    assert {slot: stage.planned("09:01", slot) for slot in times} == times


def test_an_elastic_slots_edited_end_is_announced_anew() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("lunch", end="11:00"), leaf("c")))
    stage.do("09:00", "go").do("09:01", "edit", slot="lunch", set={"end": "11:15"})
    assert stage.planned("09:01", "c") == "11:15"


def test_what_was_skipped_when_printed_has_no_planned_times_when_restored() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b", skip=True), leaf("c")))
    stage.do("09:00", "go").do("09:01", "restore", slot="b")
    assert (stage.planned("09:01", "b"), stage.planned("09:01", "c")) == (None, "09:10")
    assert stage.expected("09:01", "b") == "09:10"


def test_taking_the_first_go_back_unprints() -> None:
    stage = three().do("09:00", "go").do("09:01", "recall")
    stage.do("09:01", "edit", slot="b", set={"duration": "30m"})
    assert stage.row("09:01", "b").printed_start is None
    assert stage.planned("09:01", "c") == "09:40"


def test_printing_anew_takes_what_is_not_aired_as_it_now_stands() -> None:
    stage = three().do("09:00", "go").do("09:05", "edit", slot="a", set={"duration": "5m"})
    stage.do("09:06", "edit", slot="b", set={"duration": "30m"}).do("09:07", "skip", slot="c")
    stage.do("09:08", "insert", slot=leaf("n"), after="b").do("09:09", "reprint")
    assert planned(stage, "09:09") == {
        "a": ("09:00", "09:10"),
        "b": ("09:10", "09:40"),
        "n": ("09:40", "09:50"),
        "c": (None, None),
        "d": ("10:00", "10:10"),
    }


def test_paper_keeps_what_it_says_whatever_is_done_since() -> None:
    stage = three().do("09:00", "go").do("09:01", "edit", slot="d", set={"start": "10:30"})
    row = stage.row("09:01", "d")
    assert (stage.hour(row.printed_start), stage.hour(row.planned_start)) == ("10:00", "10:30")


@each_row(
    "place, cue",
    [
        ({"after": "b"}, "2.1A"),
        ({"before": "b"}, "2A"),
        ({"after": "a"}, "1A"),
        ({"into": "s"}, "2.2A"),
    ],
)
def test_a_slot_inserted_after_printing_is_called_after_its_neighbour(
    place: dict[str, str], cue: str
) -> None:
    stage = Stage(day(leaf("a", start="09:00"), session("s", leaf("b"), leaf("c"))))
    stage.do("09:00", "go").do("09:01", "insert", slot=leaf("n"), **place)
    assert stage.row("09:01", "n").cue == cue
    assert stage.row("09:01", "c").cue == "2.2"


def test_two_insertions_at_one_place_never_share_a_cue() -> None:
    stage = three().do("09:00", "go")
    for name in ("m", "n"):
        stage.do("09:01", "insert", slot=leaf(name), after="b")
    assert {stage.row("09:01", name).cue for name in ("m", "n")} == {"2A", "2B"}


# --- how short, and when it presses -------------------------------------------------------------


@each_row(
    "fields, minutes",
    [
        ({"kind": "break", "duration": "30m"}, 18),
        ({"kind": "welcome", "duration": "15m"}, 8),
        ({"kind": "closing", "duration": "15m"}, 8),
        ({"kind": "workshop", "duration": "35m"}, 27),
        ({"kind": "talk", "duration": "10m"}, 8),
        ({"kind": "panel", "duration": "12m"}, 10),
        ({"kind": "qa", "duration": "10m"}, 8),
        ({"kind": "film", "duration": "5m"}, 5),
        ({"kind": "changeover", "duration": "5m"}, 5),
        ({"kind": "other", "duration": "7m"}, 7),
        ({"kind": "talk", "duration": "10m", "minimum": "3m"}, 3),
        ({"kind": "talk", "duration": "10m", "minimum": "30m"}, 10),
        ({"kind": "talk", "duration": "10m", "cuttable": False}, 10),
        ({"kind": "talk", "duration": "0m"}, 0),
        ({"kind": "talk", "duration": "30s"}, 0.5),
    ],
)
def test_a_slot_keeps_at_least_the_share_of_its_kind(
    fields: dict[str, Any], minutes: float
) -> None:
    stage = Stage(day({"id": "a", "title": "A", "start": "09:00"} | fields))
    least = stage.row("08:00", "a").minimum
    assert least is not None
    assert least.total_seconds() / 60 == minutes


def test_the_plan_may_set_other_shares() -> None:
    plan = day(leaf("a", start="09:00"), leaf("b", kind="film"), minimums={"talk": 0.33})
    stage = Stage(plan)
    least = [stage.row("08:00", slot).minimum for slot in ("a", "b")]
    assert [size.total_seconds() / 60 for size in least if size is not None] == [4, 10]


def test_a_minimum_is_a_share_of_the_printed_length() -> None:
    stage = three().do("09:00", "go").do("09:01", "edit", slot="b", set={"duration": "9m"})
    least = stage.row("09:01", "b").minimum
    assert least is not None
    assert least.total_seconds() == 8 * 60


def presses(length: str, **fields: Any) -> tuple[float, float]:
    stage = Stage(day(leaf("a", length, start="09:00", **fields))).do("09:00", "go")
    live = stage.live("09:00")
    return live.warning.total_seconds(), live.danger.total_seconds()


@each_row(
    "length, warning, danger",
    [
        ("15m", 180, 45),  # 20 % and 5 %
        ("4m", 60, 30),  # never under a minute, or half a minute
        ("1h10m", 300, 120),  # never over five minutes, or two
        ("1m", 30, 15),  # at most half, and a quarter
        ("10s", 5, 3),  # rounded half up to the second
        ("0m", 0, 0),
        ("6m", 72, 30),
    ],
)
def test_a_slot_presses_by_its_length(length: str, warning: float, danger: float) -> None:
    assert presses(length) == (warning, danger)


def test_a_slots_own_warning_and_danger_win() -> None:
    assert presses("15m", warning="10m", danger="1m") == (600, 60)


def test_an_inserted_slot_presses_by_its_own_length() -> None:
    stage = three().do("09:00", "go").do("09:01", "insert", slot=leaf("n", "30m"), after="a")
    stage.do("09:10", "go")
    assert stage.live("09:10").warning.total_seconds() == 300


def test_an_edit_does_not_move_when_a_printed_slot_presses() -> None:
    stage = three().do("09:00", "go").do("09:01", "edit", slot="a", set={"duration": "60m"})
    assert stage.live("09:01").warning.total_seconds() == 120


def test_equal_plans_make_equal_shows() -> None:
    plan = day(leaf("a", start="09:00"))
    assert Show.of(plan) == Show.of(Plan.model_validate(plan.as_json()))


def test_a_break_restored_and_printed_anew_is_as_long_as_on_the_new_paper() -> None:
    """Found by random days: it was printed as lasting nothing, and could be cut to nothing."""
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("tea", end="10:00", kind="break", skip=True),
            leaf("b", "30m"),
        )
    ).do("09:00", "go")
    stage.do("09:01", "restore", slot="tea").do("09:02", "reprint")
    assert stage.planned("09:03", "tea") == "09:30"
    row = stage.row("09:03", "tea")
    assert (row.duration, row.minimum) == (timedelta(minutes=30), timedelta(minutes=18))
