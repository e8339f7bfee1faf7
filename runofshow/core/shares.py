"""Who shares the time of a slot, and how much each is given, as the plan alone says (rule 37)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import zip_longest

from runofshow.core import times
from runofshow.core.log import Person, Presence
from runofshow.core.plan import Slot, Speaker


def persons(speakers: Sequence[Speaker]) -> tuple[Person, ...]:
    """Each speaker as a person: namesakes are told apart by their order."""
    seen: dict[str, int] = {}
    found = []
    for speaker in speakers:
        seen[speaker.name] = number = seen.get(speaker.name, 0) + 1
        found.append((speaker.name, number))
    return tuple(found)


def away(known: Mapping[Person, Presence]) -> frozenset[Person]:
    """Those of whom it is known that they are not there."""
    return frozenset(person for person, said in known.items() if said.state == "absent")


def sharing(slot: Slot, absent: Collection[Person], shared: timedelta) -> dict[Person, timedelta]:
    """Who shares `shared`, with how much, in the slot's order."""
    given = _given(slot)
    lengths = {
        person: length
        for person, speaker, length in zip_longest(persons(slot.speakers), slot.speakers, given)
        if not speaker.chair and person not in absent
    }
    equal = max(times.ZERO, shared) / len(lengths) if lengths else times.ZERO
    return {person: equal if own is None else own for person, own in lengths.items()}


def _given(slot: Slot) -> Iterator[timedelta | None]:
    """The length given to each speaker; nothing for a chair, for all when the count is wrong."""
    shares, everyone = slot.shares or (), slot.speakers
    if len(shares) == len(everyone):
        yield from shares
    elif misshared(slot) is None:
        rest = iter(shares)
        yield from (None if speaker.chair or not shares else next(rest) for speaker in everyone)


def misshared(slot: Slot) -> int | None:
    """How many lengths the slot's `shares` should hold, when it is another number; else None."""
    if not slot.shares:
        return None
    count = sum(not speaker.chair for speaker in slot.speakers)
    return None if len(slot.shares) in (count, len(slot.speakers)) else count
