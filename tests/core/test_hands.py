"""The live hands: go, end, take back, hold, stretch, corrections, what happens by itself."""

from datetime import timedelta
from typing import Any

import pytest

from runofshow.core.board import Board
from tests.hand import Stage, day, leaf, session

MINUTE = timedelta(minutes=1)


def abc(**fields: Any) -> Stage:
    """a, b, c, d of ten minutes each from 9:00."""
    return Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c"), leaf("d"), **fields))


@pytest.fixture
def stage() -> Stage:
    return abc()


def on_air(board: Board) -> str | None:
    return board.on_air.slot if board.on_air else None


def coming(board: Board) -> list[str]:
    return [row.id for row in board.slots if row.leaf and row.status in ("next", "to_come")]


def left(stage: Stage, clock: str) -> float:
    return stage.live(clock).remaining / MINUTE


# --- go and end ---------------------------------------------------------------------------------


def test_go_ends_what_is_on_air_and_takes_the_next_at_the_same_instant(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:12:30", "go")
    done = stage.row("09:13", "a")
    assert stage.hour(done.ended) == stage.hour(stage.live("09:13").started) == "09:12:30"


def test_end_leaves_the_air_empty(stage: Stage) -> None:
    board = stage.do("09:00", "go").do("09:08", "end").board("09:08")
    assert (board.state, on_air(board), board.next and board.next.slot) == ("between", None, "b")


def test_the_states_of_a_day() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b")))
    states = [stage.board("08:00").state]
    for clock, do in [("09:00", "go"), ("09:05", "end"), ("09:10", "go"), ("09:20", "end")]:
        states.append(stage.do(clock, do).board(clock).state)
    assert states == ["before", "on_air", "between", "on_air", "after"]


def test_go_to_a_named_slot_moves_it_to_the_position_so_that_nothing_is_lost(stage: Stage) -> None:
    board = stage.do("09:00", "go").do("09:10", "go", slot="c").board("09:10")
    assert [row.id for row in board.slots] == ["a", "c", "b", "d"]
    assert coming(board) == ["b", "d"]


def test_go_to_a_named_slot_takes_it_into_the_session_of_the_position() -> None:
    inner = session("s", leaf("a"), leaf("b"), start="09:00")
    stage = (
        Stage(day(inner, leaf("c", start="10:00"))).do("09:00", "go").do("09:10", "go", slot="c")
    )
    row = stage.row("09:10", "c")
    assert (row.parent, row.own_start) == ("s", False)


def test_go_to_a_named_slot_first_of_all_takes_it_before_the_next(stage: Stage) -> None:
    board = stage.do("09:00", "go", slot="c").board("09:00")
    assert [row.id for row in board.slots] == ["c", "a", "b", "d"]


def test_go_to_the_next_by_its_name_moves_nothing(stage: Stage) -> None:
    before = stage.show.plan
    stage.do("09:00", "go", slot="a")
    assert stage.show.plan == before


def test_go_says_from_what_and_is_taken_when_that_is_on_air(stage: Stage) -> None:
    stage.do("09:00", "go", **{"from": None}).do("09:10", "go", **{"from": "a"})
    assert on_air(stage.board("09:10")) == "b"


# --- take back ----------------------------------------------------------------------------------


def test_recall_puts_the_former_leaf_back_with_its_start_stretch_and_holds(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:02", "hold").do("09:03", "resume").do(
        "09:04", "stretch", by="2m"
    )
    before = stage.live("09:05")
    stage.do("09:05", "go").do("09:06", "stretch", by="5m").do("09:07", "recall")
    live = stage.live("09:07")
    assert (live.slot, live.started, live.stretch, live.held) == (
        "a",
        before.started,
        2 * MINUTE,
        MINUTE,
    )
    assert left(stage, "09:07") == 10 + 2 + 1 - 7


def test_recall_reopens_a_hold_that_the_go_closed(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:04", "hold").do("09:10", "go").do("09:11", "recall")
    assert stage.live("09:11").holding
    assert left(stage, "09:11") == 6


def test_recall_of_the_first_go_is_before_the_show(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:01", "recall")
    assert (stage.board("09:01").state, stage.show.printed) == ("before", None)


def test_recalls_step_back_one_act_at_a_time(stage: Stage) -> None:
    for clock, do in [("09:00", "go"), ("09:10", "end"), ("09:12", "go"), ("09:20", "finish")]:
        stage.do(clock, do)
    seen = [on_air(stage.do("09:21", "recall").board("09:21")) for _ in range(4)]
    assert seen == ["b", None, "a", None]


def test_recall_returns_a_leaf_that_the_go_moved_to_its_place_and_start() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c", start="09:30"), leaf("d")))
    before = stage.show.plan
    stage.do("09:00", "go").do("09:10", "go", slot="c").do("09:11", "recall")
    assert stage.show.plan == before


def test_plan_edits_made_since_stay_when_a_go_is_taken_back(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:10", "go", slot="c")
    stage.do("09:11", "edit", slot="c", set={"title": "New", "duration": "7m"}).do(
        "09:12", "recall"
    )
    board = stage.board("09:12")
    assert [row.id for row in board.slots] == ["a", "b", "c", "d"]
    assert [row.title for row in board.slots if row.id == "c"] == ["New"]


# --- hold, stretch, restart ---------------------------------------------------------------------


def test_a_hold_stops_the_clock_and_resuming_adds_its_length(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:04", "hold")
    live = stage.live("09:09")
    assert (live.holding, live.ends, live.remaining) == (True, None, 6 * MINUTE)
    live = stage.do("09:09", "resume").live("09:09")
    assert (live.holding, live.held, live.remaining) == (False, 5 * MINUTE, 6 * MINUTE)


def test_stretch_and_edits_still_count_while_held(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:04", "hold").do("09:05", "stretch", by="2m")
    assert left(stage, "09:09") == 8
    stage.do("09:10", "edit", slot="a", set={"duration": "20m"})
    assert left(stage, "09:10") == 18


@pytest.mark.parametrize(
    "fields, minutes",
    [
        ({"by": "1m"}, 7),
        ({"by": "-30s"}, 5.5),
        ({"by": "-10m"}, -4),
        ({"to": "09:20"}, 16),
        ({"to": "09:04:30"}, 0.5),
        ({"to": "2026-01-19T09:20:00+01:00"}, 16),
    ],
)
def test_stretch_gives_time_or_takes_it(
    stage: Stage, fields: dict[str, str], minutes: float
) -> None:
    before = stage.show.plan
    stage.do("09:00", "go").do("09:04", "stretch", **fields)
    assert left(stage, "09:04") == minutes
    assert stage.show.plan == before


def test_a_held_clock_stretched_to_a_time_ends_then_if_it_resumed_now(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:04", "hold").do("09:06", "stretch", to="09:20")
    assert left(stage, "09:06") == 14
    stage.do("09:06", "resume")
    assert stage.hour(stage.live("09:06").ends) == "09:20"


def test_a_new_length_changes_the_end_at_once(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:04", "edit", slot="b", set={"duration": "1h"})
    assert left(stage, "09:04") == 6
    stage.do("09:11", "go").do("09:12", "edit", slot="b", set={"duration": "15m"})
    assert left(stage, "09:12") == 14


def test_restart_begins_the_clock_again_and_books_an_incident(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:02", "hold").do("09:03", "resume").do("09:05", "restart")
    live = stage.live("09:05")
    assert (live.remaining, live.lost, live.held) == (10 * MINUTE, 4 * MINUTE, MINUTE)
    assert [stamp.kind for stamp in stage.show.log.stamps] == ["restart"]


def test_an_elastic_slot_ends_at_its_time_or_its_minimum_after_its_start() -> None:
    tea = leaf("tea", end="09:30", minimum="15m")
    stage = Stage(day(leaf("a", start="09:00"), tea, leaf("c"))).do("09:00", "go")
    assert stage.hour(stage.do("09:10", "go").live("09:10").ends) == "09:30"
    assert stage.hour(stage.do("09:11", "stretch", by="5m").live("09:11").ends) == "09:35"
    late = Stage(day(leaf("a", start="09:00"), tea, leaf("c"))).do("09:00", "go").do("09:22", "go")
    assert stage.hour(late.live("09:22").ends) == "09:37"


# --- corrections --------------------------------------------------------------------------------


def test_it_began_earlier_and_the_end_before_it_follows(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:12", "go").do("09:13", "began", ago="3m")
    assert stage.hour(stage.live("09:13").started) == "09:10"
    assert stage.hour(stage.row("09:13", "a").ended) == "09:10"


def test_it_began_later_and_the_end_of_the_same_instant_follows(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:12", "go").do("09:15", "began", ago="1m")
    assert stage.hour(stage.row("09:15", "a").ended) == "09:14"


def test_it_began_later_after_a_pause_and_the_end_before_stays(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:08", "end").do("09:12", "go").do("09:15", "began", ago="1m")
    assert stage.hour(stage.row("09:15", "a").ended) == "09:08"
    assert stage.hour(stage.live("09:15").started) == "09:14"


def test_it_ended_a_while_ago(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:12", "ended", ago="3m")
    assert stage.board("09:12").state == "between"
    assert stage.hour(stage.row("09:12", "a").ended) == "09:09"
    stage.do("09:12", "recall")
    assert on_air(stage.board("09:12")) == "a"


def test_the_last_end_moves_while_the_air_is_empty(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:12", "end").do("09:13", "ended", ago="5m")
    assert stage.hour(stage.row("09:13", "a").ended) == "09:08"


def test_opened_questions_count_the_whole_time_left() -> None:
    stage = Stage(day(leaf("a", "20m", start="09:00", questions="5m"))).do("09:00", "go")
    assert [stage.live(clock).phase for clock in ("09:10", "09:11", "09:14")] == [
        "normal",
        "warning",
        "danger",
    ]
    stage.do("09:14", "questions")
    assert (stage.live("09:14").phase, stage.live("09:14").questions_open) == ("normal", True)


def test_unopened_questions_are_never_over_before_the_slot_is() -> None:
    stage = Stage(day(leaf("a", "20m", start="09:00", questions="5m"))).do("09:00", "go")
    assert stage.live("09:18").phase == "danger"
    assert stage.live("09:20:01").phase == "over"


@pytest.mark.parametrize(
    "clock, phase",
    [
        ("09:07:59", "normal"),
        ("09:08:00", "warning"),
        ("09:09:30", "danger"),
        ("09:10:00", "danger"),
        ("09:10:01", "over"),
    ],
)
def test_the_phase_follows_the_time_left(stage: Stage, clock: str, phase: str) -> None:
    assert stage.do("09:00", "go").live(clock).phase == phase


# --- by itself ----------------------------------------------------------------------------------


def chain(*autos: str, **fields: Any) -> Stage:
    slots = [leaf(i, advance="auto" if i in autos else "manual") for i in "abcd"]
    slots[0]["start"] = "09:00"
    return Stage(day(*slots, **fields))


def test_an_automatic_slot_ends_by_itself_and_the_next_begins() -> None:
    stage = chain("a", "b").do("09:00", "go")
    assert on_air(stage.board("09:09:59")) == "a"
    board = stage.board("09:31")
    assert (on_air(board), stage.hour(stage.live("09:31").started)) == ("c", "09:20")
    assert board.rev == 3


def test_they_are_stamped_with_their_instants_however_late_one_looks() -> None:
    early, late = chain("a", "b").do("09:00", "go"), chain("a", "b").do("09:00", "go")
    for clock in ("09:10", "09:15", "09:20"):
        early.do(clock, "note", text="look")
    assert early.live("09:25").started == late.live("09:25").started


def test_a_changeover_makes_two_acts_each_with_its_own_take_back() -> None:
    stage = chain("a", changeover="2m").do("09:00", "go")
    assert stage.board("09:11").state == "between"
    assert stage.hour(stage.live("09:12").started) == "09:12"
    stage.do("09:12:30", "recall")
    assert stage.board("09:12:30").state == "between"
    assert on_air(stage.do("09:12:40", "recall").board("09:12:40")) == "a"


def test_end_and_start_at_one_instant_are_one_act() -> None:
    stage = chain("a").do("09:00", "go").do("09:10:30", "recall")
    assert on_air(stage.board("09:10:30")) == "a"


def test_after_a_take_back_nothing_happens_by_itself_until_the_next_go() -> None:
    stage = chain("a", "b").do("09:00", "go").do("09:10:30", "recall")
    assert on_air(stage.board("09:40")) == "a"
    assert on_air(stage.do("09:40", "go").board("09:50")) == "c"


def test_a_pinned_next_begins_at_its_time_and_not_before() -> None:
    slots = leaf("a", start="09:00", advance="auto"), leaf("b", start="09:30")
    stage = Stage(day(*slots)).do("09:00", "go")
    assert stage.board("09:20").state == "between"
    assert stage.hour(stage.live("09:31").started) == "09:30"


def test_only_the_leaf_that_was_next_begins_by_itself() -> None:
    slots = leaf("a", start="09:00", advance="auto"), leaf("b", start="09:30"), leaf("c")
    stage = Stage(day(*slots)).do("09:00", "go").do("09:20", "skip", slot="b")
    assert stage.board("09:40").state == "between"


def test_what_is_held_or_last_does_not_end_by_itself() -> None:
    stage = chain("a", "b", "c", "d").do("09:00", "go").do("09:05", "hold")
    assert on_air(stage.board("10:00")) == "a"
    stage.do("10:00", "resume")
    assert on_air(stage.board("11:30")) == "d"


def test_it_never_ends_before_the_last_command() -> None:
    stage = chain("a").do("09:00", "go").do("09:09", "stretch", by="-8m")
    assert stage.hour(stage.live("09:09").started) == "09:09"


def test_a_go_meant_for_the_slot_before_is_refused_for_two_seconds() -> None:
    stage = chain("a").do("09:00", "go")
    assert stage.refusal("09:10:01.9", "go") == "just_started"
    stage.do("09:10:02", "go")
    assert on_air(stage.board("09:10:02")) == "c"


def test_a_go_that_names_its_slot_is_always_meant() -> None:
    stage = chain("a").do("09:00", "go").do("09:10:01", "go", slot="c")
    assert on_air(stage.board("09:10:01")) == "c"


# --- finish -------------------------------------------------------------------------------------


def test_finish_closes_the_day_whatever_was_left(stage: Stage) -> None:
    board = stage.do("09:00", "go").do("09:05", "finish").board("09:06")
    assert (board.state, board.finished, board.next, on_air(board)) == ("after", True, None, None)
    assert stage.hour(board.expected_end) == "09:05"


def test_a_closed_day_takes_notes_and_the_take_back_of_its_closing(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:05", "finish").do("09:06", "note", text="home")
    assert on_air(stage.do("09:07", "recall").board("09:07")) == "a"


def test_a_passing_message_goes_with_what_is_on_air_and_another_stays() -> None:
    for hand in ("go", "end"):
        stage = Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c")))
        stage.do("09:00", "go")
        stage.do("09:05", "say", text="WRAP UP", passing=True)
        assert stage.do("09:06", "stretch", by="1m").board("09:06").message is not None
        assert stage.do("09:10", hand).board("09:10").message is None
        stage.do("09:11", "say", text="CLOSER")
        assert stage.do("09:12", "go").board("09:12").message is not None


def test_a_passing_message_goes_with_an_automatic_end_too() -> None:
    stage = Stage(day(leaf("a", start="09:00", advance="auto"), leaf("b"))).do("09:00", "go")
    stage.do("09:05", "say", text="WRAP UP", passing=True)
    assert stage.board("09:09").message is not None
    assert stage.board("09:10").message is None
