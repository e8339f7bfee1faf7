"""The strip along the top: time of day, drift, end of the day, promises, relief, lamps."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.hours import hour_parts
from runofshow.core.outlook import Outlook
from runofshow.core.times import widest_hour
from runofshow.ui import icons
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import (
    Run,
    cut,
    length_of,
    middle,
    time_width,
    width_of,
    write,
    write_time,
)
from runofshow.ui.operator import facts, hard_times
from runofshow.ui.operator.cell import Cell, aloud
from runofshow.ui.operator.lateness import Lateness
from runofshow.ui.operator.spans import Fact, Span
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.theme import Role, Theme

LampName = Literal["stage", "network", "disk", "power"]
LampState = Literal["ok", "watch", "broken", "off"]


class Lamp(NamedTuple):
    """How one thing stands: `word` is short ("1 écran", "coupé"), `detail` a sentence for the tip.

    "watch" asks for attention, "broken" for an act now, "off" is off by choice. `instead` of its
    name stands what must not be forgotten ("Figée").
    """

    name: LampName
    state: LampState
    word: str = ""
    detail: str = ""
    instead: str = ""


SIGNS: Final[dict[LampState, Icon]] = {
    "ok": Icon.GOOD,
    "watch": Icon.WARNING,
    "broken": Icon.BROKEN,
    "off": Icon.OFFLINE,
}


class _Room(NamedTuple):
    """Widths of the cells and baselines, in logical pixels."""

    clock: int
    drift: int
    end: int
    relief: int
    lamps: int
    pad: int
    big: int
    caption: int
    figure: int
    line: int
    lamp_rows: tuple[int, int]


_LARGE: Final = _Room(262, 258, 196, 250, 296, 20, 53, 23, 47, 65, (27, 53))
_SMALL: Final = _Room(160, 165, 140, 212, 160, 13, 38, 16, 35, 51, (18, 41))


NARROW: Final = 1280
"""A strip that is less wide keeps its room for the promises."""


def _room(theme: Theme) -> _Room:
    return _SMALL if theme.metrics.small else _LARGE


class Clock(Cell[tuple[str, str]]):
    """The time of day, big, and the seconds beside it."""

    def spoken(self, value: tuple[str, str]) -> str:
        return value[0]

    def draw(self, painter: QtGui.QPainter, value: tuple[str, str]) -> None:
        room, colours = _room(self.theme), self.theme.colours
        font = self.theme.font(Role.CLOCK)
        painter.setPen(colours.live if colours.rehearsal else colours.text)
        x = write_time(painter, QtCore.QPointF(room.pad, room.big), value[0], font)
        painter.setPen(colours.quiet)
        at = QtCore.QPointF(x + self.theme.metrics.gap, room.big)
        write_time(painter, at, value[1], self.theme.font(Role.SECONDS))


class DriftCell(Cell[facts.Drift]):
    """The drift, in a word and a size."""

    def spoken(self, value: facts.Drift) -> str:
        return " ".join(filter(None, (value.word, value.size, value.unit)))

    def runs(self, value: facts.Drift) -> tuple[Run, ...]:
        """What is written, for `value`."""
        colour = getattr(self.theme.colours, value.tone)
        if not value.size:
            return (Run(value.word, Role.CALM, colour),)
        gap = self.theme.metrics.gap + 4
        return (
            Run(value.word, Role.DRIFT_WORD, colour),
            Run(value.size, Role.DRIFT, colour, gap),
            *((Run(value.unit, Role.DRIFT_WORD, colour, gap),) if value.unit else ()),
        )

    def draw(self, painter: QtGui.QPainter, value: facts.Drift) -> None:
        room = _room(self.theme)
        x, baseline = float(room.pad), float(room.big)
        if not value.size:
            baseline = middle(self.theme.font(Role.CALM), 0, self.height())
        if value.sign is not None:
            side = self.theme.metrics.icon + 2
            box = QtCore.QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, value.sign, box, self.theme.colours.ok)
            x += side + 8
        write(painter, self.theme, QtCore.QPointF(x, baseline), self.runs(value), self.width() - x)


class FactCell(Cell[Fact]):
    """A caption, a figure, a line beneath; the figure alone stands in the middle."""

    def put(self, value: Fact) -> None:
        if value != self.value:
            super().put(value)
            self.setToolTip(_said(value))

    def spoken(self, value: Fact) -> str:
        return aloud(
            value.caption,
            *value.asides[:1],
            "".join(span.text for span in value.figure),
            value.beside,
            " ".join(span.text for span in value.line),
        )

    def draw(self, painter: QtGui.QPainter, value: Fact) -> None:
        room, colours = _room(self.theme), self.theme.colours
        x, wide = float(room.pad), self.width() - 2 * room.pad
        if value.sign is not None:
            side = self.theme.metrics.icon - 3
            box = QtCore.QRectF(x, room.caption - side + 1, side, side)
            icons.paint(painter, value.sign, box, getattr(colours, value.sign_tone))
            x += side + 6
        end = self.width() - room.pad
        caption: tuple[Run, ...] = (Run(value.caption, Role.CAPTION, colours.quiet),)
        for said in value.asides:
            aside = Run(f"· {said}", Role.CAPTION, colours.sec, 6)
            if (both := self._with(caption, aside, end - x)) is not caption:
                caption = both
                break
        write(painter, self.theme, QtCore.QPointF(x, room.caption), caption, wide)
        figure = self._runs(value.figure, wide)
        if value.beside:
            figure = self._with(figure, self.beside(value.beside), wide)
        for runs, baseline in ((figure, room.figure), (self._runs(value.line, wide), room.line)):
            write(painter, self.theme, QtCore.QPointF(room.pad, baseline), runs, wide)

    def beside(self, text: str) -> Run:
        """What stands quietly after the figure."""
        return Run(text, Role.CAPTION, self.theme.colours.quiet, 8)

    def _with(self, runs: tuple[Run, ...], more: Run, wide: float) -> tuple[Run, ...]:
        """The runs and one more, if there is room for it."""
        both = (*runs, more)
        return both if length_of(self.theme, both) <= wide else runs

    def _runs(self, spans: tuple[Span, ...], wide: float) -> tuple[Run, ...]:
        """Where all do not fit the first span gives way with …, once nothing `more` is left.

        The rest is never cut.
        """
        runs = self._set(spans)
        if length_of(self.theme, runs) > wide:
            runs = self._set(tuple(span for span in spans if not span.more))
        if len(runs) < 2 or length_of(self.theme, runs) <= wide:
            return runs
        first = runs[0]
        kept = wide - length_of(self.theme, runs[1:])
        text = cut(first.text, self.theme.font(first.role), max(kept, 0))
        return (Run(text, first.role, first.colour, first.gap), *runs[1:])

    def _set(self, spans: tuple[Span, ...]) -> tuple[Run, ...]:
        colours = self.theme.colours
        return tuple(
            Run(span.text, span.role, getattr(colours, span.tone), span.gap) for span in spans
        )


class Lamps(Cell[tuple[tuple[Lamp, str], ...]]):
    """The lamps, two by two: a shape and a name, and a word where there is room for it."""

    def spoken(self, value: tuple[tuple[Lamp, str], ...]) -> str:
        return aloud(*(f"{name} {lamp.word}" for lamp, name in value))

    def draw(self, painter: QtGui.QPainter, value: tuple[tuple[Lamp, str], ...]) -> None:
        for index, (lamp, name) in enumerate(value[:4]):
            self._lamp(painter, self.place(index), lamp, name)

    def place(self, index: int) -> QtCore.QRectF:
        """Where lamp `index` stands."""
        room = _room(self.theme)
        wide = (self.width() - 1.5 * room.pad) / 2
        middle_line = room.lamp_rows[index // 2]
        return QtCore.QRectF(room.pad + (index % 2) * wide, middle_line - 12, wide - 6, 24)

    def _lamp(self, painter: QtGui.QPainter, box: QtCore.QRectF, lamp: Lamp, name: str) -> None:
        theme, colours = self.theme, self.theme.colours
        side = theme.metrics.icon
        sign, said, word = {
            "ok": (colours.ok, colours.sec, colours.quiet),
            "watch": (colours.amber, colours.amber, colours.amber),
            "broken": (colours.act, colours.act, colours.act),
            "off": (colours.quiet, colours.quiet, colours.quiet),
        }[lamp.state]
        at = QtCore.QRectF(box.x(), box.center().y() - side / 2, side, side)
        icons.paint(painter, SIGNS[lamp.state], at, sign)
        x = box.x() + side + 6
        runs = [Run(name, Role.SPEAKER, said)]
        if not theme.metrics.small:
            runs.append(Run(lamp.word, Role.SPEAKER, word, 6))
        baseline = middle(theme.font(Role.SPEAKER), box.y(), box.height())
        write(painter, theme, QtCore.QPointF(x, baseline), runs, box.right() - x)


class Strip(QtWidgets.QWidget):
    """The strip; it takes boards and lamps and emits nothing."""

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._board: Board | None = None
        self._lamps: tuple[Lamp, ...] = ()
        self._outlook = Outlook()
        self._lateness = Lateness()
        self._foreseen: tuple[object, ...] | None = None
        self._asking = QtCore.QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._foresee)
        self.clock = Clock(theme, self)
        self.drift = DriftCell(theme, self)
        self.end = FactCell(theme, self)
        self.hard = FactCell(theme, self)
        self.worst = FactCell(theme, self)
        self.worst.hide()
        self.relief = FactCell(theme, self)
        self.lamps_cell = Lamps(theme, self)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def cells(self) -> tuple[QtWidgets.QWidget, ...]:
        """The cells from left to right."""
        return (
            self.clock, self.drift, self.end, self.hard, self.worst, self.relief, self.lamps_cell
        )  # fmt: skip

    def present(self, board: Board) -> None:
        """Show `board`; only cells whose words changed are painted."""
        self._board = board
        words = self.words.window
        wall = board.now.astimezone(board.zone)
        hour, after = hour_parts(wall.hour, wall.minute, words.language)
        self.clock.put((hour, f"{wall.second:02d}{after}"))
        self.drift.put(facts.drift(board, words))
        self._ask(board)
        self._present_expected(board)
        self.relief.put(facts.relief(board, words, self._lateness))

    def _present_expected(self, board: Board) -> None:
        """The end of the day and the promises, with what may come of them as last worked out."""
        self.end.put(facts.day_end(board, self.words.window, self._outlook.day_end))
        self._present_promises(board)

    def _ask(self, board: Board) -> None:
        """Have what may come of the day worked out once everything shown is painted.

        At every change, else once in a while: it takes milliseconds and hardly moves in seconds.
        """
        if board.state not in ("on_air", "between"):
            self._outlook, self._foreseen = Outlook(), None
            self._asking.stop()
        elif not self._asking.isActive() and self._foreseen != _age(board):
            self._asking.start(0)

    def _foresee(self) -> None:
        """Work it out, and say it."""
        if self._board is None:
            return
        self._foreseen = _age(self._board)
        self._outlook = self._board.outlook
        self._present_expected(self._board)

    def _present_promises(self, board: Board) -> None:
        """The next promise, which takes the place of the worst when there is no other."""
        coming, worst = hard_times.told(board, self.words.recovery, self._outlook.chances)
        self.hard.put(coming or facts.given_time(board, self.words.window))
        self.worst.put(worst or Fact())
        if self.worst.isHidden() is not (worst is None):
            self.worst.setVisible(worst is not None)
            self._place()

    def lamps(self, lamps: Sequence[Lamp]) -> None:
        """Show how stage screen, network, disk and mains power stand."""
        self._lamps = tuple(lamps)
        words = self.words.window
        names = {
            "stage": words.lamp_stage,
            "network": words.lamp_network,
            "disk": words.lamp_disk,
            "power": words.lamp_power,
        }
        self.lamps_cell.put(tuple((lamp, lamp.instead or names[lamp.name]) for lamp in lamps))
        self.lamps_cell.setToolTip(
            "\n".join(f"{names[lamp.name]} · {lamp.word} {lamp.detail}".strip() for lamp in lamps)
        )

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self._place()
        self.lamps(self._lamps)
        if self._board is not None:
            self.present(self._board)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for cell in (
            self.clock, self.drift, self.end, self.hard, self.worst, self.relief, self.lamps_cell
        ):  # fmt: skip
            cell.use(theme)
        self._place()
        self.update()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Give every cell its place: by theme, language and width, never by the board.

        The two promises share one place.
        """
        x = 0
        fixed = [self._clock_width(), self._drift_width(), self._end_width(), 0, 0]
        fixed += [self._relief_width(), self._lamps_width()]
        both = max(0, self.width() - sum(fixed))
        fixed[4] = 0 if self.worst.isHidden() else both // 2
        fixed[3] = both - fixed[4]
        for cell, wide in zip(self.cells(), fixed, strict=True):
            cell.setGeometry(x, 0, wide, self.height() - 1)
            x += wide
        self.update()

    def _clock_width(self) -> int:
        hour, after = hour_parts(22, 22, self.words.language)
        wide = time_width(hour, self.theme.font(Role.CLOCK))
        wide += time_width(f"22{after}", self.theme.font(Role.SECONDS))
        room = _room(self.theme)
        return max(room.clock, round(wide + 2 * room.pad + self.theme.metrics.gap))

    def _end_width(self) -> int:
        """With room for a lateness against what was planned, and for the range where the promises
        do not need it more."""
        words, room, ink = self.words.window, _room(self.theme), self.theme.colours.text
        hour = widest_hour(words.language)
        late = Run(
            words.hard_late.format(length=f"88\u00a0{words.minutes}"), Role.CAPTION_BOLD, ink
        )
        against = Run(words.against.format(time=hour), Role.CAPTION, ink)
        wide = length_of(self.theme, (late, against))
        if self.width() >= NARROW:
            figure = Run(hour, Role.FIGURE, ink)
            within = length_of(self.theme, (figure, self.end.beside(f"{hour}–{hour}")))
            wide = max(wide, within)
        return max(room.end, round(wide + 2 * room.pad))

    def _relief_width(self) -> int:
        """With room for its captions."""
        words, room = self.words.window, _room(self.theme)
        captions = (words.late_until, words.late_to_end, words.next_break, words.begin)
        font = self.theme.font(Role.CAPTION)
        return max(
            room.relief, round(max(width_of(each, font) for each in captions)) + 2 * room.pad
        )

    def _lamps_width(self) -> int:
        """With room for the lamps' names, two by two."""
        words, room = self.words.window, _room(self.theme)
        names = (words.lamp_stage, words.lamp_network, words.lamp_disk, words.lamp_power)
        font = self.theme.font(Role.SPEAKER)
        widest = max(width_of(each, font) for each in names) + self.theme.metrics.icon + 14
        return max(room.lamps, round(2 * widest + 1.5 * room.pad))

    def _drift_width(self) -> int:
        words, room = self.words.window, _room(self.theme)
        worst = [
            facts.Drift(word, size, "text", None, unit)
            for word in (words.late, words.early)
            for size, unit in (("88", words.minutes), ("8\u00a0h\u00a088", ""))
        ]
        worst += [facts.Drift(word, "", "text", None) for word in (words.not_begun, words.closed)]
        wide = max(length_of(self.theme, self.drift.runs(each)) for each in worst)
        return max(room.drift, round(wide + 2 * room.pad))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)
            painter.fillRect(0, 0, self.width(), 1, colours.line)
            for cell in (cell for cell in self.cells()[1:] if not cell.isHidden()):
                painter.fillRect(cell.x(), 0, 1, self.height(), colours.line)


FORESEEN_FOR: Final = 10
"""Seconds after which what may come of the day is worked out anew."""


def _age(board: Board) -> tuple[object, ...]:
    """What the outlook is worked out anew for: another day, a change, some seconds more."""
    return board.date, board.title, board.rev, int(board.now.timestamp()) // FORESEEN_FOR


def _said(value: Fact) -> str:
    parts = ("".join(_spaced(span) for span in part) for part in (value.figure, value.line))
    lines = (value.caption, *(part.strip() for part in parts), value.tip)
    return "\n".join(line for line in lines if line)


def _spaced(span: Span) -> str:
    return f" {span.text}" if span.gap else span.text
