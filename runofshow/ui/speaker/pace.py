"""How fast the stage may change: no hand can make it flash (WCAG 2.3.1). Pure: it knows no Qt.

- What time does is shown at once: a digit, the clock, the bar, each at most once in `STEP`.
- Anything else is a jump: no two are shown within `JUMP` of each other, the last one wins.

So no point of the screen changes more than six times within a second: three flashes at the most,
whoever hammers whatever key.
"""

from collections.abc import Callable
from time import monotonic
from typing import Final, NamedTuple

JUMP: Final = 0.25
"""Seconds from one jump to the next, at the least."""
STEP: Final = 0.75
"""Seconds from one step of a part to its next, at the least: time steps once a second."""
STEPPING: Final = frozenset({"digits", "bar", "clock", "then", "floor", "message"})
"""The parts of a face that change by themselves, second by second."""


class Pace:
    """Says when what is wanted may take the place of what is shown; `now` tells seconds."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self.now = now
        self._jumped = float("-inf")
        self._stepped: dict[str, float] = {}

    def wait(self, before: NamedTuple, after: NamedTuple, redressed: bool = False) -> float:
        """The seconds until `after` may be shown for `before`; nought: now.

        `redressed`: in other colours, or another way round.
        """
        if not redressed and self._steps(_differing(before, after)):
            return 0.0
        return max(0.0, self._jumped + JUMP - self.now())

    def shown(self, before: NamedTuple, after: NamedTuple, redressed: bool = False) -> None:
        """Know that `after` is shown for `before` from now on."""
        parts, now = _differing(before, after), self.now()
        if not redressed and self._steps(parts):
            self._stepped |= dict.fromkeys(parts, now)
        else:
            self._jumped = now

    def _steps(self, parts: frozenset[str]) -> bool:
        since = self.now() - STEP
        never = float("-inf")
        return parts <= STEPPING and all(self._stepped.get(part, never) <= since for part in parts)


def _differing(before: NamedTuple, after: NamedTuple) -> frozenset[str]:
    """The names of the parts that differ; all of them when the two are not of one kind."""
    if type(before) is not type(after):
        return frozenset(after._fields)
    pairs = zip(after._fields, before, after, strict=True)
    return frozenset(name for name, was, is_ in pairs if was != is_)
