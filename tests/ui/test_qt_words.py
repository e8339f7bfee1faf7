"""Qt's own parts speak the language of the windows, and can change it while they are shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from runofshow.ui.qt_words import QtWords
from runofshow.ui.texts import qt


@pytest.fixture
def words(qapp: QtWidgets.QApplication) -> Iterator[QtWords]:
    made = QtWords(qapp)
    yield made
    made.speak("en")


def plain(text: str) -> str:
    return text.partition("\t")[0].replace("&", "")


def dialog() -> QtWidgets.QFileDialog:
    made = QtWidgets.QFileDialog()
    made.setOption(QtWidgets.QFileDialog.Option.DontUseNativeDialog)
    made.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    return made


def said_by(dialog: QtWidgets.QFileDialog) -> list[str]:
    buttons = [button.text() for button in dialog.findChildren(QtWidgets.QPushButton)]
    labels = [label.text() for label in dialog.findChildren(QtWidgets.QLabel)]
    return [plain(text) for text in (*buttons, *labels) if text]


def shown() -> list[str]:
    """What a dialog for writing files and the menu of a line of text say."""
    line = QtWidgets.QLineEdit()
    menu = line.createStandardContextMenu()
    entries = [plain(entry.text()) for entry in menu.actions() if entry.text()]
    return said_by(dialog()) + entries


def test_qt_speaks_french_then_english_again(words: QtWords) -> None:
    english = shown()
    words.speak("fr")
    french = shown()
    assert {"Enregistrer", "Annuler", "Dossier\u00a0:", "Type\u00a0:", "Copier"} <= set(french)
    assert not set(english) & set(french)
    words.speak("en")
    assert shown() == english


def test_without_qts_own_french_ours_says_what_matters(
    words: QtWords, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QtCore.QLibraryInfo, "path", lambda _: str(tmp_path))
    english = shown()
    words.speak("fr")
    assert not set(english) & set(shown())


def test_a_dialog_that_is_there_is_told(words: QtWords, qapp: QtWidgets.QApplication) -> None:
    made = dialog()
    words.speak("fr")
    qapp.processEvents()
    assert "Enregistrer" in said_by(made)


def test_every_word_of_ours_is_french() -> None:
    same = {text for said in qt.FRENCH.values() for text, french in said.items() if text == french}
    assert same <= {"OK", "Alias", "Type"}


def test_what_a_file_dialog_lists_is_named_in_french(words: QtWords, tmp_path: Path) -> None:
    words.speak("fr")
    assert QtWidgets.QFileIconProvider().type(QtCore.QFileInfo(str(tmp_path))) == "Dossier"
