"""The time zone of a place, where its town or country makes it certain."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from runofshow.formats.names import fold
from runofshow.formats.words.towns import COMMON, TOWNS


class Town(NamedTuple):
    """A town or country as written, and its zone; in columns [`at`, `to`) of the text."""

    name: str
    zone: str
    at: int
    to: int


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {name.replace("_", " "): zone for zone, names in TOWNS.items() for name in names.split()}


_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE_TOWN: Final = re.compile(r"(?:,\s*|\d\s+|\b(?:à|in|at|de)\s+|^|[(–-]\s*)$")


def towns_in(text: str) -> list[Town]:
    """The towns and countries that `text` names, written with a capital."""
    words = list(_WORD.finditer(text))
    found: list[Town] = []
    index = 0
    while index < len(words):
        town = _town(text, words, index)
        if town is not None:
            found.append(town[0])
            index += town[1]
        else:
            index += 1
    return found


def _town(text: str, words: list[re.Match[str]], index: int) -> tuple[Town, int] | None:
    for count in (3, 2, 1):
        last = index + count - 1
        if last >= len(words):
            continue
        begin, end = words[index].start(), words[last].end()
        name = fold(text[begin:end])
        if name not in _zones() or not (text[begin].isupper() or count > 1):
            continue
        if name in COMMON and not _BEFORE_TOWN.search(text[max(0, begin - 8) : begin]):
            continue
        return Town(text[begin:end], _zones()[name], begin, end), last - index + 1
    return None
