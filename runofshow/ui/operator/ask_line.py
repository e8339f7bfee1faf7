"""A line that asks for one thing where the hands were, and says what it understood.

- Nothing modal: Enter asks, Escape leaves, GO's keys still work while it is open. The keypad's
  Enter is GO there too, and never confirms: what is typed stays.
- Ctrl+Enter runs, where the question can; Enter alone never does (clickers send it).
- Below the line a plate says what was understood, and what it would change of the day; what would
  be refused is said before it is asked. It hangs over the card below, and moves nothing.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.core.sentences import Sentence
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.consequences import consequences
from runofshow.ui.operator.keymap import go_while_typing
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.questions import NOTHING, Asked, Question, Reading
from runofshow.ui.painting import painting
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Role, Theme
from runofshow.ui.titles import briefly

Foreseen = Board | Sentence | None
"""The board that commands would bring about, or why they would be refused; None: nobody knows."""
TITLE: Final = 24
"""How many letters of a title a refusal says."""


def _unknown(_: Sequence[Command]) -> Foreseen:
    return None


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


class Told(NamedTuple):
    """A line of the plate: its key, or what was understood, and what follows; `no` is a refusal.

    `short` stands where there is no room for `rest`, so that no time is cut.
    """

    head: str
    rest: str
    no: bool = False
    short: str = ""


class AskLine(QtWidgets.QWidget):
    """The line with its label, its buttons, and the plate below.

    Attribute: foresee, which knows what commands would bring about. Signals:
    asked(command), closed(whether what was shown stays), sought(a slot's id) while the answer means
    one in the rundown.
    """

    asked = QtCore.Signal(object)
    closed = QtCore.Signal(bool)
    sought = QtCore.Signal(str)

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.foresee: Callable[[Sequence[Command]], Foreseen] = _unknown
        self.question: Question | None = None
        self.reading = NOTHING
        self.plate: tuple[Told, ...] = ()
        self._asked: Asked | None = None
        self._row = QtCore.QRect()
        self._opened_on: str | None = None
        self._may_enter = self._may_run = False
        self._asking = self._refused = False
        self.line = Line(self)
        self.confirm, self.go, self.leave = (Button(theme, self) for _ in range(3))
        self._connect()
        self.hide()
        self.use(theme)
        self.speak(words)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.enter)
        self.line.run.connect(self.run)
        self.line.left.connect(self.close_line)
        self.line.turned.connect(self._turn)
        self.confirm.clicked.connect(self.enter)
        self.go.clicked.connect(self.run)
        self.leave.clicked.connect(self.close_line)

    # --- opening and closing -------------------------------------------------------------------

    def open_for(self, question: Question, board: Board, about: str | None) -> None:
        """Ask `question` about the slot `about`."""
        self.question, self._asked = question, Asked(board, self.words, about)
        self._opened_on = self._asked.on_air
        self.line.clear()
        self.line.setMaxLength(question.most)
        self.show()
        self.raise_()
        self.speak(self.words)
        self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def present(self, board: Board) -> None:
        """Read the answer again against the new board."""
        if self._asked is not None and board is not self._asked.board:
            self._asked = self._asked._replace(board=board)
            self._read()

    def close_line(self) -> None:
        """Close without asking anything."""
        self._close(stays=False)

    def _close(self, stays: bool) -> None:
        """`closed` comes first, so that the keyboard goes where its owner wants it and not to the
        next line of text: Space must be GO again."""
        self.question = self._asked = None
        self.closed.emit(stays)
        self.hide()

    # --- what is asked -------------------------------------------------------------------------

    def enter(self) -> None:
        """Ask for what Enter means, and close; a question that only shows an item closes too."""
        if self._may_enter:
            self._ask(self.reading.enter, stays=True)

    def run(self) -> None:
        """Ask for what Ctrl+Enter means; where the question runs nothing, it is as Enter."""
        if self.question is not None and not self.question.runs:
            self.enter()
        elif self._may_run:
            self._ask(self.reading.run)

    def _ask(self, asked: Sequence[Command], stays: bool = False) -> None:
        """Ask one after the other until one is refused; then what is typed stays."""
        self._asking, self._refused = True, False
        for command in asked:
            if not self._refused:
                self.asked.emit(command)
        self._asking = False
        if not self._refused:
            self._close(stays)

    def refuse(self, why: str) -> None:
        """Say why what the line is asking just now is refused; what is typed stays.

        A refusal of what others ask is not its business, and does nothing.
        """
        if self._asking:
            self._refused = True
            self._tell((Told("", why, no=True),))

    def _turn(self, by: int) -> None:
        """Go on to another item that the text may mean."""
        if self._asked is not None and self.reading.matches > 1:
            self._asked = self._asked._replace(turn=self._asked.turn + by)
            self._read()

    # --- what is understood --------------------------------------------------------------------

    def _edited(self) -> None:
        """Whoever goes on typing has seen what is on air now: the question is about that."""
        if self._asked is not None:
            about = self._asked.about
            if self.question is not None and self.question.airing:
                about = self._asked.on_air
            self._asked = self._asked._replace(about=about, turn=0)
        self._read()

    def _read(self) -> None:
        if self.question is None or self._asked is None:
            return
        former, self.reading = self.reading, self.question.answer(self.line.text(), self._asked)
        reading = self.reading
        before = self.foresee(())
        enter, run = (self._outlook(before, asked) for asked in (reading.enter, reading.run))
        shows = reading.shows is not None and not reading.enter
        self._may_enter = shows or (bool(reading.enter) and not enter.no)
        self._may_run = bool(reading.run) and not run.no
        self.confirm.setEnabled(self._may_enter)
        self.go.setEnabled(self._may_run)
        self._tell(tuple(self._plate(reading, enter, run)))
        if shows and reading.shows is not None and reading.shows != former.shows:
            self.sought.emit(reading.shows)

    def _outlook(self, before: Foreseen, asked: Sequence[Command]) -> Told:
        """What some commands would change of the day, or why they would be refused."""
        after = self.foresee(asked) if asked else None
        if isinstance(after, Sentence):
            return Told("", briefly(after, TITLE).text(self.words.language), no=True)
        if after is None or before is None or isinstance(before, Sentence):
            return Told("", "")
        whole, short = consequences(before, after, self.words)
        return Told("", whole, short=short)

    def _plate(self, reading: Reading, enter: Told, run: Told) -> list[Told]:
        """What the plate says: the understood, then what each key would do."""
        assert self.question is not None
        words = self.words
        if reading is NOTHING:
            return self._before_typing(self.question)
        if not (reading.enter or reading.run):
            return [Told("", reading.echo, no=True)]
        told = [Told(reading.echo, *self._aside(reading))]
        if not self.question.runs:
            return told if self.question.long else [*told, enter]
        if reading.enter:
            told.append(enter._replace(head=words.key_enters))
        else:
            told.append(Told(words.key_shows, ""))
        if run.no:
            return [*told, run._replace(head=words.key_runs)]
        rest = _listed(reading.closes, reading.stays, run.rest)
        short = _listed(reading.stays, run.short)
        return [*told, run._replace(head=words.key_runs, rest=rest, short=short)]

    def _before_typing(self, question: Question) -> list[Told]:
        """The keys that mean something here, and what is announced so far."""
        known = self.words.ask_keys_run if question.runs else self.words.ask_keys
        told = [Told("", known.format(key=go_while_typing(self.words)))]
        row = None if self._asked is None else self._asked.row
        if self._asked is not None and question.announces and row is not None and row.announced:
            said = self.words.announced_so_far.format(time=self._asked.at(row.announced))
            told.append(Told("", said))
        return told

    def _aside(self, reading: Reading) -> tuple[str, bool]:
        """What stands at the right of what was understood: a GO given meanwhile, other matches."""
        if self._asked is not None and self._asked.on_air != self._opened_on:
            return self.words.went, True
        if reading.matches < 2:
            return "", False
        return self.words.others.format(match=reading.match, count=reading.matches), False

    def _tell(self, plate: tuple[Told, ...]) -> None:
        if plate != self.plate:
            self.plate = plate
            said = (f"{told.head} {told.rest}".strip() for told in plate)
            self.line.setAccessibleDescription("\n".join(said))
            self.update()

    # --- words and dress -----------------------------------------------------------------------

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self.go.setText(words.run_it)
        self.leave.setText(words.leave)
        self.confirm.setToolTip(words.key_return)
        self.go.setToolTip(f"{words.key_ctrl}+{words.key_return}")
        self.leave.setToolTip(words.key_escape)
        if self.question is not None and self._asked is not None:
            self._asked = self._asked._replace(words=words)
            self.confirm.setText(self.question.confirm(words))
            self.line.setPlaceholderText(self.question.hint(words))
            self.line.setAccessibleName(self.question.asks(self._asked))
            self._read()
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in (self.confirm, self.go, self.leave):
            button.use(theme)
        self._place()

    def stand_on(self, row: QtCore.QRect) -> None:
        """Stand on `row`, the plate below it."""
        self._row = row
        self._place()

    def _plate_area(self) -> QtCore.QRect:
        """Where the plate hangs: as high as what the question may have to say."""
        runs = self.question is not None and self.question.runs
        tall = (3 if runs else 2) * self._leading() + 10
        return QtCore.QRect(0, self._row.height() + 5, self._row.width(), tall)

    def _leading(self) -> int:
        return 16 if self.theme.metrics.small else 20

    def _label(self) -> str:
        if self.question is None or self._asked is None:
            return ""
        return self.question.asks(self._asked)

    def _place(self) -> None:
        below = self._plate_area().bottom() + 1 - self._row.height()
        self.setGeometry(self._row.adjusted(0, 0, 0, below))
        small, tall = self.theme.metrics.small, self._row.height()
        x = round(lettering.width_of(self._label(), self.theme.font(Role.ROW_BOLD))) + 10
        right = self._row.width()
        runs = self.question is not None and self.question.runs
        self.go.setVisible(runs)
        for button in (self.leave, *((self.go,) if runs else ()), self.confirm):
            button.setGeometry(right - button.wide(), 0, button.wide(), tall)
            right -= button.wide() + 6
        wide = 120 if small else 170
        long = self.question is not None and self.question.long
        if long:
            wide = right - x
        self.line.setFont(self.theme.font(Role.ROW if long else Role.ROW_TIME))
        self.line.setGeometry(x, 0, min(wide, right - x), tall)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        if self.question is None:
            return
        with painting(self) as painter:
            theme, colours = self.theme, self.theme.colours
            painter.fillRect(QtCore.QRect(QtCore.QPoint(), self._row.size()), colours.surf)
            label = Run(self._label(), Role.ROW_BOLD, colours.text)
            baseline = lettering.middle(theme.font(Role.ROW_BOLD), 0, self._row.height())
            write(painter, theme, QtCore.QPointF(0, baseline), (label,))
            self._paint_plate(painter)

    def _paint_plate(self, painter: QtGui.QPainter) -> None:
        theme, colours = self.theme, self.theme.colours
        box = QtCore.QRectF(self._plate_area()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(colours.live)
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(box, theme.metrics.button_radius, theme.metrics.button_radius)
        y = box.top() + 5
        for number, told in enumerate(self.plate):
            baseline = lettering.middle(theme.font(Role.ROW), y, self._leading())
            head, rest = self._letters(number, told, box.width() - 16)
            room = box.width() - 16
            if number == 0 and told.head:  # at the right, never cut
                end = QtCore.QPointF(box.right() - 8, baseline)
                x = write_right(painter, theme, end, (rest._replace(gap=0),))
                write(painter, theme, QtCore.QPointF(8, baseline), (head,), x - 24)
            else:
                write(painter, theme, QtCore.QPointF(8, baseline), (head, rest), room)
            y += self._leading()

    def _letters(self, number: int, told: Told, room: float) -> tuple[Run, Run]:
        """What line `number` of the plate is written in; the short words where room is short."""
        colours, first = self.theme.colours, number == 0
        ink = colours.amber if told.no else colours.text
        head = Run(told.head, Role.ROW_BOLD if first else Role.ROW,
                   colours.text if first else colours.sec)  # fmt: skip
        rest = Run(told.rest, Role.ROW, ink, 10 if told.head else 0)
        if told.short and lettering.length_of(self.theme, (head, rest)) > room:
            rest = rest._replace(text=told.short)
        return head, rest
