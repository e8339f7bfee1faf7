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


class Written(NamedTuple):
    """A text as a widget has painted it: its letters from cap to baseline, in the window's pixels.

    `seen` is the part of that box which no edge of a widget, or of the painter's, cuts away.
    """

    by: str
    text: str
    box: QtCore.QRectF
    seen: QtCore.QRectF

    @property
    def clipped(self) -> bool:
        """Whether a pixel or more of it is not seen."""
        return (
            self.seen.width() < self.box.width() - 1.5
            or self.seen.height() < self.box.height() - 1.5
        )

    def over(self, other: "Written") -> bool:
        """Whether the two stand on each other."""
        met = self.box.intersected(other.box)
        return met.width() > 1.5 and met.height() > 1.5


class Painted:
    """What was painted so far: `written` texts, and `cut`, each with what was left of it."""

    def __init__(self) -> None:
        self.written: list[Written] = []
        self.cut: dict[str, str] = {}

    def clear(self) -> None:
        """Forget it all."""
        self.written.clear()
        self.cut.clear()


@contextmanager
def painting_told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Painted]:
    """Have painters tell what they write."""
    told = Painted()
    draw, elide = QtGui.QPainter.drawText, QtGui.QFontMetricsF.elidedText

    def drawn(painter: QtGui.QPainter, *given: Any) -> Any:
        told.written += _written(painter, given)
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


def _written(painter: QtGui.QPainter, given: tuple[Any, ...]) -> Iterator[Written]:
    widget = painter.device()
    text = next(part for part in given if isinstance(part, str))
    if not isinstance(widget, QtWidgets.QWidget) or not text.strip():
        return
    metrics = QtGui.QFontMetricsF(painter.font())
    if isinstance(given[0], QtCore.QPointF):
        at, tall = given[0], metrics.capHeight()
        box = QtCore.QRectF(at.x(), at.y() - tall, metrics.horizontalAdvance(text), tall)
    else:
        room = QtCore.QRectF(given[0])
        box = metrics.boundingRect(room, int(given[1]), text)
    to_window = QtCore.QPointF(widget.mapTo(widget.window(), QtCore.QPoint(0, 0)))
    box = painter.transform().mapRect(box).translated(to_window)
    seen = box
    if painter.hasClipping():
        clip = painter.transform().mapRect(painter.clipBoundingRect())
        seen = seen.intersected(clip.translated(to_window))
    part: QtWidgets.QWidget | None = widget
    while part is not None:
        corner = part.mapTo(widget.window(), QtCore.QPoint(0, 0))
        seen = seen.intersected(QtCore.QRectF(QtCore.QRect(corner, part.size())))
        part = None if part.isWindow() else part.parentWidget()
    yield Written(type(widget).__name__, text, box, seen)
