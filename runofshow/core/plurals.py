"""Counts in sentences: `{count} {count:séquence|séquences}` says “1 séquence”, “2 séquences”.

French counts one below two (0 séquence, 1 séquence), English at one alone (0 items, 1 item).
"""

from collections.abc import Mapping


class _French(int):
    """A count in French."""

    def __format__(self, spec: str) -> str:
        return _chosen(spec, abs(self) < 2) if "|" in spec else int.__format__(self, spec)


class _English(int):
    """A count in English."""

    def __format__(self, spec: str) -> str:
        return _chosen(spec, self == 1) if "|" in spec else int.__format__(self, spec)


def counted(text: str, language: str, facts: Mapping[str, object]) -> str:
    """`text` with its facts, each `{name:one|many}` chosen by the whole number of that name."""
    count = _French if language == "fr" else _English
    return text.format_map(
        {name: count(fact) if isinstance(fact, int) else fact for name, fact in facts.items()}
    )


def _chosen(spec: str, one: bool) -> str:
    single, several = spec.split("|")
    return single if one else several
