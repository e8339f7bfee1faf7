"""What the system keeps one waiting for, done in a thread beside the windows.

Such threads hold nobody up: whoever leaves the program leaves them behind.
"""

import threading
from contextlib import suppress

from PySide6 import QtCore


class Beside(QtCore.QObject):
    """Something done in a thread; `done` carries what came of it to the thread of the windows."""

    done = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether it is still at it."""
        return self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Return when it is done, or after so long."""
        if self.busy:
            self._thread.join(seconds)

    def work(self) -> object:
        """What is done; it runs in the thread."""
        raise NotImplementedError

    def _run(self) -> None:
        found = self.work()
        with suppress(RuntimeError):  # the window has gone meanwhile, and this object with it
            self.done.emit(found)
