"""The show lock in the régie's window: what it refuses, how it says so, that it is remembered."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.core.sentences import Sentence
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.console import REFUSED
from runofshow.ui.operator.frame import Frame
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.rehearsal_bar import RehearsalBar
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.window import EN, FR
from tests.ui.operator.window_days import late
from tests.ui.operator.window_hands import press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    with shown(qtbot, late(), (1366, 768)) as made:
        made.lock_asked.connect(made.lock)
        made.keys_chosen.connect(made.use_keys)
        yield made


def locked(window: OperatorWindow) -> bool:
    return window.locked


def test_a_locked_rundown_is_not_changed_and_the_day_runs_on(window: OperatorWindow) -> None:
    asked: list[Command] = []
    window.asked.connect(asked.append)
    press(window, Key.Key_F10)
    assert locked(window)
    assert window.menu.actions_by_name["lock"].isChecked()
    edit = commands.Edit(slot="synthese", set={"title": "x"})
    plan: list[Command] = [edit, commands.Undo(), commands.Redo(), commands.Skip(slot="synthese")]
    for command in plan:
        window.ask(command)
        assert window.banners.holds(REFUSED)
        assert "F10" in window.banners.text
    assert asked == []
    window.rundown.rows.select("synthese")
    window.banners.drop(REFUSED)
    press(window, Key.Key_F2)
    assert not window.rundown.editing
    assert "F10" in window.banners.text
    live: list[Command] = [commands.Go(), commands.Recall(), commands.Say(text="MERCI")]
    for each in live:
        window.ask(each)
    assert asked == live
    press(window, Key.Key_F10)
    assert not locked(window)
    window.ask(edit)
    assert asked == [*live, edit]


def test_the_refusal_names_the_key_that_lifts_it_whatever_it_is(window: OperatorWindow) -> None:
    window.lock(True)
    changed = Keymap().give("lock", "Shift+F12", instead="F10")
    assert isinstance(changed, Keymap)
    window.use_keys(changed)
    why = window.locks((commands.Go(), commands.Undo()))
    assert why == Sentence.of("show_locked", key="Maj+F12")
    press(window, Key.Key_F10)
    assert locked(window)
    press(window, Key.Key_F12, Held.ShiftModifier)
    assert not locked(window)
    assert window.locks((commands.Undo(),)) is None


def test_all_keys_are_restored_by_one_key_and_that_can_be_taken_back(
    window: OperatorWindow,
) -> None:
    mine = Keymap({"end": ("F5", "Shift+F12")})
    assert mine.keys("end") == ("Shift+F12",), "clickers send F5"
    window.use_keys(mine)
    press(window, Key.Key_F1, Held.ControlModifier | Held.ShiftModifier)
    assert window.keymap.chosen == {}
    press(window, Key.Key_F8)
    assert window.keymap.chosen == mine.chosen
    assert "Maj+F12" in window.live.steps.buttons["end"].toolTip()


def test_every_menu_opens_by_a_letter_of_its_own() -> None:
    from runofshow.ui.operator.actions import Menu, menu_letters

    for words in (FR, EN):
        letters = menu_letters(words)
        assert len(set(letters)) == len(Menu) == len(letters)


def test_a_rehearsal_is_not_locked_and_the_show_is_again_after_it(window: OperatorWindow) -> None:
    asked: list[Command] = []
    window.asked.connect(asked.append)
    window.lock(True)
    window.rehearse(
        RehearsalBar(window.theme, window.words, window.floor), Frame(window.theme, window.floor)
    )
    window.ask(commands.Redo())
    assert asked == [commands.Redo()]
    window.rehearse(None)
    window.ask(commands.Redo())
    assert asked == [commands.Redo()]


def test_the_other_answer_of_a_banner_has_its_key_too(window: OperatorWindow) -> None:
    chosen: list[str] = []
    window.banner_chosen.connect(lambda _, name: chosen.append(name))
    press(window, Key.Key_F8, Held.ShiftModifier)
    window.say(Banner("a", "note", "?", (Choice("oui", None, "yes"), Choice("non", None, "no"))))
    press(window, Key.Key_F8, Held.ShiftModifier)
    window.say(Banner("b", "note", "?", (Choice("oui", None, "only"),)))
    press(window, Key.Key_F8, Held.ShiftModifier)
    press(window, Key.Key_F8)
    assert chosen == ["no", "only"]
