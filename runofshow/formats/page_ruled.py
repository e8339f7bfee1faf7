"""Tables whose cells are drawn: the lines on a page, put together to cells with merged ones."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from runofshow.formats.pdf_letters import Stroke

_NEAR: Final = 3.0
"""Points within which two lines are one, or meet."""
_MOST_STROKES: Final = 3_000
_MOST_EDGES: Final = 400


class Ruled(NamedTuple):
    """A drawn table: the edges of its columns and rows, and which unit belongs to which cell.

    `cells[row][column]` is the number of a cell; merged units have the same.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]


def ruled_tables(strokes: Sequence[Stroke]) -> list[Ruled]:
    """The tables that the strokes of a page draw: two rows or more, two columns or more."""
    lying = _merged([each for each in strokes if each.across])
    standing = _merged([each for each in strokes if not each.across])
    if len(lying) * len(standing) > _MOST_STROKES * 20:
        return []
    found = []
    for across, down in _groups(lying, standing):
        xs = _edges(stroke.left for stroke in down)
        ys = _edges(stroke.top for stroke in across)
        if len(xs) >= 3 and len(ys) >= 3 and len(xs) + len(ys) < _MOST_EDGES:
            table = _simplest(Ruled(xs, ys, _cells(xs, ys, across, down)))
            if len(table.xs) >= 3 and len(table.ys) >= 3:
                found.append(table)
    return found


def _simplest(table: Ruled) -> Ruled:
    """The table without rows and columns that only repeat the one before: a frame is none."""
    rows = [
        row for row, cells in enumerate(table.cells) if not row or cells != table.cells[row - 1]
    ]
    columns = list(zip(*table.cells, strict=True))
    kept = [
        column for column, cells in enumerate(columns) if not column or cells != columns[column - 1]
    ]
    return Ruled(
        (*(table.xs[column] for column in kept), table.xs[-1]),
        (*(table.ys[row] for row in rows), table.ys[-1]),
        tuple(tuple(table.cells[row][column] for column in kept) for row in rows),
    )


def _merged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes that lie on one line and meet, as one."""
    if len(strokes) > _MOST_STROKES:
        return []
    lying = bool(strokes) and strokes[0].across

    def place(stroke: Stroke) -> tuple[float, float, float]:
        if lying:
            return (stroke.top + stroke.bottom) / 2, stroke.left, stroke.right
        return (stroke.left + stroke.right) / 2, stroke.top, stroke.bottom

    kept: list[tuple[float, float, float]] = []
    for at, start, end in sorted(map(place, strokes), key=lambda each: (round(each[0] / 2), each)):
        if kept and abs(kept[-1][0] - at) <= _NEAR and start <= kept[-1][2] + _NEAR:
            kept[-1] = kept[-1][0], min(kept[-1][1], start), max(kept[-1][2], end)
        else:
            kept.append((at, start, end))
    if lying:
        return [Stroke(start, at, end, at) for at, start, end in kept]
    return [Stroke(at, start, at, end) for at, start, end in kept]


def _groups(
    lying: Sequence[Stroke], standing: Sequence[Stroke]
) -> Iterable[tuple[list[Stroke], list[Stroke]]]:
    """The strokes that hang together by meeting."""
    left_lying, left_standing = set(range(len(lying))), set(range(len(standing)))
    while left_lying:
        across, down = [left_lying.pop()], list[int]()
        seen_across, seen_down = 0, 0
        while seen_across < len(across) or seen_down < len(down):
            for index in across[seen_across:]:
                met = [each for each in left_standing if _meet(lying[index], standing[each])]
                left_standing.difference_update(met)
                down += met
            seen_across = len(across)
            for index in down[seen_down:]:
                met = [each for each in left_lying if _meet(lying[each], standing[index])]
                left_lying.difference_update(met)
                across += met
            seen_down = len(down)
        yield [lying[index] for index in across], [standing[index] for index in down]


def _meet(lying: Stroke, standing: Stroke) -> bool:
    return (
        lying.left - _NEAR <= standing.left <= lying.right + _NEAR
        and standing.top - _NEAR <= lying.top <= standing.bottom + _NEAR
    )


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return tuple(edges)


def _cells(
    xs: Sequence[float], ys: Sequence[float], lying: Sequence[Stroke], standing: Sequence[Stroke]
) -> tuple[tuple[int, ...], ...]:
    """The number of the cell of every unit: units with no line between them are one."""
    wide, high = len(xs) - 1, len(ys) - 1
    parents = list(range(wide * high))

    def root(unit: int) -> int:
        while parents[unit] != unit:
            parents[unit] = parents[parents[unit]]
            unit = parents[unit]
        return unit

    for row in range(high):
        for column in range(wide):
            unit = row * wide + column
            middle = (ys[row] + ys[row + 1]) / 2
            if column + 1 < wide and not _stands(standing, xs[column + 1], middle):
                parents[root(unit + 1)] = root(unit)
            middle = (xs[column] + xs[column + 1]) / 2
            if row + 1 < high and not _lies(lying, ys[row + 1], middle):
                parents[root(unit + wide)] = root(unit)
    return tuple(tuple(root(row * wide + column) for column in range(wide)) for row in range(high))


def _stands(standing: Sequence[Stroke], x: float, y: float) -> bool:
    return any(
        abs(each.left - x) <= _NEAR and each.top - 1 <= y <= each.bottom + 1 for each in standing
    )


def _lies(lying: Sequence[Stroke], y: float, x: float) -> bool:
    return any(
        abs(each.top - y) <= _NEAR and each.left - 1 <= x <= each.right + 1 for each in lying
    )
