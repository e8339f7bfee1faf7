"""Two programs on one show: the second says who has it, follows it, and commands nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtWidgets

from runofshow.clock import SystemClock
from runofshow.core.commands import Go, Stretch
from runofshow.ui.operator.banner import said
from tests.conftest import Aio
from tests.desktop.at_work import banner, banners, choose, file, leaves, running, until
from tests.display import Display
from tests.process import awaited
from tests.ui import offscreen
from tests.ui.offscreen import Screen
from tests.whole.program import Program, instant
from tests.whole.windowed import REGIE, STAGE, windowed

__all__ = ["file"]
SCREEN = Screen("DP-1", 0)


@pytest.fixture(autouse=True)
def one_screen(qapp: QtWidgets.QApplication) -> None:
    """A régie's screen alone, as other tests leave it."""
    if not offscreen.available():
        pytest.skip("screens can be plugged on Linux's offscreen platform only")
    offscreen.plug([SCREEN])
    QtWidgets.QApplication.processEvents()


def test_the_second_window_follows_the_first_program(aio: Aio, tmp_path: Path, file: Path) -> None:
    first = Program(tmp_path, str(file))
    first.send(do="go")

    async def run() -> None:
        async with running(tmp_path, file, clock=SystemClock()) as second:
            told = banner(second, "watching")
            assert str(first.pid) in said(told.text, "fr")
            assert told.seconds is None  # as long as it is so
            assert not second.stage.isVisible()  # the first has the stage's screen
            # what went before is there, and what is done in the first appears in the second
            assert second.opened.desk.show.rev == 1
            first.send(do="stretch", by="1m")
            await until(lambda: second.opened.desk.show.rev == 2)
            board = first.board()
            live = second.opened.desk.board().on_air
            assert live is not None
            assert live.ends == instant(board["on_air"]["ends"])
            assert second.window.board is second.stage._board
            assert second.window.board is not None
            assert second.window.board.rev == 2
            # it commands nothing, and says why
            second.do(Go())
            assert str(first.pid) in banners(second)["refused"]
            assert first.board()["rev"] == 2
            # and it may be closed without a word
            second.window.close()
            assert leaves(second)

    aio(run())
    assert first.board()["rev"] == 2
    first.kill()


def test_the_second_window_says_that_the_first_program_has_ended(
    aio: Aio, tmp_path: Path, file: Path
) -> None:
    first = Program(tmp_path, str(file))
    first.send(do="go")

    async def run() -> None:
        async with running(tmp_path, file, clock=SystemClock()) as second:
            first.kill()
            await until(lambda: "owner_gone" in banners(second))
            assert "watching" not in banners(second)
            assert banner(second, "owner_gone").seconds is None
            # what it shows goes on counting
            assert second.stage.shown.digits
            assert second.beat._timer.isActive()
            # started again, the first is followed again
            again = Program(tmp_path, str(file))
            await until(lambda: "watching" in banners(second))
            assert "owner_gone" not in banners(second)
            again.send(do="stretch", by="1m")
            await until(lambda: second.opened.desk.show.rev == 2)
            again.kill()
            await until(lambda: "owner_gone" in banners(second))
            # the file opened again, it runs the show itself
            second.window.open_asked.emit(file)
            choose(second, "Ouvrir à la place")
            await until(lambda: second.opened.desk.watching is None)
            assert "owner_gone" not in banners(second)
            second.do(Stretch(by=timedelta(minutes=1)))
            assert second.opened.desk.show.rev == 3

    aio(run())


@pytest.mark.display
def test_two_programs_in_windows(display: Display, tmp_path: Path, file: Path) -> None:
    data = tmp_path / "data"
    with windowed(display, data, str(file), "--lang", "fr") as first:
        first.ready().give_keyboard(REGIE)
        first.key("space")
        with windowed(display, data, str(file), "--lang", "fr") as second:
            awaited(lambda: second.windows(REGIE), "the second window")
            assert second.told("already being run")
            second.give_keyboard(REGIE)
            second.key("space", "plus", "alt+1", "ctrl+BackSpace")
            assert first.board()["rev"] == 1
            assert first.board()["on_air"]["slot"] == "a"
            first.give_keyboard(REGIE)
            assert first.until_taken("space")["rev"] == 2
            assert first.interrupted() == 0
            assert second.told("no longer runs")
            assert second.windows(REGIE)
            assert not second.windows(STAGE)  # the stage is for who runs the show
            second.give_keyboard(REGIE)
            second.key("ctrl+q")
            assert second.ended() == 0
            assert (first.said, second.said) == ("", "")
