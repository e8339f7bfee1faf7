"""The tour's card: what was just done, what is to be done now, and its key; and what points at it.

It stands at the foot of the rundown and in nobody's way: every key and button works as ever.
"""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.caps import cap_width, write_cap
from runofshow.ui.operator.tour import STEPS, Tour
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.tour import tour_words
from runofshow.ui.theme import Role, Theme

DOT: Final = 8


class TourCard(QtWidgets.QWidget):
    """Shows where somebody is in the tour.

    Attribute: tour. Signals: left(), open_asked(), again_asked().
    """

    left = QtCore.Signal()
    open_asked = QtCore.Signal()
    again_asked = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.tour = Tour()
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.leave_it, self.open_it, self.again = (Button(theme, self) for _ in range(3))
        self.leave_it.clicked.connect(self.left)
        self.open_it.clicked.connect(self.open_asked)
        self.again.clicked.connect(self.again_asked)
        self.speak(words)

    @property
    def tall(self) -> int:
        """How tall it is."""
        return 96 if self.theme.metrics.small else 124

    def show_step(self, tour: Tour) -> None:
        """Show that step, or the end."""
        self.tour = tour
        for button in (self.open_it, self.again):
            button.setVisible(tour.step is None)
        self._place()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.all_words, self.words = words, tour_words(words.language)
        for button, text in (
            (self.leave_it, self.words.leave),
            (self.open_it, self.words.open_it),
            (self.again, self.words.again),
        ):
            button.setText(text)
        self.leave_it.setToolTip(self.words.leave_tip)
        self.show_step(self.tour)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in (self.leave_it, self.open_it, self.again):
            button.use(theme)
        self._place()

    # --- what it says --------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        """How far one is."""
        if self.tour.step is None:
            return self.words.over
        return self.words.step_of.format(number=self.tour.number + 1, count=len(STEPS))

    @property
    def before(self) -> str:
        """What the last gesture did; nothing before the first."""
        if not self.tour.number:
            return ""
        return self._keyed(self.words.steps[self.tour.number - 1].done)

    @property
    def now(self) -> str:
        """What is to be done now."""
        step = self.tour.step
        return self._keyed(
            self.words.end if step is None else self.words.steps[self.tour.number].ask
        )

    def _keyed(self, text: str) -> str:
        """A text with the keys that it names."""
        own = self.all_words.window
        caps = {name: key_names.cap(name, own) for name in ("clear", "keys", "manual")}
        return text.format_map(caps)

    @property
    def cap(self) -> str:
        """The key that does it, as its cap says it."""
        step = self.tour.step
        return "" if step is None else key_names.cap(step.action, self.all_words.window)

    # --- places and painting -------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        metrics, pad = self.theme.metrics, self.theme.metrics.pad
        x, y = self.width() - pad, pad
        for button in (self.leave_it, self.open_it, self.again):
            if not button.isHidden():
                wide = button.wide()
                x -= wide
                button.setGeometry(x, y, wide, metrics.button)
                x -= 6
        said = ". ".join(part for part in (self.heading, self.before, self.now, self.cap) if part)
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, pad = self.theme, self.theme.colours, self.theme.metrics.pad
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.raised)
            painter.fillRect(0, 0, self.width(), 2, colours.live)
            self._paint_dots(painter)
            room = self.width() - 2 * pad
            font, bold = theme.font(Role.ROW), theme.font(Role.CALM)
            step = 20 if theme.metrics.small else 24
            y = pad + theme.metrics.button
            before = Run(self.before, Role.ROW, colours.sec)
            at = QtCore.QPointF(pad, lettering.middle(font, y, step))
            write(painter, theme, at, (before,), room)
            now = Run(self.now, Role.CALM, colours.text)
            cap = cap_width(theme, self.cap) + 10 if self.cap else 0
            baseline = lettering.middle(bold, y + step, step + 4)
            end = write(painter, theme, QtCore.QPointF(pad, baseline), (now,), room - cap)
            if self.cap:
                top = QtCore.QPointF(end + 10, y + step + (step + 4 - 17) / 2)
                write_cap(painter, theme, top, self.cap)

    def _paint_dots(self, painter: QtGui.QPainter) -> None:
        """The heading, and a dot for each step: full once it is taken."""
        theme, colours, pad = self.theme, self.theme.colours, self.theme.metrics.pad
        font, tall = theme.font(Role.CAPTION), theme.metrics.button
        at = QtCore.QPointF(pad, lettering.middle(font, pad, tall))
        x = write(painter, theme, at, (Run(self.heading, Role.CAPTION, colours.quiet),)) + 12
        for number in range(len(STEPS)):
            box = QtCore.QRectF(x, pad + (tall - DOT) / 2, DOT, DOT)
            painter.setPen(QtGui.QPen(colours.live, 1.6))
            painter.setBrush(colours.live if number < self.tour.number else colours.raised)
            painter.drawEllipse(box)
            x += DOT + 6


class Pointer(QtWidgets.QWidget):
    """An outline around what the step is about; the pointer goes through it."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point_at(self, part: QtWidgets.QWidget | None) -> None:
        """Stand around `part`; None, or one that is not shown, nowhere."""
        home = self.parentWidget()
        if part is None or not part.isVisible() or home is None:
            self.hide()
            return
        corner = part.mapTo(home, QtCore.QPoint())
        self.setGeometry(QtCore.QRect(corner, part.size()).adjusted(-4, -4, 4, 4))
        self.show()
        self.raise_()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(QtGui.QPen(self.theme.colours.amber, 2))
            painter.drawRoundedRect(QtCore.QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
