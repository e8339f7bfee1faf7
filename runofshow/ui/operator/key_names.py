"""What keys are called: the caps of an action's keys, and the tip that names one.

Whatever has the language and the keys that the régie has chosen can say them (`Naming`).
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

from runofshow.ui.operator.keys import action
from runofshow.ui.operator.local_keys import table_keys
from runofshow.ui.texts import words as words_of
from runofshow.ui.texts.window import WindowWords


class Naming(Protocol):
    """Words that name keys."""

    @property
    def language(self) -> str:
        """French for "fr", English for any other."""

    @property
    def chosen_keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that are not the table's, by what has them."""


def keys_of(name: str, words: Naming) -> tuple[str, ...]:
    """The keys of what is called `name`: those the régie has chosen, else the table's."""
    chosen = words.chosen_keys.get(name)
    return table_keys(name) if chosen is None else chosen


def cap(name: str, words: Naming) -> str:
    """The first key of what is called `name` as its cap says it; nothing when it has none."""
    found = keys_of(name, words)
    return written(found[0], words) if found else ""


def written(key: str, words: Naming) -> str:
    """A key as its caps say it in the language of `words`: Ctrl+Espace."""
    return _written(key, words.language)


@lru_cache(maxsize=1024)
def _written(key: str, language: str) -> str:
    *held, last = key.replace("++", "+＋").split("+") if key != "+" else ["＋"]
    said = words_of(language).window
    names = {"Ctrl": said.key_ctrl, "Shift": said.key_shift, "Alt": said.key_alt}
    lasts = {
        "Space": said.key_space,
        "Enter": said.key_enter,
        "Backspace": said.key_backspace,
        "Insert": said.key_insert,
        "Ins": said.key_insert,
        "Delete": said.key_delete,
        "Del": said.key_delete,
        "Home": said.key_home,
        "End": said.key_end,
        "PgUp": said.key_page_up,
        "PgDown": said.key_page_down,
        "Return": said.key_return,
        "Esc": said.key_escape,
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
        "＋": "+",
        "-": "−",
    }
    return "+".join([*(names.get(mark, mark) for mark in held), lasts.get(last, last)])


def filled(text: str, words: Naming, **more: str) -> str:
    """`text` with the first keys of what its `{names}` name in place of these, and with `more`."""
    return text.format_map(_Caps(words, more))


class _Caps(dict[str, str]):
    """The caps of keys by name, found when they are asked for."""

    def __init__(self, words: Naming, more: Mapping[str, str]) -> None:
        super().__init__(more)
        self._words = words

    def __missing__(self, name: str) -> str:
        return cap(name, self._words)


def tip(name: str, words: WindowWords, label: str | None = None) -> str:
    """A tooltip that names the action and its first key."""
    said, key = label or action(name).label(words.actions), cap(name, words)
    return f"{said} ({key})" if key else said
