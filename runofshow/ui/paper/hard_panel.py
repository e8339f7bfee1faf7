"""The hard times of a day in a frame: what is promised, to whom, with what number to ring."""

from collections.abc import Iterator, Sequence
from typing import Final

from runofshow.core.paper import Hard
from runofshow.ui.paper.flow import Block
from runofshow.ui.paper.letters import width_of
from runofshow.ui.paper.marks import DARK, Box, Diamond, Mark, Text
from runofshow.ui.paper.regie_letters import BAND_HOUR, CELL, HEAD, KIND
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import shortened

ONE_COLUMN: Final = 3
"""So many stand one below the other; more in two columns."""
PAD: Final = 8.0
APART: Final = 14.0
LINE: Final = 15.0


def hard_panel(hards: Sequence[Hard], say: Saying, wide: float) -> Block:
    """The frame, as wide as it may be."""
    many = len(hards) > ONE_COLUMN
    column = (wide - 2 * PAD - (APART if many else 0)) / (2 if many else 1)
    lines = (len(hards) + 1) // 2 if many else len(hards)
    marks: list[Mark] = []
    for number, hard in enumerate(hards):
        across, down = divmod(number, lines)
        x, y = PAD + across * (column + APART), 27 + LINE * down
        marks += _line(hard, say, (x, y), column)
    tall = 20 + LINE * lines
    caption = Text(PAD, 12.5, say.words.hard_times, HEAD, DARK)
    return Block(tall, (Box(0, 0, wide, tall, width=0.8), caption, *marks))


def _line(hard: Hard, say: Saying, at: tuple[float, float], wide: float) -> Iterator[Mark]:
    """An hour promised: what, to whom, with what number, and how it stands."""
    x, y = at
    yield Diamond(x + 4, y - 3.6, 4)
    clock = "–" if hard.due is None else say.clock(hard.due)
    yield Text(x + 13, y, clock, BAND_HOUR)
    tail = " · ".join(_facts(hard, say))
    far = x + 13 + 46
    room = wide - 13 - 46 - (width_of(tail, KIND) + 10 if tail else 0)
    named = " ".join(part for part in (hard.cue, say.hard_title(hard)) if part)
    title = shortened(named, CELL, max(room, 60))
    yield Text(far, y, title, CELL)
    if tail:
        left = far + width_of(title, CELL) + 10
        yield Text(left, y, shortened(tail, KIND, x + wide - left), KIND)


def _facts(hard: Hard, say: Saying) -> Iterator[str]:
    words = say.words
    who = "  ".join(part for part in (hard.to, hard.phone) if part)
    if who:
        yield who
    if hard.tolerance:
        yield say.said(words.tolerance, length=say.length(hard.tolerance))
    if hard.agreed:
        yield words.agreed
    if hard.kept is False and hard.expected is not None:
        yield say.said(words.expected, time=say.clock(hard.expected))
