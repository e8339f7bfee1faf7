"""A programme that is opened well after its first hour: it may begin now, all its hours moved."""

from datetime import datetime, timedelta
from typing import Final

from PySide6 import QtCore

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.core.sentences import Sentence
from runofshow.desktop.day import Day
from runofshow.desktop.telling import Telling
from runofshow.opening import is_sample
from runofshow.ui.operator.banner import Choice
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.desktop import desktop_words

BEHIND: Final = timedelta(minutes=30)
"""A day not begun this long after its first hour is tried or rehearsed rather than run late."""
LATE: Final = "hours_gone"
_SECONDS: Final = 60.0


class LateOpening(QtCore.QObject):
    """Offers, when a day is opened too late for its hours, to have it begin at the next minute.

    Signal: begin_asked().
    """

    begin_asked = QtCore.Signal()

    def __init__(self, window: OperatorWindow, telling: Telling, day: Day) -> None:
        super().__init__(window)
        self._telling, self._day = telling, day
        self._drop = window.banners.drop
        window.banner_chosen.connect(self._chosen)

    def look(self) -> None:
        """Offer it, if what was just opened is such a day and this program runs it."""
        desk = self._day.desk
        board = desk.board()
        first = gone(board)
        if first is None or desk.watching is not None or is_sample(self._day.opened):
            return
        said = Sentence.of(LATE, time=times.civil_at(first, board.date, board.zone))
        choice = Choice(lambda language: desktop_words(language).begin_now, None, "now")
        self._telling.say(LATE, "watch", said.text, choice, seconds=_SECONDS, answer=True)

    def heed(self, board: Board) -> None:
        """Offer it no more once the day has begun: from then on it would move what runs."""
        if board.state != "before" and self._telling.stands(LATE):
            self._drop(LATE)

    def _chosen(self, key: str, name: str) -> None:
        if (key, name) == (LATE, "now") and gone(self._day.desk.board()):
            self.begin_asked.emit()


def gone(board: Board) -> datetime | None:
    """The first hour of a day that has not begun, when it is long past; else None."""
    first = None if board.next is None else board.next.planned_start
    if board.state != "before" or first is None or board.now - first <= BEHIND:
        return None
    return first
