"""The sheet of a revised programme, over the rundown: what changes, what to take, what comes of it.

It is no dialog: the show runs on beside it, GO's keys work, Space is still GO. While it has the
keyboard, up and down choose, right ticks, left unticks, Enter takes what is ticked, Escape leaves.
"""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right, write_whole
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.change_list import ChangeList, shape
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.revision_rows import ChangeLine, Line
from runofshow.ui.operator.strokes import asks_first, strokes
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.revision import revision_words
from runofshow.ui.theme import Role, Theme

Key: Final = QtCore.Qt.Key
NOTICES: Final = 2
"""How many notices there is room for."""


class RevisionSheet(QtWidgets.QWidget):
    """A heading, the list, and at the foot what comes of it and what can be done.

    Attributes: list, name (of the file), outcome (what comes of it; a shorter form may follow),
    notices.
    Signals: ticked(key, on); all_asked(), none_asked(), proposed_asked(); take_asked(), closed().
    """

    ticked = QtCore.Signal(str, bool)
    all_asked = QtCore.Signal()
    none_asked = QtCore.Signal()
    proposed_asked = QtCore.Signal()
    take_asked = QtCore.Signal()
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, revision_words(words.language)
        self.name, self._broken = "", False
        self.outcome: tuple[str, ...] = ()
        self.notices: tuple[str, ...] = ()
        self._taken = self._count = 0
        self.list = ChangeList(theme, self)
        self.list.ticked.connect(self.ticked)
        self.take, self.close_it = Button(theme, self), Button(theme, self)
        self.everything, self.none = Button(theme, self), Button(theme, self)
        self.proposed = Button(theme, self)
        for button, signal in (
            (self.take, self.take_asked), (self.close_it, self.closed),
            (self.everything, self.all_asked), (self.none, self.none_asked),
            (self.proposed, self.proposed_asked),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.hide()
        self.speak(words)

    # --- values in -----------------------------------------------------------------------------

    def put(self, lines: tuple[Line, ...], taken: int, count: int) -> None:
        """Show `lines`; so many of so many changes would be made."""
        self._taken, self._count = taken, count
        self.list.put(lines)
        self._name()

    def say(self, *outcome: str, broken: bool) -> None:
        """Say what would come of it, in the longest form that fits.

        `broken`: a hard time is, or it would be refused.
        """
        if (outcome, broken) != (self.outcome, self._broken):
            self.outcome, self._broken = outcome, broken
            self.update()

    def tell(self, name: str, notices: tuple[str, ...]) -> None:
        """Say which file it is, and what the régie should know of it as a whole."""
        self.name, self.notices = name, notices[:NOTICES]
        self._place()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words, self._naming = revision_words(words.language), words.window
        self._strokes = strokes(Scope.REVISION, words.window)
        self._name()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in self.findChildren(Button):
            button.use(theme)
        self.list.use(theme)
        self._name()

    # --- hands ---------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        """Ctrl+Enter is its own while it is looked at: clickers send Enter."""
        asked = asks_first(event)
        if (
            asked is not None
            and asked.key() == Key.Key_Return
            and asked.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        modifiers = QtCore.Qt.KeyboardModifier
        held = event.modifiers()
        match event.key():
            case Key.Key_Up:
                self.list.step(-1)
            case Key.Key_Down:
                self.list.step(1)
            case Key.Key_Right:
                self.list.tick(on=True)
            case Key.Key_Left:
                self.list.tick(on=False)
            case _ if (name := self._strokes.meaning(event)) == "revision_all":
                (self.all_asked if self.list.any_off else self.none_asked).emit()
            case _ if name == "revision_proposed":
                self.proposed_asked.emit()
            case Key.Key_Return if held & modifiers.ControlModifier and self.take.isEnabled():
                self.take_asked.emit()
            case Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    # --- what it says --------------------------------------------------------------------------

    def _name(self) -> None:
        """Say everything anew."""
        words, count = self.words, self._taken
        form = {0: words.take_none, 1: words.take_one}.get(count, words.take)
        for button, text, tip in (
            (self.take, form.format(count=count), words.take_tip),
            (self.close_it, words.close, words.close_tip),
            (self.everything, words.everything, words.everything_tip),
            (self.none, words.none, words.none_tip),
            (self.proposed, words.proposed, words.proposed_tip),
        ):
            button.setText(text)
            button.setToolTip(key_names.filled(tip, self._naming))
        self.take.setEnabled(count > 0)
        for button in (self.everything, self.none, self.proposed):
            button.setEnabled(self._count > 0)
        self._place()

    @property
    def _beside(self) -> str:
        words = self.words
        form = words.counted_one if self._taken == 1 else words.counted
        counted = form.format(taken=self._taken, count=self._count) if self._count else ""
        return " · ".join(filter(None, (self.name, counted)))

    # --- places --------------------------------------------------------------------------------

    @property
    def _small(self) -> bool:
        return self.theme.metrics.small

    @property
    def _head(self) -> int:
        """How tall the heading is with its notices."""
        return (42 if self._small else 58) + len(self.notices) * self._line

    @property
    def _line(self) -> int:
        return 18 if self._small else 22

    @property
    def _foot(self) -> int:
        """How tall the foot is."""
        return self.theme.metrics.button + (56 if self._small else 72)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Everything has its place: the list takes what heading and foot leave."""
        margin, tall = shape(self.theme).margin, self.theme.metrics.button
        self.list.setGeometry(0, self._head, self.width(), self.height() - self._head - self._foot)
        y = self.height() - tall - (12 if self._small else 18)
        wide = max(self.take.wide(form) for form in self._forms())
        self.take.setGeometry(margin, y, wide, tall)
        self.close_it.setGeometry(margin + wide + 6, y, self.close_it.wide(), tall)
        x = self.width() - margin
        for button in (self.proposed, self.none, self.everything):
            x -= button.wide()
            button.setGeometry(x, y, button.wide(), tall)
            x -= 6
        self.update()

    def _forms(self) -> tuple[str, ...]:
        """All that the first button may say: its neighbours do not move when it says another."""
        words = self.words
        return words.take.format(count=888), words.take_one, words.take_none

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, words = self.theme, self.theme.colours, self.words
        margin = shape(theme).margin
        wide = self.width() - 2 * margin
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            head = self._head - len(self.notices) * self._line
            baseline = lettering.middle(theme.font(Role.CALM), 0, head)
            runs = (
                Run(words.heading, Role.CALM, colours.text),
                Run(self._beside, Role.ROW, colours.sec, 16),
            )
            write(painter, theme, QtCore.QPointF(margin, baseline), runs, wide)
            for number, notice in enumerate(self.notices):
                top = head - 6 + number * self._line
                at = QtCore.QPointF(margin, lettering.middle(theme.font(Role.ROW), top, self._line))
                write(painter, theme, at, (Run(notice, Role.ROW, colours.amber),), wide)
            if not self._count:
                at = QtCore.QPointF(margin, self._head + 2 * self._line)
                write(painter, theme, at, (Run(words.nothing, Role.ROW, colours.sec),), wide)
            self._paint_foot(painter, QtCore.QRectF(margin, self.height() - self._foot, wide, 0))

    def _paint_foot(self, painter: QtGui.QPainter, area: QtCore.QRectF) -> None:
        """What comes of it, and the keys."""
        theme, colours, words = self.theme, self.theme.colours, self.words
        painter.fillRect(QtCore.QRectF(0, area.top(), self.width(), 1), colours.line2)
        baseline = area.top() + (26 if self._small else 34)
        hint = Run(words.hint, Role.CAPTION, colours.quiet)
        right = area.right()
        if self._count:
            at = QtCore.QPointF(right, baseline)
            right = write_right(painter, theme, at, (hint,)) - 24
        ink, room = colours.act if self._broken else colours.text, right - area.left()
        caption = Run(words.caption, Role.CAPTION, colours.quiet)
        forms = [(caption, Run(text, Role.ROW_BOLD, ink, 12)) for text in self.outcome]
        fitting = (runs for runs in forms if lettering.length_of(theme, runs) <= room)
        for runs in forms and [next(fitting, forms[-1])]:
            x = write(painter, theme, QtCore.QPointF(area.left(), baseline), runs[:1], room) + 12
            box = QtCore.QRectF(x, area.top() + 1, right - x, 2 * (baseline - area.top()) - 10)
            write_whole(painter, theme, box, runs[1]._replace(gap=0), Role.CAPTION_BOLD)

    def line_of(self, key: str) -> ChangeLine:
        """The line of a change."""
        return next(
            line for line in self.list.lines if isinstance(line, ChangeLine) and line.key == key
        )
