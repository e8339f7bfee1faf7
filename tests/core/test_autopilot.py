"""The autopilot: a day that nobody touches, with overruns that nobody announced."""

from datetime import timedelta
from typing import Any

from hypothesis import given

from runofshow.core import autopilot
from runofshow.core.board import board
from runofshow.core.commands import End
from runofshow.core.expected import forecast
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from tests.hand import Stage, clock_of, day, leaf, seed
from tests.strategies import days

M = timedelta(minutes=1)


def hours(show: Show) -> dict[str, tuple[str | None, str | None]]:
    zone = show.plan.zone
    return {
        airing.slot: (clock_of(airing.started, zone), clock_of(airing.ended, zone))
        for airing in show.air.airings
    }


def played(stage: Stage, **overruns: timedelta) -> dict[str, tuple[str | None, str | None]]:
    named = {slot.replace("_", "-"): by for slot, by in overruns.items()}
    return hours(autopilot.played(stage.show, named))


@given(days())
def test_a_day_that_nobody_touches_goes_as_the_forecast_at_its_beginning_said(
    schedule: dict[str, Any],
) -> None:
    show = Show.of(Plan.model_validate(schedule))
    begins = autopilot.beginning(show)
    if begins is None:
        assert autopilot.played(show) == show
        return
    expected = forecast(show, begins).spans
    done = autopilot.played(show, since=begins)
    assert [airing.slot for airing in done.air.airings] == [n.slot.id for n in show.outline.order]
    for airing in done.air.airings:
        assert (airing.started, airing.ended) == tuple(expected[airing.slot]), airing.slot
    assert done.air.on_air is None
    assert done.next is None


def test_the_seed_s_day_with_nine_minutes_in_the_panel() -> None:
    done = played(Stage(seed()), table_ronde=9 * M)
    assert done["table-ronde"] == ("09:20", "10:39")
    assert done["film-2"] == ("10:39", "10:44")
    assert done["conclusion-matinee"] == ("12:09", "12:24")
    assert done["dejeuner"] == ("12:24", "14:00")  # the break gives it back
    assert done["conclusion-journee"] == ("17:50", "18:00")


def test_the_forecast_knows_nothing_of_an_overrun_before_it_comes() -> None:
    stage = Stage(seed())
    overruns = {"table-ronde": 9 * M}
    for at, show in autopilot.acts(stage.show, overruns):
        if show.air.airings[-1].slot == "table-ronde":
            seen = board(show, at)
            assert seen.on_air is not None
            assert stage.hour(seen.on_air.expected_end) == "10:30"
            return


def test_who_ends_early_leaves_the_air_empty_until_the_next_may_begin() -> None:
    plan = day(leaf("a", start="09:00"), leaf("b", start="09:10"), leaf("c"))
    assert played(Stage(plan), a=-4 * M, b=-2 * M) == {
        "a": ("09:00", "09:06"),
        "b": ("09:10", "09:18"),
        "c": ("09:18", "09:28"),
    }


def test_a_changeover_is_waited_for() -> None:
    plan = day(leaf("a", start="09:00", changeover="2m"), leaf("b"))
    assert played(Stage(plan)) == {"a": ("09:00", "09:10"), "b": ("09:12", "09:22")}


def test_what_goes_on_by_itself_is_given_its_overrun_as_it_begins() -> None:
    plan = day(leaf("a", start="09:00", advance="auto"), leaf("b", advance="auto"), leaf("c"))
    stage = Stage(plan)
    assert played(stage, a=3 * M) == {
        "a": ("09:00", "09:13"),
        "b": ("09:13", "09:23"),
        "c": ("09:23", "09:33"),
    }
    show = autopilot.played(stage.show, {"a": 3 * M})
    assert show.air.airings[0].stretch == 3 * M


def test_a_last_item_that_would_go_on_by_itself_runs_over_like_any_other() -> None:
    plan = day(leaf("a", start="09:00", advance="auto"))
    assert played(Stage(plan), a=3 * M) == {"a": ("09:00", "09:13")}


def test_a_held_clock_waits_for_the_hand_that_held_it() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:00", "go").do("09:05", "hold")
    assert autopilot.next_turn(stage.show) is None
    stage.do("09:07", "resume")
    assert played(stage) == {"a": ("09:00", "09:12"), "b": ("09:12", "09:22")}


def test_an_announced_end_is_when_it_ends_while_it_is_ahead() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:00", "go")
    stage.do("09:04", "expect", slot="a", end="09:14")
    assert played(stage)["a"] == ("09:00", "09:14")
    late = autopilot.next_turn(stage.show, since=stage.at("09:14"))
    assert late is not None
    assert late.at == stage.at("09:14")  # lapsed: its clock, and never before `since`


def test_nothing_is_done_before_the_moment_from_which_it_acts() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:00", "go")
    turn = autopilot.next_turn(stage.show, since=stage.at("09:30"))
    assert turn is not None
    assert stage.hour(turn.at) == "09:30"


def test_the_acts_stop_at_an_instant() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c")))
    until = stage.at("09:10")
    assert [stage.hour(at) for at, _ in autopilot.acts(stage.show, until=until)] == [
        "09:00",
        "09:10",
    ]


def test_a_closed_day_does_nothing_more() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:00", "go").do("09:05", "finish")
    assert autopilot.next_turn(stage.show) is None
    assert autopilot.played(stage.show) is stage.show


def test_the_last_item_ends_and_the_air_is_empty() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "go")
    turn = autopilot.next_turn(stage.show)
    assert turn == (stage.at("09:10"), End())
