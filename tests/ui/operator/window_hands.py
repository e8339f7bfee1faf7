"""Hands at the régie's window: it is shown, keys are pressed where the keyboard is, and it asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.ui.operator.window import OperatorWindow

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


class Asks(Protocol):
    """What has a signal that carries commands."""

    asked: Any


@contextmanager
def shown(
    qtbot: QtBot, board: Board, size: tuple[int, int] = (1920, 1080)
) -> Iterator[OperatorWindow]:
    """The window on `board`, on screen and with the keyboard; left at the end."""
    made = OperatorWindow("fr", size=QtCore.QSize(*size))
    qtbot.addWidget(made)
    made.present(board)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.rest()
    yield made
    made.leave()


def focused(window: QtWidgets.QWidget) -> QtWidgets.QWidget:
    """What keys go to."""
    widget: QtWidgets.QWidget | None = window.focusWidget()
    return window if widget is None else widget


def press(
    window: QtWidgets.QWidget, key: Key, held: Held = Held.NoModifier, times: int = 1
) -> None:
    """Press a key, and again."""
    for _ in range(times):
        QtTest.QTest.keyClick(focused(window), key, held)


def asked_of(part: Asks) -> list[Command]:
    """All that it asks from now on."""
    asked: list[Command] = []
    part.asked.connect(asked.append)
    return asked
