"""Long titles said briefly, alone and in sentences."""

from textwrap import shorten
from typing import Final

from runofshow.core.sentences import Fact, Sentence

WRITTEN: Final = frozenset({"title", "other", "text"})
"""The facts of a sentence that bear what somebody wrote, and may be long."""


def brief(title: str, most: int) -> str:
    """What stands before the title's colon, cut between words to `most` letters."""
    head = title.partition(" :")[0].partition("\u00a0:")[0].partition(": ")[0].strip()
    return head if len(head) <= most else shorten(head, most, placeholder="…")


def briefly(said: Sentence, most: int) -> Sentence:
    """`said` with its titles brief."""
    return said._replace(facts=tuple((name, _brief(name, fact, most)) for name, fact in said.facts))


def _brief(name: str, fact: Fact, most: int) -> Fact:
    if isinstance(fact, Sentence):
        return briefly(fact, most)
    return brief(fact, most) if name in WRITTEN and isinstance(fact, str) else fact
