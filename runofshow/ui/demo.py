"""The speakers' demonstration: the stage screens go through all phases in twenty seconds.

- It is a day of its own, of one item, with its own desk and beat: what is seen is what a real item
  brings, and the show's timer is untouched. A plate says all the time that it is a demonstration.
- Whatever is done to the show meanwhile ends it at once; so does what the show does by itself.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6 import QtCore

from runofshow.core.apply import apply
from runofshow.core.board import Board
from runofshow.core.commands import Go
from runofshow.core.crossings import Crossing
from runofshow.core.plan import Kind, Plan, Slot
from runofshow.core.show import Show
from runofshow.core.times import SECOND, Civil
from runofshow.desk import Desk
from runofshow.ui.hall import Seats
from runofshow.ui.signals import Beat

PHASE: Final = 5 * SECOND
"""How long each phase lasts: normal, to conclude, last words, time up."""
LASTS: Final = 4 * PHASE
ITEM: Final = "demonstration"


class _Clock:
    """The show's own time."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now


class Demo(QtCore.QObject):
    """One demonstration on `stage`, marked with `mark`. Signal: ended()."""

    ended = QtCore.Signal()

    def __init__(self, stage: Seats, desk: Desk, mark: str, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._stage, self._mark, self._rev = stage, mark, desk.show.rev
        self._began = desk.now()
        show = apply(Show.of(_plan(desk.board())), Go(), self._began)
        self._beat = Beat(Desk(show, _Clock(desk.now)), self)
        self._beat.boarded.connect(self._present)
        self._beat.crossed.connect(self._cross)
        self._beat.vouched.connect(stage.vouch)

    def start(self) -> None:
        """Take the stage."""
        self._beat.start()

    def stop(self) -> None:
        """Leave the stage; who had it shows itself again."""
        self._beat.stop()
        self.ended.emit()

    def goes_on(self, show: Board) -> bool:
        """Whether nothing has been done to the show since it began."""
        return show.rev == self._rev

    def _present(self, board: Board) -> None:
        if board.now - self._began >= LASTS:
            self.stop()
        else:
            self._stage.present(board, self._mark)

    def _cross(self, crossing: Crossing) -> None:
        self._stage.cross(crossing)


def possible(board: Board) -> bool:
    """Whether the stage is free: nothing is on air but a break."""
    return board.on_air is None or board.on_air.kind is Kind.BREAK


def _plan(board: Board) -> Plan:
    item = Slot(
        id=ITEM,
        kind=Kind.TALK,
        start=Civil(0, 0),
        duration=3 * PHASE,
        warning=2 * PHASE,
        danger=PHASE,
        cuttable=False,
    )
    return Plan(date=board.date, timezone=str(board.zone), slots=(item,))
