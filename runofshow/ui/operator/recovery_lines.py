"""What the recovery card says of a broken promise and of the plans that keep it. No Qt.

- A plan is one line: its name, who gives, how many people to tell, when the promised thing comes,
  what is missing, what else stays broken.
- Who gives is told by titles where there is room, else by cues, else by how many.
- What must be won back is what is told late, so it too is in whole minutes half up, and a plan that
  leaves less than half a minute keeps the promise (timing.md, rules 13 and 19). Plans give whole
  steps: where there are seconds beyond the minutes told, "more than" says why one gives one more.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.board import Board, BoardPromise, Row
from runofshow.core.catchup import Recovery
from runofshow.core.plurals import counted
from runofshow.core.promises import Promise, Standing
from runofshow.ui.icons import Icon
from runofshow.ui.operator import hard_times
from runofshow.ui.operator.hard_times import clock, minutes, said
from runofshow.ui.operator.rundown_rows import MINUS, shown_length
from runofshow.ui.operator.spans import Tone
from runofshow.ui.texts.recovery import RecoveryWords

TITLES: Final = (40, 22)
"""How many letters of a title a plan's line takes, where there is room and where there is less."""
SMALL_WORD: Final = 3
"""A word of so many letters says nothing at the end of a title: de, les, the."""


class Offer(NamedTuple):
    """The plans for a promise, reckoned on revision `rev`; `ready` when they are all there."""

    promise: Promise
    rev: int
    plans: tuple[Recovery, ...]
    ready: bool

    @property
    def useful(self) -> tuple[Recovery, ...]:
        """The plans that change something."""
        return tuple(plan for plan in self.plans if not plan.idle)


class Head(NamedTuple):
    """The card's first line: a sign, what is to be won, until when; `act` when out of reach."""

    sign: Icon
    tone: Tone
    title: str
    title_short: str
    call_word: str
    call: str
    call_in: str
    which: str


class Share(NamedTuple):
    """Who gives and how much, as written; `by_cue` when who is told by cue."""

    who: str
    size: str
    by_cue: bool = False


class PlanLine(NamedTuple):
    """A plan as its line says it; `gives` from the longest way to say it to the shortest."""

    name: str
    short_name: str
    gives: tuple[tuple[Share, ...], ...]
    tell: str
    arrives: str
    kept: bool
    missing: str
    rest: tuple[str, ...]
    advised: bool
    tip: str


# --- the head ----------------------------------------------------------------------------------


def head(
    board: Board, promise: BoardPromise, words: RecoveryWords, offer: Offer | None, count: int,
    index: int,
) -> Head:  # fmt: skip
    """What the head says of `promise`, the one numbered `index` of `count` broken ones."""
    due, name = clock(board, promise.standing.due, words), hard_times.name_of(board, promise, words)
    which = words.which.format(index=index + 1, count=count) if count > 1 else ""
    if promise.lost:
        title = words.lost_head.format(time=due, name=name)
        best = _best(board, promise, words, offer)
        return Head(Icon.BROKEN, "act", f"{words.card}{words.colon}{title}", title, best, "", "",
                    which)  # fmt: skip
    length = to_win(promise.standing.deficit, words)
    facts = {"length": length, "time": due, "name": name}
    call = promise.last_call or board.now
    left = hard_times.until_call(board, call)
    return Head(
        Icon.FIRM,
        "amber",
        f"{words.card}{words.colon}{words.to_win.format(**facts)}",
        f"{words.card}{words.colon}{words.to_win_short.format(**facts)}",
        words.decide[:1].upper() + words.decide[1:],
        clock(board, call, words),
        words.decide_now if call <= board.now else words.decide_in.format(length=left),
        which,
    )


def to_win(deficit: timedelta, words: RecoveryWords) -> str:
    """What must be won back: 12 min; with some seconds more than these, more than 12 min."""
    said = minutes(deficit)
    beyond = deficit > times.whole_minutes(deficit) * times.MINUTE
    return words.more_than.format(length=said) if beyond else said


def _best(board: Board, promise: BoardPromise, words: RecoveryWords, offer: Offer | None) -> str:
    """How near the best plan comes, once the plans are known."""
    if offer is None or not offer.ready or not offer.plans:
        return ""
    best = min(offer.plans, key=lambda plan: plan.short)
    if keeps(best):  # what is to come cannot keep it, what is on air or optional can
        return said(words, words.unless, name=getattr(words.plans, best.plan))
    at = clock(board, _stands(best, promise.standing.promise).expected_shown, words)
    return words.best_is.format(time=at, length=minutes(best.short))


# --- the plans ---------------------------------------------------------------------------------


def lines(board: Board, offer: Offer, words: RecoveryWords) -> tuple[PlanLine, ...]:
    """A line for each plan that changes something."""
    rows = {row.id: row for row in board.slots}
    best = advised(offer)
    return tuple(
        PlanLine(
            name=getattr(words.plans, plan.plan),
            short_name=getattr(words.short_plans, plan.plan),
            gives=tuple(_gives(plan, board, rows, words)),
            tell=str(plan.tell),
            arrives=clock(board, _stands(plan, offer.promise).expected_shown, words),
            kept=keeps(plan),
            missing="" if keeps(plan) else words.short.format(length=minutes(plan.short)),
            rest=_rest(board, plan, offer.promise, words),
            advised=plan is best,
            tip=_tip(plan, board, rows, offer.promise, words),
        )
        for plan in offer.useful
    )


def keeps(plan: Recovery) -> bool:
    """Whether it keeps the promise, but for less than anybody calls late."""
    return plan.short < times.ON_TIME


def advised(offer: Offer) -> Recovery | None:
    """The plan that leaves least missing, least else broken, and fewest people to tell."""

    def cost(plan: Recovery) -> tuple[timedelta, int, int, bool]:
        return plan.short, len(_broken(plan, offer.promise)), plan.tell, bool(plan.stretch)

    return min(offer.useful, key=cost, default=None) if offer.ready else None


def _stands(plan: Recovery, promise: Promise) -> Standing:
    return next(stands for stands in plan.promises if stands.promise == promise)


def _broken(plan: Recovery, but: Promise) -> list[Standing]:
    """The other promises that stay broken."""
    return [each for each in plan.promises if each.at_risk and each.promise != but]


def _rest(board: Board, plan: Recovery, promise: Promise, words: RecoveryWords) -> tuple[str, ...]:
    """What else stays broken, from the longest way to say it to the shortest."""
    left = _broken(plan, promise)
    if not left:
        return ()
    full, short = (
        ", ".join(
            text.format(
                time=clock(board, each.due, words),
                name=hard_times.name_of(board, BoardPromise(each, None, lost=False), words),
                length=minutes(each.late or times.ZERO),
            )
            for each in left
        )
        for text in (words.breaks, words.breaks_short)
    )
    return full, short, counted(words.breaks_count, words.language, {"count": len(left)})


def _gives(
    plan: Recovery, board: Board, rows: dict[str, Row], words: RecoveryWords
) -> Iterator[tuple[Share, ...]]:
    """Who gives, in ever fewer letters."""
    shares = taken(plan, board)
    for most in TITLES:
        yield tuple(Share(_title(rows[slot], most), _size(by)) for slot, by in shares)
    yield (
        *(Share(words.drops.format(cue=rows[slot].cue), "", by_cue=True) for slot in plan.skips),
        *((Share(_on_air(board), _size(-plan.stretch), by_cue=True),) if plan.stretch else ()),
        *_by_cues(plan, rows),
    )
    total = sum((by for _, by in shares), times.ZERO)
    count = len(plan.cuts) + len(plan.skips) + bool(plan.stretch)
    yield (Share(words.items.format(count=count), f"{MINUS}{times.show_length(total)}"),)
    yield (Share(words.items_short.format(count=count), ""),)


def taken(plan: Recovery, board: Board) -> list[tuple[str, timedelta]]:
    """What each slot gives, in running order; a slot left out gives all of its length."""
    rows, found = board.slots, dict(plan.cuts)
    found |= {slot: rows.known(slot).duration or times.ZERO for slot in plan.skips}
    if plan.stretch and board.on_air is not None:
        found[board.on_air.slot] = -plan.stretch
    return [(slot, found[slot]) for slot in sorted(found, key=rows.numbers.__getitem__)]


def _by_cues(plan: Recovery, rows: dict[str, Row]) -> Iterator[Share]:
    """The cuts by cue, neighbours that give the same told together: 3.2–3.3.5 −1."""
    leaves = [row.id for row in rows.values() if row.leaf and row.status != "skipped"]
    place = {slot: number for number, slot in enumerate(leaves)}
    runs: list[list[tuple[str, timedelta]]] = []
    for slot, by in plan.cuts:
        last = runs[-1][-1] if runs else None
        if last and last[1] == by and place[slot] == place[last[0]] + 1:
            runs[-1].append((slot, by))
        else:
            runs.append([(slot, by)])
    for run in runs:
        first, last_cue = rows[run[0][0]].cue, rows[run[-1][0]].cue
        named = first if len(run) == 1 else f"{first}–{last_cue}"
        yield Share(named, _size(run[0][1]), by_cue=True)


def _on_air(board: Board) -> str:
    return board.on_air.cue if board.on_air is not None else ""


def _size(by: timedelta) -> str:
    return f"{MINUS}{shown_length(by, small=True)}"


def _title(row: Row, most: int) -> str:
    """A title in at most so many letters: whole words, and none at the end that ends nothing."""
    title = hard_times.short_title(row.title) or row.cue
    if len(title) <= most:
        return title
    kept = title[: most + 1].rpartition(" ")[0].split()
    while kept and len(kept[-1]) <= SMALL_WORD:
        kept.pop()
    return " ".join(kept) or f"{title[: most - 1].rstrip()}…"


def _tip(
    plan: Recovery, board: Board, rows: dict[str, Row], promise: Promise, words: RecoveryWords
) -> str:
    """The whole of a plan, line by line: who gives what, how many to tell, when it comes."""
    parts = [getattr(words.plans, plan.plan)]
    for slot, by in taken(plan, board):
        row = rows[slot]
        before = row.duration or times.ZERO
        if board.on_air is not None and board.on_air.slot == slot:
            before = board.on_air.length
        given = words.gives_tip.format(
            cue=row.cue, title=hard_times.short_title(row.title),
            before=times.show_length(before),
            after="–" if slot in plan.skips else times.show_length(before - by),
        )  # fmt: skip
        parts.append(said(words, given))
    name = hard_times.title_of(board, promise.slot) or words.day
    at = clock(board, _stands(plan, promise).expected_shown, words)
    parts += [tell(plan.tell, words), words.arrives.format(name=name, time=at)]
    return "\n".join(parts)


def tell(count: int, words: RecoveryWords) -> str:
    """How many people there are to tell."""
    if not count:
        return words.nobody_to_tell
    return (words.tell_one if count == 1 else words.tell_many).format(count=count)


# --- the phone ---------------------------------------------------------------------------------


class Phone(NamedTuple):
    """The last line: whom to call, the number, what to say; `proposed` is the hour to propose."""

    name: str
    number: str
    sentences: tuple[str, ...]
    done: str
    proposed: datetime | None


def phone(board: Board, promise: BoardPromise, words: RecoveryWords) -> Phone:
    """What the last line says of `promise`."""
    stands = promise.standing
    contact = stands.promised_to
    proposed = stands.expected_shown
    title = hard_times.title_of(board, stands.promise.slot) or words.day
    time, due = clock(board, proposed, words), clock(board, stands.due, words)
    titles = (title[:1].upper() + title[1:], title.partition(" ")[0].capitalize())
    sentences = [
        *(said(words, words.proposal, title=each, time=time, due=due) for each in titles),
        said(words, words.proposal_hours, time=time, due=due),
        said(words, words.proposal_short, time=time),
    ]
    done = ""
    if stands.told is not None:
        at, hour = (clock(board, moment, words) for moment in stands.told)
        done = said(words, words.told_said, at=at, time=hour)
    return Phone(
        contact.name if contact is not None else words.call_nobody,
        (contact.phone or "") if contact is not None else "",
        tuple(sentences),
        done,
        proposed,
    )


def read_hour(text: str, board: Board, near: datetime) -> datetime:
    """The hour that somebody typed, on the day that brings it nearest to `near`; 1227 is 12h27.

    Raises Misread when it is none.
    """
    moment = times.instant(board.date, times.read_civil(text, bare=True), board.zone)
    return moment + times.DAY if near - moment > times.DAY / 2 else moment
