"""The sheet of a copy of everything, kept until it is asked for, and where it is written."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts.copying import copy_words

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.copy_sheet import Contents, CopySheet


class Copying(Overlay["CopySheet"]):
    """Keeps the sheet.

    Signals: wanted() when `put` is to be called, before the sheet covers anything;
    write_asked(Path, bool) with the names or without.
    """

    wanted = QtCore.Signal()
    write_asked = QtCore.Signal(object, bool)

    def make(self) -> "CopySheet":
        from runofshow.ui.operator.copy_sheet import CopySheet

        sheet = CopySheet(self.theme, self.words, self.home)
        sheet.write_asked.connect(self._ask_where)
        return sheet

    def lay(self) -> None:
        if not self.open:
            self.sheet.begin()
            self.wanted.emit()
        super().lay()

    def put(self, contents: "Contents") -> None:
        """A copy would hold this."""
        if self.open:
            self.sheet.put(contents)

    def say(self, status: str) -> None:
        """Say how it goes."""
        if self.open:
            self.sheet.say(status)

    def _ask_where(self, names: bool) -> None:
        from runofshow.ui.operator.file_asking import saving

        said = copy_words(self.words.language)
        now = datetime.now().astimezone()
        made = saving(self.home.window(), said.title, (said.kind,))
        made.selectFile(said.file.format(day=f"{now:%Y-%m-%d}", hour=f"{now:%Hh%M}"))
        made.fileSelected.connect(lambda path: self.write_asked.emit(Path(path), names))
        made.show()
