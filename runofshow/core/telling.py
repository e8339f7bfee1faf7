"""Who is to be told what a plan has changed for them, and who has been.

- A plan applied names who gave (timing.md, rule 29). Each of their people is to be told how long
  they now have, once; a length that changes again, or is given back, is to be told anew.
- Nothing is told of what has been on air since; to what is on air only what was taken on air.
- The list is the log's: it survives a restart.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from runofshow.core import times
from runofshow.core.expected import Forecast
from runofshow.core.hands import node_of
from runofshow.core.log import Heard
from runofshow.core.outline import Node
from runofshow.core.show import Show


class Telling(NamedTuple):
    """What somebody is to be told: `was` long, now `length` (None: left out), from `start` on.

    `who` is empty for a slot that names nobody, and on air; `at` is when they were told so, if so.
    """

    slot: str
    who: str
    was: timedelta
    length: timedelta | None
    start: datetime | None
    on_air: bool
    at: datetime | None

    @property
    def told(self) -> bool:
        """Whether they have been told what now holds."""
        return self.at is not None


def to_tell(show: Show, forecast: Forecast) -> tuple[Telling, ...]:
    """Who is to be told and who was, in running order, until the list is done with."""
    first = _first_lengths(show)
    nodes = sorted((show.outline.by_id[slot] for slot in first), key=lambda node: node.at)
    return tuple(
        telling for node in nodes for telling in _of(show, forecast, node, first[node.slot.id])
    )


def _first_lengths(show: Show) -> dict[str, timedelta]:
    """How long each slot was before the plans that are not dealt with."""
    found: dict[str, timedelta] = {}
    for given in show.log.given[show.log.dealt :]:
        for slot, length in given.before:
            if slot in show.outline.by_id:
                found.setdefault(slot, length)
    return found


def _of(show: Show, forecast: Forecast, node: Node, was: timedelta) -> Iterator[Telling]:
    slot, airing = node.slot, show.air.on_air
    on_air = airing is not None and airing.slot == slot.id
    if show.air.finished or (slot.id in show.aired and not on_air):
        return
    if on_air and not _taken_on_air(show, slot.id):
        return
    length, span = length_now(show, node), forecast.spans.get(slot.id)
    heard = {each.who: each for each in show.log.heard if each.slot == slot.id}
    for who in _people(node, on_air):
        last = heard.get(who)
        if length != (last.length if last else was) or (last and last.length != was):
            told = last.at if last and last.length == length else None
            start = span.start if span else None
            yield Telling(slot.id, who, was, length, start, on_air, told)


def _people(node: Node, on_air: bool) -> tuple[str, ...]:
    """Who is to be told of a slot; on air nobody by name: the stage screen tells them all."""
    names = tuple(dict.fromkeys(speaker.name for speaker in node.slot.speakers))
    return names if names and not on_air else ("",)


def _taken_on_air(show: Show, slot: str) -> bool:
    """Whether a plan took time from the slot while it was on air."""
    return any(
        each.stretch and slot in dict(each.before) and slot not in dict(each.cuts)
        for each in show.log.given[show.log.dealt :]
    )


def length_now(show: Show, node: Node) -> timedelta | None:
    """How long a leaf is now, what was given on air included; None when it is left out."""
    if node.skipped:
        return None
    airing, length = show.air.on_air, node.slot.duration or times.ZERO
    return length + airing.stretch if airing and airing.slot == node.slot.id else length


def warned(show: Show, slot: str | None, who: str | None, on: bool, now: datetime) -> Show:
    """The show after somebody was told, or was not after all; without a slot all are.

    Raises Refused when there is no such slot.
    """
    log = show.log
    if slot is None:
        return replace(show, log=log._replace(dealt=len(log.given)))
    node = node_of(show, slot)
    if on:
        heard = (*log.heard, Heard(now, slot, who or "", length_now(show, node)))
    else:
        heard = tuple(each for each in log.heard if (each.slot, each.who) != (slot, who or ""))
    return replace(show, log=log._replace(heard=heard))
