"""What the régie says to the stage."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

REMEMBERED: Final = 40
"""How many messages are kept to be said again."""


class Message(NamedTuple):
    """What the régie says; `until` is None when it stays until cleared.

    A `passing` one was said for what is on air, and goes with it.
    """

    text: str
    to: str
    until: datetime | None
    flash: bool
    passing: bool = False


class Said(NamedTuple):
    """A message that was said, and when: `lasting` is None when it was to stay until cleared."""

    at: datetime
    text: str
    to: str
    flash: bool
    lasting: timedelta | None
