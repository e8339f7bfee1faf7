"""The day as planned: Plan, Slot, Speaker and their smaller parts.

These models are the schedule file of contract.md §1; the JSON Schema is made from them. All are
frozen. A slot with a `slots` key, even empty, is a session; any other is a leaf. An unknown key is
an error, except one beginning `x-`, which is kept; a file of a newer minor format keeps them all.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from runofshow.core import times
from runofshow.core.nesting import DEEPEST, is_deeper

FORMAT: Final = "runofshow/1.0"
FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2199
"""The years in which a day can be: beyond them instants leave what dates can hold."""
DAY_ID: Final = "day"
"""Names the day itself where a promise may name a slot; no slot may have it."""
NEWER: Final = "newer"
"""Validation context: the file is of a newer minor format, its unknown keys are kept."""


class Kind(StrEnum):
    """What a slot is for the hall; it sets the default minimum (rule 7)."""

    SESSION = "session"
    WELCOME = "welcome"
    TALK = "talk"
    PANEL = "panel"
    FILM = "film"
    QA = "qa"
    BREAK = "break"
    WORKSHOP = "workshop"
    CLOSING = "closing"
    CHANGEOVER = "changeover"
    OTHER = "other"

    @property
    def concludes(self) -> bool:
        """Whether somebody on stage can be asked to conclude: nobody can of a film or a break."""
        return self not in (Kind.FILM, Kind.BREAK, Kind.CHANGEOVER)


# What people write is read slowly, and a day says the same lengths and hours over and over.
_length_of: Final = lru_cache(maxsize=4096)(times.read_length)
_civil_of: Final = lru_cache(maxsize=4096)(times.read_civil)


def _read_length(value: object) -> object:
    if isinstance(value, timedelta):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("length_type", "a length is a text such as “1h05m”")
    try:
        return _length_of(value)
    except times.Misread as misread:
        raise PydanticCustomError(
            "no_length",
            "“{text}” is no length: write 1h05m, 15m or 45s",
            {"text": misread.text, "why": misread.why},
        ) from None


def _read_civil(value: object) -> object:
    if isinstance(value, times.Civil):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("time_type", "a time is a text such as “09:15”")
    try:
        return _civil_of(value)
    except times.Misread as misread:
        raise PydanticCustomError(
            "no_time",
            "“{text}” is no time of day: write 09:15",
            {"text": misread.text, "why": misread.why},
        ) from None


def _not_negative(length: timedelta) -> timedelta:
    if length < times.ZERO:
        raise PydanticCustomError("negative_length", "a length cannot be negative")
    return _not_absurd(length)


def _not_absurd(length: timedelta) -> timedelta:
    if abs(length) > times.LONGEST:
        raise PydanticCustomError("absurd_length", "a length is at most 24 hours")
    return length


_LENGTH_SCHEMA = {"type": "string", "examples": ["1h05m", "15m", "45s"], "format": "length"}
SignedLength = Annotated[
    timedelta,
    BeforeValidator(_read_length),
    AfterValidator(_not_absurd),
    PlainSerializer(times.write_length, return_type=str, when_used="json"),
    WithJsonSchema(_LENGTH_SCHEMA),
]
"""A length of either sign, at most 24 hours."""
Length = Annotated[
    timedelta,
    BeforeValidator(_read_length),
    AfterValidator(_not_negative),
    PlainSerializer(times.write_length, return_type=str, when_used="json"),
    WithJsonSchema(_LENGTH_SCHEMA),
]
"""A length from nought to 24 hours."""
CivilTime = Annotated[
    times.Civil,
    BeforeValidator(_read_civil),
    PlainSerializer(times.write_civil, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "examples": ["09:15", "25:30"], "format": "civil-time"}),
]
"""A civil time on the plan's date; 24:00 and later are the day after."""
Department = Annotated[str, Field(min_length=1, max_length=100)]
"""The name of a column of the crew: son, vidéo."""


def _check_nested(key: str, value: object) -> None:
    if is_deeper(value):
        said = "more than {most} levels inside each other under “{key}”"
        raise PydanticCustomError("too_nested", said, {"key": key, "most": DEEPEST})


class Part(BaseModel):
    """What all parts of a plan share: frozen, strict about keys, `x-` keys kept."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        json_schema_extra={
            "additionalProperties": False,
            "patternProperties": {"^x-": {}},
        },
    )

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, data: object, info: ValidationInfo) -> object:
        if not isinstance(data, Mapping) or (info.context and info.context.get(NEWER)):
            return data
        for key in data:
            if key in cls.model_fields:
                continue
            if str(key).startswith("x-"):
                _check_nested(key, data[key])
                continue
            near = get_close_matches(str(key), cls.model_fields, n=1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            raise PydanticCustomError(
                "unknown_key",
                "unknown key “{key}”{hint}",
                {"key": str(key), "near": near[0] if near else "", "hint": hint},
            )
        return data


class Speaker(Part):
    """Somebody who speaks; a bare name may stand for one in a file."""

    name: str = Field(min_length=1)
    role: str | None = None
    organisation: str | None = None
    topic: str | None = None
    chair: bool = False
    mic: str | None = None
    phone: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, data: object) -> object:
        return {"name": data} if isinstance(data, str) else data


class Contact(Part):
    """Whom a promise was made to, and the number to ring."""

    name: str = Field(min_length=1)
    phone: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, data: object) -> object:
        return {"name": data} if isinstance(data, str) else data


class Activity(Part):
    """One of the things that run in parallel under one clock; `result` is what came of it."""

    room: str = ""
    title: str = ""
    host: str | None = None
    note: str | None = None
    result: str | None = None


class Slot(Part):
    """A node of the plan. With `slots` it is a session, else a leaf, which alone goes on air.

    A leaf has exactly one of `duration` and `end` (an elastic slot ends at that time); for a
    session either is its budget (rules 2 and 5). The meanings are timing.md's.
    """

    id: str = Field(min_length=1, max_length=200)
    cue: str | None = None
    kind: Kind = Kind.TALK
    title: str = ""
    start: CivilTime | None = None
    duration: Length | None = None
    end: CivilTime | None = None
    minimum: Length | None = None
    cuttable: bool = True
    may_start_early: bool | None = None
    changeover: Length | None = None
    promise: Literal["start", "end", "both"] | None = None
    promised_to: Contact | None = None
    tolerance: Length = times.ZERO
    optional: bool = False
    skip: bool = False
    advance: Literal["manual", "auto"] = "manual"
    warning: Length | None = None
    danger: Length | None = None
    questions: Length | None = None
    shares: tuple[Length, ...] | None = None
    call_before: Length | None = None
    speakers: tuple[Speaker, ...] = ()
    note: str | None = None
    room: str | None = None
    colour: str | None = None
    hidden: bool = False
    departments: Mapping[str, str] = Field(default_factory=dict)
    activities: tuple[Activity, ...] = ()
    guessed: tuple[str, ...] = ()
    slots: "tuple[Slot, ...] | None" = None

    @model_validator(mode="before")
    @classmethod
    def _session_by_nature(cls, data: object) -> object:
        if isinstance(data, Mapping) and data.get("slots") is not None and "kind" not in data:
            return {**data, "kind": Kind.SESSION}
        return data

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        if self.id == DAY_ID:
            raise PydanticCustomError("reserved_id", "the id “day” is reserved for the day itself")
        if self.duration is not None and self.end is not None:
            raise PydanticCustomError(
                "two_lengths", "both “duration” and “end” are given: keep one of them"
            )
        if self.slots is None and self.duration is None and self.end is None:
            raise PydanticCustomError(
                "no_length_given", "neither “duration” nor “end” is given: add one of them"
            )
        return self

    @property
    def leaf(self) -> bool:
        """Whether it can go on air; a session cannot."""
        return self.slots is None

    @property
    def elastic(self) -> bool:
        """Whether it is a leaf that ends at a set time (rule 2)."""
        return self.slots is None and self.end is not None


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


class Plan(Part):
    """One room's one day as planned; frozen, so that undo is keeping a former one.

    `departments` are the columns of the crew in the régie's order; one that only slots name comes
    after them (`Outline.departments`).
    """

    format: str = FORMAT
    title: str = ""
    date: date
    timezone: str = "UTC"
    language: str | None = None
    venue: str | None = None
    end_by: CivilTime | None = None
    promised_to: Contact | None = None
    call_before: Length | None = None
    changeover: Length = times.ZERO
    may_start_early: bool = False
    minimums: Mapping[Kind, Annotated[float, Field(ge=0, le=1)]] = Field(default_factory=dict)
    catch_up_step: Length = times.MINUTE
    departments: Annotated[tuple[Department, ...], AfterValidator(_each_once)] = ()
    slots: tuple[Slot, ...]

    @model_validator(mode="before")
    @classmethod
    def _ids_given(cls, data: object) -> object:
        if isinstance(data, Mapping) and isinstance(data.get("slots"), (list, tuple)):
            return {**data, "slots": with_ids(data["slots"], set())}
        return data

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _known_zone(self.timezone)
        if not FIRST_YEAR <= self.date.year <= LAST_YEAR:
            raise PydanticCustomError("absurd_date", "a day is between 1970 and 2199")
        if self.catch_up_step <= times.ZERO:
            raise PydanticCustomError("no_step", "“catch_up_step” must be more than nought")
        seen: set[str] = set()
        for slot in walk(self.slots):
            if slot.id in seen:
                raise PydanticCustomError(
                    "duplicate_id", "the id “{id}” is given twice", {"id": slot.id}
                )
            seen.add(slot.id)
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The zone its civil times are in."""
        return ZoneInfo(self.timezone)

    def as_json(self) -> dict[str, Any]:
        """The plan as the schedule file holds it, what is as by default left out."""
        return plain(self) | {"format": self.format}


def _known_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError(
            "no_zone", "“{zone}” is no time zone: write for instance Europe/Paris", {"zone": name}
        ) from None


def walk(slots: tuple[Slot, ...]) -> Iterator[Slot]:
    """The slots and all below them, in document order."""
    for slot in slots:
        yield slot
        if slot.slots:
            yield from walk(slot.slots)


def plain(part: Part) -> dict[str, Any]:
    """A part as JSON values, what is as by default left out; a contact without number is a name."""
    data = part.model_dump(mode="json", exclude_defaults=True)
    _shorten(data)
    return data


def _shorten(data: dict[str, Any]) -> None:
    contact = data.get("promised_to")
    if isinstance(contact, dict) and contact.keys() == {"name"}:
        data["promised_to"] = contact["name"]
    if "slots" in data and "id" in data:
        data.setdefault("kind", Kind.TALK.value)  # left out, a session would be a plain session
    for child in data.get("slots") or ():
        _shorten(child)


def with_ids(slots: object, taken: set[str]) -> object:
    """Raw slots with an id given to each that has none: its title in plain letters, made unique.

    `taken` holds ids already in use; it is not changed. The same input gives the same ids.
    """
    used = set(taken) | set(_ids_of(slots))
    numbers: dict[str, int] = {}

    def named(raw: object) -> object:
        if not isinstance(raw, Mapping):
            return raw
        slot = dict(raw)
        if slot.get("id") is None:
            title = str(slot.get("title") or slot.get("kind") or "slot")
            slot["id"] = fresh_id(title, used, numbers)
            used.add(slot["id"])
        if isinstance(slot.get("slots"), (list, tuple)):
            slot["slots"] = [named(child) for child in slot["slots"]]
        return slot

    return [named(raw) for raw in slots] if isinstance(slots, (list, tuple)) else slots


def _ids_of(slots: object) -> Iterator[str]:
    if not isinstance(slots, (list, tuple)):
        return
    for raw in slots:
        if isinstance(raw, Mapping):
            if isinstance(raw.get("id"), str):
                yield raw["id"]
            yield from _ids_of(raw.get("slots"))


def fresh_id(title: str, used: set[str], numbers: dict[str, int] | None = None) -> str:
    """An id made from `title` that is not in `used`, nor the reserved one.

    `numbers` remembers the last number by stem, so that many of one title cost no more than few.
    """
    letters = unicodedata.normalize("NFKD", title[:200]).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:40].strip("-") or "slot"
    numbers = {} if numbers is None else numbers
    number = numbers.get(stem, 1)
    name = stem if number == 1 else f"{stem}-{number}"
    while name in used or name == DAY_ID:
        number += 1
        name = f"{stem}-{number}"
    numbers[stem] = number
    return name
