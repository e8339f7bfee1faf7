"""The large card: the line of tabs with the banners' place, and beneath it one page.

The rundown is always there; the other pages are made and laid over it when they are first opened.
"""

from functools import partial
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.plurals import counted
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator.banner import Banners
from runofshow.ui.operator.cell import Card, Cell, aloud
from runofshow.ui.operator.key_names import cap, tip
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.texts import Words
from runofshow.ui.theme import Role, Theme

PAGES: Final = ("page_rundown", "page_people", "page_ready", "page_report", "page_log", "page_grid")
"""The actions that open the pages, in the order of their tabs."""


class _Tabs(NamedTuple):
    names: tuple[str, ...]
    chosen: int
    note: str
    tips: tuple[str, ...]
    active: bool


class Tabs(Cell[_Tabs]):
    """The names of the pages, the one shown underlined, and a note at the right.

    The line is bright while the page has the keyboard, whatever row of it is chosen or none.

    Signal: chosen(index) when one is clicked.
    """

    def spoken(self, value: _Tabs) -> str:
        return aloud(value.names[value.chosen], value.note)

    chosen = QtCore.Signal(int)

    def ends(self) -> int:
        """Where the last tab ends: there the banners' place begins."""
        return round(self._edges()[-1]) + 2

    def _edges(self) -> list[float]:
        """Where each tab begins, and the last one ends."""
        font, pad = self.theme.font(Role.TAB_BOLD), self.theme.metrics.pad
        names = () if self.value is None else self.value.names
        widths = (lettering.width_of(name, font) + 2 * pad - 4 for name in names)
        return list(accumulate(widths, initial=0.0))

    def _at(self, x: float) -> int | None:
        """The tab at `x`."""
        for index, (left, right) in enumerate(pairwise(self._edges())):
            if left <= x < right:
                return index
        return None

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        at = self._at(event.position().x())
        if event.button() == QtCore.Qt.MouseButton.LeftButton and at is not None:
            self.chosen.emit(at)

    def event(self, event: QtCore.QEvent) -> bool:
        """A tab's tip names its key."""
        if event.type() != QtCore.QEvent.Type.ToolTip or not isinstance(event, QtGui.QHelpEvent):
            return super().event(event)
        at = self._at(event.pos().x())
        if at is not None and self.value is not None:
            QtWidgets.QToolTip.showText(event.globalPos(), self.value.tips[at], self)
        return True

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
                painter.fillRect(line, colours.live if value.active else colours.quiet)
            x += wide + 2 * pad
        note = Run(value.note, Role.SPEAKER, colours.quiet)
        end = QtCore.QPointF(self.width() - pad, baseline)
        write_right(painter, theme, end, (note,))


class RundownCard(Card):
    """Tabs, banners, and the page that is open: each in its place.

    Attribute: page, the widget that is open. Signal: chosen(index) when a tab is clicked.
    """

    chosen = QtCore.Signal(int)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        rundown: Rundown,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._word(words)
        self._count, self._following = 0, True
        self._board: Board | None = None
        self.tabs = Tabs(theme, self)
        self.tabs.chosen.connect(self.chosen)
        self.banners = Banners(theme, words.window, self)
        self.rundown = rundown
        self.page: QtWidgets.QWidget = rundown
        self._chosen, self._active = 0, True
        rundown.setParent(self)
        rundown.following_changed.connect(self._follow)
        rundown.selected.connect(lambda _: self._name())
        self._name()

    @property
    def head(self) -> int:
        return self.theme.metrics.tabs

    def present(self, board: Board) -> None:
        """Count the items of `board` and show them."""
        self._count = board.slots.leaves
        self._board = board
        self.rundown.present(board)
        self._name()

    def open(self, index: int, page: QtWidgets.QWidget) -> None:
        """Show `page` beneath the tab of that index; the keyboard goes with the page."""
        former, self.page, self._chosen = self.page, page, index
        had = former.isAncestorOf(QtWidgets.QApplication.focusWidget() or former)
        self._place()
        page.show()
        if had:  # before the former one is hidden: Qt would give the keyboard to any line of text
            page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        if former is not page:
            former.hide()
        self._name()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self._word(words)
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

    def hold(self, keyboard: bool) -> None:
        """Show whether the page, or what is laid over it, has the keyboard."""
        if keyboard is not self._active:
            self._active = keyboard
            self._name()

    def _follow(self, following: bool) -> None:
        self._following = following
        self._name()

    def _name(self) -> None:
        words = self.words.window
        follows = words.following if self._following else words.not_following
        items = counted(words.count_items, words.language, {"count": self._count})
        note = "" if self._chosen else self._would_run() or f"{items} · {follows}"
        self.tabs.put(_Tabs(self._names, self._chosen, note, self._tips, self._active))

    def _word(self, words: Words) -> None:
        own, self.words = words.window, words
        self._names = (
            own.tab_rundown, own.tab_people, own.tab_ready, own.tab_report, own.tab_log,
            own.tab_grid,
        )  # fmt: skip
        self._tips = tuple(map(partial(tip, words=own), PAGES))

    def _would_run(self) -> str:
        """What the key that runs the selected row would do, when that is not what GO does."""
        board, words = self._board, self.words.window
        chosen = self.rundown.chosen_to_come()
        if board is None or chosen is None or board.finished:
            return ""
        from runofshow.ui.operator.questions import passed_over  # after the first painting

        stays = passed_over(board, chosen, words)
        if not stays:
            return ""
        cue = board.slots.known(chosen).cue
        pressed = cap("run_chosen", words)
        return words.would_run.format(key=pressed, cue=cue, stays=stays)

    def _place(self) -> None:
        head, wide = self.head, self.width()
        self.tabs.setGeometry(1, 1, wide - 2, head - 1)
        left = self.tabs.ends() + 12
        inset = 1 if self.theme.metrics.small else 3  # two lines of small letters fit between
        self.banners.setGeometry(left, inset, wide - left - inset, head - 2 * inset + 1)
        self.banners.raise_()
        self.page.setGeometry(1, head + 1, wide - 2, self.height() - head - 2)
