"""A look: what the adapter is told of the show, and what it keeps beside it."""

from typing import Any, NamedTuple

from runofshow.core.board import Board
from runofshow.core.plan import Plan
from runofshow.formats.plan_ontime import Rundown, rundown
from runofshow.net.companion.counters import Counter


class Look(NamedTuple):
    """The show as it stands: its board and its plan."""

    board: Board
    plan: Plan

    @property
    def live(self) -> str | None:
        """The slot on air."""
        return None if self.board.on_air is None else self.board.on_air.slot


class Choice(NamedTuple):
    """What a `load` chose, and what was on air then: another on air, and it is chosen no more."""

    slot: str
    over: str | None


class Kept(NamedTuple):
    """What the adapter keeps beside the show: it is nobody else's.

    `text` and `flash` are those of the message that is to be shown when it is made visible; None:
    the one that was said last.
    """

    choice: Choice | None = None
    text: str | None = None
    flash: bool = False
    counters: tuple[Counter, ...] = (Counter(), Counter(), Counter())

    def chosen(self, look: Look) -> str | None:
        """What the next `start` takes, when a `load` chose it and it can still be taken."""
        if self.choice is None or self.choice.over != look.live:
            return None
        row = look.board.slots.of(self.choice.slot)
        comes = row is not None and row.status in ("next", "to_come")
        return self.choice.slot if comes else None


class Listed(NamedTuple):
    """The rundown as the module fetches it; `revision` is the show's when it last changed."""

    plan: Plan
    rev: int
    cues: tuple[str, ...]
    rundown: Rundown
    revision: int

    @property
    def values(self) -> dict[str, Any]:
        """What `/data/rundowns/current` answers."""
        return {**self.rundown.values, "revision": self.revision}

    @property
    def leaves(self) -> tuple[str, ...]:
        """The items in order, sessions left out: the module counts them from 1."""
        entries = self.rundown.entries
        return tuple(id_ for id_, entry in entries.items() if entry["type"] == "event")


def listed(look: Look, former: Listed | None, language: str) -> Listed:
    """The rundown of a look; the former one when nothing of it changed."""
    if former is not None and former.rev == look.board.rev:
        return former
    cues = tuple(row.cue for row in look.board.slots)
    if former is not None and former.plan is look.plan and former.cues == cues:
        return former._replace(rev=look.board.rev)
    made = rundown(look.plan, language)
    for row in look.board.slots:
        if row.leaf:
            made.entries[row.id]["cue"] = row.cue  # the printed one, once there is one
    if former is not None and former.rundown == made:
        return former._replace(plan=look.plan, rev=look.board.rev, cues=cues)
    return Listed(look.plan, look.board.rev, cues, made, look.board.rev)
