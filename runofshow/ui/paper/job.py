"""Job: laying out and making PDFs beside the beat, a few milliseconds at a time.

A window loses no more than a slice between two of its own events, however long the rundown is.
"""

from collections.abc import Callable, Generator
from typing import Any, Final

from PySide6 import QtCore

from runofshow.core.errors import Trouble

SLICE: Final = 4_000_000
"""Nanoseconds after which the windows get their turn."""

Done = Callable[[Any], None]


class Job(QtCore.QObject):
    """Does one work at a time; a new one takes the place of the former. Signal: failed(Trouble)."""

    failed = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Generator[None, None, Any] | None = None
        self._done: Done | None = None
        self._turn = QtCore.QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether there is something left to do."""
        return self._work is not None

    def start(self, work: Generator[None, None, Any], done: Done) -> None:
        """Do `work` from the next event on, then call `done` with what it made."""
        self.stop()
        self._work, self._done = work, done
        self._turn.start(0)

    def stop(self) -> None:
        """Leave what is being done."""
        self._turn.stop()
        if self._work is not None:
            self._work.close()
        self._work = self._done = None

    def _slice(self) -> None:
        clock = QtCore.QElapsedTimer()
        clock.start()
        while self._step():
            if clock.nsecsElapsed() > SLICE:
                self._turn.start(0)
                return

    def _step(self) -> bool:
        """Do a little; whether there is more to do now. Whatever goes wrong, nothing is left."""
        work, done = self._work, self._done
        if work is None or done is None:
            return False
        self._work = self._done = None
        try:
            next(work)
        except StopIteration as end:
            done(end.value)
            return False
        except Trouble as trouble:
            self.failed.emit(trouble)
            return False
        self._work, self._done = work, done
        return True
