"""The pocket edition: hours large, titles short, nothing else; folded out of one side of a sheet.

A sheet of A4 or Letter holds four pages of a quarter of its size. Folded twice, printed side out,
it reads as a card: front, inside left, inside right, back; so the upper two stand on their heads.
A smaller paper (A6, or A5 with larger letters) takes a page each.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from runofshow.core.paper import Hard, Hour, Line, Sheet
from runofshow.ui.paper.flow import Block
from runofshow.ui.paper.frame import Frame, Margins, framed, ruled_foot
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import (
    BAND,
    DARK,
    LIGHT,
    Box,
    Diamond,
    Document,
    Mark,
    Page,
    Placed,
    Rule,
    Surface,
    Text,
    document,
)
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import Run, put, put_runs, shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Paper, Size
from runofshow.ui.paper.steps import Steps, resting

TITLE: Final = Face(11, 700)
ABOUT: Final = Face(8)
HOUR: Final = Face(15, 700, digits=True)
HOUR_GUESSED: Final = Face(13.5, digits=True, italic=True)
ITEM: Final = Face(9.5, 600)
WHO: Final = Face(8)
SESSION: Final = Face(8.5, 700)
LENGTH: Final = Face(9, digits=True)
CUE: Final = Face(9, 700, digits=True)
PHONE: Final = Face(8.5, 700, digits=True)

AROUND: Final = Margins(7 * MILLIMETRE, 7 * MILLIMETRE, 7 * MILLIMETRE, 6 * MILLIMETRE)
HOUR_WIDE: Final = 63.0
LENGTH_WIDE: Final = 40.0
NAMES: Final = 2
"""So many speakers are named; of more, the first and how many others."""


def made(sheet: Sheet, language: str, paper: Paper) -> Steps[Document]:
    """The rundown for the stage manager's pocket."""
    size = paper.size.quarter if paper.folded else Paper.A6.size
    pocket = _Pocket(sheet, language, size, folded=paper.folded)
    title, pages = f"{pocket.words.pocket} · {sheet.title}", (yield from pocket.pages())
    if not paper.folded:
        return document(title, pages, paper.size.width / size.width)
    return Document(title, tuple(folded(pages, paper.size)))


def folded(pages: Sequence[Page], size: Size) -> Iterator[Surface]:
    """Four pages a side: read from the front cover on once it is folded twice."""
    wide, tall = size.quarter
    corners = ((wide, tall, False), (wide, 0.0, True), (0.0, 0.0, True), (0.0, tall, False))
    folds = (
        Rule(0, tall, size.width, tall, 0.4, LIGHT, (6, 6)),
        Rule(wide, 0, wide, size.height, 0.4, LIGHT, (6, 6)),
    )
    for first in range(0, len(pages), 4):
        four = zip(pages[first : first + 4], corners, strict=False)
        placed = tuple(Placed(page, x, y, turned) for page, (x, y, turned) in four)
        yield Surface(size.width, size.height, placed, folds)


class _Pocket:
    """Lays out one rundown on small pages."""

    def __init__(self, sheet: Sheet, language: str, size: Size, *, folded: bool) -> None:
        self.folded = folded
        self.sheet, self.say = sheet, Saying(sheet.date, sheet.zone, language)
        self.words = self.say.words
        self.frame = Frame(size, AROUND, foot=14)

    def pages(self) -> Steps[list[Page]]:
        blocks = yield from resting(self._blocks())
        if not blocks:
            said = put(self.words.empty, WHO, self.frame.wide)
            blocks = [Block(said.height, said.texts)]
        foot = ruled_foot(self.frame.wide, self._stamp(), self._page)
        made = yield from framed(self.frame, self._head(), self._running(), blocks, foot)
        return made + [self._empty()] * (-len(made) % 4) if self.folded else made

    def _empty(self) -> Page:
        """What is left of a sheet takes notes."""
        size, wide = self.frame.size, self.frame.wide
        x, y = AROUND.left, AROUND.top
        rules = [
            Rule(x, y + 32 + 20 * line, x + wide, y + 32 + 20 * line, 0.6, LIGHT, (1.2, 1.8))
            for line in range(int((size.height - y - AROUND.bottom - 32) // 20) + 1)
        ]
        return Page(
            size.width, size.height, (Text(x, y + 8, self.words.notes, ABOUT, DARK), *rules)
        )

    def _stamp(self) -> str:
        sheet, say = self.sheet, self.say
        when = sheet.at.astimezone(sheet.zone)
        lead = f"{self.words.rehearsal} · " if sheet.rehearsal else ""
        return (
            f"{lead}{sheet.rev} · {sheet.mark} · {when.day}/{when.month:02d} {say.clock(sheet.at)}"
        )

    def _page(self, number: int, count: int) -> str:
        return f"{number}/{count}"

    # --- around ---

    def _head(self) -> Block:
        sheet, wide = self.sheet, self.frame.wide
        title = put(sheet.title, TITLE, wide)
        span = self.say.span(sheet.starts, sheet.ends)
        about = put(
            " · ".join(part for part in (self.say.the_day, span, sheet.room) if part),
            ABOUT,
            wide,
            grey=DARK,
        )
        y = title.height + 1 + about.height + 3
        rule = Rule(0, y, wide, y, 1)
        return Block(y + 1, (*title.at(0, 0), *about.at(0, title.height + 1), rule))

    def _running(self) -> Block:
        wide = self.frame.wide
        title = shortened(self.sheet.title, ABOUT, wide)
        return Block(14, (Text(0, 8, title, ABOUT, DARK), Rule(0, 13, wide, 13, 1)))

    # --- rows ---

    def _blocks(self) -> Iterator[Block]:
        shown = {session for line in self.sheet.leaves for session in line.above}
        for line in self.sheet.lines:
            if line.leaf and not line.skipped:
                yield self._item(line)
            elif line.id in shown:
                yield self._session(line)
        if self.sheet.ends is not None:
            yield self._end(self.sheet.ends)
        yield from self._phones()

    def _session(self, line: Line) -> Block:
        wide = self.frame.wide
        end = f"→ {self.say.clock(line.end.at)}" if line.end else ""
        room = wide - HOUR_WIDE - width_of(end, LENGTH) - 8
        title = shortened(line.title, SESSION, room)
        right = wide - 3 - width_of(end, LENGTH)
        return Block(
            14,
            (
                Box(0, 0, wide, 13.5, BAND),
                Text(3, 10, shortened(line.cue, CUE, HOUR_WIDE - 7), CUE),
                Text(HOUR_WIDE, 10, title, SESSION),
                Text(right, 10, end, LENGTH),
            ),
            keeps=True,
        )

    def _item(self, line: Line) -> Block:
        wide = self.frame.wide
        length = 0.0 if line.length is None else width_of(self._length_text(line), LENGTH) + 6
        title = put(line.title, ITEM, wide - HOUR_WIDE - max(LENGTH_WIDE, length))
        who = put_runs(self._names(line), wide - HOUR_WIDE)
        base = 15.5
        marks: list[Mark] = [*title.at(HOUR_WIDE, base - title.first)]
        below = base - title.first + title.height + 0.5
        marks += who.at(HOUR_WIDE, below)
        tall = max(22.0, below + who.height + 3.5)
        if line.start is not None:
            marks += self._hour(line.start, base, hard=any(x.of == "start" for x in line.hard))
        if line.length is not None:
            marks += self._length(line, base)
        marks.append(Rule(0, tall, wide, tall, 0.5, LIGHT))
        return Block(tall, tuple(marks))

    def _hour(self, hour: Hour, base: float, *, hard: bool) -> Iterator[Mark]:
        face = HOUR_GUESSED if hour.guessed else HOUR
        text = f"~{self.say.clock(hour.at)}" if hour.guessed else self.say.clock(hour.at)
        wide = width_of(text, face)
        if hard:
            yield Box(-3, base - 13.5, wide + 6, 17, width=1.2)
        yield Text(0, base, text, face, dotted=hour.guessed, width=wide)

    def _length(self, line: Line, base: float) -> Iterator[Mark]:
        guessed, text = line.length_guessed, self._length_text(line)
        wide = width_of(text, LENGTH)
        face = LENGTH._replace(italic=True) if guessed else LENGTH
        yield Text(self.frame.wide - wide, base, text, face, DARK, dotted=guessed, width=wide)

    def _length_text(self, line: Line) -> str:
        assert line.length is not None
        return f"{'~' if line.length_guessed else ''}{self.say.length(line.length)}"

    def _names(self, line: Line) -> list[Run]:
        names = [who.name for who in line.speakers]
        if len(names) > NAMES:
            names = [names[0], f"+{len(names) - 1}"]
        mics = " ".join(who.mic for who in line.speakers if who.mic and len(line.speakers) <= NAMES)
        runs = [Run(", ".join(names), WHO)]
        if mics:
            runs.append(Run(f"  {mics}", PHONE._replace(size=7.5)))
        return runs

    def _end(self, ends: Hour) -> Block:
        hard = any(not each.title and each.due == ends.at for each in self.sheet.hard)
        marks = [*self._hour(ends, 16, hard=hard), Text(HOUR_WIDE, 16, self.words.day_end, ITEM)]
        return Block(24, tuple(marks))

    def _phones(self) -> Iterator[Block]:
        """Whom to ring, at the end."""
        known = self.sheet.hard
        if known:
            yield Block(15, (Text(0, 12, self.words.hard_times, SESSION),), keeps=True)
        for hard in known:
            yield self._phone(hard)

    def _phone(self, hard: Hard) -> Block:
        """An hour promised, to whom, and the number: beside the name, or below where it is long."""
        wide, clock = self.frame.wide, "–" if hard.due is None else self.say.clock(hard.due)
        phone = put(hard.phone or "", PHONE, wide - HOUR_WIDE)
        beside = phone.width < wide * 0.5 and len({text.y for text in phone.texts}) < 2
        room = wide - HOUR_WIDE - (phone.width + 6 if beside else 0)
        who = shortened(hard.to or self.say.hard_title(hard), ITEM, room)
        x, y = (wide - phone.width, 10.5 - phone.first) if beside else (HOUR_WIDE, 14.0)
        return Block(
            14 if beside else 15 + phone.height,
            (
                Diamond(3.5, 7, 3.5),
                Text(11, 10.5, clock, LENGTH._replace(weight=700)),
                Text(HOUR_WIDE, 10.5, who, ITEM),
                *phone.at(x, y),
            ),
        )
