from datetime import date, datetime, time, timedelta
from typing import Any

from runofshow.core.times import Civil
from runofshow.formats.cell_numbers import bare_ranges, numbers_of, order_of
from runofshow.formats.cells import NOTHING, Reading, moment, words_of
from runofshow.formats.nothings import says_nothing
from runofshow.formats.source import Cell, Place
from tests.rows import each_row

READING = Reading(date(2026, 3, 2))
"""Seen from Monday 2 March 2026."""


def said(cell: Cell, **reading: Any) -> str:
    """The day, the start and the end that a cell says."""
    found = moment(cell, READING._replace(**reading))
    if found is None:
        return "no"
    day = found.day.on if found.day else None
    return f"{day or ''} {found.start or ''}-{found.end or ''}".strip()


@each_row(
    "cell, expected",
    [
        ("9h15", "09:15-"),
        ("09:30-10:00\n30 min", "09:30-10:00"),
        ("9.15", "09:15-"),
        ("9:15 AM", "09:15-"),
        ("09.00 Uhr", "09:00-"),
        ("9h30 – 10h00", "09:30-10:00"),
        ("07:00 PM - 12:30 AM", "19:00-24:30"),
        ("12:00 Noon to 12:30 PM", "12:00-12:30"),
        ("18:00 -", "18:00-"),
        ("10:00 AM EST", "10:00-"),
        ("SEPTEMBER 6 - 3pm", "2026-09-06 15:00-"),
        ("3-Apr-26", "2026-04-03 -"),
        ("`April 3", "2026-04-03 -"),
        ("12/06/2026 10:00", "2026-06-12 10:00-"),
        ("mardi 16 juin 2026 de 9h à 10h", "2026-06-16 09:00-10:00"),
        ("2026-05-01T22:00:00+02:00", "2026-05-01 22:00-"),
        ("2026-05-01 22:00 - 2026-05-02 00:30", "2026-05-01 22:00-24:30"),
        ("20260501T090000Z", "2026-05-01 09:00-"),
        (time(12, 59, 59, 999999), "13:00-"),
        (time(23, 59, 59, 999999), "24:00-"),
        (datetime(2026, 6, 1, 8, 59, 59, 999999), "2026-06-01 09:00-"),  # noqa: DTZ001
        (datetime(1899, 12, 30, 14, 30), "14:30-"),  # noqa: DTZ001
        (timedelta(hours=25, minutes=30), "25:30-"),
        (date(2026, 6, 1), "2026-06-01 -"),
        ("Accueil", "no"),
        ("Salle 12", "no"),
        ("9h75", "no"),
        ("25/13/2026", "no"),
        (True, "no"),
        (42, "no"),
        (float("nan"), "no"),
        (date(1, 1, 1), "no"),
        ("x" * 500, "no"),
    ],
)
def test_a_cell_says_when_or_nothing_of_it(cell: Cell, expected: str) -> None:
    assert said(cell) == expected


@each_row(
    "cell",
    [None, "", "  ", "-", "–", "N/A", "n.a.", "tbd", "TBA", "à définir", "#REF!", "#N/A", "?"],
)
def test_nothing_is_never_a_time(cell: Cell) -> None:
    assert says_nothing(cell)
    assert moment(cell, READING) is NOTHING


@each_row("cell", [0, False, "0", "Non", "na na", "Referat", "Value for money"])
def test_what_says_something_is_not_nothing(cell: Cell) -> None:
    assert not says_nothing(cell)


@each_row(
    "cells, numbers, expected",
    [
        ([0.375, 0.5], "days", ["09:00-", "12:00-"]),
        ([0.9375, 1.0625], "days", ["22:30-", "25:30-"]),
        ([46174.375], "serials", ["2026-06-01 09:00-"]),
        ([9, 10, 14], "hours", ["09:00-", "10:00-", "14:00-"]),
        (["900", "1030"], "hhmm", ["09:00-", "10:30-"]),
        ([9.75, 10.5], "decimal", ["09:45-", "10:30-"]),
        ([9.15, 10.3], "hour_minute", ["09:15-", "10:30-"]),
        ([9.5, 10.25], "", ["no", "no"]),
        ([9, 99], "", ["no", "no"]),
        ([0, 0], "", ["no", "no"]),
        ([1200, 4500], "", ["no", "no"]),
        ([-1, 5], "", ["no", "no"]),
    ],
)
def test_bare_numbers_mean_what_the_whole_column_shows(
    cells: list[Cell], numbers: str, expected: list[str]
) -> None:
    assert numbers_of(cells) == numbers
    assert [said(cell, numbers=numbers) for cell in cells] == expected


def test_nought_in_a_column_of_parts_of_a_day_is_nothing() -> None:
    assert moment(0.0, READING._replace(numbers="days")) is NOTHING


@each_row(
    "cells, ranges",
    [
        (["9-10", "10-11:30", "11:30-12"], True),
        (["3-2", "0-1", "2-2"], False),
        (["9-10"], False),
        (["9-10", "Accueil", "Pause", "10-11"], False),
    ],
)
def test_bare_hours_are_ranges_when_they_follow_one_another(
    cells: list[Cell], ranges: bool
) -> None:
    assert bare_ranges(cells) is ranges


@each_row(
    "cells, order",
    [
        (["01/06/2026", "02/06/2026", "03/06/2026"], "dmy"),
        (["06/01/2026", "06/02/2026", "06/03/2026"], "mdy"),
        (["13/06/2026", "14/06/2026"], None),
        (["Accueil"], None),
    ],
)
def test_the_order_of_day_and_month_is_the_one_that_keeps_days_together(
    cells: list[Cell], order: str | None
) -> None:
    assert order_of(cells, READING.today) == order


def test_only_the_side_that_was_mended_is_called_so() -> None:
    found = moment("11:30 - 1:00", READING)
    assert found is not None
    start, end = found.had_start(Place()), found.had_end(Place())
    assert start is not None
    assert end is not None
    assert (start.how, start.why) == ("given", None)
    assert (end.how, end.value) == ("repaired", Civil(13))
    assert end.why is not None


@each_row(
    "cell, words",
    [
        (None, ""),
        (1001.0, "1001"),
        (1.5, "1.5"),
        (True, "x"),
        ("  a  b \n\n c ", "a b\n\nc"),
        ("<b>Session</b> &amp; more", "Session & more"),
        ("a < b > c", "a < b > c"),
        (time(9, 5), "09:05"),
        (datetime(2026, 6, 1, 9, 5), "2026-06-01 09:05"),  # noqa: DTZ001
    ],
)
def test_a_cell_is_read_as_a_person_reads_it(cell: Cell, words: str) -> None:
    assert words_of(cell) == words
