"""Fifteen things that a confidence monitor in a browser gets wrong, each shown not to happen here.

 1. Cut off, it goes on showing a time that is no longer true.
 2. Unplugged, it comes up on the régie's screen.
 3. The screen falls asleep in the midst of a talk.
 4. The pointer stands on the digits.
 5. A long title pushes the digits, and they jump as they change.
 6. Scroll bars.
 7. Menus, tips, bubbles and banners come up over it.
 8. Ctrl and the wheel, or a pinch, enlarge it and leave it so.
 9. Counted seconds drift, and a busy machine makes them late for good.
10. "-0:00", a time that stays at zero, a count from -1.
11. A key closes it, leaves full screen or goes to the page before.
12. It is translated, and spelt as the machine's language has it.
13. It flashes white when it comes up.
14. Loaded anew, it begins again.
15. Two screens show two different seconds.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.awake import Awake
from runofshow.core.commands import command_of
from runofshow.opening import Request, opened
from runofshow.ui.hall import Seats
from runofshow.ui.speaker.face import face
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import FR
from tests.cli.test_stage import begun, left
from tests.hand import HandClock, Stage
from tests.process import PATIENCE
from tests.rows import each_row
from tests.test_awake import System
from tests.ui import plugging
from tests.ui.plugging import DESK, HALL, made, plug, screens
from tests.ui.speaker.days import ON_TABLE, at, seen, shown
from tests.ui.speaker.test_picture import grabbed
from tests.ui.speaker.test_stale import PLAN, Rig, lied, rig

__all__ = ["made", "rig", "screens"]  # fixtures
Key: Final = QtCore.Qt.Key
Held: Final = QtCore.Qt.KeyboardModifier


@pytest.fixture
def stage(qtbot: QtBot) -> StageWindow:
    """A stage on a whole screen, 25 minutes left on it."""
    window = StageWindow(FR)
    qtbot.addWidget(window)
    window.present(seen(ON_TABLE, "9:20"))
    window.showFullScreen()
    QtWidgets.QApplication.processEvents()
    return window


def picture(window: QtWidgets.QWidget) -> QtGui.QImage:
    QtWidgets.QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage()


def test_1_cut_off_it_says_so_within_a_second(rig: Rig) -> None:
    rig.stage.resize(640, 360)
    rig.stage.show()
    before = picture(rig.stage)
    rig.beat._timer.stop()
    assert lied(rig, 2000) < 1000
    assert rig.stage.shown.plate == FR.not_updated
    after = picture(rig.stage)
    assert after == grabbed(rig.stage.shown, 640, 360).convertToFormat(after.format())
    plate = QtCore.QRect(0, 280, 640, 80)
    assert part(after, plate) != part(before, plate)


def test_2_unplugged_it_is_gone_and_never_on_the_regies_screen(
    screens: None, made: Callable[..., plugging.Stage]
) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    plug(DESK)
    assert not stage.window.isVisible()  # in that very moment
    stage.settle()
    assert not stage.window.isVisible()
    plug(DESK, HALL)
    stage.settle()
    assert stage.full_on == ["HDMI-1"]
    assert stage.window.cursor().shape() == QtCore.Qt.CursorShape.BlankCursor


def test_3_the_machine_is_held_awake_and_again_when_its_services_have_forgotten() -> None:
    system = System()
    awake = Awake(system.presenting)
    awake.hold()
    assert awake.wait(PATIENCE)
    system.forgot = True
    awake.renew()
    assert system.hears("held 1", "held 2", "left 1")
    assert awake.granted
    awake.stop()


def test_4_there_is_no_pointer_on_it(stage: StageWindow) -> None:
    QtTest.QTest.mouseMove(stage, QtCore.QPoint(200, 200))
    assert stage.cursor().shape() == QtCore.Qt.CursorShape.BlankCursor


def test_5_the_digits_keep_their_place_whatever_the_title_and_their_own_shape(
    qapp: QtWidgets.QApplication,
) -> None:
    digits = QtCore.QRect(0, 60, 640, 190)
    titles = ("", "A", "Table ronde : " + "typologie et enjeux " * 30, "W" * 400)
    faces = [shown(ON_TABLE, "9:20")._replace(title=title) for title in titles]
    assert len({part(grabbed(each, 640, 360), digits) for each in faces}) == 1
    # 11:11 is as wide as 20:00: the colon stands still from one second to the next.
    colon = QtCore.QRect(296, 60, 48, 190)
    hours = [shown(ON_TABLE, at("9:45") - timedelta(seconds=left)) for left in (671, 1200, 1159)]
    assert len({part(grabbed(each, 640, 360), colon) for each in hours}) == 1


def part(image: QtGui.QImage, area: QtCore.QRect) -> bytes:
    cut = image.copy(area)
    return bytes(cut.constBits())


@each_row("size", [(160, 90), (3840, 200), (200, 2000)])
def test_6_it_has_no_scroll_bars_because_everything_fits(
    stage: StageWindow, size: tuple[int, int]
) -> None:
    stage.showNormal()
    stage.resize(*size)
    QtWidgets.QApplication.processEvents()
    assert stage.findChildren(QtWidgets.QWidget) == []
    edge = picture(stage)
    wide, high = size
    rim = {edge.pixelColor(x, y).name() for x in range(wide) for y in (0, high - 1)}
    rim |= {edge.pixelColor(x, y).name() for y in range(high) for x in (0, wide - 1)}
    assert rim == {CLASSIC.paper.lower()}  # nothing reaches the edge, so nothing is cut by it


def test_7_nothing_comes_up_over_it(stage: StageWindow) -> None:
    before, windows = picture(stage), set(QtWidgets.QApplication.topLevelWidgets())
    middle = QtCore.QPoint(300, 200)
    for button in (QtCore.Qt.MouseButton.RightButton, QtCore.Qt.MouseButton.LeftButton):
        QtTest.QTest.mouseClick(stage, button, pos=middle)
        QtTest.QTest.mouseDClick(stage, button, pos=middle)
    QtTest.QTest.keyClick(stage, Key.Key_Menu)
    QtTest.QTest.keyClick(stage, Key.Key_F10, Held.ShiftModifier)
    everywhere = stage.mapToGlobal(middle)
    for asks in (
        QtGui.QHelpEvent(QtCore.QEvent.Type.ToolTip, middle, everywhere),
        QtGui.QContextMenuEvent(QtGui.QContextMenuEvent.Reason.Keyboard, middle, everywhere),
    ):
        QtWidgets.QApplication.sendEvent(stage, asks)
    assert set(QtWidgets.QApplication.topLevelWidgets()) == windows
    assert not QtWidgets.QToolTip.isVisible()
    assert picture(stage) == before


def test_8_neither_wheel_nor_keys_enlarge_it(stage: StageWindow) -> None:
    before = picture(stage)
    for turn in (120, -120):
        wheel = QtGui.QWheelEvent(
            QtCore.QPointF(300, 200), QtCore.QPointF(300, 200),
            QtCore.QPoint(), QtCore.QPoint(0, turn),
            QtCore.Qt.MouseButton.NoButton, Held.ControlModifier,
            QtCore.Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QtWidgets.QApplication.sendEvent(stage, wheel)
    for much in (1.5, -0.5):
        pinch = QtGui.QNativeGestureEvent(
            QtCore.Qt.NativeGestureType.ZoomNativeGesture,
            QtGui.QPointingDevice.primaryPointingDevice(), 2,
            *3 * (QtCore.QPointF(300, 200),), much, QtCore.QPointF(),
        )  # fmt: skip
        QtWidgets.QApplication.sendEvent(stage, pinch)
    for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_0):
        QtTest.QTest.keyClick(stage, key, Held.ControlModifier)
    assert picture(stage) == before


def test_9_no_second_drifts_however_late_the_machine_looks(rig: Rig) -> None:
    chance = Random(9)
    for _ in range(400):
        rig.wheel.block(chance.randrange(1, 1600))
        rig.wheel.turn(0)
        assert rig.true


def test_10_there_is_no_minus_nought_and_no_second_is_missing_around_it(
    qapp: QtWidgets.QApplication,
) -> None:
    told: list[str] = []
    for tenths in range(-25, 26):
        now = shown(ON_TABLE, at("9:45") + timedelta(milliseconds=100 * tenths))
        text = f"{'+' if now.overrun else ''}{now.digits}"
        told += [text] if text not in told[-1:] else []
    assert told == ["0:03", "0:02", "0:01", "0:00", "+0:00", "+0:01", "+0:02"]


LEAVING: Final = (
    (Key.Key_Escape, Held.NoModifier), (Key.Key_F11, Held.NoModifier),
    (Key.Key_F5, Held.NoModifier), (Key.Key_Backspace, Held.NoModifier),
    (Key.Key_PageUp, Held.NoModifier),
    (Key.Key_W, Held.ControlModifier), (Key.Key_R, Held.ControlModifier),
    (Key.Key_Left, Held.AltModifier), (Key.Key_F4, Held.AltModifier),
)  # fmt: skip


def test_11_no_key_closes_it_and_a_close_from_outside_is_only_told(stage: StageWindow) -> None:
    before = picture(stage)
    for key, held in LEAVING:
        QtTest.QTest.keyClick(stage, key, held)

    class FromOutside(QtGui.QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    stage.closeEvent(FromOutside())
    assert stage.isVisible()
    assert stage.isFullScreen()
    assert picture(stage) == before


def test_12_it_says_what_the_regie_chose_whatever_the_machine_speaks(stage: StageWindow) -> None:
    before = picture(stage)
    usual = QtCore.QLocale()
    try:
        QtCore.QLocale.setDefault(QtCore.QLocale("de_DE"))
        stage.present(seen(ON_TABLE, "9:20"))
        stage.update()
        assert picture(stage) == before
    finally:
        QtCore.QLocale.setDefault(usual)
    assert not stage.testAttribute(QtCore.Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_13_it_comes_up_black(qtbot: QtBot) -> None:
    window = StageWindow(FR)
    qtbot.addWidget(window)
    window.resize(320, 180)
    window.show()
    image = picture(window)
    assert {image.pixelColor(x, y).name() for x in range(320) for y in range(180)} == {"#000000"}


def test_14_begun_anew_it_goes_on_to_the_second(tmp_path: Path) -> None:
    clock = HandClock(Stage(PLAN).at("09:00"))
    before = begun(tmp_path, clock)
    before.desk.do(command_of({"do": "say", "text": "2 MIN"}))
    left(before)  # the power fails
    clock.turn(seconds=83, milliseconds=250)
    again = opened(Request(tmp_path, tmp_path / "day.json", on=PLAN.date), clock)
    told = face(again.desk.board(), FR)
    assert (told.digits, told.message) == ("8:37", "2 MIN")
    left(again)


def test_15_all_screens_flip_in_the_same_turn(rig: Rig, qtbot: QtBot) -> None:
    seats = Seats()
    windows = [
        StageWindow(FR, look=look) for look in (Look(), Look("rundown"), Look(mirrored=True))
    ]
    for window in windows:
        qtbot.addWidget(window)
        seats.seat(window)
    rig.beat.boarded.connect(seats.present)
    rig.beat.vouched.connect(seats.vouch)
    rig.beat.send()
    flipped: list[int] = []
    for window in windows:
        window.picture_changed.connect(lambda _: flipped.append(rig.wheel.at))
    for _ in rig.looked(10_000):
        assert {window.shown.digits for window in windows} == {rig.stage.shown.digits}
    assert sorted(flipped) == [instant for instant in sorted(set(flipped)) for _ in windows]
    assert len(set(flipped)) == 10
