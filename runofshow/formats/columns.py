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
from typing import Final, NamedTuple

from runofshow.core.times import Civil
from runofshow.formats.cells import Reading, moment
from runofshow.formats.column_headers import (
    HEADER_WITHIN,
    cell_of,
    header_of,
    labels_of,
    strange_header,
    words_in,
)
from runofshow.formats.column_profiles import Profile, profile
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
    turned: bool = False
    """Its columns are rows of the sheet."""

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
    if header is None:
        header = strange_header(grid, asked)
    labels, body = labels_of(rows, header, width)
    if asked.columns is not None:
        fields = {column: field for column, field in asked.columns.items() if column < width}
        return Columns(fields, header, body, labels, frozenset(fields))
    held = [row for row in rows[body:] if len(words_in(row)) > 1]
    held = held if len(held) > 1 else [*rows[body:]]  # titles that stand alone tell of no column
    profiles = [profile(held, 0, column, asked.today) for column in range(width)]
    found = _Mapper(labels, profiles).columns(header, body)
    return found and found._replace(fields=_with_lengths(found, rows, asked))


def _with_lengths(columns: Columns, rows: Sequence[Sequence[Cell]], asked: Asked) -> dict[int, str]:
    """The fields, where a column of ends holds lengths: 8:30 and 0:30, 9:00 and 0:15."""
    fields = dict(columns.fields)
    start, end = columns.first("start"), columns.first("end")
    if start is None or end is None or columns.first("duration") is not None:
        return fields
    reading = Reading(asked.today)
    pairs = [
        (first.start, last.start)
        for row in rows[columns.body :]
        for first, last in ((moment(cell_of(row, at), reading) for at in (start, end)),)
        if first is not None and last is not None and first.start and last.start
    ]
    backwards = sum(last < min(first, _LONG) for first, last in pairs)
    if len(pairs) > 2 and backwards >= 0.8 * len(pairs):
        fields[end] = "duration"
    return fields


_LONG: Final = Civil(5)
"""What is called an end, is before its start and below this, is a length."""


# --- the mapping ---------------------------------------------------------------------------------


class _Mapper:
    """Gives each column its field: labels first, held against what the columns hold."""

    def __init__(self, labels: Sequence[str], profiles: Sequence[Profile]) -> None:
        self._labels, self._profiles = labels, profiles
        self._timed = any(
            "start" in fields_of(label) and held.surely_times >= 0.5
            for label, held in zip(labels, profiles, strict=True)
        )
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
        self._the_stage()
        return Columns(self._fields, header, body, tuple(self._labels), frozenset(self._sure))

    def _tells(self) -> bool:
        """Whether it is a programme: it has times, lengths or crews, or calls its titles so."""
        if any(map(self._has, ("start", "end", "duration"))):
            return True
        if sum(field.startswith(DEPARTMENT) for field in self._fields.values()) > 1:
            return True  # the cues of a crew
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
        exact = named_by(label)
        claims = [_meant(each, held) for each in fields_of(label)]
        if self._timed and held.numbers > 0.8 and held.surely_times < 0.3:
            claims = ["cue" if each == "start" else each for each in claims]  # Top 1, at an hour
        dateless = held.filled and held.days < 0.3 and "day" not in exact
        barred = {"day"} if dateless else set()
        if "cue" not in exact and "title" in claims and held.numbers < 0.5:
            barred.add("cue")
        barred |= {"start", "end"} if held.small and not {"start", "end"} & set(exact) else set()
        return [field for field in claims if field and field not in barred]

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

    def _take(self, field: str, worth: Callable[[Profile], float], strangers: bool = False) -> None:
        """Give the field to the free column that is worth most, the leftmost of equals.

        A column whose label means something else is not taken, unless `strangers` may be.
        """
        candidates = [
            (worth(self._profiles[column]), -column)
            for column in self._free()
            if strangers or field in (fields_of(self._labels[column]) or (field,))
        ]
        best, column = max(candidates, default=(0.0, 0))
        if best > 0:
            self._fields[-column] = field

    def _what(self) -> None:
        """The title: the column of many different texts that are neither names nor essays."""
        if self._has("title"):
            return
        for at, held in self._fields.items():
            if held == "speakers" and _PERFORMERS.fullmatch(folded(self._labels[at])):
                self._fields[at] = "title"  # a concert is called by who plays it
                return
        self._release()
        self._take("title", _title_worth, strangers=True)
        for field in (
            "topic",
            "session",
            "description",
            "kind",
            "track",
            "note",
            "speakers",
            "cue",
        ):
            if not self._has("title"):
                column = next(
                    (c for c, each in sorted(self._fields.items()) if each == field), None
                )
                if column is not None:
                    self._fields[column] = "title"

    def _release(self) -> None:
        """Let go of columns whose labels only hold a word of their field: one is the title."""
        for column, field in list(self._fields.items()):
            if field in _LOOSE and field not in named_by(self._labels[column]):
                del self._fields[column]
                self._sure.discard(column)

    def _who_and_where(self) -> None:
        if not self._has("speakers") and not self._has("lastname"):
            self._take("speakers", lambda held: held.names if held.names >= 0.6 else 0)
        if not self._has("room") and self._has("track"):
            track = next(column for column, each in self._fields.items() if each == "track")
            self._fields[track] = "room"

    def _the_stage(self) -> None:
        """What is on stage, in a rundown of the crew's, is theirs: no room is called so there."""
        crew = sum(field.startswith(DEPARTMENT) for field in self._fields.values())
        for column, field in self._fields.items():
            if crew > 1 and field == "room" and folded(self._labels[column]) in _STAGE:
                self._fields[column] = DEPARTMENT + self._labels[column]

    def _the_rest(self) -> None:
        """Columns nobody knows: the crew's if the table is a rundown of theirs, else notes."""
        crew = any(field.startswith(DEPARTMENT) for field in self._fields.values())
        for column in list(self._free()):
            label, held = self._labels[column], self._profiles[column]
            known = set(fields_of(label)) & _ONE_IS_ENOUGH
            if held.counted and not self._has("cue"):
                self._fields[column] = "cue"
            elif held.places >= 0.6 and not label and not self._has("room"):
                self._fields[column] = "room"
            elif known or held.links > 0.3 or held.long > _ESSAY or (label and held.numbers > 0.9):
                self._fields[column] = ASIDE
            else:
                self._fields[column] = DEPARTMENT + label if crew else "note"
        alone = not self._has("speakers") and not self._has("lastname")
        for column, field in list(self._fields.items()):
            if alone and field == "mic":
                self._fields[column] = DEPARTMENT + self._labels[column]
            elif alone and field in ("role", "organisation", "phone", "topic"):
                self._fields[column] = "note"
            if field == "description":
                long = self._profiles[column].long > _ESSAY
                self._fields[column] = ASIDE if long else "note"


_LOOSE: Final = frozenset(("room", "track", "block", "session", "topic", "kind", "chair"))
_PERFORMERS: Final = re.compile(r"artiste?s?|performers?|kunstler\w*|interpretes?|bands?")
_STAGE: Final = frozenset(("buhne", "scene", "stage"))
_NAMES: Final = frozenset(("name", "nom", "noms", "full name"))
_ONE_IS_ENOUGH: Final = frozenset(("day", "start", "end", "duration", "key", "cue"))
"""A second column of such a field tells nothing more."""
_ESSAY: Final = 160
"""Longer texts, in the mean, are abstracts: of no use on the day."""


def _title_worth(held: Profile) -> float:
    """How much a column looks like one of titles: full, each different, neither short nor long."""
    if held.links > 0.5 or held.times > 0.3 or held.days > 0.3 or held.numbers > 0.3:
        return 0
    telling = min(held.long, 60) / (1 + held.long / 150)
    return held.filled * telling * (0.2 + held.distinct) * (1 - 0.9 * held.names)


def _meant(field: str, held: Profile) -> str | None:
    """The field that a label means when the column holds what it does; None for no such field."""
    match field:
        case "start" | "end" if held.counted and held.means:
            return "cue" if field == "start" else None
        case "start" | "end" if held.filled and held.times < 0.3:
            return _not_times(field, held)
        case "title" if held.numbers > 0.8:
            return "cue"
        case "cue" if held.filled and held.numbers < 0.3 and held.long > 6:
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
    if held.counted:
        return "cue" if field == "start" else None
    if held.lengths > 0.5 or held.numbers > 0.8:
        return "duration" if field == "start" else None
    return None
