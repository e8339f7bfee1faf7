"""The line that asks, made when it is first needed: the first painting has no need of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.core.sentences import Sentence
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Theme

if TYPE_CHECKING:
    from runofshow.ui.operator.ask_line import AskLine
    from runofshow.ui.operator.questions import Question

Foresee = Callable[[Sequence[Command]], Board | Sentence]
"""The board that some commands would bring about, or why they would be refused."""


class Asking(QtCore.QObject):
    """Keeps the line and speaks for it.

    Attribute: foresee (None says nothing of consequences). Signals: asked(command), sought(a slot's
    id) while the answer means one, closed(whether what was shown stays).
    """

    asked = QtCore.Signal(object)
    sought = QtCore.Signal(str)
    closed = QtCore.Signal(bool)

    def __init__(self, theme: Theme, words: WindowWords, floor: QtWidgets.QWidget) -> None:
        super().__init__(floor)
        self._theme, self._words, self._floor = theme, words, floor
        self.foresee: Foresee | None = None
        self._row = QtCore.QRect()
        self._line: AskLine | None = None

    @property
    def line(self) -> "AskLine":
        """The line, made now if it is not there yet."""
        if self._line is None:
            from runofshow.ui.operator.ask_line import AskLine

            line = self._line = AskLine(self._theme, self._words, self._floor)
            line.foresee = self._foreseen
            line.stand_on(self._row)
            line.asked.connect(self.asked)
            line.sought.connect(self.sought)
            line.closed.connect(self.closed)
        return self._line

    def _foreseen(self, asked: Sequence[Command]) -> Board | Sentence | None:
        return None if self.foresee is None else self.foresee(asked)

    @property
    def open(self) -> bool:
        """Whether something is being asked."""
        return self._line is not None and not self._line.isHidden()

    def ask(self, name: str, board: Board, chosen: str | None) -> None:
        """Ask the question called `name`: about what is on air, or about the slot `chosen`."""
        from runofshow.ui.operator.questions import QUESTIONS

        question = QUESTIONS[name]
        about = board.on_air.slot if board.on_air else None
        self.put(question, board, chosen if question.named else about)

    def put(self, question: "Question", board: Board, about: str | None) -> None:
        """Ask `question`, about that slot if it is about one."""
        self.line.open_for(question, board, about)

    def leave(self) -> None:
        """Close the line, if it is open, without asking anything."""
        if self._line is not None and self.open:
            self._line.close_line()

    def refuse(self, why: str) -> None:
        """Say why what the line asks just now is refused."""
        if self._line is not None:
            self._line.refuse(why)

    def present(self, board: Board) -> None:
        """Read the answer again against `board`."""
        if self._line is not None:
            self._line.present(board)

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        if self._line is not None:
            self._line.speak(words)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        if self._line is not None:
            self._line.use(theme)

    def stand_on(self, row: QtCore.QRect) -> None:
        """Stand on `row`, the plate below it."""
        self._row = row
        if self._line is not None:
            self._line.stand_on(row)
