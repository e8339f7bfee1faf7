"""A row of a table as an item, and what a cell adds to it."""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from runofshow.core.found_times import find_times
from runofshow.core.plan import Kind, Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.formats.cells import Moment
from runofshow.formats.draft import Had
from runofshow.formats.source import Place

SESSION: Final = re.compile(r"(?:session|s[ée]ance|sitzung|block?)\b", re.IGNORECASE)
"""So begin the titles of what others stand in, when no time stands beside them."""
PART: Final = re.compile(
    r"(?:(?:premi[èe]re|deuxi[èe]me|seconde|troisi[èe]me|first|second|third|erster|zweiter|dritter)"
    r" (?:partie|mi-temps|half|part|teil)|matin(?:[ée]e)?|apr[èe]s[ -]?midi|soir(?:[ée]e)?"
    r"|morning|afternoon|evening|vormittag"
    r"|nachmittag|abend|partie|part|bloc|block|teil|[1-9](?:[èe]re|er|[èe]?me) partie)\b",
    re.IGNORECASE,
)
"""So do the names of the parts of a day."""


class Item(NamedTuple):
    """A row that is a thing of the programme, or the title of those below it (`heads`)."""

    row: int
    title: str = ""
    day: Had[date] | None = None
    start: Had[Civil] | None = None
    end: Had[Civil] | None = None
    duration: Had[timedelta] | None = None
    offset: timedelta | None = None
    halved: bool = False
    """The half of the day of its times is written."""
    morning: bool = False
    """It says 12 am."""
    kind: Had[Kind] | None = None
    room: str = ""
    speakers: tuple[Speaker, ...] = ()
    note: str = ""
    departments: tuple[tuple[str, str], ...] = ()
    key: str = ""
    cue: str = ""
    session: str = ""
    block: str = ""
    fields: tuple[tuple[str, object], ...] = ()
    heads: bool = False
    """Nothing but its title stands in its row."""
    apart: bool = False
    """Its title stands in another column than the other titles, or across several."""
    also: tuple[int, ...] = ()
    """Further rows that tell of it: who speaks, below what is spoken of."""
    lone: bool = False
    """Its row holds one text alone."""
    indent: int = 0
    column: int | None = None

    @property
    def timed(self) -> bool:
        """Whether it has a start."""
        return self.start is not None and self.start.value is not None

    @property
    def begins(self) -> Civil:
        """Its start, of one that is timed."""
        assert self.start is not None
        assert self.start.value is not None
        return self.start.value


def started(item: Item, found: Moment, place: Place, text: str) -> Item:
    """The item with the times that `text` in its column of starts says."""
    start, end = found.had_start(place), found.had_end(place) or item.end
    return item._replace(
        start=start,
        end=end,
        offset=found.offset,
        halved=found.halved,
        morning=item.morning or bool(TWELVE.search(text)),
    )


TWELVE: Final = re.compile(r"\b12(?:[:.]\d\d)*\s*a\.?m\b", re.IGNORECASE)


def ended(item: Item, found: Moment, place: Place) -> Item:
    """The item with its end, counted on from the day of its start."""
    at = found.end or found.start
    if at is None:
        return item
    if found.day and found.day.on and item.day and item.day.value and found.end is None:
        days = (found.day.on - item.day.value).days
        if not 0 <= days < 2:
            return item._replace(end=Had(None, "missing", place, Sentence.of("end_far")))
        at = Civil(at.hour + 24 * days, at.minute, at.second)
    return item._replace(
        end=Had(at, found.how, place, found.why),
        halved=item.halved or (found.halved and item.start is None),
    )


def misread(item: Item, field: str, text: str, place: Place) -> Item:
    """The item without the time that `text` is not, if it has none yet."""
    said = Sentence.of("time_misread", text=text[:60])
    if field == "start" and item.start is None:
        return item._replace(start=Had(None, "missing", place, said))
    if field == "end" and item.end is None:
        return item._replace(end=Had(None, "missing", place, said))
    return item


def unsaid(item: Item, text: str, place: Place) -> Item:
    """The start of a row whose cell says that there is none: N/A. An empty one says nothing."""
    if not text:
        return item
    return item._replace(start=Had(None, "missing", place, Sentence.of("time_unsaid", text=text)))


_BLANKS: Final = " \t:;,.-–—|•·()[]"


def timed_title(text: str, alone: bool) -> tuple[Moment | None, str]:
    """The one time or range that a title begins or ends with, and the title without it.

    10h30 Pause; Lunch (12:00-13:30); with something behind it, as in SESSION A: 9h-10h30 – Chair,
    only a range is taken. One in a column of titles is taken only in brackets, unless it stands
    `alone`.
    """
    times = [found for found in find_times(text) if found.kind != "length"]
    if len(times) != 1:
        return None, text
    only = times[0]
    before, after = text[: only.at], text[only.to :]
    begins, ends = not before.strip(_BLANKS), not after.strip(_BLANKS)
    bracketed = before.rstrip().endswith("(") and after.lstrip().startswith(")")
    ranged = only.start is not None and only.end is not None
    if not (begins and alone) and not (bracketed and ends) and not ranged:
        return None, text
    rest = (
        after
        if begins
        else before
        if ends
        else f"{before.rstrip(_BLANKS)} – {after.lstrip(_BLANKS)}"
    )
    return Moment(None, only.start, only.end), _unbracketed(rest.strip(_BLANKS[:-4]))


def _unbracketed(text: str) -> str:
    """The text without a bracket at its ends that has no other."""
    if text.count("(") != text.count(")"):
        text = text.removeprefix(")").removesuffix("(")
    return text.strip(_BLANKS[:-4])
