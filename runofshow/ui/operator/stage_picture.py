"""A live picture of what the stage window really paints, in the stage's own colours."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.cell import Cell, aloud
from runofshow.ui.painting import painting
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import CLASSIC, Palette
from runofshow.ui.theme import Role, Theme

if TYPE_CHECKING:  # painted with after the window's first painting
    from runofshow.ui.speaker.face import Face
    from runofshow.ui.speaker.picture import Picture


CHEQUER: Final = 6
"""The side of a square of the ground that stands for a clear one, in pixels."""
CHEQUER_LIGHT, CHEQUER_DARK = QtGui.QColor("#5A626B"), QtGui.QColor("#444B53")


class StagePicture(Cell["Face"]):
    """The stage screen, small; `put(face)` shows the face that the stage window shows.

    Attributes: palette_of_stage, look_of_stage; note, what is done to screens alone, on a plate.
    """

    def spoken(self, value: "Face") -> str:
        return aloud(value.head, value.digits, value.phrase, value.plate, value.title)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.palette_of_stage: Palette = CLASSIC
        self.look_of_stage = Look()
        self.note = ""
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @cached_property
    def _picture(self) -> "Picture":
        from runofshow.ui.speaker.picture import Picture

        return Picture()

    def wear(self, palette: Palette) -> None:
        """Paint in these colours of the stage from now on."""
        self.palette_of_stage = palette
        self._change()

    def dress(self, look: Look) -> None:
        """Be the picture of a stage of that look from now on."""
        self.look_of_stage = look
        self._change()

    def say(self, note: str) -> None:
        """Say on a plate at the foot what is done to screens alone; "" for nothing."""
        if note != self.note:
            self.note = note
            self.setToolTip(note)
            self.update()

    def put(self, value: "Face") -> None:
        if value != self.value:
            self.value = value
            self.setAccessibleName(self.spoken(value))
            self._change()

    def _change(self) -> None:
        """Paint again what is to look different."""
        if self.value is not None:
            rect = QtCore.QRectF(self.rect())
            palette, look = self.palette_of_stage, self.look_of_stage
            self.update(self._picture.change(rect, self.value, palette, look))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        self._change()
        super().resizeEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self.value is None:
            return
        with painting(self) as painter:
            if self.look_of_stage.ground == "clear":
                self._through(painter, event)
            else:
                self._picture.paint(painter, event.region())
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.setPen(self.theme.colours.line2)
            painter.drawRect(QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            if self.note:
                self._plate(painter)

    def _through(self, painter: QtGui.QPainter, event: QtGui.QPaintEvent) -> None:
        """The picture on chequers: what is behind it is to be seen there."""
        image = QtGui.QImage(
            self.size() * self.devicePixelRatio(), QtGui.QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(self.devicePixelRatio())
        image.fill(QtCore.Qt.GlobalColor.transparent)
        with QtGui.QPainter(image) as clear:
            self._picture.paint(clear, event.region())
        painter.fillRect(self.rect(), CHEQUER_LIGHT)
        for row in range(0, self.height(), CHEQUER):
            for left in range(row % (2 * CHEQUER), self.width(), 2 * CHEQUER):
                painter.fillRect(left, row, CHEQUER, CHEQUER, CHEQUER_DARK)
        painter.drawImage(0, 0, image)

    def _plate(self, painter: QtGui.QPainter) -> None:
        theme, colours = self.theme, self.theme.colours
        font = theme.font(Role.SPEAKER)
        tall = 1.5 * QtGui.QFontMetricsF(font).capHeight() + 5
        plate = QtCore.QRectF(1, self.height() - 1 - tall, self.width() - 2, tall)
        painter.fillRect(plate, colours.surf)
        painter.fillRect(QtCore.QRectF(plate.x(), plate.y(), plate.width(), 1), colours.amber)
        sign = QtCore.QRectF(plate.x() + 5, plate.center().y() - 5.5, 11, 11)
        icons.paint(painter, Icon.WARNING, sign, colours.amber)
        text = lettering.cut(self.note, font, plate.width() - 26)
        baseline = lettering.middle(font, plate.y(), tall)
        run = Run(text, Role.SPEAKER, colours.amber)
        write(painter, theme, QtCore.QPointF(plate.x() + 21, baseline), (run,))
