"""People in the régie's window: booked by keys and clicks, called, replaced."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.apply import apply
from runofshow.core.board import Row, board
from runofshow.core.commands import Command, command_of
from runofshow.core.errors import Refused
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.people_list import columns
from runofshow.ui.operator.people_page import PeoplePage
from runofshow.ui.operator.ready_page import ReadyPage
from runofshow.ui.operator.window import OperatorWindow
from tests.hand import Stage, clock_of, day, leaf
from tests.ui.operator.test_readiness import WELL
from tests.ui.operator.window_hands import press

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


class Hall:
    """A window that conducts a day: what it asks is done at once."""

    def __init__(self, window: OperatorWindow) -> None:
        gil = {"name": "Gerardo GIL", "mic": "HF 2"}
        self.stage = Stage(
            day(
                leaf("film", "30m", start="09:00"),
                leaf("talk", "20m", speakers=[gil], call_before="10m"),
                leaf("panel", "30m", kind="panel", speakers=["Ada B", gil, "Bob"]),
            )
        )
        self.window = window
        self.now = self.stage.at("08:50")
        window.asked.connect(self._ask)
        self.show()

    def _ask(self, command: Command) -> None:
        try:
            self.stage.show = apply(self.stage.show, command, self.now)
        except Refused as refused:
            self.window.refused(refused.sentence)
        self.show()

    def show(self) -> None:
        self.window.present(board(self.stage.show, self.now))

    def at(self, clock: str, do: str = "") -> None:
        self.now = self.stage.at(clock)
        if do:
            self._ask(command_of({"do": do}))
        self.show()

    def press(self, key: Key, held: Held = Held.AltModifier) -> None:
        press(self.window, key, held)
        self.now += timedelta(seconds=1)

    def type(self, text: str) -> None:
        has: QtWidgets.QWidget | None = self.window.focusWidget()
        assert has is not None
        QtTest.QTest.keyClicks(has, text)

    @property
    def page(self) -> PeoplePage:
        assert isinstance(self.window.card.page, PeoplePage)
        return self.window.card.page

    def rows(self) -> list[Row]:
        return list(board(self.stage.show, self.now).slots)

    @property
    def words(self) -> list[str]:
        return [f"{line.name} {line.word}" for line in self.page.list.lines]


@pytest.fixture
def hall(qtbot: QtBot) -> Iterator[Hall]:
    window = OperatorWindow("fr")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    made = Hall(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield made
    window.leave()


def test_people_are_booked_by_keys_and_clicks_and_found_by_typing(hall: Hall) -> None:
    hall.press(Key.Key_G)
    assert hall.words == ["Gerardo GIL attendu", "Ada B attendu", "Bob attendu"]
    hall.press(Key.Key_Y)
    assert hall.words[0] == "Gerardo GIL arrivé 8h50"
    assert hall.page.list.accessibleDescription().startswith("Gerardo GIL, arrivé 8h50, 9h30")
    hall.press(Key.Key_Down, Held.NoModifier)
    hall.press(Key.Key_B)
    assert hall.words[1] == "Ada B équipé, là 8h50"
    assert hall.page.chosen is not None
    assert hall.page.chosen.name == "Ada B"
    # what is typed looks for somebody; the arrows still choose, Escape goes back
    hall.type("bo")
    assert hall.window.focusWidget() is hall.page.seek
    assert hall.words == ["Bob attendu"]
    hall.press(Key.Key_X)
    assert hall.words == ["Bob absent"]
    hall.press(Key.Key_Escape, Held.NoModifier)
    assert (len(hall.words), hall.window.focusWidget()) == (3, hall.page.list)
    # a click on a state goes on to the next, one on a name only chooses
    spot = columns(hall.page.theme, hall.page.list.width())
    for x, expected in ((spot.name + 20, "absent"), (spot.state + 4, "attendu")):
        place = QtCore.QPoint(round(x), round(2.5 * hall.page.list.tall))
        QtTest.QTest.mouseClick(
            hall.page.list.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place
        )
        assert hall.words[2] == f"Bob {expected}"
    # clickers do nothing
    before = hall.stage.show
    for key in (Key.Key_Return, Key.Key_PageDown, Key.Key_F5):
        hall.press(key, Held.NoModifier)
    assert hall.stage.show is before


def test_a_call_is_raised_once_and_answered_by_one_key(hall: Hall) -> None:
    hall.at("09:00", "go")
    assert hall.window.banners.shown is None
    hall.at("09:20")
    assert hall.window.banners.text == "APPELER G. GIL, HF 2"
    assert hall.window.live.go.ahead.call == "APPELER G. GIL, HF 2"
    hall.press(Key.Key_F8, Held.NoModifier)
    assert hall.window.banners.shown is None
    assert hall.window.live.go.ahead.call == "appelé 9h20"
    hall.at("09:25")
    assert hall.window.banners.shown is None
    # taken back, it stands again; the key of arrivals answers it too, whatever page is open
    hall.window.ask(command_of({"do": "called", "slot": "talk", "on": False}))
    assert hall.window.banners.text == "APPELER G. GIL, HF 2"
    hall.press(Key.Key_Y)
    assert hall.window.banners.shown is None
    hall.press(Key.Key_Y)  # nobody is called any more: the page opens
    assert hall.words[0] == "Gerardo GIL arrivé 9h25"


def test_somebody_absent_is_replaced_on_the_line_and_a_microphone_is_given(hall: Hall) -> None:
    hall.press(Key.Key_G)
    hall.press(Key.Key_X)
    links = [(link.text(), link.toolTip()) for link in hall.window.banners._links]
    assert links == [
        ("Remplacer…", "Remplacer… (F8)"),
        ("Sauter la séquence", "Sauter la séquence (Maj+F8)"),
        ("Garder", "Garder (Ctrl+F8)"),
    ]
    hall.press(Key.Key_F8, Held.ShiftModifier)
    assert hall.rows()[1].status == "skipped"
    hall.window.ask(command_of({"do": "undo"}))
    hall.window.ask(command_of({"do": "speaker", "who": "Gerardo GIL", "is": "expected"}))
    hall.press(Key.Key_X)
    hall.window.banners.answer()
    assert hall.window.asking.open
    hall.type("Ida MARTIN")
    assert hall.window.asking.line.plate[0].head == (
        "Ida MARTIN à la place de Gerardo GIL, dans 2 séquences"
    )
    hall.press(Key.Key_Return, Held.NoModifier)
    assert hall.words[0] == "Ida MARTIN attendu"
    assert hall.window.focusWidget() is hall.page.list
    hall.press(Key.Key_Home, Held.NoModifier)
    hall.press(Key.Key_J)
    hall.type("HF 7")
    hall.press(Key.Key_Return, Held.NoModifier)
    assert hall.page.list.lines[0].mic == "HF 7"
    hall.press(Key.Key_F10, Held.ControlModifier)
    hall.type("06 11 22 33 44")
    assert hall.window.asking.line.plate[0].head == "Ida MARTIN au 06 11 22 33 44"
    hall.press(Key.Key_Return, Held.NoModifier)
    assert hall.page.list.lines[0].phone == "06 11 22 33 44"
    assert [row.speakers[-2 % len(row.speakers)].phone for row in hall.rows()[1:]] == [
        "06 11 22 33 44",
        "06 11 22 33 44",
    ]
    hall.press(Key.Key_Q)
    hall.type("15 min")
    hall.press(Key.Key_Return, Held.NoModifier)
    assert hall.stage.show.plan.call_before == timedelta(minutes=15)
    texts = [button.text() for button in hall.page.buttons.values()]
    assert texts[-1] == "Appels\u00a0: 15 min avant…"


def test_the_page_speaks_both_languages_and_wears_both_themes(hall: Hall) -> None:
    hall.press(Key.Key_G)
    assert clock_of(hall.now, hall.stage.zone)
    hall.window.speak("en")
    hall.window.use_dark(False)
    hall.window.resize(1920, 1080)
    QtWidgets.QApplication.processEvents()
    assert hall.words[0] == "Gerardo GIL expected"
    assert all(
        button.geometry().right() < hall.page.width() and button.text() and button.toolTip()
        for button in hall.page.buttons.values()
    )


def test_what_is_ready_is_walked_by_keys_and_led_to_where_it_is_settled(hall: Hall) -> None:
    wanted: list[bool] = []
    hall.window.machine_wanted.connect(lambda: wanted.append(True))
    demos: list[bool] = []
    hall.window.demo_asked.connect(lambda: demos.append(True))
    hall.press(Key.Key_N)
    page = hall.window.card.page
    assert isinstance(page, ReadyPage)
    assert wanted == [True]
    hall.window.know(WELL._replace(today=date(2026, 1, 20)))
    names = [check.name for check in page.list.found]
    assert names[:2] == ["Date", "Personnes"]
    assert page.title.said() == ("2 points à voir", "rien n'empêche de commencer")
    hall.press(Key.Key_Down, Held.NoModifier)
    assert page.list.accessibleName().startswith("Personnes. à voir. pas encore là")
    hall.press(Key.Key_Return, Held.NoModifier)  # clickers send it: it leads nowhere
    assert hall.window.card.page is page
    page.buttons[Gesture.DEMO].click()
    assert demos == [True]
    hall.press(Key.Key_F2, Held.NoModifier)
    assert hall.window.pages.name == "people"
    # what was settled elsewhere is in order when the page comes back
    for name in ("Gerardo GIL", "Ada B", "Bob"):
        hall.window.ask(command_of({"do": "speaker", "who": name, "is": "arrived"}))
    hall.press(Key.Key_N)
    assert [section.head for section in page.list.sections] == ["À voir", "En ordre"]
    assert page.title.said()[0] == "1 point à voir"
    hall.press(Key.Key_Home, Held.NoModifier)
    hall.window.know(WELL._replace(stage="parked", today=hall.stage.date))
    assert page.list.found[0].state == "broken"
    assert page.title.said()[1] == "à régler avant de commencer"


def test_no_button_moves_once_it_is_set_how_long_before_to_call(hall: Hall) -> None:
    hall.press(Key.Key_G)
    buttons = hall.page.buttons.values()
    before = [button.x() for button in buttons]
    hall._ask(command_of({"do": "edit", "set": {"call_before": "10m"}}))
    assert [button.x() for button in buttons] == before
