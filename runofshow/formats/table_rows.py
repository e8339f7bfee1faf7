"""The rows of a table as items: what each cell says, before the rows are seen together.

- A row that holds one text alone parts the others: a day, a room, a session, a part of the day.
- The labels written again, as on every page, and rows that hold nothing are left out.
- A time beside which nothing is written ends what stands above it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from runofshow.core.dates import Day
from runofshow.core.plan import Kind
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.formats.cell_lengths import Lengths, length, lengths_fitting, lengths_of
from runofshow.formats.cell_numbers import bare_ranges, number_in, numbers_of, order_of
from runofshow.formats.cells import Moment, Reading, moment, words_of
from runofshow.formats.column_profiles import looks_like_a_name
from runofshow.formats.column_words import DEPARTMENT, ROOM, fields_of, folded
from runofshow.formats.columns import Columns
from runofshow.formats.draft import Asked, Doubt, Had
from runofshow.formats.kinds import kind_of
from runofshow.formats.nothings import says_nothing
from runofshow.formats.programme_titles import bracket_off
from runofshow.formats.row_asides import announces, is_remark, is_sum
from runofshow.formats.row_cells import RowCells
from runofshow.formats.row_fields import LENGTHS, fields_in
from runofshow.formats.row_people import speakers_in, with_what_is_beside
from runofshow.formats.source import Cell, Grid, Place
from runofshow.formats.speaker_cells import speakers_of
from runofshow.formats.table_days import Calendar, day_alone
from runofshow.formats.table_items import (
    SESSION,
    TWELVE,
    Item,
    ended,
    misread,
    started,
    timed_title,
    unsaid,
)


class RowReader:
    """Reads the rows of one grid, from top to bottom."""

    def __init__(
        self, grid: Grid, columns: Columns, asked: Asked, day: Had[date] | None = None
    ) -> None:
        self._grid, self._columns, self._asked = grid, columns, asked
        self._calendar = Calendar(asked, day)
        self._day, self._room = day, ""
        self._cells = RowCells(grid, columns)
        self._readings = {
            column: self._reading(column)
            for field in ("start", "end", "day")
            for column in columns.of(field)
        }
        self._lengths = {
            column: self._length_of(column)
            for field in ("duration", *LENGTHS)
            for column in columns.of(field)
        }
        self._labels = [folded(label) for label in columns.labels]
        self._titled = columns.first("title")
        self.doubts: list[Doubt] = []
        """Days that could not be read, each told once; sums and notes that were left aside."""
        self._waiting: dict[str, tuple[int, str]] = {}  # days and rooms with nothing below yet
        self._noted = -1  # the row below which a remark belongs to the item that is held
        self.parting: set[int] = set()
        """Rows that only part the others: labels again, days, rooms; and those told as doubts."""

    def items(self) -> Iterator[Item]:
        """The items, and the titles that part them, in order."""
        held: Item | None = None
        remarks = False
        for row in range(self._columns.body, len(self._grid.rows)):
            item = self._read(row)
            if item is None:
                continue
            remarks = self._is_remark(item, remarks)
            if remarks:
                held = self._remarked(held, item)
                continue
            if held is not None:
                yield held
            held, self._noted = item, row
        if held is not None:
            yield held
        for kind in list(self._waiting):
            self._unused(kind)

    def _waits(self, kind: str, row: int, text: str) -> None:
        """A day or a room is told in a row of its own; the former is told if nothing was in it."""
        self._unused(kind)
        self._waiting[kind] = row, text

    def _unused(self, kind: str) -> None:
        if kind in self._waiting:
            row, text = self._waiting.pop(kind)
            said = Sentence.of("row_unread", text=text.replace("\n", " ")[:80])
            self.doubts.append(Doubt(self._grid.place(row), "", "missing", None, said))

    def _read(self, row: int) -> Item | None:
        """The row's item; None for one that only parts the others, or says nothing."""
        said = self._cells.said(row)
        if not said or self._repeats_labels(said) or self._is_sum(row, said):
            self.parting.add(row)
            return None
        alone = self._alone(row, said)
        if alone is None or alone.title or alone.timed:
            self._waiting.clear()
            return self._item(row) if alone is None else alone._replace(lone=True)
        self.parting.add(row)
        return None

    def _is_remark(self, item: Item, after: bool) -> bool:
        """Whether the row is a remark on the others: NB : …, (…), * …; what follows « Notes : »."""
        if not item.lone or item.timed:
            return False
        follows = after and not says_nothing(item.title) and not SESSION.match(item.title)
        return is_remark(item.title) or (follows and not self._times_below(item.row))

    def _times_below(self, row: int) -> bool:
        starts = self._columns.of("start")
        return any(
            (found := moment(self._cells.cell(each, column), self._readings[column])) is not None
            and found.start is not None
            for column in starts
            for each in range(row + 1, len(self._grid.rows))
        )

    def _remarked(self, held: Item | None, item: Item) -> Item | None:
        """What the remark stands right below, with it as a note; else the remark is told."""
        self.parting.add(item.row)
        follows = item.row == self._noted + 1 and not announces(item.title)
        if held is not None and follows and not held.heads:
            self._noted = item.row
            note = f"{held.note}\n{item.title}".strip()
            return held._replace(note=note)
        said = Sentence.of("row_remark", text=item.title[:80])
        self.doubts.append(
            Doubt(self._grid.place(item.row, item.column), "", "missing", None, said)
        )
        return held

    def _repeats_labels(self, said: Mapping[int, str]) -> bool:
        if len(said) < 2:
            return False
        return all(
            column < len(self._labels) and folded(text) == self._labels[column]
            for column, text in said.items()
        )

    def _is_sum(self, row: int, said: Mapping[int, str]) -> bool:
        """Whether the row adds up the others, which is told: Total, 1:30:00."""
        measured = {*self._readings, *self._lengths}
        if not is_sum(text for column, text in said.items() if column not in measured):
            return False
        place = self._grid.place(row)
        text = " ".join(said.values()).replace("\n", " ")[:60]
        self.doubts.append(Doubt(place, "", "missing", None, Sentence.of("row_sum", text=text)))
        return True

    def _reading(self, column: int) -> Reading:
        held = self._cells.column(column)
        order = order_of(held[:200], self._asked.today)
        bare = bare_ranges(held)
        return Reading(self._asked.today, order, numbers_of(held), bare)

    def _length_of(self, column: int) -> Lengths:
        held = self._cells.column(column)
        lengths = lengths_of(held, self._columns.labels[column])
        return lengths_fitting(held, lengths, self._starts()) if lengths.colons else lengths

    def _starts(self) -> list[Civil | None]:
        """The start of each row, to see which reading of the lengths fits between them."""
        column = self._columns.first("start")
        if column is None:
            return []
        found = (moment(cell, self._readings[column]) for cell in self._cells.column(column))
        return [each.start if each else None for each in found]

    # --- rows of one text ------------------------------------------------------------------------

    def _alone(self, row: int, said: Mapping[int, str]) -> Item | None:
        """What a row with one text alone says; an item without title when it parts the others."""
        if len({text.casefold() for text in said.values()}) > 1 or self._cells.says_none(row):
            return None
        column, text = next(iter(said.items()))
        place = self._grid.place(row, column)
        field = self._columns.fields.get(column, "")
        if len(said) == 1 and field in ("start", "end"):
            found = moment(self._cells.cell(row, column), self._readings[column])
            if found is not None and found.day is None:
                return None
        day = self._day_in(text)
        if day is not None:
            self._day = self._calendar.dated(day, place)
            self._waits("day", row, text)
            return Item(row)
        if ROOM.match(text) and self._columns.first("room") is None:
            self._room = text
            self._waits("room", row, text)
            return Item(row)
        item = Item(row, day=self._day, room=self._room, column=column)
        return self._titled_alone(item, text.replace("\n", " "), len(said) > 1)

    def _titled_alone(self, item: Item, text: str, across: bool) -> Item:
        """The title of the rows below; a thing of its own when it says its time: 10h30 Pause."""
        column = item.column or 0
        place = self._grid.place(item.row, column)
        found, text = timed_title(text, across or column != self._titled)
        if found is not None:
            item = item._replace(start=found.had_start(place), end=found.had_end(place))
        kind = kind_of(text)
        heads = item.start is None or (item.end is not None and bool(SESSION.match(text)))
        return item._replace(
            title=text,
            heads=heads and kind is not Kind.BREAK,
            kind=Had(kind, "given", place) if kind else None,
            apart=across or column != self._titled,
            indent=self._cells.indent(item.row, column),
        )

    def _day_in(self, text: str) -> Day | None:
        """The day that the text is about: it says little else."""
        return day_alone(text, self._asked.today)

    # --- items -----------------------------------------------------------------------------------

    def _item(self, row: int) -> Item:
        item = self._when(row, Item(row, day=self._day, room=self._room))
        lines = self._title(row) or self._cells.text(row, "kind").split("\n")
        item = self._measured(row, item, lines[0] if lines else "")
        item = item._replace(
            room=self._cells.text(row, "room").replace("\n", ", ") or item.room,
            key=self._cells.text(row, "key"),
            cue=self._cells.text(row, "cue"),
            session=self._cells.text(row, "session").replace("\n", " "),
            block=self._cells.text(row, "block").replace("\n", " "),
            departments=tuple(self._departments(row)),
            speakers=speakers_in(self._cells, row),
            fields=tuple(fields_in(self._cells, row, self._lengths)),
            indent=self._cells.indent(row, self._titled) if self._titled is not None else 0,
            column=self._titled,
        )
        item = with_what_is_beside(self._cells, row, self._worded(row, item, lines[1:]))
        if not (item.title or item.note or item.speakers):
            item = self._untitled(row, item)
        untimed = item.start is None and item.end is None and item.duration is None
        heads = untimed and bool(SESSION.match(item.title))
        return item._replace(heads=heads, apart=heads)

    def _measured(self, row: int, item: Item, title: str) -> Item:
        """The item with its title; a length that only the title tells is taken off it."""
        if item.end is not None or item.duration is not None:
            return item._replace(title=title)
        title, found = bracket_off(title)
        lasts = None if found is None else Had(found, "given", self._grid.place(row, self._titled))
        return item._replace(title=title, duration=lasts)

    def _untitled(self, row: int, item: Item) -> Item:
        """The item with what else its row holds for a title: a room, a session, what is to do."""
        for field in ("room", "session", "block", "cue"):
            text = self._cells.text(row, field).replace("\n", ", ")
            if text and (field != "cue" or _WORD.search(text)):
                kind = kind_of(text)
                return item._replace(
                    title=text,
                    session="" if field == "session" else item.session,
                    kind=item.kind or (Had(kind, "given", self._grid.place(row)) if kind else None),
                )
        if item.departments:
            return item._replace(title=item.departments[0][1])
        return item

    def _title(self, row: int) -> list[str]:
        """The lines of the title's cell; one that begins small goes on with the one above."""
        lines: list[str] = []
        for line in self._cells.text(row, "title").split("\n"):
            if lines and line[:1].islower():
                lines[-1] = f"{lines[-1]} {line}"
            elif line:
                lines.append(line)
        return lines

    def _worded(self, row: int, item: Item, below: list[str]) -> Item:
        """The item with its kind and notes; what stands below its title is a person or a note."""
        speakers, notes = item.speakers, []
        for line in below:
            if not item.speakers and looks_like_a_name(line):
                speakers += speakers_of(line)
            else:
                notes.append(line)
        kind, unknown = self._kind(row, item.title)
        notes = [self._cells.text(row, "subtitle"), *notes, *self._notes(row)]
        notes += [unknown] if unknown else []
        note = "\n".join(dict.fromkeys(note for note in notes if note))
        return item._replace(speakers=speakers, kind=kind, note=note)

    def _kind(self, row: int, title: str) -> tuple[Had[Kind] | None, str]:
        """What it is, by the column of kinds, else by its title; a kind nobody knows is a note."""
        said = self._cells.text(row, "kind").replace("\n", " ")
        column = self._columns.first("kind")
        if said:
            known = _KINDS.get(folded(said)) or kind_of(said)
            if known is not None:
                return Had(known, "given", self._grid.place(row, column)), ""
        kind = kind_of(title)
        had = Had(kind, "given", self._grid.place(row, self._titled)) if kind else None
        return had, said if folded(said) not in folded(title) else ""

    def _notes(self, row: int) -> Iterator[str]:
        """The notes, each with the label of its column unless that says no more than "note"."""
        for field in ("note", "description", "topic", "track"):
            for column in self._cells.of(field):
                text = words_of(self._cells.cell(row, column))
                if not text or says_nothing(text):
                    continue
                label = self._columns.labels[column]
                known = {"note", "description"} & set(fields_of(label))
                yield text if known or not label else f"{label} : {text}"

    def _departments(self, row: int) -> Iterator[tuple[str, str]]:
        for column, field in sorted(self._columns.fields.items()):
            if field.startswith(DEPARTMENT):
                text = words_of(self._cells.cell(row, column))
                if text and not says_nothing(text):
                    yield field.removeprefix(DEPARTMENT), text.replace("\n", " · ")

    # --- times -----------------------------------------------------------------------------------

    def _when(self, row: int, item: Item) -> Item:
        for field in ("day", "start", "end"):
            for column in self._cells.of(field):
                item = self._with(item, row, column, field)
        for column in self._cells.of("duration"):
            item = self._lasting(item, row, column)
        return item

    def _with(self, item: Item, row: int, column: int, field: str) -> Item:
        """The item with what one cell says of when."""
        cell, place = self._cells.cell(row, column), self._grid.place(row, column)
        counted = _counted(cell) if field == "day" else None
        found = counted or moment(cell, self._readings[column])
        if found is None and field == "day":
            self._doubt_day(words_of(cell)[:60], place)
            return item
        if found is None:
            return misread(item, field, words_of(cell), place)
        if found.day is not None and field != "end":
            self._day = self._calendar.dated(found.day, place)
            item = item._replace(day=self._day)
        if field == "end":
            morning = item.morning or bool(TWELVE.search(words_of(cell)))
            return ended(item._replace(morning=morning), found, place)
        if item.timed and field == "start":
            return item
        if found.start is None and found.end is None:
            return item if field == "day" or item.start else unsaid(item, words_of(cell), place)
        if field == "day" and self._columns.first("start") is not None:
            return item
        return started(item, found, place, words_of(cell))

    def _doubt_day(self, text: str, place: Place) -> None:
        said = Sentence.of("day_misread", text=text)
        if len(self.doubts) < _MOST_DOUBTS and all(doubt.said != said for doubt in self.doubts):
            self.doubts.append(Doubt(place, "date", "missing", None, said))

    def _lasting(self, item: Item, row: int, column: int) -> Item:
        cell, place = self._cells.cell(row, column), self._grid.place(row, column)
        lengths = self._lengths[column]
        found = length(cell, lengths)
        if found is not None:
            why = Sentence.of("length_column", length=found) if lengths.inferred else None
            return item._replace(duration=Had(found, "inferred" if why else "given", place, why))
        if says_nothing(cell) or (isinstance(cell, int | float) and not cell):
            return item
        why = Sentence.of("length_misread", text=words_of(cell)[:60])
        return item._replace(duration=Had(None, "missing", place, why))


_WORD: Final = re.compile(r"[^\W\d_]{3}")
"""A cue of so many letters is no number: INTERVAL."""
_MOST_DOUBTS: Final = 12
_MOST_DAYS: Final = 31
_KINDS: Final = {kind.value: kind for kind in Kind}


def _counted(cell: Cell) -> Moment | None:
    """A bare number in a column of days: the how-manieth day it is."""
    number = number_in(cell)
    if number is None or not number.is_integer() or not 1 <= number <= _MOST_DAYS:
        return None
    return Moment(Day(ordinal=int(number)))
