"""The desktop, in this process and offscreen: two windows, one show, and all that may go wrong."""

import asyncio
import json
import logging
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from runofshow import machine
from runofshow.app import Desktop
from runofshow.cli.surroundings import system_language
from runofshow.clock import SystemClock
from runofshow.core.board import Board
from runofshow.core.commands import (
    Blackout,
    Edit,
    Finish,
    Go,
    Hold,
    Note,
    Recall,
    Resume,
    Say,
    Stretch,
)
from runofshow.core.errors import Unwritable
from runofshow.desktop.first_painting import first_painting
from runofshow.desktop.late_opening import gone
from runofshow.formats import own
from runofshow.machine import Power
from runofshow.opening import Again, Request
from runofshow.store import recovery
from runofshow.store import settings as remembered
from runofshow.store.journal import read_rows
from runofshow.store.owner import owner_of
from runofshow.ui.operator.banner import Banner
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.strip import Lamp
from runofshow.ui.screens import diagonal
from runofshow.ui.speaker.sight import Sight
from tests.conftest import Aio, ExpectLog
from tests.hand import day, leaf
from tests.process import PATIENCE
from tests.ui import offscreen
from tests.ui.offscreen import Screen

DESK = Screen("DP-1", 0)
HALL = Screen("HDMI-1", 1280, 1920, 1080)
Key = QtCore.Qt.Key


@pytest.fixture(autouse=True)
def screens(qapp: QtWidgets.QApplication) -> Iterator[None]:
    """Every test begins, and leaves, with the régie's screen alone."""
    if not offscreen.available():
        pytest.skip("screens can be plugged on Linux's offscreen platform only")
    plug(DESK)
    yield
    plug(DESK)


def plug(*wanted: Screen) -> None:
    offscreen.plug(wanted)
    QtWidgets.QApplication.processEvents()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "day.json"
    write(path, leaf("a", start="09:00"), leaf("b"), leaf("c"))
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def write(path: Path, *slots: dict[str, object], title: str = "A day") -> None:
    path.write_text(json.dumps(day(*slots, title=title).as_json()), "utf-8")


class Wall:
    """A wall and a counter that a test turns; it begins before the day does."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 19, 7, 59, 50, tzinfo=UTC)
        self.run = self.asleep = 0.0

    def clock(self) -> SystemClock:
        return SystemClock(lambda: self.at, lambda: self.run, lambda: self.run - self.asleep)

    def sleep(self, seconds: float) -> None:
        self.turn(seconds)
        self.asleep += seconds

    def turn(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.run += seconds


@asynccontextmanager
async def running(
    data: Path,
    file: Path | None,
    language: str | None = "fr",
    wall: Wall | None = None,
    clock: SystemClock | None = None,
    again: Again | None = None,
) -> AsyncIterator[Desktop]:
    """The desktop, shown and serving; left at the end, everything closed."""
    application = QtWidgets.QApplication.instance()
    assert isinstance(application, QtWidgets.QApplication)
    request = Request(data, file, again=again)
    painting = first_painting(
        application, request, language, system_language(), clock or (wall or Wall()).clock()
    )
    desktop = Desktop(painting)
    desktop.show()
    try:
        await until(lambda: desktop.day.running is not None and not desktop.errands.busy)
        yield desktop
    finally:
        desktop.leave()
        await desktop.left()
        for gone in (desktop.stage, desktop.window, desktop):
            gone.deleteLater()


async def until(true: Callable[[], bool]) -> None:
    """Let the loop turn until it is so, at most for some seconds."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 (nothing tells a test)
            await asyncio.sleep(0.001)


def flips(desktop: Desktop, wall: Wall, seconds: float = 1) -> None:
    """Some time passes, and the timer goes off."""
    wall.turn(seconds)
    desktop.beat._timer.timeout.emit()


def leaves(desktop: Desktop) -> bool:
    """Whether it is on its way out."""
    return desktop._done.is_set()


def banners(desktop: Desktop) -> dict[str, str]:
    """What the banners that stand and wait say, by their keys, in their order."""
    held = desktop.window.banners._waiting
    language = desktop.window.words.language
    return {b.key: b.text if isinstance(b.text, str) else b.text(language) for b in held}


def banner(desktop: Desktop, key: str) -> Banner:
    return next(each for each in desktop.window.banners._waiting if each.key == key)


def page_of(desktop: Desktop) -> str:
    return desktop.window.pages.name


def lamp(desktop: Desktop, name: str) -> Lamp:
    return next(lamp for lamp in desktop.window.strip._lamps if lamp.name == name)


def choose(desktop: Desktop, label: str) -> None:
    """Press a link of the banner that stands."""
    links = desktop.window.banners._links
    next(link for link in links if link.text() == label).click()


# --- two windows -------------------------------------------------------------------------------


def test_with_one_screen_the_stage_covers_nothing_until_a_window_is_asked_for(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            assert not desktop.stage.isVisible()
            assert "aucun écran de scène" in banners(desktop)["stage"].lower()
            assert lamp(desktop, "stage").state == "watch"
            desktop.window.banners.answer()
            assert desktop.stage.isVisible()
            assert not desktop.stage.isFullScreen()
            assert "stage" not in banners(desktop)
            desktop.window.stage_window_asked.emit()
            assert not desktop.stage.isVisible()

    aio(run())


def test_a_sample_day_that_nobody_asked_for_is_not_shown_to_the_hall(
    aio: Aio, data: Path, file: Path
) -> None:
    plug(DESK, HALL)

    async def run() -> None:
        async with running(data, None) as desktop:
            await until(lambda: desktop.placer.place.why == "sample")
            assert not desktop.stage.isVisible()
            assert lamp(desktop, "stage").state == "off"
            desktop.documents.open(file)
            await until(lambda: desktop.placer.place.state == "placed")

    aio(run())


def test_a_go_in_the_sample_day_has_it_begin_there_and_then(aio: Aio, data: Path) -> None:
    """As it was changed; and a second press is the second of a guarded pair, not another day."""

    async def run() -> None:
        async with running(data, None) as desktop:
            desktop.guide.end()
            desktop.do(Edit(set={"title": "Mine"}))
            desktop.do(Go())
            desktop.do(Go())
            await until(lambda: desktop.opened.desk.board().on_air is not None)
            board = desktop.opened.desk.board()
            assert (board.title, board.rev) == ("Mine", 1)
            assert abs(board.drift) <= timedelta(seconds=30)
            await until(lambda: "refused" in banners(desktop))

    aio(run())


def test_a_programme_opened_long_after_its_hours_begins_now_when_asked(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    """With what was changed in it."""
    old = tmp_path / "old.json"
    write(old, leaf("a", start="05:00"), leaf("b"), leaf("c"))

    async def run() -> None:
        async with running(data, file) as desktop:
            assert "hours_gone" not in banners(desktop)
            desktop.documents.open(old)
            await until(lambda: "hours_gone" in banners(desktop))
            assert banners(desktop)["hours_gone"] == "Ce programme commençait à 5h00."
            desktop.do(Edit(set={"title": "Mine"}))
            desktop.window.banner_chosen.emit("hours_gone", "now")
            await until(lambda: not gone(desktop.opened.desk.board()))
            board = desktop.opened.desk.board()
            assert (board.title, board.state) == ("Mine", "before")
            assert board.drift < timedelta(minutes=1)

    aio(run())


def test_with_two_screens_the_stage_fills_the_one_that_is_not_the_regies(
    aio: Aio, data: Path, file: Path
) -> None:
    plug(DESK, HALL)

    async def run() -> None:
        async with running(data, file) as desktop:
            await until(lambda: desktop.placer.place.state == "placed")
            assert desktop.stage.isFullScreen()
            assert desktop.stage.geometry() == QtCore.QRect(1280, 0, 1920, 1080)
            assert not desktop.window.geometry().intersects(desktop.stage.geometry())
            assert lamp(desktop, "stage").state == "ok"
            assert "stage" not in banners(desktop)

    aio(run())


def test_a_cable_pulled_hides_the_stage_at_once_and_put_back_brings_it_back(
    aio: Aio, data: Path, file: Path
) -> None:
    plug(DESK, HALL)

    async def run() -> None:
        async with running(data, file) as desktop:
            await until(lambda: desktop.placer.place.state == "placed")
            seen = desktop.window.messages.sight
            plug(DESK)
            desktop.stage.resize(320, 640)  # it lies on another screen
            desktop.stage.resized.emit()
            assert not desktop.stage.isVisible()
            assert desktop.window.messages.sight == seen  # of the stage, not of the régie's screen
            assert banner(desktop, "stage").severity == "act"
            assert "HDMI-1" in banners(desktop)["stage"]
            assert lamp(desktop, "stage").state == "broken"
            plug(DESK, HALL)
            await until(lambda: desktop.placer.place.state == "placed")
            assert desktop.stage.isFullScreen()
            assert "stage" not in banners(desktop)
            assert lamp(desktop, "stage").state == "ok"

    aio(run())


def test_closing_the_stages_window_puts_it_away_and_leaves_the_show_running(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.stage_window_asked.emit()
            assert desktop.stage.isVisible()
            desktop.stage.close_asked.emit()
            assert not desktop.stage.isVisible()
            assert not leaves(desktop)
            assert lamp(desktop, "stage").state == "watch"

    aio(run())


def test_both_windows_have_each_board_in_the_same_turn(aio: Aio, data: Path, file: Path) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            pairs: list[tuple[Board | None, Board | None]] = []
            desktop.beat.boarded.connect(
                lambda _: pairs.append((desktop.window.board, desktop.stage._board))
            )
            desktop.do(Go())
            for _ in range(5):
                flips(desktop, wall)
            assert len(pairs) == 6
            assert all(one is other and one is not None for one, other in pairs)

    aio(run())


def test_keys_typed_at_the_stage_do_what_they_do_in_the_regie(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            board = desktop.opened.desk.board
            held = QtCore.Qt.KeyboardModifier
            QtTest.QTest.keyClick(desktop.stage, Key.Key_Space)
            assert board().rev == 1
            QtTest.QTest.keyClick(desktop.stage, Key.Key_Plus, held.ShiftModifier)
            QtTest.QTest.keyClick(desktop.stage, Key.Key_Minus)
            assert board().rev == 3
            QtTest.QTest.keyClick(desktop.stage, Key.Key_1, held.AltModifier)
            assert board().message is not None
            assert desktop.stage.shown.message == "2 MIN"
            for key in (
                Key.Key_Escape,
                Key.Key_PageDown,
                Key.Key_Period,
                Key.Key_B,
                Key.Key_Return,
            ):
                QtTest.QTest.keyClick(desktop.stage, key)
            assert board().rev == 4

    aio(run())


def test_a_refused_go_is_said_before_whatever_else_is_to_be_said(
    aio: Aio, data: Path, file: Path
) -> None:
    plug(DESK, HALL)

    async def run() -> None:
        async with running(data, file) as desktop:
            await until(lambda: desktop.placer.place.state == "placed")
            plug(DESK)
            desktop.do(Go())
            desktop.do(Go())
            assert desktop.window.banners.shown == banner(desktop, "refused")
            assert list(banners(desktop)) == ["refused", "stage"]

    aio(run())


def test_a_machine_that_may_fall_asleep_is_told_of_once_when_the_day_begins(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            await until(lambda: desktop.watch.awake.granted is True)
            desktop.do(Go())
            assert "asleep" not in banners(desktop)
            desktop.watch.awake.granted = False
            desktop.do(Hold())
            assert "asleep" in banners(desktop)
            desktop.window.drop("asleep")
            desktop.do(Resume())
            assert "asleep" not in banners(desktop)

    aio(run())


def test_the_machine_is_kept_awake_before_a_day_and_during_it_and_may_sleep_after_it(
    aio: Aio, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            awake = desktop.watch.awake
            await until(lambda: awake.granted is True)
            desktop.rehearsing.begin()
            assert awake.granted
            desktop.rehearsing.leave()
            desktop.do(Go())
            desktop.do(Finish())
            await until(lambda: awake.granted is None)
            desktop.do(Recall())
            await until(lambda: awake.granted is True)
            monkeypatch.setattr(machine, "power", lambda: Power(True, None))
            awake.granted = False
            desktop.watch.look()
            power = lamp(desktop, "power")
            assert (power.state, power.word) == ("watch", "veille\u202f!")

    aio(run())


def test_a_sample_day_that_nobody_asked_for_keeps_nothing_awake(aio: Aio, data: Path) -> None:
    async def run() -> None:
        async with running(data, None) as desktop:
            assert desktop.watch.awake._thread is None
            desktop.opened.desk.do(Go())
            await until(lambda: desktop.watch.awake.granted is True)

    aio(run())


def test_the_page_of_what_is_ready_is_told_of_the_machine_and_kept_true(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.stage_window_asked.emit()
            desktop.window.pages.open("ready")
            page = desktop.window.checking.page
            await until(lambda: page.machine is not None)
            assert page.machine is not None
            assert (page.machine.stage, page.machine.refuses) == ("beside", False)
            desktop.placer.put_away()
            assert page.machine.stage == "away"

    aio(run())


# --- rehearsing --------------------------------------------------------------------------------


def test_a_rehearsal_leaves_the_running_show_and_its_journal_as_they_are(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.do(Go())
            path, desk = desktop.opened.path, desktop.opened.desk
            kept, rev = path.read_bytes(), desk.board().rev
            rows = read_rows(path).rows
            held = QtCore.Qt.KeyboardModifier
            rehearse = (Key.Key_R, held.ControlModifier | held.ShiftModifier)
            QtTest.QTest.keyClick(desktop.stage, *rehearse)  # as if in the régie's window
            assert desktop.rehearsing.on
            for key in (Key.Key_F9, Key.Key_F9, Key.Key_Plus, Key.Key_Space):
                QtTest.QTest.keyClick(desktop.stage, key)
            desktop.do(Edit(slot="c", set={"title": "Rehearsed"}))
            desktop.window.save_asked.emit(tmp_path / "kept.json")
            flips(desktop, wall)
            assert desktop.stage.shown.digits == "9:59"
            assert desktop.window.board is not None
            assert desktop.window.board.rev > rev
            QtTest.QTest.keyClick(desktop.stage, *rehearse)
            assert desktop.window.board is not None
            assert desktop.window.board.rev == rev == desk.board().rev
            assert (path.read_bytes(), read_rows(path).rows) == (kept, rows)
            assert desk.show.undo == ()
        plan = own.read((tmp_path / "kept.json").read_bytes(), wall.at.date()).plan
        assert plan.slots[2].title == "Rehearsed"  # the plan that the window showed is saved

    aio(run())


def test_a_show_opened_during_a_rehearsal_ends_it(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    write(other, leaf("x", start="09:00"), title="Another day")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.rehearsing.begin()
            desktop.window.open_asked.emit(other)
            await until(lambda: desktop.opened.desk.show.plan.title == "Another day")
            await until(lambda: not desktop.errands.busy)
            assert not desktop.rehearsing.on
            assert desktop.window.board is not None
            assert desktop.window.board.title == "Another day"

    aio(run())


# --- faults ------------------------------------------------------------------------------------


def fails(*_: object) -> None:
    raise ArithmeticError("on purpose")


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
    "window.strip.clock": "runofshow.ui.operator.strip.write_time",
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


# --- the disk ----------------------------------------------------------------------------------


def test_a_disk_that_refuses_is_told_and_the_show_catches_up(
    aio: Aio, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = Wall()

    def refuse(*_: object) -> object:
        raise Unwritable("disk_full", place="show")

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            path, kept = desktop.opened.path, desktop.opened.kept
            assert kept is not None
            monkeypatch.setattr(kept, "append", refuse)
            desktop.do(Go())
            flips(desktop, wall)
            desktop.do(Stretch(by=timedelta(minutes=1)))
            assert desktop.stage.shown.digits == "10:59"
            assert banner(desktop, "disk").severity == "act"
            assert "2 gestes à écrire" in banners(desktop)["disk"]
            assert lamp(desktop, "disk").state == "broken"
            choose(desktop, desktop.window.words.window.seen)
            flips(desktop, wall)
            assert "disk" not in banners(desktop)  # seen; there is nothing new to say
            desktop.do(Stretch(by=timedelta(minutes=-1)))
            assert "3 gestes à écrire" in banners(desktop)["disk"]
            monkeypatch.undo()
            flips(desktop, wall)
            assert banner(desktop, "disk").severity == "note"
            assert "tout est écrit" in banners(desktop)["disk"]
            assert lamp(desktop, "disk").state == "ok"
        commands = [json.loads(row.body)["do"] for row in read_rows(path).rows[1:]]
        assert commands == ["go", "stretch", "stretch"]

    aio(run())


def test_a_disk_that_is_really_full_and_then_is_not(aio: Aio, tmp_path: Path, file: Path) -> None:
    wall = Wall()
    data = tmp_path / "small"
    data.mkdir()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            path = desktop.opened.path
            filler = data / "filler"
            fill(filler)
            desktop.do(Go())
            for _ in range(2000):
                desktop.do(Note(text="x" * 500))
                if desktop.opened.desk.trouble is not None:
                    break
            assert banner(desktop, "disk").severity == "act"
            assert lamp(desktop, "disk").state == "broken"
            flips(desktop, wall)
            assert desktop.stage.shown.digits == "9:59"
            filler.unlink()
            await until(lambda: desktop.opened.desk.trouble is None)
            assert banner(desktop, "disk").severity == "note"
            assert lamp(desktop, "disk").state != "broken"
            rev = desktop.opened.desk.board().rev
        assert len(read_rows(path).rows) == rev + 1

    with small_disk(data):
        aio(run())


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Make `folder` a disk of two megabytes; the test is skipped where that is not allowed."""
    if shutil.which("mount") is None:
        pytest.skip("no disk can be mounted here")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path) -> None:
    """Write until the disk is full."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass


def test_a_data_folder_that_takes_nothing_is_no_reason_not_to_run(
    aio: Aio, tmp_path: Path, file: Path, expect_log: ExpectLog
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    wall = Wall()

    async def run() -> None:
        async with running(blocked, file, wall=wall) as desktop:
            assert banner(desktop, "disk").severity == "act"
            desktop.do(Go())
            assert desktop.stage.shown.digits == "10:00"
            blocked.unlink()
            flips(desktop, wall)
            assert banner(desktop, "disk").severity == "note"
            await until(lambda: owner_of(desktop.opened.path) is not None)

    with expect_log("settings not kept"):
        aio(run())


# --- leaving -----------------------------------------------------------------------------------


def test_before_the_day_the_window_closes_at_once(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.close()
            assert leaves(desktop)

    aio(run())


def test_during_the_day_a_close_asks_and_a_second_one_leaves(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            path = desktop.opened.path
            desktop.do(Go())
            desktop.window.close()
            assert not leaves(desktop)
            assert desktop.window.isVisible()
            assert next(iter(banners(desktop))) == "quit"
            desktop.do(Finish())  # then it may be left, and nothing is asked any more
            await until(lambda: "quit" not in banners(desktop))
            desktop.do(Recall())
            desktop.window.close()
            assert not leaves(desktop)
            desktop.window.close()
            assert leaves(desktop)
        assert owner_of(path) is None

    aio(run())


def test_a_close_is_forgotten_after_a_while(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.close()
            desktop.leaving.forget()
            desktop.window.close()
            assert not leaves(desktop)
            desktop.window.language_asked.emit("en")
            choose(desktop, "Quit anyway (Ctrl+Q)")
            assert leaves(desktop)

    aio(run())


def test_left_before_it_ran_everything_is_closed(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            path = desktop.opened.path
            desktop.another_day.run(desktop.documents._request_of(file))
            desktop.leave()
        assert owner_of(path) is None

    aio(run())


# --- files -------------------------------------------------------------------------------------


def test_another_schedule_takes_the_place_of_one_that_has_not_begun(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    write(other, leaf("x", start="09:00"), title="Another day")

    async def run() -> None:
        async with running(data, file) as desktop:
            former = desktop.opened.path
            desktop.window.open_asked.emit(other)
            await until(lambda: "opened" in banners(desktop))
            assert "Another day" in desktop.window.windowTitle()
            assert desktop.stage.shown.title == "X"
            assert owner_of(former) is None
            assert owner_of(desktop.opened.path) is not None
            desktop.do(Go())
        assert [row.seq for row in read_rows(former).rows] == [1]

    aio(run())


def test_a_day_that_runs_is_not_replaced_without_a_second_word(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    write(other, leaf("x", start="09:00"), title="Another day")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.open_asked.emit(other)
            assert "other.json" in banners(desktop)["open"]
            assert desktop.opened.desk.board().title == "A day"
            choose(desktop, "Ouvrir à la place")
            await until(lambda: desktop.opened.desk.board().title == "Another day")

    aio(run())


def test_a_running_day_is_revised_from_another_file(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "v2.json"
    write(other, leaf("a", start="09:00"), leaf("b", "15m"), leaf("d", title="A toast"), title="x")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.open_asked.emit(other)
            choose(desktop, "Réviser la journée (F8)")
            revising = desktop.window.revising
            await until(lambda: revising.open)
            assert {"length:b", "removed:c", "inserted:d"} <= revising.accepted
            revising.tick("removed:c", on=False)
            revising.take()
            show = desktop.opened.desk.show
            assert [slot.id for slot in show.plan.slots] == ["a", "b", "d", "c"]
            assert not show.outline.by_id["c"].skipped
            assert "revised" in banners(desktop)
            path = desktop.opened.path
        assert recovery.recover(path).show.plan == show.plan

    aio(run())


def test_a_prepared_day_is_not_replaced_without_a_second_word(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "v2.json"
    write(other, leaf("a", start="09:00"), leaf("b", "15m"), leaf("c"))

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Edit(slot="c", set={"note": "HF 3"}))
            desktop.window.open_asked.emit(other)
            assert "préparée" in banners(desktop)["open"]
            choose(desktop, "Réviser la journée (F8)")
            await until(lambda: desktop.window.revising.open)
            assert desktop.window.revising.accepted == {"length:b"}

    aio(run())


def test_the_programme_of_another_is_looked_at_and_then_revises_the_day(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "programme.txt"
    sent.write_text("9h00 : A (10 min)\n9h10 : B (20 min)\n9h30 : C (10 min)\n", "utf-8")

    async def run() -> None:
        async with running(data, file) as desktop:
            window = desktop.window
            window.revise_asked.emit(sent)
            await until(lambda: window.importing.proof is not None)
            window.importing.sheet.taken.emit()
            assert (window.importing.open, window.revising.open) == (False, True)
            assert "length:b" in window.revising.accepted

    aio(run())


def test_a_revised_programme_that_cannot_be_read_is_told(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"slots": 3}')

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.revise_asked.emit(bad)
            await until(lambda: "trouble" in banners(desktop))
            assert not desktop.window.revising.open

    aio(run())


@pytest.mark.parametrize("text", ["", "{", '{"title": 3}', "\x00\x01", None])
def test_a_bad_file_is_told_and_what_ran_goes_on(
    aio: Aio, data: Path, file: Path, tmp_path: Path, text: str | None
) -> None:
    bad = tmp_path / "bad.json"
    if text is not None:
        bad.write_text(text)

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.open_asked.emit(bad)
            await until(lambda: "trouble" in banners(desktop))
            assert "bad.json" in banners(desktop)["trouble"]
            assert banner(desktop, "trouble").severity == "watch"
            desktop.do(Go())
            assert desktop.stage.shown.digits == "10:00"
            assert owner_of(desktop.opened.path) is not None

    aio(run())


def test_the_file_that_runs_opened_again_goes_on(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.open_asked.emit(file)
            choose(desktop, "Ouvrir à la place")
            await until(lambda: "opened" in banners(desktop))
            desktop.do(Stretch(by=timedelta(minutes=1)))
            assert desktop.opened.desk.board().rev == 2
            assert desktop.opened.desk.watching is None
            assert owner_of(desktop.opened.path) is not None

    aio(run())


def test_the_file_that_runs_changed_and_opened_again_before_the_day_is_read_anew(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            write(file, leaf("a", start="09:00"), title="A better day")
            desktop.window.open_asked.emit(file)
            await until(lambda: "opened" in banners(desktop))
            assert desktop.opened.desk.watching is None
            assert desktop.opened.desk.board().title == "A better day"

    aio(run())


def test_what_is_saved_reads_back(aio: Aio, data: Path, file: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.save_asked.emit(saved)
            assert "saved.json" in banners(desktop)["saved"]
            plan = desktop.opened.desk.show.plan
            assert own.read(saved.read_bytes(), plan.date).plan == plan
            desktop.window.save_asked.emit(tmp_path)
            assert "trouble" in banners(desktop)

    aio(run())


def test_the_rundown_is_saved_as_what_its_name_ends_in(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            for name in ("jour.csv", "jour.ics"):
                desktop.window.save_asked.emit(tmp_path / name)
                await until(partial(kept, desktop, name))
            assert "Heures calées" in (tmp_path / "jour.csv").read_text("utf-8-sig")
            assert (tmp_path / "jour.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
            desktop.window.save_asked.emit(tmp_path / "jour.docx")
            assert ".xlsx" in banners(desktop)["trouble"]

    aio(run())


def kept(desktop: Desktop, name: str) -> bool:
    """Whether the window says that the rundown was saved under that name."""
    return name in banners(desktop).get("saved", "")


def exported(desktop: Desktop, name: str) -> bool:
    """Whether the window says that a report of that name is there."""
    return name in banners(desktop).get("exported", "")


def test_the_report_is_that_of_the_show_and_is_written_as_its_name_says(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.do(Finish())
            assert page_of(desktop) == "report"
            shown = desktop.window.pages.report_page.report
            assert shown is not None
            assert [line.item.status for line in shown.lines] == ["done", "dropped", "dropped"]
            for name in ("bilan.csv", "bilan.json", "bilan.pdf", "bilan.xlsx"):
                desktop.window.export_asked.emit(tmp_path / name, False)
                await until(partial(exported, desktop, name))
            assert json.loads((tmp_path / "bilan.json").read_bytes())["state"] == "after"
            assert "séquence;1;" in (tmp_path / "bilan.csv").read_text("utf-8-sig")
            assert (tmp_path / "bilan.pdf").read_bytes().startswith(b"%PDF")
            desktop.window.export_asked.emit(tmp_path / "bilan.docx", False)
            assert ".pdf, .csv, .xlsx, .json" in banners(desktop)["trouble"]
            desktop.do(Recall())
            assert page_of(desktop) == "rundown"

    aio(run())


def test_the_day_is_printed_as_the_window_shows_it_and_kept_where_it_is_wanted(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            printing, page = desktop.window.printing, tmp_path / "jour.pdf"
            printing.toggle()
            await until(lambda: printing.sheet.pages > 0)
            desktop.window.pdf_made.emit(page, b"%PDF")
            assert page.read_bytes() == b"%PDF"
            assert "jour.pdf" in banners(desktop)["printed"]
            desktop.window.pdf_made.emit(tmp_path, b"%PDF")
            assert "trouble" in banners(desktop)

    aio(run())


# --- what is remembered ------------------------------------------------------------------------


def test_language_and_theme_change_at_once_and_are_remembered(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file, None) as desktop:
            desktop.window.language_asked.emit("en")
            desktop.window.theme_asked.emit(False)
            desktop.do(Blackout(on=False))
            desktop.do(Say(text="hello"))
            assert desktop.window.words.language == "en"
            assert desktop.stage.windowTitle() == "Stage screen"
            assert lamp(desktop, "stage").word == "off"
            assert "no screen for the stage" in banners(desktop)["stage"].lower()
            assert not desktop.window.dark
            desktop.do(Go())
            desktop.do(Go())
            assert banners(desktop)["refused"].startswith("Refused")
            desktop.window.language_asked.emit("fr")
            assert not desktop.window.dark
            desktop.window.language_asked.emit("en")
        async with running(data, file, None) as desktop:
            assert desktop.window.words.language == "en"
            assert not desktop.window.dark
        async with running(data, file, "fr") as desktop:
            assert desktop.window.words.language == "fr"
            assert not desktop.window.dark

    aio(run())


def test_chosen_keys_and_the_show_lock_are_remembered(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            changed = Keymap().give("end", "Shift+F12", instead="Ctrl+E")
            desktop.window.keys_chosen.emit(changed)
            desktop.window.lock_asked.emit(True)
            desktop.do(Go())
        async with running(data, file) as desktop:
            assert desktop.window.locked
            assert desktop.window.keymap.keys("end") == ("Shift+F12",)
            (shortcut,) = desktop.window.menu.actions_by_name["end"].shortcuts()
            assert shortcut.toString() == "Shift+F12"
            assert desktop.window.keymap.holder("Ctrl+E") is None

    aio(run())


def test_the_window_comes_back_where_it_was_and_the_stage_where_it_was_put(
    aio: Aio, data: Path, file: Path
) -> None:
    plug(DESK, HALL)

    async def run() -> None:
        async with running(data, file) as desktop:
            await until(lambda: desktop.placer.place.state == "placed")
            desktop.window.setWindowState(QtCore.Qt.WindowState.WindowNoState)
            desktop.window.setGeometry(1300, 10, 1200, 700)
            await until(lambda: desktop.placer.place.state == "parked")
            desktop.window.stage_screen_asked.emit("DP-1")
            await until(lambda: desktop.placer.place.state == "placed")
        async with running(data, file) as desktop:
            assert desktop.window.geometry() == QtCore.QRect(1300, 10, 1200, 700)
            await until(lambda: desktop.placer.place.state == "placed")
            assert desktop.stage.geometry() == QtCore.QRect(0, 0, 1280, 720)
        plug(DESK)
        async with running(data, file) as desktop:
            assert desktop.window.isMaximized()
            assert (
                QtGui.QGuiApplication.primaryScreen()
                .geometry()
                .contains(desktop.window.geometry().center())
            )

    aio(run())


def test_a_stage_screen_that_nobody_chose_is_not_looked_for_in_the_next_hall(
    aio: Aio, data: Path, file: Path
) -> None:
    elsewhere = Screen("DP-7", 1280, 1920, 1080)

    async def run() -> None:
        plug(DESK, HALL)
        async with running(data, file) as desktop:
            await until(lambda: desktop.placer.place.state == "placed")
            assert desktop.window.live._screen == "HDMI-1"
        plug(DESK, elsewhere)
        async with running(data, file) as desktop:
            await until(lambda: desktop.placer.place.screen == "DP-7")
            desktop.window.stage_screen_asked.emit("DP-7")
        plug(DESK, HALL)
        async with running(data, file) as desktop:
            await until(lambda: desktop.placer.place.why == "not_found")
            assert desktop.window.live._screen == "absent"

    aio(run())


def test_settings_that_cannot_be_read_are_set_aside_and_said(
    aio: Aio, data: Path, file: Path
) -> None:
    data.mkdir()
    (data / remembered.NAME).write_text("{broken")

    async def run() -> None:
        async with running(data, file) as desktop:
            assert "settings-broken-1.json" in banners(desktop)["settings_broken"]
            assert desktop.memory.settings == remembered.Settings(recent=(str(file),))
        assert (data / "settings-broken-1.json").read_text() == "{broken"
        assert remembered.load(data)[1] is None

    aio(run())


def test_the_guard_is_the_one_that_was_set(aio: Aio, data: Path, file: Path) -> None:
    remembered.save(data, remembered.Settings(guard_ms=0))

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.do(Go())
            assert desktop.opened.desk.board().rev == 2

    aio(run())


def test_a_machine_whose_time_jumps_is_told_of_it(aio: Aio, data: Path, file: Path) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.do(Go())
            wall.at += timedelta(hours=1)
            flips(desktop, wall)
            assert "1 h" in banners(desktop)["clock"]
            assert desktop.stage.shown.digits == "9:59"
            desktop.window.drop("clock")
            flips(desktop, wall)
            assert "clock" not in banners(desktop)

    aio(run())


def test_a_machine_that_slept_says_so_at_once_and_what_went_by(
    aio: Aio, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No storm on waking: what was to go by itself has gone, in one turn, and one banner tells."""
    auto = {"advance": "auto"}
    items = [leaf(id_, "2m", title=id_.upper(), **auto) for id_ in "bcde"]
    write(file, leaf("a", "2m", start="09:00", **auto), *items)
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.do(Go())
            boards: list[Board] = []
            desktop.beat.boarded.connect(boards.append)
            renewed: list[bool] = []
            monkeypatch.setattr(desktop.watch.awake, "renew", lambda: renewed.append(True))
            wall.sleep(7 * 60)
            flips(desktop, wall)
            assert [board.rev for board in boards] == [4]
            live = boards[0].on_air
            assert live is not None
            assert (live.slot, live.remaining) == ("d", timedelta(seconds=59))
            said = banners(desktop)["slept"]
            assert "7 min\u00a0: 3 séquences parties seules" in said
            assert said.endswith("la dernière «\u202fD\u202f» à 9h05.")
            assert renewed == [True]  # what keeps the machine awake may have been lost
            flips(desktop, wall)
            assert len(boards) == 2

    aio(run())


# --- phrases -----------------------------------------------------------------------------------


def test_own_phrases_and_how_the_stage_is_seen_are_remembered(
    aio: Aio, data: Path, file: Path
) -> None:
    plug(DESK, HALL)

    async def first() -> None:
        async with running(data, file) as desktop:
            window = desktop.window
            assert window.messages.phrases[0].text() == "2 MIN"
            window.phrasing.toggle()
            line = window.phrasing.sheet.rows[0].line
            line.setFocus()
            line.setText("PLUS FORT")
            line.editingFinished.emit()
            window.phrasing.declared.emit(43.0, 7.5)
            assert (
                window.menu.actions_by_name["phrase_1"].text().startswith("Message 1\u00a0: PLUS")
            )

    async def again() -> None:
        async with running(data, file) as desktop:
            messages = desktop.window.messages
            assert [button.text() for button in messages.phrases][:2] == ["PLUS FORT", "CONCLUEZ"]
            shown = messages.headline.value
            assert shown is not None
            assert shown.note == "43″ vu à 7,5\u00a0m"
            desktop.stage.resize(540, 960)
            QtWidgets.QApplication.processEvents()
            assert messages.sight.shape < 1
            desktop.window.phrases_asked.emit(None)
            desktop.window.sight_asked.emit(None, 10.0)
            told = diagonal(desktop.stage.screen()) or 24
            desktop.stage.showFullScreen()
            desktop.stage_phrases.look()
            assert messages.sight == Sight.of(told, 10, messages.sight.shape)
            assert messages.phrases[0].text() == "2 MIN"

    aio(first())
    aio(again())
    assert remembered.load(data)[0].phrases is None
