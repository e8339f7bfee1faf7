"""The bundled fonts: B612 for digits, times and cues; Inter for words (look.md, Type)."""

from typing import Final

from PySide6 import QtGui

from runofshow.places import resource

DIGITS: Final = "B612"
WORDS: Final = "Inter"


def load() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt; those that are missing, or harmed, are answered.

    Needs a QGuiApplication. Another font of the machine then stands in, whose figures may move:
    whoever asks says so.
    """
    known = set[str]()  # of these files alone: the list of all there is takes 2 ms to make
    for path in sorted(resource("fonts").glob("*.[ot]tf")):
        number = QtGui.QFontDatabase.addApplicationFont(str(path))
        known.update(QtGui.QFontDatabase.applicationFontFamilies(number))
    return tuple(family for family in (DIGITS, WORDS) if family not in known)


def lacking() -> tuple[str, ...]:
    """Which of the bundled fonts are not there, once they were loaded."""
    return tuple(family for family in (DIGITS, WORDS) if not QtGui.QFontDatabase.hasFamily(family))
