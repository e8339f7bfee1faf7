"""What is chosen for a wire, as rows; the first walks from one wire to another."""

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.fields import Fields
from runofshow.ui.operator.output_fields import OutputFields
from runofshow.ui.operator.wire_rows import TYPED

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier


class WireFields(OutputFields):
    """The rows of one wire.

    Signals: typed(name) when a row is to be typed, tried() by T, copied() by Ctrl+C, spoken() by
    Shift+Ins for an OSC output.
    """

    looking = frozenset({"wire"})
    label = 0.3

    typed = QtCore.Signal(str)
    tried = QtCore.Signal()
    copied = QtCore.Signal()
    spoken = QtCore.Signal()

    def meant(self, event: QtGui.QKeyEvent, held: QtCore.Qt.KeyboardModifier) -> bool:
        match event.key():
            case Key.Key_T if not held:
                self.tried.emit()
            case Key.Key_C if held == CTRL:
                self.copied.emit()
            case Key.Key_Insert if held == SHIFT:
                self.spoken.emit()
            case Key.Key_F2 if not held:
                self.typed.emit(self.name if self.name in TYPED else "name")
            case _:
                return super().meant(event, held)
        return True

    def step(self, by: int) -> None:
        """Change the row that is chosen; the wire is another one, what is typed is typed."""
        if self.name == "wire":
            self.other.emit(by)
        elif self.name in TYPED:
            self.typed.emit(self.name)
        else:
            Fields.step(self, by)
