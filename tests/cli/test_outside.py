"""Commands from outside: what may be typed, and what is said when nobody is there to take it."""

from typing import Any

import pytest

from runofshow.cli import outside
from runofshow.core.errors import Unreadable
from tests.cli.shell import Shell, shell
from tests.cli.strange_files import BAD
from tests.rows import each_row

__all__ = ["shell"]


def test_without_a_show_there_is_no_board_and_nobody_to_command(shell: Shell) -> None:
    for words in (["board"], ["board", "--json"], ["send", "go"]):
        said = shell.run(*words)
        assert said.code == 1
        assert said.err.strip()


def test_a_board_of_an_unknown_show_is_told(shell: Shell) -> None:
    said = shell.run("board", "nowhere")
    assert said.code == 1
    assert "nowhere" in said.err


def test_a_board_of_a_file_that_is_no_journal_is_told(shell: Shell) -> None:
    for name, data in BAD.items():
        said = shell.run("board", shell.file(data, "strange.show"))
        assert (said.code, name) == (1, name)
        assert said.err.strip()


def test_a_command_that_is_no_json_is_told(shell: Shell) -> None:
    said = shell.run("send", '{"do": ')
    assert said.code == 1
    assert '{"do":' in said.err


@each_row(
    "typed, command",
    [
        ("go", {"do": "go"}),
        ("go slot=film-1 from=accueil", {"do": "go", "slot": "film-1", "from": "accueil"}),
        ("go film-1", {"do": "go", "slot": "film-1"}),
        ("stretch 1m", {"do": "stretch", "by": "1m"}),
        ("stretch -30s", {"do": "stretch", "by": "-30s"}),
        ("stretch to=10:30", {"do": "stretch", "to": "10:30"}),
        ("ended 2m", {"do": "ended", "ago": "2m"}),
        ("say Il reste {left}", {"do": "say", "text": "Il reste {left}"}),
        ("note micro 3 coupé", {"do": "note", "text": "micro 3 coupé"}),
        ("blackout on", {"do": "blackout", "on": True}),
        ("incident off", {"do": "incident", "on": False}),
        ("skip film-1", {"do": "skip", "slot": "film-1"}),
        ("floor Vanessa CORDOBA", {"do": "floor", "speaker": "Vanessa CORDOBA"}),
        ("floor 2", {"do": "floor", "speaker": "2"}),
        ("floor", {"do": "floor", "speaker": None}),
        ('{"do": "go"}', {"do": "go"}),
    ],
)
def test_a_command_can_be_typed_in_words(typed: str, command: dict[str, Any]) -> None:
    assert outside.spoken(typed.split()) == command


def test_a_value_that_the_shell_kept_whole_is_one() -> None:
    stretch = {"do": "stretch", "to": "10 h 30"}
    assert outside.spoken(["stretch", "to=10 h 30"]) == stretch
    assert outside.spoken(["stretch 1m"]) == {"do": "stretch", "by": "1m"}


def test_a_command_in_broken_json_is_no_command() -> None:
    for text in ("{", '{"a": ' + "9" * 5000 + "}", "{" + '"a":[' * 50_000):
        with pytest.raises(Unreadable):
            outside.spoken([text])
