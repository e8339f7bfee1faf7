"""Asking for files: dialogs that block nothing, the show runs on under them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from runofshow.ui.texts.window import WindowWords


def dialog(window: QtWidgets.QWidget, title: str) -> QtWidgets.QFileDialog:
    """A file dialog that is not modal and goes when it is closed; not shown yet."""
    made = QtWidgets.QFileDialog(window, title)
    made.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setWindowModality(QtCore.Qt.WindowModality.NonModal)
    return made


def saving(window: QtWidgets.QWidget, title: str, kinds: Sequence[str]) -> QtWidgets.QFileDialog:
    """A dialog for writing a file of one of `kinds` (name filters), whose ending is added."""
    made = dialog(window, title)
    made.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    made.setNameFilters(list(kinds))
    made.setDefaultSuffix(_ending(kinds[0]))
    made.filterSelected.connect(lambda kind: made.setDefaultSuffix(_ending(kind)))
    return made


def _ending(kind: str) -> str:
    """The ending that a name filter is for: xlsx of “Workbook (*.xlsx)”."""
    return kind.rpartition("*.")[2].rstrip(")")


class FileAsking(QtCore.QObject):
    """Asks for the files of the window.

    Attribute: words. Signals: open_asked(Path), revise_asked(Path), save_asked(Path).
    """

    open_asked = QtCore.Signal(object)
    revise_asked = QtCore.Signal(object)
    save_asked = QtCore.Signal(object)

    def __init__(self, window: QtWidgets.QWidget, words: WindowWords) -> None:
        super().__init__(window)
        self._window, self.words = window, words

    def open(self) -> None:
        """Ask which day to open."""
        self._existing(self.words.open_title).fileSelected.connect(
            lambda path: self.open_asked.emit(Path(path))
        )

    def revise(self) -> None:
        """Ask which programme revises the day."""
        self._existing(self.words.revise_title).fileSelected.connect(
            lambda path: self.revise_asked.emit(Path(path))
        )

    def save(self) -> None:
        """Ask where to write the rundown, and as what."""
        made = saving(self._window, self.words.save_title, self.words.exports)
        made.fileSelected.connect(lambda path: self.save_asked.emit(Path(path)))
        made.show()

    def _existing(self, title: str) -> QtWidgets.QFileDialog:
        said, made = self.words, dialog(self._window, title)
        made.setNameFilters([said.programmes, said.schedules, said.all_files])
        made.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        made.show()
        return made
