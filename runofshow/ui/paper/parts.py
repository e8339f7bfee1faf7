"""Parts: a text of headings, paragraphs and tables, set on as many pages as it needs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from runofshow.ui.paper.columns import Column, Place, placed
from runofshow.ui.paper.flow import Block
from runofshow.ui.paper.frame import Frame, Margins, framed, ruled_foot
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import BLACK, DARK, LIGHT, Document, Rule, Text, document
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import Run, Setting, put, put_runs, shortened
from runofshow.ui.paper.sizes import MILLIMETRE, Paper
from runofshow.ui.paper.steps import Steps, resting

AROUND: Final = Margins(16 * MILLIMETRE, 14 * MILLIMETRE, 16 * MILLIMETRE, 10 * MILLIMETRE)
TITLE: Final = Face(20, 700)
SECTION: Final = Face(11, 700)
PLAIN: Final = Face(9)
FIGURES: Final = Face(9, digits=True)
HEAD: Final = Face(7.5, 600)
GAP: Final = 9.0
PAD: Final = 2.5


class Words(NamedTuple):
    """Words of a paragraph or a cell."""

    text: str
    bold: bool = False
    quiet: bool = False


class Heading(NamedTuple):
    """A title: of all (1), or of a section (2)."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """A paragraph; `spaced`: with room above it."""

    words: tuple[Words, ...]
    spaced: bool = False


class Cell(NamedTuple):
    """A cell of a table; `digits`: it is read as a figure, and not broken if it can be helped."""

    words: tuple[Words, ...]
    digits: bool = False

    @property
    def text(self) -> str:
        """What is written in it."""
        return "".join(words.text for words in self.words)


class Table(NamedTuple):
    """A table; the column of number `wide` takes the room that the others leave."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    wide: int


Part = Heading | Paragraph | Table


def made(
    parts: Sequence[Part], title: str, say: Saying, stamp: str, paper: Paper
) -> Steps[Document]:
    """The parts as a document; the foot says when it was printed, and page n of m."""
    frame = Frame(paper.size, AROUND)
    blocks = yield from resting(_blocks(parts, frame.wide))
    running = shortened(title, HEAD, frame.wide)
    head = Block(20, (Text(0, 8, running, HEAD, DARK),))

    def page(number: int, count: int) -> str:
        return say.said(say.words.page, page=number, pages=count)

    foot = ruled_foot(frame.wide, stamp, page)
    pages = yield from framed(frame, Block(0), head, blocks, foot)
    return document(title, pages)


def _blocks(parts: Iterable[Part], wide: float) -> Iterator[Block]:
    for part in parts:
        match part:
            case Heading(text, level):
                face, above = (TITLE, 0.0) if level == 1 else (SECTION, 14.0)
                said = put(text, face, wide)
                yield Block(above + said.height + 3, tuple(said.at(0, above)), keeps=True)
            case Paragraph(words, spaced):
                above = 8.0 if spaced else 0.0
                said = put_runs(_runs(words, PLAIN), wide)
                yield Block(above + said.height + 3, tuple(said.at(0, above)), keeps=spaced)
            case Table():
                yield from _table(part, wide)


def _table(table: Table, wide: float) -> Iterator[Block]:
    places = _places(table, wide)
    heads = _heads(places) if table.heads else None
    if heads is not None:
        yield heads
    for row in table.rows:
        cells = [
            put_runs(_runs(cell.words, FIGURES if cell.digits else PLAIN), place.width)
            for cell, place in zip(row, places, strict=True)
        ]
        yield _row(cells, places, wide, heads)


def _row(cells: list[Setting], places: list[Place], wide: float, heads: Block | None) -> Block:
    base = PAD + max((cell.first for cell in cells), default=0.0)
    tall = max(base - cell.first + cell.height for cell in cells) + PAD
    texts = [
        text
        for cell, place in zip(cells, places, strict=True)
        for text in cell.at(place.x, base - cell.first)
    ]
    return Block(tall, (Rule(0, 0, wide, 0, 0.5, LIGHT), *texts), heads=heads)


def _heads(places: list[Place]) -> Block:
    settings = [put(place.head, HEAD, place.width, grey=DARK) for place in places]
    tall = max(setting.height for setting in settings) + 3
    texts = [
        text
        for setting, place in zip(settings, places, strict=True)
        for text in setting.at(place.x, tall - 2 - setting.height)
    ]
    return Block(tall, tuple(texts), keeps=True)


def _places(table: Table, wide: float) -> list[Place]:
    """The columns: as wide as their longest words want; one has what is left."""
    columns = []
    for number, cells in enumerate(zip(*table.rows, strict=True)):
        head = table.heads[number] if table.heads else ""
        wanted = max(
            width_of(head, HEAD),
            *(width_of(cell.text, _boldest(cell)) for cell in cells),
        )
        best = wanted + 1
        least = min(best, 60.0 if number == table.wide else wide / 4)
        columns.append(Column(str(number), head, least, wide if number == table.wide else best))
    return list(placed(columns, wide, GAP).values())


def _boldest(cell: Cell) -> Face:
    face = FIGURES if cell.digits else PLAIN
    return face._replace(weight=700) if any(words.bold for words in cell.words) else face


def _runs(words: Iterable[Words], face: Face) -> list[Run]:
    return [
        Run(
            each.text,
            face._replace(weight=700) if each.bold else face,
            DARK if each.quiet else BLACK,
        )
        for each in words
    ]
