"""What a hand may do to the chosen rows of the rundown, and the command that it means. No Qt.

- What is done to several rows is one command, so one step of undo. Those of them that are on air,
  done or printed and so cannot take it are left out, and that is told.
- What the show itself refuses of a single row is asked all the same: the refusal is the show's, in
  its own sentence. Only what has no command is told here.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import commands, times
from runofshow.core.board import Row
from runofshow.core.commands import Amendment, Batch, Command
from runofshow.core.tree import Place
from runofshow.ui.operator import rundown_new as new
from runofshow.ui.operator import rundown_places as places
from runofshow.ui.texts.rundown import RundownWords


class Hand(Enum):
    """A gesture on the chosen rows."""

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
    LONGER = auto()
    SHORTER = auto()
    MUCH_LONGER = auto()
    MUCH_SHORTER = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()


STRETCHES: Final = {
    Hand.LONGER: times.MINUTE,
    Hand.SHORTER: -times.MINUTE,
    Hand.MUCH_LONGER: 5 * times.MINUTE,
    Hand.MUCH_SHORTER: -5 * times.MINUTE,
}
"""By how much a gesture changes the planned length of each chosen item."""


class Meaning(NamedTuple):
    """The command of a gesture, a line to tell, and the ids of `fresh` rows.

    A single fresh row is edited next when it is `blank`.
    """

    command: Command | None = None
    told: str = ""
    fresh: tuple[str, ...] = ()
    blank: bool = False


class Hands(NamedTuple):
    """Works out what gestures mean on the rows of a day."""

    rows: Sequence[Row]
    words: RundownWords
    day: date
    zone: ZoneInfo

    def meaning(  # noqa: PLR0911 (one line a gesture)
        self, hand: Hand, chosen: places.Block
    ) -> Meaning:
        """What `hand` means on these rows; without any only an insertion means anything."""
        if not chosen:
            return self._insert(new.after(self.rows, None)) if _inserts(hand) else Meaning()
        match hand:
            case Hand.INSERT_AFTER:
                return self._insert(new.after(self.rows, chosen[-1]))
            case Hand.INSERT_BEFORE:
                return self._insert(Place("before", self.rows[chosen[0]].id))
            case Hand.DUPLICATE:
                return self._duplicate(chosen)
            case Hand.UP:
                place = places.place_up(self.rows, chosen)
                return self.move(chosen, place, self.words.nowhere_up)
            case Hand.DOWN:
                place = places.place_down(self.rows, chosen)
                return self.move(chosen, place, self.words.nowhere_down)
            case Hand.SKIP_OR_RESTORE:
                return self._skip(chosen)
            case Hand.REMOVE:
                return self._each(chosen, self._removable, lambda row: commands.Remove(slot=row.id))
            case Hand.SWAP_NEXT:
                return self._swap(chosen)
            case _ if hand in STRETCHES:
                return self._stretch(chosen, STRETCHES[hand])
            case _:
                return self._alone(hand, self.rows[chosen[0]])

    def _alone(self, hand: Hand, row: Row) -> Meaning:
        """What is done to one row at a time."""
        command = commands.Go if hand is Hand.RUN else commands.Split
        return Meaning(command(slot=row.id))

    def _each(
        self,
        chosen: places.Block,
        may: Callable[[int], bool],
        step: Callable[[Row], Amendment],
    ) -> Meaning:
        """The same step for each row that may take it; the others are counted."""
        if len(chosen) == 1:
            return Meaning(step(self.rows[chosen[0]]))
        steps = tuple(step(self.rows[each]) for each in chosen if may(each))
        left = len(chosen) - len(steps)
        one, many = self.words.left_out_one, self.words.left_out_many
        told = (one if left == 1 else many).format(count=left) if left else ""
        return Meaning(Batch(steps=steps) if steps else None, told)

    def _skip(self, chosen: places.Block) -> Meaning:
        """Skip the rows, or restore them when all are skipped."""
        if all(self.rows[each].status == "skipped" for each in chosen):
            return self._each(chosen, lambda _: True, lambda row: commands.Restore(slot=row.id))
        return self._each(chosen, self._free, lambda row: commands.Skip(slot=row.id))

    def _free(self, index: int) -> bool:
        return places.free(self.rows, index)

    def _removable(self, index: int) -> bool:
        return self._free(index) and self.rows[index].printed_start is None

    # --- moving --------------------------------------------------------------------------------

    def move(self, chosen: places.Block, place: Place | None, nowhere: str = "") -> Meaning:
        """A move of these rows; one that drops a slot's own hour says so."""
        fixed = [each for each in chosen if not self._free(each)]
        if fixed:
            return Meaning(told=self.words.fixed.format(title=self._title(fixed[0])))
        if place is None:
            return Meaning(told=nowhere.format(title=self._title(chosen[0])))
        heir = places.heir_of_start(self.rows, chosen, place)
        told = self._dropped(chosen) if heir is None else self._handed_on(chosen, heir)
        return Meaning(places.block_moved(self.rows, chosen, place), told)

    def _handed_on(self, chosen: places.Block, heir: Row) -> str:
        first = next(self.rows[each] for each in chosen if self.rows[each].own_start)
        title = heir.title or heir.cue
        if heir.id == first.id or first.planned_start is None:
            return ""
        time = times.show_clock(first.planned_start, self.zone, self.words.language)
        return self.words.start_handed_on.format(title=title, time=time)

    def _dropped(self, chosen: places.Block) -> str:
        mine = [self.rows[each] for each in chosen if self.rows[each].own_start]
        if len(mine) > 1:
            return self.words.starts_dropped.format(count=len(mine))
        if not mine or mine[0].planned_start is None:
            return ""
        time = times.show_clock(mine[0].planned_start, self.zone, self.words.language)
        title = mine[0].title or mine[0].cue
        return self.words.moved_start_dropped.format(title=title, time=time)

    def _title(self, index: int) -> str:
        return self.rows[index].title or self.rows[index].cue

    def _swap(self, chosen: places.Block) -> Meaning:
        """Two chosen rows exchange places; one does so with the next of its session."""
        row = self.rows[chosen[0]]
        if len(chosen) == 2:
            return Meaning(commands.Swap(a=row.id, b=self.rows[chosen[1]].id))
        other = places.sibling_after(self.rows, chosen[0])
        if other is None or len(chosen) > 2:
            return Meaning(told=self.words.no_swap.format(title=self._title(chosen[0])))
        return Meaning(commands.Swap(a=row.id, b=other.id))

    # --- new rows ------------------------------------------------------------------------------

    def _insert(self, place: Place) -> Meaning:
        slot = new.new_slot(self.rows, self.words.new_title)
        return Meaning(new.inserted(place, [slot]), fresh=(slot["id"],), blank=True)

    def _duplicate(self, chosen: places.Block) -> Meaning:
        """Copies of the rows, after the last of them, in their order."""
        copies = [new.copy_of(self.rows, each) for each in chosen]
        for copy in copies:
            copy["title"] = self.words.copy_title.format(title=copy.get("title", ""))
        return self.put(copies, new.beyond(self.rows, chosen[-1]), blank=len(copies) == 1)

    def put(self, slots: Sequence[new.Json], place: Place, *, blank: bool = False) -> Meaning:
        """New rows of these slots at a place."""
        named = new.named(self.rows, slots)
        fresh = tuple(slot["id"] for slot in named)
        return Meaning(new.inserted(place, named), fresh=fresh, blank=blank)

    # --- lengths -------------------------------------------------------------------------------

    def _stretch(self, chosen: places.Block, by: timedelta) -> Meaning:
        """Every chosen leaf, in a chosen session too, made longer or shorter, never to nothing."""
        leaves = [row for row in self.leaves(chosen) if not row.elastic and row.status != "done"]
        sized = [(row, row.slot.duration + by) for row in leaves if row.slot.duration is not None]
        return self.lengths([(row, length) for row, length in sized if length > times.ZERO])

    def leaves(self, chosen: places.Block) -> list[Row]:
        """The chosen leaves, and those that chosen sessions hold."""
        spans = (range(each, places.after_all(self.rows, each)) for each in chosen)
        return [self.rows[at] for span in spans for at in span if self.rows[at].leaf]

    def lengths(self, sized: Sequence[tuple[Row, timedelta]]) -> Meaning:
        """The command that gives each of these leaves its length."""
        steps: list[Amendment] = [
            commands.Edit(slot=row.id, set={"duration": times.write_length(length)})
            for row, length in sized
        ]
        if not steps:
            return Meaning(told=self.words.no_lengths)
        return Meaning(steps[0] if len(steps) == 1 else Batch(steps=tuple(steps)))


def _inserts(hand: Hand) -> bool:
    return hand is Hand.INSERT_AFTER
