"""The tour in the window: its card and what points, kept while it is taken."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.tour import Tour
    from runofshow.ui.operator.tour_card import Pointer, TourCard


class Touring(QtCore.QObject):
    """Keeps the card. `parts` are what the steps are about, by the name of their action.

    Attributes: on; tour, None before the first. Signals: left() when somebody has had enough of
    it, open_asked(), again_asked().
    """

    left = QtCore.Signal()
    open_asked = QtCore.Signal()
    again_asked = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(home)
        self._theme, self._words, self._home = theme, words, home
        self._parts: dict[str, QtWidgets.QWidget] = {}
        self._card: TourCard | None = None
        self._pointer: Pointer | None = None
        self._rect = QtCore.QRect()
        self.on = False
        self.tour: Tour | None = None

    def about(self, **parts: QtWidgets.QWidget) -> None:
        """What each step points at, by the name of its action."""
        self._parts = parts

    def begin(self, board: Board) -> None:
        """Take the tour from its first step, as the day stands on `board`."""
        from runofshow.ui.operator.tour import Tour

        if self._card is None or self._pointer is None:
            from runofshow.ui.operator.tour_card import Pointer, TourCard

            card = self._card = TourCard(self._theme, self._words, self._home)
            self._pointer = Pointer(self._theme, self._home)
            card.left.connect(self.left)
            card.open_asked.connect(self.open_asked)
            card.again_asked.connect(self.again_asked)
        self.on, self.tour = True, Tour().look(board)
        self._card.show()
        self._card.raise_()
        self._show()

    def end(self) -> None:
        """Take card and pointer away."""
        self.on = False
        if self._card is not None and self._pointer is not None:
            self._card.hide()
            self._pointer.hide()

    @property
    def card(self) -> "TourCard | None":
        """The card while the tour is taken."""
        return self._card if self.on else None

    def present(self, board: Board) -> None:
        """Go a step on when its gesture was made."""
        if not self.on or self.tour is None:
            return
        former, self.tour = self.tour, self.tour.look(board)
        if self.tour.number != former.number:
            self._show()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        if self._card is not None:
            self._card.speak(words)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        if self._card is not None and self._pointer is not None:
            self._card.use(theme)
            self._pointer.use(theme)

    def place(self, page: QtCore.QRect) -> None:
        """Stand at the foot of `page`."""
        self._rect = page
        self._show()

    def _show(self) -> None:
        if self._card is None or self._pointer is None or self.tour is None or not self.on:
            return
        rect = self._rect
        tall = self._card.tall
        self._card.setGeometry(rect.adjusted(0, rect.height() - tall, 0, 0))
        self._card.show_step(self.tour)
        step = self.tour.step
        self._pointer.point_at(None if step is None else self._parts.get(step.action))
