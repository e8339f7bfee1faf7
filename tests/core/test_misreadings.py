"""Every reason, every repair and every doubt of a time is said in both languages."""

from typing import get_args

import pytest

from runofshow.core import clock_forms, dates, length_forms, ranges
from runofshow.core.found_times import find_times
from runofshow.core.misreadings import why_mended, why_misread, why_unsure
from runofshow.core.times import Misread, read_length
from tests.core.test_found_times import LINES
from tests.rows import each_row

REASONS = {*get_args(clock_forms.Fault), "bare", "two_ways", "late", "backwards", "empty"}
OF_LENGTHS = {*get_args(length_forms.LengthFault), "too_long"}
DOUBTS = {*get_args(ranges.Doubt), *get_args(dates.DateDoubt)} - {""}


@each_row(
    "code, why",
    [("no_time", why) for why in sorted(REASONS)]
    + [("no_length", why) for why in sorted(OF_LENGTHS)]
    + [("no_date", why) for why in ("", "no_such_day")],
)
@each_row("language", ["fr", "en"])
def test_a_refusal_says_what_was_typed_and_why(code: str, why: str, language: str) -> None:
    assert "9h75" in why_misread(Misread(code, "9h75", why)).text(language)


def test_a_length_is_told_otherwise_than_a_time() -> None:
    with pytest.raises(Misread) as misread:
        read_length("1:30")
    assert why_misread(misread.value).text("en") == (
        "“1:30” can mean two things. Write 1h30 or 1 min 30."
    )


@each_row("repaired", sorted({*get_args(ranges.Repair)} - {""}))
def test_a_repair_is_said(repaired: str) -> None:
    assert "12 AM" in why_mended(repaired, "12 AM").text("fr")


def test_a_doubt_is_said_and_so_is_why_a_time_is_unreadable() -> None:
    found = {each.doubt for line in LINES for each in find_times(line)} - {""}
    assert {"dotted", "length_or_time", "minutes", "backwards"} <= found
    for doubt in found | DOUBTS:
        for language in ("fr", "en"):
            assert "9.15" in why_unsure(doubt, "9.15").text(language)
