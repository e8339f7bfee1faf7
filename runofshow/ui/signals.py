"""The desk as Qt sees it: boards and crossings as signals, and the one timer of the program.

Rules of this module:
- The timer is armed for the next moment at which a shown digit changes (core/beat.py); an early
  wake-up of Qt's (QTBUG-124496) only arms it again.
- The clock is read once a wake-up, and all windows get the same board in the same turn of the
  event loop, so that their digits flip together.
- What was crossed is sent after the board that shows it, in the same turn.
- A rehearsal's clock may run faster than ours: then at most thirty boards a second are sent. What
  happens by itself is stamped with its own instant however seldom anybody looks.
- A clock that stands sends its board once a second.
- With each board it says for how long that is true: a stage that has none when the next is owed
  says so within a second, and between two boards nothing wakes the machine.
"""

from datetime import timedelta
from math import ceil
from typing import Final

from PySide6 import QtCore

from runofshow.core.beat import next_change, until
from runofshow.core.crossings import Crossing
from runofshow.desk import Desk

MILLISECOND: Final = timedelta(milliseconds=1)
AGAIN: Final = 1000
"""Milliseconds after which a board that could not be made is tried again."""
FRAME: Final = 34
"""Milliseconds between two boards of a clock that runs faster than ours, at the least."""


class Beat(QtCore.QObject):
    """Sends a board when anything shown changes.

    Signals: `boarded(Board)` after each command, each flip of a digit, each automatic act;
    `crossed(Crossing)` after the first board behind each crossing; `vouched(milliseconds)` after
    each board: how long it is true, for then comes the next.
    """

    boarded = QtCore.Signal(object)
    crossed = QtCore.Signal(object)
    vouched = QtCore.Signal(int)

    def __init__(self, desk: Desk, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QtCore.QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._wake)
        self._crossings: list[Crossing] = []
        self._listen()
        self._due = desk.now()
        self._running = False

    def start(self) -> None:
        """Send the first board and go on from there."""
        self._running = True
        self.send()

    def stop(self) -> None:
        """Send nothing more."""
        self._running = False
        self._timer.stop()
        self._part()

    def follow(self, desk: Desk) -> None:
        """Beat for another desk from now on."""
        self._part()
        self._desk = desk
        self._listen()
        self.send()

    def _listen(self) -> None:
        self._crossings = []
        self._forget = self._desk.subscribe(self.send)
        self._unhear = self._desk.hear(self._heard)

    def _heard(self, crossing: Crossing) -> None:
        self._crossings.append(crossing)

    def _part(self) -> None:
        self._forget()
        self._unhear()

    def send(self) -> None:
        """Send the board of this instant, and wait for the next change."""
        if not self._running:
            return
        self._timer.start(AGAIN)  # whatever fails from here on, there is a next time
        board = self._desk.board()
        self._due = next_change(self._desk.show, board) if self._desk.rate else board.now
        self._arm()
        self.boarded.emit(board)
        self.vouched.emit(self._timer.interval())
        crossings, self._crossings = self._crossings, []
        for crossing in crossings:
            self.crossed.emit(crossing)

    def _wake(self) -> None:
        self._timer.start(AGAIN)
        if self._desk.now() < self._due:
            self._arm()
            return
        self._desk.tend()
        self.send()

    def _arm(self) -> None:
        rate = self._desk.rate
        if not rate:
            self._timer.start(AGAIN)
            return
        wait = ceil(until(self._due, self._desk.now()) / rate / MILLISECOND)
        self._timer.start(wait if rate <= 1 else max(FRAME, wait))
