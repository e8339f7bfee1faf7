"""Messages to the stage: ready phrases, a free line, what the stage shows now, and its blackout."""

import textwrap
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.times import show_countdown, whole_left
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator import keys
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.cell import Card, Cell
from runofshow.ui.operator.line import Line
from runofshow.ui.texts.window import Phrase, WindowWords
from runofshow.ui.theme import Role, Theme

LINES: Final = 3
LINE: Final = 12
"""Three lines of twelve letters on a 24-inch screen read at 10 m (screens.md §2)."""
LONGEST: Final = 200


def readable(text: str) -> bool:
    """Whether a message can be read at the declared distance."""
    return len(textwrap.wrap(text, LINE)) <= LINES


class _Head(NamedTuple):
    title: str
    now: str
    said: bool
    left: str
    right: str
    warns: bool


class Head(Cell[_Head]):
    """The card's name, what is on the stage now, and the keys or a warning at the right."""

    def draw(self, painter: QtGui.QPainter, value: _Head) -> None:
        theme, colours = self.theme, self.theme.colours
        pad = theme.metrics.pad - 3
        baseline = lettering.middle(theme.font(Role.HEAD), 0, self.height())
        ink = colours.amber if value.warns else colours.quiet
        run = Run(value.right, Role.CAPTION, ink)
        end = QtCore.QPointF(self.width() - pad, baseline)
        right = write_right(painter, theme, end, (run,))
        title = Run(value.title, Role.HEAD, colours.text)
        x = write(painter, theme, QtCore.QPointF(pad, baseline), (title,)) + 12
        left = Run(value.left, Role.CAPTION_TIME, colours.sec, 8)
        if value.said:
            side = theme.metrics.icon - 1
            box = QtCore.QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, Icon.SCREEN, box, colours.live)
            x += side + 6
        now = Run(value.now, Role.HEAD if value.said else Role.SPEAKER,
                  colours.text if value.said else colours.quiet)  # fmt: skip
        room = right - x - 16 - lettering.length_of(theme, (left,))
        x = write(painter, theme, QtCore.QPointF(x, baseline), (now,), room)
        write(painter, theme, QtCore.QPointF(x, baseline), (left,))


class Messages(Card):
    """The messages card. Signals: asked(command), left() when the line is left or has spoken."""

    asked = QtCore.Signal(object)
    left = QtCore.Signal()

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.words = words
        self._board: Board | None = None
        self.headline = Head(theme, self)
        self.phrases: list[Button] = []
        self.line = Line(self)
        self.line.setMaxLength(LONGEST)
        self.flash = self._button(checkable=True, sign=Icon.FLASH)
        self.clear = self._button()
        self.blackout = self._button(checkable=True)
        self.incident = self._button(checkable=True)
        self.line.returnPressed.connect(self._say_line)
        self.line.run.connect(self._say_line)
        self.line.left.connect(self.left)
        self.line.textChanged.connect(lambda _: self._head())
        self.flash.urge = "live"
        self.blackout.urge = self.incident.urge = "amber"
        self.clear.clicked.connect(lambda: self.asked.emit(commands.Clear()))
        self.blackout.clicked.connect(self.toggle_blackout)
        self.incident.clicked.connect(self.toggle_incident)
        self.speak(words)

    def _button(self, checkable: bool = False, sign: Icon | None = None) -> Button:
        made = Button(self.theme, self, sign)
        made.setCheckable(checkable)
        return made

    @property
    def tall(self) -> int:
        """The card's height: a head and two rows of buttons."""
        metrics = self.theme.metrics
        return self.head + 2 * metrics.button + 3 * self._gap() + 2

    def _gap(self) -> int:
        return 6 if self.theme.metrics.small else 8

    # --- what is asked ---

    def say(self, number: int) -> None:
        """Ask to say the ready phrase of this number, from 0; there may be none."""
        if number < len(self.words.phrases):
            phrase = self.words.phrases[number]
            self.asked.emit(_said(phrase.text, self.flash.isChecked(), phrase))

    def _say_line(self) -> None:
        text = self.line.text().strip()
        if text:
            self.asked.emit(_said(text, self.flash.isChecked()))
            self.line.clear()
            self.left.emit()

    def write_message(self) -> None:
        """Put the keyboard into the free line."""
        self.line.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def toggle_blackout(self) -> None:
        """Ask for black, or for the picture back; the button shows what is, not what is asked."""
        if self._board is not None:
            self.asked.emit(commands.Blackout(on=not self._board.blackout))
            self._check()

    def toggle_incident(self) -> None:
        """Ask the stage to say "one moment", or no longer."""
        if self._board is not None:
            self.asked.emit(commands.Incident(on=not self._board.incident))
            self._check()

    # --- what is shown ---

    def present(self, board: Board) -> None:
        """Show what the stage shows of `board`."""
        self._board = board
        self._check()
        self.clear.setEnabled(board.message is not None)
        self._head()

    def _check(self) -> None:
        if self._board is not None:
            self.blackout.setChecked(self._board.blackout)
            self.incident.setChecked(self._board.incident)

    def _head(self) -> None:
        text = self.line.text().strip()
        warns = bool(text) and not readable(text)
        keys_said = self.words.message_keys.format(last=len(self.words.phrases))
        right = self.words.unreadable if warns else keys_said
        now, left = _now(self._board, self.words)
        shown = now or self.words.nothing_said
        self.headline.put(_Head(self.words.messages, shown, bool(now), left, right, warns))

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        for button in self.phrases:
            button.deleteLater()
        self.phrases = []
        for number, phrase in enumerate(words.phrases):
            button = Button(self.theme, self)
            button.setText(phrase.text)
            written = keys.cap(f"phrase_{number + 1}", words)
            button.setToolTip(f"{phrase.text} ({written})")
            button.clicked.connect(lambda _=False, which=number: self.say(which))
            button.show()
            self.phrases.append(button)
        self.line.setPlaceholderText(words.free_line)
        self.line.setAccessibleName(words.actions.say_line)
        for name, button in (
            ("flash", self.flash), ("clear", self.clear), ("blackout", self.blackout),
            ("incident", self.incident),
        ):  # fmt: skip
            button.setText(getattr(words, name))
            button.setToolTip(keys.tip(name, words))
        self.line.setToolTip(keys.tip("say_line", words))
        self._head()
        self._place()

    def use(self, theme: Theme) -> None:
        super().use(theme)
        self.headline.use(theme)
        self.line.setFont(theme.font(Role.ROW))
        for button in (*self.phrases, self.flash, self.clear, self.blackout, self.incident):
            button.use(theme)
        self._place()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        metrics, gap = self.theme.metrics, self._gap()
        left, wide = metrics.pad - 3, self.width() - 2 * (metrics.pad - 3)
        self.headline.setGeometry(1, 1, self.width() - 2, self.head - 1)
        self.line.setFont(self.theme.font(Role.ROW))
        y = self.head + gap + 1
        _spread([*self.phrases], left, y, wide, metrics.button)
        y += metrics.button + gap
        hands = [self.flash, self.clear, self.blackout, self.incident]
        needed = sum(button.wide() + 6 for button in hands)
        line = max(wide - needed, wide // 4)
        self.line.setGeometry(left, y, line, metrics.button)
        _spread(hands, left + line + 6, y, wide - line - 6, metrics.button)


def _spread(buttons: list[Button], left: int, y: int, wide: int, tall: int) -> None:
    """Fill `wide` pixels with `buttons`, each as wide as its word asks and a share of the rest."""
    if not buttons:
        return
    needs = [button.wide() for button in buttons]
    spare = (wide - sum(needs) - 6 * (len(buttons) - 1)) / len(buttons)
    x = float(left)
    for button, need in zip(buttons, needs, strict=True):
        button.setGeometry(round(x), y, round(x + need + spare) - round(x), tall)
        x += need + spare + 6


def _said(text: str, flash: bool, phrase: Phrase | None = None) -> commands.Say:
    """The message; it goes with what is on air, for to who comes next it would be a lie."""
    if phrase is None or phrase.lasting is None:
        return commands.Say(text=text, flash=flash, passing=True)
    return commands.Say(text=text, flash=flash, passing=True, lasting=phrase.lasting)


def _now(board: Board | None, words: WindowWords) -> tuple[str, str]:
    """What is on the stage now beside the time, and for how long; empty when nothing is."""
    if board is None:
        return "", ""
    parts, left = [], ""
    if board.blackout:
        parts.append(words.blackout_on)
    if board.incident:
        parts.append(words.incident_on)
    if board.message is not None:
        parts.append(board.message.text)
        if board.message.until is not None:
            seconds = max(0, whole_left(board.message.until - board.now))
            left = words.said_for.format(time=show_countdown(seconds))
    return " · ".join(parts), left
