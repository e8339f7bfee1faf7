"""Tables of times × rooms, or times × days, as programmes often are.

- Each column but those of times holds what happens in one room, or on one day, or both.
- The same text over all rooms is one thing for all of them; the same text in rows one below the
  other is one thing that lasts, and so is one that a blank follows.
- A cell holds a title and perhaps who speaks, each on its line.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from runofshow.core.dates import Day
from runofshow.core.plan import Kind, Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.formats.cell_numbers import bare_ranges, numbers_of
from runofshow.formats.cells import NOTHING, Moment, Reading, moment, words_of
from runofshow.formats.column_profiles import looks_like_a_name
from runofshow.formats.columns import CELLS, Columns
from runofshow.formats.draft import Asked, Doubt, Had
from runofshow.formats.kinds import kind_of
from runofshow.formats.matrix_columns import JOINT
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Grid
from runofshow.formats.speaker_cells import speakers_of
from runofshow.formats.table_days import Calendar, day_alone
from runofshow.formats.table_items import Item, timed_title


class _Slot(NamedTuple):
    """One row of times."""

    row: int
    column: int
    found: Moment
    alone: str = ""
    """The one text of a row that says nothing else, for all rooms."""
    people: bool = False
    """Its cells say who speaks in the row above."""


class MatrixReader:
    """Reads what stands in the columns of rooms and days, column by column."""

    def __init__(
        self, grid: Grid, columns: Columns, asked: Asked, day: Had[date] | None = None
    ) -> None:
        self._grid, self._columns, self._asked = grid, columns, asked
        self._calendar, self._day = Calendar(asked, day), day
        self.doubts: list[Doubt] = []
        self.parting: set[int] = set()
        """Rows that hold nothing but a day."""
        self._held = [
            column for column, field in sorted(columns.fields.items()) if field.startswith(CELLS)
        ]
        self._readings = {
            column: self._reading(column)
            for field in ("start", "end")
            for column in columns.of(field)
        }

    def _reading(self, column: int) -> Reading:
        rows = range(self._columns.body, len(self._grid.rows))
        held = [self._cell(row, column) for row in rows]
        return Reading(self._asked.today, None, numbers_of(held), bare_ranges(held))

    def _groups(self) -> Iterator[tuple[int, list[int]]]:
        """Each column of starts with the columns of rooms or days on its right."""
        starts = [*self._columns.of("start")]
        for start, following in pairwise([*starts, sys.maxsize]):
            held = [column for column in self._held if start < column < following]
            if held:
                yield start, held

    def items(self) -> Iterator[Item]:
        """The items, day by day and row by row."""
        found: list[Item] = []
        for start, held in self._groups():
            for part, day in self._parts(start):
                for column in held:
                    found += self._of_column(column, part, day, held)
        seen: set[tuple[object, ...]] = set()
        for item in sorted(found, key=self._order):
            same = (
                item.day and item.day.value,
                item.start and item.start.value,
                item.title,
                item.room,
            )
            if same not in seen:
                seen.add(same)
                yield item

    def _order(self, item: Item) -> tuple[object, ...]:
        day = item.day.value if item.day and item.day.value else date.min
        return day, item.row, item.column or 0

    def _cell(self, row: int, column: int) -> Cell:
        held = self._grid.rows[row]
        return held[column] if column < len(held) else None

    def _parts(self, start: int) -> Iterator[tuple[list[_Slot], Had[date] | None]]:
        """The rows of each day, where rows that hold a day part the table."""
        part: list[_Slot] = []
        day = self._day
        for row in range(self._columns.body, len(self._grid.rows)):
            found = moment(self._cell(row, start), self._readings[start]) or NOTHING
            lone = self._lone(row, start) if found.start is None else ""
            told = found.day or self._day_beside(row)
            told = told or (day_alone(lone, self._asked.today) if lone else None)
            if told is not None:
                if part:
                    yield part, day
                part, day = [], self._calendar.dated(told, self._grid.place(row, start))
                if found.start is None and lone:
                    self.parting.add(row)
            if found.start is not None:
                part.append(self._with_end(row, start, found)._replace(alone=self._beside(row)))
            elif told is None and lone:
                timed, title = timed_title(lone, True)
                part.append(_Slot(row, start, timed or NOTHING, title))
            elif any(self._text(row, column) for column in self._held) and not (told and lone):
                people = bool(part) and self._names_speakers(row)
                part.append(_Slot(row, start, NOTHING, people=people))
        if part:
            yield part, day

    def _beside(self, row: int) -> str:
        """What stands where the rows are counted, when nothing stands in the rooms: Pause."""
        cues = [self._text(row, column) for column in self._columns.of("cue")]
        said = any(self._text(row, column) for column in self._held)
        return next((text for text in cues if not said and _WORD.search(text)), "")

    def _day_beside(self, row: int) -> Day | None:
        """The day that a column of days tells of the row."""
        column = self._columns.first("day")
        return None if column is None else day_alone(self._text(row, column), self._asked.today)

    def _names_speakers(self, row: int) -> bool:
        """Whether nothing but names stands in a row without a time."""
        texts = [self._text(row, column) for column in self._held]
        return all(looks_like_a_name(text) and kind_of(text) is None for text in texts if text)

    def _lone(self, row: int, start: int) -> str:
        """The one text of the row, if it stands where times do or over all the rooms."""
        columns = {column: self._text(row, column) for column in (start, *self._held)}
        texts = {text for text in columns.values() if text}
        if len(texts) != 1:
            return ""
        over = all(columns[column] for column in self._held)
        return texts.pop().replace("\n", " ") if columns[start] or over else ""

    def _with_end(self, row: int, start: int, found: Moment) -> _Slot:
        """The row's time, its end from the column right of the starts if there is one."""
        if self._columns.fields.get(start + 1) == "end" and found.end is None:
            end = moment(self._cell(row, start + 1), self._readings[start + 1])
            found = found if end is None else found._replace(end=end.end or end.start)
        return _Slot(row, start, found)

    def _of_column(
        self, column: int, part: Sequence[_Slot], day: Had[date] | None, held: Sequence[int]
    ) -> Iterator[Item]:
        room, named = self._named(column)
        day = named or day
        at = 0
        while at < len(part):
            if part[at].people:
                at += 1
                continue
            if part[at].alone:
                if self._is_first_of_day(column, held):
                    yield self._across(part[at], day)
                at += 1
                continue
            text = self._text(part[at].row, column)
            last = at
            while text and last + 1 < len(part) and self._lasts(part[last + 1], column, text):
                last += 1
            if text:
                everywhere = self._everywhere(part[at].row, column, text, held)
                item = self._item(part, at, last, column, self._with_people(part, last, column))
                item = item._replace(also=tuple(slot.row for slot in part[at + 1 : last + 2]))
                yield item._replace(day=day, room="" if everywhere else room)
            at = last + 1

    def _is_first_of_day(self, column: int, held: Sequence[int]) -> bool:
        """Whether no column before it is of the same day: what is for all rooms stands there."""
        days = [had and had.value for _, had in map(self._named, held)]
        at = held.index(column)
        return days[at] not in days[:at]

    def _lasts(self, slot: _Slot, column: int, text: str) -> bool:
        """Whether what is `text` in the row above goes on in that row."""
        return not slot.alone and not slot.people and self._text(slot.row, column) == text

    def _with_people(self, part: Sequence[_Slot], last: int, column: int) -> str:
        """The text of the column, and who speaks when the row below says it."""
        text = self._text(part[last].row, column)
        below = part[last + 1] if last + 1 < len(part) else None
        who = self._text(below.row, column) if below is not None and below.people else ""
        return f"{text}\n{who}".strip()

    def _across(self, slot: _Slot, day: Had[date] | None) -> Item:
        """A row of one text: it is for all rooms."""
        place = self._grid.place(slot.row, slot.column)
        kind = kind_of(slot.alone)
        return Item(
            slot.row,
            slot.alone,
            day,
            slot.found.had_start(place),
            slot.found.had_end(place),
            halved=slot.found.halved,
            kind=Had(kind, "given", place) if kind else None,
            column=slot.column,
        )

    def _named(self, column: int) -> tuple[str, Had[date] | None]:
        """The room and the day that the column is of."""
        room, day = [], None
        for name in self._columns.fields[column].removeprefix(CELLS).split(JOINT):
            found = moment(name, Reading(self._asked.today))
            if found is not None and found.day is not None and found.start is None:
                place = self._grid.place(self._columns.header or 0, column)
                day = self._calendar.dated(found.day, place)
            elif name:
                room.append(name)
        return ", ".join(room), day

    def _text(self, row: int, column: int) -> str:
        cell = self._cell(row, column)
        return "" if says_nothing(cell) else words_of(cell)

    def _everywhere(self, row: int, column: int, text: str, held: Sequence[int]) -> bool:
        """Whether all rooms have it: the same text in each, or a break written in the first."""
        others = [self._text(row, other) for other in held if other != column]
        if all(other == text for other in others):
            return True
        pause = kind_of(text) in (Kind.BREAK, Kind.WELCOME, Kind.CLOSING)
        return pause and column == held[0] and not any(others)

    def _item(self, part: Sequence[_Slot], at: int, last: int, column: int, text: str) -> Item:
        place = self._grid.place(part[at].row, part[at].column)
        first, final = part[at].found, part[last].found
        end = final.had_end(place)
        if end is None and first.end is None:
            end = self._until(part, last, column)
        title, speakers, note = _told(text)
        kind = kind_of(title)
        return Item(
            part[at].row,
            title,
            start=first.had_start(place),
            end=end,
            halved=first.halved,
            kind=Had(kind, "given", self._grid.place(part[at].row, column)) if kind else None,
            speakers=speakers,
            note=note,
            column=column,
        )

    def _until(self, part: Sequence[_Slot], last: int, column: int) -> Had[Civil] | None:
        """The time of the next row when nothing stands there, or when this one lasts over rows."""
        if part[last].found.start is None:
            return None
        last += last + 1 < len(part) and part[last + 1].people
        if last + 1 >= len(part) or part[last + 1].found.start is None:
            return None
        below = part[last + 1]
        if self._text(below.row, column):
            return None
        at = below.found.start
        assert at is not None
        why = Sentence.of("by_next_start", time=at)
        return Had(at, "inferred", self._grid.place(below.row, below.column), why)


def _told(text: str) -> tuple[str, tuple[Speaker, ...], str]:
    """The title, the people and the rest that a cell holds, each on a line of its own."""
    lines = [line for line in text.split("\n") if line]
    if len(lines) == 1:
        return _on_one_line(lines[0])
    beside = [match for match in map(_BESIDE.match, lines) if match]
    if len(beside) == len(lines):  # several things at once, each with who does it
        named = tuple(one for match in beside for one in speakers_of(match["who"], single=True))
        return " / ".join(match["title"] for match in beside), named, ""
    people = [line for line in lines if looks_like_a_name(line) and kind_of(line) is None]
    titles = [line for line in lines if line not in people]
    if not people and len(text) <= _ONE_TITLE:
        return _on_one_line(" ".join(lines))
    if not titles:
        return lines[0], speakers_of("\n".join(lines[1:])), ""
    return titles[0], speakers_of("\n".join(people)), "\n".join(titles[1:])


_WORD: Final = re.compile(r"[^\W\d_]{3}")
_ONE_TITLE: Final = 80
"""Lines without a name among them, no longer than this in all, are one title that was broken."""
_BESIDE: Final = re.compile(r"^(?P<title>.{4,})\s\((?P<who>[A-ZÀ-Þ][^()\d]{2,40})\)$")
_BRACKETED: Final = re.compile(r"^(?P<title>.{4,})\s\((?P<who>[^()]{5,80})\)$")
_SPOKEN: Final = re.compile(r"^(?P<who>[^:]{5,50})\s?:\s(?P<title>.{8,})$")


def _on_one_line(line: str) -> tuple[str, tuple[Speaker, ...], str]:
    for form in (_BRACKETED, _SPOKEN):
        match = form.match(line)
        if match and looks_like_a_name(match["who"]) and kind_of(match["who"]) is None:
            return match["title"], speakers_of(match["who"]), ""
    return line, (), ""
