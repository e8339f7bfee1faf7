"""Merged cells of a table in a document, repeated in every cell that they cover.

- A row ends after `MOST_COLUMNS` cells; the next that says something is kept as one more, so that
  whoever takes the rows can tell that there were more.
- A table whose merged cells would fill more than `MOST_REPEATED` others is refused: only one that
  was made to do harm has so many.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.formats.limits import MOST_COLUMNS, MOST_REPEATED

_MOST_LETTERS: Final = 2_000_000
"""Letters that are written again in the cells that merged ones cover."""


class Merged(NamedTuple):
    """A cell as it is written: its text, and how many columns and rows it covers.

    `down` 0 says that it is covered by the cell above (Word writes such cells out).
    """

    text: str
    across: int = 1
    down: int = 1


class _Hanging(NamedTuple):
    """A cell of a row above that goes on in the rows below."""

    text: str
    rows: int


def spread(rows: Sequence[Sequence[Merged]]) -> list[list[str]]:
    """The rows with every cell repeated across the columns and rows that it covers.

    Raises Unreadable when they are more than a table of a programme can be.
    """
    hanging: dict[int, _Hanging] = {}
    filled: list[list[str]] = []
    repeated = letters = 0
    for row in rows:
        line, hanging = _row(row, hanging, filled[-1] if filled else [])
        filled.append(line)
        repeated += max(0, sum(map(bool, line)) - sum(bool(cell.text) for cell in row))
        letters += max(0, sum(map(len, line)) - sum(len(cell.text) for cell in row))
        if repeated > MOST_REPEATED or letters > _MOST_LETTERS:
            named = next((cell.text for cell in row if cell.text), "")
            raise Unreadable("table_merged", text=named[:40], limit=MOST_REPEATED)
    width = max(map(len, filled), default=0)
    return [line + [""] * (width - len(line)) for line in filled]


def _row(
    row: Sequence[Merged], hanging: dict[int, _Hanging], above: list[str]
) -> tuple[list[str], dict[int, _Hanging]]:
    line: list[str] = []
    below: dict[int, _Hanging] = {}

    def hung() -> None:
        while len(line) in hanging and len(line) < MOST_COLUMNS:
            text, rows = hanging[len(line)]
            if rows > 1:
                below[len(line)] = _Hanging(text, rows - 1)
            line.append(text)

    for cell in row:
        hung()
        if len(line) >= MOST_COLUMNS:
            if cell.text:
                return [*line[:MOST_COLUMNS], cell.text], below
            continue
        for _ in range(min(cell.across, MOST_COLUMNS - len(line))):
            column = len(line)
            covered = cell.down == 0 and column < len(above)
            text = above[column] if covered else cell.text
            if cell.down > 1:
                below[column] = _Hanging(text, cell.down - 1)
            line.append(text)
    for column in sorted(hanging):
        if column >= len(line):
            line += [""] * (column - len(line))
            hung()
    return line, below
