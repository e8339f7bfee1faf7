"""The bar of a rehearsal, below the rundown: the word, how it runs, and the real show.

- Its place is taken from the foot of the rundown: nothing else moves, GO least of all.
- At its right stands the real show with its true time left, in the show's own blue; it is the
  button that returns to it.
"""

from functools import partial
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.rehearsal import SPEEDS
from runofshow.ui import lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import key_names
from runofshow.ui.operator.actions import Rehearse
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.cell import Cell, aloud, surface
from runofshow.ui.operator.real_show import RealShow
from runofshow.ui.operator.rehearsal_ask import RehearsalAsk
from runofshow.ui.operator.rehearsal_asked import GO_TO, OVERRUN, Course, Speed, overruns_of
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.rehearsal import RehearsalWords, rehearsal_words
from runofshow.ui.theme import Role, Theme

STOPPED: Final = Course(False, SPEEDS[0], True)


class _Word(NamedTuple):
    word: str
    line: str


class Word(Cell[_Word]):
    """The word that says that none of this is live, as large as there is room for it."""

    def spoken(self, value: _Word) -> str:
        return aloud(value.word, value.line)

    def wide(self, word: str) -> int:
        """How wide it is with `word`."""
        font = self.theme.font(Role.REHEARSAL)
        return round(lettering.width_of(word, font)) + 2 * self.theme.metrics.pad

    def draw(self, painter: QtGui.QPainter, value: _Word) -> None:
        theme, colours = self.theme, self.theme.colours
        small, pad = theme.metrics.small, theme.metrics.pad
        painter.fillRect(self.rect(), colours.go)
        first, second = (33.0, 53.0) if small else (49.0, 74.0)
        word = Run(value.word, Role.REHEARSAL, colours.go_text)
        write(painter, theme, QtCore.QPointF(pad, first), (word,))
        line = Run(value.line, Role.ROW_BOLD, colours.go_sec)
        write(painter, theme, QtCore.QPointF(pad, second), (line,), self.width() - pad)


class Speeds(QtWidgets.QAbstractButton):
    """The speeds, side by side, the one it runs at filled. Signal: picked(rate)."""

    picked = QtCore.Signal(int)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.rate = theme, SPEEDS[0]
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    def put(self, rate: int) -> None:
        """Show `rate` as the one it runs at."""
        if rate != self.rate:
            self.rate = rate
            self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def wide(self) -> int:
        """How wide they are together."""
        return len(SPEEDS) * (32 if self.theme.metrics.small else 36)

    def area(self, rate: int) -> QtCore.QRect:
        """Where `rate` stands: as much air on either side of each."""
        font = self.theme.font(Role.BUTTON)
        widths = [lettering.width_of(f"×{each}", font) for each in SPEEDS]
        air, at = (self.width() - sum(widths)) / len(SPEEDS), SPEEDS.index(rate)
        left = round(sum(widths[:at]) + at * air)
        right = round(sum(widths[: at + 1]) + (at + 1) * air)
        return QtCore.QRect(left, 0, right - left, self.height())

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        for rate in SPEEDS:
            if self.area(rate).contains(event.position().toPoint()):
                self.picked.emit(rate)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours = self.theme, self.theme.colours
        radius, font = theme.metrics.button_radius, theme.font(Role.BUTTON)
        whole = self.area(SPEEDS[0]).united(self.area(SPEEDS[-1]))
        with painting(self) as painter:
            painter.setPen(colours.line2)
            painter.setBrush(colours.raised)
            box = QtCore.QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, radius, radius)
            painter.setFont(font)
            baseline = lettering.middle(font, 0, self.height())
            for rate in SPEEDS:
                area = self.area(rate)
                chosen = rate == self.rate
                if chosen:
                    painter.fillRect(area.adjusted(1, 1, -1, -1), colours.live_row)
                    painter.fillRect(
                        area.x() + 1, area.bottom() - 1, area.width() - 2, 2, colours.live
                    )
                said = f"×{rate}"
                x = area.x() + (area.width() - lettering.width_of(said, font)) / 2
                painter.setPen(colours.live if chosen else colours.text)
                painter.drawText(QtCore.QPointF(x, baseline), said)


class _Coming(NamedTuple):
    named: str
    brief: str
    some: bool


class Coming(Cell[_Coming]):
    """What is to run over: by titles where they fit, else by cues; quiet when nothing is."""

    def spoken(self, value: _Coming) -> str:
        return value.named

    def draw(self, painter: QtGui.QPainter, value: _Coming) -> None:
        font, some = self.theme.font(Role.SPEAKER), value.some
        fits = lettering.width_of(value.named, font) <= self.width()
        text = value.named if fits else value.brief
        colours = self.theme.colours
        baseline = lettering.middle(font, 0, self.height())
        run = Run(text, Role.SPEAKER, colours.text if some else colours.quiet)
        write(painter, self.theme, QtCore.QPointF(0, baseline), (run,), self.width())


class RehearsalBar(QtWidgets.QWidget):
    """The bar. Signal: asked(Wish)."""

    asked = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.all_words = theme, words
        self._board: Board | None = None
        self._course = STOPPED
        self.word = Word(theme, self)
        self.play = Button(theme, self, Icon.LIVE)
        self.speeds = Speeds(theme, self)
        self.back = Button(theme, self, Icon.BACK)
        self.next_item = Button(theme, self, Icon.SKIP)
        self.next_change = Button(theme, self, Icon.AHEAD)
        self.go_to = Button(theme, self)
        self.autopilot = Button(theme, self, Icon.DONE, "live")
        self.autopilot.setCheckable(True)
        self.overrun = Button(theme, self)
        self.plan_b = Button(theme, self)
        self.coming = Coming(theme, self)
        self.show_ = RealShow(theme, words, self)
        self.question = RehearsalAsk(theme, self)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._connect()
        self.speak(words)
        self.use(theme)

    def _connect(self) -> None:
        self.speeds.picked.connect(lambda rate: self.asked.emit(Speed(rate)))
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self._press, Rehearse(name)))
        self.show_.clicked.connect(lambda: self.asked.emit(Rehearse.REHEARSE))
        self.question.asked.connect(self.asked)

    @property
    def buttons(self) -> dict[str, Button]:
        """The buttons by the names of their actions."""
        return {
            "play": self.play, "back": self.back, "next_item": self.next_item,
            "next_change": self.next_change, "go_to": self.go_to, "autopilot": self.autopilot,
            "overrun": self.overrun, "plan_b": self.plan_b,
        }  # fmt: skip

    @property
    def tall(self) -> int:
        """How tall the bar is: two rows of buttons, and the room around them."""
        metrics = self.theme.metrics
        return 2 * metrics.button + 3 * metrics.gap

    @property
    def words(self) -> RehearsalWords:
        """Its own words in the language of the window."""
        return rehearsal_words(self.all_words.language)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Know the board of the rehearsal, for what its questions are about."""
        self._board = board
        self.question.present(board, self._course)
        self._tell()

    def run(self, course: Course) -> None:
        """Show how the rehearsal runs."""
        self._course = course
        self.speeds.put(course.speed)
        self._tell()

    def present_show(self, board: Board) -> None:
        """Show how the real show stands."""
        self.show_.present(board)

    def ask(self, asked: Rehearse) -> bool:
        """Open the line that asks for what a key wants; False when it wants none."""
        questions = {Rehearse.GO_TO: GO_TO, Rehearse.OVERRUN: OVERRUN}
        if asked not in questions or self._board is None:
            return False
        self.question.open_for(questions[asked], self._board, self._course)
        return True

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.all_words = words
        said = self.words
        for name, text in (
            ("go_to", words.window.actions.go_to),
            ("autopilot", said.autopilot),
            ("overrun", words.window.actions.overrun),
            ("plan_b", words.window.actions.plan_b),
        ):
            self.buttons[name].setText(text)
        for name, button in self.buttons.items():
            button.setToolTip(key_names.tip(name, words.window))
            button.setAccessibleName(button.toolTip())
        slower, faster = (key_names.tip(name, words.window) for name in ("slower", "faster"))
        self.speeds.setToolTip(f"{slower}\n{faster}")
        self.show_.speak(words)
        self.question.speak(said, words.window)
        self._tell()
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for part in (self.word, self.speeds, self.coming, self.show_, self.question):
            part.use(theme)
        for button in self.buttons.values():
            button.use(theme)
        self._tell()
        self._place()
        self.update()

    def _press(self, asked: Rehearse, _checked: bool = False) -> None:
        self.autopilot.setChecked(self._course.pilot)  # shows what is, not what was asked
        self.asked.emit(asked)

    def _tell(self) -> None:
        course, said = self._course, self.words
        pace = said.running.format(speed=course.speed) if course.playing else said.paused
        by = said.by_itself if course.pilot else said.by_hand
        self.word.put(_Word(said.word, said.over if course.over else f"{pace} · {by}"))
        self.play.sign = Icon.HELD if course.playing else Icon.LIVE
        does = said.pause if course.playing else said.play
        self.play.setText("" if self.theme.metrics.small else does)
        self.autopilot.setChecked(course.pilot)
        board = self._board
        if board is None:
            return
        named, brief = (overruns_of(course, board, said, named=named) for named in (True, False))
        none = said.none_to_come
        self.coming.put(_Coming(" · ".join(named) or none, " · ".join(brief) or none, bool(named)))
        self.coming.setToolTip("\n".join(named))

    # --- places --------------------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Give every part its place: by theme, language and width."""
        metrics, gap = self.theme.metrics, self.theme.metrics.gap
        word = self.word.wide(self.words.word)
        self.word.setGeometry(0, 0, word, self.height())
        show = self.show_.wide
        right = self.width() - gap - show
        self.show_.setGeometry(right, gap, show, self.height() - 2 * gap)
        left = word + gap
        room = QtCore.QRect(left, gap, right - gap - left, self.height() - 2 * gap)
        self.question.setGeometry(room)
        second = room.y() + metrics.button + gap
        self._row(room.x(), room.y(), room.right() + 1, self._first())
        x = self._row(
            room.x(), second, room.right() + 1, (self.autopilot, self.overrun, self.plan_b)
        )
        self.coming.setGeometry(x + gap, second, max(0, room.right() - x - gap), metrics.button)
        self.coming.setVisible(room.right() - x > 60)

    def _first(self) -> tuple[Button | Speeds, ...]:
        return self.play, self.speeds, self.back, self.next_item, self.next_change, self.go_to

    def _row(self, x: int, y: int, end: int, parts: tuple[Button | Speeds, ...]) -> int:
        """Place a row; what there is no room for is left to the keys and the menu."""
        metrics = self.theme.metrics
        for part in parts:
            wide = self._wide(part)
            part.setVisible(x + wide <= end)
            if x + wide > end:
                continue
            part.setGeometry(x, y, wide, metrics.button)
            x += wide + metrics.gap
        return x

    def _wide(self, part: Button | Speeds) -> int:
        """How wide a part is, whatever it says just now."""
        if isinstance(part, Speeds):
            return part.wide()
        if part is self.play and part.text():
            return max(part.wide(text) for text in (self.words.play, self.words.pause))
        return part.wide()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            surface(painter, self.rect(), self.theme)
