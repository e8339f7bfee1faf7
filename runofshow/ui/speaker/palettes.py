"""The colours of the stage screen, on near black; pure hexadecimal codes (stage.md).

CLASSIC is the default: an overrun is the red that the field expects. DISTINCT draws it in orchid,
for colour-blind speakers. Shape and word say the same in both.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Palette(NamedTuple):
    """The colours by what they mean; all stand on `paper`, which also writes on plates."""

    paper: str = "#0A0C0F"
    normal: str = "#F5F7F9"
    running: str = "#3DCBA4"
    warning: str = "#FFB000"
    danger: str = "#FF6A45"
    over: str = "#FF2E4D"
    questions: str = "#7CC0FF"
    held: str = "#AFBBC7"
    waiting: str = "#7CC0FF"
    waiting_plate: str = "#123253"
    message: str = "#FFFFFF"
    second: str = "#BCC5CE"
    past: str = "#87929D"
    track: str = "#2A3038"
    panel: str = "#14181D"


CLASSIC: Final = Palette()
DISTINCT: Final = CLASSIC._replace(over="#E85CD0")
PALETTES: Final[Mapping[str, Palette]] = {"classic": CLASSIC, "distinct": DISTINCT}
"""The palettes by the name that settings keep."""
