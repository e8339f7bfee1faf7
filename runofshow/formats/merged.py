"""Merged cells of a table in a document, repeated in every cell that they cover."""

from collections.abc import Sequence
from typing import Final, NamedTuple

WIDEST: Final = 128
"""Columns of a table that are read."""


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
    """The rows with every cell repeated across the columns and rows that it covers."""
    hanging: dict[int, _Hanging] = {}
    filled: list[list[str]] = []
    for row in rows:
        line, hanging = _row(row, hanging, filled[-1] if filled else [])
        filled.append(line)
    width = max(map(len, filled), default=0)
    return [line + [""] * (width - len(line)) for line in filled]


def _row(
    row: Sequence[Merged], hanging: dict[int, _Hanging], above: list[str]
) -> tuple[list[str], dict[int, _Hanging]]:
    line: list[str] = []
    below: dict[int, _Hanging] = {}

    def hung() -> None:
        while len(line) in hanging and len(line) < WIDEST:
            text, rows = hanging[len(line)]
            if rows > 1:
                below[len(line)] = _Hanging(text, rows - 1)
            line.append(text)

    for cell in row:
        hung()
        for _ in range(min(cell.across, WIDEST - len(line))):
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
