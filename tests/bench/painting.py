"""The program, and a window that paints all the time: `python -m tests.bench.painting NOTES …`.

It is a full-HD one that draws its digits sixty times a second; NOTES is a file that gets the
instant of each painting, in seconds. The rest is the command line.
"""

import sys
from time import perf_counter
from typing import TextIO

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.cli import main
from runofshow.ui import theme


class Painting(QtWidgets.QWidget):
    """Paints large digits, and notes when."""

    def __init__(self, notes: TextIO) -> None:
        super().__init__()
        self._notes = notes
        self.resize(1920, 1080)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._timer = QtCore.QTimer(self)
        self._timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.update)
        self._timer.start(16)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        at = perf_counter()
        with QtGui.QPainter(self) as painter:
            painter.fillRect(self.rect(), QtGui.QColor("black"))
            painter.setPen(QtGui.QColor("white"))
            painter.setFont(QtGui.QFont("B612", 300))
            painter.drawText(self.rect(), QtCore.Qt.AlignmentFlag.AlignCenter, f"{at % 100:05.2f}")
        self._notes.write(f"{at:.6f}\n")


def show(notes: TextIO) -> None:
    """Open it, once the program's own windows are there."""
    window = Painting(notes)
    window.setAttribute(QtCore.Qt.WidgetAttribute.WA_QuitOnClose, False)
    window.show()
    _kept.append(window)


_kept: list[QtWidgets.QWidget] = []

if __name__ == "__main__":
    theme.application()
    with open(sys.argv[1], "w", buffering=1, encoding="utf-8") as file:  # noqa: PTH123
        QtCore.QTimer.singleShot(2000, lambda: show(file))
        sys.exit(main(sys.argv[2:]))
