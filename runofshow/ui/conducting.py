"""Conducting: the régie's window and the desk that it is connected to.

What the window asks goes to that desk, what the desk refuses is said, plans are reckoned on its
show and tried on it. Another desk may take its place: nothing of the former one is left behind.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.core.board import board as board_of
from runofshow.core.catchup import Recovery, applied
from runofshow.core.commands import CatchUp, Command
from runofshow.core.errors import Refused
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.ui.operator.window import OperatorWindow

if TYPE_CHECKING:  # plans come after the first painting
    from runofshow.core.promises import Promise
    from runofshow.ui.planner import Planner


class Conducting(QtCore.QObject):
    """Connects `window` to `desk`.

    Attributes: desk; planner, None until a plan was needed; instead, what sees a command before
    the desk does: where it answers True, that command is not the desk's.
    """

    def __init__(self, window: OperatorWindow, desk: Desk, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.planner: Planner | None = None
        self.instead: Callable[[Command], bool] = lambda _: False
        self._window = window
        window.asked.connect(self.do)
        window.asking.foresee = self._foresee
        window.gridding.foresee = self._foresee
        window.revising.foresee = self._foresee
        window.rundown.dragging.foresee = self._foresee
        window.timeline.foresee = self._foresee
        window.preview_asked.connect(self._try)
        window.promise_asked.connect(self._plan_for)

    def turn(self, desk: Desk) -> None:
        """Connect the window to another desk; boards of it come next."""
        self.desk = desk
        if self.planner is not None:
            self.planner.follow(desk)

    def do(self, command: Command) -> None:
        """Take a command to the desk; a refusal is shown."""
        if self.instead(command):
            return
        answer = self.desk.do(command)
        if answer.why is not None:
            self._window.refused(answer.why, command)
            if isinstance(command, CatchUp):  # what was seen is not what is: it is shown anew
                self._planning().again()

    def plan(self, board: Board) -> None:
        """Have plans reckoned while a hard time is at risk, beside the beat."""
        if self.planner is not None or any(each.standing.at_risk for each in board.promises):
            self._planning().present(board)

    def _plan_for(self, promise: "Promise") -> None:
        self._planning().ask(promise)

    def _planning(self) -> "Planner":
        """Who reckons plans; made when first needed, for the first painting has no need."""
        if self.planner is None:
            from runofshow.ui.planner import Planner

            self.planner = Planner(self.desk, self)
            self.planner.planned.connect(self._window.offer)
        return self.planner

    def _try(self, plan: Recovery | None) -> None:
        """Show what a plan would bring; the show does not change."""
        desk = self.desk
        tried = None if plan is None else board_of(applied(desk.show, plan), desk.now())
        self._window.preview(tried)

    def _foresee(self, asked: Sequence[Command]) -> Board | Sentence:
        """What some commands would bring about, or why they would be refused."""
        if (why := self._window.locks(asked)) is not None:
            return why
        try:
            return self.desk.foreseen(asked)
        except Refused as refused:
            return refused.sentence
