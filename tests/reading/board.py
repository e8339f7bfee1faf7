"""The second reading: the board (contract §3)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.reading.day import Day
from tests.reading.panels import board_panel
from tests.reading.people import board_speakers, calls
from tests.reading.plan import ZERO, Slot, is_leaf, is_skipped, leaves_in, length_of, nodes
from tests.reading.promises import board_promises


def seconds(length: timedelta | None) -> float | None:
    """A length as contract §3 writes it."""
    return None if length is None else length.total_seconds()


def board_of(day: Day, now: datetime) -> dict[str, Any]:
    """Contract §3: only the keys in scope, instants as aware datetimes."""
    drift = day.drift(now)
    following, planned, expected = day.next(), day.planned(), day.expected(now)
    message = day.message
    if message is not None and message.until is not None and message.until <= now:
        message = None
    return {
        "now": now,
        "rev": day.rev,
        "state": day.state(),
        "on_air": board_on_air(day, now),
        "next": None
        if following is None
        else {
            "slot": following["id"],
            "planned_start": planned[following["id"]][0] if following["id"] in planned else None,
            "expected_start": expected[following["id"]][0],
        },
        "drift": seconds(drift),
        "drift_word": "on_time"
        if abs(drift) < timedelta(seconds=30)
        else "late"
        if drift > ZERO
        else "early",
        "day_drift": seconds(day.day_drift(now)),
        "planned_end": day.planned_day(),
        "expected_end": day.expected_day(now),
        "slots": [board_row(day, slot, above, now) for slot, above in nodes(day.plan["slots"])],
        "promises": board_promises(day, now),
        "calls": calls(day, now),
        "message": None
        if message is None
        else {
            "text": message.text,
            "to": message.to,
            "until": message.until,
            "flash": message.flash,
        },
        "blackout": day.blackout,
        "incident": day.incident,
        "undo": bool(day.undo),
        "redo": bool(day.redo),
        "recall": bool(day.acts),
    }


def board_on_air(day: Day, now: datetime) -> dict[str, Any] | None:
    """The leaf on air."""
    airing = day.on_air()
    if airing is None:
        return None
    leaf = day.leaf(airing.slot)
    warning, danger = day.warnings(leaf, airing.started)
    times = day.planned_of(leaf)
    return {
        "slot": leaf["id"],
        "started": airing.started,
        "ends": None if airing.held_since is not None else day.ends(airing),
        "remaining": seconds(day.remaining(airing, now)),
        "length": seconds(
            length_of(leaf["duration"]) + airing.stretch
            if leaf.get("end") is None
            else day.ends(airing) - airing.started
        ),
        "stretch": seconds(airing.stretch),
        "held": seconds(airing.held),
        "lost": seconds(airing.lost),
        "holding": airing.held_since is not None,
        "held_since": airing.held_since,
        "phase": day.phase(airing, now),
        "warning": seconds(warning),
        "danger": seconds(danger),
        "questions": seconds(length_of(leaf["questions"])) if leaf.get("questions") else None,
        "questions_open": airing.questions_open,
        "planned_start": times[0] if times else None,
        "planned_end": times[1] if times else None,
        "expected_end": day.expected_end(airing, now),
        **(board_panel(day, now) or {}),
    }


def board_row(day: Day, slot: Slot, above: tuple[Slot, ...], now: datetime) -> dict[str, Any]:
    """One slot of the board."""
    ids = [leaf["id"] for leaf in leaves_in(slot) if not is_skipped(day.plan, leaf["id"])]
    airings = [airing for airing in day.log.airings if airing.slot in ids]
    expected = [times for leaf_id, times in day.expected(now).items() if leaf_id in ids]
    planned = day.planned_of(slot)
    begins = expected[0][0] if expected else planned[0] if planned else None
    printed = (day.printed or {}).get(slot["id"])
    gap = day.gap(slot) if is_leaf(slot) else None
    status = status_of(day, slot)
    ended = [airing.ended for airing in airings if airing.ended is not None]
    return {
        "id": slot["id"],
        "level": len(above),
        "speakers": board_speakers(day, slot),
        "parent": above[-1]["id"] if above else None,
        "leaf": is_leaf(slot),
        "status": status,
        "duration": seconds(day.length(slot, begins)) if is_leaf(slot) and begins else None,
        "minimum": seconds(day.minimum(slot, begins)) if is_leaf(slot) and begins else None,
        "printed_start": printed.start if printed else None,
        "printed_end": printed.end if printed else None,
        "planned_start": planned[0] if planned else None,
        "planned_end": planned[1] if planned else None,
        "expected_start": min(start for start, _ in expected) if expected else None,
        "expected_end": max(end for _, end in expected) if expected else None,
        "announced": announced_of(day, slot, now),
        "started": min(airing.started for airing in airings) if airings else None,
        "ended": max(ended) if ended and status == "done" else None,
        "gap": seconds(gap) if gap is not None and gap > ZERO else None,
        "overlap": seconds(-gap) if gap is not None and gap < ZERO else None,
        "budget": seconds(day.budget(slot)) if not is_leaf(slot) else None,
        "due": status == "next" and is_leaf(slot) and day.due(now),
    }


def announced_of(day: Day, slot: Slot, now: datetime) -> datetime | None:
    """Rule 18: what is announced and not yet overtaken."""
    airing = day.on_air()
    if airing is not None and airing.slot == slot["id"]:
        announced = airing.announced_end
    elif slot["id"] in [leaf["id"] for leaf in day.to_come()]:
        announced = day.announced_starts.get(slot["id"])
    else:
        announced = None
    return announced if announced is not None and announced > now else None


def status_of(day: Day, slot: Slot) -> str:
    """skipped > on_air > next > done > to_come."""
    ids = [leaf["id"] for leaf in leaves_in(slot)]
    left = [each for each in ids if not is_skipped(day.plan, each)]
    airing, following = day.on_air(), day.next()
    if is_skipped(day.plan, slot["id"]) or (ids and not left):
        return "skipped"
    if airing is not None and airing.slot in ids:
        return "on_air"
    if following is not None and following["id"] in ids:
        return "next"
    return "done" if left and all(each in day.aired() for each in left) else "to_come"
