"""A line of text as the régie's window has them."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

Key = QtCore.Qt.Key
_CTRL: Final = QtCore.Qt.KeyboardModifier.ControlModifier


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
            if event.key() == Key.Key_Backspace and event.modifiers() & _CTRL:
                event.ignore()  # some desktops have it delete a word: here it takes the GO back
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


def _runs(event: QtGui.QKeyEvent) -> bool:
    """Whether a key is Ctrl+Enter, of the keypad too."""
    return event.key() in (Key.Key_Return, Key.Key_Enter) and bool(event.modifiers() & _CTRL)
