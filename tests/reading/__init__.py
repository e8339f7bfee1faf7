"""A second, deliberately naive reading of the timing rules: the oracle the core is held against.

It shares nothing with `runofshow`: it was written from `design/timing.md` (§§1-7) and
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
from datetime import UTC, datetime
from typing import Any

from tests.reading import panels, people
from tests.reading.board import board_of, status_of
from tests.reading.day import Day
from tests.reading.hands import HANDS
from tests.reading.plan import No, Plan, check, given_start, instant_of, nodes, running_order
from tests.reading.promises import plans

__all__ = [
    "Day",
    "No",
    "Reading",
    "given_start",
    "instant_of",
    "nodes",
    "running_order",
    "status_of",
]


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
            hand = (HANDS | panels.HANDS | people.HANDS).get(command["do"])
            if hand is None:
                raise No("no such command")
            former = trial.plan
            hand(trial, command, now)
            if command["do"] != "revise" and trial.plan is not former:
                people.follow(trial, former)
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

    def plans(self, at: datetime, slot: str, of: str) -> list[dict[str, Any]]:
        """Rule 26: the plans for a promise at an instant."""
        day, now = self.seen(at)
        day.memo = {}
        return plans(day, now, (slot, of))
