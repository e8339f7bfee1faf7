from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.plan import Kind
from runofshow.core.times import MINUTE, SECOND, ZERO
from runofshow.formats.sharing import Item, even, shared, weight
from tests.rows import each_row

FILM, TALK, CLOSING = Item(Kind.FILM), Item(Kind.TALK), Item(Kind.CLOSING)


def panel(people: int) -> Item:
    return Item(Kind.PANEL, weight(Kind.PANEL, "Table ronde", people, 0))


def steps(*titles: str) -> list[Item]:
    return [Item(Kind.WORKSHOP, weight(Kind.WORKSHOP, title, 0, 0)) for title in titles]


@each_row(
    "whole, items, minutes",
    [
        (75, [FILM, panel(5)], [5, 70]),
        (60, [FILM, TALK, Item(Kind.PANEL, 5)], [5, 10, 45]),
        (45, [TALK, TALK, TALK, TALK, CLOSING], [10, 10, 10, 10, 5]),
        (230, steps("Définition de l'ordre du jour", "Ateliers", "Restitution"), [40, 155, 35]),
        (
            60,
            [Item(Kind.TALK, 1, 25 * MINUTE), Item(Kind.TALK, 1, 10 * MINUTE), TALK],
            [25, 10, 25],
        ),
        (20, [TALK, TALK, TALK], [7, 7, 6]),
        (10, [FILM, FILM, TALK], [3, 2, 5]),  # films take half at most
        (30, [FILM, CLOSING], [15, 15]),  # nobody else is there to take it
    ],
)
def test_a_session_is_shared(whole: int, items: list[Item], minutes: list[int]) -> None:
    assert [length / MINUTE for length in shared(whole * MINUTE, items)] == minutes


ITEMS = st.builds(
    Item,
    st.sampled_from([Kind.FILM, Kind.TALK, Kind.PANEL, Kind.WORKSHOP, Kind.CLOSING]),
    st.integers(1, 9),
    st.none() | st.integers(1, 40).map(lambda count: count * MINUTE),
)


@given(st.integers(1, 36_000), st.lists(ITEMS, min_size=1, max_size=20))
def test_nobody_gets_nothing_and_what_is_written_stays(seconds: int, items: list[Item]) -> None:
    whole = timedelta(seconds=seconds)
    lengths = shared(whole, items)
    written = sum((item.written or timedelta() for item in items), timedelta())
    assert all(length > timedelta() for length in lengths)
    for item, length in zip(items, lengths, strict=True):
        assert item.written in (None, length)
    if written + len(items) * SECOND <= whole and any(item.written is None for item in items):
        assert sum(lengths, timedelta()) == whole


@given(seconds=st.integers(60, 40_000), count=st.integers(1, 9))
def test_equal_parts_add_up_and_differ_by_one_step(seconds: int, count: int) -> None:
    parts = even(seconds * SECOND, count)
    step = MINUTE if seconds % 60 == 0 and seconds >= 60 * count else SECOND
    assert (len(parts), sum(parts, ZERO)) == (count, seconds * SECOND)
    assert max(parts) - min(parts) in (ZERO, step)


def test_five_share_three_quarters_of_an_hour_by_nine_minutes_each() -> None:
    assert even(45 * MINUTE, 5) == (9 * MINUTE,) * 5
    assert even(75 * MINUTE, 2) == (38 * MINUTE, 37 * MINUTE)
