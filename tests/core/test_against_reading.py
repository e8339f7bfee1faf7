"""The core against the naive second reading of its rules (`tests.reading`), on random days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from tests.reading import Reading
from tests.strategies import Step, days, days_and_hands

TOP = ["rev", "state", "drift", "drift_word", "day_drift", "planned_end", "expected_end"]
ON_AIR = [
    *("slot", "started", "ends", "remaining", "length", "stretch", "held", "lost", "holding"),
    *("held_since", "phase", "warning", "danger", "questions", "questions_open"),
    *("planned_start", "planned_end", "expected_end"),
]
NEXT = ["slot", "planned_start", "expected_start"]
ROW = [
    *("id", "level", "parent", "leaf", "status", "planned_start", "planned_end"),
    *("expected_start", "expected_end", "started", "ended", "due", "budget"),
]
LEAF = [*ROW, "printed_start", "printed_end", "gap", "overlap"]
IF_EXPECTED = ["duration", "minimum", "announced"]  # of any other leaf they say nothing
WORDS = ["undo", "redo", "recall"]  # the reading only says whether there is one


def seen(value: Any) -> Any:
    """A number of either board as something that can be compared."""
    if isinstance(value, str) and len(value) > 18 and value[4] == "-" and value[10] == "T":
        return datetime.fromisoformat(value).astimezone(UTC)
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return value


def taken(part: Any, keys: list[str]) -> dict[str, Any] | None:
    """Some keys of a part of a board."""
    return None if part is None else {key: seen(part[key]) for key in keys}


def row_keys(row: dict[str, Any]) -> list[str]:
    """What is compared of a row."""
    if not row["leaf"]:
        return ROW
    return LEAF if row["expected_start"] is None else [*LEAF, *IF_EXPECTED]


def facts(shown: dict[str, Any]) -> dict[str, Any]:
    """What is compared of a board."""
    return {
        **{key: seen(shown[key]) for key in TOP},
        "on_air": taken(shown["on_air"], ON_AIR),
        "next": taken(shown["next"], NEXT),
        "slots": [taken(row, row_keys(row)) for row in shown["slots"]],
        "message": taken(shown["message"], ["text", "to", "until", "flash"]),
        **{key: bool(shown[key]) for key in (*WORDS, "blackout", "incident")},
    }


def assert_same(show: Show, reading: Reading, now: datetime) -> None:
    """Both boards say the same at that instant."""
    ours, theirs = facts(board(show, now).as_json("en")), facts(reading.board(now))
    assert ours == theirs


def step(show: Show, reading: Reading, command: dict[str, Any], now: datetime) -> Show:
    """Does a command on both sides; both take it or both refuse it."""
    answer, why = reading.do(command, now), ""
    try:
        after = apply(show, command_of(command), now)
    except Refused as refused:
        after, why = show, str(refused)
    assert bool(why) is not answer["ok"], f"{command}: core {why!r}, reading {answer}"
    assert why or after.rev == answer["rev"]
    return after


@given(days())
def test_a_day_before_it_begins(schedule: dict[str, Any]) -> None:
    show, reading = Show.of(Plan.model_validate(schedule)), Reading(schedule)
    for minutes in (-24 * 60, 0, 7):
        now = (reading.day.planned_day() or datetime.now(UTC)) + timedelta(minutes=minutes)
        assert_same(show, reading, now)


@settings(max_examples=3 * settings().max_examples)
@given(days_and_hands())
def test_a_day_under_random_hands(day: tuple[dict[str, Any], list[Step]]) -> None:
    schedule, hand = day
    show, reading = Show.of(Plan.model_validate(schedule)), Reading(schedule)
    for now, command in hand:
        show = step(show, reading, command, now)
        assert_same(show, reading, now)
        assert_same(show, reading, now + timedelta(seconds=217))
