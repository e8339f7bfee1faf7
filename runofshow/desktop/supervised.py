"""The program as its supervisor knows it: what it goes on with after a fall, and what was said.

Without a supervisor (runofshow/supervisor.py) nobody is told, and nothing else changes.
"""

import logging
from datetime import tzinfo
from pathlib import Path
from typing import Final

from PySide6 import QtCore

from runofshow import fallen
from runofshow.core.sentences import Sentence
from runofshow.desktop.outputs import Outputs
from runofshow.desktop.telling import Telling
from runofshow.lifeline import Lifeline, lifeline
from runofshow.opening import Again
from runofshow.store.settings import STAGE
from runofshow.ui.place import Place

_log = logging.getLogger("runofshow")
READ: Final = 60
"""Seconds for which a fall is told: whoever had one to see looks elsewhere first."""


class Supervised(QtCore.QObject):
    """Tells the supervisor of this program how to go on; `line` is what ties them."""

    def __init__(
        self, outputs: Outputs, telling: Telling, data: Path, line: Lifeline | None = None
    ) -> None:
        super().__init__(outputs)
        self._outputs, self._telling, self._data = outputs, telling, data
        self._line = lifeline() if line is None else line
        self._line.hold()
        outputs.placed.connect(self._placed)

    def runs(self, journal: Path, language: str) -> None:
        """The show of that journal runs from now on, and is to be gone on with."""
        self._line.tell(
            data=str(self._data.absolute()), language=language, windowed=True,
            journal=str(journal.absolute()),
        )  # fmt: skip

    def left(self) -> None:
        """The program is left: it is not to be started again, however it ends."""
        self._line.tell(left=True)

    def _placed(self, key: str, place: Place) -> None:
        if key == STAGE:
            self._line.tell(beside=place.state == "beside")

    def come_back(self, again: Again | None, zone: tzinfo) -> None:
        """After a fall, put back what no journal tells of, and say that there was one."""
        if again is None:
            note = fallen.note(self._data, zone)
        else:
            note = Sentence.of("fell_once", at=fallen.hour(again.fell, zone), how=again.how)
            if again.beside and self._outputs.stage.place.state == "away":
                self._outputs.toggle_window()
        if note is not None:
            _log.info("%s", note.text("en"))
            self._telling.say("fell", "watch", note.text, seconds=READ)
