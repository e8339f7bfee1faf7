"""Moments of a day as they would be, for looking at what an output will show then. Pure.

It is the régie's own day: an item of it is taken at its printed hour, as if all had gone well.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

from runofshow.core.apply import apply
from runofshow.core.board import Board, OnAir, Row, board
from runofshow.core.commands import (
    Command,
    End,
    Finish,
    Go,
    Hold,
    Incident,
    Questions,
    Say,
)
from runofshow.core.errors import Refused, Trouble
from runofshow.core.plan import Kind, Plan
from runofshow.core.show import Show
from runofshow.core.times import MINUTE, SECOND, ZERO

Moment = Literal[
    "before", "normal", "warning", "danger", "over", "questions", "held", "between", "break",
    "message", "flash", "incident", "after",
]  # fmt: skip
"""Before the day; the phases of an item; its questions; the clock held; between two items; a break;
a message below, and on the whole screen; "one moment"; the day over."""
MOMENTS: Final[tuple[Moment, ...]] = get_args(Moment)
LONG: Final = 10 * MINUTE
"""An item at least so long shows every phase."""
AHEAD: Final = timedelta(minutes=24, seconds=12)


class _Taken(NamedTuple):
    """An item on air since its printed hour."""

    show: Show
    air: OnAir
    start: datetime

    @property
    def speech(self) -> datetime:
        """When its questions begin, else its end."""
        return (self.air.ends or self.air.expected_end) - (self.air.questions or ZERO)

    def calm(self) -> datetime:
        """Some way into it, no phase begun."""
        wanted = self.start + 0.4 * (self.speech - self.start)
        return max(self.start, min(wanted, self.speech - self.air.warning - SECOND))


def moments(plan: Plan, said: str) -> Iterator[tuple[Moment, Board]]:
    """The moments that the day has, in their order; `said` is the message of one of them."""
    for name in MOMENTS:
        made = moment(plan, name, said)
        if made is not None:
            yield name, made


def moment(plan: Plan, name: Moment, said: str) -> Board | None:
    """That moment of the day; None when it has none, or no item has an hour."""
    try:
        show = Show.of(plan)
        rows = [row for row in board(show, _midnight(plan)).slots if row.leaf and row.planned_start]
        return _at(show, rows, name, said)
    except Trouble:  # a day that is not run so: Refused, or without a start
        return None


def _midnight(plan: Plan) -> datetime:
    return datetime(plan.date.year, plan.date.month, plan.date.day, tzinfo=plan.zone)


def _at(show: Show, rows: list[Row], name: Moment, said: str) -> Board | None:
    if name == "before":
        first = rows[0].planned_start
        return None if first is None else board(show, first - AHEAD)
    taken = _take(show, rows, name)
    if taken is None:
        return None
    air, calm, speech = taken.air, taken.calm(), taken.speech
    seen: dict[str, datetime] = {
        "normal": calm,
        "break": calm,
        "warning": speech - air.warning + (air.warning - air.danger) / 3,
        "danger": speech - air.danger + air.danger / 3,
        "over": speech + timedelta(minutes=2, seconds=10),
    }
    if name in seen:
        return board(taken.show, seen[name])
    done: dict[str, tuple[Command, datetime, timedelta]] = {
        "questions": (Questions(), speech, 20 * SECOND),
        "held": (Hold(), calm, 40 * SECOND),
        "between": (End(), speech, MINUTE),
        "message": (Say(text=said), calm, ZERO),
        "flash": (Say(text=said, flash=True), calm, ZERO),
        "incident": (Incident(on=True), calm, ZERO),
        "after": (Finish(), speech, ZERO),
    }
    command, at, later = done[name]
    return board(apply(taken.show, command, at), at + later)


def _take(show: Show, rows: list[Row], name: Moment) -> _Taken | None:
    """An item that is right for the moment, on air; the first that will do."""
    for row in sorted(rows, key=_rank):
        if (row.kind is Kind.BREAK) != (name == "break") or row.slot.hidden:
            continue
        taken = _on_air(show, row)
        if taken is not None and _shows(name, taken.air):
            return taken
    return None


def _on_air(show: Show, row: Row) -> _Taken | None:
    """The item on air at its hour, if it can be."""
    if row.planned_start is None:
        return None
    try:
        on = apply(show, Go(slot=row.id), row.planned_start)
    except Refused:
        return None
    air = board(on, row.planned_start + SECOND).on_air
    return None if air is None else _Taken(on, air, row.planned_start)


def _shows(name: Moment, air: OnAir) -> bool:
    """Whether the moment is to be seen with that item."""
    asks = bool(air.questions)
    return asks if name == "questions" else not (asks and name == "over")


def _rank(row: Row) -> tuple[bool, bool]:
    """Long items with somebody to name come first."""
    return (row.duration or ZERO) < LONG, not row.speakers
