"""The card at the foot: a doubt and its answers, or an item and its fields, each on its key."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right, write_whole
from runofshow.ui.operator.cell import aloud
from runofshow.ui.operator.draft_rows import Shown
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.topic_list import TopicList
from runofshow.ui.painting import painting
from runofshow.ui.texts.importing import ImportingWords
from runofshow.ui.texts.topics import topic_words
from runofshow.ui.theme import Role, Theme

NUMBERED: Final = 9
"""So many choices have a key."""
TITLED: Final = " · "
"""Between a value and the title of its item: that may be cut, and a sentence is whole."""
KEYS_APART: Final = 22
"""Pixels between two keys of the foot."""


class DoubtCard(QtWidgets.QWidget):
    """One doubt, topic or item, beside the list of topics.

    Attributes: shown (None: there is none), line (where one writes), topics (the list).

    Signals: chosen(index of a choice), written(text) when a correction is entered, left() when the
    line is left, turned(-1 or 1) when Up or Down is pressed in it.
    """

    chosen = QtCore.Signal(int)
    written = QtCore.Signal(str)
    left = QtCore.Signal()
    turned = QtCore.Signal(int)

    def __init__(
        self, theme: Theme, words: ImportingWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.shown: Shown | None = None
        self.wrong = ""
        self._boxes: list[QtCore.QRectF] = []
        self._none = ""
        self.topics = TopicList(theme, self)
        self.line = Line(self)
        self.line.hide()
        self.line.returnPressed.connect(lambda: self.written.emit(self.line.text()))
        self.line.left.connect(self.left)
        self.line.turned.connect(self.turned)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.topics.use(theme)
        self.line.setFont(theme.font(Role.ROW))
        self._place()
        self.update()

    def speak(self, words: ImportingWords) -> None:
        """Say it in another language."""
        self.words = words
        self._place()
        self.update()

    def put(self, shown: Shown | None, none: str = "") -> None:
        """Show a doubt, or say `none` when there is none."""
        self.shown, self._none, self.wrong = shown, none, ""
        self.setAccessibleName(none if shown is None else _aloud(shown))
        self.update()

    def correct(self, value: str) -> None:
        """Open the line, with `value` to be written over."""
        self.line.setText(value)
        self._place()
        self.line.show()
        self.line.selectAll()
        self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.update()

    def close_line(self) -> None:
        """Leave the line."""
        self.line.hide()
        self.wrong = ""
        self.update()

    def refuse(self, why: str) -> None:
        """Say why what was written does not do."""
        self.wrong = why
        self.update()

    # --- places --------------------------------------------------------------------------------

    @property
    def tall(self) -> int:
        """Its height, always the same."""
        return 184 if self.theme.metrics.small else 226

    @property
    def _pad(self) -> int:
        return 12 if self.theme.metrics.small else 18

    @property
    def _left(self) -> int:
        """Where what is looked at begins, right of the topics."""
        return self.topics.width() + self._pad

    @property
    def _foot_tall(self) -> int:
        return 24 if self.theme.metrics.small else 30

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        tall = self.theme.metrics.button
        topics = self.topics.wide(topic_words(self.words.language).names.values())
        self.topics.setGeometry(0, 1, topics, self.height() - 1 - self._foot_tall)
        wide = round((self.width() - self._left - self._pad) * 0.55)
        self.line.setGeometry(self._left, self.height() - tall - self._pad - 20, wide, tall)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Return:
            return  # the line's own, which passes it on
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        for index, box in enumerate(self._boxes):
            if box.contains(event.position()):
                self.chosen.emit(index)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.raised)
            painter.fillRect(0, 0, self.width(), 1, colours.line2)
            self._boxes = []
            if self.shown is None:
                self._calm(painter)
                return
            y = self._head(painter, self.shown)
            y = self._said(painter, self.shown, y)
            if self.line.isHidden():
                self._choices(painter, self.shown, y)
            if self.wrong:
                self._wrong(painter)
            self._foot(painter, self.shown)

    def _calm(self, painter: QtGui.QPainter) -> None:
        run = Run(self._none, Role.CALM, self.theme.colours.sec)
        y = lettering.middle(self.theme.font(Role.CALM), 0, self.height() - 20)
        room = self.width() - self._left - self._pad
        write(painter, self.theme, QtCore.QPointF(self._left, y), (run,), room)

    def _head(self, painter: QtGui.QPainter, shown: Shown) -> float:
        """What it is about, and how far one is; returns where the rest begins."""
        theme, colours, pad = self.theme, self.theme.colours, self._pad
        tall = 22 if theme.metrics.small else 28
        y = lettering.middle(theme.font(Role.CAPTION_BOLD), pad - 6, tall)
        ink = colours.amber if shown.open else colours.quiet
        end = QtCore.QPointF(self.width() - pad, y)
        left = write_right(painter, theme, end, (Run(shown.far, Role.CAPTION_BOLD, ink),))
        place = Run(shown.place, Role.CAPTION, colours.quiet, 12)
        room = left - self._left - 12 - lettering.length_of(theme, (place,))
        about = Run(shown.about, Role.CAPTION_BOLD, colours.sec)
        end = QtCore.QPointF(
            write(painter, theme, QtCore.QPointF(self._left, y), (about,), room), y
        )
        write(painter, theme, end, (place,))
        return pad - 6 + tall

    def _said(self, painter: QtGui.QPainter, shown: Shown, y: float) -> float:
        theme, colours, pad = self.theme, self.theme.colours, self._pad
        role, left = Role.LIVE_TITLE, self._left
        font, step = theme.font(role), 18 if theme.metrics.small else 23
        for line in lettering.broken(shown.said, font, self.width() - left - pad, 2):
            at = QtCore.QPointF(left, lettering.middle(font, y, step))
            write(painter, theme, at, (Run(line, role, colours.text),))
            y += step
        if shown.value:
            font = theme.font(Role.ROW)
            at = QtCore.QPointF(left, lettering.middle(font, y, step))
            write(painter, theme, at, (Run(shown.value, Role.ROW, colours.sec),))
            y += step
        return y + (4 if theme.metrics.small else 8)

    def _choices(self, painter: QtGui.QPainter, shown: Shown, y: float) -> None:
        """The answers in columns, as many as there is room for, each with its key."""
        if not shown.choices:
            return
        theme, pad, left = self.theme, self._pad, self._left
        step = 22 if theme.metrics.small else 25
        room = self.height() - y - self._foot_tall
        down = max(1, int(room // step))
        across = -(-min(len(shown.choices), NUMBERED) // down)
        wide = (self.width() - left - pad) / across
        for index, text in enumerate(shown.choices[:NUMBERED]):
            column, row = divmod(index, down)
            box = QtCore.QRectF(left + column * wide, y + row * step, wide - 8, step)
            self._boxes.append(box)
            self._choice(painter, box, index, text, taken=index in shown.ticks)
            if shown.opening is not None and index >= shown.opening:
                self._opens(painter, box)

    def _choice(
        self, painter: QtGui.QPainter, box: QtCore.QRectF, index: int, text: str, *, taken: bool
    ) -> None:
        theme, colours = self.theme, self.theme.colours
        key = QtCore.QRectF(box.left(), box.center().y() - 8, 16, 16)
        painter.setPen(colours.live if taken else colours.line2)
        painter.setBrush(colours.live_row if taken else colours.surf)
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        font = theme.font(Role.KEY)
        x = key.center().x() - lettering.width_of(str(index + 1), font) / 2
        y = lettering.middle(font, key.top(), key.height())
        ink = colours.live if taken else colours.sec
        write(painter, theme, QtCore.QPointF(x, y), (Run(str(index + 1), Role.KEY, ink),))
        role = Role.ROW_BOLD if taken else Role.ROW
        left = key.right() + 8
        room = QtCore.QRectF(left, box.top(), box.right() - left - 16, box.height())
        run = Run(text, role, colours.text)
        if TITLED in text:
            y = lettering.middle(theme.font(role), room.top(), room.height())
            write(painter, theme, QtCore.QPointF(left, y), (run,), room.width())
        else:
            write_whole(painter, theme, room, run, Role.CAPTION)

    def _opens(self, painter: QtGui.QPainter, box: QtCore.QRectF) -> None:
        """The mark of a choice that is looked at rather than taken."""
        at = QtCore.QPointF(box.right() - 8, box.center().y())
        corners = ((-4.0, -4.0), (0.0, 0.0), (-4.0, 4.0))
        painter.setPen(QtGui.QPen(self.theme.colours.quiet, 1.4))
        painter.drawPolyline(QtGui.QPolygonF([at + QtCore.QPointF(*each) for each in corners]))

    def _wrong(self, painter: QtGui.QPainter) -> None:
        """Why it does not do: beside the line, or where it would stand."""
        font = self.theme.font(Role.SPEAKER)
        y = lettering.middle(font, self.line.y(), self.line.height())
        beside = self.line.x() if self.line.isHidden() else self.line.geometry().right() + 12
        at = QtCore.QPointF(beside, y)
        run = Run(self.wrong, Role.SPEAKER, self.theme.colours.amber)
        write(painter, self.theme, at, (run,), self.width() - at.x() - self._pad)

    def _foot(self, painter: QtGui.QPainter, shown: Shown) -> None:
        """The keys that mean something now: on one line, or on two where they are too long."""
        theme, left = self.theme, float(self._pad)
        font = theme.font(Role.CAPTION)
        keys = [(key, lettering.width_of(key, font)) for key in shown.keys]
        lines: list[list[tuple[str, float]]] = [[]]
        x = left
        for key, wide in keys:
            if x + wide > self.width() - self._pad:
                lines.append([])
                x = left
            lines[-1].append((key, x))
            x += wide + KEYS_APART
        foot = self.height() - self._foot_tall
        places = lettering.baselines(font, foot, self._foot_tall, len(lines[:2]))
        for line, y in zip(lines[:2], places, strict=True):
            for key, x in line:
                run = Run(key, Role.CAPTION, theme.colours.quiet)
                write(painter, theme, QtCore.QPointF(x, y), (run,))


def _aloud(shown: Shown) -> str:
    """What a screen reader says of it: the answers with their digits."""
    choices = (f"{number}: {text}" for number, text in enumerate(shown.choices, start=1))
    return aloud(shown.about, shown.place, shown.said, shown.value, *choices, shown.far)
