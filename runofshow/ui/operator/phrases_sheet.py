"""The sheet of messages, over the rundown: the ready phrases, who looks at what, what was said.

It is no dialog: the show runs on beside it. Every change counts at once. From its lines Up and Down
go on, Enter keeps, Escape brings back what stood there; Escape on the sheet itself leaves it.
"""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.message import Said
from runofshow.core.times import show_clock
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.key_names import cap
from runofshow.ui.operator.keys import READY_MESSAGES
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.phrase_row import PhraseRow
from runofshow.ui.operator.readability import Reading, Seen, declared, inches, reading
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.messages import handed, message_words
from runofshow.ui.texts.phrases import phrase_words
from runofshow.ui.texts.window import Phrase
from runofshow.ui.theme import Role, Theme

INCHES: Final = (5.0, 1000.0)
METRES: Final = (0.5, 200.0)
"""What may be declared."""
Key = QtCore.Qt.Key


class PhrasesSheet(QtWidgets.QWidget):
    """Signals: changed(tuple of phrases), reset_asked(), declared(inches or None, metres),
    again(text), closed()."""

    changed = QtCore.Signal(object)
    reset_asked = QtCore.Signal()
    declared = QtCore.Signal(object, float)
    again = QtCore.Signal(str)
    closed = QtCore.Signal()

    def __init__(
        self, theme: Theme, words: Words, seen: Seen, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.seen = theme, seen
        self._said: tuple[Said, ...] = ()
        self._zone: ZoneInfo | None = None
        self._captions: list[tuple[int, int, str]] = []
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        own = self._own = message_words(words.language)
        self.rows = [PhraseRow(theme, key, own, self) for key in range(1, READY_MESSAGES + 1)]
        self.inches, self.metres = Line(self), Line(self)
        self.reset, self.say_again = Button(theme, self), Button(theme, self)
        self.close_it = Button(theme, self)
        self.list = QtWidgets.QListWidget(self)
        self._connect()
        self.hide()
        self.speak(words)
        self.use(theme)

    def _connect(self) -> None:
        for row in self.rows:
            row.changed.connect(self._keep)
            row.written.connect(self.update)
        for line in self.lines:
            line.returnPressed.connect(lambda each=line: self._step(each, 1))
            line.turned.connect(lambda by, each=line: self._step(each, by))
            line.left.connect(lambda each=line: self._give_back(each))
        self.inches.editingFinished.connect(self._declare)
        self.metres.editingFinished.connect(self._declare)
        self.reset.clicked.connect(self.reset_asked)
        self.say_again.clicked.connect(self._again)
        self.close_it.clicked.connect(self.closed)
        self.list.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.list.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.itemDoubleClicked.connect(lambda _: self._again())
        self.say_again.setEnabled(False)  # until something was said
        self.list.currentRowChanged.connect(lambda at: self.say_again.setEnabled(at >= 0))
        self.list.installEventFilter(self)

    @property
    def lines(self) -> list[Line]:
        """The lines of text, in the order in which Up and Down go through them."""
        return [*(row.line for row in self.rows), self.inches, self.metres]

    # --- values in -----------------------------------------------------------------------------

    def remember(self, said: Sequence[Said], zone: ZoneInfo) -> None:
        """List what was said, the last first; what is chosen stays so."""
        if tuple(said) == self._said and self.list.count() == len(said):
            return
        self._said, self._zone = tuple(said), zone
        chosen = self.list.currentRow()
        self.list.clear()
        for each in said:
            clock = show_clock(each.at, zone, self.words.language)
            item = QtWidgets.QListWidgetItem(f"{clock}   {handed(each.text, self._own)}")
            item.setToolTip(each.text)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(0, chosen), self.list.count() - 1))
        self.say_again.setEnabled(self.list.currentRow() >= 0)
        self.update()

    def see(self, seen: Seen) -> None:
        """Judge texts by how the stage is seen."""
        self.seen = seen
        self._put_sight()
        self.update()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`, and show its ready phrases."""
        self.words, self._own = phrase_words(words.language), message_words(words.language)
        first, last = (cap(f"phrase_{digit}", words.window) for digit in (1, READY_MESSAGES))
        named = self.words.phrases_keys.format(first=first, last=last)
        self._keys = " · ".join(
            [named if first and last else self.words.phrases, *self._own_keys(words)]
        )
        phrases = words.window.phrases
        for index, row in enumerate(self.rows):
            phrase = phrases[index] if index < len(phrases) else Phrase("")
            row.put(phrase, self.words, self._own)
        said = self.words
        for button, text, tip in (
            (self.reset, said.reset, said.reset_tip),
            (self.say_again, said.again, said.again_tip),
            (self.close_it, said.close_it, said.close_tip),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
        for line, name in ((self.inches, said.inches), (self.metres, said.distance)):
            line.setAccessibleName(name)
            line.setToolTip(said.rule)
        self.list.setAccessibleName(said.said)
        if self._zone is not None:
            said_so_far, self._said = self._said, ()
            self.remember(said_so_far, self._zone)
        self._put_sight()
        self._place()

    def _own_keys(self, words: Words) -> list[str]:
        """What the keys of messages do here: to the phrase that is being written."""
        said = self.words
        named = (
            ("message_time", said.key_time), ("flash", said.key_flash),
            ("insert_left", said.key_left),
        )  # fmt: skip
        pressed = [(cap(name, words.window), text) for name, text in named]
        return [f"{key} {text}" for key, text in pressed if key]

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for row in self.rows:
            row.use(theme)
        for line in (self.inches, self.metres):
            line.setFont(theme.font(Role.ROW_TIME))
        self.list.setFont(theme.font(Role.ROW))
        for button in (self.reset, self.say_again, self.close_it):
            button.use(theme)
        self._place()

    def _put_sight(self) -> None:
        sight, said, size = self.seen.sight, self.words, inches(self.seen.sight)
        own = self.seen.inches
        for line, text in (
            (self.inches, "" if own is None else declared(own, said.language)),
            (self.metres, declared(sight.distance, said.language)),
        ):
            if not line.hasFocus():
                line.setText(text)
        empty = said.inches_empty if self.seen.told else said.inches_unknown
        self.inches.setPlaceholderText(empty.format(inches=size))

    # --- what is changed -----------------------------------------------------------------------

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases as they stand, the free keys at the end left out."""
        found = [row.phrase for row in self.rows]
        while found and not found[-1].text:
            found.pop()
        return tuple(found)

    def _keep(self) -> None:
        self.changed.emit(self.phrases)
        self.update()

    @property
    def written(self) -> PhraseRow | None:
        """The row whose text has the keyboard."""
        return next((row for row in self.rows if row.line.hasFocus()), None)

    def _declare(self) -> None:
        """Take the size and the distance, if they can be; else bring back what counts."""
        size, far = number(self.inches.text(), INCHES), number(self.metres.text(), METRES)
        empty = not self.inches.text().strip()
        own = size if not empty else None
        if far is None or (size is None and not empty):
            self._put_back()
        elif (own, far) != (self.seen.inches, self.seen.sight.distance):
            self.declared.emit(own, far)

    def _put_back(self) -> None:
        own, said = self.seen.inches, self.words.language
        self.inches.setText("" if own is None else declared(own, said))
        self.metres.setText(declared(self.seen.sight.distance, said))

    def _again(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._said):
            self.again.emit(self._said[at].text)

    # --- the keyboard --------------------------------------------------------------------------

    def _step(self, line: Line, by: int) -> None:
        """Go to the line after or before; beyond the last is what was said."""
        lines = self.lines
        at = lines.index(line) + by
        reason = QtCore.Qt.FocusReason.OtherFocusReason
        if at < 0:
            self.setFocus(reason)
        elif at >= len(lines):
            self.list.setFocus(reason)
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)
        else:
            lines[at].setFocus(reason)
            lines[at].selectAll()

    def _give_back(self, line: Line) -> None:
        for row in self.rows:
            if row.line is line:
                row.give_back()
        if line in (self.inches, self.metres):
            self._put_back()
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        match event.key():
            case Key.Key_Escape:
                self.closed.emit()
            case Key.Key_Down | Key.Key_Up:
                lines = self.lines
                first = lines[0] if event.key() == Key.Key_Down else lines[-1]
                first.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
                first.selectAll()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The list's own keys: Enter says again, Up from the first line leaves upwards."""
        if event.type() != QtCore.QEvent.Type.KeyPress or not isinstance(event, QtGui.QKeyEvent):
            return super().eventFilter(watched, event)
        match event.key():
            case Key.Key_Return:
                self._again()
            case Key.Key_Up if self.list.currentRow() <= 0:
                self._step(self.metres, 0)
            case Key.Key_Escape:
                self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            case Key.Key_Space | Key.Key_Enter:
                event.ignore()  # GO's
            case _:
                return super().eventFilter(watched, event)
        return True

    # --- places --------------------------------------------------------------------------------

    @property
    def _pad(self) -> int:
        return 14 if self.theme.metrics.small else 28

    @property
    def _left(self) -> int:
        """How wide the phrases are, what is said of them included."""
        return round((self.width() - 3 * self._pad) * 0.62)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        small, tall = self.theme.metrics.small, self.theme.metrics.button
        pad, left = self._pad, self._left
        head = pad + (46 if small else 62)
        step = tall + (9 if small else 12)
        for index, row in enumerate(self.rows):
            self._place_row(row, head + index * step, tall)
        foot = self.height() - pad - tall
        reset = min(foot, head + READY_MESSAGES * step + 4)
        self.reset.setGeometry(pad, reset, self.reset.wide(), tall)
        self.close_it.setGeometry(
            self.width() - pad - self.close_it.wide(), pad - 4, self.close_it.wide(), tall
        )
        x, wide = 2 * pad + left, self.width() - 3 * pad - left
        self._place_sight(x, head, wide)
        below = self.metres.y() + tall + (66 if small else 84)
        self.list.setGeometry(x, below, wide, max(60, foot - below - 8))
        self.say_again.setGeometry(x, foot, self.say_again.wide(), tall)
        self._captions = [
            (pad, head - 8, self._keys),
            (x, head - 8, self.words.screen),
            (x, below - 8, self.words.said),
        ]
        self.update()

    def _place_row(self, row: PhraseRow, y: int, tall: int) -> None:
        pad, left = self._pad, self._left
        line = pad + 22
        time = 58 if self.theme.metrics.small else 70
        wide = left - 22 - time - tall - (172 if self.theme.metrics.small else 280)
        row.line.setGeometry(line, y, wide, tall)
        row.time.setGeometry(line + wide + 6, y, time, tall)
        row.flash.setGeometry(line + wide + time + 12, y, tall, tall)

    def _place_sight(self, x: int, y: int, wide: int) -> None:
        tall = self.theme.metrics.button
        label = 76 if self.theme.metrics.small else 90
        unit = 52 if self.theme.metrics.small else 60
        for line in (self.inches, self.metres):
            line.setGeometry(x + label, y, wide - label - unit, tall)
            y += tall + 6

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, words = self.theme, self.theme.colours, self.words
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            heading = Run(words.heading, Role.CALM, colours.text)
            top = lettering.middle(theme.font(Role.CALM), self._pad - 6, 30)
            x = write(painter, theme, QtCore.QPointF(self._pad, top), (heading,))
            about = Run(words.about, Role.CAPTION, colours.quiet)
            room = self.close_it.x() - x - 32
            write(painter, theme, QtCore.QPointF(x + 16, top), (about,), room)
            for at, y, text in self._captions:
                caption = Run(text, Role.CAPTION, colours.quiet)
                write(painter, theme, QtCore.QPointF(at, y), (caption,))
            for number_, row in enumerate(self.rows, start=1):
                self._paint_row(painter, number_, row)
            self._paint_sight(painter)

    def _paint_row(self, painter: QtGui.QPainter, number_: int, row: PhraseRow) -> None:
        theme, colours = self.theme, self.theme.colours
        box, role = row.line.geometry(), Role.ROW_TIME
        baseline = lettering.middle(theme.font(role), box.y(), box.height())
        digit = Run(str(number_), role, colours.sec)
        write(painter, theme, QtCore.QPointF(self._pad + 4, baseline), (digit,))
        if not row.phrase.text:
            return
        read = self._reading(row.phrase)
        left = row.flash.geometry().right() + 12
        room = self._pad + self._left - left
        ink = colours.amber if read.warns else colours.quiet
        text = read.text
        if lettering.width_of(text, theme.font(Role.CAPTION)) > room:
            text = read.brief
        run = Run(text, Role.CAPTION, ink)
        write(painter, theme, QtCore.QPointF(left, baseline), (run,), room)

    def _reading(self, phrase: Phrase) -> Reading:
        return reading(phrase.text, phrase.flash, self.seen.sight, self._own)

    def _paint_sight(self, painter: QtGui.QPainter) -> None:
        theme, colours, words = self.theme, self.theme.colours, self.words
        x = 2 * self._pad + self._left
        for line, name, unit in (
            (self.inches, words.inches, words.inches_unit),
            (self.metres, words.distance, words.distance_unit),
        ):
            box = line.geometry()
            baseline = lettering.middle(theme.font(Role.SPEAKER), box.y(), box.height())
            for at, text in ((x, name), (box.right() + 8, unit)):
                run = Run(text, Role.SPEAKER, colours.sec)
                write(painter, theme, QtCore.QPointF(at, baseline), (run,))
        painter.setFont(theme.font(Role.CAPTION))
        painter.setPen(colours.quiet)
        rule = QtCore.QRect(
            x, self.metres.geometry().bottom() + 8, self.width() - x - self._pad, 32
        )
        painter.drawText(rule, QtCore.Qt.TextFlag.TextWordWrap.value, words.rule)
        if not self._said:
            box = self.list.geometry()
            none = Run(words.said_none, Role.SPEAKER, colours.quiet)
            write(painter, theme, QtCore.QPointF(x, box.y() + 16), (none,))


def number(text: str, between: tuple[float, float]) -> float | None:
    """The number a person wrote, with a comma or a point, if it is one that may be."""
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return found if between[0] <= found <= between[1] else None
