"""Show: everything the program knows, as one frozen value: the plan and the log of what happened.

Only `apply` makes one from another. What is derived from it (positions, what is to come, ends)
is worked out here once; numbers for screens are `board`'s.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple, Self

from runofshow.core import times
from runofshow.core.errors import Unreadable
from runofshow.core.log import Air, Airing, Log, Person, Presence
from runofshow.core.message import Message, Said
from runofshow.core.outline import Node, Outline
from runofshow.core.plan import Plan, Slot
from runofshow.core.planned import Printed, Reference
from runofshow.core.problems import Problem, problems
from runofshow.core.sentences import Sentence
from runofshow.core.tree import Origin


class Version(NamedTuple):
    """A value of the plan, and where the leaves that a `go` moved stood in it, by act.

    `programme` is the schedule as it was last read from a file, under our ids: what a revised one
    is compared with. What follows from the plan is not kept with it: many are kept for undo.
    """

    plan: Plan
    origins: tuple[tuple[int, Origin], ...] = ()
    programme: Plan | None = None


class Step(NamedTuple):
    """A former (or undone) version of the plan, the name of what lies between, and its `rev`."""

    version: Version
    said: Sentence
    rev: int


@dataclass(frozen=True)
class Show:
    """One room's one day. `last` is the instant of the last accepted command.

    `announced` holds the starts announced for leaves to come (rule 18); `agreed` the hours agreed
    since for promises (slot, start or end), `told` when somebody was told and what hour; `presence`
    who is there, by slot (of the day, not of the plan: no undo step); `undo` and `redo` are the
    plan's lanes (rule 35), `said` the last messages, all newest last; `rev` counts commands and
    automatic acts.
    """

    version: Version
    reference: Reference
    log: Log = field(default_factory=Log)
    announced: Mapping[str, datetime] = field(default_factory=dict)
    agreed: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    told: Mapping[tuple[str, str], tuple[datetime, datetime]] = field(default_factory=dict)
    presence: Mapping[str, Mapping[Person, Presence]] = field(default_factory=dict)
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()
    message: Message | None = None
    said: tuple[Said, ...] = ()
    blackout: bool = False
    incident: bool = False
    rev: int = 0
    last: datetime | None = None

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """The show of a plan before anything has happened.

        Raises Unreadable when no slot has a start (rule 3: such a plan is refused).
        """
        show = cls(Version(plan, (), plan), Reference(Outline(plan)))
        if not show.startable:
            raise Unreadable("plan_without_start", "slots")
        return show

    @property
    def startable(self) -> bool:
        """Whether planned times can be walked: some leaf has a start, or there is none (rule 3)."""
        outline, reference = self.outline, self.reference
        return (not outline.order_at or bool(outline.given)) and (
            not reference.walked_at or bool(reference.given)
        )

    @property
    def plan(self) -> Plan:
        """The plan as it now stands."""
        return self.version.plan

    @property
    def outline(self) -> Outline:
        """The plan laid out."""
        return self.reference.outline

    @property
    def air(self) -> Air:
        """What has been on air."""
        return self.log.air

    def with_version(self, version: Version) -> Self:
        """The show with another value of the plan."""
        outline = self.outline.became(version.plan)
        return replace(
            self, version=version, reference=self.reference.changed(outline, self.printed)
        )

    def with_plan(self, plan: Plan) -> Self:
        """The show with another plan, all else of its version as it is."""
        return self.with_version(self.version._replace(plan=plan))

    def with_printed(self, printed: Printed | None) -> Self:
        """The show printed anew, or unprinted."""
        return replace(self, reference=self.reference.changed(self.outline, printed))

    def with_air(self, air: Air) -> Self:
        """The show with another air."""
        return replace(self, log=self.log._replace(air=air))

    def with_airing(self, airing: Airing) -> Self:
        """The show with its last airing replaced."""
        return self.with_air(self.air._replace(airings=(*self.air.airings[:-1], airing)))

    @property
    def printed(self) -> Printed | None:
        """What was printed at the first `go`."""
        return self.reference.printed

    @cached_property
    def seen(self) -> dict[Any, Any]:
        """What was last worked out of this very show: most is so again a second later."""
        return {}

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the plan."""
        return problems(self.reference)

    @cached_property
    def aired(self) -> dict[str, Airing]:
        """The airings by leaf."""
        return {airing.slot: airing for airing in self.air.airings}

    @property
    def position(self) -> Node | None:
        """The leaf on air, else the last one aired, else None: before the first."""
        airings = self.air.airings
        return self.outline.by_id[airings[-1].slot] if airings else None

    @property
    def come(self) -> int:
        """The place in the running order of the first leaf to come: all before it were aired."""
        position = self.position
        return 0 if position is None else bisect_right(self.outline.order_at, position.at)

    @cached_property
    def to_come(self) -> tuple[Node, ...]:
        """The leaves after the position, never aired, not skipped."""
        return self.outline.order[self.come :]

    @property
    def next(self) -> Node | None:
        """The first leaf to come; none once the day is closed."""
        outline, come = self.outline, self.come
        if self.air.finished or come >= len(outline.order_at):
            return None
        return outline.nodes[outline.order_at[come]]

    def ends(self, airing: Airing) -> datetime:
        """When an airing ends by its own clock, open holds not counted (rule 8)."""
        slot = self.outline.by_id[airing.slot].slot
        if slot.end is not None:
            set_end = times.instant(self.plan.date, slot.end, self.plan.zone)
            least = self.reference.minimum(slot, airing.started)
            return max(set_end, airing.started + least) + airing.stretch
        length = slot.duration or times.ZERO
        return airing.started + length + airing.stretch + airing.held + airing.lost

    def remaining(self, airing: Airing, now: datetime) -> timedelta:
        """What is left of the airing's time; a hold stops it (rule 9)."""
        return self.ends(airing) - (airing.held_since or now)

    def changeover(self, slot: Slot) -> timedelta:
        """The time a slot needs after it before the next can begin."""
        return self.plan.changeover if slot.changeover is None else slot.changeover

    @property
    def free_from(self) -> datetime | None:
        """When the air is free for the next leaf: the last end plus the changeover."""
        if not self.air.airings:
            return None
        last = self.air.airings[-1]
        if last.ended is None:
            return None
        return last.ended + self.changeover(self.outline.by_id[last.slot].slot)
