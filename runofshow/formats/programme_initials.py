"""« M. Leroux » in a programme whose other people are told by initials: M. is one too.

The whole document tells: where two people and at least half of them bear an initial (J. Dupont),
and nobody a Mme, Monsieur or MM., no M. is a Monsieur; one before a first name always is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from runofshow.formats.names import fold
from runofshow.formats.people import Person
from runofshow.formats.programme_told import Told
from runofshow.formats.words.first_names import FIRST_NAMES

_INITIAL: Final = re.compile(r"[A-ZÀ-Þ]\.[ -]")
_HONOURED: Final = re.compile(r"\b(?:Mmes?|Mlles?|Monsieur|Madame|Mesdames|Messieurs|Mr)\b|\bMM\.")
_FEWEST: Final = 2


def with_initials(made: Sequence[Told], lines: Mapping[int, str]) -> list[Told]:
    """What was told, each M. that is an initial given back to its name; `lines` by number."""
    if not any("M. " in line for line in lines.values()):
        return list(made)
    people = [person for one in made for person in _people(one)]
    named = [person for person in people if not _before(person, lines)]
    initials = sum(bool(_INITIAL.match(person.speaker.name)) for person in named)
    honoured = any(map(_HONOURED.search, lines.values()))
    if honoured or initials < _FEWEST or 2 * initials < len(named):
        return list(made)
    return [_renamed(one, lines) for one in made]


def _people(one: Told) -> Iterator[Person]:
    yield from one.persons
    for each in (*one.children, *one.alongside):
        yield from _people(each)


def _before(person: Person, lines: Mapping[int, str]) -> bool:
    """Whether M. stands before the name, where it can be an initial."""
    name = person.speaker.name
    line = lines.get(person.line or 0, "")
    known = fold(name.split()[0]).split("-")[0] in FIRST_NAMES
    return not known and re.search(rf"\bM\. {re.escape(name)}", line) is not None


def _renamed(one: Told, lines: Mapping[int, str]) -> Told:
    persons = tuple(
        person._replace(
            speaker=person.speaker.model_copy(update={"name": f"M. {person.speaker.name}"})
        )
        if _before(person, lines)
        else person
        for person in one.persons
    )
    children = tuple(_renamed(each, lines) for each in one.children)
    alongside = tuple(_renamed(each, lines) for each in one.alongside)
    return one._replace(persons=persons, children=children, alongside=alongside)
