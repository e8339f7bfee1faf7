"""The four steps of the tour, each ended by the real gesture and by nothing else. No Qt."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final, NamedTuple

from runofshow.core.board import Board


class Seen(NamedTuple):
    """What of a board the tour looks at: items taken, time given to the one on air, a message."""

    taken: int
    given: timedelta
    message: str | None

    @classmethod
    def of(cls, board: Board) -> "Seen":
        """What there is to see of `board`."""
        taken = sum(row.leaf and row.status in ("done", "on_air") for row in board.slots)
        given = timedelta() if board.on_air is None else board.on_air.stretch
        return cls(taken, given, board.message.text if board.message else None)


class Step(NamedTuple):
    """A step: the action that ends it, and whether it has, from what was seen to what is."""

    action: str
    done: Callable[[Seen, Seen], bool]


STEPS: Final = (
    Step("go", lambda before, now: now.taken > before.taken),
    Step("plus_one", lambda before, now: now.given > before.given),
    Step("phrase_2", lambda before, now: now.message not in (None, before.message)),
    Step("recall", lambda before, now: now.taken < before.taken),
)


class Tour(NamedTuple):
    """Where somebody is in the tour: the number of the step, from 0, and what was seen then."""

    number: int = 0
    before: Seen | None = None

    @property
    def step(self) -> Step | None:
        """The step that is to be taken; None at the end."""
        return STEPS[self.number] if self.number < len(STEPS) else None

    def look(self, board: Board) -> "Tour":
        """The tour after `board`: a step on when its gesture was made.

        What else is done in between changes what a step begins from, and nothing more.
        """
        seen = Seen.of(board)
        if self.step is None or self.before is None:
            return self._replace(before=seen)
        if self.step.done(self.before, seen):
            return Tour(self.number + 1, seen)
        return self._replace(before=seen)
