"""What a monitor really shows: its pixels, and those that the stage must show of a board.

Xvfb keeps its screen in a file (XWD, version 7): a header, its colours, then the rows. What is
drawn offscreen with our fonts is, to the pixel, what is drawn there.
"""

import struct
from datetime import datetime

from PySide6 import QtCore, QtGui

from runofshow.core.board import board
from runofshow.core.show import Show
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts import words
from tests.display import Display
from tests.whole.windowed import Area

_HEADER = struct.Struct(">25I")
_COLOUR = 12
"""Bytes of an XWDColor."""
FORMAT = QtGui.QImage.Format.Format_RGB888


def on_screen(display: Display, area: Area) -> QtGui.QImage:
    """What is on that part of the screen now."""
    assert display.framebuffer is not None
    with display.framebuffer.open("rb") as file:
        header = _HEADER.unpack(file.read(_HEADER.size))
        size, _, _, _, _, height, *_ = header
        row, colours = header[12], header[19]
        assert area.y + area.height <= height
        file.seek(size + colours * _COLOUR + area.y * row)
        rows = file.read(area.height * row)
    image = QtGui.QImage(rows, row // 4, area.height, row, QtGui.QImage.Format.Format_RGB32)
    return image.copy(area.x, 0, area.width, area.height).convertToFormat(FORMAT)


class Expected:
    """What a stage of that size, as it comes, must show of `show` at any instant, in French."""

    def __init__(self, size: QtCore.QSize) -> None:
        self._stage = StageWindow(words("fr").stage)
        self._stage.resize(size)
        self._stage.show()

    def at(self, show: Show, now: datetime) -> QtGui.QImage:
        """Its picture."""
        self._stage.present(board(show, now))
        return self._stage.grab().toImage().convertToFormat(FORMAT)

    def close(self) -> None:
        """Let it go."""
        self._stage.close()
        self._stage.deleteLater()
