"""A proof: a draft as a plan under the régie's eyes, with her answers and corrections.

- Every step is a command on the plan that was settled, so nothing can be written here that the
  show would refuse; taking a step back is keeping the former proof.
- A doubt is closed when it was answered, when the field it is about was written anew, or when its
  slot is gone. Choosing another day or room begins anew.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import NamedTuple, TypeAlias

from runofshow.core.apply import apply
from runofshow.core.commands import Command, Edit, Remove
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan, Slot, walk
from runofshow.core.show import Show
from runofshow.formats.choosing import Chosen, chosen
from runofshow.formats.draft import Doubt, Draft, Settled
from runofshow.formats.settling import settled

_BEFORE = datetime(1970, 1, 2, tzinfo=UTC)
"""An instant before every day: on a proof nothing has happened."""


class Answer(NamedTuple):
    """The choices that were taken of a doubt, by their numbers."""

    doubt: int
    choices: tuple[int, ...]


Step: TypeAlias = Answer | Command


class Proof(NamedTuple):
    """A draft, the day and room taken of it, the plan as it stands, and what was answered.

    `steps` are the answers (the number of a doubt in `settled.doubts`, those of its choices; none
    leaves the guess as it is) and the corrections, in their order; `former` is the proof before the
    last of them. `here` is the time zone of who reads.
    """

    draft: Draft
    chosen: Chosen
    settled: Settled
    show: Show
    steps: "tuple[Step, ...]" = ()
    former: "Proof | None" = None
    here: str | None = None

    @property
    def taken(self) -> Mapping[int, tuple[int, ...]]:
        """The choices made, by the number of the doubt."""
        return {step.doubt: step.choices for step in self.steps if isinstance(step, Answer)}

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.show.plan

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """All doubts, answered or not, in the order of the day."""
        return self.settled.doubts

    def open(self, number: int) -> bool:
        """Whether nobody has answered this doubt yet."""
        doubt = self.doubts[number]
        if number in self.taken:
            return False
        return not doubt.slot or doubt.slot in self.show.outline.by_id

    @property
    def left(self) -> tuple[int, ...]:
        """The numbers of the doubts that are still open."""
        return tuple(number for number in range(len(self.doubts)) if self.open(number))


def proof(
    draft: Draft,
    today: date,
    here: str | None = None,
    day: date | None = None,
    room: str | None = None,
) -> Proof:
    """A proof of one day in one room of the draft; raises Unreadable when there is no such day."""
    taken = chosen(draft, day, room, near=today)
    found = settled(taken.draft, today, here)
    return Proof(draft, taken, found, Show.of(found.plan), here=here)


def answered(proof_: Proof, number: int, choices: Iterable[int] = ()) -> Proof:
    """The proof with a doubt answered by these of its choices; by none, the guess is left.

    What was answered before is answered anew. Raises Refused when the plan, corrected meanwhile,
    does not take the answer any more.
    """
    return answered_together(proof_, {number: tuple(choices)})


def answered_together(proof_: Proof, answers: Mapping[int, tuple[int, ...]]) -> Proof:
    """The proof with several doubts answered in one step; raises Refused as `answered` does."""
    others = (step for step in proof_.steps if not _answers(step, answers))
    return _with(proof_, (*others, *(Answer(*answer) for answer in answers.items())))


def corrected(proof_: Proof, command: Command) -> Proof:
    """The proof with a command done on its plan; it answers the doubts about what it writes.

    Raises Refused.
    """
    settled_by = tuple(
        Answer(number, ())
        for number in proof_.left
        if isinstance(command, Edit) and _about(proof_.doubts[number], command)
    )
    return _with(proof_, (*proof_.steps, *settled_by, command))


def carried(former: Proof, made: Proof) -> Proof:
    """A proof of a newer file with what was answered and corrected on a former one.

    A doubt that both have is answered as it was; a correction holds where both files said the same
    before it. What no longer means anything is left out. One step takes all of it back.
    """
    done = made
    for step in former.steps:
        again = _again(former, step, made)
        if again is not None:
            with suppress(Refused):  # the newer programme may not take it any more
                done = _with(done, (*done.steps, again))
    return done if done is made else done._replace(former=made)


def _again(former: Proof, step: Step, made: Proof) -> Step | None:
    """A step on a former proof as the same step on another, if it is the same there."""
    match step:
        case Answer(number, choices):
            doubt = former.doubts[number]
            found = next((at for at, each in enumerate(made.doubts) if _same(each, doubt)), None)
            if found is None:
                return None
            now = [choice.said for choice in made.doubts[found].choices]
            taken = [doubt.choices[choice].said for choice in choices]
            kept = tuple(now.index(said) for said in taken if said in now)
            return Answer(found, kept) if doubt.several or len(kept) == len(taken) else None
        case Edit():
            before = _values(former, step)
            return step if before is not None and before == _values(made, step) else None
        case Remove(slot=slot):
            return step if _slot(made, slot) is not None else None
        case _:
            return None


def _same(one: Doubt, other: Doubt) -> bool:
    """Whether two doubts ask the same; which of several may have others to choose from."""
    asks = (one.slot, one.field, one.several) == (other.slot, other.field, other.several)
    return asks and (one.said.code == other.said.code if one.several else one.said == other.said)


def _values(of: Proof, edit: Edit) -> list[object] | None:
    """What the file said of the fields that an edit writes; None where it has no such slot."""
    plan = of.settled.plan
    if edit.slot is None:
        return [getattr(plan, field) for field in edit.set]
    slot = _slot(of, edit.slot)
    return None if slot is None else [getattr(slot, field) for field in edit.set]


def _slot(of: Proof, slot: str) -> Slot | None:
    """The slot of that id as the file has it."""
    return next((each for each in walk(of.settled.plan.slots) if each.id == slot), None)


def _answers(step: Step, numbers: Container[int]) -> bool:
    return isinstance(step, Answer) and step.doubt in numbers


def _with(proof_: Proof, steps: tuple[Step, ...]) -> Proof:
    """The proof after these steps, done one after the other on what was settled."""
    show = Show.of(proof_.settled.plan)
    for step in steps:
        for command in _commands(proof_, step):
            show = apply(show, command, _BEFORE)
    return proof_._replace(show=show, steps=steps, former=proof_)


def _commands(proof_: Proof, step: Step) -> Iterator[Command]:
    if isinstance(step, Answer):
        for choice in step.choices:
            yield from proof_.doubts[step.doubt].choices[choice].steps
    else:
        yield step


def _about(doubt: Doubt, edit: Edit) -> bool:
    """Whether a correction writes what the doubt is about; a length may be written as an end."""
    if doubt.slot != (edit.slot or ""):
        return False
    fields = {"duration", "end"} if doubt.field in ("duration", "end") else {doubt.field}
    return bool(fields & edit.set.keys())
