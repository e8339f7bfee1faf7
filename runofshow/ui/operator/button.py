"""Button: raised, thin edge, one word; it never takes the keyboard, so Space stays with GO."""

from typing import Literal

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.painting import painting
from runofshow.ui.theme import Role, Theme, faint

Urge = Literal["none", "live", "amber"]


class Button(QtWidgets.QAbstractButton):
    """A button; checked, it has a thick edge, in the colour of its `urge`.

    Attributes: theme, sign (an icon before the word, or None), urge.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
        sign: Icon | None = None,
        urge: Urge = "none",
    ) -> None:
        super().__init__(parent)
        self.theme, self.sign, self.urge = theme, sign, urge
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def wide(self, text: str | None = None) -> int:
        """The width that `text` (else its own) needs."""
        metrics = self.theme.metrics
        said = lettering.width_of(text or self.text(), self.theme.font(Role.BUTTON))
        sign = metrics.icon + (6 if text or self.text() else 0) if self.sign is not None else 0
        return round(said + sign + 2 * (6 if metrics.small else 9)) + 2

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(self.wide(), self.theme.metrics.button)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            fill, edge, letters = self._inks()
            thick = 2 if self.isChecked() and self.isEnabled() else 1
            inset = thick / 2
            box = QtCore.QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            radius = self.theme.metrics.button_radius
            painter.setPen(QtGui.QPen(edge, thick))
            painter.setBrush(fill)
            painter.drawRoundedRect(box, radius, radius)
            self.write(painter, letters)

    def _inks(self) -> tuple[QtGui.QColor, QtGui.QColor, QtGui.QColor]:
        """Fill, edge and letters for the state it is in."""
        colours = self.theme.colours
        if not self.isEnabled():
            return colours.surf, colours.line, faint(colours)
        fill = colours.line2 if self.isDown() else colours.raised
        if self.underMouse() and not self.isDown():
            fill = colours.hover
        if not self.isChecked():
            return fill, colours.line2, colours.text
        urge = {"none": colours.text, "live": colours.live, "amber": colours.amber}[self.urge]
        return fill, urge, urge

    def write(self, painter: QtGui.QPainter, letters: QtGui.QColor) -> None:
        """Paint its sign and its word; a kind of button says otherwise."""
        font, side = self.theme.font(Role.BUTTON), self.theme.metrics.icon
        sign = side + (6 if self.text() else 0) if self.sign is not None else 0
        text = lettering.cut(self.text(), font, self.width() - sign - 6)
        x = (self.width() - lettering.width_of(text, font) - sign) / 2
        if self.sign is not None:
            box = QtCore.QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, self.sign, box, letters)
        painter.setFont(font)
        painter.setPen(letters)
        baseline = lettering.middle(font, 0, self.height())
        painter.drawText(QtCore.QPointF(x + sign, baseline), text)
