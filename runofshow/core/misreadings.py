"""What is said of a time, a length or a date that was refused: a sentence for each reason."""

from typing import Final

from runofshow.core.sentences import Sentence
from runofshow.core.times import Misread

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
