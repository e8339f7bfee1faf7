"""Cells that say nothing: empty ones, dashes, N/A, tbd, à définir, and a spreadsheet's errors."""

from functools import lru_cache
from typing import Final

from runofshow.formats.column_words import folded
from runofshow.formats.source import Cell

_NOTHINGS: Final = frozenset(
    (
        *("na", "n a", "nc", "n c", "tbd", "tba", "tbc", "none", "null", "nil", "nan"),
        *("a definir", "a preciser", "a confirmer", "a venir", "offen", "noch offen", "k a"),
        *("unbekannt", "to be defined", "to be confirmed", "to be announced", "unknown"),
        *("inconnu", "ras", "sans objet", "to be determined", "non defini"),
    )
)
_ERRORS: Final = frozenset(("ref", "value", "name", "div 0", "num", "n a", "null"))
"""What a spreadsheet writes instead of a value that it cannot work out, after a #."""


def says_nothing(cell: Cell) -> bool:
    """Whether the cell is empty, or says that there is nothing to say: N/A, tbd, a dash."""
    return cell is None or (isinstance(cell, str) and _is_nothing(cell.strip()))


@lru_cache(maxsize=16384)
def _is_nothing(text: str) -> bool:
    if len(text) > 24:
        return not any(map(str.isalnum, text))
    said = folded(text)
    if not said:
        return not any(map(str.isalnum, text))
    return said in _NOTHINGS or (text[0] == "#" and said in _ERRORS)
