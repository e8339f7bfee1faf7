"""The slots that a file becomes, each time as it was had: given, inferred, repaired, missing.

- Given is plain. Inferred is slanted, dotted below, with "~" before it. Repaired bears "≈". Missing
  is an empty box in amber: it is the only one of the four that asks for something.
- A slot about which a doubt is open has a dot before it, as many as there are doubts, up to three.
"""

from collections.abc import Container
from itertools import accumulate
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.times import show_hour
from runofshow.formats.draft import How
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.cell import aloud
from runofshow.ui.operator.draft_rows import DraftRow, Marked
from runofshow.ui.painting import painting
from runofshow.ui.texts.importing import ImportingWords
from runofshow.ui.theme import Role, Theme

BAR: Final = 10
"""Room kept for the scroll bar."""


class _Columns(NamedTuple):
    """Where the columns begin, from the left of a row, and how wide each is."""

    dots: float
    cue: float
    start: float
    length: float
    title: float
    who: float
    end: float


def _columns(theme: Theme, wide: float) -> _Columns:
    small = theme.metrics.small
    dots = 8.0
    cue = dots + (20 if small else 26)
    start = cue + (44 if small else 56)
    length = start + (58 if small else 70)
    title = length + (70 if small else 84)
    end = wide - BAR - (10 if small else 16)
    who = title + (end - title) * (0.68 if small else 0.64)
    return _Columns(dots, cue, start, length, title, who, end)


class DraftList(QtWidgets.QAbstractScrollArea):
    """The slots. Attributes: rows, chosen (the id of the slot looked at, or ""), lit (of all that
    what is looked at is about). Signal: picked(id).
    """

    picked = QtCore.Signal(str)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: tuple[DraftRow, ...] = ()
        self.chosen = ""
        self.lit: frozenset[str] = frozenset()
        self._tops = [0]
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._measure()

    def put(self, rows: tuple[DraftRow, ...]) -> None:
        """Show these slots."""
        if rows != self.rows:
            self.rows = rows
            self._measure()

    def choose(self, *slots: str) -> None:
        """Light these slots, and bring the first into view."""
        self.lit = frozenset(slots)
        self.chosen = slot = next(iter(slots), "")
        at = next((at for at, row in enumerate(self.rows) if row.id == slot), None)
        if at is not None:
            self._reveal(at)
            row = self.rows[at]
            self.setAccessibleName(
                aloud(row.cue, row.start.text, row.length.text, row.title, row.who, row.room)
            )
        self.viewport().update()

    def nearest(self, slot: str, left: Container[str]) -> str:
        """The first of `left` after a slot that is going, else the last before it, or ""."""
        ids = [row.id for row in self.rows]
        at = ids.index(slot) if slot in ids else 0
        return next((each for each in (*ids[at:], *reversed(ids[:at])) if each in left), "")

    def beside(self, slot: str, by: int) -> str:
        """The slot so many rows from this one, the first or last one if there are not as many."""
        at = next((at for at, row in enumerate(self.rows) if row.id == slot), 0)
        return self.rows[max(0, min(at + by, len(self.rows) - 1))].id if self.rows else ""

    def _reveal(self, at: int) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        margin = 2 * self.theme.metrics.leaf_row
        if self._tops[at] - margin < bar.value():
            bar.setValue(self._tops[at] - margin)
        elif self._tops[at + 1] + margin > bar.value() + seen:
            bar.setValue(self._tops[at + 1] + margin - seen)

    def _measure(self) -> None:
        metrics = self.theme.metrics
        leaf, session = metrics.leaf_row - (4 if metrics.small else 6), metrics.session_row
        heights = (session if row.session else leaf for row in self.rows)
        self._tops = list(accumulate(heights, initial=0))
        self._range()
        self.viewport().update()

    def _range(self) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(seen)
        bar.setSingleStep(self.theme.metrics.leaf_row)
        bar.setRange(0, max(0, self._tops[-1] + 8 - seen))

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._range()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        y = event.position().y() + self.verticalScrollBar().value()
        for row, top, below in zip(self.rows, self._tops, self._tops[1:], strict=False):
            if top <= y < below:
                self.picked.emit(row.id)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        shift, seen = self.verticalScrollBar().value(), event.rect()
        with painting(self.viewport()) as painter:
            painter.fillRect(seen, self.theme.colours.surf)
            for row, top, below in zip(self.rows, self._tops, self._tops[1:], strict=False):
                if below - shift < seen.top() or top - shift > seen.bottom():
                    continue
                area = QtCore.QRectF(0, top - shift, self.viewport().width(), below - top)
                self._paint(painter, row, area)

    def _paint(self, painter: QtGui.QPainter, row: DraftRow, area: QtCore.QRectF) -> None:
        theme, colours = self.theme, self.theme.colours
        if row.id in self.lit:
            painter.fillRect(area, colours.live_row)
        elif row.session:
            painter.fillRect(area, colours.raised)
        line = QtCore.QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, colours.line)
        at = _columns(theme, area.width())
        self._dots(painter, row, area, at)
        bold = row.session
        ink = colours.quiet if row.skipped else colours.text
        self._write(painter, area, at.cue, Run(row.cue, Role.ROW_TIME, colours.sec), 60)
        marked(painter, theme, area, at.start, row.start, bold=bold or row.hard)
        marked(painter, theme, area, at.length, row.length, bold=False)
        if row.hard:
            self._diamond(painter, area, at.start - 11)
        title = Run(row.title, Role.ROW_BOLD if bold else Role.ROW, ink)
        indent = 0 if row.session else 12 * max(0, row.level)
        who = "" if bold else ", ".join(part for part in (row.who, row.room) if part)
        room = (at.who if who else at.end) - at.title - indent - 8
        self._write(painter, area, at.title + indent, title, room)
        if who:
            said = Run(who, Role.SPEAKER, colours.sec)
            self._write(painter, area, at.who, said, at.end - at.who)

    def _write(
        self, painter: QtGui.QPainter, area: QtCore.QRectF, x: float, run: Run, room: float
    ) -> None:
        y = lettering.middle(self.theme.font(run.role), area.top(), area.height())
        write(painter, self.theme, QtCore.QPointF(x, y), (run,), room)

    def _dots(
        self, painter: QtGui.QPainter, row: DraftRow, area: QtCore.QRectF, at: _Columns
    ) -> None:
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colours.amber)
        for number in range(min(3, row.doubts)):
            centre = QtCore.QPointF(at.dots + 3 + 6 * number, area.center().y())
            painter.drawEllipse(centre, 2.0, 2.0)

    def _diamond(self, painter: QtGui.QPainter, area: QtCore.QRectF, x: float) -> None:
        """The mark of a hard hour."""
        y, half = area.center().y(), 4.0
        corners = ((x, y), (x + half, y - half), (x + 2 * half, y), (x + half, y + half))
        painter.setBrush(self.theme.colours.text)
        painter.drawPolygon(QtGui.QPolygonF([QtCore.QPointF(*corner) for corner in corners]))


def marked(
    painter: QtGui.QPainter,
    theme: Theme,
    area: QtCore.QRectF,
    x: float,
    value: Marked,
    *,
    bold: bool,
) -> float:
    """Write a value so that one sees how it was had; returns where it ends."""
    colours = theme.colours
    slanted = value.mark == "inferred"
    role = Role.ROW_TIME_SLANT if slanted else Role.ROW_TIME_BOLD if bold else Role.ROW_TIME
    font = theme.font(role)
    y = lettering.middle(font, area.top(), area.height())
    if value.mark == "missing":
        box = QtCore.QRectF(x, area.center().y() - 8, 44, 16)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.setPen(colours.amber)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        return box.right()
    sign = {"inferred": "~", "repaired": "≈"}.get(value.mark, "")
    run = Run(f"{sign}{value.text}", role, colours.sec if slanted else colours.text)
    end = write(painter, theme, QtCore.QPointF(x, y), (run,))
    if slanted:
        pen = QtGui.QPen(colours.quiet, 1, QtCore.Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QtCore.QPointF(x, y + 3.5), QtCore.QPointF(end, y + 3.5))
    return end


class Legend(QtWidgets.QWidget):
    """The four ways in which a value can be had, each in a word written in its own way."""

    def __init__(
        self, theme: Theme, words: ImportingWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def speak(self, words: ImportingWords) -> None:
        """Say it in another language."""
        self.words = words
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, words = self.theme, self.theme.colours, self.words
        area = QtCore.QRectF(self.rect())
        hour = show_hour(9, 15, words.language)
        shown: tuple[tuple[str, How, str], ...] = (
            (hour, "given", words.given),
            (hour, "inferred", words.inferred),
            (hour, "repaired", words.repaired),
            ("", "missing", words.missing),
        )
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            x = 0.0
            for text, how, name in shown:
                end = marked(painter, theme, area, x, Marked(text, how), bold=False)
                y = lettering.middle(theme.font(Role.CAPTION), area.top(), area.height())
                run = Run(name, Role.CAPTION, colours.sec)
                x = write(painter, theme, QtCore.QPointF(end + 6, y), (run,)) + 18
