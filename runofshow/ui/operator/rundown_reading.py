"""The fields of a row that can be edited, and what is made of a text typed into one. No Qt."""

from enum import Enum, auto
from typing import Any, NamedTuple


class Field(Enum):
    """A field that can be edited in place, in the order of Tab; the crew's columns stand before
    the note."""

    TITLE = auto()
    LENGTH = auto()
    START = auto()
    SPEAKERS = auto()
    NOTE = auto()
    CUE = auto()
    KIND = auto()
    MINIMUM = auto()
    PROMISE = auto()
    CALL = auto()


class Crew(NamedTuple):
    """The cell of a row in the crew's column of this name."""

    name: str


Cell = Field | Crew
"""What an editor may stand on."""
ALIKE = (Field.LENGTH, Field.KIND, Field.MINIMUM, Field.CALL)
"""Fields that may be the same for several rows; a crew's cell may be too."""


class Reading(NamedTuple):
    """What was understood: `said` to the régie, `change` for the command; None changes nothing."""

    said: str
    change: dict[str, Any] | None = None
    refused: bool = False
