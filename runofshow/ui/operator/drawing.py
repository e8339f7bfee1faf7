"""An end that is being drawn: tried on the show at each step, asked for once, or given up."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6 import QtCore

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.core.sentences import Sentence
from runofshow.ui.operator import lengthening
from runofshow.ui.operator.lengthening import Drawn
from runofshow.ui.operator.timeline_notes import Saying, refusal, saying
from runofshow.ui.texts import Words
from runofshow.ui.texts.timeline import timeline_words


class Drawing(QtCore.QObject):
    """Draws the end of one item. Attributes: held, what is drawn, or None; words.

    `foresee` knows what commands would bring about, or nothing.

    Signals: tried(Board or None) when another day is to be shown, asked(command), told(why not).
    """

    tried = QtCore.Signal(object)
    asked = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(
        self,
        words: Words,
        foresee: Callable[[Sequence[Command]], Board | Sentence | None],
        parent: QtCore.QObject,
    ) -> None:
        super().__init__(parent)
        self.words, self._foresee = words, foresee
        self.held: Drawn | None = None
        self._board: Board | None = None
        self._after: Board | Sentence | None = None

    def present(self, board: Board) -> None:
        """The show went on: what is drawn is tried again; it is given up once that is over."""
        before, self._board = self._board, board
        held = self.held
        if held is None or before is None:
            return
        if before.rev != board.rev:
            by, slot = held.moved, held.row.id
            there = board.slots.at(slot) is not None
            found = lengthening.drawn(board, slot) if there else "done"
            if not isinstance(found, Drawn):
                self.give_up()
                return
            self.held = found
            self.draw(by, times.SECOND)
        elif held.by:
            self._try()

    def begin(self, slot: str) -> bool:
        """Take hold of the end of an item; told why when it is not to be drawn."""
        if self._board is None:
            return False
        found = lengthening.drawn(self._board, slot)
        if isinstance(found, Drawn):
            self.held, self._after = found, None
            return True
        title = self._board.slots.known(slot).title
        self.told.emit(refusal(found, title, timeline_words(self.words.language)))
        return False

    def draw(self, by: timedelta, step: timedelta) -> None:
        """Draw it by so much from where it was, in whole steps."""
        if self.held is None:
            return
        drawn = lengthening.to(self.held, by, step)
        if drawn != self.held:
            self.held = drawn
            self._try()

    def keep(self) -> None:
        """Ask for what is drawn, one step of undo; where that is refused, tell why."""
        held, board, after = self.held, self._board, self._after
        self.give_up()
        asked = None if held is None or board is None else lengthening.command(held, board)
        if isinstance(after, Sentence):
            self.told.emit(after.text(self.words.language))
        elif asked is not None:
            self.asked.emit(asked)

    def give_up(self) -> None:
        """Leave the item as it is."""
        if self.held is not None:
            self.held = self._after = None
            self.tried.emit(None)

    @property
    def saying(self) -> Saying | None:
        """What is drawn and what comes of it, in words."""
        if self.held is None or self._board is None:
            return None
        return saying(self.held, self._board, self._after, self.words)

    def _try(self) -> None:
        """Show what would come of it."""
        assert self.held is not None
        assert self._board is not None
        asked = lengthening.command(self.held, self._board)
        self._after = None if asked is None else self._foresee((asked,))
        self.tried.emit(self._after if isinstance(self._after, Board) else None)
