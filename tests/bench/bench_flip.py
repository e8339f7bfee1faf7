"""How late a digit flips: `python -m tests.bench.bench_flip [SECONDS]`.

Prints, for each second of a countdown, how long after its true instant (the end less whole seconds)
the régie's window and the stage have been painted and handed to the display, the later of the two,
and how far the two are from each other. One frame at 60 Hz is 16.7 ms.
"""

import sys
import tempfile
from bisect import bisect_left
from pathlib import Path
from time import sleep, time

from tests.bench.day import day_file, go, two_screens
from tests.whole.windowed import Windowed, windowed

SETTLING = 5


def told(name: str, seconds: list[float]) -> None:
    """One line: half of them took less, 99 of 100 took less, the longest."""
    ordered = sorted(seconds)
    p50, p99 = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    print(f"{name:<28} p50 {p50 * 1e3:6.2f}  p99 {p99 * 1e3:6.2f}  max {ordered[-1] * 1e3:6.2f} ms")


def paintings(notes: Path) -> dict[str, list[float]]:
    """When each kind of window was painted."""
    found: dict[str, list[float]] = {}
    for line in notes.read_text().splitlines():
        kind, at = line.split()
        found.setdefault(kind, []).append(float(at))
    return found


def first_after(moments: list[float], boundary: float) -> float:
    """How long after `boundary` the first of `moments` comes; a whole second when none does."""
    place = bisect_left(moments, boundary)
    return min(1.0, moments[place] - boundary) if place < len(moments) else 1.0


def main() -> None:
    """Print everything."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        notes, words = folder / "notes", (str(day_file(folder)), "--now")
        with (
            two_screens(folder) as display,
            windowed(
                display, folder / "data", *words, module=("tests.bench.watched", str(notes))
            ) as program,
        ):
            report(program, notes, seconds)


def report(program: Windowed, notes: Path, seconds: int) -> None:
    """Let the countdown run, then say how late it was."""
    ends = go(program.ready()).timestamp()
    sleep(SETTLING)
    first = ends - int(ends - time())
    sleep(seconds)
    found = paintings(notes)
    boundaries = [first + number for number in range(seconds - 1)]
    regie = [first_after(found["OperatorWindow"], at) for at in boundaries]
    stage = [first_after(found["StageWindow"], at) for at in boundaries]
    print(f"{len(boundaries)} flips, from the true instant to what is painted")
    told("the régie's window", regie)
    told("the stage", stage)
    told("both", [max(pair) for pair in zip(regie, stage, strict=True)])
    told("one from the other", [abs(a - b) for a, b in zip(regie, stage, strict=True)])


if __name__ == "__main__":
    main()
