"""One table to what it tells of a programme.

grid ── columns_of / matrix_of ──► Columns ── rows ──► items ── mended ──► tree ──► Table

The rows above its labels and rows of one text alone may tell the day, the room and the title.
Nothing is lost silently: what was left aside is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from runofshow.core.found_times import find_times
from runofshow.core.sentences import Sentence
from runofshow.formats.cells import Reading, moment, words_of
from runofshow.formats.column_headers import words_in
from runofshow.formats.column_words import ASIDE, fields_of
from runofshow.formats.columns import CELLS, Columns, columns_of
from runofshow.formats.draft import Asked, Block, Doubt, Entry, Had
from runofshow.formats.listed_cells import ListReader, listed
from runofshow.formats.matrices import MatrixReader
from runofshow.formats.matrix_columns import matrix_of
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Grid, Place
from runofshow.formats.speaker_cells import LONGEST_NAME
from runofshow.formats.stripped import cut
from runofshow.formats.table_days import Calendar, day_told
from runofshow.formats.table_items import PART, SESSION, Item, timed_title
from runofshow.formats.table_rows import RowReader
from runofshow.formats.table_times import mended
from runofshow.formats.table_trees import leaves, tree_of
from runofshow.formats.table_unread import unread


class Table(NamedTuple):
    """What one grid tells. `columns` is None, and all else empty, when it tells of no programme.

    `block` of an entry counts among `blocks` of this table alone.
    """

    entries: tuple[Entry, ...] = ()
    blocks: tuple[Block, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    columns: Columns | None = None
    title: Had[str] = Had(None, "missing")
    day: Had[date] = Had(None, "missing")
    venue: Had[str] = Had(None, "missing")

    @property
    def mapping(self) -> dict[int, str] | None:
        """What the columns of the sheet are; None where they cannot be told column by column."""
        if self.columns is None or self.columns.turned:
            return None
        return dict(self.columns.fields)

    @property
    def header(self) -> int | None:
        """The row of the sheet that names its columns."""
        return None if self.mapping is None or self.columns is None else self.columns.header

    @property
    def timed(self) -> int:
        """How many of its entries that hold no others have a start."""
        return sum(
            entry.start is not None and entry.start.value is not None
            for entry in leaves(self.entries)
        )


def table_of(grid: Grid, asked: Asked, day: Had[date] | None = None) -> Table:
    """What one table tells of a programme; `day` is the day that is known of it."""
    columns = understood(grid, asked)
    if columns is None:
        return Table()
    frame = _frame(grid, columns)
    head = _head(grid, columns, asked, frame)
    known = day or (head.day if head.day.value else None)
    matrix = any(field.startswith(CELLS) for field in columns.fields.values())
    timed = columns.first("start") is not None
    kind = (MatrixReader if timed else ListReader) if matrix else RowReader
    reader = kind(grid, columns, asked, known)
    read = items = list(reader.items())
    if frame is not None:
        items = [frame._replace(day=known), *items]
    elif _is_title(items):
        head = _titled(head, grid, items[0])
        items = items[1:]
    entries, blocks, told = tree_of(mended(items, rows=not matrix), grid, nested=not matrix)
    if not entries:
        return Table()
    lost = [*_cut_names(grid, read), *unread(grid, columns, read, reader.parting, asked)]
    return head._replace(
        entries=entries,
        blocks=blocks,
        columns=columns._replace(turned=grid.turned),
        doubts=(*head.doubts, *reader.doubts, *told, *_aside(grid, columns), *lost),
    )


def _is_title(items: Sequence[Item]) -> bool:
    """Whether the first row is the title of them all: it alone stands across, and is no session."""
    heads = [item for item in items if item.heads]
    first = items[0] if items else None
    if first is None or heads != [first] or not first.apart:
        return False
    return not SESSION.match(first.title) and not PART.match(first.title)


def _titled(head: Table, grid: Grid, item: Item) -> Table:
    """The head with the title that the first row is; told when it has another one already."""
    place = grid.place(item.row, item.column)
    if head.title.value is None:
        return head._replace(title=Had(item.title, "given", place))
    return head._replace(doubts=(*head.doubts, *_left([(item.title[:80], place)])))


def understood(grid: Grid, asked: Asked) -> Columns | None:
    """How the table is understood: as one of times × rooms, or by its columns."""
    if asked.columns is not None:
        return columns_of(grid, asked)
    return matrix_of(grid, asked) or listed(grid, asked) or columns_of(grid, asked)


# --- what stands above ---------------------------------------------------------------------------

_TOLD: Final = re.compile(
    r"^(?P<what>titre|title|titel|[ée]v[ée]nement|event|veranstaltung|lieu|venue|ort|date|datum|salle|room)"
    r"\s*:\s*(?P<said>.*)$",
    re.IGNORECASE,
)
_VENUES: Final = frozenset(("lieu", "venue", "ort", "salle", "room"))


def _cut_names(grid: Grid, items: Iterable[Item]) -> Iterator[Doubt]:
    """The names that were too long to be kept whole."""
    for item in items:
        for name in (one.name for one in item.speakers if one.name.endswith("…")):
            if 2 * len(name) > LONGEST_NAME:
                said = Sentence.of("name_cut", text=name[:60], limit=LONGEST_NAME)
                yield Doubt(grid.place(item.row), "speakers", "repaired", name, said)


def _frame(grid: Grid, columns: Columns) -> Item | None:
    """The session whose hours stand in the row right above the labels: 9h-10h30 : SESSION 1. It
    stands around the rows below, and is no title of the whole.
    """
    row = (columns.header or 0) - 1
    texts = words_in(grid.rows[row]) if row >= 0 else {}
    if len(texts) != 1:
        return None
    column = next(at for at, cell in enumerate(grid.rows[row]) if not says_nothing(cell))
    found, title = timed_title(next(iter(texts)).replace("\n", " "), alone=True)
    if found is None or found.end is None or not (SESSION.match(title) or PART.match(title)):
        return None
    place = grid.place(row, column)
    start, end = found.had_start(place), found.had_end(place)
    return Item(row, title, None, start, end, heads=True, apart=True, column=column)


def _head(grid: Grid, columns: Columns, asked: Asked, frame: Item | None) -> Table:
    """The title, the day and the place that the rows above the labels tell; the rest is told."""
    found = Table()
    left: list[tuple[str, Place]] = []
    for row in range(columns.header if columns.header is not None else columns.body):
        if frame is not None and row == frame.row:
            continue
        said = [
            (at, words_of(cell)) for at, cell in enumerate(grid.rows[row]) if not says_nothing(cell)
        ]
        texts = dict.fromkeys((_first(said, text), text) for _, text in said)
        if row + 1 == columns.header and len(texts) > 1 and _hold_labels(texts):
            continue
        for at, text in texts:
            if len(texts) > 1 and fields_of(text):
                continue
            known, place = found, grid.place(row, at)
            found = _with(found, text.replace("\n", " "), place, asked)
            if found == known and any(map(str.isalpha, text)) and not _tells_day(text):
                left.append((text.replace("\n", " ")[:80], place))
    return found._replace(doubts=tuple(_left(left)))


def _hold_labels(texts: Iterable[tuple[int, str]]) -> bool:
    """Whether the row right above the labels is one of labels as well: Horaires, Contenu."""
    return any(fields_of(text) for _, text in texts)


def _left(texts: Sequence[tuple[str, Place]]) -> Iterator[Doubt]:
    """What stands above the labels and is neither the title nor the day nor the place."""
    if texts:
        said = Sentence.of("above_unread", text=" · ".join(text for text, _ in texts)[:200])
        yield Doubt(texts[0][1], "", "missing", None, said)


def _first(said: Sequence[tuple[int, str]], text: str) -> int:
    return next(at for at, each in said if each == text)


def _with(found: Table, text: str, place: Place, asked: Asked) -> Table:
    told = _TOLD.match(text)
    what, said = (told["what"].casefold(), told["said"]) if told else ("", text)
    if what in _VENUES and said:
        return found._replace(venue=Had(said, "given", place))
    day = day_told(said, asked.today) if len(said) < 200 else None
    if day is not None and found.day.value is None:
        found = found._replace(day=Calendar(asked, None).dated(day.day, place))
    rest = said[: day.at].strip(_MARKS) if day else said  # what stands after a date is no title
    if day and found.venue.value is None and _is_place(said[day.to :]):
        found = found._replace(venue=Had(said[day.to :].strip(_MARKS), "given", place))
    if found.title.value is None and len(rest) > 2 and rest[0] != "<":
        return found._replace(title=_title_of(rest, place))
    return found


_LONGEST_TITLE: Final = 300
"""Letters of a title above a table that are kept."""


def _title_of(text: str, place: Place) -> Had[str]:
    if len(text) <= _LONGEST_TITLE:
        return Had(text, "given", place)
    said = Sentence.of("title_cut", limit=_LONGEST_TITLE)
    return Had(cut(text, _LONGEST_TITLE), "repaired", place, said)


_MARKS: Final = " ,;:-–—|·()@"


def _is_place(text: str) -> bool:
    """Whether what stands behind a date is a place: words behind a dash or a comma, no hours."""
    marked = text.lstrip()[:1] in ("-", "–", "—", ",", "|", "·", "@")
    place = text.strip(_MARKS)
    return marked and len(place) > 3 and not find_times(text) and not _tells_day(place)


def _tells_day(text: str) -> bool:
    found = moment(text, Reading(_SOME_DAY))
    return found is not None and found.day is not None


_SOME_DAY: Final = date(2026, 1, 1)


def _aside(grid: Grid, columns: Columns) -> Iterator[Doubt]:
    """The columns that were left aside though they hold something."""
    names = [
        columns.labels[column]
        for column, field in sorted(columns.fields.items())
        if field == ASIDE and column < len(columns.labels) and columns.labels[column]
    ]
    if names:
        said = Sentence.of("columns_aside", names=", ".join(name[:40] for name in names))
        yield Doubt(grid.place(columns.header or 0), "columns", "missing", None, said)
