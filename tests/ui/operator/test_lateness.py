"""Where the lateness of a day ends, found from where it ended a moment ago."""

from datetime import timedelta
from typing import Any

from hypothesis import given

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.ui.operator.lateness import Lateness
from tests.depth import share
from tests.hand import Stage, day, leaf
from tests.strategies import Step, tight_days_and_hands


def found(lateness: Lateness, board_: Board) -> tuple[str | None, str | None]:
    before, row = lateness.end(board_)
    return before and before.id, row and row.id


def test_it_ends_behind_what_absorbs_it_and_then_later() -> None:
    stage = Stage(
        day(leaf("a", start="09:00"), leaf("b"), leaf("rest", end="09:40"), leaf("c"), leaf("d"))
    ).do("09:00", "go")
    lateness = Lateness()
    assert found(lateness, stage.board("09:13")) == ("rest", "c")
    assert found(lateness, stage.board("09:32")) == (None, None)
    stage.do("09:32", "began", ago="1m")
    assert found(lateness, stage.board("09:32")) == (None, None)


@share(0.2)
@given(tight_days_and_hands())
def test_it_is_where_it_would_be_found_from_the_start(
    made: tuple[dict[str, Any], list[Step]],
) -> None:
    show, lateness = Show.of(Plan.model_validate(made[0])), Lateness()
    for now, raw in made[1]:
        try:
            show = apply(show, command_of(raw), now)
        except Refused:
            continue
        for seconds in (0, 20, 61, 400, 3000):
            seen = board(show, now + timedelta(seconds=seconds))
            assert found(lateness, seen) == found(Lateness(), seen)
