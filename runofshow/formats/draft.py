"""The draft: what a reader understood of a file, each value with its place and how it was had.

bytes ── a reader ──► Draft ── chosen(day, room) ──► Draft ── settled ──► Settled: a Plan, its
doubts, and the choices that answer them

Rules of these modules (formats.md):
- A reader never guesses a time: what it cannot read is None, `missing`, with the reason.
- Everything guessed is `inferred`, everything mended is `repaired`, and both say why.
- A draft holds all days and rooms of a file; a plan is one day in one room.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from runofshow.core.commands import Command
from runofshow.core.plan import Kind, Plan, Speaker
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.formats.source import Place, Source

How: TypeAlias = Literal["given", "inferred", "repaired", "missing"]
T = TypeVar("T")

DAY_CHANGE: Final = Civil(5)
"""Before this hour a time belongs to the evening before, unless the file says otherwise."""


class Asked(NamedTuple):
    """What is known besides the bytes.

    `name` is the file's, `today` the date that a day without a year is near to. `columns` is a
    mapping that the régie chose for a table (formats/columns.py), None to guess it; `encoding` the
    one she chose for a text. `told` hears how far a long reading is: done, of how many pages or
    rows.
    """

    name: str
    today: date
    columns: "Mapping[int, str] | None" = None
    encoding: str | None = None
    header: int | None = None
    told: "Callable[[int, int], None] | None" = None


class Had(NamedTuple, Generic[T]):
    """A value, how it was had, where it stands, and why when it was not simply given.

    `value` is None exactly when `how` is missing.
    """

    value: T | None
    how: How = "given"
    place: Place = Place()
    why: Sentence | None = None


class Entry(NamedTuple):
    """One thing of the programme as the file tells it; with `entries`, even none, a session.

    `day` is the day that the start belongs to; a start past midnight counts on from the evening
    before (25:30). `kind` is None when the file does not tell it. `key` is the file's own lasting
    name of it (a guid), `offset` the file's own distance from UTC at its start. `block` is the
    index of the draft's block that it stands in. `parallel` says that it stands beside others at
    the same time on purpose, `everywhere` that it concerns all rooms, whichever it is in: a
    plenary, a lunch. `linked` says that its start is only where the one before it ends.
    """

    title: str
    place: Place = Place()
    kind: Had[Kind] | None = None
    day: Had[date] | None = None
    start: Had[Civil] | None = None
    end: Had[Civil] | None = None
    duration: Had[timedelta] | None = None
    room: str = ""
    speakers: tuple[Speaker, ...] = ()
    note: str = ""
    departments: tuple[tuple[str, str], ...] = ()
    key: str = ""
    cue: str = ""
    offset: timedelta | None = None
    block: int | None = None
    everywhere: bool = False
    linked: bool = False
    fields: tuple[tuple[str, object], ...] = ()
    """Further fields of the slot that the file gives, named as the contract does."""
    entries: "tuple[Entry, ...] | None" = None


class Block(NamedTuple):
    """A part of the day that the programme frames: « Matinée (9h-12h) »."""

    title: str
    place: Place = Place()
    start: Had[Civil] | None = None
    end: Had[Civil] | None = None


class DayNote(NamedTuple):
    """What holds for a whole day and has no hours: « Fête nationale »; for the crew to know.

    It becomes a note of the first slot of that day (`day` None: of the file's only one).
    """

    day: date | None
    text: str
    place: Place = Place()


class Choice(NamedTuple):
    """An answer to a doubt: its words, and what it does to the plan (nothing: leave the guess)."""

    said: Sentence
    steps: tuple[Command, ...] = ()


class Doubt(NamedTuple):
    """Something guessed, mended or missing that the régie should see.

    `field` is the slot's field as the contract names it, `value` what was taken, as the schedule
    file writes it, `slot` the id of the slot in the settled plan ("" for the day). The first of
    the `choices`, if any, is what was taken. Several may be answered at once when `several`.
    """

    place: Place
    field: str
    how: How
    value: str | None
    said: Sentence
    slot: str = ""
    choices: tuple[Choice, ...] = ()
    several: bool = False

    @property
    def placed(self) -> Sentence:
        """What is said, its place before it."""
        place = self.place.said
        return self.said if place is None else Sentence.of("doubt_at", place=place, said=self.said)


class Draft(NamedTuple):
    """What a reader understood of a file. `format` is the reader's name, for `inspect`.

    `day` is the date of a file that tells one; `begins` and `ends` frame the whole day; `notes`
    hold for whole days. `whole` is the plan itself when the file is a schedule of ours, and then
    `entries` is empty; `places` tells where its slots stand, by id. `columns` is how a table's
    columns were understood (from 0), `header` the row of their names.
    """

    format: str
    source: Source
    entries: tuple[Entry, ...] = ()
    title: Had[str] = Had(None, "missing")
    day: Had[date] = Had(None, "missing")
    timezone: Had[str] = Had(None, "missing")
    language: str | None = None
    venue: Had[str] = Had(None, "missing")
    begins: Had[Civil] = Had(None, "missing")
    ends: Had[Civil] = Had(None, "missing")
    blocks: tuple[Block, ...] = ()
    notes: tuple[DayNote, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    columns: "Mapping[int, str] | None" = None
    header: int | None = None
    whole: Plan | None = None
    places: "Mapping[str, Place] | None" = None


class Settled(NamedTuple):
    """A plan made of a draft, with all that was guessed.

    `marks` tells how each field of each slot was had, by slot id and field; `places` where each
    slot stands in the source.
    """

    plan: Plan
    doubts: tuple[Doubt, ...] = ()
    marks: Mapping[tuple[str, str], Had[object]] = MappingProxyType({})
    places: Mapping[str, Place] = MappingProxyType({})
