"""Instants and lengths as machines write them, and the evening a night belongs to."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.times import Civil
from runofshow.formats.moments import (
    Evenings,
    Length,
    civil_on,
    read_clock,
    read_day,
    read_frab_length,
    read_iso_length,
    read_moment,
    wall_of,
)
from tests.rows import each_row

at = datetime.fromisoformat
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
NINE = at("2024-12-27T09:00")

MOMENTS = {
    "2024-12-27T09:00:00+01:00": (NINE, HOUR),
    "2024-12-27T09:00:00Z": (NINE, timedelta(0)),
    "2024-12-27 09:00:00 +0100": (NINE, HOUR),
    "2024-12-27 09:00:00 UTC": (NINE, timedelta(0)),
    "2024-12-27T09:00": (NINE, None),
    "2024-12-27T09:00:00.000-03:30": (NINE, -3.5 * HOUR),
    "2024-12-27T08:59:59.999999": (NINE, None),
    "20241227T090000Z": (NINE, timedelta(0)),
}
NO_MOMENTS = ("2024-12-27", "09:00", "", "27/12/2024 09:00", "2024-13-27T09:00", "0001-01-01T00:00")


@each_row("text", MOMENTS)
def test_a_moment_keeps_the_clock_of_its_file(text: str) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert (moment.wall, moment.offset) == MOMENTS[text]


@each_row("text", NO_MOMENTS)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert read_moment(text) is None


LENGTHS = {
    "00:30": Length(30 * MINUTE),
    "1:30": Length(90 * MINUTE),
    "25:00": Length(25 * HOUR),
    "01:15:00": Length(75 * MINUTE),
    "1:02:05": Length(26 * HOUR + 5 * MINUTE),
    "1:30:00": Length(90 * MINUTE),
    "0:45:00": Length(45 * MINUTE),
    "0:20:00": Length(20 * MINUTE, sure=False),
    "0:02:00": Length(2 * HOUR, sure=False),
    "0:01:30": Length(90 * MINUTE, sure=False),
    "45": Length(45 * MINUTE),
    "PT1H5M": Length(65 * MINUTE),
    "": None,
    "00:75": None,
    "une heure": None,
    "1:00:60": None,
}


@each_row("text", LENGTHS)
def test_a_length_of_the_frab_family(text: str) -> None:
    assert read_frab_length(text) == LENGTHS[text]


def test_a_length_in_iso() -> None:
    assert read_iso_length("PT1H30M") == 90 * MINUTE
    assert read_iso_length("P1DT1H") == 25 * HOUR
    for text in ("P", "PT", "1H", "P1Y", ""):
        assert read_iso_length(text) in (None, timedelta(0))
    assert read_iso_length("P") is None


def test_days_and_clocks() -> None:
    assert read_day("2024-12-27T09:00") == date(2024, 12, 27)
    assert read_day("2024-02-30") is None
    assert read_clock("9:05") == Civil(9, 5)
    assert read_clock("24:30:15") == Civil(24, 30, 15)
    assert read_clock("9h05") is None
    assert read_clock("72:00") is None


def test_a_night_belongs_to_the_evening_before_only_when_there_was_one() -> None:
    night, evening = at("2024-12-28T00:15"), at("2024-12-27T22:00")
    assert Evenings([night, evening]).day(night) == date(2024, 12, 27)
    assert Evenings([night, NINE]).day(night) == date(2024, 12, 28)
    late = at("2024-12-28T05:30")
    assert Evenings([late, evening]).day(late) == date(2024, 12, 28)
    assert Evenings([late, evening], Civil(6)).day(late) == date(2024, 12, 27)


@given(st.datetimes(at("1971-01-01T00:00"), at("2190-01-01T00:00")), st.integers(0, 2))
def test_a_clock_time_on_a_day_is_that_moment_again(wall: datetime, days: int) -> None:
    wall = wall.replace(microsecond=0)
    day = (wall - timedelta(days=days)).date()
    civil = civil_on(wall, day)
    assert civil is not None
    assert wall_of(day, civil) == wall


@given(st.text(max_size=30))
def test_no_text_makes_them_stumble(text: str) -> None:
    for read in (read_moment, read_day, read_clock, read_frab_length, read_iso_length):
        read(text)
