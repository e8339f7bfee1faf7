"""The edition for the door of a room: what the public may know, as large as one page allows."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from runofshow.core.editions import Entry, Poster, posters
from runofshow.core.paper import Sheet
from runofshow.core.plan import Speaker
from runofshow.ui.paper.flow import Block
from runofshow.ui.paper.frame import Frame, Margins, framed
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import DARK, LIGHT, Document, Mark, Page, Rule, Text, document
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import Run, Setting, put, put_runs, shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Paper, Size
from runofshow.ui.paper.steps import Steps, resting

SCALES: Final = (
    (1.8, False), (1.65, False), (1.5, False), (1.4, False), (1.3, False), (1.2, False),
    (1.1, False), (1.0, False),
    (0.95, True), (0.9, True), (0.85, True), (0.8, True), (0.74, True),
)  # fmt: skip
"""Tried from the largest, the names of an item one below the other, then (True) side by side: the
first with which the day is one page."""
READABLE: Final = 0.92
"""The scale of a day that no page holds: it goes on on the next, no smaller than this."""
AROUND: Final = Margins(16 * MILLIMETRE, 15 * MILLIMETRE, 16 * MILLIMETRE, 11 * MILLIMETRE)
ROOM: Final = Face(26, 700)
TITLE: Final = Face(20, 700)
DAY: Final = Face(14, 500)
HOUR: Final = Face(17, 700, digits=True)
ABOUT: Final = Face(9.5)
SESSION: Final = Face(15, 700)
ITEM: Final = Face(12.5, 600)
WHO: Final = Face(11)
SMALL: Final = Face(7.5)


def made(sheet: Sheet, language: str, paper: Paper) -> Steps[Document]:
    """A poster for each room."""
    say = Saying(sheet.date, sheet.zone, language)
    pages: list[Page] = []
    for poster in posters(sheet):
        pages += yield from _fitted(sheet, poster, say, paper)
    return document(f"{say.words.door} · {sheet.title}", pages)


def _fitted(sheet: Sheet, poster: Poster, say: Saying, paper: Paper) -> Steps[list[Page]]:
    """The poster on one page, as large as it can be; on more when it would be too small."""
    for scale, close in SCALES:
        door = _Door(sheet, poster, say, paper.size, scale, close)
        if (yield from door.fits()):
            return (yield from door.pages())
    return (yield from _Door(sheet, poster, say, paper.size, READABLE, close=True).pages())


class _Door:
    """Lays out a poster at one scale."""

    def __init__(
        self, sheet: Sheet, poster: Poster, say: Saying, size: Size, scale: float, close: bool
    ) -> None:
        self.sheet, self.poster, self.say, self.scale = sheet, poster, say, scale
        self.close, self.words = close, say.words
        self.frame = Frame(size, AROUND, foot=12)

    @cached_property
    def indent(self) -> float:
        """Where titles begin: behind the widest hour."""
        hours = map(self._hour_wide, self.poster.entries)
        return max((*hours, 50 * self.scale)) + 14 * self.scale

    def _hour_wide(self, entry: Entry) -> float:
        if entry.at is None:
            return 0.0
        wide = width_of(self.say.clock(entry.at), self._face(HOUR))
        return wide + (width_of(self._vague, self._face(ABOUT)) + 4 if entry.about else 0.0)

    @property
    def _vague(self) -> str:
        """The word before an hour that is not certain."""
        return self.words.about.replace("{time}", "").strip()

    def fits(self) -> Steps[bool]:
        """Whether it is one page."""
        left = self.frame.tall - self._head().height
        if len(self.poster.entries) * ITEM.size * self.scale > left:
            return False
        for block in self._blocks():
            left -= block.height
            if left < 0:
                return False
            yield
        return True

    def pages(self) -> Steps[list[Page]]:
        blocks = yield from resting(self._blocks())
        blocks = blocks or [self._said(self.words.empty, ITEM)]
        return (yield from framed(self.frame, self._head(), self._running(), blocks, self._foot))

    def _face(self, face: Face) -> Face:
        return face.scaled(self.scale)

    def _head(self) -> Block:
        """The room, the title of the day, the day."""
        wide, poster = self.frame.wide, self.poster
        marks: list[Mark] = []
        y = 0.0
        place = poster.room or self.sheet.venue
        parts = [(poster.room, ROOM)] if poster.room else []
        parts += [(self.sheet.title, TITLE), (self.say.the_day, DAY)]
        if not poster.room and place:
            parts.append((place, DAY._replace(size=11)))
        for text, face in parts:
            if text:
                said = put(text, self._face(face), wide)
                marks += said.at(0, y)
                y += said.height + 3 * self.scale
        y += 6 * self.scale
        marks.append(Rule(0, y, wide, y, 2.5))
        return Block(y + 5 * self.scale, tuple(marks))

    def _running(self) -> Block:
        text = " · ".join(part for part in (self.poster.room, self.sheet.title) if part)
        said = shortened(text, self._face(WHO), self.frame.wide)
        y = 20 * self.scale
        return Block(
            y + 4,
            (Text(0, 12 * self.scale, said, self._face(WHO)), Rule(0, y, self.frame.wide, y, 2)),
        )

    def _foot(self, number: int, count: int) -> list[Mark]:
        """The hour of print, small: an old poster on a door is known by it."""
        stamp = self.say.stamp(self.sheet)
        if count > 1:
            page = self.say.said(self.words.page, page=number, pages=count)
            stamp = f"{page} · {stamp}"
        wide = width_of(stamp, SMALL)
        return [Text(self.frame.wide - wide, 10, stamp, SMALL, DARK)]

    # --- rows ---

    def _said(self, text: str, face: Face) -> Block:
        said = put(text, self._face(face), self.frame.wide)
        return Block(said.height, said.texts)

    def _blocks(self) -> Iterator[Block]:
        entries = self.poster.entries
        for number, entry in enumerate(entries):
            following = entries[number + 1] if number + 1 < len(entries) else None
            held = following is not None and following.inside and not following.session
            yield self._entry(entry, ruled=not (held or entry.session))
        if self.poster.ends is not None and not self.poster.ends_about:
            text = self.say.said(self.words.door_ends, time=self.say.clock(self.poster.ends))
            said = put(text, self._face(ITEM), self.frame.wide - self.indent)
            gap = 6 * self.scale
            yield Block(said.height + gap, tuple(said.at(self.indent, gap)))

    def _entry(self, entry: Entry, *, ruled: bool) -> Block:
        """An hour and what there is then; an item of a session stands below it, smaller."""
        s = self.scale
        wide = self.frame.wide - self.indent
        inner = entry.inside and not entry.session
        face = self._face(SESSION if not inner else ITEM)
        title = put(entry.title, face, wide)
        pad = (2.5 if inner else 7) * s
        base = pad + self._face(HOUR if not inner else ITEM).size * 0.95
        top = base - title.first
        marks: list[Mark] = [*title.at(self.indent, top)]
        y = top + title.height + 1 * s
        for setting in self._below(entry, wide):
            if setting.texts:
                marks += setting.at(self.indent, y)
                y += setting.height + 1 * s
        if entry.at is not None:
            marks += self._hour(entry, base)
        y += (1.5 if not ruled else 6) * s
        if ruled:
            marks.append(Rule(0, y, self.frame.wide, y, 0.6, LIGHT))
        return Block(y, tuple(marks), keeps=entry.session)

    def _below(self, entry: Entry, wide: float) -> Iterator[Setting]:
        """Who speaks, where, and what runs side by side."""
        names = [self._name(who) for who in entry.speakers]
        if self.close and names:
            between = Run("  ·  ", self._face(WHO), DARK)
            runs = [run for name in names for run in (between, *name)]
            yield put_runs(runs[1:], wide)
        else:
            for name in names:
                yield put_runs(name, wide)
        if entry.room:
            yield put(self._room(entry.room), self._face(WHO), wide)
        for activity in entry.activities:
            parts = (activity.room if activity.room != self.poster.room else "", activity.title)
            text = " · ".join(part for part in (*parts, activity.host) if part)
            if text:
                yield put(text, self._face(WHO), wide)

    def _room(self, room: str) -> str:
        """A room by its name; by "room" and its number where that is all its name is."""
        named = re.search(r"[^\W\d_]{3}", room) is not None
        return room if named else self.say.said(self.words.in_room, room=room)

    def _name(self, who: Speaker) -> list[Run]:
        face = self._face(WHO)
        extra = who.organisation or who.role
        runs = [Run(who.name, face._replace(weight=600))]
        if extra:
            runs.append(Run(f", {extra}", face, DARK))
        if who.chair:
            runs.append(Run(f" ({self.words.chaired})", face, DARK))
        return runs

    def _hour(self, entry: Entry, base: float) -> Iterator[Mark]:
        assert entry.at is not None
        inner = entry.inside and not entry.session
        face = self._face(HOUR if not inner else ITEM._replace(digits=True))
        text = self.say.clock(entry.at)
        x = 0.0
        if entry.about:
            small = self._face(ABOUT)
            yield Text(0, base, self._vague, small, DARK)
            x = width_of(self._vague, small) + 4
        yield Text(x, base, text, face)
