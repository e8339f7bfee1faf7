"""What the strip says of a board: drift, end of the day, next given start, relief. No Qt.

- Under half a minute either way is on time (timing.md, rule 19); drift rounds to whole minutes.
- Promises are told by hard_times.py; only a day without one tells its next given start.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from runofshow.core.board import Board, Row
from runofshow.core.outlook import Range
from runofshow.core.times import (
    MINUTE,
    ON_TIME,
    ZERO,
    minute_shown,
    show_clock,
    show_countdown,
    show_drift,
    show_length,
    show_wait,
    whole_left,
)
from runofshow.core.times import whole_minutes as minutes_of
from runofshow.ui.icons import Icon
from runofshow.ui.operator.lateness import Lateness, late_by
from runofshow.ui.operator.spans import Fact, Span, Tone
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Role


class Drift(NamedTuple):
    """The drift cell: a sign, a word, a size (empty when there is none) in minutes, or whole.

    Minutes have their `unit`; a size that is told in hours has none.
    """

    word: str
    size: str
    tone: Tone
    sign: Icon | None
    unit: str = ""


def drift(board: Board, words: WindowWords) -> Drift:
    """Late, early or on time, always in a word and a size."""
    if board.state == "before" and board.drift_word == "on_time":
        return Drift(words.not_begun, "", "text", None)
    if board.finished:
        return Drift(words.closed, "", "text", None)
    late, unit = _big(show_drift(board.drift), words)
    match board.drift_word:
        case "late":
            return Drift(words.late, late, "amber", None, unit)
        case "early":
            return Drift(words.early, late, "text", None, unit)
        case "on_time":
            return Drift(words.on_time, "", "text", Icon.GOOD)


def _big(size: str, words: WindowWords) -> tuple[str, str]:
    """A drift as it is said: 12 and its unit; one that is told in hours has none: 8 h 54."""
    minutes = size.removesuffix(f" {words.minutes}")
    return (size, "") if minutes == size else (minutes, words.minutes)


def day_end(board: Board, words: WindowWords, within: Range | None = None) -> Fact:
    """When the day is expected to end, against what was planned, and the range it may end in."""
    if board.expected_end is None or board.end_shown is None:
        return _no_more(words.day_end, "–")
    line: tuple[Span, ...] = ()
    if board.planned_end is not None:
        late = board.expected_end - board.planned_end
        against = words.against.format(time=clock(board, board.planned_end, words))
        line = (_lateness(late, words), _quiet(against))
        if abs(late) < ON_TIME:
            line = (_quiet(words.as_planned),)
    said = Fact(words.day_end, figure=(_figure(board, board.end_shown, words),), line=line)
    if within is None:
        return said
    first, last = (
        clock(board, minute_shown(each, board.planned_end), words)
        for each in (within.p10, within.p90)
    )
    if first == last:
        return said
    tip = words.ends_within.format(first=first, last=last)
    return said._replace(beside=f"{first}–{last}", tip=tip)


def given_time(board: Board, words: WindowWords) -> Fact:
    """The next start given in the plan, where nothing is promised to anybody."""
    row = _next_given(board)
    if row is None or row.planned_start is None or row.expected_start is None:
        given = any(row.own_start for row in board.slots.timed) or bool(board.promises)
        some = given and board.state != "before"
        return _no_more(words.hard_time, words.no_more if some else words.never_any)
    starts, late = row.expected_start, row.expected_start - row.planned_start
    shown = minute_shown(starts, row.planned_start)
    at_risk = late >= ON_TIME
    said = f"{clock(board, row.planned_start, words)} {row.title}"
    colon = "\u00a0: " if words.language == "fr" else ": "
    standing = (
        Span(words.hard_late.format(length=size(late)), Role.HARD, "amber")
        if at_risk
        else Span(words.hard_on_time, Role.HARD, "text")
    )
    ahead = starts > board.now
    until = words.hard_in.format(length=show_wait(starts, shown, board.now)) if ahead else ""
    expected = words.hard_expected.format(time=clock(board, shown, words))
    moved = clock(board, shown, words) != clock(board, row.planned_start, words)
    line = (expected, until) if moved or not ahead else (until,)
    return Fact(
        words.given_time,
        figure=(Span(said, Role.HARD, "text"), Span(colon, Role.HARD, "text"), standing),
        line=(Span(", ".join(filter(None, line)), Role.ROW, "sec"),),
    )


def _next_given(board: Board) -> Row | None:
    """The first row to come with a start of its own; of a session that has begun it is past."""
    for row in board.slots.timed:
        coming = row.status in ("next", "to_come") and row.started is None
        if coming and row.own_start and row.planned_start:
            return row
    return None


def relief(board: Board, words: WindowWords, lateness: Lateness | None = None) -> Fact:
    """Before: when it starts. Late: where the lateness ends. Else: the next break.

    `lateness` looked for that end on the boards before this one.
    """
    if board.state == "before" and board.next is not None:
        starts = board.next.planned_start or board.next.expected_start
        left = whole_left(starts - board.now)
        said = words.in_length if left >= 0 else words.since_length
        line = _quiet(said.format(length=show_countdown(left)))
        return Fact(words.begin, figure=(_figure(board, starts, words),), line=(line,))
    if board.drift_word == "late":
        return _where_lateness_ends(board, words, lateness or Lateness())
    for row in board.slots.breaks:
        if row.leaf and row.status in ("next", "to_come"):
            if row.expected_start is None or row.start_shown is None:
                continue
            wait = show_wait(row.expected_start, row.start_shown, board.now)
            line = _quiet(words.in_length.format(length=wait))
            figure = _figure(board, row.start_shown, words)
            return Fact(words.next_break, figure=(figure,), line=(line,))
    some = any(row.started for row in board.slots.breaks)
    return _no_more(words.next_break, words.no_more if some else words.never_any)


def _no_more(caption: str, said: str) -> Fact:
    return Fact(caption, figure=(Span(said, Role.ROW, "quiet"),))


def _where_lateness_ends(board: Board, words: WindowWords, lateness: Lateness) -> Fact:
    before, row = lateness.end(board)
    if row is not None and row.start_shown is not None:
        line = () if before is None else _absorber(before, words)
        figure = _figure(board, row.start_shown, words)
        return Fact(words.late_until, figure=(figure,), line=line)
    if board.expected_end is None or board.day_drift < ON_TIME:
        # The last item gives the time back by itself, or nothing is left to be late.
        return Fact(words.late_until, figure=(_figure_end(board, words),))
    said = words.late_at_end.format(length=size(board.day_drift))
    return Fact(words.late_to_end, figure=(Span(said, Role.HARD, "amber"),))


def _absorber(row: Row, words: WindowWords) -> tuple[Span, ...]:
    """Who gives the lateness back; the title gives way, the minutes never."""
    said = words.absorbs.format(length=size(late_by(row)))
    return _quiet(row.title), Span(said, Role.CAPTION, "quiet", 4)


def _figure_end(board: Board, words: WindowWords) -> Span:
    said = "–" if board.end_shown is None else clock(board, board.end_shown, words)
    return Span(said, Role.FIGURE, "text")


def _lateness(late: timedelta, words: WindowWords) -> Span:
    if late > ZERO:
        return Span(words.hard_late.format(length=size(late)), Role.CAPTION_BOLD, "amber")
    return Span(words.hard_early.format(length=size(late)), Role.CAPTION_BOLD, "sec")


def _quiet(text: str) -> Span:
    return Span(text, Role.CAPTION, "quiet")


def _figure(board: Board, moment: datetime, words: WindowWords) -> Span:
    return Span(clock(board, moment, words), Role.FIGURE, "text")


def size(late: timedelta) -> str:
    """A drift in whole minutes, half up, without a sign: 12 min, 7 h 15."""
    return show_length(abs(minutes_of(late)) * MINUTE)


def clock(board: Board, moment: datetime, words: WindowWords) -> str:
    """The time of day of `moment` as the windows write it."""
    return show_clock(moment, board.zone, words.language)
