"""Names of people where room is short: "Florence RAINEIX" is "F. RAINEIX", then "RAINEIX".

A name written in Chinese, Japanese or Korean stays whole: it is short, and its family comes first.
So does one bound by no-break spaces, which is no person's (core/restitution.py): "Salle 3". With a
round after it, "Salle 3 · Tour 1" is "S3 · T1".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from runofshow.core.plurals import counted

_BOUND: Final = "\u00a0"
_SIGNS: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def family_name(name: str) -> str:
    """The words in capitals at the end ("DE LA TOUR"), else the last word."""
    if _SIGNS.search(name):
        return name
    if _BOUND in name:
        return _place(name)
    words = [word for word in name.split() if any(map(str.isalpha, word))] or name.split()
    start = len(words)
    while start > 1 and words[start - 1].isupper():
        start -= 1
    return " ".join(words[start:] or words[-1:])


def _place(name: str) -> str:
    """A room and a round by their initials and numbers; a room alone stays whole."""
    parts = [part.split() for part in name.split("·")]
    if len(parts) < 2:
        return name
    return f"{_BOUND}·{_BOUND}".join("".join(map(_initial, words)) for words in parts)


def _initial(word: str) -> str:
    return word if word.isdigit() else word[0].upper()


def short_name(name: str) -> str:
    """The first name as a letter: "F. RAINEIX"; a single word stays as it is."""
    if _BOUND in name:
        return _place(name)
    family = family_name(name)
    first = name[: len(name) - len(family)].strip()
    return f"{first[0]}. {family}" if first else name


def readings(names: Sequence[str], others: Callable[[str, int], str]) -> Iterator[str]:
    """Ever shorter ways to write `names`, none of which cuts a name.

    `others(names, count)` says some names and that `count` more are left out.
    """
    yield ", ".join(names)
    yield ", ".join(short_name(name) for name in names)
    families = [family_name(name) for name in names]
    yield ", ".join(families)
    for kept in range(len(families) - 1, 0, -1):
        yield others(", ".join(families[:kept]), len(families) - kept)


def fitting(
    names: Sequence[str],
    others: str,
    all_of_them: str,
    fits: Callable[[str], bool],
    language: str = "en",
) -> str:
    """The longest way to write `names` that fits; empty without names.

    `others` says some `{names}` and that `{count}` more are left out, `all_of_them` only how many:
    that is the last resort, even where it does not fit. Plurals are those of `language`.
    """
    if not names:
        return ""

    def others_too(some: str, count: int) -> str:
        return counted(others, language, {"names": some, "count": count})

    for said in readings(names, others_too):
        if fits(said):
            return said
    return all_of_them.format(count=len(names)) if len(names) > 1 else family_name(names[0])
