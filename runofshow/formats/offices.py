"""What a person is and where from: the words after a name as role, organisation and topic.

- An employment is told apart from its house: « Directrice du département X de la Caisse Y » is
  Directrice du département X, at Caisse Y. An office says nothing without the body that gave it:
  « Présidente du CELAVAR » stays whole, and CELAVAR is the organisation too.
- A part of a house (a commission, a department) is not the house when the house is named after it.
- Of several offices each names a body; what follows them in small letters is the topic.
"""

import re
from typing import Final, NamedTuple

from runofshow.formats.names import fold
from runofshow.formats.words.offices import (
    HOUSE,
    OFFICE,
    ORGANISATION,
    POST,
    TOPIC,
    UNIT,
    WEAK,
    WORK,
)


class Described(NamedTuple):
    """What is said of a person; `unsure` when it could be split otherwise."""

    role: str | None = None
    organisation: str | None = None
    topic: str | None = None
    unsure: bool = False


_AT: Final = re.compile(r"(?:à|au|aux|chez|at|@|an|am|bei|beim|im)\b")


def described(segments: tuple[str, ...], bracket: str = "") -> Described:
    """The role, organisation and topic that `segments` after a name and a `bracket` say."""
    told = _Told()
    for segment in _whole(segments):
        for each in _AND_ROLE.split(segment):
            told.take(_OR_ANOTHER.sub("", each.strip(" .;")))
    if bracket:
        told.take_bracket(bracket.strip())
    return told.all()


def _whole(segments: tuple[str, ...]) -> list[str]:
    """The segments, those that only go on with the one before joined to it.

    « directrice de l'aménagement, du logement et de la nature » is one office; so is the head of a
    „Ministerium für Landwirtschaft, Umwelt und Forsten“.
    """
    whole: list[str] = []
    for segment in segments:
        goes_on = _GOES_ON.match(segment) or (
            whole and _FIELDS.search(whole[-1]) and _LAST_FIELD.fullmatch(segment)
        )
        if whole and goes_on and not is_role(segment):
            whole[-1] = f"{whole[-1]}, {segment}"
        else:
            whole.append(segment)
    return whole


_GOES_ON: Final = re.compile(r"(?:du|de la|des|de|d['’]|de l['’]|et (?:de|du|des)|of the)\b")
_FIELDS: Final = re.compile(
    r"\b(?:minist\w+|d[ée]partement|department|direction|facult\w+|fakultät|institut\w*|amt|dezernat)\b"
    r".*\b(?:für|for|of|des?|du|de la|d['’])",
    re.IGNORECASE,
)
_LAST_FIELD: Final = re.compile(
    r"(?:[\w-]+ ){1,2}(?:und|and|et|&) (?:(?:des?|du|de la|the|[\w-]+) )?[\w-]+(?: \(\w+\))?"
)
_AND_ROLE: Final = re.compile(
    rf"(?<!-)\s+(?:et|and|und)\s+(?=(?:{OFFICE.pattern})|(?:{POST.pattern}))", re.IGNORECASE
)


_OR_ANOTHER: Final = re.compile(
    r"\s(?:ou (?:son|sa) représentante?|or (?:his|her) deputy)$", re.IGNORECASE
)


class _Told:
    """What was told of a person so far."""

    def __init__(self) -> None:
        self.roles: list[str] = []
        self.houses: list[str] = []
        self.topics: list[str] = []
        self.unsure = False

    def take(self, segment: str) -> None:
        """One of the things between commas."""
        if not segment:
            return
        if _ALSO.match(segment):
            self._topic(segment)
            return
        weak = WEAK.match(segment)
        topical = TOPIC.match(segment) and segment[0].islower()
        if (weak and self.roles) or topical or self.topics:
            self._topic(segment)
        elif weak:
            self.roles.append(segment)
            self._work(segment)
            self.unsure = True
        elif OFFICE.match(segment):
            self._office(segment)
        elif POST.match(segment):
            self._post(segment)
        elif segment[0] in '«“„"':
            self._topic(segment)
        elif segment[0].isupper() or ORGANISATION.match(segment):
            self._house(segment)
        elif self.roles or self.houses:
            self._topic(segment)
        else:
            self.roles.append(segment)
            self.unsure = True

    def take_bracket(self, bracket: str) -> None:
        """What stood in brackets after the name: a house, or roles and houses between commas."""
        parts = [part.strip() for part in bracket.split(",")]
        if any(OFFICE.match(part) or POST.match(part) for part in parts):
            for part in parts:
                self.take(part)
            return
        if bracket[:1].islower() and " " in bracket and not is_organisation(bracket):
            self._topic(bracket)
            return
        self._house(bracket)

    def _office(self, segment: str) -> None:
        house = house_in(segment)
        self.roles.append(segment)
        if house:
            self._house(house[1])
            self.unsure = True

    def _post(self, segment: str) -> None:
        opened = segment.rfind("(")
        if segment.endswith(")") and opened > 0 and is_organisation(segment[opened + 1 :]):
            self._house(segment[opened + 1 : -1])
            segment = segment[:opened].strip()
        house = house_in(segment)
        if house is None:
            self.roles.append(segment)
            return
        self.roles.append(house[0])
        self._house(house[1])

    def _house(self, house: str) -> None:
        house = re.sub(r"\s(?:en charge|chargée?s?) d.*$", "", house)
        house = re.sub(r"^(?:the|la|le|les|l['’])\s?", "", house) if house[:1].islower() else house
        if house and house not in self.houses:
            self.houses.append(house)

    def _topic(self, segment: str) -> None:
        self.topics.append(segment)
        self.unsure = True

    def _work(self, segment: str) -> None:
        work = WORK.search(segment)
        if work:
            self.topics.append(f"{work[1]} {work[2]}")

    def all(self) -> Described:
        """The three as the plan holds them; more than one house stand with a semicolon."""
        return Described(
            ", ".join(self.roles) or None,
            " ; ".join(self.houses) or None,
            ", ".join(self.topics) or None,
            self.unsure or len(self.roles) > 1,
        )


def house_in(segment: str) -> tuple[str, str] | None:
    """The role without its house, and the house: « Maire de Lille » is Maire, Lille."""
    if _MINISTER.match(segment):
        return None
    inside = _outside_quotes(segment)
    role = POST.match(segment) or OFFICE.match(segment)
    since = role.end() if role else 0
    found = [match for match in HOUSE.finditer(segment, since) if inside[match.start()]]
    for number, match in enumerate(found):
        house = segment[match.end() :].strip()
        if house.lower().startswith("the "):
            house = house[4:]
        after_at = any(_AT.match(each[0]) for each in found[number + 1 :])
        if match[0].lower().startswith("of") and _is_field(segment[: match.start()], house):
            continue
        if (UNIT.match(fold(house)) or UNIT.match(house) or after_at) and number + 1 < len(found):
            continue
        if _IN_A_FIELD.search(segment[: match.start()].strip()) and not is_organisation(house):
            return None
        return _WITHIN.sub("", segment[: match.start()].strip(" ,")), house
    return None


_IN_A_FIELD: Final = re.compile(r"\ben (?!chef$)[A-ZÀ-Þ]?[a-zà-ÿ]+$")
"""« chercheuse en histoire de l'art »: a field, no house."""
_WITHIN: Final = re.compile(r"\s(?:au sein|auprès|within)$")


_ALSO: Final = re.compile(r"(?:et|and|und|&|puis|then|dann)\s")
"""What begins something else than what a person is: « et un représentant de Frontex »."""
_MINISTER: Final = re.compile(r"(?:\S+ )?ministe?re?\b", re.IGNORECASE)
"""Whose matters follow: « ministre de la Culture » is of no house called Culture."""
_OF_A_HOUSE: Final = re.compile(
    r"\b(?:ceo|cto|cfo|coo|cio|founder|owner|partner|member|editor|governor|manager)\s*$",
    re.IGNORECASE,
)


def _is_field(role: str, house: str) -> bool:
    """Head of Design, Professor of History: a field, no house; CEO of Acme has a house."""
    return not (ORGANISATION.match(house) or _OF_A_HOUSE.search(role))


def _outside_quotes(text: str) -> list[bool]:
    outside: list[bool] = []
    depth = 0
    for letter in text:
        depth += letter in "«“„("
        outside.append(depth == 0)
        depth -= letter in "»”)" and depth > 0
    return outside


def is_role(text: str) -> bool:
    """Whether `text` begins with the name of an office or a post."""
    return bool(OFFICE.match(text) or POST.match(text))


def is_organisation(text: str) -> bool:
    """Whether `text` begins as the name of a house does."""
    return bool(ORGANISATION.match(text))
