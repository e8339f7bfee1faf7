"""The day as it happened: airings, what `recall` may take back, and what was stamped.

The log is never undone (rule 35): only `recall` steps back in it, one act at a time.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from runofshow.core import times
from runofshow.core.sentences import Sentence


class Airing(NamedTuple):
    """A leaf's time on air: when, and what was given, held and lost meanwhile (rule 8)."""

    slot: str
    started: datetime
    ended: datetime | None = None
    stretch: timedelta = times.ZERO
    held: timedelta = times.ZERO
    held_since: datetime | None = None
    lost: timedelta = times.ZERO
    questions_open: bool = False
    announced_end: datetime | None = None


class Air(NamedTuple):
    """What `recall` restores: the airings in order, and what is to start by itself.

    `pending` is the leaf that an automatic end left to begin at its time; `auto_started` the
    instant of the last automatic start (rule 32).
    """

    airings: tuple[Airing, ...] = ()
    pending: str | None = None
    auto_started: datetime | None = None
    finished: bool = False

    @property
    def on_air(self) -> Airing | None:
        """The airing whose timer runs."""
        return self.airings[-1] if self.airings and self.airings[-1].ended is None else None


class Act(NamedTuple):
    """A `go`, `end` or `finish`, by hand or by itself, with the air as it was before.

    `serial` names the act to the origins of a leaf that it moved; `moved` says there is one.
    """

    serial: int
    before: Air
    said: Sentence
    at: datetime
    moved: str | None = None


class Stamp(NamedTuple):
    """A note or an incident, stamped with its instant and the slot it is about."""

    at: datetime
    kind: Literal["note", "incident", "restart"]
    text: str
    slot: str | None


class Given(NamedTuple):
    """Time given to keep a promise: who gave how much, for whom, at what instant (rule 29)."""

    at: datetime
    promise: tuple[str, str]
    plan: str
    cuts: tuple[tuple[str, timedelta], ...]
    skips: tuple[str, ...]
    stretch: timedelta


class Log(NamedTuple):
    """Everything that happened: the air now, the acts that led there, the stamps.

    `quiet` since a `recall`: nothing ends or starts by itself until the next `go` (rule 31).
    """

    air: Air = Air()
    acts: tuple[Act, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    given: tuple[Given, ...] = ()
    quiet: bool = False
    serial: int = 0
