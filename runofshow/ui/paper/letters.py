"""Letters on paper: B612 for hours, lengths and cues, Inter for words (look.md, Type)."""

import threading
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6 import QtGui

from runofshow.ui import fonts

FINE: Final = 20
"""Letters are measured and drawn in twentieths of a point: Qt takes whole pixels."""


class Face(NamedTuple):
    """A kind of letters; `size` in points."""

    size: float
    weight: int = 400
    digits: bool = False
    italic: bool = False

    def scaled(self, by: float) -> "Face":
        """The same letters, larger or smaller."""
        return self._replace(size=self.size * by)


class _Fonts(threading.local):
    """The fonts of a thread: Qt's may not be shared between two."""

    def __init__(self) -> None:
        self.made: dict[Face, QtGui.QFont] = {}
        self.metrics: dict[Face, QtGui.QFontMetricsF] = {}


_fonts = _Fonts()


def font_of(face: Face) -> QtGui.QFont:
    """The font of a face, its size in twentieths of a point; each thread has its own."""
    if face not in _fonts.made:
        _fonts.made[face] = _made(face)
    return _fonts.made[face]


def _made(face: Face) -> QtGui.QFont:
    font = QtGui.QFont(fonts.DIGITS if face.digits else fonts.WORDS)
    font.setPixelSize(max(1, round(face.size * FINE)))
    font.setWeight(QtGui.QFont.Weight(face.weight))
    font.setItalic(face.italic)
    font.setFeature(QtGui.QFont.Tag("calt"), 0)  # else a PDF could not tell that "9:15" has a colon
    font.setHintingPreference(QtGui.QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=65536)
def width_of(text: str, face: Face) -> float:
    """How wide `text` is, in points."""
    if face not in _fonts.metrics:
        _fonts.metrics[face] = QtGui.QFontMetricsF(font_of(face))
    return _fonts.metrics[face].horizontalAdvance(text) / FINE


def ascent(face: Face) -> float:
    """How far letters rise above their line, in points: enough for a capital with its accent."""
    return face.size * 0.95


def descent(face: Face) -> float:
    """How far letters hang below their line, in points."""
    return face.size * 0.26
