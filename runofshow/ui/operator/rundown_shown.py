"""Which rows of the rundown are shown: sessions folded, rows sifted by what is typed. No Qt.

What is on air and what is next are never hidden by a fold, nor what is on air by a sieve: whatever
the régie looks for, the show stays before her eyes.
"""

from collections.abc import Collection, Sequence

from runofshow.core.board import Row


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
