"""What nobody caught: noted with its place, told by one banner that says in what, however often."""

import asyncio
import logging
import sys
import threading
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6 import QtWidgets

from runofshow.core.commands import Go
from runofshow.desktop.faults import _PARTS, Place
from runofshow.harm import _PACKAGE
from runofshow.ui.operator.banner import said
from runofshow.ui.texts.faults import EN, FR
from tests.conftest import Aio, ExpectLog
from tests.desktop.at_work import (
    Wall,
    banner,
    banners,
    data,
    fails,
    file,
    flips,
    running,
    screens,
    until,
)

__all__ = ["data", "file", "screens"]


class Loud:
    """Its finaliser fails."""

    def __del__(self) -> None:
        raise LookupError("on purpose")


def raised_in(file: str) -> ArithmeticError:
    """An error whose innermost line of ours is in that file of the package."""
    code = compile("def raising():\n    raise ArithmeticError('x')", str(_PACKAGE / file), "exec")
    space: dict[str, object] = {}
    exec(code, space)
    try:
        space["raising"]()  # type: ignore[operator]
    except ArithmeticError as error:
        return error
    raise AssertionError


def test_wherever_it_is_raised_it_is_told_once_and_noted_with_its_place(
    aio: Aio, data: Path, file: Path, expect_log: ExpectLog, caplog: pytest.LogCaptureFixture
) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            hooks = sys.excepthook, threading.excepthook
            desktop.do(Go())
            thread = threading.Thread(target=fails)
            thread.start()
            thread.join()
            await until(lambda: "fault" in banners(desktop))
            told = banner(desktop, "fault")
            assert said(told.text, "fr").startswith("Erreur dans le programme\u202f; la journée")
            assert str(data / "runofshow.log") in said(told.text, "en")
            assert "ArithmeticError, at_work.py:" in said(told.rest, "fr")
            # a storm of it, and others meanwhile: the same banner, and few lines
            for _ in range(1000):
                desktop.faults.take(ArithmeticError())
            desktop.faults.take(raised_in("ui/operator/timeline_paint.py"))
            assert banner(desktop, "fault") == told
            Loud()
            flips(desktop, wall, 3)
            assert desktop.stage.shown.digits == "9:57"
            # once it is gone, another place is told of, and one that was is not told again
            desktop.window.drop("fault")
            desktop.faults.take(raised_in("ui/operator/timeline_paint.py"))
            assert "fault" not in banners(desktop)
            desktop.faults.take(raised_in("ui/operator/rundown_rows.py"))
            text = banner(desktop, "fault").text
            assert said(text, "fr").startswith("Erreur dans le conducteur affiché\u202f;")
            assert (sys.excepthook, threading.excepthook) == hooks
        assert (sys.excepthook, threading.excepthook) != hooks

    with expect_log("fault in", level=logging.ERROR):
        aio(run())
    noted = [each for each in caplog.messages if each.startswith("fault in")]
    assert sum("times so far" in each for each in noted) == 3  # 10, 100, 1000
    assert len(noted) <= 8
    assert "LookupError: on purpose" in caplog.text  # what a finaliser raises, too


def test_every_part_is_named_and_is_of_files_that_there_are() -> None:
    files = [path.relative_to(_PACKAGE).as_posix() for path in _PACKAGE.rglob("*.py")]
    for start, _ in _PARTS:
        assert any(each.startswith(start) for each in files), start
    parts = {part for _, part in _PARTS} | {"program"}
    assert set(FR.parts) == set(EN.parts) == parts
    assert Place.of(raised_in("ui/lettering.py")) == Place("program", "ui/lettering.py:2")
    assert Place.of(raised_in("ui/speaker/timer.py")).part == "stage"


def test_a_fault_of_one_window_is_told_and_the_other_goes_on(
    aio: Aio, data: Path, file: Path, expect_log: ExpectLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.do(Go())
            monkeypatch.setattr(desktop.window.strip, "present", fails)
            flips(desktop, wall)
            flips(desktop, wall)
            assert desktop.stage.shown.digits == "9:58"
            assert "runofshow.log" in banners(desktop)["fault"]
            monkeypatch.undo()
            monkeypatch.setattr("runofshow.ui.speaker.window.seen", fails)
            flips(desktop, wall)
            shown = desktop.window.live.digits.value
            assert shown is not None
            assert shown.digits == "9:57"
            assert desktop.beat._timer.isActive()
            monkeypatch.undo()

    with expect_log("fault", level=logging.ERROR):
        aio(run())


def test_a_fault_in_a_coroutine_is_told(
    aio: Aio, data: Path, file: Path, expect_log: ExpectLog
) -> None:
    async def broken() -> None:
        raise ArithmeticError("on purpose")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.errands.run(broken())
            await until(lambda: "fault" in banners(desktop))
            asyncio.get_running_loop().call_soon(fails)
            desktop.window.drop("fault")
            await until(lambda: "fault" in banners(desktop))

    with expect_log("fault", level=logging.ERROR):
        aio(run())


PAINTERS = {
    "stage": "runofshow.ui.speaker.strokes.Laid.put",
    "window.strip.clock": "runofshow.ui.operator.strip_cells.write_time",
    "window.live.digits": "runofshow.ui.operator.live_card.Digits.draw",
    "window.live.go": "runofshow.ui.operator.go.lettering.middle",
    "window.rundown.rows": "runofshow.ui.operator.rundown_canvas.Canvas.paint_row",
    "window.timeline": "runofshow.ui.operator.timeline_paint.Brush.marks",
    "window.banners": "runofshow.ui.operator.banner.icons.paint",
}


@pytest.mark.parametrize("part", PAINTERS)
def test_a_fault_while_painting_is_told_once_and_nothing_falls(
    aio: Aio,
    data: Path,
    file: Path,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.do(Go())
            desktop.do(Go())
            monkeypatch.setattr(PAINTERS[part], fails)
            widget = attrgetter(part)(desktop)
            widget.update()
            await until(lambda: "fault" in banners(desktop))
            told = list(banners(desktop))
            for _ in range(3):
                flips(desktop, wall)
                widget.update()
                QtWidgets.QApplication.processEvents()
            assert list(banners(desktop)) == told
            monkeypatch.undo()
            flips(desktop, wall)
            assert desktop.stage.shown.digits == "9:56"

    with expect_log("fault", level=logging.ERROR):
        aio(run())
