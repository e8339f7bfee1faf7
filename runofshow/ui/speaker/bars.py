"""The bar that empties: what is left of an item, phase by phase. Pure."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal, NamedTuple

from runofshow.core.board import OnAir
from runofshow.core.times import SECOND, ZERO

Tone = Literal["normal", "warning", "danger", "over", "questions", "held", "waiting", "calm"]
"""What colours and shapes to lend: the phases, questions open, held, waiting, nothing at all."""


class Bar(NamedTuple):
    """The bar that empties, in thousandths of its length.

    `parts` are colours with the place where each ends, from the left; what is beyond the last is
    empty. `marks` are thin gaps: phases still to come within one colour.
    """

    parts: tuple[tuple[Tone, int], ...]
    marks: tuple[int, ...] = ()


def bar(air: OnAir, tail: timedelta, seconds: int) -> Bar | None:
    """The whole item while normal; from warning on, one phase at a time, refilled at each."""
    if air.phase == "over" or seconds < 0:
        return None
    if air.phase == "warning":
        return Bar((("warning", _part(seconds, air.warning)),), (_mark(air.danger, air.warning),))
    if air.phase == "danger":
        return Bar((("danger", _part(seconds, air.danger)),))
    whole = air.questions if air.questions_open and air.questions else air.length
    left = seconds * SECOND + tail
    zones: tuple[tuple[Tone, timedelta], ...] = (
        ("questions", tail),
        ("danger", tail + air.danger),
        ("warning", tail + air.warning),
        ("normal", left),
    )
    return Bar(tuple(_zones(zones, left, whole)))


def _zones(
    zones: tuple[tuple[Tone, timedelta], ...], left: timedelta, whole: timedelta
) -> Iterator[tuple[Tone, int]]:
    reached = 0
    for tone, until in zones:
        end = _mark(min(until, left), whole)
        if end > reached:
            yield tone, end
            reached = end


def _part(seconds: int, whole: timedelta) -> int:
    return _mark(seconds * SECOND, whole)


def _mark(length: timedelta, whole: timedelta) -> int:
    """`length` in thousandths of `whole`, from 0 to 1000."""
    return 0 if whole <= ZERO else max(0, min(1000, round(1000 * (length / whole))))
