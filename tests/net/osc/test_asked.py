"""What OSC messages ask for, as our commands."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.net.osc.asked import asked
from runofshow.net.osc.packets import Argument, Message
from runofshow.net.osc.told import changes, told
from runofshow.net.roles import permit
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row

BOARD = (
    Stage(day(leaf("a", start="09:00"), session("s", leaf("b"), leaf("c")), leaf("d", cue="X/2")))
    .do("09:00", "go")
    .board("09:05")
)


def command(address: str, *arguments: Argument) -> Any:
    found = asked(Message(f"/runofshow/{address}", arguments), BOARD)
    if found is not None:
        command_of(found)
        permit("companion", found)
    return found


@each_row(
    "address, arguments, expected",
    [
        ("go", (), {"do": "go"}),
        ("go", (1.0,), {"do": "go"}),
        ("go", (0.0,), None),  # a button released
        ("go", (False,), None),
        ("go", ("c",), {"do": "go", "slot": "c"}),
        ("cue/2.2/go", (), {"do": "go", "slot": "c"}),
        ("cue/X/2/go", (1,), {"do": "go", "slot": "d"}),
        ("cue/2.1/skip", (), {"do": "skip", "slot": "b"}),
        ("skip", ("b",), {"do": "skip", "slot": "b"}),
        ("hold", (), {"do": "hold"}),
        ("hold", (0,), None),
        ("clear", (), {"do": "clear"}),
        ("stretch", ("1m",), {"do": "stretch", "by": "1m"}),
        ("stretch", (-90,), {"do": "stretch", "by": "-1m30s"}),
        ("stretch", (0.5,), {"do": "stretch", "by": "0.5s"}),
        ("stretch/to", ("10:30",), {"do": "stretch", "to": "10:30"}),
        ("began", ("2m",), {"do": "began", "ago": "2m"}),
        ("say", ("Vite",), {"do": "say", "text": "Vite", "flash": False}),
        ("say", ("Vite", "crew", 30), {"do": "say", "text": "Vite", "flash": False, "to": "crew",
            "for": "30s"}),
        ("flash", ("Vite",), {"do": "say", "text": "Vite", "flash": True}),
        ("note", ("micro 2",), {"do": "note", "text": "micro 2"}),
        ("blackout", (), {"do": "blackout", "on": True}),
        ("blackout", (0.0,), {"do": "blackout", "on": False}),
        ("incident", (True,), {"do": "incident", "on": True}),
        ("floor", (2,), {"do": "floor", "speaker": 2}),
        ("floor", ("Ada",), {"do": "floor", "speaker": "Ada"}),
        ("floor", (0,), {"do": "floor", "speaker": None}),
        ("command", ('{"do": "told", "promise": {"slot": "day", "of": "end"}, "time": "10:00"}',),
            {"do": "told", "promise": {"slot": "day", "of": "end"}, "time": "10:00"}),
    ],
)  # fmt: skip
def test_an_address_is_a_command(
    address: str, arguments: tuple[Argument, ...], expected: object
) -> None:
    assert command(address, *arguments) == expected


@each_row(
    "address, arguments",
    [
        ("", ()), ("nothing", ()), ("cue/99/go", ()), ("cue/go", ()), ("skip", ()), ("skip", (1,)),
        ("stretch", ()), ("stretch", (float("nan"),)), ("stretch", (1e30,)), ("say", ()),
        ("say", ("x", 5)), ("blackout", ("on",)), ("blackout", (float("inf"),)),
        ("command", ("[",)), ("command", ("[]",)), ("command", ("[" * 9999,)),
        ("command", ('{"do": "finish"}',)), ("command", ('{"do": "remove", "slot": "a"}',)),
    ],
)  # fmt: skip
def test_what_makes_no_sense_or_is_not_allowed_is_refused(
    address: str, arguments: tuple[Argument, ...]
) -> None:
    with pytest.raises(Refused) as refused:
        command(address, *arguments)
    assert refused.value.text("fr")


def test_what_is_told_is_plain_and_only_what_changed() -> None:
    stage = Stage(day(leaf("a", start="09:00", speakers=[{"name": "Ada"}]), leaf("b")))
    before = told(stage.board("08:59"))
    assert before["/runofshow/state"] == "before"
    assert before["/runofshow/next/title"] == "A"
    stage.do("09:00", "go").do("09:01", "say", text="Vite")
    after = told(stage.board("09:10:05"))
    assert changes(before, after) == {
        "/runofshow/state": "on_air",
        "/runofshow/on_air/slot": "a",
        "/runofshow/on_air/cue": "1",
        "/runofshow/on_air/title": "A",
        "/runofshow/on_air/speakers": "Ada",
        "/runofshow/on_air/phase": "over",
        "/runofshow/on_air/remaining": -5,
        "/runofshow/on_air/left": "-0:05",
        "/runofshow/next/slot": "b",
        "/runofshow/next/cue": "2",
        "/runofshow/next/title": "B",
        "/runofshow/drift": 5,
        "/runofshow/message": "Vite",
    }
    assert changes(after, after) == {}


ADDRESSES = ("go", "skip", "stretch", "say", "blackout", "floor", "command", "cue/2.1/go", "began")
VALUES = st.text(max_size=8) | st.integers() | st.floats() | st.booleans() | st.none()


@given(st.sampled_from(ADDRESSES) | st.text(max_size=9), st.lists(VALUES, max_size=4))
def test_whatever_is_asked_is_a_command_or_refused(address: str, arguments: list[Argument]) -> None:
    with contextlib.suppress(Refused):
        command(address, *arguments)
