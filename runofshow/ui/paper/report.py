"""The report on one page: what became of the day, as the window's page of it has it.

What no page can hold is left to the table: of the items those stay that deviated most, of the other
sections the first lines, and it is said how many are left out.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from runofshow.core.report import COUNTS, Report
from runofshow.ui.icons import Icon
from runofshow.ui.operator.report_lines import (
    ColumnsRow,
    FactsRow,
    GapRow,
    HeadRow,
    ItemRow,
    LineRow,
    NoteRow,
    Row,
)
from runofshow.ui.operator.report_rows import report_rows, report_title
from runofshow.ui.paper import press
from runofshow.ui.paper.columns import Column, placed
from runofshow.ui.paper.flow import Block
from runofshow.ui.paper.frame import Frame, Margins, framed, ruled_foot
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import (
    DARK,
    LIGHT,
    Box,
    Diamond,
    Document,
    Mark,
    Page,
    Rule,
    Text,
    document,
)
from runofshow.ui.paper.ready import ready
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import put, shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Paper, Size, usual
from runofshow.ui.paper.steps import Steps, finished, resting
from runofshow.ui.texts.report import ReportWords, report_words

AROUND: Final = Margins(15 * MILLIMETRE, 12 * MILLIMETRE, 15 * MILLIMETRE, 10 * MILLIMETRE)
FITS: Final = (
    (1.0, None), (0.93, None), (0.86, None), (0.8, None), (0.8, 60), (0.8, 40), (0.8, 30),
    (0.8, 20), (0.8, 12), (0.8, 6), (0.8, 2),
)  # fmt: skip
"""Scales, and how many lines of a section, tried in turn until it is one page."""
TITLE: Final = Face(16, 700)
KIND: Final = Face(9, 700)
ABOUT: Final = Face(9.5)
COMES_TO: Final = Face(12, 600)
CAPTION: Final = Face(7.5, 600)
FIGURE: Final = Face(19, 700, digits=True)
UNDER: Final = Face(8)
SECTION: Final = Face(10.5, 700)
PLAIN: Final = Face(8.5)
STRONG: Final = Face(8.5, 600)
FIGURES: Final = Face(8.5, digits=True)
FIGURES_STRONG: Final = Face(8.5, 700, digits=True)
LATE_MOST: Final = 20.0
"""Minutes late that the widest bar stands for; more is a number."""


def write(report: Report, language: str, *, client: bool = False) -> bytes:
    """The report as a PDF of one page."""
    ready()
    return press.pdf(finished(made(report, language, usual(), client=client)))


def made(report: Report, language: str, paper: Paper, *, client: bool) -> Steps[Document]:
    """The report on one page."""
    page: Page | None = None
    for scale, most in FITS:
        pages = yield from _Sheet(report, language, paper.size, client, scale).pages(most)
        page = pages[0]
        if len(pages) == 1:
            break
    assert page is not None
    words = report_words(language)
    return document(f"{words.report} · {report.title}", (page,))


class _Sheet:
    """Lays out a report at one scale."""

    def __init__(
        self, report: Report, language: str, size: Size, client: bool, scale: float
    ) -> None:
        self.report, self.client, self.scale = report, client, scale
        self.words: ReportWords = report_words(language)
        self.say = Saying(report.date, report.zone, language)
        self.frame = Frame(size, AROUND)
        cues = (width_of(line.cue, FIGURES_STRONG) for line in report.lines)
        cue = min(max((30.0, *cues)), 70.0)
        columns = (
            Column("cue", self.words.col_cue, cue, cue),
            Column("title", self.words.col_title, 120, 300),
            Column("printed", self.words.col_printed, 38, 38),
            Column("actual", self.words.col_actual, 38, 38),
            Column("by", self.words.col_by, 36, 36),
            Column("late", self.words.col_late, 58, 58),
            Column("why", self.words.col_why, 90, 130),
        )
        self.places = placed(columns, self.frame.wide, 8)

    def pages(self, most: int | None) -> Steps[list[Page]]:
        rows = report_rows(self.report, self.words, client=self.client)
        shown = rows if most is None else list(_limited(rows, most, self._weights(), self._left))
        blocks = yield from resting(self._blocks(shown))
        foot = ruled_foot(self.frame.wide, self._stamp(), lambda _page, _pages: "")
        return (yield from framed(self.frame, self._head(), Block(0), blocks, foot))

    def _stamp(self) -> str:
        return self.say.printed(self.report.now)

    def _weights(self) -> dict[str, list[timedelta]]:
        """By section, how much its lines matter: those that deviated or took most."""
        report, words = self.report, self.words
        return {
            words.item_by_item: [abs(line.item.deviation) for line in report.lines],
            words.who_gave: [each.by for each in report.accounts if each.by >= COUNTS],
        }

    def _left(self, count: int) -> str:
        return self.say.said(self.say.words.left_out, count=count)

    def _face(self, face: Face) -> Face:
        return face.scaled(self.scale)

    def _head(self) -> Block:
        """The day, and what it came to."""
        wide, report, words = self.frame.wide, self.report, self.words
        kind = f"{words.report} · {words.client if self.client else words.internal}"
        room = width_of(kind, KIND)
        marks: list[Mark] = [Text(wide - room, 12, kind, KIND, width=room)]
        y = 0.0
        about = " · ".join(part for part in (self.say.the_day, report.venue) if part)
        said = report_title(report, words, client=self.client).beside
        for text, face, most in (
            (report.title, TITLE, wide - room - 16),
            (about, ABOUT, wide),
            (said[:1].upper() + said[1:], COMES_TO, wide),
        ):
            setting = put(text, face, most)
            marks += setting.at(0, y)
            y += setting.height + 3
        return Block(y + 6, tuple(marks))

    # --- rows ---

    def _blocks(self, rows: Sequence[Row]) -> Iterator[Block]:
        signed = False
        for row in rows:
            match row:
                case FactsRow():
                    yield self._facts(row)
                case HeadRow():
                    yield self._section(row)
                    signed = False
                case LineRow():
                    signed = signed or row.signed
                    yield self._line(row, signed=signed)
                case ColumnsRow():
                    yield self._columns(row)
                case ItemRow():
                    yield self._item(row)
                case NoteRow():
                    said = put(row.text, self._face(PLAIN), self.frame.wide, grey=DARK)
                    yield Block(said.height + 4, tuple(said.at(0, 3)))
                case GapRow():
                    yield Block(8 * self.scale)

    def _facts(self, row: FactsRow) -> Block:
        """The figures of the day, side by side in a frame."""
        s, wide = self.scale, self.frame.wide
        quarter, tall = wide / len(row.facts), 54 * s
        marks: list[Mark] = [Box(0, 0, wide, tall, width=0.9)]
        for number, fact in enumerate(row.facts):
            x = number * quarter + 9
            if number:
                marks.append(Rule(x - 9, 8 * s, x - 9, tall - 8 * s, 0.5, LIGHT))
            marks.append(Text(x, 14 * s, fact.caption, self._face(CAPTION), DARK))
            marks.append(Text(x, 35 * s, fact.figure, self._face(FIGURE)))
            under = shortened(fact.line, self._face(UNDER), quarter - 14)
            marks.append(Text(x, 47 * s, under, self._face(UNDER), DARK))
        return Block(tall + 12 * s, tuple(marks))

    def _section(self, row: HeadRow) -> Block:
        s, face = self.scale, self._face(SECTION)
        x = width_of(row.text, face) + 10
        y = 17 * s
        return Block(
            y + 1,
            (
                Text(0, 12 * s, row.text, face),
                Text(x, 12 * s, row.beside, self._face(UNDER), DARK),
                Rule(0, y, self.frame.wide, y, 1),
            ),
            keeps=True,
        )

    def _line(self, row: LineRow, *, signed: bool) -> Block:
        """A line: its clock or cue, its text, a figure, and what else there is room to say."""
        s, wide = self.scale, self.frame.wide
        base, tall = 11 * s, 15 * s
        marks: list[Mark] = []
        x = 12.0 * s if signed else 0.0
        if row.sign in (Icon.FIRM, Icon.FIRM_KEPT):
            marks.append(Diamond(4 * s, base - 3 * s, 3.4 * s, filled=row.sign is Icon.FIRM))
        lead = shortened(row.lead, self._face(FIGURES_STRONG), 38 * s)
        marks.append(Text(x, base, lead, self._face(FIGURES_STRONG)))
        face = self._face(STRONG if row.bold else PLAIN)
        start, figure_right = x + 40 * s, wide * 0.57
        figure = self._face(FIGURES_STRONG)
        figure_wide = width_of(row.figure, figure)
        room = (figure_right - figure_wide - 10 if row.figure else wide * 0.72) - start
        text = shortened(row.text, face, room)
        marks.append(Text(start, base, text, face))
        if row.figure:
            marks.append(Text(figure_right - figure_wide, base, row.figure, figure))
        left = (figure_right if row.figure else start + width_of(text, face)) + 12
        beside = self._beside(row, wide - left)
        marks.append(Text(left, base, beside, self._face(UNDER), DARK))
        marks.append(Rule(0, tall, wide, tall, 0.4, LIGHT))
        return Block(tall, tuple(marks))

    def _beside(self, row: LineRow, room: float) -> str:
        """The fullest way of saying it that there is room for."""
        face = self._face(UNDER)
        ways = [way for way in row.beside if way]
        fitting = (way for way in ways if width_of(way, face) <= room)
        return next(fitting, shortened(ways[-1], face, room) if ways else "")

    def _columns(self, row: ColumnsRow) -> Block:
        s, face = self.scale, self._face(CAPTION)
        marks: list[Mark] = []
        for name, place in self.places.items():
            head = getattr(row, name)
            right = name in ("printed", "actual", "by")
            x = place.x + place.width - width_of(head, face) if right else place.x
            marks.append(Text(x, 10 * s, head, face, DARK))
        return Block(14 * s, tuple(marks), keeps=True)

    def _item(self, row: ItemRow) -> Block:
        """An item: what was printed, what came, by how much, and how late the day was then."""
        s, places, base = self.scale, self.places, 10.5 * self.scale
        why = put(row.why, self._face(UNDER), places["why"].width, grey=DARK)
        tall = max(14 * s, base - why.first + why.height + 2 * s)
        grey = DARK if row.quiet else 0.0
        title = shortened(row.title, self._face(PLAIN), places["title"].width)
        cue = shortened(row.cue, self._face(FIGURES_STRONG), places["cue"].width)
        marks: list[Mark] = [
            Text(places["cue"].x, base, cue, self._face(FIGURES_STRONG), grey),
            Text(places["title"].x, base, title, self._face(PLAIN), grey),
            *why.at(places["why"].x, base - why.first),
        ]
        weight = FIGURES if row.weight == "quiet" else FIGURES_STRONG
        for name, face in (("printed", FIGURES), ("actual", FIGURES), ("by", weight)):
            text, place, drawn = getattr(row, name), places[name], self._face(face)
            x = place.x + place.width - width_of(text, drawn)
            marks.append(Text(x, base, text, drawn, grey))
        if row.late:
            late = max(0.0, min(row.late_after, LATE_MOST)) / LATE_MOST
            place = places["late"]
            bar = late * (place.width - 26 * s)
            if bar:
                marks.append(Box(place.x, base - 6.5 * s, bar, 7 * s, fill=0.72))
            marks.append(Text(place.x + bar + 3, base, row.late, self._face(FIGURES)))
        marks.append(Rule(0, tall, self.frame.wide, tall, 0.4, LIGHT))
        return Block(tall, tuple(marks))


def _limited(
    rows: Sequence[Row],
    most: int,
    weights: Mapping[str, Sequence[timedelta]],
    left: Callable[[int], str],
) -> Iterator[Row]:
    """The rows with at most so many lines a section: the heaviest, else the first."""
    kept: Container[int] = range(most)
    at = over = 0
    for row in (*rows, GapRow()):
        if isinstance(row, LineRow | ItemRow):
            if at in kept:
                yield row
            else:
                over += 1
            at += 1
            continue
        if over and not isinstance(row, ColumnsRow):
            yield NoteRow(left(over))
            over = 0
        if isinstance(row, HeadRow):
            at, kept = 0, _heaviest(weights[row.text], most) if row.text in weights else range(most)
        yield row


def _heaviest(weights: Sequence[timedelta], most: int) -> frozenset[int]:
    return frozenset(sorted(range(len(weights)), key=lambda at: -weights[at])[:most])
