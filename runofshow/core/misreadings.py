"""What is said of a time, a length or a date that was refused, mended, or may mean another thing.

One sentence for each reason of `times.Misread`, for each repair and each doubt of `ranges.Range`,
`found_times.Found` and `dates.Day`: whoever reads a text says the same of it.
"""

from typing import Final

from runofshow.core.sentences import Sentence
from runofshow.core.times import Misread
from runofshow.core.words.misreadings import WORDS

_UNKNOWN: Final = {
    "no_time": "why_no_time",
    "no_length": "why_no_length",
    "no_date": "misread_date",
}
_OF_LENGTHS: Final = ("two_ways", "backwards")
"""Reasons that are said otherwise of a length than of a time."""


def why_misread(misread: Misread) -> Sentence:
    """Why a text is no time, no length or no date."""
    if not misread.why:
        return Sentence.of(_UNKNOWN[misread.code], text=misread.text)
    of_length = misread.code == "no_length" and misread.why in _OF_LENGTHS
    code = f"misread_length_{misread.why}" if of_length else f"misread_{misread.why}"
    return Sentence.of(code, text=misread.text)


def why_mended(repaired: str, text: str) -> Sentence:
    """What `Range.repaired` or `Found.repaired` is, of the words `text`."""
    return Sentence.of(f"mended_{repaired}", text=text)


def why_unsure(doubt: str, text: str) -> Sentence:
    """What a doubt is about the words `text`; of what was found unreadable, why it is."""
    unsure = f"unsure_{doubt}"
    if unsure in WORDS:
        return Sentence.of(unsure, text=text)
    return why_misread(Misread("no_time", text, "" if doubt == "no_time" else doubt))
