"""The second reading: promises and catching up (§§5-6), to the letter, naive and slow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from tests.reading.day import Day, Print
from tests.reading.plan import (
    ZERO,
    No,
    Plan,
    Slot,
    check,
    found,
    instant_of,
    is_leaf,
    is_skipped,
    leaves_in,
    length_of,
    nodes,
    text_of,
)

Promise = tuple[str, str]  # a slot's id or "day", and "start" or "end"

NAMES = ["share", "breaks", "few", "next", "last", "now", "skip"]  # rule 25's order


# --- §5 -------------------------------------------------------------------------------------------


def promised(plan: Plan) -> list[Promise]:
    """Rule 21: every promise of a plan, in document order, the day's last."""
    sides = {None: [], "start": ["start"], "end": ["end"], "both": ["start", "end"]}
    every = [
        (str(slot["id"]), side)
        for slot, _ in nodes(plan["slots"])
        for side in sides[slot.get("promise")]
    ]
    return every + ([("day", "end")] if plan.get("end_by") is not None else [])


def asked_for(day: Day, command: dict[str, Any]) -> Promise:
    """The promise that a command names, or No."""
    asked = command.get("promise")
    if not isinstance(asked, dict) or set(asked) != {"slot", "of"}:
        raise No("which promise?")
    promise = (asked["slot"], asked["of"])
    if promise not in promised(day.plan):
        raise No("there is no such promise")
    return promise


def leaf_promised(plan: Plan, promise: Promise) -> Slot | None:
    """Rule 21: the leaf whose time it is; of a session the first or last not skipped."""
    slot_id, of = promise
    if slot_id == "day":
        return None
    slot, _ = found(plan, slot_id)
    if is_leaf(slot):
        return slot
    counted = [leaf for leaf in leaves_in(slot) if not is_skipped(plan, leaf["id"])]
    return None if not counted else counted[0] if of == "start" else counted[-1]


def edited_since(slot: Slot, kept: Print | None) -> bool:
    """Rules 4 and 21: whether its own `start` or `end` was edited since it was printed."""
    if kept is None:
        return False
    said = kept.said
    start, end = slot.get("start"), slot.get("end")
    return bool((start is not None and start != said[0]) or end != said[1])


def due_of(day: Day, promise: Promise) -> datetime | None:
    """Rule 21: agreed, else `end_by`, else printed, else planned."""
    if promise in day.agreed:
        return day.agreed[promise]
    slot_id, of = promise
    if slot_id == "day":
        return instant_of(day.plan, day.plan["end_by"])
    slot = found(day.plan, slot_id)[0]
    leaf = leaf_promised(day.plan, promise) or slot  # all skipped: the paper's
    for above in reversed(found(day.plan, leaf["id"])[1]):  # printed as a leaf and split since
        leaf = above if day.is_printed(above) else leaf
    printed = day.printed or {}
    kept = printed.get(leaf["id"])
    edited = any(edited_since(each, printed.get(each["id"])) for each in (slot, leaf))
    if kept is not None and not edited:
        return kept.start if of == "start" else kept.end
    planned = day.planned().get(leaf["id"])
    return None if planned is None else planned[0 if of == "start" else 1]


def tolerance_of(day: Day, promise: Promise) -> timedelta:
    """Rule 21."""
    said = None if promise[0] == "day" else found(day.plan, promise[0])[0].get("tolerance")
    return ZERO if said is None else length_of(said)


def expected_of(day: Day, promise: Promise, now: datetime) -> datetime | None:
    """Rules 17, 21 and 22: expected, or actual once it is; of what is skipped nothing."""
    slot_id, of = promise
    if slot_id == "day":
        return day.expected_day(now)
    leaf = leaf_promised(day.plan, promise)
    if leaf is None or is_skipped(day.plan, slot_id):
        return None
    times = day.expected(now).get(leaf["id"])
    return None if times is None else times[0 if of == "start" else 1]


@dataclass
class Standing:
    """A promise as it stands (rule 22); `aim` is due + tolerance."""

    due: datetime | None
    aim: datetime | None
    expected: datetime | None

    @property
    def late(self) -> timedelta | None:
        """Rule 22."""
        if self.due is None or self.expected is None:
            return None
        return max(ZERO, self.expected - self.due)

    @property
    def kept(self) -> bool | None:
        """Rule 22."""
        return None if self.aim is None or self.expected is None else self.expected <= self.aim

    @property
    def deficit(self) -> timedelta:
        """Rule 24; nothing if it is not broken."""
        if self.aim is None or self.expected is None:
            return ZERO
        return max(ZERO, self.expected - self.aim)


def standing(day: Day, promise: Promise, now: datetime) -> Standing:
    """How a promise stands."""
    due = due_of(day, promise)
    aim = None if due is None else due + tolerance_of(day, promise)
    return Standing(due, aim, expected_of(day, promise, now))


# --- §6 -------------------------------------------------------------------------------------------


@dataclass
class Taken:
    """What a plan has taken so far: steps by leaf, what is left out, steps of what is on air."""

    steps: dict[str, int] = field(default_factory=dict)
    out: list[str] = field(default_factory=list)
    of_on_air: int = 0

    def one_more(self, payer: str) -> Taken:
        """The same with one step more."""
        return replace(self, steps={**self.steps, payer: self.steps.get(payer, 0) + 1})


def people(day: Day, slots: list[str]) -> int:
    """Rule 26: how many people to tell; a slot that names nobody has somebody all the same."""
    named, unnamed = set(), 0
    for slot_id in slots:
        speakers = found(day.plan, slot_id)[0].get("speakers") or []
        named |= {each if isinstance(each, str) else each["name"] for each in speakers}
        unnamed += not speakers
    return len(named) + unnamed


def step_of(plan: Plan) -> timedelta:
    """Rule 25."""
    return length_of(plan.get("catch_up_step") or "1m")


def before_the_promise(day: Day, promise: Promise) -> list[Slot]:
    """Rule 24: the leaves to come before the promised time (the promised leaf too, for an end)."""
    coming = day.to_come()
    if promise[0] == "day":
        return coming
    leaf = leaf_promised(day.plan, promise)
    ids = [each["id"] for each in coming]
    if leaf is None or leaf["id"] not in ids or is_skipped(day.plan, promise[0]):
        return []
    return coming[: ids.index(leaf["id"]) + (promise[1] == "end")]


def capacities(day: Day, promise: Promise, now: datetime) -> dict[str, int]:
    """Rule 24: the payers in running order, with what each can give, in steps."""
    found_capacities = {}
    for leaf in before_the_promise(day, promise):
        if leaf.get("end") is not None:
            continue
        spare = length_of(leaf["duration"]) - day.minimum(leaf, now)
        capacity = spare // step_of(day.plan)
        if capacity >= 1:
            found_capacities[leaf["id"]] = capacity
    return found_capacities


def with_taken(slots: list[Slot], taken: Taken, step: timedelta) -> list[Slot]:
    """Slots as they are once that is taken."""
    changed = []
    for slot in slots:
        new = dict(slot)
        if "slots" in slot:
            new["slots"] = with_taken(slot["slots"], taken, step)
        if taken.steps.get(slot["id"]):
            new["duration"] = text_of(length_of(slot["duration"]) - taken.steps[slot["id"]] * step)
        if slot["id"] in taken.out:
            new["skip"] = True
        changed.append(new)
    return changed


def after(day: Day, taken: Taken) -> Day:
    """The day once that is taken."""
    trial, step = day.copied(), step_of(day.plan)
    trial.memo = {}
    trial.plan = {**day.plan, "slots": with_taken(day.plan["slots"], taken, step)}
    airing = trial.on_air()
    if airing is not None:
        airing.stretch -= taken.of_on_air * step
    return trial


@dataclass
class Planner:
    """What the plans for one promise have in common."""

    day: Day
    now: datetime
    promise: Promise

    def __post_init__(self) -> None:
        self.aim = standing(self.day, self.promise, self.now).aim
        self.capacities = capacities(self.day, self.promise, self.now)
        self.order = list(self.capacities)
        self.seen: list[tuple[Taken, datetime | None]] = []  # the last two tried

    def comes(self, taken: Taken) -> datetime | None:
        """When the promised time comes, by rule 15."""
        for tried, came in self.seen:
            if tried == taken:
                return came
        comes = expected_of(after(self.day, taken), self.promise, self.now)
        self.seen = [(taken, comes), *self.seen[:1]]
        return comes

    def is_kept(self, taken: Taken) -> bool:
        """Whether the promise is then kept; one that cannot be broken is."""
        comes = self.comes(taken)
        return self.aim is None or comes is None or comes <= self.aim

    def helps(self, taken: Taken, more: Taken) -> bool:
        """Rule 24: whether the promised time comes earlier."""
        was, comes = self.comes(taken), self.comes(more)
        return was is not None and comes is not None and comes < was

    def is_valid(self, taken: Taken) -> bool:
        """Rule 34: whether what is left is a valid plan."""
        try:
            check(after(self.day, taken).plan)
        except No:
            return False
        return True

    def shared(self, payer: str, taken: Taken) -> Fraction:
        """Rule 25: (taken + ½) / capacity."""
        return (taken.steps.get(payer, 0) + Fraction(1, 2)) / self.capacities[payer]

    def is_break(self, payer: str) -> bool:
        """Whether it is a break."""
        return found(self.day.plan, payer)[0].get("kind") == "break"

    def in_order(self, name: str, taken: Taken) -> list[str]:
        """Rule 25: the payers in a plan's own order (sorting leaves the earlier first on a tie)."""
        match name:
            case "breaks":
                return sorted(
                    self.order, key=lambda p: (not self.is_break(p), self.shared(p, taken))
                )
            case "few":
                return sorted(self.order, key=lambda p: -self.capacities[p])
            case "next":
                return self.order
            case "last":
                return self.order[::-1]
            case _:
                return sorted(self.order, key=lambda p: self.shared(p, taken))

    def choices(self, name: str, taken: Taken) -> Iterator[Taken]:
        """One step more, from the first in the plan's order, the second, …"""
        airing = self.day.on_air()
        if name == "now" and airing is not None and airing.held_since is None:
            leaf = self.day.leaf(airing.slot)
            more = replace(taken, of_on_air=taken.of_on_air + 1)
            if leaf.get("end") is None:
                then = after(self.day, more).on_air()
                assert then is not None
                least = self.day.minimum(leaf, airing.started)
                stays = length_of(leaf["duration"]) + then.stretch >= least
                if stays and self.day.ends(then) >= self.now:
                    yield more
        for payer in self.in_order(name, taken):
            if payer not in taken.out and taken.steps.get(payer, 0) < self.capacities[payer]:
                yield taken.one_more(payer)

    def leave_out(self) -> Taken:
        """Rule 25, `skip`: what is left out, one at a time."""
        taken = Taken()
        promised_leaf = leaf_promised(self.day.plan, self.promise)
        left = [
            leaf["id"]
            for leaf in before_the_promise(self.day, self.promise)
            if leaf.get("optional") and leaf is not promised_leaf
        ]
        while not self.is_kept(taken):
            best: tuple[datetime, Taken] | None = None
            for leaf_id in left:
                more = replace(taken, out=[*taken.out, leaf_id])
                if leaf_id in taken.out or not self.is_valid(more):
                    continue
                comes = self.comes(more)
                if not self.helps(taken, more) or comes is None:
                    continue
                if best is None or comes <= best[0]:  # the later on a tie
                    best = comes, more
            if best is None:
                break
            taken = best[1]
        return taken

    def made(self, name: str) -> Taken:
        """Rule 25."""
        taken = self.leave_out() if name == "skip" else Taken()
        while not self.is_kept(taken):
            helping = (more for more in self.choices(name, taken) if self.helps(taken, more))
            further = next(helping, None)
            if further is None:
                break
            taken = further
        return taken

    def then(self, taken: Taken, promise: Promise) -> Standing:
        """How a promise would stand; before printing, against the hour that is due as it is now."""
        stands = standing(after(self.day, taken), promise, self.now)
        if self.day.printed is not None:
            return stands
        return replace(standing(self.day, promise, self.now), expected=stands.expected)

    def told(self, name: str, taken: Taken) -> dict[str, Any]:
        """Rule 26: a plan, complete."""
        step = step_of(self.day.plan)
        comes = self.comes(taken)
        short = ZERO if self.aim is None or comes is None else max(ZERO, comes - self.aim)
        order = [slot["id"] for slot, _ in nodes(self.day.plan["slots"])]
        cuts: list[dict[str, Any]] = [
            {"slot": payer, "by": (taken.steps[payer] * step).total_seconds()}
            for payer in order
            if taken.steps.get(payer)
        ]
        airing = self.day.on_air()
        touched = [*(cut["slot"] for cut in cuts), *taken.out]
        touched += [airing.slot] if airing is not None and taken.of_on_air else []
        return {
            "plan": name,
            "cuts": cuts,
            "skips": [each for each in order if each in taken.out],
            "stretch": -(taken.of_on_air * step).total_seconds(),
            "promises": {each: self.then(taken, each) for each in promised(self.day.plan)},
            "tell": people(self.day, touched),
            "short": short.total_seconds(),
        }


def plans(day: Day, now: datetime, promise: Promise) -> list[dict[str, Any]]:
    """Rule 26: the plans for a promise, those that come out the same once."""
    planner = Planner(day, now, promise)
    shown: dict[str, Taken] = {}
    for name in NAMES:
        taken = planner.made(name)
        if taken not in shown.values():
            shown[name] = taken
    return [planner.told(name, taken) for name, taken in shown.items()]


def last_call(day: Day, now: datetime, promise: Promise) -> tuple[datetime | None, bool]:
    """Rule 28: until when a broken promise can be kept, and whether it is lost."""
    planner = Planner(day, now, promise)
    if planner.is_kept(Taken()):
        return None, False
    for index in range(len(planner.order) - 1, -1, -1):
        those = planner.order[index:]
        whole = Taken({payer: planner.capacities[payer] for payer in those})
        if planner.is_kept(whole):
            return day.expected(now)[those[0]][0], False
    return None, True


# --- Commands -------------------------------------------------------------------------------------


def do_catch_up(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 29: one command, one undo step."""
    promise, name = asked_for(day, command), command.get("plan")
    if name not in NAMES:
        raise No("no such plan")
    taken = Planner(day, now, promise).made(name)
    if not taken.steps and not taken.out and not taken.of_on_air:
        raise No("nobody gives anything")
    then = after(day, taken)
    day.log = then.log
    day.put(then.plan)


def do_agree(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 21: the hour since agreed; null goes back."""
    promise = asked_for(day, command)
    if "time" not in command:
        raise No("what hour?")
    day.agreed.pop(promise, None)
    if command["time"] is not None:
        day.agreed[promise] = instant_of(day.plan, command["time"])


def do_told(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 23: who was told, when, and what hour."""
    promise = asked_for(day, command)
    day.told[promise] = (now, instant_of(day.plan, command.get("time")))


# --- The board ------------------------------------------------------------------------------------


def board_promises(day: Day, now: datetime) -> list[dict[str, Any]]:
    """Contract §3."""
    rows = []
    for promise in promised(day.plan):
        stands = standing(day, promise, now)
        call, lost = last_call(day, now, promise)
        rows.append(
            {
                "slot": promise[0],
                "of": promise[1],
                "due": stands.due,
                "expected": stands.expected,
                "late": None if stands.late is None else stands.late.total_seconds(),
                "kept": stands.kept,
                "tolerance": tolerance_of(day, promise).total_seconds(),
                "told": day.told.get(promise),
                "last_call": call,
                "lost": lost,
            }
        )
    return rows
