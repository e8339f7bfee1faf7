"""The frame around the window of a rehearsal: seen from across the room, in nobody's way."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.painting import painting
from runofshow.ui.theme import Theme

THICK: Final = 3


class Frame(QtWidgets.QWidget):
    """Four edges over everything; the pointer goes through to what is beneath."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        inside = self.rect().adjusted(THICK, THICK, -THICK, -THICK)
        self.setMask(QtGui.QRegion(self.rect()).subtracted(QtGui.QRegion(inside)))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self, smooth=False) as painter:
            painter.fillRect(self.rect(), self.theme.colours.live)
