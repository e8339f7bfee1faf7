"""The program, each painting of its windows noted: `python -m tests.bench.watched NOTES …`.

NOTES is a file; each of its lines is a window (its kind, and for an output its layout) and the
instant (seconds since 1970, by the wall) at which it was painted and handed to the display. The
rest is the command line.
"""

import sys
from time import time
from typing import TextIO

from PySide6 import QtCore, QtWidgets

from runofshow.cli import main
from runofshow.ui import theme
from runofshow.ui.speaker.window import StageWindow


class Watcher(QtCore.QObject):
    """Notes when a window has been painted."""

    def __init__(self, notes: TextIO) -> None:
        super().__init__()
        self._notes = notes

    def watch(self) -> None:
        """Watch all windows that are open now."""
        for window in QtWidgets.QApplication.topLevelWidgets():
            if window.isVisible():
                window.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Let the window paint, then note when it has."""
        if event.type() != QtCore.QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        layout = f"-{watched.look.layout}" if isinstance(watched, StageWindow) else ""
        self._notes.write(f"{type(watched).__name__}{layout} {time():.6f}\n")
        return True


if __name__ == "__main__":
    theme.application()
    with open(sys.argv[1], "w", buffering=1, encoding="utf-8") as file:  # noqa: PTH123
        watcher = Watcher(file)
        QtCore.QTimer.singleShot(3000, watcher.watch)
        sys.exit(main(sys.argv[2:]))
