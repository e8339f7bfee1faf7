"""Hours of four digits at the beginning of lines, as crews and campuses write them: 0900 – 0930.

They are hours only where several lines begin so, and two at least with what can be no year.
"""

import re
from collections.abc import Sequence
from typing import Final

from runofshow.formats.source import Line

_CLOCK: Final = r"([01]\d|2[0-3])([0-5][05])(?:\s?(?:h|hrs?|hours)\b)?"
_HOURS: Final = re.compile(
    rf"{_CLOCK}(?:\s*(?:[-–—]|to|à|bis)\s*{_CLOCK})?(?=\s*(?:$|[|:–—-]|[^\W\d_]))"
)
_NO_YEAR: Final = 19
"""1900 and after may be years."""
_ENOUGH: Final = 2


def with_colons(lines: Sequence[Line]) -> list[Line]:
    """The lines; where they begin with hours of four digits, each as 09:00 – 09:30."""
    found = [_HOURS.match(line.text) for line in lines]
    certain = sum(match is not None and int(match[1]) < _NO_YEAR for match in found)
    if certain < _ENOUGH:
        return list(lines)
    return [
        line if match is None else line._replace(text=_spelled(match) + line.text[match.end() :])
        for line, match in zip(lines, found, strict=True)
    ]


def _spelled(match: re.Match[str]) -> str:
    start = f"{match[1]}:{match[2]}"
    return start if match[3] is None else f"{start} – {match[3]}:{match[4]}"
