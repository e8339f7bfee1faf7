"""What stands on a sheet, stroke by stroke: so that only what differs is painted again.

From one second to the next a face changes in its digits and its bar; all its words stay. A layout
says what stands where as a list of strokes, and two such lists tell which pixels differ.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui.speaker.lettering import Outline, sized
from runofshow.ui.speaker.roles import Role


@lru_cache(maxsize=64)
def _colour(code: str) -> QtGui.QColor:
    return QtGui.QColor(code)


def _with_margin(box: QtCore.QRectF) -> QtCore.QRect:
    """One pixel more all around: on a screen of broken scale, edges lie within one of its own."""
    return box.toAlignedRect().adjusted(-1, -1, 1, 1)


class Filled(NamedTuple):
    """A rectangle of one colour."""

    colour: str
    box: QtCore.QRectF

    @property
    def area(self) -> QtCore.QRect:
        """All pixels that it touches, and a margin."""
        return _with_margin(self.box)

    def put(self, painter: QtGui.QPainter) -> None:
        """Paint it; what is clear takes away what was there."""
        colour = _colour(self.colour)
        if colour.alpha() == 255:
            painter.fillRect(self.box, colour)
            return
        painter.save()
        painter.setCompositionMode(QtGui.QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(self.box, colour)
        painter.restore()


class Lettered(NamedTuple):
    """An outline at a place and a size: so many pixels a unit, across and up; and its role."""

    colour: str
    drawn: Outline
    x: float
    baseline: float
    across: float
    up: float
    role: Role = ""

    @property
    def area(self) -> QtCore.QRect:
        """All pixels that it touches, and a margin."""
        ink = self.drawn.bounds
        left, top = self.x + ink.left() * self.across, self.baseline + ink.top() * self.up
        size = QtCore.QSizeF(ink.width() * self.across, ink.height() * self.up)
        return _with_margin(QtCore.QRectF(QtCore.QPointF(left, top), size))

    def put(self, painter: QtGui.QPainter) -> None:
        """Paint it."""
        painter.save()
        painter.translate(self.x, self.baseline)
        for letter in sized(self.drawn, self.across, self.up):
            painter.fillPath(letter, _colour(self.colour))
        if self.drawn.pictures:
            painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(self.across, self.up)
            for image, box in self.drawn.pictures:
                painter.drawImage(box, image)
        painter.restore()


Stroke = Filled | Lettered


def put(painter: QtGui.QPainter, strokes: Iterable[Stroke], dirty: QtGui.QRegion) -> None:
    """Paint the strokes that touch `dirty`, in their order."""
    for stroke in strokes:
        if dirty.intersects(stroke.area):
            stroke.put(painter)


def changed(before: tuple[Stroke, ...], after: tuple[Stroke, ...]) -> QtGui.QRegion | None:
    """The pixels in which two lists of strokes may differ; None when it may be any."""
    kept = [stroke for stroke in before if stroke in after]
    if kept != [stroke for stroke in after if stroke in before]:
        return None
    region = QtGui.QRegion()
    for stroke in (*before, *after):
        if stroke not in kept:
            region += stroke.area
    return region
