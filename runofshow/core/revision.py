"""Importing again: a revised programme merged into the running show, change by change.

`revision(show, revised)` lists what the client changed since the programme was last read, each as
something that can be taken or left. Nothing is applied: `command` makes the one command of those
that were accepted, one step of undo. The modules beneath: `likeness` says which slot is which,
`differences` what they say other, `reordering` what moved, `comparing` makes the list of it, and
`amendments` the commands.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from runofshow.core.amendments import Amending
from runofshow.core.change import Change
from runofshow.core.commands import Revise
from runofshow.core.comparing import Comparing
from runofshow.core.likeness import known, paired
from runofshow.core.outline import Outline
from runofshow.core.plan import DAY_ID, Plan, Slot, fresh_id
from runofshow.core.planned import Reference
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.times import Civil, civil_at


@dataclass(frozen=True)
class Revision:
    """What a revised programme changes, in its order; `programme` is it, under our ids.

    `their_ids` are the slots' own ids in the revised file, by ours; `notices` what the régie
    should know of it as a whole.
    """

    show: Show
    programme: Plan
    changes: tuple[Change, ...]
    notices: tuple[Sentence, ...]
    their_ids: Mapping[str, str]
    astray: frozenset[str]
    flat: bool

    @property
    def proposed(self) -> frozenset[str]:
        """The keys of the changes that are taken unless they are refused.

        None of a programme that is hardly like the day: it may be another's.
        """
        if any(notice.code == "revision_unlike" for notice in self.notices):
            return frozenset()
        return frozenset(each.key for each in self.changes if each.stands == "proposed")

    @property
    def possible(self) -> frozenset[str]:
        """The keys of the changes that can be taken."""
        return frozenset(each.key for each in self.changes if each.stands != "fixed")

    @cached_property
    def hours(self) -> Mapping[str, Civil]:
        """When each slot is planned in their programme; what is gone, in ours."""
        found: dict[str, Civil] = {}
        for outline in (self.show.outline, Outline(self.programme)):
            plan = outline.plan
            for slot, span in Reference(outline).spans.items():
                found[slot] = civil_at(span.start, plan.date, plan.zone)
        return found

    def with_needs(self, key: str) -> frozenset[str]:
        """The key of a change and those of all that it needs."""
        needs = {each.key: each.needs for each in self.changes}
        found, left = set[str](), [key]
        while left:
            each = left.pop()
            if each not in found:
                found.add(each)
                left += needs.get(each, ())
        return frozenset(found)

    def taken(self, accepted: Collection[str]) -> tuple[Change, ...]:
        """The changes of those keys that can be made: what they need is among them."""
        keys = self.possible & set(accepted)
        while lacking := {
            each.key
            for each in self.changes
            if each.key in keys and not keys.issuperset(each.needs)
        }:
            keys -= lacking
        return tuple(each for each in self.changes if each.key in keys)


def revision(show: Show, revised: Plan, former: Plan | None = None) -> Revision:
    """What `revised` changes of the show since `former`, by default the programme last read."""
    before = Outline(former or show.version.programme or show.plan)
    programme, their_ids = _under_our_ids(revised, show.outline, before)
    comparing = Comparing(show, before, Outline(programme))
    return Revision(
        *(show, programme, comparing.changes(), _notices(show, programme)),
        *(their_ids, comparing.astray, comparing.flat),
    )


def steps(revision: Revision, accepted: Collection[str]) -> Revise:
    """What `command` does to the plan, to look at what it would bring."""
    parts = [part for each in revision.taken(accepted) for part in each.parts]
    theirs = Outline(revision.programme)
    amending = Amending(revision.show, theirs, parts, revision.astray, revision.flat)
    return Revise(steps=amending.steps())


def command(revision: Revision, accepted: Collection[str]) -> Revise:
    """The command that makes the changes of those keys, and no other.

    The programme goes with it: what was refused is not offered again by the next revision.
    """
    made = steps(revision, accepted).steps
    return Revise(steps=made, programme=revision.programme.as_json())


def _under_our_ids(revised: Plan, ours: Outline, former: Outline) -> tuple[Plan, Mapping[str, str]]:
    """The revised plan under our ids, and its own ids by ours; what is new gets a free one."""
    theirs = Outline(revised)
    names = paired(known(theirs), known(ours, former))
    used, numbers = {*ours.at, *former.at, DAY_ID}, dict[str, int]()
    for node in theirs.nodes:
        slot = node.slot
        if slot.id not in names:
            taken = slot.id in used
            names[slot.id] = fresh_id(slot.title or slot.kind, used, numbers) if taken else slot.id
            used.add(names[slot.id])

    def named(slot: Slot) -> Slot:
        below = None if slot.slots is None else tuple(map(named, slot.slots))
        return slot.model_copy(update={"id": names[slot.id], "slots": below})

    plan = revised.model_copy(update={"slots": tuple(map(named, revised.slots))})
    return plan, {own: their for their, own in names.items()}


def _notices(show: Show, programme: Plan) -> tuple[Sentence, ...]:
    notices = []
    ours, theirs = show.plan.date, programme.date
    if ours != theirs:
        notices.append(Sentence.of("revision_other_date", theirs=theirs, ours=ours))
    leaves = [node.slot.id for node in Outline(programme).nodes if node.slot.leaf]
    former = show.version.programme or show.plan
    seen = show.outline.at.keys() | Outline(former).at.keys()
    count = len([slot for slot in leaves if slot in seen])
    if leaves and 2 * count < len(leaves):
        notices.append(Sentence.of("revision_unlike", count=count, of=len(leaves)))
    return tuple(notices)
