"""What each row of the rundown says, in words and figures; no painting, no Qt.

- Printed beside expected: the same is "=", another hour stands in full. What is done shows its
  actual start, what is skipped a dash (look.md, rule 3).
- Lateness is told in whole minutes, and only where it changes: "+12", then "→ 0" where it dies.
- A row is made only when it is looked at: a board of 10,000 rows costs what its window shows.
"""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import NamedTuple

from runofshow.core import times
from runofshow.core.board import Board, OnAir, Row
from runofshow.core.hours import NARROW
from runofshow.ui.operator.hard_times import Firm, firm_rows
from runofshow.ui.operator.rundown_missing import Mark, missing_of, spoken
from runofshow.ui.texts.rundown import RundownWords

MINUS = "\u2212"
BLANK = "–"


class Look(Enum):
    """How a row is drawn."""

    SESSION = auto()
    DONE = auto()
    LIVE = auto()
    HELD = auto()
    NEXT = auto()
    TO_COME = auto()
    SKIPPED = auto()


class Ribbon(NamedTuple):
    """Lateness through a row in whole minutes, early below nought, and what is written beside."""

    top: int = 0
    foot: int = 0
    label: str = ""


class Line(NamedTuple):
    """All that is painted of one row; two equal lines look the same."""

    slot: str
    look: Look
    leaf: bool
    due: bool
    level: int
    cue: str
    planned: str
    expected: str
    same: bool
    ribbon: Ribbon
    length: str
    title: str
    suffix: str
    heavy: bool
    speakers: str
    names: tuple[str, ...]
    missing: tuple[Mark, ...]
    crew: tuple[str, ...]
    note: str
    guessed: frozenset[str]
    promise: str | None
    firm: Firm
    left: str = ""
    over: bool = False
    progress: float = 0.0
    marks: tuple[float, ...] = ()
    tried: bool = False
    """Whether its hour is another one, which a plan would bring."""
    was_length: str = ""
    """What its length is, where a plan would cut it."""
    folded: int = 0
    """How many items of a session its fold hides."""


class Teller:
    """Makes the lines of one board in one language; `small` shortens what a narrow list shows."""

    def __init__(
        self, board: Board, words: RundownWords, departments: tuple[str, ...], small: bool
    ) -> None:
        self._board, self._words = board, words
        self._departments, self._small = departments, small
        self._firm_rows = firm_rows(board)

    def tried(self, index: int, by_plan: "Teller") -> Line:
        """The line of row `index`, with the hours and the length that a plan would bring."""
        line, there = self.line(index), by_plan.at(self._board.slots[index].id)
        if there is None:
            return line
        would = by_plan.line(there)
        dropped = would.look is Look.SKIPPED and line.look is not Look.SKIPPED
        cut = dropped or would.length != line.length
        elsewhere = would.same and would.planned != line.planned
        return line._replace(
            look=would.look if dropped else line.look,
            expected=would.planned if elsewhere else would.expected,
            same=would.same and not elsewhere,
            ribbon=would.ribbon._replace(label="") if cut else would.ribbon,
            length=would.length.removeprefix("~") if cut else line.length,
            note=would.note,
            firm=would.firm,
            tried=would.expected != line.expected,
            was_length=line.length.removeprefix("~") if cut else "",
        )

    def at(self, slot: str) -> int | None:
        """Which row of its board is that slot's."""
        return self._board.slots.at(slot)

    def between_of(self, slot: str) -> Ribbon:
        """The lateness through the thin row above the row of `slot`."""
        there = self.at(slot)
        return Ribbon() if there is None else self.between(there)

    def _firm(self, row: Row) -> Firm:
        """How the hour that it promises stands; what is past promises nothing."""
        return "kept" if row.status in ("skipped", "done") else self._firm_rows.get(row.id, "kept")

    def line(self, index: int) -> Line:
        """The line of row `index` of the board."""
        row = self._board.slots[index]
        look = look_of(row, self._board.on_air)
        ribbon = self.ribbon(index)
        crew = dict(row.departments)
        names, missing = tuple(each.name for each in row.speakers), missing_of(row, self._board)
        line = Line(
            slot=row.id,
            look=look,
            leaf=row.leaf,
            due=row.due and self._due_since(row) is not None,
            level=row.level,
            cue=row.cue,
            planned=self._clock(row.planned_start) or BLANK,
            expected=self._expected(row, look, ribbon),
            same=look in _STILL_OPEN and row.planned_start is not None and not ribbon.top,
            ribbon=ribbon,
            length=self._length(row),
            title=row.title,
            suffix=self._suffix(row),
            heavy=bool(row.budget and row.budget > times.ZERO),
            speakers=spoken(names, missing, self._words.missing),
            names=names,
            missing=missing,
            crew=tuple(crew.get(name, "") for name in self._departments),
            note=self._note(row, ribbon),
            guessed=frozenset(row.guessed),
            promise=row.promise,
            firm=self._firm(row),
        )
        return self._living(line) if look in (Look.LIVE, Look.HELD) else line

    def ribbon(self, index: int) -> Ribbon:
        """The lateness through row `index`; without printed times it carries on the one above."""
        row = self._board.slots[index]
        before = self._above(index)
        if row.status == "skipped" or row.planned_start is None:
            return Ribbon(before, before)
        top = lateness_at_start(row)
        if not row.leaf:
            return Ribbon(top, top)
        foot = lateness_at_end(row)
        if foot < top and top > 0:
            return Ribbon(top, foot, f"→\u00a0{signed(foot) if foot else '0'}")
        return Ribbon(top, top, signed(top) if top and top != before else "")

    def between(self, index: int) -> Ribbon:
        """The lateness through the thin row above row `index`, where a wait absorbs it."""
        row = self._board.slots[index]
        before = self._above(index)
        absorbs = row.planned_start is not None and row.status != "skipped" and before > 0
        return Ribbon(before, min(before, lateness_at_start(row)) if absorbs else before)

    def _above(self, index: int) -> int:
        """The lateness that comes down to row `index` from the leaf before it."""
        for above in range(index - 1, -1, -1):
            row = self._board.slots[above]
            if row.leaf and row.status != "skipped" and row.planned_start is not None:
                top, foot = lateness_at_start(row), lateness_at_end(row)
                return foot if foot < top and top > 0 else top
        return 0

    def tip(self, line: Line) -> str:
        """What a pointer resting on the state or the diamond of a row is told."""
        said = [word for word in (self.state(line),) if word]
        at = self.at(line.slot)
        row = None if at is None else self._board.slots[at]
        if row and row.promise:
            to = row.promised_to
            firm = self._words.promised_to.format(name=to) if to else self._words.promised
            word = self._words.promise_stands[line.firm]
            said.append(f"{firm} ({word})" if word else firm)
        if row and row.elastic:
            said.append(self._words.elastic)
        if line.guessed:
            said.append(self._words.guessed)
        if line.heavy:
            said.append(self._words.budget)
        return "\n".join(said)

    def state(self, line: Line) -> str:
        """The word for the state of a row."""
        return self._words.due if line.due else state_word(line.look, self._words)

    def thin(self, length: timedelta, overlap: bool) -> tuple[str, str]:
        """The length and the word of a gap or an overlap."""
        size = shown_length(length, self._small)
        return (f"{MINUS}{size}", self._words.overlap) if overlap else (size, self._words.gap)

    def _clock(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        return times.show_clock(moment, self._board.zone, self._words.language)

    def _expected(self, row: Row, look: Look, ribbon: Ribbon) -> str:
        if look is Look.SKIPPED:
            return BLANK
        if look is Look.SESSION:
            return ""
        if look in _STILL_OPEN and row.planned_start is not None and not ribbon.top:
            return "="
        return self._clock(row.start_shown)

    def _length(self, row: Row) -> str:
        length = row.duration
        if length is None and row.planned_start and row.planned_end:
            length = row.planned_end - row.planned_start
        on_air = self._board.on_air
        if on_air and on_air.slot == row.id:
            length = on_air.length
        shown = shown_length(length, self._small) if length is not None else ""
        open_ = row.status not in ("done", "on_air")
        doubtful = open_ and not {"duration", "end"}.isdisjoint(row.guessed)
        return f"~{shown}" if shown and doubtful else shown

    def _suffix(self, row: Row) -> str:
        if row.budget and row.budget > times.ZERO:
            return self._words.too_heavy.format(length=times.show_length(row.budget))
        if row.announced is not None:
            said = self._words.will_end if row.status == "on_air" else self._words.announced
            return said.format(time=self._clock(row.announced))
        if row.elastic and row.status != "skipped" and row.planned_end:
            air = self._board.on_air
            ends = air.end_shown if air is not None and air.slot == row.id else row.planned_end
            return self._words.until.format(time=self._clock(ends))
        return ""

    def _note(self, row: Row, ribbon: Ribbon) -> str:
        if row.due and (begun := self._due_since(row)) is not None:
            waited = times.show_countdown(int((self._board.now - begun) / times.SECOND))
            return self._words.since.format(left=waited)
        if row.note:
            return row.note
        if row.elastic and ribbon.foot < ribbon.top and row.status in ("next", "to_come"):
            return self._words.absorbs.format(minutes=ribbon.top - max(0, ribbon.foot))
        if row.status == "done" and row.leaf and row.started and row.ended:
            return f"{self._clock(row.start_shown)}–{self._clock(row.end_shown)}"
        return ""

    def _due_since(self, row: Row) -> datetime | None:
        """When its time came: its own hour, or the end of what was last on air if that is later."""
        known = [moment for moment in (row.planned_start, self._board.slots.ended) if moment]
        come = max(known, default=None)
        return come if come is not None and come <= self._board.now else None

    def _living(self, line: Line) -> Line:
        on_air = self._board.on_air
        assert on_air is not None
        seconds = times.whole_left(on_air.remaining)
        left = times.show_countdown(seconds)
        return line._replace(
            left=f"+{left}" if seconds < 0 else left,
            over=seconds < 0,
            progress=progress_of(on_air),
            marks=marks_of(on_air),
        )


_STILL_OPEN = (Look.LIVE, Look.HELD, Look.NEXT, Look.TO_COME)


def look_of(row: Row, on_air: OnAir | None) -> Look:
    """How the row is drawn."""
    if not row.leaf:
        return Look.SKIPPED if row.status == "skipped" else Look.SESSION
    match row.status:
        case "done":
            return Look.DONE
        case "on_air":
            return Look.HELD if on_air and on_air.holding else Look.LIVE
        case "next":
            return Look.NEXT
        case "to_come":
            return Look.TO_COME
        case "skipped":
            return Look.SKIPPED


def state_word(look: Look, words: RundownWords) -> str:
    """The word beside the sign of a state."""
    match look:
        case Look.DONE:
            return words.done
        case Look.LIVE:
            return words.live
        case Look.HELD:
            return words.held
        case Look.NEXT:
            return words.next
        case Look.SKIPPED:
            return words.skipped
        case Look.TO_COME:
            return words.to_come
        case Look.SESSION:
            return words.session


def state_words(words: RundownWords) -> tuple[str, ...]:
    """All the words that may stand beside the sign of a leaf."""
    return (words.due, *(state_word(look, words) for look in Look if look is not Look.SESSION))


def lateness_at_start(row: Row) -> int:
    """Whole minutes between its printed start and its actual or expected one; late is positive."""
    begins = row.started or row.expected_start
    if row.planned_start is None or begins is None:
        return 0
    return times.whole_minutes(begins - row.planned_start)


def lateness_at_end(row: Row) -> int:
    """Whole minutes between its printed end and its actual or expected one; late is positive."""
    ends = row.ended or row.expected_end
    if row.planned_end is None or ends is None:
        return lateness_at_start(row)
    return times.whole_minutes(ends - row.planned_end)


def progress_of(on_air: OnAir) -> float:
    """How much of its length is spent, from 0 to 1; it moves when the countdown flips."""
    if on_air.length <= times.ZERO:
        return 1.0
    spent = 1 - times.whole_left(on_air.remaining) * times.SECOND / on_air.length
    return round(min(1.0, max(0.0, spent)), 4)


def marks_of(on_air: OnAir) -> tuple[float, ...]:
    """Where on the bar the coming phases begin, from 0 to 1 (rule 11)."""
    if on_air.length <= times.ZERO:
        return ()
    tail = on_air.questions if on_air.questions and not on_air.questions_open else times.ZERO
    shares = (1 - (bound + tail) / on_air.length for bound in (on_air.warning, on_air.danger))
    return tuple(round(share, 4) for share in shares if 0 < share < 1)


def signed(minutes: int) -> str:
    """Minutes with their sign: +12, −3, 0."""
    return f"+{minutes}" if minutes > 0 else f"{MINUS}{-minutes}" if minutes < 0 else "0"


def shown_length(length: timedelta, small: bool) -> str:
    """A length in a column of minutes: 15, 5'30, 45 s, and 1 h 45 from 100 minutes on.

    A `small` column has narrower spaces.
    """
    seconds = int(abs(length) / times.SECOND)
    minutes, rest = divmod(seconds, 60)
    gap = NARROW if small else "\u00a0"
    if minutes >= 100:
        return _hours(minutes, gap)
    if rest and not minutes:
        return f"{rest}\u00a0s"
    return f"{minutes}'{rest:02d}" if rest else f"{minutes}"


def _hours(minutes: int, gap: str) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}{gap}h{gap}{rest:02d}" if rest else f"{hours}{gap}h"
