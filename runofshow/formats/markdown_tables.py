"""Tables of Markdown whose rows have not as many cells as their labels, made even.

GitHub drops the cells beyond the last label, and takes no table where the line of dashes has not as
many as the labels; people write both. The labels and the dashes get as many cells as the longest
row, on the same lines.
"""

import re
from typing import Final

_DASHES: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR: Final = re.compile(r"(?<!\\)\|")


def evened(text: str) -> str:
    """The text with its tables made even; nothing else of it changes."""
    lines = text.split("\n")
    for at in range(1, len(lines)):
        dashes = "|" in lines[at] and "-" in lines[at] and _DASHES.fullmatch(lines[at])
        if dashes and "|" in lines[at - 1]:
            _even(lines, at)
    return "\n".join(lines)


def _even(lines: list[str], dashes: int) -> None:
    """Give the labels above the dashes, and the dashes, as many cells as the longest row has."""
    end = dashes + 1
    while end < len(lines) and "|" in lines[end]:
        end += 1
    widest = max(map(_cells, lines[dashes - 1 : end]))
    for at, cell in ((dashes - 1, " "), (dashes, "---")):
        missing = widest - _cells(lines[at])
        if missing:
            bar = "" if lines[at].rstrip().endswith("|") else " |"
            lines[at] = lines[at].rstrip() + bar + f"{cell}|" * missing


def _cells(line: str) -> int:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return len(_BAR.findall(bare)) + 1
