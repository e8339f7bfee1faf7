"""How soon the régie's window is painted: `python -m tests.bench.bench_start [RUNS]`.

Prints the time from the start of the process to the window's first painting, the day in it, on a
display of its own (offscreen where there is no Xvfb): the least, the half and the longest of the
runs. Beside it, alternately: the same for a bare Qt window, which is what this machine can do, and
for a start on the journal that a kill -9 has left. The compiled modules are there, as after an
installation. The aim is 300 ms.

The instants are those at which Qt says, on standard error, that it has flushed the window.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic

from tests.bench.day import day_file
from tests.display import lacking, virtual_display
from tests.process import PATIENCE

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
    began = monotonic()
    with subprocess.Popen(
        [sys.executable, *words], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if PAINTED in line:
                process.kill()
                return monotonic() - began
            if monotonic() - began > PATIENCE:
                break
        process.kill()
    raise AssertionError(f"{words} painted nothing")


def tell(name: str, seconds: list[float], bare: list[float]) -> None:
    """One line; the factor compares the least with the bare window's."""
    ordered = sorted(seconds)
    least, half, most = ordered[0], ordered[len(ordered) // 2], ordered[-1]
    print(f"{name:<34} least {least * 1e3:5.0f}  half {half * 1e3:5.0f}  longest {most * 1e3:5.0f}"
          f" ms   {least / min(bare):4.2f} × bare")  # fmt: skip


def main() -> None:
    """Print everything."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    bare, first, again = [], list[float](), list[float]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = day_file(folder)
        with surroundings(folder) as environment:
            kept = str(folder / "kept")
            for number in range(runs + 1):
                bare.append(painted(environment, "-c", BARE))
                program = ("-m", "runofshow", "--data")
                fresh = str(folder / f"data-{number}")
                first.append(painted(environment, *program, fresh, str(file)))
                again.append(painted(environment, *program, kept, str(file)))
    tell("a bare Qt window", bare[1:], bare[1:])
    tell("a day, first time", first[1:], bare[1:])
    tell("a day, after kill -9", again[1:], bare[1:])


if __name__ == "__main__":
    main()
