"""Numbers in words, from one to ninety-nine, in French, English and German."""

from functools import cache
from typing import Final

from runofshow.core.tokens import Pieces

_FRENCH: Final = (
    *("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"),
    *("douze", "treize", "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf"),
)
_ENGLISH: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_GERMAN: Final = (
    *("ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf"),
    *("zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn"),
    "neunzehn",
)
_TENS: Final = {
    20: ("vingt", "twenty", "zwanzig"),
    30: ("trente", "thirty", "dreissig"),
    40: ("quarante", "forty", "vierzig"),
    50: ("cinquante", "fifty", "funfzig"),
    60: ("soixante", "sixty", "sechzig"),
    70: ("soixantedix", "seventy", "siebzig"),
    80: ("quatrevingts", "eighty", "achtzig"),
    90: ("quatrevingtdix", "ninety", "neunzig"),
}
_ONES: Final = ("une", "eins", "eine", "einer", "einem", "einen")


@cache
def _numerals() -> dict[str, int]:
    """Every numeral, its hyphens and spaces left out."""
    known = dict.fromkeys(_ONES, 1) | {"septante": 70, "nonante": 90, "quatrevingt": 80}
    for words in (_FRENCH, _ENGLISH, _GERMAN):
        known |= {word: number for number, word in enumerate(words, 1)}
    for ten, (french, english, german) in _TENS.items():
        known |= dict.fromkeys((french, english, german), ten)
        for one in range(1, 10):
            known[english + _ENGLISH[one - 1]] = ten + one
            known[_GERMAN[one - 1] + "und" + german] = ten + one
            known[french + _FRENCH[one - 1]] = ten + one
        known[french + "etun"] = known[french + "etune"] = ten + 1
    for one in range(11, 20):
        known["soixante" + _FRENCH[one - 1]] = 60 + one
        known["quatrevingt" + _FRENCH[one - 1]] = 80 + one
    for one in range(1, 10):
        known["quatrevingt" + _FRENCH[one - 1]] = 80 + one
    return known


@cache
def first_words() -> frozenset[str]:
    """The words with which a numeral of several words may begin."""
    begun = {word for tens in _TENS.values() for word in tens}
    return frozenset({*_numerals(), *begun, "quatre", "soixante", "dix"})


_MOST_PIECES: Final = 7


def numeral_at(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """The number that the words from `at` on say, and where they end: the longest there is."""
    if pieces[at].sort != "word" or pieces[at].text not in first_words():
        return None
    said, found = "", None
    for to in range(at, at + _MOST_PIECES):
        piece = pieces[to]
        if piece.sort == "word":
            said += piece.text
        elif piece.text != "-" or piece.apart or pieces[to + 1].sort != "word":
            break
        if said in _numerals() and piece.sort == "word":
            found = (_numerals()[said], to + 1)
    return found
