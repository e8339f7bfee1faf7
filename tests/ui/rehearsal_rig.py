"""A window and a stage on a show that runs, to be turned to a rehearsal, and our own time."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow import clock as clocks
from runofshow.core.board import Board
from runofshow.desk import Desk
from runofshow.ui import theme
from runofshow.ui.hall import Hall
from runofshow.ui.operator.rehearsal_bar import RehearsalBar
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.rehearsing import Rehearsing
from runofshow.ui.signals import Beat
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.theme import DARK
from tests.hand import HandClock, Stage, seed

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
CTRL_SHIFT = Held.ControlModifier | Held.ShiftModifier


class Rig(NamedTuple):
    """A window and a stage on a show of which the panel is on air, and our own time."""

    day: Stage
    clock: HandClock
    ours: list[float]
    window: OperatorWindow
    stage: StageWindow
    desk: Desk
    beat: Beat
    rehearsing: Rehearsing

    def press(self, key: Key, held: Held = Held.NoModifier) -> None:
        """A key pressed in the window."""
        has: QtWidgets.QWidget | None = self.window.focusWidget()
        QtTest.QTest.keyClick(has or self.window, key, held)

    def rehearse(self) -> None:
        self.press(Key.Key_R, CTRL_SHIFT)

    def turn(self, seconds: float) -> None:
        """Some of our time passes, for the show, a rehearsal and a demonstration."""
        self.ours[0] += seconds
        self.clock.turn(seconds=seconds)
        demo = self.rehearsing.demonstrating.demo
        for beat in (self.beat, self.rehearsing._beat, None if demo is None else demo._beat):
            if beat is not None:
                beat._timer.timeout.emit()

    @property
    def bar(self) -> RehearsalBar:
        assert self.rehearsing._bar is not None
        return self.rehearsing._bar

    @property
    def board(self) -> Board:
        assert self.window.board is not None
        return self.window.board

    def hour(self) -> str:
        return f"{self.board.now.astimezone(self.board.zone):%H:%M:%S}"

    def places(self) -> list[QtCore.QRect]:
        parts = (self.window.live.go, self.window.strip, self.window.timeline, self.window.messages)
        own = [QtCore.QRect(p.mapTo(self.window, QtCore.QPoint()), p.size()) for p in parts]
        top = self.window.rundown.mapTo(self.window, QtCore.QPoint())
        return [*own, QtCore.QRect(top, QtCore.QSize(self.window.rundown.width(), 0))]


def rig_of(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, data: Path, *gos: str, at: str) -> Rig:
    ours = [0.0]
    monkeypatch.setattr(clocks, "elapsed", lambda: ours[0])
    day = Stage(seed())
    for go in gos:
        day.do(go, "go")
    clock = HandClock(day.at(at))
    window = OperatorWindow("fr")
    stage = StageWindow(window.words.stage)
    for widget in (window, stage):
        qtbot.addWidget(widget)
    window.resize(1920, 1080)
    desk = Desk(day.show, clock)
    beat = Beat(desk)
    rehearsing = Rehearsing(window, Hall(stage), beat, desk, data)
    rehearsing.stage_named("DP-2")
    beat.start()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.rest()
    return Rig(day, clock, ours, window, stage, desk, beat, rehearsing)


def typed(line: QtWidgets.QLineEdit, text: str) -> None:
    """Type `text`; QTest knows no accents."""
    line.insert(text)
    line.textEdited.emit(text)


def ended(rig: Rig) -> None:
    rig.rehearsing.stop()
    rig.beat.stop()
    rig.window.leave()
    app = QtWidgets.QApplication.instance()
    assert isinstance(app, QtWidgets.QApplication)
    theme.dress(app, DARK)


@pytest.fixture
def rig(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Rig]:
    made = rig_of(qtbot, monkeypatch, tmp_path, "9:00", "9:15", "9:20", at="10:12:20")
    yield made
    ended(made)


@pytest.fixture
def early(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Rig]:
    """Half an hour before the day."""
    made = rig_of(qtbot, monkeypatch, tmp_path, at="8:30")
    yield made
    ended(made)
