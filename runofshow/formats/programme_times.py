"""The hours and lengths that a line of a programme says, each with its columns."""

from functools import lru_cache
from typing import TypeAlias

from runofshow.core.found_times import Found, find_times

Hours: TypeAlias = Found
"""A time, or a range of times, in columns [`at`, `to`) of a line; one that cannot be read has
neither start nor end."""


@lru_cache(maxsize=512)
def _found(text: str) -> tuple[Found, ...]:
    return tuple(find_times(text))


def hours_in(text: str) -> tuple[Hours, ...]:
    """Every time and range of times of `text`, in order; those that cannot be read too.

    What begins the text and may be a time or a length (2h00) is among them.
    """
    return tuple(found for found in _found(text) if found.kind != "length" or _may_begin(found))


def _may_begin(found: Found) -> bool:
    return found.at <= 1 and found.doubt == "length_or_time" and found.start is not None


def lengths_in(text: str) -> tuple[Found, ...]:
    """Every length of `text`, in order; `length` is the longer of two."""
    return tuple(found for found in _found(text) if found.kind == "length")
