from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from runofshow.ui.operator.timeline_view import (
    LEAST,
    View,
    scrolled,
    showing,
    standing,
    turned,
    zoomed,
)
from tests.ui.operator.rundown_days import at

DAY = View(at("9:00"), at("18:00"))
MORNING = View(at("10:00"), at("12:00"))
minutes = st.integers(-700, 700).map(lambda count: timedelta(minutes=count))


def test_going_closer_keeps_the_instant_under_the_hand_where_it_is() -> None:
    close = zoomed(DAY, DAY, at("10:30"), 4)
    assert close.span == DAY.span / 4
    assert abs(close.share(at("10:30")) - DAY.share(at("10:30"))) < 1e-9


def test_going_far_enough_back_shows_the_day_and_close_has_an_end() -> None:
    assert zoomed(MORNING, DAY, at("11:00"), 0.1) == DAY
    assert zoomed(MORNING, DAY, at("11:00"), 1000).span == LEAST
    short = View(at("9:00"), at("9:05"))
    assert zoomed(short, short, at("9:02"), 2) == short


@given(minutes, minutes, st.floats(0.05, 50))
def test_nothing_but_the_day_is_ever_in_view(by: timedelta, to: timedelta, closer: float) -> None:
    view = scrolled(zoomed(MORNING, DAY, at("11:00") + to, closer), DAY, by)
    for shown in (
        view,
        showing(view, DAY, at("17:00"), at("17:50")),
        turned(view, DAY, at("13:00")),
    ):
        assert DAY.first <= shown.first < shown.last <= DAY.last
        assert abs(shown.span - view.span) < timedelta(milliseconds=1)


def test_an_item_comes_into_view_with_as_little_moving_as_may_be() -> None:
    assert showing(MORNING, DAY, at("10:10"), at("10:50")) == MORNING
    assert showing(MORNING, DAY, at("9:30"), at("10:15")) == View(at("9:30"), at("11:30"))
    assert showing(MORNING, DAY, at("11:50"), at("12:15")) == View(at("10:15"), at("12:15"))
    assert showing(MORNING, DAY, at("14:00"), at("17:00")).first == at("14:00")


def test_the_page_turns_before_the_present_leaves_it_and_not_sooner() -> None:
    assert turned(MORNING, DAY, at("11:40")) == MORNING
    assert turned(MORNING, DAY, at("11:45")) == standing(MORNING.span, DAY, at("11:45"))
    assert standing(MORNING.span, DAY, at("11:45")) == View(at("11:15"), at("13:15"))
    assert turned(MORNING, DAY, at("9:50")).first == at("9:20")
