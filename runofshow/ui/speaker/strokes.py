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
        """Paint it, to whole pixels of the screen; what is clear takes away what was there.

        On a screen of broken scale an edge would else be half green, and a keyer's fringe.
        """
        colour = _colour(self.colour)
        painter.save()
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        if colour.alpha() < 255:
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


class Laid(NamedTuple):
    """Strokes as they stand, in their order, and the pixels that each touches."""

    strokes: tuple[Stroke, ...] = ()
    areas: tuple[QtCore.QRect, ...] = ()

    @property
    def covered(self) -> QtCore.QRect:
        """What stands on the ground, all around."""
        whole = QtCore.QRect()
        for area in self.areas[1:]:
            whole = whole.united(area)
        return whole

    def put(self, painter: QtGui.QPainter, dirty: QtGui.QRegion, which: slice) -> None:
        """Paint those of these strokes that touch `dirty`."""
        for stroke, area in zip(self.strokes[which], self.areas[which], strict=True):
            if dirty.intersects(area):
                stroke.put(painter)

    def became(self, strokes: tuple[Stroke, ...]) -> tuple["Laid", QtGui.QRegion | None]:
        """Other strokes laid, and the pixels in which they may differ; None when it may be any.

        Mostly as many stand in the same places, and a few of them say something else.
        """
        if len(strokes) != len(self.strokes):
            return Laid(strokes, tuple(stroke.area for stroke in strokes)), self._changed(strokes)
        region, areas = QtGui.QRegion(), list(self.areas)
        for number, (was, now) in enumerate(zip(self.strokes, strokes, strict=True)):
            if was != now:
                areas[number] = now.area
                region += self.areas[number]
                region += areas[number]
        return Laid(strokes, tuple(areas)), region

    def _changed(self, after: tuple[Stroke, ...]) -> QtGui.QRegion | None:
        kept = [stroke for stroke in self.strokes if stroke in after]
        if kept != [stroke for stroke in after if stroke in self.strokes]:
            return None
        region = QtGui.QRegion()
        for stroke in (*self.strokes, *after):
            if stroke not in kept:
                region += stroke.area
        return region
