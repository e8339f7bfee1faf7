"""The second reading: what the hands do (§7)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests.reading.day import Airing, Day, Message
from tests.reading.plan import (
    PLAN_FIELDS,
    SLOT_FIELDS,
    ZERO,
    No,
    Plan,
    Slot,
    check,
    found,
    index_in,
    instant_of,
    is_skipped,
    length_of,
    nodes,
    siblings,
)
from tests.reading.promises import do_agree, do_catch_up, do_told


def do_go(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 30."""
    airing = day.on_air()
    if "from" in command and command["from"] != (airing.slot if airing else None):
        raise No("the sender saw something else on air")
    coming = day.to_come()
    if not coming:
        raise No("nothing is to come")
    if command.get("slot") is None:
        begun = [each.automatic for each in day.log.airings if each.automatic is not None]
        if begun and now - begun[-1] < timedelta(seconds=2):
            raise No("the next one has just begun by itself")  # rule 32
        target = coming[0]
    else:
        target = day.leaf(command["slot"])
        if target["id"] not in [leaf["id"] for leaf in coming]:
            raise No("aired or skipped")
    first = day.printed is None
    moved = target["id"] != coming[0]["id"]
    day.stand(moved=moved, printed=first)
    if first:
        day.print()
    if moved:
        day.move_to_position(target["id"])
    if airing is not None:
        airing.ended = now
    day.log.airings.append(Airing(target["id"], now))
    day.log.pending = None
    day.still = False


def do_end(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 30."""
    airing = day.on_air()
    if airing is None:
        raise No("nothing is on air")
    day.stand()
    airing.ended = now


def do_recall(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 31."""
    if not day.acts:
        raise No("nothing to take back")
    act = day.acts.pop()
    day.log = act.former.copied()
    if act.moved:
        day.move_back()
    if act.printed:
        day.printed = None
    day.still = True


def airing_of(day: Day) -> Airing:
    """What is on air, or No."""
    airing = day.on_air()
    if airing is None:
        raise No("nothing is on air")
    return airing


def do_hold(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 9."""
    airing = airing_of(day)
    if airing.held_since is not None or day.leaf(airing.slot).get("end") is not None:
        raise No("it is held already, or elastic")
    airing.held_since = now


def do_resume(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 9: resuming adds the hold's length to `held`."""
    airing = airing_of(day)
    if airing.held_since is None:
        raise No("it is not held")
    airing.held += now - airing.held_since
    airing.held_since = None


def do_restart(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 10."""
    airing = airing_of(day)
    if airing.held_since is not None or day.leaf(airing.slot).get("end") is not None:
        raise No("it is held, or elastic")
    airing.lost = now - airing.started - airing.held


def do_questions(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 36."""
    airing = airing_of(day)
    if day.leaf(airing.slot).get("questions") is None or airing.questions_open:
        raise No("it has no questions to open")
    airing.questions_open = True


def do_stretch(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 10."""
    airing = airing_of(day)
    by, to = command.get("by"), command.get("to")
    if (by is None) == (to is None):
        raise No("either by or to")
    if by is not None:
        airing.stretch += length_of(by)
    else:
        airing.stretch += instant_of(day.plan, to) - (now + day.remaining(airing, now))


def ago_of(command: dict[str, Any]) -> timedelta:
    """A length back from now."""
    ago = length_of(command.get("ago"))
    if ago < ZERO:
        raise No("not in the future")
    return ago


def do_began(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 33."""
    airing = airing_of(day)
    start = now - ago_of(command)
    if airing.held_since is not None or any((airing.held, airing.lost, airing.stretch)):
        raise No("its clock was touched")
    if len(day.log.airings) > 1:
        former = day.log.airings[-2]
        if former.ended is None or start < former.started:
            raise No("before the previous one's start")
        former.ended = start if former.ended == airing.started else min(former.ended, start)
    airing.started = start


def do_ended(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 33."""
    if not day.log.airings:
        raise No("nothing was on air")
    end = now - ago_of(command)
    if end < day.log.airings[-1].started:
        raise No("before its start")
    if day.on_air() is not None:
        day.stand()
    day.log.airings[-1].ended = end


def do_expect(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 18."""
    leaf = day.leaf(command.get("slot"))
    if ("start" in command) == ("end" in command):
        raise No("either start or end")
    if "start" in command:
        if leaf["id"] not in [each["id"] for each in day.to_come()]:
            raise No("a start is for a leaf to come")
        day.announced_starts.pop(leaf["id"], None)
        if command["start"] is not None:
            day.announced_starts[leaf["id"]] = instant_of(day.plan, command["start"])
        return
    airing = day.on_air()
    if airing is None or airing.slot != leaf["id"]:
        raise No("an end is for the leaf on air")
    end = command["end"]
    airing.announced_end = None if end is None else instant_of(day.plan, end)


def do_edit(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34."""
    plan = copy.deepcopy(day.plan)
    fields = command.get("set")
    if not isinstance(fields, dict):
        raise No("set what?")
    whole = command.get("slot") is None
    target = plan if whole else found(plan, command["slot"])[0]
    for name in fields:
        if name not in (PLAN_FIELDS if whole else SLOT_FIELDS):
            raise No(f"{name} cannot be set")
    for one, other in (("duration", "end"), ("end", "duration")):
        if fields.get(one) is not None and other not in fields and not whole:
            target.pop(other, None)  # setting `duration` clears `end` and the reverse
    for name, value in fields.items():
        target.pop(name, None)
        if value is not None:
            target[name] = copy.deepcopy(value)
    day.put(plan)


def place(plan: Plan, slot: Slot, command: dict[str, Any]) -> None:
    """Puts a slot `after`, `before` or `into`."""
    where = [key for key in ("after", "before", "into") if key in command]
    if len(where) != 1:
        raise No("one of after, before, into")
    anchor = command[where[0]]
    if where[0] == "into":
        home = plan if anchor is None else found(plan, anchor)[0]
        if "slots" not in home:
            raise No("only a session holds slots")
        home["slots"].append(slot)
        return
    home_slots = siblings(plan, anchor)
    home_slots.insert(index_in(home_slots, anchor) + (where[0] == "after"), slot)


def do_insert(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34: not before the position."""
    plan = copy.deepcopy(day.plan)
    slot = copy.deepcopy(command["slot"])
    place(plan, slot, command)
    check(plan)
    day.not_before_position(plan, slot["id"])
    day.put(plan)


def do_move(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34, and contract §2: its own start is dropped unless `keep_start`."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    day.not_aired(slot)
    for key in ("after", "before", "into"):
        if command.get(key) in [each["id"] for each, _ in nodes([slot])]:
            raise No("not beside or into itself")
    siblings(plan, slot["id"]).remove(slot)
    if not command.get("keep_start"):
        slot.pop("start", None)
    place(plan, slot, command)
    day.not_before_position(plan, slot["id"])
    day.put(plan)


def do_remove(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rule 34: neither aired nor printed."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    day.not_aired(slot)
    if any(day.is_printed(each) for each, _ in nodes([slot])):
        raise No("it is printed: skip it")
    siblings(plan, slot["id"]).remove(slot)
    day.put(plan)


def do_skip(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rules 30 and 34."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    day.not_aired(slot)
    if is_skipped(plan, slot["id"]):
        return
    slot["skip"] = True
    day.put(plan)


def do_restore(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Rules 30 and 34."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    if not slot.get("skip"):
        raise No("it is not skipped")
    slot.pop("skip")
    day.come_next(plan)
    day.put(plan)


def do_swap(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2: start, promise, advance and cue stay with the place."""
    plan = copy.deepcopy(day.plan)
    (a, _), (b, _) = found(plan, command.get("a")), found(plan, command.get("b"))
    for one, other in ((a, b), (b, a)):
        day.not_aired(one)
        if other["id"] in [each["id"] for each, _ in nodes([one])]:
            raise No("one holds the other")
    here, there = siblings(plan, a["id"]), siblings(plan, b["id"])
    i, j = index_in(here, a["id"]), index_in(there, b["id"])
    here[i], there[j] = b, a
    for name in ("start", "promise", "promised_to", "tolerance", "advance", "cue"):
        values = a.pop(name, None), b.pop(name, None)
        for slot, value in zip((b, a), values, strict=True):
            if value is not None:
                slot[name] = value
    day.not_before_position(plan, a["id"])
    day.not_before_position(plan, b["id"])
    day.put(plan)


def do_revise(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Several changes of the plan, or none of them, as one step of undo."""
    former, undo, redo = day.plan, day.undo, day.redo
    day.undo, day.redo = [], []
    for part in command["steps"]:
        HANDS[part["do"]](day, part, now)
        check(day.plan, starts=False)  # a start is asked of what they come to
    revised = day.plan
    day.plan, day.undo, day.redo = former, undo, redo
    day.put(revised)


def step(day: Day, source: list[Plan], other: list[Plan]) -> None:
    """Rule 35: undo or redo."""
    if not source:
        raise No("nothing to undo or redo")
    new = copy.deepcopy(source.pop())
    day.fits_the_log(new)
    day.come_next(new)
    other.append(day.plan)
    day.plan = new


def do_undo(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 35."""
    step(day, day.undo, day.redo)


def do_redo(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 35."""
    step(day, day.redo, day.undo)


def do_reprint(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Rule 4."""
    if day.printed is None:
        raise No("nothing is printed yet")
    day.print()


def do_finish(day: Day, _command: dict[str, Any], now: datetime) -> None:
    """Rule 35."""
    day.stand()
    airing = day.on_air()
    if airing is not None:
        airing.ended = now
    day.log.pending = None
    day.log.finished = True


def do_note(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2: stamped into the log; or the words of one stamped before."""
    if not isinstance(command.get("text"), str):
        raise No("note what?")
    if command.get("of") is not None:
        if command["of"] not in day.notes:
            raise No("no such note")
        return
    day.notes = (*day.notes, day.rev + 1)
    if command.get("slot") is not None:
        found(day.plan, command["slot"])


def do_say(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Contract §2."""
    if not isinstance(command.get("text"), str):
        raise No("say what?")
    until = now + length_of(command["for"]) if command.get("for") is not None else None
    flash = bool(command.get("flash"))
    day.message = Message(command["text"], command.get("to") or "stage", until, flash)


def do_clear(day: Day, _command: dict[str, Any], _now: datetime) -> None:
    """Contract §2."""
    day.message = None


def do_blackout(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2."""
    if not isinstance(command.get("on"), bool):
        raise No("on or off?")
    day.blackout = command["on"]


def do_incident(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2."""
    if not isinstance(command.get("on"), bool):
        raise No("on or off?")
    day.incident = command["on"]


HANDS: dict[str, Callable[[Day, dict[str, Any], datetime], None]] = {
    "go": do_go,
    "end": do_end,
    "recall": do_recall,
    "hold": do_hold,
    "resume": do_resume,
    "restart": do_restart,
    "questions": do_questions,
    "stretch": do_stretch,
    "began": do_began,
    "ended": do_ended,
    "expect": do_expect,
    "edit": do_edit,
    "insert": do_insert,
    "move": do_move,
    "remove": do_remove,
    "skip": do_skip,
    "restore": do_restore,
    "swap": do_swap,
    "revise": do_revise,
    "catch_up": do_catch_up,
    "agree": do_agree,
    "told": do_told,
    "undo": do_undo,
    "redo": do_redo,
    "reprint": do_reprint,
    "finish": do_finish,
    "note": do_note,
    "say": do_say,
    "clear": do_clear,
    "blackout": do_blackout,
    "incident": do_incident,
}
