"""A change: one thing that a revised programme says other, to be taken or left."""

from typing import Literal, NamedTuple, TypeAlias

from runofshow.core.amendments import Part
from runofshow.core.sentences import Fact, Sentence
from runofshow.core.times import Civil

Stands: TypeAlias = Literal["proposed", "asked", "fixed"]
"""Whether a change is taken unless refused, only when asked for, or not at all."""


class Standing(NamedTuple):
    """How a change stands, and why it is not simply proposed."""

    stands: Stands = "proposed"
    why: Sentence | None = None

    def worse(self, other: "Standing") -> "Standing":
        """The more reluctant of the two, this one when they are alike."""
        order = ("proposed", "asked", "fixed")
        return other if order.index(other.stands) > order.index(self.stands) else self


class Change(NamedTuple):
    """One thing that the revised programme changes.

    `key` names it as long as the programme and the slot are the same. `slot` is its id with us (of
    what is new: the one it will have; None: the day). `what` ends the code of its label; `before`
    and `after` can be printed. `needs` are the keys of changes without which it is not made.
    """

    key: str
    what: str
    slot: str | None
    title: str
    before: Fact
    after: Fact
    standing: Standing
    parts: tuple[Part, ...]
    needs: tuple[str, ...] = ()

    @property
    def stands(self) -> Stands:
        """Whether it is taken unless refused, only when asked for, or not at all."""
        return self.standing.stands

    @property
    def why(self) -> Sentence | None:
        """Why it is not simply proposed."""
        return self.standing.why

    @property
    def label(self) -> Sentence:
        """What it is a change of; a session may be said by its end instead of its length."""
        if self.what == "budget" and isinstance(self.after, Civil):
            return Sentence.of("change_end")
        return Sentence.of(f"change_{self.what}")

    @property
    def said(self) -> Sentence:
        """The change in words, without the name of its slot."""
        if self.before in (None, "") and self.after in (None, ""):
            return self.label
        if self.what == "removed":
            return Sentence.of("change_gains", what=self.label, after=self.before)
        if self.before in (None, ""):
            return Sentence.of("change_gains", what=self.label, after=self.after)
        if self.after in (None, ""):
            return Sentence.of("change_loses", what=self.label, before=self.before)
        return Sentence.of("change_to", what=self.label, before=self.before, after=self.after)
