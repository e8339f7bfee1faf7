"""The program itself, started, spoken to and killed, for tests and benches of the whole."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from runofshow.core.errors import Trouble
from runofshow.net.local import call
from runofshow.store.owner import Owner, owner_of
from runofshow.store.recovery import shows
from tests.process import ALONE, PATIENCE

Answer = dict[str, Any]


def started(data: Path, *arguments: str, module: str = "runofshow") -> "subprocess.Popen[str]":
    """`runofshow --headless` on a data folder, just begun."""
    return subprocess.Popen(
        [sys.executable, "-m", module, "--headless", "--data", str(data), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=os.environ | ALONE | {"LANG": "en_GB.UTF-8"},
        text=True,
    )


class Program:
    """`runofshow --headless` on a data folder; `started_in` is how long it took to be reachable."""

    def __init__(self, data: Path, *arguments: str, module: str = "runofshow") -> None:
        self.data = data
        self.began = monotonic()
        self._process = started(data, *arguments, module=module)
        self.owner = self._answering()
        self.started_in = timedelta(seconds=monotonic() - self.began)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def ask(self, **request: object) -> Answer:
        """An answer over the local socket; raises Trouble when it is no longer there."""
        return call(self.owner, request, timeout=PATIENCE)

    def send(self, **command: object) -> Answer:
        """The answer to a command."""
        return self.ask(ask="command", command=command)

    def board(self) -> Mapping[str, Any]:
        """The present board."""
        board: Mapping[str, Any] = self.ask(ask="board")["board"]
        return board

    def kill(self) -> str:
        """Kill it with no warning; returns what it had said on standard error."""
        self._process.kill()
        return self._process.communicate()[1]

    def _answering(self) -> Owner:
        while monotonic() - self.began < PATIENCE:
            owner = self._owner()
            if owner is not None and owner.address is not None:
                return owner
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(0.002)
                raise AssertionError(self._process.communicate()[1])
        self._process.kill()
        raise AssertionError(f"no answer within {PATIENCE} s: {self._process.communicate()[1]}")

    def _owner(self) -> Owner | None:
        owners = (owner_of(path) for path in (self.data / "shows").glob("*.show"))
        return next((owner for owner in owners if owner and owner.pid == self.pid), None)


def journal_of(data: Path) -> Path:
    """The one journal in a data folder."""
    (show,) = shows(data / "shows")
    return show.path


def instant(text: str) -> datetime:
    """An instant of a board."""
    return datetime.fromisoformat(text)


def later_than(before: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a board is more than a second younger than another."""
    return lambda board: instant(board["now"]) - instant(before["now"]) > timedelta(seconds=1)


def left_right(board: Mapping[str, Any]) -> timedelta:
    """How far the time left on a board is from its own end and now."""
    live = board["on_air"]
    due = instant(live["ends"]) - instant(board["now"])
    return abs(timedelta(seconds=live["remaining"]) - due)


def day(folder: Path) -> Path:
    """A schedule file of one long talk and another, beginning at midnight."""
    plan = {
        "format": "runofshow/1.0",
        "title": "Night",
        "date": "2016-01-19",
        "timezone": "UTC",
        "slots": [
            {"id": "a", "title": "Long", "start": "00:00", "duration": "23h"},
            {"id": "b", "title": "Short", "duration": "10m"},
        ],
    }
    file = folder / "night.json"
    file.write_text(json.dumps(plan))
    return file


__all__ = ["Program", "Trouble", "day", "instant", "journal_of", "left_right"]
