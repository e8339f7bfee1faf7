"""Between two seconds that are counted a layout shows the same, and need not be asked."""

from datetime import timedelta
from itertools import accumulate
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Go, Say, command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.ui.speaker.layouts import COUNTING, alike, seen
from runofshow.ui.speaker.look import Look
from runofshow.ui.texts.stage import FR
from tests.depth import share
from tests.hand import Stage, day, leaf
from tests.rows import each_row
from tests.strategies import Step, days_and_hands

SECOND, TENTH = timedelta(seconds=1), timedelta(milliseconds=100)


@each_row("layout", sorted(COUNTING))
def test_most_of_a_second_is_alike_and_a_flip_is_not(layout: Any) -> None:
    stage = Stage(day(leaf("a", "10m", start="09:00", speakers=["Ada"]), leaf("b", "5m")))
    began, look = stage.at("09:00") + 4 * TENTH, Look(layout)
    show = apply(stage.show, Go(), began)

    def at(tenths: int) -> Board:
        return board(show, began + 150 * SECOND + tenths * TENTH)

    assert alike(at(0), at(9), look), "the clock went from 30 to 31 in between"
    assert not alike(at(9), at(10), look), "the time left"
    assert not alike(at(295), at(297), look), "the minute of the clock"
    show = apply(show, Say(text="OUI"), began)
    assert not alike(at(0), at(9), look), "a message may count too"


@given(days_and_hands(steps=12), some.lists(some.integers(1, 9), min_size=4, max_size=4))
@share(0.5)
def test_what_is_alike_shows_the_same(
    day_and_hand: tuple[dict[str, Any], list[Step]], waits: list[int]
) -> None:
    show = Show.of(Plan.model_validate(day_and_hand[0]))
    for now, raw in day_and_hand[1]:
        try:
            show = apply(show, command_of(raw), now)
        except Refused:
            continue
        before = board(show, now)
        for gone in accumulate(waits):
            after = board(show, now + gone * TENTH)
            for layout in COUNTING:
                look = Look(layout)
                if alike(before, after, look):
                    assert seen(before, FR, look) == seen(after, FR, look)
            before = after
