"""What the show lock keeps from being asked."""

from typing import get_args

from runofshow.core.commands import Command, command_of
from runofshow.core.show_lock import locked
from tests.rows import each_row


@each_row(
    "do",
    [
        {"do": "edit", "slot": "a", "set": {"title": "b"}},
        {"do": "insert", "slot": {"title": "b", "duration": "5m"}, "after": "a"},
        {"do": "skip", "slot": "a"},
        {"do": "undo"},
        {"do": "catch_up", "promise": {"slot": "a", "of": "start"}},
    ],
)
def test_what_writes_the_plan_is_locked(do: dict[str, object]) -> None:
    assert locked(command_of(do))


@each_row(
    "do",
    [
        {"do": "go"},
        {"do": "recall"},
        {"do": "stretch", "by": "1m"},
        {"do": "say", "text": "MERCI"},
        {"do": "speaker", "slot": "a", "who": 1, "is": "arrived"},
        {"do": "note", "text": "x"},
        {"do": "finish"},
    ],
)
def test_what_is_done_about_the_day_as_it_runs_is_not(do: dict[str, object]) -> None:
    assert not locked(command_of(do))


def test_every_command_is_one_or_the_other() -> None:
    assert all(locked(kind.model_construct()) in (True, False) for kind in get_args(Command))
