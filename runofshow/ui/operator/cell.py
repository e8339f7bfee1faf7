"""Cell: a part of the window that paints one value, and only when that value has changed.

What is painted is also said, to screen readers.
"""

from typing import Generic, TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.painting import painting
from runofshow.ui.theme import Theme

V = TypeVar("V")


class Cell(QtWidgets.QWidget, Generic[V]):
    """A widget that shows a value; the same value again repaints nothing.

    Attributes: theme, value (None until the first one is put).
    """

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.value: V | None = None

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def put(self, value: V) -> None:
        """Show `value`."""
        if value != self.value:
            self.value = value
            self.setAccessibleName(self.spoken(value))
            self.update()

    def spoken(self, value: V) -> str:
        """What a screen reader says of `value`; a kind of cell says how."""
        raise NotImplementedError

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        if self.value is None:
            return
        with painting(self) as painter:
            self.draw(painter, self.value)

    def draw(self, painter: QtGui.QPainter, value: V) -> None:
        """Paint `value`; a kind of cell says how."""
        raise NotImplementedError


def aloud(*parts: str) -> str:
    """Parts of what is shown as a screen reader says them, a rest between two."""
    return ", ".join(part for part in parts if part)


def surface(painter: QtGui.QPainter, rect: QtCore.QRect, theme: Theme) -> None:
    """Paint the surface that cells stand on, with its thin edge."""
    colours, radius = theme.colours, theme.metrics.card_radius
    painter.fillRect(rect, colours.bg)
    painter.setPen(colours.line)
    painter.setBrush(colours.surf)
    edge = QtCore.QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(edge, radius, radius)


class Card(QtWidgets.QWidget):
    """A surface with a thin edge on which cells stand; `head` is the height of its first line.

    Attribute: theme.
    """

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def head(self) -> int:
        """Height of the head line, in logical pixels."""
        return self.theme.metrics.head + 4

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            surface(painter, self.rect(), self.theme)
            line = self.theme.colours.line
            painter.fillRect(1, self.head, self.width() - 2, 1, line)
