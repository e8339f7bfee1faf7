"""The line of the day: two bars, printed over expected, with the lateness between them.

- Blocks are labelled where they fit; the one on air is lit, and fills at its foot.
- Hard times and the day's end are diamonds, the present moment a flag.
- Zoomed it follows the present, until it is scrolled.
- A tick repaints a strip around the flag, and all of it only when a block has moved by a pixel.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import times
from runofshow.core.board import Board, Row
from runofshow.core.commands import Command
from runofshow.core.hours import NARROW
from runofshow.core.sentences import Sentence
from runofshow.ui.lettering import width_of
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.hard_times import firm_of
from runofshow.ui.operator.timeline_day import Block, Day, laying, span_of
from runofshow.ui.operator.timeline_paint import Brush, Note
from runofshow.ui.operator.timeline_places import LARGE, LEFT, RIGHT, SMALL, Bands, Places, room_of
from runofshow.ui.operator.timeline_view import View, scrolled, standing, turned, zoomed
from runofshow.ui.painting import painting
from runofshow.ui.piecemeal import Piecemeal, Pieces, at_once
from runofshow.ui.texts import Words, words
from runofshow.ui.texts.timeline import timeline_words
from runofshow.ui.theme import DARK, Role, Theme
from runofshow.ui.theme import LARGE as METRICS

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.asking import Foresee
    from runofshow.ui.operator.drawing import Drawing
    from runofshow.ui.operator.lengthening import Drawn


MANY: Final = 200
"""A day of so many slots is laid out anew piecemeal, once all else is painted, whatever was done.
"""
HATCHED: Final = 2000
"""Of so many slots none can be told from its neighbours: far fewer lines say as much."""
A_SLOT: Final = timedelta(milliseconds=1)
"""How long a slot lets the line wait until it is laid out anew: thousands take a tenth of a second.
"""


class DayLine(QtWidgets.QWidget):
    """Shows the day of a board, or of what would become of it.

    Attributes: drawing (an item's end), made when first needed; foresee, who knows what commands
    would bring about; follows (the present); chosen, the slot that the keyboard is at, and gripped,
    the one whose end a hand is near, or None.
    Signals of what is drawn: asked(command), told(why not), tried(Board, or None for what is).
    """

    asked = QtCore.Signal(object)
    told = QtCore.Signal(str)
    tried = QtCore.Signal(object)

    def __init__(
        self,
        theme: Theme | None = None,
        said: Words | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme or Theme(DARK, METRICS)
        self._words = said or words("fr")
        self._own = timeline_words(self._words.language)
        self._board: Board | None = None
        self._day: Day | None = None
        self._places: Places | None = None
        self._view: View | None = None
        self._built: Board | None = None
        self._tried: Board | None = None
        self.chosen: str | None = None
        self.gripped: str | None = None
        self.follows = True
        self.foresee: Foresee | None = None
        self._drawing: Drawing | None = None
        self.zoom_out, self.zoom_in, self.zoom_all = (Button(self._theme, self) for _ in range(3))
        self.zoom_out.clicked.connect(partial(self.zoom, 0.5))
        self.zoom_in.clicked.connect(partial(self.zoom, 2))
        self.zoom_all.clicked.connect(self.show_all)
        self._open_zoom()
        self._building = Piecemeal[Day | None](self)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.speak(self._words)
        self.use(self._theme)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board`."""
        former, said = self._flag_area(), self._flag_text()
        before, self._board = self._board, board
        if before is not None and (before.title, before.date) != (board.title, board.date):
            self._look(None)  # another day: what was in view is not in it
        if self._drawing is not None:
            self._drawing.present(board)
        self._follow()
        changed = self._elsewhere(board)
        if changed and (self._places is None or len(board.slots) < MANY):
            self._build()
        elif (changed or self._aged(board)) and not self._building.busy:
            # What flips this second, or was just done, is painted before.
            self._building.begin(self._laying(board), partial(self._take, board))
        if self._flag_area() != former or self._flag_text() != said:
            self.update(former.united(self._flag_area()))

    def preview(self, tried: Board | None) -> None:
        """Show the day that a plan would bring, marked as such; None shows what is."""
        if tried is not self._tried:
            self._tried = tried
            self._build()
            self.update()

    def speak(self, said: Words) -> None:
        """Say everything in the language of `said`."""
        self._words, self._own = said, timeline_words(said.language)
        if self._drawing is not None:
            self._drawing.words = said
        self.setAccessibleName(self._own.name)
        self._about = key_names.filled(self._own.about, said.window)
        self.setAccessibleDescription(self._about)
        for button, text, name, tip in (
            (self.zoom_out, "−", "timeline_out", self._own.zoom_out),
            (self.zoom_in, "+", "timeline_in", self._own.zoom_in),
            (self.zoom_all, "↔", "timeline_all", self._own.zoom_all),
        ):
            button.setText(text)
            button.setAccessibleName(tip)
            button.setToolTip(key_names.tip(name, said.window, tip))
        self._build()
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme`."""
        self._theme = theme
        self.setFixedHeight(theme.metrics.timeline)
        side = self._bands.button
        for at, button in enumerate((self.zoom_out, self.zoom_in, self.zoom_all)):
            button.use(theme)
            button.setGeometry(6 + at * (side + 1), 2 if theme.metrics.small else 5, side, side)
        self._place()

    @property
    def _bands(self) -> Bands:
        return SMALL if self._theme.metrics.small else LARGE

    def _aged(self, board: Board) -> bool:
        """Whether time worth a pixel has gone, so that a block may stand elsewhere.

        The very same rows stand where they stood, as long as the present does not widen the day.
        """
        whole = self._whole
        if self._built is None or self._places is None:
            return True
        if board.slots is self._built.slots and whole is not None and whole.holds(board.now):
            return False
        least = max(times.SECOND, A_SLOT * len(board.slots))
        return abs(board.now - self._built.now) >= max(self._places.pixel, least)

    def _elsewhere(self, board: Board) -> bool:
        """Whether blocks or marks stand elsewhere than when it was built, not by time alone."""
        built = self._built
        if built is None or self._places is None:
            return True
        edited = built.rev != board.rev and built.slots.standing is not board.slots.standing
        return edited or _causes(built) != _causes(board)

    def _build(self) -> None:
        """Lay the day out anew, now."""
        if self._board is not None:
            self._building.leave()
            self._take(self._board, at_once(self._laying(self._board)))

    def _laying(self, board: Board) -> Pieces[Day | None]:
        """The day as it is to be seen, piecemeal."""
        tried = self._tried or board
        lines = room_of(self.width())
        if len(tried.slots) >= HATCHED:
            lines = max(1, lines // 8)
        return laying(tried, self._words.rundown, lines, self._view)

    def _take(self, board: Board, day: Day | None) -> None:
        """Show the day that was laid out of `board`."""
        former, self._day, self._built = self._day, day, board
        if former != day or former is None:
            self._stay_within()
            self._place()
        else:
            self.update(self._flag_area())

    def _stay_within(self) -> None:
        """Keep what is in view within the day, which may have become shorter."""
        view, whole = self._view, self._whole
        if view is not None and whole is not None:
            kept = scrolled(view, whole, times.ZERO)
            self._view = None if kept == whole else kept
            self._open_zoom()

    def _place(self) -> None:
        """Find where everything stands at the present width, and paint all of it."""
        day = self._day
        if day is not None:
            view = self._view or View(day.first, day.last)
            self._places = Places(day, view, self.width(), self._bands, self._fits)
        self.update()

    def _fits(self, cue: str, wide: int) -> bool:
        return width_of(cue, self._theme.font(Role.CAPTION_TIME)) <= wide - 8

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._build()
        self._place()

    # --- what is drawn -------------------------------------------------------------------------

    @property
    def drawing(self) -> "Drawing":
        """The drawing of an item's end, made now if need be."""
        if self._drawing is None:
            from runofshow.ui.operator.drawing import Drawing

            made = self._drawing = Drawing(self._words, self._foreseen, self)
            made.asked.connect(self.asked)
            made.told.connect(self.told)
            made.tried.connect(self.tried)
            made.tried.connect(lambda _: self.update())
            if self._board is not None:
                made.present(self._board)
        return self._drawing

    def _foreseen(self, asked: Sequence[Command]) -> Board | Sentence | None:
        return None if self.foresee is None else self.foresee(asked)

    @property
    def held(self) -> "Drawn | None":
        """The item whose end is drawn now."""
        return None if self._drawing is None else self._drawing.held

    # --- what is in view -----------------------------------------------------------------------

    @property
    def _whole(self) -> View | None:
        return None if self._day is None else View(self._day.first, self._day.last)

    @property
    def view(self) -> View | None:
        """What is in view: the whole day, or the part of it that is looked at."""
        return self._view or self._whole

    def zoom(self, by: float, at: datetime | None = None) -> None:
        """Go so many times as close, to `at`, else to the present if it is in view."""
        view, whole = self.view, self._whole
        if view is None or whole is None or self._board is None:
            return
        now = self._board.now
        middle = now if view.holds(now) else view.first + view.span / 2
        self._look(zoomed(view, whole, at or middle, by))

    def show_all(self) -> None:
        """Show the whole day."""
        self.follows = True
        self._look(self._whole)

    def show_present(self) -> None:
        """Follow the present again."""
        view, whole = self._view, self._whole
        self.follows = True
        if view is not None and whole is not None and self._board is not None:
            self._look(standing(view.span, whole, self._board.now))

    def go_along(self, by: timedelta) -> None:
        """Move what is in view; the present is no longer followed."""
        if self._view is not None and self._whole is not None:
            self.follows = False
            self._look(scrolled(self._view, self._whole, by))

    def _look(self, view: View | None) -> None:
        wanted = None if view == self._whole else view
        if wanted is None:
            self.follows = True
        if wanted != self._view:
            self._view = wanted
            self._place()
            self._build()
        self._open_zoom()

    def _open_zoom(self) -> None:
        """Of the whole day there is no more to be seen."""
        for button in (self.zoom_out, self.zoom_all):
            button.setEnabled(self._view is not None)

    def _follow(self) -> None:
        """Turn the page when the present goes out of view; under a hand nothing moves."""
        view, whole, board = self._view, self._whole, self._board
        if view is None or whole is None or board is None or not self.follows:
            return
        if self.held is None and not (self.underMouse() and view.holds(board.now)):
            self._look(turned(view, whole, board.now))

    # --- where things stand --------------------------------------------------------------------

    def x_of(self, moment: datetime) -> float:
        """Where `moment` stands on the line, in logical pixels."""
        return float(LEFT) if self._places is None else self._places.x_of(moment)

    def _now_x(self) -> int:
        """Where the present stands, kept on the line when what is in view is far from it."""
        if self._board is None:
            return LEFT
        return round(min(max(LEFT, self.x_of(self._board.now)), self.width() - RIGHT))

    def _flag_text(self) -> str:
        """The hour on the flag: it may change where the flag does not move."""
        return "" if self._board is None else self._clock(self._board.now)

    def _flag_area(self) -> QtCore.QRect:
        return QtCore.QRect(self._now_x() - 40, 0, 80, self.height())

    def block_at(self, point: QtCore.QPoint) -> Block | None:
        """The block under `point`, of the bar that is nearer."""
        return None if self._places is None else self._places.block_at(point)

    def _row(self, slot: str) -> Row | None:
        return None if self._board is None else self._board.slots.of(slot)

    def _clock(self, moment: datetime) -> str:
        assert self._board is not None
        return times.show_clock(moment, self._board.zone, self._words.language)

    def _hour(self, moment: datetime) -> str:
        """A round hour as it is written below the line: 9h for 9h00."""
        text = self._clock(moment)
        bare = text.removesuffix("00").rstrip(NARROW)
        return bare if bare.endswith("h") else text

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        with painting(self, smooth=False) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QtGui.QPainter, dirty: QtCore.QRect) -> None:
        colours = self._theme.colours
        painter.fillRect(dirty, colours.surf)
        painter.fillRect(QtCore.QRect(0, 0, self.width(), 1), colours.line)
        if self._day is None or self._board is None or self._places is None:
            return
        brush = Brush(painter, self._theme, self._places, self.size(), self._clock)
        brush.hours(self._board.zone, self._hour)
        said = self._words.rundown
        tried = self._tried is not None
        brush.names(said.line_planned, said.trying if tried else said.line_expected, tried)
        brush.printed(dirty)
        brush.ribbon()
        brush.expected(dirty, self._now_x())
        if tried:
            brush.tried()
        self._paint_over(brush)

    def _paint_over(self, brush: Brush) -> None:
        assert self._board is not None
        assert self._places is not None
        held = self.held
        for rect, block in self._places.expected:
            if self.hasFocus() and block.slot == self.chosen:
                brush.chosen(rect)
            if block.slot == (held.row.id if held is not None else self.gripped):
                brush.grip(rect)
        brush.marks()
        brush.flag(self._board.now, self._now_x())
        brush.label_over(self._now_x())
        if self._view is not None and self._whole is not None:
            brush.thumb(self._whole)
        self._paint_note(brush)

    def _paint_note(self, brush: Brush) -> None:
        held = self.held
        if held is not None and (said := self.drawing.saying) is not None:
            brush.note(Note(self.x_of(held.ends), *said))
            return
        row = self._row(self.chosen) if self.hasFocus() and self.chosen is not None else None
        if row is not None and self._board is not None:
            from runofshow.ui.operator.timeline_notes import line_of

            span = span_of(row)
            x = 0.0 if span is None else self.x_of(span.first)
            text = line_of(row, self._board, self._own)
            brush.note(Note(x, text, self._about, warns=False))


def _causes(board: Board) -> tuple[object, ...]:
    """What has blocks and marks stand where they do, besides edits and the present."""
    day = board.title, board.date, len(board.slots)
    drifts = (times.whole_minutes(board.drift), times.whole_minutes(board.day_drift))
    due = [(firm_of(each), each.standing.due) for each in board.promises]
    return day, board.slots.causes, board.state, drifts, due
