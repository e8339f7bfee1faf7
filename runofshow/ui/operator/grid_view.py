"""The grid itself: rooms by rounds, painted by hand; cells are chosen, typed, swapped, dragged.

- Arrows choose; what is typed begins in the chosen cell; Enter alone and Space do nothing here
  (clickers send them). In the line that is typed in, Return goes on to the next room, Tab to the
  next round: a cell is asked for as it is left.
- The first column has the rooms, the last row makes new ones. Numbers of cells are core.grid's;
  the rooms' column is the round −1.
- A grid that a hand changed goes out as `asked` and is gone on from at once; the next board says
  what is.
"""

from collections.abc import Callable
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import grid as grids
from runofshow.core.grid import Cell, Grid
from runofshow.ui.operator import grid_facts
from runofshow.ui.operator.grid_facts import Echo, Sheet
from runofshow.ui.operator.grid_line import GridLine
from runofshow.ui.operator.grid_paint import Shape, paint
from runofshow.ui.operator.strokes import Strokes, asks_first
from runofshow.ui.painting import painting
from runofshow.ui.texts.grid import GridWords
from runofshow.ui.theme import Theme

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
_STEPS: Final = {
    Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1),
}  # fmt: skip
_SWAPS: Final = {
    "grid_left": (-1, 0), "grid_right": (1, 0), "grid_up": (0, -1), "grid_down": (0, 1),
}  # fmt: skip
_WHILE_TYPING: Final = frozenset({"grid_divide", "grid_report", *_SWAPS})
"""What keys of the grid do while a cell is typed too, once that is taken."""
ROOMS: Final = -1
"""The round that is the column of the rooms."""


class GridView(QtWidgets.QAbstractScrollArea):
    """Shows a Sheet.

    Attributes: sheet (None: there is none), chosen, line (the cell being typed, or None), strokes.
    Signals: asked(command) when a hand has changed it; picked() when another cell is chosen or is
    typed in; divides(), reports(), others() for what its keys ask of the page.
    """

    asked = QtCore.Signal(object)
    picked = QtCore.Signal()
    divides = QtCore.Signal()
    reports = QtCore.Signal()
    others = QtCore.Signal(int)

    def __init__(self, theme: Theme, words: GridWords, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.sheet: Sheet | None = None
        self.chosen = Cell(0, 0)
        self.line: GridLine | None = None
        self.strokes = Strokes({})
        self._carried: Cell | None = None
        self._over: Cell | None = None
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setViewport(QtWidgets.QWidget())
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
            bar.valueChanged.connect(lambda _: self._moved())

    # --- values in -----------------------------------------------------------------------------

    def put(self, sheet: Sheet | None) -> None:
        """Show `sheet`; a cell that is being typed stays open while it is there."""
        if sheet == self.sheet:
            return
        former, self.sheet = self.sheet, sheet
        if former is None or sheet is None or former.slot != sheet.slot:
            self.leave()
            self.chosen = Cell(0, 0) if sheet and sheet.grid.rooms else Cell(ROOMS, 0)
        self.chosen = self._within(self.chosen)
        self._measure()

    def speak(self, words: GridWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self.viewport().update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._measure()

    @property
    def grid(self) -> Grid | None:
        """The grid shown."""
        return self.sheet.grid if self.sheet is not None else None

    def _within(self, cell: Cell) -> Cell:
        """The nearest cell that there is; the row after the last room is only for new ones."""
        if self.grid is None:
            return Cell(ROOMS, 0)
        room = min(max(cell.room, 0), len(self.grid.rooms))
        if room == len(self.grid.rooms):
            return Cell(ROOMS, room)
        return Cell(min(max(cell.round, ROOMS), len(self.grid.rounds) - 1), room)

    def choose(self, cell: Cell) -> None:
        """Choose a cell, and bring it into sight."""
        self.chosen = self._within(cell)
        self._bring()
        self.viewport().update()
        self.setAccessibleDescription(self._spoken())
        self.picked.emit()

    def _spoken(self) -> str:
        if self.sheet is None:
            return ""
        return grid_facts.spoken(self.sheet, self.chosen, self.words)

    # --- where things stand --------------------------------------------------------------------

    @property
    def shape(self) -> Shape:
        """Where the cells stand, as they are scrolled."""
        rounds = len(self.grid.rounds) if self.grid is not None else 0
        at = QtCore.QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return Shape.of(self.theme, self.viewport().width(), rounds, at)

    def _measure(self) -> None:
        shape, seen = self.shape, self.viewport().size()
        rows = len(self.grid.rooms) + 1 if self.grid is not None else 0
        for bar, whole, room in (
            (self.verticalScrollBar(), shape.head + rows * shape.tall, seen.height()),
            (self.horizontalScrollBar(), shape.whole, seen.width()),
        ):
            bar.setPageStep(room)
            bar.setRange(0, max(0, whole - room))
        self._moved()

    def _moved(self) -> None:
        if self.line is not None:
            self.line.setGeometry(self._area_of_line())
            self.line.place()
        self.viewport().update()

    def _area_of_line(self) -> QtCore.QRect:
        return self.shape.cell(self.chosen).adjusted(2, 2, -2, -2)

    def _bring(self) -> None:
        shape, area = self.shape, self.shape.cell(self.chosen)
        seen = self.viewport().rect().adjusted(shape.lead, shape.head, 0, 0)
        down, right = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(down.value() + _beyond(area.top(), area.bottom(), seen.top(), seen.bottom()))
        if self.chosen.round != ROOMS:
            beyond = _beyond(area.left(), area.right(), seen.left(), seen.right())
            right.setValue(right.value() + beyond)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._measure()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), self.theme.colours.surf)
            if self.sheet is not None:
                focused = self.hasFocus() or self.line is not None
                chosen = self.chosen if focused else None
                paint(painter, self.theme, self.sheet, self.shape, self.words, chosen, self._over)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- typing --------------------------------------------------------------------------------

    def edit(self, first: str = "") -> None:
        """Type in the chosen cell, from its text or from a first letter."""
        if self.grid is None or self.line is not None:
            return
        self._bring()
        line = self.line = GridLine(self.theme, self._echo, self._while_typing, self.viewport())
        line.setPlaceholderText(self._asks())
        line.passed.connect(self._go_on)
        line.meant.connect(self._take_and_act)
        line.left.connect(self.leave)
        line.run.connect(lambda: self._go_on(0, 1))
        line.open(self._area_of_line(), self._text(), first)
        self.picked.emit()

    def _while_typing(self, event: QtGui.QKeyEvent) -> str:
        """What a key means that is the grid's while a cell is typed too; else nothing."""
        name = self.strokes.meaning(event)
        return name if name in _WHILE_TYPING else ""

    def _take_and_act(self, name: str) -> None:
        """Take what is typed, then do what a key of the grid means."""
        if self.accept():
            self._act(name)

    def _text(self) -> str:
        assert self.grid is not None
        cell, rooms = self.chosen, self.grid.rooms
        if cell.room == len(rooms):
            return ""
        return rooms[cell.room] if cell.round == ROOMS else grid_facts.written(
            grids.at(self.grid, cell)
        )  # fmt: skip

    def _asks(self) -> str:
        assert self.grid is not None
        if self.chosen.room == len(self.grid.rooms):
            return self.words.name_rooms
        return self.words.name_room if self.chosen.round == ROOMS else ""

    def _echo(self, text: str) -> Echo:
        assert self.grid is not None
        return grid_facts.echo(self.grid, self.chosen, text, self.words)

    def accept(self) -> bool:
        """Ask for what the line says, and close it; False when it cannot be taken and stays."""
        line, of = self.line, self.grid
        if line is None or of is None:
            return True
        if line.refused:
            return False
        after = grid_facts.typed_in(of, self.chosen, line.text())
        self.leave()
        self._ask(after)
        return True

    def leave(self) -> None:
        """Close the line that is typed in; the keyboard comes back to the grid."""
        line, self.line = self.line, None
        if line is not None:
            had = line.hasFocus()
            line.close_down()
            if had:
                self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            self.viewport().update()
            self.picked.emit()

    def _go_on(self, rounds: int, rooms: int) -> None:
        """Take what is typed and type in the next cell; past an end, in the next round or room.

        With no more rooms to name, the first round that is to come is filled. After a result
        nothing is typed on: digits give the floor again, and who has it has their cell chosen.
        """
        if self.line is None or self.grid is None:
            return
        new, blank = self.chosen.room == len(self.grid.rooms), not self.line.text().strip()
        told = self._result()
        if not self.accept() or self.sheet is None or self._result() != told:
            return
        of = self.sheet.grid
        if new and blank and of.rooms:
            to = Cell(grid_facts.first_to_come(self.sheet), 0)
        else:
            here = Cell(ROOMS, len(of.rooms) - 1) if new else self.chosen
            to = grid_facts.after(of, here, rounds, rooms)
        self.choose(to)
        self.edit()

    def _result(self) -> str | None:
        """What came of the workshop in the chosen cell."""
        if self.grid is None or not self._takes(self.chosen):
            return None
        return grids.at(self.grid, self.chosen).result

    # --- hands ---------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        asked = asks_first(event)
        if asked is not None and self.strokes.meaning(asked):
            asked.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        name, text = self.strokes.meaning(event), event.text()
        held = event.modifiers() & (
            Held.ControlModifier | Held.AltModifier | Held.MetaModifier | Held.ShiftModifier
        )
        step = _STEPS.get(Key(event.key()))
        if name:
            self._act(name)
        elif step is not None and not held:
            self.choose(Cell(self.chosen.round + step[0], self.chosen.room + step[1]))
        elif event.key() in (Key.Key_Space, Key.Key_Return, Key.Key_Enter):
            event.ignore()
        elif text and text.isprintable() and not held & ~Held.ShiftModifier:
            self.edit(text)
        else:
            event.ignore()

    def _act(self, name: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "grid_edit": self.edit,
            "grid_empty": self.empty,
            "grid_copy": self.copy,
            "grid_paste": self.paste,
            "grid_divide": self.divides.emit,
            "grid_report": self.reports.emit,
            "grid_next": lambda: self.others.emit(1),
            "grid_before": lambda: self.others.emit(-1),
        }
        if name in _SWAPS:
            self._swap(*_SWAPS[name])
        else:
            acts[name]()

    def empty(self) -> None:
        """Empty the chosen cell; a room whose name is chosen goes, with what is in it."""
        of, cell = self.grid, self.chosen
        if of is None or cell.room == len(of.rooms):
            return
        after = (
            grids.without_room(of, cell.room) if cell.round == ROOMS else grids.emptied(of, cell)
        )
        self._ask(after)

    def copy(self) -> None:
        """Put the whole grid into the clipboard, for a spreadsheet."""
        if self.grid is not None:
            QtGui.QGuiApplication.clipboard().setText(grid_facts.copied(self.grid))

    def paste(self) -> None:
        """Lay what the clipboard holds from the chosen cell on."""
        text = QtGui.QGuiApplication.clipboard().text()
        if self.grid is not None and text.strip():
            self._ask(grid_facts.laid(self.grid, self.chosen, text))

    def _swap(self, rounds: int, rooms: int) -> None:
        """Exchange the chosen cell with its neighbour, and stay on what was chosen."""
        of, to = self.grid, Cell(self.chosen.round + rounds, self.chosen.room + rooms)
        if of is None or ROOMS in (self.chosen.round, to.round) or self._within(to) != to:
            return
        self._ask(grids.swapped(of, self.chosen, to))
        self.choose(to)

    def _ask(self, after: Grid) -> None:
        """Ask for `after`, and go on from it: the board that comes says whether it was taken."""
        if self.sheet is None:
            return
        command = grids.asked(self.sheet.grid, after)
        if command is not None:
            self.sheet = self.sheet._replace(grid=after)
            self._measure()
            self.asked.emit(command)

    # --- the mouse -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        cell = self._at(event.position())
        if cell is None or not self.accept():
            return
        self.setFocus(QtCore.Qt.FocusReason.MouseFocusReason)
        self.choose(cell)
        if event.button() == QtCore.Qt.MouseButton.LeftButton and self._filled(cell):
            self._carried = cell

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        if self._carried is None:
            return
        cell = self._at(event.position())
        over = cell if cell is not None and self._takes(cell) and cell != self._carried else None
        if over != self._over:
            self._over = over
            self.viewport().setCursor(
                QtCore.Qt.CursorShape.ClosedHandCursor
                if over
                else QtCore.Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()

    def mouseReleaseEvent(self, _event: QtGui.QMouseEvent) -> None:
        carried, over = self._carried, self._over
        self._carried = self._over = None
        self.viewport().unsetCursor()
        if carried is not None and over is not None and self.grid is not None:
            self._ask(grids.swapped(self.grid, carried, over))
            self.choose(over)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        if self._at(event.position()) is not None:
            self.edit()

    def _at(self, point: QtCore.QPointF) -> Cell | None:
        cell = self.shape.at(point)
        if cell is None or self.grid is None:
            return None
        within = self._within(cell)
        return within if within.room == cell.room else None

    def _takes(self, cell: Cell) -> bool:
        """Whether something can be put in a cell."""
        return self.grid is not None and cell.round != ROOMS and cell.room < len(self.grid.rooms)

    def _filled(self, cell: Cell) -> bool:
        return (
            self.grid is not None
            and self._takes(cell)
            and bool(grids.at(self.grid, cell).title or grids.at(self.grid, cell).host)
        )


def _beyond(low: int, high: int, least: int, most: int) -> int:
    """How far to scroll so that a span lies within another; its beginning first."""
    if low < least:
        return low - least
    return max(0, min(high - most, low - least))
