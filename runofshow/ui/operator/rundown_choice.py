"""Which rows of the rundown are chosen: one, a range, or any. No Qt.

- The cursor is the row that the keys move and that an editor opens in; a range is spanned from the
  anchor, where the last plain choice was made. It may walk where nothing is chosen, so that rows
  which are no neighbours are chosen one by one.
- Orders are ids of the rows that can be seen, as they stand.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple


class Choice(NamedTuple):
    """The chosen rows by their slots' ids; `cursor` is None when there is no row to act from."""

    slots: frozenset[str] = frozenset()
    cursor: str | None = None
    anchor: str | None = None

    def toggled(self, order: Sequence[str], slot: str) -> "Choice":
        """With `slot` added, or taken out; the cursor goes with it, or stays with the others."""
        slots = self.slots ^ {slot}
        if slot in slots:
            return Choice(slots, slot, slot)
        if not slots:
            return NOTHING
        shown = (each for each in order if each in slots)
        left = self.cursor if self.cursor in slots else next(shown, min(slots))
        return Choice(slots, left, left)

    def walked(self, slot: str) -> "Choice":
        """The cursor on `slot`, the same rows chosen."""
        return self._replace(cursor=slot)

    def ticked(self, slot: str, *, on: bool) -> "Choice":
        """With `slot` chosen too, or no longer; the cursor on it either way."""
        return Choice(self.slots | {slot} if on else self.slots - {slot}, slot, slot)

    def spanned(self, order: Sequence[str], slot: str) -> "Choice":
        """All from the anchor to `slot`, both included."""
        if self.anchor not in order:
            return one(slot)
        ends = sorted((order.index(self.anchor), order.index(slot)))
        return Choice(frozenset(order[ends[0] : ends[1] + 1]), slot, self.anchor)

    def every(self, order: Sequence[str]) -> "Choice":
        """All rows; the cursor stays where it is."""
        if not order:
            return NOTHING
        cursor = self.cursor if self.cursor in order else order[0]
        return Choice(frozenset(order), cursor, self.anchor or cursor)

    def following(self, was: Mapping[str, int], now: Mapping[str, int]) -> "Choice":
        """The choice when rows have come or gone: the last that goes hands it on in its place.

        `was` and `now` tell where each row stands.
        """
        if self.cursor is None or self.slots | {self.cursor} <= now.keys():
            return self
        slots = self.slots & now.keys()
        if not slots:
            place = min(was.get(self.cursor, 0), len(now) - 1)
            return one(next((slot for slot, at in now.items() if at == place), None))
        cursor = self.cursor if self.cursor in now else min(slots, key=now.__getitem__)
        return Choice(slots, cursor, self.anchor if self.anchor in slots else cursor)


NOTHING: Final = Choice()


def one(slot: str | None) -> Choice:
    """One row alone; None: nothing."""
    return NOTHING if slot is None else Choice(frozenset({slot}), slot, slot)
