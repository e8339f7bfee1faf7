"""How soon the régie's window is painted: `python -m tests.bench.bench_start [RUNS] [--where]`.

Prints the time from the start of the process to the window's first painting, the day in it, on a
display of its own (offscreen where there is no Xvfb): the least, the half and the longest of the
runs. Beside it, alternately: the same for a bare Qt window, which is what this machine can do, for
a start without the supervisor, and for one on the journal that a kill -9 has left. The compiled
modules are there, as after an installation. The aim is 300 ms.

`--where` tells instead where the time goes, step by step (start_steps.py), in the processor's time:
the least of the runs for each step. On a busy machine it says more than the clock on the wall, and
the instructions, counted when valgrind is there, say more than either.

The instants are those at which Qt says, on standard error, that it has flushed the window.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from tests.bench.day import calm_day_file
from tests.display import lacking, virtual_display
from tests.process import ALONE, PATIENCE

BARE = """
from PySide6 import QtWidgets
application = QtWidgets.QApplication([])
window = QtWidgets.QWidget()
window.resize(800, 600)
window.show()
application.exec()
"""
PAINTED = "Flushing top level"


@contextmanager
def surroundings(folder: Path) -> Iterator[Mapping[str, str]]:
    """The environment of the programs that are timed."""
    with ExitStack() as ending:
        if lacking():
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        else:
            environment = ending.enter_context(virtual_display(folder)).environment
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        yield environment | {
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "QT_LOGGING_RULES": "qt.widgets.painting.info=true",
            "QT_FORCE_STDERR_LOGGING": "1",
        }


def painted(environment: Mapping[str, str], *words: str) -> float:
    """Seconds from the start of a program to its first painting; it is killed then."""
    began, took = monotonic(), 0.0
    with subprocess.Popen(
        [sys.executable, *words], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:  # until all are gone that write to it, whom it started too
            if PAINTED in line and not took:
                took = monotonic() - began
            if took or monotonic() - began > PATIENCE:
                process.kill()
    assert took, f"{words} painted nothing"
    return took


def tell(name: str, seconds: list[float], bare: list[float]) -> None:
    """One line; the factor compares the least with the bare window's."""
    ordered = sorted(seconds)
    least, half, most = ordered[0], ordered[len(ordered) // 2], ordered[-1]
    print(f"{name:<34} least {least * 1e3:5.0f}  half {half * 1e3:5.0f}  longest {most * 1e3:5.0f}"
          f" ms   {least / min(bare):4.2f} × bare")  # fmt: skip


def stepped(environment: Mapping[str, str], folder: Path, file: Path) -> dict[str, float]:
    """Milliseconds of the processor for each step of one start."""
    with tempfile.TemporaryDirectory(dir=folder) as data:
        words = [sys.executable, "-m", "tests.bench.start_steps", data, str(file)]
        told = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    taken: dict[str, float] = json.loads(told.stdout)
    return taken


def counted(environment: Mapping[str, str], folder: Path, file: Path) -> float | None:
    """Millions of instructions of one start; None without valgrind.

    Offscreen: it runs so slowly that it would not wait for a display to show the window.
    """
    if shutil.which("valgrind") is None:
        return None
    with tempfile.TemporaryDirectory(dir=folder) as data:
        words = [
            "valgrind",
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ]
        words += [sys.executable, "-m", "tests.bench.start_steps", data, str(file)]
        still = {**environment, "PYTHONHASHSEED": "0", "QT_QPA_PLATFORM": "offscreen"}
        told = subprocess.run(words, env=still, capture_output=True, text=True, check=True)
    found = re.search(r"I +refs: +([\d,]+)", told.stderr)
    assert found is not None, told.stderr
    return int(found[1].replace(",", "")) / 1e6


def tell_where(runs: int) -> None:
    """Print where the time of a start goes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = calm_day_file(folder, datetime.now(UTC))
        with surroundings(folder) as environment:
            all_runs = [stepped(environment, folder, file) for _ in range(runs + 1)][1:]
            instructions = counted(environment, folder, file)
    total = 0.0
    for step in all_runs[0]:
        least = min(run[step] for run in all_runs)
        total += least
        print(f"{step:<34} {least:6.1f} ms")
    print(f"{'in all':<34} {total:6.1f} ms")
    if instructions is not None:
        print(f"{'':<34} {instructions:6.0f} million instructions")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("runs", nargs="?", type=int, default=10)
    parser.add_argument("--where", action="store_true", help="where the time goes")
    asked = parser.parse_args()
    if asked.where:
        tell_where(asked.runs)
        return
    runs = asked.runs
    bare, first, alone, again = [], list[float](), list[float](), list[float]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = calm_day_file(folder, datetime.now(UTC))
        with surroundings(folder) as environment:
            kept = str(folder / "kept")
            for number in range(runs + 1):
                bare.append(painted(environment, "-c", BARE))
                program = ("-m", "runofshow", "--data")
                fresh = str(folder / f"data-{number}")
                first.append(painted(environment, *program, fresh, str(file)))
                unwatched = str(folder / f"alone-{number}")
                alone.append(painted({**environment, **ALONE}, *program, unwatched, str(file)))
                again.append(painted(environment, *program, kept, str(file)))
    tell("a bare Qt window", bare[1:], bare[1:])
    tell("a day, first time", first[1:], bare[1:])
    tell("a day, nobody watching over it", alone[1:], bare[1:])
    tell("a day, after kill -9", again[1:], bare[1:])


if __name__ == "__main__":
    main()
