"""Which rows of the rundown are shown: sessions folded, rows sifted by what is typed. No Qt.

What is on air and what is next are never hidden by a fold, nor what is on air by a sieve: whatever
the régie looks for, the show stays before her eyes.
"""

from collections.abc import Collection, Sequence

from runofshow.core.board import Row
from runofshow.ui.operator.seeking import by_cue, folded


def under_folds(rows: Sequence[Row], shut: Collection[str]) -> set[int]:
    """The rows that folded sessions hide."""
    if not shut:
        return set()
    found: set[int] = set()
    level: int | None = None
    for number, row in enumerate(rows):
        if level is not None and row.level > level:
            found.add(number)
        else:
            level = row.level if not row.leaf and row.id in shut else None
    live = [at for at in sorted(found) if rows[at].status in ("on_air", "next")]
    return found - _with_homes(rows, live)


def all_but(rows: Sequence[Row], kept: Collection[str]) -> set[int]:
    """The rows that are neither kept, nor on air, nor the sessions of those."""
    mine = [at for at, row in enumerate(rows) if row.id in kept or row.status == "on_air"]
    return set(range(len(rows))) - _with_homes(rows, mine)


def _with_homes(rows: Sequence[Row], those: Collection[int]) -> set[int]:
    """These rows and all sessions that they stand in."""
    if not those:
        return set()
    place = {row.id: at for at, row in enumerate(rows) if not row.leaf}
    found: set[int] = set()
    for at in those:
        home: int | None = at
        while home is not None and home not in found:
            found.add(home)
            home = place.get(rows[home].parent or "")
    return found


class Sieve:
    """Finds the rows that what is typed may mean; what they say is folded once."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._said = [_said(row) for row in rows]

    def matches(self, text: str) -> list[str]:
        """The leaves that `text` may mean, in the day's order; a session means all it holds."""
        if exact := by_cue(self._rows, text):
            wanted = {row.id for row in exact}
            return [row.id for row in self._rows if row.id in wanted]
        words = folded(text).split()
        found: list[str] = []
        level: int | None = None
        for row, said in zip(self._rows, self._said, strict=True):
            inside = level is not None and row.level > level
            if not inside:
                level = None
            fits = inside or all(word in said for word in words)
            if row.leaf and fits:
                found.append(row.id)
            elif not row.leaf and fits and level is None:
                level = row.level
        return found


def _said(row: Row) -> str:
    """All that a row says, folded."""
    crew = (text for pair in row.departments for text in pair)
    people = (
        part for each in row.speakers for part in (each.name, each.role, each.organisation) if part
    )
    return folded(" ".join((row.title, row.note or "", row.room or "", *people, *crew)))
