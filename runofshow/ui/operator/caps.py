"""Key caps: the keys of an action, each in its own small frame."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui

from runofshow.ui import lettering
from runofshow.ui.theme import Role, Theme

TALL = 17
"""Height of a cap, in logical pixels."""
GAP = 5


def cap_width(theme: Theme, cap: str) -> int:
    """How wide the cap of a key is."""
    return round(lettering.width_of(cap, theme.font(Role.KEY))) + 10


def write_caps(
    painter: QtGui.QPainter, theme: Theme, right: float, y: float, row: float, caps: Sequence[str]
) -> float:
    """Paint caps in a row of that height so that they end at `right`; returns where they begin."""
    for cap in reversed(caps):
        wide = cap_width(theme, cap)
        write_cap(painter, theme, QtCore.QPointF(right - wide, y + (row - TALL) / 2), cap)
        right -= wide + GAP
    return right


def write_cap(painter: QtGui.QPainter, theme: Theme, at: QtCore.QPointF, cap: str) -> None:
    """Paint one cap with its upper left corner at `at`."""
    colours, font = theme.colours, theme.font(Role.KEY)
    wide = cap_width(theme, cap)
    box = QtCore.QRectF(at.x() + 0.5, round(at.y()) + 0.5, wide - 1, TALL - 1)
    painter.setFont(font)
    painter.setPen(colours.line2)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, theme.metrics.key_radius, theme.metrics.key_radius)
    painter.setPen(colours.text)
    baseline = lettering.middle(font, box.y(), box.height())
    painter.drawText(QtCore.QPointF(box.x() + 4.5, baseline), cap)
