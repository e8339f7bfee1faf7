"""What is chosen for an output, as rows; the first walks from one output to another.

Clickers send arrows and Enter: alone they only look, at another output or at another moment of the
preview.
"""

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.fields import ALT, KEYPAD, Fields

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


class OutputFields(Fields):
    """The rows of one output.

    Signals: named() when the name is to be typed, other(±1) for another output, added(), removed().
    """

    looking = frozenset({"output", "moment"})

    named = QtCore.Signal()
    other = QtCore.Signal(int)
    added = QtCore.Signal()
    removed = QtCore.Signal()

    def meant(self, event: QtGui.QKeyEvent, held: QtCore.Qt.KeyboardModifier) -> bool:
        by = {Key.Key_Up: -1, Key.Key_Down: 1}.get(Key(event.key()), 0)
        if held == ALT and by:
            self.other.emit(by)
            return True
        if held == CTRL and event.key() == Key.Key_Return:
            self.open()
            return True
        if held:
            return super().meant(event, held)
        match event.key():
            case Key.Key_Return:
                self.withheld.emit()
            case Key.Key_F2:
                self.named.emit()
            case Key.Key_Insert:
                self.added.emit()
            case Key.Key_Delete:
                self.removed.emit()
            case _:
                return super().meant(event, held)
        return True

    def step(self, by: int) -> None:
        """Change the row that is chosen; the output is another one, the name is typed."""
        row = self.rows[self.at]
        if row.name == "output":
            self.other.emit(by)
        elif row.name == "name":
            self.named.emit()
        else:
            super().step(by)

    def event(self, event: QtCore.QEvent) -> bool:
        """Keys that the window also knows are the rows' own here."""
        if event.type() == QtCore.QEvent.Type.ShortcutOverride and isinstance(
            event, QtGui.QKeyEvent
        ):
            meant = (event.modifiers() & ~KEYPAD, Key(event.key()))
            if meant in ((ALT, Key.Key_Up), (ALT, Key.Key_Down), (CTRL, Key.Key_Return)):
                event.accept()
                return True
        return super().event(event)
