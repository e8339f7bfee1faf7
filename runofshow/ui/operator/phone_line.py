"""The last line of recovery, always the phone: whom to call, what to say, the hour agreed.

On one line where there is room, else on two. Nothing here is modal: Enter asks, Escape leaves.
"""

from datetime import datetime
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands, times
from runofshow.core.board import Board, BoardPromise
from runofshow.core.times import ZERO, show_length
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_right, write_whole
from runofshow.ui.operator import hard_times
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.recovery_lines import Phone, phone, read_hour
from runofshow.ui.painting import painting
from runofshow.ui.texts.recovery import RecoveryWords
from runofshow.ui.theme import Role, Theme

TWO_LINES: Final = 40
"""From this height on there are two."""


class PhoneLine(QtWidgets.QWidget):
    """The phone line of one promise. Signals: asked(command), left() when the field is left."""

    asked = QtCore.Signal(object)
    left = QtCore.Signal()

    def __init__(
        self, theme: Theme, words: RecoveryWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.echo = ""
        self._board: Board | None = None
        self._promise: BoardPromise | None = None
        self._said: Phone | None = None
        self._keys = ("", "")
        self.line = Line(self)
        self.line.setMaxLength(12)
        self.agree = Button(theme, self)
        self.told = Button(theme, self)
        self.line.textEdited.connect(self._read)
        self.line.returnPressed.connect(self._enter)
        self.line.run.connect(self._agree)
        self.line.left.connect(self._leave)
        self.agree.clicked.connect(self._agree)
        self.told.clicked.connect(self.tell)
        self.use(theme)
        self.speak(words, self._keys)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board, promise: BoardPromise) -> None:
        """Show the phone line of `promise`; what is typed for another is let go."""
        if self._promise and self._promise.standing.promise != promise.standing.promise:
            self.line.clear()
        self._board, self._promise = board, promise
        shown = phone(board, promise, self.words)
        if shown != self._said:
            self._said = shown
            hour = hard_times.clock(board, shown.proposed, self.words)
            self.line.setPlaceholderText(hour)
            self._tips()
            self.update()
        self._read()

    def speak(self, words: RecoveryWords, keys: tuple[str, str]) -> None:
        """Say everything in the language of `words`; `keys` are those of agreed and told."""
        self.words, self._keys, self._said = words, keys, None
        self.agree.setText(words.agree)
        self.told.setText(words.told)
        self.line.setToolTip(hard_times.said(words, words.agree_hint))
        self.line.setAccessibleName(words.agree)
        self._tips()
        self._place()
        if self._board is not None and self._promise is not None:
            self.present(self._board, self._promise)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.line.setFont(theme.font(Role.ROW_TIME))
        self.agree.use(theme)
        self.told.use(theme)
        self._place()

    def _tips(self) -> None:
        for button, text, key in zip(
            (self.agree, self.told), (self.words.agree, self.words.told), self._keys, strict=True
        ):
            hour = self.line.text().strip() or self.line.placeholderText()
            button.setToolTip(f"{text} {hour} ({key})")

    # --- hands ---------------------------------------------------------------------------------

    def write_hour(self) -> None:
        """Put the keyboard into the field, the hour to propose already in it."""
        self.line.setText(self.line.text().strip() or self.line.placeholderText())
        self.line.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._read()

    def _hour(self) -> datetime | None:
        """The hour typed, else the one proposed; None when what is typed is none."""
        board, promise, text = self._board, self._promise, self.line.text().strip()
        if board is None or promise is None or self._said is None:
            return None
        if not text:
            return self._said.proposed
        try:
            return read_hour(text, board, promise.standing.due or board.now)
        except times.Misread:
            return None

    def _civil(self, moment: datetime) -> times.Civil:
        assert self._board is not None
        return times.civil_at(moment, self._board.date, self._board.zone)

    def _enter(self) -> None:
        """Enter accepts what a hand has typed, and never what was proposed: clickers send it."""
        if self.line.isModified():
            self._agree()

    def _agree(self) -> None:
        hour = self._hour()
        if hour is not None and self._promise is not None:
            of = self._promise.standing.promise
            promise = commands.PromiseOf(slot=of.slot, of=of.of)
            self._leave()
            self.asked.emit(commands.Agree(promise=promise, time=self._civil(hour)))

    def tell(self) -> None:
        """Ask to note that the person was told the hour in the field, else the one proposed."""
        hour = self._hour()
        if hour is not None and self._promise is not None:
            of = self._promise.standing.promise
            promise = commands.PromiseOf(slot=of.slot, of=of.of)
            self._leave()
            self.asked.emit(commands.Told(promise=promise, time=self._civil(hour)))

    def _leave(self) -> None:
        """Leave the field; the keyboard goes back first, so that Space is GO again."""
        self.line.clear()
        self._read()
        self.left.emit()

    def _read(self) -> None:
        """Work out the echo of what is typed."""
        hour, board, promise = self._hour(), self._board, self._promise
        self.agree.setEnabled(hour is not None)
        self.told.setEnabled(hour is not None)
        echo = ""
        if self.line.text().strip() and board is not None and promise is not None:
            echo = hard_times.said(self.words, self.words.no_time)
            if hour is not None:
                echo = self._echo(hour, board, promise)
        if echo != self.echo:
            self.echo = echo
            self.update()
        self._tips()

    def _echo(self, hour: datetime, board: Board, promise: BoardPromise) -> str:
        by = hour - (promise.standing.due or hour)
        if not by:
            return hard_times.said(self.words, self.words.same_hour)
        change = f"{'+' if by > ZERO else '−'}{show_length(abs(by))}"
        at = hard_times.clock(board, hour, self.words)
        return self.words.agreed_echo.format(time=at, change=change)

    # --- places and painting -------------------------------------------------------------------

    @property
    def _two_lines(self) -> bool:
        return self.height() > TWO_LINES

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        small, pad = self.theme.metrics.small, self.theme.metrics.pad - 3
        gap = 5 if small else 6
        tall = 20 if small else 24
        top = self.height() - tall - (3 if self._two_lines else (self.height() - tall) // 2)
        right = self.width() - pad
        for button in (self.told, self.agree):
            button.setGeometry(right - button.wide(), top, button.wide(), tall)
            right -= button.wide() + gap
        hour = lettering.width_of(
            times.widest_hour(self.words.language), self.theme.font(Role.ROW_TIME)
        )
        wide = max(62 if small else 76, round(hour) + 18)
        self.line.setGeometry(right - wide, top, wide, tall)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        said = self._said
        if said is None:
            return
        theme, colours = self.theme, self.theme.colours
        pad, side = theme.metrics.pad - 3, theme.metrics.icon
        with painting(self) as painter:
            painter.fillRect(1, 0, self.width() - 2, self.height() - 1, colours.raised)
            painter.fillRect(1, 0, self.width() - 2, 1, colours.line2)
            first = self.line.y() if self._two_lines else float(self.height())
            baseline = lettering.middle(theme.font(Role.ROW), 1, first)
            box = QtCore.QRectF(pad, (first - side) / 2 + 1, side, side)
            icons.paint(painter, Icon.PHONE, box, colours.text)
            lead = self.words.call if said.number else ""
            runs = [Run(lead, Role.ROW, colours.sec),
                    Run(said.name, Role.ROW_BOLD, colours.text, 5 if lead else 0),
                    Run(said.number, Role.ROW_TIME, colours.text, 8)]  # fmt: skip
            left = pad + side + 6
            x = write(painter, theme, QtCore.QPointF(left, baseline), runs)
            right = self.width() - pad if self._two_lines else self.line.x() - 8
            self._say(painter, said, x + 12, baseline, right)
            if self._two_lines:
                self._under(painter, said, pad)

    def _say(
        self, painter: QtGui.QPainter, said: Phone, x: float, baseline: float, right: float
    ) -> None:
        """The sentence to say, as long as there is room for; or what is typed, or what was told."""
        theme, colours = self.theme, self.theme.colours
        texts = said.sentences
        ink, role = colours.sec, Role.ROW_SLANT
        if not self._two_lines and (self.echo or said.done):
            texts, role = (self.echo or said.done,), Role.ROW
            ink = colours.amber if self.echo and self._hour() is None else colours.text
        font = theme.font(role)
        fits = [text for text in texts if lettering.width_of(text, font) <= right - x]
        run = Run(fits[0] if fits else texts[-1], role, ink)
        write(painter, theme, QtCore.QPointF(x, baseline), (run,), right - x)

    def _under(self, painter: QtGui.QPainter, said: Phone, pad: int) -> None:
        """The second line, left of the field: what is typed, else what was told."""
        theme, colours = self.theme, self.theme.colours
        text = self.echo or said.done
        ink = colours.amber if self.echo and self._hour() is None else colours.sec
        field = self.line.geometry()
        baseline = lettering.middle(theme.font(Role.ROW), field.y(), field.height())
        left, right = pad + theme.metrics.icon + 6, float(field.x() - 8)
        label = Run(self.words.new_hour, Role.ROW, colours.quiet, 12 if text else 0)
        run = Run(text, Role.ROW, ink)
        if left + lettering.length_of(theme, (run, label)) <= right:  # the field says it too
            write_right(painter, theme, QtCore.QPointF(right, baseline), (label,))
        box = QtCore.QRectF(left, field.y(), right - left, field.height())
        write_whole(painter, theme, box, run, Role.CAPTION)
