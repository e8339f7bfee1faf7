"""The report: what a day has come to, while it runs and afterwards, and why in words."""

from typing import Any

from hypothesis import given

from runofshow.core.hands import settled
from runofshow.core.report import Line, Report, report, why
from tests.core.test_ledger import HANDS, LUNCH, morning, played
from tests.hand import Stage, day, leaf
from tests.strategies import Step


def of(stage: Stage, clock: str) -> Report:
    return report(stage.show, stage.at(clock))


def line(found: Report, slot: str) -> Line:
    return next(line for line in found.lines if line.id == slot)


def because(found: Report, slot: str) -> list[str]:
    return [sentence.text("fr") for sentence in why(line(found, slot))]


def day_of(found: Report, stage: Stage) -> list[str | None]:
    moments = (found.planned_start, found.planned_end, found.started, found.ended)
    return [stage.hour(moment) for moment in moments]


# --- the day -----------------------------------------------------------------------------------


def test_before_the_day_all_is_expected_and_nothing_has_come() -> None:
    stage = morning()
    found = of(stage, "08:00")
    assert (found.state, day_of(found, stage)) == ("before", ["09:00", "12:30", None, None])
    assert (found.run, found.thanks, found.history) == ((), (), ())
    assert [each.item.status for each in found.lines] == ["to_come"] * 5


def test_while_it_runs_the_end_is_expected_and_afterwards_it_has_come() -> None:
    stage = morning().do("09:02", "go")
    found = of(stage, "09:10")
    assert day_of(found, stage) == ["09:00", "12:30", "09:02", None]
    assert stage.hour(found.expected_end) == "12:30"
    stage.do("12:45", "finish")
    assert day_of(of(stage, "20:00"), stage) == ["09:00", "12:30", "09:02", "12:45"]


def test_a_line_has_the_paper_the_plan_and_what_happened() -> None:
    stage = morning().do("09:00", "go").do("09:34", "go")
    stage.do("09:35", "edit", slot="c", set={"duration": "12m"})
    found = of(stage, "09:36")
    a, c = line(found, "a"), line(found, "c")
    assert [stage.hour(at) for at in (*a.paper, a.started, a.ended)] == [  # type: ignore[misc]
        "09:00", "09:30", "09:00", "09:34"
    ]  # fmt: skip
    minutes = [length.total_seconds() / 60 for length in (a.printed, a.planned, a.actual) if length]
    assert minutes == [30, 30, 34]
    assert (c.started, c.actual, c.planned.total_seconds() / 60) == (None, None, 12)
    assert (a.cue, a.session) == ("1", None)


# --- why ---------------------------------------------------------------------------------------


def test_the_cause_that_weighs_most_is_told_first_and_seconds_are_not() -> None:
    stage = morning().do("09:00", "go").do("09:10", "stretch", by="5m").do("09:36:10", "go")
    stage.do("09:56:20", "go")
    found = of(stage, "09:57")
    assert because(found, "a") == ["5 min données", "a débordé de 1 min 10"]
    assert because(found, "b") == []


def test_who_gave_to_a_plan_is_told_by_its_name() -> None:
    stage = morning().do("09:00", "go").do("09:33", "go")
    stage.do("09:33", "catch_up", promise=LUNCH, plan="few")
    assert because(of(stage, "09:40"), "c") == ["cède 3 min (sur le moins de séquences)"]


def test_what_is_to_come_is_told_as_such() -> None:
    stage = morning().do("09:00", "go").do("09:33", "go")
    assert because(of(stage, "09:40"), "lunch") == ["absorbe 3 min"]
    stage.do("09:53", "go").do("10:08", "go")
    assert because(of(stage, "10:08"), "lunch") == ["a absorbé 3 min"]


def test_what_was_not_run_says_so() -> None:
    stage = morning().do("09:00", "go").do("09:05", "skip", slot="b").do("09:30", "finish")
    found = of(stage, "09:40")
    assert (because(found, "b"), because(found, "c")) == (["sautée"], ["pas lancée"])


# --- who is thanked ----------------------------------------------------------------------------


def test_those_are_thanked_who_speak_and_gave_half_a_minute_or_more() -> None:
    stage = Stage(
        day(
            leaf("a", start="09:00", speakers=["Ann"]),
            leaf("film"),
            leaf("b", speakers=["Bob"]),
            leaf("c", speakers=["Cyd"]),
        )
    )
    for clock in ("09:00", "09:09:30", "09:18", "09:27:31"):
        stage.do(clock, "go")
    stage.do("09:50", "finish")
    assert [each.id for each in of(stage, "10:00").thanks] == ["a"]


def test_who_was_absent_is_told_and_is_not_thanked() -> None:
    stage = Stage(day(leaf("a", start="09:00", speakers=["Ann"]), leaf("b", speakers=["Bob"])))
    stage.do("08:50", "speaker", slot="a", who=1, **{"is": "absent"})
    for clock in ("09:00", "09:02", "09:04"):
        stage.do(clock, "go" if clock != "09:04" else "finish")
    found = of(stage, "10:00")
    assert [each.id for each in found.thanks] == ["b"]
    assert because(found, "a") == ["finie 8 min plus tôt", "absent\u00a0: Ann"]
    assert because(found, "b") == ["finie 8 min plus tôt"]


# --- promises, incidents, notes ----------------------------------------------------------------


def test_a_promise_is_actual_once_its_time_has_come() -> None:
    stage = morning().do("09:00", "go")
    assert [each.actual for each in of(stage, "09:10").promises] == [None]
    stage.do("09:30", "go").do("09:50", "go").do("10:05", "go")
    (lunch,) = of(stage, "10:06").promises
    assert (stage.hour(lunch.actual), lunch.standing.kept) == ("10:05", True)


def test_the_end_of_the_day_is_actual_once_it_is_over() -> None:
    stage = Stage(day(leaf("a", start="09:00"), end_by="09:30")).do("09:00", "go")
    assert of(stage, "09:05").promises[0].actual is None
    stage.do("09:12", "end")
    assert stage.hour(of(stage, "11:00").promises[0].actual) == "09:12"


def test_incidents_have_their_end_and_notes_their_slot() -> None:
    stage = morning().do("09:00", "go").do("09:01", "incident", on=True)
    stage.do("09:02", "incident", on=True).do("09:03", "incident", on=False)
    stage.do("09:04", "restart").do("09:05", "incident", on=True)
    stage.do("09:06", "note", text="micro 2", slot="b")
    found = of(stage, "09:10")
    told = [(each.kind, stage.hour(each.at), stage.hour(each.until)) for each in found.incidents]
    assert told == [
        ("incident", "09:01", "09:03"), ("restart", "09:04", None), ("incident", "09:05", None)
    ]  # fmt: skip
    assert [(note.text, note.slot) for note in found.notes] == [("micro 2", "b")]


# --- laws --------------------------------------------------------------------------------------


@given(HANDS)
def test_any_day_can_be_reported(day_and_hand: tuple[dict[str, Any], list[Step]]) -> None:
    show, now = played(*day_and_hand)
    found = report(show, now)
    leaves = [line for line in found.lines if line.item.node.slot.leaf]
    assert [line.id for line in leaves] == [node.slot.id for node in show.outline.leaves]
    assert all(line.item.real is None for line in found.lines if line not in leaves)
    assert len(found.run) == len(settled(show, now).air.airings)
    assert (found.ended is not None) == (found.state == "after" and found.expected_end is not None)
    for each in found.lines:
        for sentence in why(each):
            assert sentence.text("fr")
            assert sentence.text("en")
