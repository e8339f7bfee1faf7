"""What the windows say exists whole in both languages, with French typography and right plurals."""

import string
from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from runofshow.core.sentences import typeset
from runofshow.ui import texts
from runofshow.ui.texts import words
from runofshow.ui.texts.wordbook import Wordbook
from tests.rows import each_row

AREAS = [
    module
    for found in iter_modules(texts.__path__)
    if hasattr(module := import_module(f"{texts.__name__}.{found.name}"), "EN")
]
TYPESET_WHEN_SAID = {"desktop", "paper", "plan_b", "recovery"}
"""Areas whose French is given its no-break spaces as it is said."""


OF_ITS_LANGUAGE = {"{reste}": "{left}"}
"""What stands for the time left in a message is a word that the régie types."""


def said(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in `value` and where it stands."""
    match value:
        case str():
            yield place, value
        case Wordbook():
            yield from said(vars(value), place)
        case tuple() if hasattr(value, "_asdict"):
            yield from said(value._asdict(), place)
        case Mapping():
            for name, part in value.items():
                yield from said(part, f"{place}.{name}")
        case tuple() | list():
            for number, part in enumerate(value):
                yield from said(part, f"{place}.{number}")


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def named(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


@each_row("area", AREAS)
def test_both_languages_say_the_same_things(area: ModuleType) -> None:
    french, english = dict(said(area.FR)), dict(said(area.EN))
    assert french.keys() == english.keys()
    french = {at: OF_ITS_LANGUAGE.get(text, text) for at, text in french.items()}
    assert {at for at in french if blanks(french[at]) != blanks(english[at])} == set()
    assert {at for at, text in french.items() if not text.strip()} == {
        at for at, text in english.items() if not text.strip()
    }


@each_row("area", AREAS)
def test_french_has_its_spaces_and_whole_plurals(area: ModuleType) -> None:
    for at, text in said(area.FR):
        assert "(s)" not in text, at
        if named(area) not in TYPESET_WHEN_SAID:
            assert text == typeset(text), at
    for at, text in said(area.EN):
        assert "(s)" not in text, at
        assert not {"\u202f", "«", "»"} & set(text), at


def test_any_other_language_is_spoken_to_in_english() -> None:
    assert words("de") is words("en")
    assert words("fr") is not words("en")
