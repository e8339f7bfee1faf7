"""Tables to a draft: what a grid of cells tells of a programme, and several sheets together.

grid ── columns_of / matrix_of ──► Columns ── rows ──► items ── mended ──► tree ──► Table

A sheet's name, the rows above its labels and rows of one text alone may tell the day, the room and
the title. Nothing is lost silently: what was left aside is told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from runofshow.core.dates import Day, find_dates
from runofshow.core.errors import Unreadable
from runofshow.core.found_times import find_times
from runofshow.core.sentences import Sentence
from runofshow.formats import own_table
from runofshow.formats.cells import Reading, moment, words_of
from runofshow.formats.column_words import ASIDE, fields_of
from runofshow.formats.columns import CELLS, Columns, columns_of, signature
from runofshow.formats.draft import Asked, Block, Doubt, Draft, Entry, Had
from runofshow.formats.matrices import MatrixReader, matrix_of
from runofshow.formats.nothings import says_nothing
from runofshow.formats.programme_language import language_of
from runofshow.formats.source import Grid, Place, Source
from runofshow.formats.table_days import Calendar
from runofshow.formats.table_items import PART, SESSION, Item
from runofshow.formats.table_rows import RowReader
from runofshow.formats.table_times import mended
from runofshow.formats.table_trees import leaves, tree_of


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
    def timed(self) -> int:
        """How many of its entries that hold no others have a start."""
        return sum(
            entry.start is not None and entry.start.value is not None
            for entry in leaves(self.entries)
        )


def entries_of(
    grid: Grid,
    asked: Asked,
    day: Had[date] | None = None,
    mapping: Mapping[int, str] | None = None,
) -> Table:
    """What the grid tells of a programme: the table of a sheet, or one that stands in a document.

    `day` is the day that is known of it (the heading above it), used for rows that tell none and
    to count weekdays from. `mapping` says what its columns are (columns.py); without it, that of
    `asked`, and without that they are recognised. Places are those of the grid. A grid that is no
    programme (a list of people, a budget) gives an empty Table; it is never an error.
    """
    if mapping is not None:
        asked = asked._replace(columns=mapping)
    columns = _understood(grid, asked)
    if columns is None:
        return Table()
    head = _head(grid, columns, asked)
    known = day or (head.day if head.day.value else None)
    matrix = any(field.startswith(CELLS) for field in columns.fields.values())
    reader = (MatrixReader if matrix else RowReader)(grid, columns, asked, known)
    items = list(reader.items())
    if _is_title(items):
        head = head._replace(title=_title_in(grid, items[0], head))
        items = items[1:]
    items = mended(items)
    entries, blocks, told = tree_of(items, grid, nested=not matrix)
    if not entries:
        return Table()
    return head._replace(
        entries=entries,
        blocks=blocks,
        columns=columns,
        doubts=(*reader.doubts, *told, *_aside(grid, columns)),
    )


def _is_title(items: Sequence[Item]) -> bool:
    """Whether the first row is the title of them all: it alone stands across, and is no session."""
    heads = [item for item in items if item.heads]
    first = items[0] if items else None
    if first is None or heads != [first] or not first.apart:
        return False
    return not SESSION.match(first.title) and not PART.match(first.title)


def _title_in(grid: Grid, item: Item, head: Table) -> Had[str]:
    if head.title.value is not None:
        return head.title
    return Had(item.title, "given", grid.place(item.row, item.column))


def _understood(grid: Grid, asked: Asked) -> Columns | None:
    if asked.columns is not None:
        return columns_of(grid, asked)
    return matrix_of(grid, asked) or columns_of(grid, asked)


def sheltered(grid: Grid, asked: Asked) -> bool:
    """Whether the grid tells of a programme at all: it has a column of times, or labels."""
    found = _understood(grid, asked)
    return found is not None and (found.first("start") is not None or found.header is not None)


# --- what stands above ---------------------------------------------------------------------------

_TOLD: Final = re.compile(
    r"^(?P<what>titre|title|titel|[ée]v[ée]nement|event|veranstaltung|lieu|venue|ort|date|datum|salle|room)"
    r"\s*:\s*(?P<said>.*)$",
    re.IGNORECASE,
)
_VENUES: Final = frozenset(("lieu", "venue", "ort", "salle", "room"))


def _head(grid: Grid, columns: Columns, asked: Asked) -> Table:
    """The title, the day and the place that the rows above the labels tell."""
    found = Table()
    for row in range(columns.header if columns.header is not None else columns.body):
        said = [
            (at, words_of(cell)) for at, cell in enumerate(grid.rows[row]) if not says_nothing(cell)
        ]
        texts = dict.fromkeys((_first(said, text), text) for _, text in said)
        for at, text in texts:
            if len(texts) > 1 and fields_of(text):
                continue
            found = _with(found, text.replace("\n", " "), grid.place(row, at), asked)
    return found


def _first(said: Sequence[tuple[int, str]], text: str) -> int:
    return next(at for at, each in said if each == text)


def _with(found: Table, text: str, place: Place, asked: Asked) -> Table:
    told = _TOLD.match(text)
    what, said = (told["what"].casefold(), told["said"]) if told else ("", text)
    if what in _VENUES and said:
        return found._replace(venue=Had(said, "given", place))
    days = find_dates(said, asked.today) if len(said) < 200 else []
    if days and found.day.value is None:
        found = found._replace(day=Calendar(asked, None).dated(days[0].day, place))
    rest = _before(said, days[0].at) if days else said
    if days and found.venue.value is None and _is_place(said[days[0].to :]):
        found = found._replace(venue=Had(said[days[0].to :].strip(_MARKS), "given", place))
    if found.title.value is None and len(rest) > 2 and rest[0] != "<":
        return found._replace(title=Had(rest[:300], "given", place))
    return found


_MARKS: Final = " ,;:-–—|·()@"


def _before(text: str, at: int) -> str:
    """What stands before a date is a title; what stands after it is none."""
    return text[:at].strip(_MARKS)


def _is_place(text: str) -> bool:
    """Whether what stands behind a date is a place: words behind a dash or a comma, no hours."""
    marked = text.lstrip()[:1] in ("-", "–", "—", ",", "|", "·", "@")
    place = text.strip(_MARKS)
    return marked and len(place) > 3 and not find_times(text) and not _tells_day(place)


def _tells_day(text: str) -> bool:
    found = moment(text, Reading(_SOME_DAY))
    return found is not None and found.day is not None


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


# --- several sheets ------------------------------------------------------------------------------

_UNNAMED: Final = re.compile(
    r"(?:sheet|feuil|feuille|tabelle|tabellenblatt|blatt|hoja|table|tab|programme?|agenda|planning"
    r"|schedule|conducteur|ablauf|timetable|horaires?|export|data|csv)?[ _]*\(?\d*\)?",
    re.IGNORECASE,
)


def draft_of(
    grids: Sequence[Grid],
    asked: Asked,
    format: str,  # noqa: A002 - the draft's own word
    source: Source,
    doubts: Sequence[Doubt] = (),
) -> Draft:
    """The draft of all sheets of a file that tell of a programme, in their order.

    A rundown that we exported is read as the plan that it is (own_table.py). Else the names of the
    sheets are days or rooms. A mapping asked for is that of the first sheet, and
    of all others with the same labels. Raises Unreadable when no sheet tells of a programme.
    """
    ours = own_table.draft(grids, asked, format, source, doubts)
    if ours is not None:
        return ours
    tables = [(grid, table) for grid, table in _tables(grids, asked) if table.columns is not None]
    if any(table.timed for _, table in tables):
        tables = [pair for pair in tables if pair[1].timed]
    if not tables:
        raise Unreadable("table_tells_nothing")
    told = [*doubts, *_left(grids, tables)]
    entries: list[Entry] = []
    blocks: list[Block] = []
    for grid, table in tables:
        room = _room_of(grid, table, tables)
        entries += (_moved(entry, len(blocks), room) for entry in table.entries)
        blocks += table.blocks
        told += table.doubts
    first = tables[0][1]
    columns = first.columns
    assert columns is not None
    return Draft(
        format,
        source,
        tuple(entries),
        title=first.title,
        day=_only_day(entries, first.day),
        venue=first.venue,
        language=_language(grids),
        blocks=tuple(blocks),
        doubts=tuple(told),
        columns=dict(columns.fields),
        header=columns.header,
    )


def _language(grids: Sequence[Grid]) -> str | None:
    """The language of most words in the first rows of all sheets; None when it shows none."""
    return language_of(
        cell for grid in grids for row in grid.rows[:60] for cell in row if isinstance(cell, str)
    )


def _tables(grids: Sequence[Grid], asked: Asked) -> Iterator[tuple[Grid, Table]]:
    """Each sheet and what it tells; the mapping asked for is for sheets shaped like the first."""
    mapped: str | None = None
    calendar = Calendar(asked, None)
    for grid in grids:
        here = asked
        if asked.columns is not None:
            shape = _shape(grid, asked)
            mapped = shape if mapped is None else mapped
            here = asked if shape == mapped else asked._replace(columns=None, header=None)
        day = _day_named(grid, here, calendar)
        yield grid, entries_of(grid, here, day)


def _shape(grid: Grid, asked: Asked) -> str:
    columns = columns_of(grid, asked)
    return "" if columns is None else signature(columns.labels)


def _day_named(grid: Grid, asked: Asked, calendar: Calendar) -> Had[date] | None:
    """The day that the sheet's name tells: 12 mai, Jour 2, Friday."""
    if not any(each.isalnum() for each in grid.name):
        return None
    found = moment(grid.name, Reading(asked.today))
    day: Day | None = found.day if found is not None and found.start is None else None
    if day is None:
        days = find_dates(grid.name, asked.today)
        day = days[0].day if len(days) == 1 else None
    return calendar.dated(day, Place(sheet=grid.name)) if day else None


def _left(grids: Sequence[Grid], tables: Sequence[tuple[Grid, Table]]) -> Iterator[Doubt]:
    kept = [id(grid) for grid, _ in tables]
    for grid in grids:
        if id(grid) not in kept and grid.rows:
            said = Sentence.of("sheet_aside", sheet=grid.name)
            yield Doubt(Place(sheet=grid.name, row=1), "", "missing", None, said)


def _room_of(grid: Grid, table: Table, tables: Sequence[tuple[Grid, Table]]) -> str:
    """The sheet's name when it is a room: one of several, neither a day nor a word for one."""
    if len(tables) < 2 or _UNNAMED.fullmatch(grid.name):
        return ""
    days = [_day_in_name(each.name, table) for each, _ in tables]
    return "" if any(days) else grid.name


def _day_in_name(name: str, table: Table) -> bool:
    today = table.day.value or _SOME_DAY
    found = moment(name, Reading(today))
    return bool(found and found.day) or bool(find_dates(name, today))


_SOME_DAY: Final = date(2026, 1, 1)


def _moved(entry: Entry, blocks: int, room: str) -> Entry:
    """The entry with its block counted among all, and the sheet's room when it has none."""
    below = entry.entries
    if below is not None:
        below = tuple(_moved(each, blocks, room) for each in below)
    block = None if entry.block is None else entry.block + blocks
    return entry._replace(entries=below, block=block, room=entry.room or room)


def _only_day(entries: Sequence[Entry], told: Had[date]) -> Had[date]:
    """The day of all entries when they have one and the same, else what stood above them."""
    days = [entry.day for entry in leaves(entries) if entry.day is not None and entry.day.value]
    if days and len({day.value for day in days}) == 1:
        return days[0]
    return told if not days else Had(None, "missing")
