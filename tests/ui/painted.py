"""What words a window paints, and where: for tests that no word is cut, clipped or written over.

While `painting_told` lasts, every text that a painter of Qt writes is kept, with its place, and
every text that was too wide for its room, with what was left of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering


class Place(NamedTuple):
    """Where a widget stands in its window, how much of it is seen there, whether it is scrolled."""

    corner: QtCore.QPointF
    seen: QtCore.QRectF
    scrolled: bool


class Written(NamedTuple):
    """A text as a widget has painted it: its letters from cap to baseline, in the window's pixels.

    `seen` is the part of that box which no edge of a widget or of the painter cuts away. What is
    `scrolled` may be cut above and below.
    """

    widget: QtWidgets.QWidget
    text: str
    box: QtCore.QRectF
    seen: QtCore.QRectF
    scrolled: bool

    @property
    def by(self) -> str:
        """The kind of widget that has painted it."""
        return type(self.widget).__name__

    @property
    def clipped(self) -> bool:
        """Whether more of it is not seen than a letter's own margin."""
        low = self.seen.height() < self.box.height() - 1.5
        if self.scrolled and low:
            return False
        return low or self.seen.width() < self.box.width() - max(3, self.box.width() / 20)

    def over(self, other: "Written") -> bool:
        """Whether the two stand on each other."""
        met = self.box.intersected(other.box)
        return met.width() > 1.5 and met.height() > 1.5


class Painted:
    """What was painted so far: `written` texts, and `cut`, each with what was left of it."""

    def __init__(self) -> None:
        self.written: list[Written] = []
        self.cut: dict[str, str] = {}
        self._places: dict[QtWidgets.QWidget, Place] = {}

    def clear(self) -> None:
        """Forget it all."""
        self.written.clear()
        self.cut.clear()
        self._places.clear()

    def write(self, painter: QtGui.QPainter, given: tuple[Any, ...]) -> None:
        """Keep a text that a painter writes; `given` is what QPainter.drawText was."""
        widget = painter.device()
        text = next(part for part in given if isinstance(part, str))
        if not isinstance(widget, QtWidgets.QWidget) or not text.strip():
            return
        place = self._places.get(widget)
        if place is None:
            place = self._places[widget] = _place(widget)
        moved = painter.transform()
        box = moved.mapRect(_box(painter, text, given)).translated(place.corner)
        seen = box.intersected(place.seen)
        if painter.hasClipping():
            clip = moved.mapRect(painter.clipBoundingRect())
            seen = seen.intersected(clip.translated(place.corner))
        self.written.append(Written(widget, text, box, seen, place.scrolled))


@contextmanager
def painting_told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Painted]:
    """Have painters tell what they write."""
    told = Painted()
    draw, elide = QtGui.QPainter.drawText, QtGui.QFontMetricsF.elidedText

    def drawn(painter: QtGui.QPainter, *given: Any) -> Any:
        told.write(painter, given)
        return draw(painter, *given)

    def elided(metrics: QtGui.QFontMetricsF, text: str, *given: Any) -> str:
        left = elide(metrics, text, *given)
        if left != text:
            told.cut[text] = left
        return left

    with monkeypatch.context() as patched:
        patched.setattr(QtGui.QPainter, "drawText", drawn)
        patched.setattr(QtGui.QFontMetricsF, "elidedText", elided)
        lettering.broken.cache_clear()
        yield told
    lettering.broken.cache_clear()


def _box(painter: QtGui.QPainter, text: str, given: tuple[Any, ...]) -> QtCore.QRectF:
    font = painter.font()
    if isinstance(given[0], QtCore.QPointF):
        at, tall = given[0], QtGui.QFontMetricsF(font).capHeight()
        return QtCore.QRectF(at.x(), at.y() - tall, lettering.width_of(text, font), tall)
    room = QtCore.QRectF(given[0])
    return QtGui.QFontMetricsF(font).boundingRect(room, int(given[1]), text)


def _place(widget: QtWidgets.QWidget) -> Place:
    window = widget.window()
    corner = QtCore.QPointF(widget.mapTo(window, QtCore.QPoint(0, 0)))
    seen, scrolled = QtCore.QRectF(window.rect()), False
    part: QtWidgets.QWidget | None = widget
    while part is not None:
        scrolled = scrolled or isinstance(part, QtWidgets.QAbstractScrollArea)
        at = part.mapTo(window, QtCore.QPoint(0, 0))
        seen = seen.intersected(QtCore.QRectF(QtCore.QRect(at, part.size())))
        part = None if part is window else part.parentWidget()
    return Place(corner, seen, scrolled)
