"""Lines pasted into the rundown as items, when they are no programme with hours. No Qt.

A line is an item: its first words are the title, a cell that is a length its length. One without
lasts ten minutes, and that is marked as guessed.
"""

import re
from datetime import timedelta
from typing import Final

from runofshow.core import times
from runofshow.ui.operator.rundown_new import NEW_LENGTH, Json

MOST: Final = 500
"""How many lines are taken at once."""


def items_of_lines(text: str) -> list[Json]:
    """The items that plain lines say, in their order; empty ones are nothing."""
    lines = [line for line in text.splitlines() if line.strip()]
    found = (_item(line) for line in lines[:MOST])
    return [item for item in found if item is not None]


def _item(line: str) -> Json | None:
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    length = next((found for cell in cells if (found := _length(cell)) is not None), None)
    words = (cell for cell in cells if re.search(r"[^\W\d_]{2}", cell) and _length(cell) is None)
    title = next(words, None)
    if title is None:
        return None
    item: Json = {"title": title, "duration": times.write_length(length or NEW_LENGTH)}
    return item if length is not None else item | {"guessed": ["duration"]}


def _length(cell: str) -> timedelta | None:
    try:
        length = times.read_length(cell)
    except times.Misread:
        return None
    return length if times.ZERO < length <= times.LONGEST else None
