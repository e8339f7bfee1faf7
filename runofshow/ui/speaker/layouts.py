"""The layouts by their names: how each sees a board, and how it lays out what it saw.

A layout is loaded when it is first wanted: most machines show one of them.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple, assert_never

from runofshow.core.board import Board, unmoved
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.look import Layout, Look
from runofshow.ui.speaker.sheet import Sheet
from runofshow.ui.texts.stage import StageWords


class Arrangement(NamedTuple):
    """A layout: `see` is pure and leaves parts out, `draw` lays out any shape."""

    see: Callable[[Board, StageWords, frozenset[str]], Face]
    draw: Callable[[Sheet, Face], None]


@lru_cache(maxsize=8)
def arrangement(layout: Layout) -> Arrangement:
    """The layout of that name."""
    match layout:
        case "timer":
            from runofshow.ui.speaker import timer

            return Arrangement(timer.see, timer.draw)
        case "rundown":
            from runofshow.ui.speaker import rundown

            return Arrangement(rundown.see, rundown.draw)
        case "clock":
            from runofshow.ui.speaker import clock

            return Arrangement(clock.see, clock.draw)
        case "next":
            from runofshow.ui.speaker import next_up

            return Arrangement(next_up.see, next_up.draw)
        case "programme":
            from runofshow.ui.speaker import programme

            return Arrangement(programme.see, programme.draw)
        case "workshops":
            from runofshow.ui.speaker import workshops

            return Arrangement(workshops.see, workshops.draw)
        case "grid":
            from runofshow.ui.speaker import grid

            return Arrangement(grid.see, grid.draw)
        case "third":
            from runofshow.ui.speaker import third

            return Arrangement(third.see, third.draw)
        case _:
            assert_never(layout)


COUNTING: Final[frozenset[Layout]] = frozenset({"timer", "rundown", "third"})
"""The layouts that count nothing but the time left, and show no second of the clock."""


def alike(before: Board, after: Board, look: Look) -> bool:
    """Whether an output of that look surely shows the same of both; False says nothing."""
    return look.layout in COUNTING and unmoved(before, after)


def seen(board: Board, words: StageWords, look: Look) -> Face:
    """What an output of that look shows of `board` in the language of `words`."""
    if look.layout == "workshops" and look.room:
        from runofshow.ui.speaker import workshops

        return workshops.see(board, words, look.without, look.room)
    return arrangement(look.layout).see(board, words, look.without)
