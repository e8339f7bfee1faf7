"""A file of others on the window: looked at, answered by keys, taken, while the show runs on."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Doubt
from runofshow.formats.source import Grid, Place, Source
from runofshow.formats.topics import waiting
from runofshow.ui.operator.correction import correction
from runofshow.ui.operator.doubt_walk import Spot, at_topic
from runofshow.ui.operator.draft_choosers import Chooser, Entry
from runofshow.ui.operator.draft_list import DraftList
from runofshow.ui.operator.draft_sheet import DraftSheet
from runofshow.ui.operator.source_view import GridModel, SourceView
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.theme import theme_for
from tests.formats.written import p, word
from tests.read_here import read_here
from tests.rows import each_row
from tests.ui.operator.window_days import late_moment
from tests.ui.operator.window_hands import press

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
NONE = QtCore.Qt.KeyboardModifier.NoModifier
PROGRAMME = """Journée du patrimoine
mardi 16 juin 2026, Paris, de 9h00 à 17h00

9h00 : Mot d'accueil
9h30-10h30 : Conférence
- Film
- Marie DUPONT, historienne
10h30 : Table ronde
12h-14h : Déjeuner
14h00-15h00 : Visite
"""
HOURS = "9h : A\n10h : B\n11h : C\n12h : D\n"
OVERLAPS = "9h-10h : A\n9h30-10h30 : B\n10h-11h : C\n"
PROGRAMMES = Path(__file__).parents[2] / "formats" / "programmes"
TABLE = "Début;Fin;Quoi;Divers\n9h;10h;A;Un\n10h;11h;B;Deux\n11h;12h;C;Trois\n"
DAYS = """date,start,end,title,room
2026-06-16,9:00,10:00,A,Un
2026-06-16,9:00,10:00,B,Deux
2026-06-17,9:00,10:00,C,Un
"""


class Room:
    """A window with a show that is on air, and a hand on its keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot
        self.window = OperatorWindow("fr")
        self.asked: list[Command] = []
        self.taken: list[tuple[Path, Plan]] = []
        self.learned: list[tuple[str, dict[int, str]]] = []
        self.window.asked.connect(self.asked.append)
        self.window.importing.taken.connect(lambda *took: self.taken.append(took))
        self.window.importing.learned.connect(lambda *what: self.learned.append(what))
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.present(late_moment().board)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    def read(self, text: str, name: str = "programme.txt") -> DraftSheet:
        self.window.read(Path(name), text.encode())
        self.settled()
        return self.sheet

    def settled(self) -> None:
        self.bot.waitUntil(lambda: not self.window.importing.reader.busy)

    @property
    def sheet(self) -> DraftSheet:
        return self.window.importing.sheet

    @property
    def waiting(self) -> tuple[int, ...]:
        proof = self.window.importing.proof
        assert proof is not None
        return waiting(proof)

    def press(self, *keys: Key, held: QtCore.Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            press(self.window, key, held)


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Room:
    read_here(monkeypatch)
    return Room(qtbot)


def test_a_file_is_read_and_shown_beside_what_it_becomes(room: Room) -> None:
    sheet = room.read(PROGRAMME)
    assert room.window.importing.open
    assert sheet.source.lines.toPlainText().startswith("Journée du patrimoine")
    titles = [row.title for row in sheet.slots.rows if row.level == 0]
    assert titles == ["Mot d'accueil", "Conférence", "Table ronde", "Déjeuner", "Visite"]
    marks = {row.title: (row.start.mark, row.length.mark) for row in sheet.slots.rows}
    assert marks["Mot d'accueil"] == ("given", "inferred")
    assert marks["Visite"] == ("given", "given")


def test_enter_leaves_the_guesses_topic_by_topic_and_ctrl_enter_takes_the_rundown(
    room: Room,
) -> None:
    sheet = room.read(PROGRAMME)
    asked = [topic for topic in sheet.topics if topic.asks]
    assert len(asked) > 2
    for at, topic in enumerate(asked):
        assert sheet.spot is not None
        assert sheet.spot.topic == at
        room.press(Key.Key_Return)
        assert not set(topic.doubts) & set(room.waiting)
    assert room.waiting == ()
    assert sheet.card.topics.value is not None
    assert sheet.card.topics.value.lines[-1].state == "told"  # what is left to know is shown
    assert sheet.spot == at_topic(sheet.topics, len(asked))
    room.press(Key.Key_Return, held=CTRL)
    ((path, plan),) = room.taken
    assert path.name == "programme.txt"
    assert plan.slots[0].title == "Mot d'accueil"
    assert not room.window.importing.open
    assert room.asked == []  # the show that runs heard nothing


def test_at_any_time_the_rest_can_be_taken_as_guessed(room: Room) -> None:
    room.read(PROGRAMME)
    room.press(Key.Key_Return, held=CTRL)
    assert len(room.taken) == 1


def test_hard_hours_are_ticked_by_digits(room: Room) -> None:
    sheet = room.read(PROGRAMME)
    proof = room.window.importing.proof
    assert proof is not None
    # the first topic asks for them
    assert sheet.spot == Spot(0, 0)
    assert proof.doubts[0].several
    room.press(Key.Key_1, Key.Key_4, Key.Key_5, Key.Key_5)
    assert [row.hard for row in sheet.slots.rows if row.level == 0][:1] == [True]  # at once
    room.press(Key.Key_Return, held=CTRL)  # what is lit is taken
    plan = room.taken[0][1]
    assert [slot.promise for slot in plan.slots] == ["start", None, None, "start", None]


def test_a_field_is_written_anew_in_place_and_taken_back(room: Room) -> None:
    sheet = room.read(PROGRAMME)
    proof = room.window.importing.proof
    assert proof is not None
    number = next(at for at, doubt in enumerate(proof.doubts) if doubt.field == "duration")
    slot = proof.doubts[number].slot
    sheet.look_at(number)
    room.press(Key.Key_F2)
    QtTest.QTest.keyClicks(sheet.card.line, "n'importe quoi")
    room.press(Key.Key_Return)
    assert "n'importe quoi" in sheet.card.wrong
    sheet.card.line.clear()
    QtTest.QTest.keyClicks(sheet.card.line, "1 h 05")
    room.press(Key.Key_Return)
    row = next(row for row in sheet.slots.rows if row.id == slot)
    assert (row.length.text, row.length.mark) == ("1 h 05", "given")
    assert sheet.card.line.isHidden()
    room.press(Key.Key_Z, held=CTRL)
    row = next(row for row in sheet.slots.rows if row.id == slot)
    assert row.length.mark == "inferred"
    assert room.asked == []


@each_row(
    "field, text, value",
    [
        ("duration", "1h05", {"duration": "1h05m", "end": None}),
        ("duration", "10h30", {"duration": "10h30m", "end": None}),
        ("duration", "midi", {"end": "12:00", "duration": None}),
        ("start", "9 h 15", {"start": "09:15"}),
        ("end_by", "", {"end_by": None}),
        ("title", " Un titre ", {"title": "Un titre"}),
        (
            "speakers",
            "Marie DUPONT, historienne, CNRS; Jean Petit",
            {
                "speakers": [
                    {"name": "Marie DUPONT", "role": "historienne", "organisation": "CNRS"},
                    {"name": "Jean Petit"},
                ]
            },
        ),
    ],
)
def test_what_is_written_is_the_edit_that_it_means(
    field: str, text: str, value: dict[str, object]
) -> None:
    doubt = Doubt(Place(), field, "missing", None, Sentence.of("hours_hard"), "a")
    assert correction(doubt, text) == commands.Edit(slot="a", set=value)


def test_any_field_of_any_item_is_written_anew_by_keys(room: Room) -> None:
    sheet = room.read(PROGRAMME)
    room.press(Key.Key_Tab)
    assert sheet.slot == sheet.slots.chosen == sheet.slots.rows[0].id
    while next(row for row in sheet.slots.rows if row.id == sheet.slot).title != "Table ronde":
        room.press(Key.Key_Down)
    room.press(Key.Key_2)
    QtTest.QTest.keyClicks(sheet.card.line, "demain")
    room.press(Key.Key_Return)
    assert "demain" in sheet.card.wrong
    room.press(Key.Key_Down)  # to the title, nothing written
    assert sheet.card.line.text() == "Table ronde"
    QtTest.QTest.keyClicks(sheet.card.line, "Echange")
    room.press(Key.Key_Return, Key.Key_F2)
    assert sheet.card.line.text() == "10h30"
    QtTest.QTest.keyClicks(sheet.card.line, "10h45")
    room.press(Key.Key_Return)
    shown = {row.title: row.start.text for row in sheet.slots.rows}
    assert shown["Echange"] == "10h45"
    dropped = sheet.slot
    room.press(Key.Key_Delete)
    assert "Echange" not in [row.title for row in sheet.slots.rows]
    assert sheet.slots.rows[-2].id == sheet.slot  # the lunch, which came after
    room.press(Key.Key_Z, held=CTRL)
    assert dropped in [row.id for row in sheet.slots.rows]
    assert sheet.slot == dropped
    room.press(Key.Key_Backtab)
    assert sheet.slot == ""
    room.press(Key.Key_Return, held=CTRL)
    assert "Echange" in [slot.title for slot in room.taken[0][1].slots]
    assert room.asked == []


def test_a_long_list_of_rooms_is_searched(room: Room) -> None:
    taken: list[str] = []
    entries = [Entry(f"Salle {name}", name) for name in ("Émeraude", *map(str, range(20)))]
    menu = Chooser(room.window, room.window.theme, entries, taken.append, seek="Chercher…")
    QtTest.QTest.keyClicks(menu, "eme")
    assert [each.text() for each in menu.actions() if each.isVisible()] == ["eme", "Salle Émeraude"]
    QtTest.QTest.keyClicks(menu, "x")  # nothing holds it
    assert menu.sought == "eme"
    assert menu.activeAction() is menu.left[0]
    menu.left[0].trigger()
    assert taken == ["Émeraude"]
    for _ in range(3):
        QtTest.QTest.keyClick(menu, Key.Key_Backspace)
    assert len(menu.left) == len(entries)


def test_space_and_the_keypads_enter_are_still_go(room: Room) -> None:
    room.read(PROGRAMME)
    room.press(Key.Key_Space, held=CTRL)
    assert [type(command) for command in room.asked] == [commands.Go]


def test_escape_leaves_everything_as_it_was(room: Room) -> None:
    room.read(PROGRAMME)
    room.press(Key.Key_Escape)
    assert not room.window.importing.open
    assert room.taken == []
    assert room.window.importing.proof is None


def test_opened_again_after_escape_the_answers_are_still_there(room: Room) -> None:
    room.read(PROGRAMME)
    room.press(Key.Key_1, Key.Key_Return, Key.Key_Return)
    left = room.waiting
    room.press(Key.Key_Escape)
    room.read(PROGRAMME)
    assert room.waiting == left
    room.press(Key.Key_Escape)
    room.read(PROGRAMME.replace("Visite", "Promenade"))
    assert len(room.waiting) > len(left)


def test_a_revision_does_not_ask_again_what_was_answered(room: Room) -> None:
    room.read(PROGRAMME)
    room.press(Key.Key_1)
    while room.waiting:
        room.press(Key.Key_Return)
    room.press(Key.Key_Return, held=CTRL)
    revised = PROGRAMME.replace("Visite", "Promenade").encode()
    room.window.read(Path("v2.txt"), revised, revises=True)
    room.settled()
    assert room.sheet.head.take.text() == "Voir ce que ça change"
    assert room.waiting == ()
    assert room.taken[0][1].slots[0].promise == "start"
    room.read(PROGRAMME)
    assert room.sheet.head.take.text() == "Charger ce conducteur"


def test_the_doubts_of_a_topic_are_looked_at_one_by_one(room: Room) -> None:
    sheet = room.read(HOURS)
    at = [topic.concern for topic in sheet.topics].index("guessed")
    topic = sheet.topics[at]
    assert len(topic.doubts) > 2
    room.press(*[Key.Key_Down] * at)
    assert sheet.spot == Spot(at, None)
    proof = room.window.importing.proof
    assert proof is not None
    about = {proof.doubts[number].slot for number in topic.doubts}
    assert sheet.slots.lit == about  # the rows and the lines of all of them are lit
    assert len(sheet.source.lines.lit_lines()) == len(topic.doubts)
    room.press(Key.Key_2)
    assert sheet.spot == Spot(at, topic.doubts[1])
    room.press(Key.Key_Return)
    assert sheet.spot == Spot(at, topic.doubts[2])
    assert set(topic.doubts) - set(room.waiting) == {topic.doubts[1]}
    room.press(Key.Key_Up, Key.Key_Up)
    assert sheet.spot == Spot(at, topic.doubts[0])
    room.press(Key.Key_Escape)
    assert sheet.spot == Spot(at, None)
    assert room.window.importing.open
    room.press(Key.Key_Return)
    assert not set(topic.doubts) & set(room.waiting)
    room.press(Key.Key_Z, held=CTRL)  # all of them were one step
    assert set(topic.doubts) - set(room.waiting) == {topic.doubts[1]}
    first = QtCore.QPoint(40, sheet.card.topics._head + 4)
    QtTest.QTest.mouseClick(sheet.card.topics, QtCore.Qt.MouseButton.LeftButton, pos=first)
    assert sheet.spot == Spot(0, 0)


def test_an_answer_to_all_overlaps_is_one_step(room: Room) -> None:
    sheet = room.read(OVERLAPS)
    room.press(Key.Key_Down)
    assert sheet.topics[1].concern == "overlap"
    assert sheet.card.shown is not None
    assert sheet.card.shown.opening == 2
    room.press(Key.Key_2)
    assert [row.length.text for row in sheet.slots.rows] == ["30 min", "30 min", "1 h"]
    room.press(Key.Key_Up)
    assert sheet.card.shown.ticks == {1}
    room.press(Key.Key_Z, held=CTRL)
    assert [row.length.text for row in sheet.slots.rows] == ["1 h", "1 h", "1 h"]


def test_the_clients_word_programme_is_loaded_with_six_keys(room: Room) -> None:
    """It has 23 doubts; each was an Enter once."""
    lines = (PROGRAMMES / "pionniers.txt").read_text("utf-8").splitlines()
    room.window.read(Path("programme.docx"), word("".join(p(escape(line)) for line in lines)))
    room.settled()
    pressed = 0
    while room.waiting:
        room.press(Key.Key_Return)
        pressed += 1
    room.press(Key.Key_Return, held=CTRL)
    assert pressed + 1 == 6
    assert [slot.title for slot in room.taken[0][1].slots][-1] == "Conclusion de la journée"


def test_the_line_that_a_doubt_is_about_is_lit(room: Room) -> None:
    sheet = room.read(PROGRAMME)
    proof = room.window.importing.proof
    assert proof is not None
    for number, doubt in enumerate(proof.doubts):
        sheet.look_at(number)
        place = doubt.place if doubt.place != Place() else proof.settled.places.get(doubt.slot)
        line = None if place is None else place.line
        assert sheet.source.lines.lit_lines() == ([] if line is None else [line])


def test_a_line_that_is_clicked_shows_its_slot(room: Room) -> None:
    sheet = room.read(PROGRAMME)
    sheet.source.picked.emit(Place(line=9))
    chosen = next(row for row in sheet.slots.rows if row.id == sheet.slots.chosen)
    assert chosen.title == "Déjeuner"
    sheet.slots.picked.emit(sheet.slots.rows[-1].id)
    assert sheet.slots.chosen == sheet.slots.rows[-1].id
    sheet.slots.picked.emit(sheet.slots.rows[-1].id)  # once more: the item itself
    assert sheet.slot == sheet.slots.rows[-1].id


def test_days_and_rooms_are_chosen_by_keys(room: Room) -> None:
    sheet = room.read(DAYS, "days.csv")
    assert [row.title for row in sheet.slots.rows] == ["A"]
    room.press(Key.Key_Right, held=QtCore.Qt.KeyboardModifier.ShiftModifier)
    assert [row.title for row in sheet.slots.rows] == ["B"]
    room.press(Key.Key_Right)
    assert [row.title for row in sheet.slots.rows] == ["C"]
    assert "17" in sheet.head.day.text()


def test_a_column_can_be_taken_for_something_else_and_that_is_remembered(room: Room) -> None:
    sheet = room.read(TABLE, "table.csv")
    assert [row.title for row in sheet.slots.rows] == ["A", "B", "C"]
    sheet.column_chosen.emit(3, "title")
    sheet.column_chosen.emit(2, "note")
    room.settled()
    assert room.learned
    shape, columns = room.learned[-1]
    other = Room(room.bot)
    other.window.importing.remember({shape: columns})
    again = other.read(TABLE.replace("Trois", "Quatre"), "other.csv")
    assert [row.title for row in again.slots.rows] == [row.title for row in sheet.slots.rows]


@pytest.fixture
def clipboard(qapp: QtWidgets.QApplication) -> Iterator[QtGui.QClipboard]:
    """The clipboard, emptied afterwards: Qt deletes what is in it after Python has ended."""
    there = QtGui.QGuiApplication.clipboard()
    yield there
    there.clear()


def test_what_was_copied_elsewhere_is_pasted_as_a_programme(
    room: Room, clipboard: QtGui.QClipboard
) -> None:
    clipboard.setText("9h\tAccueil\n9h30\tDébat\n11h\tFin\n")
    room.press(Key.Key_V, held=CTRL)
    room.settled()
    assert [row.title for row in room.sheet.slots.rows] == ["Accueil", "Débat", "Fin"]
    cells = "".join(f"<tr><td>{at}h</td><td>{what}</td></tr>" for at, what in ((9, "A"), (10, "B")))
    copied = QtCore.QMimeData()
    copied.setHtml(f"<html><body><table>{cells}</table></body></html>")
    clipboard.setMimeData(copied)
    room.press(Key.Key_V, held=CTRL)
    room.settled()
    assert [row.title for row in room.sheet.slots.rows] == ["A", "B"]


def test_what_cannot_be_read_is_said_and_nothing_else_happens(room: Room) -> None:
    sheet = room.read("\x89PNG\r\n", "plan.docx")
    assert sheet.proof is None
    assert "plan.docx" in sheet._status
    room.press(Key.Key_Return, held=CTRL)
    room.press(Key.Key_Escape)
    assert room.taken == []


def test_another_language_and_another_theme_while_it_is_open(room: Room) -> None:
    sheet = room.read(PROGRAMME)
    room.window.speak("en")
    assert sheet.head.take.text() == "Load this rundown"
    assert sheet.slots.rows[0].start.text == "9:00"
    room.window.use_dark(False)
    room.window.grab()


def test_the_model_of_a_sheet_is_a_model(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = GridModel()
    model.theme = theme_for(1080, dark=True)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.put(Grid("A", (("9h", 1.0, None), ("10h",))), {0: "début"}, 0)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.light({1: 0})
    assert model.headerData(0, QtCore.Qt.Orientation.Horizontal) == "A  début"


def test_the_sheet_of_a_place_is_shown(qtbot: QtBot) -> None:
    view = SourceView(theme_for(768, dark=False))
    qtbot.addWidget(view)
    view.put(Source(sheets=(Grid("A", (("1",),)), Grid("B", (("2",),)))), {}, None)
    view.light(Place(sheet="B", row=1, column=1))
    assert view.grid.cells.grid.name == "B"


def test_a_list_that_is_empty_paints(qtbot: QtBot) -> None:
    slots = DraftList(theme_for(768, dark=True))
    qtbot.addWidget(slots)
    slots.put(())
    slots.choose("none")
    slots.grab()
