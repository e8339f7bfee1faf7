"""Hours never touch in the rundown, however they are written."""

from itertools import product

import pytest

from runofshow.core.hours import Hours, write_as
from runofshow.core.times import widest_hour
from runofshow.ui.lettering import width_of
from runofshow.ui.operator.rundown_columns import Wants, columns
from runofshow.ui.theme import Role, theme_for

WAYS = (Hours(), Hours("9 h 15"), Hours("9:15", "12h"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("height, width", [(768, 849), (1080, 1166)])
def test_columns_of_hours_are_as_wide_as_hours(height: int, width: int) -> None:
    theme = theme_for(height, dark=True)
    usual = columns(width, theme, Wants(30, ()))
    for hours, language in product(WAYS, ("fr", "en")):
        write_as(hours)
        hour = width_of(widest_hour(language), theme.font(Role.ROW_TIME_BOLD))
        places = columns(width, theme, Wants(30, (), hour=round(hour)))
        assert places.expected - places.planned >= hour + 8
        assert places.planned - places.cue >= hour + 30
        assert places.title.left - usual.title.left <= 40
        if hours == Hours():
            assert places == usual
