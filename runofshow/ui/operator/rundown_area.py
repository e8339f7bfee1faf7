"""The rows of the rundown in a window that scrolls: where they stand, and what is painted anew.

- The rows are painted by hand: their heights differ (live, session, gap), and only those in the
  window are ever made, so that 10,000 of them cost a tick what twenty do.
- `present` compares what each visible row says with what it said, and repaints those that differ.
"""

from itertools import islice
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.times import widest_hour
from runofshow.store.settings import RundownView
from runofshow.ui.operator import rundown_choice
from runofshow.ui.operator import rundown_model as model
from runofshow.ui.operator.rundown_canvas import Canvas
from runofshow.ui.operator.rundown_choice import Choice
from runofshow.ui.operator.rundown_columns import Wants, columns, field_place, key_of
from runofshow.ui.operator.rundown_letters import metrics_of
from runofshow.ui.operator.rundown_model import Heights, Outline
from runofshow.ui.operator.rundown_reading import Cell, Crew, Field
from runofshow.ui.operator.rundown_rows import Line, state_words
from runofshow.ui.operator.rundown_shown import all_but, under_folds
from runofshow.ui.painting import painting
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme

THIN: Final = (20, 16)
"""Height of a gap's row, at 1080p and at 768."""
CREW_LEAST: Final = (56, 48)
CREW_MOST: Final = (110, 90)
_SPEAKERS: Final = key_of(Field.SPEAKERS)
_NOTE: Final = key_of(Field.NOTE)
SAMPLE: Final = 400
"""How many different texts of a crew column are measured."""


class RundownArea(QtWidgets.QAbstractScrollArea):
    """Shows the rows of a board.

    Attributes: board, places (the columns), departments, outline, choice, shut (the sessions
    that are folded). Signals: `selected` (the
    cursor's slot or None), `laid` (rows or columns have moved), `scrolled` (by the régie),
    `resized`.
    """

    selected = QtCore.Signal(object)
    laid = QtCore.Signal()
    scrolled = QtCore.Signal()
    resized = QtCore.Signal()

    def __init__(self, theme: Theme, words: RundownWords, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.departments: tuple[str, ...] = ()
        self._view = RundownView()
        self.outline = Outline((), None, self._heights(theme))
        self.choice = rundown_choice.NOTHING
        self._theme, self._words = theme, words
        self._wants = Wants(0, ())
        self.places = columns(self.width(), theme, self._wants)
        self._canvas = Canvas(theme, words)
        self._painter = self._canvas.dress(theme, words, self.places)
        self._steering = False
        self.shut: frozenset[str] = frozenset()
        self._sifted: frozenset[str] | None = None
        self._settle_widget()

    def _settle_widget(self) -> None:
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Ours, because PySide knows its kind: of Qt's own it would first ask all kinds (10 ms).
        self.setViewport(QtWidgets.QWidget())
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board`; rows that say what they said are not painted again."""
        former, self.board = self.board, board
        still = (
            former is not None and former.slots is board.slots and former.promises == board.promises
        )
        moved = model.moved(former, board)
        self._canvas.present(board)
        if moved:
            self._lay()
            return
        self._retell(still=still and not self._canvas.trying)

    def preview(self, tried: Board | None) -> None:
        """Show the hours and lengths of `tried` on the rows, marked as such; None shows what is."""
        if (tried is not None) is not self._canvas.trying:
            self.viewport().update()
        self._canvas.preview(tried)
        self._retell(still=False)

    def _retell(self, *, still: bool) -> None:
        """Paint again the visible rows that now say something else; `still` rows only count."""
        for index in self._canvas.changed(still=still):
            self.viewport().update(self._area(index))

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        self._measure()  # hours may be wider in another language
        self._refit()

    def use(self, theme: Theme) -> None:
        """Paint with `theme`."""
        self._theme = theme
        self._lay()

    # --- choosing ---------------------------------------------------------------------------------

    @property
    def current(self) -> str | None:
        """The slot of the row that keys act from."""
        return self.choice.cursor

    def selection(self) -> int | None:
        """The index of the row that keys act from."""
        return None if self.current is None else self.outline.index.get(self.current)

    def choose(self, choice: Choice) -> None:
        """Choose these rows."""
        former, self.choice = self.choice, choice
        if choice == former:
            return
        self._canvas.chosen = choice
        changed = (former.slots ^ choice.slots) | {former.cursor, choice.cursor}
        for slot in changed:
            self._repaint(slot)
        self.selected.emit(choice.cursor)

    def _repaint(self, slot: str | None) -> None:
        index = self.outline.index.get(slot) if slot is not None else None
        if index is not None:
            self.viewport().update(self._area(index))

    # --- where things stand --------------------------------------------------------------------

    def row_area(self, slot: str) -> QtCore.QRect | None:
        """Where the row of `slot` stands in the viewport, without the gap above it."""
        index = self.outline.index.get(slot)
        return None if index is None else self._row_rect(index).translated(0, -self.offset())

    def field_area(self, slot: str, field: Cell) -> QtCore.QRect | None:
        """Where an editor of `field` stands in the viewport: over the title if it is not shown."""
        row = self.row_area(slot)
        if row is None:
            return None
        across = field_place(self.places, field, self.departments)
        tall = min(row.height() - 4, 30)
        left = max(2, min(across.left, self.places.width - across.width - 2))
        top = row.top() + (row.height() - tall) // 2
        return QtCore.QRect(left, top, across.width, tall)

    def offset(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def _heights(self, theme: Theme) -> Heights:
        measures = theme.metrics
        usual = Heights(
            measures.leaf_row, measures.live_row, measures.session_row, THIN[measures.small]
        )
        return usual.at(self._view.density, small=measures.small)

    def _row_rect(self, index: int) -> QtCore.QRect:
        """The row of `index` in the list's own heights, without the thin row above it."""
        span = self.outline.span(index)
        top = span.top + span.thin
        return QtCore.QRect(0, top, self.viewport().width(), span.height - span.thin)

    def _area(self, index: int) -> QtCore.QRect:
        """All that row `index` paints, in the viewport."""
        span = self.outline.span(index)
        return QtCore.QRect(0, span.top - self.offset(), self.viewport().width(), span.height)

    # --- laying out ----------------------------------------------------------------------------

    def _lay(self) -> None:
        """Lay the rows anew; what was at the top of the window stays there."""
        kept = self._anchor()
        former = self.outline
        rows = self.board.slots if self.board else ()
        live = self.board.on_air.slot if self.board and self.board.on_air else None
        self.outline = Outline(rows, live, self._heights(self._theme), self._hidden())
        self.choose(self.choice.following(former.index, self.outline.index))
        self._measure()
        self._canvas.lay(self.outline, self.departments)
        self._canvas.shut = frozenset() if self.sifting else self.shut
        self._range()
        if kept is not None and self.shows(kept[0]):
            self.steer(self.outline.span(self.outline.index[kept[0]]).top + kept[1])
        self._refit()

    def shows(self, slot: str) -> bool:
        """Whether the row of `slot` is there, and not hidden."""
        index = self.outline.index.get(slot)
        return index is not None and self.outline.shows(index)

    def _hidden(self) -> set[int]:
        """The rows that are not to be shown."""
        rows = self.board.slots if self.board else ()
        if self._sifted is not None:
            return all_but(rows, self._sifted)
        return under_folds(rows, self.shut)

    def look(self, view: RundownView) -> None:
        """Set the rows as close together, and the columns as wide, as `view` says."""
        former, self._view = self._view, view
        if view.model_copy(update={"folded": former.folded}) != former:
            self._lay()

    @property
    def sifting(self) -> bool:
        """Whether only what is looked for is shown."""
        return self._sifted is not None

    def fold(self, shut: frozenset[str]) -> None:
        """Fold these sessions and no others."""
        if shut != self.shut:
            self.shut = shut
            self._lay()

    def sift(self, kept: frozenset[str] | None) -> None:
        """Show only these leaves, with their sessions; None shows all, but what is folded."""
        if kept != self._sifted:
            self._sifted = kept
            self._lay()

    def _anchor(self) -> tuple[str, int] | None:
        """The row at the top of the window, and how much of it is scrolled away."""
        index = self.outline.at(self.offset())
        if index is None or not self.offset():
            return None
        slot = next(islice(self.outline.index, index, None))
        return slot, self.offset() - self.outline.span(index).top

    def _measure(self) -> None:
        """Find the widths that cues and crew columns ask for."""
        longest = self.board.slots.long_cues if self.board else ()
        measures, small = self._theme.metrics, self._theme.metrics.small
        digits = metrics_of(Role.ROW_TIME, measures)
        cue = max((digits.horizontalAdvance(text) for text in longest), default=0.0)
        hidden, widths = self._view.hidden, self._view.widths
        named = self.board.departments if self.board else ()
        self.departments = tuple(name for name in named if key_of(Crew(name)) not in hidden)
        words = metrics_of(Role.CREW, measures)
        crew = []
        for name in self.departments:
            texts = self.board.slots.crew.get(name, ()) if self.board else ()
            wide = max(map(words.horizontalAdvance, [*islice(texts, SAMPLE), name]))
            usual = int(min(max(wide + 14, CREW_LEAST[small]), CREW_MOST[small]))
            crew.append(widths.get(key_of(Crew(name)), usual))
        bold = metrics_of(Role.ROW_TIME_BOLD, measures)
        heads = metrics_of(Role.CAPTION, measures)
        hour = max(
            bold.horizontalAdvance(widest_hour(self._words.language)),
            *map(heads.horizontalAdvance, (self._words.planned, self._words.expected)),
        )
        bold_words = metrics_of(Role.CAPTION_BOLD, measures)
        word = max(map(bold_words.horizontalAdvance, state_words(self._words)))
        self._wants = Wants(
            int(cue) + 4, tuple(crew), self._wide(_SPEAKERS), self._wide(_NOTE), round(hour),
            round(word),
        )  # fmt: skip

    def _wide(self, key: str) -> int | None:
        """How wide a column is to be: not at all, as it was made, or as there is room."""
        return 0 if key in self._view.hidden else self._view.widths.get(key)

    def _range(self) -> None:
        bar = self.verticalScrollBar()
        tall = self.viewport().height()
        self._steering = True
        bar.setRange(0, max(0, self.outline.total - tall))
        bar.setPageStep(tall)
        bar.setSingleStep(max(1, self._theme.metrics.leaf_row * 2 // 3))
        self._steering = False

    def _refit(self) -> None:
        """Place the columns in the present width and paint everything."""
        self.places = columns(self.viewport().width(), self._theme, self._wants)
        self._painter = self._canvas.dress(self._theme, self._words, self.places)
        self.viewport().update()
        self.laid.emit()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._range()
        self._refit()
        self.resized.emit()

    # --- scrolling -----------------------------------------------------------------------------

    def steer(self, offset: int) -> None:
        """Scroll to `offset` on the program's account, not the régie's."""
        self._steering = True
        self.verticalScrollBar().setValue(offset)
        self._steering = False

    def third(self, slot: str) -> int:
        """The offset that puts the row of `slot` at about a third, with whole rows from the top."""
        span = self.outline.span(self.outline.index[slot])
        aim = max(0, span.top - (self.viewport().height() - span.height) // 3)
        first = self.outline.at(aim)
        whole = aim if first is None else self.outline.span(first).top
        return min(whole, self.verticalScrollBar().maximum())

    def bring(self, slot: str) -> None:
        """Scroll as little as makes the row of `slot` stand whole in the window."""
        span = self.outline.span(self.outline.index[slot])
        tall = self.viewport().height()
        bottom = span.top + span.height - tall
        self.verticalScrollBar().setValue(max(bottom, min(span.top, self.offset())))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        still = not self._canvas.trying and self._canvas.landing is None
        if self.devicePixelRatioF().is_integer() and still:
            self.viewport().scroll(dx, dy)
        else:  # moved by part of a pixel, what was painted would smear
            self.viewport().update()

    def _moved(self) -> None:
        top = self.offset()
        self._canvas.keep(self.outline.seen(top, top + self.viewport().height()))
        self.laid.emit()
        if not self._steering:
            self.scrolled.emit()

    # --- painting ------------------------------------------------------------------------------

    def line(self, index: int) -> Line:
        """What row `index` says."""
        return self._canvas.told(index).line

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        with painting(self.viewport(), smooth=False) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QtGui.QPainter, dirty: QtCore.QRect) -> None:
        offset, port = self.offset(), self.viewport().rect()
        painter.translate(0, -offset)
        dirty.translate(0, offset)
        if dirty.bottom() >= self.outline.total:
            top = max(dirty.top(), self.outline.total)
            rest = QtCore.QRect(0, top, port.width(), dirty.bottom() + 1 - top)
            self._canvas.paint_rest(painter, rest)
        if self.board is not None:
            seen = self.outline.seen(dirty.top(), dirty.bottom() + 1)
            self._canvas.paint(painter, seen, port.width(), focused=self.hasFocus())
        painter.translate(0, offset)
        if self.board is not None and not self.board.slots:
            self._canvas.paint_notice(painter, port, self._words.empty)
        if self._canvas.trying:
            self._canvas.paint_trying(painter, port)
