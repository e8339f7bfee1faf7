"""What the last hand did to the live show, and the command that does the opposite, if there is one.

The plan's undo never touches the log (rule 35). So whoever presses undo right after a live gesture
is told of it first, and by `Gesture` can be offered what he meant.
"""

from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core import commands as do
from runofshow.core import times
from runofshow.core.log import Gesture, Presence
from runofshow.core.panel import person_of
from runofshow.core.people import whom
from runofshow.core.sentences import Sentence
from runofshow.core.shares import persons
from runofshow.core.show import Show


def gesture(  # noqa: C901, PLR0911, PLR0912 (one line a command, checked for completeness)
    before: Show, after: Show, command: do.Command, now: datetime
) -> Gesture | None:
    """The gesture that `command` was; None for an edit of the plan, which undo takes back."""
    match command:
        case do.Go() | do.End() | do.Finish():
            return after.log.gesture
        case do.Ended() if after.log.acts != before.log.acts:
            return Gesture(after.log.acts[-1].said, now, do.Recall())
        case do.Ended(ago=ago):
            return Gesture(Sentence.of("did_ended", ago=ago), now)
        case do.Began(ago=ago):
            return Gesture(Sentence.of("did_began", ago=ago), now)
        case do.Recall():
            what = before.log.acts[-1].said
            return Gesture(Sentence.of("did_recall", what=what), now)
        case do.Stretch():
            return _stretched(before, after, now)
        case do.Restart():
            return _restarted(before, after, now)
        case do.Expect():
            return _expected(before, command, now)
        case do.Hold():
            return Gesture(Sentence.of("did_hold"), now, do.Resume())
        case do.Say(text=text):
            return Gesture(Sentence.of("did_say", text=text), now, do.Clear())
        case do.Blackout(on=on):
            said = Sentence.of("did_blackout" if on else "did_blackout_over")
            return Gesture(said, now, do.Blackout(on=not on))
        case do.Incident(on=on):
            said = Sentence.of("did_incident" if on else "did_incident_over")
            return Gesture(said, now, do.Incident(on=not on))
        case (
            do.Resume() | do.Questions() | do.Clear() | do.Note() | do.Reprint() | do.Agree()
            | do.Told()
        ):  # fmt: skip
            return Gesture(Sentence.of(f"did_{command.do}"), now)
        case do.Floor():
            return _floor_given(before, after, now)
        case do.Speaker():
            return _booked(before, command, now)
        case do.Called():
            return _called(before, command, now)
        case (
            do.Edit() | do.Insert() | do.Move() | do.Remove() | do.Skip() | do.Restore() | do.Swap()
            | do.Split()
        ):  # fmt: skip
            return None
        case do.Activities() | do.Divide() | do.Batch() | do.Column():
            return None
        case do.CatchUp() if after.version is before.version:  # all of it was taken on air
            given = after.log.given[-1]
            plan = Sentence.of(f"plan_{given.plan}")
            return Gesture(Sentence.of("did_catch_up", plan=plan), now, _giving(-given.stretch))
        case do.Warned(slot=slot, who=who, on=on) if slot is not None:
            said = Sentence.of(
                "did_warned" if on else "did_unwarned", who=who or _title(after, slot)
            )
            return Gesture(said, now, do.Warned(slot=slot, who=who, on=not on))
        case do.Revise() | do.CatchUp() | do.Undo() | do.Redo() | do.Warned():
            return None
        case _:
            assert_never(command)


def _stretched(before: Show, after: Show, now: datetime) -> Gesture:
    """Time given or taken back; the opposite is exact."""
    was, has = before.air.airings[-1], after.air.airings[-1]
    by = has.stretch - was.stretch
    code = "did_give" if by >= times.ZERO else "did_take"
    return Gesture(Sentence.of(code, by=abs(by)), now, _giving(-by))


def _giving(by: timedelta) -> do.Stretch | None:
    """What gives so much; None where that is more than anybody may give, days after its end."""
    return None if abs(by) > times.LONGEST else do.Stretch(by=by)


def _restarted(before: Show, after: Show, now: datetime) -> Gesture:
    """A clock begun again; taking back what it gained has it end when it would have."""
    gained = after.air.airings[-1].lost - before.air.airings[-1].lost
    return Gesture(Sentence.of("did_restart"), now, _giving(-gained))


def _expected(before: Show, command: do.Expect, now: datetime) -> Gesture:
    """An announcement made or taken back; the opposite is what was announced before."""
    said = Sentence.of("did_expect", title=_title(before, command.slot))
    if "end" in command.model_fields_set:
        airing = before.air.on_air
        former = None if airing is None else airing.announced_end
        return Gesture(said, now, do.Expect(slot=command.slot, end=former))
    return Gesture(
        said, now, do.Expect(slot=command.slot, start=before.announced.get(command.slot))
    )


def _floor_given(before: Show, after: Show, now: datetime) -> Gesture:
    """The floor given or taken back; the opposite gives it to who had it before."""
    was, has = before.air.airings[-1].voice, after.air.airings[-1].voice
    speakers = persons(before.outline.by_id[before.air.airings[-1].slot].slot.speakers)
    former = speakers.index(was.person) + 1 if was and was.person in speakers else None
    said = Sentence.of("did_floor", name=has.person[0]) if has else Sentence.of("did_no_floor")
    return Gesture(said, now, do.Floor(speaker=former))


def _booked(before: Show, command: do.Speaker, now: datetime) -> Gesture:
    """Somebody told to be there or not; the opposite is what was known before."""
    node, person = whom(before, command.slot, command.who)[0]
    known = before.presence.get(node.slot.id, {}).get(person, Presence())
    said = Sentence.of(f"did_{command.state}", name=person[0])
    if command.slot is None:
        return Gesture(said, now, do.Speaker(who=person[0], state=known.state))
    number = persons(node.slot.speakers).index(person) + 1
    back = do.Speaker(slot=node.slot.id, who=number, state=known.state, mic=known.mic)
    return Gesture(said, now, back)


def _called(before: Show, command: do.Called, now: datetime) -> Gesture:
    """Somebody called, or not after all; the opposite says so of the same people."""
    slot = before.outline.by_id[command.slot].slot
    person = None if command.who is None else person_of(slot, command.who)
    everyone = ", ".join(speaker.name for speaker in slot.speakers) or _title(before, slot.id)
    code = "did_called" if command.on else "did_uncalled"
    said = Sentence.of(code, name=everyone if person is None else person[0])
    return Gesture(said, now, command.model_copy(update={"on": not command.on, "id": None}))


def _title(show: Show, slot: str) -> str:
    return show.outline.by_id[slot].slot.title or slot
