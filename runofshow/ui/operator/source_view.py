"""The file as it was read, beside the rundown it becomes: its lines, or its sheets.

What the chosen value was read from is lit: the words of a line, or a cell. It takes no keyboard.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, cast

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.formats.source import Cell, Grid, Place, Source, column_name
from runofshow.ui import lettering
from runofshow.ui.painting import painting
from runofshow.ui.texts.importing import ImportingWords
from runofshow.ui.theme import Role, Theme

_Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_NOWHERE: Final = QtCore.QModelIndex()
_ROLE: Final = QtCore.Qt.ItemDataRole
_WIDEST: Final = 280
"""Pixels that a column of a sheet takes at the most."""


class LinesView(QtWidgets.QPlainTextEdit):
    """The lines of a text with their numbers. Signal: picked(Place) when one is clicked."""

    picked = QtCore.Signal(object)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lit: tuple[Place, ...] = ()
        self.setReadOnly(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.NoTextInteraction)
        self.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.NoContextMenu)
        self.numbers = _Numbers(self)
        self.updateRequest.connect(self._scrolled)
        self.use(theme)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.setFont(theme.font(Role.ROW))
        self._margin()
        self._mark()

    def put(self, lines: tuple[str, ...]) -> None:
        """Show these lines."""
        self.setPlainText("\n".join(lines))
        self._margin()

    def light(self, *places: Place) -> None:
        """Light what stands at these places, and bring the first into view."""
        self._lit = tuple(place for place in places if self._block(place).isValid())
        self._mark()
        self.numbers.update()
        if self._lit:
            self.setTextCursor(QtGui.QTextCursor(self._block(self._lit[0])))
            self.centerCursor()

    def lit_lines(self) -> list[int]:
        """The numbers of the lines that are lit."""
        return [place.line for place in self._lit if place.line is not None]

    def _block(self, place: Place) -> QtGui.QTextBlock:
        """The line of a place; none that is valid for a place elsewhere."""
        return self.document().findBlockByNumber((place.line or 0) - 1)

    def _mark(self) -> None:
        made = [each for place in self._lit for each in self._selections(place)]
        self.setExtraSelections(made)

    def _selections(self, place: Place) -> Iterator[QtWidgets.QTextEdit.ExtraSelection]:
        """A whole line, and in it the words that are meant where they are not all of it."""
        colours, block = self.theme.colours, self._block(place)
        last = block.length() - 1
        plain, lit = QtGui.QTextCharFormat(), QtGui.QTextCharFormat()
        plain.setBackground(colours.live_row)
        plain.setProperty(QtGui.QTextFormat.Property.FullWidthSelection, True)
        yield _selection(block, 0, last, plain)
        end = last if place.end is None else min(place.end, last)
        if (place.start, end) != (0, last):
            lit.setBackground(colours.live_row)
            lit.setForeground(colours.text)
            lit.setFontUnderline(True)
            lit.setUnderlineColor(colours.live)
            yield _selection(block, min(place.start, last), end, lit)

    def _margin(self) -> None:
        font = self.theme.font(Role.CAPTION_TIME)
        wide = lettering.width_of("0" * max(3, len(str(self.blockCount()))), font) + 22
        self.setViewportMargins(round(wide), 6, 6, 6)
        self._place()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        box = self.contentsRect()
        wide = self.viewportMargins().left()
        self.numbers.setGeometry(box.left(), box.top(), wide, box.height())

    def _scrolled(self, rect: QtCore.QRect, by: int) -> None:
        if by:
            self.numbers.scroll(0, by)
        else:
            self.numbers.update(0, rect.y(), self.numbers.width(), rect.height() + 8)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        cursor = self.cursorForPosition(event.position().toPoint())
        self.picked.emit(Place(line=cursor.blockNumber() + 1))

    def numbered(self) -> list[tuple[int, float, float]]:
        """The lines that are seen: number, top and height in the viewport."""
        found = []
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        bottom = self.viewport().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > bottom:
                break
            line = block.layout().lineAt(0)
            found.append((block.blockNumber() + 1, box.top(), line.height()))
            block = block.next()
        return found


def _selection(
    block: QtGui.QTextBlock, start: int, end: int, format_: QtGui.QTextCharFormat
) -> QtWidgets.QTextEdit.ExtraSelection:
    """Letters of a line, shown so; PySide declares the two parts without their types."""
    cursor = QtGui.QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QtGui.QTextCursor.MoveMode.KeepAnchor)
    made: Any = QtWidgets.QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, format_
    return cast("QtWidgets.QTextEdit.ExtraSelection", made)


class _Numbers(QtWidgets.QWidget):
    """The numbers beside the lines."""

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        theme, view = self._view.theme, self._view
        font, colours = theme.font(Role.CAPTION_TIME), theme.colours
        lit = view.lit_lines()
        with painting(self) as painter:
            painter.fillRect(event.rect(), colours.surf)
            painter.setFont(font)
            for number, top, tall in view.numbered():
                painter.setPen(colours.text if number in lit else colours.quiet)
                y = lettering.middle(font, top + view.viewportMargins().top(), tall)
                wide = lettering.width_of(str(number), font)
                painter.drawText(QtCore.QPointF(self.width() - wide - 10, y), str(number))


class GridModel(QtCore.QAbstractTableModel):
    """The cells of a sheet, its columns named by what they were taken for."""

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid("", ())
        self.names: Mapping[int, str] = {}
        self.header: int | None = None
        self.theme: Theme | None = None
        self.lit: Mapping[int, int | None] = MappingProxyType({})
        self._wide = 0

    def put(self, grid: Grid, names: Mapping[int, str], header: int | None) -> None:
        """Show this sheet, its columns named so."""
        self.beginResetModel()
        self.grid, self.names, self.header, self.lit = grid, names, header, {}
        self._wide = max(map(len, grid.rows), default=0)
        self.endResetModel()

    def light(self, lit: Mapping[int, int | None]) -> None:
        """Light a cell in each of these rows, or (None) the whole row; both count from 0."""
        former, self.lit = self.lit, lit
        for row in former.keys() | lit.keys():
            if row < self.rowCount():
                self.dataChanged.emit(self.index(row, 0), self.index(row, self._wide - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._wide

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid() or self.theme is None:
            return None
        row, column = index.row(), index.column()
        match role:
            case _ROLE.DisplayRole | _ROLE.ToolTipRole:
                cells = self.grid.rows[row]
                return written(cells[column]) if column < len(cells) else ""
            case _ROLE.BackgroundRole if row in self.lit:
                whole = self.lit[row] in (None, column)
                return self.theme.colours.live_row if whole else self.theme.colours.raised
            case _ROLE.ForegroundRole if row == self.header or self.names.get(column) == "":
                return self.theme.colours.quiet
            case _:
                return None

    def headerData(
        self, section: int, orientation: QtCore.Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if role != _ROLE.DisplayRole:
            return None
        if orientation is QtCore.Qt.Orientation.Vertical:
            return str(section + 1)
        name = self.names.get(section, "")
        return f"{column_name(section + 1)}  {name}" if name else column_name(section + 1)


def written(cell: Cell) -> str:
    """A cell as a person reads it, on one line."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return " ".join(str(cell).split())


class GridView(QtWidgets.QTableView):
    """A sheet. Signals: picked(Place) when a cell is clicked; column_picked(column, point)."""

    picked = QtCore.Signal(object)
    column_picked = QtCore.Signal(int, object)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = GridModel(self)
        self.cells.theme = theme
        self.setModel(self.cells)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.clicked.connect(self._picked)
        across = self.horizontalHeader()
        across.setSectionsClickable(True)
        across.setDefaultAlignment(
            QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter
        )
        across.sectionClicked.connect(self._column_picked)
        self.use(theme)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.cells.theme = theme
        for widget in (self, self.horizontalHeader(), self.verticalHeader()):
            widget.setFont(theme.font(Role.CREW))
        down = self.verticalHeader()
        down.setDefaultSectionSize(22 if theme.metrics.small else 26)
        down.setSectionResizeMode(QtWidgets.QHeaderView.ResizeMode.Fixed)

    def put(self, grid: Grid, names: Mapping[int, str], header: int | None) -> None:
        """Show this sheet."""
        self.cells.put(grid, names, header)
        metrics = QtGui.QFontMetricsF(self.font())
        for column in range(self.cells.columnCount()):
            seen = [written(row[column]) for row in grid.rows[:60] if column < len(row)]
            widest = max(map(metrics.horizontalAdvance, seen), default=0)
            head = str(self.cells.headerData(column, QtCore.Qt.Orientation.Horizontal))
            need = max(widest, metrics.horizontalAdvance(head) + 12) + 14
            self.setColumnWidth(column, round(min(need, _WIDEST)))

    def light(self, *places: Place) -> None:
        """Light what stands at these places, and bring the first into view."""
        rows = [(place.row - 1, place.column) for place in places if place.row is not None]
        lit = {row: None if column is None else column - 1 for row, column in rows}
        self.cells.light(lit)
        for row, column in [*lit.items()][:1]:
            centre = QtWidgets.QAbstractItemView.ScrollHint.PositionAtCenter
            self.scrollTo(self.cells.index(row, column or 0), centre)

    def _picked(self, index: QtCore.QModelIndex) -> None:
        sheet = self.cells.grid.name
        self.picked.emit(Place(sheet=sheet, row=index.row() + 1, column=index.column() + 1))

    def _column_picked(self, column: int) -> None:
        header = self.horizontalHeader()
        at = QtCore.QPoint(header.sectionViewportPosition(column), header.height())
        self.column_picked.emit(column, header.mapToGlobal(at))


class SourceView(QtWidgets.QStackedWidget):
    """The file: its lines, or the sheet that is looked at.

    Signals: picked(Place), column_picked(column, point on the screen).
    """

    picked = QtCore.Signal(object)
    column_picked = QtCore.Signal(int, object)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = Source()
        self.lines, self.grid = LinesView(theme, self), GridView(theme, self)
        self.addWidget(self.lines)
        self.addWidget(self.grid)
        for view in (self.lines, self.grid):
            view.picked.connect(self.picked)
        self.grid.column_picked.connect(self.column_picked)
        self._names: Mapping[int, str] = {}
        self._header: int | None = None
        self._sheet = 0

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.lines.use(theme)
        self.grid.use(theme)

    def put(self, source: Source, names: Mapping[int, str], header: int | None) -> None:
        """Show a file; `names` says what the columns of a sheet were taken for."""
        same = source == self.source
        self.source, self._names, self._header = source, names, header
        if source.sheets:
            self._sheet = self._sheet if same and self._sheet < len(source.sheets) else 0
            self._show_sheet()
        elif not same:
            self.lines.put(source.lines)
        self.setCurrentWidget(self.grid if source.sheets else self.lines)

    def _show_sheet(self) -> None:
        self.grid.put(self.source.sheets[self._sheet], self._names, self._header)

    def light(self, *places: Place) -> None:
        """Light what stands at these places; of several sheets, on that of the first."""
        first = next((place for place in places if place.row is not None), None)
        if first is not None and self.source.sheets:
            names = [sheet.name for sheet in self.source.sheets]
            sheet = names.index(first.sheet) if first.sheet in names else self._sheet
            if sheet != self._sheet:
                self._sheet = sheet
                self._show_sheet()
            places = tuple(place for place in places if place.sheet == first.sheet)
        self.lines.light(*places)
        self.grid.light(*places)


def field_named(field: str, words: ImportingWords) -> str:
    """What a column was taken for, in words; nothing for one that is left aside."""
    name, _, rest = field.partition(":")
    if name == "department":
        return words.crew.format(name=rest)
    if name == "cells":
        return words.cells.format(name=rest)
    return "" if name == "aside" else words.fields.get(name, name)
