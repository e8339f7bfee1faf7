"""How long a message may be chosen to stay on the stage, and how long it may be. No painting."""

from datetime import timedelta
from typing import Final

from runofshow.core.times import MINUTE, SECOND

LASTING: Final = (None, 10 * SECOND, 20 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE)
"""The lengths to choose from; None: until it is cleared."""
LONGEST: Final = 200
"""The letters of a message, at most."""


def after(lasting: timedelta | None) -> timedelta | None:
    """The next of the lengths; one that is none of them is followed by the first."""
    at = LASTING.index(lasting) if lasting in LASTING else -1
    return LASTING[(at + 1) % len(LASTING)]
