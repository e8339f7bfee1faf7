"""The hours and lengths that a line of a programme says, each with its columns."""

import re
from functools import lru_cache
from typing import Final, TypeAlias

from runofshow.core.found_times import Found, find_times
from runofshow.core.ranges import read_range
from runofshow.core.times import Misread

Hours: TypeAlias = Found
"""A time, or a range of times, in columns [`at`, `to`) of a line; one that cannot be read has
neither start nor end."""


_TIMELY: Final = re.compile(
    r"\d|½|midi|minuit|noon|midnight|midday|mittag|mitternacht|uhr|heure|hour|clock|minute|stunde"
    r"|half past|quarter|halb|viertel",
    re.IGNORECASE,
)
"""Without one of these a text says no time and no length: most lines need not be read for one."""


@lru_cache(maxsize=16_384)  # a line is asked for again and again until the whole is understood
def _found(text: str) -> tuple[Found, ...]:
    return tuple(find_times(text)) if _TIMELY.search(text) else ()


def hours_in(text: str) -> tuple[Hours, ...]:
    """Every time and range of times of `text`, in order; those that cannot be read too.

    What begins the text and may be a time or a length (2h00) is among them.
    """
    return tuple(
        _with_start(found, text)
        for found in _found(text)
        if found.kind != "length" or _may_begin(found)
    )


_SIDES: Final = re.compile(r"\s*(?:-|–|—|\bà\b|\bto\b|\bbis\b)\s*")


def _with_start(found: Found, text: str) -> Found:
    """What cannot be read as a range, with its first side where that can be."""
    sides = _SIDES.split(text[found.at : found.to])
    if found.kind != "unreadable" or len(sides) != 2:
        return found
    try:
        return found._replace(start=read_range(sides[0]).start)
    except Misread:
        return found


def _may_begin(found: Found) -> bool:
    return found.at <= 1 and found.doubt == "length_or_time" and found.start is not None


def lengths_in(text: str) -> tuple[Found, ...]:
    """Every length of `text`, in order; `length` is the longer of two."""
    return tuple(found for found in _found(text) if found.kind == "length")
