"""kill -9 at any instant: between two commands, within one, and while the program comes back."""

import tempfile
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.fault import Fault, Figure, Result
from tests.whole.killing import rounds

LONGEST: Final = 0.15
"""Seconds after its first command within which the program is killed."""


def killed(chance: Random, tries: int) -> Result:
    """A program killed so often, and brought back each time."""
    with tempfile.TemporaryDirectory() as folder:
        tally = rounds(Path(folder), tries, chance, LONGEST)
    restarts = max(taken.total_seconds() for taken in tally.restarts)
    off = max(tally.off, tally.end_off).total_seconds() * 1e3
    lost = [f"{len(tally.lost)} lost of {len(tally.acknowledged)}"] if tally.lost else []
    twice = [f"{len(tally.twice)} done twice"] if tally.twice else []
    wrong = [f"the time left is {off:.0f} ms off"] if off > 50 else []
    return Result(
        tally.kills,
        len(tally.lost) + len(tally.twice),
        (Figure("on air again in", restarts, "s", 1), Figure("time left off by", off, "ms", 50)),
        (*lost, *twice, *wrong),
    )


FAULTS: Final = (Fault("kill", "kill -9 at any instant", killed, slice=3, promised=1000),)
