"""Which rows of the rundown what is typed may mean. No Qt."""

from collections.abc import Sequence

from runofshow.core.board import Row
from runofshow.ui.operator.seeking import by_cue, folded


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
