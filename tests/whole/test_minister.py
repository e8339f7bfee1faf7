"""The scene this program is chosen by: the minister is 12 minutes late; lunch is at 12h15.

What is played here is what somebody does who has never seen the window: three TOPs, each late, a
look at the card that has opened, one key. The hand is a machine's, so the time that is told is the
program's own; what is left of fifteen seconds is the reader's.
"""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from runofshow.places import schedule
from tests.display import Display
from tests.process import awaited
from tests.whole.program import instant
from tests.whole.turned import turn
from tests.whole.windowed import REGIE, Windowed, plug_both, windowed

pytestmark = pytest.mark.display
Board = Mapping[str, Any]
SEED = (str(schedule("pionniers.json")), "--lang", "fr")


def lunch(board: Board) -> Mapping[str, Any]:
    """How the caterer's hour stands."""
    return next(each for each in board["promises"] if each["slot"] == "dejeuner")


def late_by(minutes: int) -> timedelta:
    """How far the clock, begun five seconds before 9h02, is turned to be so late after that."""
    return timedelta(minutes=minutes)


def begin_late(program: Windowed) -> Board:
    """The welcome at 9h02, the film at 9h22, the panel at 9h32: twelve minutes late."""
    board: Board = {}
    for minutes, slot in ((0, "accueil"), (20, "film-1"), (30, "table-ronde")):
        turn(program.data, late_by(minutes) + timedelta(seconds=6))
        program.shows("the clock turned", lambda board, m=minutes: _past(board, m))  # type: ignore[misc]
        board = program.until_taken("space")
        assert board["on_air"]["slot"] == slot
    return board


def _past(board: Board, minutes: int) -> bool:
    hour, minute = divmod(9 * 60 + 2 + minutes, 60)
    return str(board["now"])[11:16] >= f"{hour:02d}:{minute:02d}"


def test_from_the_drift_to_a_plan_applied_and_back(
    display: Display, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plug_both(display)
    with windowed(display, tmp_path, *SEED, module=("tests.whole.turned",)) as program:
        display.ask("setxkbmap", "fr")  # where the keys of the digits type & é " ' (
        program.ready()
        awaited(lambda: program.has_keyboard(REGIE), "the keyboard in the régie")
        board = begin_late(program)
        assert board["drift_word"] == "late"
        assert lunch(board)["kept"] is False
        # one key, again while the plans are being reckoned
        began = monotonic()
        applied = program.until_taken("ctrl+11", each=0.3)  # the second key of the row of digits
        took = monotonic() - began
        assert lunch(applied)["kept"] is True
        assert applied["drift"] == board["drift"]  # late now, the hard time held
        assert "sur le moins de séquences" in applied["undo"]
        cut = {slot["id"] for slot in applied["slots"] if slot["leaf"]
               if slot["duration"] != _length(board, slot["id"])}  # fmt: skip
        assert len(cut) <= 3
        # somebody told, then one undo back
        program.key("ctrl+shift+v")
        undone = program.until_taken("ctrl+z")
        while lunch(undone)["kept"]:  # first it says that somebody has been told meanwhile
            undone = program.until_taken("ctrl+z")
        assert all(slot["duration"] == _length(board, slot["id"]) for slot in undone["slots"])
        # and the phone, with the hour it proposes
        program.key("ctrl+shift+h", "Return", "ctrl+Return")
        printed = lunch(undone)["due"]
        agreed = program.shows("the hour agreed", lambda board: lunch(board)["due"] != printed)
        due, expected = (instant(lunch(each)[name]) for each, name in (
            (agreed, "due"), (undone, "expected"),
        ))  # fmt: skip
        assert abs(due - expected) <= timedelta(seconds=30)  # the hour expected, as it is shown
        assert due.second == 0
        with capsys.disabled():
            print(f" [a plan applied {took * 1000:.0f} ms after its key]", end="")
        assert program.said == ""


def _length(board: Board, slot: str) -> float | None:
    length: float | None = next(each["duration"] for each in board["slots"] if each["id"] == slot)
    return length
