"""The list of keys: found by typing, read at every size, changed by pressing a key."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.ui.operator.actions import Menu
from runofshow.ui.operator.key_change import KeyChange
from runofshow.ui.operator.key_lines import (
    ORDER,
    REHEARSING,
    KeyLine,
    laid,
    pages_of,
    sections,
    set_down,
    sought,
)
from runofshow.ui.operator.keymap import works_while_typing
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts import words
from runofshow.ui.theme import DARK
from tests.rows import each_row
from tests.ui.operator.window_days import late
from tests.ui.operator.window_hands import press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
OF_LINES = {"Ctrl+Return", "Ctrl+Shift+Return", "Ctrl+Up", "Ctrl+Down"}
"""What a line has a meaning of its own for: to run, to turn."""


def found(typed: str) -> list[KeyLine]:
    listed = sought(sections(words("fr"), DARK), typed)
    return [line for section in listed for line in section.lines]


@each_row(
    "typed, name",
    [
        ("figer", "hold"), ("clock hold", "hold"), ("Ctrl+H", "hold"), ("+", "plus_one"),
        ("ecrans ident", "identify"), ("F1", "keys"),
    ],
)  # fmt: skip
def test_an_action_is_found_by_its_words_in_both_languages_and_by_its_keys(
    typed: str, name: str
) -> None:
    names = [line.name for line in found(typed)]
    assert name in names
    assert len(names) < 5
    assert found(f"{typed} zzz") == []


def test_every_menu_is_listed() -> None:
    parts = {*Menu, *Scope, None} - {Scope.EVERYWHERE}
    assert set(ORDER) == set(REHEARSING) == parts
    assert len(ORDER) == len(REHEARSING) == len(parts)


def test_every_line_stands_somewhere_once_and_no_menu_without_its_name() -> None:
    everything = sections(words("fr"), DARK)
    lines = [line for section in everything for line in section.lines]
    for columns, tall in (3, 27.0), (4, 26.5), (2, 12.0), (1, 5.0):
        places = laid(everything, columns, tall)
        assert [place.line for place in places if place.line is not None] == lines
        assert all(place.top + 1 <= tall for place in places)
        stand = [(place.page, place.column, place.top) for place in places]
        assert stand == sorted(set(stand))
        heads = {(place.page, place.column, place.title) for place in places if not place.line}
        assert {(place.page, place.column, place.title) for place in places} == heads


def test_pages_are_equally_full_and_none_more_than_need_be() -> None:
    everything = sections(words("fr"), DARK)
    places = laid(everything, 3, 27.0)
    full = Counter(place.page for place in places if place.line is not None)
    assert len(full) == pages_of(set_down(everything, 3, 27.0, 1 / 3))
    assert min(full.values()) > 0.6 * max(full.values())


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    with shown(qtbot, late(), (1366, 768)) as made:
        made.keys_chosen.connect(made.use_keys)
        yield made


def change(window: OperatorWindow, typed: str) -> KeyChange:
    """Open the list by its key, find an action, and let its keys be changed."""
    press(window, Key.Key_F1)
    look_for(window, typed)
    return changing(window)


def look_for(window: OperatorWindow, typed: str) -> None:
    window.keys.sheet.line.clear()
    QtTest.QTest.keyClicks(window.focusWidget(), typed)
    press(window, Key.Key_Return)


def changing(window: OperatorWindow) -> KeyChange:
    found = window.keys.sheet.plate.change
    assert found is not None
    return found


def test_a_key_is_given_by_pressing_it_and_works_at_once(window: OperatorWindow) -> None:
    asked: list[Command] = []
    window.asked.connect(asked.append)
    assert change(window, "clore").instead == "Ctrl+E"
    press(window, Key.Key_F12, Held.ShiftModifier)
    assert window.keymap.keys("end") == ("Shift+F12",)
    assert "Maj+F12" in changing(window).says(window.words)
    press(window, Key.Key_Escape)
    press(window, Key.Key_Escape)
    assert not window.keys.open
    assert "Maj+F12" in window.menu.actions_by_name["end"].text()
    press(window, Key.Key_E, Held.ControlModifier)
    assert asked == []
    press(window, Key.Key_F12, Held.ShiftModifier)
    assert asked == [commands.End()]


def test_a_key_of_another_action_is_told_and_exchanged_when_pressed_again(
    window: OperatorWindow,
) -> None:
    change(window, "clore")
    press(window, Key.Key_F4)
    assert window.keymap.chosen == {}
    assert "Intercaler" in changing(window).says(window.words)
    assert not window.keys.sheet.plate.exchange.isHidden()
    held = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, Key.Key_F4, Held.NoModifier, "", True)
    QtWidgets.QApplication.sendEvent(window.keys.sheet.plate, held)
    assert window.keymap.chosen == {}, "held down it is pressed once"
    press(window, Key.Key_F4)
    assert window.keymap.keys("end") == ("F4",)
    assert window.keymap.keys("insert_next") == ("Ctrl+E",)


def test_what_clickers_send_is_refused_and_go_goes_through(window: OperatorWindow) -> None:
    asked: list[Command] = []
    window.asked.connect(asked.append)
    change(window, "clore")
    for key in (Key.Key_PageDown, Key.Key_F5, Key.Key_B, Key.Key_Period, Key.Key_Tab, Key.Key_Up):
        press(window, key)
        assert changing(window).refused
    press(window, Key.Key_Return)
    assert "télécommandes" in changing(window).says(window.words)
    assert asked == []
    press(window, Key.Key_Space)
    press(window, Key.Key_Enter, Held.KeypadModifier)
    assert asked == [commands.Go(), commands.Go()]
    assert window.keymap.chosen == {}


def test_which_key_is_changed_one_more_one_less_and_the_first_ones_again(
    window: OperatorWindow,
) -> None:
    assert change(window, "figer").keys == ("Ctrl+H", "Pause")
    press(window, Key.Key_Right)
    press(window, Key.Key_Delete)
    assert window.keymap.keys("hold") == ("Ctrl+H",)
    assert changing(window).instead is None
    press(window, Key.Key_F9, Held.ControlModifier | Held.ShiftModifier)
    assert window.keymap.keys("hold") == ("Ctrl+H", "Ctrl+Shift+F9")
    press(window, Key.Key_Backspace)
    assert window.keymap.chosen == {}


def test_go_keeps_a_key_that_works_while_typing(window: OperatorWindow) -> None:
    assert change(window, "Lancer").name == "go"
    press(window, Key.Key_Right)
    press(window, Key.Key_Delete)
    press(window, Key.Key_Delete)
    assert window.keymap.keys("go") == ("Space", "Enter")
    assert changing(window).refused


def test_digits_change_as_a_family_and_the_rundowns_keys_as_any(window: OperatorWindow) -> None:
    change(window, "appliquer")
    assert "chiffre" in changing(window).says(window.words)
    press(window, Key.Key_F3, Held.ControlModifier)
    assert changing(window).told == "digits"
    press(window, Key.Key_4, Held.ControlModifier | Held.ShiftModifier)
    entries = window.menu.actions_by_name
    assert entries["plan_2"].shortcuts()[0].toString() == "Ctrl+Shift+2"
    assert "Ctrl+Maj+2" in entries["plan_2"].text()
    press(window, Key.Key_Escape)
    look_for(window, "dupliquer")
    press(window, Key.Key_E, Held.ControlModifier)
    assert "Clore" in changing(window).says(window.words)
    press(window, Key.Key_E, Held.ControlModifier)
    press(window, Key.Key_Escape)
    window.keys.toggle()
    window.rundown.rows.select("synthese")
    asked: list[Command] = []
    window.asked.connect(asked.append)
    window.rundown.rows.setFocus()
    press(window, Key.Key_E, Held.ControlModifier)
    assert isinstance(asked[0], commands.Insert)


def test_where_nothing_is_found_there_is_no_other_page(window: OperatorWindow) -> None:
    window.keys.toggle()
    QtTest.QTest.keyClicks(window.focusWidget(), "zzz")
    press(window, Key.Key_PageUp)
    press(window, Key.Key_Return)
    assert (window.keys.sheet.places, window.keys.sheet.page) == ([], 0)


def test_what_walks_all_lists_stays(window: OperatorWindow) -> None:
    window.keys.toggle()
    look_for(window, "faire")
    assert window.keys.sheet.plate.isHidden()
    assert window.keymap.chosen == {}


def test_every_key_that_is_no_lines_own_works_while_typing(window: OperatorWindow) -> None:
    done: list[str] = []
    window.menu.triggered.disconnect(window.act)
    window.menu.triggered.connect(lambda action: done.append(action.name))
    window.messages.write_message()
    tried = 0
    for name, entry in window.menu.actions_by_name.items():
        entry.setVisible(True)
        entry.setEnabled(True)
        for sequence in entry.shortcuts():
            if works_while_typing(sequence.toString()) and sequence.toString() not in OF_LINES:
                done.clear()
                QtTest.QTest.keySequence(window.messages.line, sequence)
                assert done == [name], sequence.toString()
                tried += 1
    assert tried > 80
    assert window.messages.line.text() == ""
