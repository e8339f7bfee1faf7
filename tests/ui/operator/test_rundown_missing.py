"""Who of a row's speakers is not there: told in words, counted with the clock."""

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.core.board import board as board_of
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_missing import Mark, missing_of, soon, spoken
from tests.rows import each_row
from tests.ui.operator.rundown_hands import rundown
from tests.ui.operator.window_days import Do, late, late_moment

__all__ = ["rundown"]
CALLS: tuple[str, Do] = ("10:30", {"do": "edit", "set": {"call_before": "15m"}})


def booked(who: str, state: str) -> tuple[str, Do]:
    return "10:31", {"do": "speaker", "who": who, "state": state}


def missing(board: Board, slot: str) -> tuple[Mark, ...]:
    row = board.slots[board.slots.at(slot) or 0]
    return missing_of(row, board)


def test_who_is_absent_is_told_as_long_as_it_matters() -> None:
    board = late("10:37:22", booked("Brigitte GIRAUD", "absent"), booked("Gerardo GIL", "absent"))
    assert missing(board, "table-ronde") == ("", "", "", "absent", "")
    assert missing(board, "synthese") == ("absent",)
    assert missing(board, "eclairage-1") == ()
    assert missing(board, "accueil") == (), "it is over"


@each_row(
    "clock, state, found",
    [
        ("10:31:59", "expected", ()),
        ("10:32:00", "expected", ("awaited",)),
        ("10:40:00", "arrived", ()),
        ("10:40:00", "ready", ()),
        ("10:40:00", "absent", ("absent",)),
    ],
)
def test_who_is_not_there_is_told_from_when_people_are_called_on(
    clock: str, state: str, found: tuple[Mark, ...]
) -> None:
    assert missing(late(clock, CALLS, booked("Gerardo GIL", state)), "synthese") == found


def test_where_nobody_is_called_nobody_is_waited_for() -> None:
    assert missing(late("10:46:00"), "synthese") == ()
    own = ("10:31", {"do": "edit", "slot": "synthese", "set": {"call_before": "30m"}})
    board = late("10:37:22", own)
    assert missing(board, "synthese") == ("awaited",)
    assert not soon(board.slots[board.slots.at("eclairage-1") or 0], board)


def test_it_is_said_in_words_too_and_appears_while_nothing_else_changes(rundown: Rundown) -> None:
    moment = late_moment("10:31:58", CALLS)
    before, after = moment.board, board_of(moment.show, moment.now + 3 * times.SECOND)
    assert after.slots is before.slots
    rundown.present(before)
    rundown.rows.select("synthese")
    at = rundown.rows.outline.index["synthese"]
    assert rundown.rows.line(at).missing == ()
    rundown.present(after)
    assert rundown.rows.line(at).missing == ("awaited",)
    assert rundown.rows.line(at).speakers == "Gerardo GIL (pas encore là)"
    assert spoken(("A", "B"), ("absent", ""), {"absent": "absent"}) == "A (absent), B"
    assert spoken(("A", "B"), (), {}) == "A, B"
