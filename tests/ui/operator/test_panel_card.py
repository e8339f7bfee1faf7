from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.ui import lettering
from runofshow.ui.operator.panel_card import PanelCard
from runofshow.ui.operator.panel_facts import moved
from runofshow.ui.operator.panel_voices import KEYS, said_names
from runofshow.ui.operator.rundown_reading import Field
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.panel import FR
from runofshow.ui.theme import Role, theme_for
from tests.rows import each_row
from tests.ui.operator.window_days import (
    GO,
    NAMES,
    absent,
    late,
    on_time,
    panel,
    panel_of_five,
    play,
    seed,
    spoken,
)
from tests.ui.operator.window_hands import asked_of, press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
SIZES = [(1366, 768), (1920, 1080)]
AZERTY = {
    1: Key.Key_Ampersand, 2: Key.Key_Eacute, 3: Key.Key_QuoteDbl, 4: Key.Key_Apostrophe,
    5: Key.Key_ParenLeft, 7: Key.Key_Egrave, 8: Key.Key_Underscore, 9: Key.Key_Ccedilla,
    0: Key.Key_Agrave,
}  # fmt: skip
"""What the digits of a French keyboard type, but the sixth: "-" is a key of its own."""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    """The window on a panel of five, on screen and with the keyboard."""
    with shown(qtbot, panel_of_five()) as made:
        yield made


def card_of(window: OperatorWindow) -> PanelCard:
    assert window.speaking.card is not None
    return window.speaking.card


def floor(number: int | None) -> commands.Floor:
    return commands.Floor(speaker=number)


# --- keys ---------------------------------------------------------------------------------------


def test_the_digits_give_the_floor_and_take_it_back(window: OperatorWindow) -> None:
    asked = asked_of(window)
    for key in (Key.Key_1, Key.Key_4, Key.Key_5, Key.Key_0, Key.Key_6, Key.Key_9):
        press(window, key)
    assert asked == [floor(1), floor(4), floor(None), floor(None)]


def test_so_do_the_same_keys_of_a_french_keyboard(window: OperatorWindow) -> None:
    window.present(play(panel(9), spoken(("9:00", 6)), "9:05"))
    asked = asked_of(window)
    for key in AZERTY.values():
        press(window, key)
    assert asked == [*(floor(number) for number in AZERTY if number), floor(None)]


def sixth(window: OperatorWindow, repeats: bool = False) -> None:
    """The sixth key of a French keyboard as X11 tells of it: where it lies, and what it types."""
    event = QtGui.QKeyEvent(
        QtCore.QEvent.Type.ShortcutOverride, Key.Key_Minus, Held.NoModifier, 15, 0, 0, "-", repeats
    )
    QtWidgets.QApplication.sendEvent(window.rundown.rows, event)
    window.menu.actions_by_name["minus_one"].trigger()


def test_the_sixth_key_of_a_french_keyboard_is_the_sixth_speakers_while_there_is_one(
    window: OperatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QtGui.QGuiApplication, "platformName", lambda: "xcb")
    asked = asked_of(window)
    sixth(window)
    window.present(play(panel(6), spoken(("9:00", 1)), "9:05"))
    sixth(window)
    sixth(window, repeats=True)
    assert [command.do for command in asked] == ["stretch", "floor"]
    assert asked[1] == floor(6)


def test_a_menu_entry_chosen_after_a_digit_was_typed_means_itself(
    window: OperatorWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QtGui.QGuiApplication, "platformName", lambda: "xcb")
    asked = asked_of(window)
    event = QtGui.QKeyEvent(
        QtCore.QEvent.Type.ShortcutOverride, Key.Key_2, Held.NoModifier, 11, 0, 0, "2"
    )
    QtWidgets.QApplication.sendEvent(window.rundown.rows, event)
    QtWidgets.QApplication.processEvents()
    window.menu.actions_by_name["minus_one"].trigger()
    assert [command.do for command in asked] == ["stretch"]


def test_digits_typed_into_an_editor_are_text(window: OperatorWindow) -> None:
    asked = asked_of(window)
    window.messages.write_message()
    QtTest.QTest.keyClicks(window.messages.line, "12")
    assert window.messages.line.text() == "12"
    window.rundown.edit("film", Field.LENGTH)
    editor = window.focusWidget()
    assert isinstance(editor, QtWidgets.QLineEdit)
    editor.selectAll()
    QtTest.QTest.keyClicks(editor, "3")
    assert editor.text() == "3"
    assert asked == []


def test_a_digit_typed_on_the_stage_window_gives_the_floor_too(window: OperatorWindow) -> None:
    asked = asked_of(window)
    window.typed(QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, Key.Key_3, Held.NoModifier, "3"))
    assert asked == [floor(3)]


def test_without_a_panel_digits_are_no_keys(window: OperatorWindow) -> None:
    window.present(on_time(seed(), "9:05"))
    asked = asked_of(window)
    press(window, Key.Key_1)
    press(window, Key.Key_0)
    assert asked == []
    entries = window.menu.actions_by_name
    assert not any(entries[f"floor_{number}"].isVisible() for number in range(KEYS + 1))
    assert not window.menu.turns.menuAction().isVisible()


def test_the_menu_offers_the_floor_by_name(window: OperatorWindow) -> None:
    entries = window.menu.actions_by_name
    assert entries["floor_2"].text().startswith("Parole à 2. Vanessa CORDOBA")
    assert [entries[f"floor_{n}"].isVisible() for n in (0, 5, 6)] == [True, True, False]
    assert entries["floor_2"] in window.menu.turns.actions()
    assert window.menu.turns.menuAction().isVisible()
    window.speak("en")
    assert entries["floor_2"].text().startswith("Floor to 2. Vanessa CORDOBA")


def test_questions_are_opened_by_a_key_and_by_a_button(window: OperatorWindow) -> None:
    asked = asked_of(window)
    press(window, Key.Key_U, Held.ControlModifier)
    assert asked == []
    window.present(panel_of_five(questions="10m"))
    press(window, Key.Key_U, Held.ControlModifier)
    QtTest.QTest.mouseClick(card_of(window).open_questions, QtCore.Qt.MouseButton.LeftButton)
    assert [command.do for command in asked] == ["questions", "questions"]


# --- the card -----------------------------------------------------------------------------------


def test_a_click_on_a_speaker_gives_the_floor(window: OperatorWindow) -> None:
    asked = asked_of(window)
    for cell in (card_of(window).voices[0], card_of(window).voices[4]):
        QtTest.QTest.mouseClick(cell, QtCore.Qt.MouseButton.LeftButton)
    assert asked == [floor(1), floor(None)]


def test_the_menu_of_a_speaker_says_who_is_there(
    window: OperatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.present(play(panel(5), (*spoken(("9:00", 1)), absent(4)), "9:05"))
    card, asked = card_of(window), asked_of(window)
    monkeypatch.setattr(card.menu, "popup", lambda _: None)  # offscreen cannot grab the keyboard
    card.people.click()
    under = [entry.menu() for entry in card.menu.actions()]
    assert len(under) == 5
    fourth = under[3]
    assert isinstance(fourth, QtWidgets.QMenu)
    entries = {entry.text(): entry for entry in fourth.actions() if entry.text()}
    assert [text for text, entry in entries.items() if entry.isChecked()] == ["Absent"]
    entries["Prêt, équipé"].trigger()
    assert asked == [commands.Speaker(slot="panel", who=4, state="ready")]


def test_who_becomes_absent_leaves_a_choice_that_one_key_answers(window: OperatorWindow) -> None:
    turns = spoken(("9:00", 1))
    window.present(play(panel(5), turns, "9:05"))
    window.present(play(panel(5), (*turns, absent(2, "9:04")), "9:05"))
    asked = asked_of(window)
    assert window.banners.text == "Absent\u00a0: V. CORDOBA"
    press(window, Key.Key_F8)
    assert [command.as_json() for command in asked] == [{"do": "stretch", "by": "-14m"}]
    assert not window.banners.holds("absent panel 2")


def test_the_choice_goes_when_he_comes_after_all(window: OperatorWindow) -> None:
    turns = spoken(("9:00", 1))
    window.present(play(panel(5), turns, "9:05"))
    window.present(play(panel(5), (*turns, absent(2, "9:04")), "9:05"))
    come = ("9:05", {"do": "speaker", "slot": "panel", "who": 2, "is": "arrived"})
    window.present(play(panel(5), (*turns, absent(2, "9:04"), come), "9:06"))
    assert not window.banners.holds("absent panel 2")


def test_the_card_comes_and_goes_and_nothing_else_moves(window: OperatorWindow) -> None:
    card = card_of(window)
    for size in SIZES:
        window.resize(*size)
        window.present(panel_of_five())
        fixed = [part.geometry() for part in (window.live, window.messages, window.card)]
        go = window.live.go.geometry()
        assert card.isVisible()
        window.present(on_time(seed(), "9:05"))
        assert card.isHidden()
        assert [part.geometry() for part in (window.live, window.messages, window.card)] == fixed
        assert window.live.go.geometry() == go


def boards() -> dict[str, Board]:
    turns = spoken(("9:00", 2), ("9:20", 1))
    nine = play(panel(9), (*turns, absent(3)), "9:45")
    return {
        "two": play(panel(2), turns, "9:40"),
        "five": panel_of_five(questions="10m"),
        "six": play(panel(6), turns, "9:45"),
        "nine": nine,
        "twelve": play(panel(12), turns, "9:45"),
    }


@each_row("size", SIZES)
@each_row("name", boards())
def test_every_speaker_has_a_place_and_no_two_share_one(
    window: OperatorWindow, name: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    board = boards()[name]
    window.present(board)
    card = card_of(window)
    assert board.on_air is not None
    assert len(card.voices) == len(board.on_air.speakers)
    places = [cell.geometry() for cell in card.voices]
    for index, place in enumerate(places):
        assert card.rect().adjusted(1, 1, -1, -1).contains(place)
        assert place.height() >= 16
        assert not any(place.intersects(other) for other in places[index + 1 :])
    buttons = [card.people, card.open_questions]
    assert all(
        button.isHidden() or button.geometry().bottom() < card.head + 1 for button in buttons
    )


@each_row("size", SIZES)
@each_row("name", ["two", "five", "six"])
def test_no_name_of_up_to_six_is_cut(
    window: OperatorWindow, name: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.present(boards()[name])
    shown = [cell.seen.voice.name for cell in card_of(window).voices if cell.seen]
    assert not any("…" in said for said in shown[:5])


def test_names_are_written_alike_as_fully_as_all_of_them_fit() -> None:
    font = theme_for(1080, dark=True).font(Role.ROW_BOLD)
    people = NAMES[:3]

    def rooms(said: tuple[str, ...]) -> list[float]:
        return [lettering.width_of(name, font) for name in said]

    short, family = ("Y. BLANC", "V. CORDOBA", "P. FONLUPT"), ("BLANC", "CORDOBA", "FONLUPT")
    assert said_names(people, font, rooms(people)) == people
    assert said_names(people, font, rooms(short)) == short
    assert said_names(people, font, rooms(family)) == family
    assert said_names(people, font, [*rooms(family)[:2], 20])[2].endswith("…")


def test_folded_to_its_head_the_card_tells_who_speaks(window: OperatorWindow) -> None:
    card = card_of(window)
    card.resize(card.width(), card.head)
    assert card.folded
    assert card.headline.value is not None
    assert card.headline.value.aside == "Akim OURAL  parle, reste 10:43"
    assert all(cell.isHidden() for cell in card.voices)
    card.resize(card.width(), 96)
    assert not any(cell.isHidden() for cell in card.voices)


def test_only_what_changed_is_painted_again(window: OperatorWindow) -> None:
    card = card_of(window)
    window.present(panel_of_five("9:57:23"))
    before = [cell.seen for cell in card.voices]
    window.present(panel_of_five("9:57:24"))
    after = [cell.seen for cell in card.voices]
    assert [one is other for one, other in zip(before, after, strict=True)] == [True] * 4 + [False]


def test_a_talk_with_questions_has_a_card_with_one_button(window: OperatorWindow) -> None:
    window.present(play(panel(1, kind="talk", questions="10m"), (("9:00", GO),), "9:53:20"))
    card = card_of(window)
    assert (card.tail.isVisible(), card.people.isHidden(), card.voices) == (True, True, [])
    assert card.open_questions.geometry().top() > card.head
    assert card.tail.value is not None
    assert (card.tail.value.figure, card.tail.value.hour) == ("6:40", "à 10h00")


def test_the_card_changes_language_and_dress_at_once(window: OperatorWindow) -> None:
    card = card_of(window)
    window.speak("en")
    assert card.headline.value is not None
    assert card.headline.value.title == "Speaking"
    assert card.open_questions.text() == "Open questions"
    window.use_dark(False)
    assert card.theme.colours.dark is False


def test_the_card_costs_nothing_until_there_is_a_panel(qtbot: QtBot) -> None:
    made = OperatorWindow("fr")
    qtbot.addWidget(made)
    made.present(on_time(seed(), "9:05"))
    assert made.speaking.card is None
    made.present(late())
    assert made.speaking.card is not None


# --- the rundown's menu -------------------------------------------------------------------------


def entries_of(menu: QtWidgets.QMenu | None) -> dict[str, QtGui.QAction]:
    assert menu is not None
    return {entry.text(): entry for entry in menu.actions()}


def test_a_panel_to_come_may_be_split_by_speaker_from_its_row(window: OperatorWindow) -> None:
    asked = asked_of(window)
    window.present(play(panel(5), (), "8:50"))
    window.rundown.reveal("panel")
    entries_of(window.rundown.menu())["Séparer par intervenant"].trigger()
    assert asked == [commands.Split(slot="panel")]
    window.rundown.reveal("film")
    assert not entries_of(window.rundown.menu())["Séparer par intervenant"].isEnabled()
    window.present(panel_of_five())
    window.rundown.reveal("panel")
    assert not entries_of(window.rundown.menu())["Séparer par intervenant"].isEnabled()


def test_a_row_says_who_is_there(window: OperatorWindow) -> None:
    asked = asked_of(window)
    window.present(play(panel(5), (absent(3, "8:40"),), "8:50"))
    window.rundown.reveal("panel")
    people = entries_of(window.rundown.menu())[FR.people].menu()
    assert isinstance(people, QtWidgets.QMenu)
    third = people.actions()[2].menu()
    assert isinstance(third, QtWidgets.QMenu)
    states = entries_of(third)
    assert [text for text, entry in states.items() if entry.isChecked()] == ["Absent"]
    states["Arrivé"].trigger()
    assert asked == [commands.Speaker(slot="panel", who=3, state="arrived")]


# --- the order ----------------------------------------------------------------------------------


def names_asked(asked: list[Command]) -> list[str]:
    (command,) = asked
    assert isinstance(command, commands.Edit)
    return [speaker["name"] for speaker in command.set["speakers"]]


def test_a_speaker_is_dragged_into_the_place_of_another_and_is_not_given_the_floor(
    window: OperatorWindow,
) -> None:
    asked, card = asked_of(window), window.speaking.card
    assert card is not None
    cells = card.voices
    assert window.board is not None
    assert window.board.on_air is not None
    names = [each.name for each in window.board.on_air.speakers]
    left, mouse, middle = QtCore.Qt.MouseButton.LeftButton, QtTest.QTest, cells[0].rect().center()
    mouse.mousePress(cells[0], left, Held.NoModifier, middle)
    mouse.mouseMove(cells[0], cells[0].mapFromGlobal(cells[2].mapToGlobal(middle)))
    mouse.mouseRelease(cells[0], left, Held.NoModifier,
                       cells[0].mapFromGlobal(cells[2].mapToGlobal(middle)))  # fmt: skip
    assert names_asked(asked) == [names[1], names[2], names[0], *names[3:]]
    asked.clear()
    mouse.mouseClick(cells[0], left)
    assert [type(each) for each in asked] == [commands.Floor], "a click is still a click"


def test_lengths_that_are_given_go_with_the_speakers_and_a_chair_has_none() -> None:
    people = [{"name": "A"}, {"name": "B", "chair": True}, {"name": "C"}]
    plan = panel(0, speakers=people, shares=["2m", "3m"])
    edit = moved(play(plan, (("9:00", GO),), "9:01"), 3, 1)
    assert edit is not None
    assert ([each["name"] for each in edit.set["speakers"]], edit.set["shares"]) == (
        ["C", "A", "B"], ["3m", "2m"],
    )  # fmt: skip
    assert moved(play(plan, (("9:00", GO),), "9:01"), 1, 4) is None
