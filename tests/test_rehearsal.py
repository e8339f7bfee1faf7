"""A rehearsal: the day on a virtual clock, in memory, played by itself, gone back in, run over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from runofshow import clock as clocks
from runofshow.core import autopilot
from runofshow.core.board import board
from runofshow.core.commands import (
    CatchUp,
    Edit,
    End,
    Go,
    Hold,
    PromiseOf,
    Recall,
    Resume,
    Say,
    Stretch,
    command_of,
)
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.rehearsal import SPEEDS, Rehearsal
from tests.hand import Stage, day, leaf, seed
from tests.rows import each_row

M = timedelta(minutes=1)


class Ours:
    """Our own time, turned by hand."""

    def __init__(self) -> None:
        self.at = 1000.0

    def turn(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture(autouse=True)
def ours(monkeypatch: pytest.MonkeyPatch) -> Ours:
    made = Ours()
    monkeypatch.setattr(clocks, "elapsed", lambda: made.at)
    return made


def rehearsed(plan: Plan | None = None) -> tuple[Stage, Rehearsal]:
    stage = Stage(plan or seed())
    return stage, Rehearsal.of(stage.show, stage.at("08:00"))


def live(rehearsal: Rehearsal) -> str | None:
    on_air = rehearsal.board().on_air
    return None if on_air is None else on_air.slot


def hour(rehearsal: Rehearsal) -> str:
    return f"{rehearsal.now().astimezone(rehearsal.show.plan.zone):%H:%M:%S}"


def aired(rehearsal: Rehearsal) -> list[tuple[str, datetime, datetime | None]]:
    return [(a.slot, a.started, a.ended) for a in rehearsal.show.air.airings]


# --- where it begins ---------------------------------------------------------------------------


def test_a_day_that_has_not_begun_is_rehearsed_from_just_before_its_first_item() -> None:
    _, rehearsal = rehearsed()
    assert (hour(rehearsal), rehearsal.rate, rehearsal.board().state) == ("08:59:00", 0, "before")


def test_a_day_edited_after_its_hour_is_rehearsed_from_its_hour_all_the_same() -> None:
    stage = Stage(seed()).do("14:00", "edit", set={"title": "x"}).do("14:01", "say", text="y")
    rehearsal = Rehearsal.of(stage.show, stage.at("14:02"))
    assert hour(rehearsal) == "08:59:00"
    assert rehearsal.board().message is None


def test_a_day_that_runs_is_rehearsed_from_where_it_stands() -> None:
    stage = Stage(seed()).do("09:02", "go").do("09:22", "go")
    rehearsal = Rehearsal.of(stage.show, stage.at("09:24"))
    assert (hour(rehearsal), live(rehearsal)) == ("09:24:00", "film-1")
    assert rehearsal.board() == board(stage.show, stage.at("09:24"))


def test_a_day_that_is_over_is_rehearsed_anew() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "go").do("09:10", "end")
    assert hour(Rehearsal.of(stage.show, stage.at("09:30"))) == "08:59:00"
    stage.do("09:31", "finish")
    assert Rehearsal.of(stage.show, stage.at("09:32")).board().state == "before"


def test_a_plan_without_items_is_not_rehearsed() -> None:
    with pytest.raises(Refused) as refused:
        Rehearsal.of(Stage(day()).show, Stage(day()).at("09:00"))
    assert refused.value.code == "empty_plan"


def test_a_speaker_who_is_over_is_not_cut_short_before_the_rehearsal_runs() -> None:
    stage = Stage(seed()).do("09:00", "go")
    rehearsal = Rehearsal.of(stage.show, stage.at("09:25"))
    assert live(rehearsal) == "accueil"
    rehearsal.overrun("accueil", 14 * M)
    rehearsal.jump(stage.at("09:28:59"))
    assert live(rehearsal) == "accueil"
    rehearsal.jump(stage.at("09:29"))
    assert live(rehearsal) == "film-1"


# --- playing -----------------------------------------------------------------------------------


def test_the_seed_s_whole_day_plays_without_hands(ours: Ours) -> None:
    _, rehearsal = rehearsed()
    rehearsal.run(120)
    rehearsal.play()
    looks = 0
    while rehearsal.rate:
        ours.turn(5)
        looks += 1
        rehearsal.board()
    assert looks <= 56  # nine hours and a minute in four and a half minutes
    assert rehearsal.board().state == "after"
    assert rehearsal.show == autopilot.played(rehearsal.began[1], since=rehearsal.began[0])


@each_row("seconds", [0.034, 0.5, 7.0, 61.0, 5000.0])
def test_acts_bear_their_own_instants_however_seldom_anybody_looks(
    ours: Ours, seconds: float
) -> None:
    plan = day(leaf("a", start="09:00"), leaf("b", advance="auto"), leaf("c", start="09:25"))
    _, rehearsal = rehearsed(plan)
    rehearsal.overrun("a", 90 * M / 60)
    rehearsal.run(120)
    rehearsal.play()
    while rehearsal.rate:
        ours.turn(seconds)
        rehearsal.board()
    whole = autopilot.played(rehearsal.began[1], rehearsal.overruns, rehearsal.began[0])
    assert rehearsal.show.air == whole.air


def test_it_runs_at_its_speed_and_stands_when_told(ours: Ours) -> None:
    _, rehearsal = rehearsed()
    for speed in SPEEDS:
        before = rehearsal.now()
        rehearsal.run(speed)
        rehearsal.play()
        ours.turn(1)
        assert rehearsal.now() - before == timedelta(seconds=speed)
        rehearsal.play(False)
        ours.turn(60)
        assert rehearsal.now() - before == timedelta(seconds=speed)


def test_faster_and_slower_stop_at_the_ends() -> None:
    _, rehearsal = rehearsed()
    seen = []
    for steps in (1, 1, 1, -1, -1, -1, -1, -1, -1, -1):
        rehearsal.hurry(steps)
        seen.append(rehearsal.speed)
    assert seen == [60, 120, 120, 60, 30, 10, 5, 2, 1, 1]


def test_whoever_subscribes_is_told_of_every_change_of_the_clock() -> None:
    _, rehearsal = rehearsed()
    told: list[str] = []
    rehearsal.subscribe(lambda: told.append(hour(rehearsal)))
    rehearsal.play()
    rehearsal.run(60)
    rehearsal.play(False)
    rehearsal.next_item()
    rehearsal.steer(False)
    rehearsal.overrun("accueil", M)
    rehearsal.back()
    assert len(told) == 7


# --- leaps -------------------------------------------------------------------------------------


def test_the_next_item_and_the_next_change() -> None:
    _, rehearsal = rehearsed()
    rehearsal.next_item()
    assert (hour(rehearsal), live(rehearsal)) == ("09:00:00", "accueil")
    seen = []
    for _ in range(4):
        rehearsal.next_change()
        on_air = rehearsal.board().on_air
        assert on_air is not None
        seen.append((hour(rehearsal), on_air.slot, on_air.phase))
    assert seen == [
        ("09:12:00", "accueil", "warning"),
        ("09:14:15", "accueil", "danger"),
        ("09:15:00", "film-1", "normal"),
        ("09:19:00", "film-1", "warning"),
    ]


@each_row("pilot", [True, False])
def test_the_next_item_begins_when_the_overrun_of_this_one_ends(pilot: bool) -> None:
    _, rehearsal = rehearsed()
    rehearsal.steer(pilot)
    rehearsal.overrun("accueil", 9 * M)
    rehearsal.next_item()
    rehearsal.next_item()
    assert (hour(rehearsal), live(rehearsal)) == ("09:24:00", "film-1")


def test_going_to_an_item_begins_it_and_going_to_one_done_goes_back() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.overrun("table-ronde", 9 * M)
    rehearsal.until("synthese")
    assert (hour(rehearsal), live(rehearsal)) == ("10:44:00", "synthese")
    rehearsal.until("film-1")
    assert (hour(rehearsal), live(rehearsal)) == ("09:15:00", "film-1")
    rehearsal.do(command_of({"do": "skip", "slot": "synthese"}))
    with pytest.raises(Refused) as refused:
        rehearsal.until("synthese")
    assert refused.value.code == "is_skipped"
    assert stage.show.rev == 0


def test_nothing_is_waited_for_where_nothing_comes() -> None:
    _, rehearsal = rehearsed(day(leaf("a", start="09:00")))
    rehearsal.next_item()
    rehearsal.do(Hold())
    for leap in (rehearsal.next_item, rehearsal.next_change):
        with pytest.raises(Refused) as refused:
            leap()
        assert refused.value.code == "held"
    rehearsal.do(Resume())
    rehearsal.jump(rehearsal.now() + 20 * M)
    assert rehearsal.over
    with pytest.raises(Refused) as refused:
        rehearsal.next_item()
    assert refused.value.code == "nothing_ahead"
    rehearsal.play()
    assert rehearsal.rate == 0


def test_a_leap_ahead_is_as_if_the_time_had_passed(ours: Ours) -> None:
    stage, leapt = rehearsed()
    _, waited = rehearsed()
    leapt.jump(stage.at("15:00"))
    waited.run(60)
    waited.play()
    ours.turn(361)
    assert leapt.board() == waited.board()


def test_going_back_goes_to_the_start_of_this_item_then_of_the_one_before() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("10:35:40"))
    seen = []
    for _ in range(5):
        rehearsal.back()
        seen.append((hour(rehearsal), live(rehearsal)))
    assert seen == [
        ("10:35:00", "synthese"),
        ("10:30:00", "film-2"),
        ("09:20:00", "table-ronde"),
        ("09:15:00", "film-1"),
        ("09:00:00", "accueil"),
    ]
    rehearsal.back()
    rehearsal.back()
    assert (hour(rehearsal), live(rehearsal)) == ("08:59:00", None)


def test_going_back_finds_the_day_as_it_stood_then_and_forgets_what_was_done_since() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("09:30"))
    rehearsal.do(Edit(slot="synthese", set={"duration": "8m"}))
    rehearsal.jump(stage.at("09:40"))
    then = rehearsal.board()
    rehearsal.do(Stretch(by=5 * M))
    rehearsal.do(Edit(slot="resultats", set={"duration": "20m"}))
    rehearsal.jump(stage.at("16:00"))
    rehearsal.jump(stage.at("09:40") - M / 60)
    rehearsal.jump(stage.at("09:40"))
    assert rehearsal.board() == then
    assert [hand.command.do for hand in rehearsal.hands] == ["edit"]
    rehearsal.jump(stage.at("09:29"))
    assert rehearsal.board().undo is None
    assert rehearsal.hands == []


def test_back_and_forth_at_random_is_always_the_day_as_it_would_have_gone() -> None:
    stage, rehearsal = rehearsed()
    chance = Random(9)
    for _ in range(60):
        at = stage.at("08:59") + timedelta(seconds=chance.randrange(9 * 3600))
        rehearsal.jump(at)
        show = rehearsal.began[1]
        for _, after in autopilot.acts(show, since=rehearsal.began[0], until=at):
            show = after
        assert rehearsal.board() == board(show, at)


def test_a_go_is_taken_right_after_going_back() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.steer(False)
    rehearsal.jump(stage.at("09:00"))
    assert rehearsal.do(Go()).ok
    rehearsal.jump(stage.at("08:59:30"))
    assert rehearsal.do(Go()).ok


# --- the autopilot and the hand ----------------------------------------------------------------


def test_without_the_autopilot_everything_is_left_to_the_hand(ours: Ours) -> None:
    stage, rehearsal = rehearsed()
    rehearsal.steer(False)
    rehearsal.run(120)
    rehearsal.play()
    ours.turn(10)
    assert rehearsal.board().state == "before"
    assert rehearsal.do(Go()).ok
    assert live(rehearsal) == "accueil"
    ours.turn(60)
    assert live(rehearsal) == "accueil"
    assert stage.show.rev == 0


def test_switched_on_late_it_acts_from_that_moment_not_from_the_past() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.steer(False)
    rehearsal.jump(stage.at("09:00"))
    rehearsal.do(Go())
    rehearsal.jump(stage.at("09:31"))
    rehearsal.steer(True)
    assert live(rehearsal) == "accueil"  # the clock stands
    rehearsal.jump(stage.at("09:32"))
    assert live(rehearsal) == "film-1"
    assert rehearsal.show.air.airings[0].ended == stage.at("09:31")


def test_a_hand_may_go_before_the_autopilot_would() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.overrun("table-ronde", 9 * M)
    rehearsal.jump(stage.at("10:33"))
    rehearsal.do(Go())
    rehearsal.jump(stage.at("10:36"))
    assert aired(rehearsal)[2:4] == [
        ("table-ronde", stage.at("09:20"), stage.at("10:33")),
        ("film-2", stage.at("10:33"), None),
    ]


def test_after_taking_back_it_waits_for_the_next_go() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("09:15:05"))
    rehearsal.do(Recall())
    rehearsal.jump(stage.at("09:25"))
    assert live(rehearsal) == "accueil"
    rehearsal.do(Go())
    rehearsal.jump(stage.at("09:31"))
    assert live(rehearsal) == "table-ronde"


def test_what_the_hand_ended_is_followed_when_it_may_begin() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("09:12"))
    rehearsal.do(End())
    rehearsal.jump(stage.at("09:14"))
    assert live(rehearsal) is None
    rehearsal.jump(stage.at("09:15"))
    assert live(rehearsal) == "film-1"


def test_while_the_clock_stands_nothing_follows_what_the_hand_ended() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("10:33"))
    rehearsal.do(End())
    assert live(rehearsal) is None
    assert [hand.command.do for hand in rehearsal.hands] == ["end"]
    assert rehearsal.hands[0].after.air.on_air is None
    rehearsal.jump(stage.at("10:33:10"))
    assert live(rehearsal) == "synthese"
    assert rehearsal.show.air.airings[-1].started == stage.at("10:33")


def test_the_guard_counts_our_time(ours: Ours) -> None:
    _, rehearsal = rehearsed()
    rehearsal.steer(False)
    rehearsal.run(120)
    rehearsal.play()
    assert rehearsal.do(Go()).ok
    ours.turn(0.3)
    answer = rehearsal.do(Go())
    assert answer.why is not None
    assert answer.why.code == "guarded"
    ours.turn(0.4)
    assert rehearsal.do(Go()).ok
    rehearsal.play(False)
    assert rehearsal.do(Go()).ok  # while it stands, no time can pass


def test_a_hand_a_moment_after_the_autopilot_meant_what_it_just_took(ours: Ours) -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("09:14:59"))
    rehearsal.run(30)
    rehearsal.play()
    ours.turn(0.2)
    answer = rehearsal.do(Go())
    assert answer.why is not None
    assert answer.why.code == "guarded"
    assert live(rehearsal) == "film-1"


# --- what is to happen -------------------------------------------------------------------------


def test_an_overrun_can_be_changed_and_forgotten() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.overrun("accueil", 9 * M)
    rehearsal.overrun("accueil", 4 * M)
    rehearsal.next_item()
    rehearsal.jump(stage.at("09:16"))
    assert live(rehearsal) == "accueil"
    rehearsal.overrun("accueil", 0 * M)
    assert rehearsal.overruns == {}
    rehearsal.jump(stage.at("09:17"))
    assert (live(rehearsal), rehearsal.show.air.airings[0].ended) == ("film-1", stage.at("09:16"))


def test_what_is_done_no_longer_runs_over() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("09:30"))
    with pytest.raises(Refused) as refused:
        rehearsal.overrun("accueil", M)
    assert refused.value.code == "already_aired"


def test_a_plan_tried_in_a_rehearsal_keeps_the_promise() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.overrun("table-ronde", 9 * M)
    rehearsal.jump(stage.at("10:39"))
    lunch = PromiseOf(slot="dejeuner", of="start")
    assert rehearsal.do(CatchUp(promise=lunch, plan="few")).ok
    rehearsal.until("dejeuner")
    promise = next(p for p in rehearsal.board().promises if p.standing.promise.slot == "dejeuner")
    assert promise.standing.kept
    assert stage.show.rev == 0


@each_row(
    "act",
    [
        lambda r: r.do(Say(text="x")),
        lambda r: r.do(Edit(slot="synthese", set={"duration": "1m"})),
        lambda r: r.next_item(),
        lambda r: r.overrun("accueil", 9 * M),
        lambda r: r.play(),
    ],
)
def test_the_show_it_was_taken_from_is_never_touched(act: Callable[[Rehearsal], object]) -> None:
    stage, rehearsal = rehearsed()
    before = replace(stage.show)
    act(rehearsal)
    rehearsal.jump(stage.at("12:00"))
    assert stage.show == before


# --- what is crossed ----------------------------------------------------------------------------


def test_a_rehearsal_tells_what_it_crosses_once_and_again_after_going_back(ours: Ours) -> None:
    stage, rehearsal = rehearsed(day(leaf("a", start="09:00"), leaf("b", start="09:15")))
    heard: list[tuple[str, str, datetime]] = []
    rehearsal.hear(lambda each: heard.append((each.what, each.slot, each.at)))
    rehearsal.jump(stage.at("09:16"))
    rehearsal.tend()
    first = [
        ("begin", "a", stage.at("09:00")),
        ("warning", "a", stage.at("09:08")),
        ("danger", "a", stage.at("09:09:30")),
        ("zero", "a", stage.at("09:10")),
        ("end", "a", stage.at("09:10")),
        ("begin", "b", stage.at("09:15")),
    ]
    assert heard == first
    rehearsal.jump(stage.at("09:09"))
    assert heard == first
    rehearsal.jump(stage.at("09:10"))
    assert heard == [*first, *first[2:5]]
