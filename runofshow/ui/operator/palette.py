"""The command palette: what is typed finds actions, items and people; laid over the rundown.

- It is no dialog: the show runs on, GO's keys work while it is open, Escape leaves it.
- What was used last is remembered while the program runs, and found first.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6 import QtWidgets

from runofshow.core.board import Board
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:
    from runofshow.ui.operator.palette_entries import Deed, Entry
    from runofshow.ui.operator.palette_sheet import PaletteSheet

REMEMBERED: Final = 40


class Palette(Overlay["PaletteSheet"]):
    """Keeps the palette; `offers` says what there is to be found now. Attribute: recent."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        home: QtWidgets.QWidget,
        offers: Callable[[], "Sequence[Entry]"],
    ) -> None:
        super().__init__(theme, words, home)
        self._offers = offers
        self._rev = -1
        self.recent: list[str] = []

    def make(self) -> "PaletteSheet":
        from runofshow.ui.operator.palette_sheet import PaletteSheet

        sheet = PaletteSheet(self.theme, self.words, self.home)
        sheet.chosen.connect(self._do)
        return sheet

    def toggle(self) -> None:
        """Open the palette, empty, or leave it."""
        if not self.open or self.covered:
            self.sheet.clear()
            self._offer()
        super().toggle()

    def present(self, board: Board) -> None:
        """What can be done has changed when something was done."""
        if self.open and board.rev != self._rev:
            self._offer()
        self._rev = board.rev

    def speak(self, words: Words) -> None:
        super().speak(words)
        self.renew()

    def renew(self) -> None:
        """Find among what there is now: something else has changed than the show."""
        if self.open:
            self._offer()

    def _offer(self) -> None:
        self.sheet.offer(self._offers(), self.recent)

    def _do(self, entry: "Entry", deed: "Deed") -> None:
        """Do what a key means to an entry, once the palette is away: it may open something."""
        self.recent = [entry.name, *(name for name in self.recent if name != entry.name)]
        del self.recent[REMEMBERED:]
        self.leave()
        deed.does()
