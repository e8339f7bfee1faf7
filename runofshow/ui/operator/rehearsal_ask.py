"""A line that asks a rehearsal for something, in the place of its bar's buttons.

Enter asks, Escape leaves; what was understood stands beneath, before it is asked.
"""

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.rehearsal_asked import Course, Question, Understood
from runofshow.ui.painting import painting
from runofshow.ui.texts.rehearsal import RehearsalWords
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Role, Theme

NOTHING = Understood(None, "")


class RehearsalAsk(QtWidgets.QWidget):
    """The line, its label, its echo, and two buttons. Signals: asked(Wish), closed()."""

    asked = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.understood = NOTHING
        self._question: Question | None = None
        self._label = ""
        self._words: RehearsalWords | None = None
        self._about: tuple[Board, Course] | None = None
        self.line = Line(self)
        self.confirm, self.leave = Button(theme, self), Button(theme, self)
        self.line.textEdited.connect(self._read)
        self.line.returnPressed.connect(self.ask)
        self.line.left.connect(self.close_line)
        self.confirm.clicked.connect(self.ask)
        self.leave.clicked.connect(self.close_line)
        self.hide()

    def open_for(self, question: Question, board: Board, course: Course) -> None:
        """Ask `question`."""
        self._question = question
        self.line.clear()
        self.present(board, course)
        self._name()
        self.show()
        self.raise_()
        self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def present(self, board: Board, course: Course) -> None:
        """Read the answer against this board."""
        self._about = board, course
        if self._question is not None:
            self._read()

    def ask(self) -> None:
        """Ask for what was understood, and close; nothing understood keeps the line open."""
        wish = self.understood.wish
        if wish is not None:
            self.close_line()
            self.asked.emit(wish)

    def close_line(self) -> None:
        """Close without asking anything; `closed` first, so that the keyboard goes on from here."""
        if self._question is not None:
            self._question = None
            self.closed.emit()
            self.hide()

    def speak(self, words: RehearsalWords, window: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        self.confirm.setText(window.confirm)
        self.leave.setText(window.leave)
        self.confirm.setToolTip(window.key_return)
        self.leave.setToolTip(window.key_escape)
        self._name()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.line.setFont(theme.font(Role.ROW))
        self.confirm.use(theme)
        self.leave.use(theme)
        self._place()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _name(self) -> None:
        if self._question is not None and self._words is not None:
            self._label = self._question.label(self._words)
            self.line.setPlaceholderText(self._question.hint(self._words))
            self.line.setAccessibleName(self._label)
            self._read()
        self._place()

    def _read(self) -> None:
        text = self.line.text().strip()
        if self._question is None or self._about is None or self._words is None or not text:
            self.understood = NOTHING
        else:
            self.understood = self._question.read(text, *self._about, self._words)
        self.confirm.setEnabled(self.understood.wish is not None)
        self.update()

    def _place(self) -> None:
        row = self.theme.metrics.button
        gap = self.theme.metrics.gap
        left = round(lettering.width_of(self._label, self.theme.font(Role.ROW_BOLD))) + 10
        right = self.width()
        for button in (self.leave, self.confirm):
            right -= button.wide()
            button.setGeometry(right, 0, button.wide(), row)
            right -= gap
        self.line.setGeometry(left, 0, max(60, right - left), row)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours = self.theme, self.theme.colours
        row = theme.metrics.button
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            baseline = lettering.middle(theme.font(Role.ROW_BOLD), 0, row)
            label = Run(self._label, Role.ROW_BOLD, colours.text)
            write(painter, theme, QtCore.QPointF(0, baseline), (label,))
            text = self.line.text().strip()
            ink = colours.sec if self.understood.wish is not None or not text else colours.amber
            echo = Run(self.understood.echo, Role.ROW, ink)
            beneath = lettering.middle(theme.font(Role.ROW), row, self.height() - row)
            write(painter, theme, QtCore.QPointF(0, beneath), (echo,), self.width())
