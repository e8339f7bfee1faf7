"""All faults; a module of faults lists its own in `FAULTS`."""

from typing import Final

from tests.faults import flipped, killed
from tests.faults.fault import Fault

ALL: Final[tuple[Fault, ...]] = (*killed.FAULTS, *flipped.FAULTS)
