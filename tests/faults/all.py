"""All faults; a module of faults lists its own in `FAULTS`."""

from typing import Final

from tests.faults import (
    clocked,
    entered,
    fallen,
    flipped,
    hostile,
    killed,
    lamp,
    power,
    read,
    refused,
    routes,
    simulated,
    stalled,
    stick,
    torn,
)
from tests.faults.fault import Fault

ALL: Final[tuple[Fault, ...]] = (
    *killed.FAULTS,
    *fallen.FAULTS,
    *entered.FAULTS,
    *read.FAULTS,
    *routes.FAULTS,
    *power.FAULTS,
    *torn.FAULTS,
    *refused.FAULTS,
    *lamp.FAULTS,
    *stick.FAULTS,
    *flipped.FAULTS,
    *hostile.FAULTS,
    *clocked.FAULTS,
    *stalled.FAULTS,
    *simulated.FAULTS,
)
