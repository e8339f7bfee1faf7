"""What of a board and of a plan a viewer's link may read: what the hall may know.

Rules:
- What is not named here is the régie's: telephone numbers, notes, the crew's columns, microphones,
  who has arrived, hard times and to whom they are promised, drift, problems, what can be undone.
- Who is absent is not announced.
- An item kept off public screens, and all that a hidden session holds, has no row, is never next,
  and on air shows its kind and its time alone.
- What is said to the crew is not for the hall.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final

from runofshow.core.board import Board
from runofshow.core.plan import Plan, Slot

Json = Mapping[str, Any]
_BOARD: Final = (
    "now", "rev", "title", "date", "timezone", "state", "planned_end", "expected_end", "blackout",
    "incident",
)  # fmt: skip
_SPEAKER: Final = ("name", "role", "organisation", "topic", "chair")
_ON_AIR: Final = (
    "kind", "started", "ends", "remaining", "length", "stretch", "holding", "held_since", "phase",
    "warning", "danger", "questions", "questions_open", "planned_start", "planned_end",
    "expected_end",
)  # fmt: skip
_NAMED: Final = ("slot", "cue", "title", "speakers", "floor", "shares")
"""What of an item on air tells which it is."""
_NEXT: Final = ("slot", "cue", "title", "speakers", "planned_start", "expected_start")
_ROW: Final = (
    "id", "cue", "kind", "title", "speakers", "level", "parent", "leaf", "status", "duration",
    "printed_start", "printed_end", "planned_start", "planned_end", "expected_start",
    "expected_end", "announced", "started", "ended", "room", "activities",
)  # fmt: skip
_ACTIVITY: Final = ("room", "title", "host")
_MESSAGE: Final = ("text", "to", "until", "flash")
_PLAN: Final = ("format", "title", "date", "timezone", "language", "venue")
_SLOT: Final = (
    "id", "cue", "kind", "title", "start", "duration", "end", "questions", "room", "colour", "skip",
)  # fmt: skip


def unseen(board: Board) -> frozenset[str]:
    """The slots of which the hall is told nothing: hidden, inside one that is, or left out.

    What was printed and is left out is told: visitors hold it in their hands.
    """
    found: set[str] = set()
    for row in board.slots:
        left_out = row.status == "skipped" and row.printed_start is None
        if row.hidden or left_out or row.parent in found:
            found.add(row.id)
    return frozenset(found)


def public_board(board: Json, unseen: Collection[str]) -> dict[str, Any]:
    """What the hall may know of a board, or of its anchors; `slots` may be a list or by id."""
    slots = board["slots"]
    rows = slots.values() if isinstance(slots, dict) else slots
    shown = [public_row(row) for row in rows if row["id"] not in unseen]
    seen = _only(board, _BOARD)
    message, on_air, following = board.get("message"), board.get("on_air"), board.get("next")
    if on_air is not None:
        seen["on_air"] = _on_air(on_air, hidden=on_air["slot"] in unseen)
    if following is not None and following["slot"] in unseen:
        following = next((_as_next(row) for row in rows if _comes(row, unseen)), None)
    if following is not None:
        seen["next"] = _with_people(_only(following, _NEXT), following)
    if (grid := board.get("grid")) is not None and grid["slot"] not in unseen:
        seen["grid"] = {**grid, "rounds": [each for each in grid["rounds"] if each not in unseen]}
    if message is not None and message["to"] != "crew":
        seen["message"] = _only(message, _MESSAGE)
    by_id = {row["id"]: row for row in shown}
    return seen | {"slots": by_id if isinstance(slots, dict) else shown}


def public_row(row: Json) -> dict[str, Any]:
    """What the hall may know of a row that it may see."""
    seen = _with_people(_only(row, _ROW), row)
    if row.get("activities"):
        seen["activities"] = [_only(each, _ACTIVITY) for each in row["activities"]]
    return seen


def _comes(row: Json, unseen: Collection[str]) -> bool:
    return (
        bool(row.get("leaf")) and row["status"] in ("next", "to_come") and row["id"] not in unseen
    )


def _as_next(row: Json) -> dict[str, Any]:
    return {**row, "slot": row["id"]}


def _on_air(on_air: Json, *, hidden: bool) -> dict[str, Any]:
    seen = _only(on_air, _ON_AIR)
    if hidden:
        return seen
    return seen | _with_people(_only(on_air, _NAMED), on_air)


def _with_people(seen: dict[str, Any], of: Json) -> dict[str, Any]:
    if "speakers" in of:
        there = (each for each in of["speakers"] if each.get("is") != "absent")
        seen["speakers"] = [_only(each, _SPEAKER) for each in there]
    return seen


def _only(of: Json, names: Collection[str]) -> dict[str, Any]:
    return {name: of[name] for name in names if name in of}


# --- the plan ----------------------------------------------------------------------------------


def public_plan(plan: Plan) -> dict[str, Any]:
    """What the hall may know of the plan, in the form of a schedule file."""
    seen = _only(plan.as_json(), _PLAN)
    return seen | {"slots": _slots(plan.slots)}


def _slots(slots: Collection[Slot]) -> list[dict[str, Any]]:
    return [_slot(slot) for slot in slots if not slot.hidden and not slot.skip]


def _slot(slot: Slot) -> dict[str, Any]:
    held = slot.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    seen = _with_people(_only(held, _SLOT), held)
    if held.get("activities"):
        seen["activities"] = [_only(each, _ACTIVITY) for each in held["activities"]]
    return seen if slot.slots is None else seen | {"slots": _slots(slot.slots)}
