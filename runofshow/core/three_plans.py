"""The three plans that a revision compares, all under our ids, and what each says of a slot.

*Theirs* is as the programme now reads, *former* as it read when it was last imported, *ours* as the
régie has made it.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from runofshow.core import times
from runofshow.core.outline import Node, Outline
from runofshow.core.plan import Slot, Speaker
from runofshow.core.planned import Reference
from runofshow.core.times import Civil
from runofshow.core.walk import Span

SILENT: Final = ("room", "note", "questions", "activities", "speakers", "optional", "hidden")
"""The fields of a slot of which a document may say nothing at all."""
DETAILS: Final = ("role", "organisation", "topic", "chair")
"""Those of a speaker."""
BARE: Final = Slot(id="bare", duration=times.ZERO)
"""A slot that says nothing."""
_NOBODY: Final = Speaker(name="?")


@dataclass(frozen=True)
class Edition:
    """One of the three plans, laid out, with its planned times."""

    outline: Outline

    @cached_property
    def reference(self) -> Reference:
        """Planned times as the plan alone has them, whatever was printed."""
        return Reference(self.outline)

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The fields that some slot of it has, and the details it gives of some speaker."""
        slots = [node.slot for node in self.outline.nodes]
        people = [speaker for slot in slots for speaker in slot.speakers]
        return frozenset(
            name
            for parts, names, bare in ((slots, SILENT, BARE), (people, DETAILS, _NOBODY))
            for name in names
            for default in (getattr(bare, name),)
            if any(getattr(part, name) != default for part in parts)
        )

    def node(self, slot: str) -> Node | None:
        """Where that slot stands; None when it is not there."""
        return self.outline.by_id[slot] if slot in self.outline.at else None

    def span(self, slot: str) -> Span | None:
        """From when to when it is planned."""
        node = self.node(slot)
        return None if node is None else self.reference.span(node)

    def civil(self, at: datetime) -> Civil:
        """An instant as its clocks show it."""
        plan = self.outline.plan
        return times.civil_at(at, plan.date, plan.zone)

    def start(self, slot: str) -> Civil | None:
        """When it is planned to begin."""
        span = self.span(slot)
        return None if span is None else self.civil(span.start)

    def end(self, slot: Slot) -> Civil | None:
        """When it is planned to end."""
        span = self.span(slot.id)
        return slot.end if slot.end is not None or span is None else self.civil(span.end)

    def length(self, slot: Slot) -> timedelta | None:
        """How long it is planned to last; None when nothing says so."""
        span = self.span(slot.id)
        return slot.duration if slot.duration is not None or span is None else span.end - span.start

    def opens_at(self, slot: str) -> Civil | None:
        """The given start of a slot, its own or of what it opens or holds first (rule 3)."""
        node = self.node(slot)
        if node is None:
            return None
        below = (each.slot.id for each in self.outline.nodes[node.at : node.last + 1])
        first = next((each for each in below if each in self.outline.place), None)
        given = self.outline.given.get(first or "")
        return None if given is None else self.civil(given.at)

    def follows(self, slot: str) -> bool:
        """Whether a slot begins when the leaf before it ends, so that its start says nothing."""
        span, node = self.span(slot), self.node(slot)
        if span is None or node is None:
            return False
        behind = bisect_left(self.outline.order_at, node.at)
        before = self.outline.order_at[behind - 1] if behind else None
        ends = None if before is None else self.span(self.outline.nodes[before].slot.id)
        return ends is not None and ends.end == span.start


@dataclass(frozen=True)
class Editions:
    """The three plans, under our ids."""

    theirs: Edition
    former: Edition
    ours: Edition
