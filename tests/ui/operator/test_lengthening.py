from datetime import timedelta

from runofshow.core.board import Board
from runofshow.ui.operator.lengthening import Drawn, command, drawn, to
from tests.rows import each_row
from tests.ui.operator.rundown_days import GO, board_of, late, plan_of, seed

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def held(slot: str, board: Board) -> Drawn:
    found = drawn(board, slot)
    assert isinstance(found, Drawn)
    return found


@each_row("by, length", [
    (0, 30), (0.4, 30), (0.6, 31), (-11.7, 18), (-200, 1), (2000, 1440),
])  # fmt: skip
def test_an_end_is_drawn_in_whole_minutes_of_its_length(by: float, length: int) -> None:
    board = late()
    assert to(held("resultats", board), by * MINUTE, MINUTE).length == length * MINUTE


def test_what_is_drawn_is_one_edit_and_nothing_drawn_is_none() -> None:
    board = late()
    found = to(held("resultats", board), -6 * MINUTE, MINUTE)
    asked = command(found, board)
    assert asked is not None
    assert asked.as_json() == {"do": "edit", "slot": "resultats", "set": {"duration": "24m"}}
    assert not found.short
    assert to(found, -7 * MINUTE, MINUTE).short
    assert command(to(found, 0 * MINUTE, MINUTE), board) is None


def test_a_length_that_is_not_whole_stays_until_it_is_drawn() -> None:
    board = board_of(plan_of({"id": "a", "start": "9:00", "duration": "7m30s"}), "8:00")
    assert to(held("a", board), 10 * SECOND, MINUTE).length == 7.5 * MINUTE
    assert to(held("a", board), 40 * SECOND, MINUTE).length == 8 * MINUTE
    assert to(held("a", board), 20 * SECOND, 15 * SECOND).length == 7.75 * MINUTE


def test_the_end_of_what_is_on_air_stays_ahead() -> None:
    board = late("10:37:22")  # taken at 9:32, 70 minutes
    assert to(held("table-ronde", board), -60 * MINUTE, MINUTE).length == 66 * MINUTE
    over = late("10:50")
    assert to(held("table-ronde", over), -60 * MINUTE, MINUTE).length == 78 * MINUTE


def test_of_what_ends_at_a_set_hour_the_hour_is_drawn() -> None:
    board = late()
    asked = command(to(held("dejeuner", board), 9.6 * MINUTE, MINUTE), board)
    assert asked is not None
    assert asked.set == {"end": "14:10"}
    night = board_of(
        plan_of({"id": "a", "start": "22:00"}, {"id": "b", "end": "23:55"}), "22:01", ("22:00", GO)
    )
    asked = command(to(held("b", night), 15 * MINUTE, MINUTE), night)
    assert asked is not None
    assert asked.set == {"end": "24:10"}
    assert to(held("b", night), -500 * MINUTE, MINUTE).length == timedelta(0)


def test_what_is_over_or_left_out_or_fixed_is_not_drawn() -> None:
    fixed = {"do": "edit", "slot": "resultats", "set": {"cuttable": False}}
    skip = {"do": "skip", "slot": "synthese"}
    board = board_of(
        seed(), "9:20",
        ("9:00", GO), ("9:15", GO), ("9:16", fixed), ("9:16", skip),
    )  # fmt: skip
    slots = ("accueil", "resultats", "synthese")
    assert [drawn(board, slot) for slot in slots] == ["done", "fixed", "skipped"]
