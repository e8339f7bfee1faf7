"""The strip along the top: time of day, drift, end of the day, promises, relief, lamps."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.hours import hour_parts
from runofshow.core.outlook import Outlook
from runofshow.core.times import widest_hour
from runofshow.ui.lettering import Run, length_of, time_width, width_of
from runofshow.ui.operator import facts, hard_times
from runofshow.ui.operator.lateness import Lateness
from runofshow.ui.operator.spans import Fact
from runofshow.ui.operator.strip_cells import Clock, DriftCell, FactCell, Lamp, Lamps, room_of
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.theme import Role, Theme

NARROW: Final = 1280
"""A strip that is less wide keeps its room for the promises."""


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
        room = room_of(self.theme)
        return max(room.clock, round(wide + 2 * room.pad + self.theme.metrics.gap))

    def _end_width(self) -> int:
        """With room for a lateness against what was planned, and for the range where the promises
        do not need it more."""
        words, room, ink = self.words.window, room_of(self.theme), self.theme.colours.text
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
        words, room = self.words.window, room_of(self.theme)
        captions = (words.late_until, words.late_to_end, words.next_break, words.begin)
        font = self.theme.font(Role.CAPTION)
        return max(
            room.relief, round(max(width_of(each, font) for each in captions)) + 2 * room.pad
        )

    def _lamps_width(self) -> int:
        """With room for the lamps' names, two by two."""
        words, room = self.words.window, room_of(self.theme)
        names = (words.lamp_stage, words.lamp_network, words.lamp_disk, words.lamp_power)
        font = self.theme.font(Role.SPEAKER)
        widest = max(width_of(each, font) for each in names) + self.theme.metrics.icon + 14
        return max(room.lamps, round(2 * widest + 1.5 * room.pad))

    def _drift_width(self) -> int:
        words, room = self.words.window, room_of(self.theme)
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
