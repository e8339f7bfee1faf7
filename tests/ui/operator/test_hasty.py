"""What is typed in haste: tables of what a régie writes, on any keyboard."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from runofshow.core.plan import Kind
from runofshow.core.times import Civil, Misread, show_length, write_civil
from runofshow.ui.operator import hasty
from runofshow.ui.operator.hasty import Item, Moment
from tests.rows import each_row

PARIS = ZoneInfo("Europe/Paris")
DAY = date(2026, 1, 19)


def at(hour: int, minute: int, second: int = 0) -> Moment:
    """That time of the day, in Paris; 24 and more are the morning after."""
    wall = datetime(2026, 1, 19, tzinfo=PARIS) + timedelta(hours=hour)
    return Moment(wall.replace(minute=minute, second=second).astimezone(UTC), DAY, PARIS)


MORNING = at(10, 33, 22)


@each_row(
    "text, seconds",
    [
        ("90 s", 90), ("90s", 90), ("1:30", 90), ("1 min 30", 90), ("1m30", 90), ("3", 180),
        ("3 min", 180), ("3'", 180), ("0:45", 45), ("1h05", 3900), ("2,5 min", 150),
        ("il y a 3 min", 180), ("3 min ago", 180), ("depuis 90 s", 90),
        ("une demi-heure", 1800), ("environ 2-3 min", 180), ("il y a une dizaine de minutes", 600),
        ("çà s", 90), ("&:\"à", 90), ("(", 300), ("&é min", 720), ("&à", 600),
    ],
)  # fmt: skip
def test_a_length_is_read_in_minutes_and_seconds(text: str, seconds: int) -> None:
    assert hasty.length(text) == timedelta(seconds=seconds)


@each_row("text", ["", "x", "1:75", "bientôt", "à", "1:2:3:4", "&x", "9-5 min"])
def test_what_is_no_length_is_misread_as_it_was_written(text: str) -> None:
    if text == "à":  # the key of 0
        assert hasty.length(text) == timedelta(0)
        return
    with pytest.raises(Misread) as misread:
        hasty.length(text)
    assert misread.value.text == text


@each_row(
    "now, text, civil",
    [
        (MORNING, "10h38", Civil(10, 38)), (MORNING, "10:38", Civil(10, 38)),
        (MORNING, "à 10h38", Civil(10, 38)), (MORNING, "at 10:38", Civil(10, 38)),
        (MORNING, "vers 11h", Civil(11)), (MORNING, "1038", Civil(10, 38)),
        (MORNING, "onze heures moins le quart", Civil(10, 45)),
        (MORNING, "half past ten", Civil(10, 30)),
        (MORNING, "938", Civil(9, 38)), (MORNING, "midi", Civil(12)),
        (MORNING, "dans 5 min", Civil(10, 38, 22)), (MORNING, "dans 90 s", Civil(10, 34, 52)),
        (MORNING, "in 5", Civil(10, 38, 22)), (MORNING, "+5", Civil(10, 38, 22)),
        (MORNING, "&àh\"_", Civil(10, 38)), (MORNING, "&à:\"_", Civil(10, 38)),
        (at(23, 50), "0h10", Civil(24, 10)), (at(24, 20), "0h30", Civil(24, 30)),
        (at(24, 20), "23h55", Civil(23, 55)), (at(25, 0), "dans 5", Civil(25, 5)),
        (MORNING, "25h30", Civil(25, 30)),
    ],
)  # fmt: skip
def test_a_time_is_the_one_nearest_to_now(now: Moment, text: str, civil: Civil) -> None:
    assert hasty.hour(text, now) == civil


@each_row("text", ["", "38", "10h75", "tout de suite", "dans", "80h00"])
def test_what_is_no_time_is_misread(text: str) -> None:
    with pytest.raises(Misread):
        hasty.hour(text, MORNING)


@each_row(
    "now, text, seconds",
    [
        (MORNING, "90 s", 90), (MORNING, "1:30", 90), (MORNING, "1 min 30", 90),
        (MORNING, "3", 180), (MORNING, "çàs", 90),
        (MORNING, "à 10h31", 142), (MORNING, "10h31", 142), (MORNING, "10:31", 142),
        (MORNING, "at 10:31:30", 112), (MORNING, "1031", 142), (MORNING, "&àh\"&", 142),
        (MORNING, "1h05", 3900), (at(1, 30), "1h05", 1500), (at(24, 10), "23h50", 1200),
        (MORNING, "130", 7800),
    ],
)  # fmt: skip
def test_ago_is_a_length_or_a_time_just_gone_by(now: Moment, text: str, seconds: int) -> None:
    assert hasty.ago(text, now) == timedelta(seconds=seconds)


@each_row(
    "text, kind, title, minutes",
    [
        ("Intervention du maire 5", Kind.TALK, "Intervention du maire", 5),
        ("mot du maire 5 min", Kind.TALK, "mot du maire", 5),
        ("mot du maire, 5", Kind.TALK, "mot du maire", 5),
        ("mot du maire, 1:30", Kind.TALK, "mot du maire", 1.5),
        ("  mot   du maire  1 h 05 ", Kind.TALK, "mot du maire", 65),
        ("mot du maire 1 min 30", Kind.TALK, "mot du maire", 1.5),
        ("mot du maire (", Kind.TALK, "mot du maire", 5),
        ("mot du maire, &é", Kind.TALK, "mot du maire", 12),
        ("mot du maire", Kind.TALK, "mot du maire", None),
        ("Promo 2024", Kind.TALK, "Promo 2024", None),
        ("Salut à tous, et merci", Kind.TALK, "Salut à tous, et merci", None),
        ("film 90 s", Kind.FILM, "film", 1.5),
        ("Film 2, 3 min", Kind.FILM, "Film 2", 3),
        ("Pause, 20", Kind.BREAK, "Pause", 20),
        ("questions 10", Kind.QA, "questions", 10),
        ("changement de plateau 3", Kind.CHANGEOVER, "changement de plateau", 3),
        ("Coffee break 15", Kind.BREAK, "Coffee break", 15),
        ("Film (15 min)", Kind.FILM, "Film", 15),
        ("Film de 15 min", Kind.FILM, "Film", 15),
        ("Hommage, une demi-heure", Kind.TALK, "Hommage", 30),
        ("Hommage environ 20 à 25 min", Kind.TALK, "Hommage", 25),
        ("Hommage (au maire)", Kind.TALK, "Hommage (au maire)", None),
        ("Atelier 9-10", Kind.WORKSHOP, "Atelier 9-10", None),
        ("5", Kind.TALK, "", 5),
        ("a word from the mayor 5 min", Kind.TALK, "a word from the mayor", 5),
    ],
)  # fmt: skip
def test_an_item_is_a_title_and_last_its_length(
    text: str, kind: Kind, title: str, minutes: float | None
) -> None:
    size = None if minutes is None else timedelta(minutes=minutes)
    assert hasty.item(text, MORNING) == Item(kind, title, size)


@each_row(
    "text", ["pause jusqu'à 10h50", "pause, jusqu’à 10h50", "pause until 10:50", "pause → 10h50"]
)
def test_an_item_may_end_at_a_time(text: str) -> None:
    assert hasty.item(text, MORNING) == Item(Kind.BREAK, "pause", None, Civil(10, 50))


@given(some.text(max_size=60))
def test_anything_reads_as_an_item_and_nothing_raises_but_misread(text: str) -> None:
    found = hasty.item(text, MORNING)
    assert found.length is None or found.length > timedelta(0)
    for read in (hasty.hour, hasty.ago):
        with suppress(Misread):
            read(text, MORNING)


@given(some.integers(1, 59), some.integers(0, 59))
def test_a_length_reads_back_as_it_is_shown(minutes: int, seconds: int) -> None:
    size = timedelta(minutes=minutes, seconds=seconds)
    assert hasty.length(show_length(size)) == size
    assert hasty.length(f"{minutes}:{seconds:02d}") == size


@given(some.integers(0, 23), some.integers(0, 59), some.integers(0, 23), some.integers(0, 59))
def test_a_time_reads_back_within_half_a_day_of_now(
    hour: int, minute: int, now: int, past: int
) -> None:
    moment = at(now, past)
    read = hasty.hour(write_civil(Civil(hour, minute)), moment)
    assert (read.hour % 24, read.minute) == (hour, minute)
    assert read.hour < 24 or moment.instant(read) - moment.now <= timedelta(hours=12)
