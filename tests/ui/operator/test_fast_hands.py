"""Fast hands: keys pressed at random, whatever page, sheet, menu or line they open or fall into.

After each: nothing has raised, the keyboard is somewhere, GO's keys have given GO once and its
guard holds, Escape and what else clickers send has changed nothing, no key of the table is lost.
What is found is found again by its seed. `FAST_HANDS=20000` presses more than the few hundred of a
daily run.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from random import Random
from typing import Final

import pytest
from PySide6 import QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.desk import GUARD, Desk
from runofshow.ui.conducting import Conducting
from runofshow.ui.operator.key_plate import KeyPlate
from runofshow.ui.operator.keymap import works_while_typing
from runofshow.ui.operator.local_keys import LOCALS
from runofshow.ui.operator.pages import NAMES as PAGES
from runofshow.ui.operator.window import OperatorWindow
from tests.hand import HandClock
from tests.ui.operator.window_days import late_moment

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
PRESSES: Final = int(os.environ.get("FAST_HANDS", "400"))
AGAIN: Final = 20
"""After how many presses everything is closed and another page opened."""
ELSEWHERE: Final = {
    "open", "revise", "save_as", "export", "full_screen", "quit", "paste", "stage_screen",
}  # fmt: skip
"""What opens a dialog of the system's, or leaves the window."""
HARMLESS: Final = ("PgUp", "PgDown", "F5", "Shift+F5", "Esc", ".", "Left", "Right", "B", "W")
"""What clickers send and nothing confirms by."""
CHOOSING: Final = ("Up", "Down", "Return", "Tab", "Backtab")
EDITING: Final = (
    *"aeio rc159&'", "Backspace", "Del", "Home", "End", "Ctrl+Return", "Ctrl+A", "Ctrl+C",
)  # fmt: skip
ALWAYS_GO: Final = ("Ctrl+Space", "Enter")
MENUS: Final = tuple(f"Alt+{letter}" for letter in "FCDRSPEA")
OF_LINES: Final = ("Return", "Up", "Down")
"""With Ctrl too, lines of text and lists have a meaning of their own for these."""


class Hands:
    """Presses keys into the window of the late day, at a desk with a clock of its own."""

    def __init__(self, window: OperatorWindow, seed: int) -> None:
        moment = late_moment()
        self.window, self.any = window, Random(seed)
        self.clock = HandClock(moment.now)
        self.desk = Desk(moment.show, self.clock)
        self.asked: list[Command] = []
        self.done: list[str] = []
        Conducting(window, self.desk, window)
        window.asked.connect(self.asked.append)
        window.menu.triggered.connect(lambda action: self.done.append(action.name))
        self.desk.subscribe(lambda: window.present(self.desk.board()))
        window.present(self.desk.board())
        if (offer := moment.offer()) is not None:
            window.offer(offer)
        table = window.menu.actions_by_name
        self.keys = {key: name for name in table for key in window.keymap.keys(name)
                     if name not in ELSEWHERE}  # fmt: skip
        local = tuple(key for each in LOCALS for key in window.keymap.keys(each.name))
        self.pools = (tuple(self.keys), local, HARMLESS, CHOOSING, EDITING, ALWAYS_GO, MENUS)

    @property
    def under(self) -> QtWidgets.QWidget:
        """Where the next key goes."""
        popup: QtWidgets.QWidget | None = QtWidgets.QApplication.activePopupWidget()
        has: QtWidgets.QWidget | None = self.window.focusWidget()
        return popup or has or self.window

    def press(self, key: str) -> None:
        """Press `key`, as the tables write it, where the keyboard is."""
        QtTest.QTest.keySequence(self.under, QtGui.QKeySequence(key))
        QtWidgets.QApplication.processEvents()
        for dialog in self.window.findChildren(QtWidgets.QDialog):
            dialog.close()  # a menu may open the system's, which is no window of ours
            self.window.activateWindow()
            QtWidgets.QApplication.processEvents()

    def reset(self) -> None:
        """Close everything, open another page."""
        while isinstance(popup := QtWidgets.QApplication.activePopupWidget(), QtWidgets.QMenu):
            popup.hide()
        self.window.asking.leave()
        self.window.rundown.leave()
        self.window.overlays.leave()
        self.window.pages.open(self.any.choice(PAGES))
        self.window.rest()
        self.window.activateWindow()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    made = OperatorWindow("fr")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.printing.finish()
    made.leave()


def test_fast_hands_find_no_hole(window: OperatorWindow) -> None:
    seed = int(os.environ.get("FAST_HANDS_SEED", "7"))
    hands = Hands(window, seed)
    pressed: list[str] = []
    went: list[datetime] = []
    for number in range(PRESSES):
        if number % AGAIN == 0:
            hands.reset()
        key = hands.any.choice(hands.any.choice(hands.pools))
        hands.clock.turn(milliseconds=hands.any.choice((40, 250, 900)))
        under, before = hands.under, hands.desk.show.rev
        pressed.append(f"{key} in {type(under).__name__}")
        told = f"seed {seed}: {pressed[-AGAIN:]}"
        hands.asked.clear()
        hands.done.clear()
        awaits = _awaited(hands, key, under)
        hands.press(key)
        gone = [each for each in hands.asked if isinstance(each, commands.Go)]
        assert QtWidgets.QApplication.focusWidget() is not None or _popped(), told
        assert key not in ALWAYS_GO or len(gone) == 1, told
        assert key not in HARMLESS or hands.desk.show.rev == before, told
        assert awaits is None or awaits in hands.done, told
        if gone and hands.desk.show.rev > before:
            went.append(hands.clock.at)
    assert all(later - before >= GUARD for before, later in pairwise(went))


def _popped() -> bool:
    return QtWidgets.QApplication.activePopupWidget() is not None


def _awaited(hands: Hands, key: str, under: QtWidgets.QWidget) -> str | None:
    """The action that `key` must do, or None where it may mean something else."""
    name = hands.keys.get(key)
    if name is None or not works_while_typing(key) or key.rpartition("+")[2] in OF_LINES:
        return None
    if isinstance(under, KeyPlate | QtWidgets.QMenu | QtWidgets.QMenuBar):
        return None
    return name if hands.window.menu.actions_by_name[name].isEnabled() else None
