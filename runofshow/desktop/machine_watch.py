"""Looking at the machine while a show runs: power, disk, clock, sleep."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6 import QtCore

from runofshow.clock import SystemClock
from runofshow.core.board import Board
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.desktop.telling import Telling, said
from runofshow.lookout import Lookout
from runofshow.ui.lamps import lamps
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.screens import StagePlacer
from runofshow.ui.tidying import Tidying

_log = logging.getLogger("runofshow")
LOOK_EVERY: Final = 5000
"""Milliseconds between two looks at power, disk and clock, and for garbage."""


class MachineWatch(QtCore.QObject):
    """Keeps the lamps true, and says when the disk refuses or the clock jumped."""

    def __init__(
        self,
        window: OperatorWindow,
        placer: StagePlacer,
        telling: Telling,
        desk: Callable[[], Desk],
        clock: SystemClock,
        folder: Path,
    ) -> None:
        super().__init__(window)
        self._window, self._placer, self._telling = window, placer, telling
        self._desk, self._folder = desk, folder
        self._lookout = Lookout(clock, desk().now())
        self._disk_told: tuple[Sentence, int] | None = None
        self._timer, self._tidying = QtCore.QTimer(self), Tidying()
        self._timer.timeout.connect(self.look)
        self._timer.timeout.connect(self._tidying.look)
        self._timer.start(LOOK_EVERY)

    def look(self) -> None:
        """Look at the machine, for the lamps."""
        language = self._window.words.language
        self._window.lamps(lamps(self._placer.place, self._desk().trouble, self._folder, language))

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def heed(self, _: Board) -> None:
        """Tell what the show's desk has noticed of disk and clock."""
        self._tell_disk()
        self._tell_clock()

    def _tell_disk(self) -> None:
        """Say once that the disk refuses, again when more waits for it, and when it no longer does.

        A banner that the régie has seen and sent away stays away until there is more to say.
        """
        desk = self._desk()
        trouble, count = desk.trouble, desk.waiting
        told = None if trouble is None else (trouble.sentence, count)
        if told == self._disk_told:
            return
        self._disk_told = told
        self.look()
        if trouble is None:
            self._window.drop("disk")
            return

        def text(language: str) -> str:
            return said("disk_refuses", why=trouble.text(language), count=count)(language)

        self._telling.say("disk", "act", text)

    def _tell_clock(self) -> None:
        """Say that the wall clock jumped, or that the machine slept and what went by meanwhile."""
        desk = self._desk()
        for what in self._lookout.look(desk.show, desk.now()):
            _log.info("%s", what.text("en"))
            if what.code == "clock_stepped":
                self._telling.say("clock", "watch", what.text, seconds=60)
            else:  # a sleep: told until it has been seen
                self._telling.say("slept", "watch", what.text)
