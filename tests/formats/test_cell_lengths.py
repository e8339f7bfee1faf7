from datetime import datetime, time, timedelta

from runofshow.core.times import Civil, write_length
from runofshow.formats.cell_lengths import Lengths, length, lengths_fitting, lengths_of
from runofshow.formats.source import Cell
from tests.rows import each_row


def said(cells: list[Cell], label: str = "Durée") -> list[str]:
    """What each cell of a column says, the column being read as a whole."""
    lengths = lengths_of(cells, label)
    found = [length(cell, lengths) for cell in cells]
    return ["-" if each is None else write_length(each) for each in found]


@each_row(
    "cells, expected",
    [
        (["15 min", "1h30", "20'", "45 mn"], ["15m", "1h30m", "20m", "45m"]),
        (["1:30", "0:20", "0:20:00"], ["1h30m", "20m", "20m"]),
        (["45:00", "05:30"], ["45m", "5m30s"]),
        ([15, 90, 20.0], ["15m", "1h30m", "20m"]),
        (["15", "90"], ["15m", "1h30m"]),
        ([1.5, 0.5, 2], ["1h30m", "30m", "2h"]),
        ([15 / 1440, 30 / 1440], ["15m", "30m"]),
        ([time(0, 45), timedelta(minutes=5)], ["45m", "5m"]),
        ([time(0, 14, 59, 999999)], ["15m"]),
        ([datetime(1899, 12, 30, 1, 30)], ["1h30m"]),  # noqa: DTZ001
        (["environ 20-25 mn"], ["25m"]),
        (["PT1H30M"], ["1h30m"]),
        (["", None, "N/A", "-", 0, "long", -5, True, 10**9], ["-"] * 9),
        (["30h"], ["-"]),
    ],
)
def test_a_column_of_lengths_is_read(cells: list[Cell], expected: list[str]) -> None:
    assert said(cells) == expected


@each_row(
    "label, expected",
    [("Durée (min)", "2m"), ("Duration (h)", "2h"), ("Dauer in Stunden", "2h"),
     ("Length (s)", "2s"), ("Durée h:mm", "2m")],
)  # fmt: skip
def test_the_label_names_the_unit(label: str, expected: str) -> None:
    assert said([2], label) == [expected]


def test_minutes_and_seconds_are_read_where_the_starts_fit_them() -> None:
    cells: list[Cell] = ["3:30", "4:10"]
    starts = [Civil(20), Civil(20, 3, 30), Civil(20, 7, 40)]
    fitted = lengths_fitting(cells, lengths_of(cells, "Durée"), starts)
    assert length("3:30", fitted) == timedelta(minutes=3, seconds=30)
    assert fitted.inferred


def test_hours_and_minutes_stay_where_nothing_fits_better() -> None:
    cells: list[Cell] = ["1:30", "0:30"]
    lengths = lengths_of(cells, "Durée")
    assert lengths_fitting(cells, lengths, [Civil(9), Civil(10, 30), Civil(11)]) == lengths
    assert lengths_fitting(cells, lengths, []) == lengths
    assert length("1:30", Lengths()) == timedelta(minutes=90)
