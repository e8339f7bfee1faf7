"""What the window does about « Prêt ? »: the page, and where its lines lead."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.ui.operator.keys import Gesture
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:
    from runofshow.ui.operator.readiness import Leads, Machine
    from runofshow.ui.operator.ready_page import ReadyPage


class Checking(QtCore.QObject):
    """Keeps the page. Attribute: page, made now if need be.

    Signals: looked() when it is to be told of the machine (`know`); asked(command),
    wondered(Question), revealed(a slot's id) and acted(Gesture) where a line leads.
    """

    looked = QtCore.Signal()
    asked = QtCore.Signal(object)
    wondered = QtCore.Signal(object)
    revealed = QtCore.Signal(str)
    acted = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, card: QtWidgets.QWidget) -> None:
        super().__init__(card)
        self._theme, self._words, self._card = theme, words, card
        self._board: Board | None = None
        self._made: ReadyPage | None = None

    @property
    def page(self) -> "ReadyPage":
        """The page."""
        if self._made is None:
            from runofshow.ui.operator.ready_page import ReadyPage

            page = self._made = ReadyPage(self._theme, self._words, self._card)
            page.hide()
            page.led.connect(self._lead)
            page.acted.connect(self.acted)
            page.looked.connect(self.looked)
            if self._board is not None:
                page.present(self._board)
        return self._made

    @property
    def open(self) -> bool:
        """Whether the page is looked at."""
        return self._made is not None and self._made.isVisible()

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show how `board` stands."""
        self._board = board
        if self._made is not None:
            self._made.present(board)

    def know(self, machine: "Machine") -> None:
        """Show how the machine stands."""
        if self._made is not None:
            self._made.know(machine)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        if self._made is not None:
            self._made.speak(words)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        if self._made is not None:
            self._made.use(theme)

    # --- where lines lead ----------------------------------------------------------------------

    def _lead(self, leads: "Leads") -> None:
        if leads.command is not None:
            self.asked.emit(leads.command)
        elif leads.question is not None:
            self.wondered.emit(leads.question)
        elif leads.slot is not None:
            self.revealed.emit(leads.slot)
        elif leads.does is not None:
            self.acted.emit(_DOES[leads.does])


_DOES = {
    "stage": Gesture.STAGE_SCREEN,
    "identify": Gesture.IDENTIFY,
    "people": Gesture.PAGE_PEOPLE,
    "calls": Gesture.CALL_BEFORE,
}
"""What the window does where a line leads to a part of it."""
