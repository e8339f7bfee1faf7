"""The program in real windows, run by real keys: what somebody at the desk would see and do."""

import json
import signal
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from runofshow.places import schedule
from runofshow.store.journal import read_rows
from runofshow.store.owner import owner_of
from tests.display import Display
from tests.process import awaited
from tests.whole.program import instant, journal_of, later_than, left_right
from tests.whole.windowed import (
    HALL_IS,
    REGIE,
    STAGE,
    Windowed,
    plug_both,
    plug_hall,
    unplug_hall,
    windowed,
)

pytestmark = pytest.mark.display
Board = Mapping[str, Any]
SEED = (str(schedule("pionniers.json")), "--now", "--lang", "fr")
CLICKERS = (
    "Escape", "Prior", "Next", "F5", "shift+F5", "period", "b", "w", "Left", "Right", "Up", "Down",
    "Tab", "Return",
)  # fmt: skip
"""What presenters' clickers send."""


@pytest.fixture
def program(display: Display, tmp_path: Path) -> Iterator[Windowed]:
    """The seed's day in its windows, on two monitors, begun a moment ago by nobody."""
    plug_both(display)
    with windowed(display, tmp_path, *SEED) as made:
        made.ready()
        assert made.told("stage placed")
        awaited(lambda: made.area(STAGE) == HALL_IS, "the stage")
        awaited(lambda: made.has_keyboard(REGIE), "the keyboard in the régie")
        yield made


def leaves_clean(program: Windowed, by: signal.Signals = signal.SIGTERM) -> None:
    """It ends when asked to, without a word on its outputs, has kept it all and let the show go."""
    done = program.board()["rev"]
    assert program.interrupted(by) == 0
    assert program.said == ""
    assert owner_of(journal_of(program.data)) is None
    assert len(read_rows(journal_of(program.data)).rows) == 1 + done


def at_rev(rev: int) -> Callable[[Board], bool]:
    return lambda board: bool(board["rev"] == rev)


def stretched(by: int) -> Callable[[Board], bool]:
    return lambda board: bool(board["on_air"]["stretch"] == by)


def saying(text: str | None) -> Callable[[Board], bool]:
    return lambda board: (board["message"] or {}).get("text") == text


def on_air(slot: str) -> Callable[[Board], bool]:
    return lambda board: (board["on_air"] or {}).get("slot") == slot


def test_a_day_run_by_keys(program: Windowed) -> None:
    area = program.area(REGIE)
    assert area is not None
    assert not area.meets(HALL_IS)
    assert program.has_keyboard(REGIE)
    # GO, and a hand that trembles
    program.key("space", "space")
    assert program.shows("what is on air", on_air("accueil"))["rev"] == 1
    # what clickers send
    program.key(*CLICKERS)
    assert program.board()["rev"] == 1
    # plus and minus
    program.key("plus")
    program.shows("the stretch", stretched(60))
    program.key("minus", "KP_Subtract")
    program.shows("the stretch", stretched(-60))
    program.key("KP_Add", "ctrl+plus")
    program.shows("the stretch", stretched(300))
    # hold and resume
    program.key("ctrl+h")
    program.shows("the hold", lambda board: bool(board["on_air"]["holding"]))
    program.key("Pause")
    board = program.shows("the clock again", lambda board: not board["on_air"]["holding"])
    # Ctrl+Z right after a live act changes nothing
    program.key("ctrl+z")
    assert program.board()["rev"] == board["rev"]
    # messages: ready ones, and a line that is typed, with its spaces
    program.key("alt+1")
    program.shows("the message", saying("2 MIN"))
    program.key("alt+0")
    board = program.shows("no message", saying(None))
    program.key("ctrl+m", "a", "space", "plus", "space", "b")
    assert program.board()["rev"] == board["rev"]
    # GO while typing, and the line is still there
    assert program.until_taken("KP_Enter")["on_air"]["slot"] == "film-1"
    assert program.until_taken("ctrl+space")["on_air"]["slot"] == "table-ronde"
    program.key("Return")
    program.shows("the message", saying("a + b"))
    # the GO too many is taken back
    program.key("Escape", "ctrl+BackSpace")
    program.shows("what is on air", on_air("film-1"))
    # a key that desktops give to lines of text is the window's while one is typed in
    program.key("ctrl+m", "x", "ctrl+e")
    program.shows("the end", lambda board: board["on_air"] is None)
    leaves_clean(program)


def test_a_stage_that_has_the_keyboard_runs_the_show_too_and_its_cable_is_pulled_and_put_back(
    program: Windowed, capsys: pytest.CaptureFixture[str]
) -> None:
    program.give_keyboard(STAGE)
    program.key("space")
    program.shows("the GO", at_rev(1))
    program.key(*CLICKERS)
    assert program.board()["rev"] == 1
    program.key("plus", "KP_Add", "minus")
    program.shows("the stretch", stretched(60))
    program.key("alt+2")
    program.shows("the message", saying("CONCLUEZ"))
    board = program.board()
    program.key("ctrl+z")
    assert program.board()["rev"] == board["rev"]
    assert program.until_taken("KP_Enter")["on_air"]["slot"] == "film-1"
    assert program.has_keyboard(STAGE)
    program.give_keyboard(REGIE)
    took = max(_unplugged(program), _unplugged(program))
    with capsys.disabled():
        print(f" [stage back after {took * 1000:.0f} ms]", end="")
    assert program.until_taken("space")["on_air"]["slot"] == "table-ronde"
    leaves_clean(program)


def _unplugged(program: Windowed) -> float:
    """Pull the stage's cable and put it back; how long it then takes to be there, seconds.

    It goes, and stays away from the régie's monitor until its own is back. The window manager hears
    of the cable when the program does, and may for some milliseconds move what the program is about
    to hide.
    """
    unplug_hall(program.display)
    awaited(lambda: not program.windows(STAGE), "the stage to go")
    program.shows("the next second", later_than(program.board()))
    assert not program.windows(STAGE)
    plug_hall(program.display)
    began = monotonic()
    awaited(lambda: program.area(STAGE) == HALL_IS, "the stage to come back")
    took = monotonic() - began
    awaited(lambda: program.has_keyboard(REGIE), "the keyboard in the régie")
    return took


def test_with_one_monitor_the_stage_opens_as_a_window_when_asked(
    display: Display, tmp_path: Path
) -> None:
    with windowed(display, tmp_path, *SEED) as program:
        program.ready()
        awaited(lambda: program.has_keyboard(REGIE), "the keyboard in the régie")
        assert not program.windows(STAGE)
        program.key("shift+F6")
        area = awaited(lambda: program.area(STAGE), "the stage")
        assert area.width <= 1920 / 2
        assert area.height <= 1080 / 2
        assert program.has_keyboard(REGIE)
        program.key("space")
        program.shows("the GO", at_rev(1))
        leaves_clean(program, signal.SIGINT)


def test_it_closes_at_once_before_the_day_is_back_when_killed_and_asks_before_it_leaves_the_air(
    program: Windowed, capsys: pytest.CaptureFixture[str]
) -> None:
    display, data = program.display, program.data
    program.key("alt+F4")
    assert program.ended() == 0
    assert program.said == ""
    with windowed(display, data, "--lang", "fr") as on_air:
        on_air.ready().give_keyboard(REGIE)
        on_air.key("space", "plus")
        before = on_air.shows("both taken", at_rev(2))
        on_air.killed()
        assert on_air.said == ""
    with windowed(display, data, "--lang", "fr") as again:
        awaited(lambda: again.windows(REGIE), "the window")
        window_after = monotonic() - again.began
        board = again.board()
        board_after = monotonic() - again.began
        awaited(lambda: again.area(STAGE) == HALL_IS, "the stage")
        with capsys.disabled():
            print(
                f" [window after {window_after * 1000:.0f} ms, board after "
                f"{board_after * 1000:.0f} ms]",
                end="",
            )
        assert board["rev"] == 2
        assert board["on_air"]["slot"] == "accueil"
        assert instant(board["on_air"]["ends"]) == instant(before["on_air"]["ends"])
        assert left_right(board) <= timedelta(milliseconds=50)
        assert again.told("Back on air: 1 Mot d'accueil")
        again.give_keyboard(REGIE)
        assert again.until_taken("space")["on_air"]["slot"] == "film-1"
        again.key("ctrl+q")  # it asks
        assert again.board()["on_air"]["slot"] == "film-1"
        assert again.windows(REGIE)
        again.key("alt+F4")  # it need not ask twice
        assert again.ended() == 0
        assert again.said == ""
        assert owner_of(journal_of(data)) is None
    rows = read_rows(journal_of(data)).rows
    assert [json.loads(row.body).get("do") for row in rows[1:]] == ["go", "stretch", "go"]
