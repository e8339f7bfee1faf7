"""Plan B: what a rehearsal comes to, as a value to be printed.

Three days side by side: the one printed, the same with the overruns and nobody doing anything, and
the one rehearsed, played to its end from where it stands. Beside them what was done, and, for hard
times that are still missed, what could be done at the moment they were first known to be.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import autopilot
from runofshow.core.autopilot import Overruns
from runofshow.core.board import Board, Row, board
from runofshow.core.catchup import Recovery, plans
from runofshow.core.commands import Command
from runofshow.core.log import EntryKind
from runofshow.core.plan import DAY_ID
from runofshow.core.promises import Standing
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show


class Deed(NamedTuple):
    """Something done by hand: when, what, and the shows before and after it."""

    at: datetime
    command: Command
    before: Show
    after: Show


class Item(NamedTuple):
    """A slot by its cue and title."""

    cue: str
    title: str


class Told(NamedTuple):
    """A deed in words; `about` the item it is about, where the words do not name it.

    `gives` is who gives time and how much, `drops` what is left out.
    """

    at: datetime
    said: Sentence
    about: Item | None = None
    gives: tuple[tuple[Item, timedelta], ...] = ()
    drops: tuple[Item, ...] = ()


class Kept(NamedTuple):
    """A promise: whose (None: the day's end), how it stands alone, and as rehearsed."""

    item: Item | None
    alone: Standing
    tried: Standing


class Line(NamedTuple):
    """A leaf of the day: printed, left alone, and as rehearsed; None where it is not."""

    item: Item
    names: tuple[str, ...]
    printed: datetime | None
    alone: datetime | None
    tried: datetime | None
    length: timedelta | None
    overrun: timedelta | None
    left_out: bool
    changed: bool


class Option(NamedTuple):
    """What could be done for a promise that is missed, at the moment that is first known."""

    at: datetime
    of: Kept
    plans: tuple[Recovery, ...]


class PlanB(NamedTuple):
    """All that is printed; `ends` is when the day ends: planned, left alone, as rehearsed."""

    title: str
    date: date
    zone: ZoneInfo
    language: str | None
    overruns: tuple[tuple[Item, timedelta], ...]
    told: tuple[Told, ...]
    promises: tuple[Kept, ...]
    options: tuple[Option, ...]
    lines: tuple[Line, ...]
    ends: tuple[datetime | None, datetime | None, datetime | None]
    items: Mapping[str, Item]


def plan_b(
    began: tuple[datetime, Show],
    now: datetime,
    show: Show,
    overruns: Overruns,
    deeds: Iterable[Deed],
) -> PlanB:
    """What comes of a rehearsal that began with that show and stands now with this one."""
    since, first = began
    alone = _at_the_end(autopilot.played(first, overruns, since), since)
    tried = _at_the_end(autopilot.played(show, overruns, now), now)
    items = {row.id: Item(row.cue, row.title) for row in (*alone.slots, *tried.slots)}
    kept = tuple(_kept(alone, tried, items))
    return PlanB(
        title=show.plan.title,
        date=show.plan.date,
        zone=show.plan.zone,
        language=show.plan.language,
        overruns=tuple((items[slot], by) for slot, by in overruns.items() if slot in items),
        told=tuple(told for deed in deeds for told in _told(deed)),
        promises=kept,
        options=tuple(_options(began, overruns, kept)),
        lines=tuple(_lines(first, alone, tried, overruns)),
        ends=(tried.planned_end, alone.end_shown, tried.end_shown),
        items=items,
    )


def _at_the_end(show: Show, since: datetime) -> Board:
    """The board of a day played as far as it goes by itself."""
    return board(show, since if show.last is None else show.last)


# --- the day -----------------------------------------------------------------------------------


def _lines(first: Show, alone: Board, tried: Board, overruns: Overruns) -> Iterator[Line]:
    """The leaves in the order rehearsed; one left out since keeps its line."""
    others = {row.id: row for row in alone.slots}
    for row in tried.slots:
        other = others.get(row.id)
        if not row.leaf or (row.status == "skipped" and (other is None or _skipped(other))):
            continue
        planned = first.outline.by_id.get(row.id)
        former = None if planned is None else planned.slot.duration
        yield Line(
            item=Item(row.cue, row.title),
            names=tuple(speaker.name for speaker in row.speakers),
            printed=row.printed_start or row.planned_start,
            alone=None if other is None or _skipped(other) else _start(other),
            tried=None if _skipped(row) else _start(row),
            length=row.duration,
            overrun=overruns.get(row.id),
            left_out=_skipped(row),
            changed=planned is None or (not row.elastic and row.duration != former),
        )


def _start(row: Row) -> datetime | None:
    return row.start_shown


def _skipped(row: Row) -> bool:
    return row.status == "skipped"


# --- promises ----------------------------------------------------------------------------------


def _kept(alone: Board, tried: Board, items: Mapping[str, Item]) -> Iterator[Kept]:
    others = {each.standing.promise: each.standing for each in alone.promises}
    for each in tried.promises:
        promise = each.standing.promise
        item = None if promise.slot == DAY_ID else items[promise.slot]
        yield Kept(item, others.get(promise, each.standing), each.standing)


def _options(
    began: tuple[datetime, Show], overruns: Overruns, kept: Iterable[Kept]
) -> Iterator[Option]:
    """The plans for each promise missed, when its being missed is first known between two acts."""
    missed = {each.tried.promise: each for each in kept if each.tried.at_risk}
    since, first = began
    for at, show in autopilot.acts(first, overruns, since):
        if not missed:
            return
        for standing in _broken(board(show, at)):
            if standing.promise in missed:
                found = (plan for plan in plans(show, at, standing.promise) if not plan.idle)
                yield Option(at, missed.pop(standing.promise), tuple(found))


def _broken(seen: Board) -> list[Standing]:
    return [each.standing for each in seen.promises if each.standing.at_risk]


# --- deeds -------------------------------------------------------------------------------------

_NO_PART: Final[frozenset[EntryKind]] = frozenset({"auto", "stage", "incident", "people"})
"""What is no part of a plan: what came by itself, what the stage was shown, who speaks."""


def _told(deed: Deed) -> Iterator[Told]:
    """A deed in the words of the day's history; nothing for what is no part of a plan."""
    known = len(deed.before.log.history)
    for entry in deed.after.log.history[known:]:
        if entry.kind == "given":
            yield _caught_up(deed)
        elif entry.kind not in _NO_PART:
            named = entry.slot is None or "title" in _facts(entry.said)
            about = None if named else _item(deed.after, entry.slot)
            yield Told(entry.at, entry.said, about)


def _facts(said: Sentence) -> set[str]:
    """The names of its facts, those of a sentence within it too."""
    names = {name for name, _ in said.facts}
    within = (_facts(fact) for _, fact in said.facts if isinstance(fact, Sentence))
    return names.union(*within)


def _item(show: Show, slot: str | None) -> Item | None:
    node = None if slot is None else show.outline.by_id.get(slot)
    return None if node is None else Item(show.reference.cue(node.slot), node.slot.title)


def _caught_up(deed: Deed) -> Told:
    """A plan applied: who gives, who is left out."""
    given, show = deed.after.log.given[-1], deed.before
    airing = show.air.on_air
    gave = [(slot, by) for slot, by in given.cuts]
    if given.stretch and airing is not None:
        gave.insert(0, (airing.slot, -given.stretch))
    items = {slot: _item(show, slot) for slot in (*(slot for slot, _ in gave), *given.skips)}
    gives = tuple((item, by) for slot, by in gave if (item := items[slot]) is not None)
    drops = tuple(item for slot in given.skips if (item := items[slot]) is not None)
    said = Sentence.of("did_catch_up", plan=Sentence.of(f"plan_{given.plan}"))
    return Told(deed.at, said, gives=gives, drops=drops)
