"""The digits by where they lie on the keyboard, whatever its layout types there.

- X11, Wayland and Windows tell the key's own number; macOS its virtual code.
- Where neither is known (a key sent by a program) a key that types a digit is that digit.
- With Ctrl, Alt or Meta a key is something else. Shift and the keypad make no difference.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

_EVDEV: Final = {10 + index: (index + 1) % 10 for index in range(10)}
_WINDOWS: Final = {2 + index: (index + 1) % 10 for index in range(10)}
_MAC: Final = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9, 29: 0}
_OTHER: Final = (
    QtCore.Qt.KeyboardModifier.ControlModifier
    | QtCore.Qt.KeyboardModifier.AltModifier
    | QtCore.Qt.KeyboardModifier.MetaModifier
)


def digit_of(event: QtGui.QKeyEvent, platform: str) -> int | None:
    """The digit (0 to 9) that lies on the key of `event`, or None; `platform` as Qt names it."""
    if event.modifiers() & _OTHER:
        return None
    lies = place_of(event, platform)
    if lies is not None:
        return lies
    typed = event.text()
    return int(typed) if typed.isascii() and typed.isdigit() else None


def place_of(event: QtGui.QKeyEvent, platform: str) -> int | None:
    """The digit (0 to 9) on whose key of the upper row `event` was typed, where that is known."""
    match platform:
        case "xcb" | "wayland":
            return _EVDEV.get(event.nativeScanCode())
        case "windows":
            return _WINDOWS.get(event.nativeScanCode())
        case "cocoa":
            return _MAC.get(event.nativeVirtualKey())
        case _:
            return None


class Digit(NamedTuple):
    """A digit's key that was pressed, or is held down and repeats."""

    number: int
    repeats: bool


class Digits(QtCore.QObject):
    """Remembers on which digit's key a shortcut of `window` is typed, while it is being done.

    A filter rather than an override of the window's `event`: that would stand around all painting,
    and an exception in a painter would take the program down.
    """

    def __init__(self, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self._digit: Digit | None = None
        window.installEventFilter(self)

    def eventFilter(self, _watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ShortcutOverride and isinstance(
            event, QtGui.QKeyEvent
        ):
            self.note(event)
        return False

    def note(self, event: QtGui.QKeyEvent) -> None:
        """Remember the digit of `event`, if it is one, until what it does is done."""
        number = digit_of(event, QtGui.QGuiApplication.platformName())
        self._digit = None if number is None else Digit(number, event.isAutoRepeat())
        if number is not None:
            QtCore.QTimer.singleShot(0, self, self.take)

    def take(self) -> Digit | None:
        """The digit's key that is being done, which is then forgotten."""
        digit, self._digit = self._digit, None
        return digit
