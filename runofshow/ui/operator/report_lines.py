"""What a page is made of that is read row by row: the report, the log, their prints. No Qt."""

from typing import NamedTuple

from runofshow.ui.icons import Icon
from runofshow.ui.operator.spans import Tone


class Title(NamedTuple):
    """The name of a page and what it comes to."""

    text: str
    beside: str


class Figure(NamedTuple):
    """One fact: a caption, a figure, a line beneath."""

    caption: str
    figure: str
    line: str


class FactsRow(NamedTuple):
    """Facts side by side."""

    facts: tuple[Figure, ...]


class HeadRow(NamedTuple):
    """The head of a section, ruled beneath."""

    text: str
    beside: str = ""


class LineRow(NamedTuple):
    """A line: a sign, a clock or a cue, a text, a figure, what else there is to say of it.

    `beside` is said in ever fewer letters: the first way that fits. `signed` keeps room for a sign
    where others of the section have one.
    """

    lead: str
    text: str
    figure: str = ""
    beside: tuple[str, ...] = ()
    sign: Icon | None = None
    tone: Tone = "quiet"
    signed: bool = False
    bold: bool = False
    tip: str = ""


class ColumnsRow(NamedTuple):
    """The heads of the table of items, in the order of ItemRow's fields."""

    cue: str
    title: str
    printed: str
    actual: str
    by: str
    late: str
    why: str


class ItemRow(NamedTuple):
    """An item: lengths, deviation, the minutes late before and after it, and why."""

    cue: str
    title: str
    printed: str
    actual: str
    by: str
    weight: Tone
    late_before: float
    late_after: float
    late: str
    why: str
    quiet: bool
    tip: str


class NoteRow(NamedTuple):
    """Something said of a section that has no lines."""

    text: str


class GapRow(NamedTuple):
    """Room between two sections."""


Row = FactsRow | HeadRow | LineRow | ColumnsRow | ItemRow | NoteRow | GapRow
