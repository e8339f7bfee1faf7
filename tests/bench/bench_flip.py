"""How late a digit flips: `python -m tests.bench.bench_flip [SECONDS [OUTPUTS]]`.

Prints, for each second of a countdown, how long after its true instant (the end less whole seconds)
the régie's window and each output that counts it have been painted and handed to the display, the
latest of them, and how far they are from each other. Two minutes with one output, then with three.
One frame at 60 Hz is 16.7 ms.
"""

import sys
import tempfile
from bisect import bisect_left
from pathlib import Path
from time import sleep, time

from runofshow.ui.speaker.layouts import COUNTING
from tests.bench.day import LAYOUTS, data_folder, day_file, go, screens
from tests.whole.windowed import Windowed, windowed

SETTLING = 5


def told(name: str, seconds: list[float]) -> None:
    """One line: half of them took less, 99 of 100 took less, the longest."""
    ordered = sorted(seconds)
    p50, p99 = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    print(f"{name:<28} p50 {p50 * 1e3:6.2f}  p99 {p99 * 1e3:6.2f}  max {ordered[-1] * 1e3:6.2f} ms")


def paintings(notes: Path) -> dict[str, list[float]]:
    """When each window was painted."""
    found: dict[str, list[float]] = {}
    for line in notes.read_text().splitlines():
        window, at = line.split()
        found.setdefault(window, []).append(float(at))
    return found


def first_after(moments: list[float], boundary: float) -> float:
    """How long after `boundary` the first of `moments` comes; a whole second when none does."""
    place = bisect_left(moments, boundary)
    return min(1.0, moments[place] - boundary) if place < len(moments) else 1.0


def measure(seconds: int, outputs: int) -> None:
    """Print how late the flips are with that many outputs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        notes = folder / "notes"
        words = (data_folder(folder, outputs), str(day_file(folder)), "--now")
        module = ("tests.bench.watched", str(notes))
        with (
            screens(folder, outputs) as display,
            windowed(display, *words, module=module) as program,
        ):
            report(program, notes, seconds, outputs)


def report(program: Windowed, notes: Path, seconds: int, outputs: int) -> None:
    """Let the countdown run, then say how late it was."""
    ends = go(program.ready(), outputs).timestamp()
    sleep(SETTLING)
    first = ends - int(ends - time())
    sleep(seconds)
    found = paintings(notes)
    boundaries = [first + number for number in range(seconds - 1)]
    windows = {"the régie's window": "OperatorWindow"}
    counting = [each for each in LAYOUTS[:outputs] if each in COUNTING]
    windows |= {f"an output: {each}": f"StageWindow-{each}" for each in counting}
    late = [[first_after(found[each], at) for at in boundaries] for each in windows.values()]
    print(f"outputs: {outputs}   {len(boundaries)} flips, from the true instant to what is painted")
    for name, each in zip(windows, late, strict=True):
        told(name, each)
    together = list(zip(*late, strict=True))
    told("all of them", [max(each) for each in together])
    told("one from the other", [max(each) - min(each) for each in together])


def main() -> None:
    """Print everything."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    for outputs in map(int, sys.argv[2:] or ("1", "3")):
        measure(seconds, outputs)


if __name__ == "__main__":
    main()
