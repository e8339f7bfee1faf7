"""The columns of the rundown: shown, hidden, wider; those of the crew made, named, put in order.

What a column holds belongs to the day, and is a command: kept in the schedule file, undone like
all else. What is looked at belongs to the machine (`rundown_looks`).
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.commands import Command
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.menu_guard import OPENS, MenuGuard
from runofshow.ui.operator.rundown_head import Head
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.operator.rundown_looks import Looks
from runofshow.ui.operator.rundown_reading import Cell, Crew, Field
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme

LONGEST: Final = 30
"""How many letters the name of a column has at most."""


class Crewing(QtCore.QObject):
    """What is done to the columns under `head`. Signal: `told` (one line for the régie)."""

    told = QtCore.Signal(str)

    def __init__(
        self,
        rows: RundownList,
        head: Head,
        looks: Looks,
        ask: Callable[[Command], bool],
        theme: Theme,
        words: RundownWords,
    ) -> None:
        super().__init__(rows)
        self._rows, self._head, self._looks, self._ask = rows, head, looks, ask
        self._theme, self._words = theme, words
        self.naming: NameLine | None = None
        head.widening.connect(looks.try_width)
        head.widened.connect(looks.widen)
        head.moved.connect(self._put_before)
        head.asked.connect(self._open)
        rows.laid.connect(self._place)

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from the next name on."""
        self._theme = theme
        self._close()

    @property
    def _names(self) -> list[str]:
        """All columns of the crew, in their order."""
        return [] if self._rows.board is None else [*self._rows.board.departments]

    # --- the menu ------------------------------------------------------------------------------

    def _open(self, cell: Cell | None, where: QtCore.QPoint) -> None:
        menu = self.menu(cell)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def pop(self) -> None:
        """Open the menu of the columns below their heads."""
        corner = QtCore.QPoint(self._rows.places.title.left, self._head.height())
        self._open(None, self._head.mapToGlobal(corner))

    def menu(self, cell: Cell | None = None) -> QtWidgets.QMenu:
        """What can be done to the columns; that of `cell`, when there is one, first."""
        menu = QtWidgets.QMenu(self._head)
        MenuGuard(menu, self._words.language)
        if isinstance(cell, Crew):
            self._of_column(menu, cell)
            menu.addSeparator()
        cells: list[Cell] = [Field.SPEAKERS, *map(Crew, self._names), Field.NOTE]
        for each in cells:
            self._shown(menu, each)
        menu.addSeparator()
        self._entry(menu, self._words.new_column, partial(self.name, None))
        if not isinstance(cell, Crew):
            for name in self._names:
                text = self._words.change_column.format(name=_headed(name))
                self._of_column(menu.addMenu(text.replace("&", "&&")), Crew(name))
        return menu

    def _shown(self, menu: QtWidgets.QMenu, cell: Cell) -> None:
        words = {Field.SPEAKERS: self._words.speakers, Field.NOTE: self._words.note}
        text = _headed(cell.name) if isinstance(cell, Crew) else words[cell]
        shown = self._looks.shows(cell)
        entry = self._entry(menu, text, partial(self._looks.show, cell, shown=not shown))
        entry.setCheckable(True)
        entry.setChecked(shown)

    def _of_column(self, menu: QtWidgets.QMenu, cell: Crew) -> None:
        words, names = self._words, self._names
        at = names.index(cell.name)
        self._entry(menu, words.rename_column, partial(self.name, cell.name))
        left = partial(self._swap, at, at - 1)
        self._entry(menu, words.column_left, left).setEnabled(at > 0)
        right = partial(self._swap, at, at + 1)
        self._entry(menu, words.column_right, right).setEnabled(at + 1 < len(names))
        self._entry(menu, words.column_width, partial(self._looks.widen, cell, None))
        gone = partial(self._ask, commands.Column(name=cell.name, to=None))
        self._entry(menu, words.remove_column, gone, opens=False)

    def _entry(
        self, menu: QtWidgets.QMenu, text: str, does: Callable[[], object], *, opens: bool = True
    ) -> QtGui.QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setProperty(OPENS, opens)
        action.triggered.connect(lambda _checked=False: does())
        return action

    # --- the order -----------------------------------------------------------------------------

    def _order(self, names: list[str]) -> bool:
        return self._ask(commands.Edit(set={"departments": names}))

    def _swap(self, one: int, other: int) -> None:
        names = self._names
        names[one], names[other] = names[other], names[one]
        self._order(names)

    def _put_before(self, name: str, before: str | None) -> None:
        names = [each for each in self._names if each != name]
        at = len(names) if before is None else names.index(before)
        if [*names[:at], name, *names[at:]] != self._names:
            self._order([*names[:at], name, *names[at:]])

    # --- names ---------------------------------------------------------------------------------

    def name(self, column: str | None) -> None:
        """Ask for the name of a column, of a new one for None, where its head stands."""
        self._close()
        line = self.naming = NameLine(self._head, column, self._theme, self._words)
        line.returnPressed.connect(self._accept)
        line.left.connect(self._close)
        self._place()
        line.show()
        line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        if self.naming is None:
            return
        there = self._head.place_of(Crew(self.naming.column or ""))
        if there is None:
            wide = 180
            there = QtCore.QRect(self._head.width() - wide - 12, 0, wide, self._head.height())
        left = min(there.left(), self._head.width() - there.width() - 2)
        self.naming.setGeometry(left, 0, there.width(), self._head.height())
        self.naming.raise_()

    def _accept(self) -> None:
        line = self.naming
        if line is None:
            return
        name, former = " ".join(line.text().split()), line.column
        if not name or name == former:
            self._close()
        elif former is None and name in self._names:
            self.told.emit(self._words.column_there.format(name=name))
        elif former is None:
            if self._order([*self._names, name]):
                self._made(name)
        elif self._ask(commands.Column(name=former, to=name)):
            self._looks.renamed(former, name)
            self._close()

    def _made(self, name: str) -> None:
        """A column was made; where it has no room that is said."""
        self._close()
        if self._head.place_of(Crew(name)) is None:
            self.told.emit(self._words.column_no_room.format(name=name))

    def _close(self) -> None:
        line, self.naming = self.naming, None
        if line is not None:
            line.blockSignals(True)
            line.hide()
            line.deleteLater()
            self._rows.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)


class NameLine(Line):
    """A line for the name of `column`; None: of a new one."""

    def __init__(
        self, parent: QtWidgets.QWidget, column: str | None, theme: Theme, words: RundownWords
    ) -> None:
        super().__init__(parent)
        self.setText(column or "")
        self.column = column
        colours = theme.colours
        self.setMaxLength(LONGEST)
        self.setFont(theme.font(Role.CREW))
        self.setPlaceholderText(words.column_hint)
        self.setAccessibleName(words.new_column if column is None else words.rename_column)
        self.setStyleSheet(
            f"QLineEdit {{ background: {colours.bg.name()}; color: {colours.text.name()};"
            f" border: 1px solid {colours.live.name()}; border-radius: 3px; padding: 0 5px; }}"
        )
        self.selectAll()


def _headed(name: str) -> str:
    return name[:1].upper() + name[1:]
