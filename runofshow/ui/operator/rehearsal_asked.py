"""What may be asked of a rehearsal besides its keys, and how the two lines of its bar are read.

No Qt. A line is read leniently, and says what it understood before it is asked.
"""

from collections.abc import Callable
from datetime import datetime
from textwrap import shorten
from typing import Final, NamedTuple

from runofshow.core import overruns, times
from runofshow.core.board import Board, Row
from runofshow.core.misreadings import why_misread
from runofshow.core.overruns import Overrun
from runofshow.core.times import Misread, show_clock, show_length
from runofshow.rehearsal import Rehearsal
from runofshow.ui.operator.actions import Rehearse
from runofshow.ui.texts.rehearsal import RehearsalWords

BRIEF: Final = 30
"""How many letters of a title the bar takes."""


class Speed(NamedTuple):
    """Run so many times as fast as the clock on the wall."""

    rate: int


class GoTo(NamedTuple):
    """Go to an instant, or to the beginning of an item."""

    place: datetime | str


Wish = Rehearse | Speed | GoTo | Overrun


class Course(NamedTuple):
    """How a rehearsal runs: what its bar shows beside the board."""

    playing: bool
    speed: int
    pilot: bool
    overruns: tuple[Overrun, ...] = ()
    on_stage: bool = False
    over: bool = False
    began: datetime | None = None


def course_of(rehearsal: Rehearsal, on_stage: bool) -> Course:
    """How `rehearsal` runs now."""
    to_come = tuple(
        Overrun(slot, by)
        for slot, by in rehearsal.overruns.items()
        if slot not in rehearsal.show.aired or rehearsal.show.aired[slot].ended is None
    )
    playing = bool(rehearsal.rate)
    began, _ = rehearsal.began
    over = rehearsal.over
    return Course(playing, rehearsal.speed, rehearsal.pilot, to_come, on_stage, over, began)


def take(rehearsal: Rehearsal, wish: Wish) -> None:
    """Do to `rehearsal` what is asked of it; raises Refused."""
    match wish:
        case Speed(rate):
            rehearsal.run(rate)
            rehearsal.play()
        case GoTo(str(slot)):
            rehearsal.until(slot)
        case GoTo(datetime() as at):
            rehearsal.jump(at)
        case Overrun(slot, by):
            rehearsal.overrun(slot, by)
        case Rehearse.PLAY:
            rehearsal.play(not rehearsal.rate)
        case Rehearse.SLOWER:
            rehearsal.hurry(-1)
        case Rehearse.FASTER:
            rehearsal.hurry(1)
        case Rehearse.BACK:
            rehearsal.back()
        case Rehearse.NEXT_ITEM:
            rehearsal.next_item()
        case Rehearse.NEXT_CHANGE:
            rehearsal.next_change()
        case Rehearse.AUTOPILOT:
            rehearsal.steer(not rehearsal.pilot)
        case _:
            pass  # the window's own


class Understood(NamedTuple):
    """What a line means: what it would ask, or None, and the words that say so."""

    wish: Wish | None
    echo: str


class Question(NamedTuple):
    """A line of the bar: its label and hint, and how an answer is read."""

    label: Callable[[RehearsalWords], str]
    hint: Callable[[RehearsalWords], str]
    read: Callable[[str, Board, Course, RehearsalWords], Understood]


def read_go_to(text: str, board: Board, course: Course, words: RehearsalWords) -> Understood:
    """A time of day, or an item by its cue or by words of its title; 2.10 is a cue if one is so."""
    try:
        civil = times.read_civil(text)
    except Misread as misread:
        if misread.why not in ("", "bare"):
            return Understood(None, why_misread(misread).text(words.language))
        return _read_item(text, board, course, words)
    if any(row.cue == text.strip() for row in board.slots):
        return _read_item(text, board, course, words)
    return _read_hour(times.instant(board.date, civil, board.zone), board, course, words)


def _read_hour(at: datetime, board: Board, course: Course, words: RehearsalWords) -> Understood:
    """An instant; one before the rehearsal began means its beginning."""
    if course.began is not None and at < course.began:
        hour = show_clock(course.began, board.zone, words.language)
        return Understood(GoTo(course.began), words.goes_to_beginning.format(time=hour))
    hour = show_clock(at, board.zone, words.language)
    said = words.goes_ahead if at >= board.now else words.goes_back
    return Understood(GoTo(at), said.format(time=hour, length=show_length(abs(at - board.now))))


def _read_item(text: str, board: Board, course: Course, words: RehearsalWords) -> Understood:
    named = overruns.words_of(text)
    row = overruns.item_called(named, board.slots) if named else None
    if row is None:
        return Understood(None, words.no_go_to)
    if row.started is not None and course.began is not None and row.started < course.began:
        return _read_hour(row.started, board, course, words)
    said = words.goes_to_item if row.started is None else words.goes_back_to_item
    return Understood(GoTo(row.id), said.format(item=named_row(row)))


def read_overrun(text: str, board: Board, course: Course, words: RehearsalWords) -> Understood:
    """Who runs over, and by how much."""
    try:
        wanted = overruns.read_overrun(text, board.slots)
    except Misread as misread:
        return Understood(None, words.no_item if misread.code == "no_item" else words.no_length)
    row = board.slots.known(wanted.slot)
    said = words.will_be_on_time
    if wanted.by:
        said = words.will_overrun if wanted.by > times.ZERO else words.will_end_early
    echo = said.format(item=named_row(row), length=show_length(abs(wanted.by)))
    return Understood(wanted, echo if course.pilot else f"{echo} ({words.hand_holds})")


def overruns_of(course: Course, board: Board, words: RehearsalWords, named: bool) -> list[str]:
    """The overruns to come, each by its item's cue (and title, when `named`) and how much."""
    rows = {row.id: row for row in board.slots}
    said = []
    for slot, by in course.overruns:
        if slot in rows:
            form = words.item_over if by > times.ZERO else words.item_early
            item = named_row(rows[slot]) if named else rows[slot].cue
            said.append(form.format(item=item, length=show_length(abs(by))))
    return said


def named_row(row: Row) -> str:
    """The cue and the title up to its colon: 2.2 Table ronde."""
    return f"{row.cue} {short(row.title)}"


def short(title: str) -> str:
    """What stands before the colon of a title, in whole words and few letters."""
    return shorten(title.partition(":")[0].strip() or title, BRIEF, placeholder="…")


GO_TO = Question(lambda w: w.ask_go_to, lambda w: w.hint_go_to, read_go_to)
OVERRUN = Question(lambda w: w.ask_overrun, lambda w: w.hint_overrun, read_overrun)
