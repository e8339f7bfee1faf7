"""Plans as JSON values, in the shape of contract.md §4: for scripts, remotes and tests."""

from datetime import datetime
from typing import Any

from runofshow.core import times
from runofshow.core.board_json import standing_json
from runofshow.core.catchup import plans
from runofshow.core.promises import Promise
from runofshow.core.show import Show


def plans_json(show: Show, now: datetime, promise: Promise) -> list[dict[str, Any]]:
    """The plans for a promise; lengths in seconds, `stretch` nought or negative."""
    zone = show.plan.zone
    return [
        {
            "plan": plan.plan,
            "cuts": [{"slot": slot, "by": by / times.SECOND} for slot, by in plan.cuts],
            "skips": list(plan.skips),
            "stretch": plan.stretch / times.SECOND,
            "promises": [standing_json(stands, zone) for stands in plan.promises],
            "tell": plan.tell,
            "short": plan.short / times.SECOND,
        }
        for plan in plans(show, now, promise)
    ]
