"""How the rundown is looked at, and that it is remembered: how close rows stand, columns, folds."""

from typing import Final

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.store.settings import Density, RundownView
from runofshow.ui.operator.rundown_columns import LEAST, MOST, key_of
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.operator.rundown_reading import Cell, Crew

DAYS: Final = 20
"""Of how many days the sessions folded are remembered."""
_DENSITIES: Final[tuple[Density, ...]] = ("normal", "roomy", "compact")


class Looks(QtCore.QObject):
    """Has `rows` look as `view` says. Signal: `changed(RundownView)`, to be remembered."""

    changed = QtCore.Signal(object)

    def __init__(self, rows: RundownList) -> None:
        super().__init__(rows)
        self.view = RundownView()
        self._rows = rows
        rows.folded.connect(self._remember_folds)

    def use(self, view: RundownView) -> None:
        """Look as `view` says."""
        self.view = view
        self._rows.look(view)
        if self._rows.board is not None:
            self._fold(self._rows.board)

    def present(self, board: Board) -> None:
        """Fold the sessions of a day as they were, when it is another day than the one shown."""
        former = self._rows.board
        if former is None or former.title != board.title:
            self._fold(board)

    def _fold(self, board: Board) -> None:
        self._rows.fold(frozenset(self.view.folded.get(board.title, ())))

    def change(self, **fields: object) -> None:
        """Look otherwise, and have it remembered."""
        self.use(self.view.model_copy(update=fields))
        self.changed.emit(self.view)

    def respace(self) -> Density:
        """Set the rows at the next density, and tell which."""
        place = _DENSITIES.index(self.view.density) + 1
        following = _DENSITIES[place % len(_DENSITIES)]
        self.change(density=following)
        return following

    def show(self, cell: Cell, *, shown: bool) -> None:
        """Show a column or hide it."""
        key = key_of(cell)
        others = tuple(each for each in self.view.hidden if each != key)
        self.change(hidden=others if shown else (*others, key))

    def shows(self, cell: Cell) -> bool:
        """Whether a column is to be shown where there is room."""
        return key_of(cell) not in self.view.hidden

    def widen(self, cell: Cell, width: int | None) -> None:
        """Make a column so many pixels wide; None: as wide as what it holds."""
        self.change(widths=self._widths(cell, width))

    def try_width(self, cell: Cell, width: int) -> None:
        """Make a column so wide while a hand moves its edge: nothing is remembered yet."""
        self.use(self.view.model_copy(update={"widths": self._widths(cell, width)}))

    def _widths(self, cell: Cell, width: int | None) -> dict[str, int]:
        key = key_of(cell)
        others = {each: wide for each, wide in self.view.widths.items() if each != key}
        return others if width is None else others | {key: min(max(LEAST, width), MOST)}

    def renamed(self, name: str, to: str) -> None:
        """A column of the crew is called otherwise: what is remembered of it goes with it."""
        was, now = key_of(Crew(name)), key_of(Crew(to))
        hidden = tuple(now if key == was else key for key in self.view.hidden)
        widths = {now if key == was else key: wide for key, wide in self.view.widths.items()}
        self.change(hidden=hidden, widths=widths)

    def _remember_folds(self) -> None:
        """The sessions folded are remembered by the day's title, of the last days only."""
        board = self._rows.board
        if board is None:
            return
        kept = {title: shut for title, shut in self.view.folded.items() if title != board.title}
        if self._rows.shut:
            kept[board.title] = tuple(sorted(self._rows.shut))
        self.view = self.view.model_copy(update={"folded": dict([*kept.items()][-DAYS:])})
        self.changed.emit(self.view)
