"""Which column of a table is what, found by its label and by what it holds.

A mapping is `{column from 0: field}`. The fields:

| field | what its cells hold |
|---|---|
| `start` | a time, a range (9h-10h30), or a day and a time |
| `end` `duration` | when it ends; how long it lasts |
| `day` | a date, a weekday, Jour 1; a time after it is the start when there is no other |
| `title` `subtitle` `kind` `room` `cue` `key` | of the slot |
| `track` | a room, where no other column is |
| `session` `block` | the session, or the part of the day, that a row stands in |
| `speakers` `chair` | people; several columns of speakers add up |
| `firstname` `lastname` `role` `organisation` `topic` `mic` `phone` | of the one who speaks |
| `note` `description` | words for the régie; a long description is left aside |
| `minimum` `changeover` `tolerance` `warning` `danger` | lengths, as the contract names them |
| `questions` `call_before` `promise` `promised_to` `optional` `colour` | as the contract does |
| `department:NAME` | the column NAME of the crew |
| `cells:NAME` | what happens in the room, or on the day, NAME: the table is times × rooms or days |
| `aside` | nothing that is read; so is a column that the mapping does not name |
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from statistics import mean
from typing import Final, NamedTuple

from runofshow.formats import cells
from runofshow.formats.cell_lengths import Lengths, length
from runofshow.formats.cells import (
    Numbers,
    Reading,
    bare_ranges,
    moment,
    numbers_of,
    order_of,
    words_of,
)
from runofshow.formats.column_words import ASIDE, DEPARTMENT, WEAK, fields_of, folded, named_by
from runofshow.formats.draft import Asked
from runofshow.formats.source import Cell, Grid

CELLS: Final = "cells:"
FIELDS: Final = (
    *("start", "end", "duration", "day", "title", "subtitle", "kind", "room", "track", "cue"),
    *("key", "session", "block", "speakers", "firstname", "lastname", "role", "organisation"),
    *("topic", "chair", "mic", "phone", "note", "description", "minimum", "changeover"),
    *("tolerance", "warning", "danger", "questions", "call_before", "promise", "promised_to"),
    *("optional", "colour", ASIDE),
)
"""The fields a person may choose from, besides `department:NAME` and `cells:NAME`."""
_SEVERAL: Final = frozenset(("speakers", "note", ASIDE, "chair", "description", "mic", "phone"))
"""Fields that more than one column may have."""
HEADER_WITHIN: Final = 20
_SAMPLE: Final = 120
"""Rows that are looked at to see what a column holds."""


class Columns(NamedTuple):
    """How a table is understood: its fields, the row of its labels, where its rows begin.

    `labels` are as a person wrote them, one a column, "" where there is none. `header` is None
    when no row names the columns. `sure` columns bear a label that says what they hold.
    """

    fields: Mapping[int, str]
    header: int | None
    body: int
    labels: tuple[str, ...]
    sure: frozenset[int] = frozenset()

    def of(self, field: str) -> tuple[int, ...]:
        """The columns of a field, from left to right."""
        return tuple(column for column, each in sorted(self.fields.items()) if each == field)

    def first(self, field: str) -> int | None:
        """The first column of a field."""
        found = self.of(field)
        return found[0] if found else None


def signature(labels: Sequence[str]) -> str:
    """What tells that two files have the same columns: their labels, without case or accents."""
    return "|".join(folded(label) for label in labels).rstrip("|")


def columns_of(grid: Grid, asked: Asked) -> Columns | None:
    """How the table is understood, by the mapping and header asked for or else by its own words.

    None when it holds no programme: neither times nor a title.
    """
    rows = grid.rows[: (asked.header or 0) + HEADER_WITHIN + _SAMPLE]
    width = max((len(row) for row in rows), default=0)
    if not width:
        return None
    header = asked.header if asked.header is not None else header_of(grid)
    if header is not None and header >= len(grid.rows):
        header = None
    if header is None and asked.columns is None:
        header = _strange_header(grid, asked)
    labels, body = _labels(rows, header, width)
    if asked.columns is not None:
        fields = {column: field for column, field in asked.columns.items() if column < width}
        return Columns(fields, header, body, labels, frozenset(fields))
    profiles = [profile(rows, body, column, asked.today) for column in range(width)]
    return _Mapper(labels, profiles).columns(header, body)


# --- labels --------------------------------------------------------------------------------------


def header_of(grid: Grid) -> int | None:
    """The row that names the columns, among the first 20; None when there is none."""
    rows = grid.rows[:HEADER_WITHIN]
    begun = first_timed(grid)
    scores = [_header_score(row) + _fits(row, rows, at) for at, row in enumerate(rows[:begun])]
    best = max(scores, default=0.0)
    if best < 1.5:
        return None
    row = scores.index(best)
    return row + 1 if row + 1 < len(scores) and _continues(rows, row, scores) else row


def first_timed(grid: Grid) -> int:
    """The first row of the programme among those that may name columns; their number for none."""
    rows = grid.rows[:HEADER_WITHIN]
    return next((at for at, row in enumerate(rows) if _is_timed(row)), len(rows))


def _strange_header(grid: Grid, asked: Asked) -> int | None:
    """The row right above the first time when it may be labels in a language that is not ours."""
    begun = first_timed(grid)
    if not 0 < begun < len(grid.rows):
        return None
    row, below = grid.rows[begun - 1], grid.rows[begun]
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    short = all(len(text) <= 30 and not _VALUE.search(text) for text in texts)
    full = len(texts) >= max(2, 0.7 * sum(cell is not None for cell in below))
    dated = any(moment(text, Reading(asked.today)) for text in texts)
    return begun - 1 if full and short and not dated else None


def _fits(row: Sequence[Cell], rows: Sequence[Sequence[Cell]], at: int) -> float:
    """Half a point when times stand right below what is a label of times."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    return 0.5 * any(
        isinstance(cell, str) and "start" in named_by(cell) and _has_time(_cell(below, column))
        for column, cell in enumerate(row)
    )


def _is_timed(row: Sequence[Cell]) -> bool:
    """Whether the row is one of the programme: a time stands beside something else."""
    return sum(cell is not None for cell in row) > 1 and any(map(_has_time, row))


def _header_score(row: Sequence[Cell]) -> float:
    """How much the row looks like labels: the fields that it names, once each."""
    texts = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
    if not texts or any(len(text) > 80 for text in texts):
        return 0.0
    labels = [text for text in texts if named_by(text) or not _VALUE.search(text)]
    named = {fields[0]: text for text in labels for fields in (fields_of(text),) if fields}
    score = sum(1.0 if _tells(text) else 0.8 for text in named.values())
    strangers = sum(not fields_of(text) for text in set(texts))
    return score - 0.15 * strangers


_VALUE: Final = re.compile(r"\d|:\s*\S")
"""A text with a number, or with something behind a colon, is a value: Session 1, Chair: NN."""


def _tells(text: str) -> bool:
    return len(folded(text).split()) <= 3


def _has_time(cell: Cell) -> bool:
    found = moment(cell, Reading(_SOME_DAY)) if not isinstance(cell, int | float) else None
    return found is not None and (found.start is not None or found.end is not None)


_SOME_DAY: Final = date(2026, 1, 1)


def _continues(rows: Sequence[Sequence[Cell]], row: int, scores: Sequence[float]) -> bool:
    """Whether the labels go on in the row below: Horaires above Début and Fin."""
    below = [cell for cell in rows[row + 1] if cell is not None]
    named = [cell for cell in below if isinstance(cell, str) and fields_of(cell)]
    return scores[row + 1] > 0 and len(named) >= max(2, 0.6 * len(below))


def _labels(
    rows: Sequence[Sequence[Cell]], header: int | None, width: int
) -> tuple[tuple[str, ...], int]:
    """The label of each column and the first row below: a label may stand on two rows."""
    if header is None:
        return ("",) * width, 0
    lower = [words_of(_cell(rows[header], column)) for column in range(width)]
    upper = _upper(rows, header, lower)
    labels = [
        low if low and not low.isdigit() else up or low
        for low, up in zip(lower, upper, strict=True)
    ]
    return tuple(label.replace("\n", " ") for label in labels), header + 1


def _upper(rows: Sequence[Sequence[Cell]], header: int, lower: Sequence[str]) -> list[str]:
    """The labels of the row above, each carried on over the numbers and blanks on its right."""
    above = rows[header - 1] if header else ()
    carried, upper = "", []
    for column, low in enumerate(lower):
        said = words_of(_cell(above, column))
        if said:
            carried = said if fields_of(said) else ""
        elif low and not low.isdigit():
            carried = ""
        upper.append(carried)
    return upper


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else None


# --- what columns hold ---------------------------------------------------------------------------


class Profile(NamedTuple):
    """What a column holds, as parts of its filled cells."""

    filled: int = 0
    times: float = 0
    ranges: float = 0
    days: float = 0
    timed_days: float = 0
    lengths: float = 0
    numbers: float = 0
    names: float = 0
    links: float = 0
    long: float = 0
    """The mean number of letters of a text."""
    distinct: float = 0
    order: str | None = None
    means: Numbers = ""

    @property
    def surely_times(self) -> float:
        """The part that is times whatever the column is called: bare hours may be anything."""
        return self.times if self.means in ("", "days", "serials") else 0


def profile(rows: Sequence[Sequence[Cell]], body: int, column: int, today: date) -> Profile:
    """What the cells of the column hold, in the rows from `body` on."""
    held = [_cell(row, column) for row in rows[body:]]
    filled = [cell for cell in held if not cells.says_nothing(cell)]
    if not filled:
        return Profile()
    order, means = order_of(filled[:60], today), numbers_of(filled)
    reading = Reading(today, order, means, bare_ranges(filled))
    moments = [found for cell in filled for found in (moment(cell, reading),) if found]
    texts = [cell.strip() for cell in filled if isinstance(cell, str)]
    part = 1 / len(filled)
    return Profile(
        len(filled),
        part * sum(found.start is not None or found.end is not None for found in moments),
        part * sum(found.start is not None and found.end is not None for found in moments),
        part * sum(found.day is not None for found in moments),
        part * sum(found.day is not None and found.start is not None for found in moments),
        part * sum(map(_is_length, filled)),
        part * sum(map(_is_number, filled)),
        part * sum(map(looks_like_a_name, texts)),
        part * sum("://" in text or "@" in text for text in texts),
        mean(map(len, texts)) if texts else 0,
        part * len(set(map(str, filled))),
        order,
        means,
    )


def _is_length(cell: Cell) -> bool:
    """Whether the cell can only be a length: it bears a unit, or hours, minutes and seconds."""
    if not isinstance(cell, str) or len(cell) > 30 or not any(map(str.isdigit, cell)):
        return False
    found = length(cell, Lengths())
    return (
        found is not None and not _is_number(cell) and (":" not in cell or cell.strip()[0] == "0")
    )


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(cells.NUMBER.fullmatch(cell.strip()))
    return isinstance(cell, int | float) and not isinstance(cell, bool)


_PARTICLES: Final = frozenset(
    ("de", "van", "von", "der", "den", "du", "da", "di", "la", "le", "el", "al")
)


def looks_like_a_name(text: str) -> bool:
    """Whether the text may be a person's name, or several: two to four capitalised words each."""
    if len(text) > 200 or any(each.isdigit() for each in text):
        return False
    first = text.replace(";", ",").replace("\n", ",").replace(" & ", ",").split(",")[0]
    words = first.split("(")[0].split()
    if not 2 <= len(words) <= 5:
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


# --- the mapping ---------------------------------------------------------------------------------


class _Mapper:
    """Gives each column its field: labels first, held against what the columns hold."""

    def __init__(self, labels: Sequence[str], profiles: Sequence[Profile]) -> None:
        self._labels, self._profiles = labels, profiles
        self._fields: dict[int, str] = {}
        self._sure: set[int] = set()

    def columns(self, header: int | None, body: int) -> Columns | None:
        self._by_label()
        self._when()
        self._what()
        self._who_and_where()
        if not self._has("title") or not self._tells():
            return None
        self._the_rest()
        return Columns(self._fields, header, body, tuple(self._labels), frozenset(self._sure))

    def _tells(self) -> bool:
        """Whether it is a programme: it has times or lengths, or calls its titles so."""
        if self._has("start") or self._has("duration"):
            return True
        sure = {self._fields[column] for column in self._sure}
        named = any(folded(label) in _NAMES for label in self._labels)
        return "title" in sure and not named and bool(sure & {"speakers", "room", "kind", "day"})

    def _has(self, field: str) -> bool:
        return field in self._fields.values()

    def _free(self) -> Iterator[int]:
        for column, held in enumerate(self._profiles):
            if column not in self._fields and held.filled:
                yield column

    def _by_label(self) -> None:
        """Strong labels before weak ones, so that "Titre" is the title though "Session" stands."""
        claims = sorted(
            (self._rank(column, field, rank), column, field)
            for column, label in enumerate(self._labels)
            for rank, field in enumerate(self._claims(column, label))
        )
        weak = [claim for claim in claims if self._weak(claim)]
        for _, column, field in [claim for claim in claims if not self._weak(claim)] + weak:
            if column in self._fields or (self._has(field) and not self._may_repeat(field)):
                continue
            self._fields[column] = field
            self._sure.add(column)

    def _may_repeat(self, field: str) -> bool:
        """Several columns may tell of several people, each with where they come from."""
        speakers = sum(each == "speakers" for each in self._fields.values())
        same = sum(each == field for each in self._fields.values())
        return field in _SEVERAL or (field in ("role", "organisation") and same < speakers)

    def _rank(self, column: int, field: str, rank: int) -> int:
        """The lower, the better: names before words within labels, dates before numbers."""
        dateless = field == "day" and self._profiles[column].days < 0.5
        return rank + 10 * (field not in named_by(self._labels[column])) + dateless

    def _claims(self, column: int, label: str) -> list[str]:
        held = self._profiles[column]
        return [field for field in (_meant(each, held) for each in fields_of(label)) if field]

    def _weak(self, claim: tuple[int, int, str]) -> bool:
        rank, column, field = claim
        plain = folded(self._labels[column])
        if rank >= 10:
            return True
        return any(field == weak and plain in words for weak, words in WEAK)

    def _when(self) -> None:
        if not self._has("start"):
            self._take("start", lambda held: held.surely_times if held.surely_times >= 0.5 else 0)
        if not self._has("day"):
            self._take("day", lambda held: held.days if held.days >= 0.6 and not held.times else 0)
        if not self._has("duration"):
            self._take("duration", lambda held: held.lengths if held.lengths >= 0.6 else 0)
        if not self._has("end") and not self._has("duration"):
            self._take("end", lambda held: held.surely_times if held.surely_times >= 0.6 else 0)

    def _take(self, field: str, worth: Callable[[Profile], float]) -> None:
        """Give the field to the free column that is worth most, the leftmost of equals.

        A column whose label means something else is not taken.
        """
        candidates = [
            (worth(self._profiles[column]), -column)
            for column in self._free()
            if field in (fields_of(self._labels[column]) or (field,))
        ]
        best, column = max(candidates, default=(0.0, 0))
        if best > 0:
            self._fields[-column] = field

    def _what(self) -> None:
        """The title: the column of many different texts that are neither names nor essays."""
        if self._has("title"):
            return
        self._take("title", _title_worth)
        for field in ("topic", "session", "description", "kind", "track", "note", "speakers"):
            if not self._has("title"):
                column = next(
                    (c for c, each in sorted(self._fields.items()) if each == field), None
                )
                if column is not None:
                    self._fields[column] = "title"

    def _who_and_where(self) -> None:
        if not self._has("speakers") and not self._has("lastname"):
            self._take("speakers", lambda held: held.names if held.names >= 0.6 else 0)
        if not self._has("room") and self._has("track"):
            track = next(column for column, each in self._fields.items() if each == "track")
            self._fields[track] = "room"

    def _the_rest(self) -> None:
        """Columns nobody knows: the crew's if the table is a rundown of theirs, else notes."""
        crew = any(field.startswith(DEPARTMENT) for field in self._fields.values())
        for column in list(self._free()):
            label, held = self._labels[column], self._profiles[column]
            known = set(fields_of(label)) & _ONE_IS_ENOUGH
            if known or held.links > 0.3 or held.long > _ESSAY or (label and held.numbers > 0.9):
                self._fields[column] = ASIDE
            else:
                self._fields[column] = DEPARTMENT + label if crew else "note"
        for column, field in list(self._fields.items()):
            if field == "description":
                long = self._profiles[column].long > _ESSAY
                self._fields[column] = ASIDE if long else "note"


_NAMES: Final = frozenset(("name", "nom", "noms", "full name"))
_ONE_IS_ENOUGH: Final = frozenset(("day", "start", "end", "duration", "key", "cue"))
"""A second column of such a field tells nothing more."""
_ESSAY: Final = 160
"""Longer texts, in the mean, are abstracts: of no use on the day."""


def _title_worth(held: Profile) -> float:
    if held.links > 0.5 or held.times > 0.3 or held.days > 0.3 or held.numbers > 0.3:
        return 0
    return (
        min(held.long, 60) * (0.2 + held.distinct) * (1 - 0.6 * held.names) / (1 + held.long / 150)
    )


def _meant(field: str, held: Profile) -> str | None:
    """The field that a label means when the column holds what it does; None for no such field."""
    match field:
        case "start" | "end" if held.filled and held.times < 0.3:
            return _not_times(field, held)
        case "title" if held.numbers > 0.8:
            return None
        case "speakers" | "title" | "room" if held.links > 0.3:
            return None
        case "day" if held.filled and not held.days and held.surely_times > 0.5:
            return "start"
        case "duration" if held.filled and held.ranges > 0.5:
            return "start"
        case _:
            return field


def _not_times(field: str, held: Profile) -> str | None:
    """What a column of starts or ends is that holds no times: dates, or lengths."""
    if held.days > 0.5:
        return "day" if field == "start" else None
    if held.lengths > 0.5 or held.numbers > 0.8:
        return "duration" if field == "start" else None
    return None
