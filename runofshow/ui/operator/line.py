"""A line of text as the régie's window has them."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

Key = QtCore.Qt.Key
_CTRL: Final = QtCore.Qt.KeyboardModifier.ControlModifier
_OF_LINES: Final = (Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_Y, Key.Key_Z)
"""With Ctrl, what is copied, pasted, chosen and undone in a line."""


class Line(QtWidgets.QLineEdit):
    """A line of text that Tab does not reach: it keeps Space to itself, and clickers send Tab.

    Signals: left (Escape), run (Ctrl+Enter), turned (Up or Down: −1 or 1). The keypad's Enter is
    GO's, never its own. Attribute: spaced, whether Space is typed in it.
    """

    spaced = True

    left = QtCore.Signal()
    run = QtCore.Signal()
    turned = QtCore.Signal(int)

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(False)  # a file dropped here is the window's to open

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ShortcutOverride and isinstance(
            event, QtGui.QKeyEvent
        ):
            if _runs(event):
                event.accept()
                return True
            if passes(event):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        match event.key():
            case Key.Key_Escape:
                self.left.emit()
            case _ if _runs(event):
                self.run.emit()
            case Key.Key_Enter:
                event.ignore()
            case Key.Key_Up | Key.Key_Down:
                self.turned.emit(-1 if event.key() == Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)


def passes(event: QtGui.QKeyEvent) -> bool:
    """Whether a key is the window's while a line is typed in, whatever the desktop has it mean.

    Some delete a word by Ctrl+Backspace (here it takes the GO back), the line by Ctrl+U. What is
    typed with AltGr, which is Ctrl+Alt on Windows, is the line's.
    """
    held = event.modifiers() & (_CTRL | QtCore.Qt.KeyboardModifier.AltModifier)
    if not held or (event.text().isprintable() and event.text() and held & _CTRL):
        return False
    letter = Key.Key_0 <= event.key() <= Key.Key_9 or Key.Key_A <= event.key() <= Key.Key_Z
    return event.key() == Key.Key_Backspace or (letter and event.key() not in _OF_LINES)


def _runs(event: QtGui.QKeyEvent) -> bool:
    """Whether a key is Ctrl+Enter, of the keypad too."""
    return event.key() in (Key.Key_Return, Key.Key_Enter) and bool(event.modifiers() & _CTRL)
