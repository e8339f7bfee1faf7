"""Civil times and lengths: what a person writes is read, what is shown is rounded by one rule."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import times
from runofshow.core.times import Civil, Misread
from tests.rows import each_row

PARIS = ZoneInfo("Europe/Paris")
H, M, S = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)


@each_row(
    "text, length",
    [
        ("1h05m", 65 * M),
        ("15m", 15 * M),
        ("45s", 45 * S),
        ("0m", 0 * M),
        ("1:05:00", 65 * M),
        ("65 min", 65 * M),
        ("PT1H5M", 65 * M),
        ("PT90S", 90 * S),
        ("1 h 05", 65 * M),
        ("1h", H),
        ("1 heure", H),
        ("2 Stunden", 2 * H),
        ("1,5 h", 90 * M),
        ("1.5h", 90 * M),
        ("90", 90 * M),
        ("1m30", 90 * S),
        ("1 min 30", 90 * S),
        ("0.5s", S / 2),
        ("+1m", M),
        ("-30s", -30 * S),
        ("−1m", -M),
        ("5'", 5 * M),
        ("5'30''", 5 * M + 30 * S),
        ("10\u202fmin", 10 * M),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, length: timedelta) -> None:
    assert times.read_length(text) == length


@each_row(
    "text",
    ["", " ", "1:30", "h", "m", "PT", "1h75m", "1m75s", "tomorrow", "10 parsecs", "1h 2h"]
    + ["1e3", "9" * 30, "2000h", "1m 30 h"],
)
def test_what_could_be_read_in_two_ways_or_in_none_is_no_length(text: str) -> None:
    with pytest.raises(Misread) as misread:
        times.read_length(text)
    assert (misread.value.code, misread.value.text) == ("no_length", text)


@given(st.timedeltas(min_value=-times.LONGEST, max_value=times.LONGEST))
def test_a_length_that_is_written_is_read_back(length: timedelta) -> None:
    assert times.read_length(times.write_length(length)) == length


@each_row(
    "length, text",
    [
        (0 * M, "0m"),
        (65 * M, "1h05m"),
        (60 * M, "1h"),
        (15 * M, "15m"),
        (45 * S, "45s"),
        (90 * S, "1m30s"),
        (-M, "-1m"),
        (H + S, "1h1s"),
        (1500 * timedelta(milliseconds=1), "1.5s"),
    ],
)
def test_a_length_in_a_file(length: timedelta, text: str) -> None:
    assert times.write_length(length) == text


@each_row(
    "text, civil",
    [
        ("09:00", Civil(9)),
        ("9h15", Civil(9, 15)),
        ("9 h 15", Civil(9, 15)),
        ("9h", Civil(9)),
        ("9.15", Civil(9, 15)),
        ("3pm", Civil(15)),
        ("12 am", Civil(0)),
        ("12 p.m.", Civil(12)),
        ("midi", Civil(12)),
        ("minuit", Civil(24)),
        ("25:30", Civil(25, 30)),
        ("09:12:30", Civil(9, 12, 30)),
        ("14 Uhr", Civil(14)),
        ("9 Uhr", Civil(9)),
        ("72:00", Civil(72)),
        ("0:00", Civil(0)),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, civil: Civil) -> None:
    assert times.read_civil(text) == civil


@each_row(
    "text", ["", "9", "900", "9:5", "9:60", "72:01", "99:00", "13pm", "0 am", "noonish", "-9:00"]
)
def test_what_is_no_time_of_day_is_not_guessed(text: str) -> None:
    with pytest.raises(Misread) as misread:
        times.read_civil(text)
    assert misread.value.code == "no_time"


@given(st.integers(0, 71), st.integers(0, 59), st.integers(0, 59))
def test_a_time_that_is_written_is_read_back(hour: int, minute: int, second: int) -> None:
    civil = Civil(hour, minute, second)
    assert times.read_civil(str(civil)) == civil


# --- civil times and instants -------------------------------------------------------------------


@each_row(
    "day, civil, wall",
    [
        (date(2026, 1, 19), Civil(9), "2026-01-19T09:00:00+01:00"),
        (date(2026, 1, 19), Civil(24), "2026-01-20T00:00:00+01:00"),
        (date(2026, 1, 19), Civil(25, 30), "2026-01-20T01:30:00+01:00"),
        (date(2026, 1, 19), Civil(49), "2026-01-21T01:00:00+01:00"),
        # the night that skips from 2:00 to 3:00
        (date(2026, 3, 29), Civil(1, 59), "2026-03-29T01:59:00+01:00"),
        (date(2026, 3, 29), Civil(2, 30), "2026-03-29T03:30:00+02:00"),
        (date(2026, 3, 28), Civil(26, 30), "2026-03-29T03:30:00+02:00"),
        # the night that has 2:00 to 3:00 twice
        (date(2026, 10, 25), Civil(2, 30), "2026-10-25T02:30:00+02:00"),
        (date(2026, 10, 25), Civil(3), "2026-10-25T03:00:00+01:00"),
    ],
)
def test_a_civil_time_is_one_instant(day: date, civil: Civil, wall: str) -> None:
    assert times.instant(day, civil, PARIS) == datetime.fromisoformat(wall)


def test_a_civil_time_counts_from_the_plans_day() -> None:
    moment = datetime(2026, 1, 20, 0, 30, 59, 999_999, tzinfo=UTC)
    assert times.civil_at(moment, date(2026, 1, 19), PARIS) == Civil(25, 30, 59)


# --- the one rounding rule ----------------------------------------------------------------------


@each_row(
    "remaining, shown, digits",
    [
        (60.0, 60, "1:00"),
        (59.999, 60, "1:00"),
        (59.0, 59, "0:59"),
        (0.001, 1, "0:01"),
        (0.0, 0, "0:00"),
        (-0.001, 0, "0:00"),
        (-0.999, 0, "0:00"),
        (-1.0, -1, "0:01"),
        (-61.5, -61, "1:01"),
        (99 * 60 + 59, 5999, "99:59"),
        (100 * 60, 6000, "1:40:00"),
        (7500, 7500, "2:05:00"),
    ],
)
def test_time_left_rounds_up_and_overrun_down(remaining: float, shown: int, digits: str) -> None:
    seconds = times.whole_left(timedelta(seconds=remaining))
    assert (seconds, times.show_countdown(seconds)) == (shown, digits)


@each_row(
    "seconds, minutes", [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (-29, 0), (-30, -1), (-90, -2)]
)
def test_drift_rounds_to_whole_minutes_half_up(seconds: int, minutes: int) -> None:
    assert times.whole_minutes(timedelta(seconds=seconds)) == minutes


def test_a_warning_rounds_half_up_to_the_second() -> None:
    assert times.half_up(timedelta(seconds=12.5)) == 13 * S
    assert times.half_up(timedelta(seconds=12.499)) == 12 * S


@each_row("language, shown", [("fr", "9h05"), ("en", "9:05"), ("de", "9:05")])
def test_a_clock_shows_whole_minutes_cut_off(language: str, shown: str) -> None:
    moment = datetime(2026, 1, 19, 8, 5, 59, tzinfo=UTC)
    assert times.show_clock(moment, PARIS, language) == shown


@each_row(
    "length, shown",
    [
        (45 * S, "45 s"),
        (12 * M, "12 min"),
        (90 * S, "1 min 30"),
        (65 * S, "1 min 05"),
        (105 * M, "1 h 45"),
        (2 * H, "2 h"),
        (-5 * M, "−5 min"),
        (0 * S, "0 s"),
    ],
)
def test_a_length_in_a_sentence(length: timedelta, shown: str) -> None:
    assert times.show_length(length).replace("\u202f", " ").replace("\u00a0", " ") == shown


NINE = datetime(2016, 1, 19, 8, 0, tzinfo=UTC)


@each_row(
    "planned, moment, shown",
    [
        (0, 29, 0),
        (0, 30, 60),
        (0, -29, 0),
        (0, -30, -60),
        (30, 30, 0),  # planned in the middle of a minute, and on time
        (30, 70, 60),  # 40 s late is a minute late
        (None, 29, 0),
        (None, 30, 60),
    ],
)
def test_an_expected_hour_is_the_planned_one_and_the_drift_that_is_told(
    planned: int | None, moment: int, shown: int
) -> None:
    held_to = None if planned is None else NINE + timedelta(seconds=planned)
    at = times.minute_shown(NINE + timedelta(seconds=moment), held_to)
    assert at == NINE + timedelta(seconds=shown)


@each_row(
    "ahead, said",
    [(-5, "0 s"), (40, "40 s"), (59, "59 s"), (90, "1 min"), (100, "2 min"), (3600, "1 h")],
)
def test_how_long_until_an_hour_is_that_hour_less_the_clock(ahead: int, said: str) -> None:
    now = NINE + timedelta(seconds=25)
    moment = now + timedelta(seconds=ahead)
    assert times.show_wait(moment, times.minute_of(moment), now) == said
