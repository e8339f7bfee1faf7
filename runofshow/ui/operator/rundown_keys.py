"""What the keys of the rundown mean while it has the keyboard. No widget.

Space and Enter are never taken (clickers send Enter); Page Up and Page Down only scroll.
"""

from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.rundown_hands import Hand

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
NONE: Final = Held.NoModifier

HANDS: Final = {
    "row_skip": Hand.SKIP_OR_RESTORE,
    "row_remove": Hand.REMOVE,
    "row_after": Hand.INSERT_AFTER,
    "row_before": Hand.INSERT_BEFORE,
    "row_duplicate": Hand.DUPLICATE,
    "row_copy": Hand.COPY,
    "row_cut": Hand.CUT,
    "row_paste": Hand.PASTE,
    "row_up": Hand.UP,
    "row_down": Hand.DOWN,
    "row_longer": Hand.LONGER,
    "row_shorter": Hand.SHORTER,
    "row_much_longer": Hand.MUCH_LONGER,
    "row_much_shorter": Hand.MUCH_SHORTER,
}
"""The gestures on the chosen rows, by the name of their keys."""
NAMES: Final = {hand: name for name, hand in HANDS.items()} | {Hand.RUN: "run_chosen"}


def stroke(event: QtGui.QKeyEvent) -> tuple[QtCore.Qt.Key, QtCore.Qt.KeyboardModifier]:
    """The key and what is held with it; the keypad's mark left out, as its arrows are arrows."""
    return Key(event.key()), event.modifiers() & ~Held.KeypadModifier


def ours(name: str, *, chosen: bool) -> bool:
    """Whether what a key means is the rundown's to do, though the window may have the key."""
    hand = HANDS.get(name)
    return bool(name) and (hand is None or hand is Hand.INSERT_AFTER or chosen)
