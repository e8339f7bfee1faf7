"""Whatever a table looks like: what was written is what is read, and nothing ever crashes."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.core.times import Civil, write_length
from runofshow.formats import csv_text
from runofshow.formats.columns import FIELDS
from runofshow.formats.source import Cell, Grid, Source
from runofshow.formats.tables import draft_of, entries_of
from tests.formats.grids import ASKED, lines


class Session(NamedTuple):
    start: int
    lasts: int
    title: str
    speaker: str
    room: str


TITLES = ("Accueil café", "Eau vive", "Begrüßung", "Opening", "Les communs", "Wasser", "Q&A", "Fin")
PEOPLE = ("Léa Martin", "Paul Durand", "Ada Lovelace", "Jan Meier")
ROOMS = ("Amphi", "Foyer")


@st.composite
def programmes(draw: st.DrawFn) -> list[Session]:
    """Sessions of one day that follow one another, from five in the morning to midnight."""
    at, found = draw(st.integers(60, 110)) * 5, []
    for title in draw(st.permutations(TITLES))[: draw(st.integers(3, 7))]:
        lasts = draw(st.integers(1, 20)) * 5
        if at + lasts >= 24 * 60:
            break
        speaker, room = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(ROOMS))
        found.append(Session(at, lasts, title, speaker, room))
        at += lasts + draw(st.sampled_from((0, 0, 5, 30, 200)))
    return found


def _twelve(at: int) -> str:
    hour = at // 60 % 24
    return f"{hour % 12 or 12}:{at % 60:02d} {'AM' if hour < 12 else 'PM'}"


TIMES: dict[str, Callable[[int], Cell]] = {
    "09:05": lambda at: f"{at // 60:02d}:{at % 60:02d}",
    "9:05": lambda at: f"{at // 60}:{at % 60:02d}",
    "9h05": lambda at: f"{at // 60}h{at % 60:02d}",
    "9 h 05": lambda at: f"{at // 60} h {at % 60:02d}",
    "9.05 Uhr": lambda at: f"{at // 60}.{at % 60:02d} Uhr",
    "09:05:00": lambda at: f"{at // 60:02d}:{at % 60:02d}:00",
    "9:05 AM": _twelve,
    "time": lambda at: time(at // 60, at % 60),
    "part of a day": lambda at: at / 1440,
    "moment": lambda at: datetime(2026, 6, 16, at // 60, at % 60),  # noqa: DTZ001
    "nearly": lambda at: (
        (
            datetime(2026, 6, 16, at // 60, at % 60) - timedelta(microseconds=1)  # noqa: DTZ001
        ).time()
    ),
}
LENGTHS: dict[str, Callable[[int], Cell]] = {
    "15 min": lambda lasts: f"{lasts} min",
    "15'": lambda lasts: f"{lasts}'",
    "0:15:00": lambda lasts: f"{lasts // 60}:{lasts % 60:02d}:00",
    "1h05": lambda lasts: f"{lasts // 60}h{lasts % 60:02d}" if lasts >= 60 else f"{lasts}mn",
    "15": lambda lasts: lasts,
    "15.0": float,
    "length": lambda lasts: timedelta(minutes=lasts),
    "part of a day": lambda lasts: lasts / 1440,
}
LABELS = {
    "start": ("Début", "Start", "Beginn", "Heure de début", "Start time", "Von"),
    "end": ("Fin", "End", "Ende", "Heure de fin", "End time", "Bis"),
    "range": ("Horaire", "Time", "Uhrzeit", "Créneau"),
    "duration": ("Durée", "Duration", "Dauer"),
    "title": ("Titre", "Title", "Titel", "Intitulé", "Séquence", "Topic"),
    "speaker": ("Intervenant", "Speaker", "Referent", "Orateur"),
    "room": ("Salle", "Room", "Raum", "Lieu"),
    "nothing": ("Budget", "Machin"),
}


@st.composite
def tables(draw: st.DrawFn, titled: bool = True) -> tuple[list[list[Cell]], list[str]]:
    """The rows of a table with its labels, and how its entries must be read; `titled`: what it is
    about may stand above.
    """
    sessions = draw(programmes())
    write = TIMES[draw(st.sampled_from(list(TIMES)))]
    lasts = LENGTHS[draw(st.sampled_from(list(LENGTHS)))]
    shape = draw(st.sampled_from(("start end", "range", "start duration", "start")))
    if shape == "range":
        assume(isinstance(write(600), str))
    held: dict[str, Callable[[Session], Cell]] = {
        "start": lambda one: write(one.start),
        "end": lambda one: write(one.start + one.lasts),
        "range": lambda one: f"{write(one.start)} - {write(one.start + one.lasts)}",
        "duration": lambda one: lasts(one.lasts),
        "title": lambda one: one.title,
        "speaker": lambda one: one.speaker,
        "room": lambda one: one.room,
        "nothing": lambda one: "x" * (1 + one.start % 3),
    }
    more = draw(st.lists(st.sampled_from(("speaker", "room", "nothing")), unique=True))
    columns = draw(st.permutations([*shape.split(), "title", *more]))
    rows = [[held[column](one) for column in columns] for one in sessions]
    labels: list[Cell] = [draw(st.sampled_from(LABELS[column])) for column in columns]
    titles: tuple[list[list[Cell]], ...] = ([], [["Rencontres"]], [["Rencontres"], []])
    above = draw(st.sampled_from(titles if titled else titles[:1]))
    dated = isinstance(write(600), datetime)
    return [*above, labels, *rows], [_said(one, shape, dated) for one in sessions]


def _said(one: Session, shape: str, dated: bool) -> str:
    start, end = (Civil(at // 60, at % 60) for at in (one.start, one.start + one.lasts))
    when = f"{start}"
    if shape in ("start end", "range"):
        when += f"-{end}"
    if shape == "start duration":
        when += f"+{write_length(timedelta(minutes=one.lasts))}"
    return f"{'2026-06-16 ' if dated else ''}{when} {one.title}"


@given(tables())
def test_what_was_written_is_what_is_read(table: tuple[list[list[Cell]], list[str]]) -> None:
    rows, said = table
    grid = Grid("Feuil1", tuple(map(tuple, rows)))
    assert lines(entries_of(grid, ASKED).entries) == said


@given(tables(), st.sampled_from((",", ";", "\t", "|")))
def test_so_it_is_as_text(table: tuple[list[list[Cell]], list[str]], separator: str) -> None:
    rows, said = table
    assume(all(isinstance(cell, str | int) for row in rows for cell in row))
    made = io.StringIO()
    csv.writer(made, delimiter=separator).writerows(rows)
    assert lines(csv_text.read_text(made.getvalue().replace("\r\n", "\n"), ASKED).entries) == said


BETWEEN = (
    "SESSION 2 Wind", "Salle Rouge", "Kaffeepause", "Partie nocturne", "NB : rien", "(portes)",
    "TOTAL", "Vincent Vega", "Umbau 10 Minuten", "* remote", "Notes :", "Lunch (12:00-13:30)",
    "Zelt 4", "Block C", "Fin de soirée", "13h Apéritif",
)  # fmt: skip
"""Texts that stand alone in a row between the others."""


@st.composite
def tables_with_rows_between(draw: st.DrawFn) -> tuple[list[list[Cell]], list[str], list[str]]:
    """A table with rows of one text among its rows, its titles, and those texts."""
    rows, said = draw(tables())
    titles = [line.rsplit(" ", 1)[-1] for line in said]
    width = len(rows[-1])
    texts = draw(st.lists(st.sampled_from(BETWEEN), min_size=1, max_size=4, unique=True))
    for text in texts:
        at = draw(st.integers(len(rows) - len(said), len(rows)))
        across = draw(st.booleans())
        rows.insert(at, [text] * width if across else [text, *[None] * (width - 1)])
    return rows, titles, texts


@given(tables_with_rows_between())
def test_no_row_is_lost_without_a_word(
    table: tuple[list[list[Cell]], list[str], list[str]],
) -> None:
    rows, titles, texts = table
    read = repr(entries_of(Grid("Feuil1", tuple(map(tuple, rows))), ASKED))
    for text in (*titles, *texts):
        words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word != "Notes"]
        assert all(word in read for word in words), text


@given(tables(titled=False), tables(titled=False))
def test_tables_side_by_side_are_each_as_if_it_were_alone(
    left: tuple[list[list[Cell]], list[str]], right: tuple[list[list[Cell]], list[str]]
) -> None:
    (first, said), (second, also) = left, right
    blank: list[Cell] = [None] * len(first[0])
    rows = [
        [*(here or blank), None, *(beside or ())] for here, beside in zip_longest(first, second)
    ]
    assert lines(entries_of(Grid("Feuil1", tuple(map(tuple, rows))), ASKED).entries) == said + also


CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.sampled_from(
        ("9h", "10:30 AM", "9-10", "Début", "Fin", "Titre", "Durée", "Lundi", "12/05/2026", "N/A",
         "Salle 1", "1.1", "Session 1", "Matinée", "12:00 AM", "24:00", "71:59", "25h", "Jour 2",
         "Ann Lee, Bob Ray", "a\nb", "  indented", "2026-05-01T09:00:00Z", "x" * 300, "0", "-1",
         "20260616T090000Z", "1e9", "99999999", "١٢:٠٠", "Feb 30", "31/31/2026")
    ),
    st.text(max_size=12),
    st.integers(-10, 100_000),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.timedeltas(),
)  # fmt: skip
GRIDS = st.lists(st.lists(CELLS, max_size=5), max_size=8).map(
    lambda rows: Grid("Feuil1", tuple(map(tuple, rows)))
)


@given(GRIDS, st.none() | st.integers(0, 9))
def test_any_grid_is_read_or_left(grid: Grid, header: int | None) -> None:
    table = entries_of(grid, ASKED._replace(header=header))
    assert bool(table.entries) == (table.columns is not None)


@given(st.lists(GRIDS, max_size=3), st.dictionaries(st.integers(0, 6), st.sampled_from(FIELDS)))
def test_any_mapping_is_obeyed_or_refused(grids: list[Grid], mapping: dict[int, str]) -> None:
    asked = ASKED._replace(columns=mapping)
    try:
        draft = draft_of(grids, asked, "xlsx", Source((), tuple(grids)))
    except Unreadable:
        return
    assert draft.entries


@given(GRIDS)
def test_every_time_is_within_the_days_a_plan_may_hold(grid: Grid) -> None:
    for entry in _all(entries_of(grid, ASKED).entries):
        for had in (entry.start, entry.end):
            assert had is None or had.value is None or had.value <= Civil(72)
        assert entry.duration is None or (entry.duration.value is None) == (
            entry.duration.how == "missing"
        )
        day: date | None = entry.day.value if entry.day else None
        assert day is None or isinstance(day, date)


def _all(entries: Any) -> Any:
    for entry in entries:
        yield entry
        yield from _all(entry.entries or ())
