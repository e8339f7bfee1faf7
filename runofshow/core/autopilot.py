"""The autopilot: what a day does when nobody touches it, each item taken when it may begin.

For rehearsing and for "what if nobody does anything". Rules of this module:
- An item ends when its clock says, or when announced, plus its overrun; the next begins at once if
  it may, else at its expected start (rule 15), the air empty in between.
- An overrun is a fact of the day, unknown to the forecast: no screen tells of it before it comes.
  An item that goes on by itself runs over by being given that time as it begins.
- A held clock waits for the hand that held it.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import reduce
from types import MappingProxyType
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.apply import apply
from runofshow.core.commands import End, Go, Stretch
from runofshow.core.expected import earliest_start
from runofshow.core.hands import next_automatic, settled
from runofshow.core.log import Airing
from runofshow.core.outline import Node
from runofshow.core.show import Show

Overruns = Mapping[str, timedelta]
"""How much longer than its clock says an item lasts, by slot; negative: it ends early."""
NONE: Final[Overruns] = MappingProxyType({})


class Turn(NamedTuple):
    """What the autopilot does next, and at which instant."""

    at: datetime
    command: Go | End | Stretch


def next_turn(show: Show, overruns: Overruns = NONE, since: datetime | None = None) -> Turn | None:
    """What it does next, never before `since`; None when the day is over, held, or acts itself."""
    if show.air.finished:
        return None
    airing = show.air.on_air
    floor = max((at for at in (since, show.last) if at is not None), default=None)
    if airing is not None:
        return _given(show, airing, overruns, floor) or _ending(show, airing, overruns, floor)
    node = show.next
    if node is None or next_automatic(show) is not None:
        return None
    return Turn(_latest(_start(show, node), floor), Go(slot=node.slot.id))


def acts(
    show: Show,
    overruns: Overruns = NONE,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Iterator[tuple[datetime, Show]]:
    """Each act of the day up to `until` (else to its end), with its instant and the show after it.

    What the plan has go by itself is among them.
    """
    while True:
        turn, automatic = next_turn(show, overruns, since), next_automatic(show)
        at = turn.at if turn is not None else automatic
        if at is None or (until is not None and at > until):
            return
        show = settled(show, at) if turn is None else apply(show, turn.command, at)
        yield at, show


def played(show: Show, overruns: Overruns = NONE, since: datetime | None = None) -> Show:
    """The show once its day has been played to the end, or to a held clock."""
    return reduce(lambda _, act: act[1], acts(show, overruns, since), show)


def beginning(show: Show) -> datetime | None:
    """When the day is planned to begin; None when there is nothing to begin with."""
    return min((span.start for span in show.reference.leaf_spans.values()), default=None)


def _given(show: Show, airing: Airing, overruns: Overruns, floor: datetime | None) -> Turn | None:
    """The time given, as it begins, to what goes on by itself."""
    by = overruns.get(airing.slot, times.ZERO)
    if not by or airing.stretch or next_automatic(show) is None:
        return None
    return Turn(_latest(airing.started, floor), Stretch(by=by))


def _ending(show: Show, airing: Airing, overruns: Overruns, floor: datetime | None) -> Turn | None:
    """The end of what is on air: the next item at once, or empty air until its time."""
    if airing.held_since is not None or next_automatic(show) is not None:
        return None
    ends = show.ends(airing) + _left_to_run_over(show, airing, overruns)
    if airing.announced_end is not None and (floor is None or airing.announced_end > floor):
        ends = airing.announced_end
    at = _latest(ends, airing.started, floor)
    node = show.next
    if node is None:
        return Turn(at, End())
    free = at + show.changeover(show.outline.by_id[airing.slot].slot)
    begins = _latest(earliest_start(show, node, free), free)
    return Turn(at, Go(slot=node.slot.id) if begins == at else End())


def _left_to_run_over(show: Show, airing: Airing, overruns: Overruns) -> timedelta:
    """Its overrun, unless that was given to it as it began."""
    given = airing.stretch and show.outline.by_id[airing.slot].slot.advance == "auto"
    return times.ZERO if given else overruns.get(airing.slot, times.ZERO)


def _start(show: Show, node: Node) -> datetime:
    """When a leaf may begin on empty air: as expected, or with the day when nothing was aired."""
    start = earliest_start(show, node, show.free_from)
    return _latest(beginning(show)) if start is None else start


def _latest(*moments: datetime | None) -> datetime:
    return max(moment for moment in moments if moment is not None)
