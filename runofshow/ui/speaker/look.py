"""Look: what an output shows of the show, and how its picture is turned.

Nothing here imports Qt or a layout: settings, editors and windows all speak of looks.
"""

from typing import Final, Literal, NamedTuple, get_args

Layout = Literal["timer", "rundown", "clock", "next", "programme", "workshops", "grid", "third"]
"""What is shown: the time left; the same with what follows; the hour; who comes next, for the
green room; the whole day, for the foyer; what runs in parallel, by room; the grid of rooms and
rounds; the lower third."""
Turned = Literal[0, 90, 180, 270]
Ground = Literal["paper", "green", "clear"]

LAYOUTS: Final[tuple[Layout, ...]] = get_args(Layout)
TURNS: Final[tuple[Turned, ...]] = get_args(Turned)
GROUNDS: Final[tuple[Ground, ...]] = get_args(Ground)
PUBLIC: Final = frozenset[Layout]({"clock", "programme", "workshops", "grid", "third"})
"""Layouts that the public reads: what the régie says to a speaker is not for them."""


class Look(NamedTuple):
    """What an output shows: a layout, parts of it left out, on which ground.

    The whole picture is flipped left to right where `mirrored` (a prompter's glass), then turned
    by so many degrees clockwise (a screen that stands on its side). `room` is the one at whose door
    the workshops are shown, empty: all of them.
    """

    layout: Layout = "timer"
    mirrored: bool = False
    turned: Turned = 0
    without: frozenset[str] = frozenset()
    ground: Ground = "paper"
    room: str = ""

    @property
    def upright(self) -> bool:
        """Whether the picture stands as it is read."""
        return self.turned == 0 and not self.mirrored

    @property
    def sideways(self) -> bool:
        """Whether width and height of the picture are those of the screen exchanged."""
        return self.turned in (90, 270)


PLAIN: Final = Look()
"""The big timer, upright, whole: what a stage screen shows until it is told otherwise."""
