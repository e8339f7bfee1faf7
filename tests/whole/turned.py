"""`runofshow` on the seed's day, with a clock that can be turned: `python -m tests.whole.turned`.

It begins at a few seconds before 9h02 of 19 January 2016; a file `turned` in the data folder, the
second word, holds how many seconds it is turned on.
"""

import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from runofshow.cli import main
from runofshow.clock import SystemClock, elapsed
from runofshow.desktop import first_painting

BEGINS: Final = datetime(2016, 1, 19, 8, 1, 55, tzinfo=UTC)


def turn(data: Path, on: timedelta) -> None:
    """Turn the clock of the program that keeps its shows in `data`: to so long after its start."""
    fresh = data / "turned.new"
    fresh.write_text(str(on.total_seconds()), "utf-8")
    fresh.replace(data / "turned")


def run(data: Path) -> int:
    """Run the program on such a clock."""
    since, file = elapsed(), data / "turned"

    def counter() -> float:
        turned = float(file.read_text("utf-8")) if file.exists() else 0.0
        return elapsed() - since + turned

    def wall() -> datetime:
        return BEGINS + timedelta(seconds=counter())

    setattr(first_painting, "SystemClock", partial(SystemClock, wall, counter, counter))  # noqa: B010
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[sys.argv.index("--data") + 1])))
