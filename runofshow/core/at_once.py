"""A plan moved so that its day begins now: all its hours go with it, and so does its hard end."""

from datetime import datetime
from typing import Any

from runofshow.core import times
from runofshow.core.outline import Outline
from runofshow.core.plan import Plan, Slot
from runofshow.core.planned import Reference
from runofshow.core.times import Civil


def begun_at_once(plan: Plan, wall: datetime) -> Plan:
    """The plan on the date of `wall`, its hours moved to begin at the next full minute after it."""
    plan = plan.model_copy(update={"date": wall.date()})
    spans = Reference(Outline(plan)).leaf_spans
    if not spans:
        return plan
    first = times.civil_at(min(span.start for span in spans.values()), plan.date, plan.zone)
    by = _minutes_ahead(plan, wall) - (first.hour * 60 + first.minute)
    moved: dict[str, Any] = {"slots": tuple(_moved(slot, by) for slot in plan.slots)}
    if plan.end_by is not None:
        moved["end_by"] = _later(plan.end_by, by)
    return plan.model_copy(update=moved)


def _minutes_ahead(plan: Plan, wall: datetime) -> int:
    """The next full minute after `wall`, counted from midnight of the plan's date.

    Of an hour that DST repeats only the first can be written (rule 1): in the second, the minute
    is the first one after it.
    """
    minute = wall.hour * 60 + wall.minute + 1
    while times.instant(plan.date, Civil(*divmod(minute, 60)), plan.zone) <= wall:
        minute += 1
    return minute


def _moved(slot: Slot, by: int) -> Slot:
    changes: dict[str, Any] = {}
    for name in ("start", "end"):
        civil = getattr(slot, name)
        if civil is not None:
            changes[name] = _later(civil, by)
    if slot.slots:
        changes["slots"] = tuple(_moved(child, by) for child in slot.slots)
    return slot.model_copy(update=changes) if changes else slot


def _later(civil: Civil, minutes: int) -> Civil:
    moved = max(0, civil.hour * 60 + civil.minute + minutes)
    if moved >= times.LAST_HOUR * 60:
        return Civil(times.LAST_HOUR)
    return Civil(*divmod(moved, 60), civil.second)
