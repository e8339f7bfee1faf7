"""What the régie says to the stage."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Message:
    """What the régie says; `until` is None when it stays until cleared."""

    text: str
    to: str
    until: datetime | None
    flash: bool
