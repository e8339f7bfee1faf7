"""The clock on the wall set forward and back, a machine that sleeps: the countdown stays right.

In a real program, killed and started again in between, held against the counter of this one.
"""

import tempfile
from pathlib import Path
from random import Random
from time import monotonic
from typing import Final

from tests.faults.clocked_program import told
from tests.faults.fault import Fault, Figure, Result
from tests.whole.program import Program, day

STEPS: Final = (3600.0, -3600.0, 0.9, -0.7, 2.5, -2.5, 1.0, -1.0)
"""A clock set by an hour, NTP near and far, a leap second."""
ASLEEP: Final = 480.0
LENGTH: Final = 23 * 3600.0
"""Seconds that the item on air lasts (tests/whole/program.py)."""


class Watch:
    """The item's end by this process's counter: between two instants, for asking takes time."""

    def __init__(self, program: Program) -> None:
        before = monotonic()
        program.send(do="go")
        self._ends = before + LENGTH, monotonic() + LENGTH

    def slept(self, seconds: float) -> None:
        """The machine slept so long: its end is nearer."""
        self._ends = self._ends[0] - seconds, self._ends[1] - seconds

    def off(self, program: Program) -> float:
        """How many seconds the program's time left is off, asking left aside."""
        before = monotonic()
        left: float = program.board()["on_air"]["remaining"]
        least, most = self._ends[0] - monotonic(), self._ends[1] - before
        return max(0.0, left - most, least - left)


def clocked(chance: Random, tries: int) -> Result:
    """So many deaths of a program, the wall set before each, the machine asleep before some."""
    worst, ahead, slept = 0.0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        told(data, ahead, slept)
        program = Program(data, str(day(Path(name))), module="tests.faults.clocked_program")
        watch = Watch(program)
        for number in range(tries):
            ahead += chance.choice(STEPS)
            if number % 2 == 0:
                slept += ASLEEP
                watch.slept(ASLEEP)
            told(data, ahead, slept)
            worst = max(worst, watch.off(program))
            program.kill()
            program = Program(data, module="tests.faults.clocked_program")
            worst = max(worst, watch.off(program))
        program.kill()
    wrong = (f"the time left is {worst * 1e3:.0f} ms off",) if worst > 0.05 else ()
    return Result(tries, figures=(Figure("time left off by", worst * 1e3, "ms", 50),), broken=wrong)


FAULTS: Final = (
    Fault("clock", "the wall stepped, the machine asleep", clocked, slice=1, promised=100),
)
