"""A live picture of what the stage window really paints, in the stage's own colours."""

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.cell import Cell
from runofshow.ui.speaker import picture
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.palettes import CLASSIC, Palette
from runofshow.ui.theme import Theme


class StagePicture(Cell[Face]):
    """The stage screen, small; `put(face)` shows the face that the stage window shows.

    Attribute: palette, the stage's.
    """

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.palette_of_stage: Palette = CLASSIC
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def draw(self, painter: QtGui.QPainter, value: Face) -> None:
        box = QtCore.QRectF(self.rect())
        picture.paint(painter, box, value, self.palette_of_stage)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.setPen(self.theme.colours.line2)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
