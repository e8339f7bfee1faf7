"""The keys of the rundown while it has the keyboard. No widget.

Space and Enter are never taken (clickers send Enter); Page Up and Page Down only scroll.
"""

from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.rundown_hands import Hand

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
NONE: Final = Held.NoModifier
CTRL: Final = Held.ControlModifier
ALT: Final = Held.AltModifier
SHIFT: Final = Held.ShiftModifier

HANDS: Final = {
    (Key.Key_Delete, NONE): Hand.SKIP_OR_RESTORE,
    (Key.Key_Delete, SHIFT): Hand.REMOVE,
    (Key.Key_Insert, NONE): Hand.INSERT_AFTER,
    (Key.Key_Insert, SHIFT): Hand.INSERT_BEFORE,
    (Key.Key_D, CTRL): Hand.DUPLICATE,
    (Key.Key_C, CTRL): Hand.COPY,
    (Key.Key_X, CTRL): Hand.CUT,
    (Key.Key_V, CTRL): Hand.PASTE,
    (Key.Key_Up, ALT): Hand.UP,
    (Key.Key_Down, ALT): Hand.DOWN,
    (Key.Key_Right, ALT): Hand.LONGER,
    (Key.Key_Left, ALT): Hand.SHORTER,
    (Key.Key_Right, ALT | SHIFT): Hand.MUCH_LONGER,
    (Key.Key_Left, ALT | SHIFT): Hand.MUCH_SHORTER,
}
"""The keys of the gestures on the chosen rows."""
_OURS: Final = (
    (Key.Key_F2, NONE), (Key.Key_Home, NONE), (Key.Key_End, NONE), (Key.Key_A, CTRL),
    (Key.Key_Up, SHIFT), (Key.Key_Down, SHIFT), (Key.Key_Left, SHIFT), (Key.Key_Right, SHIFT),
)  # fmt: skip
_KEYS: Final = frozenset(key for key, _ in (*HANDS, *_OURS))


def stroke(event: QtGui.QKeyEvent) -> tuple[QtCore.Qt.Key, QtCore.Qt.KeyboardModifier]:
    """The key and what is held with it; the keypad's mark left out, as its arrows are arrows."""
    return Key(event.key()), event.modifiers() & ~Held.KeypadModifier


def gesture(event: QtGui.QKeyEvent) -> Hand | None:
    """The gesture that a key means, if any."""
    return HANDS.get(stroke(event)) if event.key() in _KEYS else None


def ours(event: QtGui.QKeyEvent, *, chosen: bool) -> bool:
    """Whether a key is the rundown's, though the window may have it as a shortcut."""
    if event.key() not in _KEYS:
        return False
    hand = gesture(event)
    return stroke(event) in _OURS or hand is Hand.INSERT_AFTER or (hand is not None and chosen)
