"""What letters are for whoever reads them from far."""

from typing import Literal

Role = Literal["", "time", "word", "message", "main"]
"""The time, the word of a phase, what the régie says, what a layout is there to tell; or none."""
