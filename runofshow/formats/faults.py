"""What is wrong with a plan, as sentences: pydantic's errors and the core's own, with their places.

The first error of the file becomes the sentence, with the number of those that follow; the first
few are kept, each with its place. A type of error that is not in the table gets a sentence with
pydantic's own reason, so that none is ever lost.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from runofshow.core.errors import Faults, Unreadable
from runofshow.core.misreadings import why_misread
from runofshow.core.plan import Kind, Slot
from runofshow.core.sentences import Fact, Sentence
from runofshow.core.times import Misread
from runofshow.formats.json_text import Path, Source, given, shortened


class Fault(NamedTuple):
    """One thing that is wrong: where, which sentence says it, and with what facts."""

    path: Path
    code: str
    facts: dict[str, Fact]


def unreadable(source: Source, faults: Sequence[Fault]) -> Unreadable:
    """The first of `faults` in the file, told with its place and line; how many more there are.

    The first `MOST` are kept, each as a sentence of its own.
    """
    ordered = sorted(faults[:_SORTED], key=lambda fault: source.line(fault.path))
    first = ordered[0]
    each = tuple(_said(source, fault) for fault in ordered[:MOST])
    facts = {**source.where(first.path), **_more(len(faults) - 1), **first.facts}
    told = Unreadable(first.code, source.place(first.path), **facts)
    return told.among(Faults(each, len(faults)))


def _said(source: Source, fault: Fault) -> Sentence:
    place = source.place(fault.path)
    facts = {**source.where(fault.path), **_more(0), **fault.facts}
    return Sentence.of(fault.code, place=place, **facts)


def faults_of(source: Source, error: ValidationError) -> list[Fault]:
    """All that pydantic found, in its order; of twins `twins` tells more."""
    errors = error.errors(include_url=False)
    return [_fault(source, each) for each in errors if each["type"] != "duplicate_id"]


def _fault(source: Source, error: ErrorDetails) -> Fault:
    path = _path(error)
    code, facts = _told(source, path, error)
    return Fault(_pointed(path, error), code, facts)


MOST: Final = 10
"""How many faults are told."""
_SORTED: Final = 200
"""How many are put in the order of the file: looking for the place of each takes its time."""
_PLAIN: Final = {
    "string_type": "wrong_text",
    "tuple_type": "wrong_list",
    "mapping_type": "wrong_object",
    "dict_type": "wrong_object",
    "model_type": "wrong_object",
    "model_attributes_type": "wrong_object",
    "bool_type": "wrong_flag",
    "bool_parsing": "wrong_flag",
    "float_type": "wrong_share",
    "float_parsing": "wrong_share",
    "finite_number": "wrong_share",
    "greater_than_equal": "wrong_share",
    "less_than_equal": "wrong_share",
    "string_too_short": "text_empty",
    "length_type": "length_not_text",
    "negative_length": "length_negative",
    "absurd_length": "length_absurd",
    "time_type": "time_not_text",
    "two_lengths": "length_and_end",
    "no_length_given": "length_missing",
    "no_step": "step_nought",
}
"""Types of error whose sentence needs the place and the value given, nothing else."""
_FIELDS: Final = {"no_zone": "timezone", "no_step": "catch_up_step", "reserved_id": "id"}
"""The field that an error found on a whole part is about."""


_STRANGERS: Final = 100
"""Unknown keys that are looked at one by one."""


def _path(error: ErrorDetails) -> Path:
    return tuple(step for step in error["loc"] if step != "[key]")


def _pointed(path: Path, error: ErrorDetails) -> Path:
    """The path to the very key that is wrong."""
    match error["type"]:
        case "unknown_key":
            return (*path, error["ctx"]["key"])
        case "missing":
            return path[:-1]
        case kind if kind in _FIELDS:
            return (*path, _FIELDS[kind])
        case _:
            return path


def _told(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    kind = error["type"]
    if kind in _PLAIN:
        return _PLAIN[kind], {"given": given(error["input"])}
    teller = _TELLERS.get(kind)
    if teller:
        return teller(source, path, error)
    return "value_wrong", {"given": given(error["input"]), "why": error["msg"]}


_MEANT: Final = {
    "début": "start", "debut": "start", "heure": "start", "fin": "end",
    "durée": "duration", "duree": "duration", "titre": "title", "nature": "kind", "type": "kind",
    "intervenants": "speakers", "orateurs": "speakers", "nom": "name", "fonction": "role",
    "organisme": "organisation", "organization": "organisation", "sujet": "topic",
    "micro": "mic", "téléphone": "phone", "telephone": "phone", "salle": "room", "lieu": "venue",
    "notes": "note", "remarque": "note", "séquences": "slots", "sequences": "slots",
    "items": "slots", "fuseau": "timezone", "langue": "language", "couleur": "colour",
    "color": "colour", "accueil": "welcome", "conférence": "talk", "conference": "talk",
    "exposé": "talk", "expose": "talk", "table ronde": "panel", "pause": "break",
    "déjeuner": "break", "dejeuner": "break", "lunch": "break", "repas": "break",
    "atelier": "workshop", "conclusion": "closing", "clôture": "closing", "plateau": "changeover",
    "autre": "other", "vidéo": "film", "video": "film",
}  # fmt: skip
"""What somebody who writes another word than ours for a key or a kind must have meant."""

Teller = Callable[[Source, Path, ErrorDetails], tuple[str, dict[str, Fact]]]


def _unknown_key(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    del source, path
    key, near = error["ctx"]["key"], error["ctx"]["near"]
    return "unknown_key", {"key": shortened(key), **_near(near or _MEANT.get(key.lower(), ""))}


def _missing(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    del source, error
    return "key_missing", {"key": str(path[-1])}


def _misread(code: str) -> Teller:
    def told(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
        del source, path
        misread = Misread(error["type"], shortened(error["ctx"]["text"]), error["ctx"]["why"])
        return code, _both("why", why_misread(misread))

    return told


def _too_long(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    del source, path
    return "text_long", {"limit": int(error["ctx"]["max_length"])}


def _kind(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    del source, path
    if not isinstance(error["input"], str):
        return "wrong_text", {"given": given(error["input"])}
    near = _nearest(error["input"], [kind.value for kind in Kind])
    near = near or _MEANT.get(error["input"].lower(), "")
    choices = ", ".join(kind.value for kind in Kind)
    return "wrong_kind", {"given": shortened(error["input"]), "choices": choices, **_near(near)}


def _choice(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    del source, path
    choices = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    return "wrong_choice", {"given": given(error["input"]), "choices": choices}


def _zone(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    from zoneinfo import available_timezones

    del source, path
    zone = error["ctx"]["zone"]
    near = _nearest(zone, sorted(available_timezones()), cutoff=0.75)
    said = Sentence.of("near", near=near) if near else Sentence.of("zone_example")
    return "zone_unknown", {"given": shortened(zone), **_both("near", said)}


def _reserved(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    del source, path, error
    return "id_reserved", {"id": "day"}


def _nested(source: Source, path: Path, error: ErrorDetails) -> tuple[str, dict[str, Fact]]:
    del source, path
    return "key_nested", {"key": shortened(error["ctx"]["key"]), "most": error["ctx"]["most"]}


_TELLERS: Final[Mapping[str, Teller]] = {
    "unknown_key": _unknown_key,
    "missing": _missing,
    "too_nested": _nested,
    "no_length": _misread("length_unread"),
    "no_time": _misread("time_unread"),
    "string_too_long": _too_long,
    "enum": _kind,
    "literal_error": _choice,
    "no_zone": _zone,
    "reserved_id": _reserved,
}


def _nearest(text: str, known: list[str], cutoff: float = 0.6) -> str:
    from difflib import get_close_matches

    near = get_close_matches(text.lower(), [name.lower() for name in known], n=1, cutoff=cutoff)
    return next((name for name in known if near and name.lower() == near[0]), "")


def _near(near: str) -> dict[str, Fact]:
    return _both("near", Sentence.of("near", near=near) if near else None)


def _more(count: int) -> dict[str, Fact]:
    if not count:
        return _both("more", None)
    return _both("more", Sentence.of("one_more" if count == 1 else "many_more", count=count))


def _both(name: str, said: Sentence | None) -> dict[str, Fact]:
    return {f"{name}_{lang}": said.text(lang) if said else "" for lang in ("fr", "en")}


# --- what pydantic cannot place ----------------------------------------------------------------


def twins(source: Source) -> Iterator[Fault]:
    """The slots that have the id of one before them; each names both places."""
    first: dict[str, Path] = {}
    for path, slot in raw_slots(source.values):
        name = slot.get("id")
        if not isinstance(name, str):
            continue
        if name in first:
            other = source.where(first[name], "other")
            yield Fault((*path, "id"), "id_twice", {"id": shortened(name), **other})
            continue
        first[name] = path


def raw_slots(values: Any) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The objects that stand where slots do, with their paths, in document order; no recursion."""
    stack = [_within((), values)]
    while stack:
        path, part = next(stack[-1], (None, None))
        if path is None:
            stack.pop()
        elif isinstance(part, Mapping):
            yield path, part
            stack.append(_within(path, part))


def _within(path: Path, part: Any) -> Iterator[tuple[Path, object]]:
    children = part.get("slots") if isinstance(part, Mapping) else None
    if isinstance(children, list):
        for index, child in enumerate(children):
            yield (*path, "slots", index), child


def refuse_many_strangers(source: Source) -> None:
    """Raises Unreadable at once when more than `_STRANGERS` keys of slots are unknown.

    The core looks for what each was meant to be, which takes long for thousands.
    """
    known = Slot.model_fields
    strange = [
        (path, key)
        for path, slot in raw_slots(source.values)
        for key in slot
        if key not in known and not key.startswith("x-")
    ]
    if len(strange) <= _STRANGERS:
        return
    path, key = strange[0]
    near = _nearest(key, list(known)) or _MEANT.get(key.lower(), "")
    where = source.where((*path, key))
    facts = {"key": shortened(key), **where, **_near(near), **_more(len(strange) - 1)}
    raise Unreadable("unknown_key", source.place((*path, key)), **facts)
