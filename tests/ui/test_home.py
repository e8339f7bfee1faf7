"""The régie's own window is back on its screen by itself, and only where a hand left it."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.home import CALM, QUIET, Home, within
from runofshow.ui.screens import Identity, under
from tests.ui.offscreen import Screen
from tests.ui.plugging import DESK, FOYER, HALL, at_home, move_to, plug, screens

__all__ = ["screens"]
pytestmark = pytest.mark.usefixtures("screens")
State = QtCore.Qt.WindowState
LEFT = Screen("HDMI-1", 0, 1920, 1080)
DESK_RIGHT = Screen("DP-1", 1920)


@pytest.fixture
def desk(qtbot: QtBot) -> QtWidgets.QWidget:
    plug(DESK, HALL)
    window = QtWidgets.QWidget()
    window.setGeometry(40, 60, 800, 500)
    qtbot.addWidget(window)
    return window


def on(window: QtWidgets.QWidget) -> list[str]:
    return [screen.name() for screen in under(window)]


def own(home: Home) -> str:
    return "" if home.screen is None else home.screen.name()


@pytest.mark.parametrize(
    "state", [State.WindowNoState, State.WindowMaximized, State.WindowFullScreen]
)
def test_it_is_back_where_it_was_as_it_was(desk: QtWidgets.QWidget, state: State) -> None:
    desk.setWindowState(state)
    desk.show()
    home = Home(desk)
    QtWidgets.QApplication.processEvents()
    before = desk.geometry()
    told: list[str] = []
    home.returned.connect(told.append)
    plug(HALL)
    at_home(home)
    assert on(desk) == ["HDMI-1"]
    assert own(home) == ""
    plug(DESK, HALL)
    assert own(home) == "DP-1"  # no output's from that very moment
    assert home._quiet.isActive()
    at_home(home)
    assert on(desk) == ["DP-1"]
    assert (desk.geometry(), desk.windowState()) == (before, state)
    assert told == ["DP-1"]
    plug(DESK)
    at_home(home)
    assert told == ["DP-1"]  # it is there already


def test_all_screens_asleep_and_awake_again(desk: QtWidgets.QWidget) -> None:
    desk.show()
    home = Home(desk)
    before = desk.geometry()
    plug()
    at_home(home)
    plug(HALL)  # the first to wake
    at_home(home)
    assert (on(desk), desk.isVisible()) == (["HDMI-1"], True)
    plug(DESK, HALL)
    at_home(home)
    assert (on(desk), desk.geometry()) == (["DP-1"], before)


def test_it_goes_with_its_screen_when_that_lies_elsewhere(desk: QtWidgets.QWidget) -> None:
    """A screen plugged at the left of the régie's pushes it aside: the window is not the hall's."""
    plug(DESK)
    desk.show()
    home = Home(desk)
    plug(LEFT, DESK_RIGHT)
    at_home(home)
    assert on(desk) == ["DP-1"]
    assert desk.pos() == QtCore.QPoint(1960, 60)
    smaller = Screen("DP-1", 1920, 640, 400)
    plug(LEFT, smaller)
    at_home(home)
    assert QtCore.QRect(1920, 0, 640, 400).contains(desk.geometry())


def test_where_a_hand_takes_it_is_its_own_from_then_on(desk: QtWidgets.QWidget) -> None:
    plug(DESK, HALL, FOYER)
    desk.show()
    home = Home(desk)
    moved: list[bool] = []
    home.moved.connect(lambda: moved.append(True))
    move_to(desk, HALL)
    assert moved == [True]
    plug(DESK, FOYER)
    at_home(home)
    elsewhere = on(desk)
    desk.resize(700, 400)
    plug(DESK, FOYER, HALL)
    at_home(home)
    assert on(desk) == ["HDMI-1"]
    plug(DESK, FOYER)
    at_home(home)
    assert on(desk) == elsewhere
    other = DESK if elsewhere == ["HDMI-2"] else FOYER
    move_to(desk, other)  # chosen while its own is away: it stays
    plug(DESK, FOYER, HALL)
    at_home(home)
    assert on(desk) == [other.name]


def test_what_the_system_does_in_the_first_second_is_no_hands_doing(
    desk: QtWidgets.QWidget,
) -> None:
    desk.show()
    home = Home(desk)
    plug(DESK, HALL, FOYER)
    home._quiet.stop()
    move_to(desk, FOYER)  # a window system that is late
    at_home(home)
    assert on(desk) == ["DP-1"]


def test_minimised_it_is_left_alone_until_it_is_wanted(desk: QtWidgets.QWidget) -> None:
    desk.show()
    home = Home(desk)
    desk.showMinimized()
    plug(HALL)
    at_home(home)
    plug(DESK, HALL)
    at_home(home)
    assert desk.isMinimized()
    desk.showNormal()
    at_home(home)
    assert on(desk) == ["DP-1"]


class Contrary(QtWidgets.QWidget):
    """A window that the window system leaves where it is."""

    def setGeometry(self, *_: object) -> None:
        pass


def test_a_window_that_cannot_be_put_back_is_left_in_the_end(qtbot: QtBot) -> None:
    plug(DESK, HALL)
    window = Contrary()
    qtbot.addWidget(window)
    window.move(40, 40)
    window.resize(300, 200)
    window.show()
    home = Home(window)
    plug(HALL)
    at_home(home)
    plug(DESK, HALL)
    at_home(home)
    assert on(window)[0] == own(home)


def test_it_is_back_within_two_seconds() -> None:
    assert QUIET + CALM < 2000


def test_a_place_is_changed_as_little_as_it_takes() -> None:
    room = QtCore.QRect(100, 0, 1000, 600)
    for place, wanted in (
        (QtCore.QRect(200, 50, 400, 300), QtCore.QRect(200, 50, 400, 300)),
        (QtCore.QRect(0, -50, 400, 300), QtCore.QRect(100, 0, 400, 300)),
        (QtCore.QRect(900, 500, 400, 300), QtCore.QRect(700, 300, 400, 300)),
        (QtCore.QRect(0, 0, 4000, 3000), room),
    ):
        assert within(place, room) == wanted


def test_it_is_known_by_its_identity(desk: QtWidgets.QWidget) -> None:
    desk.show()
    home = Home(desk)
    assert home.left is not None
    assert home.left.screen == Identity(connector="DP-1")
    assert QtGui.QGuiApplication.screens()[0] is home.screen
