"""The menu of files opened lately: the last one first, those that are gone greyed and told."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6 import QtCore, QtWidgets

from runofshow.ui.texts.recent import recent_words

FOLDER_LONG: Final = 36
"""How many letters of a folder's name are shown, its end."""


class RecentFile(NamedTuple):
    """A file opened lately, and whether it is still there."""

    path: Path
    there: bool = True


class RecentMenu(QtWidgets.QMenu):
    """Offers the files. Attribute: files.

    Signals: wanted() when it opens, so that who knows looks which are there; opened(Path);
    forgotten(tuple of Path).
    """

    wanted = QtCore.Signal()
    opened = QtCore.Signal(object)
    forgotten = QtCore.Signal(object)

    def __init__(self, language: str, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.files: tuple[RecentFile, ...] = ()
        self._words = recent_words(language)
        self.aboutToShow.connect(self.wanted)
        self._fill()

    def speak(self, language: str) -> None:
        """Say everything in `language`."""
        self._words = recent_words(language)
        self._fill()

    def offer(self, files: Sequence[RecentFile]) -> None:
        """Offer these, in their order."""
        if tuple(files) != self.files:
            self.files = tuple(files)
            self._fill()

    def _fill(self) -> None:
        words = self._words
        self.setTitle(words.menu)
        self.menuAction().setEnabled(bool(self.files))
        self.clear()
        for number, file in enumerate(self.files, start=1):
            self._add(number, file)
        self.addSeparator()
        gone = tuple(file.path for file in self.files if not file.there)
        if gone:
            self.addAction(words.drop_missing).triggered.connect(lambda: self.forgotten.emit(gone))
        every = tuple(file.path for file in self.files)
        self.addAction(words.clear).triggered.connect(lambda: self.forgotten.emit(every))

    def _add(self, number: int, file: RecentFile) -> None:
        name = file.path.name.replace("&", "&&")
        said = name if file.there else self._words.missing.format(file=name)
        entry = self.addAction(f"&{number}  {said}\t{_folder(file.path)}")
        entry.setToolTip(str(file.path))
        entry.setEnabled(file.there)
        entry.triggered.connect(lambda _=False, path=file.path: self.opened.emit(path))


def _folder(path: Path) -> str:
    """Where a file lies, the end of it."""
    said = str(path.parent)
    return said if len(said) <= FOLDER_LONG else f"…{said[-FOLDER_LONG:]}"
