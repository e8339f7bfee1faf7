"""Closing the day in the régie's window: asked once more while items are to come."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.ui.operator.closing import CLOSING
from runofshow.ui.operator.window import OperatorWindow
from tests.ui.operator.window_days import late, over
from tests.ui.operator.window_hands import press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    with shown(qtbot, late(), (1366, 768)) as made:
        yield made


def close(window: OperatorWindow) -> None:
    press(window, Key.Key_F, Held.ControlModifier | Held.ShiftModifier)


def test_a_slip_does_not_close_a_day_with_items_to_come(window: OperatorWindow) -> None:
    asked: list[Command] = []
    window.asked.connect(asked.append)
    close(window)
    assert asked == []
    assert window.banners.holds(CLOSING)
    assert window.banners.text == "Clôturer la journée\u202f?"
    assert window.banners.rest == "14 séquences à venir"
    assert window.banners._links[0].text() == "Ctrl+Maj+F encore\u00a0: clôturer"
    close(window)
    assert asked == [commands.Finish()]
    assert not window.banners.holds(CLOSING)
    window.present(over())
    close(window)
    assert asked == [commands.Finish(), commands.Finish()]
