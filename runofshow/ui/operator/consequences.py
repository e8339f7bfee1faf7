"""What a hand would change of the day, in a few words: the board as it is against what it would be.

Hard times first, then the next break, then the end of the day: what is promised to somebody
counts. Only what a clock on a screen would show otherwise is said. No Qt.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from runofshow.core.board import Board, BoardPromise, Rows
from runofshow.core.plan import Kind
from runofshow.core.times import show_clock
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.titles import brief

MOST: Final = 2
"""How many hours that move are said."""
TITLE: Final = 22
SHORT: Final = 12
"""How many letters of a title are said, and where room is short."""


class Moved(NamedTuple):
    """An hour that would move: of what, from when to when; whether its promise would be kept.

    `kept` is None where there is no promise, or it is kept as before.
    """

    title: str
    was: datetime
    now: datetime
    kept: bool | None = None


def consequences(before: Board, after: Board, words: WindowWords) -> tuple[str, str]:
    """What would move between `before` and `after`, as one line; and as a shorter one."""
    moved = list(_hard_times(before, after, words)) or list(_soft_times(before, after, words))
    shown = [each for each in moved if _shows(each, before, words)][:MOST]
    if not shown:
        return words.moves_nothing, words.moves_nothing
    whole = ", ".join(_said(each, before, words) for each in shown)
    first = shown[0]._replace(title=brief(shown[0].title, SHORT))
    return whole, _said(first, before, words)


def _said(moved: Moved, board: Board, words: WindowWords) -> str:
    was, now = (show_clock(at, board.zone, words.language) for at in (moved.was, moved.now))
    stands = {True: f" ({words.moves_kept})", False: f" ({words.moves_broken})", None: ""}
    return f"{moved.title} {was} → {now}{stands[moved.kept]}"


def _shows(moved: Moved, board: Board, words: WindowWords) -> bool:
    """Whether a clock would show it otherwise."""
    was, now = (show_clock(at, board.zone, words.language) for at in (moved.was, moved.now))
    return was != now


# --- what is promised ----------------------------------------------------------------------------


def _hard_times(before: Board, after: Board, words: WindowWords) -> Iterator[Moved]:
    """Promises still ahead that would be due at another hour, the earliest first."""
    known = {each.standing.promise: each.standing for each in after.promises}
    for promise in sorted(before.promises, key=_expected_at):
        was, then = promise.standing, known.get(promise.standing.promise)
        if then is None or was.expected is None or then.expected is None:
            continue
        if was.expected <= before.now or not _differs(was.expected, then.expected):
            continue
        title = _title(before.slots, was.promise.slot, words)
        kept = None if not (was.at_risk or then.at_risk) else not then.at_risk
        here, there = was.expected_shown, then.expected_shown
        if here is not None and there is not None:
            yield Moved(title, here, there, kept)


def _expected_at(promise: BoardPromise) -> float:
    expected = promise.standing.expected
    return float("inf") if expected is None else expected.timestamp()


def _differs(was: datetime, now: datetime) -> bool:
    """Whether they differ by more than the time that passes between two boards."""
    return abs((now - was).total_seconds()) >= 1


def _title(rows: Rows, slot: str, words: WindowWords) -> str:
    at = rows.at(slot)
    return words.day_end if at is None else brief(rows[at].title, TITLE)


# --- what is not ---------------------------------------------------------------------------------


def _soft_times(before: Board, after: Board, words: WindowWords) -> Iterator[Moved]:
    """The next break and the end of the day, where they would be at another hour."""
    for row in before.slots:
        open_ = row.leaf and row.status in ("next", "to_come")
        if row.kind is not Kind.BREAK or not open_ or (at := after.slots.at(row.id)) is None:
            continue
        there = after.slots[at]
        if row.start_shown and there.start_shown:
            yield Moved(brief(row.title, TITLE), row.start_shown, there.start_shown)
        break
    if before.end_shown is not None and after.end_shown is not None:
        yield Moved(words.day_end, before.end_shown, after.end_shown)
