"""Paints a Face into any rectangle: the stage window, its thumbnail, a picture for a report.

The frame closes around the digits: no plate while normal, a floor for "wrap up", a U for "last
words", a full frame once the time is up; a plate at the top is what is to come, a hollow one a
stopped clock, a white one the régie speaking. All places are fractions of the rectangle
(stage.md); digits keep one place and size per layout, words give way. Nothing leaves it.
"""

from PySide6 import QtCore, QtGui

from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.landscape import landscape
from runofshow.ui.speaker.palettes import CLASSIC, Palette
from runofshow.ui.speaker.sheet import BLACK, Sheet, mark
from runofshow.ui.speaker.strokes import Stroke, changed, put


def strokes(rect: QtCore.QRectF, face: Face, palette: Palette) -> tuple[Stroke, ...]:
    """All that is painted of `face` in `rect`, in its order."""
    sheet = Sheet([], rect, palette)
    sheet.fill(0, 0, 1, 1, BLACK if face.scene == "blackout" else palette.paper)
    if rect.width() < rect.height():
        from runofshow.ui.speaker.portrait import portrait  # few stages stand on their side

        portrait(sheet, face)
    else:
        landscape(sheet, face)
    mark(sheet, face)
    return tuple(sheet.strokes)


def paint(
    painter: QtGui.QPainter,
    rect: QtCore.QRectF,
    face: Face,
    palette: Palette = CLASSIC,
) -> None:
    """Draw `face` into `rect` and nowhere else."""
    picture = Picture()
    picture.change(rect, face, palette)
    picture.paint(painter, QtGui.QRegion(rect.toAlignedRect()))


class Picture:
    """A face as it stands on a widget; knows what differs when it changes.

    After a painting that an exception ended, all of it does.
    """

    def __init__(self) -> None:
        self._rect, self._strokes = QtCore.QRectF(), tuple[Stroke, ...]()
        self._whole = True

    def change(self, rect: QtCore.QRectF, face: Face, palette: Palette) -> QtGui.QRegion:
        """Be that face from now on; returns the pixels that are to be painted again."""
        same = rect == self._rect and self._whole
        before, self._rect, self._strokes = self._strokes, rect, strokes(rect, face, palette)
        region = changed(before, self._strokes) if same else None
        return QtGui.QRegion(rect.toAlignedRect()) if region is None else region

    def paint(self, painter: QtGui.QPainter, dirty: QtGui.QRegion) -> None:
        """Draw what of it touches `dirty`, and nothing outside its rectangle."""
        self._whole = False
        painter.save()
        try:
            painter.setClipRect(self._rect, QtCore.Qt.ClipOperation.IntersectClip)
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
            put(painter, self._strokes, dirty)
        finally:
            painter.restore()
        self._whole = True
