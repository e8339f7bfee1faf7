"""What the last hand did, and the law that its opposite undoes it."""

from datetime import timedelta
from typing import Any

from runofshow.core.apply import apply
from runofshow.core.log import Gesture
from tests.hand import Stage, day, leaf
from tests.rows import each_row

HANDS: list[tuple[str, dict[str, Any], str]] = [
    ("stretch", {"by": "3m"}, "did_give"),
    ("stretch", {"by": "-90s"}, "did_take"),
    ("stretch", {"to": "09:20"}, "did_give"),
    ("restart", {}, "did_restart"),
    ("hold", {}, "did_hold"),
    ("expect", {"slot": "a", "end": "09:12"}, "did_expect"),
    ("expect", {"slot": "b", "start": "09:30"}, "did_expect"),
    ("go", {}, "did_go"),
    ("go", {"slot": "c"}, "did_go"),
    ("end", {}, "did_end"),
    ("ended", {"ago": "2m"}, "did_end"),
    ("say", {"text": "hello"}, "did_say"),
    ("blackout", {"on": True}, "did_blackout"),
    ("incident", {"on": True}, "did_incident"),
]


def on_air() -> Stage:
    """A day of three talks, the first on air for five minutes."""
    plan = day(leaf("a", start="09:00"), leaf("b"), leaf("c"))
    return Stage(plan).do("09:00", "go")


def last(stage: Stage, clock: str) -> Gesture:
    found = stage.board(clock).gesture
    assert found is not None
    return found


@each_row("hand, fields, code", HANDS)
def test_the_opposite_of_a_gesture_takes_it_back(
    hand: str, fields: dict[str, Any], code: str
) -> None:
    untouched, stage = on_air(), on_air().do("09:05", hand, **fields)
    done = last(stage, "09:06")
    assert (done.said.code, done.at) == (code, stage.at("09:05"))
    assert done.back is not None
    stage.show = apply(stage.show, done.back, stage.at("09:05"))
    had, has = untouched.board("09:06"), stage.board("09:06")
    assert had.on_air is not None
    assert has.on_air is not None
    assert (has.on_air.slot, has.on_air.ends) == (had.on_air.slot, had.on_air.ends)
    assert (has.message, has.blackout, has.incident) == (None, False, False)
    assert [row.expected_start for row in has.slots] == [row.expected_start for row in had.slots]


@each_row(
    "hand, fields, code",
    [
        ("began", {"ago": "1m"}, "did_began"),
        ("recall", {}, "did_recall"),
        ("note", {"text": "x"}, "did_note"),
        ("clear", {}, "did_clear"),
        ("reprint", {}, "did_reprint"),
    ],
)
def test_some_gestures_have_no_opposite(hand: str, fields: dict[str, Any], code: str) -> None:
    done = last(on_air().do("09:05", hand, **fields), "09:06")
    assert (done.said.code, done.back) == (code, None)


def test_moving_the_last_end_is_a_gesture_of_its_own() -> None:
    done = last(on_air().do("09:08", "end").do("09:09", "ended", ago="3m"), "09:09")
    assert done.said.code == "did_ended"
    assert dict(done.said.facts) == {"ago": timedelta(minutes=3)}


def test_an_announcement_taken_back_gives_way_to_the_former_one() -> None:
    stage = on_air().do("09:01", "expect", slot="a", end="09:14")
    stage.do("09:02", "expect", slot="a", end="09:20")
    back = last(stage, "09:02").back
    assert back is not None
    stage.show = apply(stage.show, back, stage.at("09:03"))
    assert stage.live("09:03").expected_end == stage.at("09:14")


def test_an_automatic_start_is_the_last_gesture_too() -> None:
    stage = Stage(day(leaf("a", start="09:00", advance="auto"), leaf("b")))
    done = last(stage.do("09:00", "go"), "09:11")
    assert (done.said.code, done.at) == ("did_auto_go", stage.at("09:10"))


def test_after_an_edit_of_the_plan_the_last_gesture_is_none() -> None:
    stage = on_air().do("09:01", "edit", slot="b", set={"duration": "8m"})
    assert stage.board("09:01").gesture is None
    assert stage.do("09:02", "undo").board("09:02").gesture is None


# --- panels -------------------------------------------------------------------------------------


def panel() -> Stage:
    """A panel of three on air since nine; Anne has the floor."""
    slot = leaf("p", "30m", start="09:00", kind="panel", speakers=["Anne", "Bob", "Cid"])
    return Stage(day(slot)).do("09:00", "go").do("09:00", "floor", speaker=1)


PANEL: list[tuple[str, dict[str, Any], str, str]] = [
    ("floor", {"speaker": "Bob"}, "did_floor", "Floor to Bob"),
    ("floor", {"speaker": None}, "did_no_floor", "Floor taken back"),
    ("speaker", {"slot": "p", "who": 2, "is": "absent"}, "did_absent", "Bob: absent"),
    ("speaker", {"slot": "p", "who": "Cid", "is": "ready", "mic": "2"}, "did_ready", "Cid: wired"),
]


@each_row("hand, fields, code, said", PANEL)
def test_the_floor_goes_back_to_who_had_it_and_presence_to_what_was_known(
    hand: str, fields: dict[str, Any], code: str, said: str
) -> None:
    untouched, stage = panel(), panel().do("09:05", hand, **fields)
    done = last(stage, "09:05")
    assert (done.said.code, done.said.text("en")) == (code, said)
    assert done.back is not None
    stage.show = apply(stage.show, done.back, stage.at("09:05"))
    has, had = stage.live("09:08"), untouched.live("09:08")
    assert (has.spoken, has.shares, has.presence) == (had.spoken, had.shares, had.presence)
    assert has.floor is not None
    assert has.floor.speaker == "Anne"


def test_a_first_floor_is_taken_back_from_everybody() -> None:
    slot = leaf("p", "30m", start="09:00", kind="panel", speakers=["Anne", "Bob"])
    stage = Stage(day(slot)).do("09:00", "go").do("09:05", "floor", speaker=2)
    back = last(stage, "09:05").back
    assert back is not None
    assert back.as_json() == {"do": "floor", "speaker": None}


def test_a_clock_begun_again_days_after_its_end_is_no_fault() -> None:
    """Nobody may give or take more than a day at once, so nothing is offered as the opposite."""
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "go").do("40:00", "restart")
    done = last(stage, "40:00")
    assert (done.said.code, done.back) == ("did_restart", None)
