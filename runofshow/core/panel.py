"""Panels: who speaks, whose time is shared, what each has left (timing.md, rule 37).

- Shared is duration + stretch − questions, never below nought, by the speakers not marked `chair`
  and not absent: equally, or as the slot's `shares`: a length for each of its speakers, or for each
  but the chair. Any other number of lengths is told as a problem and shares equally.
- A leaf is shared when it is a panel, when it has `shares`, or once somebody has had the floor.
- A chair or an absent one may have the floor: the time adds up, there is no share and no `left`.
- Who waits has left what of the share is not spoken; who speaks, what rule 37 says.
- A person is a name among a slot's speakers. Presence and time spoken go with the name through an
  edit: a name that takes the place of another takes them over, unless that one was absent. Who is
  edited away is shown no more, and is back as before when that is undone. In a revised programme
  another name is somebody else, unless it is the same but for a slip: nobody is there unseen.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from runofshow.core import commands, times
from runofshow.core.errors import Refused
from runofshow.core.hands import on_air, title
from runofshow.core.log import Airing, Person, Presence
from runofshow.core.plan import Kind, Slot, Speaker
from runofshow.core.planned import Phase, danger_of, phase_of, warning_of
from runofshow.core.same_name import same_name
from runofshow.core.shares import away, persons, sharing
from runofshow.core.show import Show

V = TypeVar("V")


class Share(NamedTuple):
    """What one of those who share may speak, has spoken and has left; `number` counts from 1.

    `number` is the place among all speakers of the slot; `left` is negative once overrun, and its
    `phase` is by the defaults of rule 11 for the length of the share.
    """

    speaker: str
    number: int
    share: timedelta
    spoken: timedelta
    left: timedelta
    phase: Phase


class Floor(NamedTuple):
    """Who speaks, since when; `share` and `left` are None for a chair and for an absent one."""

    speaker: str
    number: int
    since: datetime
    spoken: timedelta
    share: timedelta | None
    left: timedelta | None
    phase: Phase


class Panel(NamedTuple):
    """The floor and the shares of what is on air; `spoken` is by speaker, in the slot's order."""

    floor: Floor | None
    shares: tuple[Share, ...]
    spoken: tuple[timedelta, ...]


# --- who ---------------------------------------------------------------------------------------


def person_of(slot: Slot, who: int | str) -> Person:
    """The speaker of that number (from 1) or name, letter case aside; raises Refused if none is.

    A number may come as text, from where there is nothing else.
    """
    everyone = persons(slot.speakers)
    if isinstance(who, str):
        for like in (who, who.strip().casefold()):
            for person in everyone:
                if like in (person[0], person[0].casefold()):
                    return person
        if not (who.isascii() and who.isdigit() and len(who) < 4):
            raise Refused("unknown_speaker", title=title(slot), who=who)
    if not 1 <= int(who) <= len(everyone):
        raise Refused("no_such_speaker", title=title(slot), number=int(who))
    return everyone[int(who) - 1]


def present(speakers: Sequence[Speaker], known: Mapping[Person, Presence]) -> tuple[Presence, ...]:
    """Each speaker's presence, with the microphone planned unless another is worn today."""
    found = []
    for speaker, person in zip(speakers, persons(speakers), strict=True):
        said = known.get(person, Presence())
        found.append(said if said.mic is not None else said._replace(mic=speaker.mic))
    return tuple(found)


def absent(show: Show, slot: Slot) -> frozenset[Person]:
    """The speakers of a slot who are not there."""
    return away(show.presence.get(slot.id, {}))


# --- what each has -----------------------------------------------------------------------------


def panel(
    show: Show, airing: Airing, length: timedelta, remaining: timedelta, now: datetime
) -> Panel:
    """The floor and the shares of what is on air; `length` is duration + stretch."""
    slot = show.outline.by_id[airing.slot].slot
    spoken = airing.spoken_by(now)
    everyone = persons(slot.speakers) if slot.speakers else ()
    by_speaker = tuple(spoken.get(person, times.ZERO) for person in everyone)
    if not (spoken or slot.kind is Kind.PANEL or slot.shares is not None):
        return Panel(None, (), by_speaker)
    tail = slot.questions or times.ZERO
    given = sharing(slot, absent(show, slot), length - tail)
    unused = {
        person: max(times.ZERO, own - spoken.get(person, times.ZERO))
        for person, own in given.items()
    }
    free = (
        remaining
        - (times.ZERO if airing.questions_open else tail)
        - sum(unused.values(), times.ZERO)
    )
    holder = airing.voice.person if airing.voice else None
    shares = tuple(
        _share(person, number, given[person], said, free + unused[person], person == holder)
        for number, (person, said) in enumerate(zip(everyone, by_speaker, strict=True), start=1)
        if person in given
    )
    return Panel(_floor(airing, everyone, by_speaker, shares), shares, by_speaker)


def _share(
    person: Person, number: int, share: timedelta, spoken: timedelta, free: timedelta, speaks: bool
) -> Share:
    """`free` is what is left to this one if all others have what is theirs (rule 37)."""
    left = min(share - spoken, free) if speaks else share - spoken
    phase = phase_of(left, left, warning_of(share), danger_of(share))
    return Share(person[0], number, share, spoken, left, phase)


def _floor(
    airing: Airing,
    everyone: tuple[Person, ...],
    spoken: tuple[timedelta, ...],
    shares: tuple[Share, ...],
) -> Floor | None:
    voice = airing.voice
    if voice is None or voice.person not in everyone:
        return None
    place = everyone.index(voice.person)
    said, name, number = spoken[place], voice.person[0], place + 1
    for own in shares:
        if own.number == number:
            return Floor(name, number, voice.since, said, own.share, own.left, own.phase)
    return Floor(name, number, voice.since, said, None, None, "normal")


# --- hands -------------------------------------------------------------------------------------


def floor(show: Show, command: commands.Floor, now: datetime) -> Show:
    """Gives the floor to a speaker of what is on air, or to nobody."""
    airing, slot = on_air(show)
    person = None if command.speaker is None else person_of(slot, command.speaker)
    return show.with_airing(airing.with_floor(person, now))


# --- through edits of the speakers -------------------------------------------------------------


def followed(before: Show, show: Show, same_people: bool = False) -> Show:
    """The show after a change of the plan, presence and time spoken gone over to new names.

    With `same_people`, only to those that are like the former ones.
    """
    spoken = {airing.slot for airing in show.air.airings if airing.spoken or airing.voice}
    for slot in spoken | show.presence.keys():
        was, there = before.outline.by_id.get(slot), show.outline.by_id.get(slot)
        if was is None or there is None or was.slot.speakers == there.slot.speakers:
            continue
        names = _renamed(was.slot.speakers, there.slot.speakers, absent(before, was.slot))
        if same_people:
            names = {old: new for old, new in names.items() if same_name(old[0], new[0])}
        if names:
            show = _with_names(show, slot, names)
    return show


def _renamed(
    before: Sequence[Speaker], after: Sequence[Speaker], gone: Collection[Person]
) -> dict[Person, Person]:
    """The new names by the old ones whose places they took; who was absent is not followed."""
    old, new = persons(before), persons(after)
    return {
        was: now
        for was, now in zip(old, new, strict=False)
        if was not in new and now not in old and was not in gone
    }


def _with_names(show: Show, slot: str, names: Mapping[Person, Person]) -> Show:
    known = show.presence.get(slot)
    if known is not None:
        show = replace(show, presence={**show.presence, slot: _moved(known, names)})
    log = show.log
    acts = tuple(
        act._replace(before=act.before._replace(airings=_in(act.before.airings, slot, names)))
        for act in log.acts
    )
    air = log.air._replace(airings=_in(log.air.airings, slot, names))
    return replace(show, log=log._replace(air=air, acts=acts))


def _moved(known: Mapping[Person, V], names: Mapping[Person, Person]) -> dict[Person, V]:
    """What is known by the new names; what is known of a new name already stays."""
    kept = {person: value for person, value in known.items() if person not in names}
    return {names[person]: value for person, value in known.items() if person in names} | kept


def _in(
    airings: tuple[Airing, ...], slot: str, names: Mapping[Person, Person]
) -> tuple[Airing, ...]:
    return tuple(
        _renamed_airing(airing, names) if airing.slot == slot else airing for airing in airings
    )


def _renamed_airing(airing: Airing, names: Mapping[Person, Person]) -> Airing:
    voice = airing.voice
    if voice is not None:
        voice = voice._replace(person=names.get(voice.person, voice.person))
    spoken = tuple(_moved(dict(airing.spoken), names).items())
    return airing._replace(voice=voice, spoken=spoken)
