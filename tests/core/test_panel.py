"""Panels: who shares the time, who speaks, what each has left, who is there (rules 36 and 37)."""

from datetime import timedelta
from typing import Any

import pytest

from runofshow.core.apply import apply
from runofshow.core.commands import command_of
from runofshow.core.show import Show
from tests.hand import Stage, day, leaf
from tests.rows import each_row

MINUTE = timedelta(minutes=1)
CHAIR = {"name": "Max", "chair": True}


def panel(*speakers: Any, duration: str = "70m", **fields: Any) -> Stage:
    """A panel at 9:00, on air since then, with ten minutes of questions unless told otherwise."""
    fields = {"kind": "panel", "questions": "10m"} | fields
    slot = leaf("p", duration, start="09:00", speakers=list(speakers), **fields)
    return Stage(day(slot, leaf("q"))).do("09:00", "go")


@pytest.fixture
def stage() -> Stage:
    """Anne, Bob and Cid share an hour under Max."""
    return panel("Anne", "Bob", CHAIR, "Cid")


def shares(stage: Stage, clock: str) -> dict[str, tuple[float, float, float]]:
    """Share, spoken and left of each who shares, in minutes."""
    return {
        own.speaker: (own.share / MINUTE, own.spoken / MINUTE, own.left / MINUTE)
        for own in stage.live(clock).shares
    }


def spoken(stage: Stage, clock: str) -> list[float]:
    return [said / MINUTE for said in stage.live(clock).spoken]


def floor(stage: Stage, clock: str) -> tuple[str, float, float | None] | None:
    """Who speaks, how long so far and what is left, in minutes."""
    who = stage.live(clock).floor
    if who is None:
        return None
    return who.speaker, who.spoken / MINUTE, None if who.left is None else who.left / MINUTE


def here(stage: Stage, clock: str, who: int | str, state: str, **more: Any) -> None:
    stage.do(clock, "speaker", slot="p", who=who, **{"is": state}, **more)


# --- shares -------------------------------------------------------------------------------------


def test_all_but_the_chair_share_the_length_without_the_questions(stage: Stage) -> None:
    assert shares(stage, "09:00") == dict.fromkeys(("Anne", "Bob", "Cid"), (20, 0, 20))


def test_what_is_given_or_taken_is_shared_by_all(stage: Stage) -> None:
    stage.do("09:01", "stretch", by="-6m")
    assert shares(stage, "09:01")["Bob"][0] == 18


def test_an_absent_speakers_time_goes_back_to_the_others(stage: Stage) -> None:
    here(stage, "09:01", "Bob", "absent")
    assert shares(stage, "09:01") == {"Anne": (30, 0, 30), "Cid": (30, 0, 30)}
    here(stage, "09:02", 2, "arrived")
    assert shares(stage, "09:02")["Bob"] == (20, 0, 20)


@each_row("given", [["30m", "20m", "10m"], ["30m", "20m", "0m", "10m"]])
def test_shares_are_the_lengths_given_with_or_without_one_for_the_chair(given: list[str]) -> None:
    stage = panel("Anne", "Bob", CHAIR, "Cid", shares=given).do("09:00", "stretch", by="5m")
    assert [own[0] for own in shares(stage, "09:00").values()] == [30, 20, 10]
    here(stage, "09:01", "Anne", "absent")
    assert shares(stage, "09:01") == {"Bob": (20, 0, 20), "Cid": (10, 0, 10)}


def test_shares_of_another_count_are_equal_ones() -> None:
    stage = panel("Anne", "Bob", shares=["5m", "5m", "5m"])
    assert [own[0] for own in shares(stage, "09:00").values()] == [30, 30]


def test_nothing_is_shared_below_nought() -> None:
    stage = panel("Anne", "Bob").do("09:01", "stretch", by="-65m")
    assert shares(stage, "09:01")["Anne"][0] == 0


def test_an_elastic_panel_shares_from_its_start_to_its_end() -> None:
    slot = leaf("p", start="09:00", end="10:00", kind="panel", speakers=["Anne", "Bob"])
    stage = Stage(day(slot)).do("09:10", "go")
    assert shares(stage, "09:10")["Anne"][0] == 25


@each_row(
    "fields, shared",
    [({"kind": "talk"}, 0), ({"kind": "talk", "shares": ["1m", "1m"]}, 2), ({}, 2)],
)
def test_a_leaf_is_shared_when_it_is_a_panel_or_has_shares(
    fields: dict[str, Any], shared: int
) -> None:
    assert len(panel("Anne", "Bob", **fields).live("09:00").shares) == shared


def test_any_other_is_shared_once_somebody_has_had_the_floor() -> None:
    stage = panel("Anne", "Bob", kind="workshop").do("09:01", "floor", speaker="Bob")
    assert len(stage.do("09:02", "floor", speaker=None).live("09:02").shares) == 2


def test_a_share_has_the_phases_of_a_slot_as_long(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker="Anne")  # 20 min: warning at 4, danger at 1
    phases = []
    for clock in ("09:15:59", "09:16", "09:18:59", "09:19", "09:20", "09:20:01"):
        live = stage.live(clock)
        assert live.floor is not None
        assert live.floor.phase == live.shares[0].phase
        phases.append(live.floor.phase)
    assert phases == ["normal", "warning", "warning", "danger", "danger", "over"]
    assert stage.live("09:21").shares[1].phase == "normal"


# --- the floor ----------------------------------------------------------------------------------


def test_time_spoken_adds_up_from_turn_to_turn(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker=1).do("09:05", "floor", speaker="Bob")
    stage.do("09:07", "floor", speaker=1)
    assert spoken(stage, "09:10") == [8, 2, 0, 0]
    assert floor(stage, "09:10") == ("Anne", 8, 12)
    stage.do("09:10", "floor", speaker=None)
    assert floor(stage, "09:20") is None
    assert spoken(stage, "09:20") == [8, 2, 0, 0]


def test_who_has_the_floor_already_keeps_it_since_then(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker=1).do("09:05", "floor", speaker="anne ")
    live = stage.live("09:06")
    assert live.floor is not None
    assert live.floor.since == stage.at("09:00")


def test_a_number_typed_as_text_is_a_number_unless_somebody_is_called_so() -> None:
    stage = panel("Anne", "1").do("09:00", "floor", speaker="2")
    assert floor(stage, "09:01") == ("1", 1, 29)
    assert floor(stage.do("09:01", "floor", speaker="1"), "09:02") == ("1", 2, 28)
    assert stage.refusal("09:02", "floor", speaker="0") == "no_such_speaker"
    assert stage.refusal("09:02", "floor", speaker="²") == "unknown_speaker"


def test_held_time_is_not_spoken(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker=1).do("09:05", "hold")
    assert spoken(stage, "09:08")[0] == 5
    stage.do("09:08", "floor", speaker=2)
    assert spoken(stage, "09:09")[:2] == [5, 0]
    stage.do("09:10", "resume")
    assert spoken(stage, "09:12")[:2] == [5, 2]


def test_a_chair_or_an_absent_one_speaks_without_a_share(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker="Max")
    assert floor(stage, "09:04") == ("Max", 4, None)
    here(stage, "09:04", "Bob", "absent")
    stage.do("09:05", "floor", speaker="Bob")
    assert floor(stage, "09:06") == ("Bob", 1, None)
    assert spoken(stage, "09:06") == [0, 1, 5, 0]


def test_who_speaks_may_not_eat_the_unused_time_of_the_others(stage: Stage) -> None:
    # Ten minutes are lost to nobody: 50 until the questions, 40 of which belong to Bob and Cid.
    stage.do("09:10", "floor", speaker="Anne")
    assert floor(stage, "09:10") == ("Anne", 0, 10)
    assert shares(stage, "09:10")["Bob"] == (20, 0, 20)
    # Bob has had 25: an overrun is not unused time of his, and nothing is given back for it.
    stage = panel("Anne", "Bob", CHAIR, "Cid").do("09:00", "floor", speaker="Bob")
    stage.do("09:25", "floor", speaker="Anne")
    assert floor(stage, "09:25") == ("Anne", 0, 15)
    assert shares(stage, "09:25")["Bob"] == (20, 25, -5)


def test_opened_questions_are_no_longer_kept_back(stage: Stage) -> None:
    stage.do("09:10", "floor", speaker="Anne").do("09:11", "questions")
    assert floor(stage, "09:11") == ("Anne", 1, 19)


def test_leaving_the_air_clears_the_floor_and_recall_restores_it(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker=1).do("09:05", "go")
    assert stage.live("09:05").floor is None
    assert stage.show.air.airings[0].spoken == ((("Anne", 1), 5 * MINUTE),)
    stage.do("09:06", "recall")
    assert floor(stage, "09:07") == ("Anne", 7, 13)
    stage.do("09:08", "ended", ago="6m").do("09:09", "recall")
    assert floor(stage, "09:10") == ("Anne", 10, 10)


def test_an_end_before_the_hold_counts_what_was_said_until_then(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker=1).do("09:05", "hold").do("09:07", "ended", ago="3m")
    assert stage.show.air.airings[0].spoken == ((("Anne", 1), 4 * MINUTE),)


def test_the_floor_changes_no_time_of_the_slot(stage: Stage) -> None:
    before = stage.live("09:05")
    after = stage.do("09:05", "floor", speaker=3).live("09:05")
    assert (after.ends, after.remaining, after.phase) == (
        before.ends,
        before.remaining,
        before.phase,
    )
    assert stage.board("09:05").undo is None


def test_the_board_tells_floor_and_shares_as_the_contract_names_them(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker=2)
    on_air = stage.board("09:05").as_json()["on_air"]
    assert on_air["floor"] == {
        "speaker": "Bob",
        "since": "2026-01-19T09:00:00+01:00",
        "spoken": 300.0,
        "share": 1200.0,
        "left": 900.0,
    }
    assert on_air["shares"][1] == {"speaker": "Bob", "share": 1200.0, "spoken": 300.0}
    assert [own["speaker"] for own in on_air["shares"]] == ["Anne", "Bob", "Cid"]


# --- who is there -------------------------------------------------------------------------------


def told(stage: Stage, clock: str) -> list[tuple[str, str, str | None]]:
    """Name, presence and microphone of each speaker, as a remote reads them."""
    board = stage.board(clock).as_json()
    row = next(row for row in board["slots"] if row["id"] == "p")
    assert board["on_air"] is None or board["on_air"]["speakers"] == row["speakers"]
    return [(each["name"], each["is"], each["mic"]) for each in row["speakers"]]


def test_presence_and_microphone_are_told_of_each_speaker() -> None:
    stage = panel({"name": "Anne", "mic": "HF 1"}, "Bob")
    here(stage, "09:01", 1, "ready")
    here(stage, "09:02", "bob", "arrived", mic="HF 2")
    assert told(stage, "09:02") == [("Anne", "ready", "HF 1"), ("Bob", "arrived", "HF 2")]
    here(stage, "09:03", "Bob", "ready")  # the microphone stays unless it is named
    here(stage, "09:03", "Anne", "ready", mic="HF 9")
    assert told(stage, "09:03") == [("Anne", "ready", "HF 9"), ("Bob", "ready", "HF 2")]
    here(stage, "09:04", "Anne", "ready", mic=None)
    assert told(stage, "09:04")[0] == ("Anne", "ready", "HF 1")


def test_presence_is_known_of_slots_to_come_and_is_no_undo_step() -> None:
    slot = leaf("p", kind="panel", speakers=["Anne", "Bob"])
    stage = Stage(day(leaf("a", start="09:00"), slot)).do("09:00", "go")
    here(stage, "09:01", 2, "absent")
    board = stage.board("09:01")
    assert board.undo is None
    assert board.next is not None
    assert [each.state for each in board.next.presence] == ["expected", "absent"]
    assert board.as_json()["next"]["speakers"][1]["is"] == "absent"
    assert [own.speaker for own in stage.do("09:10", "go").live("09:10").shares] == ["Anne"]


def test_a_row_tells_what_each_of_several_speakers_may_speak_of_the_planned_length() -> None:
    stage = panel("Anne", "Bob", CHAIR, "Cid").do("09:00", "stretch", by="12m")
    assert stage.row("09:00", "p").parts == (20 * MINUTE, 20 * MINUTE, None, 20 * MINUTE)
    here(stage, "09:01", "Bob", "absent")
    assert stage.row("09:01", "p").parts == (30 * MINUTE, None, None, 30 * MINUTE)
    assert stage.row("09:01", "q").parts == ()


def test_namesakes_are_told_apart_by_their_number() -> None:
    stage = panel("N.N.", "N.N.", "Cid").do("09:00", "floor", speaker=2)
    here(stage, "09:01", 1, "absent")
    assert spoken(stage, "09:05") == [0, 5, 0]
    live = stage.live("09:05")
    assert live.floor is not None
    assert live.floor.number == 2
    assert [own.number for own in live.shares] == [2, 3]


# --- through edits ------------------------------------------------------------------------------


def edited(stage: Stage, clock: str, *speakers: Any) -> Stage:
    return stage.do(clock, "edit", slot="p", set={"speakers": list(speakers)})


def test_time_and_presence_go_with_the_name_when_the_order_changes(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker="Anne")
    here(stage, "09:01", "Cid", "absent")
    edited(stage, "09:02", "Cid", "Bob", "Anne")
    assert floor(stage, "09:05") == ("Anne", 5, 25)
    assert [name for name, state, _ in told(stage, "09:05") if state == "absent"] == ["Cid"]


def test_a_corrected_name_keeps_what_was_spoken_through_undo_and_recall(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker="Anne")
    here(stage, "09:01", "Anne", "ready")
    stage.do("09:02", "go")
    edited(stage, "09:03", "Anne K.", "Bob", CHAIR, "Cid").do("09:04", "recall")
    assert floor(stage, "09:05") == ("Anne K.", 5, 15)
    assert told(stage, "09:05")[0] == ("Anne K.", "ready", None)
    stage.do("09:05", "undo")
    assert floor(stage, "09:06") == ("Anne", 6, 14)
    assert told(stage, "09:06")[0] == ("Anne", "ready", None)


def test_who_replaces_an_absent_one_is_expected_like_anybody(stage: Stage) -> None:
    here(stage, "09:01", "Bob", "absent")
    edited(stage, "09:02", "Anne", "Zoé", CHAIR, "Cid")
    assert told(stage, "09:02")[1] == ("Zoé", "expected", None)
    assert told(stage.do("09:03", "undo"), "09:03")[1] == ("Bob", "absent", None)


def test_who_is_edited_away_is_shown_no_more_and_is_back_when_undone(stage: Stage) -> None:
    stage.do("09:00", "floor", speaker="Cid")
    edited(stage, "09:05", "Anne", "Bob", CHAIR)
    assert floor(stage, "09:05") is None
    assert spoken(stage, "09:05") == [0, 0, 0]
    stage.do("09:06", "floor", speaker="Bob").do("09:08", "undo")
    assert spoken(stage, "09:08") == [0, 2, 0, 6]


# --- the journal --------------------------------------------------------------------------------


def test_a_panel_replayed_from_its_commands_is_the_panel_that_was_held(stage: Stage) -> None:
    kept: list[tuple[str, dict[str, Any]]] = [
        ("09:00", {"do": "go"}),
        ("09:01", {"do": "speaker", "slot": "p", "who": "Bob", "is": "absent", "mic": "HF 3"}),
        ("09:02", {"do": "floor", "speaker": 1}),
        ("09:04", {"do": "floor", "speaker": "Max"}),
        ("09:05", {"do": "floor", "speaker": None}),
    ]
    again = Show.of(stage.show.plan)
    for clock, command in kept:
        again = apply(again, command_of(command_of(command).as_json()), stage.at(clock))
    for clock, command in kept[1:]:
        fields = {name: value for name, value in command.items() if name != "do"}
        stage.do(clock, command["do"], **fields)
    assert again == stage.show
