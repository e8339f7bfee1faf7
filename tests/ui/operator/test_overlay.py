"""Sheets over the rundown: one at a time, and the keyboard always has a place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.gestures import gestures
from runofshow.ui.operator.window import OperatorWindow
from tests.ui.operator.window_days import late_moment

Key = QtCore.Qt.Key
PLAIN = QtCore.Qt.KeyboardModifier.NoModifier
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    made = OperatorWindow("fr")
    qtbot.addWidget(made)
    made.present(late_moment().board)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.rest()
    yield made
    made.overlays.leave()
    made.printing.finish()


def test_every_gesture_does_something(window: OperatorWindow) -> None:
    assert set(gestures(window)) == set(Gesture)


def test_one_over_another_covers_it_and_gives_the_keyboard_back(window: OperatorWindow) -> None:
    def pressed(key: Key, held: QtCore.Qt.KeyboardModifier = PLAIN) -> None:
        QtTest.QTest.keyClick(window.focusWidget(), key, held)

    def over() -> str:
        return type(window.overlays.open).__name__

    asked: list[commands.Command] = []
    window.asked.connect(asked.append)
    window.read(Path("jour.txt"), b"9h Accueil\n9h30 Film\n")
    assert over() == "Importing"
    pressed(Key.Key_F1)
    assert over() == "Keys"
    assert window.focusWidget() is window.keys.sheet.line
    assert window.importing.covered
    pressed(Key.Key_Space)
    assert asked == [commands.Go()]  # no sheet ever takes GO's key
    pressed(Key.Key_Escape)
    assert over() == "Importing"  # as it was
    assert window.focusWidget() is window.importing.sheet
    pressed(Key.Key_P, CTRL)
    window.keys.toggle()
    window.printing.toggle()  # covered: it comes up again
    assert over() == "Printing"
    window.printing.toggle()
    assert over() == "Keys"
    pressed(Key.Key_Escape)
    pressed(Key.Key_Escape)
    assert window.overlays.open is None
    assert window.card.isAncestorOf(window.focusWidget())


def test_opening_a_page_leaves_what_lies_over_it(window: OperatorWindow) -> None:
    window.keys.lay()
    window.pages.open("report")
    assert window.overlays.open is None


def test_tab_never_leads_beneath_a_sheet(window: OperatorWindow) -> None:
    window.rundown.rows.select("synthese")
    asked: list[commands.Command] = []
    window.asked.connect(asked.append)
    for overlay in window.keys, window.finding, window.preferring, window.phrasing, window.printing:
        overlay.toggle()
        assert window.card.tabs.value.active  # type: ignore[union-attr]
        for key in Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab, Key.Key_Delete:
            QtTest.QTest.keyClick(window.focusWidget(), key)
            assert overlay.holds(window.focusWidget()), (overlay, key)
        overlay.leave()
    assert asked == []
    window.messages.write_message()
    assert not window.card.tabs.value.active, "the line has the keyboard, and says so"  # type: ignore[union-attr]
