"""What must be flat, of what the probe wrote down."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

Look = dict[str, Any]
WARM: Final = 0.25
"""The share of the time in which everything has been opened once."""
ROW: Final = 12_000
"""Bytes that a command may keep: its row, its line in the report, its step of undo."""
ROW_OBJECTS: Final = 60
"""Python objects that it may keep."""
FLAT: Final = {"handles": 8, "widgets": 30, "qt": 60, "wrapped": 400, "tasks": 6, "remembered": 50}
"""How much each may be more at the end than after the warm-up.

Viewers come and go; a card that is made when it is first needed has some twenty widgets.
"""


class Growth(NamedTuple):
    """A figure after the warm-up and at the end, the least of several looks each."""

    name: str
    before: float
    after: float
    allowed: float

    @property
    def kept(self) -> bool:
        """Whether it grew by no more than it may."""
        return self.after - self.before <= self.allowed

    def __str__(self) -> str:
        mark = "" if self.kept else "   TOO MUCH"
        return (
            f"{self.name:<10} {self.before:>14,.0f} → {self.after:>14,.0f}"
            f"   (may grow by {self.allowed:,.0f}){mark}"
        )


def looks(file: Path) -> list[Look]:
    """All that was written down so far."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def growths(seen: Sequence[Look], commands: int) -> list[Growth]:
    """How each figure grew from the end of the warm-up on; so many commands were taken."""
    warm = round(len(seen) * WARM)
    early, late = seen[warm : warm + 6], seen[-6:]
    allowed = {
        "rss": 4_000_000 + ROW * commands,
        "objects": 3_000 + ROW_OBJECTS * commands,
        **FLAT,
        "none": 3_000 + 200 * commands,
        "true": 500 + 20 * commands,
    }
    return [
        Growth(name, min(look[name] for look in early), min(look[name] for look in late), most)
        for name, most in allowed.items()
    ]


def grown(seen: Sequence[Look]) -> str:
    """The kinds of objects of which there are more at the end, the most first."""
    warm = round(len(seen) * WARM)
    before, after = dict(seen[warm]["kinds"]), dict(seen[-1]["kinds"])
    more = {kind: after[kind] - before.get(kind, 0) for kind in after if kind in before}
    order = sorted(more.items(), key=lambda each: -each[1])[:12]
    return ", ".join(f"{kind} +{count}" for kind, count in order if count > 0)
