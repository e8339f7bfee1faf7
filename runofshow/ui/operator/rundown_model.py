"""Where the rows of the rundown stand; no painting, no Qt.

- A gap or an overlap is a thin row of its own, above the headings of the sessions that its leaf
  opens.
- `Outline` answers by bisection and costs one pass over the rows, made only when the order, the
  row on air or a gap has changed (`moved`): a tick on 10,000 rows moves nothing.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Any, Final, NamedTuple

from runofshow.core.board import Board, Row, Rows
from runofshow.store.settings import Density

_PLACED = tuple(
    itemgetter(Row._fields.index(name)) for name in ("id", "level", "leaf", "gap", "overlap")
)


def moved(former: Board | None, board: Board) -> bool:
    """Whether rows or columns may stand elsewhere than on the former board.

    An edit always counts; a message or a person who arrives moves nothing. Two shows of one plan
    are compared row by row, a list for each field: ten thousand rows are compared by identity, in a
    millisecond.
    """
    if former is None or _moment(former) != _moment(board):
        return True
    if former.slots.standing is board.slots.standing:
        return False
    return former.rev != board.rev or _placed(former) != _placed(board)


def _moment(board: Board) -> tuple[Any, ...]:
    return board.title, board.date, board.on_air.slot if board.on_air else None


def _placed(board: Board) -> list[list[Any]]:
    return [list(map(field, board.slots)) for field in _PLACED]


class Heights(NamedTuple):
    """How tall rows are, in logical pixels."""

    leaf: int
    live: int
    session: int
    thin: int

    def at(self, density: Density, *, small: bool) -> "Heights":
        """The heights of another density, in a small window or a large one."""
        more = _MORE[density][small]
        return Heights(*(height + each for height, each in zip(self, more, strict=True)))


_MORE: Final[dict[Density, tuple[tuple[int, ...], tuple[int, ...]]]] = {
    "compact": ((-9, -12, -4, -3), (-5, -6, -3, -2)),
    "normal": ((0, 0, 0, 0), (0, 0, 0, 0)),
    "roomy": ((10, 8, 6, 4), (8, 6, 5, 3)),
}
"""How much taller than usual a leaf, the live row, a session and a gap are, at 1080p and at 768."""


class Span(NamedTuple):
    """A row's top and height; `thin` of it, at the top, is the gap or the overlap above."""

    top: int
    height: int
    thin: int


class Between(NamedTuple):
    """A gap or an overlap: its length, and the leaf whose start makes it."""

    length: timedelta
    overlap: bool
    leaf: int


class Outline:
    """The rows of a board laid one under the other; `len` counts them, `total` is their height.

    A hidden row keeps its number and has no height.
    """

    def __init__(
        self,
        rows: Rows | tuple[()],
        live: str | None,
        heights: Heights,
        hidden: Collection[int] = frozenset(),
    ) -> None:
        self._heights, self._hidden = heights, hidden
        self.between: dict[int, Between] = {}
        self.index: Mapping[str, int] = {}
        sizes = [heights.session] * len(rows)
        if rows:
            self.between = {at: each for at, each in _between(rows) if at not in hidden}
            self.index = rows.numbers
            for number in rows.leaves_at:
                sizes[number] = heights.leaf
        if live is not None and live in self.index:
            sizes[self.index[live]] = heights.live
        for number in self.between:
            sizes[number] += heights.thin
        for number in hidden:
            sizes[number] = 0
        self._tops = list(accumulate(sizes, initial=0))

    def __len__(self) -> int:
        return len(self._tops) - 1

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._tops[-1]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the rows that are not hidden, as they stand."""
        if not self._hidden:
            return tuple(self.index)
        return tuple(slot for slot, at in self.index.items() if at not in self._hidden)

    def folded(self, rows: Sequence[Row], index: int) -> int:
        """How many leaves of the session of row `index` are hidden."""
        if not self._hidden or rows[index].leaf:
            return 0
        count, at = 0, index + 1
        while at < len(rows) and rows[at].level > rows[index].level:
            count += rows[at].leaf and at in self._hidden
            at += 1
        return count

    def shows(self, index: int) -> bool:
        """Whether row `index` is not hidden."""
        return index not in self._hidden

    def span(self, index: int) -> Span:
        """Where row `index` stands."""
        top = self._tops[index]
        thin = self._heights.thin if index in self.between else 0
        return Span(top, self._tops[index + 1] - top, thin)

    def at(self, y: int) -> int | None:
        """The row at height `y`; None above the first and below the last."""
        if not 0 <= y < self.total:
            return None
        return bisect_right(self._tops, y) - 1

    def seen(self, top: int, bottom: int) -> Iterator[int]:
        """The rows of which a part stands between two heights, hidden ones stepped over."""
        index = self.at(max(0, top))
        while index is not None and self._tops[index] < bottom:
            yield index
            index = self.at(self._tops[index + 1])

    def step(self, index: int, by: int) -> int:
        """The row above (`by` −1) or below (1) that is not hidden; itself at the end."""
        there = index + by
        while 0 <= there < len(self) and there in self._hidden:
            there += by
        return there if 0 <= there < len(self) else index


def _between(rows: Rows) -> Iterable[tuple[int, Between]]:
    for number in rows.slack:
        row = rows[number]
        size = row.overlap or row.gap
        if not size:
            continue
        anchor = number
        while anchor and not rows[anchor - 1].leaf and rows[anchor - 1].id == rows[anchor].parent:
            anchor -= 1
        yield anchor, Between(size, bool(row.overlap), number)
