"""Killed at any instant, the program comes back with everything it had said yes to."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.store.owner import owner_of
from tests.whole.program import Program, day, instant, journal_of


def test_it_says_in_one_line_that_it_is_back(tmp_path: Path) -> None:
    file = str(day(tmp_path))
    program = Program(tmp_path, file)
    program.send(do="go")
    program.kill()
    program = Program(tmp_path)
    said = program.kill().splitlines()
    assert len(said) == 1
    assert "Long" in said[0]


def test_the_board_after_a_restart_counts_from_the_machines_own_time(tmp_path: Path) -> None:
    program = Program(tmp_path, str(day(tmp_path)))
    program.send(do="go")
    ends = instant(program.board()["on_air"]["ends"])
    program.kill()
    program = Program(tmp_path)
    before = datetime.now(UTC)
    board = program.board()
    after = datetime.now(UTC)
    program.kill()
    assert instant(board["on_air"]["ends"]) == ends
    slack = timedelta(milliseconds=50)
    left = timedelta(seconds=board["on_air"]["remaining"])
    assert ends - after - slack <= left <= ends - before + slack


def test_a_repeated_command_is_harmless_across_the_restart(tmp_path: Path) -> None:
    program = Program(tmp_path, str(day(tmp_path)))
    program.send(do="go", id="one")
    program.kill()
    program = Program(tmp_path)
    answer = program.send(do="go", id="one")
    assert answer["ok"]
    assert program.board()["on_air"]["slot"] == "a"
    program.kill()


def test_a_second_instance_watches_and_outlives_the_first(tmp_path: Path) -> None:
    file = str(day(tmp_path))
    first = Program(tmp_path, file)
    first.send(do="go")
    second = subprocess.Popen(
        [sys.executable, "-m", "runofshow", "--headless", "--data", str(tmp_path), file],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert second.stderr
    said = second.stderr.readline()
    owner = owner_of(journal_of(tmp_path))
    first.kill()
    assert owner is not None
    assert owner.pid == first.pid
    assert str(first.pid) in said
    second.kill()
    second.communicate()
    assert owner_of(journal_of(tmp_path)) is None


@pytest.mark.parametrize("command", [["board", "--json"], ["board"]])
def test_the_board_of_a_killed_show_can_be_read_without_touching_it(
    tmp_path: Path, command: list[str]
) -> None:
    program = Program(tmp_path, str(day(tmp_path)))
    program.send(do="go")
    program.kill()
    before = {file: file.read_bytes() for file in (tmp_path / "shows").iterdir()}
    run = subprocess.run(
        [sys.executable, "-m", "runofshow", *command, "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Long" in run.stdout
    assert {file: file.read_bytes() for file in (tmp_path / "shows").iterdir()} == before


def test_a_stranger_cannot_read_the_journal_of_a_running_show(tmp_path: Path) -> None:
    program = Program(tmp_path, str(day(tmp_path)))
    stranger = sqlite3.connect(journal_of(tmp_path), timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        stranger.execute("SELECT * FROM rows").fetchall()
    stranger.close()
    program.kill()
