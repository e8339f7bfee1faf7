"""The palette in the régie's window, by keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6 import QtCore, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.desk import Desk
from runofshow.ui.conducting import Conducting
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.palette_entries import Entry
from runofshow.ui.operator.window import OperatorWindow
from tests.hand import HandClock
from tests.ui.operator.window_days import late_moment
from tests.ui.operator.window_hands import press

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
Asks = tuple[OperatorWindow, list[Command]]


@pytest.fixture
def asks(qtbot: QtBot) -> Iterator[Asks]:
    """The window of the late day, and what it asks; a desk foresees, and takes nothing."""
    window, moment = OperatorWindow("fr"), late_moment()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    conducting = Conducting(window, Desk(moment.show, HandClock(moment.now)), window)
    window.asked.disconnect(conducting.do)
    asked: list[Command] = []
    window.asked.connect(asked.append)
    window.present(moment.board)
    window.show()
    window.activateWindow()
    window.rest()
    yield window, asked
    window.leave()


def is_open(window: OperatorWindow) -> bool:
    return window.finding.open


def find(window: OperatorWindow, text: str) -> Entry:
    """Open the palette by its key, type, and say what is chosen."""
    press(window, Key.Key_K, Held.ControlModifier)
    QtTest.QTest.keyClicks(window.focusWidget(), text)
    entry = window.finding.sheet.entry
    assert entry is not None
    return entry


def test_actions_are_found_and_run_by_a_key_that_clickers_do_not_send(asks: Asks) -> None:
    window, asked = asks
    entry = find(window, "clore")
    assert (entry.text, entry.caps) == ("Clore", ("Ctrl+E",))
    press(window, Key.Key_Return)
    assert asked == []
    assert is_open(window)
    press(window, Key.Key_Return, Held.ControlModifier)
    assert asked == [commands.End()]
    assert not is_open(window)
    press(window, Key.Key_K, Held.ControlModifier)
    assert window.finding.sheet.entry is not None
    assert window.finding.sheet.entry.name == "end", "what was used last comes first"
    press(window, Key.Key_Escape)
    assert not is_open(window)
    assert window.focusWidget() is window.rundown.rows


def test_what_opens_something_needs_enter_alone(asks: Asks) -> None:
    window, asked = asks
    find(window, "finir a")
    press(window, Key.Key_Return)
    assert window.asking.open
    press(window, Key.Key_Escape)
    find(window, "touches liste")
    press(window, Key.Key_Return)
    assert window.keys.open
    assert asked == []


def test_go_is_given_while_it_is_open_and_its_line_keeps_space(asks: Asks) -> None:
    window, asked = asks
    find(window, "table")
    press(window, Key.Key_Space)
    QtTest.QTest.keyClicks(window.focusWidget(), "ronde")
    assert window.finding.sheet.line.text() == "table ronde"
    assert asked == []
    press(window, Key.Key_Space, Held.ControlModifier)
    press(window, Key.Key_Enter, Held.KeypadModifier)
    assert asked == [commands.Go(), commands.Go()]
    assert is_open(window)


def test_items_are_shown_run_and_announced(asks: Asks) -> None:
    window, asked = asks
    entry = find(window, "3.2")
    assert entry.name == "slot synthese"
    press(window, Key.Key_Return)
    assert window.rundown.chosen_to_come() == "synthese"
    assert asked == []
    find(window, "synthese")
    press(window, Key.Key_Return, Held.ControlModifier)
    assert asked == [commands.Go(slot="synthese")]
    window.rundown.rows.select(None)
    find(window, "dejeuner")
    press(window, Key.Key_Return, Held.ShiftModifier)
    assert window.asking.open
    window.asking.line.line.setText("12h30")
    window.asking.line.line.textEdited.emit("12h30")
    press(window, Key.Key_Return)
    assert isinstance(asked[-1], commands.Expect)
    assert asked[-1].slot == "dejeuner"


def test_people_are_found_where_they_speak_next(asks: Asks) -> None:
    window, asked = asks
    entry = find(window, "giraud")
    assert (entry.kind, entry.text) == ("speaker", "Brigitte GIRAUD")
    assert entry.about.startswith("2.2 ")
    assert entry.caps == ("4",)
    press(window, Key.Key_Return, Held.ControlModifier)
    assert asked == [commands.Floor(speaker=4)]


def told(entry: Entry) -> str:
    assert not entry.possible
    assert entry.run is None
    return entry.why()


def test_what_is_not_possible_says_why(asks: Asks) -> None:
    window, _ = asks
    assert told(find(window, "plus vite")) == "hors répétition"
    press(window, Key.Key_Return, Held.ControlModifier)
    assert is_open(window)
    press(window, Key.Key_Escape)
    assert told(find(window, "effacer le message")) == "rien n'est affiché"
    press(window, Key.Key_Escape)
    window.lock(True)
    assert "F10" in told(find(window, "reediter"))
    window.lock(False)
    entry = window.finding.sheet.entry
    assert entry is not None
    assert entry.possible


def in_rundown(window: OperatorWindow) -> Callable[[str], None]:
    return window.rundown.rows.select


def test_the_selected_rows_own_actions_are_found(asks: Asks) -> None:
    window, asked = asks
    in_rundown(window)("synthese")
    entry = find(window, "sauter")
    assert "3.2" in entry.about
    press(window, Key.Key_Return, Held.ControlModifier)
    assert asked == [commands.Skip(slot="synthese")]


def test_changed_keys_and_the_other_language_are_shown_at_once(asks: Asks) -> None:
    window, _ = asks
    find(window, "end item")
    window.use_keys(Keymap({"end": ("Shift+F12",)}))
    entry = window.finding.sheet.entry
    assert entry is not None
    assert (entry.text, entry.caps) == ("Clore", ("Maj+F12",))
    window.speak("en")
    entry = window.finding.sheet.entry
    assert entry is not None
    assert (entry.text, entry.caps) == ("End item", ("Shift+F12",))
