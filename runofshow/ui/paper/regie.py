"""The régie's edition: every item with its hour, length, crew columns, and room to write on.

- A column for each department, as wide as its words want; on its side when there are three or more.
  Departments for which no column would be readable are told below the title.
- A note that would be more than a few lines tall in its column stands across, below its item.
- Sessions are bands. A guess is led by "~", slanted and dotted beneath; a promised hour stands in a
  frame with a diamond. An empty column takes the actual hours by hand.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from runofshow.core import times
from runofshow.core.paper import Hour, Line, Sheet
from runofshow.core.plan import DAY_ID
from runofshow.ui.paper.columns import Column, Place, placed
from runofshow.ui.paper.flow import Block
from runofshow.ui.paper.frame import BOUND, Frame, framed, ruled_foot
from runofshow.ui.paper.hard_panel import hard_panel
from runofshow.ui.paper.item_cell import ItemCell, hard_said, headed, piled
from runofshow.ui.paper.letters import width_of
from runofshow.ui.paper.marks import (
    BAND,
    BLACK,
    DARK,
    LIGHT,
    Box,
    Diamond,
    Document,
    Mark,
    Rule,
    Text,
    document,
    moved,
)
from runofshow.ui.paper.regie_letters import (
    ABOUT,
    BAND_GUESSED,
    BAND_HOUR,
    BAND_LENGTH,
    CELL,
    CUE,
    HEAD,
    HOUR,
    HOUR_GUESSED,
    ITEM,
    KIND,
    LENGTH,
    LENGTH_GUESSED,
    SESSION,
    SLANTED,
    SMALL,
    SMALL_HOUR,
    TITLE,
    WHO,
)
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import EMPTY, Setting, put, shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Paper
from runofshow.ui.paper.steps import Steps, resting

GAP: Final = 6.5
"""Between two columns."""
PAD: Final = 3.5
"""Above and below the words of a row."""
CUE_MOST: Final = 20 * MILLIMETRE
DEPARTMENT_LEAST: Final = 15 * MILLIMETRE
DEPARTMENT_MOST: Final = 38 * MILLIMETRE
NOTE_LEAST: Final = 26 * MILLIMETRE
NOTE_MOST: Final = 44 * MILLIMETRE
ITEM_LEAST: Final = 58 * MILLIMETRE
ACROSS_FROM: Final = 3
"""So many departments ask for the paper on its side."""


def made(sheet: Sheet, language: str, paper: Paper) -> Steps[Document]:
    """The rundown for the régie."""
    laid = _Regie(sheet, language, paper)
    yield
    return (yield from laid.document())


class _Regie:
    """Lays out one rundown on one paper."""

    def __init__(self, sheet: Sheet, language: str, paper: Paper) -> None:
        self.sheet, self.say = sheet, Saying(sheet.date, sheet.zone, language)
        self.words = self.say.words
        size = paper.size
        across = len(sheet.departments) >= ACROSS_FROM
        self.frame = Frame(size.turned if across else size, BOUND)
        self.rooms = len({line.room for line in sheet.lines if line.room}) > 1
        self.shown, self.told = self._departments()
        self.places = self._places()
        self.signs = _Signs()
        self.item = ItemCell(self.say, self.told, rooms=self.rooms)

    def document(self) -> Steps[Document]:
        blocks = yield from resting(self._blocks())
        if not blocks:
            blocks = [self._plain(put(self.words.empty, ABOUT, self.frame.wide))]
        blocks += self._legend()
        head, running = self._head(), self._running()
        foot = ruled_foot(self.frame.wide, self.say.stamp(self.sheet), self._page)
        pages = yield from framed(self.frame, head, running, blocks, foot)
        return document(f"{self.words.regie} · {self.sheet.title}", pages)

    def _page(self, number: int, count: int) -> str:
        return self.say.said(self.words.page, page=number, pages=count)

    # --- columns ---

    def _departments(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The departments that have a column, and those told below the title."""
        room = self.frame.wide - 175 - ITEM_LEAST
        most = max(0, int(room // (DEPARTMENT_LEAST + GAP)))
        return self.sheet.departments[:most], self.sheet.departments[most:]

    def _places(self) -> dict[str, Place]:
        words, lines = self.words, self.sheet.lines
        cue = max((width_of(line.cue, CUE) for line in lines), default=0.0)
        cue = min(max(18.0, cue + 0.5), CUE_MOST)
        length = max((self._length_wide(line) for line in lines), default=0.0)
        length = max(45.0, length)
        columns = [
            Column("cue", words.cue, cue, cue),
            Column("hour", words.hour, 50, 50),
            Column("actual", words.actual, 36, 36),
            Column("length", words.length, length, length),
            Column("item", words.item, ITEM_LEAST, 310),
        ]
        for name in self.shown:
            said = [line.departments[name] for line in lines if name in line.departments]
            columns.append(_fitted(_of(name), headed(name), said, DEPARTMENT_MOST))
        notes = [line.note for line in lines if line.note and line.leaf and not _long(line.note)]
        if notes:
            columns.append(_fitted("note", words.note, notes, NOTE_MOST, NOTE_LEAST))
        return placed(columns, self.frame.wide, GAP)

    def _length_wide(self, line: Line) -> float:
        return 0.0 if line.length is None else width_of(self._length(line), LENGTH)

    def _length(self, line: Line) -> str:
        assert line.length is not None
        return ("~" if line.length_guessed else "") + self.say.length(line.length)

    # --- around ---

    def _head(self) -> Block:
        """Title, day, place, the hard times, the heads of the columns."""
        wide, sheet = self.frame.wide, self.sheet
        kind = width_of(self.words.regie, KIND)
        marks: list[Mark] = [Text(wide - kind, 13, self.words.regie, KIND, width=kind)]
        title = put(sheet.title, TITLE, wide - kind - 16)
        marks += title.at(0, 0)
        y = max(title.height, 16) + 2
        span = self.say.span(sheet.starts, sheet.ends)
        about = (self.say.the_day, span, sheet.room, sheet.venue)
        said = put(" · ".join(part for part in about if part), ABOUT, wide)
        marks += said.at(0, y)
        y += said.height + 5
        if sheet.begun:
            as_of = put(
                self.say.said(self.words.as_of, time=self.say.clock(sheet.at)), SLANTED, wide
            )
            marks += as_of.at(0, y)
            y += as_of.height + 5
        if sheet.hard:
            panel = hard_panel(sheet.hard, self.say, wide)
            marks += [_lowered(mark, y) for mark in panel.marks]
            y += panel.height + 6
        heads = self._heads()
        marks += [_lowered(mark, y) for mark in heads.marks]
        return Block(y + heads.height, tuple(marks))

    def _heads(self) -> Block:
        """The heads of the columns, ruled beneath."""
        settings = {
            name: put(place.head, HEAD, place.width, grey=DARK)
            for name, place in self.places.items()
        }
        tall = max(setting.height for setting in settings.values()) + 2
        marks: list[Mark] = []
        for name, setting in settings.items():
            marks += setting.at(self.places[name].x, tall - 2 - setting.height)
        marks.append(Rule(0, tall + 1, self.frame.wide, tall + 1, 1))
        return Block(tall + 2, tuple(marks))

    def _running(self) -> Block:
        """What stands above the other pages."""
        day = width_of(self.say.the_day, SMALL)
        title = shortened(self.sheet.title, WHO, self.frame.wide - day - 16)
        heads = self._heads()
        return Block(
            17 + heads.height,
            (
                Text(0, 9, title, WHO),
                Text(self.frame.wide - day, 9, self.say.the_day, SMALL, DARK, width=day),
                *(_lowered(mark, 17) for mark in heads.marks),
            ),
        )

    def _legend(self) -> list[Block]:
        """What the signs mean that stand on these pages."""
        said = []
        words, signs = self.words, self.signs
        if signs.guessed:
            said.append(f"~ {words.means_guessed}")
        if self.sheet.hard:
            said.append(f"◆ {words.means_hard}")
        if signs.moved:
            said.append(words.means_moved)
        if not said:
            return []
        return [self._plain(put("    ".join(said), SMALL, self.frame.wide, grey=DARK))]

    def _plain(self, setting: Setting) -> Block:
        return Block(setting.height + 6, tuple(setting.at(0, 5)))

    # --- rows ---

    def _blocks(self) -> Iterator[Block]:
        for line in self.sheet.lines:
            if line.gap is not None and line.start is not None:
                yield self._between(self.words.gap, line.gap)
            if line.overlap is not None and line.start is not None:
                yield self._between(self.words.overlap, line.overlap)
            yield self._item(line) if line.leaf else self._band(line)
        if self.sheet.ends is not None:
            yield self._day_end(self.sheet.ends)

    def _day_end(self, ends: Hour) -> Block:
        """When it is all over, and when it must be."""
        places, base = self.places, PAD + 10
        due = next((hard for hard in self.sheet.hard if hard.slot == DAY_ID), None)
        marks: list[Mark] = [
            *self._framed_hour(ends, base, framed=due is not None and due.due == ends.at)
        ]
        marks.append(Text(places["item"].x, base, self.words.day_end, ITEM))
        if due is not None and due.due is not None:
            firm = self.say.said(self.words.hard_end, time=self.say.clock(due.due))
            marks.append(Text(places["item"].x, base + 11, f"◆ {firm}", SMALL))
        return Block(base + 16, tuple(marks))

    def _between(self, form: str, length: timedelta) -> Block:
        """A gap or an overlap before an item."""
        said = self.say.said(form, length=self.say.length(length))
        place = self.places["item"]
        mark = Text(place.x, 10.5, f"↕ {said}", SLANTED, DARK)
        return Block(14, (mark, Rule(0, 14, self.frame.wide, 14, 0.5, LIGHT)), keeps=True)

    def _band(self, line: Line) -> Block:
        """A session; what else is told of it stands below its title."""
        say, places = self.say, self.places
        item = places["item"]
        end = say.said(self.words.until, time=say.clock(line.end.at)) if line.end else ""
        end_wide = width_of(end, BAND_LENGTH)
        right = self.frame.wide - 4 - end_wide
        room = right - 8 - item.x
        title = put(line.title, SESSION, room, struck=line.skipped)
        tail = put(self._band_tail(line), SMALL, room, grey=DARK)
        whole = piled((title, tail), room)
        cue = put(line.cue, CUE, places["hour"].x - 5)
        base = 2.5 + max(title.first, cue.first)
        tall = max(whole.height, cue.height, 11) + 5
        marks: list[Mark] = [Box(0, 0, self.frame.wide, tall, BAND), *whole.at(item.x, 2.5)]
        marks += cue.at(places["cue"].x + 3, base - cue.first)
        if line.start is not None:
            start = line.start if line.started is None else Hour(line.start.was or line.start.at)
            face = BAND_GUESSED if start.guessed else BAND_HOUR
            text, wide = self._clock(start), width_of(self._clock(start), face)
            x = places["hour"].x
            marks.append(Text(x, base, text, face, dotted=start.guessed, width=wide))
        if line.started is not None:
            marks.append(Text(places["actual"].x, base, say.clock(line.started), BAND_LENGTH))
        if line.length is not None:
            length = say.length(line.length)
            marks.append(Text(places["length"].x, base, length, BAND_LENGTH))
        marks.append(Text(right, base, end, BAND_LENGTH, width=end_wide))
        return Block(tall, tuple(marks), keeps=True)

    def _band_tail(self, line: Line) -> str:
        """What else is told of a session: its room, its budget, its hard times, its crew."""
        words, say = self.words, self.say
        parts = [line.room or "" if self.rooms and line.own_room else ""]
        if line.budget is not None and line.budget > times.ZERO:
            parts.append(say.said(words.too_heavy, length=say.length(line.budget)))
        parts += [text for text, _ in hard_said(line, self.say)]
        parts += [f"{headed(name)} {said}" for name, said in line.departments.items() if said]
        parts += [line.note or "", words.skipped if line.skipped else ""]
        return " · ".join(part for part in parts if part)

    def _clock(self, hour: Hour) -> str:
        self.signs.guessed = self.signs.guessed or hour.guessed
        return f"~{self.say.clock(hour.at)}" if hour.guessed else self.say.clock(hour.at)

    def _item(self, line: Line) -> Block:
        """A row; all its cells begin on the line of its title."""
        places = self.places
        grey = DARK if line.skipped else BLACK
        cells = {
            "cue": put(line.cue, CUE, places["cue"].width, grey=grey, struck=line.skipped),
            "item": self.item.put(line, places["item"].width),
            **{_of(name): self._department(line, name) for name in self.shown},
        }
        across = EMPTY
        if line.note and _long(line.note):
            across = put(line.note, SMALL, self.frame.wide - places["item"].x, grey=DARK)
        elif "note" in places:
            cells["note"] = put(line.note or "", CELL, places["note"].width)
        base = PAD + 10
        body = max(base - each.first + each.height for each in cells.values())
        marks: list[Mark] = [*across.at(places["item"].x, body + 2)]
        tall = max(30.0, body + (across.height + 2 if across.texts else 0)) + PAD
        for name, setting in cells.items():
            marks += setting.at(places[name].x, base - setting.first)
        marks += self._hours(line, base)
        marks += self._lengths(line, base)
        marks += self._actual(line, base)
        marks.append(Rule(0, tall, self.frame.wide, tall, 0.5, LIGHT))
        return Block(tall, tuple(marks))

    def _hours(self, line: Line, base: float) -> Iterator[Mark]:
        """When it begins, framed when that is promised; below, what the former paper said."""
        if line.start is None:
            return
        start, hard = line.start, any(each.of == "start" for each in line.hard)
        if line.started is not None:  # the actual hour has its own column
            yield from self._framed_hour(Hour(start.was or start.at), base, framed=hard)
            return
        yield from self._framed_hour(start, base, framed=hard)
        if line.start.was is not None:
            self.signs.moved = True
            was, x = self.say.clock(line.start.was), self.places["hour"].x
            wide = width_of(was, SMALL_HOUR)
            yield Text(x, base + 12, was, SMALL_HOUR, DARK, struck=True, width=wide)

    def _framed_hour(self, hour: Hour, base: float, *, framed: bool) -> Iterator[Mark]:
        x, face = self.places["hour"].x, HOUR_GUESSED if hour.guessed else HOUR
        text = self._clock(hour)
        wide = width_of(text, face)
        if framed:
            yield Box(x - 12, base - 11.5, wide + 15.5, 15, width=1)
            yield Diamond(x - 5.5, base - 4.2, 3.8)
        yield Text(x, base, text, face, dotted=hour.guessed, width=wide)

    def _lengths(self, line: Line, base: float) -> Iterator[Mark]:
        """How long it lasts and until when."""
        place = self.places["length"]
        if line.length is None:
            return
        face = LENGTH_GUESSED if line.length_guessed else LENGTH
        self.signs.guessed = self.signs.guessed or line.length_guessed
        text = self._length(line)
        wide = width_of(text, face)
        yield Text(
            place.x, base, text, face, struck=line.skipped, dotted=line.length_guessed, width=wide
        )
        if line.end is not None:
            firm = line.elastic or any(each.of == "end" for each in line.hard)
            end = self.say.said(self.words.until, time=self.say.clock(line.end.at))
            face = SMALL_HOUR._replace(weight=700) if firm else SMALL_HOUR
            yield Text(place.x, base + 12, end, face, BLACK if firm else DARK)

    def _actual(self, line: Line, base: float) -> Iterator[Mark]:
        """When it really began, or a line to write it on."""
        place = self.places["actual"]
        if line.started is not None:
            yield Text(place.x, base, self.say.clock(line.started), LENGTH)
        elif not line.skipped:
            right = place.x + place.width - 6
            yield Rule(place.x, base + 2, right, base + 2, 0.6, LIGHT, (1.2, 1.8))

    def _department(self, line: Line, name: str) -> Setting:
        return put(line.departments.get(name, ""), CELL, self.places[_of(name)].width)


class _Signs:
    """The signs used so far, for the legend."""

    def __init__(self) -> None:
        self.guessed = self.moved = False


def _fitted(
    name: str, head: str, said: Iterable[str], most: float, least: float = DEPARTMENT_LEAST
) -> Column:
    """A column as wide as its longest words want, up to `most`."""
    wanted = max(width_of(head, HEAD), *(width_of(text, CELL) for text in said)) + 2
    return Column(name, head, min(wanted, least), min(wanted, most))


def _long(note: str) -> bool:
    """Whether a note would be too tall in its column."""
    return "\n" in note.strip() or width_of(" ".join(note.split()), CELL) > 4 * NOTE_MOST


def _of(department: str) -> str:
    """What a department's column is called: one may be called "note", or "item"."""
    return f"department {department}"


def _lowered(mark: Mark, by: float) -> Mark:
    return moved(mark, 0, by)
