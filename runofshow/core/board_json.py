"""The board as JSON values: the shape of contract.md §3, for scripts, remotes and tests."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.log import Presence
from runofshow.core.panel import present
from runofshow.core.people import Call
from runofshow.core.plan import Kind, Speaker
from runofshow.core.promises import Standing
from runofshow.core.rows import Row

if TYPE_CHECKING:
    from runofshow.core.board import Board, BoardPromise, Next, OnAir


def board_json(board: "Board", language: str = "en") -> dict[str, Any]:
    """The board: ISO instants in the plan's zone, lengths in seconds, sentences in `language`."""
    return {
        **day_json(board),
        "slots": [row_json(row, board.zone) for row in board.slots],
        "promises": [
            _promise_json(promise, board.zone)
            | {"chance": board.outlook.chances.get(promise.standing.promise)}
            for promise in board.promises
        ],
        "forecast": (_json(board.outlook.day_end, board.zone) if board.outlook.day_end else None),
        "undo": board.undo.text(language) if board.undo else None,
        "redo": board.redo.text(language) if board.redo else None,
        "recall": board.recall.said.text(language) if board.recall else None,
        "problems": [
            {
                "code": problem.code,
                "slot": problem.slot,
                "text": problem.said.text(language),
                "level": problem.level,
            }
            for problem in board.problems
        ],
    }


def day_json(board: "Board") -> dict[str, Any]:
    """The board without its rows, its sentences, and what may come of the day: quickly made."""
    return {
        "now": _iso(board.now, board.zone),
        "rev": board.rev,
        "title": board.title,
        "date": board.date.isoformat(),
        "timezone": board.zone.key,
        "state": board.state,
        "on_air": _on_air_json(board.on_air, board.zone) if board.on_air else None,
        "next": (_next_json(board.next, board.zone) if board.next else None),
        "drift": board.drift / times.SECOND,
        "drift_word": board.drift_word,
        "day_drift": board.day_drift / times.SECOND,
        "planned_end": _iso(board.planned_end, board.zone),
        "expected_end": _iso(board.expected_end, board.zone),
        "departments": list(board.departments),
        "promises": [_promise_json(promise, board.zone) for promise in board.promises],
        "calls": [_call_json(call, board.zone) for call in board.calls],
        "message": (
            _json(board.message, board.zone, without=("passing",)) if board.message else None
        ),
        "blackout": board.blackout,
        "incident": board.incident,
    }


def _iso(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return moment.astimezone(zone).isoformat() if moment is not None else None


_NOT_IN_JSON = (
    "elastic",
    "hidden",
    "own_start",
    "promised_to",
    "speakers",
    "known",
    "parts",
    "slot",
)
"""Facts of a row that the windows need and contract.md §3 does not name."""


def _promise_json(promise: "BoardPromise", zone: ZoneInfo) -> dict[str, Any]:
    stands = promise.standing
    to, told = stands.promised_to, stands.told
    return {
        **standing_json(stands, zone),
        "promised_to": to.model_dump(mode="json") if to else None,
        "tolerance": stands.tolerance / times.SECOND,
        "told": {"at": _iso(told[0], zone), "time": _iso(told[1], zone)} if told else None,
        "last_call": _iso(promise.last_call, zone),
        "lost": promise.lost,
    }


def standing_json(stands: Standing, zone: ZoneInfo) -> dict[str, Any]:
    """How a promise stands, as JSON values."""
    return {
        "slot": stands.promise.slot,
        "of": stands.promise.of,
        "due": _iso(stands.due, zone),
        "expected": _iso(stands.expected, zone),
        "late": None if stands.late is None else stands.late / times.SECOND,
        "kept": stands.kept,
    }


def _on_air_json(on_air: "OnAir", zone: ZoneInfo) -> dict[str, Any]:
    without = ("elastic", "speakers", "presence", "spoken", "floor", "shares")
    floor = on_air.floor
    return _json(on_air, zone, without) | {
        "speakers": _speakers_json(on_air.speakers, on_air.presence, zone),
        "floor": floor and _values(floor._asdict(), zone, without=("number", "phase")),
        "shares": [
            _values(share._asdict(), zone, without=("number", "left", "phase"))
            for share in on_air.shares
        ],
    }


def _next_json(following: "Next", zone: ZoneInfo) -> dict[str, Any]:
    values = _json(following, zone, without=("kind", "departments", "speakers", "presence"))
    speakers = _speakers_json(following.speakers, following.presence, zone)
    return values | {"speakers": speakers}


def row_json(row: Row, zone: ZoneInfo) -> dict[str, Any]:
    """A row as contract.md §3 has it."""
    speakers = _speakers_json(row.speakers, present(row.speakers, row.known), zone)
    return _values(row._asdict(), zone, without=_NOT_IN_JSON) | {"speakers": speakers}


def _speakers_json(
    speakers: Sequence[Speaker], presence: Sequence[Presence], zone: ZoneInfo
) -> list[dict[str, Any]]:
    """The speakers as the plan has them, with what the day knows: the microphone worn, `is` …"""
    return [
        speaker.model_dump(mode="json") | _presence_json(there, zone)
        for speaker, there in zip(speakers, presence, strict=True)
    ]


def _presence_json(there: Presence, zone: ZoneInfo) -> dict[str, Any]:
    values = _values(there._asdict(), zone, without=("state",))
    return values | {"is": there.state}


def _call_json(call: Call, zone: ZoneInfo) -> dict[str, Any]:
    awaited = [each._asdict() for each in call.awaited]
    return _values(call._asdict(), zone, without=("awaited",)) | {"awaited": awaited}


def _json(value: Any, zone: ZoneInfo, without: Sequence[str] = ()) -> dict[str, Any]:
    names = value.__dataclass_fields__ if not hasattr(value, "_fields") else value._fields
    return _values({name: getattr(value, name) for name in names}, zone, without)


def _values(values: dict[str, Any], zone: ZoneInfo, without: Sequence[str] = ()) -> dict[str, Any]:
    return {
        name: _value(name, value, zone) for name, value in values.items() if name not in without
    }


def _value(name: str, value: Any, zone: ZoneInfo) -> Any:
    match value:
        case datetime():
            return _iso(value, zone)
        case timedelta():
            return value / times.SECOND
        case Kind():
            return value.value
        case tuple() if name == "departments":
            return dict(value)
        case tuple():
            return [
                part if isinstance(part, str) else part.model_dump(mode="json") for part in value
            ]
        case _:
            return value
