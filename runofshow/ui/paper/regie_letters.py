"""The letters of the régie's edition."""

from typing import Final

from runofshow.ui.paper.letters import Face

TITLE: Final = Face(15.5, 700)
ABOUT: Final = Face(9.5)
KIND: Final = Face(9, 700)
HEAD: Final = Face(7.5, 600)
CUE: Final = Face(9, 700, digits=True)
HOUR: Final = Face(12, 700, digits=True)
HOUR_GUESSED: Final = Face(12, digits=True, italic=True)
BAND_HOUR: Final = Face(9.5, 700, digits=True)
BAND_GUESSED: Final = Face(9.5, digits=True, italic=True)
BAND_LENGTH: Final = Face(8.5, digits=True)
SMALL_HOUR: Final = Face(7.5, digits=True)
LENGTH: Final = Face(9.5, digits=True)
LENGTH_GUESSED: Final = Face(9.5, digits=True, italic=True)
ITEM: Final = Face(9.5, 600)
SESSION: Final = Face(9.5, 700)
WHO: Final = Face(8.5, 500)
SMALL: Final = Face(8)
SLANTED: Final = Face(8, italic=True)
MIC: Final = Face(8, 700, digits=True)
PLAIN_MIC: Final = Face(8, 700)
CELL: Final = Face(8.5)
