"""What a hand may do to the selected row of the rundown, and the command that it means. No Qt.

What the show itself refuses (moving what is done, removing what is printed) is asked all the same:
the refusal is the show's, in its own sentence. Only what has no command is told here.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto
from typing import NamedTuple, assert_never
from zoneinfo import ZoneInfo

from runofshow.core import commands, times
from runofshow.core.board import Row
from runofshow.core.commands import Command
from runofshow.ui.operator import rundown_model as model
from runofshow.ui.texts.rundown import RundownWords


class Hand(Enum):
    """A gesture on the selected row."""

    RUN = auto()
    INSERT_BEFORE = auto()
    INSERT_AFTER = auto()
    DUPLICATE = auto()
    SKIP_OR_RESTORE = auto()
    REMOVE = auto()
    SWAP_NEXT = auto()
    SPLIT = auto()
    UP = auto()
    DOWN = auto()


class Meaning(NamedTuple):
    """The command of a gesture, a line to tell, and the id of a `fresh` row to be edited next."""

    command: Command | None = None
    told: str = ""
    fresh: str | None = None


class Hands(NamedTuple):
    """Works out what gestures mean on the rows of a day."""

    rows: Sequence[Row]
    words: RundownWords
    day: date
    zone: ZoneInfo

    def meaning(self, hand: Hand, index: int | None) -> Meaning:
        """What `hand` means on row `index`; without a row only an insertion means anything."""
        if index is None:
            return self._insert(None) if hand is Hand.INSERT_AFTER else Meaning()
        row = self.rows[index]
        match hand:
            case Hand.RUN:
                return Meaning(commands.Go(slot=row.id))
            case Hand.SKIP_OR_RESTORE:
                skipped = row.status == "skipped"
                return Meaning((commands.Restore if skipped else commands.Skip)(slot=row.id))
            case Hand.REMOVE:
                return Meaning(commands.Remove(slot=row.id))
            case Hand.SPLIT:
                return Meaning(commands.Split(slot=row.id))
            case Hand.INSERT_AFTER | Hand.INSERT_BEFORE | Hand.DUPLICATE:
                return self._new(hand, index)
            case Hand.UP | Hand.DOWN | Hand.SWAP_NEXT:
                return self._step(hand, index)
        assert_never(hand)

    def _new(self, hand: Hand, index: int) -> Meaning:
        if hand is Hand.DUPLICATE:
            return self._duplicate(index)
        if hand is Hand.INSERT_AFTER:
            return self._insert(index)
        slot = model.new_slot(self.rows, self.words.new_title)
        return Meaning(model.insert_before(self.rows, index, slot), fresh=slot["id"])

    def _step(self, hand: Hand, index: int) -> Meaning:
        if hand is Hand.UP:
            return self.move(index, model.move_up(self.rows, index), self.words.nowhere_up)
        if hand is Hand.DOWN:
            return self.move(index, model.move_down(self.rows, index), self.words.nowhere_down)
        return self._swap(index)

    def move(self, index: int, move: commands.Move | None, nowhere: str = "") -> Meaning:
        """A move of row `index`; one that drops the slot's own hour says so."""
        row = self.rows[index]
        title = row.title or row.cue
        if not model.movable(row):
            return Meaning(told=self.words.fixed.format(title=title))
        if move is None:
            return Meaning(told=nowhere.format(title=title))
        told = ""
        if row.own_start and row.planned_start:
            time = times.show_clock(row.planned_start, self.zone, self.words.language)
            told = self.words.moved_start_dropped.format(title=title, time=time)
        return Meaning(move, told)

    def _insert(self, index: int | None) -> Meaning:
        slot = model.new_slot(self.rows, self.words.new_title)
        return Meaning(model.insert_after(self.rows, index, slot), fresh=slot["id"])

    def _duplicate(self, index: int) -> Meaning:
        row = self.rows[index]
        if not row.leaf:
            return Meaning()
        slot = model.copied_slot(self.rows, row, self.words.copy_title.format(title=row.title))
        return Meaning(model.insert_after(self.rows, index, slot), fresh=slot["id"])

    def _swap(self, index: int) -> Meaning:
        other = model.sibling_after(self.rows, index)
        row = self.rows[index]
        if other is None:
            return Meaning(told=self.words.no_swap.format(title=row.title or row.cue))
        return Meaning(commands.Swap(a=row.id, b=other.id))
