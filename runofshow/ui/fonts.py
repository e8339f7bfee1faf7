"""The bundled fonts: B612 for digits, times and cues; Inter for words (look.md, Type)."""

from typing import Final

from PySide6 import QtGui

from runofshow.places import resource

DIGITS: Final = "B612"
WORDS: Final = "Inter"


def load() -> None:
    """Make the bundled fonts known to Qt; raises FileNotFoundError naming a font that is missing.

    Needs a QGuiApplication. A wrong path would otherwise fall back to another font in silence.
    """
    known = set[str]()  # of these files alone: the list of all there is takes 2 ms to make
    for path in sorted(resource("fonts").glob("*.[ot]tf")):
        number = QtGui.QFontDatabase.addApplicationFont(str(path))
        known.update(QtGui.QFontDatabase.applicationFontFamilies(number))
    for family in (DIGITS, WORDS):
        if family not in known:
            raise FileNotFoundError(f"font {family} not loaded from {resource('fonts')}")
