"""Which key belongs to which action: the table's, changed as the régie chose.

Rules of this module:
- A key belongs to one action at most, and GO comes first: its keys are nobody else's while it has
  them, and one of those that work while typing always stays with it.
- What presenters' clickers send belongs to nobody (screens.md §1), nor does what is typed, what
  opens a menu, the rundown's own keys, and what the system keeps for itself.
- Speakers, messages and plans have the digits by where they lie; these stay as they are.
- A digit is also written as the same key of an AZERTY keyboard types it; where the system tells
  which key it was, that decides (`digits`).
"""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.digits import place_of
from runofshow.ui.operator.keys import (
    ACTIONS,
    ROWS,
    PlanKey,
    Ready,
    Turn,
    action,
    cap,
    keys_of,
    menu_letters,
    written,
)
from runofshow.ui.texts import Words
from runofshow.ui.texts.window import EN, FR, WindowWords

Key = QtCore.Qt.Key
Chosen = Mapping[str, tuple[str, ...]]
"""The keys of those actions whose keys are not the table's."""
GO: Final = "go"

_AZERTY: Final = dict(zip("1234567890", "&É\"'(-È_ÇÀ", strict=True))
"""What the keys of the digits type on a French keyboard."""
_CLICKERS: Final = frozenset(
    ("PgUp", "PgDown", "F5", "Esc", ".", "Left", "Right", "Up", "Down", "B", "W", "Return", "Enter",
     "Tab", "Backtab", "Volume Up", "Volume Down", "Volume Mute", "Media Play", "Media Next",
     "Media Previous")
)  # fmt: skip
"""What presenters' clickers send, with Shift or without."""
_LINES: Final = frozenset(("Ctrl+A", "Ctrl+C", "Ctrl+X"))
"""What means something in every line of text."""
_TYPING: Final = frozenset(("Ctrl+V", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"))
_MOVES: Final = frozenset(("Left", "Right", "Up", "Down", "Home", "End", "Del", "Ins"))
"""What a line of text keeps to itself while it is typed in."""


class Free(NamedTuple):
    """Nobody has the key."""


class Held(NamedTuple):
    """Another action has the key."""

    by: str


Why = Literal["clicker", "typed", "line", "menu", "rows", "system", "fixed", "go", "last"]
"""Why a key cannot be had: clickers send it, it is typed, a line of text has it, it opens a menu,
the rundown has it, the system has it, its action keeps it, it is GO's, it is GO's last."""


class Never(NamedTuple):
    """The key cannot be had, nor the one of `fixed` actions given."""

    why: Why


Verdict = Free | Held | Never


class Keymap:
    """Which action has which keys; frozen, each change gives another. Attribute: chosen."""

    def __init__(self, chosen: Chosen = MappingProxyType({})) -> None:
        """Read `chosen` so that the rules hold: what breaks them is left out."""
        self._keys = self._sound(chosen)
        self.chosen: Chosen = {
            name: keys for name, keys in self.differing.items() if name in chosen
        }

    def _sound(self, chosen: Chosen) -> dict[str, tuple[str, ...]]:
        """The keys of every action: GO's first, then those chosen, then what the table has left."""
        found: dict[str, tuple[str, ...]] = {}
        taken: set[str] = set()

        def take(name: str, wanted: Iterable[str]) -> None:
            keys = tuple(key for key in dict.fromkeys(wanted) if key not in taken)
            found[name] = keys
            taken.update(keys)

        go = self._allowed(GO, chosen.get(GO, _of_table(GO)))
        take(GO, go if any(map(works_while_typing, go)) else _of_table(GO))
        fixed = [each.name for each in ACTIONS if is_fixed(each.name)]
        for name in fixed:
            take(name, _of_table(name))
        others = [each.name for each in ACTIONS if each.name != GO and each.name not in fixed]
        for name in others:
            if name in chosen:
                take(name, self._allowed(name, chosen[name]))
        for name in others:
            if name not in chosen:
                take(name, _of_table(name))
        return found

    def _allowed(self, name: str, wanted: Iterable[str]) -> list[str]:
        keys = map(canonical, wanted)
        return [key for key in keys if key and self._forbidden(name, key) is None]

    # --- what is ---------------------------------------------------------------------------------

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of the action called `name`, the first one first."""
        return self._keys[name]

    @property
    def differing(self) -> Chosen:
        """The keys of the actions that have others than the table's."""
        return {name: keys for name, keys in self._keys.items() if keys != _of_table(name)}

    def holder(self, key: str) -> str | None:
        """The action that has `key`, or None."""
        return self._holders.get(canonical(key))

    @cached_property
    def _holders(self) -> dict[str, str]:
        own = {key: name for name, keys in self._keys.items() for key in keys}
        doubles = {
            double: name
            for name, keys in self._keys.items()
            for key in keys
            if (double := azerty(key)) is not None and double not in own
        }
        return own | doubles

    def sequences(self, name: str) -> list[QtGui.QKeySequence]:
        """The keys of an action as Qt takes them, with what AZERTY keyboards type for digits."""
        found: list[str] = []
        for key in self._keys[name]:
            double = azerty(key)
            found.append(key)
            if double is not None and self._holders[double] == name:
                found.append(double)
        return [QtGui.QKeySequence(key) for key in found]

    def verdict(self, name: str, key: str) -> Verdict:
        """Whether the action called `name` may have `key`."""
        key = canonical(key)
        if is_fixed(name):
            return Never("fixed")
        holder = self.holder(key)
        if holder == name:
            return Free()
        if holder == GO:
            return Never("go")
        if holder is not None:
            return Never("fixed") if is_fixed(holder) else Held(holder)
        why = self._forbidden(name, key)
        return Free() if why is None else Never(why)

    def _forbidden(self, name: str, key: str) -> Why | None:
        """Why `key` is for no action, or not for the one called `name`; None when it may be."""
        *held, last = _parts(key)
        if key in _GOES and name == GO:
            return None
        if last in _CLICKERS and set(held) <= {"Shift"}:
            return "clicker"
        if set(held) <= {"Shift"} and (last == "Space" or (len(last) == 1 and last.isalnum())):
            return "typed"
        if key in _LINES:
            return "line"
        if key in _ROWS:
            return "rows"
        if held == ["Alt"] and last in _MENUS:
            return "menu"
        if "Meta" in held or {"Ctrl", "Alt"} <= set(held) or key in ("Alt+F4", "Alt+Tab"):
            return "system"
        return None

    # --- changes ---------------------------------------------------------------------------------

    def give(self, name: str, key: str, instead: str | None = None) -> "Keymap | Never":
        """Give `key` to an action, `instead` of one of its own or as one more.

        Another that has it gets that one in exchange, or loses it.
        """
        key, verdict = canonical(key), self.verdict(name, key)
        if isinstance(verdict, Never):
            return verdict
        if key in self._keys[name]:
            return self
        mine = self._keys[name]
        changed = {name: _replaced(mine, instead, key) if instead else (*mine, key)}
        if isinstance(verdict, Held):
            theirs = self._keys[verdict.by]
            fits = instead is not None and self._forbidden(verdict.by, instead) is None
            changed[verdict.by] = _replaced(
                theirs, self._own(theirs, key), instead if fits else None
            )
        return self._with(changed)

    def _own(self, keys: tuple[str, ...], key: str) -> str:
        """The key among `keys` that is `key`, or whose AZERTY double it is."""
        return next(each for each in keys if key in (each, azerty(each)))

    def take(self, name: str, key: str) -> "Keymap | Never":
        """Take a key from an action."""
        if is_fixed(name):
            return Never("fixed")
        return self._with({name: _replaced(self._keys[name], canonical(key), None)})

    def restore(self, name: str) -> "Keymap":
        """Give an action the table's keys back, but those that others have been given meanwhile."""
        return Keymap({n: keys for n, keys in self.chosen.items() if n != name})

    def _with(self, changed: Chosen) -> "Keymap | Never":
        if GO in changed and not any(map(works_while_typing, changed[GO])):
            return Never("last")
        return Keymap({**self.chosen, **changed})


# --- keys ----------------------------------------------------------------------------------------


def is_fixed(name: str) -> bool:
    """Whether the keys of the action called `name` stay as they are."""
    return isinstance(action(name).does, Turn | PlanKey | Ready)


def works_while_typing(key: str) -> bool:
    """Whether a line of text lets `key` through, whatever is typed in it."""
    *held, last = _parts(key)
    if key in _LINES | _TYPING or (last in _MOVES and "Alt" not in held):
        return False
    return last == "Enter" or _is_function(last) or bool({"Ctrl", "Alt"} & set(held))


def go_while_typing(words: WindowWords) -> str:
    """The last of GO's keys that works while typing, as its cap says it."""
    *_, last = filter(works_while_typing, keys_of(GO, words))
    return written(last, words)


def spoken(said: Words, keymap: Keymap) -> Words:
    """The words, which name the keys of `keymap`."""
    with_keys = said.with_keys(keymap.differing)
    key = cap("run_chosen", with_keys.window)
    return with_keys.having(rundown=said.rundown.having(key_run=key))


def _is_function(last: str) -> bool:
    return last[:1] == "F" and last[1:].isdigit()


@lru_cache(maxsize=512)
def canonical(key: str) -> str:
    """`key` as Qt writes it; nothing for what is no key, or more than one."""
    sequence = QtGui.QKeySequence(key)
    if sequence.count() != 1:
        return ""
    return sequence.toString(QtGui.QKeySequence.SequenceFormat.PortableText)


def azerty(key: str) -> str | None:
    """What is written for a digit's key where a French keyboard types another sign, or None."""
    *held, last = _parts(key)
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


def _parts(key: str) -> list[str]:
    """The modifiers and, last, the key itself: Ctrl and + of Ctrl++."""
    head, plus, _ = key.rpartition("++")
    if plus:
        return [*head.split("+"), "+"]
    return ["+"] if key == "+" else key.split("+")


@lru_cache(maxsize=256)
def _of_table(name: str) -> tuple[str, ...]:
    return tuple(map(canonical, action(name).keys))


def _replaced(keys: tuple[str, ...], old: str, new: str | None) -> tuple[str, ...]:
    put = () if new is None else (new,)
    return tuple(each for key in keys for each in (put if key == old else (key,)))


_ROWS: Final = frozenset(canonical(key) for keys, _ in ROWS for key in keys)
_GOES: Final = frozenset(_of_table(GO))
_MENUS: Final = frozenset(menu_letters(FR) + menu_letters(EN))
