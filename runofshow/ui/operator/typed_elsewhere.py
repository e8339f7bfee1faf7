"""A key typed into another window of ours, the stage's: what it would have done in the régie's."""

from collections.abc import Iterable

from PySide6 import QtCore, QtGui


def meant(event: QtGui.QKeyEvent, entries: Iterable[QtGui.QAction]) -> QtGui.QAction | None:
    """The entry that the key stands for and that means something now."""
    known = tuple(entries)
    for pressed in _as_shortcuts(event):
        for entry in known:
            if pressed in entry.shortcuts() and entry.isEnabled():
                return entry
    return None


def _as_shortcuts(event: QtGui.QKeyEvent) -> list[QtGui.QKeySequence]:
    """The sequences that a key may be known by, as Qt's own shortcuts try them.

    As pressed, then without the keypad's mark, then without the Shift that typing a sign took.
    """
    modifier = QtCore.Qt.KeyboardModifier
    held = event.modifiers() & ~modifier.KeypadModifier
    tried = [event.modifiers(), held, held & ~modifier.ShiftModifier]
    key = QtCore.Qt.Key(event.key())
    return [QtGui.QKeySequence(QtCore.QKeyCombination(held, key)) for held in tried]
