"""Nights, zones and clocks: what is known to go wrong in timers of this kind, each a test.

Counting milliseconds since midnight is the root of most of it; here instants are instants.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.core.crossings import look, passed
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.desk import Desk
from tests.hand import HandClock, Stage, day, leaf
from tests.rows import each_row
from tests.test_opening import Bench, codes, wall

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def night() -> Stage:
    """A night of 19 January: a talk at 23:30, a break until half past midnight, a talk."""
    return Stage(
        day(
            leaf("talk", "60m", start="23:30"),
            leaf("tea", end="24:45", kind="break"),
            leaf("last", "30m"),
        )
    )


def test_a_pause_across_midnight() -> None:
    stage = night().do("23:30", "go").do("23:50", "hold")
    assert stage.live("23:59:59").remaining == 40 * MINUTE
    assert stage.live("24:10").remaining == 40 * MINUTE
    stage.do("24:10", "resume")
    live = stage.live("24:10")
    assert (live.held, live.remaining, stage.hour(live.ends)) == (20 * MINUTE, 40 * MINUTE, "00:50")


def test_a_slot_of_fixed_end_read_after_midnight() -> None:
    stage = night().do("23:30", "go").do("24:30", "go")
    assert stage.live("24:40").remaining == 5 * MINUTE
    row = stage.row("24:40", "tea")
    assert (stage.hour(row.planned_start), stage.hour(row.planned_end)) == ("00:30", "00:45")
    assert stage.live("24:46").phase == "over"
    assert stage.expected("24:46", "last") == "00:46"


@each_row(
    "date, begun, looked, left",
    [
        ("2026-03-29", "2026-03-29T01:30:00+01:00", "2026-03-29T03:15:00+02:00", 15),  # 23 hours
        ("2026-10-25", "2026-10-25T02:30:00+02:00", "2026-10-25T02:15:00+01:00", 15),  # 25 hours
    ],
)
def test_a_running_timer_through_a_change_of_the_clocks(
    date: str, begun: str, looked: str, left: int
) -> None:
    plan = Plan.model_validate(
        {
            "date": date,
            "timezone": "Europe/Paris",
            "slots": [leaf("a", "60m", start="01:30"), leaf("b", "60m")],
        }
    )
    desk = Desk(Show.of(plan), clock := HandClock(datetime.fromisoformat(begun).astimezone(UTC)))
    desk.do_json({"do": "go"})
    clock.at = datetime.fromisoformat(looked).astimezone(UTC)
    live = desk.board().on_air
    assert live is not None
    assert live.remaining == left * MINUTE


def test_a_slot_left_running_for_twenty_five_hours() -> None:
    stage = night().do("23:30", "go")
    live = stage.live("48:30")
    assert (live.phase, live.remaining) == ("over", -24 * HOUR)
    assert stage.board("48:30").drift == 24 * HOUR
    stage.do("48:31", "go")
    assert stage.live("48:31").slot == "tea"
    assert stage.row("48:31", "talk").ended == stage.at("48:31")
    # the break's end is long past: it lasts its minimum, and what follows comes after that
    assert stage.expected("48:31", "last") == stage.hour(stage.at("48:40"))


def test_more_time_removed_than_is_left_ends_once() -> None:
    stage = night().do("23:30", "go")
    before = look(stage.show, stage.at("23:40"))
    stage.do("23:40", "stretch", by="-90m")
    assert stage.live("23:40").remaining == -40 * MINUTE
    desk = Desk(before.show, clock := HandClock(stage.at("23:40")))
    heard: list[str] = []
    desk.hear(lambda crossing: heard.append(crossing.what))
    desk.do_json({"do": "stretch", "by": "-90m"})
    for _ in range(5):
        clock.turn(seconds=1)
        desk.tend()
    desk.do_json({"do": "stretch", "by": "-1m"})  # still over: nothing more is crossed
    assert heard == ["warning", "danger", "zero", "over"]


def test_more_time_removed_than_is_left_goes_on_by_itself_once() -> None:
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00", advance="auto"),
            leaf("b", "30m"),
            leaf("c", "30m"),
        )
    )
    stage.do("09:00", "go").do("09:10", "stretch", by="-60m")
    board = stage.board("09:10")
    assert (board.rev, board.on_air and board.on_air.slot) == (3, "b")
    assert stage.board("09:20").rev == 3
    _, crossed = passed(look(stage.show, stage.at("09:10")), stage.at("09:20"))
    assert [crossing.what for crossing in crossed] == []


def test_next_on_the_last_slot_is_refused_and_never_wraps() -> None:
    stage = night().do("23:30", "go").do("24:30", "go").do("24:45", "go")
    assert stage.refusal("25:15", "go") == "nothing_to_come"
    assert stage.live("25:15").slot == "last"
    stage.do("25:16", "end")
    assert stage.refusal("25:17", "go") == "nothing_to_come"
    assert (stage.board("25:17").state, stage.board("25:17").on_air) == ("after", None)


@each_row("do", ["remove", "skip"])
def test_removing_the_slot_on_air_is_refused(do: str) -> None:
    stage = night().do("23:30", "go")
    before = stage.show
    assert stage.refusal("23:40", do, slot="talk") == "aired_fixed"
    assert stage.show is before


def test_removing_the_session_of_the_slot_on_air_is_refused() -> None:
    whole = {"id": "s", "slots": [leaf("a", start="09:00"), leaf("b")]}
    stage = Stage(day(whole, leaf("c"))).do("09:00", "go")
    assert stage.refusal("09:01", "remove", slot="s") == "aired_fixed"
    assert stage.refusal("09:01", "skip", slot="s") == "aired_fixed"


# --- restoring ----------------------------------------------------------------------------------


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path)
    bench.clock.at = wall("2026-01-19T23:00:00")
    bench.write(leaf("talk", "60m", start="23:30"), leaf("last", "30m"))
    return bench


@pytest.mark.parametrize("with_file", [True, False])
def test_restoring_on_the_second_day(bench: Bench, with_file: bool) -> None:
    """Opened again after midnight the night goes on, held time included."""
    show = bench.open()
    bench.clock.at = wall("2026-01-19T23:30:00")
    show.desk.do_json({"do": "go"})
    bench.clock.turn(minutes=20)
    show.desk.do_json({"do": "hold"})
    bench.crash()
    bench.clock.at = wall("2026-01-20T00:20:00")
    back = bench.open(file=with_file)
    live = back.desk.board().on_air
    assert live is not None
    assert (live.slot, live.holding, live.remaining) == ("talk", True, 40 * MINUTE)
    assert codes(back) == ["back_on_air"]
    back.desk.do_json({"do": "resume"})
    resumed = back.desk.board().on_air
    assert resumed is not None
    assert resumed.ends == wall("2026-01-20T01:00:00")
    bench.close()


@pytest.mark.parametrize("closed", [True, False])
def test_a_day_of_yesterday_that_is_over_is_not_gone_on_with(bench: Bench, closed: bool) -> None:
    """Closed, or its night long past: the file's day begins anew on today's date."""
    show = bench.open()
    bench.clock.at = wall("2026-01-19T23:30:00")
    show.desk.do_json({"do": "go"})
    if closed:
        show.desk.do_json({"do": "finish"})
    bench.crash()
    bench.clock.at = wall("2026-01-20T00:20:00" if closed else "2026-01-20T09:00:00")
    back = bench.open()
    assert (back.desk.board().state, back.desk.show.rev) == ("before", 0)
    assert back.desk.board().date.isoformat() == "2026-01-20"
    bench.close()


def test_a_wall_set_back_between_two_runs_does_not_stop_the_countdown(bench: Bench) -> None:
    """The clock goes on from the last hand, which is told; it does not wait for the wall."""
    show = bench.open()
    bench.clock.at = wall("2026-01-19T23:30:00")
    show.desk.do_json({"do": "go"})
    bench.crash()
    bench.clock.at = wall("2026-01-19T22:31:00")
    back = bench.open()
    assert codes(back) == ["back_on_air", "clock_behind"]
    bench.clock.turn(minutes=5)
    live = back.desk.board().on_air
    assert live is not None
    assert live.remaining == 55 * MINUTE
    bench.close()


# --- one board per change -----------------------------------------------------------------------


def test_one_board_a_change_never_a_torn_one() -> None:
    """A GO that ends one slot and takes the next is one change: nobody sees the air empty."""
    stage = night()
    desk = Desk(stage.show, HandClock(stage.at("23:30")), guard=timedelta(0))
    seen: list[tuple[int, str | None, str | None]] = []

    def looked() -> None:
        board = desk.board()
        on_air, after = board.on_air, board.next
        seen.append((board.rev, on_air and on_air.slot, after and after.slot))

    desk.subscribe(looked)
    for _ in range(3):
        desk.do_json({"do": "go"})
    assert seen == [(1, "talk", "tea"), (2, "tea", "last"), (3, "last", None)]
    desk.do_json({"do": "go"})
    assert len(seen) == 3  # what is refused is no change
