"""Titles with people in them: what is the title, who are the people.

« Title : Person », « Person : Title », « Title (Person) », « Title – Person », « Title par X »;
« Mot d'accueil de Person », « Person, « Title » », « Person, role, house, Title ». A likely name
is held to be one where the programme names people for certain in the same way.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple, TypeAlias

from runofshow.formats.names import Named, name_at
from runofshow.formats.offices import is_organisation, is_role
from runofshow.formats.people import LONGEST_SAID, People, Person, read_people, split_outside
from runofshow.formats.words.names import HONOUR
from runofshow.formats.words.people import BY, CHAIRED, LABEL_INSIDE, LABELLED, SPEECH


class Peopled(NamedTuple):
    """A title without its people, and its people."""

    title: str
    people: People | None = None


Habits: TypeAlias = frozenset[str]
"""The ways in which a programme is seen to name people, by name: there a likely name is one."""


def peopled(text: str, habits: Habits = frozenset()) -> Peopled:
    """The title that `text` holds, and the people named in it."""
    return _found(text, habits)[0]


def habits_of(texts: Iterable[str]) -> Habits:
    """The ways in which these titles name people for certain, twice at least and for a third."""
    sure: Counter[str] = Counter()
    likely: Counter[str] = Counter()
    for text in texts:
        way = _found(text, frozenset())[1]
        if way:
            sure[way] += 1
        else:
            likely[_found(text, _ALL)[1]] += 1
    return frozenset(way for way in sure if sure[way] > 1 and 2 * sure[way] >= likely[way])


def _found(text: str, habits: Habits) -> tuple[Peopled, str]:
    """The title and its people, and the way in which they stand in it."""
    if len(text) > LONGEST_SAID:
        return Peopled(text), ""
    for name, way in _WAYS.items():
        found = way(text, name in habits)
        people = found.people if found is not None and found.title else None
        if found is not None and people is not None and not all(map(_unnamed, people.persons)):
            return found, name
    return Peopled(text), ""


_BY_OFFICE: Final = re.compile(r"(?:M\.|Mme|Monsieur|Madame) l(?:[ea] |['’])")


def _unnamed(person: Person) -> bool:
    """Whether somebody is told by an office alone: « Discours de M. le Maire » names nobody."""
    return _BY_OFFICE.match(person.speaker.name) is not None


def _by(text: str, lenient: bool) -> Peopled | None:
    """Title par Person; the last « par » after which people stand, outside brackets."""
    for match in reversed(list(BY.finditer(text))):
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        people = read_people(text[match.end() :], chair=bool(CHAIRED.search(match[0])))
        apart = match[0][0] in ",–—-"
        if people and (_trusted(people) or lenient or apart or len(match[0]) > 9):
            title = _title(text[: match.start()])
            more = _by(title, lenient)
            if more is None or more.people is None:
                return Peopled(title, people)
            return Peopled(more.title, People(more.people.persons + people.persons))
    return None


def _labelled(text: str, lenient: bool) -> Peopled | None:
    """Title – Person, role. Modération : Person: those whom a word in the line announces."""
    labels = _labels_in(text)
    persons = _announced(text, labels, lenient) if labels else None
    if not labels or persons is None:
        return None
    main = _found(text[: labels[0].start()], _ALL if lenient else frozenset())[0]
    first = main.people.persons if main.people else ()
    return Peopled(_title(main.title), People((*first, *persons)))


def people_with_chair(text: str) -> People | None:
    """The people that the whole of `text` names, a word within it announcing some of them."""
    labels = _labels_in(text)
    first = read_people(text[: labels[0].start()]) if labels else None
    persons = _announced(text, labels, lenient=True) if first is not None else None
    if first is None or persons is None:
        return read_people(text)
    return People((*first.persons, *persons))


def _labels_in(text: str) -> list[re.Match[str]]:
    labels = [match for match in LABEL_INSIDE.finditer(text) if _outside(text, match.start())]
    return labels if len(labels) <= _MOST_LABELS else []


def _announced(text: str, labels: Sequence[re.Match[str]], lenient: bool) -> list[Person] | None:
    """The people that the words in `labels` announce; None when one announces nobody."""
    persons: list[Person] = []
    for label, until in zip_longest(labels, [each.start() for each in labels[1:]]):
        people = read_people(text[label.end() : until], chair=bool(CHAIRED.search(label[0])))
        if people is None or not (people.sure or label["mark"] or lenient):
            return None
        persons += (_as(label["role"], each) for each in people.persons)
    return persons


_MOST_LABELS: Final = 4


def _as(role: str | None, person: Person) -> Person:
    """Somebody as what the word before them says they are: Auctioneer: Charlie Ross."""
    if not role or person.speaker.role:
        return person
    return person._replace(speaker=person.speaker.model_copy(update={"role": role}))


_TALKING: Final = re.compile(
    r"\s(?:in conversation with|talks to|interviewed by|im gespräch mit|en conversation avec"
    r"|en dialogue avec|interrogée? par)\s",
    re.IGNORECASE,
)


def conversing(text: str) -> People | None:
    """The people of « Person in conversation with Person », or of what begins with the words."""
    match = _TALKING.search(f" {text}")
    if match is None:
        return None
    before, after = text[: max(0, match.start() - 1)].strip(), text[match.end() - 1 :]
    one, other = read_people(before), read_people(after)
    if other is None or (before and one is None):
        return None
    return People((*(one.persons if one else ()), *other.persons))


def _talking(text: str, lenient: bool) -> Peopled | None:
    """Person in conversation with Person: both, and no other title; or one of them after it."""
    del lenient
    match = _TALKING.search(text)
    if match is None:
        return None
    both, other = conversing(text), read_people(text[match.end() :])
    if both is not None:
        return Peopled(text, both)
    return Peopled(_title(text[: match.start()]), other) if other and other.sure else None


def _speech(text: str, lenient: bool) -> Peopled | None:
    """Mot d'accueil de Person, role; Conférence de Person : « Topic »."""
    match = SPEECH.match(text)
    if match is None:
        return None
    quoted = _QUOTED.search(text, match.end())
    if quoted is not None:
        people = read_people(text[match.end() : quoted.start()])
        if people is not None and (people.sure or lenient):
            mark = " : " if quoted[1][0] == "«" else ": "
            return Peopled(f"{_title(match['title'])}{mark}{quoted[1]}", people)
    people = read_people(text[match.end() :])
    if people is None or not (people.sure or lenient):
        return None
    return Peopled(_title(match["title"]), people)


_MARK: Final = re.compile(
    r"\s{3,}|\s*:\s+|\s+:\s*|\s+[–—-]+\s+|\s*[|•·]\s*|\s+/\s+|\t+\s*|\.{3,}|…+"
)


def _after_mark(text: str, lenient: bool) -> Peopled | None:
    """Title : Person; the first colon or dash after which people stand."""
    for match in _marks(text):
        people = read_people(text[match.end() :])
        if people and (_trusted(people) or lenient):
            return Peopled(_title(text[: match.start()]), people)
    return None


def _before_mark(text: str, lenient: bool) -> Peopled | None:
    """Person : Title."""
    for match in _marks(text):
        people = read_people(text[: match.start()])
        if people and (_trusted(people) or lenient):
            return Peopled(_title(text[match.end() :]), people)
    return None


def _marks(text: str) -> list[re.Match[str]]:
    return [match for match in _MARK.finditer(text) if _outside(text, match.start())]


def _trusted(people: People) -> bool:
    return people.sure or people.described


def _outside(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("(") <= before.count(")") and before.count("«") <= before.count("»")


def _in_bracket(text: str, lenient: bool) -> Peopled | None:
    """Title (Person, organisation)."""
    if not text.endswith(")"):
        return None
    at = _opening(text)
    if at < 2:
        return None
    label = LABELLED.match(text[at + 1 : -1])
    inside = text[at + 1 + (label.end() if label else 0) : -1]
    people = read_people(inside, chair=bool(label and CHAIRED.search(label[0])))
    if people and (people.sure or label or lenient):
        return Peopled(_title(text[:at]), people)
    return None


def _opening(text: str) -> int:
    """Where the bracket that the text ends with was opened."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            return at
    return -1


_QUOTED: Final = re.compile(r"(?:[,.:;]|\s[–—-]|(?<=\)))\s*([«“„\"‘‚]\s?.{3,400}[»”“\"’])\s*\.?$")


def talks_about(text: str) -> bool:
    """Whether the text names somebody and then what they speak about."""
    return _before_title(text, False) is not None


def _before_title(text: str, lenient: bool) -> Peopled | None:
    """Person, role, « Title »; Person (house) Title; Person, role, Title."""
    quoted = _QUOTED.search(text)
    if quoted and quoted.start() > 3:
        people = read_people(text[: quoted.start()])
        if people and (_trusted(people) or lenient):
            return Peopled(quoted[1], people)
    name = name_at(text)
    if name is None or not (name.sure == "sure" or is_role(text[name.to :].lstrip(" ,("))):
        return None
    return _after_bracket(text, name) or _after_role(text)


def _after_bracket(text: str, name: Named) -> Peopled | None:
    """Person (house) Title."""
    close = text.find(")", name.to)
    if 0 < close < len(text) - 4 and text[name.to :].lstrip().startswith("("):
        people = read_people(text[: close + 1])
        rest = text[close + 1 :].lstrip(" ,.:;–—-")
        if (
            people
            and rest
            and not is_role(rest)
            and read_people(rest) is None
            and rest[0].isupper()
        ):
            return Peopled(rest, people)
    return None


_AFTER_ROLE: Final = re.compile(r"\s+([«“„]\s?[^«»“”„]{3,300}[»”“])\s*\.?$")


def _after_role(text: str) -> Peopled | None:
    """Person, role « Title »; Person, role, house, Title: a sentence of its own after a comma."""
    pieces = split_outside(text, ",")
    quoted = _AFTER_ROLE.search(text)
    if quoted and len(pieces) > 1 and is_role(pieces[-1].strip()):
        people = read_people(text[: quoted.start()])
        if people:
            return Peopled(quoted[1], people)
    at = len(pieces[0]) + 1
    for piece in pieces[1:-1]:
        at += len(piece) + 1
        people = read_people(text[: at - 1]) if is_organisation(piece.strip()) else None
        if people and people.described and _is_sentence(text[at:].strip()):
            return Peopled(_title(text[at:]), people)
    return None


def _is_sentence(text: str) -> bool:
    """Whether the text is a title rather than a house or another person: words in small letters."""
    first = text.split(",", maxsplit=1)[0]
    plain = sum(word.islower() for word in first.split())
    house = is_role(text) or is_organisation(text) or name_at(text, ends=False) is not None
    return text[:1].isupper() and len(first.split()) > 3 and plain > 1 and not house


def _after_comma(text: str, lenient: bool) -> Peopled | None:
    """Title, Person (house) and Title, Person, role: only a sure name that is described."""
    pieces = split_outside(text, ",")
    at = 0
    for piece in pieces[:-1]:
        at += len(piece) + 1
        people = read_people(text[at:])
        if people and (people.sure or lenient) and read_people(text[: at - 1]) is None:
            return Peopled(_title(text[: at - 1]), people)
    return None


_HONOURED: Final = re.compile(rf"(?<=[\wà-ÿ»”?!)])\s+(?={HONOUR}\s+[A-ZÀ-Þ])")
_TO_SOMEBODY: Final = re.compile(
    r"(?:^|\s)(?:à|a|de|du|des|d['’]|l[ea]s?|au|aux|avec|par|et|pour|chez|of|to|for|by|with|and|the|from"
    r"|von|vom|mit|für|an|am|der|die|das|den|dem|und|bei|durch)$",
    re.IGNORECASE,
)


def _honoured(text: str, lenient: bool) -> Peopled | None:
    """Title Dr Person, house: nothing between, but an honorific that no small word leads to."""
    for match in _HONOURED.finditer(text):
        before = text[: match.start()]
        if len(before.split()) < _A_TITLE or _TO_SOMEBODY.search(before) or "," in before[-2:]:
            continue
        people = read_people(text[match.end() :])
        if people is not None and (people.sure or lenient):
            return Peopled(_title(before), people)
    return None


_A_TITLE: Final = 3
"""Words of a title that runs straight into who speaks."""


def _title(text: str) -> str:
    return text.strip(" \t,;:–—-|•·")


_WAYS: Final[dict[str, Callable[[str, bool], Peopled | None]]] = {
    "labelled": _labelled,
    "talking": _talking,
    "by": _by,
    "speech": _speech,
    "before title": _before_title,
    "after mark": _after_mark,
    "before mark": _before_mark,
    "bracket": _in_bracket,
    "after comma": _after_comma,
    "honoured": _honoured,
}
_ALL: Final[Habits] = frozenset(_WAYS)
