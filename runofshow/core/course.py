"""The course to a promise: when the promised hour comes, with more and more taken on the way to it.

A plan tries hundreds of steps; writing the whole day down for each would take it seconds. Between
two bends (walk.py) time taken is time won, so that only the bends are walked anew (rule 15).
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from runofshow.core import times
from runofshow.core.expected import bends_from, coming_from, ending
from runofshow.core.outline import Bend
from runofshow.core.plan import Slot
from runofshow.core.show import Show


class Course:
    """From now to the start or the end of the leaf at `target`, in the running order.

    It is to come; or it is on air, and its end is meant.

    Attributes: line, the leaves as lengths; taken, what is taken from each leaf, by its place;
    stretch, what is given to the leaf on air; gone, the places of the leaves left out.
    """

    def __init__(self, show: Show, now: datetime, target: int, *, end: bool) -> None:
        self._show, self._now, self._target, self._end = show, now, target, end
        self.line, self._floor = show.outline.line, show.reference.floor
        self._come = show.come
        self._bends: Sequence[Bend] = [
            bend for bend in bends_from(show, self._come) if bend.place <= target
        ]
        self._places = [bend.place for bend in self._bends]
        self._won = [times.ZERO] * (len(self._bends) + 1)
        self._breaks = {
            bend.place: _Break(show, bend.place) for bend in self._bends if bend.elastic
        }
        self.taken: dict[int, timedelta] = {}
        self.gone: set[int] = set()
        self.stretch = times.ZERO

    @property
    def steady(self) -> bool:
        """Whether taking more never makes the hour later: no minimum moves with what is taken."""
        return all(each.least is not None for each in self._breaks.values())

    def take(self, place: int, by: timedelta) -> None:
        """Take so much more from the leaf at that place; a negative length gives it back."""
        self.taken[place] = self.taken.get(place, times.ZERO) + by
        self._won[bisect_right(self._places, place)] += by

    def leave_out(self, place: int) -> None:
        """Leave out the leaf at that place, which is no bend, and the changeover after it."""
        sums = self.line.sums
        self.gone.add(place)
        self._won[bisect_right(self._places, place)] += sums[place + 1] - sums[place]

    def bring_back(self, place: int) -> None:
        """Undo `leave_out`."""
        sums = self.line.sums
        self.gone.remove(place)
        self._won[bisect_right(self._places, place)] -= sums[place + 1] - sums[place]

    def arrives(self, giving_from: int | None = None) -> datetime:
        """When the promised hour comes; if all from a place on give all they can, and only those.

        Who gives all and from where is asked of a course from which nothing is taken.
        """
        sums, at = self.line.sums, self._come
        show, now = self._show, self._now
        ends = ending(show, now, self.stretch)
        if self._target < at:
            assert ends is not None
            return ends
        hour = coming_from(show, now, ends)
        for number, bend in enumerate(self._bends):
            hour += self._between(at, bend.place, number, giving_from)
            if bend.not_before is not None and bend.not_before > hour:
                hour = bend.not_before
            at = bend.place
            if not bend.elastic:
                continue
            if at == self._target and not self._end:
                return hour
            hour = self._breaks[at].ends(hour, self)
            if at == self._target:
                return hour
            at += 1
            hour += sums[at] - sums[bend.place]  # an elastic leaf has no length but its changeover
        hour += self._between(at, self._target, -1, giving_from)
        if not self._end:
            return hour
        gives = giving_from is not None and giving_from <= self._target
        return hour + (self._floor if gives else self.line).lengths[self._target]

    def _between(self, first: int, behind: int, run: int, giving_from: int | None) -> timedelta:
        """How long it is from the start of a leaf to that of another, with no bend in between."""
        sums = self.line.sums
        if giving_from is None:
            return sums[behind] - sums[first] - self._won[run]
        floor, middle = self._floor.sums, min(max(first, giving_from), behind)
        return sums[middle] - sums[first] + floor[behind] - floor[middle]


class _Break:
    """A leaf that ends at a set time: its end, and the least it keeps.

    Attribute: least, None when it moves. Then it is a share of what the leaf lasts from its planned
    start, which moves before printing with what is taken; or from its expected one, when inserted.
    """

    def __init__(self, show: Show, place: int) -> None:
        self._show, outline = show, show.outline
        self.slot: Final[Slot] = outline.nodes[outline.order_at[place]].slot
        assert self.slot.end is not None
        self._set = times.instant(show.plan.date, self.slot.end, show.plan.zone)
        self._from, self._planned = self._planned_from(place)
        self.least: timedelta | None = None
        if self.slot.cuttable and self.slot.minimum is not None:
            self.least = self.slot.minimum
        elif self._planned is not None and self._from == place:
            self.least = show.reference.minimum(self.slot)
        self._place = place

    def _planned_from(self, place: int) -> tuple[int, datetime | None]:
        """Its planned start, and the place from which on that moves with what is taken."""
        reference = self._show.reference
        span = reference.leaf_spans.get(self.slot.id)
        if span is None or self._show.printed is not None:
            return place, span and span.start
        nodes, order_at = self._show.outline.nodes, self._show.outline.order_at
        anchor = place
        while nodes[order_at[anchor]].slot.id not in reference.given:
            if anchor and nodes[order_at[anchor - 1]].slot.end is not None:
                break
            anchor -= 1
        return anchor, span.start

    def ends(self, hour: datetime, course: Course) -> datetime:
        """When it ends if it begins at that hour."""
        least = self.least
        if least is None and self._planned is None:
            least = self._show.reference.minimum(self.slot, hour)
        elif least is None:
            least = self._show.reference.least(self.slot, self._set - self._moved(course))
        return max(self._set, hour + least)

    def _moved(self, course: Course) -> datetime:
        """Its planned start, with what is taken and left out."""
        assert self._planned is not None
        lengths = course.line.lengths
        taken = (by for at, by in course.taken.items() if self._from <= at < self._place)
        gone = (lengths[at] for at in course.gone if self._from <= at < self._place)
        return self._planned - sum((*taken, *gone), times.ZERO)
