"""The plans of the recovery card, one line each; a line under the pointer or chosen is previewed.

- Columns stand by the width and the words of the lines; the button of a line has one place.
- Where room is short the key of a line is its button.
- More plans than lines are there too: the list moves so that the one previewed is seen.
"""

from collections.abc import Iterator
from math import ceil
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, length_of, write, write_right
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.cell import aloud
from runofshow.ui.operator.column import shape
from runofshow.ui.operator.keys import PLANS
from runofshow.ui.operator.recovery_lines import PlanLine, Share
from runofshow.ui.painting import painting
from runofshow.ui.texts.recovery import RecoveryWords
from runofshow.ui.theme import Role, Theme

LINGER: Final = 90
"""Milliseconds a pointer rests on a line before it is previewed: passing over shows nothing."""


MOST_REST: Final = 100
"""How wide, in pixels, what else stays broken may be."""


class Columns(NamedTuple):
    """Left edges and widths of the columns in logical pixels; `rest` may be 0 wide."""

    key: tuple[int, int]
    name: tuple[int, int]
    gives: tuple[int, int]
    tell: tuple[int, int]
    arrives: tuple[int, int]
    rest: tuple[int, int]
    button: tuple[int, int]


class PlanList(QtWidgets.QWidget):
    """Shows the lines. Signals: previewed(index or None), chosen(index)."""

    previewed = QtCore.Signal(object)
    chosen = QtCore.Signal(int)

    def __init__(
        self, theme: Theme, words: RecoveryWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.lines: tuple[PlanLine, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.arriving = ""
        self.note = ""
        self.shown: int | None = None
        self.previews = ("", "")
        self._first = 0
        self._by_pointer = False
        self._waiting: int | None = None
        self._linger = QtCore.QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.timeout.connect(self._rested)
        self.buttons = [Button(theme, self, urge="live") for _ in range(PLANS)]
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, row=number: self._press(row))
            button.installEventFilter(self)
        self.setMouseTracking(True)

    # --- values in -----------------------------------------------------------------------------

    def put(
        self, lines: tuple[PlanLine, ...], keys: tuple[str, ...], arriving: str, note: str
    ) -> None:
        """Show `lines`, taken by `keys`; `arriving` heads the hours, `note` stands alone."""
        if (lines, keys, arriving, note) == (self.lines, self.keys, self.arriving, self.note):
            return
        self.lines, self.keys, self.arriving, self.note = lines, keys, arriving, note
        self._first = min(self._first, max(0, len(lines) - self.rows))
        self._place()

    def preview(self, index: int | None, *, by_pointer: bool = False) -> None:
        """Preview the line of this index, or none."""
        self._linger.stop()
        if index is not None and not 0 <= index < len(self.lines):
            index = None
        self._by_pointer = by_pointer
        if index == self.shown:
            return
        self.shown = index
        if index is not None:
            self._first = min(max(self._first, index - self.rows + 1), index)
        self._place()
        self.previewed.emit(index)

    def speak(self, words: RecoveryWords, previews: tuple[str, str] = ("", "")) -> None:
        """Say everything in the language of `words`; these keys preview the next, the one above."""
        self.words, self.previews = words, previews
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in self.buttons:
            button.use(theme)
        self._place()

    # --- places --------------------------------------------------------------------------------

    @property
    def _head(self) -> int:
        """The height of the line of heads: none where the list is low."""
        parts = shape(self.theme.metrics)
        return parts.heads if self.height() >= parts.heads + PLANS * parts.line else 0

    @property
    def rows(self) -> int:
        """How many lines there is room for."""
        return max(1, (self.height() - self._head) // shape(self.theme.metrics).line)

    def row_area(self, row: int) -> QtCore.QRect:
        """Where the line that stands at `row` is."""
        tall = shape(self.theme.metrics).line
        return QtCore.QRect(0, self._head + row * tall, self.width(), tall)

    def columns(self) -> Columns:
        """Where the columns stand for the present lines."""
        small, theme = self.theme.metrics.small, self.theme
        pad, gap = theme.metrics.pad - 3, 8 if small else 12
        names = [self._name(line) for line in self.lines] or [self.words.plans.few]
        key = max(lettering.width_of(text, theme.font(Role.KEY)) for text in (*self.keys, "Ctrl"))
        key_wide = round(key) + 12
        button = self.buttons[0].wide(self.words.apply)
        if small:
            key_wide = button = max(button, max(map(self.buttons[0].wide, self.keys), default=0))
        left = pad + key_wide + gap
        name = round(max(lettering.width_of(text, theme.font(Role.ROW_BOLD)) for text in names)) + 2
        right = self.width() - pad - (0 if small else button + gap)
        arrives = max((self._arrival(line) for line in self.lines), default=60)
        arrives = min(arrives, 150 if small else 220)
        rests = [self._wide(self._rest(line), Role.CAPTION) for line in self.lines]
        rest = ceil(max(rests, default=0))
        tell = 44 if small else 52
        tell_left = right - arrives - (rest + gap if rest else 0) - gap - tell
        gives_left = left + name + gap
        return Columns(
            (pad, key_wide), (left, name), (gives_left, tell_left - gives_left - gap),
            (tell_left, tell), (tell_left + tell + gap, arrives), (right - rest, rest),
            (pad if small else right + gap, button),
        )  # fmt: skip

    def _wide(self, text: str, role: Role) -> float:
        return lettering.width_of(text, self.theme.font(role)) if text else 0

    def _rest(self, line: PlanLine) -> str:
        """What else stays broken, as fully as leaves room for who gives."""
        fits = (text for text in line.rest if self._wide(text, Role.CAPTION) <= MOST_REST)
        return next(fits, line.rest[-1] if line.rest else "")

    def _arrival(self, line: PlanLine) -> int:
        missing = self._wide(line.missing, Role.CAPTION_BOLD)
        side = self.theme.metrics.icon + 5
        return round(side + self._wide(line.arrives, Role.ROW_TIME_BOLD)
                     + (missing + 6 if missing else 0)) + 1  # fmt: skip

    def _name(self, line: PlanLine) -> str:
        return line.short_name if self.theme.metrics.small else line.name

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Give the buttons of the lines shown their places."""
        at, small = self.columns(), self.theme.metrics.small
        last = min(len(self.lines), self._first + self.rows)
        for row, button in enumerate(self.buttons):
            index = self._first + row
            if index >= last:
                button.hide()
                continue
            area, line = self.row_area(row), self.lines[index]
            tall = area.height() - (3 if small else 4)
            button.setGeometry(at.button[0], area.top() + (area.height() - tall) // 2,
                               at.button[1], tall)  # fmt: skip
            key = self.keys[index]
            button.setText(key if small and index != self.shown else self.words.apply)
            button.setChecked(line.advised)
            tip = self.words.apply_tip.format(name=line.name)
            why = f"\n{self.words.advised_tip}" if line.advised else ""
            shows = f"\n{self.words.preview_tip.format(next=self.previews[0])}"
            button.setToolTip(f"{tip} ({key}){why}{shows if self.previews[0] else ''}")
            people = f"{self.words.head_tell} {line.tell}"
            button.setAccessibleName(aloud(tip, line.arrives, line.missing, people))
            button.show()
        self.update()

    # --- hands ---------------------------------------------------------------------------------

    def _press(self, row: int) -> None:
        index = self._first + row
        self.buttons[row].setChecked(self.lines[index].advised)
        self.chosen.emit(index)

    def _index_at(self, point: QtCore.QPoint) -> int | None:
        row = (point.y() - self._head) // shape(self.theme.metrics).line
        index = self._first + row
        return index if 0 <= row < self.rows and index < len(self.lines) else None

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.Enter and isinstance(watched, Button):
            self._over(self._first + self.buttons.index(watched))
        return False

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        self._over(self._index_at(event.position().toPoint()))

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index is not None:
            self.preview(index)

    def leaveEvent(self, _event: QtCore.QEvent) -> None:
        self._over(None)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        step = -1 if event.angleDelta().y() > 0 else 1
        self._first = max(0, min(self._first + step, len(self.lines) - self.rows))
        self._place()

    def _over(self, index: int | None) -> None:
        """The pointer is on a line: it is previewed once it rests there, and leaves with it."""
        if index is None:
            self._linger.stop()
            if self._by_pointer:
                self.preview(None)
            return
        self._waiting = index
        if self._by_pointer and self.shown is not None:
            self.preview(index, by_pointer=True)
        elif index != self.shown:
            self._linger.start(LINGER)

    def _rested(self) -> None:
        self.preview(self._waiting, by_pointer=True)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            if not self.lines:
                self._paint_note(painter)
                return
            at = self.columns()
            if self._head:
                self._paint_heads(painter, at)
            for row in range(min(self.rows, len(self.lines) - self._first)):
                index = self._first + row
                self._paint_line(painter, self.row_area(row), at, index)
            if self.rows < len(self.lines):
                self._paint_more(painter)

    def _paint_more(self, painter: QtGui.QPainter) -> None:
        """A bar at the right that tells which of the plans are seen."""
        tall = self.rows * self.row_area(0).height()
        bar = QtCore.QRectF(self.width() - 4, self._head + tall * self._first / len(self.lines),
                            3, tall * self.rows / len(self.lines))  # fmt: skip
        painter.fillRect(bar, self.theme.colours.quiet)

    def _paint_note(self, painter: QtGui.QPainter) -> None:
        theme = self.theme
        pad = theme.metrics.pad - 3
        area = self.row_area(0)
        baseline = lettering.middle(theme.font(Role.ROW), area.top(), area.height())
        run = Run(self.note, Role.ROW, theme.colours.sec)
        write(painter, theme, QtCore.QPointF(pad, baseline), (run,), self.width() - 2 * pad)

    def _paint_heads(self, painter: QtGui.QPainter, at: Columns) -> None:
        theme, words, quiet = self.theme, self.words, self.theme.colours.quiet
        baseline = lettering.middle(theme.font(Role.CAPTION), 0, self._head)
        font, arriving = theme.font(Role.CAPTION), self.arriving
        if lettering.width_of(arriving, font) > at.arrives[1]:
            arriving = arriving.partition(" ")[0]
        heads = [(at.name, words.head_plan), (at.gives, words.head_gives), (at.arrives, arriving)]
        if at.rest[1]:
            heads.append((at.rest, words.head_rest))
        for (left, wide), text in heads:
            run = Run(text, Role.CAPTION, quiet)
            write(painter, theme, QtCore.QPointF(left, baseline), (run,), wide)
        end = QtCore.QPointF(at.tell[0] + at.tell[1], baseline)
        write_right(painter, theme, end, (Run(words.head_tell, Role.CAPTION, quiet),))

    def _paint_line(
        self, painter: QtGui.QPainter, area: QtCore.QRect, at: Columns, index: int
    ) -> None:
        theme, colours, line = self.theme, self.theme.colours, self.lines[index]
        painter.fillRect(area.left() + 1, area.top(), area.width() - 2, 1, colours.line)
        if index == self.shown:
            painter.fillRect(area.adjusted(1, 1, -1, 0), colours.live_row)
            painter.fillRect(QtCore.QRect(1, area.top() + 1, 3, area.height() - 1), colours.live)
        if not theme.metrics.small:
            self._paint_key(painter, area, at, self.keys[index])
        baseline = lettering.middle(theme.font(Role.ROW), area.top() + 1, area.height() - 1)

        def words_at(column: tuple[int, int], *runs: Run) -> None:
            write(painter, theme, QtCore.QPointF(column[0], baseline), runs, column[1])

        words_at(at.name, Run(self._name(line), Role.ROW_BOLD, colours.text))
        gives = self._fitting(line.gives, at.gives[1])
        words_at(at.gives, *gives)
        self._paint_hint(painter, at, baseline, index, at.gives[1] - length_of(theme, gives))
        end = QtCore.QPointF(at.tell[0] + at.tell[1], baseline)
        left = write_right(painter, theme, end, (Run(line.tell, Role.ROW_TIME, colours.text),))
        side = theme.metrics.icon - 2
        sign = QtCore.QRectF(left - side - 5, area.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, Icon.PERSON, sign, colours.quiet)
        self._paint_arrival(painter, area, at, line, baseline)
        if line.rest:
            words_at(at.rest, Run(self._rest(line), Role.CAPTION, colours.amber))

    def previewing(self, index: int) -> str:
        """The key that previews the line of this index next, as its cap says it; nothing if none.

        Before a preview that is the first; then the ones below and above it.
        """
        down, up = self.previews
        if self.shown is None:
            return down if index == 0 else ""
        return {self.shown + 1: down, self.shown - 1: up}.get(index, "")

    def _paint_hint(
        self, painter: QtGui.QPainter, at: Columns, baseline: float, index: int, room: float
    ) -> None:
        """The key that previews this line next, as fully as there is room beside who gives."""
        key, quiet = self.previewing(index), self.theme.colours.quiet
        named = (Run(key, Role.KEY, quiet), Run(self.words.previews, Role.CAPTION, quiet, 5))
        for runs in (named, named[:1]):
            if key and length_of(self.theme, runs) + 14 <= room:
                end = QtCore.QPointF(sum(at.gives), baseline)
                write_right(painter, self.theme, end, runs)
                return

    def _paint_key(
        self, painter: QtGui.QPainter, area: QtCore.QRect, at: Columns, key: str
    ) -> None:
        font, colours = self.theme.font(Role.KEY), self.theme.colours
        box = QtCore.QRectF(at.key[0] + 0.5, area.center().y() - 7.5, at.key[1] - 1, 17)
        painter.setPen(colours.line2)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        painter.setFont(font)
        painter.setPen(colours.sec)
        wide = lettering.width_of(key, font)
        baseline = lettering.middle(font, box.y(), box.height())
        painter.drawText(QtCore.QPointF(box.center().x() - wide / 2, baseline), key)

    def _paint_arrival(
        self, painter: QtGui.QPainter, area: QtCore.QRect, at: Columns, line: PlanLine,
        baseline: float,
    ) -> None:  # fmt: skip
        theme, colours = self.theme, self.theme.colours
        side = theme.metrics.icon - 1
        ink = colours.ok if line.kept else colours.act
        box = QtCore.QRectF(at.arrives[0], area.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, Icon.DONE if line.kept else Icon.BROKEN, box, ink)
        runs = [Run(line.arrives, Role.ROW_TIME_BOLD, colours.text if line.kept else colours.act)]
        if line.missing:
            runs.append(Run(line.missing, Role.CAPTION_BOLD, colours.act, 6))
        left = at.arrives[0] + side + 5
        room = at.arrives[1] - side - 5 + 2
        write(painter, theme, QtCore.QPointF(left, baseline), runs, room)

    def _fitting(self, gives: tuple[tuple[Share, ...], ...], room: float) -> tuple[Run, ...]:
        """Who gives, as fully as `room` holds."""
        runs = [tuple(self._shares(shares)) for shares in gives]
        fits = (each for each in runs if length_of(self.theme, each) <= room)
        return next(fits, runs[-1])

    def _shares(self, shares: tuple[Share, ...]) -> Iterator[Run]:
        """Who in grey, how much beside it to read: 4 −5 is no sum."""
        colours = self.theme.colours
        for number, share in enumerate(shares):
            role = Role.ROW_TIME if share.by_cue else Role.ROW
            yield Run(share.who, role, colours.sec, 12 if number else 0)
            yield Run(share.size, Role.ROW_TIME, colours.text, 4 if share.size else 0)

    # --- tips ----------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            index = self._index_at(event.pos())
            if index is None:
                QtWidgets.QToolTip.hideText()
            else:
                QtWidgets.QToolTip.showText(event.globalPos(), self.lines[index].tip, self)
            return True
        return super().event(event)
