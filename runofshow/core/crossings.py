"""What was crossed between two looks at a show: warning, zero, overrun, end … (rule 12).

Sounds, flashes, webhooks and the log hang on these. Rules of this module:
- A crossing is told once; when time is given back and it is no longer so, it is armed again. Which
  ones are passed follows from the show alone, so that a take back re-arms them too.
- A late look finds each one that was passed, in order, at its own instant. One that a hand brings
  about has the hand's instant, unless the hand corrects the past (`began`, `recall`).
- While a clock is held nothing is crossed by time. With questions to come, warning and danger are
  before them (rule 36); once they are opened, before the end: they are crossed anew.
- What is expected can only become worse by time alone, so the instant at which a promise breaks is
  found by halving, to the microsecond. An announced end that is overtaken lapses (rule 18), and
  what follows is expected later: time is gone through up to there, and from there anew.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core import times
from runofshow.core.apply import moment
from runofshow.core.expected import due_at, forecast
from runofshow.core.hands import next_automatic, settled
from runofshow.core.log import Airing
from runofshow.core.people import calls, calls_anybody
from runofshow.core.promises import Of, promised, standings
from runofshow.core.show import Show

What = Literal[
    "begin", "warning", "danger", "questions", "zero", "over", "end", "back",
    "due", "call", "broken", "kept",
]  # fmt: skip
"""What is crossed.

- `begin`, `end`: a leaf took the air, or left it; `back`: a take back put it on air again.
- `warning`, `danger`, `over`: the phases (rule 11); `questions`: their time has come and nobody has
  opened them; `zero`: no time is left.
- `due`: the next leaf's time has come and nobody has taken it; `call`: its speakers are to be
  called (core.people); `broken`, `kept`: a promise no longer is, or is again.
"""
_LEVELS: Final = ("warning", "danger", "questions", "zero", "over")
_TICK: Final = timedelta(microseconds=1)


class Crossing(NamedTuple):
    """What was crossed, when, by which slot ("day": the day), and for a promise of which hour."""

    at: datetime
    what: What
    slot: str
    of: Of | None = None


Mark = tuple[Literal["due", "call", "broken", "kept"], str, Of | None]
"""Something that is so at an instant; it is told of when it comes, not when it goes."""


class Look(NamedTuple):
    """A show seen at an instant, all that happens by itself done, and what then was so."""

    show: Show
    at: datetime
    marks: frozenset[Mark]


def look(show: Show, now: datetime) -> Look:
    """The show as it is at `now`: nothing of before is told any more."""
    now = moment(show, now)
    show = settled(show, now)
    return Look(show, now, _marks(show, now))


def passed(before: Look, now: datetime) -> tuple[Look, tuple[Crossing, ...]]:
    """What time alone has brought since a look, automatic acts included; and the look at `now`."""
    found: list[Crossing] = []
    here = before
    while (at := next_automatic(here.show)) is not None and at <= now:
        here, crossed = changed(here, settled(here.show, at), at)
        found += crossed
    if now > here.at:
        here, waited = _waited(here, now)
        found += waited
    return here, tuple(found)


def changed(before: Look, after: Show, at: datetime) -> tuple[Look, tuple[Crossing, ...]]:
    """What time has brought up to `at`, then what the act that made `after` there brought.

    What is taken at the very instant at which its time comes has never been due.
    """
    at = max(at, before.at)
    here, waited = passed(before, at - _TICK)
    marks = _marks(after, at)
    found = [*_aired(here.show, after, at)]
    found += (Crossing(at, *mark) for mark in _come(here.marks, marks))
    found.sort(key=lambda crossing: crossing.at)
    levels = _levels_between(here.show, here.at, at)
    return Look(after, at, marks), (*waited, *levels, *found)


def _waited(before: Look, now: datetime) -> tuple[Look, list[Crossing]]:
    """What time alone has brought up to `now`, no act falling in between."""
    airing, stops = before.show.air.on_air, [now]
    lapses = airing.announced_end if airing is not None else None
    if lapses is not None and before.at < lapses <= now:
        stops = [lapses - _TICK, lapses, now]
    here, found = before, list[Crossing]()
    for stop in stops:
        if stop > here.at:
            here, crossed = _waited_evenly(here, stop)
            found += crossed
    return here, found


def _waited_evenly(before: Look, now: datetime) -> tuple[Look, list[Crossing]]:
    """What time alone has brought up to `now`, no announcement lapsing in between."""
    show, marks = before.show, _marks(before.show, now)
    found = _levels_between(show, before.at, now)
    for mark in _come(before.marks, marks):
        found.append(Crossing(_first(show, mark, before.at, now), *mark))
    found.sort(key=lambda crossing: crossing.at)
    return Look(show, now, marks), found


# --- the time left -----------------------------------------------------------------------------


class _Level(NamedTuple):
    """A threshold of an airing: when it is reached; `past`: only after that instant."""

    what: What
    at: datetime
    past: bool = False

    def reached(self, now: datetime) -> bool:
        return now > self.at if self.past else now >= self.at


def _levels(show: Show, airing: Airing) -> tuple[_Level, ...]:
    """The thresholds of an airing in the order they are reached; where danger wins, no warning."""
    slot, reference = show.outline.by_id[airing.slot].slot, show.reference
    ends = show.ends(airing)
    tail = times.ZERO if airing.questions_open else slot.questions or times.ZERO
    warning = reference.warning(slot, airing.started)
    danger = reference.danger(slot, airing.started)
    found = [_Level("warning", ends - tail - warning)] if warning > danger else []
    found.append(_Level("danger", ends - tail - danger))
    if tail:
        found.append(_Level("questions", ends - tail))
    return (*found, _Level("zero", ends), _Level("over", ends, past=True))


def _reached(show: Show, airing: Airing, now: datetime) -> dict[What, _Level]:
    """The thresholds that an airing has passed at `now`; a held clock stands still."""
    return _passed(_levels(show, airing), airing.held_since or now)


def _passed(levels: Iterable[_Level], now: datetime) -> dict[What, _Level]:
    return {level.what: level for level in levels if level.reached(now)}


def _levels_between(show: Show, since: datetime, until: datetime) -> list[Crossing]:
    """The thresholds that what is on air passed after `since` and until `until`."""
    airing = show.air.on_air
    if airing is None or until <= since or airing.held_since is not None:
        return []
    levels = _levels(show, airing)
    return _worse(airing, _passed(levels, since), _passed(levels, until), since)


def _worse(
    airing: Airing, before: dict[What, _Level], after: dict[What, _Level], since: datetime
) -> list[Crossing]:
    """What is passed now and was not, each at its instant but none before `since`."""
    worst = max((_LEVELS.index(what) for what in before), default=-1)
    return [
        Crossing(max(since, level.at), what, airing.slot)
        for what, level in after.items()
        if _LEVELS.index(what) > worst
    ]


# --- the air -----------------------------------------------------------------------------------


def _aired(before: Show, after: Show, now: datetime) -> Iterator[Crossing]:
    """What left the air and took it, and what was thereby passed."""
    was, live = before.air.airings, after.air.airings
    same = _alike(was, live)
    if same:
        yield from _went_on(before, after, was[same - 1], live[same - 1], now)
    for airing in live[same:]:
        yield Crossing(airing.started, "begin", airing.slot)
        until = now if airing.ended is None else airing.ended
        born = _reached(after, airing, airing.started)  # a phase it begins in is not crossed into
        born = {what: level for what, level in born.items() if what not in ("zero", "over")}
        yield from _worse(airing, born, _reached(after, airing, until), airing.started)
        if airing.ended is not None:
            yield Crossing(airing.ended, "end", airing.slot)


def _alike(was: tuple[Airing, ...], live: tuple[Airing, ...]) -> int:
    """How many of the first airings are of the same leaves; only the last of them can differ."""
    pairs = zip(was, live, strict=False)
    differing = (n for n, (one, other) in enumerate(pairs) if one.slot != other.slot)
    return next(differing, min(len(was), len(live)))


def _went_on(
    before: Show, after: Show, was: Airing, live: Airing, now: datetime
) -> Iterator[Crossing]:
    """What became of the airing that both shows have last."""
    if was.ended is not None and live.ended is None:
        yield Crossing(now, "back", live.slot)
        left = _reached(after, live, was.ended)
        yield from _worse(live, left, _reached(after, live, now), was.ended)
    elif was.ended is None and live.ended is not None:
        yield Crossing(live.ended, "end", live.slot)
    elif live.ended is None:
        since = now if was.started == live.started else live.started
        yield from _worse(live, _reached(before, was, now), _reached(after, live, now), since)


# --- what is so or not so ----------------------------------------------------------------------


def _marks(show: Show, now: datetime) -> frozenset[Mark]:
    """What is due, to be called, and broken at `now`."""
    found: set[Mark] = set()
    due = due_at(show)
    if due is not None and due <= now and show.next is not None:
        found.add(("due", show.next.slot.id, None))
    if next(promised(show), None) is None and not calls_anybody(show):
        return frozenset(found)
    expected = forecast(show, now)
    for stands in standings(show, expected):
        if stands.kept is not None:
            found.add(("kept" if stands.kept else "broken", *stands.promise))
    found.update(("call", call.slot, None) for call in calls(show, now, expected))
    return frozenset(found)


def _come(before: frozenset[Mark], now: frozenset[Mark]) -> list[Mark]:
    """The marks to be told of: those that have come; that a promise is kept, if it was broken."""
    return sorted(
        (
            mark
            for mark in now - before
            if mark[0] != "kept" or ("broken", mark[1], mark[2]) in before
        ),
        key=str,
    )


def _first(show: Show, mark: Mark, since: datetime, until: datetime) -> datetime:
    """The first instant after `since` at which a mark is there, as it is at `until`."""
    while until - since > _TICK:
        half = since + (until - since) // 2
        if mark in _marks(show, half):
            until = half
        else:
            since = half
    return until
