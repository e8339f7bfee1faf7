"""A second, deliberately naive reading of the timing rules: the oracle the core is held against.

It shares nothing with `runofshow`: it was written from `design/timing.md` (§§1-4, 7, rule 36) and
`design/contract.md` alone. Nothing is kept that can be worked out again; every number names the
rule it comes from. It is slow and simple on purpose.

Where the text leaves a choice, this reading takes:

 1. Rules 2 and 3: an elastic leaf's planned end is its `end`, even before its planned start (its
    length is then 0).
 2. Rule 3: "the outermost session that it opens" is the outermost one *that has a start*.
 3. Rule 3: a first leaf without a start takes the first given start found after it as its own given
    start: it means *not before* too (rule 6).
 4. Rule 3: an empty running order is no fault. What leaves the printed leaves without any start is
    refused as a plan without a start is.
 5. Rule 4: a leaf that is elastic now ends at its `end` (an edited `end` is announced anew); any
    other keeps its printed length, even if an edit of its `start` announced it anew.
 6. Rule 4: the first `go` prints before it moves anything. `reprint` before printing is refused; it
    leaves alone what is or was on air, printed or not.
 7. Rule 5: the content of a session is the span of its planned times; a leaf without planned times
    is passed over.
 8. Rule 7: `cuttable: false` wins over `minimum`. The printed length of an elastic leaf is what it
    was when printed, unless its own `start` or `end` was edited since (then it is announced anew).
    An unprinted elastic leaf is as long as from its actual or expected start to its end.
 9. Rule 10: "refused for elastic and held leaves" is said of `restart` only (rules 8 and 9 let both
    be stretched). `stretch to` of a held leaf: it would end then if resumed now.
10. Rule 18: an announced time already past is accepted and has no effect; an announced end belongs
    to the airing (and goes when its `go` is recalled), an announced start to the slot.
11. Rules 17 and 19: once finished, nothing is to come, next or expected.
12. Rule 30: `from: null` means that the sender saw nothing on air.
13. Rule 31: "its place" is after its former neighbour, else before the one that followed, else at
    its number; if its session is gone it stays where it is. A start given to it since stays.
14. Rule 32: the leaf to begin by itself is forgotten as soon as a command leaves another one next.
    The two seconds run from the stamped instant of the latest automatic start that stands.
15. Rule 34: nothing at all, not even a skipped slot, may be inserted, moved or swapped before the
    position. Leaves that a `restore`, undo or redo would put there, not skipped, come next, one by
    one, their own start dropped as by `go` and `move`.
16. Rule 35: a command that leaves the plan as it was is no undo step. What `go` moved is moved in
    every remembered plan too.
17. Rule 33: a negative `ago` is refused.
18. `due`: not before the planned start (an early day makes nothing due); an announced start
    overtaken still makes it due. Where nothing at all constrains the next leaf it is not.
19. `clear` with no message, `blackout` and `incident` as they are already: accepted.
"""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast
from zoneinfo import ZoneInfo

Slot = dict[str, Any]
Plan = dict[str, Any]
Times = tuple[datetime, datetime]
P = ParamSpec("P")
R = TypeVar("R")

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
    *("catch_up_step", "may_start_early"),
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
    order = [slot["id"] for slot, _ in nodes(plan["slots"])]
    if order.index(slot_id) > order.index(position):
        return False
    return slot_id != position and slot_id not in [s["id"] for s in found(plan, position)[1]]


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
    """Rule 3: its own start, else that of the outermost session that it opens."""
    if leaf.get("start") is not None:
        return leaf, instant_of(plan, leaf["start"])
    _, above = found(plan, leaf["id"])
    for session in above:  # the outermost first
        inside = [each["id"] for each in leaves_in(session) if each["id"] in counted]
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


def check(plan: Plan) -> None:
    """Refuses what is no valid plan."""
    ids = [slot["id"] for slot, _ in nodes(plan["slots"])]
    if len(set(ids)) != len(ids) or not all(isinstance(i, str) and i and i != "day" for i in ids):
        raise No("ids must be unique")
    for key in ("changeover", "catch_up_step"):
        if plan.get(key) is not None and length_of(plan[key]) < ZERO:
            raise No(f"{key} is negative")
    for share in (plan.get("minimums") or {}).values():
        if not 0 <= share <= 1:
            raise No("a share is between 0 and 1")
    for slot, _ in nodes(plan["slots"]):
        check_slot(plan, slot)
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
    both = [slot[key] for key in ("duration", "end") if slot.get(key) is not None]
    if len(both) > 1 or (is_leaf(slot) and not both):
        raise No("exactly one of duration and end")  # rule 2


DEFAULTS = {"cuttable": True, "advance": "manual", "skip": False}
DEFAULTS_OF_DAY = {"changeover": "0m", "may_start_early": False, "minimums": {}}


def plain(slot: Slot) -> Slot:
    """A slot or plan without what says nothing."""
    defaults = DEFAULTS_OF_DAY if "date" in slot else DEFAULTS
    short = {key: value for key, value in slot.items() if value not in (None, defaults.get(key))}
    return short | ({"slots": [plain(each) for each in slot["slots"]]} if "slots" in slot else {})


# --- The day as it happened -----------------------------------------------------------------------


@dataclass
class Airing:
    """One leaf's time on air."""

    slot: str
    started: datetime
    automatic: datetime | None = None  # the instant it was stamped with when it began by itself
    ended: datetime | None = None
    stretch: timedelta = ZERO
    held: timedelta = ZERO
    lost: timedelta = ZERO
    held_since: datetime | None = None
    questions_open: bool = False
    announced_end: datetime | None = None


@dataclass
class Log:
    """What `recall` takes back as one."""

    airings: list[Airing] = field(default_factory=list)
    finished: bool = False
    pending: str | None = None  # rule 32: will begin by itself, if it is still next

    def copied(self) -> Log:
        """A log that can be worked on while this one stays."""
        return replace(self, airings=[replace(airing) for airing in self.airings])


@dataclass
class Act:
    """A `go`, `end` or `finish` that stands: the log before it, and what else it did."""

    former: Log
    moved: bool = False
    printed: bool = False


@dataclass
class Print:
    """What was printed of a slot."""

    length: timedelta
    start: datetime | None
    end: datetime | None
    said: tuple[Any, Any] = (None, None)  # its own `start` and `end` as they were written


def edited(leaf: Slot, kept: Print) -> bool:
    """Rule 4: whether an edit of an elastic leaf's own `start` or `end` announced it anew.

    A start that `go` or `move` dropped was not edited.
    """
    start, end = leaf.get("start"), leaf.get("end")
    return end is not None and (start not in (None, kept.said[0]) or end != kept.said[1])


@dataclass
class Message:
    """What was said."""

    text: str
    to: str
    until: datetime | None
    flash: bool


def within_a_board(method: Callable[P, R]) -> Callable[P, R]:
    """Works a thing out once while one board is drawn (the day does not change meanwhile)."""

    def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
        memo = cast(Day, args[0]).memo
        if memo is None:
            return method(*args, **kwargs)
        if method.__name__ not in memo:
            memo[method.__name__] = method(*args, **kwargs)
        return cast(R, memo[method.__name__])

    return remembered


@dataclass
class Day:
    """Everything known; plans and former logs in it are never changed, only replaced."""

    plan: Plan
    log: Log = field(default_factory=Log)
    acts: list[Act] = field(default_factory=list)
    printed: dict[str, Print] | None = None  # leaves and sessions
    undo: list[Plan] = field(default_factory=list)
    redo: list[Plan] = field(default_factory=list)
    announced_starts: dict[str, datetime] = field(default_factory=dict)
    still: bool = False  # rule 31: nothing ends or starts by itself until the next go
    last: datetime | None = None  # the instant of the last accepted command
    rev: int = 0
    message: Message | None = None
    blackout: bool = False
    incident: bool = False
    memo: dict[str, Any] | None = None  # while a board is drawn, what is asked for again and again

    def copied(self) -> Day:
        """A day that can be worked on while this one stays."""
        return replace(
            self,
            log=self.log.copied(),
            acts=list(self.acts),
            undo=list(self.undo),
            redo=list(self.redo),
            announced_starts=dict(self.announced_starts),
        )

    # --- words of §1 ---

    def on_air(self) -> Airing | None:
        """The airing that has not ended."""
        airings = self.log.airings
        return airings[-1] if airings and airings[-1].ended is None else None

    def position(self) -> str | None:
        """The leaf on air, else the last one aired."""
        return self.log.airings[-1].slot if self.log.airings else None

    def aired(self) -> list[str]:
        """What is or was on air."""
        return [airing.slot for airing in self.log.airings]

    @within_a_board
    def to_come(self) -> list[Slot]:
        """After the position, never aired, not skipped; nothing once the day is finished."""
        if self.log.finished:
            return []
        position, aired = self.position(), self.aired()
        return [
            leaf
            for leaf in running_order(self.plan)
            if leaf["id"] not in aired
            and (position is None or not is_before(self.plan, leaf["id"], position))
        ]

    def next(self) -> Slot | None:
        """The first to come."""
        coming = self.to_come()
        return coming[0] if coming else None

    def leaf(self, slot_id: Any) -> Slot:
        """The leaf of that id."""
        slot, _ = found(self.plan, slot_id)
        if not is_leaf(slot):
            raise No("only leaves go on air")
        return slot

    # --- §2 planned times ---

    def is_printed(self, leaf: Slot) -> bool:
        """Whether a leaf is on the paper."""
        return self.printed is not None and leaf["id"] in self.printed

    @within_a_board
    def planned(self) -> dict[str, Times]:
        """Rules 3 and 4: the planned times of the leaves that have any."""
        if self.printed is None:
            return walk(self.plan, running_order(self.plan), {})
        order = [leaf for leaf in leaves(self.plan) if self.is_printed(leaf)]
        lengths = {slot_id: kept.length for slot_id, kept in self.printed.items()}
        return walk(self.plan, order, lengths)

    def planned_of(self, slot: Slot) -> Times | None:
        """Rule 5: of a session too, from its first leaf's start to its last leaf's end."""
        planned = self.planned()
        if is_leaf(slot):
            return planned.get(slot["id"])
        inside = [
            planned[leaf["id"]]
            for leaf in leaves_in(slot)
            if leaf["id"] in planned and not is_skipped(self.plan, leaf["id"])
        ]
        return (inside[0][0], inside[-1][1]) if inside else None

    def length(self, leaf: Slot, begins: datetime) -> timedelta:
        """Rule 2: how long a leaf lasts; `begins` counts where it has no planned start."""
        if leaf.get("end") is None:
            return length_of(leaf["duration"])
        times = self.planned_of(leaf)
        start = begins if times is None else times[0]
        return max(ZERO, instant_of(self.plan, leaf["end"]) - start)

    def minimum(self, leaf: Slot, begins: datetime) -> timedelta:
        """Rule 7."""
        length = self.length(leaf, begins)
        if leaf.get("cuttable") is False:
            least = length
        elif leaf.get("minimum") is not None:
            least = length_of(leaf["minimum"])
        else:
            kept = (self.printed or {}).get(leaf["id"])
            whole = length if kept is None or edited(leaf, kept) else kept.length
            kind = leaf.get("kind") or "talk"
            share = Fraction(str((self.plan.get("minimums") or {}).get(kind, SHARES.get(kind, 1))))
            least = math.ceil(share * Fraction(whole / SECOND) / 60) * MINUTE
        least = max(least, ZERO)
        return min(least, length_of(leaf["duration"])) if leaf.get("end") is None else least

    def not_before(self, leaf: Slot) -> datetime | None:
        """Rule 6, and the parenthesis of rule 4: opened by its first leaf not skipped."""
        given = given_start(self.plan, leaf, running_order(self.plan))
        if given is None:
            return None
        slot, start = given
        early = slot.get("may_start_early")
        if early is None:
            early = self.plan.get("may_start_early")
        return None if early else start

    def gap(self, leaf: Slot) -> timedelta | None:
        """Rule 6: given start less previous planned end; negative is an overlap."""
        planned = self.planned()
        order = [each for each in leaves(self.plan) if each["id"] in planned]
        ids = [each["id"] for each in order]
        if leaf["id"] not in ids or ids.index(leaf["id"]) == 0:
            return None
        given = given_start(self.plan, leaf, order)
        return None if given is None else given[1] - planned[ids[ids.index(leaf["id"]) - 1]][1]

    def budget(self, session: Slot) -> timedelta | None:
        """Rule 5: content - budget."""
        times = self.planned_of(session)
        if times is None:
            return None
        if session.get("duration") is not None:
            return times[1] - times[0] - length_of(session["duration"])
        if session.get("end") is not None:
            return times[1] - instant_of(self.plan, session["end"])
        return None

    # --- §3 on air ---

    def ends(self, airing: Airing) -> datetime:
        """Rule 8."""
        leaf = self.leaf(airing.slot)
        if leaf.get("end") is None:
            return (
                airing.started
                + length_of(leaf["duration"])
                + airing.stretch
                + airing.held
                + airing.lost
            )
        least = self.minimum(leaf, airing.started)
        return max(instant_of(self.plan, leaf["end"]), airing.started + least) + airing.stretch

    def remaining(self, airing: Airing, now: datetime) -> timedelta:
        """Rule 9."""
        return self.ends(airing) - (airing.held_since or now)

    def warnings(self, leaf: Slot, begins: datetime) -> tuple[timedelta, timedelta]:
        """Rule 11: warning and danger."""
        times = self.planned_of(leaf)
        whole = self.length(leaf, begins) if times is None else max(ZERO, times[1] - times[0])
        seconds = Fraction(whole / SECOND)
        warning = min(max(seconds / 5, Fraction(60)), Fraction(300), seconds / 2)
        danger = min(max(seconds / 20, Fraction(30)), Fraction(120), seconds / 4)
        own = [leaf.get("warning"), leaf.get("danger")]
        bounds = [
            length_of(given)
            if given is not None
            else math.floor(default + Fraction(1, 2)) * SECOND  # half up
            for given, default in zip(own, [warning, danger], strict=True)
        ]
        return bounds[0], bounds[1]

    def phase(self, airing: Airing, now: datetime) -> str:
        """Rule 11."""
        leaf = self.leaf(airing.slot)
        remaining = self.remaining(airing, now)
        if remaining < ZERO:
            return "over"
        if leaf.get("questions") is not None and not airing.questions_open:
            remaining -= length_of(leaf["questions"])
        warning, danger = self.warnings(leaf, airing.started)
        if remaining <= danger:
            return "danger"
        return "warning" if remaining <= warning else "normal"

    # --- §4 expected times ---

    def changeover(self, leaf: Slot) -> timedelta:
        """Rule 15: its own, else the plan's, else 0."""
        for holder in (leaf, self.plan):
            if holder.get("changeover") is not None:
                return length_of(holder["changeover"])
        return ZERO

    def earliest(
        self, leaf: Slot, before: Slot | None, e: datetime | None, now: datetime
    ) -> list[datetime]:
        """Rule 15 without its `now` term."""
        terms = []
        if e is not None and before is not None:
            terms.append(e + self.changeover(before))
        not_before = self.not_before(leaf)
        if not_before is not None:
            terms.append(not_before)
        announced = self.announced_starts.get(leaf["id"])
        if announced is not None and announced > now:
            terms.append(announced)
        return terms

    def last_end(self, now: datetime) -> tuple[Slot | None, datetime | None]:
        """The leaf at the position and its expected or actual end."""
        if not self.log.airings:
            return None, None
        last = self.log.airings[-1]
        leaf = self.leaf(last.slot)
        return leaf, last.ended if last.ended is not None else self.expected_end(last, now)

    def expected_end(self, airing: Airing, now: datetime) -> datetime:
        """Rule 14."""
        if airing.announced_end is not None and airing.announced_end > now:
            return airing.announced_end
        if airing.held_since is not None:
            return now + max(self.remaining(airing, now), ZERO)
        return max(now, self.ends(airing))

    @within_a_board
    def expected(self, now: datetime) -> dict[str, Times]:
        """Rules 14 and 15; of what was aired, the actual times."""
        times: dict[str, Times] = {}
        for airing in self.log.airings:
            end = airing.ended if airing.ended is not None else self.expected_end(airing, now)
            times[airing.slot] = (airing.started, end)
        before, e = self.last_end(now)
        for leaf in self.to_come():
            start = max([now, *self.earliest(leaf, before, e, now)])
            if leaf.get("end") is None:
                e = start + length_of(leaf["duration"])
            else:
                e = max(instant_of(self.plan, leaf["end"]), start + self.minimum(leaf, start))
            times[leaf["id"]] = (start, e)
            before = leaf
        return times

    def expected_day(self, now: datetime) -> datetime | None:
        """Rule 17."""
        ends = [end for _, end in self.expected(now).values()]
        return max(ends) if ends else None

    def planned_day(self) -> datetime | None:
        """Rule 20: of the last printed leaf; before printing, of the last leaf."""
        planned = self.planned()
        return list(planned.values())[-1][1] if planned else None

    def day_drift(self, now: datetime) -> timedelta:
        """Rule 20."""
        expected, planned = self.expected_day(now), self.planned_day()
        return ZERO if expected is None or planned is None else expected - planned

    def drift(self, now: datetime) -> timedelta:
        """Rule 19."""
        airing, coming, planned = self.on_air(), self.to_come(), self.planned()
        expected = self.expected(now)
        if airing is not None and airing.slot in planned:
            return expected[airing.slot][1] - planned[airing.slot][1]
        if airing is None and not coming:
            return self.day_drift(now)
        if not self.log.airings:
            first = coming[0]["id"]
            return max(ZERO, expected[first][0] - planned[first][0])
        for leaf in coming:
            if leaf["id"] in planned:
                return expected[leaf["id"]][0] - planned[leaf["id"]][0]
        return ZERO

    def due(self, now: datetime) -> bool:
        """Whether the time of the next has come and nobody has taken it."""
        following = self.next()
        if following is None or self.on_air() is not None or self.log.finished:
            return False
        before, e = self.last_end(now)
        terms = self.earliest(following, before, e, now)
        announced = self.announced_starts.get(following["id"])
        terms += [announced] if announced is not None else []
        planned = self.planned_of(following)
        terms += [planned[0]] if planned is not None else []
        return bool(terms) and max(terms) <= now

    def state(self) -> str:
        """Contract §3."""
        if self.log.finished:
            return "after"
        if self.on_air() is not None:
            return "on_air"
        if not self.log.airings:
            return "before"
        return "between" if self.to_come() else "after"

    # --- acts ---

    def stand(self, *, moved: bool = False, printed: bool = False) -> None:
        """Remembers the log as it is, for `recall`."""
        self.acts.append(Act(self.log.copied(), moved, printed))

    def automatic(self, now: datetime) -> None:
        """Rule 32: what has ended and begun by itself up to now."""
        while self.one_automatic(now):
            self.rev += 1

    def one_automatic(self, now: datetime) -> bool:
        """One automatic act, if there is one."""
        if self.log.finished or self.still or self.last is None:
            return False
        airing, following = self.on_air(), self.next()
        if following is None:
            return False
        if airing is not None:
            leaf = self.leaf(airing.slot)
            if leaf.get("advance") != "auto" or airing.held_since is not None:
                return False
            ends = max(self.ends(airing), self.last)
            if ends > now:
                return False
            self.stand()
            airing.ended = ends
            begins = max([ends, *self.earliest(following, leaf, ends, ends)])
            if begins == ends:
                self.log.airings.append(Airing(following["id"], begins, automatic=begins))
            else:
                self.log.pending = following["id"]
            return True
        if self.log.pending != following["id"]:
            return False
        before, e = self.last_end(now)
        begins = max([self.last, *self.earliest(following, before, e, self.last)])
        if e is not None:
            begins = max(begins, e)
        if begins > now:
            return False
        self.stand()
        self.log.pending = None
        self.log.airings.append(Airing(following["id"], begins, automatic=begins))
        return True

    def print(self) -> None:
        """Rule 4, and `reprint`: prints anew what is not yet aired."""
        former, aired = self.printed or {}, self.aired()
        kept = {slot_id: each for slot_id, each in former.items() if slot_id in aired}
        order = [
            leaf
            for leaf in leaves(self.plan)
            if leaf["id"] in kept
            or (leaf["id"] not in aired and not is_skipped(self.plan, leaf["id"]))
        ]
        times = walk(self.plan, order, {slot_id: each.length for slot_id, each in kept.items()})
        fresh: dict[str, Print] = {}
        for leaf in order:
            start, end = times[leaf["id"]]
            length = (
                max(ZERO, end - start)
                if leaf.get("end") is not None
                else length_of(leaf["duration"])
            )
            fresh[leaf["id"]] = kept.get(
                leaf["id"], Print(length, start, end, (leaf.get("start"), leaf.get("end")))
            )
        for slot, _ in nodes(self.plan["slots"]):
            inside = [
                fresh[leaf["id"]]
                for leaf in leaves_in(slot)
                if leaf["id"] in fresh and not is_skipped(self.plan, leaf["id"])
            ]
            if not is_leaf(slot) and inside:
                fresh[slot["id"]] = Print(ZERO, inside[0].start, inside[-1].end)
        self.printed = fresh

    # --- what `go` moves, in every remembered plan (rules 30, 31, 35) ---

    def in_every_plan(self, change: Callable[[Plan], None]) -> None:
        """Changes a copy of the present plan and of all that undo and redo remember."""

        def changed(plan: Plan) -> Plan:
            other = copy.deepcopy(plan)
            change(other)
            return other

        self.plan = changed(self.plan)
        self.undo = [changed(plan) for plan in self.undo]
        self.redo = [changed(plan) for plan in self.redo]

    def move_to_position(self, slot_id: str) -> None:
        """Rule 30."""
        position, following = self.position(), self.next()
        anchor = position if position is not None else following["id"] if following else None

        def change(plan: Plan) -> None:
            if not has(plan, slot_id) or not has(plan, anchor):
                plan.setdefault("taken", []).append(None)
                return
            slot, above = found(plan, slot_id)
            old = siblings(plan, slot_id)
            at = index_in(old, slot_id)
            neighbours = [each["id"] for each in old[max(at - 1, 0) : at + 2] if each is not slot]
            beside = (neighbours[0] if at else None, neighbours[-1] if at + 1 < len(old) else None)
            parent = above[-1]["id"] if above else None
            plan.setdefault("taken", []).append((slot_id, parent, beside, at, slot.get("start")))
            old.remove(slot)
            slot["start"] = None
            new = siblings(plan, anchor)
            new.insert(index_in(new, anchor) + (1 if position is not None else 0), slot)

        self.in_every_plan(change)

    def move_back(self) -> None:
        """Rule 31: it returns to its place and start."""

        def change(plan: Plan) -> None:
            place = plan["taken"].pop() if plan.get("taken") else None
            if place is None:
                return
            slot_id, parent, (former, following), at, start = place
            if not has(plan, slot_id):
                return
            slot, _ = found(plan, slot_id)
            if slot.get("start") is None:
                slot["start"] = start
            if parent is not None and not has(plan, parent):
                return
            siblings(plan, slot_id).remove(slot)
            home = plan["slots"] if parent is None else found(plan, parent)[0]["slots"]
            here = [each["id"] for each in home]
            if former in here:
                at = here.index(former) + 1
            elif following in here:
                at = here.index(following)
            home.insert(at, slot)

        self.in_every_plan(change)

    # --- the plan's changes ---

    def put(self, plan: Plan) -> None:
        """Takes a changed plan, as one undo step if it is another."""
        if plain(plan) == plain(self.plan):
            return
        self.undo.append(self.plan)
        self.redo = []
        self.plan = plan

    def not_aired(self, slot: Slot) -> None:
        """Rule 34: refuses a slot that is or holds what is on air or aired."""
        if any(leaf["id"] in self.aired() for leaf in leaves_in(slot)):
            raise No("it is on air or was")

    def not_before_position(self, plan: Plan, slot_id: str) -> None:
        """Rule 34: nothing can be put before the position."""
        position = self.position()
        if position is not None and is_before(plan, slot_id, position):
            raise No("nothing can be put before what is on air")

    def come_next(self, plan: Plan) -> None:
        """Rule 34: leaves restored from before the position come next, their own start dropped."""
        position = self.position()
        if position is None:
            return
        strays = [
            leaf
            for leaf in running_order(plan)
            if leaf["id"] not in self.aired() and is_before(plan, leaf["id"], position)
        ]
        for leaf in reversed(strays):
            siblings(plan, leaf["id"]).remove(leaf)
            leaf["start"] = None
            new = siblings(plan, position)
            new.insert(index_in(new, position) + 1, leaf)

    def sound(self) -> None:
        """What must hold after every command."""
        check(self.plan)
        self.planned()  # rule 3: what is printed needs a start too
        following = self.next()
        if following is None or following["id"] != self.log.pending:
            self.log.pending = None  # rule 32: as long as it is still next
        airing = self.on_air()
        held = airing is not None and airing.held_since is not None
        if airing is not None and held and self.leaf(airing.slot).get("end") is not None:
            raise No("a held leaf cannot be elastic")  # rule 9

    def fits_the_log(self, new: Plan) -> None:
        """Rule 34 for undo and redo: whether the log can live with that plan."""
        aired = self.aired()
        for slot_id in aired:
            if not has(new, slot_id) or is_skipped(new, slot_id):
                raise No("it is on air or was")
            now_above = [session["id"] for session in found(self.plan, slot_id)[1]]
            new_above = [session["id"] for session in found(new, slot_id)[1]]
            if now_above != new_above:
                raise No("it is on air or was")
        for leaf in leaves(self.plan):
            if self.is_printed(leaf) and not has(new, leaf["id"]):
                raise No("a printed leaf cannot be removed")
        order = [leaf["id"] for leaf in leaves(new) if leaf["id"] in aired]
        if order != [leaf["id"] for leaf in leaves(self.plan) if leaf["id"] in aired]:
            raise No("it is on air or was")


# --- Commands -------------------------------------------------------------------------------------


class Reading:
    """A day read naively: `do` commands at instants, read the `board` at any instant."""

    def __init__(self, schedule: Plan) -> None:
        plan = copy.deepcopy(schedule)
        for slot, _ in nodes(plan["slots"]):
            if "id" not in slot:
                raise No("this reading gives no ids")
        check(plan)
        self.day = Day(plan)

    def do(self, command: dict[str, Any], at: datetime) -> dict[str, Any]:
        """Does a command, or refuses it and changes nothing."""
        trial, now = self.seen(at)
        try:
            if command.get("if_rev") is not None and command["if_rev"] != trial.rev:
                raise No("the show has moved on")
            if trial.log.finished and command["do"] not in ("recall", "note"):
                raise No("the show is finished")  # rule 35
            hand = HANDS.get(command["do"])
            if hand is None:
                raise No("no such command")
            hand(trial, command, now)
            trial.sound()
        except No as why:
            return {"ok": False, "why": str(why)}
        trial.rev += 1
        trial.last = now
        self.day = trial
        return {"ok": True, "rev": trial.rev}

    def seen(self, at: datetime) -> tuple[Day, datetime]:
        """A copy of the day with what has happened by itself, and the instant that counts."""
        day, now = self.day.copied(), at.astimezone(UTC)
        if day.last is not None:
            now = max(now, day.last)  # `now` never decreases
        day.automatic(now)  # rule 32: before every command and board
        return day, now

    def board(self, at: datetime) -> dict[str, Any]:
        """The board at an instant; looking changes nothing."""
        day, now = self.seen(at)
        day.memo = {}
        return board_of(day, now)


def do_go(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 30."""
    airing = day.on_air()
    if "from" in command and command["from"] != (airing.slot if airing else None):
        raise No("the sender saw something else on air")
    coming = day.to_come()
    if not coming:
        raise No("nothing is to come")
    if command.get("slot") is None:
        begun = [each.automatic for each in day.log.airings if each.automatic is not None]
        if begun and now - begun[-1] < timedelta(seconds=2):
            raise No("the next one has just begun by itself")  # rule 32
        target = coming[0]
    else:
        target = day.leaf(command["slot"])
        if target["id"] not in [leaf["id"] for leaf in coming]:
            raise No("aired or skipped")
    first = day.printed is None
    moved = target["id"] != coming[0]["id"]
    day.stand(moved=moved, printed=first)
    if first:
        day.print()
    if moved:
        day.move_to_position(target["id"])
    if airing is not None:
        airing.ended = now
    day.log.airings.append(Airing(target["id"], now))
    day.log.pending = None
    day.still = False


def do_end(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 30."""
    airing = day.on_air()
    if airing is None:
        raise No("nothing is on air")
    day.stand()
    airing.ended = now


def do_recall(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 31."""
    if not day.acts:
        raise No("nothing to take back")
    act = day.acts.pop()
    day.log = act.former.copied()
    if act.moved:
        day.move_back()
    if act.printed:
        day.printed = None
    day.still = True


def airing_of(day: Day) -> Airing:
    """What is on air, or No."""
    airing = day.on_air()
    if airing is None:
        raise No("nothing is on air")
    return airing


def do_hold(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 9."""
    airing = airing_of(day)
    if airing.held_since is not None or day.leaf(airing.slot).get("end") is not None:
        raise No("it is held already, or elastic")
    airing.held_since = now


def do_resume(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 9: resuming adds the hold's length to `held`."""
    airing = airing_of(day)
    if airing.held_since is None:
        raise No("it is not held")
    airing.held += now - airing.held_since
    airing.held_since = None


def do_restart(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 10."""
    airing = airing_of(day)
    if airing.held_since is not None or day.leaf(airing.slot).get("end") is not None:
        raise No("it is held, or elastic")
    airing.lost = now - airing.started - airing.held


def do_questions(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 36."""
    airing = airing_of(day)
    if day.leaf(airing.slot).get("questions") is None or airing.questions_open:
        raise No("it has no questions to open")
    airing.questions_open = True


def do_stretch(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 10."""
    airing = airing_of(day)
    by, to = command.get("by"), command.get("to")
    if (by is None) == (to is None):
        raise No("either by or to")
    if by is not None:
        airing.stretch += length_of(by)
    else:
        airing.stretch += instant_of(day.plan, to) - (now + day.remaining(airing, now))


def ago_of(command: dict[str, Any]) -> timedelta:
    """A length back from now."""
    ago = length_of(command.get("ago"))
    if ago < ZERO:
        raise No("not in the future")
    return ago


def do_began(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 33."""
    airing = airing_of(day)
    start = now - ago_of(command)
    if airing.held_since is not None or any((airing.held, airing.lost, airing.stretch)):
        raise No("its clock was touched")
    if len(day.log.airings) > 1:
        former = day.log.airings[-2]
        if former.ended is None or start < former.started:
            raise No("before the previous one's start")
        former.ended = start if former.ended == airing.started else min(former.ended, start)
    airing.started = start


def do_ended(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 33."""
    if not day.log.airings:
        raise No("nothing was on air")
    end = now - ago_of(command)
    if end < day.log.airings[-1].started:
        raise No("before its start")
    if day.on_air() is not None:
        day.stand()
    day.log.airings[-1].ended = end


def do_expect(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 18."""
    leaf = day.leaf(command.get("slot"))
    if ("start" in command) == ("end" in command):
        raise No("either start or end")
    if "start" in command:
        if leaf["id"] not in [each["id"] for each in day.to_come()]:
            raise No("a start is for a leaf to come")
        day.announced_starts.pop(leaf["id"], None)
        if command["start"] is not None:
            day.announced_starts[leaf["id"]] = instant_of(day.plan, command["start"])
        return
    airing = day.on_air()
    if airing is None or airing.slot != leaf["id"]:
        raise No("an end is for the leaf on air")
    end = command["end"]
    airing.announced_end = None if end is None else instant_of(day.plan, end)


def do_edit(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34."""
    plan = copy.deepcopy(day.plan)
    fields = command.get("set")
    if not isinstance(fields, dict):
        raise No("set what?")
    whole = command.get("slot") is None
    target = plan if whole else found(plan, command["slot"])[0]
    for name in fields:
        if name not in (PLAN_FIELDS if whole else SLOT_FIELDS):
            raise No(f"{name} cannot be set")
    for one, other in (("duration", "end"), ("end", "duration")):
        if fields.get(one) is not None and other not in fields and not whole:
            target.pop(other, None)  # setting `duration` clears `end` and the reverse
    for name, value in fields.items():
        target.pop(name, None)
        if value is not None:
            target[name] = copy.deepcopy(value)
    day.put(plan)


def place(plan: Plan, slot: Slot, command: dict[str, Any]) -> None:
    """Puts a slot `after`, `before` or `into`."""
    where = [key for key in ("after", "before", "into") if key in command]
    if len(where) != 1:
        raise No("one of after, before, into")
    anchor = command[where[0]]
    if where[0] == "into":
        home = plan if anchor is None else found(plan, anchor)[0]
        if "slots" not in home:
            raise No("only a session holds slots")
        home["slots"].append(slot)
        return
    home_slots = siblings(plan, anchor)
    home_slots.insert(index_in(home_slots, anchor) + (where[0] == "after"), slot)


def do_insert(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34: not before the position."""
    plan = copy.deepcopy(day.plan)
    slot = copy.deepcopy(command["slot"])
    place(plan, slot, command)
    check(plan)
    day.not_before_position(plan, slot["id"])
    day.put(plan)


def do_move(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34, and contract §2: its own start is dropped unless `keep_start`."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    day.not_aired(slot)
    for key in ("after", "before", "into"):
        if command.get(key) in [each["id"] for each, _ in nodes([slot])]:
            raise No("not beside or into itself")
    siblings(plan, slot["id"]).remove(slot)
    if not command.get("keep_start"):
        slot.pop("start", None)
    place(plan, slot, command)
    day.not_before_position(plan, slot["id"])
    day.put(plan)


def do_remove(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34: neither aired nor printed."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    day.not_aired(slot)
    if any(day.is_printed(leaf) for leaf in leaves_in(slot)):
        raise No("it is printed: skip it")
    siblings(plan, slot["id"]).remove(slot)
    day.put(plan)


def do_skip(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rules 30 and 34."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    day.not_aired(slot)
    if is_skipped(plan, slot["id"]):
        return
    slot["skip"] = True
    day.put(plan)


def do_restore(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rules 30 and 34."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    if not slot.get("skip"):
        raise No("it is not skipped")
    slot.pop("skip")
    day.come_next(plan)
    day.put(plan)


def do_swap(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2: start, promise, advance and cue stay with the place."""
    plan = copy.deepcopy(day.plan)
    (a, _), (b, _) = found(plan, command.get("a")), found(plan, command.get("b"))
    for one, other in ((a, b), (b, a)):
        day.not_aired(one)
        if other["id"] in [each["id"] for each, _ in nodes([one])]:
            raise No("one holds the other")
    here, there = siblings(plan, a["id"]), siblings(plan, b["id"])
    i, j = index_in(here, a["id"]), index_in(there, b["id"])
    here[i], there[j] = b, a
    for name in ("start", "promise", "advance", "cue"):
        values = a.pop(name, None), b.pop(name, None)
        for slot, value in zip((b, a), values, strict=True):
            if value is not None:
                slot[name] = value
    day.not_before_position(plan, a["id"])
    day.not_before_position(plan, b["id"])
    day.put(plan)


def step(day: Day, source: list[Plan], other: list[Plan]) -> None:
    """Rule 35: undo or redo."""
    if not source:
        raise No("nothing to undo or redo")
    new = copy.deepcopy(source.pop())
    day.fits_the_log(new)
    day.come_next(new)
    other.append(day.plan)
    day.plan = new


def do_undo(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 35."""
    step(day, day.undo, day.redo)


def do_redo(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 35."""
    step(day, day.redo, day.undo)


def do_reprint(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 4."""
    if day.printed is None:
        raise No("nothing is printed yet")
    day.print()


def do_finish(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 35."""
    day.stand()
    airing = day.on_air()
    if airing is not None:
        airing.ended = now
    day.log.pending = None
    day.log.finished = True


def do_note(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2: stamped into the log."""
    if not isinstance(command.get("text"), str):
        raise No("note what?")
    if command.get("slot") is not None:
        found(day.plan, command["slot"])


def do_say(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Contract §2."""
    if not isinstance(command.get("text"), str):
        raise No("say what?")
    until = now + length_of(command["for"]) if command.get("for") is not None else None
    flash = bool(command.get("flash"))
    day.message = Message(command["text"], command.get("to") or "stage", until, flash)


def do_clear(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Contract §2."""
    day.message = None


def do_blackout(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2."""
    if not isinstance(command.get("on"), bool):
        raise No("on or off?")
    day.blackout = command["on"]


def do_incident(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2."""
    if not isinstance(command.get("on"), bool):
        raise No("on or off?")
    day.incident = command["on"]


HANDS: dict[str, Callable[[Day, dict[str, Any], datetime], None]] = {
    "go": do_go,
    "end": do_end,
    "recall": do_recall,
    "hold": do_hold,
    "resume": do_resume,
    "restart": do_restart,
    "questions": do_questions,
    "stretch": do_stretch,
    "began": do_began,
    "ended": do_ended,
    "expect": do_expect,
    "edit": do_edit,
    "insert": do_insert,
    "move": do_move,
    "remove": do_remove,
    "skip": do_skip,
    "restore": do_restore,
    "swap": do_swap,
    "undo": do_undo,
    "redo": do_redo,
    "reprint": do_reprint,
    "finish": do_finish,
    "note": do_note,
    "say": do_say,
    "clear": do_clear,
    "blackout": do_blackout,
    "incident": do_incident,
}


# --- The board ------------------------------------------------------------------------------------


def seconds(length: timedelta | None) -> float | None:
    """A length as contract §3 writes it."""
    return None if length is None else length.total_seconds()


def board_of(day: Day, now: datetime) -> dict[str, Any]:
    """Contract §3: only the keys in scope, instants as aware datetimes."""
    drift = day.drift(now)
    following, planned, expected = day.next(), day.planned(), day.expected(now)
    message = day.message
    if message is not None and message.until is not None and message.until <= now:
        message = None
    return {
        "now": now,
        "rev": day.rev,
        "state": day.state(),
        "on_air": board_on_air(day, now),
        "next": None
        if following is None
        else {
            "slot": following["id"],
            "planned_start": planned[following["id"]][0] if following["id"] in planned else None,
            "expected_start": expected[following["id"]][0],
        },
        "drift": seconds(drift),
        "drift_word": "on_time"
        if abs(drift) < timedelta(seconds=30)
        else "late"
        if drift > ZERO
        else "early",
        "day_drift": seconds(day.day_drift(now)),
        "planned_end": day.planned_day(),
        "expected_end": day.expected_day(now),
        "slots": [board_row(day, slot, above, now) for slot, above in nodes(day.plan["slots"])],
        "message": None
        if message is None
        else {
            "text": message.text,
            "to": message.to,
            "until": message.until,
            "flash": message.flash,
        },
        "blackout": day.blackout,
        "incident": day.incident,
        "undo": bool(day.undo),
        "redo": bool(day.redo),
        "recall": bool(day.acts),
    }


def board_on_air(day: Day, now: datetime) -> dict[str, Any] | None:
    """The leaf on air."""
    airing = day.on_air()
    if airing is None:
        return None
    leaf = day.leaf(airing.slot)
    warning, danger = day.warnings(leaf, airing.started)
    times = day.planned_of(leaf)
    return {
        "slot": leaf["id"],
        "started": airing.started,
        "ends": None if airing.held_since is not None else day.ends(airing),
        "remaining": seconds(day.remaining(airing, now)),
        "length": seconds(
            length_of(leaf["duration"]) + airing.stretch
            if leaf.get("end") is None
            else day.ends(airing) - airing.started
        ),
        "stretch": seconds(airing.stretch),
        "held": seconds(airing.held),
        "lost": seconds(airing.lost),
        "holding": airing.held_since is not None,
        "held_since": airing.held_since,
        "phase": day.phase(airing, now),
        "warning": seconds(warning),
        "danger": seconds(danger),
        "questions": seconds(length_of(leaf["questions"])) if leaf.get("questions") else None,
        "questions_open": airing.questions_open,
        "planned_start": times[0] if times else None,
        "planned_end": times[1] if times else None,
        "expected_end": day.expected_end(airing, now),
    }


def board_row(day: Day, slot: Slot, above: tuple[Slot, ...], now: datetime) -> dict[str, Any]:
    """One slot of the board."""
    ids = [leaf["id"] for leaf in leaves_in(slot) if not is_skipped(day.plan, leaf["id"])]
    airings = [airing for airing in day.log.airings if airing.slot in ids]
    expected = [times for leaf_id, times in day.expected(now).items() if leaf_id in ids]
    planned = day.planned_of(slot)
    begins = expected[0][0] if expected else planned[0] if planned else None
    printed = (day.printed or {}).get(slot["id"])
    gap = day.gap(slot) if is_leaf(slot) else None
    status = status_of(day, slot)
    ended = [airing.ended for airing in airings if airing.ended is not None]
    return {
        "id": slot["id"],
        "level": len(above),
        "parent": above[-1]["id"] if above else None,
        "leaf": is_leaf(slot),
        "status": status,
        "duration": seconds(day.length(slot, begins)) if is_leaf(slot) and begins else None,
        "minimum": seconds(day.minimum(slot, begins)) if is_leaf(slot) and begins else None,
        "printed_start": printed.start if printed else None,
        "printed_end": printed.end if printed else None,
        "planned_start": planned[0] if planned else None,
        "planned_end": planned[1] if planned else None,
        "expected_start": min(start for start, _ in expected) if expected else None,
        "expected_end": max(end for _, end in expected) if expected else None,
        "announced": announced_of(day, slot, now),
        "started": min(airing.started for airing in airings) if airings else None,
        "ended": max(ended) if ended and status == "done" else None,
        "gap": seconds(gap) if gap is not None and gap > ZERO else None,
        "overlap": seconds(-gap) if gap is not None and gap < ZERO else None,
        "budget": seconds(day.budget(slot)) if not is_leaf(slot) else None,
        "due": status == "next" and is_leaf(slot) and day.due(now),
    }


def announced_of(day: Day, slot: Slot, now: datetime) -> datetime | None:
    """Rule 18: what is announced and not yet overtaken."""
    airing = day.on_air()
    if airing is not None and airing.slot == slot["id"]:
        announced = airing.announced_end
    elif slot["id"] in [leaf["id"] for leaf in day.to_come()]:
        announced = day.announced_starts.get(slot["id"])
    else:
        announced = None
    return announced if announced is not None and announced > now else None


def status_of(day: Day, slot: Slot) -> str:
    """skipped > on_air > next > done > to_come."""
    ids = [leaf["id"] for leaf in leaves_in(slot)]
    left = [each for each in ids if not is_skipped(day.plan, each)]
    airing, following = day.on_air(), day.next()
    if is_skipped(day.plan, slot["id"]) or (ids and not left):
        return "skipped"
    if airing is not None and airing.slot in ids:
        return "on_air"
    if following is not None and following["id"] in ids:
        return "next"
    return "done" if left and all(each in day.aired() for each in left) else "to_come"
