"""What is wrong with a plan, told as sentences: overlaps, sessions too heavy, empty breaks …"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from runofshow.core import times
from runofshow.core.hosting import twice
from runofshow.core.outline import Node
from runofshow.core.planned import Reference
from runofshow.core.sentences import Sentence
from runofshow.core.shares import misshared


class Problem(NamedTuple):
    """Something wrong with the plan; `slot` is None when it is the day's."""

    code: str
    slot: str | None
    said: Sentence
    level: Literal["error", "warning"]


def problems(reference: Reference) -> tuple[Problem, ...]:
    """The problems of a plan as it is printed, or to be printed, in document order."""
    return tuple(_found(reference))


def _found(reference: Reference) -> Iterator[Problem]:
    if not reference.outline.order_at:
        said = "all_skipped" if reference.outline.leaves_at else "empty_plan"
        yield Problem("empty_plan", None, Sentence.of(said), "error")
    outline = reference.outline
    overlapping = {
        outline.at[slot] for slot, slack in reference.slack.items() if slack < times.ZERO
    }
    for at in sorted(overlapping.union(outline.suspect_at)):
        if not outline.nodes[at].skipped:
            yield from _of_node(reference, outline.nodes[at])
    yield from _of_day(reference)


def _of_node(reference: Reference, node: Node) -> Iterator[Problem]:
    slot = node.slot
    name = slot.title or slot.id
    slack = reference.slack.get(slot.id, times.ZERO)
    if slack < times.ZERO:
        said = Sentence.of("overlap", title=name, by=-slack)
        yield Problem("overlap", slot.id, said, "error")
    budget = reference.budget(node)
    if budget is not None and budget > times.ZERO:
        said = Sentence.of("too_heavy", title=name, by=budget)
        yield Problem("too_heavy", slot.id, said, "warning")
    if slot.elastic and reference.length(slot) == times.ZERO and slot.id in reference.leaf_spans:
        yield Problem("elastic_empty", slot.id, Sentence.of("elastic_empty", title=name), "error")
    if slot.minimum is not None and slot.duration is not None and slot.minimum > slot.duration:
        yield Problem("minimum_above", slot.id, Sentence.of("minimum_above", title=name), "warning")
    if (count := misshared(slot)) is not None:
        said = Sentence.of("misshared", title=name, given=len(slot.shares or ()), count=count)
        yield Problem("misshared", slot.id, said, "warning")
    for host, places in twice(slot.activities):
        rooms = ", ".join(slot.activities[place].room for place in places)
        said = Sentence.of("hosts_twice", title=name, host=host, rooms=rooms)
        yield Problem("hosts_twice", slot.id, said, "warning")


def _of_day(reference: Reference) -> Iterator[Problem]:
    plan, end = reference.outline.plan, reference.day_end
    if plan.end_by is not None and end is not None:
        due = times.instant(plan.date, plan.end_by, plan.zone)
        if end > due:
            said = Sentence.of("past_end_by", by=end - due, end_by=plan.end_by)
            yield Problem("past_end_by", None, said, "error")
