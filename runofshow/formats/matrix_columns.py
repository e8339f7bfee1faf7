"""Whether a table is one of times × rooms, or times × days, and what its columns are."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from runofshow.formats.cell_numbers import bare_ranges, numbers_of
from runofshow.formats.cells import Moment, Reading, moment, words_of
from runofshow.formats.column_headers import HEADER_WITHIN, first_timed, header_of, words_in
from runofshow.formats.column_words import fields_of, folded
from runofshow.formats.columns import CELLS, Columns
from runofshow.formats.draft import Asked
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Grid

_BESIDE: Final = frozenset(("start", "end", "duration", "day", "cue"))
"""Fields that a table of times × rooms may have beside its rooms."""
_LIKE_ROOMS: Final = frozenset(("room", "track"))
_NUMBERED: Final = re.compile(r".*\b(?:[a-h]|\d{1,2}|[ivx]{1,4})$")
JOINT: Final = " | "


def matrix_of(grid: Grid, asked: Asked) -> Columns | None:
    """How the table is understood when it is one of times × rooms or days; None when it is not."""
    begun = first_timed(grid)
    if begun >= min(HEADER_WITHIN, len(grid.rows)):
        return None
    times = _columns_of_times(grid, begun, asked.today)
    named = header_of(grid)
    for header in range(begun if named is None else named + 1):
        found = _headed(grid, header, times, asked.today)
        if found is not None:
            rooms = header + 1 < begun and _headed(grid, header + 1, times, asked.today)
            return rooms or found
    return None


def _headed(grid: Grid, header: int, found: Mapping[int, str], today: date) -> Columns | None:
    """The table with the labels of that row, `found` its columns of times."""
    labels = [words_of(cell).replace("\n", " ") for cell in grid.rows[header]]
    if not all(_may_be_label(cell, today) for cell in grid.rows[header]):
        return None
    beside = _beside(labels, today)
    times = {column: beside.get(column, field) for column, field in found.items()}
    times = {column: field for column, field in times.items() if field in ("start", "end")}
    known = all(column in beside or not "".join(labels[column : column + 1]) for column in times)
    fields = beside | times
    days = sum(_is_day(label, today) for label in labels)
    for column, label in enumerate(labels):
        numbers = days > 1 and column < min(times, default=0)  # the lessons of a day are counted
        if label and column not in fields:
            fields[column] = "cue" if numbers and not _is_day(label, today) else CELLS + label
    held = [column for column, field in sorted(fields.items()) if field.startswith(CELLS)]
    above = _days_above(grid, header, held, today)
    places = [labels[column] for column in held]
    if "start" not in times.values() or len(held) < 2 or held[0] < min(times):
        return None
    if not _are_places(places, known, today):
        return None
    if len(set(zip(above, places, strict=True))) < len(places):
        return None
    for column, day in zip(held, above, strict=True):
        fields[column] = f"{CELLS}{day}{JOINT}{labels[column]}" if day else fields[column]
    return Columns(fields, header, header + 1, tuple(labels), frozenset(fields))


def _beside(labels: Sequence[str], today: date) -> dict[int, str]:
    """The columns beside the rooms, by their labels: of times, lengths, days."""
    known = {column: fields_of(label) for column, label in enumerate(labels)}
    return {
        column: fields[0]
        for column, fields in known.items()
        if fields and fields[0] in _BESIDE and not _is_day(labels[column], today)
    }


def _may_be_label(cell: Cell, today: date) -> bool:
    if isinstance(cell, int | float):
        return isinstance(cell, int) or cell.is_integer()
    return not _has_time(moment(cell, Reading(today)))


def _is_day(label: str, today: date) -> bool:
    found = moment(label, Reading(today))
    return found is not None and found.day is not None and found.start is None


def _are_places(labels: Sequence[str], timed: bool, today: date) -> bool:
    """Whether the labels name days, or rooms: none of them a field of a programme."""
    if all(_is_day(label, today) for label in labels):
        return True
    if not timed or any(len(label) > 60 for label in labels):
        return False
    return all(_may_be_room(label, today) for label in labels)


def _may_be_room(label: str, today: date) -> bool:
    fields = set(fields_of(label))
    if fields <= _LIKE_ROOMS or _is_day(label, today):
        found = moment(label, Reading(today))
        return found is None or found.start is None
    return bool(_NUMBERED.fullmatch(folded(label)) and not fields & {"speakers", "start", "end"})


def _columns_of_times(grid: Grid, begun: int, today: date) -> dict[int, str]:
    """The columns most cells of which are times: starts, or ends right after them.

    There is more than one where days with hours of their own stand side by side.
    """
    found: dict[int, str] = {}
    rows = [row for row in grid.rows[begun : begun + _SAMPLE] if len(words_in(row)) > 1]
    rows = rows or [*grid.rows[begun : begun + _SAMPLE]]  # titles that stand alone are no times
    for column in range(max(map(len, rows))):
        filled = [
            row[column] for row in rows if column < len(row) and not says_nothing(row[column])
        ]
        reading = Reading(today, None, numbers_of(filled), bare_ranges(filled))
        moments = [moment(cell, reading) for cell in filled]
        times = sum(map(_has_time, moments))
        if not times or times < 0.6 * len(filled) or (len(filled) < 2 < len(rows)):
            continue
        ranged = any(each is not None and each.end is not None for each in moments)
        beside = found.get(column - 1) == "start" and not ranged
        found[column] = "end" if beside else "start"
    return found


_SAMPLE: Final = 120
"""Rows that are looked at to see which columns hold times."""


def _has_time(found: Moment | None) -> bool:
    return found is not None and (found.start is not None or found.end is not None)


def _days_above(grid: Grid, header: int, held: Sequence[int], today: date) -> list[str]:
    """The day that stands above each of the columns, carried on to the right; "" for none."""
    above = grid.rows[header - 1] if header else ()
    said = [words_of(above[column]) if column < len(above) else "" for column in held]
    if not all(_is_day(day, today) for day in said if day):
        return [""] * len(held)
    found, carried = [], ""
    for day in said:
        carried = day or carried
        found.append(carried)
    return found
