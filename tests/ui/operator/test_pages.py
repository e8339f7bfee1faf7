"""The pages of the large card: made when opened, kept true while open, the keyboard with them."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command
from runofshow.core.report import report
from runofshow.formats import written
from runofshow.ui.operator.pages import NAMES, PageName
from runofshow.ui.operator.report_lines import HeadRow, ItemRow, LineRow
from runofshow.ui.operator.report_page import ReportPage
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.report import EN, FR
from tests.rows import each_row
from tests.ui.operator.window_days import lived
from tests.ui.operator.window_hands import press

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


class Room:
    """A window, the day it shows, and how often it wanted a report."""

    def __init__(self, window: OperatorWindow) -> None:
        self.window, self.wanted = window, 0
        self.day = lived("10:40")
        window.report_wanted.connect(self._bring)
        self.at("10:40")

    def _bring(self) -> None:
        self.wanted += 1
        self.window.report(report(self.day.show, self.day.now))

    def at(self, clock: str) -> None:
        self.day = lived(clock)
        self.window.present(self.day.board)
        QtWidgets.QApplication.processEvents()

    @property
    def name(self) -> str:
        """Which page is open."""
        return self.window.pages.name

    def page(self) -> ReportPage:
        assert isinstance(self.window.card.page, ReportPage)
        return self.window.card.page

    def press(self, key: Key, held: Held = Held.NoModifier) -> None:
        press(self.window, key, held)

    def click_tab(self, name: PageName) -> None:
        tabs = self.window.card.tabs
        x = round(tabs._edges()[NAMES.index(name)]) + 8
        place = QtCore.QPoint(x, tabs.height() // 2)
        QtTest.QTest.mouseClick(tabs, QtCore.Qt.MouseButton.LeftButton, pos=place)


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
    yield made
    window.leave()


CTRL_SHIFT = Held.ControlModifier | Held.ShiftModifier


def test_no_page_is_made_before_one_is_opened(room: Room) -> None:
    room.at("10:41")
    assert (room.window.pages._made(), room.wanted) == ([], 0)


def test_a_click_on_a_tab_opens_its_page_in_the_place_of_the_rundown(room: Room) -> None:
    place = room.window.rundown.geometry()
    room.click_tab("report")
    assert (room.name, room.wanted) == ("report", 1)
    assert room.page().geometry() == place
    assert not room.window.rundown.isVisible()
    room.click_tab("log")
    assert room.name == "log"
    room.click_tab("rundown")
    assert room.window.card.page is room.window.rundown
    assert room.window.rundown.isVisible()
    assert room.window.rundown.geometry() == place


@each_row("key, name", [(Key.Key_E, "report"), (Key.Key_K, "log"), (Key.Key_C, "rundown")])
def test_each_page_has_a_key(room: Room, key: Key, name: str) -> None:
    room.press(key, CTRL_SHIFT)
    assert room.name == name


def test_the_keyboard_goes_with_the_page_and_space_is_still_go(room: Room) -> None:
    asked: list[Command] = []
    room.window.asked.connect(asked.append)
    for name in NAMES:
        room.click_tab(name)
        has: QtWidgets.QWidget | None = room.window.focusWidget()
        assert has is not None
        assert room.window.card.page.isAncestorOf(has)
        room.press(Key.Key_Space)
        assert [command.as_json()["do"] for command in asked] == ["go"]
        asked.clear()
    room.click_tab("report")
    room.window.messages.write_message()
    room.window.rest()
    has = room.window.focusWidget()
    assert has is not None
    assert room.page().isAncestorOf(has)


def test_whoever_types_a_message_goes_on_typing_when_a_page_opens(room: Room) -> None:
    room.window.messages.write_message()
    room.window.pages.open("report")
    assert room.window.messages.line.hasFocus()


def test_an_open_page_is_kept_true_and_a_closed_one_costs_nothing(room: Room) -> None:
    room.click_tab("report")
    room.at("10:40:01")
    assert room.wanted == 1
    room.at("10:40:06")
    assert room.wanted == 2
    room.at("10:42")
    assert room.wanted == 3
    room.click_tab("rundown")
    room.at("11:00")
    assert room.wanted == 3


def test_the_report_opens_by_itself_when_the_day_is_over_and_leaves_when_it_is_not(
    room: Room,
) -> None:
    room.at("18:03")
    assert room.name == "rundown"
    room.at("18:05")
    assert room.name == "report"
    room.at("18:03")  # the closing is taken back
    assert room.name == "rundown"


def test_what_was_opened_by_hand_stays_open(room: Room) -> None:
    room.click_tab("log")
    room.at("18:05")
    assert room.name == "log"
    room.click_tab("report")
    room.at("18:03")
    assert room.name == "report"


def test_the_rundown_is_not_taken_away_from_whoever_types_in_it(room: Room) -> None:
    line = QtWidgets.QLineEdit(room.window.rundown)
    line.show()
    line.setFocus()
    room.at("18:05")
    assert room.name == "rundown"


def test_an_item_picked_on_the_timeline_is_shown_in_the_rundown(room: Room) -> None:
    room.click_tab("report")
    room.window.timeline.picked.emit("synthese")
    assert room.window.card.page is room.window.rundown


def test_the_clients_version_shows_no_item_and_stays_chosen(room: Room) -> None:
    room.at("18:05")
    page = room.page()
    assert page.internal.isChecked()
    assert any(isinstance(row, ItemRow) for row in page.sheet.rows)
    page.for_client.click()
    assert (page.internal.isChecked(), page.for_client.isChecked()) == (False, True)
    assert not any(isinstance(row, ItemRow) for row in page.sheet.rows)
    room.at("18:06")
    assert page.client


def test_it_speaks_the_other_language_at_once(room: Room) -> None:
    room.click_tab("report")
    room.window.speak("en")
    page = room.page()
    heads = [row.text for row in page.sheet.rows if isinstance(row, HeadRow)]
    assert heads[0] == EN.hard_times
    assert (page.internal.text(), page.export.text()) == (EN.internal, EN.export)
    assert room.window.card.tabs.value is not None
    assert room.window.card.tabs.value.names[-2:] == ("Log", "Workshops")


def test_it_changes_dress_and_size_at_once(room: Room) -> None:
    room.click_tab("report")
    tall = room.page().sheet.height_of(LineRow("", ""))
    room.window.use_dark(False)
    room.window.resize(1366, 768)
    QtWidgets.QApplication.processEvents()
    assert room.page().sheet.height_of(LineRow("", "")) < tall
    assert not room.page().theme.colours.dark


def test_the_buttons_stand_within_the_page_beside_the_title(room: Room) -> None:
    for size in ((1180, 640), (1366, 768), (1920, 1080)):
        room.window.resize(*size)
        room.window.pages.open("report")
        QtWidgets.QApplication.processEvents()
        page = room.page()
        buttons = (page.internal, page.for_client, page.export)
        for one, other in pairwise(buttons):
            assert one.geometry().right() < other.x()
        assert page.title.geometry().right() < page.internal.x()
        assert page.rect().contains(page.export.geometry())
        assert page.sheet.y() >= page.export.geometry().bottom()


def test_what_does_not_fit_scrolls_and_stays_where_it_was(room: Room) -> None:
    room.at("18:05")
    bar = room.page().sheet.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(120)
    room.at("18:06")
    assert bar.value() == 120
    room.page().for_client.click()
    assert bar.maximum() == 0


def test_a_row_tells_all_of_itself_by_its_tip(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.at("18:05")
    sheet, shown = room.page().sheet, list[str]()
    monkeypatch.setattr(QtWidgets.QToolTip, "showText", lambda _at, text, _of: shown.append(text))
    index = next(at for at, row in enumerate(sheet.rows) if isinstance(row, LineRow) and row.tip)
    place = QtCore.QPoint(200, sheet._tops[index] + 5)
    QtWidgets.QApplication.sendEvent(
        sheet.viewport(), QtGui.QHelpEvent(QtCore.QEvent.Type.ToolTip, place, place)
    )
    row = sheet.rows[index]
    assert isinstance(row, LineRow)
    assert shown == [row.tip]


def test_the_same_report_paints_nothing_anew(room: Room) -> None:
    room.at("18:05")
    sheet = room.page().sheet
    painted: list[int] = []

    class Watch(QtCore.QObject):
        def eventFilter(self, _of: QtCore.QObject, event: QtCore.QEvent) -> bool:
            if event.type() == QtCore.QEvent.Type.Paint:
                painted.append(1)
            return False

    watch = Watch()
    sheet.viewport().installEventFilter(watch)
    room.at("18:06")
    assert painted == []


# --- exporting ---------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform, at any dialog
def test_exporting_asks_for_a_file_and_blocks_nothing(room: Room) -> None:
    asked: list[tuple[Path, bool]] = []
    room.window.export_asked.connect(lambda path, client: asked.append((path, client)))
    room.at("18:05")
    room.page().for_client.click()
    room.page().export.click()
    (dialog,) = room.window.findChildren(QtWidgets.QFileDialog)
    assert dialog.windowModality() == QtCore.Qt.WindowModality.NonModal
    kinds = [FR.pdf_files, FR.xlsx_files, FR.csv_files, FR.json_files]
    assert dialog.nameFilters() == kinds
    assert dialog.defaultSuffix() == "pdf"
    for kind, suffix in zip(kinds, ("pdf", "xlsx", "csv", "json"), strict=True):
        dialog.filterSelected.emit(kind)
        assert dialog.defaultSuffix() == suffix
    assert [Path(name).stem for name in dialog.selectedFiles()] == ["bilan client 2016-01-19"]
    dialog.fileSelected.emit("/tmp/x.json")
    dialog.close()
    assert asked == [(Path("/tmp/x.json"), True)]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_without_the_page_the_internal_version_is_exported(room: Room) -> None:
    asked: list[bool] = []
    room.window.export_asked.connect(lambda _, client: asked.append(client))
    room.press(Key.Key_W, CTRL_SHIFT)
    (dialog,) = room.window.findChildren(QtWidgets.QFileDialog)
    dialog.fileSelected.emit("/tmp/x.csv")
    dialog.close()
    assert asked == [False]


# --- saving the rundown ------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_saving_offers_every_export_and_blocks_nothing(room: Room) -> None:
    asked: list[Path] = []
    room.window.save_asked.connect(asked.append)
    room.press(Key.Key_S, CTRL_SHIFT)
    (dialog,) = room.window.findChildren(QtWidgets.QFileDialog)
    assert dialog.windowModality() == QtCore.Qt.WindowModality.NonModal
    suffixes = []
    for kind in dialog.nameFilters():
        dialog.filterSelected.emit(kind)
        suffixes.append(f".{dialog.defaultSuffix()}")
    assert tuple(suffixes) == (written.OWN_ALONE, *written.ENDINGS)
    dialog.fileSelected.emit("/tmp/x.xlsx")
    dialog.close()
    assert asked == [Path("/tmp/x.xlsx")]
