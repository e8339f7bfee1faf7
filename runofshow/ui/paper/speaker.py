"""The edition for a speaker: one page with when to be there, who comes before and after, where.

Without a name there is a page for everybody who speaks. What the stage screen will say and when is
told beforehand: a sign that is known is obeyed.
"""

from collections.abc import Iterator
from typing import Final

from runofshow.core.editions import Part, Roadmap, roadmaps
from runofshow.core.paper import Line, Sheet
from runofshow.ui.paper.flow import Block
from runofshow.ui.paper.frame import Frame, Margins, framed, ruled_foot
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import (
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
from runofshow.ui.paper.setting import Run, Setting, put, put_runs, shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Paper, Size
from runofshow.ui.paper.steps import Steps, resting

SCALES: Final = (
    (1.0, False), (0.9, False), (0.82, False), (1.0, True), (0.9, True), (0.8, True),
)  # fmt: skip
"""Tried until all that somebody does is on one page; then (True) with less said of each item."""
AROUND: Final = Margins(20 * MILLIMETRE, 18 * MILLIMETRE, 20 * MILLIMETRE, 12 * MILLIMETRE)
KIND: Final = Face(9, 700)
NAME: Final = Face(25, 700)
ROLE: Final = Face(11)
TITLE: Final = Face(13, 600)
DAY: Final = Face(11)
ITEM: Final = Face(14, 700)
CAPTION: Final = Face(8.5, 600)
BIG: Final = Face(31, 700, digits=True)
BIG_GUESSED: Final = Face(31, digits=True, italic=True)
UNDER: Final = Face(9)
PLAIN: Final = Face(10.5)
STRONG: Final = Face(10.5, 700)
HOUR: Final = Face(11, 700, digits=True)
SIGN: Final = Face(9.5, 700)
CAPTIONS_WIDE: Final = 88.0


def made(sheet: Sheet, language: str, paper: Paper, name: str | None = None) -> Steps[Document]:
    """A page for each speaker, or for the one of that name."""
    say = Saying(sheet.date, sheet.zone, language)
    pages: list[Page] = []
    for roadmap in roadmaps(sheet, name):
        pages += yield from _fitted(sheet, roadmap, say, paper)
    return document(f"{say.words.speaker} · {sheet.title}", pages)


def _fitted(sheet: Sheet, roadmap: Roadmap, say: Saying, paper: Paper) -> Steps[list[Page]]:
    """One page, if that can be read."""
    pages: list[Page] = []
    for scale, close in SCALES:
        pages = yield from _Speaker(sheet, roadmap, say, paper.size, scale, close).pages()
        if len(pages) == 1:
            break
    return pages


class _Speaker:
    """Lays out one speaker's page at one scale."""

    def __init__(
        self, sheet: Sheet, roadmap: Roadmap, say: Saying, size: Size, scale: float, close: bool
    ) -> None:
        self.close = close
        self.sheet, self.roadmap, self.say, self.scale = sheet, roadmap, say, scale
        self.words = say.words
        self.frame = Frame(size, AROUND)

    def pages(self) -> Steps[list[Page]]:
        blocks = yield from resting(
            map(self._brief if self.close else self._part, self.roadmap.parts)
        )
        yield
        blocks += [Block(10 * self.scale if self.close else 0), self._screen()]
        blocks.append(self._contact())
        foot = ruled_foot(self.frame.wide, self.say.stamp(self.sheet), self._page)
        return (yield from framed(self.frame, self._head(), self._running(), blocks, foot))

    def _page(self, number: int, count: int) -> str:
        return self.say.said(self.words.page, page=number, pages=count) if count > 1 else ""

    def _face(self, face: Face) -> Face:
        return face.scaled(self.scale)

    def _head(self) -> Block:
        """Whose it is, and of what day."""
        wide, who, sheet, s = self.frame.wide, self.roadmap.who, self.sheet, self.scale
        y, marks = 0.0, list[Mark]()
        about = ", ".join(part for part in (who.role, who.organisation) if part)
        place = sheet.venue or ""
        for text, face, grey, after in (
            (self.words.sheet_of, KIND, DARK, 5),
            (who.name, NAME, 0.0, 2),
            (about, ROLE, DARK, 10),
            (sheet.title, TITLE, 0.0, 2),
            (self.say.the_day, DAY, 0.0, 1),
            (place, DAY, DARK, 1),
        ):
            if text:
                said = put(text, self._face(face), wide, grey=grey)
                marks += said.at(0, y)
                y += said.height + after * s
        y += 7 * s
        marks.append(Rule(0, y, wide, y, 2))
        y += 10 * s
        count = len(self.roadmap.parts)
        if count > 1:
            said = put(self.say.said(self.words.your_items, count=count), self._face(STRONG), wide)
            marks += said.at(0, y)
            y += said.height + 8 * s
        return Block(y, tuple(marks))

    def _running(self) -> Block:
        said = shortened(f"{self.roadmap.who.name} · {self.sheet.title}", CAPTION, self.frame.wide)
        return Block(22, (Text(0, 9, said, CAPTION), Rule(0, 15, self.frame.wide, 15, 1)))

    # --- what somebody does ---

    def _part(self, part: Part) -> Block:
        """One item: its hours, then what else there is to know of it."""
        wide, s = self.frame.wide, self.scale
        title = part.activity.title if part.activity and part.activity.title else part.line.title
        said = put(title, self._face(ITEM), wide)
        hours = self._hours(part)
        rows = list(self._rows(part))
        y = said.height + 8 * s
        marks: list[Mark] = [*said.texts]
        marks += list(_lowered(hours.marks, y))
        y += hours.height + 8 * s
        for caption, setting in rows:
            head = put(caption, self._face(CAPTION), CAPTIONS_WIDE, grey=DARK)
            marks += head.at(0, y + setting.first - head.first)
            marks += setting.at(CAPTIONS_WIDE, y)
            y += max(setting.height, head.height) + 4 * s
        y += 8 * s
        marks.append(Rule(0, y, wide, y, 0.7, LIGHT))
        return Block(y + 12 * s, tuple(marks))

    def _brief(self, part: Part) -> Block:
        """One item of many: when, what, when to be there, where, with which microphone."""
        s, wide, line, say = self.scale, self.frame.wide, part.line, self.say
        x, y = 128 * s, 4 * s
        title = part.activity.title if part.activity and part.activity.title else line.title
        said = put(title, self._face(STRONG), wide - x)
        marks: list[Mark] = [*said.at(x, y)]
        if line.start is not None:
            lead = "~" if line.start.guessed else ""
            hours = f"{lead}{say.span(line.start, line.end)}"
            face = self._face(HOUR)._replace(italic=line.start.guessed)
            marks.append(Text(0, y + said.first, hours, face))
        room = part.activity.room if part.activity and part.activity.room else line.room
        there = ""
        if part.there is not None and not part.stays:
            there = f"{self.words.be_there} {say.clock(part.there)}"
        facts = (there, room, part.who.mic, part.session)
        about = put(" · ".join(fact for fact in facts if fact), self._face(UNDER), wide - x)
        marks += about.at(x, y + said.height + 1)
        y += said.height + about.height + 5 * s
        marks.append(Rule(0, y, wide, y, 0.5, LIGHT))
        return Block(y, tuple(marks))

    def _hours(self, part: Part) -> Block:
        """When to be there, when it begins, how long it lasts: the three figures to keep."""
        words, say, s, line = self.words, self.say, self.scale, part.line
        third, tall = self.frame.wide / 3, 68 * s
        figures: list[tuple[str, str, str, bool]] = []
        guessed = line.start is not None and line.start.guessed
        if part.there is not None and line.start is not None:
            before = say.said(words.before_start, length=say.length(part.before))
            unsure = words.not_certain if guessed else ""
            if part.stays:
                unsure = words.stays
            else:
                figures.append((words.be_there, say.clock(part.there), before, guessed))
            figures.append((words.on_stage, say.clock(line.start.at), unsure, guessed))
        if line.length is not None:
            end = say.said(words.until, time=say.clock(line.end.at)) if line.end else ""
            length = say.length(line.length)
            figures.append((words.lasts, length, end, line.length_guessed))
        marks: list[Mark] = []
        for number, (caption, figure, under, doubt) in enumerate(figures):
            x = number * third
            big = self._face(BIG_GUESSED if doubt else BIG)
            text = f"~{figure}" if doubt else figure
            while width_of(text, big) > third - 12:
                big = big.scaled(0.94)
            pad = 10 * s if number == 0 else 0
            marks.append(Text(x + pad, 15 * s, caption, self._face(CAPTION)))
            marks.append(Text(x + pad, 47 * s, text, big, dotted=doubt, width=width_of(text, big)))
            marks.append(Text(x + pad, 60 * s, under, self._face(UNDER), DARK))
        if figures and part.there is not None:
            marks.insert(0, Box(0, 0, third - 14, tall, width=1.6))
        return Block(tall, tuple(marks))

    def _rows(self, part: Part) -> Iterator[tuple[str, Setting]]:
        """What else there is to know, each with its caption."""
        words, say, line = self.words, self.say, part.line
        room = part.activity.room if part.activity and part.activity.room else line.room
        plain, strong = self._face(PLAIN), self._face(STRONG)
        if room:
            yield words.room, self._set([Run(room, strong)])
        if part.session:
            yield words.in_session, self._set([Run(part.session, plain)])
        if part.who.topic:
            yield words.topic, self._set([Run(part.who.topic, plain)])
        if part.who.mic:
            yield words.mic, self._set([Run(part.who.mic, strong)])
        own = list(self._own(part))
        if own:
            yield words.your_part, self._set([Run(" · ".join(own), strong)])
        if part.others:
            yield words.with_whom, self._set(self._others(part))
        yield words.before_you, self._set(self._neighbour(part.follows, words.nobody_before))
        yield words.after_you, self._set(self._neighbour(part.leads_to, words.nobody_after))
        if line.questions:
            said = say.said(words.of_it_questions, length=say.length(line.questions))
            yield words.screen_questions.capitalize(), self._set([Run(said, plain)])

    def _set(self, runs: list[Run]) -> Setting:
        return put_runs(runs, self.frame.wide - CAPTIONS_WIDE)

    def _own(self, part: Part) -> Iterator[str]:
        """What of an item that several share is this one's."""
        if part.who.chair:
            yield self.words.you_chair
        elif part.share is not None:
            yield self.say.said(self.words.your_share, length=self.say.length(part.share))

    def _others(self, part: Part) -> list[Run]:
        plain, runs = self._face(PLAIN), list[Run]()
        for other in part.others:
            home = f", {other.organisation}" if other.organisation else ""
            chair = f" ({self.words.chair})" if other.chair else ""
            lead = "\n" if runs else ""
            runs += [Run(f"{lead}{other.name}", plain), Run(f"{home}{chair}", plain, DARK)]
        return runs

    def _neighbour(self, line: Line | None, nobody: str) -> list[Run]:
        if line is None:
            return [Run(nobody, self._face(PLAIN))]
        who = ", ".join(each.name for each in line.speakers[:3])
        more = f" +{len(line.speakers) - 3}" if len(line.speakers) > 3 else ""
        clock = ""
        if line.start is not None:
            clock = f"{'~' if line.start.guessed else ''}{self.say.clock(line.start.at)}\u2002"
        return [
            Run(clock, self._face(HOUR)),
            Run(line.title, self._face(PLAIN)),
            Run(f"\n{who}{more}" if who else "", self._face(PLAIN), DARK),
        ]

    # --- the stage's signs, the contact ---

    def _screen(self) -> Block:
        """What the stage screen will show, and when, where that is the same for all items."""
        words, say, s = self.words, self.say, self.scale
        wide = self.frame.wide
        line = self.roadmap.parts[0].line
        told = {(part.line.wrap_up, part.line.last_words) for part in self.roadmap.parts}
        same = len(told) == 1
        head = put(say.typed(words.the_screen), self._face(PLAIN), wide)
        tail = words.screen_before_questions if line.questions else words.at_left
        steps = (
            (words.wrap_up, say.said(tail, length=say.length(line.wrap_up)) if same else ""),
            (words.last_words, say.said(tail, length=say.length(line.last_words)) if same else ""),
            (words.over, words.over_means),
        )
        marks: list[Mark] = [*head.texts]
        y, third = head.height + 7 * s, wide / 3
        for number, (sign, means) in enumerate(steps):
            x = number * third
            face = self._face(SIGN)
            plate = width_of(sign, face) + 14 * s
            marks.append(Box(x, y, plate, 17 * s, width=1.4))
            marks.append(Text(x + 7 * s, y + 12 * s, sign, face))
            marks += put(means, self._face(UNDER), third - 10, grey=DARK).at(x, y + 21 * s)
        return Block(y + 48 * s, tuple(marks))

    def _contact(self) -> Block:
        """A line to write on whom to ring."""
        y, face = 16 * self.scale, self._face(CAPTION)
        caption = self.words.contact
        x = width_of(caption, face) + 10
        return Block(
            y + 8,
            (
                Text(0, y, caption, face, DARK),
                Rule(x, y + 2, self.frame.wide, y + 2, 0.6, LIGHT, (1.2, 1.8)),
            ),
        )


def _lowered(marks: tuple[Mark, ...], by: float) -> Iterator[Mark]:
    return (moved(mark, 0, by) for mark in marks)
