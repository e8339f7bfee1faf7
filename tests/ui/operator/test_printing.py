"""Printing from the régie's window: the sheet, its keys, its pages, and a show that runs on."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command
from runofshow.core.paper import Edition, sheet
from runofshow.ui.operator.print_sheet import PrintSheet
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.paper import spool
from runofshow.ui.paper.sizes import Paper
from runofshow.ui.texts.printing import EN, FR
from tests.ui.operator.window_days import Moment, late_moment
from tests.ui.operator.window_hands import press

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
TWO = ["Bureau", "Loge"]


class Room:
    """A window with a show, and whoever knows it."""

    def __init__(self, qtbot: QtBot, moment: Moment) -> None:
        self.bot, self.moment = qtbot, moment
        self.window = OperatorWindow("fr")
        self.asked: list[Command] = []
        self.window.asked.connect(self.asked.append)
        self.window.paper_wanted.connect(self.give)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.present(moment.board)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.window.rest()

    def give(self) -> None:
        self.window.paper(sheet(self.moment.show, self.moment.now))

    @property
    def sheet(self) -> PrintSheet:
        return self.window.printing.sheet

    def press(
        self, key: Key, held: QtCore.Qt.KeyboardModifier = QtCore.Qt.KeyboardModifier.NoModifier
    ) -> None:
        press(self.window, key, held)

    def open(self) -> PrintSheet:
        self.press(Key.Key_P, CTRL)
        self.settled()
        return self.sheet

    def settled(self) -> None:
        """Until the pages are laid out and painted."""
        jobs = self.window.printing
        self.bot.waitUntil(lambda: not (jobs.layout.busy or jobs.pictures.busy))


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(spool.Printers, "work", lambda self: TWO)
    made = Room(qtbot, late_moment())
    yield made
    made.window.printing.finish()
    made.window.leave()


def test_nothing_of_paper_is_made_before_it_is_asked_for(room: Room) -> None:
    assert not room.window.printing.open
    assert room.window.findChildren(PrintSheet) == []


def test_ctrl_p_opens_the_sheet_and_escape_gives_the_keyboard_back(room: Room) -> None:
    shown = room.open()
    assert room.window.printing.open
    assert room.window.focusWidget() is shown
    assert (shown.pages, shown.order.edition) == (2, Edition.REGIE)
    room.press(Key.Key_Escape)
    assert shown.isHidden()
    has = room.window.focusWidget()
    assert room.window.rundown.isAncestorOf(has)


def test_the_show_runs_on_and_space_is_go(room: Room) -> None:
    room.open()
    room.press(Key.Key_Space)
    room.press(Key.Key_Space, CTRL)
    assert [command.do for command in room.asked] == ["go", "go"]


def test_arrows_choose_the_edition_and_turn_the_pages(room: Room) -> None:
    shown = room.open()
    room.press(Key.Key_Right)
    assert shown.page == 1
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.settled()
    assert (shown.order.edition, shown.page, shown.pages) == (Edition.SPEAKER, 0, 11)
    room.press(Key.Key_Up)
    room.settled()
    assert shown.order.edition is Edition.POCKET


def test_a_speaker_a_paper_and_a_language_are_chosen(room: Room) -> None:
    shown = room.open()
    assert not shown.who.isEnabled()
    shown.editions[Edition.SPEAKER].click()
    shown.choose_speaker("Akim OURAL")
    shown.papers[Paper.LETTER].click()
    shown.languages["en"].click()
    room.settled()
    assert (shown.pages, shown.who.text()) == (1, "Akim OURAL")
    assert shown.order == (Edition.SPEAKER, Paper.LETTER, "en", "Akim OURAL")


def test_a_speaker_who_is_no_longer_there_makes_place_for_all(room: Room) -> None:
    shown = room.open()
    shown.choose(edition=Edition.SPEAKER)
    shown.choose_speaker("Akim OURAL")
    shown.offer(["Yannick BLANC"])
    assert shown.speaker is None


def test_a_day_without_speakers_says_so(room: Room) -> None:
    shown = room.open()
    shown.choose(edition=Edition.SPEAKER)
    plan = room.moment.show.plan
    assert plan.slots
    from tests.hand import Stage, day, leaf

    stage = Stage(day(leaf("a", start="09:00")))
    room.window.paper(sheet(stage.show, stage.at("08:00")))
    room.settled()
    assert shown.pages == 0
    assert not shown.save_it.isEnabled()


def test_what_is_done_meanwhile_lays_the_pages_out_anew(room: Room) -> None:
    room.open()
    wanted: list[bool] = []
    room.window.paper_wanted.connect(lambda: wanted.append(True))
    room.window.present(room.moment.board)
    assert wanted == []
    room.window.present(room.moment.board._replace(rev=99))
    assert wanted == [True]
    room.window.present(room.moment.board._replace(rev=99, title="Another day"))
    assert wanted == [True, True]


def test_a_rehearsal_begins_without_the_sheet(room: Room) -> None:
    room.open()
    room.window.rehearse(None)
    assert not room.window.printing.open


def test_opening_another_page_leaves_the_sheet(room: Room) -> None:
    room.open()
    room.window.pages.open("log")
    assert not room.window.printing.open


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform, at any dialog
def test_saving_asks_where_and_makes_the_pdf_of_that_moment(room: Room) -> None:
    shown = room.open()
    made: list[tuple[Path, bytes]] = []
    room.window.pdf_made.connect(lambda path, data: made.append((path, data)))
    shown.save_it.click()
    (dialog,) = room.window.findChildren(QtWidgets.QFileDialog)
    assert dialog.windowModality() == QtCore.Qt.WindowModality.NonModal
    (name,) = dialog.selectedFiles()
    assert Path(name).name.startswith("conducteur 2016-01-19 2ème Rencontre")
    dialog.fileSelected.emit("/tmp/x.pdf")
    dialog.close()
    room.bot.waitUntil(lambda: bool(made))
    ((path, data),) = made
    assert path == Path("/tmp/x.pdf")
    assert "attendues à 10h37" in PdfReader(BytesIO(data)).pages[0].extract_text()


def test_what_is_done_meanwhile_does_not_stop_a_pdf_that_is_being_made(room: Room) -> None:
    room.open()
    made: list[bytes] = []
    room.window.pdf_made.connect(lambda _, data: made.append(data))
    printing = room.window.printing
    printing._save(Path("/tmp/x.pdf"))
    room.bot.waitUntil(lambda: printing.writing.busy)
    room.window.present(room.moment.board._replace(rev=99))
    printing.leave()
    room.bot.waitUntil(lambda: bool(made))
    assert made[0].startswith(b"%PDF")


# --- printers ----------------------------------------------------------------------------------


def test_the_usual_printer_is_chosen_and_another_can_be(room: Room) -> None:
    shown = room.open()
    room.bot.waitUntil(lambda: shown.printer == "Bureau")
    shown.choose_printer("Loge")
    assert shown.to.text() == "Loge"
    shown.more.click()
    assert shown.copies == 2


def test_pages_go_to_the_printer_in_a_thread(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = room.open()
    room.bot.waitUntil(lambda: bool(shown.printer))
    file, target = tmp_path / "printed.pdf", spool.Target
    sent: list[spool.Target] = []

    def to_file(printer: str, copies: int = 1) -> spool.Target:
        sent.append(target(printer, copies))
        return target(printer, copies, str(file))

    monkeypatch.setattr(spool, "Target", to_file)
    room.press(Key.Key_Return)
    room.bot.waitUntil(lambda: shown.status == "Envoyé à Bureau\u00a0: 2 pages.")
    assert sent == [target("Bureau", 1)]
    assert len(PdfReader(file).pages) == 2


def test_a_printer_that_is_gone_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = room.open()
    room.bot.waitUntil(lambda: bool(shown.printer))
    monkeypatch.setattr(spool.Printers, "work", lambda self: [])
    room.press(Key.Key_Return)
    room.bot.waitUntil(lambda: shown.status == FR.not_sent.format(printer="Bureau"))


def test_every_word_is_said_in_both_languages() -> None:
    for name, french, english in zip(FR._fields, FR, EN, strict=True):
        assert french, name
        assert english, name


def test_everything_on_the_sheet_is_chosen_by_keys_that_its_tips_name(room: Room) -> None:
    shown = room.open()

    def pressed(key: str) -> None:
        QtTest.QTest.keySequence(shown, key)

    assert (shown.paper, shown.language, shown.copies) == (Paper.A4, "fr", 1)
    for key in ("P", "L", "C", "C", "Shift+C", "Down"):
        pressed(key)
    assert (shown.paper, shown.language, shown.copies) == (Paper.LETTER, "en", 2)
    assert shown.edition is list(Edition)[1]
    assert shown.more.toolTip() == "Une copie de plus (C)"
    for key in ("B", "W", ".", "PgDown"):
        pressed(key)
    assert (shown.paper, shown.language, shown.copies) == (Paper.LETTER, "en", 2)
