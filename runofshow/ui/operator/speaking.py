"""What the window does about panels: the card, and the keys of the speakers.

- The card is made when first needed: the first painting has no need of it.
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.ui.operator.digits import Digits
from runofshow.ui.operator.panel_facts import stands, turn
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:
    from runofshow.ui.operator.panel_card import PanelCard


class Speaking(QtCore.QObject):
    """Keeps the card and speaks for it.

    Attributes: card (None until there is something to show), digits.
    Signals: asked(command), opened() when the card opens or closes.
    """

    asked = QtCore.Signal(object)
    opened = QtCore.Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        floor: QtWidgets.QWidget,
        window: QtWidgets.QWidget,
    ) -> None:
        super().__init__(floor)
        self._theme, self._words, self._floor = theme, words, floor
        self._board: Board | None = None
        self._open = False
        self.card: PanelCard | None = None
        self.digits = Digits(window)

    @property
    def open(self) -> bool:
        """Whether the card stands."""
        return self._open

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show the panel of `board`, if there is one."""
        self._board = board
        was, self._open = self._open, stands(board.on_air)
        if self._open and self.card is None:
            from runofshow.ui.operator.panel_card import PanelCard

            self.card = PanelCard(self._theme, self._words, self._floor)
            self.card.hide()
            self.card.asked.connect(self.asked)
        if was is not self._open:
            self.opened.emit()
        if self.card is not None and self._open:
            self.card.present(board)

    def leave(self) -> None:
        """Leave everything of this show: another one comes."""
        self._board = None

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        if self.card is not None:
            self.card.speak(words)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        if self.card is not None:
            self.card.use(theme)

    def place(self, area: QtCore.QRect) -> None:
        """Stand in `area` while there is something to show; an empty one leaves no room for it."""
        if self.card is not None:
            self.card.setGeometry(area)
            self.card.setVisible(self._open and not area.isEmpty())

    # --- hands ---------------------------------------------------------------------------------

    def give(self, number: int) -> None:
        """Give the floor to the speaker of that number, or take it back; 0: nobody has it."""
        for command in self._turn(number):
            self.asked.emit(command)

    def _turn(self, number: int) -> tuple[commands.Command, ...]:
        return () if self._board is None else turn(self._board.on_air, number)
