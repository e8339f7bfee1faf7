"""What a day says of people: who is named, which numbers, which words were written for whom.

Found in the JSON of schedules and commands by the keys of contract.md §1 and §2, so that it is
found in those of a newer program too.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

NAMING: Final = frozenset(("name", "who", "speaker", "host", "promised_to"))
"""Keys whose text is somebody's name."""
ABOUT: Final = frozenset(("role", "organisation"))
"""Keys whose text tells who somebody is."""
COLUMNS: Final = "departments"
"""The key of the crew's columns: by name on the day, with their cells in a slot."""


class Personal(NamedTuple):
    """Names, what tells who they are, numbers, messages, notes and the crew's cells, each once."""

    people: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    crew: tuple[str, ...] = ()


def personal(values: Iterable[object]) -> Personal:
    """What JSON values (a schedule, commands) say of people, in the order it comes."""
    found: dict[str, dict[str, None]] = {name: {} for name in Personal._fields}
    for kind, text in chain.from_iterable(map(_said, values)):
        if text.strip() and not (kind == "people" and text.isdigit()):  # a speaker's number
            found[kind][text] = None
    return Personal(*(tuple(texts) for texts in found.values()))


def _said(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _under(key, inner, value)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _said(each)


def _under(key: str, inner: object, whole: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    kind = kind_of(key, whole)
    match inner:
        case str() if kind is not None:
            yield kind, inner
        case Mapping() if key == COLUMNS:
            yield from (("crew", cell) for cell in inner.values() if isinstance(cell, str))
        case list() | tuple() if key == "speakers":  # a bare name may stand for a speaker
            for each in inner:
                yield from (("people", each),) if isinstance(each, str) else _said(each)
        case _:
            yield from _said(inner)


def kind_of(key: str, whole: Mapping[str, object]) -> str | None:
    """What a text under `key` of `whole` says of people: a field of Personal, or None."""
    does = whole.get("do")
    if does == "column":  # its name is that of a column
        return None
    if key in NAMING:
        return "people"
    if key in ABOUT:
        return "about"
    if key == "phone":
        return "phones"
    if key in ("note", "result") or (key == "text" and does == "note"):
        return "notes"
    return "messages" if key == "text" else None
