"""Killed at any instant, the program comes back with everything it had said yes to.

How often that may be done is tried by tests/faults.
"""

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.cli import main
from runofshow.store.owner import owner_of
from tests.process import ALONE
from tests.whole.program import Program, day, instant, journal_of

SLACK = timedelta(milliseconds=50)


def test_one_runs_it_whoever_else_comes_and_killed_it_is_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = day(tmp_path)
    first = Program(tmp_path, str(file))
    first.send(do="go", id="one")
    ends = instant(first.board()["on_air"]["ends"])
    _no_stranger_reads(tmp_path)
    _a_second_one_watches(tmp_path, file, first)
    assert owner_of(journal_of(tmp_path)) is None
    _it_can_be_looked_at_untouched(tmp_path, capsys)
    again = Program(tmp_path)
    before = datetime.now(UTC)
    board = again.board()
    after = datetime.now(UTC)
    # it counts from the machine's own time
    assert instant(board["on_air"]["ends"]) == ends
    left = timedelta(seconds=board["on_air"]["remaining"])
    assert ends - after - SLACK <= left <= ends - before + SLACK
    # a command that is repeated does nothing
    assert again.send(do="go", id="one")["ok"]
    assert again.board()["on_air"]["slot"] == "a"
    # that it is back was said in one line
    (said,) = again.kill().splitlines()
    assert "Long" in said


def _no_stranger_reads(data: Path) -> None:
    """The journal of a running show is locked."""
    stranger = sqlite3.connect(journal_of(data), timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        stranger.execute("SELECT * FROM rows").fetchall()
    stranger.close()


def _a_second_one_watches(data: Path, file: Path, first: Program) -> None:
    """It says who has the show, leaves it to them, and outlives them."""
    second = subprocess.Popen(
        [sys.executable, "-m", "runofshow", "--headless", "--data", str(data), str(file)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | ALONE,
        text=True,
    )
    assert second.stderr
    said = second.stderr.readline()
    owner = owner_of(journal_of(data))
    first.kill()
    assert owner is not None
    assert owner.pid == first.pid
    assert str(first.pid) in said
    assert second.poll() is None
    second.kill()
    second.communicate()


def _it_can_be_looked_at_untouched(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The board of a killed show is read from its files, which stay as they are."""
    before = {file: file.read_bytes() for file in (data / "shows").iterdir()}
    for command in ["board", "--json"], ["board"]:
        capsys.readouterr()
        assert main([*command, "--data", str(data)]) == 0
        assert "Long" in capsys.readouterr().out
    assert {file: file.read_bytes() for file in (data / "shows").iterdir()} == before
