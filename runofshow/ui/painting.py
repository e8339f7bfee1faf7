"""Painters that end whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6 import QtGui


@contextmanager
def painting(device: QtGui.QPaintDevice, *, smooth: bool = True) -> Iterator[QtGui.QPainter]:
    """A painter on `device`, ended even by an exception: one left open takes the program down."""
    painter = QtGui.QPainter(device)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, smooth)
    try:
        yield painter
    finally:
        painter.end()
