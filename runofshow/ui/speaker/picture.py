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
from runofshow.ui.speaker.portrait import portrait
from runofshow.ui.speaker.sheet import BLACK, Sheet


def paint(
    painter: QtGui.QPainter,
    rect: QtCore.QRectF,
    face: Face,
    palette: Palette = CLASSIC,
) -> None:
    """Draw `face` into `rect` and nowhere else."""
    painter.save()
    painter.setClipRect(rect, QtCore.Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    sheet = Sheet(painter, rect, palette)
    sheet.fill(0, 0, 1, 1, BLACK if face.scene == "blackout" else palette.paper)
    (portrait if rect.width() < rect.height() else landscape)(sheet, face)
    painter.restore()
