"""Steps: long work done a little at a time, so that who prints during a show keeps nobody waiting.

A work is a generator that rests every millisecond or so and returns what it made.
"""

from collections.abc import Generator, Iterable
from typing import TypeAlias, TypeVar

Made = TypeVar("Made")
Steps: TypeAlias = Generator[None, None, Made]


def finished(work: "Steps[Made]") -> Made:
    """Do all of a work at once; returns what it made."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: Made = end.value
            return made


def resting(things: Iterable[Made]) -> "Steps[list[Made]]":
    """All the things, with a rest after each."""
    found: list[Made] = []
    for thing in things:
        found.append(thing)
        yield
    return found
