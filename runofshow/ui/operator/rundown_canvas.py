"""What is painted of the rundown's rows: each told once, and again only when it says otherwise.

Only the rows in view are ever told, so that 10,000 of them cost a tick what twenty do.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board, Row
from runofshow.ui.operator.rundown_choice import NOTHING, Choice
from runofshow.ui.operator.rundown_columns import Columns
from runofshow.ui.operator.rundown_missing import soon
from runofshow.ui.operator.rundown_model import Outline
from runofshow.ui.operator.rundown_paint import INDENT, RowPainter
from runofshow.ui.operator.rundown_places import Landing
from runofshow.ui.operator.rundown_rows import Line, Ribbon, Teller
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme

FADED = 0.45
"""How opaque a row is that is cut or dragged."""


class Told(NamedTuple):
    """What is painted of a row, and the lateness through the gap above it."""

    line: Line
    through: Ribbon


class Canvas:
    """Tells and paints the rows of a board in one theme and language.

    Attributes: chosen; faded, the slots whose rows are painted faintly; landing, where what is
    dragged would land; shut, the sessions whose fold hides what they hold.
    """

    def __init__(self, theme: Theme, words: RundownWords) -> None:
        self.chosen: Choice = NOTHING
        self.faded: frozenset[str] = frozenset()
        self.landing: Landing | None = None
        self.shut: frozenset[str] = frozenset()
        self._theme, self._words = theme, words
        self._board: Board | None = None
        self._departments: tuple[str, ...] = ()
        self._outline: Outline | None = None
        self._painter: RowPainter | None = None
        self._teller: Teller | None = None
        self._tried: Teller | None = None
        self._trial: Board | None = None
        self._told: dict[int, Told] = {}

    @property
    def trying(self) -> bool:
        """Whether what is painted is a preview."""
        return self._trial is not None

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Tell the rows of `board` from now on."""
        self._board, self._teller = board, None

    def preview(self, tried: Board | None) -> None:
        """Tell the hours of `tried` on the rows, slot by slot, whatever their order in it."""
        self._trial, self._tried = tried, None

    def lay(self, outline: Outline, departments: tuple[str, ...]) -> None:
        """The rows stand as `outline` says, with these columns of the crew."""
        self._outline, self._departments = outline, departments
        self._teller = self._tried = None

    def dress(self, theme: Theme, words: RundownWords, places: Columns) -> RowPainter:
        """Paint in this theme, language and these columns; all is told anew."""
        self._theme, self._words = theme, words
        self._teller = self._tried = None
        self._told.clear()
        self._painter = RowPainter(theme, places, words)
        return self._painter

    def keep(self, seen: Iterator[int]) -> None:
        """Forget what is no longer in view."""
        mine = set(seen)
        self._told = {index: told for index, told in self._told.items() if index in mine}

    # --- telling -------------------------------------------------------------------------------

    @property
    def teller(self) -> Teller:
        """What tells the rows of the board."""
        if self._teller is None:
            assert self._board is not None
            self._teller = self._tells(self._board)
        return self._teller

    def _tells(self, board: Board) -> Teller:
        return Teller(board, self._words, self._departments, self._theme.metrics.small)

    def _tries(self) -> Teller | None:
        if self._tried is None and self._trial is not None:
            self._tried = self._tells(self._trial)
        return self._tried

    def told(self, index: int) -> Told:
        """What row `index` says."""
        found = self._told.get(index)
        if found is None:
            found = self._told[index] = self._tell(index)
        return found

    def _tell(self, index: int) -> Told:
        assert self._outline is not None
        through, tried = Ribbon(), self._tries()
        between = self._outline.between.get(index)
        if between is not None:
            assert self._board is not None
            through = (tried or self.teller).between_of(self._board.slots[between.leaf].id)
        line = self.teller.line(index) if tried is None else self.teller.tried(index, tried)
        return Told(self._folded(line, index), through)

    def _folded(self, line: Line, index: int) -> Line:
        """The line of a session, with what its fold hides."""
        assert self._outline is not None
        assert self._board is not None
        shut = line.slot in self.shut
        count = self._outline.folded(self._board.slots, index) if shut else 0
        if not count:
            return line
        words = self._words.folded_one if count == 1 else self._words.folded_many
        said = (line.suffix, words.format(count=count))
        return line._replace(folded=count, suffix=" · ".join(part for part in said if part))

    def changed(self, *, still: bool) -> Iterator[int]:
        """The rows told that now say something else; `still` rows only count."""
        if self._board is None:
            return
        rows = self._board.slots
        for index, told in list(self._told.items()):
            if still and not counts(rows[index], self._board):
                continue
            now = self._tell(index)
            if now != told:
                self._told[index] = now
                yield index

    # --- painting ------------------------------------------------------------------------------

    def paint(
        self, painter: QtGui.QPainter, seen: Iterator[int], width: int, *, focused: bool
    ) -> None:
        """Paint the rows in view, in the list's own heights."""
        for index in seen:
            self.paint_row(painter, index, width, focused=focused)
        self._paint_landing(painter, width)

    def paint_row(self, painter: QtGui.QPainter, index: int, width: int, *, focused: bool) -> None:
        """Paint one row, and the gap above it."""
        assert self._outline is not None
        assert self._painter is not None
        line, through = self.told(index)
        span = self._outline.span(index)
        between = self._outline.between.get(index)
        if between is not None and span.thin:
            area = QtCore.QRect(0, span.top, width, span.thin)
            said = self.teller.thin(between.length, between.overlap)
            self._painter.thin(painter, said, between.overlap, through, area)
        area = QtCore.QRect(0, span.top + span.thin, width, span.height - span.thin)
        chosen, cursor = line.slot in self.chosen.slots, line.slot == self.chosen.cursor
        if line.slot in self.faded:
            self._painter.blank(painter, area)
            painter.setOpacity(FADED)
        self._painter.row(painter, line, area, chosen, cursor, focused)
        painter.setOpacity(1)

    def _paint_landing(self, painter: QtGui.QPainter, width: int) -> None:
        """Draw the edge at which what is dragged would land."""
        landing = self.landing
        if landing is None or self._outline is None or self._painter is None:
            return
        span = self._outline.span(landing.row)
        y = span.top + (span.height - 1 if landing.at_foot else span.thin - 1)
        left = self._painter.places.title.left + INDENT[self._theme.metrics.small] * landing.level
        live = self._theme.colours.live
        painter.fillRect(QtCore.QRect(left - 8, y - 1, width - left + 8, 3), live)
        painter.fillRect(QtCore.QRect(left - 8, y - 4, 3, 9), live)

    def paint_rest(self, painter: QtGui.QPainter, area: QtCore.QRect) -> None:
        """Paint what lies below the last row."""
        assert self._painter is not None
        self._painter.blank(painter, area)

    def paint_notice(self, painter: QtGui.QPainter, room: QtCore.QRect, text: str) -> None:
        """Say that there is nothing to see, and why."""
        painter.setFont(self._theme.font(Role.ROW))
        painter.setPen(self._theme.colours.quiet)
        flags = QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.TextFlag.TextWordWrap
        painter.drawText(room.adjusted(16, 16, -16, 0), int(flags), text)

    def paint_trying(self, painter: QtGui.QPainter, area: QtCore.QRect) -> None:
        """Frame the list while it shows what is not so, but would be."""
        pen = QtGui.QPen(self._theme.colours.live, 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRect(area.adjusted(1, 1, -1, -1))


def counts(row: Row, board: Board) -> bool:
    """Whether what the row says follows the clock even while the row stays as it is."""
    return row.due or row.status == "on_air" or soon(row, board)
