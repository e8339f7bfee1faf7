"""What the régie asks of the window by keys: GO, the hands, undo and taking back."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.core.sentences import Sentence
from runofshow.core.times import MINUTE
from runofshow.ui.operator import key_names, keys
from runofshow.ui.operator.actions import Menu, Rehearse
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.keys import ACTIONS
from runofshow.ui.operator.last_gesture import LAST_GESTURE
from runofshow.ui.operator.local_keys import NAMES
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.window import EN, FR
from tests.rows import each_row
from tests.ui.operator.window_days import LATE, between, finished, late, on_time, play, seed
from tests.ui.operator.window_hands import asked_of, focused, press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    """The window on the seed's day, twelve minutes late, on screen and with the keyboard."""
    with shown(qtbot, late()) as made:
        yield made


# --- GO ------------------------------------------------------------------------------------------


def test_space_gives_go(window: OperatorWindow) -> None:
    asked = asked_of(window)
    press(window, Key.Key_Space)
    assert asked == [commands.Go()]


def test_in_a_line_of_text_space_is_a_space_but_ctrl_space_and_the_keypad_give_go(
    window: OperatorWindow,
) -> None:
    asked = asked_of(window)
    line = window.messages.line
    window.messages.write_message()
    assert window.focusWidget() is line
    QtTest.QTest.keyClicks(line, "plus")
    press(window, Key.Key_Space)
    QtTest.QTest.keyClicks(line, "fort")
    assert line.text() == "plus fort"
    assert asked == []
    press(window, Key.Key_Space, Held.ControlModifier)
    assert asked == [commands.Go()]
    press(window, Key.Key_Enter, Held.KeypadModifier)
    assert asked == [commands.Go(), commands.Go()]
    assert line.text() == "plus fort"


def test_the_go_button_gives_go_and_no_button_takes_the_keyboard(window: OperatorWindow) -> None:
    asked = asked_of(window)
    window.live.go.click()
    assert asked == [commands.Go()]
    for button in window.findChildren(QtWidgets.QAbstractButton):
        assert button.focusPolicy() == QtCore.Qt.FocusPolicy.NoFocus


def test_a_held_space_gives_one_go(window: OperatorWindow) -> None:
    asked = asked_of(window)
    target = focused(window)
    for again in (False, True, True):
        event = QtGui.QKeyEvent(
            QtCore.QEvent.Type.KeyPress, Key.Key_Space, Held.NoModifier, " ", again
        )
        QtWidgets.QApplication.sendEvent(target, event)
    assert not window.menu.actions_by_name["go"].autoRepeat()
    assert len(asked) <= 1


@each_row(
    "key",
    [
        Key.Key_PageUp, Key.Key_PageDown, Key.Key_F5, Key.Key_Escape, Key.Key_Period, Key.Key_Left,
        Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_B, Key.Key_W, Key.Key_Return,
        Key.Key_Tab, Key.Key_Backtab,
    ],
)  # fmt: skip
@each_row("chosen", [None, "synthese"])
def test_a_clickers_keys_ask_for_nothing_and_leave_space_to_go(
    window: OperatorWindow, key: Key, chosen: str | None
) -> None:
    window.rundown.rows.select(chosen)
    asked = asked_of(window)
    press(window, key)
    assert asked == []
    press(window, Key.Key_Space)
    assert asked == [commands.Go()]


def test_a_refused_go_is_outlined_for_a_second_and_says_why(
    window: OperatorWindow, qtbot: QtBot
) -> None:
    press(window, Key.Key_Space)
    window.refused("TOP déjà donné il y a 300 ms : rien n'a changé.")
    assert window.live.go.why.startswith("TOP déjà donné")
    assert "300 ms" in window.banners.text
    qtbot.waitUntil(lambda: not window.live.go.why)


def test_another_refusal_leaves_go_alone(window: OperatorWindow) -> None:
    window.refused("non", commands.Undo())
    assert not window.live.go.why
    assert window.banners.text == "Refusé\u00a0: non"


@each_row("size, said", [((1920, 1080), 28), ((1366, 768), 14)])
def test_a_refusal_calls_a_long_title_by_its_first_words(
    window: OperatorWindow, size: tuple[int, int], said: int
) -> None:
    window.resize(*size)
    title = "Premiers résultats de l'étude auprès des pionniers sur la co-construction"
    window.refused(Sentence.of("already_aired", title=title))
    text = window.banners.text
    assert text.startswith("Refusé\u00a0: «\u202fPremiers")
    assert text.endswith("…\u202f» est déjà passée.")
    assert len(text) <= said + len("Refusé\u00a0: «\u202f\u202f» est déjà passée.")


def test_a_key_answers_the_banner_that_stands(window: OperatorWindow, qtbot: QtBot) -> None:
    press(window, Key.Key_F8)
    window.say(Banner("quit", "watch", "Sûr ?", (Choice("Oui", None, "yes"), Choice("Non"))))
    with qtbot.waitSignal(window.banner_chosen) as chosen:
        press(window, Key.Key_F8)
    assert chosen.args == ["quit", "yes"]
    assert window.banners.shown is None
    for key in ("first", "last"):  # the last thing asked is answered first
        window.say(Banner(key, "watch", "Sûr ?", (Choice("Oui", None, key),), answer=True))
    window.say(Banner("act", "act", "Débranché"))
    with qtbot.waitSignal(window.banner_chosen) as chosen:
        press(window, Key.Key_F8)
    assert chosen.args == ["last", "last"]
    for key in ("first", "act"):
        window.drop(key)


def test_go_is_shut_when_there_is_nothing_to_run(window: OperatorWindow) -> None:
    window.present(finished())
    asked = asked_of(window)
    window.live.go.click()
    assert asked == []
    window.present(late())
    assert window.live.go.isEnabled()


# --- keys ----------------------------------------------------------------------------------------


@each_row(
    "key, held, command",
    [
        (Key.Key_Plus, Held.NoModifier, commands.Stretch(by=keys.MINUTE)),
        (Key.Key_Minus, Held.NoModifier, commands.Stretch(by=-keys.MINUTE)),
        (Key.Key_Backspace, Held.ControlModifier, commands.Recall()),
        (Key.Key_E, Held.ControlModifier, commands.End()),
        (Key.Key_H, Held.ControlModifier, commands.Hold()),
        (Key.Key_R, Held.ControlModifier, commands.Restart()),
        (Key.Key_B, Held.ControlModifier, commands.Blackout(on=True)),
        (Key.Key_I, Held.ControlModifier, commands.Incident(on=True)),
        (Key.Key_2, Held.AltModifier, commands.Say(text="CONCLUEZ", passing=True)),
        (Key.Key_Eacute, Held.AltModifier, commands.Say(text="CONCLUEZ", passing=True)),
        (Key.Key_Z, Held.ControlModifier, commands.Undo()),
    ],
)
def test_every_hand_has_its_key(
    window: OperatorWindow, key: Key, held: Held, command: Command
) -> None:
    asked = asked_of(window)
    press(window, key, held)
    assert asked == [command]


def test_the_clocks_key_resumes_a_held_clock(window: OperatorWindow) -> None:
    window.present(late("10:37:22", ("10:35", {"do": "hold"})))
    asked = asked_of(window)
    press(window, Key.Key_H, Held.ControlModifier)
    window.live.steps.buttons["hold"].click()
    assert asked == [commands.Resume(), commands.Resume()]
    assert window.live.steps.buttons["hold"].text() == "Reprendre"


def test_no_key_is_given_twice_and_none_is_a_clickers() -> None:
    given = [key for action in ACTIONS for key in action.keys]
    assert len(given) == len(set(given))
    forbidden = {"PgUp", "PgDown", "F5", "Esc", "Escape", ".", "B", "W", "Return"}
    assert not forbidden & set(given)
    assert not {"Left", "Right", "Up", "Down"} & set(given)


def test_every_action_has_a_key_a_menu_and_a_name_in_both_languages() -> None:
    for action in ACTIONS:
        assert action.keys, action.name
        assert isinstance(action.menu, Menu)
        for said in (FR, EN):
            assert action.label(said.actions)
            assert key_names.written(action.keys[0], said) in key_names.tip(action.name, said)


def test_every_action_is_in_the_list_of_keys(window: OperatorWindow) -> None:
    panel = window.keys.sheet
    press(window, Key.Key_F1)
    assert panel.isVisible()
    listed = {place.line.name for place in panel.places if place.line and place.line.caps}
    waiting = {wish.value for wish in Rehearse if wish is not Rehearse.REHEARSE}
    assert listed == {*NAMES} - waiting | {"floor_0", ""}
    asked = asked_of(window)
    press(window, Key.Key_Space)
    assert asked == [commands.Go()]
    press(window, Key.Key_F1)
    assert not panel.isVisible()


def test_the_menus_name_the_step_that_undo_would_take(window: OperatorWindow) -> None:
    window.present(after_an_edit_and_a_go())
    said = window.menu.actions_by_name["undo"].text()
    assert "Synthèse des travaux" in said
    assert said.endswith("\tCtrl+Z")
    assert window.menu.actions_by_name["go"].text() == "Lancer (TOP)\tEspace"
    window.speak("en")
    assert window.menu.actions_by_name["undo"].text().startswith("Undo “Synthèse")
    assert not window.menu.actions_by_name["redo"].isEnabled()


def test_keys_typed_into_the_stage_window_work_here(window: OperatorWindow) -> None:
    asked = asked_of(window)
    press = QtCore.QEvent.Type.KeyPress
    window.typed(QtGui.QKeyEvent(press, Key.Key_Space, Held.NoModifier))
    window.typed(QtGui.QKeyEvent(press, Key.Key_PageDown, Held.NoModifier))
    assert asked == [commands.Go()]


# --- undo and take back --------------------------------------------------------------------------


def after_an_edit_and_a_go() -> Board:
    edit = {"do": "edit", "slot": "synthese", "set": {"duration": "8m"}}
    return play(seed(), (*LATE[:2], ("9:25", edit), LATE[2]), "9:32:04")


def test_undo_right_after_a_go_changes_nothing_and_says_so(window: OperatorWindow) -> None:
    window.board = None
    window.present(after_an_edit_and_a_go())
    asked = asked_of(window)
    press(window, Key.Key_Z, Held.ControlModifier)
    assert asked == []
    said = window.banners.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert said == "Dernier geste : TOP Table ronde, il y a 4 s"
    press(window, Key.Key_Z, Held.ControlModifier)
    assert asked == [commands.Undo()]
    assert not window.banners.holds(LAST_GESTURE)


def test_the_notice_offers_to_take_the_go_back(window: OperatorWindow) -> None:
    window.board = None
    window.present(after_an_edit_and_a_go())
    asked = asked_of(window)
    window.undo()
    links = window.banners._links
    assert links[0].text() == "⌫ Annuler le TOP"
    assert "Synthèse" in links[1].text()
    links[0].click()
    assert asked == [commands.Recall()]
    assert window.banners.shown is None


def test_undo_long_after_a_go_undoes(window: OperatorWindow) -> None:
    asked = asked_of(window)
    press(window, Key.Key_Z, Held.ControlModifier)
    assert asked == [commands.Undo()]


@each_row(
    "hand, says, link, back",
    [
        ({"do": "stretch", "by": "5m"}, "Donner 5 min", "Reprendre 5 min",
         commands.Stretch(by=-5 * MINUTE)),
        ({"do": "stretch", "to": "10:40"}, "Reprendre 2 min", "Redonner 2 min",
         commands.Stretch(by=2 * MINUTE)),
        ({"do": "restart"}, "Chrono relancé", "Reprendre 1 h 05",
         commands.Stretch(by=-timedelta(minutes=65, seconds=20))),
        ({"do": "hold"}, "Chrono figé", "Reprendre", commands.Resume()),
        ({"do": "began", "ago": "1h"}, "Commencé il y a 1 h", None, None),
        ({"do": "end"}, "Clore Table ronde", "⌫ Annuler Clore", commands.Recall()),
        ({"do": "ended", "ago": "3m"}, "Clore Table ronde", "⌫ Annuler Clore", commands.Recall()),
        ({"do": "finish"}, "Clôturer la journée", "⌫ Rouvrir", commands.Recall()),
        ({"do": "recall"}, "Annulation : TOP Table ronde", None, None),
        ({"do": "go", "slot": "synthese"}, "TOP Synthèse des travaux sur…", "⌫ Annuler le TOP",
         commands.Recall()),
        ({"do": "expect", "slot": "table-ronde", "end": "10:45"}, "Annoncé : Table ronde",
         "Ne plus annoncer", commands.Expect(slot="table-ronde", end=None)),
        ({"do": "say", "text": "2 MIN"}, "Message : 2 MIN", "Effacer le message",
         commands.Clear()),
        ({"do": "blackout", "on": True}, "Noir", "Revenir en arrière",
         commands.Blackout(on=False)),
        ({"do": "incident", "on": True}, "Incident : un instant", "Revenir en arrière",
         commands.Incident(on=False)),
    ],
)  # fmt: skip
def test_undo_right_after_any_live_gesture_changes_nothing_and_offers_what_was_meant(
    window: OperatorWindow, hand: dict[str, Any], says: str, link: str | None,
    back: Command | None,
) -> None:  # fmt: skip
    edit = ("10:37:19", {"do": "edit", "slot": "conclusion-journee", "set": {"note": "x"}})
    window.present(late("10:37:24", edit, ("10:37:20", hand)))
    asked = asked_of(window)
    press(window, Key.Key_Z, Held.ControlModifier)
    assert asked == []
    said = window.banners.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert said == f"Dernier geste : {says}, il y a 4 s"
    links = [each.text() for each in window.banners._links]
    assert links[:-1] == ([] if link is None else [link])
    assert links[-1].startswith("Ctrl+Z encore")
    window.banners._links[0].click()
    assert asked == [commands.Undo() if back is None else back]


def test_the_notice_goes_when_another_hand_has_done_something_since(
    window: OperatorWindow,
) -> None:
    give = ("10:37:20", {"do": "stretch", "by": "5m"})
    window.present(late("10:37:21", give))
    window.undo()
    window.present(late("10:37:22", give))
    assert window.banners.holds(LAST_GESTURE)
    window.present(late("10:37:23", give, ("10:37:23", {"do": "go"})))
    assert not window.banners.holds(LAST_GESTURE)


def test_undo_after_an_edit_newer_than_the_go_undoes(window: OperatorWindow) -> None:
    go_then_edit = (
        *LATE,
        ("9:32:03", {"do": "edit", "slot": "synthese", "set": {"duration": "8m"}}),
    )
    window.board = None
    window.present(play(seed(), LATE, "9:32:01"))
    window.present(play(seed(), go_then_edit, "9:32:04"))
    asked = asked_of(window)
    window.undo()
    assert asked == [commands.Undo()]


def test_hands_that_mean_nothing_are_shut(window: OperatorWindow) -> None:
    def open_now() -> set[str]:
        return {name for name, button in window.live.steps.buttons.items() if button.isEnabled()}

    everything = set(window.live.steps.buttons)
    assert open_now() == everything
    window.present(play(seed(), (), "8:41"))
    assert open_now() == set()
    window.present(between())
    assert open_now() == {"recall"}
    window.present(on_time(seed(), "13:05"))
    assert open_now() == everything - {"hold", "restart"}
    window.present(late("10:37:22", ("10:35", {"do": "hold"})))
    assert "hold" in open_now()
    assert not {"restart", "began"} & open_now()
