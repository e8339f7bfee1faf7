"""A line that asks for one value where the buttons were, and says what it understood.

Nothing modal: Enter asks, Escape leaves, GO's keys still work while it is open.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands, times
from runofshow.core.board import Board
from runofshow.core.times import ZERO, show_length
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.painting import painting
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Role, Theme


class Reading(NamedTuple):
    """What was understood: a command to ask, or None, and the words that say so."""

    command: commands.Command | None
    echo: str


Reader = Callable[[str, Board, WindowWords], Reading]


class Question(NamedTuple):
    """What the line asks: its label and its hint in either language, and how an answer is read."""

    label: Callable[[WindowWords], str]
    hint: Callable[[WindowWords], str]
    read: Reader


# --- readers -----------------------------------------------------------------------------------


def read_end_at(text: str, board: Board, words: WindowWords) -> Reading:
    """A time of day at which what is on air shall end."""
    try:
        civil = times.read_civil(text)
    except times.Misread:
        return Reading(None, words.no_time)
    moment = times.instant(board.date, civil, board.zone)
    said = _at(moment, board, words)
    if board.on_air is not None and board.on_air.ends is not None:
        said = f"{said}, {_change(moment - board.on_air.ends, words)}"
    return Reading(commands.Stretch(to=civil), said)


def read_will_end(text: str, board: Board, words: WindowWords) -> Reading:
    """A time of day at which what is on air is announced to end."""
    if board.on_air is None:
        return Reading(None, "")
    try:
        civil = times.read_civil(text)
    except times.Misread:
        return Reading(None, words.no_time)
    moment = times.instant(board.date, civil, board.zone)
    command = commands.Expect(slot=board.on_air.slot, end=civil)
    return Reading(command, _at(moment, board, words))


def read_began(text: str, board: Board, words: WindowWords) -> Reading:
    """How long ago what is on air began."""
    return _ago(text, board, words, lambda ago: commands.Began(ago=ago))


def read_ended(text: str, board: Board, words: WindowWords) -> Reading:
    """How long ago what was last on air ended."""
    return _ago(text, board, words, lambda ago: commands.Ended(ago=ago))


def read_note(text: str, board: Board, _words: WindowWords) -> Reading:
    """A note for the log, about what is on air."""
    slot = None if board.on_air is None else board.on_air.slot
    title = "" if board.on_air is None else board.on_air.title
    return Reading(commands.Note(text=text.strip(), slot=slot), title)


def _ago(
    text: str,
    board: Board,
    words: WindowWords,
    ask: Callable[[timedelta], commands.Command],
) -> Reading:
    try:
        ago = times.read_length(text)
    except times.Misread:
        return Reading(None, words.no_length)
    if not ZERO <= ago <= times.LONGEST:
        return Reading(None, words.no_length)
    return Reading(ask(ago), _at(board.now - ago, board, words))


def _at(moment: datetime, board: Board, words: WindowWords) -> str:
    return words.echo_at.format(time=times.show_clock(moment, board.zone, words.language))


def _change(by: timedelta, words: WindowWords) -> str:
    if abs(by) < times.SECOND:
        return words.echo_same
    said = words.echo_give if by > ZERO else words.echo_take
    return said.format(length=show_length(abs(by)))


END_AT = Question(lambda w: w.ask_end_at, lambda w: w.hint_time, read_end_at)
WILL_END = Question(lambda w: w.ask_will_end, lambda w: w.hint_time, read_will_end)
BEGAN = Question(lambda w: w.ask_began, lambda w: w.hint_length, read_began)
ENDED = Question(lambda w: w.ask_ended, lambda w: w.hint_length, read_ended)
NOTE = Question(lambda w: w.ask_note, lambda w: w.hint_note, read_note)


# --- the line ----------------------------------------------------------------------------------


class Line(QtWidgets.QLineEdit):
    """A line of text that Escape leaves and that Tab does not reach. Signal: left.

    It would keep Space to itself, and clickers send Tab.
    """

    left = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AskLine(QtWidgets.QWidget):
    """The line with its label, the echo of what it understood, and two buttons.

    Signals: asked(command), closed().
    """

    asked = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.question: Question | None = None
        self.reading = Reading(None, "")
        self._board: Board | None = None
        self.line = Line(self)
        self.confirm = Button(theme, self)
        self.leave = Button(theme, self)
        self.line.textEdited.connect(self._read)
        self.line.returnPressed.connect(self.ask)
        self.line.left.connect(self.close_line)
        self.confirm.clicked.connect(self.ask)
        self.leave.clicked.connect(self.close_line)
        self.hide()
        self.use(theme)
        self.speak(words)

    def open_for(self, question: Question, board: Board) -> None:
        """Ask `question` about `board`."""
        self.question, self._board = question, board
        self.reading = Reading(None, "")
        self.line.clear()
        self.speak(self.words)
        self.confirm.setEnabled(False)
        self.show()
        self.raise_()
        self._place()
        self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def present(self, board: Board) -> None:
        """Read the answer again against the new board."""
        if self.question is not None and board is not self._board:
            self._board = board
            if self.line.text().strip():
                self._read()

    def ask(self) -> None:
        """Ask for what was understood, and close; nothing understood keeps the line open."""
        if self.reading.command is None:
            return
        command = self.reading.command
        self.close_line()
        self.asked.emit(command)

    def close_line(self) -> None:
        """Close without asking anything; `closed` comes first, so that the keyboard goes where
        its owner wants it and not to the next line of text (Space must be GO again)."""
        self.question = None
        self.closed.emit()
        self.hide()

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self.confirm.setText(words.confirm)
        self.leave.setText(words.leave)
        self.confirm.setToolTip(words.key_return)
        self.leave.setToolTip(words.key_escape)
        if self.question is not None:
            self.line.setPlaceholderText(self.question.hint(words))
            self.line.setAccessibleName(self.question.label(words))
            self._read()
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.line.setFont(theme.font(Role.ROW_TIME))
        self.confirm.use(theme)
        self.leave.use(theme)
        self._place()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _read(self) -> None:
        text = self.line.text().strip()
        if self.question is None or self._board is None or not text:
            self.reading = Reading(None, "")
        else:
            self.reading = self.question.read(text, self._board, self.words)
        self.confirm.setEnabled(self.reading.command is not None)
        self.update()

    def _label_width(self) -> float:
        if self.question is None:
            return 0
        said = self.question.label(self.words)
        return lettering.width_of(said, self.theme.font(Role.ROW_BOLD))

    def _place(self) -> None:
        small = self.theme.metrics.small
        x = round(self._label_width()) + 10
        wide = 84 if small else 120
        if self.question is NOTE:
            wide = max(wide, self.width() - x - self.confirm.wide() - self.leave.wide() - 20)
        self.line.setGeometry(x, 0, wide, self.height())
        right = self.width() - self.leave.wide()
        self.leave.setGeometry(right, 0, self.leave.wide(), self.height())
        right -= self.confirm.wide() + 6
        self.confirm.setGeometry(right, 0, self.confirm.wide(), self.height())
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        if self.question is None:
            return
        theme, colours = self.theme, self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            label = Run(self.question.label(self.words), Role.ROW_BOLD, colours.text)
            baseline = lettering.middle(theme.font(Role.ROW_BOLD), 0, self.height())
            write(painter, theme, QtCore.QPointF(0, baseline), (label,))
            x = self.line.geometry().right() + 12
            ink = colours.sec if self.reading.command is not None else colours.amber
            echo = Run(self.reading.echo, Role.ROW, ink)
            room = self.confirm.x() - x - 8
            if self.question is not NOTE:
                write(painter, theme, QtCore.QPointF(x, baseline), (echo,), room)
