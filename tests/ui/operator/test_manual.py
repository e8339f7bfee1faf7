"""The manual: true to the keys, whole in both languages, read over the running show."""

import re

from PySide6 import QtCore, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.ui.operator.key_names import keys_of, written
from runofshow.ui.operator.keys import ACTIONS
from runofshow.ui.operator.manual import KEY, folder, found, keyed, pages
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts import words
from tests.rows import each_row
from tests.ui.operator.window_days import late_moment

Key = QtCore.Qt.Key
LINK = re.compile(r"\]\(([^):]+)\)")
NAMES = {action.name for action in ACTIONS}


@each_row("language", ["fr", "en"])
def test_every_key_that_a_page_names_is_the_one_that_is_shipped(language: str) -> None:
    said = words(language).window
    for page in pages(language):
        for key, name in KEY.findall(page.text):
            assert name in NAMES, (page.name, name)
            assert key in [written(each, said) for each in keys_of(name, said)], (page.name, key)


@each_row("language", ["fr", "en"])
def test_every_link_and_picture_of_a_page_is_there(language: str) -> None:
    for page in pages(language):
        for target in LINK.findall(page.text):
            assert (folder(language) / target).is_file(), (page.name, target)


def test_both_languages_have_the_same_pages_which_name_the_same_keys() -> None:
    french, english = pages("fr"), pages("en")
    assert len(french) > 10
    for one, other in zip(french, english, strict=True):
        assert one.name[:2] == other.name[:2]
        assert [name for _, name in KEY.findall(one.text)] == [
            name for _, name in KEY.findall(other.text)
        ]
        assert one.text.count("\n## ") == other.text.count("\n## ")


@each_row("language", ["fr", "en"])
def test_plans_phases_and_pages_are_called_as_in_the_window(language: str) -> None:
    said, told = words(language), "\n".join(page.text for page in pages(language))
    plans = vars(said.recovery.plans).values()
    phases = (said.stage.wrap_up, said.stage.last_words, said.stage.time_up)
    tabs = (said.window.tab_people, said.window.tab_ready, said.window.tab_report)
    for name in (*plans, *phases, *tabs):
        assert name.replace("\u202f", " ") in told, name


def test_a_key_that_was_chosen_stands_in_the_place_of_the_one_shipped() -> None:
    said = words("fr").window
    assert keyed("[Ctrl+Espace](key:go)", said) == "`Ctrl+Espace`"
    other = said.having(chosen_keys={"palette": ("Ctrl+Shift+K",), "tour": ()})
    assert keyed("[Ctrl+K](key:palette) [Maj+F1](key:tour)", other) == "`Ctrl+Maj+K` `–`"


def test_pages_are_found_by_words_without_their_accents() -> None:
    assert [page.name[:2] for page in found(pages("fr"), "traiteur hachure")] == []
    assert "07" in [page.name[:2] for page in found(pages("fr"), "hachure ruban")]


def test_the_manual_is_read_by_keys_while_the_show_runs(qtbot: QtBot) -> None:
    window = OperatorWindow("fr")
    asked: list[Command] = []
    window.asked.connect(asked.append)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.present(late_moment().board)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.menu.actions_by_name["manual"].trigger()
    sheet = window.consulting.sheet
    assert window.consulting.open
    assert "Premiers pas" in sheet.text.toPlainText()
    QtTest.QTest.keyClick(sheet.line, Key.Key_Down)
    assert sheet.listed[sheet.at].title == "Le programme reçu"
    QtTest.QTest.keyClick(sheet.line, Key.Key_PageDown)
    assert sheet.text.verticalScrollBar().value() > 0
    for page in pages("fr"):
        sheet.read(page.name)
        block, lines = sheet.text.document().begin(), list[str]()
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        assert lines.count(page.title) == 1, page.name
    QtTest.QTest.keyClicks(sheet.line, "rattrapage")
    assert 0 < len(sheet.listed) < len(pages("fr"))
    QtTest.QTest.keyClick(sheet.line, Key.Key_Space)
    assert [type(command) for command in asked] == [commands.Go]
    QtTest.QTest.keyClick(sheet.line, Key.Key_Escape)
    sheet.text.followed.emit("07-retard.md")
    assert "fourchette" in sheet.text.toPlainText()
    window.speak("en")
    assert sheet.listed[sheet.at].title == "Running late"
    window.use_dark(False)
    window.grab()
    QtTest.QTest.keyClick(sheet.line, Key.Key_Escape)
    assert not window.consulting.open
