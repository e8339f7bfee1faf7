"""Promises and catching up: timing.md §§5, 6 and 8."""

from datetime import timedelta

import pytest

from runofshow.core.catchup import Recovery, last_call, plans
from runofshow.core.errors import Refused
from runofshow.core.promises import Promise
from tests.hand import Stage, clock_of, day, leaf, seed, session

LUNCH = Promise("dejeuner", "start")
MINUTE = timedelta(minutes=1)


def found(stage: Stage, clock: str, promise: Promise) -> dict[str, Recovery]:
    return {plan.plan: plan for plan in plans(stage.show, stage.at(clock), promise)}


def minutes(plan: Recovery) -> dict[str, float]:
    return {slot: by / MINUTE for slot, by in plan.cuts}


def call(stage: Stage, clock: str, promise: Promise) -> str | None:
    return clock_of(last_call(stage.show, stage.at(clock), promise), stage.zone)


@pytest.fixture
def inserted() -> Stage:
    """The seed's day on time at 9:16, ten minutes inserted after the results."""
    stage = Stage(seed()).do("09:00:00", "go").do("09:15:00", "go")
    extra = {"id": "extra", "title": "Remise de prix", "duration": "10m"}
    return stage.do("09:16:00", "insert", slot=extra, after="resultats")


def test_ten_minutes_inserted_break_the_caterers_hour(inserted: Stage) -> None:
    promise = inserted.board("09:16:00").promises[0]
    stands = promise.standing
    assert (stands.promise, stands.kept) == (LUNCH, False)
    assert (inserted.hour(stands.due), inserted.hour(stands.expected)) == ("12:15", "12:25")
    assert stands.late == 10 * MINUTE
    assert inserted.hour(promise.last_call) == "11:30"


def test_what_helps_is_after_the_wait(inserted: Stage) -> None:
    by_name = found(inserted, "09:16:00", LUNCH)
    assert minutes(by_name["share"]) == {"resultats": 4, "extra": 1, "conclusion-matinee": 5}
    assert minutes(by_name["few"]) == {"resultats": 3, "conclusion-matinee": 7}
    assert minutes(by_name["next"]) == {"resultats": 6, "extra": 2, "conclusion-matinee": 2}
    assert all(not plan.short for plan in by_name.values())
    assert call(inserted, "09:16:00", LUNCH) == "11:30"


def planners_case() -> Stage:
    """A 60 (50) at 10:30 · B 30 (22) · C 15 (8) · lunch, start 12:15 promised."""
    return Stage(
        day(
            leaf("before", "30m", start="10:00"),
            leaf("a", "60m", minimum="50m"),
            leaf("b", "30m", minimum="22m"),
            leaf("c", "15m", minimum="8m"),
            leaf("lunch", "60m", start="12:15", promise="start"),
        )
    ).do("10:00", "go")


def test_the_planners_case() -> None:
    stage = planners_case().do("10:37", "go")
    lunch = Promise("lunch", "start")
    by_name = found(stage, "10:37", lunch)
    assert {name: minutes(plan) for name, plan in by_name.items()} == {
        "share": {"b": 4, "c": 3},
        "few": {"b": 7},
        "last": {"c": 7},
        "now": {},
    }
    assert by_name["now"].stretch == -7 * MINUTE
    assert call(stage, "10:37", lunch) == "12:07"


def test_the_planners_case_before_a_is_taken() -> None:
    by_name = found(planners_case(), "10:37", Promise("lunch", "start"))
    assert minutes(by_name["share"]) == {"a": 3, "b": 2, "c": 2}


def test_applied_the_due_time_stays_and_the_drift_is_still_told() -> None:
    stage = planners_case().do("10:37", "go")
    stage.do("10:37", "catch_up", promise={"slot": "lunch", "of": "start"}, plan="share")
    board = stage.board("10:37")
    stands = board.promises[0].standing
    assert (stage.hour(stands.due), stage.hour(stands.expected)) == ("12:15", "12:15")
    assert stands.kept is True
    assert board.drift == 7 * MINUTE
    assert stage.planned("10:37", "lunch") == "12:15"
    assert board.undo is not None
    stage.do("10:38", "undo")
    assert stage.board("10:38").promises[0].standing.kept is False
    assert stage.board("10:38").undo is None


def test_a_pin_that_is_no_wait() -> None:
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("b", "30m", minimum="24m"),
            {"id": "tea", "kind": "break", "title": "tea", "end": "11:00", "minimum": "20m"},
            leaf("c", "60m", minimum="48m"),
            leaf("d", "30m", start="11:55", promise="start"),
        )
    ).do("09:00", "go")
    by_name = found(stage, "09:00", Promise("d", "start"))
    assert minutes(by_name["share"]) == {"c": 5}


def test_an_agreed_hour_is_due_instead(inserted: Stage) -> None:
    inserted.do("09:20", "agree", promise={"slot": "dejeuner", "of": "start"}, time="12:30")
    stands = inserted.board("09:20").promises[0].standing
    assert (inserted.hour(stands.due), stands.kept) == ("12:30", True)
    inserted.do("09:21", "agree", promise={"slot": "dejeuner", "of": "start"}, time=None)
    assert inserted.board("09:21").promises[0].standing.kept is False


def test_told_is_remembered(inserted: Stage) -> None:
    inserted.do("09:20", "told", promise={"slot": "dejeuner", "of": "start"}, time="12:25")
    told = inserted.board("09:20").promises[0].standing.told
    assert told is not None
    assert [inserted.hour(moment) for moment in told] == ["09:20", "12:25"]


def test_the_days_end_is_a_promise() -> None:
    board = Stage(seed()).do("09:00", "go").board("09:00")
    last = board.promises[-1].standing
    assert (last.promise, last.kept) == (Promise("day", "end"), True)


def test_optional_slots_are_left_out_first_where_that_is_asked() -> None:
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("b", "20m", optional=True),
            leaf("c", "20m", optional=True),
            leaf("d", "10m", cuttable=False),
            leaf("lunch", "60m", start="10:10", promise="start"),
        )
    ).do("09:00", "go")
    plan = found(stage, "09:00", Promise("lunch", "start"))["skip"]
    assert (plan.skips, plan.short) == (("c",), timedelta(0))


def test_who_speaks_in_two_slots_is_told_once() -> None:
    ada, bob = {"name": "Ada"}, {"name": "Bob"}
    stage = Stage(
        day(
            leaf("a", "30m", start="10:00"),
            leaf("b", "10m", minimum="9m", speakers=[ada, bob]),
            leaf("c", "10m", minimum="9m", speakers=[bob]),
            leaf("d", "10m", minimum="9m"),
            leaf("lunch", "30m", promise="start"),
        )
    ).do("10:03:00", "go")
    share = found(stage, "10:03:00", Promise("lunch", "start"))["share"]
    assert minutes(share) == {"b": 1, "c": 1, "d": 1}
    assert share.tell == 3  # Ada, Bob, and whoever is at d


def test_a_lost_promise_says_what_is_missing() -> None:
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("b", "10m", minimum="9m"),
            leaf("lunch", "60m", start="09:30", promise="start"),
        )
    ).do("09:00", "go")
    lunch = Promise("lunch", "start")
    board = stage.board("09:00")
    assert board.promises[0].lost
    assert found(stage, "09:00", lunch)["share"].short == 9 * MINUTE
    assert call(stage, "09:00", lunch) is None


def test_refusals() -> None:
    stage = planners_case()
    for clock, plan in (("10:00", "share"), ("10:30", "now")):
        with pytest.raises(Refused, match="Nobody"):
            stage.do(clock, "catch_up", promise={"slot": "lunch", "of": "start"}, plan=plan)
    with pytest.raises(Refused, match="No hard time"):
        stage.do("10:30", "agree", promise={"slot": "a", "of": "start"}, time="10:00")


def test_before_printing_an_hour_due_stays_where_it_is_while_a_plan_is_made() -> None:
    """Planned times move with every cut then; a plan that chased them would never be done."""
    stage = Stage(
        day(
            leaf("a", "60m", start="08:00"),
            leaf("b", "30m", optional=True),
            leaf("c", "30m", promise="start"),
        )
    )
    assert stage.board("08:10").promises[0].standing.late == 10 * MINUTE
    by_name = found(stage, "08:10", Promise("c", "start"))
    assert minutes(by_name["share"]) == {"a": 7, "b": 3}
    assert (by_name["skip"].skips, by_name["skip"].short) == (("b",), timedelta(0))
    assert all(plan.promises[0].kept for plan in by_name.values())


def test_a_plan_is_applied_only_as_it_was_seen() -> None:
    stage = planners_case().do("10:37", "go")
    lunch = {"slot": "lunch", "of": "start"}
    cuts = [{"slot": "b", "by": "4m"}, {"slot": "c", "by": "3m"}]
    refusal = stage.refusal("11:40", "catch_up", promise=lunch, plan="share", seen={"cuts": cuts})
    assert refusal == "plan_changed"
    assert stage.refusal("10:37", "catch_up", promise=lunch, seen={"skips": ["b"]}) == (
        "plan_changed"
    )
    stage.do("10:38", "catch_up", promise=lunch, plan="share", seen={"cuts": cuts})
    assert stage.board("10:38").promises[0].standing.kept
    assert stage.show.log.given[0].cuts == (("b", 4 * MINUTE), ("c", 3 * MINUTE))


def test_what_is_promised_is_never_left_out_whatever_else_is() -> None:
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("b", "10m", optional=True),
            session(
                "s",
                leaf("c", "10m", start="09:40", optional=True),
                leaf("d", "10m", start="09:50", optional=True),
                leaf("e", "10m", optional=True),
                promise="end",
            ),
        )
    ).do("09:40", "go")
    plan = found(stage, "09:41", Promise("s", "end"))["skip"]
    assert set(plan.skips) == {"b", "c", "d"}
