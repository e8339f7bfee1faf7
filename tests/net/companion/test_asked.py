"""What the module asks for, as our commands; what is on air is never harmed by a `load`."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.net.companion.asked import Asked, Scene, asked
from runofshow.net.companion.look import Kept, Look, listed
from runofshow.net.roles import permit
from tests.hand import Stage, day, leaf, session
from tests.net.companion.deck import PLAN
from tests.rows import each_row


def scene(stage: Stage, clock: str, kept: Kept | None = None) -> Scene:
    look = Look(stage.board(clock), stage.show.plan)
    return Scene(look, listed(look, None, "en"), kept or Kept(), look.live)


def found(stage: Stage, tag: str, payload: object = None, kept: Kept | None = None) -> Asked:
    result = asked(tag, payload, scene(stage, "09:05", kept))
    for command in result.commands:
        command_of(command)
        permit("companion", command)
    return result


def before() -> Stage:
    return Stage(PLAN)


def running() -> Stage:
    return Stage(PLAN).do("09:00", "go")


def held() -> Stage:
    return running().do("09:01", "hold")


TAGS = (
    "start", "load", "pause", "stop", "reload", "roll", "addtime", "message", "change", "auxtimer",
)  # fmt: skip
KEYS = st.sampled_from(
    ["timer", "text", "visible", "blink", "secondary", "index", "id", "cue", "add", "remove", "a",
     "b", "title", "skip", "timeStart", "timeEnd", "duration", "linkStart", "custom:son",
     "custom:x", "timeWarning", "1", "2", "direction", "addtime", "colour", "endAction"]
)  # fmt: skip
GO = {"do": "go", "from": "a"}


@each_row(
    "stage, tag, payload, commands",
    [
        (before(), "start", None, [{"do": "go", "from": None}]),
        (running(), "start", None, []),
        (held(), "start", None, [{"do": "resume"}]),
        (running(), "start", "next", [GO]),
        (held(), "start", "next", [GO]),
        (running(), "start", "previous", [{"do": "recall"}]),
        (running(), "start", {"index": 3}, [GO | {"slot": "c"}]),
        (running(), "start", {"id": "d"}, [GO | {"slot": "d"}]),
        (running(), "start", {"cue": "2.1"}, [GO | {"slot": "b"}]),
        (running(), "start", {"cue": 3}, [GO | {"slot": "d"}]),
        (running(), "pause", None, [{"do": "hold"}]),
        (held(), "pause", None, []),
        (running(), "stop", None, [{"do": "end"}]),
        (before(), "stop", None, []),
        (running(), "addtime", 60_000, [{"do": "stretch", "by": "1m"}]),
        (running(), "addtime", -30_000, [{"do": "stretch", "by": "-30s"}]),
        (running(), "addtime", {"add": 1500}, [{"do": "stretch", "by": "1.5s"}]),
        (running(), "addtime", {"remove": 90_000}, [{"do": "stretch", "by": "-1m30s"}]),
        (running(), "addtime", 0, []),
        (running(), "load", {"id": "d"}, []),
        (running(), "reload", None, []),
        (running(), "auxtimer", {"1": "start"}, []),
        (running(), "message", {"timer": {"blackout": 1}}, [{"do": "blackout", "on": True}]),
        (running(), "message", {"timer": {"blackout": False}}, []),
        (
            running(), "message", {"timer": {"text": "Vite", "visible": True, "blink": 1}},
            [{"do": "say", "text": "Vite", "flash": True}],
        ),
        (running(), "message", {"timer": {"text": "Vite"}}, []),
        (running().do("09:01", "say", text="x"), "message", {"timer": {"visible": 0}},
            [{"do": "clear"}]),
        (running().do("09:01", "say", text="x"), "message", {"timer": {"text": "y"}},
            [{"do": "say", "text": "y", "flash": False}]),
        (running().do("09:01", "say", text="x", to="crew"), "message", {"timer": {"visible": 0}},
            []),
        (
            running().do("09:01", "say", text="x").do("09:02", "clear"),
            "message", {"timer": {"visible": 1}}, [{"do": "say", "text": "x", "flash": False}],
        ),
    ],
)  # fmt: skip
def test_their_words_are_our_commands(
    stage: Stage, tag: str, payload: object, commands: list[dict[str, Any]]
) -> None:
    assert list(found(stage, tag, payload).commands) == commands


def test_what_was_loaded_goes_next_and_nothing_else_happens() -> None:
    stage = running()
    kept = found(stage, "load", {"id": "d"}).kept
    assert kept.chosen(scene(stage, "09:05", kept).look) == "d"
    for payload in (None, "next"):
        after = found(stage, "start", payload, kept)
        assert after.commands == (GO | {"slot": "d"},)
        assert after.kept.choice is None
    assert found(stage, "reload", None, kept).kept.choice is None
    stage.do("09:05", "go")  # by any hand: the choice is over
    assert kept.chosen(scene(stage, "09:06", kept).look) is None


def test_a_loaded_one_waits_until_what_is_held_has_run_again() -> None:
    stage = held()
    kept = found(stage, "load", {"id": "d"}).kept
    assert found(stage, "start", None, kept).commands == ({"do": "resume"},)


def test_with_nothing_on_air_it_is_armed() -> None:
    kept = found(before(), "load", {"id": "d"}).kept
    assert found(before(), "start", None, kept).commands == (
        {"do": "go", "from": None, "slot": "d"},
    )


@each_row(
    "patch, commands",
    [
        ({"title": "T", "note": ""}, {"title": "T", "note": None}),
        ({"duration": 720_000, "timeStrategy": "lock-duration"}, {"duration": "12m"}),
        ({"timeEnd": 34_200_000, "timeStrategy": "lock-end"}, {"end": "09:30"}),
        ({"timeStart": 34_230_000, "linkStart": False}, {"start": "09:30:30"}),
        ({"timeStart": 34_230_000, "linkStart": True}, {"start": None}),
        ({"timeWarning": 60_000, "timeDanger": 30_000}, {"warning": "1m", "danger": "30s"}),
        ({"endAction": "play-next"}, {"advance": "auto"}),
        ({"custom:son": "HF 4"}, {"departments": {"son": "HF 4"}}),
        ({"custom:Room": "Salle 3", "colour": "#ff000a"}, {"room": "Salle 3", "colour": "#ff000a"}),
    ],
)
def test_a_change_is_an_edit(patch: dict[str, Any], commands: dict[str, Any]) -> None:
    after = found(running(), "change", {"c": patch})
    assert after.commands == ({"do": "edit", "slot": "c", "set": commands},)
    assert after.said is None


def test_an_hour_is_that_of_the_items_own_day() -> None:
    stage = Stage(day(leaf("a", start="23:30", duration="1h"), leaf("n")))
    after = asked("change", {"n": {"timeStart": 3_600_000}}, scene(stage, "22:00"))
    assert after.commands[0]["set"] == {"start": "25:00"}


def test_skipping_and_restoring_are_commands_of_their_own() -> None:
    stage = running()
    assert found(stage, "change", {"d": {"skip": True}}).commands == ({"do": "skip", "slot": "d"},)
    assert found(stage, "change", {"d": {"skip": 0}}).commands == ()
    stage.do("09:02", "skip", slot="d")
    restored = found(stage, "change", {"d": {"skip": False, "title": "Δ"}}).commands
    assert [each["do"] for each in restored] == ["edit", "restore"]


def test_what_an_item_has_not_is_said() -> None:
    after = found(running(), "change", {"c": {"title": "T", "timerType": "clock"}})
    assert after.commands[0]["set"] == {"title": "T"}
    assert after.said is not None
    assert "timerType" in after.said.text("en")


@each_row(
    "tag, payload",
    [
        ("go", None), ("roll", None), ("load", "previous"), ("load", {"id": "a"}),
        ("start", {"index": 0}), ("start", {"index": 99}), ("start", {"index": True}),
        ("start", {"id": "s"}), ("start", {"cue": "99"}), ("start", {"cue": []}), ("start", 1),
        ("addtime", "1m"), ("addtime", True), ("addtime", float("inf")), ("addtime", 1e12),
        ("message", None), ("message", {"timer": 1}), ("message", {"timer": {"visible": 2}}),
        ("message", {"timer": {"text": []}}),
        ("change", {}), ("change", {"x": {}}), ("change", {"c": 1}),
        ("change", {"c": {"title": []}}),
        ("change", {"c": {"timeStart": -1}}), ("auxtimer", {"4": "start"}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_a_sentence(tag: str, payload: object) -> None:
    with pytest.raises(Refused) as refused:
        found(running(), tag, payload)
    assert refused.value.text("fr").endswith(".")


@each_row(
    "payload",
    [{"timer": {"visible": 1}}, {"secondary": "x"}, {"timer": {"secondarySource": "aux1"}}],
)
def test_what_no_screen_would_show_is_said(payload: object) -> None:
    after = found(running(), "message", payload)
    assert after.commands == ()
    assert after.said is not None


def test_nothing_is_left_to_load_at_the_end() -> None:
    stage = Stage(day(session("s", leaf("a", start="09:00")))).do("09:00", "go")
    with pytest.raises(Refused, match="Nothing is left"):
        found(stage, "load", "next")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


SCENES = (scene(before(), "09:05"), scene(held(), "09:05"))


@given(st.sampled_from(TAGS), JSON)
def test_whatever_is_asked_is_done_or_refused(tag: str, payload: object) -> None:
    for here in SCENES:
        with contextlib.suppress(Refused):
            for each in asked(tag, payload, here).commands:
                permit("companion", each)
                with contextlib.suppress(Refused):
                    command_of(each)
