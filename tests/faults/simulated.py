"""Whole days of everything at once, simulated (`tests.simulation`)."""

from random import Random
from typing import Final

from tests.faults.fault import Fault, Result
from tests.simulation.living import lived, shortened


def days(chance: Random, tries: int) -> Result:
    """Days lived through, by seeds of chance; a day that fails is told by its seed and a story."""
    failures = [lived(chance.randrange(1 << 32)) for _ in range(tries)]
    broken = tuple(shortened(each).text() for each in failures if each is not None)
    return Result(tries, broken=broken)


FAULTS: Final = (Fault("days", "simulated days", days, slice=12, promised=12_000),)
