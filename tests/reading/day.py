"""The second reading: the day as it happened, on air and expected (§§3-4, 7)."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, ParamSpec, TypeVar, cast

from tests.reading.plan import (
    MINUTE,
    SECOND,
    SHARES,
    ZERO,
    No,
    Plan,
    Slot,
    Times,
    check,
    found,
    given_start,
    has,
    index_in,
    instant_of,
    is_before,
    is_leaf,
    is_skipped,
    leaves,
    leaves_in,
    length_of,
    nodes,
    plain,
    running_order,
    siblings,
    walk,
)

P = ParamSpec("P")
R = TypeVar("R")


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
    turns: tuple[tuple[datetime, str | None], ...] = ()  # rule 37: since when who has the floor
    holds: tuple[tuple[datetime, datetime | None], ...] = ()


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
    leaf: bool = True  # when it was printed; it may have been split since


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
    agreed: dict[tuple[str, str], datetime] = field(default_factory=dict)  # rule 21
    told: dict[tuple[str, str], tuple[datetime, datetime]] = field(default_factory=dict)  # rule 23
    presence: dict[tuple[str, str], str] = field(default_factory=dict)  # by slot and name
    came: dict[tuple[str, str], datetime] = field(default_factory=dict)
    called: dict[tuple[str, str], datetime] = field(default_factory=dict)
    mics: dict[tuple[str, str], str | None] = field(default_factory=dict)
    notes: tuple[int, ...] = ()  # the revs that stamped one
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
            agreed=dict(self.agreed),
            told=dict(self.told),
            presence=dict(self.presence),
            came=dict(self.came),
            called=dict(self.called),
            mics=dict(self.mics),
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
            for leaf in self.order()
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
        """Whether a leaf, or what was one when it was printed, is on the paper."""
        return leaf["id"] in (self.printed or {}) and (self.printed or {})[leaf["id"]].leaf

    @within_a_board
    def planned(self) -> dict[str, Times]:
        """Rules 3 and 4: the planned times of the leaves that have any."""
        if self.printed is None:
            return walk(self.plan, running_order(self.plan), {})
        order = [slot for slot, _ in nodes(self.plan["slots"]) if self.is_printed(slot)]
        lengths = {slot_id: kept.length for slot_id, kept in self.printed.items()}
        return walk(self.plan, order, lengths)

    def planned_of(self, slot: Slot) -> Times | None:
        """Rule 5: of a session too, from its first leaf's start to its last leaf's end."""
        planned = self.planned()
        if is_leaf(slot) or slot["id"] in planned:
            return planned.get(slot["id"])
        inside = [
            planned[leaf["id"]]
            for leaf, _ in nodes([slot])
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

    @within_a_board
    def order(self) -> list[Slot]:
        """The running order."""
        return running_order(self.plan)

    def not_before(self, leaf: Slot) -> datetime | None:
        """Rule 6, and the parenthesis of rule 4: opened by its first leaf not skipped."""
        given = given_start(self.plan, leaf, self.order())
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
        order = [each for each, _ in nodes(self.plan["slots"]) if each["id"] in planned]
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
                fresh[slot["id"]] = Print(
                    ZERO,
                    inside[0].start,
                    inside[-1].end,
                    (slot.get("start"), slot.get("end")),
                    leaf=False,
                )
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

    def carry(self, whole: str, parts: dict[str, str]) -> None:
        """Split: what is known of the whole is known of its parts, by who speaks in them."""
        for who, part in parts.items():
            for known in (self.presence, self.came, self.called, self.mics):
                if (whole, who) in known:
                    cast(dict[Any, Any], known)[part, who] = known[whole, who]
        if whole in self.announced_starts:
            self.announced_starts[next(iter(parts.values()))] = self.announced_starts[whole]

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
            if not is_leaf(found(new, slot_id)[0]):
                raise No("it is on air or was, and cannot be split")
            now_above = [session["id"] for session in found(self.plan, slot_id)[1]]
            new_above = [session["id"] for session in found(new, slot_id)[1]]
            if now_above != new_above:
                raise No("it is on air or was")
        for leaf, _ in nodes(self.plan["slots"]):
            if self.is_printed(leaf) and not has(new, leaf["id"]):
                raise No("a printed leaf cannot be removed")
        order = [leaf["id"] for leaf in leaves(new) if leaf["id"] in aired]
        if order != [leaf["id"] for leaf in leaves(self.plan) if leaf["id"] in aired]:
            raise No("it is on air or was")
