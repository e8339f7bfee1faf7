"""People as programmes name them: lists of names with what they are.

« Prénom NOM, role, organisation », « Prénom Nom (Organisation) », several between « et », commas,
semicolons or slashes; the chair is told by the word before (modération : …, chaired by …).
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from runofshow.core.plan import Speaker
from runofshow.formats.names import Named, name_at
from runofshow.formats.offices import described, is_organisation, is_role
from runofshow.formats.words.people import CHAIRS


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


LONGEST_SAID: Final = 900
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
    text = _WITH.sub("", text.strip(" .;:–—-•"))
    if not text or len(text) > LONGEST_SAID or text.endswith("?"):
        return None
    office = _by_office(text, chair)
    if office is not None:
        return People((office,))
    persons = tuple(_person(each, chair) for each in _told_apart(text))
    found = [person for person in persons if person is not None]
    if not found or len(found) != len(persons):
        return None
    return People(tuple(_initialled(text, found)))


_WITH: Final = re.compile(r"(?:[Aa]vec|[Ww]ith|[Mm]it)\s+(?=[A-ZÀ-Þ])")
_OFFICE: Final = re.compile(
    r"(?:M\.|Mme|Monsieur|Madame) (?:le |la |l['’])(?P<office>[^,;:()–—]{4,90}?)"
    r"(?:,\s+(?P<name>[^,;:()–—]{4,60}))?$"
)


def _by_office(text: str, chair: bool) -> Person | None:
    """« M. l'inspecteur de l'Éducation nationale », « Mme la directrice, Sandrine Colas »."""
    match = _OFFICE.match(text)
    if match is None or not is_role(match["office"]) or re.search(r"\bet\b", text):
        return None
    name = match["name"]
    if name is None:
        return Person(Speaker(name=text, chair=chair), True)
    named = name_at(name)
    if named is None or named.to != len(name):
        return None
    return Person(Speaker(name=named.name, role=match["office"], chair=chair), True)


_M: Final = re.compile(r"\bM\. ")
_INITIAL: Final = re.compile(r"[A-ZÀ-Þ]\.")


def _initialled(text: str, persons: list[Person]) -> list[Person]:
    """The persons; « M. Yilmaz » among people told by initials is one of them, no Monsieur."""
    if not _M.search(text) or not any(_INITIAL.match(each.speaker.name) for each in persons):
        return persons
    return [
        each._replace(speaker=each.speaker.model_copy(update={"name": f"M. {each.speaker.name}"}))
        if re.search(rf"\bM\. {re.escape(each.speaker.name)}", text)
        else each
        for each in persons
    ]


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
    pieces = [each.strip() for each in re.split(r",|\s(?:et|and|und|&)\s", text[:LONGEST_SAID])]
    if any(is_role(each) or is_organisation(each) for each in pieces):
        return False
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
    if _ALSO.match(rest) and bracket:
        rest = f", {rest}"
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


_ALSO: Final = re.compile(r"(?:et|and|und|&)\s")
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
