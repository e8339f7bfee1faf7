"""Tables to a draft: the tables of a sheet, and several sheets together.

sheet ── parts_of ──► grids ── table_of ──► Tables ── together ──► Table ── all sheets ──► Draft

A sheet's name may tell the day or the room. Nothing is lost silently: what was left aside is told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from runofshow.core.dates import Day, find_dates
from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats import own_table
from runofshow.formats.cells import Reading, moment
from runofshow.formats.columns import columns_of, signature
from runofshow.formats.draft import Asked, Block, Doubt, Draft, Entry, Had
from runofshow.formats.programme_language import language_of
from runofshow.formats.source import Grid, Place, Source
from runofshow.formats.split_hours import joined
from runofshow.formats.table_days import Calendar, day_told
from runofshow.formats.table_parts import Part, parts_of
from runofshow.formats.table_reading import Table, table_of, understood
from runofshow.formats.table_trees import leaves
from runofshow.formats.tables_together import moved, together


def entries_of(
    grid: Grid,
    asked: Asked,
    day: Had[date] | None = None,
    mapping: Mapping[int, str] | None = None,
) -> Table:
    """What the grid tells of a programme: the tables of a sheet, or one that stands in a document.

    `day` is the day that is known of it (the heading above it), used for rows that tell none and
    to count weekdays from. `mapping` says what its columns are (columns.py); without it, that of
    `asked`, and without that they are recognised. Places are those of the grid. A grid that is no
    programme (a list of people, a budget) gives an empty Table; it is never an error.
    """
    if mapping is not None:
        asked = asked._replace(columns=mapping)
    grid, split = joined(grid, asked)
    parts = parts_of(grid, asked)
    one = len(parts) == 1
    table = table_of(parts[0].grid, asked, day) if one else together([*_each(parts, asked, day)])
    return table._replace(doubts=(*table.doubts, *split)) if table.columns else table


def _each(
    parts: Sequence[Part], asked: Asked, day: Had[date] | None
) -> Iterator[tuple[Part, Table]]:
    """Each table of a sheet and what it tells; one below the first has columns of its own."""
    calendar, known = Calendar(asked, day), day
    for part in parts:
        first = part.grid.top == parts[0].grid.top
        here = asked if first else asked._replace(columns=None, header=None)
        named = calendar.dated(part.day, part.place) if part.day is not None else known
        table = table_of(part.grid, here, named)
        known = table.day if table.day.value is not None and not part.beside else known
        yield part, table


def sheltered(grid: Grid, asked: Asked) -> bool:
    """Whether the grid tells of a programme at all: it has a column of times, or labels."""
    parts = parts_of(joined(grid, asked).grid, asked)
    found = (understood(part.grid, asked) for part in parts)
    return any(
        each is not None and (each.first("start") is not None or each.header is not None)
        for each in found
    )


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
        entries += (moved(entry, len(blocks), room) for entry in table.entries)
        blocks += table.blocks
        told += table.doubts
    first = tables[0][1]
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
        columns=first.mapping,
        header=first.header,
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
        told = day_told(grid.name, asked.today)
        day = told.day if told is not None else None
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


def _only_day(entries: Sequence[Entry], told: Had[date]) -> Had[date]:
    """The day of all entries when they have one and the same, else what stood above them."""
    days = [entry.day for entry in leaves(entries) if entry.day is not None and entry.day.value]
    if days and len({day.value for day in days}) == 1:
        return days[0]
    return told if not days else Had(None, "missing")
