"""Files read while the show runs: in a thread that waits for the process that reads.

Rules of this module:
- The thread holds no object of Qt's but the one it reports to, and reports through signals, which
  Qt delivers in the window's own thread.
- One file is read at a time; a new one, or `cancel`, ends the reading of the former.
"""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked, Draft
from runofshow.reading import LARGEST, Progress, Reading
from runofshow.store import files
from runofshow.ui.tidying import uncollected
from runofshow.unforeseen import Fault, noted


class FileReader(QtCore.QObject):
    """Reads files apart, without the windows waiting.

    Signals: `progressed(done, total)`; then one of `read(Draft)` and `failed(Unreadable)`, unless
    the reading was cancelled.
    """

    progressed = QtCore.Signal(int, int)
    read = QtCore.Signal(object)
    failed = QtCore.Signal(object)
    _told = QtCore.Signal(int, object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._turn = 0
        self._told.connect(self._take, QtCore.Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._reading is not None

    def start_file(self, file: Path, asked: Asked) -> None:
        """Read a file; one that cannot even be opened has failed at once."""
        try:
            data = files.load(file, LARGEST)
        except Unreadable as trouble:
            self.cancel()
            self.failed.emit(trouble)
            return
        self.start(data, asked)

    def start(self, data: bytes, asked: Asked) -> None:
        """Read these bytes; a reading under way is ended."""
        self.cancel()
        try:
            self._reading = Reading(data, asked)
        except Unreadable as trouble:
            self.failed.emit(trouble)
            return
        self._turn += 1
        threading.Thread(
            target=_wait, args=(self._reading, self._turn, self._told.emit), daemon=True
        ).start()

    def cancel(self) -> None:
        """End the reading under way, if there is one; nothing is told of it any more."""
        reading, self._reading = self._reading, None
        self._turn += 1
        if reading is not None:
            reading.cancel()

    def _take(self, turn: int, said: object) -> None:
        if turn != self._turn:
            return
        match said:
            case Progress(done, total):
                self.progressed.emit(done, total)
            case Draft():
                self._reading = None
                self.read.emit(said)
            case Unreadable():
                self._reading = None
                self.failed.emit(said)
            case _:
                raise TypeError(said)


def _wait(reading: Reading, turn: int, tell: Callable[[int, object], None]) -> None:
    """Wait for a reading, in a thread, and tell what came of it."""
    with uncollected():  # a widget that is garbage must not be deleted in this thread
        try:
            tell(turn, reading.draft(lambda progress: tell(turn, progress)))
        except Unreadable as trouble:
            tell(turn, trouble)
        except Exception as fault:  # noqa: BLE001 (the log has it; who waits is told)
            tell(turn, noted(Fault.of(fault), reading.name))
