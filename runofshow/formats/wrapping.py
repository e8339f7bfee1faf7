"""Lines that a margin broke, told from lines that somebody ended.

A line was wrapped when the next one's first word would not have stood on it: so a margin is
needed, which is as wide as the widest line. The rule is the same for columns of letters and for
points on a page.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runofshow.formats.names import fold
from runofshow.formats.words.first_names import FIRST_NAMES

NARROWEST: Final = 56
"""Columns under which nobody's editor wraps; the widest line of a wrapped text has more."""
_STARTS: Final = re.compile(
    # what begins something of its own: a point, a time, a day, a definition
    r"\s*(?:[-–—•*+>|:]\s|o\s|\d{1,2}\s?(?:h|:|\.\d\d|H)|(?:de|from|von)\s\d|\d{1,2}[.)]\s)"
)
_UNDONE: Final = re.compile(
    r"(?:,|\s[-–—]|(?:^|\s)(?:de|du|des|d'|d’|la|le|les|l'|l’|et|ou|à|au|aux|en|par|pour|sur|avec|dans|un|une"
    r"|of|the|and|or|in|on|at|for|with|to|from|by|a|an"
    r"|und|oder|der|die|das|den|dem|des|von|vom|zur|zum|im|in|für|mit|am|an|bei|&))$",
    re.IGNORECASE,
)


def unfinished(text: str) -> bool:
    """Whether a line ends as nobody ends one: with a comma, a dash, a small word."""
    return bool(_UNDONE.search(text[-12:]))


def broken_off(text: str) -> bool:
    """Whether a line ends within a word, a bracket, quotation marks, or the name of somebody."""
    name = _HALF_A_NAME.search(text[-40:])
    if unfinished(text) or re.search(r"\w-$", text):
        return True
    if name is not None and fold(name[1]) in FIRST_NAMES:
        return True
    return any(text.count(opens) > text.count(closes) for opens, closes in ("()", "«»", "“”"))


_HALF_A_NAME: Final = re.compile(r"(?:,|\bet|\band|\bund|&)\s([A-ZÀ-Þ][\w-]*)$")


def wrapped(lines: Sequence[str], margin: int | None = None) -> list[bool]:
    """For each line but the first, whether it goes on with the one before."""
    widest = margin or max(map(len, lines), default=0)
    if widest < NARROWEST:
        return [False] * (len(lines) - 1)
    return [
        len(before.rstrip()) + 1 + _first_word(line) > widest and not begins(line)
        for before, line in pairwise(lines)
    ]


def begins(line: str) -> bool:
    """Whether a line cannot go on with the one before."""
    return bool(_STARTS.match(line))


def _first_word(line: str) -> int:
    words = line.split(maxsplit=1)
    return len(words[0]) if words else 0
