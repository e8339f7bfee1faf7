"""Face: exactly what the stage shows, as words and numbers. Pure: it knows no Qt.

- Equal faces mean there is nothing to repaint. `board.now` enters only through the digits shown
  and the clock, so a face changes when a digit does and not in between; the bar is reckoned from
  the digits.
- The time left rounds up, the overrun and the clock round down, there is no "-0:00" (rule 13).
- Questions not yet open: the count is to their start (rule 36); once the whole time is up the
  overrun is that of the whole, as the phase is (rule 11).
- A break raises no alarm. A film and a changeover have nobody to conclude: their last minutes keep
  the phase's colour and shape, without its word, and what follows stays in sight.
- A count that has run out says "in a moment"; it is never stuck at 0:00.
- What is hidden never shows its title, and is never announced as next.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from runofshow.core.board import Board, OnAir, Row
from runofshow.core.crossings import Crossing
from runofshow.core.plan import Kind, Speaker
from runofshow.core.times import (
    DAY,
    MINUTE,
    ZERO,
    minute_shown,
    show_clock,
    show_countdown,
    show_length,
    whole_left,
)
from runofshow.ui.speaker.bars import Bar, Tone, bar
from runofshow.ui.speaker.public_rows import coming, live
from runofshow.ui.speaker.speaking import Speaking, pressed, speaking
from runofshow.ui.texts.stage import StageWords

if TYPE_CHECKING:  # each is loaded when it is wanted
    from runofshow.ui.speaker.clock import Clock
    from runofshow.ui.speaker.grid import Grid
    from runofshow.ui.speaker.next_up import NextUp
    from runofshow.ui.speaker.pattern import Pattern
    from runofshow.ui.speaker.programme import Programme
    from runofshow.ui.speaker.rundown import Rundown
    from runofshow.ui.speaker.third import Third
    from runofshow.ui.speaker.workshops import Workshops

    Own: TypeAlias = Rundown | Clock | NextUp | Programme | Workshops | Grid | Third | Pattern

Scene = Literal[
    "before", "late_start", "running", "between", "on_break", "held", "incident", "blackout",
    "after", "message", "own", "pattern",
]  # fmt: skip
"""What is to be seen; "own" is what a layout shows of itself, whatever the timer would;
"pattern" is the test pattern, in every layout."""
BREAK_IS_LIKE: Final = frozenset({Kind.BREAK})
"""Kinds during which the stage tells when the day resumes."""
PULSING: Final = frozenset({"warning", "danger", "questions", "over"})
"""The crossings at which the stage pulses."""


class Face(NamedTuple):
    """What the stage shows. Every text is as shown, empty when there is none.

    `digits` has no sign: `overrun` says that it counts up. `head` is the sentence that reads into
    the digits, `plate` the word of a phase, `phrase` what stands in the digits' place, `message`
    what the régie says (over everything when the scene is "message") and `said` the same before
    the time left is written into it. `airing` is what its digits count, for it to pulse at what
    that crosses; `floor` is who speaks in a panel. `hollow` (half a second of a pulse) and `stale`
    are the window's own.
    `mark` stands on a plate above everything: that it is no show. `own` is what a layout shows
    beside, or instead.
    """

    scene: Scene
    tone: Tone = "calm"
    digits: str = ""
    overrun: bool = False
    head: str = ""
    plate: str = ""
    phrase: str = ""
    ends: str = ""
    then: str = ""
    tag: str = ""
    title: str = ""
    detail: str = ""
    speakers: tuple[str, ...] = ()
    next_tag: str = ""
    next_title: str = ""
    next_speakers: tuple[str, ...] = ()
    length: str = ""
    clock: str = ""
    message: str = ""
    said: str = ""
    flash: bool = False
    bar: Bar | None = None
    airing: str = ""
    floor: Speaking | None = None
    hollow: bool = False
    stale: bool = False
    mark: str = ""
    own: "Own | None" = None


def face(board: Board, words: StageWords) -> Face:
    """What the stage shows of `board` in the language of `words`."""
    if board.blackout:
        return Face("blackout")
    shown = _scene(board, words)._replace(clock=hour_of(board, board.now, words))
    return with_message(board, shown)


def alerts(before: Face, after: Face) -> bool:
    """Whether the stage must pulse for what it newly shows: a flashed message, a pressed share."""
    if after.flash and not (before.flash and before.said == after.said):
        return True
    same = bool(after.airing) and before.airing == after.airing
    return same and pressed(before.floor, after.floor)


def pulses(shown: Face, crossing: Crossing) -> bool:
    """Whether the stage must pulse at a crossing: what it counts got more urgent."""
    return bool(shown.airing) and shown.airing == crossing.slot and crossing.what in PULSING


def stale(shown: Face, words: StageWords) -> Face:
    """The same face once nobody brings it up to date: it says so, and shows no hour as true."""
    if shown.scene in ("blackout", "incident"):
        return shown._replace(clock="", stale=True)
    quiet = shown._replace(
        tone="held", clock="", then="", bar=None, floor=None, hollow=False, stale=True
    )
    if shown.head:
        return quiet._replace(head=words.not_updated)
    return quiet._replace(plate=words.not_updated)


def _scene(board: Board, words: StageWords) -> Face:
    air = board.on_air
    if board.incident:
        return Face("incident", tone="waiting", phrase=words.one_moment)
    if air is not None and air.holding:
        return _held(board, air, words)
    if air is not None:
        return (
            _resuming(board, air, words)
            if air.kind in BREAK_IS_LIKE
            else _running(board, air, words)
        )
    row = next(coming(board), None)
    if board.finished or row is None or row.expected_start is None:
        return _after(board, words)
    if board.state == "before":
        return _before(board, row, words)
    return _between(board, row, words)


# --- on air ------------------------------------------------------------------------------------


def _running(board: Board, air: OnAir, words: StageWords) -> Face:
    tail = _tail(air)
    counted = air.remaining if air.phase == "over" else air.remaining - tail
    seconds = whole_left(counted)
    overrun = counted < ZERO
    opened = air.questions_open and air.phase == "normal"
    shown = Face(
        "running",
        tone="questions" if opened else air.phase,
        digits=show_countdown(seconds),
        overrun=overrun,
        plate=_plate(air, words, into_tail=overrun),
        bar=bar(air, tail, seconds),
        airing=air.slot,
    )
    shown = _with_title(board, _with_hours(board, shown, air, words), air)
    return _with_next(board, _with_floor(shown, air, words), words)


def _held(board: Board, air: OnAir, words: StageWords) -> Face:
    counted = air.remaining if air.phase == "over" else air.remaining - _tail(air)
    shown = Face(
        "held",
        tone="held",
        digits=show_countdown(whole_left(counted)),
        overrun=counted < ZERO,
        plate=words.held,
        airing=air.slot,
    )
    return _with_title(board, shown, air)


def _resuming(board: Board, air: OnAir, words: StageWords) -> Face:
    """A break: when the day resumes, or begins if it opens it, big, and how long until then."""
    hour = hour_of(board, air.end_shown, words)
    seconds = whole_left(air.remaining)
    shown = Face("on_break", tone="waiting")
    opens = not any(row.leaf and row.status == "done" for row in board.slots)
    if seconds <= 0:
        head = words.starts if opens else words.was_back_at
        late = shown._replace(head=head.format(hour=hour), phrase=words.soon)
        return _with_next(board, _with_title(board, late, air), words)
    left = words.counting.format(time=show_countdown(seconds))
    head = words.starts_at if opens else words.back_at
    return _with_title(board, shown._replace(head=head, digits=hour, then=left), air)


def _tail(air: OnAir) -> timedelta:
    return ZERO if air.questions is None or air.questions_open else air.questions


def _plate(air: OnAir, words: StageWords, into_tail: bool) -> str:
    if air.phase in ("warning", "danger") and not (air.kind.concludes or into_tail):
        return ""
    match air.phase:
        case "over":
            return words.time_up
        case "danger":
            return words.questions if into_tail else words.last_words
        case "warning":
            return words.wrap_up
        case "normal":
            return words.questions if air.questions_open else ""


def _with_hours(board: Board, shown: Face, air: OnAir, words: StageWords) -> Face:
    if air.ends is None:
        return shown
    ends = hour_of(board, air.end_shown, words)
    if air.phase == "over":
        return shown._replace(ends=words.was_due.format(hour=ends))
    if not _tail(air):
        return shown._replace(ends=words.ends.format(hour=ends))
    return shown._replace(
        tag=words.before_questions,
        ends=words.questions_at.format(hour=hour_of(board, air.end_shown - _tail(air), words)),
        then=words.then_ends.format(hour=ends),
    )


def _with_title(board: Board, shown: Face, air: OnAir) -> Face:
    if live(board) is None:
        return shown
    title, detail = in_two(air.title)
    return shown._replace(title=title, detail=detail, speakers=names_of(air.there))


def _with_floor(shown: Face, air: OnAir, words: StageWords) -> Face:
    named = shown.title or shown.speakers  # what is hidden names nobody
    return shown._replace(floor=speaking(air, words)) if named else shown


def _with_next(board: Board, shown: Face, words: StageWords) -> Face:
    row = next(coming(board), None)
    if row is None or shown.then:
        return shown
    title, _ = in_two(row.title)
    names = names_of(row.there)
    return shown._replace(next_tag=words.next, next_title=title, next_speakers=names)


# --- nothing on air ----------------------------------------------------------------------------


def _before(board: Board, row: Row, words: StageWords) -> Face:
    starts = _start(row)
    hour = hour_of(board, row.planned_start or starts, words)
    title, detail = in_two(row.title)
    shown = Face("before", tone="waiting", title=title, detail=detail, speakers=names_of(row.there))
    if starts <= board.now:
        passed = (
            board.now - (row.planned_start or starts) >= MINUTE
        )  # an hour that is no longer true
        head = words.begins if passed else words.starts.format(hour=hour)
        return shown._replace(scene="late_start", head=head, phrase=words.soon)
    hour = hour_of(board, minute_shown(starts, row.planned_start), words)
    if starts - board.now > DAY:
        day = _date(board, starts, words)
        return shown._replace(head=words.starts_on.format(hour=hour), phrase=day)
    left = show_countdown(whole_left(starts - board.now))
    return shown._replace(head=words.starts_in.format(hour=hour), digits=left)


def _start(row: Row) -> datetime:
    """When the day begins: never earlier than announced on paper, though it might be."""
    moments = [moment for moment in (row.expected_start, row.planned_start) if moment is not None]
    return max(moments)


def _between(board: Board, row: Row, words: StageWords) -> Face:
    title, detail = in_two(row.title)
    length = row.duration
    shown = Face(
        "between",
        tone="waiting",
        title=title,
        detail=detail,
        speakers=names_of(row.there),
        length=show_length(length) if length and not row.elastic else "",
    )
    starts = row.expected_start
    if starts is None or starts <= board.now:
        return shown._replace(head=words.next_soon)
    left = show_countdown(whole_left(starts - board.now))
    return shown._replace(head=words.next_in, digits=left)


def _after(board: Board, words: StageWords) -> Face:
    shown = Face("after", digits=hour_of(board, board.now, words))
    if board.state == "before":
        return shown
    return shown._replace(title=words.thanks, detail=words.day_over)


# --- the régie speaks --------------------------------------------------------------------------


def with_message(board: Board, shown: Face, to: str = "stage") -> Face:
    """The same face with what the régie says to those who read it."""
    said = board.message
    if said is None or said.to != to or (said.until is not None and said.until <= board.now):
        return shown
    text = said.text.replace("{left}", signed(shown)).strip()
    if not text:
        return shown
    flash = said.flash and shown.scene != "incident"  # nothing hides "one moment"
    scene: Scene = "message" if flash else shown.scene
    return shown._replace(scene=scene, message=text, said=said.text, flash=flash)


def signed(shown: Face) -> str:
    """The digits with their sign: 4:42, +2:10."""
    return f"+{shown.digits}" if shown.overrun else shown.digits


# --- small words -------------------------------------------------------------------------------


def in_two(title: str) -> tuple[str, str]:
    """A title and what follows its colon: "Table ronde : typologie" is a name and a detail."""
    head, colon, tail = title.partition(":")
    if not colon or not tail[:1].isspace() or not head.strip():
        return title.strip(), ""
    return head.strip(), tail.strip()


def names_of(speakers: tuple[Speaker, ...]) -> tuple[str, ...]:
    """Their names."""
    return tuple(speaker.name for speaker in speakers)


def hour_of(board: Board, moment: datetime | None, words: StageWords) -> str:
    """The time of day of a moment as it is shown; nothing of none."""
    return "" if moment is None else show_clock(moment, board.zone, words.language)


def _date(board: Board, moment: datetime, words: StageWords) -> str:
    wall = moment.astimezone(board.zone)
    return words.day_ahead.format(
        weekday=words.weekdays[wall.weekday()], day=wall.day, month=words.months[wall.month - 1]
    )
