"""A plan row by row, as every export writes it: the slots with their planned times."""

from datetime import datetime
from typing import NamedTuple

from runofshow.core.plan import Plan, Slot
from runofshow.core.show import Show
from runofshow.core.times import LAST_HOUR, Civil, civil_at


class Row(NamedTuple):
    """A slot in document order. `start` and `end` are planned, None of what has no time (skipped).

    `automatic` is the cue it would have without one of its own. `level` counts the sessions it
    stands in, `parent` is the innermost; `left_out` says that it or a session above it is skipped.
    """

    slot: Slot
    cue: str
    automatic: str = ""
    level: int = 0
    parent: str | None = None
    left_out: bool = False
    start: datetime | None = None
    end: datetime | None = None


def rows(plan: Plan) -> list[Row]:
    """The slots of the plan as planned; raises Unreadable of one without any start."""
    show = Show.of(plan)
    reference, found = show.reference, []
    for node in show.outline.nodes:
        span = None if node.skipped else reference.span(node)
        prefix = f"{show.outline.cues[node.parent]}." if node.parent is not None else ""
        found.append(
            Row(
                node.slot,
                reference.cue(node.slot),
                f"{prefix}{node.number + 1}",
                len(node.above),
                node.parent,
                node.skipped,
                span.start if span else None,
                span.end if span else None,
            )
        )
    return found


def civil(moment: datetime | None, plan: Plan) -> Civil | None:
    """What the clock of the hall shows at that moment, counted from the plan's date.

    None too for a moment that no plan can name: what is written must be read again.
    """
    if moment is None:
        return None
    shown = civil_at(moment, plan.date, plan.zone)
    return shown if Civil(0) <= shown <= Civil(LAST_HOUR) else None
