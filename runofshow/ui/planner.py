"""The planner: reckons the plans for a broken promise beside the beat, in slices.

Rules of this module:
- Plans are reckoned anew when the show's revision changes, or how many steps the promise lacks;
  never for a mere tick.
- It works a few milliseconds at a time, and then rests a hundred times as long as it has worked in
  all: the windows lose no more than one hundredth of their time to it.
- What was offered stands until the new plans are whole.
"""

from collections.abc import Iterator
from typing import Final

from PySide6 import QtCore

from runofshow.core.board import Board, BoardPromise
from runofshow.core.catchup import Recovery, one_by_one
from runofshow.core.promises import Promise
from runofshow.desk import Desk
from runofshow.ui.operator.hard_times import broken_promises
from runofshow.ui.operator.recovery_lines import Offer

SLICE: Final = 4_000_000
"""Nanoseconds after which the windows get their turn."""
REST: Final = 100
"""How many times as long as it worked it rests."""


class Planner(QtCore.QObject):
    """Signal `planned`: an Offer, or None when every promise is kept."""

    planned = QtCore.Signal(object)

    def __init__(self, desk: Desk, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board: Board | None = None
        self._asked: Promise | None = None
        self._key: tuple[object, ...] | None = None
        self._work: Iterator[Recovery | None] | None = None
        self._found: list[Recovery] = []
        self._offer = Offer(Promise("", "start"), 0, (), ready=False)
        self._spent = 0
        self._turn = self._timer(self._slice)
        self._rest = self._timer(self._look)

    def _timer(self, act: object) -> QtCore.QTimer:
        made = QtCore.QTimer(self)
        made.setSingleShot(True)
        made.timeout.connect(act)
        return made

    def follow(self, desk: Desk) -> None:
        """Plan for another desk from its next board on; what was offered goes."""
        self._desk, self._asked, self._board = desk, None, None
        self._key = self._work = None
        for timer in (self._turn, self._rest):
            timer.stop()
        self.planned.emit(None)

    def present(self, board: Board) -> None:
        """Take note of `board`; what it changes is reckoned when the turn comes."""
        self._board = board
        if not self._rest.isActive():
            self._look()

    def ask(self, promise: Promise) -> None:
        """Plan for this promise as long as it is broken, instead of for the earliest one."""
        self._asked = promise
        self.again()

    def again(self) -> None:
        """Reckon anew at once."""
        self._key = None
        self._rest.stop()
        self._look()

    def _look(self) -> None:
        """Begin to reckon if something has changed that plans depend on."""
        if self._board is None:
            return
        wanted = self._wanted(self._board)
        key = None if wanted is None else self._key_of(wanted)
        if key == self._key and (wanted is not None or self._work is None):
            return
        had, self._key = self._key, key
        if wanted is None:
            self._work = None
            if had is not None:
                self.planned.emit(None)
            return
        show = self._desk.show
        self._found, self._spent = [], 0
        self._work = one_by_one(show, self._desk.now(), wanted.standing.promise)
        self._offer = Offer(wanted.standing.promise, show.rev, (), ready=False)
        self._turn.start(0)

    def _wanted(self, board: Board) -> BoardPromise | None:
        broken = broken_promises(board)
        asked = (each for each in broken if each.standing.promise == self._asked)
        return next(asked, broken[0] if broken else None)

    def _key_of(self, wanted: BoardPromise) -> tuple[object, ...]:
        steps = -(-wanted.standing.deficit // self._desk.show.plan.catch_up_step)
        assert self._board is not None
        return self._board.rev, wanted.standing.promise, steps

    def _slice(self) -> None:
        """Reckon for a slice, then let the windows have their turn."""
        timer = QtCore.QElapsedTimer()
        timer.start()
        done = self._work is None or self._step()
        while not done and timer.nsecsElapsed() < SLICE:
            done = self._step()
        self._spent += timer.nsecsElapsed()
        if done:
            self._rest.start(self._spent * REST // 1_000_000)
        else:
            self._turn.start(0)

    def _step(self) -> bool:
        """Reckon one plan; whether it was the last, which is when they are offered."""
        assert self._work is not None
        try:
            plan = next(self._work)
        except StopIteration:
            self._work = None
            self._offer = self._offer._replace(plans=tuple(self._found), ready=True)
            self.planned.emit(self._offer)
            return True
        if plan is not None:
            self._found.append(plan)
        return False
