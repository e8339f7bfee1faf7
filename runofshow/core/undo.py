"""Undo and redo: two lanes of the plan's former values; the log is never touched (rule 35)."""

from dataclasses import replace

from runofshow.core.errors import Refused
from runofshow.core.show import Show, Step


def undone(show: Show) -> Show:
    """The show with the plan as before its last change."""
    if not show.undo:
        raise Refused("nothing_to_undo")
    step = show.undo[-1]
    redo = (*show.redo, Step(show.version, step.said, step.rev))
    return replace(show.with_version(step.version), undo=show.undo[:-1], redo=redo)


def redone(show: Show) -> Show:
    """The show with the plan as after the change last undone."""
    if not show.redo:
        raise Refused("nothing_to_redo")
    step = show.redo[-1]
    lane = (*show.undo, Step(show.version, step.said, step.rev))
    return replace(show.with_version(step.version), undo=lane, redo=show.redo[:-1])
