"""Every reason for which a time, a length or a date is not taken is said in both languages."""

from typing import get_args

import pytest

from runofshow.core import clock_forms, length_forms
from runofshow.core.misreadings import why_misread
from runofshow.core.times import Misread, read_length
from tests.rows import each_row

REASONS = {*get_args(clock_forms.Fault), "bare", "two_ways", "late", "backwards", "empty"}
OF_LENGTHS = {*get_args(length_forms.LengthFault), "too_long"}


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
