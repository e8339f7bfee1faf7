"""Plan B: the day printed, left alone and rehearsed, and what was done about it."""

from datetime import timedelta

import pytest

from runofshow import clock as clocks
from runofshow.core.commands import (
    Blackout,
    CatchUp,
    Edit,
    End,
    Go,
    Note,
    PromiseOf,
    Redo,
    Say,
    Skip,
    Stretch,
    Undo,
)
from runofshow.core.plan_b import PlanB, plan_b
from runofshow.rehearsal import Rehearsal
from tests.hand import Stage, clock_of, seed

M = timedelta(minutes=1)
SYNTHESIS = "Synthèse des travaux sur les modèles de l'animation territoriale"
LUNCH = PromiseOf(slot="dejeuner", of="start")


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocks, "elapsed", lambda: 0.0)


def rehearsed() -> tuple[Stage, Rehearsal]:
    stage = Stage(seed())
    rehearsal = Rehearsal.of(stage.show, stage.at("08:00"))
    rehearsal.overrun("table-ronde", 9 * M)
    return stage, rehearsal


def hours(plan: PlanB, cue: str) -> tuple[str | None, str | None, str | None]:
    line = next(line for line in plan.lines if line.item.cue == cue)
    return (
        clock_of(line.printed, plan.zone),
        clock_of(line.alone, plan.zone),
        clock_of(line.tried, plan.zone),
    )


def said(plan: PlanB) -> list[str]:
    return [told.said.text("fr") for told in plan.told]


def test_three_days_stand_side_by_side() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("10:39"))
    assert rehearsal.do(CatchUp(promise=LUNCH, plan="few")).ok
    plan = rehearsal.plan_b()
    assert hours(plan, "3.1") == ("10:30", "10:39", "10:39")
    assert hours(plan, "6") == ("12:15", "12:24", "12:15")
    assert hours(plan, "7.1") == ("14:00", "14:00", "14:00")
    assert tuple(clock_of(end, plan.zone) for end in plan.ends) == ("18:00", "18:00", "18:00")
    changed = [(line.item.cue, line.length) for line in plan.lines if line.changed]
    assert changed == [("4", 28 * M), ("5", 8 * M)]
    assert [(item.cue, by) for item, by in plan.overruns] == [("2.2", 9 * M)]
    assert [(line.item.cue, line.overrun) for line in plan.lines if line.overrun] == [
        ("2.2", 9 * M)
    ]


def test_it_is_the_same_whenever_it_is_asked_for_once_all_is_done() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("10:39"))
    rehearsal.do(CatchUp(promise=LUNCH, plan="few"))
    early = rehearsal.plan_b()
    rehearsal.jump(stage.at("18:00"))
    assert rehearsal.plan_b() == early


def test_hard_times_left_alone_and_as_rehearsed() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("10:39"))
    rehearsal.do(CatchUp(promise=LUNCH, plan="share"))
    lunch, day_end = rehearsal.plan_b().promises
    assert lunch.item is not None
    assert lunch.item.title == "Déjeuner convivial"
    assert (lunch.alone.kept, lunch.alone.late, lunch.tried.kept) == (False, 9 * M, True)
    assert (day_end.item, day_end.alone.kept, day_end.tried.kept) == (None, True, True)


def test_what_is_missed_comes_with_what_could_be_done_when_that_was_known() -> None:
    stage, rehearsal = rehearsed()
    (option,) = rehearsal.plan_b().options
    assert stage.hour(option.at) == "10:39"
    assert option.of.item is not None
    assert option.of.item.cue == "6"
    few = next(plan for plan in option.plans if plan.plan == "few")
    assert few.cuts == (("resultats", 2 * M), ("conclusion-matinee", 7 * M))
    rehearsal.jump(stage.at("10:39"))
    rehearsal.do(CatchUp(promise=LUNCH, plan="few"))
    assert rehearsal.plan_b().options == ()


def test_what_was_done_is_told_in_order_and_the_stage_s_part_is_not() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("10:31"))
    rehearsal.do(Say(text="CONCLUEZ"))
    rehearsal.do(Blackout(on=True))
    rehearsal.do(Note(text="regarder le chrono"))
    rehearsal.jump(stage.at("10:33"))
    rehearsal.do(Go())
    rehearsal.do(Stretch(by=-M))
    rehearsal.do(Edit(slot="synthese", set={"duration": "8m"}))
    rehearsal.do(Undo())
    rehearsal.do(Redo())
    rehearsal.do(CatchUp(promise=PromiseOf(slot="day", of="end"), plan="share"))
    rehearsal.do(End())
    plan = rehearsal.plan_b()
    shortened = f"{SYNTHESIS}\u00a0: −2 min"
    assert said(plan) == [
        "Note\u00a0: regarder le chrono",
        "TOP Film introductif\u00a0: 3 expériences territoriales inspirantes",
        "Reprendre 1 min",
        shortened,
        f"Annulé\u00a0: {shortened}",
        f"Refait\u00a0: {shortened}",
        "Clore Film introductif\u00a0: 3 expériences territoriales inspirantes",
    ]
    about = [None if told.about is None else told.about.cue for told in plan.told]
    assert about == [None, None, "3.1", None, None, None, None]


def test_who_gives_is_named_and_whoever_is_on_air_gives_first() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.overrun("table-ronde", 0 * M)
    rehearsal.overrun("resultats", 9 * M)
    rehearsal.jump(stage.at("11:40"))
    rehearsal.do(Edit(slot="resultats", set={"duration": "36m"}))
    assert rehearsal.do(CatchUp(promise=LUNCH, plan="now")).ok
    told = rehearsal.plan_b().told[-1]
    assert [(item.cue, by) for item, by in told.gives] == [("4", 6 * M)]


def test_what_is_left_out_keeps_its_line_and_what_is_put_in_has_no_printed_hour() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("09:30"))
    rehearsal.do(Skip(slot="synthese"))
    plan = rehearsal.plan_b()
    line = next(line for line in plan.lines if line.item.cue == "3.2")
    assert (line.left_out, line.tried) == (True, None)
    assert stage.hour(line.alone) == "10:44"


def test_a_day_held_is_printed_as_far_as_it_goes_by_itself() -> None:
    stage, rehearsal = rehearsed()
    rehearsal.jump(stage.at("09:05"))
    show = rehearsal.show
    held = stage.do("09:00", "go").do("09:05", "hold").show
    plan = plan_b((stage.at("08:59"), Stage(seed()).show), stage.at("09:05"), held, {}, ())
    assert hours(plan, "2.1") == ("09:15", "09:15", "09:15")
    assert show.rev
