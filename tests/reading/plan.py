"""The second reading: what is written in a plan, the plan as a tree, planned times (§§1-2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

Slot = dict[str, Any]
Plan = dict[str, Any]
Times = tuple[datetime, datetime]

ZERO = timedelta(0)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)

KINDS = [
    *("session", "welcome", "talk", "panel", "film", "qa"),
    *("break", "workshop", "closing", "changeover", "other"),
]
SHARES = {  # rule 7
    "break": "0.6",
    "welcome": "0.5",
    "closing": "0.5",
    "workshop": "0.75",
    "talk": "0.8",
    "panel": "0.8",
    "qa": "0.8",
}
LENGTHS = ["duration", "minimum", "changeover", "tolerance", "warning", "danger", "questions"]
SLOT_FIELDS = [
    *("cue", "kind", "title", "note", "room", "colour", "hidden", "speakers", "departments"),
    *("start", "end", "cuttable", "may_start_early", "promise", "promised_to", "optional"),
    *("advance", "shares", "call_before", "activities", "guessed", *LENGTHS),
]
PLAN_FIELDS = [
    *("title", "date", "timezone", "language", "venue", "end_by", "changeover", "minimums"),
    *("catch_up_step", "may_start_early", "departments", "promised_to", "call_before"),
]


class No(Exception):
    """The command is refused."""


# --- Reading what is written ----------------------------------------------------------------------


@lru_cache(4096)
def length_of(text: Any) -> timedelta:
    """'1h05m', '15m', '-45s' as a length."""
    found = re.fullmatch(r"([+-]?)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?", str(text))
    if found is None or not any(found.groups()[1:]):
        raise No(f"{text!r} is no length")
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def text_of(length: timedelta) -> str:
    """A length as it is written, the shortest way."""
    seconds = int(length.total_seconds())
    parts = (seconds // 3600, "h"), (seconds % 3600 // 60, "m"), (seconds % 60, "s")
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "0m"


def instant_of(plan: Plan, text: Any) -> datetime:
    """Rule 1: '25:30' on the plan's date in its zone, or an ISO instant."""
    return read_instant(plan["date"], plan["timezone"], text)


@lru_cache(4096)
def read_instant(on: str, zone: str, text: Any) -> datetime:
    """Rule 1."""
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?", str(text))
    if found is None:
        try:
            instant = datetime.fromisoformat(str(text))
        except ValueError as bad:
            raise No(f"{text!r} is no time") from bad
        if instant.tzinfo is None:
            raise No(f"{text!r} has no offset")
        return instant.astimezone(UTC)
    hours, minutes, seconds = int(found[1]), int(found[2]), int(found[3] or 0)
    if minutes > 59 or seconds > 59:
        raise No(f"{text!r} is no time")
    day = date.fromisoformat(on) + timedelta(days=hours // 24)
    # fold=0 is the first occurrence of a repeated time, and reads a skipped time with the offset
    # before the gap, which moves it forward by the gap.
    local = datetime(
        *(day.year, day.month, day.day, hours % 24, minutes, seconds),
        tzinfo=ZoneInfo(zone),
        fold=0,
    )
    return local.astimezone(UTC)


# --- The plan as a tree ---------------------------------------------------------------------------


def is_leaf(slot: Slot) -> bool:
    """§1: a slot with a `slots` key, even empty, is a session."""
    return "slots" not in slot


def nodes(
    slots: list[Slot], above: tuple[Slot, ...] = ()
) -> Iterator[tuple[Slot, tuple[Slot, ...]]]:
    """Every slot in document order, with the sessions above it, the outermost first."""
    for slot in slots:
        yield slot, above
        if not is_leaf(slot):
            yield from nodes(slot["slots"], (*above, slot))


def leaves(plan: Plan) -> list[Slot]:
    """Every leaf in document order."""
    return [slot for slot, _ in nodes(plan["slots"]) if is_leaf(slot)]


def leaves_in(slot: Slot) -> list[Slot]:
    """The leaves of a session; of a leaf, itself."""
    return [each for each, _ in nodes([slot]) if is_leaf(each)]


def found(plan: Plan, slot_id: Any) -> tuple[Slot, tuple[Slot, ...]]:
    """A slot and the sessions above it."""
    for slot, above in nodes(plan["slots"]):
        if slot["id"] == slot_id:
            return slot, above
    raise No(f"there is no slot {slot_id!r}")


def has(plan: Plan, slot_id: Any) -> bool:
    """Whether the plan has such a slot."""
    return any(slot["id"] == slot_id for slot, _ in nodes(plan["slots"]))


def siblings(plan: Plan, slot_id: Any) -> list[Slot]:
    """The list that a slot stands in."""
    _, above = found(plan, slot_id)
    slots: list[Slot] = above[-1]["slots"] if above else plan["slots"]
    return slots


def index_in(slots: list[Slot], slot_id: Any) -> int:
    """Where in a list a slot stands."""
    return [slot["id"] for slot in slots].index(slot_id)


def is_skipped(plan: Plan, slot_id: Any) -> bool:
    """§1: it, or a session above it, is."""
    slot, above = found(plan, slot_id)
    return any(each.get("skip") for each in (slot, *above))


def running_order(plan: Plan) -> list[Slot]:
    """§1: the leaves in document order, the skipped ones left out."""
    return [
        slot
        for slot, above in nodes(plan["slots"])
        if is_leaf(slot) and not any(each.get("skip") for each in (slot, *above))
    ]


def is_before(plan: Plan, slot_id: Any, position: str) -> bool:
    """Whether a slot stands before another (a session above it does not)."""
    before = []
    for slot, above in nodes(plan["slots"]):
        if slot["id"] == position:
            return slot_id in before and slot_id not in [each["id"] for each in above]
        before.append(slot["id"])
    raise No(f"there is no slot {position!r}")


def given_start(plan: Plan, leaf: Slot, counted: list[Slot]) -> tuple[Slot, datetime] | None:
    """Rule 3: the given start of a leaf and the slot whose `start` it is; `counted` leaves count.

    The first of them takes the first given start found after it if it has none.
    """
    candidates = counted if counted and counted[0] is leaf else [leaf]
    for each in candidates:
        given = start_given(plan, each, [one["id"] for one in counted])
        if given is not None:
            return given
    return None


def start_given(plan: Plan, leaf: Slot, counted: list[str]) -> tuple[Slot, datetime] | None:
    """Rule 3: its own start, else that of the outermost session that it opens.

    One printed as a leaf and split since has the start of what opens it.
    """
    opens: Slot | None = leaf
    while opens is not None:
        if opens.get("start") is not None:
            return opens, instant_of(plan, opens["start"])
        opens = opens["slots"][0] if opens.get("slots") else None
    _, above = found(plan, leaf["id"])
    for session in above:  # the outermost first
        inside = [each["id"] for each, _ in nodes([session]) if each["id"] in counted]
        if session.get("start") is not None and inside and inside[0] == leaf["id"]:
            return session, instant_of(plan, session["start"])
    return None


def walk(plan: Plan, order: list[Slot], printed: dict[str, timedelta]) -> dict[str, Times]:
    """Rules 2-4: planned start and end of the leaves of an order, with the lengths printed."""
    times: dict[str, Times] = {}
    before: datetime | None = None
    for leaf in order:
        given = given_start(plan, leaf, order)
        start = given[1] if given is not None else before
        if start is None:
            raise No("nothing has a start")
        if leaf.get("end") is not None:
            end = instant_of(plan, leaf["end"])
        elif leaf["id"] in printed:
            end = start + printed[leaf["id"]]
        else:
            end = start + length_of(leaf["duration"])
        times[leaf["id"]] = (start, end)
        before = end
    return times


def check(plan: Plan, *, starts: bool = True) -> None:
    """Refuses what is no valid plan; with `starts`, one without any start too."""
    ids = [slot["id"] for slot, _ in nodes(plan["slots"])]
    if len(set(ids)) != len(ids) or not all(isinstance(i, str) and i and i != "day" for i in ids):
        raise No("ids must be unique")
    for key in ("changeover", "catch_up_step"):
        if plan.get(key) is not None and length_of(plan[key]) < ZERO:
            raise No(f"{key} is negative")
    if plan.get("catch_up_step") is not None and length_of(plan["catch_up_step"]) == ZERO:
        raise No("a step is more than nothing")
    if plan.get("end_by") is not None:
        instant_of(plan, plan["end_by"])
    for share in (plan.get("minimums") or {}).values():
        if not 0 <= share <= 1:
            raise No("a share is between 0 and 1")
    for slot, _ in nodes(plan["slots"]):
        check_slot(plan, slot)
    if starts:
        walk(plan, running_order(plan), {})  # rule 3: a plan with no start is refused


def check_slot(plan: Plan, slot: Slot) -> None:
    """Refuses what is no valid slot."""
    for key in slot:
        if key not in (*SLOT_FIELDS, "id", "slots", "skip"):
            raise No(f"there is no field {key}")
    for key in LENGTHS:
        if slot.get(key) is not None and length_of(slot[key]) < ZERO:
            raise No(f"{key} is negative")
    for key in ("start", "end"):
        if slot.get(key) is not None:
            instant_of(plan, slot[key])
    if slot.get("kind") not in (*KINDS, None) or slot.get("advance") not in (
        *("manual", "auto"),
        None,
    ):
        raise No("no such kind or advance")
    if slot.get("promise") not in (None, "start", "end", "both"):
        raise No("no such promise")
    both = [slot[key] for key in ("duration", "end") if slot.get(key) is not None]
    if len(both) > 1 or (is_leaf(slot) and not both):
        raise No("exactly one of duration and end")  # rule 2


DEFAULTS = {
    "cuttable": True,
    "advance": "manual",
    "skip": False,
    "optional": False,
    "tolerance": ZERO,
}
DEFAULTS_OF_DAY = {
    "changeover": ZERO,
    "may_start_early": False,
    "minimums": {},
    "catch_up_step": MINUTE,
}


def plain(slot: Slot) -> Slot:
    """A slot or plan without what says nothing."""
    defaults = DEFAULTS_OF_DAY if "date" in slot else DEFAULTS
    read = {
        key: length_of(value) if value is not None and key in (*LENGTHS, "catch_up_step") else value
        for key, value in slot.items()
    }
    short = {key: value for key, value in read.items() if value not in (None, defaults.get(key))}
    return short | ({"slots": [plain(each) for each in slot["slots"]]} if "slots" in slot else {})
