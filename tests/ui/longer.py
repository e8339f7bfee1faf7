"""A language for tests alone: French, each text of the windows 40 % longer, with a mark of its own.

What stands for a fact stays; what comes of it is longer where a translation would be. Whatever is
cut and bears the mark is a text of the program that has too little room.
"""

import re
from collections.abc import Mapping
from importlib import import_module
from math import ceil
from pkgutil import iter_modules
from typing import Any, Final

import pytest

from runofshow.ui import texts
from runofshow.ui.texts import Words
from runofshow.ui.texts.wordbook import Wordbook

MARK: Final = "ŧ"
MORE: Final = 0.4
_FACT: Final = re.compile(r"(\{[^}]*\}|\t.*|\(\*.*\))")


def longer(value: Any) -> Any:
    """The words 40 % longer: a text, or whatever holds texts."""
    match value:
        case str():
            return _longer_text(value)
        case Wordbook():
            return type(value)(**{name: _kept(name, part) for name, part in vars(value).items()})
        case tuple() if hasattr(value, "_replace"):
            named: Any = value
            return named._replace(**{n: _kept(n, p) for n, p in named._asdict().items()})
        case tuple():
            return tuple(longer(part) for part in value)
        case Mapping():
            return {name: longer(part) for name, part in value.items()}
        case _:
            return value


def _kept(name: str, part: Any) -> Any:
    return part if name == "language" or name.startswith("key_") else longer(part)


def _longer_text(text: str) -> str:
    """Letters added to its last word; a text of figures and signs alone stays."""
    if not re.search(r"[^\W\d_]{2}", _FACT.sub("", text)):
        return text
    more = MARK * ceil(MORE * len(_FACT.sub("", text)))
    parts = _FACT.split(text)
    for at in range(len(parts) - 1, -1, -1):
        if not _FACT.fullmatch(parts[at]) and re.search(r"[^\W\d_]{2}", parts[at]):
            parts[at] = re.sub(r"([^\W\d_]+)(?!.*[^\W\d_])", rf"\1{more}", parts[at], count=1)
            break
    return "".join(parts)


def speak_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all windows speak the longer language where they would speak French."""
    for found in iter_modules(texts.__path__):
        module = import_module(f"{texts.__name__}.{found.name}")
        if hasattr(module, "EN") and hasattr(module, "FR"):
            monkeypatch.setattr(module, "FR", longer(module.FR))
    monkeypatch.setattr(
        texts,
        "_FRENCH",
        Words(
            language="fr",
            window=texts.window.FR,
            rundown=texts.rundown.FR,
            stage=texts.stage.FR,
            recovery=texts.recovery.FR,
        ),
    )
