"""Real programs started by tests, `python -m runofshow …`, waited for by what they do."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

PATIENCE = 60.0
"""Seconds after which what does not come has failed; nothing waits for them when all is well.

A machine that is slow and busy with other things needs twenty of them at its worst.
"""
ALONE = {"RUNOFSHOW_ALONE": "1"}
"""In the environment of a program that is started without its supervisor: its number is its own."""
T = TypeVar("T")


def awaited(found: Callable[[], T | None], what: str) -> T:
    """What `found` answers once it answers something; fails after PATIENCE."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        answer = found()
        if answer:
            return answer
        time.sleep(0.01)
    raise AssertionError(f"waited in vain for {what}")


def soon(true: Callable[[], bool], seconds: float = 3) -> bool:
    """Whether it comes true before long; if not, whoever asked tries again."""
    until = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < until:
        time.sleep(0.01)
    return found


def owner_note(data: Path) -> dict[str, Any] | None:
    """The note of whoever runs a show under `data`, once its socket listens."""
    for file in (data / "shows").glob("*.owner.json"):
        try:
            note = json.loads(file.read_text("utf-8"))
        except ValueError:  # empty, or being written
            continue
        if isinstance(note, dict) and note.get("address"):
            return note
    return None


class Program:
    """A program under way; its output goes to files, so that it never blocks."""

    def __init__(self, folder: Path, *words: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.out, self.err = folder / "out.txt", folder / "err.txt"
        command = [sys.executable, "-m", "runofshow", *words]
        environment = {**os.environ, **ALONE, "PYTHONUNBUFFERED": "1"}
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment
            )

    def said(self, text: str) -> str:
        """Its output once it holds `text`."""

        def found() -> str | None:
            all_ = self.out.read_text("utf-8") + self.err.read_text("utf-8")
            if text not in all_ and self.process.poll() is not None:
                raise AssertionError(f"it ended ({self.process.returncode}) saying {all_!r}")
            return all_ if text in all_ else None

        return awaited(found, f"{text!r} from {self.process.args!r}")

    def interrupted(self) -> int:
        """Its exit code after a Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def killed(self) -> None:
        """End it at once, nothing closed."""
        self.process.kill()
        self.process.wait(PATIENCE)


@contextmanager
def headless(data: Path, file: Path | None, *words: str, name: str = "run") -> Iterator[Program]:
    """A show without a window under `data`; killed at the end if it still runs."""
    files = [str(file)] if file is not None else []
    given = ["--headless", "--lang", "en", "--data", str(data), *words, *files]
    program = Program(data / "said" / name, *given)
    try:
        yield program
    finally:
        if program.process.poll() is None:
            program.killed()
