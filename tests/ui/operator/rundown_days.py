"""Days for the tests of the rundown and of the timeline: the seed's day, and small ones by hand."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import command_of
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.core.times import Civil, instant
from runofshow.places import schedule

DAY = date(2016, 1, 19)
PARIS = ZoneInfo("Europe/Paris")
GO = {"do": "go"}

Step = tuple[datetime, dict[str, Any]]


def at(clock: str) -> datetime:
    """The instant of a time on the wall of the seed's day: "9:20", "10:37:22", "25:30"."""
    return instant(DAY, Civil(*map(int, clock.split(":"))), PARIS).astimezone(UTC)


def seed() -> dict[str, Any]:
    """The schedule of the seed's day."""
    data: dict[str, Any] = json.loads(schedule("pionniers.json").read_text("utf-8"))
    return data


def plan_of(*slots: dict[str, Any]) -> dict[str, Any]:
    """A schedule of these slots; one without length lasts ten minutes."""
    return {"date": "2016-01-19", "timezone": "Europe/Paris", "slots": [*map(_whole, slots)]}


def _whole(slot: dict[str, Any]) -> dict[str, Any]:
    if "slots" in slot:
        return slot | {"slots": [*map(_whole, slot["slots"])]}
    return slot if "end" in slot else {"duration": "10m"} | slot


def nested() -> dict[str, Any]:
    """Sessions in a session, and an empty one: a, S(s1, T(t1), s2), E(), z."""
    return plan_of(
        {"id": "a", "start": "9:00"},
        {"id": "S", "slots": [{"id": "s1"}, {"id": "T", "slots": [{"id": "t1"}]}, {"id": "s2"}]},
        {"id": "E", "slots": []},
        {"id": "z", "start": "12:00"},
    )


def show_of(plan: dict[str, Any], steps: Iterable[Step] = ()) -> Show:
    """The show of a schedule after some commands, each at its time."""
    show = Show.of(Plan.model_validate(plan))
    for when, command in steps:
        show = apply(show, command_of(command), when)
    return show


def board_of(plan: dict[str, Any], now: str, *steps: tuple[str, dict[str, Any]]) -> Board:
    """The board of a schedule at `now` after some commands at times on the wall."""
    return board(show_of(plan, [(at(when), command) for when, command in steps]), at(now))


LATE = (("9:02", GO), ("9:22", GO), ("9:32", GO))
"""The welcome two minutes late, the film seven, the panel twelve."""


def late(now: str = "10:37:22") -> Board:
    """The mock-up's moment: the panel on air, twelve minutes late."""
    return board_of(seed(), now, *LATE)


def calm(now: str = "9:16") -> Board:
    """The film on air, on time."""
    return board_of(seed(), now, ("9:00", GO), ("9:15", GO))


def said(now: str = "10:43:01") -> tuple[Board, Board]:
    """A day that runs over, every hour sliding, and a moment later, when a message was said."""
    show, when = show_of(seed(), [(at(hour), command) for hour, command in LATE]), at(now)
    after = when + timedelta(milliseconds=300)
    message = command_of({"do": "say", "text": "2 MIN"})
    return board(show, when), board(apply(show, message, after), after)
