"""A GO long before its day: it begins no day by mistake.

- In the sample day, which is tomorrow's, it has that day begin there and then.
- In a day that is prepared ahead nothing is run: it may be rehearsed, or be made today's.
"""

from datetime import timedelta
from typing import Final

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.core.commands import Command, Edit, Go
from runofshow.core.sentences import Sentence
from runofshow.desktop.day import Day
from runofshow.desktop.telling import SURE, Telling
from runofshow.opening import is_sample
from runofshow.ui.operator.actions import Rehearse
from runofshow.ui.operator.banner import Choice
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.rehearsing import Rehearsing
from runofshow.ui.texts.desktop import desktop_words

AHEAD: Final = timedelta(hours=12)
"""A GO sooner than this before its day is meant for it."""
EARLY: Final = "early"


class EarlyGo(QtCore.QObject):
    """Hears each GO of the window before the desk of the `day` does.

    Signal: begin_asked(Go) when the sample day is to begin, with that GO.
    """

    begin_asked = QtCore.Signal(object)

    def __init__(
        self, window: OperatorWindow, rehearsing: Rehearsing, telling: Telling, day: Day
    ) -> None:
        super().__init__(window)
        self._rehearsing, self._telling, self._day = rehearsing, telling, day
        rehearsing.conducting.instead = self._hear
        window.banner_chosen.connect(self._chosen)

    def _hear(self, command: Command) -> bool:
        """Whether a command is a GO that the desk must not have."""
        desk = self._day.desk
        if not isinstance(command, Go) or self._rehearsing.on or desk.show.air.airings:
            return False
        if is_sample(self._day.opened):
            self.begin_asked.emit(command)
            return True
        board = desk.board()
        if not far_ahead(board):
            return False
        self._ask(board)
        return True

    def _ask(self, board: Board) -> None:
        said = Sentence.of("not_its_day", day=board.date)
        choices = (
            Choice(lambda language: desktop_words(language).rehearse_it, None, "rehearse"),
            Choice(lambda language: desktop_words(language).make_today, None, "today"),
        )
        self._telling.say(EARLY, "watch", said.text, *choices, seconds=SURE / 1000, answer=True)

    def _chosen(self, key: str, name: str) -> None:
        if (key, name) == (EARLY, "rehearse"):
            self._rehearsing.ask(Rehearse.REHEARSE)
        elif (key, name) == (EARLY, "today"):
            board = self._day.desk.board()
            today = board.now.astimezone(board.zone).date()
            self._rehearsing.conducting.do(Edit(set={"date": today.isoformat()}))


def far_ahead(board: Board) -> bool:
    """Whether a day that has not begun does so late that nobody means to run it now."""
    first = None if board.next is None else board.next.planned_start
    return board.state == "before" and first is not None and first - board.now > AHEAD
