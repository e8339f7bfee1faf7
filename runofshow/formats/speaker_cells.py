"""The people that a cell of a table names, with what it tells of each.

- Several people stand on lines of their own, or between ; | & / "and" "et" "und"; numbers before
  them (2:Scytale) are keys.
- A comma stands between people (Ada Lovelace, Alan Turing), or between a person and where they
  come from (Ada Lovelace, Royal Society): it is people when all that stand between commas look
  like persons. A bracket holds an organisation, or says who chairs.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from runofshow.core.plan import Speaker
from runofshow.formats.names import name_at
from runofshow.formats.nothings import says_nothing
from runofshow.formats.offices import described, is_organisation
from runofshow.formats.stripped import cut

_KEY: Final = re.compile(r"^\s*(?:\d+\s*[:.)]|[-–•·*▪◦]\s)\s*")
_PARTS: Final = re.compile(r"\s*(?:\n|;|\||•|·|\s/\s)\s*")
_TIME: Final = re.compile(r"\b\d{1,2}\s?[:h]\s?\d\d\b")
_AND: Final = re.compile(r"\s+(?:&|\+|and|et|und|with|avec|mit)\s+|\s*,\s*(?:and|et|und|&)\s+")
_CHAIR: Final = re.compile(
    r"\b(?:chair\w*|moderat\w+|mod[ée]rat\w+|moderation|mod|animat(?:eur|rice|ion)"
    r"|pr[ée]sident\w* de s[ée]ance|facilitat\w+|host|leitung|sitzungsleitung)\b",
    re.IGNORECASE,
)
_CHAIR_BEFORE: Final = re.compile(
    r"^\(?(?:chair(?:person)?|session chair|moderat(?:ion|or|orin)|mod[ée]rat(?:eur|rice|ion)"
    r"|animat(?:eur|rice|ion)|(?:anim|mod[ée]r|pr[ée]sid)[ée]e?s? par|(?:moderat|chair|host)ed by"
    r"|moderiert von|leitung)\)?\s*[:\-–]?\s+",
    re.IGNORECASE,
)
_LEAD_IN: Final = re.compile(
    r"^(?:intervenants?|orateurs?|speakers?|referent(?:en|in)?|with|avec|mit|by|par|von)\s*:\s*",
    re.IGNORECASE,
)
_BELOW: Final = re.compile(r"\s*\n\s*\((?=[^()]*\))")
"""A bracket on the line below a name tells of it."""
_BRACKET: Final = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]*)\)\s*(?P<rest>.*)$")
_HOUSE: Final = re.compile(
    r"\b(?:gmbh|ag|inc|ltd|llc|sas|sarl|corp|co|company|group|groupe|universit\w*|uni|institut\w*|institute"
    r"|college|school|[ée]cole|hochschule|lab|labs|laborato\w+|center|centre|zentrum|agen\w+"
    r"|minist\w+|mairie|ville|region|r[ée]gion|d[ée]partement|department|association|verein|verband"
    r"|f[ée]d[ée]ration|foundation|fondation|stiftung|bank|banque|caisse|rundfunk|radio|tv|media"
    r"|research|software|consulting|technolog\w+|systems?|solutions?|services?|hospital|h[ôo]pital"
    r"|klinik\w*|museum|mus[ée]e|council|conseil|landes\w+|bundes\w+|stadt\w*|amt|kammer|chambre"
    r"|soci[ée]t[ée]|society|union|network|r[ée]seau|cnrs|inria|google|microsoft|amazon|ibm|of|for"
    r"|f[üu]r|pour|des|de la|du)\b",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"\b(?:ceo|cto|cfo|coo|cio|vp|president\w*|pr[ée]sident\w*|direct\w+|direktor\w*|manager|head"
    r"|chief|lead|leiter\w*|gesch[äa]ftsf[üu]hr\w*|founder|co-?founder|fondat\w+|gr[üu]ndung\w*|chef\w*|responsable"
    r"|charg[ée]\w*|engineer|ing[ée]nieur\w*|develop\w+|d[ée]velopp\w+|architect\w*|consultant\w*"
    r"|professor\w*|professeur\w*|chercheu\w+|researcher|researcher|scientist|journalist\w*"
    r"|redakt\w+|maire|b[üu]rgermeister\w*|oberb[üu]rgermeister\w*|ministre|minister|s[ée]nat\w+"
    r"|d[ée]put[ée]\w*|secr[ée]taire|secretary|vorsitz\w+|referent\w*|berater\w*|officer|advocate"
    r"|evangelist|analyst|student|[ée]tudiant\w*|author|auteur\w*|d[ée]l[ée]gu[ée]\w*|adjoint\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def speakers_of(text: str, single: bool = False) -> tuple[Speaker, ...]:
    """The people that `text` names; with `single` it names one, commas tell of them."""
    text = _LEAD_IN.sub("", _BELOW.sub(" (", text.strip()))
    found: dict[str, Speaker] = {}
    for part in _parts(text, single):
        speaker = _speaker(part)
        if speaker is not None:
            found.setdefault(speaker.name.casefold(), speaker)
    return tuple(found.values())


def _parts(text: str, single: bool) -> Iterator[str]:
    for line in _PARTS.split(text):
        bare = _KEY.sub("", line).strip(" ,\t")
        if says_nothing(bare) or _TIME.search(line):
            continue
        if single:
            yield bare
        else:
            yield from _people(bare)


def _people(line: str) -> Iterator[str]:
    """The persons of a line: parted by commas when all between them may be persons."""
    joined = [part for part in _AND.split(line) if part]
    if len(joined) > 1 and all(map(_person_first, joined)):
        for part in joined:
            yield from _people(part)
        return
    between = [part.strip() for part in _outside_brackets(line)]
    if len(between) > 1 and all(between) and _all_persons(between):
        yield from between
    else:
        yield from _each_with_theirs(between)


def _each_with_theirs(parts: list[str]) -> Iterator[str]:
    """Ann Lee, IBM, Bob Ray, CNRS: a name that is one for certain begins another person."""
    here: list[str] = []
    for part in parts:
        if here and _is_a_name(part):
            yield ", ".join(here)
            here = []
        here.append(part)
    yield ", ".join(here)


def _is_a_name(part: str) -> bool:
    bare = part.split("(", maxsplit=1)[0].strip()
    found = name_at(bare)
    return found is not None and found.sure == "sure" and found.to == len(bare)


def _outside_brackets(line: str) -> list[str]:
    return re.split(r",(?![^(]*\))", line)


def _person_first(part: str) -> bool:
    """Whether the part begins with what may be a person: Alan Turing, Royal Society."""
    first = part.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0].strip()
    return bool(first) and _may_be_person(first)


def _all_persons(parts: list[str]) -> bool:
    bare = [part.split("(")[0].strip() for part in parts]
    if not all(map(_may_be_person, bare)):
        return False
    words = [len(part.split()) for part in bare]
    return len(parts) > 2 or min(words) > 1 or max(words) == 1


def _may_be_person(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 5 or any(each.isdigit() for each in text):
        return False
    if _HOUSE.search(text) or _OFFICE.search(text) or is_organisation(text):
        return False
    if words[0] in _SCHOOLS:
        return False
    if len(words) == 1:
        return not (text.isupper() and len(text) > 1)
    return all(word[0].isupper() or word in _PARTICLES for word in words)


_SCHOOLS: Final = frozenset(
    ("TU", "ETH", "UC", "FH", "HU", "FU", "KU", "ENS", "IUT", "INSA", "CCI", "CHU", "IAE", "IEP")
)
"""Letters with which the name of a house begins that a town follows: TU Wien."""
_PARTICLES: Final = frozenset(
    (
        "de",
        "van",
        "von",
        "der",
        "den",
        "du",
        "da",
        "di",
        "la",
        "le",
        "el",
        "al",
        "ter",
        "ten",
        "zu",
        "dos",
    )
)


LONGEST_NAME: Final = 200
"""Letters of a name that are kept; a longer one ends with three dots."""


def _speaker(part: str) -> Speaker | None:
    chair = bool(_CHAIR_BEFORE.match(part))
    part = _CHAIR_BEFORE.sub("", part).strip(" ,:")
    inside = ""
    bracket = _BRACKET.match(part)
    if bracket:
        inside, part = bracket["inside"].strip(), f"{bracket['name']} {bracket['rest']}".strip(" ,")
        if _CHAIR.search(inside) and len(inside.split()) <= 3:
            chair, inside = True, ""
    name, _, rest = part.partition(",")
    if not _may_be_person(name.strip()) and " - " in part:
        name, _, rest = part.partition(" - ")
    elif not rest and re.search(r"\s[-–—]\s", part):
        name, rest = re.split(r"\s[-–—]\s", part, maxsplit=1)
    name = name.strip(" ,-–—*†‡")
    if says_nothing(name):
        return None
    role, organisation = _described(", ".join(each for each in (rest.strip(" ,"), inside) if each))
    return Speaker(name=cut(name, LONGEST_NAME), role=role, organisation=organisation, chair=chair)


def _described(text: str) -> tuple[str | None, str | None]:
    """What they are, and where."""
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    if not parts:
        return None, None
    found = described(parts)
    return found.role, found.organisation or (None if found.role else ", ".join(parts))
