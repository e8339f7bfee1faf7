"""Text shaped into glyphs: the bundled font, the machine's own where that lacks a letter.

What no font of the machine can draw is left out, never shown as an empty box: a stage is no place
for it, and `runofshow doctor` tells which writings are missing. Needs a QGuiApplication.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui import fonts

EM: Final = 1000
"""The size at which letters are measured, in pixels."""

_ENDLESS: Final = 1e7
_BUNDLED: Final = "\u0250"
"""All letters before this one are in the bundled fonts."""
_TONES: Final = range(0x1F3FB, 0x1F400)


@lru_cache(maxsize=2)
def font(bold: bool) -> QtGui.QFont:
    """The bundled font for digits and words of the stage, at `EM`."""
    made = QtGui.QFont(fonts.DIGITS)
    made.setPixelSize(EM)
    made.setBold(bold)
    made.setHintingPreference(QtGui.QFont.HintingPreference.PreferNoHinting)
    return made


def runs(text: str, bold: bool) -> list[QtGui.QGlyphRun]:
    """`text` shaped on one line whose baseline is y = 0."""
    layout = QtGui.QTextLayout(text, font(bold))
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        return []
    line.setLineWidth(_ENDLESS)  # before this the line knows no ascent
    line.setPosition(QtCore.QPointF(0, -line.ascent()))
    layout.endLayout()
    return layout.glyphRuns()


@lru_cache(maxsize=1024)
def drawable(text: str) -> str:
    """What of `text` can be drawn, without a hole where something cannot."""
    if all(letter < _BUNDLED for letter in text):
        return text
    kept, follows = list[str](), True
    for letter in text:
        follows = follows if _depends(letter) else drawn(letter)
        if follows:
            kept.append(letter)
    if len(kept) == len(text):
        return text
    return " ".join(part for part in "".join(kept).split(" ") if part)


@lru_cache(maxsize=4096)
def drawn(letter: str) -> bool:
    """Whether some font has that letter.

    Qt draws boxes with a font of its own that has no tables (and dies when asked for its name).
    """
    if letter.isspace():
        return True
    shaped = runs(letter, bold=True)
    return bool(shaped) and all(
        0 not in run.glyphIndexes() and run.rawFont().fontTable("head").size() for run in shaped
    )


def _depends(letter: str) -> bool:
    """Whether it is nothing without the letter before it: an accent, a joiner, a tone of skin."""
    return unicodedata.category(letter) in ("Mn", "Me", "Cf") or ord(letter) in _TONES
