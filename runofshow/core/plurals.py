"""Counts in sentences: `{count} {count:séquence|séquences}` says “1 séquence”, “2 séquences”.

French counts one below two (0 séquence, 1 séquence), English at one alone (0 items, 1 item).
Counts are written in groups of three figures, 1 280 162 in French and 1,280,162 in English; what
only numbers a thing (a line, a page, a year) is not.
"""

from collections.abc import Mapping
from typing import Final

_NUMBERS: Final = frozenset(
    ("line", "column", "row", "page", "year", "first", "last", "rev", "number", "port", "version")
)
"""Facts that say which one, and not how many."""


class _French(int):
    """A count in French."""

    def __format__(self, spec: str) -> str:
        if "|" in spec:
            return _chosen(spec, abs(self) < 2)
        return int.__format__(self, spec or ",").replace(",", "\u202f")


class _English(int):
    """A count in English."""

    def __format__(self, spec: str) -> str:
        return _chosen(spec, self == 1) if "|" in spec else int.__format__(self, spec or ",")


def counted(text: str, language: str, facts: Mapping[str, object]) -> str:
    """`text` with its facts, each `{name:one|many}` chosen by the whole number of that name."""
    count = _French if language == "fr" else _English
    return text.format_map(
        {
            name: count(fact) if isinstance(fact, int) and name not in _NUMBERS else fact
            for name, fact in facts.items()
        }
    )


def _chosen(spec: str, one: bool) -> str:
    single, several = spec.split("|")
    return single if one else several
