"""Leaving the program: a day on air is not left by one slip of the hand, the second time counts."""

from typing import Final

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.desktop.day import Day
from runofshow.desktop.telling import SURE, Telling, said
from runofshow.ui.operator.window import OperatorWindow

QUIT: Final = "quit"


class Leaving(QtCore.QObject):
    """Hears `window` asking to leave the `day`. Signal: sure() when the program is to be left."""

    sure = QtCore.Signal()

    def __init__(self, window: OperatorWindow, telling: Telling, day: Day) -> None:
        super().__init__(window)
        self._window, self._telling, self._day = window, telling, day
        self._asked = False
        window.quit_asked.connect(self.ask)
        window.banner_chosen.connect(self._chosen)

    def ask(self) -> None:
        """Leave, or, while the day runs, ask once more."""
        if not self._day.under_way or self._asked or self._day.desk.watching is not None:
            self.sure.emit()
            return
        self._asked = True
        QtCore.QTimer.singleShot(SURE, self.forget)
        self._telling.ask(QUIT, said("really_quit"), ("quit_anyway", "quit"))

    def forget(self) -> None:
        """It was not meant: the next time is a first one."""
        self._asked = False

    def heed(self, board: Board) -> None:
        """A day that is over may be left: the question is no longer one."""
        if self._asked and board.state == "after":
            self.forget()
            self._window.drop(QUIT)

    def _chosen(self, key: str, name: str) -> None:
        if (key, name) == (QUIT, "quit"):
            self.sure.emit()
