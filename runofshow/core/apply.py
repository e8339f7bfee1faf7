"""The one door: `apply(show, command, now) -> Show`, or Refused and nothing changed.

Rules of this module:
- `now` never decreases: an earlier one counts as that of the last accepted command.
- Automatic acts due by `now` come first, whatever the command (rule 32).
- Every new value of the plan goes through `settled_plan`; a result that is no valid plan is
  refused (rule 34).
- Each accepted command counts one in `rev`, even one that changes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from runofshow.core import catchup, crew, edits, hands, panel, people, telling, undo
from runofshow.core import commands as do
from runofshow.core.errors import Refused
from runofshow.core.gestures import gesture
from runofshow.core.history import entry, noted
from runofshow.core.log import Given, Stamp
from runofshow.core.message import REMEMBERED, Message, Said
from runofshow.core.plan import Plan
from runofshow.core.planned import printing, with_cues
from runofshow.core.promises import Promise, promised
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show, Step


def apply(show: Show, command: do.Command, now: datetime) -> Show:
    """The show after `command` at `now` (aware UTC); raises Refused, a sentence for the régie."""
    now = moment(show, now)
    show = hands.settled(show, now)
    if command.if_rev is not None and command.if_rev != show.rev:
        raise Refused("stale", rev=show.rev)
    if show.air.finished and not isinstance(command, (do.Recall, do.Note)):
        raise Refused("finished")
    after = _checked(_done(show, command, now), show, same_people=isinstance(command, do.Revise))
    done = gesture(show, after, command, now)
    told = entry(show, after, command, now, done)
    log = after.log._replace(gesture=done, history=after.log.history + told)
    return replace(after, log=log, rev=show.rev + 1, last=now)


def moment(show: Show, now: datetime) -> datetime:
    """`now`, or the instant of the last accepted command when that is later."""
    return now if show.last is None else max(now, show.last)


def _done(  # noqa: C901, PLR0911, PLR0912 (one line a command, checked for completeness)
    show: Show, command: do.Command, now: datetime
) -> Show:
    match command:
        case do.Go():
            return hands.go(show, command, now)
        case do.End():
            return hands.end(show, now)
        case do.Recall():
            return _recalled(show)
        case do.Finish():
            return hands.finish(show, now)
        case do.Hold():
            return hands.hold(show, now)
        case do.Resume():
            return hands.resume(show, now)
        case do.Restart():
            return hands.restart(show, now)
        case do.Questions():
            return hands.questions(show)
        case do.Stretch():
            return hands.stretch(show, command, now)
        case do.Began():
            return hands.began(show, command, now)
        case do.Ended():
            return hands.ended(show, command, now)
        case do.Expect():
            return hands.expect(show, command)
        case do.Floor():
            return panel.floor(show, command, now)
        case do.Speaker():
            return people.speaker(show, command, now)
        case do.Called():
            return people.called(show, command, now)
        case (
            do.Edit() | do.Insert() | do.Move() | do.Remove() | do.Skip() | do.Restore() | do.Swap()
            | do.Split() | do.Activities()
        ):  # fmt: skip
            return _planned_anew(show, command)
        case do.Divide():
            return _divided(show, command, now)
        case do.Batch():
            after = _stepped(show, command.steps)
            return _one_step(show, after, edits.said_of_several(show, command.steps))
        case do.Column():
            return _one_step(show, show.with_plan(crew.renamed(show, command)), crew.said(command))
        case do.Revise():
            return _revised(show, command)
        case do.CatchUp():
            return _caught_up(show, command, now)
        case do.Agree() | do.Told():
            return _dealt(show, command, now)
        case do.Undo():
            return _settled_version(show, undo.undone(show))
        case do.Redo():
            return _settled_version(show, undo.redone(show))
        case do.Reprint():
            return _reprinted(show)
        case do.Say() | do.Clear() | do.Blackout() | do.Incident() | do.Note():
            return _told(show, command, now)
        case do.Warned():
            return telling.warned(show, command.slot, command.who, command.on, now)
        case _:
            assert_never(command)


def _recalled(show: Show) -> Show:
    after = hands.recall(show)
    return after.with_plan(edits.brought_after(after, after.plan))


def _planned_anew(show: Show, command: do.PlanCommand) -> Show:
    plan = _edited(show, command)
    if plan == show.plan:  # quick: what is unchanged is the same object
        return show
    step = Step(show.version, edits.said(show, command), show.rev + 1)
    after = show.with_plan(edits.settled_plan(show, plan))
    after = replace(after, undo=(*show.undo, step), redo=())
    if not isinstance(command, do.Split):
        return after
    from runofshow.core import split

    return split.carried(after, show, command.slot)


def _divided(show: Show, command: do.Divide, now: datetime) -> Show:
    """A workshop in rounds: one step of undo, which tells what is left over."""
    from runofshow.core import divide  # seldom asked

    division = divide.division(show, command, now)
    plan = divide.divide(show, command, division)
    after = _one_step(
        show, show.with_plan(edits.settled_plan(show, plan)), divide.said(show, command, division)
    )
    return divide.carried(after, show, command.slot)


def _revised(show: Show, command: do.Revise) -> Show:
    """All the steps as one step of undo, and what was read kept for the next revision."""
    after = _stepped(show, command.steps)
    if command.programme is not None:
        version = after.version._replace(programme=edits.programme(command.programme))
        after = replace(after, version=version)
    return _one_step(show, after, Sentence.of("did_revise"))


def _stepped(show: Show, steps: Sequence[do.Amendment]) -> Show:
    """The show after some changes of the plan, each seeing what the one before it has made."""
    for each in steps:
        plan = _edited(show, each)
        if plan != show.plan:
            show = show.with_plan(edits.settled_plan(show, plan))
    return show


def _one_step(show: Show, after: Show, said: Sentence) -> Show:
    """`after`, whose whole difference is one step of undo; `show` itself when there is none."""
    if after.version == show.version:
        return show
    step = Step(show.version, said, show.rev + 1)
    return replace(after, undo=(*show.undo, step), redo=())


def _caught_up(show: Show, command: do.CatchUp, now: datetime) -> Show:
    """Rule 29: the cuts and what is left out are one undo step, the stretch is the airing's."""
    promise = _promise(show, command.promise)
    plan = catchup.catch_up(show, now, promise, command.plan)
    if command.seen is not None and _deal(command.seen) != plan.deal:
        raise Refused("plan_changed")
    if plan.idle:
        raise Refused("nothing_to_give")
    before, rev = tuple(catchup.lengths_before(show, plan)), show.rev + 1
    given = Given(now, promise, plan.plan, plan.cuts, plan.skips, plan.stretch, before, rev)
    after = catchup.applied(show, plan)
    after = replace(after, log=after.log._replace(given=(*show.log.given, given)))
    if after.version is show.version:
        return after
    said = catchup.said(show, plan)
    lane = (*show.undo, Step(show.version, said, rev))
    return replace(after.with_plan(edits.settled_plan(show, after.plan)), undo=lane, redo=())


def _deal(seen: do.Deal) -> tuple[object, ...]:
    cuts = tuple((cut.slot, cut.by) for cut in seen.cuts)
    return cuts, seen.skips, seen.stretch


def _dealt(show: Show, command: do.Agree | do.Told, now: datetime) -> Show:
    """A new hour agreed for a promise, or somebody told one (rules 21 and 23)."""
    promise = _promise(show, command.promise)
    moment_ = command.time
    at = None if moment_ is None else do.moment_at(moment_, show.plan.date, show.plan.zone)
    if isinstance(command, do.Told):
        assert at is not None
        return replace(show, told={**show.told, promise: (now, at)})
    rest = {other: hour for other, hour in show.agreed.items() if other != promise}
    return replace(show, agreed=rest if at is None else rest | {promise: at})


def _promise(show: Show, asked: do.PromiseOf) -> Promise:
    promise = Promise(asked.slot, asked.of)
    if promise not in set(promised(show)):
        raise Refused("no_such_promise")
    return promise


def _edited(show: Show, command: do.PlanCommand) -> Plan:  # noqa: PLR0911 (one line a command)
    match command:
        case do.Edit():
            return edits.edit(show, command)
        case do.Insert():
            return edits.insert(show, command)
        case do.Move():
            return edits.move(show, command)
        case do.Remove():
            return edits.remove(show, command)
        case do.Skip():
            return edits.skip(show, command)
        case do.Restore():
            return edits.restore(show, command)
        case do.Swap():
            return edits.swap(show, command)
        case do.Split():
            from runofshow.core import split  # a panel is split now and then

            return split.split(show, command)
        case do.Activities():
            return edits.activities(show, command)
        case _:
            assert_never(command)


def _settled_version(before: Show, after: Show) -> Show:
    """`after` with its plan checked against, and its order settled by, the log."""
    return after.with_plan(edits.settled_plan(before, after.plan))


def _reprinted(show: Show) -> Show:
    if show.printed is None:
        raise Refused("not_printed")
    return show.with_printed(printing(show.reference, show.printed, frozenset(show.aired)))


def _told(
    show: Show, command: do.Say | do.Clear | do.Blackout | do.Incident | do.Note, now: datetime
) -> Show:
    match command:
        case do.Say():
            until = None if command.lasting is None else now + command.lasting
            return replace(
                show,
                message=Message(command.text, command.to, until, command.flash, command.passing),
                said=(*show.said[1 - REMEMBERED :], _said(command, now)),
            )
        case do.Clear():
            return replace(show, message=None)
        case do.Blackout():
            return replace(show, blackout=command.on)
        case do.Incident():
            airing = show.air.on_air
            stamp = Stamp(
                now, "incident", "on" if command.on else "off", airing.slot if airing else None
            )
            return hands.stamped(replace(show, incident=command.on), stamp)
        case do.Note():
            return _noted(show, command, now)
        case _:
            assert_never(command)


def _noted(show: Show, command: do.Note, now: datetime) -> Show:
    """A note stamped now, or one stamped before given its words."""
    if command.of is None:
        if command.slot is not None:
            hands.node_of(show, command.slot)
        stamp = Stamp(now, "note", command.text, command.slot, show.rev + 1)
        return hands.stamped(show, stamp)
    stamps, history = show.log.stamps, show.log.history
    known = [stamp.rev if stamp.kind == "note" else None for stamp in stamps]
    if command.of not in known:
        raise Refused("no_such_note")
    at = known.index(command.of)
    log = show.log._replace(
        stamps=(*stamps[:at], stamps[at]._replace(text=command.text), *stamps[at + 1 :]),
        history=tuple(
            entry._replace(said=noted(command.text)) if entry.rev == command.of else entry
            for entry in history
        ),
    )
    return replace(show, log=log)


def _said(command: do.Say, now: datetime) -> Said:
    return Said(now, command.text, command.to, command.flash, command.lasting)


def _checked(show: Show, before: Show, same_people: bool) -> Show:
    """The show, if its plan is valid and its air agrees with it; `before` is.

    `same_people`: a name in the place of another is the same person only when it is like it.
    """
    changed = show.reference is not before.reference
    if changed and not show.startable:
        raise Refused("no_start")
    if changed:
        show = panel.followed(before, show, same_people)
    airing = show.air.on_air
    if airing is not None and airing.held_since is not None:
        slot = show.outline.by_id[airing.slot].slot
        if slot.elastic:
            raise Refused("held_elastic", title=hands.title(slot))
    if show.printed is not None and show.outline.at is not before.outline.at:
        printed = with_cues(show.printed, show.outline)
        show = show if printed is show.printed else show.with_printed(printed)
    waiting = show.air.pending
    if waiting is not None and (show.next is None or show.next.slot.id != waiting):
        show = show.with_air(show.air._replace(pending=None))
    return show
