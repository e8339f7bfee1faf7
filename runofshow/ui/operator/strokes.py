"""A key that is pressed, and a key as the tables write it: Ctrl+Shift+K.

- A digit is also written as the same key of an AZERTY keyboard types it; where the system tells
  which key it was, that decides (`digits`).
- What the keys of a part of the window mean is looked up here by that part (`Strokes`).
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.digits import place_of
from runofshow.ui.operator.key_names import Naming, keys_of
from runofshow.ui.operator.local_keys import LOCALS, Scope

Key = QtCore.Qt.Key
_AZERTY: Final = dict(zip("1234567890", "&É\"'(-È_ÇÀ", strict=True))
"""What the keys of the digits type on a French keyboard."""


class Strokes(NamedTuple):
    """The keys of one part of the window: what each of them means there."""

    meanings: Mapping[str, str]

    def meaning(self, event: QtGui.QKeyEvent) -> str:
        """What the key of `event` means here, by name; nothing when it means nothing."""
        key = pressed(event, QtGui.QGuiApplication.platformName())
        return self.meanings.get(key, "")


def strokes(scope: Scope, words: Naming) -> Strokes:
    """The keys of `scope`, as the régie has chosen them."""
    own = (each.name for each in LOCALS if each.scope is scope)
    return Strokes({canonical(key): name for name in own for key in keys_of(name, words)})


def asks_first(event: QtCore.QEvent) -> QtGui.QKeyEvent | None:
    """The key that Qt asks about before its shortcuts have it, if `event` does; else None."""
    override = event.type() == QtCore.QEvent.Type.ShortcutOverride
    return event if override and isinstance(event, QtGui.QKeyEvent) else None


@lru_cache(maxsize=512)
def canonical(key: str) -> str:
    """`key` as Qt writes it; nothing for what is no key, or more than one."""
    sequence = QtGui.QKeySequence(key)
    if sequence.count() != 1:
        return ""
    return sequence.toString(QtGui.QKeySequence.SequenceFormat.PortableText)


def azerty(key: str) -> str | None:
    """What is written for a digit's key where a French keyboard types another sign, or None."""
    *held, last = parts(key)
    if last not in _AZERTY:
        return None
    return "+".join([*held, _AZERTY[last]])


def pressed(event: QtGui.QKeyEvent, platform: str) -> str:
    """The key of `event` as the table writes it; nothing for a modifier alone.

    A digit is one by its place; a sign that takes Shift to be typed is the sign.
    """
    key, held = event.key(), event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
    if key in _MODIFIERS:
        return ""
    digit = place_of(event, platform)
    if digit is not None:
        key = Key.Key_0 + digit
    elif 0x20 < key < 0x1000 and not chr(key).isalnum():
        held &= ~QtCore.Qt.KeyboardModifier.ShiftModifier
    sequence = QtGui.QKeySequence(QtCore.QKeyCombination(held, Key(key)))
    return sequence.toString(QtGui.QKeySequence.SequenceFormat.PortableText)


_MODIFIERS: Final = frozenset(
    (Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_CapsLock,
     Key.Key_NumLock, Key.Key_ScrollLock, Key.Key_Super_L, Key.Key_Super_R, Key.Key_unknown,
     Key.Key_Multi_key, Key.Key_Mode_switch)
)  # fmt: skip


def parts(key: str) -> list[str]:
    """The modifiers and, last, the key itself: Ctrl and + of Ctrl++."""
    head, plus, _ = key.rpartition("++")
    if plus:
        return [*head.split("+"), "+"]
    return ["+"] if key == "+" else key.split("+")
