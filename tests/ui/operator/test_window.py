"""The régie's window: every place fixed, every word whole, in both languages and themes."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.strip_cells import Lamp
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.speaker.face import Face
from runofshow.ui.texts.window import FR, WindowWords
from tests.rows import each_row
from tests.ui.operator.window_days import (
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
from tests.ui.operator.window_hands import asked_of, press, shown

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


# --- places --------------------------------------------------------------------------------------


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


# --- banners -------------------------------------------------------------------------------------


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


# --- messages ------------------------------------------------------------------------------------


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
