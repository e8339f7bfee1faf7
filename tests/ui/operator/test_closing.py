"""Closing the day in the régie's window: asked once more while items are to come."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.ui.operator.closing import CLOSING
from runofshow.ui.operator.window import OperatorWindow
from tests.ui.operator.window_days import late, over

Held = QtCore.Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    made = OperatorWindow("fr")
    qtbot.addWidget(made)
    made.present(late())
    made.show()
    made.activateWindow()
    made.rest()
    yield made
    made.leave()


def press(window: OperatorWindow) -> None:
    widget: QtWidgets.QWidget | None = window.focusWidget()
    keys = Held.ControlModifier | Held.ShiftModifier
    QtTest.QTest.keyClick(window if widget is None else widget, QtCore.Qt.Key.Key_F, keys)


def test_a_slip_does_not_close_a_day_with_items_to_come(window: OperatorWindow) -> None:
    asked: list[Command] = []
    window.asked.connect(asked.append)
    press(window)
    assert asked == []
    assert window.banners.holds(CLOSING)
    assert window.banners.text == "Clôturer la journée\u202f?"
    assert window.banners.rest == "14 séquences à venir"
    assert window.banners._links[0].text() == "Ctrl+Maj+F encore\u00a0: clôturer"
    press(window)
    assert asked == [commands.Finish()]
    assert not window.banners.holds(CLOSING)
    window.present(over())
    press(window)
    assert asked == [commands.Finish(), commands.Finish()]
