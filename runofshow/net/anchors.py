"""Anchors: the board as values that stay true while the clock runs (network.md §1).

A board at an instant and one a microsecond later tell how each of its values moves; what moves is
written so that whoever knows the time can count by itself:

- an instant that comes no nearer, because what it waits for runs over, is `{"in": seconds}`: so
  long from now, whenever now is;
- a length that counts down is `{"to": instant}`, one that counts up is `{"from": instant}`;
- all else is as contract.md §3 has it; a value that does not exist, is false or is empty is left
  out.

So two boards between which nothing happened have equal anchors, whatever the time. What only words
can say is said in both languages: `{"fr": …, "en": …}`. What may come of the day (chances, the
forecast) and the plan's problems are not among them: `GET /v1/board` tells them.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from runofshow.core.board import Board
from runofshow.core.board_json import day_json, row_json
from runofshow.core.grid import foremost, grid
from runofshow.core.rows import Row
from runofshow.core.sentences import Sentence

Json = Mapping[str, Any]
INSTANT: Final = timedelta(microseconds=1)
"""How much later the second board is."""
_MOVED: Final = INSTANT.total_seconds()
_CLOSE: Final = _MOVED / 10
"""Seconds that a float may be off."""
_EMPTY: Final[tuple[object, ...]] = ([], {}, "")
_MOVING: Final = Row._fields.index("expected_start")
"""Where the two fields of a row stand that slide when the day runs over."""


class _Known(NamedTuple):
    """A row, its anchors, and what they follow from; the next board's row may be told by them."""

    row: Row
    still: bool
    mark: object
    json: Json


class Anchoring:
    """Makes anchors of boards, and keeps the very same ones for rows of which nothing moved."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def anchors(self, board: Board, later: Board) -> dict[str, Any]:
        """The anchors of `board`, where `later` is the board INSTANT after it.

        As in contract.md §3, but that `slots` are by their id, in document order; `grid` says which
        slot is the one that matters among those of rooms and rounds, and which are its rounds.
        """
        now = board.now
        day: dict[str, Any] = _anchored(day_json(board), day_json(later), now)
        del day["now"], day["rev"]
        for name in ("undo", "redo"):
            said: Sentence | None = getattr(board, name)
            if said is not None:
                day[name] = _told(said)
        if board.recall is not None:
            day["recall"] = _told(board.recall.said)
        return day | _grid(board) | {"slots": self._rows(board, later)}

    def _rows(self, board: Board, later: Board) -> dict[str, Json]:
        known, self._known = self._known, {}
        for row, then in zip(board.slots, later.slots, strict=True):
            former, still = known.get(row.id), row is then
            if former is None or not (still and former.still and former.row is row):
                former = _row(row, then, board, former)
            self._known[row.id] = former
        return {slot: each.json for slot, each in self._known.items()}


def _row(row: Row, then: Row, board: Board, former: _Known | None) -> _Known:
    """The anchors of a row, the former ones when they still say the same."""
    mark = _mark(row, then, board.now)
    if former is not None and mark is not None and former.mark == mark:
        return former._replace(row=row, still=row is then)
    json = _anchored(row_json(row, board.zone), row_json(then, board.zone), board.now)
    same = former is not None and former.json == json
    return _Known(row, row is then, mark, former.json if former is not None and same else json)


def _mark(row: Row, then: Row, now: datetime) -> object:
    """What tells a row from another, its sliding times as they lie from now; None for elastic ones.

    Their lengths slide too, and are compared once written.
    """
    if row.elastic:
        return None
    starts = _lying(row.expected_start, then.expected_start, now)
    ends = _lying(row.expected_end, then.expected_end, now)
    return (*row[:_MOVING], starts, ends, *row[_MOVING + 2 :])


def _lying(
    at: datetime | None, then: datetime | None, now: datetime
) -> datetime | timedelta | None:
    """Where an instant lies: from now, when it slides."""
    return at if at is None or at == then else at - now


def _grid(board: Board) -> dict[str, Json]:
    slot = foremost(board)
    if slot is None:
        return {}
    return {"grid": {"slot": slot, "rounds": [each.slot for each in grid(board, slot).rounds]}}


def _told(said: Sentence) -> dict[str, str]:
    return {language: said.text(language) for language in ("fr", "en")}


def _anchored(value: Any, then: Any, now: datetime) -> Any:
    """The anchor of a JSON value that is `then` an INSTANT later."""
    match value:
        case dict():
            return {
                name: _anchored(part, then[name] if _has(then, name) else part, now)
                for name, part in value.items()
                if part is not None and part is not False and part not in _EMPTY
            }
        case list() if isinstance(then, list) and len(then) == len(value):
            return [_anchored(*each, now) for each in zip(value, then, strict=True)]
        case float() if isinstance(then, float) and value != then:
            return _length(value, then, now)
        case str() if value != then:
            return _instant(value, then, now)
        case _:
            return value


def _has(then: Any, name: str) -> bool:
    """Whether the later value has that part too: a kink may lie between the two."""
    return isinstance(then, dict) and name in then


def _length(value: float, then: float, now: datetime) -> Any:
    moved = then - value
    if abs(moved - _MOVED) < _CLOSE:
        return {"from": _iso(now - timedelta(seconds=value))}
    if abs(moved + _MOVED) < _CLOSE:
        return {"to": _iso(now + timedelta(seconds=value))}
    return value


def _instant(value: str, then: Any, now: datetime) -> Any:
    try:
        at, at_then = datetime.fromisoformat(value), datetime.fromisoformat(then)
        slides = at_then - at == INSTANT
    except (ValueError, TypeError):
        return value
    return {"in": (at - now).total_seconds()} if slides else value


def _iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
