"""The oracle itself, held against the worked examples of `design/timing.md` §8."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.reading import No, Reading, instant_of
from tests.rows import each_row

PARIS = ZoneInfo("Europe/Paris")


def talk(slot_id: str, length: str, **more: Any) -> dict[str, Any]:
    """A talk, or whatever `more` says."""
    return {"id": slot_id, "kind": "talk", "title": slot_id, "duration": length, **more}


def session(slot_id: str, *slots: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": slot_id, "kind": "session", "title": slot_id, "slots": list(slots), **more}


def day(*slots: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "format": "runofshow/1.0",
        "title": "A day",
        "date": "2016-01-19",
        "timezone": "Europe/Paris",
        "slots": list(slots),
        **more,
    }


SEED = day(
    talk("accueil", "15m", kind="welcome", start="09:00"),
    session(
        "diversite",
        talk("film-1", "5m", kind="film"),
        talk("table-ronde", "1h10m", kind="panel"),
        start="09:15",
    ),
    session(
        "animation",
        talk("film-2", "5m", kind="film"),
        talk("synthese", "10m"),
        session(
            "eclairages",
            talk("e1", "10m"),
            talk("e2", "10m"),
            talk("e3", "10m"),
            talk("e4", "10m"),
            talk("fin-eclairages", "5m", kind="closing"),
        ),
        start="10:30",
    ),
    talk("resultats", "30m", start="11:30"),
    talk("conclusion", "15m", kind="closing", start="12:00"),
    {"id": "dejeuner", "kind": "break", "title": "Déjeuner", "start": "12:15", "end": "14:00"},
    session(
        "forum",
        talk("definition", "40m", kind="workshop"),
        talk("ateliers", "2h35m", kind="workshop"),
        talk("restitution", "35m", kind="workshop"),
        start="14:00",
    ),
    talk("fin", "10m", kind="closing", start="17:50"),
    end_by="18:00",
)


def at(text: str, plan: dict[str, Any] = SEED) -> datetime:
    return instant_of(plan, text)


def clock(instant: datetime | None, zone: ZoneInfo = PARIS) -> str | None:
    return None if instant is None else instant.astimezone(zone).strftime("%H:%M:%S")


def row(board: dict[str, Any], slot_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in board["slots"] if each["id"] == slot_id)
    return found


def expected(board: dict[str, Any], slot_id: str) -> tuple[str | None, str | None]:
    each = row(board, slot_id)
    return clock(each["expected_start"]), clock(each["expected_end"])


def played(plan: dict[str, Any], *steps: tuple[str, dict[str, Any]]) -> Reading:
    """A reading after some accepted commands."""
    reading = Reading(plan)
    for when, command in steps:
        answer = reading.do(command, at(when, plan))
        assert answer["ok"], (when, command, answer)
    return reading


GO = {"do": "go"}


def test_the_planned_day_is_the_seeds() -> None:
    board = Reading(SEED).board(at("08:00"))
    assert [
        (each["id"], clock(each["planned_start"]), clock(each["planned_end"]))
        for each in board["slots"]
    ] == [
        ("accueil", "09:00:00", "09:15:00"),
        ("diversite", "09:15:00", "10:30:00"),
        ("film-1", "09:15:00", "09:20:00"),
        ("table-ronde", "09:20:00", "10:30:00"),
        ("animation", "10:30:00", "11:30:00"),
        ("film-2", "10:30:00", "10:35:00"),
        ("synthese", "10:35:00", "10:45:00"),
        ("eclairages", "10:45:00", "11:30:00"),
        ("e1", "10:45:00", "10:55:00"),
        ("e2", "10:55:00", "11:05:00"),
        ("e3", "11:05:00", "11:15:00"),
        ("e4", "11:15:00", "11:25:00"),
        ("fin-eclairages", "11:25:00", "11:30:00"),
        ("resultats", "11:30:00", "12:00:00"),
        ("conclusion", "12:00:00", "12:15:00"),
        ("dejeuner", "12:15:00", "14:00:00"),
        ("forum", "14:00:00", "17:50:00"),
        ("definition", "14:00:00", "14:40:00"),
        ("ateliers", "14:40:00", "17:15:00"),
        ("restitution", "17:15:00", "17:50:00"),
        ("fin", "17:50:00", "18:00:00"),
    ]
    assert (board["state"], board["drift"], board["day_drift"]) == ("before", 0, 0)


def test_four_minutes_into_the_welcome() -> None:
    board = played(SEED, ("09:00", GO)).board(at("09:04"))
    assert board["on_air"]["remaining"] == 11 * 60
    assert (board["drift"], board["drift_word"]) == (0, "on_time")


def test_the_welcome_five_minutes_over() -> None:
    board = played(SEED, ("09:00", GO)).board(at("09:20"))
    assert (board["on_air"]["remaining"], board["on_air"]["phase"]) == (-300, "over")
    assert (board["drift"], board["drift_word"], board["day_drift"]) == (300, "late", 0)
    assert expected(board, "film-1")[0] == "09:20:00"
    assert expected(board, "table-ronde") == ("09:25:00", "10:35:00")
    assert expected(board, "film-2")[0] == "10:35:00"
    assert expected(board, "conclusion") == ("12:05:00", "12:20:00")
    assert expected(board, "dejeuner") == ("12:20:00", "14:00:00")
    assert expected(board, "forum")[0] == "14:00:00"


def test_the_welcome_ended_early_waits_for_the_film() -> None:
    board = played(SEED, ("09:00", GO), ("09:12", {"do": "end"})).board(at("09:12"))
    assert board["on_air"] is None
    assert (board["state"], board["drift"]) == ("between", 0)
    assert expected(board, "film-1")[0] == "09:15:00"


def test_ten_minutes_inserted_before_lunch() -> None:
    board = played(
        SEED,
        ("09:00", GO),
        ("09:15", GO),
        ("09:16", {"do": "insert", "slot": talk("ajout", "10m"), "after": "resultats"}),
    ).board(at("09:16"))
    assert expected(board, "dejeuner")[0] == "12:25:00"
    assert clock(row(board, "dejeuner")["planned_start"]) == "12:15:00"
    assert row(board, "ajout")["planned_start"] is None


PLANNER = day(
    talk("a", "1h", minimum="50m", start="10:30"),
    talk("b", "30m", minimum="22m"),
    talk("c", "15m", minimum="8m"),
    {"id": "lunch", "kind": "break", "start": "12:15", "end": "14:00"},
)


def test_the_planners_case_is_seven_minutes_late() -> None:
    board = played(PLANNER, ("10:37", GO)).board(at("10:37"))
    assert expected(board, "lunch")[0] == "12:22:00"
    assert board["drift"] == 420


def test_cutting_shows_as_time_gained_against_what_was_printed() -> None:
    reading = played(
        PLANNER,
        ("10:37", GO),
        ("10:37", {"do": "edit", "slot": "b", "set": {"duration": "26m"}}),
        ("10:37", {"do": "edit", "slot": "c", "set": {"duration": "12m"}}),
    )
    board = reading.board(at("10:37"))
    assert (board["drift"], expected(board, "lunch")[0]) == (420, "12:15:00")
    reading.do(GO, at("11:37"))
    assert reading.board(at("11:37"))["drift"] == 180
    reading.do(GO, at("12:03"))
    assert reading.board(at("12:03"))["drift"] == 0


def test_a_pin_that_is_no_wait() -> None:
    plan = day(
        talk("a", "30m", start="09:00"),
        talk("b", "30m", minimum="24m"),
        {"id": "break", "kind": "break", "end": "11:00", "minimum": "20m"},
        talk("c", "1h", minimum="48m"),
        talk("d", "10m", start="11:55"),
    )
    board = played(plan, ("09:00", GO)).board(at("09:00"))
    assert expected(board, "d")[0] == "12:00:00"


# --- Rules that the table of §8 does not touch ----------------------------------------------------


@each_row(
    "date,text,utc",
    [
        ("2016-01-19", "25:30", "2016-01-20T00:30:00+00:00"),
        ("2024-03-31", "02:30", "2024-03-31T01:30:00+00:00"),  # skipped: 03:30 summer time
        ("2024-10-27", "02:30", "2024-10-27T00:30:00+00:00"),  # repeated: the first
    ],
)
def test_civil_times(date: str, text: str, utc: str) -> None:
    assert instant_of({**SEED, "date": date}, text) == datetime.fromisoformat(utc)


@each_row(
    "length,warning,danger",
    [
        ("10m", 120, 30),
        ("1h", 300, 120),
        ("4m", 60, 30),
        ("1m", 30, 15),
        ("7m30s", 90, 30),
        ("11m", 132, 33),
        ("1s", 1, 0),
    ],
)
def test_warning_and_danger(length: str, warning: float, danger: float) -> None:
    board = played(day(talk("a", length, start="09:00")), ("09:00", GO)).board(at("09:00"))
    assert (board["on_air"]["warning"], board["on_air"]["danger"]) == (warning, danger)


@each_row(
    "kind,length,least",
    [
        ("break", "45m", 27),
        ("welcome", "15m", 8),
        ("talk", "14m", 12),
        ("workshop", "10m", 8),
        ("film", "5m", 5),
        ("talk", "35m", 28),
    ],
)
def test_minimum(kind: str, length: str, least: float) -> None:
    board = Reading(day(talk("a", length, kind=kind, start="09:00"))).board(at("09:00"))
    assert board["slots"][0]["minimum"] == least * 60


def test_holds_stretches_and_restarts_add_up() -> None:
    plan = day(talk("a", "10m", start="09:00"), talk("b", "10m"))
    reading = played(plan, ("09:00", GO), ("09:02", {"do": "hold"}))
    held = reading.board(at("09:05"))["on_air"]
    assert (held["remaining"], held["ends"], held["held"]) == (480, None, 0)
    assert reading.do({"do": "stretch", "by": "1m"}, at("09:05"))["ok"]
    assert not reading.do({"do": "restart"}, at("09:05"))["ok"]
    assert reading.do({"do": "resume"}, at("09:06"))["ok"]
    assert reading.do({"do": "restart"}, at("09:10"))["ok"]
    air = reading.board(at("09:10"))["on_air"]
    assert (air["held"], air["lost"], air["remaining"]) == (240, 360, 660)


def test_an_automatic_slot_ends_and_begins_by_itself() -> None:
    plan = day(
        talk("a", "10m", start="09:00", advance="auto"),
        talk("b", "10m", advance="auto"),
        talk("c", "5m", start="09:30", advance="auto"),
    )
    reading = played(plan, ("09:00", GO))
    board = reading.board(at("09:25"))
    assert (board["rev"], board["on_air"], board["state"]) == (3, None, "between")
    assert clock(row(board, "b")["started"]) == "09:10:00"
    board = reading.board(at("10:00"))
    assert (board["rev"], clock(board["on_air"]["started"])) == (4, "09:30:00")
    assert not reading.do(GO, at("09:10:01"))["ok"]  # two seconds after an automatic start
    assert reading.do({"do": "recall"}, at("09:11")) == {"ok": True, "rev": 3}
    assert reading.board(at("09:40"))["on_air"]["slot"] == "a"


def test_a_go_out_of_order_moves_and_its_recall_returns() -> None:
    plan = day(
        session("s", talk("a", "10m"), talk("b", "10m"), start="09:00"),
        session("t", talk("c", "10m"), talk("d", "10m", start="09:40"), start="09:25"),
    )
    reading = played(plan, ("09:00", GO), ("09:10", {"do": "go", "slot": "d"}))
    board = reading.board(at("09:10"))
    order = [(each["id"], each["parent"]) for each in board["slots"]]
    assert order == [
        *(("s", None), ("a", "s"), ("d", "s"), ("b", "s")),
        *(("t", None), ("c", "t")),
    ]
    assert clock(row(board, "d")["planned_start"]) == "09:10:00"
    assert reading.do({"do": "recall"}, at("09:11"))["ok"]
    assert reading.day.plan["slots"][1]["slots"][1]["start"] == "09:40"


def test_began_and_ended_correct_the_log() -> None:
    plan = day(talk("a", "10m", start="09:00"), talk("b", "10m"))
    reading = played(plan, ("09:00", GO), ("09:10", GO), ("09:12", {"do": "began", "ago": "1m"}))
    board = reading.board(at("09:12"))
    assert clock(row(board, "a")["ended"]) == "09:11:00"
    assert clock(row(board, "b")["started"]) == "09:11:00"
    assert not reading.do({"do": "began", "ago": "13m"}, at("09:12"))["ok"]
    assert reading.do({"do": "ended", "ago": "0m"}, at("09:19"))["ok"]
    assert reading.do({"do": "ended", "ago": "2m"}, at("09:20"))["ok"]
    assert clock(row(reading.board(at("09:20")), "b")["ended"]) == "09:18:00"


def test_a_slot_restored_from_the_past_comes_next() -> None:
    plan = day(talk("a", "10m", start="09:00", skip=True), talk("b", "10m", start="09:00"))
    reading = played(plan, ("09:00", GO), ("09:01", {"do": "restore", "slot": "a"}))
    board = reading.board(at("09:01"))
    assert [each["id"] for each in board["slots"]] == ["b", "a"]
    assert board["next"]["slot"] == "a"


def test_reprinting_measures_anew_what_is_not_aired() -> None:
    lunch = {"id": "lunch", "kind": "break", "end": "12:30"}
    plan = day(talk("a", "30m", start="11:00"), talk("b", "30m"))
    reading = played(plan, ("11:00", GO), ("11:01", {"do": "insert", "slot": lunch, "after": "a"}))
    assert row(reading.board(at("11:01")), "lunch")["planned_start"] is None
    assert reading.do({"do": "reprint"}, at("11:02"))["ok"]
    assert reading.do({"do": "edit", "slot": "lunch", "set": {"duration": "20m"}}, at("11:03"))[
        "ok"
    ]
    board = reading.board(at("11:03"))
    assert clock(row(board, "lunch")["planned_start"]) == "11:30:00"
    assert clock(row(board, "lunch")["planned_end"]) == "12:30:00"
    assert clock(row(board, "b")["planned_start"]) == "12:30:00"


def test_what_is_restored_from_the_past_in_a_session_comes_next_leaf_by_leaf() -> None:
    plan = day(
        session("s", talk("a", "10m", start="09:00"), talk("b", "10m"), skip=True),
        talk("c", "10m", start="09:00"),
    )
    reading = played(plan, ("09:00", GO), ("09:01", {"do": "restore", "slot": "s"}))
    assert [each["id"] for each in reading.board(at("09:01"))["slots"]] == ["s", "c", "a", "b"]


def test_a_command_that_changes_nothing_is_no_undo_step() -> None:
    reading = played(SEED, ("08:00", {"do": "edit", "slot": "fin", "set": {"title": "fin"}}))
    assert reading.day.rev == 1
    assert not reading.do({"do": "undo"}, at("08:01"))["ok"]


def test_a_plan_with_no_start_is_refused() -> None:
    with pytest.raises(No):
        Reading(day(talk("a", "10m")))


def test_questions_are_kept_back_until_opened() -> None:
    plan = day(talk("a", "30m", start="09:00", questions="10m"))
    reading = played(plan, ("09:00", GO))
    assert reading.board(at("09:15"))["on_air"]["phase"] == "warning"
    assert reading.board(at("09:25"))["on_air"]["phase"] == "danger"
    assert reading.do({"do": "questions"}, at("09:19"))["ok"]
    assert reading.board(at("09:20"))["on_air"]["phase"] == "normal"


def test_the_clock_never_goes_back() -> None:
    reading = played(SEED, ("09:00", GO))
    assert reading.board(at("08:00"))["now"] == at("09:00")
    assert reading.board(datetime(2016, 1, 19, 8, 4, tzinfo=UTC))["now"] - at("09:00") == timedelta(
        minutes=4
    )


# --- Promises and catching up (§§5-6, §8) ---------------------------------------------------------


def promising(plan: dict[str, Any], slot_id: str, **more: Any) -> dict[str, Any]:
    """The plan with a promise of the start of a slot at its top level."""
    slots = [
        each | {"promise": "start", **more} if each["id"] == slot_id else each
        for each in plan["slots"]
    ]
    return {**plan, "slots": slots}


def made(reading: Reading, when: str, slot: str) -> dict[str, Any]:
    """The plans for the start of a slot: who gives how many minutes, and the stretch."""
    return {
        plan["plan"]: (
            {cut["slot"]: cut["by"] / 60 for cut in plan["cuts"]},
            plan["stretch"] / 60,
        )
        for plan in reading.plans(at(when), slot, "start")
    }


def stands(reading: Reading, when: str) -> tuple[Any, ...]:
    """The first promise of a board: due, expected, kept, last call, lost."""
    row = reading.board(at(when))["promises"][0]
    hours = tuple(clock(row[key]) for key in ("due", "expected"))
    return (*hours, row["kept"], clock(row["last_call"]), row["lost"])


def test_what_helps_is_after_the_wait() -> None:
    reading = played(
        promising(SEED, "dejeuner"),
        ("09:00", GO),
        ("09:15", GO),
        ("09:16", {"do": "insert", "slot": talk("ajout", "10m"), "after": "resultats"}),
    )
    assert stands(reading, "09:16") == ("12:15:00", "12:25:00", False, "11:30:00", False)
    plans = made(reading, "09:16", "dejeuner")
    assert plans["share"] == ({"resultats": 4, "ajout": 1, "conclusion": 5}, 0)
    assert plans["few"] == ({"resultats": 3, "conclusion": 7}, 0)
    assert plans["next"] == ({"resultats": 6, "ajout": 2, "conclusion": 2}, 0)


def test_the_planners_case() -> None:
    reading = played(promising(PLANNER, "lunch"), ("10:37", GO))
    assert stands(reading, "10:37") == ("12:15:00", "12:22:00", False, "12:07:00", False)
    assert made(reading, "10:37", "lunch") == {
        "share": ({"b": 4, "c": 3}, 0),
        "few": ({"b": 7}, 0),  # `next` comes out the same
        "last": ({"c": 7}, 0),
        "now": ({}, -7),
    }
    asked = {"do": "catch_up", "promise": {"slot": "lunch", "of": "start"}, "plan": "share"}
    assert reading.do(asked, at("10:37"))["ok"]
    assert stands(reading, "10:37") == ("12:15:00", "12:15:00", True, None, False)
    assert reading.board(at("10:37"))["drift"] == 420
    assert not reading.do(asked, at("10:37"))["ok"]  # nobody has anything to give any more
    assert reading.do({"do": "undo"}, at("10:38"))["ok"]
    assert stands(reading, "10:38")[2] is False


def test_the_planners_case_before_its_first_is_taken() -> None:
    plan = promising(PLANNER, "lunch")
    first = talk("zero", "30m", start="10:00")
    reading = played({**plan, "slots": [first, *plan["slots"]]}, ("10:00", GO))
    assert made(reading, "10:37", "lunch")["share"] == ({"a": 3, "b": 2, "c": 2}, 0)


def test_a_pin_that_is_no_wait_makes_what_is_before_it_useless() -> None:
    plan = day(
        talk("a", "30m", start="09:00"),
        talk("b", "30m", minimum="24m"),
        {"id": "break", "kind": "break", "end": "11:00", "minimum": "20m"},
        talk("c", "1h", minimum="48m"),
        talk("d", "10m", start="11:55", promise="start"),
    )
    assert made(played(plan, ("09:00", GO)), "09:00", "d")["share"] == ({"c": 5}, 0)


def test_an_agreed_hour_is_due_and_who_was_told_is_kept() -> None:
    lunch = {"slot": "lunch", "of": "start"}
    reading = played(
        promising(PLANNER, "lunch"),
        ("10:37", GO),
        ("10:38", {"do": "agree", "promise": lunch, "time": "12:30"}),
        ("10:39", {"do": "told", "promise": lunch, "time": "12:22"}),
    )
    assert stands(reading, "10:39")[:3] == ("12:30:00", "12:22:00", True)
    assert reading.board(at("10:40"))["promises"][0]["told"] == (at("10:39"), at("12:22"))
    nobody = {"slot": "b", "of": "start"}
    assert not reading.do({"do": "agree", "promise": nobody, "time": None}, at("10:40"))["ok"]
