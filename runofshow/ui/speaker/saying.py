"""Where what the régie says stands on the stage, and from how far it reads. No painting.

- Places are fractions of the picture (stage.md); words are as large as their place allows.
- A text reads from as far as 200 times the height of its capitals (AVIXA DISCAS, screens.md §2).
- `{left}` is measured as the widest time that it may become.
"""

from typing import Final, NamedTuple

from runofshow.ui.speaker.fitting import block
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.sight import Sight

READS: Final = 200
"""From how many times the height of its capitals a text reads (DISCAS: legibility.py)."""
WIDEST: Final = "88:88"
_FINE: Final = 1000.0


class Saying(NamedTuple):
    """A place for words, in fractions: capitals at most `cap` of the height, `most` lines."""

    left: float
    top: float
    right: float
    bottom: float
    cap: float
    most: int


LOWER: Final = Saying(0.05, 0.615, 0.95, 0.985, 0.24, 5)
FULL: Final = Saying(0.07, 0.12, 0.93, 0.77, 0.27, 5)
"""The whole screen; nothing at its foot, it reaches lower."""
STRIP_LOWER: Final = Saying(0.42, 0.07, 0.985, 0.93, 0.36, 3)
"""On a strip it stands beside the time."""
STRIP_FULL: Final = Saying(0.05, 0.13, 0.95, 0.76, 0.5, 3)
STRIP: Final = 2.8
"""From how many times as wide as high a picture is a strip."""
TALL_LOWER: Final = Saying(0.06, 0.63, 0.94, 0.965, 0.12, 6)
TALL_FULL: Final = Saying(0.09, 0.07, 0.91, 0.84, 0.13, 10)


def place(shape: float, flash: bool) -> Saying:
    """Where a message stands on a picture so many times wider than high."""
    if shape < 1:
        return TALL_FULL if flash else TALL_LOWER
    if shape >= STRIP:
        return STRIP_FULL if flash else STRIP_LOWER
    return FULL if flash else LOWER


def lines(text: str, saying: Saying, width: float, height: float) -> tuple[Line, ...]:
    """`text` as it is set in its place on a picture of that size; nothing is lost."""
    room = (saying.right - saying.left) * width, (saying.bottom - saying.top) * height
    return block(text, True, saying.cap * height, *room, saying.most)


def reach(text: str, flash: bool, sight: Sight) -> float:
    """From how far `text` reads, in metres; 0 for no text at all."""
    said = text.replace("{left}", WIDEST).strip()
    set_ = lines(said, place(sight.shape, flash), sight.shape * _FINE, _FINE)
    return set_[0].cap / _FINE * sight.tall * READS if set_ else 0.0


def too_many(text: str, flash: bool, sight: Sight) -> int:
    """How many letters must go for `text` to read from the declared distance; all, where none does.

    A longer text is never set larger but for its words' luck, so the half is searched in.
    """
    text = text.strip()
    if reach(text, flash, sight) >= sight.distance:
        return 0
    fits, fails = 0, len(text)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if reach(text[:middle], flash, sight) >= sight.distance:
            fits = middle
        else:
            fails = middle
    return len(text) - fits
