"""Paints a Face into any rectangle: the stage window, its thumbnail, a picture for a report.

The frame closes around the digits: no plate while normal, a floor for "wrap up", a U for "last
words", a full frame once the time is up; a plate at the top is what is to come, a hollow one a
stopped clock, a white one the régie speaking. All places are fractions of the rectangle
(stage.md); digits keep one place and size per layout, words give way. Nothing leaves it.

A layout knows nothing of flips and turns: it lays out an upright sheet, which is then brought into
the rectangle.
"""

from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.layouts import arrangement
from runofshow.ui.speaker.look import PLAIN, Ground, Look
from runofshow.ui.speaker.palettes import CLASSIC, Palette
from runofshow.ui.speaker.sheet import BLACK, Sheet, mark, mark_height
from runofshow.ui.speaker.strokes import Laid, Stroke

GREEN: Final = "#00B140"
"""The ground that a keyer takes away."""
CLEAR: Final = "#00000000"


def strokes(
    rect: QtCore.QRectF, face: Face, palette: Palette, look: Look = PLAIN
) -> tuple[Stroke, ...]:
    """All that is painted of `face` on an upright sheet `rect`, in its order."""
    sheet = Sheet([], rect, palette, look.without)
    black = face.scene == "blackout" and look.ground == "paper"
    sheet.fill(0, 0, 1, 1, BLACK if black else ground(look.ground, palette))
    if face.scene == "pattern":
        _pattern(sheet, face)
    elif face.scene != "blackout":
        arrangement(look.layout).draw(below_mark(sheet, face, look), face)
    mark(sheet, face)
    return tuple(sheet.strokes)


def _pattern(sheet: Sheet, face: Face) -> None:
    from runofshow.ui.speaker import pattern  # seldom wanted

    if isinstance(face.own, pattern.Pattern):
        pattern.draw(sheet, face.own)


def below_mark(sheet: Sheet, face: Face, look: Look) -> Sheet:
    """What a mark leaves of the sheet; a lower third keeps its place, which is far from it."""
    if not face.mark or look.layout == "third":
        return sheet
    return sheet.part(0, mark_height(sheet), 1, 1)


def ground(wanted: Ground, palette: Palette) -> str:
    """The colour of a ground."""
    match wanted:
        case "paper":
            return palette.paper
        case "green":
            return GREEN
        case "clear":
            return CLEAR


def upright(rect: QtCore.QRectF, look: Look) -> QtCore.QRectF:
    """The sheet to lay out for `rect`: itself, or one with its width and height exchanged."""
    if look.upright:
        return rect
    size = rect.size()
    return QtCore.QRectF(QtCore.QPointF(), size.transposed() if look.sideways else size)


def brought(sheet: QtCore.QRectF, rect: QtCore.QRectF, look: Look) -> QtGui.QTransform:
    """How the sheet is brought into `rect`: flipped, then turned."""
    way = QtGui.QTransform()
    if look.upright:
        return way
    way.translate(rect.center().x(), rect.center().y())
    way.rotate(look.turned)
    way.scale(-1 if look.mirrored else 1, 1)
    way.translate(-sheet.center().x(), -sheet.center().y())
    return way


def paint(
    painter: QtGui.QPainter,
    rect: QtCore.QRectF,
    face: Face,
    palette: Palette = CLASSIC,
    look: Look = PLAIN,
) -> None:
    """Draw `face` into `rect` and nowhere else."""
    picture = Picture()
    picture.change(rect, face, palette, look)
    picture.paint(painter, QtGui.QRegion(rect.toAlignedRect()))


class Picture:
    """A face as it stands on a widget; knows what differs when it changes.

    After a painting that an exception ended, all of it does.
    """

    def __init__(self) -> None:
        self._rect, self._laid = QtCore.QRectF(), Laid()
        self._way = QtGui.QTransform()
        self._whole, self._part = True, 1.0

    def change(
        self,
        rect: QtCore.QRectF,
        face: Face,
        palette: Palette,
        look: Look = PLAIN,
        part: float = 1.0,
    ) -> QtGui.QRegion:
        """Be that face from now on; returns the pixels that are to be painted again.

        `part` is how much of what stands on the ground is there, from the left.
        """
        sheet = upright(rect, look)
        way = brought(sheet, rect, look)
        same = rect == self._rect and way == self._way and self._whole
        before = self._laid
        self._laid, region = before.became(strokes(sheet, face, palette, look))
        self._rect, self._way = rect, way
        moved, self._part = part != self._part, part
        if region is None or not same:
            return QtGui.QRegion(rect.toAlignedRect())
        if moved:
            region += before.covered.united(self._laid.covered)
        return way.map(region)

    def paint(self, painter: QtGui.QPainter, dirty: QtGui.QRegion) -> None:
        """Draw what of it touches `dirty`, and nothing outside its rectangle."""
        self._whole = False
        painter.save()
        try:
            painter.setClipRect(self._rect, QtCore.Qt.ClipOperation.IntersectClip)
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
            if not self._way.isIdentity():
                painter.setTransform(self._way, combine=True)
                dirty = self._way.inverted()[0].map(dirty)
            self._laid.put(painter, dirty, slice(1))
            if self._part < 1.0:
                stands = QtCore.QRectF(self._laid.covered)
                stands.setWidth(self._part * stands.width())
                painter.setClipRect(stands, QtCore.Qt.ClipOperation.IntersectClip)
            self._laid.put(painter, dirty, slice(1, None))
        finally:
            painter.restore()
        self._whole = True
