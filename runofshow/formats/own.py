"""The schedule file of contract.md §1: bytes to a plan and back, exactly.

- `read` never guesses in silence: what it had to assume is a `Doubt`, what it cannot understand
  raises `Unreadable` with the place, the line and the remedy.
- `write` gives text that a person reads and compares: a field of a slot is a line, a short object
  is on one; `read` of it gives an equal plan.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic import ValidationError

from runofshow.core.errors import Unreadable
from runofshow.core.outline import Outline
from runofshow.core.plan import FIRST_YEAR, FORMAT, LAST_YEAR, NEWER, Plan, Slot
from runofshow.core.sentences import Fact, Sentence
from runofshow.formats.faults import (
    MOST,
    faults_of,
    raw_slots,
    refuse_many_strangers,
    twins,
    unreadable,
)
from runofshow.formats.json_text import Path, Source, given, parse, shortened

if TYPE_CHECKING:  # a file that gives all has no doubts
    from runofshow.formats.draft import Doubt, How

LARGEST: Final = 5_000_000
"""Bytes of a schedule file; a day of 10,000 slots fits."""
MOST_SLOTS: Final = 10_000
DEEPEST_SESSION: Final = 16
MOST_ELEMENTS: Final = 100_000
"""Speakers, activities and the like, of all slots together."""
_LISTS: Final = ("speakers", "activities", "shares", "guessed")
YEARS: Final = (FIRST_YEAR, LAST_YEAR)
"""The years in which a day can be: beyond them instants leave what dates can hold."""


class Read(NamedTuple):
    """A plan read from a file, and the doubts about it."""

    plan: Plan
    doubts: "tuple[Doubt, ...]" = ()


# --- reading -----------------------------------------------------------------------------------


def read(data: bytes, today: date) -> Read:
    """The plan in `data`; `today` is its date when it gives none. Raises Unreadable."""
    if len(data) > LARGEST:
        raise too_big(len(data))
    source = parse(data)
    if not isinstance(source.values, dict):
        raise _not_an_object(source.values)
    newer, doubts = _format(source.values)
    _measured(source)
    twice = list(islice(twins(source), MOST))
    refuse_many_strangers(source)
    values, assumed = _completed(source, today)
    try:
        plan = Plan.model_validate(values, context={NEWER: newer})
    except ValidationError as error:
        raise unreadable(source, [*faults_of(source, error), *twice]) from None
    if twice:
        raise unreadable(source, twice)
    _refuse_without_start(source, plan)
    return Read(plan, (*doubts, *assumed))


def ours(data: bytes) -> bool:
    """Whether a file says that it is a schedule of ours."""
    return data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and b'"runofshow/' in data


def too_big(size: int, limit: int = LARGEST) -> Unreadable:
    """The error for a file of `size` bytes, in whole megabytes rounded up."""
    mega = 1_000_000
    return Unreadable("file_too_big", size=-(-size // mega), limit=limit // mega)


def _not_an_object(values: object) -> Unreadable:
    match values:
        case list():
            what = "a_list"
        case str():
            what = "a_text"
        case bool():
            what = "true_or_false"
        case int() | float():
            what = "a_number"
        case _:
            what = "nothing_else"
    said = Sentence.of(what)
    return Unreadable("json_not_object", what_fr=said.text("fr"), what_en=said.text("en"))


_FORMAT: Final = re.compile(r"runofshow/(\d{1,4})\.(\d{1,4})", re.ASCII)


def _format(values: Mapping[str, Any]) -> "tuple[bool, tuple[Doubt, ...]]":
    """Whether the file is of a newer minor format, and what is to be said of its format."""
    name = values.get("format")
    if name is None:
        if "slots" not in values:
            raise Unreadable("not_ours")
        said = Sentence.of("format_missing", format=FORMAT)
        return False, (_doubt("format", "missing", FORMAT, said),)
    match = _FORMAT.fullmatch(name) if isinstance(name, str) else None
    if match is None or int(match[1]) < 1:
        raise Unreadable("format_other", "format", format=_bare(name))
    if int(match[1]) > 1:
        raise Unreadable("format_newer", "format", format=name)
    if "slots" not in values:
        raise Unreadable("slots_missing", "slots")
    if int(match[2]) == 0:
        return False, ()
    said = Sentence.of("format_minor", format=name)
    return True, (_doubt("format", "given", name, said),)


def _doubt(field: str, how: "How", value: str, said: Sentence) -> "Doubt":
    """A doubt about the whole file."""
    from runofshow.formats.draft import Doubt
    from runofshow.formats.source import Place

    return Doubt(Place(), field, how, value, said)


def _bare(value: object) -> str:
    return shortened(value) if isinstance(value, str) else given(value)


def _measured(source: Source) -> None:
    """Refuses what is too much of anything before looking closer, at the first that is."""
    elements = 0
    for count, (path, slot) in enumerate(raw_slots(source.values), start=1):
        if count > MOST_SLOTS:
            raise Unreadable("slots_many", "slots", limit=MOST_SLOTS)
        if len(path) // 2 > DEEPEST_SESSION and "slots" in slot:
            raise _too_much("slots_deep", source, path, DEEPEST_SESSION)
        elements += sum(len(slot[key]) for key in _LISTS if isinstance(slot.get(key), list))
        if elements > MOST_ELEMENTS:
            raise _too_much("lists_many", source, path, MOST_ELEMENTS)


def _too_much(code: str, source: Source, path: Path, limit: int) -> Unreadable:
    return Unreadable(code, source.place(path), limit=limit, **source.where(path))


def _completed(source: Source, today: date) -> "tuple[dict[str, Any], tuple[Doubt, ...]]":
    """The values with a date and a time zone, and what had to be assumed."""
    values, doubts = dict(source.values), []
    if values.get("date") is None:
        values["date"] = today
        said = Sentence.of("date_missing", date=today.isoformat())
        doubts.append(_doubt("date", "missing", today.isoformat(), said))
    else:
        values["date"] = _date(source, values["date"])
    if values.get("timezone") is None:
        values["timezone"] = "UTC"
        doubts.append(_doubt("timezone", "missing", "UTC", Sentence.of("no_timezone")))
    return values, tuple(doubts)


def _date(source: Source, value: object) -> date:
    """The date; pydantic would take a bare number for seconds since 1970."""
    where = source.where(("date",))
    try:
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise ValueError
        day = date.fromisoformat(value)
    except ValueError:
        raise Unreadable("date_unread", "date", given=given(value), **where) from None
    first, last = YEARS
    if not first <= day.year <= last:
        years: dict[str, Fact] = {"year": day.year, "first": first, "last": last}
        raise Unreadable("date_absurd", "date", **years, **where)
    return day


def _refuse_without_start(source: Source, plan: Plan) -> None:
    """A plan whose running order has no given start at all is refused (timing.md, rule 3)."""
    outline = Outline(plan)
    if outline.order and not outline.given:
        path = ("slots", 0)
        raise Unreadable("no_start_anywhere", source.place(path), **source.where(path))


# --- writing -----------------------------------------------------------------------------------

_WIDE: Final = 100
"""Columns that a list or an object may fill and still be on one line."""


def write(plan: Plan) -> bytes:
    """The schedule file of `plan`, UTF-8, which `read` gives back as an equal plan."""
    values: dict[str, Any] = dict.fromkeys(("format", "title", "date"), "") | {"timezone": "UTC"}
    values.update(plan.as_json())
    values["slots"] = _ordered(values.pop("slots"), plan.slots)
    text = _laid_out(values, 0, 0, spread=True) + "\n"
    # A remote may have typed half a character, which no file can hold.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _ordered(raw: list[dict[str, Any]], slots: tuple[Slot, ...]) -> list[dict[str, Any]]:
    """The slots with their kinds always told, what they hold last."""
    return [_slot(values, slot) for values, slot in zip(raw, slots, strict=True)]


def _slot(raw: dict[str, Any], slot: Slot) -> dict[str, Any]:
    head: dict[str, Any] = {key: raw[key] for key in ("id", "cue") if key in raw}
    values = {**head, "kind": slot.kind.value, **raw}
    if slot.slots is not None:
        below: list[dict[str, Any]] = values.pop("slots")
        values["slots"] = _ordered(below, slot.slots)
    return values


def _laid_out(value: Any, level: int, lead: int, *, spread: bool = False) -> str:
    """JSON text of `value`, on one line if it fits after `lead` columns, else a line an item.

    What is `spread`, the schedule and its slots, always has a line for each item.
    """
    if not spread or not value:
        line = json.dumps(value, ensure_ascii=False)
        if 2 * level + lead + len(line) < _WIDE or not value:
            return line
    if isinstance(value, dict):
        named = ((json.dumps(key, ensure_ascii=False) + ": ", key) for key in value)
        return _block("{}", level, (
            name + _laid_out(value[key], level + 1, len(name), spread=spread and key == "slots")
            for name, key in named
        ))  # fmt: skip
    if isinstance(value, list):
        return _block(
            "[]", level, (_laid_out(child, level + 1, 0, spread=spread) for child in value)
        )
    return json.dumps(value, ensure_ascii=False)


def _block(brackets: str, level: int, items: Iterable[str]) -> str:
    inner = ",\n".join("  " * (level + 1) + item for item in items)
    return f"{brackets[0]}\n{inner}\n{'  ' * level}{brackets[1]}"
