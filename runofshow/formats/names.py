"""Where the name of a person begins and ends in a text, and how sure it is that it is one.

- Sure: an honorific (M., Mme, Dr, Frau), a family name in capitals after a first name that is not,
  a first name that people bear. Likely: two to four words with capitals, none of which is a word
  of programmes (« Table Ronde », “Opening Remarks”, „Mittagspause“).
- A name ends where a comma, bracket, colon, dash, slash or « et » stands, or the text ends; one
  that runs on into a sentence is none.
"""

import re
import unicodedata
from typing import Final, Literal, NamedTuple

from runofshow.formats.words.first_names import FIRST_NAMES
from runofshow.formats.words.names import HONOUR, NO_NAME_ENDS, NOT_NAMES, OFFICE, TITLES

Surety = Literal["sure", "likely"]


class Named(NamedTuple):
    """A name in columns [`at`, `to`) of a text, its honorifics before `name`."""

    at: int
    to: int
    name: str
    sure: Surety
    office: str = ""
    """The office that stands before it: Landrat Karl Huber, Dean Mary Stone."""


_WORD: Final = r"(?:[A-ZÀ-ÞŠŽŁŚČĆÖÜÄ]['’]?[\w'’\-‑]*\w|[A-ZÀ-Þ]\.(?:\s?-?\s?[A-Z]\.)*|[A-ZÀ-Þ])"
_PARTICLE: Final = (
    r"(?:de|du|des|la|le|les|van|von|vom|der|den|zu|zur|zum|di|da|dal|del|della|dos|do|el|al|ben|bin"
    r"|ibn|y|af|av|ten|ter|d['’]|und zu)"
)
_NAME: Final = re.compile(
    rf"(?P<office>{OFFICE})?(?P<honour>(?:{HONOUR}\s+|{HONOUR}(?=[A-Z]))*)"
    rf"(?P<name>{_WORD}(?:\s+(?:{_PARTICLE}\s+|d['’])*{_WORD}){{0,4}})"
)
_ENDS: Final = re.compile(
    r"\s*(?:$|[,;:(/|&+«»“”„\"\])\[·•<>]|[-–—]\s|\s[-–—]|\.$|\.\s*$|\.\.|\*|\d?$|(?:et|and|und|ou|y)\s"
    r"|\s{2,}|avec\s|with\s|mit\s)",
)


def name_at(text: str, at: int = 0, ends: bool = True) -> Named | None:
    """The name that begins at column `at` of `text`; with `ends`, only one that ends there."""
    match = _NAME.match(text[: at + 160], at)
    if match is None:
        return None
    if ends and not _ENDS.match(text, match.end()) and match.end() < len(text):
        return None
    office = (match["office"] or "").strip()
    if office.endswith(",") and not office.startswith(("M", "the ")):
        return None
    office = _OF_OFFICE.sub("", office).rstrip(",")
    name = " ".join(match["name"].split())
    sure = _surety(name, bool(match["honour"] or office))
    if sure is None:
        return None
    return Named(match.start(), match.end(), name, sure, office)


_OF_OFFICE: Final = re.compile(r"^(?:M\.|Mme|Monsieur|Madame) (?:le|la) |^the ")


def _surety(name: str, honoured: bool) -> Surety | None:
    words = name.split()
    folded = [fold(word) for word in words]
    if any(word in TITLES for word in folded):
        return None
    if honoured:
        return None if folded[0] in ("le", "la", "les") or _is_common(folded[-1]) else "sure"
    if len(words) < 2 or len(words) > 5:
        return None
    return _without_honour(words, folded)


def _without_honour(words: list[str], folded: list[str]) -> Surety | None:
    common = any(map(_is_common, folded))
    if folded[0].split("-")[0] in FIRST_NAMES and folded[-1] not in NOT_NAMES:
        return "sure" if len(words) <= 4 else None
    if _capital_family(words) or _is_initial(words[0]):
        if common:
            return None
        return "sure" if len(words[-1]) > 2 else "likely"
    if any(word in ("du", "des", "of", "and", "et", "und") for word in words):
        return None
    shouted = words[0].isupper() and words[-1].isupper()
    if common or shouted or len(words[-1].strip(".")) < 2:
        return None
    return "likely"


def _capital_family(words: list[str]) -> bool:
    """Yannick BLANC: a family name in capitals after a first name that is not."""
    last = words[-1].replace("-", "").replace("'", "").replace("’", "")
    first = words[0]
    return (
        len(last) > 1
        and last.isupper()
        and last.isalpha()
        and len(first) > 1
        and not first.isupper()
        and first[1:2].islower()
    )


def _is_initial(word: str) -> bool:
    return len(word) <= 5 and word.endswith(".") and word[0].isupper()


def _is_common(word: str) -> bool:
    return word in NOT_NAMES or (len(word) > 6 and word.endswith(NO_NAME_ENDS))


def fold(text: str) -> str:
    """`text` in small letters without accents."""
    bare = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("’", "'"))
    return "".join(each for each in bare if not unicodedata.combining(each))
