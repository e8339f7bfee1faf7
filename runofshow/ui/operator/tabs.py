"""The large card: the line of tabs with the banners' place, and the rundown beneath."""

from typing import NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator.banner import Banners
from runofshow.ui.operator.cell import Card, Cell
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.texts import Words
from runofshow.ui.theme import Role, Theme


class _Tabs(NamedTuple):
    names: tuple[str, ...]
    chosen: int
    note: str


class Tabs(Cell[_Tabs]):
    """The names of the pages, the one shown underlined, and a note at the right."""

    def ends(self) -> int:
        """Where the last tab ends: there the banners' place begins."""
        font, pad = self.theme.font(Role.TAB_BOLD), self.theme.metrics.pad
        names = () if self.value is None else self.value.names
        return round(sum(lettering.width_of(name, font) + 2 * pad - 4 for name in names)) + 2

    def draw(self, painter: QtGui.QPainter, value: _Tabs) -> None:
        theme, colours = self.theme, self.theme.colours
        font, pad = theme.font(Role.TAB_BOLD), theme.metrics.pad - 2
        baseline = lettering.middle(font, 0, self.height() - 1)
        x = 0.0
        for index, name in enumerate(value.names):
            chosen = index == value.chosen
            wide = lettering.width_of(name, font)
            role, ink = (Role.TAB_BOLD, colours.text) if chosen else (Role.TAB, colours.sec)
            write(painter, theme, QtCore.QPointF(x + pad, baseline), (Run(name, role, ink),))
            if chosen:
                line = QtCore.QRectF(x, self.height() - 2, wide + 2 * pad, 2)
                painter.fillRect(line, colours.live)
            x += wide + 2 * pad
        note = Run(value.note, Role.SPEAKER, colours.quiet)
        end = QtCore.QPointF(self.width() - pad, baseline)
        write_right(painter, theme, end, (note,))


class RundownCard(Card):
    """Tabs, banners, rundown: each in its place."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        rundown: Rundown,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.words = words
        self._count, self._following = 0, True
        self.tabs = Tabs(theme, self)
        self.banners = Banners(theme, words.window, self)
        self.rundown = rundown
        rundown.setParent(self)
        rundown.following_changed.connect(self._follow)
        self._name()

    @property
    def head(self) -> int:
        return self.theme.metrics.tabs

    def present(self, board: Board) -> None:
        """Count the items of `board` and show them."""
        self._count = sum(row.leaf for row in board.slots)
        self._name()
        self.rundown.present(board)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self.banners.speak(words.window)
        self.rundown.speak(words.rundown)
        self._name()
        self._place()

    def use(self, theme: Theme) -> None:
        super().use(theme)
        self.tabs.use(theme)
        self.banners.use(theme)
        self.rundown.use(theme)
        self._place()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _follow(self, following: bool) -> None:
        self._following = following
        self._name()

    def _name(self) -> None:
        words = self.words.window
        said = words.count_one if self._count == 1 else words.count_many
        follows = words.following if self._following else words.not_following
        note = f"{said.format(count=self._count)} · {follows}"
        self.tabs.put(_Tabs((words.tab_rundown,), 0, note))

    def _place(self) -> None:
        head, wide = self.head, self.width()
        self.tabs.setGeometry(1, 1, wide - 2, head - 1)
        left = self.tabs.ends() + 12
        inset = 3 if self.theme.metrics.small else 4
        self.banners.setGeometry(left, inset, wide - left - inset, head - 2 * inset + 1)
        self.banners.raise_()
        self.rundown.setGeometry(1, head + 1, wide - 2, self.height() - head - 2)
