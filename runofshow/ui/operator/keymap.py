"""Which key belongs to which action: the table's, changed as the régie chose.

Rules of this module:
- Where a key is heard it does one thing: actions of the whole window share none with each other nor
  with a part's own; two parts may. GO comes first: its keys are nobody else's while it has
  them, and one of those that work while typing always stays with it.
- What presenters' clickers send is given to nothing (screens.md §1), nor is what is typed, what
  lines and lists have, what opens a menu, and what the system keeps for itself; what has one of
  these by the table may have it again.
- Speakers, messages and plans have the digits by where they lie: the keys held with them are chosen
  for a whole family, and no digit of it is given to anything else.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from PySide6 import QtGui

from runofshow.ui.operator.actions import menu_letters
from runofshow.ui.operator.key_names import keys_of, written
from runofshow.ui.operator.local_keys import (
    FAMILIES,
    LOCALS,
    NAMES,
    Family,
    Scope,
    family,
    family_of,
    local,
    scope_of,
    table_keys,
)
from runofshow.ui.operator.strokes import azerty, canonical, parts
from runofshow.ui.texts import Words
from runofshow.ui.texts.window import EN, FR, WindowWords

Chosen = Mapping[str, tuple[str, ...]]
"""The keys of those actions whose keys are not the table's."""
GO: Final = "go"

_CLICKERS: Final = frozenset(
    ("PgUp", "PgDown", "F5", "Esc", ".", "Left", "Right", "Up", "Down", "B", "W", "Return", "Enter",
     "Tab", "Backtab", "Volume Up", "Volume Down", "Volume Mute", "Media Play", "Media Next",
     "Media Previous")
)  # fmt: skip
"""What presenters' clickers send, with Shift or without."""
_LINES: Final = frozenset(("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+Return"))
"""What means something in every line of text."""
_WITH_DIGITS: Final = (["Ctrl"], ["Alt"], ["Ctrl", "Shift"], ["Alt", "Shift"])
"""What may be held with the digits of a family, besides nothing."""
_TYPING: Final = frozenset(("Ctrl+V", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"))
_MOVES: Final = frozenset(("Left", "Right", "Up", "Down", "Home", "End", "Del", "Ins"))
"""What a line of text keeps to itself while it is typed in."""


class Free(NamedTuple):
    """Nobody has the key."""


class Held(NamedTuple):
    """Another action has the key, or a family of them."""

    by: str


Why = Literal[
    "clicker", "typed", "line", "menu", "system", "fixed", "digits", "shift", "go", "last"
]
"""Why a key cannot be had: clickers send it, it is typed, a line of text has it, it opens a menu,
the system has it, it is a digit of a family, a family has digits alone, Shift makes a digit another
sign, it is GO's, it is GO's last."""


class Never(NamedTuple):
    """The key cannot be had."""

    why: Why


Verdict = Free | Held | Never


class Keymap:
    """Which action has which keys; frozen, each change gives another. Attribute: chosen."""

    def __init__(self, chosen: Chosen = MappingProxyType({})) -> None:
        """Read `chosen` so that the rules hold: what breaks them is left out."""
        self.chosen: Chosen = {}
        if not chosen:  # the tables keep the rules, and every start asks for them
            self._keys = {name: _of_table(name) for name in NAMES}
            return
        self._keys = _sound(chosen)
        self.chosen = {name: keys for name, keys in self.differing.items() if name in chosen}

    # --- what is ---------------------------------------------------------------------------------

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of what is called `name`, the first one first; of a family that of its 1."""
        if (digits := family_of(name)) is not None:
            return tuple(_with_digit(first, digits[1]) for first in self._keys[digits[0].name])
        own = local(name)
        return self._keys[own.over if own is not None and own.over else name]

    @cached_property
    def differing(self) -> Chosen:
        """The keys of all that has others than the tables'."""
        members = (name for each in FAMILIES for _, name in each.members)
        doubles = (each.name for each in LOCALS if each.over)
        known = ((name, self.keys(name)) for name in (*NAMES, *members, *doubles))
        return {name: keys for name, keys in known if keys != _of_table(name)}

    def holder(self, key: str, scope: Scope = Scope.EVERYWHERE) -> str | None:
        """What has `key` where `scope` is, or a part of it: an action, a family, a part's own."""
        held = self._holders.get(canonical(key), ())
        return next((name for name in held if scope_of(name).meets(scope)), None)

    @cached_property
    def _holders(self) -> dict[str, tuple[str, ...]]:
        own: dict[str, tuple[str, ...]] = {}
        for name in self._keys:
            for key in self._heard(name):
                own[key] = (*own.get(key, ()), name)
        doubles: dict[str, tuple[str, ...]] = {}
        for key, names in own.items():
            if (double := azerty(key)) is not None and double not in own:
                doubles[double] = names
        return own | doubles

    def _heard(self, name: str) -> tuple[str, ...]:
        """All the keys that are heard for what is called `name`, each digit of a family too."""
        digits = family(name)
        return self._keys[name] if digits is None else _all_digits(digits, self._keys[name])

    def sequences(self, name: str) -> list[QtGui.QKeySequence]:
        """The keys of an action as Qt takes them, with what AZERTY keyboards type for digits."""
        found: list[str] = []
        digits = family_of(name)
        for key in self.keys(name):
            double = azerty(key)
            found.append(key)
            if double and (digits[0].name if digits else name) in self._holders[double]:
                found.append(double)
        return [QtGui.QKeySequence(key) for key in found]

    def of_digit(self, digit: int) -> str | None:
        """The action that has a digit's key alone, nothing held with it."""
        for each in FAMILIES:
            if self._keys[each.name] == ("1",):
                return dict(each.members).get(digit)
        return None

    def meant(self, name: str, key: str) -> str:
        """`key` as what is called `name` would have it: of a digit with Alt, a family has Alt+1."""
        return canonical(key) if family(name) is None else _with_digit(canonical(key), 1)

    def verdict(self, name: str, key: str) -> Verdict:
        """Whether what is called `name` may have `key`."""
        key = self.meant(name, key)
        if family_of(name) is not None:
            return Never("fixed")
        if key in self._keys[name]:
            return Free()
        why = _forbidden(name, key)
        digits = family(name)
        wanted = (key,) if digits is None else _all_digits(digits, (key,))
        holders = self._others(name, wanted)
        if GO in holders:
            return Never("go")
        if digits is None and any(family(each) is not None for each in holders):
            return Never("fixed")
        if why is not None:
            return Never(why)
        return Held(holders[0]) if holders else Free()

    def _others(self, name: str, wanted: Iterable[str]) -> list[str]:
        """What else has any of the keys `wanted` where `name` would be heard with them."""
        scope = scope_of(name)
        held = (each for key in wanted for each in self._holders.get(key, ()))
        others = (each for each in held if each != name and scope_of(each).meets(scope))
        return list(dict.fromkeys(others))

    # --- changes ---------------------------------------------------------------------------------

    def give(self, name: str, key: str, instead: str | None = None) -> "Keymap | Never":
        """Give `key` to an action, `instead` of one of its own or as one more.

        Another that has it gets that one in exchange where it may, or loses it. A family has one
        key, which it exchanges with another family alone.
        """
        key, verdict = self.meant(name, key), self.verdict(name, key)
        if isinstance(verdict, Never):
            return verdict
        mine = self._keys[name]
        if key in mine:
            return self
        digits = family(name)
        if digits is not None:
            others = self._others(name, _all_digits(digits, (key,)))
            return self._with({**{each: mine for each in others if family(each)}, name: (key,)})
        changed = {name: _replaced(mine, instead, key) if instead else (*mine, key)}
        for other in self._others(name, (key,)):
            theirs = self._keys[other]
            fits = instead is not None and self._may_have(other, instead, besides=name)
            changed[other] = _replaced(theirs, self._own(theirs, key), instead if fits else None)
        return self._with(changed)

    def _may_have(self, name: str, key: str, *, besides: str) -> bool:
        """Whether `name` may have a key that nothing has, unless what is called `besides` does."""
        held = [each for each in self._others(name, (key,)) if each != besides]
        return not held and _forbidden(name, key) is None

    def _own(self, keys: tuple[str, ...], key: str) -> str:
        """The key among `keys` that is `key`, or whose AZERTY double it is."""
        return next(each for each in keys if key in (each, azerty(each)))

    def take(self, name: str, key: str) -> "Keymap | Never":
        """Take a key from an action."""
        if family_of(name) is not None:
            return Never("fixed")
        return self._with({name: _replaced(self._keys[name], canonical(key), None)})

    def restore(self, name: str) -> "Keymap":
        """Give an action the table's keys back, but those that others have been given meanwhile."""
        return Keymap({n: keys for n, keys in self.chosen.items() if n != name})

    def _with(self, changed: Chosen) -> "Keymap | Never":
        if GO in changed and not any(map(works_while_typing, changed[GO])):
            return Never("last")
        return Keymap({**self.chosen, **changed})


# --- the rules -----------------------------------------------------------------------------------


def _sound(chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """The keys of all: GO's first, then the families', those chosen, what the tables have left."""
    giving = _Giving()
    go = _allowed(GO, chosen.get(GO, _of_table(GO)))
    giving.take(GO, go if any(map(works_while_typing, go)) else _of_table(GO))
    digits = [each.name for each in FAMILIES]
    others = [name for name in NAMES if name != GO and name not in digits]
    for names in (digits, others):
        for name in names:
            if name in chosen:
                giving.take(name, _allowed(name, chosen[name]))
        for name in names:
            if name not in chosen:
                giving.take(name, _of_table(name))
    return giving.keys


class _Giving:
    """Gives keys to those who come first. Attribute: keys, by what has them."""

    def __init__(self) -> None:
        self.keys: dict[str, tuple[str, ...]] = {}
        self._taken: dict[Scope, set[str]] = {scope: set() for scope in Scope}

    def take(self, name: str, wanted: Iterable[str]) -> None:
        """Give what is still free of `wanted`; to a family one key, with all its digits."""
        scope, digits = scope_of(name), family(name)
        taken = {key for each in Scope if each.meets(scope) for key in self._taken[each]}
        if digits is None:
            free = tuple(key for key in dict.fromkeys(wanted) if key not in taken)
            heard = free
        else:
            firsts = (_with_digit(key, 1) for key in wanted)
            free = tuple(k for k in firsts if taken.isdisjoint(_all_digits(digits, (k,))))[:1]
            heard = _all_digits(digits, free)
        self.keys[name] = free
        self._taken[scope].update(heard)


def _allowed(name: str, wanted: Iterable[str]) -> list[str]:
    keys = map(canonical, wanted)
    return [key for key in keys if key and _forbidden(name, key) is None]


def _forbidden(name: str, key: str) -> Why | None:
    """Why `key` is for nothing, or not for what is called `name`; None when it may be."""
    *held, last = parts(key)
    if key in _of_table(name):
        return None
    if family(name) is not None:
        return _forbidden_to_digits(held, last)
    if last in _CLICKERS and set(held) <= {"Shift"}:
        return "clicker"
    if set(held) <= {"Shift"} and (last == "Space" or (len(last) == 1 and last.isalnum())):
        return "typed"
    if key in _LINES:
        return "line"
    if held == ["Alt"] and last in _MENUS:
        return "menu"
    if "Meta" in held or {"Ctrl", "Alt"} <= set(held) or key in ("Alt+F4", "Alt+Tab"):
        return "system"
    return None


def _forbidden_to_digits(held: list[str], last: str) -> Why | None:
    if not (last.isascii() and last.isdigit()):
        return "digits"
    if held == ["Shift"]:
        return "shift"
    return None if not held or held in _WITH_DIGITS else "system"


def _with_digit(key: str, digit: int) -> str:
    """`key` with another digit where it has one; else as it is."""
    *held, last = parts(key)
    return "+".join([*held, str(digit)]) if last.isascii() and last.isdigit() else key


def _all_digits(digits: Family, firsts: Iterable[str]) -> tuple[str, ...]:
    """The keys of all the digits of a family whose 1 has `firsts`."""
    return tuple(_with_digit(first, digit) for first in firsts for digit, _ in digits.members)


# --- keys ----------------------------------------------------------------------------------------


def works_while_typing(key: str) -> bool:
    """Whether a line of text lets `key` through, whatever is typed in it."""
    *held, last = parts(key)
    if key in _LINES | _TYPING or (last in _MOVES and "Alt" not in held):
        return False
    return last == "Enter" or _is_function(last) or bool({"Ctrl", "Alt"} & set(held))


def go_while_typing(words: WindowWords) -> str:
    """The last of GO's keys that works while typing, as its cap says it."""
    *_, last = filter(works_while_typing, keys_of(GO, words))
    return written(last, words)


def spoken(said: Words, keymap: Keymap) -> Words:
    """The words, which name the keys of `keymap`."""
    return said.with_keys(keymap.differing)


def _is_function(last: str) -> bool:
    return last[:1] == "F" and last[1:].isdigit()


@lru_cache(maxsize=256)
def _of_table(name: str) -> tuple[str, ...]:
    return tuple(map(canonical, table_keys(name)))


def _replaced(keys: tuple[str, ...], old: str, new: str | None) -> tuple[str, ...]:
    put = () if new is None else (new,)
    return tuple(each for key in keys for each in (put if key == old else (key,)))


_MENUS: Final = frozenset(menu_letters(FR) + menu_letters(EN))
