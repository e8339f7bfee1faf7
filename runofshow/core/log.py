"""The day as it happened: airings, what `recall` may take back, and what was stamped.

The log is never undone (rule 35): only `recall` steps back in it, one act at a time.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from runofshow.core import times
from runofshow.core.commands import Command, State
from runofshow.core.sentences import Sentence

Person = tuple[str, int]
"""One of a slot's speakers: the name, and which of those of that name (from 1)."""


class Presence(NamedTuple):
    """Whether a speaker is there, and the microphone worn today; None: the one planned.

    `arrived` is when they came, None of who is not there; `called` when they were called to the
    stage (core.people).
    """

    state: State = "expected"
    mic: str | None = None
    arrived: datetime | None = None
    called: datetime | None = None


class Voice(NamedTuple):
    """Who has the floor, since when, and how long the airing had been held by then."""

    person: Person
    since: datetime
    held: timedelta


class Airing(NamedTuple):
    """A leaf's time on air: when, and what was given, held and lost meanwhile (rule 8).

    `voice` has the floor; `spoken` is what each had spoken before, held time excepted (rule 37).
    `due` is when its own clock had it end, noted as it left the air: later edits do not move it.
    """

    slot: str
    started: datetime
    ended: datetime | None = None
    stretch: timedelta = times.ZERO
    held: timedelta = times.ZERO
    held_since: datetime | None = None
    lost: timedelta = times.ZERO
    questions_open: bool = False
    announced_end: datetime | None = None
    due: datetime | None = None
    voice: Voice | None = None
    spoken: tuple[tuple[Person, timedelta], ...] = ()

    def held_by(self, now: datetime) -> timedelta:
        """How long it has been held by `now`, an open hold included."""
        if self.held_since is None:
            return self.held
        return self.held + max(times.ZERO, now - self.held_since)

    def spoken_by(self, now: datetime) -> dict[Person, timedelta]:
        """What each has spoken by `now`, held time excepted; who never had the floor is not in."""
        spoken, voice = dict(self.spoken), self.voice
        if voice is not None:
            heard = now - voice.since - (self.held_by(now) - voice.held)
            before = spoken.get(voice.person, times.ZERO)
            spoken[voice.person] = before + max(times.ZERO, heard)
        return spoken

    def with_floor(self, person: Person | None, now: datetime) -> "Airing":
        """The airing with the floor given at `now`; to who has it already, nothing changes."""
        if person == (self.voice and self.voice.person):
            return self
        voice = None if person is None else Voice(person, now, self.held_by(now))
        return self._replace(voice=voice, spoken=tuple(self.spoken_by(now).items()))


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

    @property
    def alone(self) -> bool:
        """Whether nobody did it (rule 32)."""
        return self.said.code in ("did_auto_go", "did_auto_end")


class Stamp(NamedTuple):
    """A note or an incident, stamped with its instant and the slot it is about.

    `rev` is the show's once it was stamped, which names a note.
    """

    at: datetime
    kind: Literal["note", "incident", "restart"]
    text: str
    slot: str | None
    rev: int = 0


class Given(NamedTuple):
    """Time given to keep a promise: who gave how much, for whom, at what instant (rule 29).

    `before` is how long each slot that gave was until then. `rev` is the show's once it was given:
    the step of undo that takes it back has the same.
    """

    at: datetime
    promise: tuple[str, str]
    plan: str
    cuts: tuple[tuple[str, timedelta], ...]
    skips: tuple[str, ...]
    stretch: timedelta
    before: tuple[tuple[str, timedelta], ...]
    rev: int


class Heard(NamedTuple):
    """Somebody (nobody named: empty) was told how long a slot is now; None: it is left out."""

    at: datetime
    slot: str
    who: str
    length: timedelta | None


EntryKind = Literal[
    "act", "auto", "recall", "hand", "plan", "given", "promise", "people", "stage",
    "incident", "note",
]  # fmt: skip
"""What an entry of the history is about; "auto" is an act that nobody did."""


class Entry(NamedTuple):
    """One thing that was done, or came by itself: the `rev` it made, the slot it is about."""

    rev: int
    at: datetime
    kind: EntryKind
    said: Sentence
    slot: str | None = None


class Gesture(NamedTuple):
    """What the last hand did to the live show, when, and the command that does the opposite."""

    said: Sentence
    at: datetime
    back: Command | None = None


class Log(NamedTuple):
    """Everything that happened: the air now, the acts that led there, the stamps.

    `quiet` since a `recall`: nothing ends or starts by itself until the next `go` (rule 31).
    `gesture` is None when the last command was an edit of the plan. `dealt` is of how many of the
    `given` everybody is told, `heard` who was. `history` is all that was done, what has been taken
    back too, in order.
    """

    air: Air = Air()
    acts: tuple[Act, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    given: tuple[Given, ...] = ()
    dealt: int = 0
    heard: tuple[Heard, ...] = ()
    quiet: bool = False
    serial: int = 0
    gesture: Gesture | None = None
    history: tuple[Entry, ...] = ()
