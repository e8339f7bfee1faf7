"""What the régie says to the stage."""

from datetime import datetime
from typing import NamedTuple


class Message(NamedTuple):
    """What the régie says; `until` is None when it stays until cleared.

    A `passing` one was said for what is on air, and goes with it.
    """

    text: str
    to: str
    until: datetime | None
    flash: bool
    passing: bool = False
