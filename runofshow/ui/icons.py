"""The signs of the windows: outlines on a 16 grid, stroke 1.6, painted in any colour.

The drawings are resources/icons/*.svg in `currentColor`; each is read once and kept per colour.
"""

import logging
from enum import StrEnum
from functools import lru_cache

from PySide6 import QtCore, QtGui, QtSvg

from runofshow.places import resource

_log = logging.getLogger(__name__)


class Icon(StrEnum):
    """A sign; its value is the name of its drawing."""

    LIVE = "play"
    NEXT = "next"
    DONE = "done"
    SKIPPED = "skipped"
    DUE = "flag"
    FIRM = "firm"
    FIRM_KEPT = "firm-kept"
    WARNING = "warning"
    BROKEN = "broken"
    GOOD = "good"
    OFF = "off"
    OFFLINE = "offline"
    SCREEN = "screen"
    PHONE = "phone"
    MIC = "mic"
    PERSON = "person"
    LOCK = "lock"
    RECALL = "recall"
    HELD = "held"
    CLOSE = "close"
    MESSAGE = "message"
    FLASH = "flash"
    BLACKOUT = "blackout"
    WAIT = "wait"
    STOP = "stop"
    BACK = "back"
    SKIP = "skip"
    AHEAD = "ahead"


def paint(painter: QtGui.QPainter, icon: Icon, rect: QtCore.QRectF, colour: QtGui.QColor) -> None:
    """Paint `icon` into `rect` (square, logical pixels) in `colour`."""
    _drawing(icon, colour.name()).render(painter, rect)


def pixmap(icon: Icon, size: int, colour: QtGui.QColor, ratio: float = 1.0) -> QtGui.QPixmap:
    """`icon` as a picture `size` logical pixels wide, for Qt's own parts."""
    made = QtGui.QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(made)
    paint(painter, icon, QtCore.QRectF(0, 0, size, size), colour)
    painter.end()
    return made


@lru_cache(maxsize=256)
def _drawing(icon: Icon, colour: str) -> QtSvg.QSvgRenderer:
    """The drawing in a colour; one that is missing or no drawing paints nothing: words stand by."""
    file = resource("icons").joinpath(f"{icon.value}.svg")
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        _log.warning("no drawing %s: %s", file, error)
        return QtSvg.QSvgRenderer()
    return QtSvg.QSvgRenderer(text.replace("currentColor", colour).encode())
