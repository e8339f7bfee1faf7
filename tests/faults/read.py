"""Each function that a file passes through while it is read raises once, from the command line.

Which functions those are is seen by reading a file of every format. What must hold: one sentence
that names the file or the place, the log has where it was, and no file is another than before.
"""

import io
import logging
import os
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from random import Random
from types import FunctionType
from typing import IO, Final, NamedTuple
from unittest.mock import patch

from runofshow import cli, reading, reading_child
from runofshow.formats.registry import READERS
from runofshow.logbook import log_file
from tests.faults.fault import Fault, Result
from tests.faults.raised import called_in, functions_of, raising
from tests.formats.samples_of_all import ALL

PACKAGES: Final = ("runofshow.formats", "runofshow.imported", "runofshow.reading")
COMMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "inspect": (), "check": (), "convert": ("out.json",), "convert to a table": ("out.csv",),
}  # fmt: skip
"""What is asked of a file, and what more it takes."""
_ENDS: Final = ("runofshow.reading_child.answer", "runofshow.reading.Reading._ask")
"""Where what is raised in the reading process and in a thread ends."""
PROGRAMMES: Final = Path(__file__).parents[1] / "formats" / "programmes"
BEFORE: Final = b"what was there"
"""What stands where `convert` is to write."""


class _Child:
    """A process that reads, within this one: what raises is exchanged here."""

    def __init__(self) -> None:
        ask, to_child = os.pipe()
        from_child, answer = os.pipe()
        self.stdin: IO[bytes] = os.fdopen(to_child, "wb")
        self.stdout: IO[bytes] = os.fdopen(from_child, "rb")
        self._thread = threading.Thread(target=self._read, args=(ask, answer), daemon=True)
        self._thread.start()

    @staticmethod
    def _read(ask: int, answer: int) -> None:
        with os.fdopen(ask, "rb") as asks, os.fdopen(answer, "wb") as answers:
            reading_child.answer(asks, answers, bounded=False)

    def kill(self) -> None:
        """It reads to its end: it is asked for small files."""
        if not self.stdin.closed:
            self.stdin.close()

    def wait(self, _: float | None = None) -> int:
        """With what it ended."""
        self._thread.join()
        return 0

    def poll(self) -> int | None:
        """It waits for nobody."""
        return None


@contextmanager
def read_in_a_thread() -> Iterator[None]:
    """Files are read in a thread of this process, and not in one of their own."""
    with ExitStack() as within:
        within.enter_context(patch.object(reading, "_child", _Child))
        within.enter_context(patch.object(reading, "prepare", lambda: None))
        ours = logging.getLogger("runofshow")  # its own log has them; nobody else is to see them
        within.enter_context(patch.object(ours, "propagate", new=False))
        yield


class Said(NamedTuple):
    """What a command came to."""

    code: int
    error: str


def run(folder: Path, name: str, command: str) -> Said:
    """Ask it of a file, as from the command line; `folder` has the file and the log."""
    out = [str(folder / each) for each in COMMANDS[command]]
    for each in out:
        Path(each).write_bytes(BEFORE)
    words = ["--data", str(folder / "data"), "--lang", "en", command.partition(" ")[0]]
    error = io.StringIO()
    with redirect_stdout(io.TextIOWrapper(io.BytesIO())), redirect_stderr(error):
        code = cli.main([*words, str(folder / name), *out])
    return Said(code, error.getvalue())


@cache
def samples() -> dict[str, bytes]:
    """A small programme in every format, and all the programmes there are as texts."""
    return {**ALL, **{file.name: file.read_bytes() for file in PROGRAMMES.glob("*.txt")}}


@lru_cache(maxsize=1)
def readers() -> dict[str, FunctionType]:
    """All functions of readers."""
    for module in {*READERS.values(), "runofshow.formats.written", "runofshow.cli.importing"}:
        import_module(module)
    return {name: each for name, each in functions_of(*PACKAGES).items() if name not in _ENDS}


@cache
def passed(name: str, command: str) -> tuple[str, ...]:
    """The functions that a sample passes through when that is asked of it."""
    with tempfile.TemporaryDirectory() as folder, read_in_a_thread():
        (Path(folder) / name).write_bytes(samples()[name])
        run(Path(folder), name, command)  # what is imported late is known then
        readers.cache_clear()
        return tuple(called_in(readers(), lambda: run(Path(folder), name, command)))


def broken_by(name: str, command: str, function: str) -> list[str]:
    """What does not hold when that function raises while that is asked of that sample."""
    with tempfile.TemporaryDirectory() as where, read_in_a_thread():
        folder = Path(where)
        (folder / name).write_bytes(samples()[name])
        with raising({function: readers()[function]}) as made:
            said = run(folder, name, command)
        if not made.raised:  # what it remembers spares it the call
            return []
        wrong = _wrong(folder, name, said, function)
        return [f"{command} {name}, {function}: {each}" for each in wrong]


def _wrong(folder: Path, name: str, said: Said, function: str) -> Iterator[str]:
    lines = [line for line in said.error.splitlines() if not line.startswith(" ? ")]
    if said.code != 1:
        yield f"ends with {said.code}"
    if len(lines) != 1 or not (name in lines[0] or "fault of the program" in lines[0]):
        yield f"says {said.error!r}"
    log = log_file(folder / "data")
    if not log.exists() or f"Injected: {function}" not in log.read_text("utf-8"):
        yield "the log has not where it was"
    if (folder / name).read_bytes() != samples()[name]:
        yield "the file is another"
    if any(out.read_bytes() != BEFORE for out in folder.glob("out.*")):
        yield "what was there is another"


def _asked(chance: Random, *, few: bool) -> list[tuple[str, str]]:
    """What is asked of which samples: all of each small one, something of each programme."""
    each = [(name, command) for name in ALL for command in COMMANDS]
    if few:
        return chance.sample(each, 2)
    return each + [(name, chance.choice(list(COMMANDS))) for name in samples() if name not in ALL]


def read(chance: Random, tries: int) -> Result:
    """So many functions, drawn by chance; all of them, each in one file, when there are no more."""
    every: dict[str, list[tuple[str, str]]] = {}
    for name, command in _asked(chance, few=tries < len(ALL)):
        for function in passed(name, command):
            every.setdefault(function, []).append((name, command))
    functions = chance.sample(sorted(every), min(tries, len(every)))
    broken = [each for f in functions for each in broken_by(*chance.choice(every[f]), f)]
    return Result(len(functions), broken=tuple(broken))


FAULTS: Final = (
    Fault("reader", "an exception in any reader of files", read, slice=8, promised=800),
    Fault("readers", "each reader raises in turn", read, slice=5000, promised=5000, suite=False),
)
