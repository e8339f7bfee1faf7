"""Screens that are plugged and unplugged, a régie's window, and outputs placed about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.home import Home
from runofshow.ui.placing import TRIES, StagePlacer
from runofshow.ui.screens import Identity
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import FR
from tests.ui import offscreen
from tests.ui.offscreen import Screen

DESK = Screen("DP-1", 0)
HALL = Screen("HDMI-1", 1280, 1920, 1080)
FOYER = Screen("HDMI-2", 3200, 1024, 768)
HALL_IS = Identity(connector="HDMI-1")
FOYER_IS = Identity(connector="HDMI-2")


@pytest.fixture
def screens(qapp: QtWidgets.QApplication) -> Iterator[None]:
    """A test begins, and leaves, with the régie's screen alone."""
    yield from with_desk_alone()


def with_desk_alone() -> Iterator[None]:
    """The régie's screen alone, and again once what is yielded to is done."""
    if not offscreen.available():
        pytest.skip("screens can be plugged on Linux's offscreen platform only")
    plug(DESK)
    yield
    plug(DESK)


def plug(*wanted: Screen) -> None:
    offscreen.plug(wanted)
    QtWidgets.QApplication.processEvents()


def settle(*placers: StagePlacer) -> None:
    """Let the screens have been quiet: as often as these may want to look again."""
    for _ in range(TRIES + 2):
        QtWidgets.QApplication.processEvents()
        for placer in placers:
            if placer._quiet.isActive():
                placer._quiet.stop()
                placer._quiet.timeout.emit()
    QtWidgets.QApplication.processEvents()


def at_home(home: Home) -> None:
    """Let the screens have been quiet, then calm, for the régie's own window."""
    QtWidgets.QApplication.processEvents()
    while any(timer.isActive() for timer in (home._quiet, home._calm)):
        timer = home._quiet if home._quiet.isActive() else home._calm
        timer.stop()
        timer.timeout.emit()
        QtWidgets.QApplication.processEvents()


def full_on(window: QtWidgets.QWidget) -> list[str]:
    """The names of the screens it covers; none when it is hidden or an ordinary window."""
    if not (window.isVisible() and window.isFullScreen()):
        return []
    place = window.geometry()
    return [s.name() for s in QtGui.QGuiApplication.screens() if s.geometry() == place]


def move_to(window: QtWidgets.QWidget, screen: Screen) -> None:
    """Move a window to a screen that is there, as a hand would."""
    window.move(screen.x + 40, screen.y + 40)
    handle = window.windowHandle()
    handle.setScreen(next(s for s in QtGui.QGuiApplication.screens() if s.name() == screen.name))
    window.show()
    QtWidgets.QApplication.processEvents()


@dataclass
class Stage:
    """A régie's window, a stage window and what keeps the second off the first."""

    desk: QtWidgets.QWidget
    window: StageWindow
    placer: StagePlacer

    def settle(self) -> None:
        settle(self.placer)

    @property
    def full_on(self) -> list[str]:
        return full_on(self.window)

    def move_desk_to(self, screen: Screen) -> None:
        move_to(self.desk, screen)


@pytest.fixture
def made(qtbot: QtBot) -> Callable[..., Stage]:
    """Makes a régie's window on the first screen and a placer, not yet opened."""

    def make(wanted: Identity | None = None) -> Stage:
        desk = QtWidgets.QWidget()
        desk.setGeometry(40, 40, 800, 500)
        desk.show()
        window = StageWindow(FR)
        qtbot.addWidget(desk)
        qtbot.addWidget(window)
        QtWidgets.QApplication.processEvents()
        return Stage(desk, window, StagePlacer(window, desk, wanted))

    return make
