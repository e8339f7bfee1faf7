"""Names in a text that other tools write in one piece."""

import re
from typing import Final

from runofshow.formats.stripped import plain_line

_APART: Final = re.compile(r"\s*(?:[,;\n|]|\s[/&]\s|\s(?:et|and|und)\s)\s*")


def names_in(text: str) -> tuple[str, ...]:
    """The names in `text`, apart at commas, semicolons, bars, lines, “et”, “and”, “und”."""
    found = (plain_line(part) for part in _APART.split(text))
    return tuple(dict.fromkeys(part for part in found if part))
