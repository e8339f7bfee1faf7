"""Whether two names, or two texts, say the same: case, accents, order and slips aside."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

SLIP: Final = 0.7
"""How like two names must be to be one name but for a slip of the pen."""


@lru_cache(maxsize=16384)
def plain_words(text: str) -> str:
    """`text` in lower case without accents, its words with one space between."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(re.findall(r"[^\W_]+", bare))


@lru_cache(maxsize=16384)
def grams(words: str) -> frozenset[str]:
    """The threes of letters that a text in plain words is made of."""
    padded = f" {words} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets have in common, from 0 to 1 (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def same_name(one: str, other: str) -> bool:
    """Whether two names are one person's: case, accents and order aside, or but for a slip."""
    a, b = plain_name(one), plain_name(other)
    return a == b or dice(grams(a), grams(b)) >= SLIP


def plain_name(name: str) -> str:
    """A name whatever the order of its parts."""
    return " ".join(sorted(plain_words(name).split()))
