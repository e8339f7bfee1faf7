"""What may be asked of a show: the one vocabulary of keys, buttons, scripts and the journal.

Each command is a frozen model with a literal `do`; `command_of` reads one from JSON values or
refuses it with a sentence. Meanings are timing.md §7's and contract.md §2's.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, Any, Literal, Self, get_args
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from runofshow.core import times
from runofshow.core.errors import Refused
from runofshow.core.plan import FIRST_YEAR, LAST_YEAR, Department, Length, SignedLength
from runofshow.core.wrong import why


def _read_moment(value: object) -> object:
    """A civil time or an instant; as text, an ISO one with its offset, in years a day can be in."""
    if isinstance(value, times.Civil):
        return value
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    if not isinstance(value, str):
        raise PydanticCustomError("time_type", "a time is a text such as “09:15”")
    try:
        moment = datetime.fromisoformat(value) if "T" in value or " " in value.strip() else None
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo and FIRST_YEAR <= moment.year <= LAST_YEAR:
        return moment.astimezone(UTC)
    try:
        return times.read_civil(value)
    except times.Misread as misread:
        raise PydanticCustomError(
            "no_moment", "“{text}” is no time", {"text": misread.text, "why": misread.why}
        ) from None


Moment = Annotated[
    datetime | times.Civil,
    BeforeValidator(_read_moment),
    PlainSerializer(
        lambda at: (
            str(at) if isinstance(at, times.Civil) else at.isoformat().replace("+00:00", "Z")
        ),
        return_type=str,
        when_used="json",
    ),
]
"""A civil time on the plan's date, or an ISO instant with its offset."""
Text = Annotated[str, Field(max_length=2000)]
_LONGEST_NAME = 500


def _read_who(value: object) -> object:
    name = isinstance(value, str) and len(value) <= _LONGEST_NAME
    if not name and (isinstance(value, bool) or not isinstance(value, int)):
        raise PydanticCustomError("no_who", "give a speaker's number, from 1, or name")
    return value


State = Literal["expected", "arrived", "ready", "absent"]
"""Whether a speaker is there."""
Who = Annotated[int | str, BeforeValidator(_read_who)]
"""A slot's speaker: the number among them, from 1, or the name."""


class Asked(BaseModel):
    """What all commands share. `id` makes a repeat harmless, `if_rev` refuses a stale view."""

    # Built by `warm`, else when the first command comes: a window is painted before either.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    id: str | None = Field(default=None, max_length=200)
    if_rev: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The command as JSON values; command_of reads it back."""
        return self.model_dump(mode="json", exclude_unset=True, by_alias=True) | {
            "do": getattr(self, "do")  # noqa: B009 (every command class has one)
        }


class Go(Asked):
    """End what is on air and take `slot`, or the next leaf, at the same instant (rule 30).

    `seen` (`from` in JSON) is what the sender saw on air; another one on air refuses the command.
    """

    do: Literal["go"] = "go"
    slot: str | None = None
    seen: str | None = Field(default=None, alias="from")


class End(Asked):
    """End what is on air and leave the air empty."""

    do: Literal["end"] = "end"


class Recall(Asked):
    """Take back the last `go`, `end` or `finish` as if it had never been (rule 31)."""

    do: Literal["recall"] = "recall"


class Hold(Asked):
    """Stop the clock of what is on air (rule 9)."""

    do: Literal["hold"] = "hold"


class Resume(Asked):
    """Let a held clock run again."""

    do: Literal["resume"] = "resume"


class Restart(Asked):
    """Begin the clock of what is on air again; the log books it as an incident (rule 10)."""

    do: Literal["restart"] = "restart"


class Questions(Asked):
    """Open the questions of what is on air (rule 36)."""

    do: Literal["questions"] = "questions"


class Stretch(Asked):
    """Give (or take back) time to what is on air: `by` a length, or `to` a time to end at."""

    do: Literal["stretch"] = "stretch"
    by: SignedLength | None = None
    to: Moment | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.by is None) == (self.to is None):
            raise PydanticCustomError("by_or_to", "give either “by” or “to”")
        return self


class Began(Asked):
    """What is on air began `ago` (rule 33)."""

    do: Literal["began"] = "began"
    ago: Length


class Ended(Asked):
    """What is on air, or was last on air, ended `ago` (rule 33)."""

    do: Literal["ended"] = "ended"
    ago: Length


class Expect(Asked):
    """Announce a start (of a leaf to come) or an end (of the leaf on air); null clears it."""

    do: Literal["expect"] = "expect"
    slot: str
    start: Moment | None = None
    end: Moment | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if ("start" in self.model_fields_set) == ("end" in self.model_fields_set):
            raise PydanticCustomError("start_or_end", "give either “start” or “end”")
        return self


class Edit(Asked):
    """Set fields of a slot, or of the plan itself when `slot` is absent; null clears a field."""

    do: Literal["edit"] = "edit"
    slot: str | None = None
    set: dict[str, Any] = Field(min_length=1)


class _Placing(Asked):
    """A command with a place: exactly one of `after`, `before`, `into` (null = the top level)."""

    after: str | None = None
    before: str | None = None
    into: str | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        named = [name for name in ("after", "before", "into") if name in self.model_fields_set]
        if len(named) != 1 or (named[0] != "into" and getattr(self, named[0]) is None):
            raise PydanticCustomError(
                "one_place", "say where, with one of “after”, “before” and “into”"
            )
        return self


class Insert(_Placing):
    """Put a new slot (the JSON of one) somewhere."""

    do: Literal["insert"] = "insert"
    slot: dict[str, Any]


class Move(_Placing):
    """Move a slot; its own `start` is dropped unless `keep_start`."""

    do: Literal["move"] = "move"
    slot: str
    keep_start: bool = False


class Remove(Asked):
    """Take a slot out of the plan; a printed one is skipped instead (rule 34)."""

    do: Literal["remove"] = "remove"
    slot: str


class Skip(Asked):
    """Leave a slot out of the day; it stays in the plan."""

    do: Literal["skip"] = "skip"
    slot: str


class Restore(Asked):
    """Take a skipped slot back into the day."""

    do: Literal["restore"] = "restore"
    slot: str


class Swap(Asked):
    """Two slots exchange places; start, promise, advance and cue stay with the place."""

    do: Literal["swap"] = "swap"
    a: str
    b: str


class Split(Asked):
    """A slot with several speakers becomes a session of one leaf each (contract.md §2)."""

    do: Literal["split"] = "split"
    slot: str


class Divide(Asked):
    """A workshop becomes a session of so many rounds with changes between; or is divided anew.

    `into` counts those held already. `each` is how long a round is, else as the time there is
    allows; `gap` how long a change of rooms, else as between those there are, or the plan's
    changeover (contract.md §2).
    """

    do: Literal["divide"] = "divide"
    slot: str
    into: Annotated[int, Field(ge=2, le=24)]
    each: Length | None = None
    gap: Length | None = None


class Activities(Asked):
    """What runs in parallel in a slot, room by room, from now on."""

    do: Literal["activities"] = "activities"
    slot: str
    set: Annotated[list[dict[str, Any]], Field(max_length=200)]


class Speaker(Asked):
    """Whether a speaker is there, and with what microphone; null goes back to the one planned.

    Without a slot it is said of a name, wherever that one is still to speak.
    """

    do: Literal["speaker"] = "speaker"
    slot: str | None = None
    who: Who
    state: State = Field(alias="is")
    mic: Annotated[str, Field(max_length=200)] | None = None


class Called(Asked):
    """A slot's speakers, or the one named, were called to the stage; or were not (`on` false)."""

    do: Literal["called"] = "called"
    slot: str
    who: Who | None = None
    on: bool = True


class Floor(Asked):
    """Who speaks now in what is on air (rule 37); null: nobody."""

    do: Literal["floor"] = "floor"
    speaker: Who | None


class Say(Asked):
    """Show a message; `for` limits how long, `{left}` in the text is the time left.

    A `passing` one goes with what is on air, at the next `go` or `end`.
    """

    do: Literal["say"] = "say"
    text: Annotated[str, Field(min_length=1, max_length=500)]
    to: Annotated[str, Field(max_length=200)] = "stage"
    lasting: Length | None = Field(default=None, alias="for")
    flash: bool = False
    passing: bool = False


class Clear(Asked):
    """Take the message away."""

    do: Literal["clear"] = "clear"


class Blackout(Asked):
    """Turn the stage screens black, or back."""

    do: Literal["blackout"] = "blackout"
    on: bool


class Incident(Asked):
    """The stage says "un instant", or no longer; stamped into the log."""

    do: Literal["incident"] = "incident"
    on: bool


class Note(Asked):
    """Stamp a note into the log, about a slot or the day; without words it marks the instant.

    With `of`, the `rev` that stamped a note, give that one its words: it keeps instant and slot.
    """

    do: Literal["note"] = "note"
    text: Text
    slot: str | None = None
    of: int | None = None


class Undo(Asked):
    """Go back to the plan's former value; the log is untouched (rule 35)."""

    do: Literal["undo"] = "undo"


class Redo(Asked):
    """Take the last undone plan again."""

    do: Literal["redo"] = "redo"


class Reprint(Asked):
    """Print anew what is not yet aired (rule 4)."""

    do: Literal["reprint"] = "reprint"


class Finish(Asked):
    """Close the day; only `recall` and `note` are taken after it (rule 35)."""

    do: Literal["finish"] = "finish"


class PromiseOf(BaseModel):
    """Which hour is promised: a slot's start or end, or the end of the day (`day`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    slot: str
    of: Literal["start", "end"]


class Cut(BaseModel):
    """How much a slot gives."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    slot: str
    by: Length


class Deal(BaseModel):
    """What a plan takes from whom: cuts, slots left out, and a negative stretch on air."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    cuts: tuple[Cut, ...] = ()
    skips: tuple[str, ...] = ()
    stretch: SignedLength = times.ZERO


class CatchUp(Asked):
    """Apply a plan that keeps a promise: one undo step (rule 29).

    `seen` is what the plan took when the sender saw it: one that now takes something else is
    refused, so that nobody applies a plan unseen.
    """

    do: Literal["catch_up"] = "catch_up"
    promise: PromiseOf
    plan: Literal["share", "breaks", "few", "next", "last", "now", "skip"] = "share"
    seen: Deal | None = None


class Agree(Asked):
    """A new hour was agreed for a promise; null goes back to the printed one (rule 21)."""

    do: Literal["agree"] = "agree"
    promise: PromiseOf
    time: Moment | None


class Told(Asked):
    """The person was told this hour (rule 23)."""

    do: Literal["told"] = "told"
    promise: PromiseOf
    time: Moment


class Warned(Asked):
    """Somebody was told what a plan changes for them (or was not after all: `on` false).

    `who` is absent for a slot that names nobody; without a `slot` the whole list is done with.
    """

    do: Literal["warned"] = "warned"
    slot: str | None = None
    who: Annotated[str, Field(max_length=200)] | None = None
    on: bool = True


Amendment = Edit | Insert | Move | Remove | Skip | Restore | Activities
"""What a revision may be made of."""


class Revise(Asked):
    """Make several changes of the plan as one step of undo: a revised programme is taken over.

    All of `steps` are taken, in order, or none. `programme` is the schedule (as a file holds it)
    that was read, under our ids: the next revision is compared with it.
    """

    do: Literal["revise"] = "revise"
    steps: Annotated[
        tuple[Annotated[Amendment, Field(discriminator="do")], ...], Field(max_length=20_000)
    ] = ()
    programme: dict[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """The command as JSON values; each step says what it does."""
        data = super().as_json()
        return data | {"steps": [step.as_json() for step in self.steps]}


class Batch(Asked):
    """Make several changes of the plan as one step of undo: what is done to several rows at once.

    All of `steps` are taken, in order, or none.
    """

    do: Literal["batch"] = "batch"
    steps: Annotated[
        tuple[Annotated[Amendment, Field(discriminator="do")], ...],
        Field(min_length=1, max_length=20_000),
    ]

    def as_json(self) -> dict[str, Any]:
        """The command as JSON values; each step says what it does."""
        return super().as_json() | {"steps": [step.as_json() for step in self.steps]}


class Column(Asked):
    """Call a column of the crew otherwise in every slot; `to` null takes it out, with its cells."""

    do: Literal["column"] = "column"
    name: Department
    to: Department | None


PlanCommand = Edit | Insert | Move | Remove | Skip | Restore | Swap | Split | Activities
"""Commands that change the plan, whatever the hour: each is one undo step."""
Command = (
    Go | End | Recall | Hold | Resume | Restart | Questions | Stretch | Began | Ended | Expect
    | Speaker | Called | Floor | PlanCommand | Divide | Batch | Column | Revise | CatchUp | Agree
    | Told | Warned | Say | Clear | Blackout | Incident | Note | Undo | Redo | Reprint | Finish
)  # fmt: skip


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[Command]:
    """The reader of commands, made when first needed."""
    return TypeAdapter(Annotated[Command, Field(discriminator="do")])


def warm() -> None:
    """Build what reads commands now rather than when the first one comes."""
    for kind in get_args(Command):
        kind.model_rebuild()
    adapter()


def command_of(data: object) -> Command:
    """The command that `data` (JSON values) says; raises Refused with a sentence if it is none."""
    if not isinstance(data, Mapping):
        raise Refused("not_a_command")
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except (UnicodeEncodeError, ValueError, TypeError, RecursionError):
        raise Refused("text_unsound") from None
    try:
        return adapter().validate_python(dict(data))
    except ValidationError as error:
        raise _refusal(data, error) from None


def _refusal(data: Mapping[Any, Any], error: ValidationError) -> Refused:
    first = error.errors(include_url=False, include_input=False)[0]
    name = str(data.get("do", ""))[:60]
    if first["type"] in ("union_tag_invalid", "union_tag_not_found"):
        return Refused("unknown_command", name=name)
    field = ".".join(str(part) for part in first["loc"][1:])
    if first["type"] == "missing":
        return Refused("field_missing", name=name, field=field)
    if first["type"] == "extra_forbidden":
        return Refused("field_unknown", name=name, field=field)
    if not field:
        return Refused("command_wrong", name=name, why=why(error)[1])
    return Refused("field_wrong", name=name, field=field, why=why(error)[1])


def moment_at(moment: datetime | times.Civil, day: date, zone: ZoneInfo) -> datetime:
    """The instant that a `Moment` means on the plan's date `day` in `zone`."""
    return times.instant(day, moment, zone) if isinstance(moment, times.Civil) else moment
