"""What the window says of promises: which are next and worst, how each stands, in words. No Qt.

- The next is the earliest due of those still to come; the worst the one most minutes past what is
  tolerated, a lost one before all (timing.md §§5 and 6).
- A diamond is hollow when kept, full at risk; a crossed square is out of reach; a phone is agreed,
  or told (look.md, rule 4).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, Literal

from runofshow.core.board import Board, BoardPromise, Row
from runofshow.core.outlook import odds
from runofshow.core.plan import DAY_ID
from runofshow.core.promises import Promise
from runofshow.core.sentences import typeset
from runofshow.core.times import (
    MINUTE,
    ON_TIME,
    ZERO,
    minute_of,
    show_clock,
    show_length,
    show_wait,
    whole_minutes,
)
from runofshow.ui.icons import Icon
from runofshow.ui.operator.spans import Fact, Span, Tone
from runofshow.ui.texts.recovery import RecoveryWords
from runofshow.ui.theme import Role

NO_CHANCES: Final[Mapping[Promise, float]] = MappingProxyType({})


# --- which -------------------------------------------------------------------------------------


def next_promise(board: Board) -> BoardPromise | None:
    """The earliest due of the promises to come; the worst is told beside it."""
    coming = (found for found in board.promises if _to_come(board, found))
    return min(coming, key=_due, default=None)


def worst_promise(board: Board) -> BoardPromise | None:
    """The promise most at risk; None when all are kept."""
    at_risk = broken_promises(board)
    return max(at_risk, key=lambda found: (found.lost, found.standing.deficit), default=None)


def broken_promises(board: Board) -> tuple[BoardPromise, ...]:
    """The promises to come that are not kept, the earliest due first (rule 26)."""
    found = (each for each in board.promises if each.standing.at_risk and _to_come(board, each))
    return tuple(sorted(found, key=_due))


def _due(promise: BoardPromise) -> tuple[datetime, Promise]:
    due = promise.standing.due
    assert due is not None  # what is to come has one
    return due, promise.standing.promise


def _to_come(board: Board, promise: BoardPromise) -> bool:
    """Whether its hour is still to come about."""
    stands = promise.standing
    if stands.due is None or stands.expected is None or board.finished:
        return False
    if stands.promise.slot == DAY_ID:
        return board.state != "after"
    row = row_of(board, stands.promise.slot)
    if row is None:
        return False
    return (row.started if stands.promise.of == "start" else row.ended) is None


def row_of(board: Board, slot: str) -> Row | None:
    """The row of a slot."""
    return board.slots.of(slot)


# --- words -------------------------------------------------------------------------------------


def name_of(board: Board, promise: BoardPromise, words: RecoveryWords) -> str:
    """Whom the hour was promised to, else what it is the hour of."""
    stands = promise.standing
    if stands.promise.slot == DAY_ID:
        return words.day
    if stands.promised_to is not None:
        return stands.promised_to.name
    title = title_of(board, stands.promise.slot)
    return words.end_of.format(title=title) if stands.promise.of == "end" else title


def title_of(board: Board, slot: str) -> str:
    """A slot's title, without what follows a colon."""
    row = row_of(board, slot)
    return "" if row is None else short_title(row.title) or row.cue


def short_title(title: str) -> str:
    """A title up to its colon."""
    return title.partition(" :")[0].partition("\u00a0:")[0].partition(": ")[0].strip()


def clock(board: Board, moment: datetime | None, words: RecoveryWords) -> str:
    """A time of day as the windows write it."""
    return "–" if moment is None else show_clock(moment, board.zone, words.language)


def minutes(length: timedelta) -> str:
    """A lateness, or what is to be won back of it, in whole minutes, half up: 12 min."""
    return show_length(abs(whole_minutes(length)) * MINUTE)


def until_call(board: Board, call: datetime) -> str:
    """How long there is until a last call."""
    return show_wait(call, minute_of(call), board.now)


def said(words: RecoveryWords, text: str, **facts: object) -> str:
    """`text` with its facts, set as the language sets its signs."""
    written = text.format(**facts)
    return typeset(written) if words.language == "fr" else written


# --- the strip ---------------------------------------------------------------------------------


def sign_of(promise: BoardPromise) -> tuple[Icon, Tone]:
    """The sign of how it stands, and its colour."""
    firm = firm_of(promise)
    if firm in ("at_risk", "lost") and promise.standing.told is not None:
        return Icon.PHONE, TONES[firm]
    return SIGNS[firm], TONES[firm]


Firm = Literal["kept", "agreed", "at_risk", "lost"]
"""How a hard time stands: its sign follows (look.md, rule 4)."""
SIGNS: Final[dict[Firm, Icon]] = {
    "kept": Icon.FIRM_KEPT,
    "agreed": Icon.PHONE,
    "at_risk": Icon.FIRM,
    "lost": Icon.BROKEN,
}
TONES: Final[dict[Firm, Tone]] = {"kept": "text", "agreed": "text", "at_risk": "amber",
                                  "lost": "act"}  # fmt: skip


def firm_of(promise: BoardPromise) -> Firm:
    """How it stands, in one word."""
    if promise.standing.at_risk:
        return "lost" if promise.lost else "at_risk"
    return "agreed" if promise.standing.agreed or promise.standing.told else "kept"


def firm_rows(board: Board) -> dict[str, Firm]:
    """How each slot that promises an hour stands; of two hours, the worse."""
    found: dict[str, Firm] = {}
    order = list(SIGNS)
    for promise in board.promises:
        slot, firm = promise.standing.promise.slot, firm_of(promise)
        found[slot] = max(found.get(slot, firm), firm, key=order.index)
    return found


def told(
    board: Board, words: RecoveryWords, chances: Mapping[Promise, float] = NO_CHANCES
) -> tuple[Fact | None, Fact | None]:
    """The next promise, and the worst where that is another; None where there is none."""
    first, worst = next_promise(board), worst_promise(board)
    if first is None:
        return None, None
    beside = None
    if worst is not None and worst.standing.promise != first.standing.promise:
        chance = chances.get(worst.standing.promise)
        beside = fact(board, worst, words, words.worst_hard, chance)
    chance = chances.get(first.standing.promise)
    return fact(board, first, words, words.next_hard, chance), beside


TIGHT: Final = 0.73
"""A promise that holds as things stand, but is kept less often than this, is tight: two days in
three at best, as the odds are told."""


def fact(
    board: Board,
    promise: BoardPromise,
    words: RecoveryWords,
    caption: str,
    chance: float | None = None,
) -> Fact:
    """A promise as the strip tells it, with the chance of its being kept, where that is known.

    What is out of reach has none.
    """
    sign, tone = sign_of(promise)
    stands = promise.standing
    day = stands.promise.slot == DAY_ID
    name = words.day_short if day else name_of(board, promise, words)
    figure = (
        Span(f"{clock(board, stands.due, words)} {name}", Role.HARD, "text"),
        Span(words.colon, Role.HARD, "text"),
        _state(promise, words, chance),
    )  # fmt: skip
    said = Fact(caption, sign, tone, figure, tuple(_line(board, promise, words)))
    if chance is None or promise.lost:
        return said
    told = odds(chance)
    brief = told.text(words.language)
    whole = words.odds_of.format(odds=brief) if told.facts else brief
    return said._replace(asides=(whole, brief), tip=words.if_left.format(odds=whole))


def _state(promise: BoardPromise, words: RecoveryWords, chance: float | None) -> Span:
    stands = promise.standing
    if promise.lost:
        return Span(words.lost, Role.HARD, "act")
    late = stands.late or ZERO
    if stands.at_risk:
        return Span(words.late.format(length=minutes(late)), Role.HARD, "amber")
    if stands.agreed:
        return Span(words.agreed, Role.HARD, "text")
    if late >= ON_TIME:
        return Span(words.tolerated.format(length=minutes(late)), Role.HARD, "text")
    if chance is not None and chance < TIGHT:
        return Span(words.tight, Role.HARD, "text" if chance >= 1 / 2 else "amber")
    return Span(words.held, Role.HARD, "text")


def printed_hour(board: Board, promise: BoardPromise) -> datetime | None:
    """The hour it was printed for, which another agreed since does not change."""
    of = promise.standing.promise
    row = row_of(board, of.slot)
    if row is None:
        return None
    return row.planned_start if of.of == "start" else row.planned_end


def _line(board: Board, promise: BoardPromise, words: RecoveryWords) -> list[Span]:
    """What stands beneath: until when to decide, what was told, how long there is."""
    stands, line = promise.standing, list[Span]()
    printed = printed_hour(board, promise)

    def beside(text: str, tone: Tone = "sec", role: Role = Role.ROW, *, more: bool = False) -> None:
        line.append(Span(text, role, tone, more=more))

    if stands.at_risk:
        if promise.last_call is not None:
            beside(words.decide)
            beside(clock(board, promise.last_call, words), "amber", Role.ROW_TIME_BOLD)
            beside(_in(board, promise.last_call, words), more=promise.last_call > board.now)
        else:
            expected = clock(board, stands.expected_shown, words)
            beside(words.late.format(length=minutes(stands.late or ZERO)))
            beside(f", {words.expected.format(time=expected)}")
    elif stands.agreed and printed is not None and printed != stands.due:
        beside(words.instead_of.format(time=clock(board, printed, words)))
    elif stands.late is not None and stands.late >= ON_TIME and stands.due is not None:
        beside(words.within.format(time=clock(board, stands.due + stands.tolerance, words)))
    elif stands.expected is not None and stands.expected_shown is not None:
        wait = show_wait(stands.expected, stands.expected_shown, board.now)
        waited = words.in_length.format(length=wait)
        at = clock(board, stands.expected_shown, words)
        early = stands.due is not None and at != clock(board, stands.due, words)
        beside(f"{words.expected.format(time=at)}, {waited}" if early else waited)
    if stands.told is not None:
        beside(f", {words.told_at.format(time=clock(board, stands.told[0], words))}")
    return line


def _in(board: Board, moment: datetime, words: RecoveryWords) -> str:
    if moment <= board.now:
        return words.decide_now
    return words.decide_in.format(length=until_call(board, moment))
