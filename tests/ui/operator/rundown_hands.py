"""Hands at the rundown: it stands alone on screen, is typed into, and is tied to a show."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Command
from runofshow.core.errors import Refused
from runofshow.core.show import Show
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_editor import FieldEditor
from runofshow.ui.theme import theme_for
from tests.ui.operator.rundown_days import at

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
Mouse = QtCore.Qt.MouseButton


@pytest.fixture
def rundown(qtbot: QtBot) -> Iterator[Rundown]:
    """A rundown in a window of 1080 lines, on screen, with the keys."""
    yield from opened(qtbot, QtCore.QSize(1158, 796), 1080)


@pytest.fixture
def small(qtbot: QtBot) -> Iterator[Rundown]:
    """A rundown in a window of 768 lines."""
    yield from opened(qtbot, QtCore.QSize(849, 591), 768)


def opened(qtbot: QtBot, size: QtCore.QSize, height: int) -> Iterator[Rundown]:
    host = QtWidgets.QWidget()
    qtbot.addWidget(host)
    host.resize(size)
    made = Rundown(theme_for(height, dark=True), parent=host)
    made.resize(size)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    made.rows.setFocus()
    yield made


def pressed(rundown: Rundown, key: QtCore.Qt.Key, held: Held = Held.NoModifier) -> None:
    QtTest.QTest.keyClick(rundown.rows, key, held)


def editor_of(rundown: Rundown) -> FieldEditor:
    assert rundown.editor.line is not None
    return rundown.editor.line


def typed(rundown: Rundown, text: str) -> None:
    for letter in text:
        key = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, 0, Held.NoModifier, letter)
        QtWidgets.QApplication.sendEvent(editor_of(rundown), key)


def editor_pressed(rundown: Rundown, key: QtCore.Qt.Key, held: Held = Held.NoModifier) -> None:
    QtTest.QTest.keyClick(editor_of(rundown), key, held)


class Played:
    """A rundown tied to a real show: what it asks is applied, the board comes back."""

    def __init__(self, rundown: Rundown, show: Show, now: str) -> None:
        self.rundown, self.show, self.now = rundown, show, now
        self.asked: list[Command] = []
        rundown.asked.connect(self.take)
        rundown.present(self.board())

    def board(self) -> Board:
        return board(self.show, at(self.now))

    def take(self, command: Command) -> None:
        self.asked.append(command)
        try:
            self.show = apply(self.show, command, at(self.now))
        except Refused as refusal:
            self.rundown.refuse(refusal.text("fr"))
            return
        self.rundown.present(self.board())

    def order(self) -> list[str]:
        return [row.id for row in self.board().slots]
