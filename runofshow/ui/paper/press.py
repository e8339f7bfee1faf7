"""Press: pages painted, as a PDF, on a printer, or as a picture.

Painting can be done a page at a time (`painted`): who prints during a show lets the windows have
their turn between two pages. The letters are embedded in a PDF by Qt.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.core.errors import Unwritable
from runofshow.ui.paper.letters import FINE, font_of
from runofshow.ui.paper.marks import Box, Diamond, Document, Mark, Page, Placed, Rule, Surface, Text
from runofshow.ui.paper.readable import readable
from runofshow.ui.paper.steps import Steps

AT_ONCE: Final = 30
"""Marks that are painted without a rest: a millisecond or two."""
DOTS: Final = 1200
"""Dots to an inch of a PDF: Qt rounds widths of lines to them."""


def pdf(document: Document) -> bytes:
    """The document as a PDF."""
    made = Pdf(document)
    for _ in made.steps():
        pass
    return made.data


class Pdf:
    """A PDF that is made a page at a time; `data` is whole when the steps are done."""

    def __init__(self, document: Document) -> None:
        self.data = b""
        self._document = document

    def steps(self) -> Steps[None]:
        """Make it, with a rest now and then."""
        buffer = QtCore.QBuffer()
        buffer.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
        writer = QtGui.QPdfWriter(buffer)
        writer.setTitle(self._document.title)
        writer.setCreator("runofshow")
        writer.setResolution(DOTS)
        yield from painted(self._document, writer)
        buffer.close()
        yield
        self.data = readable(bytes(buffer.data().data()))


def painted(document: Document, device: QtGui.QPagedPaintDevice) -> Iterator[None]:
    """Paint the document on a PDF or a printer, with a rest now and then.

    Raises Unwritable when the device does not take it.
    """
    painter = QtGui.QPainter()
    try:
        for number, surface in enumerate(document.surfaces):
            device.setPageLayout(layout_of(surface))
            if not (device.newPage() if number else painter.begin(device)):
                raise Unwritable("printer_refuses")
            yield from painting(painter, surface, device.logicalDpiX())
    finally:
        if painter.isActive():
            painter.end()


def layout_of(surface: Surface) -> QtGui.QPageLayout:
    """The whole of a side of paper: margins are the pages' own business."""
    across = surface.width > surface.height
    size = sorted((surface.width, surface.height))
    way = QtGui.QPageLayout.Orientation
    paper = QtGui.QPageSize(
        QtCore.QSizeF(*size),
        QtGui.QPageSize.Unit.Point,
        "",
        QtGui.QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    made = QtGui.QPageLayout(
        paper,
        way.Landscape if across else way.Portrait,
        QtCore.QMarginsF(),
        QtGui.QPageLayout.Unit.Point,
    )
    made.setMode(QtGui.QPageLayout.Mode.FullPageMode)
    return made


def picture(surface: Surface, dots: float) -> Steps[QtGui.QImage]:
    """A side of paper as a picture of so many dots to an inch."""
    size = QtCore.QSize(round(surface.width * dots / 72), round(surface.height * dots / 72))
    image = QtGui.QImage(size, QtGui.QImage.Format.Format_RGB32)
    image.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(image)
    try:
        yield from painting(painter, surface, dots)
    finally:
        painter.end()
    return image


def painting(painter: QtGui.QPainter, surface: Surface, dots: float) -> Steps[None]:
    """Paint a side of paper on a device of so many dots to an inch, with a rest now and then."""
    hints = QtGui.QPainter.RenderHint
    with _kept(painter):
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing)
        painter.scale(dots / 72 / FINE, dots / 72 / FINE)
        for placed in surface.placed:
            with _kept(painter):
                _turn(painter, placed)
                for first in range(0, len(placed.page.marks), AT_ONCE):
                    _paint_marks(painter, placed.page.marks[first : first + AT_ONCE])
                    yield
        _paint_marks(painter, surface.marks)
    yield


@contextmanager
def _kept(painter: QtGui.QPainter) -> Iterator[None]:
    """What is changed of the painter meanwhile is as before, also when nobody goes on."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _turn(painter: QtGui.QPainter, placed: Placed) -> None:
    page: Page = placed.page
    if placed.turned:
        painter.translate((placed.x + page.width) * FINE, (placed.y + page.height) * FINE)
        painter.rotate(180)
    else:
        painter.translate(placed.x * FINE, placed.y * FINE)
        painter.scale(placed.scale, placed.scale)


def _paint_marks(painter: QtGui.QPainter, marks: tuple[Mark, ...]) -> None:
    for mark in marks:
        match mark:
            case Text():
                _paint_text(painter, mark)
            case Rule():
                _paint_rule(painter, mark)
            case Box():
                _paint_box(painter, mark)
            case Diamond():
                _paint_diamond(painter, mark)


def _ink(grey: float) -> QtGui.QColor:
    return QtGui.QColor.fromRgbF(grey, grey, grey)


def _pen(width: float, grey: float, dash: tuple[float, ...] = ()) -> QtGui.QPen:
    pen = QtGui.QPen(_ink(grey), width * FINE)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern(dash)
    return pen


def _paint_text(painter: QtGui.QPainter, text: Text) -> None:
    painter.setFont(font_of(text.face))
    painter.setPen(_ink(text.grey))
    painter.drawText(QtCore.QPointF(text.x * FINE, text.y * FINE), text.text)
    size, right = text.face.size, text.x + text.width
    if text.struck:
        y = text.y - size * 0.3
        _paint_rule(painter, Rule(text.x, y, right, y, size / 14, text.grey))
    if text.dotted:
        y = text.y + size * 0.16
        _paint_rule(painter, Rule(text.x, y, right, y, 0.6, text.grey, (1.2, 1.8)))


def _paint_rule(painter: QtGui.QPainter, rule: Rule) -> None:
    painter.setPen(_pen(rule.width, rule.grey, rule.dash))
    painter.drawLine(
        QtCore.QPointF(rule.x * FINE, rule.y * FINE),
        QtCore.QPointF(rule.to_x * FINE, rule.to_y * FINE),
    )


def _paint_box(painter: QtGui.QPainter, box: Box) -> None:
    no_pen, no_brush = QtCore.Qt.PenStyle.NoPen, QtCore.Qt.BrushStyle.NoBrush
    painter.setPen(_pen(box.width, 0.0) if box.width else no_pen)
    painter.setBrush(no_brush if box.fill is None else _ink(box.fill))
    place = QtCore.QRectF(box.x * FINE, box.y * FINE, box.wide * FINE, box.tall * FINE)
    if box.radius:
        painter.drawRoundedRect(place, box.radius * FINE, box.radius * FINE)
    else:
        painter.drawRect(place)
    painter.setBrush(no_brush)


def _paint_diamond(painter: QtGui.QPainter, diamond: Diamond) -> None:
    x, y, half = diamond.x * FINE, diamond.y * FINE, diamond.half * FINE
    corners = QtGui.QPolygonF(
        [QtCore.QPointF(x, y - half), QtCore.QPointF(x + half, y),
         QtCore.QPointF(x, y + half), QtCore.QPointF(x - half, y)]
    )  # fmt: skip
    painter.setPen(_pen(0.7, 0.0))
    painter.setBrush(_ink(0.0) if diamond.filled else QtCore.Qt.BrushStyle.NoBrush)
    painter.drawPolygon(corners)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
