"""People: who is there, since when, and who is to be called to the stage (contract.md §2).

- `speaker` books whether somebody is there; without a slot, wherever that name is still to speak.
- Who is `arrived` or `ready` has come: the instant is kept until they are expected or absent again.
- A leaf to come with `call_before` is to be called from that long before its expected start on: its
  speakers who are neither ready nor absent nor called. A slot that names nobody is called as a
  whole. The day's `call_before` holds for all leaves with speakers that say nothing themselves.
- Who is booked as there while to be called has been called.
- Who has been called is not called again, wherever the hour goes, unless they are expected anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, NamedTuple

from runofshow.core import commands
from runofshow.core.commands import State, Who
from runofshow.core.errors import Refused
from runofshow.core.expected import Forecast, forecast
from runofshow.core.hands import node_of
from runofshow.core.log import Person, Presence
from runofshow.core.outline import Node
from runofshow.core.panel import person_of
from runofshow.core.shares import persons
from runofshow.core.show import Show

NOBODY: Final[Person] = ("", 0)
"""Whom the calling of a slot is booked under that names nobody."""
_THERE: Final = ("arrived", "ready")


class Awaited(NamedTuple):
    """Somebody to be called: the number among the slot's speakers, and the microphone to wear."""

    number: int
    name: str
    mic: str | None


class Call(NamedTuple):
    """A slot whose speakers are to be called: since when, before what start, and who is left."""

    slot: str
    cue: str
    title: str
    at: datetime
    start: datetime
    awaited: tuple[Awaited, ...]


# --- calls -------------------------------------------------------------------------------------


def calls(show: Show, now: datetime, expected: Forecast) -> tuple[Call, ...]:
    """The calls to be made at `now`, in running order; none once the day is closed."""
    if show.air.finished or not calls_anybody(show):
        return ()
    return tuple(_standing(show, now, expected))


def calls_anybody(show: Show) -> bool:
    """Whether anybody is ever called on this day."""
    return bool(show.outline.calling_at) or show.plan.call_before is not None


def _standing(show: Show, now: datetime, expected: Forecast) -> Iterator[Call]:
    for node, at in _due(show, now, expected):
        slot, start = node.slot, expected.spans[node.slot.id].start
        if left := _uncalled(show, node):
            awaited = tuple(_awaited(show, node, person) for person in left if person != NOBODY)
            yield Call(slot.id, show.reference.cue(slot), slot.title, at, start, awaited)


def _due(show: Show, now: datetime, expected: Forecast) -> Iterator[tuple[Node, datetime]]:
    """The leaves to come whose hour to be called has come, with that hour, in running order."""
    outline = show.outline
    coming = outline.order_at[show.come :]
    first = coming[0] if coming else len(outline.nodes)
    own = (at for at in outline.calling_at if at >= first and not outline.nodes[at].skipped)
    for at in sorted({*own, *_by_default(show, now, expected, coming)}):
        node = outline.nodes[at]
        before = node.slot.call_before
        before = show.plan.call_before if before is None else before
        assert before is not None
        hour = expected.spans[node.slot.id].start - before
        if hour <= now:
            yield node, hour


def _by_default(
    show: Show, now: datetime, expected: Forecast, coming: Sequence[int]
) -> Iterator[int]:
    """Where the leaves stand whose hour has come by what the day says; the others come later."""
    before, nodes = show.plan.call_before, show.outline.nodes
    if before is None:
        return
    for at in coming:
        slot = nodes[at].slot
        if expected.spans[slot.id].start - before > now:
            return
        if slot.call_before is None and slot.speakers:
            yield at


def _uncalled(show: Show, node: Node) -> tuple[Person, ...]:
    """Who of a slot is neither there and ready, nor absent, nor called."""
    known = show.presence.get(node.slot.id, {})
    return tuple(
        person
        for person in _everyone(node)
        if (said := known.get(person, Presence())).called is None
        and said.state not in ("ready", "absent")
    )


def _everyone(node: Node) -> tuple[Person, ...]:
    return persons(node.slot.speakers) or (NOBODY,)


def _awaited(show: Show, node: Node, person: Person) -> Awaited:
    number = _everyone(node).index(person)
    said = show.presence.get(node.slot.id, {}).get(person, Presence())
    mic = node.slot.speakers[number].mic if said.mic is None else said.mic
    return Awaited(number + 1, person[0], mic)


def called(show: Show, command: commands.Called, now: datetime) -> Show:
    """Books that a slot's speakers, or the one named, have been called; or that they were not."""
    node = node_of(show, command.slot)
    known = show.presence.get(node.slot.id, {})
    if command.who is not None:
        wanted: tuple[Person, ...] = (person_of(node.slot, command.who),)
    else:
        wanted = _uncalled(show, node) if command.on else tuple(known)
    at = now if command.on else None
    fresh = {person: known.get(person, Presence())._replace(called=at) for person in wanted}
    return _with(show, node, {**known, **fresh})


# --- presence ----------------------------------------------------------------------------------


def speaker(show: Show, command: commands.Speaker, now: datetime) -> Show:
    """Books whether somebody is there; the microphone only when it is named."""
    waiting = {call.slot: call.awaited for call in calls(show, now, forecast(show, now))}
    for node, person in whom(show, command.slot, command.who):
        known = show.presence.get(node.slot.id, {})
        number = _everyone(node).index(person) + 1
        to_call = any(each.number == number for each in waiting.get(node.slot.id, ()))
        said = _booked(known.get(person, Presence()), command.state, now, to_call=to_call)
        if "mic" in command.model_fields_set:
            said = said._replace(mic=command.mic)
        show = _with(show, node, {**known, person: said})
    return show


def _booked(before: Presence, state: State, now: datetime, *, to_call: bool) -> Presence:
    there = state in _THERE
    arrived = (before.arrived or now) if there else None
    called_at = before.called or (now if there and to_call else None)
    return Presence(state, before.mic, arrived, None if state == "expected" else called_at)


def _with(show: Show, node: Node, known: Mapping[Person, Presence]) -> Show:
    return replace(show, presence={**show.presence, node.slot.id: known})


def whom(show: Show, slot: str | None, who: Who) -> tuple[tuple[Node, Person], ...]:
    """The speaker of a slot; without one, somebody in every slot where they are still to speak.

    Raises Refused when nobody is, or when it is a number without a slot.
    """
    if slot is not None:
        node = node_of(show, slot)
        return ((node, person_of(node.slot, who)),)
    name = str(who).strip().casefold()
    everywhere = [
        (node, person)
        for node in show.outline.nodes
        for person in persons(node.slot.speakers)
        if person[1] == 1 and person[0].strip().casefold() == name
    ]
    if not everywhere:
        raise Refused("unknown_person", who=str(who))
    ahead = tuple(each for each in everywhere if not _over(show, each[0]))
    if not ahead:
        raise Refused("person_done", who=everywhere[0][1][0])
    return ahead


def _over(show: Show, node: Node) -> bool:
    """Whether a slot was on air, and all that it holds."""
    first, behind = show.outline.places[node.at]
    on_air = show.air.on_air is not None and first < show.come <= behind
    return first < behind <= show.come and not on_air
