"""What is compared of the core's board and of the naive reading's (`tests.reading`)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from runofshow.core.board import board
from runofshow.core.show import Show
from tests.reading import Reading

TOP = ["rev", "state", "drift", "drift_word", "day_drift", "planned_end", "expected_end"]
ON_AIR = [
    *("slot", "started", "ends", "remaining", "length", "stretch", "held", "lost", "holding"),
    *("held_since", "phase", "warning", "danger", "questions", "questions_open"),
    *("planned_start", "planned_end", "expected_end"),
]
PANEL = ["speaker", "since", "spoken", "share", "left"]
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


PERSON = ["name", "is", "mic", "arrived", "called"]
PROMISE = ["slot", "of", "due", "expected", "late", "kept", "tolerance", "last_call", "lost"]


def of_promise(promise: dict[str, Any]) -> dict[str, Any]:
    """What is compared of a promise on a board."""
    told = promise["told"]
    hours = tuple(told.values()) if isinstance(told, dict) else told
    return {
        **{key: seen(promise[key]) for key in PROMISE},
        "told": None if hours is None else tuple(seen(hour) for hour in hours),
    }


def of_panel(on_air: dict[str, Any] | None) -> dict[str, Any] | None:
    """What is compared of a panel on air; thirds of a second may differ in their last digits."""
    if on_air is None:
        return None
    floor = on_air["floor"]
    return {
        "floor": None if floor is None else _rounded(floor, PANEL),
        "shares": [_rounded(part, ["speaker", "share", "spoken"]) for part in on_air["shares"]],
    }


def _rounded(part: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    kept = {key: seen(part[key]) for key in keys}
    return {key: round(each, 3) if isinstance(each, float) else each for key, each in kept.items()}


def of_speakers(row: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Who is there, of a row of either board."""
    return [
        tuple(map(seen, each if isinstance(each, tuple) else [each[key] for key in PERSON]))
        for each in row["speakers"]
    ]


def facts(shown: dict[str, Any]) -> dict[str, Any]:
    """What is compared of a board."""
    return {
        **{key: seen(shown[key]) for key in TOP},
        "on_air": taken(shown["on_air"], ON_AIR),
        "panel": of_panel(shown["on_air"]),
        "speakers": [of_speakers(row) for row in shown["slots"]],
        "next": taken(shown["next"], NEXT),
        "slots": [taken(row, row_keys(row)) for row in shown["slots"]],
        "calls": [taken(call, ["slot", "at", "start", "awaited"]) for call in shown["calls"]],
        "promises": [of_promise(promise) for promise in shown["promises"]],
        "message": taken(shown["message"], ["text", "to", "until", "flash"]),
        **{key: bool(shown[key]) for key in (*WORDS, "blackout", "incident")},
    }


def assert_same(show: Show, reading: Reading, now: datetime) -> None:
    """Both boards say the same at that instant."""
    ours, theirs = facts(board(show, now).as_json("en")), facts(reading.board(now))
    assert ours == theirs
