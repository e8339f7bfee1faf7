"""The sheet of a revised programme: what it shows, what keys do, what is taken."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command, Revise, Undo
from runofshow.core.errors import Refused
from runofshow.ui.operator.banner import said
from runofshow.ui.operator.revision_rows import ChangeLine, SlotLine
from runofshow.ui.operator.window import OperatorWindow
from tests.ui.operator.revision_days import NAME, Revised
from tests.ui.operator.window_hands import press

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


class Room:
    """A window over a day, and the hand that revises it."""

    def __init__(self, window: OperatorWindow) -> None:
        self.window, self.day = window, Revised()
        self.done: list[Command] = []
        window.asked.connect(self._do)
        window.revising.foresee = self.day.foresee
        window.revision_wanted.connect(lambda: window.revising.bring(self.day.revision()))
        self.show()

    def _do(self, command: Command) -> None:
        try:
            self.day.do(command)
        except Refused as refused:
            self.window.refused(refused.sentence)
            return
        self.done.append(command)
        self.show()

    def show(self) -> None:
        self.window.present(self.day.board())
        QtWidgets.QApplication.processEvents()

    def begin(self) -> None:
        self.window.revise(self.day.revision(), NAME)
        QtWidgets.QApplication.processEvents()

    def press(self, key: Key, held: Held = Held.NoModifier) -> None:
        press(self.window, key, held)
        QtWidgets.QApplication.processEvents()

    def ticks(self) -> dict[str, str]:
        lines = self.window.revising.sheet.list.lines
        return {line.key: line.tick for line in lines if isinstance(line, ChangeLine)}

    def line(self, key: str) -> ChangeLine:
        lines = self.window.revising.sheet.list.lines
        return next(line for line in lines if isinstance(line, ChangeLine) and line.key == key)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    window = OperatorWindow("fr")
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    made = Room(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.rest()
    made.begin()
    yield made
    window.leave()


def test_it_says_what_changes_of_what_and_what_is_the_regies(room: Room) -> None:
    assert room.ticks() == {
        "speakers:accueil": "fixed",
        "speakers:table-ronde": "fixed",
        "length:table-ronde": "fixed",
        "inserted:sortie": "on",
        "length:synthese": "off",
        "swapped:eclairage-3": "on",
        "removed:eclairage-4": "on",
        "start:dejeuner": "off",
        "title:conclusion-journee": "on",
    }
    asked = room.line("length:synthese")
    assert (asked.label, asked.before, asked.after) == ("Durée", "12 min", "15 min")
    assert asked.why == "modifiée par la régie (le programme disait 10 min)"
    lines = room.window.revising.sheet.list.lines
    slots = [line for line in lines if isinstance(line, SlotLine)]
    assert slots[0] == SlotLine("9h00", "1", "Mot d'accueil")
    assert room.line("speakers:accueil").after == "Florence RAINEIX, Directrice générale"


def test_it_says_what_would_come_of_it_before_anything_is_done(room: Room) -> None:
    sheet = room.window.revising.sheet
    assert sheet.outcome[0] == "Déjeuner convivial 12h21 → 12h16 (compromise)"
    room.window.revising.tick("start:dejeuner", on=True)
    QtWidgets.QApplication.processEvents()
    assert "12h30 (tenue)" in sheet.outcome[0]
    assert room.done == []


def test_keys_choose_tick_and_untick(room: Room) -> None:
    sheet = room.window.revising.sheet
    assert sheet.list.chosen == "inserted:sortie"
    room.press(Key.Key_Left)
    assert room.ticks()["inserted:sortie"] == "off"
    room.press(Key.Key_Down)
    room.press(Key.Key_Right)
    assert (sheet.list.chosen, room.ticks()["length:synthese"]) == ("length:synthese", "on")
    room.press(Key.Key_A, Held.ControlModifier)
    assert "off" not in room.ticks().values()
    room.press(Key.Key_A, Held.ControlModifier)
    assert "on" not in room.ticks().values()
    assert not sheet.take.isEnabled()
    room.press(Key.Key_Backspace)
    assert room.window.revising.accepted == room.day.revision().proposed


def test_a_click_ticks(room: Room) -> None:
    changes = room.window.revising.sheet.list
    at = next(at for at, line in enumerate(changes.lines) if line == room.line("start:dejeuner"))
    place = QtCore.QPoint(200, changes._tops[at] + 5)
    for tick in ("on", "off"):
        QtTest.QTest.mouseClick(changes.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place)
        assert room.ticks()["start:dejeuner"] == tick


def test_enter_takes_what_is_ticked_as_one_step_and_undo_takes_it_back(room: Room) -> None:
    before = room.day.show.plan
    room.press(Key.Key_Return)
    assert room.done == [], "clickers send it"
    room.press(Key.Key_Return, Held.ControlModifier)
    (command,) = room.done
    assert isinstance(command, Revise)
    assert not room.window.revising.open
    assert room.day.show.outline.by_id["conclusion-journee"].slot.title.endswith("remerciements")
    assert room.day.show.outline.by_id["eclairage-4"].skipped
    banner = room.window.banners.shown
    assert banner is not None
    assert room.window.banners.text == "Programme révisé\u00a0: 4 changements appliqués."
    assert [said(choice.label, "fr") for choice in banner.choices] == [
        "Annuler (F8)",
        "Rééditer la suite",
    ]
    room.window.banners.answer()
    assert isinstance(room.done[-1], Undo)
    assert room.day.show.plan == before


def test_escape_leaves_and_changes_nothing(room: Room) -> None:
    room.press(Key.Key_Escape)
    assert not room.window.revising.open
    assert room.done == []
    assert room.window.timeline._tried is None


def test_space_is_still_go(room: Room) -> None:
    room.press(Key.Key_Space)
    assert [command.as_json()["do"] for command in room.done] == ["go"]
    assert room.window.revising.open


def test_what_was_ticked_stays_so_while_the_show_goes_on(room: Room) -> None:
    room.window.revising.tick("title:conclusion-journee", on=False)
    room.window.revising.tick("length:synthese", on=True)
    room.press(Key.Key_Space)  # the film
    room.press(Key.Key_Space)  # and the synthesis: its length is no longer to be had
    assert room.ticks()["length:synthese"] == "fixed"
    assert room.ticks()["title:conclusion-journee"] == "off"
    assert room.ticks()["removed:eclairage-4"] == "on"


def test_it_speaks_english_at_once(room: Room) -> None:
    room.window.speak("en")
    assert room.line("length:synthese").label == "Length"
    assert room.window.revising.sheet.take.text() == "Take these 4 changes"


def test_nothing_moves_when_ticks_do(room: Room) -> None:
    sheet = room.window.revising.sheet
    places = [sheet.take.geometry(), sheet.close_it.geometry(), sheet.list.geometry()]
    room.press(Key.Key_A, Held.ControlModifier)
    room.press(Key.Key_A, Held.ControlModifier)
    assert [sheet.take.geometry(), sheet.close_it.geometry(), sheet.list.geometry()] == places
