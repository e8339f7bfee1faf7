"""The second reading: who is there and who is to be called (contract §2), naive and slow.

Where the text leaves a choice, this reading takes:

 1. Who has arrived or is ready has come; the instant is that of the first time since they were
    expected or absent.
 2. A leaf to come is to be called from `call_before` its expected start on, the instant itself
    included: each speaker who is not ready, not absent and was not called. One that names nobody
    is called as a whole.
 3. The day's `call_before` holds for a leaf with speakers that has none.
 4. To book somebody as there while they are to be called is to have called them. To expect them
    again is to know nothing of them.
 5. Without a slot a name is meant wherever it stands in what is not over, letter case aside; a
    session is over when all that it holds is.
 6. A name put in another's place is the same person, spelt anew: what is known of the one is known
    of the other, unless that one is known already; an absent one is not followed. A revision
    follows only names that are alike, and those of these days are not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.reading.day import Day
from tests.reading.panels import STATES, mic_of, named, names
from tests.reading.plan import No, Plan, Slot, found, has, leaves_in, length_of, nodes

Person = tuple[str, str]
Turns = tuple[tuple[datetime, str | None], ...]


def state_of(day: Day, person: Person) -> str:
    """What is known of somebody in a slot."""
    return day.presence.get(person, "expected")


def uncalled(day: Day, slot: Slot) -> list[str]:
    """Who of a slot has still to be called; nobody by name is the empty name."""
    return [
        who
        for who in names(slot) or [""]
        if state_of(day, (slot["id"], who)) not in ("ready", "absent")
        and (slot["id"], who) not in day.called
    ]


def calls(day: Day, now: datetime) -> list[dict[str, Any]]:
    """The calls to be made."""
    standing: list[dict[str, Any]] = []
    for leaf in [] if day.log.finished else day.to_come():
        start = day.expected(now)[leaf["id"]][0]
        before = leaf.get("call_before")
        if before is None and names(leaf):
            before = day.plan.get("call_before")
        if before is None or start - length_of(before) > now:
            continue
        left = uncalled(day, leaf)
        if left:
            awaited = [
                {"number": names(leaf).index(who) + 1, "name": who, "mic": mic_of(day, leaf, who)}
                for who in left
                if who
            ]
            at = start - length_of(before)
            standing.append({"slot": leaf["id"], "at": at, "start": start, "awaited": awaited})
    return standing


def is_over(day: Day, slot: Slot) -> bool:
    """Whether all of it has been on air."""
    airing, left = day.on_air(), [leaf["id"] for leaf in leaves_in(slot)]
    left = [each for each in left if each in [leaf["id"] for leaf in day.order()]]
    return bool(left) and all(
        each in day.aired() and (airing is None or airing.slot != each) for each in left
    )


def meant(day: Day, command: dict[str, Any]) -> list[tuple[Slot, str]]:
    """Who is meant, in which slots."""
    if command.get("slot") is not None:
        slot, _ = found(day.plan, command["slot"])
        return [(slot, named(slot, command.get("who")))]
    like = str(command.get("who")).casefold()
    everywhere = [
        (slot, who)
        for slot, _ in nodes(day.plan["slots"])
        for who in names(slot)
        if who.casefold() == like
    ]
    ahead = [(slot, who) for slot, who in everywhere if not is_over(day, slot)]
    if not ahead:
        raise No("nobody of that name is to come")
    return ahead


def do_speaker(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Contract §2: of the day, not of the plan."""
    state = command.get("is")
    if state not in STATES:
        raise No("is what?")
    waiting = [(call["slot"], each["name"]) for call in calls(day, now) for each in call["awaited"]]
    for slot, who in meant(day, command):
        person = (slot["id"], who)
        day.presence = {**day.presence, person: state}
        if state in ("arrived", "ready"):
            day.came = {person: now, **day.came}
            if person in waiting:
                day.called = {person: now, **day.called}
        else:
            day.came = {other: at for other, at in day.came.items() if other != person}
        if state == "expected":
            day.called = {other: at for other, at in day.called.items() if other != person}
        if "mic" in command:
            day.mics = {**day.mics, person: command["mic"]}


def do_called(day: Day, command: dict[str, Any], now: datetime) -> None:
    """Contract §2: called, or not after all."""
    slot, _ = found(day.plan, command.get("slot"))
    on = command.get("on", True)
    if command.get("who") is not None:
        people = [named(slot, command["who"])]
    else:
        people = uncalled(day, slot) if on else [*names(slot), ""]
    persons = [(slot["id"], who) for who in people]
    kept = {person: at for person, at in day.called.items() if person not in persons}
    day.called = {**kept, **(dict.fromkeys(persons, now) if on else {})}


def follow(day: Day, former: Plan) -> None:
    """What is known of who was in the place of a new name is known by that name."""
    for slot, _ in nodes(former["slots"]):
        if not has(day.plan, slot["id"]):
            continue
        old, new = names(slot), names(found(day.plan, slot["id"])[0])
        places = zip(old, new, strict=False)
        spelt = {
            was: now
            for was, now in places
            if was not in new and now not in old and state_of(day, (slot["id"], was)) != "absent"
        }
        for was, now in spelt.items():
            respell(day, slot["id"], was, now)


def respell(day: Day, slot: str, was: str, now: str) -> None:
    """Somebody of a slot by another name."""
    books: tuple[dict[Person, Any], ...] = (day.presence, day.came, day.called, day.mics)
    known = any((slot, now) in book for book in books)
    for book in books:
        value = book.pop((slot, was), None)
        if value is not None and not known:
            book[slot, now] = value
    day.acts = [replace(act, former=act.former.copied()) for act in day.acts]
    for log in (day.log, *(act.former for act in day.acts)):
        for airing in log.airings:
            if airing.slot == slot:
                airing.turns = respelt(airing.turns, was, now)


def respelt(turns: Turns, was: str, now: str) -> Turns:
    """The turns with another name; what was said before under that very name stays alone."""
    heard = any(who == now for _, who in turns[:-1])
    past = [(at, (None if heard else now) if who == was else who) for at, who in turns[:-1]]
    return (*past, *((at, now if who == was else who) for at, who in turns[-1:]))


def board_speakers(day: Day, slot: Slot) -> list[tuple[Any, ...]]:
    """Who is there, of a row."""
    people = [(who, (slot["id"], who)) for who in names(slot)]
    return [
        (who, state_of(day, person), mic_of(day, slot, who), day.came.get(person),
         day.called.get(person))
        for who, person in people
    ]  # fmt: skip


HANDS: dict[str, Callable[[Day, dict[str, Any], datetime], None]] = {
    "speaker": do_speaker,
    "called": do_called,
}
