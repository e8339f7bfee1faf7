"""When the next shown digit changes: the one moment a screen waits for (architecture.md §3)."""

from datetime import datetime, timedelta
from typing import Final

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.core.hands import next_automatic
from runofshow.core.panel import Floor
from runofshow.core.show import Show

_MOMENT: Final = timedelta(microseconds=1)


def next_change(show: Show, board: Board) -> datetime:
    """The next instant after the board's at which anything on a screen differs.

    That is the next whole second of the clock, of the time left, of what the one speaking has left
    or of the countdown to the next slot; or an automatic act, or the end of a message.
    """
    now = board.now
    moments = [_whole_second_after(now)]
    live = board.on_air
    if live is not None and not live.holding:
        moments.append(_in_step(now, now + live.remaining))
        if not live.remaining:  # at nought the time is up; it is over a moment later (rule 11)
            moments.append(now + _MOMENT)
        if live.floor is not None:
            moments.append(_in_step(now, _full_second(live.floor, now)))
    elif live is None and board.next is not None:
        moments.append(_in_step(now, board.next.expected_start))
    if board.message is not None and board.message.until is not None:
        moments.append(board.message.until)
    automatic = next_automatic(show)
    if automatic is not None:
        moments.append(automatic)
    return min(moment for moment in moments if moment > now)


def _full_second(floor: Floor, now: datetime) -> datetime:
    """An instant at which what the one speaking has left is whole seconds, else what was spoken."""
    return now - floor.spoken if floor.left is None else now + floor.left


def _whole_second_after(now: datetime) -> datetime:
    return now.replace(microsecond=0) + times.SECOND


def _in_step(now: datetime, target: datetime) -> datetime:
    """The next instant after `now` that is whole seconds away from `target`, before or after."""
    rest = (target - now) % times.SECOND
    return now + (rest or times.SECOND)


def until(moment: datetime, now: datetime) -> timedelta:
    """How long to wait for `moment`; never negative."""
    return max(times.ZERO, moment - now)
