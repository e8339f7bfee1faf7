"""The tables of one sheet made one: rooms side by side, parts of the day one below the other.

- What stands above one of several tables side by side is the room of its rows that tell none.
- What all of them have at the same time is for all rooms; so is a break that only the first of them
  has, where they share their times.
- The title of a table below others is a part of the day, or the room.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from runofshow.core.plan import Kind
from runofshow.core.sentences import Sentence
from runofshow.formats.column_headers import words_in
from runofshow.formats.column_words import ROOM
from runofshow.formats.draft import Block, Doubt, Entry, Had
from runofshow.formats.table_parts import Part
from runofshow.formats.table_reading import Table


def together(told: Sequence[tuple[Part, Table]]) -> Table:
    """What the tables of a sheet tell as if it were one; empty when none tells of a programme."""
    read = [(part, table) for part, table in told if table.columns is not None]
    if not read:
        return Table()
    first = read[0][1]
    beside = _in_common([(part, _placed(part, table)) for part, table in read])
    entries: list[Entry] = []
    blocks: list[Block] = []
    for table in beside:
        entries += (moved(entry, len(blocks)) for entry in table.entries)
        blocks += table.blocks
    doubts = [doubt for _, table in read for doubt in table.doubts]
    return first._replace(
        entries=tuple(entries),
        blocks=tuple(blocks),
        doubts=(*doubts, *_left(told)),
        columns=_columns(read),
        title=next((each.title for _, each in read if each.title.value is not None), first.title),
        day=first.day,
        venue=next((each.venue for _, each in read if each.venue.value is not None), first.venue),
    )


def _columns(read: Sequence[tuple[Part, Table]]) -> Any:
    """The columns of the first table, and of those beside it."""
    first_part, first = read[0]
    assert first.columns is not None
    fields = dict(first.columns.fields)
    for part, table in read:
        if table.columns is not None and part.grid.top == first_part.grid.top:
            fields |= table.columns.fields
    return first.columns._replace(fields=fields)


def _left(told: Sequence[tuple[Part, Table]]) -> Iterator[Doubt]:
    """The tables that tell of no programme, each with its first words."""
    for part, table in told:
        rows = [at for at, row in enumerate(part.grid.rows) if words_in(row)]
        if table.columns is None and rows:
            text = " · ".join(words_in(part.grid.rows[rows[0]]))
            said = Sentence.of("part_unread", text=text.replace("\n", " ")[:80], count=len(rows))
            yield Doubt(part.grid.place(rows[0]), "", "missing", None, said)


# --- rooms and parts of the day ------------------------------------------------------------------


def _placed(part: Part, table: Table) -> Table:
    """The table with the room that stands above it, or framed by its title."""
    title = table.title
    if part.beside:
        entries = tuple(moved(entry, 0, part.name) for entry in table.entries)
        return table._replace(entries=entries)
    if not part.grid.top or title.value is None:
        return table
    if ROOM.match(title.value):
        return table._replace(
            entries=tuple(moved(entry, 0, title.value) for entry in table.entries)
        )
    if table.blocks:
        return table
    entries = tuple(entry._replace(block=0) for entry in table.entries)
    return table._replace(entries=entries, blocks=(Block(title.value, title.place),))


def moved(entry: Entry, blocks: int, room: str = "") -> Entry:
    """The entry with its block counted among all, and the room when it has none."""
    below = entry.entries
    if below is not None:
        below = tuple(moved(each, blocks, room) for each in below)
    block = None if entry.block is None else entry.block + blocks
    return entry._replace(entries=below, block=block, room=entry.room or room)


def _in_common(read: Sequence[tuple[Part, Table]]) -> list[Table]:
    """The tables, what all those side by side have told once, for no room."""
    named = [(part, table) for part, table in read if part.beside and part.name]
    tables = [table for _, table in read]
    if len(named) < 2 or len(named) < len(read):
        return tables
    keys = [{_key(entry, part.name) for entry in table.entries} for part, table in named]
    common = set.intersection(*keys) - {None}
    starts = [{_start(entry) for entry in table.entries} for _, table in named]
    found: list[Table] = []
    for at, (part, table) in enumerate(named):
        others = set().union(*starts[:at], *starts[at + 1 :])
        entries: list[Entry] = []
        for entry in table.entries:
            everywhere = _key(entry, part.name) in common
            alone = part.shared and not at and _start(entry) not in others and _is_for_all(entry)
            if everywhere and at:
                continue
            entries.append(entry._replace(room="") if everywhere or alone else entry)
        found.append(table._replace(entries=tuple(entries)))
    return found


def _start(entry: Entry) -> Any:
    return _value(entry.day), _value(entry.start)


def _value(had: Had[Any] | None) -> Any:
    return None if had is None else had.value


def _key(entry: Entry, room: str) -> Any:
    """What is the same thing in another room; None for what is of its own room, or holds others."""
    if entry.entries or entry.speakers or entry.room != room or _value(entry.start) is None:
        return None
    when = (_value(each) for each in (entry.day, entry.start, entry.end, entry.duration))
    return (entry.title, *when)


def _is_for_all(entry: Entry) -> bool:
    return entry.kind is not None and entry.kind.value in (Kind.BREAK, Kind.WELCOME, Kind.CLOSING)
