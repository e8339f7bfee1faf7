"""Leaves one after another: when each begins and ends, without writing down every one of them.

Most leaves begin when the one before is through, so that what lies between two of them is a
difference of sums. Only a *bend* is written down: a leaf that begins at an hour of its own, one
that ends at a set time, and what follows it. Both walks of timing.md are of this kind: the planned
one (rules 3 and 4) and the expected one (rule 15).
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from typing import NamedTuple

from runofshow.core import times


class Span(NamedTuple):
    """From an instant to another."""

    start: datetime
    end: datetime


class Line(NamedTuple):
    """Leaves in a row: how long each lasts, and how far from the first each begins by that alone.

    `sums` holds one more: how far it is to the end of all; changeovers are in it.
    """

    lengths: Sequence[timedelta]
    sums: Sequence[timedelta]

    @classmethod
    def of(cls, lengths: Sequence[timedelta], steps: Sequence[timedelta]) -> "Line":
        """The line of these lengths; a step is what lies between a start and the next."""
        return cls(tuple(lengths), tuple(accumulate(steps, initial=times.ZERO)))

    def with_one(self, place: int, length: timedelta, step: timedelta) -> "Line":
        """The line with one leaf of another length and step; what is before it is shared."""
        lengths, sums = list(self.lengths), self.sums
        lengths[place] = length
        by = step - (sums[place + 1] - sums[place])
        if not by:
            return Line(tuple(lengths), sums)
        return Line(tuple(lengths), (*sums[: place + 1], *[far + by for far in sums[place + 1 :]]))


class Walk:
    """The spans of a line of leaves from its place `first` on, which begins at `start`.

    While it is made, bends are added in the order of their places; then it stays as it is.
    """

    __slots__ = ("_ends", "_places", "_starts", "first", "line")

    def __init__(self, line: Line, first: int, start: datetime) -> None:
        self.line, self.first = line, first
        self._places, self._starts = [first], [start]
        self._ends: dict[int, datetime] = {}

    def reach(self, place: int) -> datetime:
        """When the leaf at a place not before the last bend would begin, were it none itself."""
        return self._starts[-1] + (self.line.sums[place] - self.line.sums[self._places[-1]])

    def begin(self, place: int, start: datetime) -> None:
        """The leaf at `place`, not before any bend, begins at `start`, whatever was before it."""
        if self._places[-1] == place:
            self._starts[-1] = start
        else:
            self._places.append(place)
            self._starts.append(start)

    def end(self, place: int, end: datetime, after: datetime) -> None:
        """The leaf at `place` ends at `end`, and the next one begins at `after`."""
        self._ends[place] = end
        self.begin(place + 1, after)

    def start(self, place: int) -> datetime:
        """When the leaf at that place begins; of the place behind the last: when it could."""
        bend = bisect_right(self._places, place) - 1
        return self._starts[bend] + (self.line.sums[place] - self.line.sums[self._places[bend]])

    def span(self, place: int) -> Span:
        """When the leaf at that place begins and ends."""
        start = self.start(place)
        return Span(start, self._ends.get(place) or start + self.line.lengths[place])

    def spans(self) -> list[Span]:
        """All spans, from the first place on."""
        return list(self.each())

    def each(self) -> Iterator[Span]:
        """The spans, one after the other."""
        lengths, sums, ends = self.line.lengths, self.line.sums, self._ends
        until = [*self._places[1:], len(lengths)]
        for first, start, behind in zip(self._places, self._starts, until, strict=True):
            nought = start - sums[first]
            for place in range(first, min(behind, len(lengths))):
                begins = nought + sums[place]
                yield Span(begins, ends.get(place) or begins + lengths[place])

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Walk)
            and self.first == other.first
            and self._places == other._places
            and self._starts == other._starts
            and self._ends == other._ends
            and (self.line is other.line or self.line == other.line)
        )

    __hash__ = None  # type: ignore[assignment]  # it is made step by step


class Walked(Mapping[str, Span]):
    """The spans of a walk by the ids of its leaves; nothing where there is no walk."""

    __slots__ = ("_places", "_walk")

    def __init__(self, places: Mapping[str, int], walk: Walk | None) -> None:
        self._places, self._walk = places, walk

    def __getitem__(self, slot: str) -> Span:
        place = self._places[slot]
        if self._walk is None:
            raise KeyError(slot)
        return self._walk.span(place)

    def __contains__(self, slot: object) -> bool:
        return self._walk is not None and slot in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places) if self._walk is not None else iter(())

    def __len__(self) -> int:
        return len(self._places) if self._walk is not None else 0
