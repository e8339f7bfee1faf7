"""Where in a line a time or a length may begin: a cheap look before the careful reading.

Most numbers of a programme are no times, and most words that may stand before a time (de, à, at)
stand before something else. A place is left out only when nothing could be read there:

- What is read begins with a number or a word for one, after words that open it (vers, from, about).
- A bare number is nothing: a word or a mark after it must make it a time or a length.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Final

from runofshow.core.clock_forms import (
    CLOCK_AFTER,
    CLOCK_OPENERS,
    CLOCK_WORDS,
    HOURS_AFTER,
    Half,
)
from runofshow.core.lastings import LENGTH_AFTER, LENGTH_OPENERS
from runofshow.core.length_forms import DOZENS, SPOKEN, UNITS
from runofshow.core.numerals import first_words, numeral_at
from runofshow.core.ranges import RANGE_AFTER, RANGE_OPENERS
from runofshow.core.tokens import END, PARTS, Phrases, Pieces, Sayings, Token

_NAMES: Final = (*CLOCK_WORDS, SPOKEN)
"""What is a time or a length by itself."""
_MARKS: Final = frozenset((":", ".", ",", "'", '"', "/", "^", "+"))
"""What joins a number to another, or is a unit."""


def starts_in(pieces: Pieces) -> Sequence[int]:
    """The pieces with which a time, a range or a length may begin, in order."""
    found = list[int]()
    words, openers, first_openers = _words(), _openers(), _first_openers()
    opened, after = False, END
    for at, piece in zip(range(len(pieces) - 1, -1, -1), reversed(pieces), strict=True):
        if piece.sort == "number":
            says = _made(after) or (piece.text in words and _named(pieces, at))
        else:
            says = piece.text in words and _said(pieces, at)
        opened = says or (opened and piece.text in openers)
        if says or (opened and piece.text in first_openers):
            found.append(at)
        after = piece
    found.reverse()
    return found


def _made(after: Token) -> bool:
    """Whether what stands after a number may make it a time or a length."""
    return after.text in _makers() or after.sort in ("number", "raised", "part")


def never_lasts(pieces: Pieces, at: int) -> bool:
    """Whether the number at `at` can be of no length: 9h15 Accueil, 9:15 : Accueil, 9h Accueil."""
    if pieces[at].sort != "number" or pieces[at + 1].text not in ("h", ":", "."):
        return False
    to = at + 3 if pieces[at + 2].sort == "number" else at + 2
    if pieces[to].text == ":":
        return not pieces[to + 1].digits
    return not (_made(pieces[to]) or pieces[to].text in first_words())


def _said(pieces: Pieces, at: int) -> bool:
    """Whether the word at `at` may begin a time or a length."""
    after = pieces[at + 1]
    if pieces[at].sort == "part":
        return True
    match pieces[at].text:
        case "p" | "pt":
            return after.sort == "number"
        case "a" | "an" if after.text in ("hour", "minute"):
            return True
        case "une" if after.text in DOZENS:
            return True
    numeral = numeral_at(pieces, at)
    return (numeral is not None and _made(pieces[numeral[1]])) or _named(pieces, at)


def _named(pieces: Pieces, at: int) -> bool:
    return any(pieces.said(at, names) is not None for names in _NAMES)


@cache
def _words() -> frozenset[str]:
    """Every piece that is a word of its own for a time or a length, or begins one."""
    named = chain.from_iterable(names.begun for names in _NAMES)
    return frozenset((*named, *first_words(), *PARTS, "p", "pt", "a", "an"))


_OPENING: Final = (*CLOCK_OPENERS, *RANGE_OPENERS, *LENGTH_OPENERS)


@cache
def _first_openers() -> frozenset[str]:
    """The first pieces of what may stand before a time or a length."""
    return frozenset((*chain.from_iterable(each.begun for each in _OPENING), "-"))


@cache
def _openers() -> frozenset[str]:
    """Every piece of what may stand before a time or a length."""
    phrases = chain.from_iterable(chain.from_iterable(each.begun.values()) for each in _OPENING)
    return _first_openers().union(*phrases)


@cache
def _makers() -> frozenset[str]:
    """Every piece that may stand after a number that is of a time or a length."""
    after: Iterable[Phrases | Sayings[Half]] = (*CLOCK_AFTER, *RANGE_AFTER, *LENGTH_AFTER)
    begun = chain.from_iterable(each.begun for each in after)
    return frozenset((*begun, *HOURS_AFTER, *UNITS, *_MARKS))
