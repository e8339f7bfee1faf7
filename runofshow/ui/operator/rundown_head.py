"""The heads of the rundown's columns, painted and under the hand."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.rundown_columns import MARGIN, Column, Columns, chosen
from runofshow.ui.operator.rundown_letters import metrics_of
from runofshow.ui.operator.rundown_reading import Cell, Crew, Field
from runofshow.ui.painting import painting
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme


class HeadPainter:
    """Paints the heads of the columns; equal `key`s paint the same."""

    def __init__(
        self, theme: Theme, places: Columns, words: RundownWords, departments: tuple[str, ...]
    ) -> None:
        self._theme, self._places, self._words = theme, places, words
        self._departments = departments
        self.heads = self._heads()
        self.columns = chosen(places, departments)
        self.live = theme.colours.live
        self.key = (theme, self.heads, self.columns)

    def paint(self, painter: QtGui.QPainter, area: QtCore.QRect) -> None:
        """Paint all heads into `area`, with a rule at its foot."""
        colours = self._theme.colours
        painter.fillRect(area, colours.surf)
        foot = QtCore.QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(foot, colours.line)
        painter.setFont(self._theme.font(Role.CAPTION))
        painter.setPen(colours.quiet)
        metrics = metrics_of(Role.CAPTION, self._theme.metrics)
        base = round(area.top() + area.height() / 2 + metrics.capHeight() / 2)
        for text, x, right in self.heads:
            left = x - metrics.horizontalAdvance(text) if right else x
            painter.drawText(QtCore.QPointF(left, base), text)

    def _heads(self) -> list[tuple[str, float, bool]]:
        words, places = self._words, self._places
        small = self._theme.metrics.small
        heads = [
            (words.cue, float(places.cue), False),
            (words.planned, float(places.planned), True),
            (words.expected, float(places.expected), True),
            (words.late, float(places.axis + 2), False),
            (words.minutes if small else words.length, float(places.length), True),
            (words.title, float(places.title.left), False),
        ]
        if places.speakers:
            heads.append((words.speakers, float(places.speakers.left), False))
        for name, column in zip(self._departments, places.crew, strict=False):
            shown = name[:1].upper() + name[1:]
            heads.append((self._cut(shown, column.width), float(column.left), False))
        if places.note:
            heads.append((words.note, float(places.note.left), False))
        return heads

    def _cut(self, text: str, width: int) -> str:
        metrics = metrics_of(Role.CAPTION, self._theme.metrics)
        return metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, width)


_NEAR: Final = 5
"""How near the edge of a column a hand takes it, in pixels."""


class Head(QtWidgets.QWidget):
    """The heads of the columns, over the list.

    The edge right of a column is dragged to make it wider or narrower, and doubly clicked to give
    it the width of what it holds; a head of the crew is dragged among the others. Signals:
    `widening` (a Cell, and its width while the hand moves), `widened` (a Cell, and its width or
    None), `moved` (a column of the crew, by name, and the one it goes before, or None for the end),
    `hovered` (a hand comes), `asked` (a Cell or None, and a point of the screen) for the menu.
    """

    widening = QtCore.Signal(object, object)
    widened = QtCore.Signal(object, object)
    moved = QtCore.Signal(str, object)
    hovered = QtCore.Signal()
    asked = QtCore.Signal(object, QtCore.QPoint)

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._painter: HeadPainter | None = None
        self._columns: list[tuple[Cell, Column]] = []
        self._edge: tuple[Cell, Column] | None = None
        self._carried: tuple[str, int] | None = None
        self._mark: int | None = None
        self._pulled = False
        self.setMouseTracking(True)

    def put(self, painter: HeadPainter) -> None:
        """Paint the heads with `painter` from now on, if they differ."""
        if self._painter is None or painter.key != self._painter.key:
            self._painter = painter
            self._columns = painter.columns
            self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self._painter is not None:
            with painting(self, smooth=False) as painter:
                self._painter.paint(painter, self.rect())
                if self._mark is not None:
                    area = QtCore.QRect(self._mark - 5, 3, 2, self.height() - 6)
                    painter.fillRect(area, self._painter.live)

    # --- where ---------------------------------------------------------------------------------

    def cell_at(self, x: int) -> Cell | None:
        """The column that can be changed at `x`."""
        for cell, column in self._columns:
            if column.left - MARGIN // 2 <= x < column.right + MARGIN // 2:
                return cell
        return None

    def place_of(self, cell: Cell) -> QtCore.QRect | None:
        """Where the head of a column stands."""
        found = (column for each, column in self._columns if each == cell)
        column = next(found, None)
        if column is None:
            return None
        return QtCore.QRect(column.left - 6, 0, max(96, column.width + 10), self.height())

    def _edge_at(self, x: int) -> tuple[Cell, Column] | None:
        """The column whose edge is near `x`: the note is made wider to its left."""
        for cell, column in self._columns:
            edge = column.left if cell is Field.NOTE else column.right
            if abs(x - edge) <= _NEAR:
                return cell, column
        return None

    def _gap_at(self, x: int) -> tuple[str | None, int]:
        """Before which column of the crew what is carried would go, and where that is."""
        crew = [(cell, column) for cell, column in self._columns if isinstance(cell, Crew)]
        for cell, column in crew:
            if x < column.left + column.width // 2:
                return cell.name, column.left
        return None, crew[-1][1].right + MARGIN

    # --- the pointer ---------------------------------------------------------------------------

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        self.hovered.emit()
        super().enterEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        if event.button() != QtCore.Qt.MouseButton.LeftButton:
            return
        x = event.position().toPoint().x()
        self._edge = self._edge_at(x)
        cell = self.cell_at(x)
        self._carried = (cell.name, x) if self._edge is None and isinstance(cell, Crew) else None

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        x = event.position().toPoint().x()
        if self._edge is not None:
            self._pulled = True
            self.widening.emit(self._edge[0], self._wide(x))
        elif self._carried is not None:
            far = abs(x - self._carried[1]) > QtWidgets.QApplication.startDragDistance()
            self._mark = self._gap_at(x)[1] if far else None
            self.update()
        else:
            shape = QtCore.Qt.CursorShape
            near = self._edge_at(x) is not None
            self.setCursor(shape.SplitHCursor if near else shape.ArrowCursor)

    def _wide(self, x: int) -> int:
        """How wide the column taken is when its edge is at `x`."""
        assert self._edge is not None
        cell, column = self._edge
        return column.right - x if cell is Field.NOTE else x - column.left + MARGIN

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        carried, mark, edge, pulled = self._carried, self._mark, self._edge, self._pulled
        if edge is not None and pulled:
            self.widened.emit(edge[0], self._wide(event.position().toPoint().x()))
        self._pulled = False
        self._edge = self._carried = self._mark = None
        self.update()
        if carried is not None and mark is not None:
            before, _ = self._gap_at(event.position().toPoint().x())
            if before != carried[0]:
                self.moved.emit(carried[0], before)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        edge = self._edge_at(event.position().toPoint().x())
        if edge is not None:
            self.widened.emit(edge[0], None)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        self.hovered.emit()
        self.asked.emit(self.cell_at(event.pos().x()), event.globalPos())
