from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shiboken6
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
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.strip_cells import Lamp
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.speaker.face import Face
from runofshow.ui.texts.window import EN, FR, WindowWords
from tests.rows import each_row
from tests.ui.operator.window_days import (
    LATE,
    between,
    due,
    finished,
    late,
    long_titles,
    on_time,
    over,
    panel,
    play,
    seed,
    spoken,
)
from tests.ui.operator.window_hands import asked_of, focused, press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
SIZES = [(1366, 768), (1536, 864), (1920, 1080), (2560, 1440), (3840, 2160)]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    """The window on the seed's day, twelve minutes late, on screen and with the keyboard."""
    with shown(qtbot, late()) as made:
        yield made


def states() -> dict[str, Board]:
    long = on_time(long_titles(), "10:59:12")
    return {
        "before": play(seed(), (), "8:41:24"),
        "calm": on_time(seed(), "10:59:12"),
        "late": late(),
        "over": late("10:44:10"),
        "over long": late("10:54:33"),
        "held": late("10:37:22", ("10:35", {"do": "hold"})),
        "between": between(),
        "due": due(),
        "break": on_time(seed(), "13:05"),
        "all done": over(),
        "closed": finished(),
        "long": long,
    }


# --- places ------------------------------------------------------------------------------------


def places(window: OperatorWindow) -> dict[str, QtCore.QRect]:
    """Where everything a hand may reach for stands, in the window."""
    live = window.live
    found = {f"step {name}": button for name, button in live.steps.buttons.items()}
    parts: dict[str, QtWidgets.QWidget] = {
        **found,
        "go": live.go,
        "more": live.steps.more,
        "digits": live.digits,
        "stage": live.stage,
        "line": window.messages.line,
        "blackout": window.messages.blackout,
        "rundown": window.rundown,
        "timeline": window.timeline,
        "drift": window.strip.drift,
        "clock": window.strip.clock,
    }
    return {
        name: QtCore.QRect(part.mapTo(window, QtCore.QPoint()), part.size())
        for name, part in parts.items()
    }


@each_row("size", SIZES)
def test_nothing_moves_whatever_happens(window: OperatorWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    first = places(window)
    for name, board in states().items():
        window.present(board)
        window.refused("parce que", commands.Go())
        assert places(window) == first, name


@each_row(
    "size, go",
    [((1920, 1080), (1193, 405, 702, 72)), ((1366, 768), (872, 268, 478, 50))],
)
def test_go_stands_where_the_design_puts_it(
    window: OperatorWindow, size: tuple[int, int], go: tuple[int, int, int, int]
) -> None:
    window.resize(*size)
    for language in ("fr", "en"):
        window.speak(language)
        assert places(window)["go"] == QtCore.QRect(*go)


@each_row("size", SIZES)
def test_nothing_stands_over_anything_else_nor_outside(
    window: OperatorWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    parts = [window.menu, window.strip, window.card, window.live, window.messages, window.timeline]
    for index, part in enumerate(parts):
        assert window.rect().contains(part.geometry()), part
        for other in parts[index + 1 :]:
            assert not part.geometry().intersects(other.geometry()), (part, other)


@each_row("size", [(1366, 768), (1920, 1080)])
def test_hands_do_not_overlap_in_longer_languages(
    window: OperatorWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    longer: dict[str, Any] = {
        name: text + "e" * (2 + len(text) * 2 // 5)
        for name, text in vars(FR).items()
        if isinstance(text, str) and "{" not in text and name != "language"
    }
    window.live.steps.speak(WindowWords(**(vars(FR) | longer)))
    window.messages.speak(WindowWords(**(vars(FR) | longer)))
    shown = [
        b for b in (*window.live.steps.buttons.values(), window.live.steps.more) if b.isVisible()
    ]
    shown.sort(key=lambda button: button.x())
    assert len(shown) >= 5
    for left, right in pairwise(shown):
        assert left.geometry().right() < right.x()
    assert shown[-1].geometry().right() < window.live.steps.width()
    for button in shown[:-1]:
        assert button.wide() <= button.width()


@each_row("size", [(1366, 768), (1920, 1080)])
@each_row("language", ["fr", "en"])
def test_no_word_of_a_button_is_cut(
    window: OperatorWindow, size: tuple[int, int], language: str
) -> None:
    window.resize(*size)
    window.speak(language)
    messages = window.messages
    hands = [messages.flash, messages.clear, messages.blackout, messages.incident]
    for button in (*window.live.steps.buttons.values(), *messages.phrases, *hands):
        assert button.isHidden() or button.wide() <= button.width(), button.text()


def test_taking_back_is_in_reach_at_both_sizes(window: OperatorWindow) -> None:
    for size in SIZES[:3]:
        window.resize(*size)
        for name in ("minus_one", "plus_one", "plus_five", "hold", "recall", "end_at"):
            assert window.live.steps.buttons[name].isVisible(), (name, size)


# --- GO ----------------------------------------------------------------------------------------


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


# --- keys --------------------------------------------------------------------------------------


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


# --- undo and take back ------------------------------------------------------------------------


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


# --- languages, themes, the rest of the window ---------------------------------------------------


def test_the_language_switches_while_running(window: OperatorWindow) -> None:
    assert window.live.state_line.value is not None
    assert window.live.state_line.value.state == "EN COURS"
    window.speak("en")
    assert window.live.state_line.value.state == "LIVE"
    assert window.strip.drift.value is not None
    assert window.strip.drift.value.word == "LATE"
    assert window.live.steps.buttons["recall"].text() == "Take back GO"
    assert window.messages.phrases[1].text() == "WRAP UP"
    assert [menu.title() for menu in window.menu.menus.values()][2] == "&Live"
    assert window.windowTitle().endswith("Operator")
    window.speak("fr")
    assert window.live.steps.buttons["recall"].text() == "Annuler le TOP"


def test_language_and_theme_are_asked_for(window: OperatorWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.language_asked) as language:
        window.menu.actions_by_name["language"].trigger()
    assert language.args == ["en"]
    with qtbot.waitSignal(window.theme_asked) as theme:
        window.menu.actions_by_name["theme"].trigger()
    assert theme.args == [False]


def test_the_theme_switches_while_running(window: OperatorWindow) -> None:
    try:
        window.use_dark(False)
        assert not window.live.theme.colours.dark
        assert window.menu.actions_by_name["theme"].text() == "Thème sombre\tCtrl+Maj+T"
    finally:
        window.use_dark(True)
    assert window.live.theme.colours.dark


def test_lamps_tell_state_by_shape_word_and_colour(window: OperatorWindow) -> None:
    window.lamps([Lamp("stage", "ok", "1 écran"), Lamp("disk", "broken", "non écrit", "Plein.")])
    cell = window.strip.lamps_cell
    assert cell.value is not None
    assert [(lamp.state, name) for lamp, name in cell.value] == [
        ("ok", "Scène"),
        ("broken", "Disque"),
    ]
    assert "Disque · non écrit Plein." in cell.toolTip()


def test_the_screens_offered_can_be_chosen(window: OperatorWindow, qtbot: QtBot) -> None:
    assert not window.menu.actions_by_name["stage_screen"].isEnabled()
    window.stage_choices([StageChoice("a", "Iiyama", chosen=True), StageChoice("b", "Dell")])
    assert window.menu.actions_by_name["stage_screen"].isEnabled()
    with qtbot.waitSignal(window.stage_screen_asked) as asked:
        window.menu.screens.actions()[1].trigger()
    assert asked.args == ["b"]


def test_a_file_dropped_on_the_window_is_asked_to_be_opened(
    window: OperatorWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "jour.json"
    data = QtCore.QMimeData()
    data.setUrls([QtCore.QUrl.fromLocalFile(str(file))])
    event = QtGui.QDropEvent(
        QtCore.QPointF(9, 9), QtCore.Qt.DropAction.CopyAction, data,
        QtCore.Qt.MouseButton.LeftButton, Held.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(window.open_asked) as asked:
        window.dropEvent(event)
    assert asked.args == [file]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform's own
def test_opening_a_file_blocks_nothing(window: OperatorWindow, qtbot: QtBot) -> None:
    window.menu.actions_by_name["open"].trigger()
    (dialog,) = window.findChildren(QtWidgets.QFileDialog)
    assert not dialog.isModal()
    with qtbot.waitSignal(window.open_asked) as asked:
        dialog.fileSelected.emit("/jour.json")
    assert asked.args == [Path("/jour.json")]
    dialog.close()


def test_closing_asks_first(window: OperatorWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.quit_asked):
        window.close()
    assert window.isVisible()
    window.leave()
    assert not window.isVisible()


def test_a_tick_repaints_only_what_changed(window: OperatorWindow) -> None:
    painted: list[str] = []

    class Watch(QtCore.QObject):
        def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
            if event.type() == QtCore.QEvent.Type.Paint:
                painted.append(type(watched).__name__)
            return False

    watch = Watch()
    still: list[QtWidgets.QWidget] = [
        window.strip.drift, window.strip.end, window.strip.hard, window.live.go, window.live.title,
        window.live.state_line, window.messages.headline, window.card.tabs,
    ]  # fmt: skip
    QtWidgets.QApplication.processEvents()
    for part in (*still, window.strip.clock, window.live.digits):
        part.installEventFilter(watch)
    window.present(late("10:37:23"))
    QtWidgets.QApplication.processEvents()
    assert set(painted) == {"Clock", "Digits"}


def test_what_may_come_is_worked_out_after_the_painting_and_only_once_in_a_while(
    window: OperatorWindow,
) -> None:
    def worked_out(board: Board) -> bool:
        window.present(board)
        assert "outlook" not in vars(board.foresight)
        QtWidgets.QApplication.processEvents()
        return "outlook" in vars(board.foresight)

    QtWidgets.QApplication.processEvents()
    assert not worked_out(late("10:37:23"))
    assert worked_out(late("10:37:41"))
    assert not worked_out(late("10:37:49"))
    assert worked_out(late("10:37:49", ("10:37:45", {"do": "note", "text": "micro"})))
    assert window.strip.end.value is not None
    assert window.strip.hard.value is not None
    assert "–" in window.strip.end.value.beside
    assert window.strip.hard.value.asides[-1] == "très compromis"
    assert "très compromis si personne n'intervient" in window.strip.hard.toolTip()
    assert not worked_out(play(seed(), (), "8:41"))
    assert window.strip.end.value.beside == ""


def test_no_name_in_the_card_is_cut(window: OperatorWindow) -> None:
    many = [f"Prénom{n} NOMDEFAMILLETRÈSLONG{n}" for n in range(9)]
    window.present(play(panel(9, speakers=many), spoken(), "9:05"))
    title = window.live.title
    assert title.value is not None
    said = title.who(title.value)
    assert "…" not in said
    assert title.fontMetrics().horizontalAdvance(said) <= title.width() + 40
    assert said.endswith(("autres", "intervenants"))


# --- banners -----------------------------------------------------------------------------------


def test_banners_come_one_at_a_time_the_gravest_first(window: OperatorWindow) -> None:
    window.say(Banner("a", "note", "un mot"))
    window.say(Banner("b", "act", lambda language: f"à faire ({language})"))
    window.say(Banner("c", "watch", "attention"))
    assert window.banners.text == "à faire (fr)"
    window.speak("en")
    assert window.banners.text == "à faire (en)"
    window.drop("b")
    assert window.banners.text == "attention"
    window.say(Banner("c", "watch", "attention encore"))
    assert window.banners.text == "attention encore"
    window.drop("c")
    window.drop("a")
    window.drop("never there")
    assert window.banners.shown is None


def test_a_banners_link_asks_for_its_command_and_is_named(
    window: OperatorWindow, qtbot: QtBot
) -> None:
    asked = asked_of(window)
    choices = (Choice("Reprendre", commands.Resume()), Choice("Ailleurs", name="elsewhere"))
    window.say(Banner("k", "act", "Figé", choices))
    window.banners._links[0].click()
    assert asked == [commands.Resume()]
    window.say(Banner("k", "act", "Figé", choices))
    with qtbot.waitSignal(window.banner_chosen) as chosen:
        window.banners._links[1].click()
    assert chosen.args == ["k", "elsewhere"]


def test_a_banner_goes_by_itself_after_its_time(window: OperatorWindow, qtbot: QtBot) -> None:
    window.say(Banner("k", "note", "bref", seconds=0.01))
    qtbot.waitUntil(lambda: window.banners.shown is None)


# --- messages ----------------------------------------------------------------------------------


def test_enter_sends_the_free_line_and_escape_leaves_it(window: OperatorWindow) -> None:
    asked = asked_of(window)
    line = window.messages.line
    window.messages.write_message()
    press(window, Key.Key_Return)
    assert asked == []
    QtTest.QTest.keyClicks(line, "ON VOUS ENTEND MAL")
    press(window, Key.Key_Return)
    assert asked == [commands.Say(text="ON VOUS ENTEND MAL", passing=True)]
    assert line.text() == ""
    press(window, Key.Key_Escape)
    assert window.focusWidget() is not line


def test_a_message_that_would_soon_be_a_lie_goes_by_itself(window: OperatorWindow) -> None:
    asked = asked_of(window)
    window.messages.flash.click()
    window.messages.phrases[0].click()
    assert [command.as_json() for command in asked] == [
        {"do": "say", "text": "2 MIN", "flash": True, "passing": True, "for": "20s"}
    ]


def test_what_is_on_the_stage_is_always_said(window: OperatorWindow) -> None:
    head = window.messages.headline
    assert head.value is not None
    assert head.value.now == "rien à l'écran"
    assert not window.messages.clear.isEnabled()
    said = {"do": "say", "text": "2 MIN", "for": "20s"}
    window.present(
        late("10:37:22", ("10:37:15", said), ("10:37:16", {"do": "blackout", "on": True}))
    )
    assert head.value.now == "écran noir · 2 MIN"
    assert head.value.left == "encore 0:13"
    assert window.messages.blackout.isChecked()
    asked = asked_of(window)
    window.messages.clear.click()
    window.messages.blackout.click()
    assert asked == [commands.Clear(), commands.Blackout(on=False)]
    assert window.messages.blackout.isChecked()


def test_a_line_too_long_to_be_read_warns(window: OperatorWindow) -> None:
    window.messages.line.setText("REPRENEZ")
    assert window.messages.headline.value is not None
    assert not window.messages.headline.value.warns
    window.messages.line.setText("Pourriez-vous s'il vous plaît vous rapprocher du micro de gauche")
    assert window.messages.headline.value.warns


def test_the_thumbnail_shows_the_face_of_the_stage(window: OperatorWindow) -> None:
    assert window.live.stage.value is not None
    assert window.live.stage.value.plate == "CONCLUEZ"
    shown = Face("running", digits="9:99")
    window.stage_face(shown)
    window.present(late("10:37:23"))
    assert window.live.stage.value == shown
    window.stage_face(None)
    assert window.live.stage.value.digits == "4:37"


def test_a_click_on_the_timeline_asks_for_nothing(window: OperatorWindow) -> None:
    asked = asked_of(window)
    window.timeline.picked.emit("dejeuner")
    assert asked == []


def test_the_menus_are_made_by_the_window_and_not_by_qt(window: OperatorWindow) -> None:
    """What Qt has made may be forgotten by shiboken while it lives: then no theme is changed."""
    menu = window.menu
    for each in (*menu.menus.values(), menu.turns, menu.recent, menu.screens):
        assert shiboken6.createdByPython(each)
