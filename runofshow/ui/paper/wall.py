"""The poster for the wall: the grid of an open forum, rooms by rounds, on twice the paper.

- All titles are of one size, the largest with which each of them fits its cell.
- A free cell is left white, with a line to write on: the agenda goes on being made by hand.
- On A4 it is A3 across, on Letter tabloid; more rooms than a page holds go on on the next.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeVar

from runofshow.core.paper import Forum, Sheet
from runofshow.core.plan import Activity
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import (
    BAND,
    DARK,
    LIGHT,
    Box,
    Document,
    Mark,
    Page,
    Rule,
    Text,
    document,
    moved,
)
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import Setting, put, shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Paper, Size
from runofshow.ui.paper.steps import Steps

T = TypeVar("T")
SCALES: Final = (1.5, 1.35, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.62, 0.55, 0.48, 0.42)
"""Tried from the largest, for all cells alike; with the last one titles are cut."""
ROOMS: Final = 12
"""How many rooms a page holds."""
AROUND: Final = 14 * MILLIMETRE
PAD: Final = 3 * MILLIMETRE
TALLEST: Final = 52 * MILLIMETRE
"""How tall a room's line becomes at most."""
TITLE: Final = Face(34, 700)
DAY: Final = Face(15, 500)
ROUND: Final = Face(21, 700)
HOURS: Final = Face(17, 600, digits=True)
ROOM: Final = Face(24, 700)
TOPIC: Final = Face(24, 600)
HOST: Final = Face(15)
SMALL: Final = Face(8)


class _Cell(NamedTuple):
    """A cell as it is set: what takes place and who hosts, and how tall both are."""

    title: Setting
    host: Setting

    @property
    def height(self) -> float:
        return self.title.height + (self.host.height + 4 if self.host.texts else 0)


def made(sheet: Sheet, language: str, paper: Paper) -> Steps[Document]:
    """The poster; a day without a grid is told so on a page of its own."""
    say, size = Saying(sheet.date, sheet.zone, language), _doubled(paper.size)
    forum = sheet.forum
    rooms = range(len(forum.grid.rooms)) if forum is not None else range(0)
    pages: list[Page] = []
    for first in range(0, max(len(rooms), 1), ROOMS):
        wall = _Wall(sheet, forum, rooms[first : first + ROOMS], say, size)
        pages.append(wall.page())
        yield
    return document(f"{say.words.wall} · {sheet.title}", pages)


def _doubled(size: Size) -> Size:
    """Two of a size side by side."""
    return Size(2 * size.width, size.height)


class _Wall:
    """Lays out some rooms of a grid on one page."""

    def __init__(
        self, sheet: Sheet, forum: Forum | None, rooms: range, say: Saying, size: Size
    ) -> None:
        self.sheet, self.forum, self.rooms, self.say, self.size = sheet, forum, rooms, say, size
        self.wide = size.width - 2 * AROUND

    def page(self) -> Page:
        marks = list(self._head())
        top = max((mark.bottom for mark in marks), default=0.0) + 12
        if self.forum is None or not self.rooms:
            said = put(self.say.words.no_grid, DAY.scaled(1.4), self.wide)
            marks += said.at(0, top + 30)
        else:
            marks += self._table(self.forum, top)
        marks += self._foot()
        placed = tuple(moved(mark, AROUND, AROUND) for mark in marks)
        return Page(self.size.width, self.size.height, placed)

    def _head(self) -> Iterator[Mark]:
        """What the workshops are, the title of the day and the day."""
        forum = self.forum
        title = put(forum.title if forum is not None else self.sheet.title, TITLE, self.wide)
        yield from title.at(0, 0)
        day = self.sheet.title if forum is not None else ""
        text = " · ".join(part for part in (day, self.say.the_day, self.sheet.venue) if part)
        said = put(shortened(text, DAY, self.wide), DAY, self.wide, grey=DARK)
        yield from said.at(0, title.height + 4)

    def _foot(self) -> Iterator[Mark]:
        """The hour of print: an old poster on a wall is known by it."""
        stamp = self.say.stamp(self.sheet)
        y = self.size.height - 2 * AROUND
        yield Text(self.wide - width_of(stamp, SMALL), y, stamp, SMALL, DARK)

    def _table(self, forum: Forum, top: float) -> Iterator[Mark]:
        columns = max(len(forum.grid.rounds), 1)
        lead = self.wide * 0.16
        wide = (self.wide - lead) / columns
        head = ROUND.size + HOURS.size + 22
        room = self.size.height - 2 * AROUND - 16 - top - head
        tall = min(room / len(self.rooms), TALLEST)
        for number, column in enumerate(forum.grid.rounds):
            hours = " – ".join(map(self.say.clock, forum.hours[number]))
            yield from self._round(column.title, hours, lead + number * wide, top, wide)
        y = top + head
        yield Rule(0, y, self.wide, y, 2.2)
        names = self._fitted([forum.grid.rooms[each] for each in self.rooms], lead, tall)
        cells = self._cells(forum, wide, tall)
        for line, each in enumerate(self.rooms):
            area = y + line * tall
            yield Box(0, area, lead - PAD, tall - 1, BAND)
            name = names[line]
            yield from name.at(PAD, area + (tall - name.height) / 2)
            for number, column in enumerate(forum.grid.rounds):
                x = lead + number * wide
                cell = cells[line][number]
                yield from self._cell(column.cells[each], cell, x, area, wide, tall)
            yield Rule(0, area + tall, self.wide, area + tall, 0.7, LIGHT)

    def _round(self, title: str, hours: str, x: float, top: float, wide: float) -> Iterator[Mark]:
        room = wide - 2 * PAD
        y = top + ROUND.size
        yield Text(x + PAD, y, shortened(title, ROUND, room), ROUND)
        yield Text(x + PAD, y + HOURS.size + 6, shortened(hours, HOURS, room), HOURS, DARK)

    def _fitted(self, names: list[str], lead: float, tall: float) -> list[Setting]:
        """The rooms' names in the largest letters with which each fits."""
        room = lead - 3 * PAD

        def at(scale: float) -> list[Setting]:
            return [put(name, ROOM.scaled(scale), room) for name in names]

        def fits(scale: float, found: list[Setting]) -> bool:
            whole = _unbroken(names, ROOM.scaled(scale), room)
            return whole and all(each.height <= tall - PAD for each in found)

        return _largest(at, fits)

    def _cells(self, forum: Forum, wide: float, tall: float) -> list[list[_Cell]]:
        """Room by room and round by round, in the largest letters with which each fits."""
        rounds = forum.grid.rounds
        titles = [each.cells[room].title for room in self.rooms for each in rounds]

        def at(scale: float) -> list[list[_Cell]]:
            return [
                [self._set(each.cells[room], wide, scale) for each in rounds] for room in self.rooms
            ]

        def fits(scale: float, found: list[list[_Cell]]) -> bool:
            whole = _unbroken(titles, TOPIC.scaled(scale), wide - 2 * PAD)
            return whole and all(cell.height <= tall - PAD for line in found for cell in line)

        return _largest(at, fits)

    def _set(self, activity: Activity, wide: float, scale: float) -> _Cell:
        face, room = TOPIC.scaled(scale), wide - 2 * PAD
        title = self.say.typed(activity.title)
        if scale == SCALES[-1]:
            title = shortened(title, face, room * 3)
        host = put(activity.host or "", HOST.scaled(scale), room, grey=DARK)
        return _Cell(put(title, face, room), host)

    def _cell(
        self, activity: Activity, cell: _Cell, x: float, y: float, wide: float, tall: float
    ) -> Iterator[Mark]:
        """What takes place, in the middle of its place; a free one has a line to write on."""
        yield Rule(x, y, x, y + tall, 0.7, LIGHT)
        if not activity.title and not activity.host:
            low = y + tall * 0.68
            yield Rule(x + PAD, low, x + wide - PAD, low, 0.7, LIGHT, dash=(2, 3))
            return
        top = y + (tall - cell.height) / 2
        yield from cell.title.at(x + PAD, top)
        yield from cell.host.at(x + PAD, top + cell.title.height + 4)


def _unbroken(texts: Iterable[str], face: Face, room: float) -> bool:
    """Whether each word has its place on one line."""
    return all(width_of(word, face) <= room for text in texts for word in text.split())


def _largest(at: Callable[[float], T], fits: Callable[[float, T], bool]) -> T:
    """What is made at the largest scale at which it fits, else at the smallest."""
    sizes = ((scale, at(scale)) for scale in SCALES)
    found = next((found for scale, found in sizes if fits(scale, found)), None)
    return at(SCALES[-1]) if found is None else found
