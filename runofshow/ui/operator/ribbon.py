"""The ribbon of lateness: a hatched band as wide as the minutes late, edged in amber.

Hatch means lateness and nothing else; early is plain and grey (look.md, rule 3).
"""

from itertools import pairwise
from math import ceil, floor
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.theme import Colours

STEP: Final = 7.0
"""Between two strokes of the hatch, measured along the axes."""
STROKE: Final = 1.8
EDGE: Final = 2.0


def hatch(painter: QtGui.QPainter, area: QtGui.QPainterPath, colour: QtGui.QColor) -> None:
    """Fill `area` with rising strokes that meet from one area to the next."""
    box = area.boundingRect()
    if box.width() <= 0 or box.height() <= 0:
        return
    painter.save()
    painter.setClipPath(area, QtCore.Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(QtGui.QPen(colour, STROKE))
    first = floor((box.left() + box.top()) / STEP)
    last = ceil((box.right() + box.bottom()) / STEP)
    painter.drawLines([_stroke(number * STEP, box) for number in range(first, last + 1)])
    painter.restore()


def _stroke(total: float, box: QtCore.QRectF) -> QtCore.QLineF:
    """The rising line on which x + y = total, across `box`."""
    top, bottom = box.top() - STROKE, box.bottom() + STROKE
    return QtCore.QLineF(total - bottom, bottom, total - top, top)


def down(
    painter: QtGui.QPainter, axis: float, rows: QtCore.QRectF, ends: tuple[float, float],
    colours: Colours,
) -> None:  # fmt: skip
    """The ribbon down a column: from `axis` by `ends` pixels at the top and foot of `rows`."""
    top, foot = ends
    if top > 0 or foot > 0:
        path = _band(axis, rows, max(0.0, top), max(0.0, foot))
        hatch(painter, path, colours.dim)
        _edge(painter, axis, rows, (max(0.0, top), max(0.0, foot)), colours.amber)
    if top < 0 or foot < 0:
        _early(painter, axis, rows, (min(0.0, top), min(0.0, foot)), colours)


def _band(axis: float, rows: QtCore.QRectF, top: float, foot: float) -> QtGui.QPainterPath:
    path = QtGui.QPainterPath(QtCore.QPointF(axis, rows.top()))
    path.lineTo(axis + top, rows.top())
    path.lineTo(axis + foot, rows.bottom())
    path.lineTo(axis, rows.bottom())
    path.closeSubpath()
    return path


def _edge(
    painter: QtGui.QPainter, axis: float, rows: QtCore.QRectF, ends: tuple[float, float],
    colour: QtGui.QColor,
) -> None:  # fmt: skip
    top, foot = ends
    if top == foot:
        painter.fillRect(
            QtCore.QRectF(axis + max(top - EDGE, 0), rows.top(), EDGE, rows.height()), colour
        )
        return
    painter.save()
    painter.setClipRect(rows, QtCore.Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(QtGui.QPen(colour, EDGE))
    inset = EDGE / 2
    painter.drawLine(
        QtCore.QPointF(axis + top - inset, rows.top()),
        QtCore.QPointF(axis + foot - inset, rows.bottom()),
    )
    painter.restore()


def _early(
    painter: QtGui.QPainter, axis: float, rows: QtCore.QRectF, ends: tuple[float, float],
    colours: Colours,
) -> None:  # fmt: skip
    fill = QtGui.QColor(colours.ok)
    fill.setAlphaF(0.35)
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, ends[0] != ends[1])
    painter.fillPath(_band(axis, rows, *ends), fill)
    painter.restore()
    if ends[0] == ends[1]:
        edge = QtCore.QRectF(axis + ends[0], rows.top(), 1, rows.height())
        painter.fillRect(edge, colours.ok)


def along(
    painter: QtGui.QPainter, foot: float, points: list[QtCore.QPointF], colours: Colours
) -> None:
    """The ribbon along a line of time: above the height `foot`, edged by `points`, left to right.

    Points below `foot` are early: plain, drawn as high as they are early.
    """
    late = [QtCore.QPointF(point.x(), min(point.y(), foot)) for point in points]
    early = [QtCore.QPointF(point.x(), min(2 * foot - point.y(), foot)) for point in points]
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    for stretch in _stretches(early, foot):
        fill = QtGui.QColor(colours.ok)
        fill.setAlphaF(0.35)
        painter.fillPath(_under(stretch, foot), fill)
    for stretch in _stretches(late, foot):
        hatch(painter, _under(stretch, foot), colours.dim)
        painter.setPen(QtGui.QPen(colours.amber, EDGE))
        painter.drawPolyline([QtCore.QPointF(p.x(), p.y() + EDGE / 2) for p in stretch])
    painter.restore()


def _stretches(points: list[QtCore.QPointF], foot: float) -> list[list[QtCore.QPointF]]:
    """The runs of points off `foot`, each with the points where it leaves and returns."""
    runs: list[list[QtCore.QPointF]] = []
    run: list[QtCore.QPointF] = []
    for before, point in pairwise(points):
        if before.y() == foot and point.y() == foot:
            runs, run = ([*runs, run] if run else runs), []
            continue
        run = [*run, point] if run else [before, point]
    return [*runs, run] if run else runs


def _under(points: list[QtCore.QPointF], foot: float) -> QtGui.QPainterPath:
    path = QtGui.QPainterPath(QtCore.QPointF(points[0].x(), foot))
    for point in points:
        path.lineTo(point)
    path.lineTo(points[-1].x(), foot)
    path.closeSubpath()
    return path
