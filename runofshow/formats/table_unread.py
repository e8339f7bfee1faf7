"""What stands in a table and was not read: told row by row, so that nothing is lost in silence.

The words of each cell are looked for in what its row became. Times, lengths and days are not: what
they were read as, or why they were not, is told with them. Columns left aside are told as such.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from runofshow.core.sentences import Sentence
from runofshow.formats.cells import Reading, moment, words_of
from runofshow.formats.column_words import ASIDE, DEPARTMENT
from runofshow.formats.columns import CELLS, Columns
from runofshow.formats.draft import Asked, Doubt
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Grid
from runofshow.formats.table_items import Item

_MOST: Final = 12
"""Rows that are told one by one; of the others only how many there are."""
_WORDY: Final = frozenset(
    (
        *("title", "subtitle", "room", "track", "session", "block", "speakers", "firstname"),
        *("lastname", "role", "organisation", "topic", "chair", "mic", "phone", "note"),
        "description",
    )
)
"""Fields whose cells are words of the plan."""
_WORD: Final = re.compile(r"[^\W_]+")


def unread(
    grid: Grid, columns: Columns, items: Sequence[Item], parting: Container[int], asked: Asked
) -> Iterator[Doubt]:
    """The rows of which something was not read; `parting` are those that only part the others."""
    said = _said(items)
    looked_at = [column for column in range(_width(grid)) if _is_wordy(columns, column, asked)]
    timed = _columns_of_times(columns)
    reading = Reading(asked.today, bare=True)
    lost: list[tuple[int, int, str]] = []
    for row in range(columns.body, len(grid.rows)):
        if row in parting:
            continue
        cells = [(at, words_of(grid.rows[row][at])) for at in looked_at if at < len(grid.rows[row])]
        cells += [
            (at, words_of(cell))
            for at in timed
            for cell in grid.rows[row][at : at + 1]
            if isinstance(cell, str) and moment(cell, reading) is None
        ]
        times = {grid.rows[row][at] for at in columns.of("start") if at < len(grid.rows[row])}
        cells = [(at, text) for at, text in cells if grid.rows[row][at] not in times or at in timed]
        here = said.get(row, frozenset())
        missing = [(at, text) for at, text in cells if not _is_known(text, here)]
        missing = [(at, text) for at, text in missing if not _goes_on(grid, row, at, said)]
        if missing:
            lost.append((row, missing[0][0], " · ".join(dict.fromkeys(t for _, t in missing))))
    yield from _told(grid, lost)


def _told(grid: Grid, lost: Sequence[tuple[int, int, str]]) -> Iterator[Doubt]:
    for row, column, text in lost[:_MOST]:
        said = Sentence.of("row_unread", text=text.replace("\n", " ")[:80])
        yield Doubt(grid.place(row, column), "", "missing", None, said)
    if len(lost) > _MOST:
        row, column, _ = lost[_MOST]
        said = Sentence.of("rows_unread", count=len(lost) - _MOST)
        yield Doubt(grid.place(row, column), "", "missing", None, said)


def _width(grid: Grid) -> int:
    return max(map(len, grid.rows), default=0)


def _is_wordy(columns: Columns, column: int, asked: Asked) -> bool:
    """Whether the cells of the column must be found in the plan."""
    field = columns.fields.get(column)
    if field is None:
        return asked.columns is None
    return field != ASIDE and (field in _WORDY or field.startswith((DEPARTMENT, CELLS)))


def _columns_of_times(columns: Columns) -> tuple[int, ...]:
    """The columns of times of a table of rooms: a word that is no time is told nowhere else."""
    matrix = any(field.startswith(CELLS) for field in columns.fields.values())
    return (*columns.of("start"), *columns.of("end")) if matrix else ()


def _said(items: Sequence[Item]) -> dict[int, frozenset[str]]:
    """The words of all that each row became."""
    found: dict[int, frozenset[str]] = {}
    for item in items:
        words = _words(" ".join(_texts(item)))
        for row in (item.row, *item.also):
            found[row] = found.get(row, frozenset()) | words
    return found


def _texts(item: Item) -> Iterator[str]:
    yield from (item.title, item.room, item.note, item.key, item.cue, item.session, item.block)
    for speaker in item.speakers:
        for each in (speaker.name, speaker.role, speaker.organisation, speaker.mic, speaker.phone):
            yield each or ""
    yield from (text for _, text in item.departments)
    if item.kind is not None and item.kind.value is not None:
        yield item.kind.value.value


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _is_known(text: str, here: frozenset[str]) -> bool:
    """Whether the row says most of the text: titles and "and" between people are not kept, and
    numbers, which may be a time, count only where it has nothing else.
    """
    every = _words(text)
    words = frozenset(word for word in every if word.isalpha()) or every
    if not words or says_nothing(text):
        return True
    return 2 * len(words & here) >= len(words)


def _goes_on(grid: Grid, row: int, column: int, said: dict[int, frozenset[str]]) -> bool:
    """Whether the cell is one with that above it, which was read: a thing that lasts over rows."""
    cell, above = grid.rows[row][column], row - 1
    while above >= 0 and column < len(grid.rows[above]) and grid.rows[above][column] == cell:
        if _is_known(words_of(cell), said.get(above, frozenset())):
            return True
        above -= 1
    return False
