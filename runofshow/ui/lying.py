"""How a window lies on the screens, and the events that tell of it."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

ROUNDING: Final = 2
"""How many logical pixels a corner may be off at a fractional scale."""
MOVES: Final = frozenset(
    {
        QtCore.QEvent.Type.Move,
        QtCore.QEvent.Type.Resize,
        QtCore.QEvent.Type.Show,
        QtCore.QEvent.Type.WindowStateChange,
        QtCore.QEvent.Type.ScreenChangeInternal,
    }
)
"""What tells that a window may lie otherwise."""


def fills(window: QtWidgets.QWidget, screen: QtGui.QScreen) -> bool:
    """Whether `window` covers `screen`; on Wayland, where places are unknown, is on it."""
    if not (window.isVisible() and window.isFullScreen()) or window.isMinimized():
        return False
    if QtGui.QGuiApplication.platformName().startswith("wayland"):
        return window.screen() is screen
    place, whole = window.geometry(), screen.geometry()
    spare = (place.topLeft() - whole.topLeft(), place.bottomRight() - whole.bottomRight())
    return all(point.manhattanLength() <= ROUNDING for point in spare)


def lies_on(window: QtWidgets.QWidget, screens: Sequence[QtGui.QScreen]) -> bool:
    """Whether `window` shows on any of `screens`; Wayland does not tell."""
    if QtGui.QGuiApplication.platformName().startswith("wayland"):
        return False
    spare = QtCore.QMargins(ROUNDING, ROUNDING, ROUNDING, ROUNDING)
    place = window.geometry().marginsRemoved(spare)
    return any(place.intersects(screen.geometry()) for screen in screens)
