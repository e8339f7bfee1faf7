"""`runofshow` on a machine whose clocks do as they are told.

A file `clocks` in the data folder, the second word, holds two numbers: how many seconds the wall is
ahead of the right time, and how many the machine has slept.
"""

import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

from runofshow import clock as clocks
from runofshow.cli import headless, main


def told(data: Path, ahead: float, slept: float) -> None:
    """Have the clocks of the program that keeps its shows in `data` say so from now on."""
    data.mkdir(parents=True, exist_ok=True)
    fresh = data / "clocks.new"
    fresh.write_text(f"{ahead} {slept}", "utf-8")
    fresh.replace(data / "clocks")


def run(words: list[str]) -> int:
    """Run the program on such clocks."""
    file = Path(words[words.index("--data") + 1]) / "clocks"

    def read() -> tuple[float, float]:
        ahead, slept = file.read_text("utf-8").split()
        return float(ahead), float(slept)

    clock = partial(
        clocks.SystemClock,
        lambda: clocks.wall() + timedelta(seconds=sum(read())),
        lambda: clocks.elapsed() + read()[1],
        clocks.elapsed,
    )
    setattr(headless, "SystemClock", clock)  # noqa: B010 (as the program names it)
    return main(words)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
