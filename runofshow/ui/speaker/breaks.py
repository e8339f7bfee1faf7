"""Where a text may go on on the next line, and where it may be cut. Pure.

- After a space; never at a no-break one.
- Between two characters of Chinese and Japanese, which write no spaces: but not before what closes,
  nor after what opens (JIS X 4051's first rules).
- After a hyphen, only within a word too long for a line of its own: "ROCHEFOUCAULD-DOUDEAUVILLE".
"""

import re
import unicodedata
from typing import Final

LONG: Final = 18
"""From how many letters a word is broken at its hyphens."""
SHORT: Final = 4
"""Up to how many signs are not broken: a name, a word."""

_OPEN: Final = "(«“‘「『（【〔〈《［｛"
_CLOSE: Final = (
    ",.:;!?%)»”’…、。，．・：；？！」』）】〕〉》］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜"
)
_SIGNS: Final = (
    "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN: Final = re.compile(f"[{_SIGNS}{_OPEN}{_CLOSE}]{{{SHORT + 1},}}")
_BETWEEN: Final = re.compile(
    f"(?<=[{_SIGNS}{_CLOSE}])(?![{_CLOSE}])(?!$)|(?<=[^{_OPEN}])(?=[{_OPEN}])"
)
_WORD: Final = re.compile(f"\\S{{{LONG},}}")
_HERE: Final = "\u200b"
_PIECE: Final = re.compile(f"[^ {_HERE}]+ *")
_JOINING: Final = "\u200d\ufe0e\ufe0f"
"""What belongs to the character before it, and the joiner that ties two."""


def pieces(text: str) -> list[str]:
    """The parts of a text that stay whole, each with the spaces after it."""
    marked = _WORD.sub(lambda word: word[0].replace("-", f"-{_HERE}"), text.replace("\n", " "))
    return _PIECE.findall(_RUN.sub(lambda run: _BETWEEN.sub(_HERE, run[0]), marked))


def clear_of_signs(text: str, count: int) -> int:
    """The largest number of letters up to `count` after which no accent and no joiner is torn."""
    while 0 < count < len(text) and (
        unicodedata.combining(text[count])
        or text[count] in _JOINING
        or text[count - 1] == "\u200d"
        or "\U0001f3fb" <= text[count] <= "\U0001f3ff"
    ):
        count -= 1
    return count
