"""The history of a day: one entry for each thing that was done, as the régie would tell it.

It is never undone: what is taken back stays in it, followed by the taking back. What changes
nothing leaves no trace.
"""

from datetime import datetime
from typing import assert_never

from runofshow.core import commands as do
from runofshow.core import people
from runofshow.core.log import Entry, EntryKind, Gesture
from runofshow.core.plan import DAY_ID
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.times import Civil, show_length

_Told = tuple[EntryKind, Sentence, str | None]


def entry(
    before: Show, after: Show, command: do.Command, now: datetime, done: Gesture | None
) -> tuple[Entry, ...]:
    """What the history keeps of `command`, which made `after` of `before` at `now`, if anything.

    `done` is the gesture that it was.
    """
    told = _told(before, after, command, done)
    return () if told is None else (Entry(before.rev + 1, now, *told),)


def _told(  # noqa: C901, PLR0911, PLR0912 (one line a command, checked for completeness)
    before: Show, after: Show, command: do.Command, done: Gesture | None
) -> _Told | None:
    said = None if done is None else done.said
    here = before.air.on_air.slot if before.air.on_air is not None else None
    match command:
        case do.Go() | do.End() | do.Finish() | do.Recall():
            assert said is not None
            return "recall" if isinstance(command, do.Recall) else "act", said, _position(after)
        case do.Ended():
            assert said is not None
            return "hand" if here is None else "act", said, _position(after)
        case do.Hold() | do.Resume() | do.Restart() | do.Questions() | do.Stretch() | do.Began():
            assert said is not None
            return "hand", said, here
        case do.Expect():
            return "hand", _expected(after, command), command.slot
        case (
            do.Edit() | do.Insert() | do.Move() | do.Remove() | do.Skip() | do.Restore() | do.Swap()
            | do.Split() | do.Activities() | do.Divide()
        ):  # fmt: skip
            return _edited(before, after, command)
        case do.Batch() | do.Column() | do.Revise():
            changed = after.undo is not before.undo
            return ("plan", after.undo[-1].said, None) if changed else None
        case do.CatchUp():
            return "given", _gave(before, after), here
        case do.Undo():
            return "plan", Sentence.of("undone", what=before.undo[-1].said), None
        case do.Redo():
            return "plan", Sentence.of("redone", what=before.redo[-1].said), None
        case do.Reprint():
            return "plan", Sentence.of("did_reprint"), None
        case do.Agree() | do.Told():
            return "promise", _dealt(after, command), _slot(command.promise.slot)
        case do.Warned():
            return None if said is None or command.slot is None else ("people", said, command.slot)
        case do.Floor():
            return "people", _floor(after), here
        case do.Speaker():
            who = people.whom(before, command.slot, command.who)[0][1][0]
            return "people", Sentence.of(f"is_{command.state}", who=who), command.slot
        case do.Called():
            assert said is not None
            return "people", said, command.slot
        case do.Say() | do.Clear() | do.Blackout():
            assert said is not None
            return "stage", said, None
        case do.Incident():
            assert said is not None
            return "incident", said, here
        case do.Note(of=of):
            return ("note", noted(command.text), command.slot) if of is None else None
        case _:
            assert_never(command)


def noted(text: str) -> Sentence:
    """What the history says of a note; without words it marks an instant."""
    return Sentence.of("noted", text=text) if text else Sentence.of("noted_bare")


def _position(show: Show) -> str | None:
    return show.air.airings[-1].slot if show.air.airings else None


def _slot(slot: str) -> str | None:
    return None if slot == DAY_ID else slot


def _edited(
    before: Show,
    after: Show,
    command: do.PlanCommand | do.Divide,
) -> _Told | None:
    """The step that undo would take back; nothing when there is none."""
    if after.undo is before.undo:
        return None
    match command:
        case do.Insert():
            fresh = (node.slot.id for node in after.outline.nodes)
            slot = next((id_ for id_ in fresh if id_ not in before.outline.by_id), None)
        case do.Swap():
            slot = command.a
        case _:
            slot = command.slot
    return "plan", after.undo[-1].said, slot


def _hour(show: Show, moment: datetime) -> Civil:
    wall = moment.astimezone(show.plan.zone)
    return Civil(wall.hour, wall.minute)


def _expected(after: Show, command: do.Expect) -> Sentence:
    end = "end" in command.model_fields_set
    airing = after.air.on_air
    at = after.announced.get(command.slot)
    if end:
        at = airing.announced_end if airing is not None else None
    if at is None:
        return Sentence.of("expect_none")
    return Sentence.of("expect_end" if end else "expect_start", at=_hour(after, at))


def _gave(before: Show, after: Show) -> Sentence:
    """By which plan, and who gave: "répartir, 3.2 −2 min, 5 −2 min"."""
    given, cue = after.log.given[-1], before.reference.cue
    nodes = before.outline.by_id
    gave = [f"{cue(nodes[slot].slot)} −{show_length(by)}" for slot, by in given.cuts]
    if given.stretch and before.air.on_air is not None:
        here = nodes[before.air.on_air.slot].slot
        gave.insert(0, f"{cue(here)} {show_length(given.stretch)}")
    gave += [f"{cue(nodes[slot].slot)} ×" for slot in given.skips]
    plan = Sentence.of(f"plan_{given.plan}")
    return Sentence.of("caught_up", plan=plan, who=", ".join(gave))


def _dealt(after: Show, command: do.Agree | do.Told) -> Sentence:
    promise = (command.promise.slot, command.promise.of)
    if isinstance(command, do.Told):
        return Sentence.of("told_of", at=_hour(after, after.told[promise][1]))
    agreed = after.agreed.get(promise)
    if agreed is None:
        return Sentence.of("agreed_none")
    return Sentence.of("agreed_on", at=_hour(after, agreed))


def _floor(after: Show) -> Sentence:
    airing = after.air.on_air
    voice = airing.voice if airing is not None else None
    if voice is None:
        return Sentence.of("floor_nobody")
    return Sentence.of("floor_to", who=voice.person[0])
