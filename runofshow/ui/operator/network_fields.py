"""The rows of the network: arrows choose and change; the rest has keys that no clicker sends."""

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.fields import Fields

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier


class NetworkFields(Fields):
    """The rows of the network.

    Signals: copied() by Ctrl+C, refreshed() by Ins for a new link, revoked(all of them) by Del,
    identified() by I.
    """

    label = 0.29
    scrolls = True
    looking = frozenset({"language", "room"})

    copied = QtCore.Signal()
    refreshed = QtCore.Signal()
    revoked = QtCore.Signal(bool)
    identified = QtCore.Signal()

    def meant(self, event: QtGui.QKeyEvent, held: QtCore.Qt.KeyboardModifier) -> bool:
        match event.key():
            case Key.Key_C if held == CTRL:
                self.copied.emit()
            case Key.Key_Delete if held == SHIFT:
                self.revoked.emit(True)
            case Key.Key_Delete if not held:
                self.revoked.emit(False)
            case Key.Key_Insert if not held:
                self.refreshed.emit()
            case Key.Key_I if not held:
                self.identified.emit()
            case _:
                return super().meant(event, held)
        return True
