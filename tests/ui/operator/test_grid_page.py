"""The page of workshops by keys and mouse: rooms named once, cells typed, swapped, pasted, told."""

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import grid as grids
from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Command
from runofshow.core.errors import Refused
from runofshow.core.grid import Cell
from runofshow.core.report import report
from runofshow.core.sentences import Sentence
from runofshow.ui.operator import grid_facts
from runofshow.ui.operator.grid_page import GridPage
from runofshow.ui.operator.report_lines import NoteRow
from runofshow.ui.operator.report_rows import report_rows
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.grid import grid_words
from runofshow.ui.texts.report import report_words
from tests.hand import Stage, day, leaf

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


class Hall:
    """A window that conducts an open forum of 155 minutes from 14:00."""

    def __init__(self, window: OperatorWindow) -> None:
        agenda = leaf("agenda", "40m", kind="workshop", start="14:00", title="Ordre du jour")
        work = leaf("work", "155m", kind="workshop", title="Ateliers de travail")
        self.stage = Stage(day(agenda, work, leaf("report", "35m", title="Restitution")))
        self.window, self.now = window, self.stage.at("13:50")
        window.asked.connect(self._ask)
        window.gridding.foresee = self._foresee
        self.show()
        window.pages.open("grid")
        window.card.page.setFocus()

    def _ask(self, command: Command) -> None:
        try:
            self.stage.show = apply(self.stage.show, command, self.now)
        except Refused as refused:
            self.window.refused(refused.sentence)
        self.show()

    def _foresee(self, asked: object) -> Board | Sentence | None:
        show = self.stage.show
        try:
            for command in asked:  # type: ignore[attr-defined]
                show = apply(show, command, self.now)
        except Refused as refused:
            return refused.sentence
        return board(show, self.now)

    def show(self) -> None:
        self.window.present(board(self.stage.show, self.now))

    @property
    def page(self) -> GridPage:
        assert isinstance(self.window.card.page, GridPage)
        return self.window.card.page

    def type(self, *texts: str) -> None:
        """Type texts, each with Return after it."""
        for text in texts:
            for letter in text:
                QtTest.QTest.keyClicks(self._has, letter)
            QtTest.QTest.keyClick(self._has, Key.Key_Return)

    def press(self, key: Key, held: Held = Held.NoModifier) -> None:
        QtTest.QTest.keyClick(self._has, key, held)

    @property
    def _has(self) -> QtWidgets.QWidget:
        has: QtWidgets.QWidget | None = self.window.focusWidget()
        assert has is not None
        return has

    @property
    def titles(self) -> list[list[str]]:
        """What is in the rounds, room by room."""
        sheet = self.page.sheet
        assert sheet is not None
        return [[grid_facts.written(cell) for cell in each.cells] for each in sheet.grid.rounds]

    def divided(self, into: int = 3) -> None:
        self.stage.do("13:49", "divide", slot="work", into=into, gap="5m")
        self.show()


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    window = OperatorWindow("fr")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QtWidgets.QApplication.processEvents()
    return Hall(window)


def test_an_agenda_typed_as_the_room_calls_it_out(hall: Hall) -> None:
    page = hall.page
    assert page.sheet is not None
    assert page.sheet.slot == "work", "what the agenda is made for"
    assert page.note == "Ctrl+D\u00a0: découper cet atelier en tours"
    hall.divided()
    hall.type("Grande salle; Salle 12, Foyer", "Mezzanine", "")
    assert page.sheet.grid.rooms == ("Grande salle", "Salle 12", "Foyer", "Mezzanine")
    hall.type("Compost @ Ana", "Eau @ Bo", "", "Argent @ ana")
    assert hall.titles[0] == ["Compost @ Ana", "Eau @ Bo", "", "Argent @ ana"]
    assert page.view.chosen == Cell(1, 0), "past the last room the next round"
    assert page.view.line is not None
    QtTest.QTest.keyClicks(page.view.line, "Vote")
    hall.press(Key.Key_Tab)
    assert (hall.titles[1][0], page.view.chosen) == ("Vote", Cell(2, 0))
    hall.press(Key.Key_Escape)
    assert page.note == "Tour 1\u00a0: Ana anime dans 2 salles à la fois (Grande salle, Mezzanine)."
    hall.press(Key.Key_Z, Held.ControlModifier)
    assert hall.titles[1][0] == "", "each cell is a step of undo"


def test_cells_are_chosen_swapped_and_emptied_by_keys_and_clickers_do_nothing(hall: Hall) -> None:
    hall.divided()
    hall.type("A, B", "", "Eau")
    hall.press(Key.Key_Escape)
    hall.press(Key.Key_Up)
    assert hall.page.view.chosen == Cell(0, 0)
    before = hall.stage.show
    for key in Key.Key_Return, Key.Key_PageUp, Key.Key_PageDown, Key.Key_F5, Key.Key_Escape:
        hall.press(key)
    assert (hall.stage.show, hall.page.view.line) == (before, None)
    hall.press(Key.Key_Right, Held.AltModifier)
    assert [each[0] for each in hall.titles] == ["", "Eau", ""]
    hall.press(Key.Key_Down, Held.AltModifier)
    assert (hall.titles[1], hall.page.view.chosen) == (["", "Eau"], Cell(1, 1))
    hall.press(Key.Key_Delete)
    assert hall.titles[1] == ["", ""]
    for _ in range(2):
        hall.press(Key.Key_Left)
    hall.press(Key.Key_F2)
    hall.type("Serre")
    assert hall.page.sheet is not None
    assert hall.page.sheet.grid.rooms == ("A", "Serre")


def test_a_table_is_pasted_from_a_spreadsheet_and_copied_to_one(hall: Hall) -> None:
    hall.divided(2)
    clipboard = QtGui.QGuiApplication.clipboard()
    clipboard.setText("Salle 1\tEau\tAir @ Bo\nSalle 2\tFeu\n")
    hall.press(Key.Key_V, Held.ControlModifier)
    assert hall.titles == [["Eau", "Feu"], ["Air @ Bo", ""]]
    hall.press(Key.Key_C, Held.ControlModifier)
    assert clipboard.text() == "\tTour 1\tTour 2\nSalle 1\tEau\tAir @ Bo\nSalle 2\tFeu\t"
    hall.page.view.choose(Cell(1, 1))
    clipboard.setText("Lune\n\nMars")
    hall.press(Key.Key_V, Held.ControlModifier)
    assert hall.titles[1] == ["Air @ Bo", "Lune", "", "Mars"]


def test_what_is_dragged_onto_a_cell_is_exchanged_with_it(hall: Hall) -> None:
    hall.divided(2)
    hall.type("A, B", "", "Eau", "Feu")
    hall.press(Key.Key_Escape)
    view = hall.page.view
    one, other = (view.shape.cell(cell).center() for cell in (Cell(0, 0), Cell(1, 1)))
    left, mouse = QtCore.Qt.MouseButton.LeftButton, QtTest.QTest
    mouse.mousePress(view.viewport(), left, Held.NoModifier, one)
    mouse.mouseMove(view.viewport(), other)
    mouse.mouseRelease(view.viewport(), left, Held.NoModifier, other)
    assert hall.titles == [["", "Feu"], ["", "Eau"]]


def test_one_key_makes_reporters_of_the_workshops(hall: Hall) -> None:
    page = hall.page
    assert not page.report.isEnabled(), "there are no workshops yet"
    hall.divided(2)
    hall.type("A, C", "", "Eau @ Bo", "Feu")
    hall.press(Key.Key_Escape)
    assert page.report.isEnabled()
    hall.press(Key.Key_F2, Held.ControlModifier)
    rows = board(hall.stage.show, hall.now).slots
    assert [each.name for each in rows[rows.numbers["report"]].speakers] == ["Bo", "C"]


def test_what_came_of_a_workshop_is_typed_while_its_reporter_has_the_floor(hall: Hall) -> None:
    hall.divided(2)
    hall.type("A, C", "", "Eau @ Bo", "Feu")
    hall.press(Key.Key_Escape)
    hall.press(Key.Key_F2, Held.ControlModifier)
    for clock in ("14:00", "14:40", "15:55", "16:00", "17:15"):
        hall.stage.do(clock, "go")
    hall.now = hall.stage.at("17:16")
    hall.stage.do("17:16", "floor", speaker=2)
    hall.show()
    assert hall.page.view.chosen == Cell(0, 1), "the workshop that is reported on"
    hall.type("= une forge")
    hall.press(Key.Key_Escape)
    assert hall.titles[0] == ["Eau @ Bo", "Feu = une forge"]
    results = report(hall.stage.show, hall.now).results
    assert [(each.room, each.title, each.text) for each in results] == [("C", "Feu", "une forge")]
    shown = report_rows(report(hall.stage.show, hall.now), report_words("fr"), client=True)
    assert NoteRow("C, Feu\u00a0: une forge") in shown


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
def test_dividing_says_what_it_comes_to_before_it_is_done(hall: Hall) -> None:
    hall.press(Key.Key_D, Held.ControlModifier)
    menu = hall.page.findChild(QtWidgets.QMenu)
    assert menu is not None
    offered = [entry.text() for entry in menu.actions()]
    assert offered[1] == "Découper Ateliers de travail en 3 tours de 45 min, reste 10 min"
    menu.actions()[1].trigger()
    assert hall.page.sheet is not None
    assert [each.title for each in hall.page.sheet.columns] == ["Tour 1", "Tour 2", "Tour 3"]
    menu.close()
    hall.press(Key.Key_D, Held.ControlModifier)
    again = hall.page.findChildren(QtWidgets.QMenu)[-1]
    assert again.actions()[1].text() == "3 tours, comme maintenant"
    again.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
def test_keys_of_the_grid_take_what_is_typed_and_nothing_is_lost(hall: Hall) -> None:
    hall.divided(2)
    hall.type("A, B", "", "Eau", "Feu")
    hall.press(Key.Key_Up)  # the next round is being typed
    hall.press(Key.Key_D, Held.ControlModifier)
    menu = hall.page.findChild(QtWidgets.QMenu)
    assert menu is not None
    assert hall.page.view.line is None
    menu.close()
    hall.page.view.choose(Cell(0, 1))
    hall.press(Key.Key_F2)
    hall.press(Key.Key_Up, Held.AltModifier)
    assert hall.titles == [["Feu", "Eau"], ["", ""]]
    hall.press(Key.Key_Up, Held.AltModifier)
    assert hall.titles == [["Feu", "Eau"], ["", ""]], "the first row is the first"


def test_after_a_result_nothing_is_typed_on_so_that_digits_give_the_floor(hall: Hall) -> None:
    hall.divided(2)
    hall.type("A, B", "", "Eau", "Feu")
    hall.press(Key.Key_Escape)
    hall.page.view.choose(Cell(0, 0))
    hall.type("= un puits")
    assert hall.page.view.line is None
    assert hall.page.view.chosen == Cell(0, 0)
    assert hall.titles[0] == ["Eau = un puits", "Feu"]


def test_a_room_that_is_there_is_refused_where_it_is_typed(hall: Hall) -> None:
    hall.divided(2)
    hall.type("A, B")
    line = hall.page.view.line
    assert line is not None
    QtTest.QTest.keyClicks(line, "A")
    assert line.echo.text() == "La salle «\u202fA\u202f» est déjà dans la grille."
    hall.press(Key.Key_Return)
    assert hall.page.view.line is line, "it stays, to be mended"
    hall.press(Key.Key_Escape)


def test_a_day_without_workshops_says_how_to_have_one(hall: Hall) -> None:
    hall.stage = Stage(day(leaf("talk", start="09:00")))
    hall.show()
    assert hall.page.sheet is None
    assert "Aucun atelier" in hall.page.title.value.beside  # type: ignore[union-attr]


# --- facts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, said",
    [
        ("Eau", ("Eau", None, None)),
        ("  L'eau   douce @  Bo LI ", ("L'eau douce", "Bo LI", None)),
        ("@Bo", ("", "Bo", None)),
        ("Eau @", ("Eau", None, None)),
        ("", ("", None, None)),
        ("Eau @ Bo = un puits par an", ("Eau", "Bo", "un puits par an")),
        ("= un puits", ("", None, "un puits")),
        ("Eau =", ("Eau", None, None)),
        ("E=mc2", ("E=mc2", None, None)),
    ],
)
def test_a_cell_is_a_title_who_hosts_and_what_came_of_it(
    text: str, said: tuple[str, str | None, str | None]
) -> None:
    assert grid_facts.typed(text) == said


@pytest.mark.parametrize(
    "here, rounds, rooms, there",
    [
        (Cell(0, 0), 0, 1, Cell(0, 1)),
        (Cell(0, 1), 0, 1, Cell(1, 0)),
        (Cell(1, 1), 0, 1, Cell(0, 0)),
        (Cell(1, 0), 1, 0, Cell(0, 1)),
        (Cell(0, 1), -1, 0, Cell(1, 0)),
        (Cell(-1, 0), 0, 1, Cell(-1, 1)),
        (Cell(-1, 2), 1, 0, Cell(0, 0)),
    ],
)
def test_typing_goes_on_from_cell_to_cell(here: Cell, rounds: int, rooms: int, there: Cell) -> None:
    stage = Stage(day(leaf("w", "95m", kind="workshop", start="09:00")))
    stage.do("08:00", "divide", slot="w", into=2, gap="5m")
    of = grid_facts.with_rooms(grids.grid(stage.board("08:01"), "w"), "A, B")
    assert grid_facts.after(of, here, rounds, rooms) == there


def test_what_a_cell_is_told_as(hall: Hall) -> None:
    hall.divided(2)
    hall.type("A", "", "Eau @ Bo")
    assert hall.page.sheet is not None
    said = grid_facts.spoken(hall.page.sheet, Cell(0, 0), grid_words("fr"))
    assert said == "A, Tour 1, 14h40 – 15h55, Eau, Bo"
