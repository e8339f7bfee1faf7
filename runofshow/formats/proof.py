"""A proof: a draft as a plan under the régie's eyes, with her answers and corrections.

- Every step is a command on the plan that was settled, so nothing can be written here that the
  show would refuse; taking a step back is keeping the former proof.
- A doubt is closed when it was answered, when the field it is about was written anew, or when its
  slot is gone. Choosing another day or room begins anew.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from runofshow.core.apply import apply
from runofshow.core.commands import Command, Edit
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.formats.choosing import Chosen, chosen
from runofshow.formats.draft import Doubt, Draft, Settled
from runofshow.formats.settling import settled

_BEFORE = datetime(1970, 1, 2, tzinfo=UTC)
"""An instant before every day: on a proof nothing has happened."""


class Proof(NamedTuple):
    """A draft, the day and room taken of it, the plan as it stands, and what was answered.

    `taken` are the numbers of the choices made, by the number of the doubt in `settled.doubts`;
    an empty tuple is a guess that was left as it is. `former` is the proof before the last step.
    """

    draft: Draft
    chosen: Chosen
    settled: Settled
    show: Show
    taken: "Mapping[int, tuple[int, ...]]"
    former: "Proof | None" = None

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
    return Proof(draft, taken, found, Show.of(found.plan), {})


def answered(proof_: Proof, number: int, choices: Iterable[int] = ()) -> Proof:
    """The proof with a doubt answered by these of its choices; by none, the guess is left.

    Raises Refused when the plan, corrected meanwhile, does not take the answer any more.
    """
    picked = tuple(choices)
    show = proof_.show
    for choice in picked:
        for step in proof_.doubts[number].choices[choice].steps:
            show = apply(show, step, _BEFORE)
    return proof_._replace(show=show, taken={**proof_.taken, number: picked}, former=proof_)


def left_as_guessed(proof_: Proof) -> Proof:
    """The proof with every open doubt left as it was guessed."""
    rest = dict.fromkeys(proof_.left, ())
    return proof_._replace(taken={**proof_.taken, **rest}, former=proof_) if rest else proof_


def corrected(proof_: Proof, command: Command) -> Proof:
    """The proof with a command done on its plan; it answers the doubts about what it writes.

    Raises Refused.
    """
    show = apply(proof_.show, command, _BEFORE)
    settled_by = {
        number: ()
        for number in proof_.left
        if isinstance(command, Edit) and _about(proof_.doubts[number], command)
    }
    return proof_._replace(show=show, taken={**proof_.taken, **settled_by}, former=proof_)


def _about(doubt: Doubt, edit: Edit) -> bool:
    """Whether a correction writes what the doubt is about; a length may be written as an end."""
    if doubt.slot != (edit.slot or ""):
        return False
    fields = {"duration", "end"} if doubt.field in ("duration", "end") else {doubt.field}
    return bool(fields & edit.set.keys())
