"""Hours, minutes and seconds that stand in columns of their own, made one column again.

- Heure | Min with 9 | 30 is half past nine; H | M | S with 0 | 5 | 30 lasts five minutes and a
  half; Début h | Début min, Fin h | Fin min are two times, also with Début and Fin above h and min.
- Whole numbers alone are joined, hours below 30, minutes and seconds below 60: 9 | 90 is an hour
  and a length.
- Without a word for it they are a time where they go on from row to row or most are of the day,
  else a length. Where 9 | 30 could be nine o'clock for half an hour, that is told.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise, takewhile
from typing import Final, Literal, NamedTuple

from runofshow.core.sentences import Sentence
from runofshow.formats.cell_numbers import number_in
from runofshow.formats.cells import words_of
from runofshow.formats.column_headers import HEADER_WITHIN, cell_of
from runofshow.formats.column_words import ASIDE, fields_of, folded, named_by
from runofshow.formats.draft import Asked, Doubt
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Grid

_UNITS: Final = (
    frozenset(
        ("h", "hh", "heure", "heures", "hour", "hours", "hr", "hrs", "std", "stunde", "stunden")
    ),
    frozenset(("m", "mm", "mn", "min", "mins", "minute", "minutes", "minuten")),
    frozenset(
        ("s", "ss", "sec", "secs", "second", "seconds", "seconde", "secondes", "sek", "sekunden")
    ),
)
"""The words of hours, of minutes, and of seconds, as labels bear them."""
_BELOW: Final = (30, 60, 60)
_SURELY: Final = 0.8
"""The part of the rows that must be whole numbers in all columns to be joined."""
_FEW: Final = 3
"""Fewer lengths may be each longer than the one before by chance."""
_MORNING: Final = 5
"""Hours from here on are rather those of a day than of a length."""

Field = Literal["start", "end", "duration"]
_LABELS: Final[dict[Field, str]] = {"start": "start", "end": "end", "duration": "duration"}


class Joined(NamedTuple):
    """The grid with such columns made one, the first of each, and the doubts about it."""

    grid: Grid
    doubts: tuple[Doubt, ...] = ()


class _Run(NamedTuple):
    """`width` columns from `first` on that are hours, minutes, seconds, from the `unit` on.

    `said` is what their labels say besides; `body` the first row below them.
    """

    first: int
    width: int
    said: str
    header: int
    body: int
    unit: int = 0


def joined(grid: Grid, asked: Asked) -> Joined:
    """The grid, its split hours joined; a column whose field was chosen by hand is left alone."""
    runs = [run for run in _runs(grid) if not _chosen(run, asked)]
    doubts: list[Doubt] = []
    former: _Run | None = None
    for run in runs:
        plain = _values(grid, run, carried=False)
        whole = sum(each is not None for each in plain)
        if not whole or whole < _SURELY * _filled(grid, run):
            continue
        carried = _values(grid, run, carried=not run.unit)
        field, sure = _field(grid, run, carried, former)
        values = plain if field == "duration" else carried
        if not sure:
            doubts.append(_doubt(grid, run, field, values))
        grid = _with(grid, run, field, values)
        former = run
    return Joined(grid, tuple(doubts))


# --- where they stand ----------------------------------------------------------------------------


def _runs(grid: Grid) -> list[_Run]:
    """Those of the first row that has any."""
    for row in range(min(HEADER_WITHIN, len(grid.rows) - 1)):
        found = list(_runs_in(grid, row))
        if found:
            return found
    return []


def _runs_in(grid: Grid, row: int) -> Iterator[_Run]:
    labels = [folded(words_of(cell)) for cell in grid.rows[row]]
    column = 0
    while column < len(labels) - 1:
        unit, width = max((_width(labels, column, unit), -unit) for unit in (0, 1))[::-1]
        if width > 1:
            said = _said(labels, column, -unit) or _above(grid, row, column)
            yield _Run(column, width, said, row, row + 1, -unit)
        column += max(width, 1)


def _width(labels: Sequence[str], column: int, unit: int) -> int:
    """How many columns bear the units from `unit` on, one after the other."""
    first = _said(labels, column, unit)
    if first is None:
        return 0
    more = (_said(labels, column + at, unit + at) for at in range(1, 3 - unit))
    return 1 + sum(1 for _ in takewhile(lambda said: said in ("", first), more))


def _said(labels: Sequence[str], column: int, unit: int) -> str | None:
    """What the label says besides its one word for the unit; None where it has none."""
    words = labels[column].split() if column < len(labels) else []
    units = [word for word in words if word in _UNITS[unit]]
    return " ".join(word for word in words if word not in units) if len(units) == 1 else None


def _above(grid: Grid, row: int, column: int) -> str:
    """The label in the row above, where that is one of labels: Début over h and min."""
    above = words_of(cell_of(grid.rows[row - 1], column)) if row else ""
    return folded(above) if set(fields_of(above)) & {"start", "end", "duration"} else ""


def _chosen(run: _Run, asked: Asked) -> bool:
    chosen = asked.columns or {}
    later = range(run.first + 1, run.first + run.width)
    return any(chosen.get(column, ASIDE) != ASIDE for column in later)


# --- what they hold ------------------------------------------------------------------------------


def _cells(grid: Grid, run: _Run, row: int) -> list[Cell]:
    return [cell_of(grid.rows[row], run.first + at) for at in range(run.width)]


def _filled(grid: Grid, run: _Run) -> int:
    """How many rows say something in the columns of hours and minutes."""
    rows = range(run.body, len(grid.rows))
    return sum(any(not says_nothing(cell) for cell in _cells(grid, run, row)[1:]) for row in rows)


def _values(grid: Grid, run: _Run, carried: bool) -> list[timedelta | None]:
    """What each row below the labels says, None where that is no whole numbers of the units.

    With `carried` the hour may be left out below a row that has it, when the minutes go on.
    """
    found: list[timedelta | None] = []
    above: timedelta | None = None
    for row in range(run.body, len(grid.rows)):
        cells = _cells(grid, run, row)
        value = _value([*[None] * run.unit, *cells], above)
        found.append(value)
        above = value if carried and value is not None else above
    return found


def _value(cells: Sequence[Cell], above: timedelta | None) -> timedelta | None:
    numbers = [0.0 if says_nothing(cell) else number_in(cell) for cell in cells]
    if all(map(says_nothing, cells)):
        return None
    whole = [int(each) for each in numbers if each is not None and each.is_integer()]
    if len(whole) < len(cells) or any(
        not 0 <= each < most for each, most in zip(whole, _BELOW, strict=False)
    ):
        return None
    value = timedelta(hours=whole[0], minutes=whole[1], seconds=sum(whole[2:]))
    if says_nothing(cells[0]) and above is not None:
        carried = timedelta(hours=above // timedelta(hours=1)) + value
        return carried if carried > above else None
    return value


def _field(
    grid: Grid, run: _Run, values: Sequence[timedelta | None], former: _Run | None
) -> tuple[Field, bool]:
    """What they are, and whether they can be nothing else."""
    if run.unit:
        return "duration", True
    for field in ("start", "end", "duration"):
        if run.said and field in fields_of(run.said)[:1]:
            return field, True
    held = [value for value in values if value is not None]
    if former is not None and former.first + former.width == run.first and not run.said:
        return "end", True
    others = _other_fields(grid, run)
    goes_on = all(earlier <= later for earlier, later in pairwise(held))
    if "start" in others and "duration" not in others:
        return "duration", not goes_on or bool(held[0])
    hours = sorted(value // timedelta(hours=1) for value in held)
    timed = bool(hours) and hours[len(hours) // 2] >= _MORNING and (goes_on or run.width == 2)
    if not timed and "duration" not in others:
        return "duration", not goes_on or len(held) < _FEW
    whole = any(not value % timedelta(hours=1) for value in held)
    again = len(set(hours)) < len(hours)
    return "start", whole or again or run.width == 3 or "duration" in others


def _other_fields(grid: Grid, run: _Run) -> set[str]:
    """What the labels of the other columns, in either row of labels, name."""
    own = range(run.first, run.first + run.width)
    return {
        field
        for row in grid.rows[max(0, run.header - 1) : run.header + 1]
        for column, cell in enumerate(row)
        if column not in own and isinstance(cell, str)
        for field in named_by(cell)[:1]
        if not any(_said([folded(cell)], 0, unit) == "" for unit in range(3))
    }


# --- joining -------------------------------------------------------------------------------------


def _with(grid: Grid, run: _Run, field: Field, values: Sequence[timedelta | None]) -> Grid:
    """The grid with the values in the first of the columns, under a label that says what it is."""
    rows = list(grid.rows)
    rows[run.header] = _put(rows[run.header], run, _LABELS[field])
    for row, value in enumerate(values, run.body):
        if value is not None:
            rows[row] = _put(rows[row], run, value if field == "duration" else _clock(value))
    return grid._replace(rows=tuple(rows))


def _put(row: Sequence[Cell], run: _Run, cell: Cell) -> tuple[Cell, ...]:
    rest = (None,) * (run.width - 1)
    return (*row[: run.first], cell, *rest, *row[run.first + run.width :])


def _clock(value: timedelta) -> str:
    minutes, seconds = divmod(value // timedelta(seconds=1), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def _doubt(grid: Grid, run: _Run, field: Field, values: Sequence[timedelta | None]) -> Doubt:
    at = next(at for at, value in enumerate(values) if value is not None)
    names = [
        words_of(cell_of(grid.rows[run.header], run.first + each)) for each in range(run.width)
    ]
    first, said = values[at] or timedelta(), " + ".join(names)
    sentence = Sentence.of("hours_split", names=said, first=_clock(first))
    if field == "duration":
        sentence = Sentence.of("lengths_split", names=said, first=first)
    return Doubt(grid.place(run.body + at, run.first), field, "inferred", None, sentence)
