"""A line of a programme with what it says by itself."""

from datetime import timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core.dates import FoundDay
from runofshow.formats.programme_times import Hours
from runofshow.formats.source import Grid, Line
from runofshow.formats.words import programme as words

Sort = Literal[
    "item",  # hours and a title
    "alone",  # hours and nothing else
    "part",  # a part of the day: Matinée, Morning
    "day",  # a date, Jour 2
    "programme",  # says that the programme follows
    "preamble",  # a heading of prose: Contexte, Objectifs
    "outside",  # partners, ways to come: the programme is over
    "room",  # a room and nothing else
    "label",  # announces people: Modération : …
    "question",
    "prose",
    "note",  # in brackets or in italics
    "noise",  # what web pages put around everything: cookies, newsletters, buttons
    "skip",  # a footnote, an address, a price
    "table",  # a table in its own right
    "text",
]


class Said(NamedTuple):
    """A line with what it says: `text` is what is left without hours, length and room.

    `notes` are brackets that were taken off it; `trails` is True when its hours stood at its end.
    """

    line: Line
    sort: Sort
    text: str = ""
    hours: Hours | None = None
    length: timedelta | None = None
    day: FoundDay | None = None
    room: str = ""
    notes: tuple[str, ...] = ()
    trails: bool = False
    chair: bool = False
    lost: bool = False
    """Its hours stood among others before the titles: the order of the lines was broken."""
    table: Grid | None = None

    @property
    def timed(self) -> bool:
        """Whether hours stand in it that are its own."""
        return self.hours is not None and self.sort in ("item", "alone")


SEPARATORS: Final = " \t:;|.,•·–—-→>_…*/►▶➤●▪■‣\u00a0\u202f"
"""What stands between an hour, a title and what follows."""


def is_heading(one: Said) -> bool:
    """Whether the line stands out as a heading does, or is called Session 2."""
    return bool(one.line.heading) or _all_bold(one.line) or bool(words.GROUP.match(one.text))


def _all_bold(line: Line) -> bool:
    bold = sum(to - start for start, to in line.bold)
    return bold >= len(line.text) - 3 and bold > 0
