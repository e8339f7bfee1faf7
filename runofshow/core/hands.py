"""The live hands: what `go`, `end`, `recall` and the corrections do to the log (timing.md §7).

Each function takes a show and an instant and returns the show after, or raises Refused. Automatic
ends and starts (rule 32) are here too: they are the same acts, done by nobody.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from runofshow.core import times
from runofshow.core.commands import Began, Ended, Expect, Go, Recall, Stretch, moment_at
from runofshow.core.errors import Refused
from runofshow.core.expected import earliest_start
from runofshow.core.log import Act, Air, Airing, Entry, Gesture, Stamp
from runofshow.core.outline import Node
from runofshow.core.plan import Slot
from runofshow.core.planned import printing
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show, Step, Version
from runofshow.core.tree import Place, holds, moved, origin, put_back

GRACE: Final = 2 * times.SECOND
"""How long a `go` naming no slot is refused after an automatic start (rule 32)."""


# --- what is there -----------------------------------------------------------------------------


def node_of(show: Show, slot: str) -> Node:
    """The node of that id; raises Refused when there is none."""
    node = show.outline.by_id.get(slot)
    if node is None:
        raise Refused("unknown_slot", slot=slot)
    return node


def on_air(show: Show) -> tuple[Airing, Slot]:
    """The airing whose timer runs and its leaf; raises Refused on empty air."""
    airing = show.air.on_air
    if airing is None:
        raise Refused("nothing_on_air")
    return airing, show.outline.by_id[airing.slot].slot


def title(slot: Slot) -> str:
    """What a slot is called in a sentence: its title, else its id."""
    return slot.title or slot.id


# --- acts: what recall takes back --------------------------------------------------------------


def _act(show: Show, air: Air, said: Sentence, at: datetime, moved: str | None = None) -> Show:
    """The show with `air` brought about by an act that `recall` can take back."""
    log = show.log
    act = Act(log.serial + 1, log.air, said, at, moved)
    acts, done = (*log.acts, act), Gesture(said, at, Recall())
    said_now = None if show.message is not None and show.message.passing else show.message
    log = log._replace(air=air, acts=acts, serial=act.serial, gesture=done)
    return replace(show, log=log, message=said_now)


def _refuse_nothing(show: Show) -> None:
    """Raises Refused, for there is nothing to take: all has been, or nothing ever was to be."""
    if show.outline.order_at:
        raise Refused("nothing_to_come")
    if show.outline.leaves_at:
        raise Refused("nothing_but_skipped")
    raise Refused("nothing_planned")


def _closed(show: Show, airing: Airing, at: datetime) -> Airing:
    """The airing ended at `at`, an open hold closed with it and the floor cleared (rule 37)."""
    held = airing.held_by(at)
    airing = airing.with_floor(None, at)._replace(ended=at, held=held, held_since=None)
    return airing._replace(due=show.ends(airing))


def _without_air(show: Show, at: datetime) -> tuple[Airing, ...]:
    """The airings, the one on air (if any) ended at `at`."""
    airings, airing = show.air.airings, show.air.on_air
    return airings if airing is None else (*airings[:-1], _closed(show, airing, at))


def go(show: Show, command: Go, now: datetime) -> Show:
    """Rule 30: end what is on air and take the slot named, or the next, at the same instant."""
    airing = show.air.on_air
    if "seen" in command.model_fields_set and command.seen != (airing.slot if airing else None):
        raise Refused("moved_on")
    if command.slot is None:
        _refuse_just_started(show, now)
    if show.next is None and command.slot is None:
        _refuse_nothing(show)
    node = show.next if command.slot is None else _takeable(show, command.slot)
    assert node is not None
    if show.printed is None:
        show = show.with_printed(printing(show.reference))
    serial, taken_out = show.log.serial + 1, None
    if show.next is not None and node.slot.id != show.next.slot.id:
        show, taken_out = _moved_to_position(show, node, serial), node.slot.id
    airings = (*_without_air(show, now), Airing(node.slot.id, now))
    air = Air(airings, auto_started=show.air.auto_started)
    said = Sentence.of("did_go", title=title(node.slot))
    show = _act(show, air, said, now, taken_out)
    return replace(show, log=show.log._replace(quiet=False))


def _refuse_just_started(show: Show, now: datetime) -> None:
    since = show.air.auto_started
    if since is not None and now - since < GRACE:
        airing = show.air.airings[-1]
        raise Refused("just_started", title=title(show.outline.by_id[airing.slot].slot))


def _takeable(show: Show, slot: str) -> Node:
    node = node_of(show, slot)
    if node.slot.slots is not None:
        raise Refused("not_a_leaf", title=title(node.slot))
    if slot in show.aired:
        raise Refused("already_aired", title=title(node.slot))
    if node.skipped:
        raise Refused("is_skipped", title=title(node.slot))
    return node


def _moved_to_position(show: Show, node: Node, serial: int) -> Show:
    """The leaf moved to the position in the plan and in both lanes, its own start dropped."""
    position, following = show.position, show.next
    assert following is not None
    beside = following if position is None else position
    place = Place("before" if position is None else "after", beside.slot.id)

    def take(version: Version) -> Version:
        plan = version.plan
        if not (holds(plan, node.slot.id) and holds(plan, beside.slot.id)):
            return version
        mark = (serial, origin(plan, node.slot.id))
        leaf = mark[1].slot.model_copy(update={"start": None})
        origins = (*version.origins, mark)
        return version._replace(plan=moved(plan, leaf, place), origins=origins)

    return _every_version(show, take)


def _every_version(show: Show, change: Callable[[Version], Version]) -> Show:
    """The show with a change made to the plan and to all its former and undone values."""
    lanes = [
        tuple(Step(change(step.version), step.said, step.rev) for step in lane)
        for lane in (show.undo, show.redo)
    ]
    return replace(show.with_version(change(show.version)), undo=lanes[0], redo=lanes[1])


def end(show: Show, now: datetime) -> Show:
    """Ends what is on air and leaves the air empty."""
    _, slot = on_air(show)
    air = Air(_without_air(show, now), auto_started=show.air.auto_started)
    return _act(show, air, Sentence.of("did_end", title=title(slot)), now)


def finish(show: Show, now: datetime) -> Show:
    """Closes the day (rule 35)."""
    air = Air(_without_air(show, now), finished=True)
    return _act(show, air, Sentence.of("did_finish"), now)


def recall(show: Show) -> Show:
    """Rule 31: the last act as if it had never been; plan edits made since stay."""
    if not show.log.acts:
        raise Refused("nothing_to_recall")
    act = show.log.acts[-1]
    log = show.log._replace(air=act.before, acts=show.log.acts[:-1], quiet=True)
    show = replace(show, log=log)
    if act.moved is not None:
        show = _every_version(show, lambda version: _returned(version, act.serial))
    return show if show.air.airings else show.with_printed(None)


def _returned(version: Version, serial: int) -> Version:
    """The version with the leaf that act took returned to its place and start."""
    plan = version.plan
    for number, stood in version.origins:
        if number == serial:
            plan = put_back(plan, stood)
    rest = tuple(mark for mark in version.origins if mark[0] != serial)
    return version._replace(plan=plan, origins=rest)


# --- automatic acts (rule 32) ------------------------------------------------------------------


def settled(show: Show, now: datetime) -> Show:
    """The show with all automatic acts due by `now` done, stamped with their own instants."""
    while (after := _one_automatic(show, now)) is not None:
        show = after
    return show


def next_automatic(show: Show) -> datetime | None:
    """When the next automatic act is due, if any is."""
    if show.log.quiet or show.air.finished:
        return None
    airing = show.air.on_air
    if airing is not None:
        slot = show.outline.by_id[airing.slot].slot
        if slot.advance != "auto" or airing.held_since is not None or not show.to_come:
            return None
        return _not_before_last(show, show.ends(airing))
    if show.air.pending is not None and show.next and show.air.pending == show.next.slot.id:
        return _pending_start(show, show.next)
    return None


def _not_before_last(show: Show, at: datetime) -> datetime:
    return at if show.last is None else max(at, show.last)


def _pending_start(show: Show, node: Node) -> datetime:
    at = earliest_start(show, node, show.free_from)
    assert at is not None  # something was aired, so the air has been free from some instant
    return _not_before_last(show, at)


def _one_automatic(show: Show, now: datetime) -> Show | None:
    at = next_automatic(show)
    if at is None or at > now:
        return None
    airing, following = show.air.on_air, show.to_come[0]
    if airing is None:
        return _started(show, show.air.airings, following, at)
    airings = _without_air(show, at)
    ended = show.with_air(Air(airings))
    if _pending_start(replace(ended, last=at), following) == at:
        return _started(show, airings, following, at)
    said = Sentence.of("did_auto_end", title=title(show.outline.by_id[airing.slot].slot))
    air = Air(airings, following.slot.id, show.air.auto_started)
    return _counted(_act(show, air, said, at), at)


def _started(show: Show, airings: tuple[Airing, ...], node: Node, at: datetime) -> Show:
    air = Air((*airings, Airing(node.slot.id, at)), auto_started=at)
    said = Sentence.of("did_auto_go", title=title(node.slot))
    return _counted(_act(show, air, said, at), at)


def _counted(show: Show, at: datetime) -> Show:
    rev, act = show.rev + 1, show.log.acts[-1]
    entry = Entry(rev, at, "auto", act.said, show.air.airings[-1].slot)
    log = show.log._replace(history=(*show.log.history, entry))
    return replace(show, log=log, rev=rev, last=_not_before_last(show, at))


# --- corrections -------------------------------------------------------------------------------


def hold(show: Show, now: datetime) -> Show:
    """Stops the clock of what is on air; an elastic leaf has none to stop (rule 9)."""
    airing, slot = on_air(show)
    if slot.elastic:
        raise Refused("elastic", title=title(slot))
    if airing.held_since is not None:
        raise Refused("already_held")
    return show.with_airing(airing._replace(held_since=now))


def resume(show: Show, now: datetime) -> Show:
    """Lets a held clock run again; the hold's length is added to `held`."""
    airing, _ = on_air(show)
    if airing.held_since is None:
        raise Refused("not_held")
    held = airing.held + (now - airing.held_since)
    return show.with_airing(airing._replace(held=held, held_since=None))


def restart(show: Show, now: datetime) -> Show:
    """Begins the clock again: the time run so far is `lost`, an incident (rule 10)."""
    airing, slot = on_air(show)
    if slot.elastic:
        raise Refused("elastic", title=title(slot))
    if airing.held_since is not None:
        raise Refused("held")
    show = show.with_airing(airing._replace(lost=now - airing.started - airing.held))
    return stamped(show, Stamp(now, "restart", "", slot.id))


def stamped(show: Show, stamp: Stamp) -> Show:
    """The show with one more stamp in its log."""
    return replace(show, log=show.log._replace(stamps=(*show.log.stamps, stamp)))


def questions(show: Show) -> Show:
    """Opens the questions of what is on air (rule 36)."""
    airing, slot = on_air(show)
    if slot.questions is None:
        raise Refused("no_questions", title=title(slot))
    if airing.questions_open:
        raise Refused("questions_open")
    return show.with_airing(airing._replace(questions_open=True))


def stretch(show: Show, command: Stretch, now: datetime) -> Show:
    """Gives time to the airing, or takes it back, or has it end at a time (rule 10)."""
    airing, _ = on_air(show)
    if command.by is not None:
        by = command.by
    else:
        assert command.to is not None
        to = moment_at(command.to, show.plan.date, show.plan.zone)
        waited = now - airing.held_since if airing.held_since is not None else times.ZERO
        by = to - (show.ends(airing) + waited)
    total = airing.stretch + by
    if abs(total) > 2 * times.LONGEST:
        raise Refused("stretch_too_far")
    return show.with_airing(airing._replace(stretch=total))


def began(show: Show, command: Began, now: datetime) -> Show:
    """Rule 33: the leaf on air began `ago`; the previous end follows."""
    airing, _ = on_air(show)
    if airing.held_since is not None:
        raise Refused("held")
    if airing.held or airing.lost or airing.stretch:
        raise Refused("airing_touched")
    start, airings = now - command.ago, show.air.airings[:-1]
    if airings:
        previous = airings[-1]
        if start < previous.started:
            before = show.outline.by_id[previous.slot].slot
            raise Refused("before_previous", title=title(before))
        assert previous.ended is not None
        joined = previous.ended == airing.started
        ended = start if joined else min(previous.ended, start)
        airings = (*airings[:-1], previous._replace(ended=ended))
    return show.with_air(show.air._replace(airings=(*airings, airing._replace(started=start))))


def ended(show: Show, command: Ended, now: datetime) -> Show:
    """Rule 33: what is on air ended `ago` (an `end`); on empty air, moves the last end."""
    at = now - command.ago
    if not show.air.airings:
        raise Refused("nothing_aired")
    last = show.air.airings[-1]
    if at < last.started:
        raise Refused("before_its_start")
    if last.ended is None:
        return end(show, at)
    return show.with_airing(last._replace(ended=at))


def expect(show: Show, command: Expect) -> Show:
    """Rule 18: an announced start of a leaf to come, or end of the leaf on air; null clears."""
    node = node_of(show, command.slot)
    moment = command.start if command.start is not None else command.end
    at = None if moment is None else moment_at(moment, show.plan.date, show.plan.zone)
    if "end" in command.model_fields_set:
        airing = show.air.on_air
        if airing is None or airing.slot != command.slot:
            raise Refused("expect_end_of", title=title(node.slot))
        return show.with_airing(airing._replace(announced_end=at))
    if all(coming.slot.id != command.slot for coming in show.to_come):
        raise Refused("expect_start_of", title=title(node.slot))
    rest = {slot: when for slot, when in show.announced.items() if slot != command.slot}
    return replace(show, announced=rest if at is None else rest | {command.slot: at})
