"""The second reading: panels (rule 37) and `split` (contract §2), to the letter, naive and slow.

Time spoken is worked out from all turns and all holds of the airing, again each time. Where the
text leaves a choice, this reading takes:

 1. Rule 37 holds for a leaf that is a panel, has `shares`, or where somebody has had the floor.
 2. `shares` holds a length for each speaker, or for each but the chairs; any other count says
    nothing. What is shared is never below nought, and so is what is unused.
 3. A chair or an absent one may have the floor, with neither share nor `left`.
 4. `split`: those who share get a leaf, in whole seconds that add up; ids already taken are passed
    over; two of them at least. The start and `may_start_early` go to the first, the changeover and
    `advance` to the last, none between; a minimum is shared as the length is. The session keeps
    what is said of it as a whole: promise, length or end as its budget.
 5. Rule 4: what was printed as a leaf and split since stays in the printed day as a whole; its
    start is then that of what opens it. Its leaves have no planned times.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from tests.reading.day import Airing, Day
from tests.reading.hands import airing_of, do_hold, do_resume
from tests.reading.plan import (
    SECOND,
    ZERO,
    No,
    Slot,
    found,
    has,
    is_leaf,
    length_of,
    running_order,
    text_of,
    walk,
)

STATES = ("expected", "arrived", "ready", "absent")


def names(slot: Slot) -> list[str]:
    """The speakers of a slot by name; in this reading no two have one name."""
    return [each if isinstance(each, str) else each["name"] for each in slot.get("speakers") or []]


def chairs(slot: Slot) -> list[str]:
    """Those who preside."""
    people = slot.get("speakers") or []
    return [each["name"] for each in people if not isinstance(each, str) and each.get("chair")]


def mic_of(day: Day, slot: Slot, who: str) -> str | None:
    """The microphone worn today, else the one planned."""
    planned = [each for each in slot.get("speakers") or [] if not isinstance(each, str)]
    of_plan = next((each.get("mic") for each in planned if each["name"] == who), None)
    return day.mics.get((slot["id"], who)) or of_plan


def named(slot: Slot, who: Any) -> str:
    """A speaker by number from 1, or by name."""
    people = names(slot)
    if isinstance(who, int) and not isinstance(who, bool):
        if not 1 <= who <= len(people):
            raise No("nobody has that number")
        return people[who - 1]
    if who not in people:
        raise No("nobody is called that")
    return str(who)


# --- rule 37 --------------------------------------------------------------------------------------


def is_shared(slot: Slot, airing: Airing | None) -> bool:
    """Whether rule 37 holds for a leaf."""
    spoke = airing is not None and any(who is not None for _, who in airing.turns)
    return slot.get("kind") == "panel" or slot.get("shares") is not None or spoke


def shares(day: Day, slot: Slot, length: timedelta) -> dict[str, Fraction]:
    """Who shares a length without its questions, and how many seconds each has."""
    away = [who for who in names(slot) if day.presence.get((slot["id"], who)) == "absent"]
    sharing = [who for who in names(slot) if who not in chairs(slot) and who not in away]
    left = max(ZERO, length - length_of(slot.get("questions") or "0m"))
    given = [Fraction(length_of(each) / SECOND) for each in slot.get("shares") or []]
    if given and len(given) == len(names(slot)):
        lengths = dict(zip(names(slot), given, strict=True))
    elif given and len(given) == len(names(slot)) - len(chairs(slot)):
        lengths = dict(
            zip([who for who in names(slot) if who not in chairs(slot)], given, strict=True)
        )
    else:
        lengths = dict.fromkeys(sharing, Fraction(left / SECOND) / max(1, len(sharing)))
    return {who: lengths[who] for who in sharing}


def spoken(airing: Airing, who: str, now: datetime) -> Fraction:
    """How many seconds somebody has had the floor, without what was held meanwhile."""
    total = ZERO
    ends = [at for at, _ in airing.turns[1:]] + [now]
    for (start, speaker), end in zip(airing.turns, ends, strict=False):
        if speaker == who:
            total += end - start
            for held, resumed in airing.holds:
                total -= max(ZERO, min(end, resumed or now) - max(start, held))
    return Fraction(total / SECOND)


def board_panel(day: Day, now: datetime) -> dict[str, Any] | None:
    """`floor` and `shares` of what is on air, in seconds."""
    airing = day.on_air()
    if airing is None:
        return None
    slot = day.leaf(airing.slot)
    if not is_shared(slot, airing):
        return {"floor": None, "shares": []}
    whole = (
        length_of(slot["duration"]) + airing.stretch
        if slot.get("end") is None
        else day.ends(airing) - airing.started
    )
    given = shares(day, slot, whole)
    said = {who: spoken(airing, who, now) for who in names(slot)}
    rows = [
        {"speaker": who, "share": float(share), "spoken": float(said[who])}
        for who, share in given.items()
    ]
    speaker = airing.turns[-1][1] if airing.turns else None
    if speaker is None or speaker not in names(slot):
        return {"floor": None, "shares": rows}
    since = airing.turns[-1][0]
    for at, who in reversed(airing.turns):  # the same again changes nothing
        if who != speaker:
            break
        since = at
    left = None
    if speaker in given:
        tail = ZERO if airing.questions_open else length_of(slot.get("questions") or "0m")
        others = sum(max(Fraction(0), given[who] - said[who]) for who in given if who != speaker)
        free = Fraction((day.remaining(airing, now) - tail) / SECOND) - others
        left = float(min(given[speaker] - said[speaker], free))
    share = float(given[speaker]) if speaker in given else None
    floor = {"speaker": speaker, "since": since, "spoken": float(said[speaker])}
    return {"floor": {**floor, "share": share, "left": left}, "shares": rows}


# --- hands ----------------------------------------------------------------------------------------


def do_floor(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 37."""
    airing = airing_of(day)
    who = command.get("speaker")
    person = None if who is None else named(day.leaf(airing.slot), who)
    airing.turns = (*airing.turns, (now, person))


def hold(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 9, and when it was."""
    do_hold(day, command, now)
    airing = airing_of(day)
    airing.holds = (*airing.holds, (now, None))


def resume(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Rule 9, and until when."""
    do_resume(day, command, now)
    airing = airing_of(day)
    airing.holds = (*airing.holds[:-1], (airing.holds[-1][0], now))


# --- split ----------------------------------------------------------------------------------------


def length_of_whole(day: Day, slot: Slot) -> timedelta:
    """Its own length, or an elastic one's as planned; by its own hours where nothing is planned."""
    if slot.get("end") is None:
        return length_of(slot["duration"])
    planned = day.planned().get(slot["id"])
    if planned is None:
        planned = walk(day.plan, running_order(day.plan), {}).get(slot["id"])
    return ZERO if planned is None else max(ZERO, planned[1] - planned[0])


def whole_seconds(exact: dict[str, Fraction]) -> dict[str, timedelta]:
    """Lengths in whole seconds whose sums stay within half a second of the exact ones."""
    rounded, before = {}, 0
    for count, who in enumerate(exact, start=1):
        after = math.floor(sum(list(exact.values())[:count], Fraction(0)) + Fraction(1, 2))
        rounded[who] = (after - before) * SECOND
        before = after
    return rounded


def do_split(day: Day, command: dict[str, Any], _now: datetime) -> None:
    """Contract §2."""
    plan = copy.deepcopy(day.plan)
    slot, _ = found(plan, command.get("slot"))
    if not is_leaf(slot):
        raise No("a session")
    day.not_aired(slot)
    lengths = whole_seconds(shares(day, slot, length_of_whole(day, slot)))
    if len(lengths) < 2:
        raise No("nothing to split")
    parts: list[Slot] = []
    people = dict(zip(names(slot), slot["speakers"], strict=True))
    for who, length in lengths.items():
        parts.append({"kind": "talk", "speakers": [people[who]], "duration": text_of(length)})
    tail = length_of(slot.get("questions") or "0m")
    if tail > ZERO:
        parts.append({"kind": "qa", "duration": text_of(tail)})
    dress(slot, parts, [*lengths.values(), tail])
    for number, part in enumerate(parts, start=1):
        part["id"] = part["title"] = free_id(plan, f"{slot['id']}-{number}")
    day.carry(slot["id"], dict(zip(lengths, [part["id"] for part in parts], strict=False)))
    left = [each for who, each in people.items() if who not in lengths]
    gone = ("start", "may_start_early", "advance", "changeover", "minimum", "cuttable", "optional",
            "warning", "danger", "questions", "shares", "call_before")  # fmt: skip
    for name in gone:
        slot.pop(name, None)
    slot.update({"kind": "session", "speakers": left, "slots": parts})
    day.put(plan)


def dress(slot: Slot, parts: list[Slot], lengths: list[timedelta]) -> None:
    """What of the whole each part has."""
    whole = sum(lengths, ZERO)
    for part, length in zip(parts, lengths, strict=False):
        part["changeover"] = "0m"
        for name in ("cuttable", "optional", "call_before"):
            if name in slot:
                part[name] = slot[name]
        if slot.get("minimum") is not None:
            least = length_of(slot["minimum"])
            exact = Fraction(least / SECOND) * (Fraction(length / whole) if whole else 1)
            part["minimum"] = text_of(math.floor(exact + Fraction(1, 2)) * SECOND)
    for part, names_of in ((parts[0], ("start", "may_start_early")),
                           (parts[-1], ("changeover", "advance"))):  # fmt: skip
        for name in names_of:
            part.pop(name, None)
            if slot.get(name) is not None:
                part[name] = slot[name]


def free_id(plan: dict[str, Any], wanted: str) -> str:
    """That id, or one made from it that nobody has."""
    found_id, again = wanted, 1
    while has(plan, found_id):
        again += 1
        found_id = f"{wanted}-{again}"
    return found_id


HANDS: dict[str, Callable[[Day, dict[str, Any], datetime], None]] = {
    "floor": do_floor,
    "hold": hold,
    "resume": resume,
    "split": do_split,
}
