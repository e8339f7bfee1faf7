"""The board: the shape that every screen and script reads, messages, problems, the next beat."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from runofshow.core.apply import apply
from runofshow.core.beat import next_change, until
from runofshow.core.commands import command_of
from runofshow.core.message import REMEMBERED, Said
from tests.hand import Stage, day, leaf, seed, session
from tests.rows import each_row

TOP = [
    "calls",
    "now",
    "rev",
    "title",
    "date",
    "timezone",
    "state",
    "on_air",
    "next",
    "departments",
    "drift",
    "drift_word",
    "day_drift",
    "planned_end",
    "expected_end",
    "slots",
    "promises",
    "forecast",
    "message",
    "blackout",
    "incident",
    "undo",
    "redo",
    "recall",
    "problems",
]
ON_AIR = [
    "slot",
    "cue",
    "kind",
    "title",
    "speakers",
    "started",
    "ends",
    "remaining",
    "length",
    "stretch",
    "held",
    "lost",
    "holding",
    "held_since",
    "phase",
    "warning",
    "danger",
    "questions",
    "questions_open",
    "planned_start",
    "planned_end",
    "expected_end",
]
NEXT = ["slot", "cue", "title", "speakers", "planned_start", "expected_start"]
ROW = [
    "id",
    "cue",
    "kind",
    "title",
    "speakers",
    "level",
    "parent",
    "leaf",
    "status",
    "duration",
    "minimum",
    "printed_start",
    "printed_end",
    "planned_start",
    "planned_end",
    "expected_start",
    "expected_end",
    "announced",
    "started",
    "ended",
    "gap",
    "overlap",
    "budget",
    "promise",
    "optional",
    "advance",
    "guessed",
    "due",
    "activities",
    "room",
    "note",
    "departments",
]


@pytest.fixture
def shown() -> dict[str, Any]:
    stage = Stage(seed()).do("09:00", "go").do("09:01", "say", text="Vite", **{"for": "1m"})
    stage.do("09:01", "skip", slot="eclairages").do("09:01", "undo")
    return stage.board("09:01:30").as_json("fr")


def test_the_board_has_the_keys_it_promises_and_no_others(shown: dict[str, Any]) -> None:
    assert sorted(shown) == sorted(TOP)
    assert sorted(shown["on_air"]) == sorted([*ON_AIR, "floor", "shares"])
    assert sorted(shown["next"]) == sorted(NEXT)
    for row in shown["slots"]:
        assert sorted(row) == sorted(ROW)
    assert sorted(shown["message"]) == ["flash", "text", "to", "until"]


def test_the_board_is_json(shown: dict[str, Any]) -> None:
    assert json.loads(json.dumps(shown)) == shown


def test_instants_carry_the_offset_of_the_plans_zone(shown: dict[str, Any]) -> None:
    assert shown["now"] == "2016-01-19T09:01:30+01:00"
    assert shown["on_air"]["ends"] == "2016-01-19T09:15:00+01:00"
    assert shown["message"]["until"] == "2016-01-19T09:02:00+01:00"
    for row in shown["slots"]:
        for key in ("planned_start", "expected_end"):
            assert datetime.fromisoformat(row[key]).utcoffset() == timedelta(hours=1)


def test_lengths_are_seconds(shown: dict[str, Any]) -> None:
    live, rows = shown["on_air"], {row["id"]: row for row in shown["slots"]}
    lengths = [live["remaining"], live["length"], live["stretch"], live["warning"], shown["drift"]]
    assert lengths == [810.0, 900.0, 0.0, 180.0, 0.0]
    assert all(isinstance(length, float) for length in lengths)
    assert (rows["dejeuner"]["duration"], rows["forum"]["duration"]) == (6300.0, None)


def test_what_does_not_exist_is_null(shown: dict[str, Any]) -> None:
    before = Stage(day(leaf("a", start="09:00"))).board("08:00").as_json()
    for key in ("on_air", "message", "undo", "redo", "recall", "forecast"):
        assert before[key] is None
    held = Stage(day(leaf("a", start="09:00"))).do("09:00", "go").do("09:01", "hold")
    assert held.board("09:02").as_json()["on_air"]["ends"] is None
    assert shown["on_air"]["held_since"] is None


def test_undo_redo_and_recall_say_what_they_would_do(shown: dict[str, Any]) -> None:
    plain = {key: (shown[key] or "").replace("\u00a0", " ") for key in ("undo", "redo", "recall")}
    titles = "Eclairages inspirants : prise de recul sur les 4 axes des modèles de "
    assert plain["undo"] == ""
    assert plain["redo"].startswith(f"Sauter {titles}")
    assert plain["recall"] == "TOP Mot d'accueil"


def test_rows_tell_the_tree() -> None:
    rows = {row.id: row for row in Stage(seed()).board("08:00").slots}
    place = {
        id_: (rows[id_].level, rows[id_].parent, rows[id_].leaf, rows[id_].cue)
        for id_ in ("accueil", "animation", "eclairages", "eclairage-2")
    }
    assert place == {
        "accueil": (0, None, True, "1"),
        "animation": (0, None, False, "3"),
        "eclairages": (1, "animation", False, "3.3"),
        "eclairage-2": (2, "eclairages", True, "3.3.2"),
    }


def test_the_status_of_slots_and_of_the_sessions_that_hold_them() -> None:
    inner = session("s", leaf("b"), leaf("c"))
    out = session("t", leaf("e"), skip=True)
    stage = Stage(day(leaf("a", start="09:00"), inner, leaf("d"), out)).do("09:00", "go")

    def statuses(clock: str) -> str:
        return " ".join(f"{row.id}:{row.status}" for row in stage.board(clock).slots)

    coming = "a:on_air s:next b:next c:to_come d:to_come t:skipped e:skipped"
    assert statuses("09:00") == coming
    stage.do("09:10", "go")
    assert statuses("09:10") == "a:done s:on_air b:on_air c:next d:to_come t:skipped e:skipped"
    stage.do("09:20", "go").do("09:30", "end")
    assert statuses("09:30") == "a:done s:done b:done c:done d:next t:skipped e:skipped"


def test_a_slot_is_due_when_its_time_has_come_and_nobody_has_taken_it() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b")))
    assert [stage.row(clock, "a").due for clock in ("08:59:59", "09:00")] == [False, True]
    stage.do("09:00", "go")
    assert stage.row("09:20", "b").due is False
    stage.do("09:20", "end")
    assert stage.row("09:20", "b").due is True


def test_a_message_goes_by_itself_when_its_time_is_over() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "say", text="x", **{"for": "30s"})
    messages = [stage.board(clock).message is None for clock in ("09:00:29.9", "09:00:30")]
    assert messages == [False, True]


def test_the_last_messages_are_kept_to_be_said_again() -> None:
    stage = Stage(day(leaf("a", "3h", start="09:00"))).do("09:00", "go")
    for number in range(REMEMBERED + 2):
        stage.do(f"09:{number:02}", "say", text=f"n {number}", flash=number == 7, **{"for": "20s"})
    said = stage.do("10:00", "clear").board("10:00").said
    assert [each.text for each in said] == [f"n {number}" for number in range(2, REMEMBERED + 2)]
    assert said[5] == Said(stage.at("09:07"), "n 7", "stage", True, timedelta(seconds=20))
    assert "said" not in stage.board("10:00").as_json()


def test_a_message_without_a_limit_stays_until_cleared() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "say", text="x", to="crew", flash=True)
    said = stage.board("11:00").message
    assert said is not None
    assert (said.text, said.to, said.flash, said.until) == ("x", "crew", True, None)
    assert stage.do("11:01", "clear").board("11:01").message is None


def test_blackout_and_incident_stand_until_taken_away() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "blackout", on=True)
    stage.do("09:00", "incident", on=True)
    board = stage.board("10:00")
    assert (board.blackout, board.incident) == (True, True)
    stage.do("10:00", "blackout", on=False).do("10:01", "incident", on=False)
    board = stage.board("10:02")
    assert (board.blackout, board.incident) == (False, False)
    stamps = [(stamp.kind, stamp.text) for stamp in stage.show.log.stamps]
    assert stamps == [("incident", "on"), ("incident", "off")]


def test_looking_changes_nothing() -> None:
    stage = Stage(seed()).do("09:00", "go")
    show = stage.show
    assert stage.board("11:00") == stage.board("11:00")
    assert stage.show is show


def test_time_never_goes_back_before_the_last_command() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:05", "go")
    assert stage.board("09:00").now == stage.at("09:05")
    after = apply(stage.show, command_of({"do": "end"}), stage.at("09:00"))
    assert after.air.airings[-1].ended == stage.at("09:05")


def test_every_accepted_command_counts_one_and_a_refused_one_nothing() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "go").do("09:01", "note", text="x")
    assert stage.refusal("09:02", "resume") == "not_held"
    assert stage.board("09:02").rev == 2


# --- problems -----------------------------------------------------------------------------------


@each_row(
    "slots, fields, found",
    [
        ([], {}, [("empty_plan", None, "error")]),
        ([leaf("a", start="09:00"), leaf("b", start="09:05")], {}, [("overlap", "b", "error")]),
        (
            [session("s", leaf("a", start="09:00"), duration="5m")],
            {},
            [("too_heavy", "s", "warning")],
        ),
        (
            [leaf("a", "2h", start="09:00"), leaf("b", end="10:00")],
            {},
            [("elastic_empty", "b", "error")],
        ),
        ([leaf("a", start="09:00", minimum="20m")], {}, [("minimum_above", "a", "warning")]),
        (
            [leaf("a", start="09:00", shares=["5m"] * 3, speakers=["A", "B"])],
            {},
            [("misshared", "a", "warning")],
        ),
        (
            [leaf("a", start="09:00", activities=[{"room": r, "host": "Ana"} for r in "12"])],
            {},
            [("hosts_twice", "a", "warning")],
        ),
        ([leaf("a", start="09:00")], {"end_by": "09:05"}, [("past_end_by", None, "error")]),
        ([leaf("a", start="09:00"), leaf("b", start="09:05", skip=True)], {}, []),
    ],
)
def test_what_is_wrong_with_a_plan_is_told(
    slots: list[dict[str, Any]], fields: dict[str, str], found: list[tuple[str, str | None, str]]
) -> None:
    problems = Stage(day(*slots, **fields)).board("08:00").as_json("fr")["problems"]
    assert [(p["code"], p["slot"], p["level"]) for p in problems] == found
    assert all(p["text"] for p in problems)


def test_a_plan_that_holds_has_no_problems() -> None:
    assert Stage(seed()).board("08:00").problems == ()


# --- the beat: when a shown digit changes next --------------------------------------------------

BEATS: list[tuple[str, list[tuple[str, str]], str, str]] = [
    ("the clock's second", [], "08:59:00.25", "08:59:01"),
    ("the time left's", [("09:00:00.3", "go")], "09:00:01", "09:00:01.3"),
    ("the clock before the time left", [("09:00:00.3", "go")], "09:00:01.3", "09:00:02"),
    ("a held clock has no digits to change", [("09:00:00.3", "go"), ("09:00:01.5", "hold")],
     "09:00:02", "09:00:03"),
    ("an overrun goes on", [("09:00:00.3", "go")], "09:12:00", "09:12:00.3"),
]  # fmt: skip


@each_row("what, hands, now, then", BEATS)
def test_the_next_beat_is(what: str, hands: list[tuple[str, str]], now: str, then: str) -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b")))
    for clock, do in hands:
        stage.do(clock, do)
    assert next_change(stage.show, stage.board(now)) == stage.at(then)


def test_the_end_of_a_message_and_what_happens_by_itself_are_beats() -> None:
    auto = leaf("a", start="09:00", advance="auto")
    stage = Stage(day(auto, leaf("b"))).do("09:00", "go")
    stage.do("09:01:00.5", "say", text="x", **{"for": "10.25s"})
    assert next_change(stage.show, stage.board("09:01:10.5")) == stage.at("09:01:10.75")
    stage.do("09:02", "stretch", by="-0.6s")
    assert next_change(stage.show, stage.board("09:09:59.1")) == stage.at("09:09:59.4")


def test_what_the_one_speaking_has_left_is_a_beat() -> None:
    slot = leaf("a", "20m", start="09:00", shares=["5m", "5m"], speakers=["Anne", "Bob"])
    stage = Stage(day(slot, leaf("b"))).do("09:00", "go").do("09:01:00.6", "floor", speaker=1)
    assert next_change(stage.show, stage.board("09:01:01")) == stage.at("09:01:01.6")
    stage.do("09:02", "floor", speaker=None)
    assert next_change(stage.show, stage.board("09:02:01")) == stage.at("09:02:02")
    stage.do("09:02:03.2", "speaker", slot="a", who=1, **{"is": "absent"})
    stage.do("09:02:03.5", "floor", speaker=1)  # 59.4 s spoken before
    assert next_change(stage.show, stage.board("09:02:04")) == stage.at("09:02:04.1")


def test_a_beat_always_lies_ahead() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:00:00.123456", "go")
    now = stage.at("09:09:50")
    for _ in range(60):
        then = next_change(stage.show, stage.board_at(now))
        assert timedelta(0) < then - now <= timedelta(seconds=1)
        now = then


def test_nobody_waits_a_negative_time() -> None:
    now = Stage(seed()).at("09:00")
    assert until(now - timedelta(seconds=5), now) == timedelta(0)
    assert until(now + timedelta(seconds=5), now) == timedelta(seconds=5)
