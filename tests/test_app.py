"""The desktop: two windows, one show, and what is remembered from one day to the next."""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtTest

from runofshow.core.board import Board
from runofshow.core.commands import Blackout, Edit, Go, Say
from runofshow.formats import own
from runofshow.store import settings as remembered
from runofshow.store.journal import read_rows
from runofshow.store.owner import owner_of
from runofshow.ui.operator.keymap import Keymap
from tests.conftest import Aio, ExpectLog
from tests.desktop.at_work import (
    DESK,
    HALL,
    Wall,
    banner,
    banners,
    data,
    file,
    flips,
    lamp,
    leaves,
    plug,
    running,
    screens,
    until,
)
from tests.ui.offscreen import Screen

__all__ = ["data", "file", "screens"]

Key = QtCore.Qt.Key


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
