"""Hours are written as whoever sits there likes; whatever the way, what is written is read back."""

from datetime import UTC, datetime
from itertools import product
from typing import get_args
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.hours import EnglishHours, FrenchHours, Hours, write_as
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from tests.rows import each_row

WAYS = [Hours(*way) for way in product(get_args(FrenchHours), get_args(EnglishHours))]


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


@each_row(
    "hours, language, shown",
    [
        (Hours(), "fr", ["0h05", "9h15", "12h00", "14h30"]),
        (Hours("9 h 15"), "fr", ["0 h 05", "9 h 15", "12 h 00", "14 h 30"]),
        (Hours("9:15"), "fr", ["0:05", "9:15", "12:00", "14:30"]),
        (Hours("9 h 15"), "en", ["0:05", "9:15", "12:00", "14:30"]),
        (Hours(english="12h"), "en", ["12:05 am", "9:15 am", "12:00 pm", "2:30 pm"]),
        (Hours(english="12h"), "fr", ["0h05", "9h15", "12h00", "14h30"]),
    ],
)
def test_an_hour_is_written_as_chosen(hours: Hours, language: str, shown: list[str]) -> None:
    write_as(hours)
    instants = [(0, 5), (9, 15), (12, 0), (14, 30)]
    assert [plain(times.show_hour(*at, language)) for at in instants] == shown


def test_seconds_stand_before_what_follows_the_hour() -> None:
    write_as(Hours(english="12h"))
    moment = datetime(2026, 1, 19, 13, 5, 9, tzinfo=UTC)
    zone = ZoneInfo("UTC")
    assert plain(times.show_clock(moment, zone, "en", seconds=True)) == "1:05:09 pm"
    assert times.show_clock(moment, zone, "fr", seconds=True) == "13h05:09"
    write_as(Hours("9 h 15"))
    assert plain(times.show_clock(moment, zone, "fr", seconds=True)) == "13 h 05 min 09"
    assert times.show_clock(moment, zone, "en", seconds=True) == "13:05:09"


@each_row("hours", WAYS)
def test_what_is_written_is_read_back_and_no_hour_is_wider_than_the_widest(hours: Hours) -> None:
    write_as(hours)
    for language, hour, minute in product(("fr", "en"), range(24), (0, 9, 30, 59)):
        written = times.show_hour(hour, minute, language)
        assert times.read_civil(written) == Civil(hour, minute)
        assert len(written) <= len(times.widest_hour(language))


def test_sentences_follow_and_files_do_not() -> None:
    write_as(Hours("9 h 15", "12h"))
    said = Sentence.of("slept_ended", by=times.MINUTE, title="Film", at=Civil(18, 5))
    assert "18\u202fh\u202f05" in said.text("fr")
    assert "6:05\u202fpm" in said.text("en")
    assert times.write_civil(Civil(18, 5)) == "18:05"
