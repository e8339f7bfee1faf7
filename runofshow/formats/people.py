"""People as programmes name them: lists of names with what they are, titles with people in them.

- « Prénom NOM, role, organisation », « Prénom Nom (Organisation) », several between « et », commas,
  semicolons or slashes; the chair is told by the word before (modération : …, chaired by …).
- A title may hold its people: « Title : Person », « Person : Title », « Title (Person) »,
  « Title – Person », « Title par Person », « Mot d'accueil de Person », « Person, « Title » ».
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from runofshow.core.plan import Speaker
from runofshow.formats.names import Named, name_at
from runofshow.formats.offices import described, is_organisation, is_role
from runofshow.formats.words.people import BY, CHAIRED, CHAIRS, LABELLED, SPEECH


class Person(NamedTuple):
    """Somebody named; `unsure` when what they are could be told otherwise."""

    speaker: Speaker
    sure: bool
    unsure: bool = False
    line: int | None = None
    """The line of the source on which they are named."""


class People(NamedTuple):
    """The people of a text; `sure` when at least one is one for certain."""

    persons: tuple[Person, ...]

    @property
    def sure(self) -> bool:
        """Whether one of the names cannot but be a name."""
        return any(person.sure for person in self.persons)

    @property
    def described(self) -> bool:
        """Whether something is said of one of them: a role or a house."""
        return any(each.speaker.role or each.speaker.organisation for each in self.persons)

    def on(self, line: int) -> "tuple[Person, ...]":
        """The people, named on `line` of the source."""
        return tuple(person._replace(line=line) for person in self.persons)


class Peopled(NamedTuple):
    """A title without its people, and its people."""

    title: str
    people: People | None = None


_JOIN: Final = re.compile(
    r"\s*(?:;|\s/\s|\s\|\s|\s•\s|\s·\s|\s&\s|\s(?:et|and|und|ainsi que|sowie)\s)\s*"
)
_JOINER: Final = re.compile(r"\s+(?:et|and|und|ainsi que|sowie|&|\+)\s+|\s*[;/|•·]\s*")
_LONGEST: Final = 900
_OPEN: Final = "([«“„"
_CLOSE: Final = ")]»”"


def split_outside(text: str, marks: str) -> list[str]:
    """`text` split at each of `marks` that stands outside brackets and quotation marks."""
    pieces, depth, since = [], 0, 0
    for at, letter in enumerate(text):
        if letter in _OPEN:
            depth += 1
        elif letter in _CLOSE and depth:
            depth -= 1
        elif letter in marks and not depth:
            pieces.append(text[since:at])
            since = at + 1
    pieces.append(text[since:])
    return pieces


@lru_cache(maxsize=2048)
def read_people(text: str, chair: bool = False) -> People | None:
    """The people that the whole of `text` names; None when it is no list of people."""
    text = text.strip(" .;:–—-•")
    if not text or len(text) > _LONGEST or text.endswith("?"):
        return None
    persons = tuple(_person(each, chair) for each in _told_apart(text))
    found = [person for person in persons if person is not None]
    return People(tuple(found)) if found and len(found) == len(persons) else None


class _Who(NamedTuple):
    name: Named
    rest: str


def _told_apart(text: str) -> list["_Who | None"]:
    """Each person with what is said of them; None for a piece that begins with no name."""
    first = name_at(text)
    if first is None:
        return [None]
    people: list[_Who | None] = []
    here, since = first, first.to
    for piece_at, joined in _borders(text, first.to):
        named = _another(text, piece_at, joined, here, people)
        if named is None:
            continue
        people.append(_Who(here, text[since:piece_at]))
        here, since = named, named.to
    people.append(_Who(here, text[since:]))
    return people


def _borders(text: str, at: int) -> list[tuple[int, bool]]:
    """Where another person may begin, and whether a joining word or mark stands before."""
    borders: list[tuple[int, bool]] = []
    depth = 0
    for match in _BORDER.finditer(text, at):
        mark = match[0]
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth = max(depth - 1, 0)
        elif not depth:
            borders.append((match.end(), "," not in mark))
    return borders


_BORDER: Final = re.compile(
    r"[(\[«“„)\]»”]|\s*,\s*(?:(?:et|and|und)\s+)?|\s*[;|•·]\s*|\s+/\s*|\s*/\s+"
    r"|\s+(?:et|and|und|&|\+|ainsi que|sowie|avec|with|mit)\s+"
)


def _another(
    text: str, at: int, joined: bool, here: Named, before: list["_Who | None"]
) -> Named | None:
    """The person that begins at `at`, if one does rather than more about the one before."""
    rest = text[at:]
    if is_role(rest) or is_organisation(rest):
        return None
    named = name_at(text, at)
    if named is None or named.sure == "sure":
        return named
    followed = re.match(r"\s*\(", text[named.to :]) is not None or ")" in text[here.to : at]
    bare = here.sure == "likely" or bool(before) or joined
    return named if followed or (joined and bare) or _all_names(text) else None


def _all_names(text: str) -> bool:
    """Whether every piece between commas is a name and no more: A B, C D, E F."""
    pieces = [each.strip() for each in re.split(r",|\s(?:et|and|und|&)\s", text[:_LONGEST])]
    named = [name_at(each) for each in pieces]
    whole = all(n is not None and n.to == len(p) for n, p in zip(named, pieces, strict=True))
    return whole and len(pieces) > 2


def _person(who: _Who | None, chair: bool) -> Person | None:
    if who is None:
        return None
    rest = who.rest.strip()
    if _RUNS_ON.match(rest):
        return None
    rest = rest.rstrip(")") if "(" not in rest else rest
    rest = re.sub(
        r"(?:^|[\s,]+)(?:et|and|und|&|\+|avec|with|mit|ainsi que|sowie)$", "", rest
    ).strip(" ,;/|•·&+–—")
    bracket, rest, chairs = _bracket(rest)
    if rest.startswith(":"):
        return None
    if rest.startswith(("-", "–", "—", ",")) or not rest:
        rest = rest.lstrip("-–—:, ")
    elif rest[0] not in ",;" and not bracket and who.rest[:1] not in ",;:–—- (":
        return None
    segments = tuple(part.strip() for part in split_outside(rest, ",–—|") if part.strip())
    told = described(segments, bracket)
    role = ", ".join(filter(None, (who.name.office, told.role)))
    speaker = Speaker(
        name=who.name.name,
        role=role or None,
        organisation=told.organisation,
        topic=told.topic,
        chair=chair or chairs,
    )
    return Person(speaker, who.name.sure == "sure", told.unsure)


_RUNS_ON: Final = re.compile(r"(?:et|and|und|avec|with|mit|&)\s+(?:[a-zà-ÿ]|$)(?!(?:et|and)$)")
"""A name that a sentence goes on with: René Cassin et la promotion …"""


def _bracket(rest: str) -> tuple[str, str, bool]:
    """The words in brackets right after a name, what follows them, and whether they say chair."""
    if not rest.startswith(("(", "[")):
        return "", rest, False
    close = _closing(rest)
    inside, after = rest[1:close].strip(), rest[close + 1 :].strip()
    if CHAIRS.fullmatch(inside):
        return "", after, True
    return inside, after, False


def _closing(text: str) -> int:
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if not depth:
            return at
    return len(text)


# --- titles that hold their people -----------------------------------------------------------


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
    if len(text) > _LONGEST:
        return Peopled(text), ""
    for name, way in _WAYS.items():
        found = way(text, name in habits)
        if found is not None and found.people is not None and found.title:
            return found, name
    return Peopled(text), ""


def _by(text: str, lenient: bool) -> Peopled | None:
    """Title par Person; the last « par » after which people stand, outside brackets."""
    for match in reversed(list(BY.finditer(text))):
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        people = read_people(text[match.end() :], chair=bool(CHAIRED.search(match[0])))
        if people and (_trusted(people) or lenient or len(match[0]) > 9):
            return Peopled(_title(text[: match.start()]), people)
    return None


def _speech(text: str, lenient: bool) -> Peopled | None:
    """Mot d'accueil de Person, role."""
    match = SPEECH.match(text)
    if match is None:
        return None
    people = read_people(text[match.end() :])
    if people is None or not (people.sure or lenient):
        return None
    return Peopled(_title(match["title"]), people)


_MARK: Final = re.compile(r"\s*:\s+|\s+:\s*|\s+[–—-]+\s+|\s*[|•·]\s*|\s+/\s+|\t+\s*|\.{3,}|…+")


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
        if people and rest and read_people(rest) is None and rest[0].isupper():
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
        people = read_people(text[: at - 1])
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


def _title(text: str) -> str:
    return text.strip(" \t,;:–—-|•·")


_WAYS: Final[dict[str, Callable[[str, bool], Peopled | None]]] = {
    "by": _by,
    "speech": _speech,
    "before title": _before_title,
    "after mark": _after_mark,
    "before mark": _before_mark,
    "bracket": _in_bracket,
    "after comma": _after_comma,
}
_ALL: Final[Habits] = frozenset(_WAYS)
