"""The one vocabulary: each command is read and written back; a wrong one is told its field."""

from typing import Any, get_args

import pytest

from runofshow.core.commands import Command, command_of
from runofshow.core.errors import Refused
from tests.rows import each_row

COMMANDS: list[dict[str, Any]] = [
    {"do": "go"},
    {"do": "go", "slot": "a", "from": "b"},
    {"do": "go", "from": None},
    {"do": "go", "id": "remote-1", "if_rev": 3},
    *[{"do": do} for do in ("end", "recall", "hold", "resume", "restart", "questions", "clear")],
    {"do": "stretch", "by": "1m"},
    {"do": "stretch", "by": "-30s"},
    {"do": "stretch", "to": "10:30"},
    {"do": "began", "ago": "2m"},
    {"do": "ended", "ago": "0m"},
    {"do": "expect", "slot": "a", "start": "09:12"},
    {"do": "expect", "slot": "a", "end": "2026-01-19T09:12:00Z"},
    {"do": "expect", "slot": "a", "start": None},
    {"do": "edit", "slot": "a", "set": {"duration": "5m", "note": None}},
    {"do": "edit", "set": {"title": "x"}},
    {"do": "insert", "slot": {"title": "x", "duration": "5m"}, "after": "a"},
    {"do": "insert", "slot": {"id": "x"}, "into": None},
    {"do": "move", "slot": "a", "before": "b"},
    {"do": "move", "slot": "a", "into": "s", "keep_start": True},
    *[{"do": do, "slot": "a"} for do in ("remove", "skip", "restore")],
    {"do": "swap", "a": "x", "b": "y"},
    {"do": "split", "slot": "a"},
    {"do": "divide", "slot": "a", "into": 3},
    {"do": "divide", "slot": "a", "into": 3, "each": "45m", "gap": "5m"},
    {"do": "activities", "slot": "a", "set": [{"room": "Salle 1", "title": "x"}]},
    {
        "do": "revise",
        "steps": [
            {"do": "insert", "slot": {"id": "x", "duration": "5m"}, "into": None},
            {"do": "move", "slot": "a", "before": "x", "keep_start": True},
            {"do": "edit", "slot": "a", "set": {"duration": "5m"}},
            *[{"do": do, "slot": "a"} for do in ("skip", "restore", "remove")],
        ],
        "programme": {"date": "2026-01-19", "slots": []},
    },
    {"do": "speaker", "slot": "a", "who": 2, "is": "absent"},
    {"do": "speaker", "slot": "a", "who": "ANNE", "is": "ready", "mic": "HF 2"},
    {"do": "speaker", "slot": "a", "who": "ANNE", "is": "arrived", "mic": None},
    {"do": "speaker", "who": "ANNE", "is": "absent"},
    {"do": "called", "slot": "a"},
    {"do": "called", "slot": "a", "who": 2, "on": False},
    *[{"do": "floor", "speaker": who} for who in (1, "ANNE", None)],
    {"do": "say", "text": "Encore {left}", "to": "green_room", "for": "30s", "flash": True},
    {"do": "say", "text": "x"},
    {"do": "blackout", "on": True},
    {"do": "incident", "on": False},
    {"do": "note", "text": "x", "slot": "a"},
    {"do": "note", "text": "x", "of": 7},
    {"do": "catch_up", "promise": {"slot": "day", "of": "end"}, "plan": "few"},
    {"do": "agree", "promise": {"slot": "a", "of": "start"}, "time": "12:30"},
    {"do": "agree", "promise": {"slot": "a", "of": "start"}, "time": None},
    {"do": "told", "promise": {"slot": "a", "of": "start"}, "time": "12:30"},
    {
        "do": "batch",
        "steps": [{"do": "skip", "slot": "a"}, {"do": "move", "slot": "b", "into": None}],
    },
    {"do": "column", "name": "son", "to": "audio"},
    {"do": "warned", "slot": "table-ronde", "who": "Akim OURAL", "on": True},
    *[{"do": do} for do in ("undo", "redo", "reprint", "finish")],
]


@each_row("data", COMMANDS)
def test_a_command_is_written_as_it_was_read(data: dict[str, Any]) -> None:
    command = command_of(data)
    assert command.as_json() == data
    assert command_of(command.as_json()) == command


def test_every_command_is_in_the_table() -> None:
    known = {kind.model_fields["do"].default for kind in get_args(Command)}
    assert known == {data["do"] for data in COMMANDS}


@each_row(
    "data, code, named",
    [
        ("go", "not_a_command", ""),
        (None, "not_a_command", ""),
        ([], "not_a_command", ""),
        ({}, "unknown_command", ""),
        ({"do": "dance"}, "unknown_command", "dance"),
        ({"do": ["go"]}, "unknown_command", ""),
        ({"do": "go", "slto": "a"}, "field_unknown", "slto"),
        ({"do": "go", "seen": 5}, "field_wrong", ""),
        ({"do": "go", "slot": 5}, "field_wrong", "slot"),
        ({"do": "skip"}, "field_missing", "slot"),
        ({"do": "began"}, "field_missing", "ago"),
        ({"do": "began", "ago": "-1m"}, "field_wrong", "ago"),
        ({"do": "began", "ago": 5}, "field_wrong", "ago"),
        ({"do": "stretch"}, "command_wrong", "by"),
        ({"do": "stretch", "by": "1m", "to": "10:00"}, "command_wrong", "by"),
        ({"do": "stretch", "by": "1:30"}, "field_wrong", "by"),
        ({"do": "stretch", "by": "25h"}, "field_wrong", "by"),
        ({"do": "expect", "slot": "a", "start": "9999-12-31T23:59:59Z"}, "field_wrong", "start"),
        ({"do": "expect", "slot": "a", "start": "900"}, "field_wrong", "start"),
        ({"do": "began", "ago": "\ud800"}, "text_unsound", ""),
        ({"do": "expect", "slot": "a"}, "command_wrong", "start"),
        ({"do": "expect", "slot": "a", "start": None, "end": None}, "command_wrong", "start"),
        ({"do": "insert", "slot": {}, "after": "a", "before": "b"}, "command_wrong", "after"),
        ({"do": "insert", "slot": {}}, "command_wrong", "after"),
        ({"do": "insert", "slot": {}, "after": None}, "command_wrong", "after"),
        ({"do": "insert", "slot": "x", "after": "a"}, "field_wrong", "slot"),
        ({"do": "edit", "slot": "a", "set": {}}, "field_wrong", "set"),
        ({"do": "edit", "slot": "a", "set": []}, "field_wrong", "set"),
        ({"do": "swap", "a": "x"}, "field_missing", "b"),
        ({"do": "say", "text": ""}, "field_wrong", "text"),
        ({"do": "say", "text": "x" * 501}, "field_wrong", "text"),
        ({"do": "blackout"}, "field_missing", "on"),
        ({"do": "note", "text": "x" * 2001}, "field_wrong", "text"),
        ({"do": "go", "if_rev": "soon"}, "field_wrong", "if_rev"),
        ({"do": "go", "id": "x" * 201}, "field_wrong", "id"),
    ],
)
def test_a_wrong_command_is_refused_with_a_sentence_that_names_the_field(
    data: object, code: str, named: str
) -> None:
    with pytest.raises(Refused) as refused:
        command_of(data)
    assert refused.value.code == code
    for language in ("fr", "en"):
        text = refused.value.text(language)
        assert named in text
        assert text.strip()
