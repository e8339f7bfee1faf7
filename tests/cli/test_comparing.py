"""`runofshow compare`: what a revised programme changes, in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.hand import day, leaf


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


def two_files(shell: Shell) -> tuple[str, str]:
    before = day(leaf("a", title="Climat", start="09:00"), leaf("b", title="Forêts", promise="end"))
    after = day(
        leaf("a", "15m", title="Climat", start="09:00"),
        leaf("b", "20m", title="Forêts"),
        leaf("c", title="Océans"),
    )
    return (
        shell.file(json.dumps(before.as_json()), "before.json"),
        shell.file(json.dumps(after.as_json()), "after.json"),
    )


def test_two_files_are_compared_in_words(shell: Shell) -> None:
    said = shell.run("compare", *two_files(shell))
    assert (said.code, said.err) == (0, "")
    assert [line.replace("\u00a0", " ") for line in said.lines] == [
        "Climat",
        " * Durée : 10 min → 15 min",
        "Forêts",
        " ? Durée : 10 min → 20 min (heure ferme)",
        "Océans",
        " * Nouvelle : à 9h35, 10 min",
    ]


def test_the_same_is_answered_in_json(shell: Shell) -> None:
    said = shell.run("compare", *two_files(shell), "--json", lang="en")
    found = json.loads(said.out)
    assert [(each["what"], each["slot"], each["stands"]) for each in found["changes"]] == [
        ("length", "a", "proposed"),
        ("length", "b", "asked"),
        ("inserted", "c", "proposed"),
    ]
    assert found["changes"][1]["why"] == "hard time"
    assert found["notices"] == []


def test_what_changes_nothing_is_said_to(shell: Shell) -> None:
    before, _ = two_files(shell)
    said = shell.run("compare", before, before, lang="en")
    assert said.out.strip() == "This programme changes nothing in the day."


def test_without_a_former_file_there_must_be_a_show(shell: Shell) -> None:
    said = shell.run("compare", two_files(shell)[1])
    assert said.code == 1
    assert said.err
