"""How words and figures are written in a row: on one line of letters, cut with "…", dotted, struck.

Capitals and digits stand centred on the middle given, whatever their family.
"""

from functools import lru_cache
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.rundown_columns import Column
from runofshow.ui.theme import Metrics, Role, Theme, font


@lru_cache(maxsize=64)
def metrics_of(role: Role, metrics: Metrics) -> QtGui.QFontMetricsF:
    """How wide and tall the letters of `role` are."""
    return QtGui.QFontMetricsF(font(role, metrics))


MOST_WIDTHS: Final = 8192
"""How many widths of texts are remembered of one font."""


class Letters:
    """A font, its measures, and how far below the middle its baseline centres capitals.

    What was measured is remembered: most of what is painted was painted a moment ago.
    """

    def __init__(self, role: Role, metrics: Metrics) -> None:
        self.font = font(role, metrics)
        self.metrics = metrics_of(role, metrics)
        self.rise = self.metrics.capHeight() / 2
        self._widths: dict[str, float] = {}

    def wide(self, text: str) -> float:
        """How wide a text is, in logical pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found


@lru_cache(maxsize=64)
def letters(role: Role, metrics: Metrics) -> Letters:
    """The letters of a role at one size of window."""
    return Letters(role, metrics)


class Writer:
    """Writes with the letters of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._c, self._m = theme.colours, theme.metrics
        self._letters: dict[Role, Letters] = {}

    def letters_of(self, role: Role) -> Letters:
        """The letters of a role, measured once."""
        found = self._letters.get(role)
        if found is None:
            found = self._letters[role] = letters(role, self._m)
        return found

    def write(
        self, painter: QtGui.QPainter, text: str, left: float, middle: float, role: Role,
        colour: QtGui.QColor,
    ) -> None:  # fmt: skip
        """Write `text` from `left` on."""
        used = self.letters_of(role)
        painter.setFont(used.font)
        painter.setPen(colour)
        painter.drawText(QtCore.QPointF(left, round(middle + used.rise)), text)

    def write_right(
        self, painter: QtGui.QPainter, text: str, right: float, middle: float, role: Role,
        colour: QtGui.QColor, guessed: bool = False,
    ) -> None:  # fmt: skip
        """Write `text` so that it ends at `right`; a `guessed` one is dotted below."""
        if not text:
            return
        used = self.letters_of(role)
        wide = used.wide(text)
        self.write(painter, text, right - wide, middle, role, colour)
        if guessed:
            sign = used.wide("~")
            self.dotted(painter, right - wide + sign, right, round(middle + used.rise))

    def write_in(
        self, painter: QtGui.QPainter, text: str, room: QtCore.QRectF, middle: float, role: Role,
        colour: QtGui.QColor, guessed: bool,
    ) -> float:  # fmt: skip
        """Write `text` into `room`, cut with "…" when too long; returns where it ends."""
        used = self.letters_of(role)
        wide = used.wide(text)
        if wide > room.width():
            mode = QtCore.Qt.TextElideMode.ElideRight
            text = used.metrics.elidedText(text, mode, room.width())
            wide = used.wide(text)
        self.write(painter, text, room.left(), middle, role, colour)
        if guessed:
            end = room.left() + wide
            self.dotted(painter, room.left(), end, round(middle + used.rise))
        return room.left() + wide

    def write_column(
        self, painter: QtGui.QPainter, text: str, column: Column, middle: float,
        colour: QtGui.QColor,
    ) -> None:  # fmt: skip
        """Write `text` into a column, cut where it ends."""
        if text:
            room = QtCore.QRectF(column.left, 0, column.width, 1)
            self.write_in(painter, text, room, middle, Role.CREW, colour, False)

    def dotted(self, painter: QtGui.QPainter, left: float, right: float, base: float) -> None:
        """Draw the dots below what is guessed."""
        pen = QtGui.QPen(self._c.sec, 1)
        pen.setDashPattern([1, 1.6])
        painter.setPen(pen)
        y = base + 3.5
        painter.drawLine(QtCore.QPointF(left, y), QtCore.QPointF(right, y))

    def strike(self, painter: QtGui.QPainter, left: float, right: float, middle: float) -> None:
        """Strike out what stands between two edges."""
        painter.fillRect(QtCore.QRectF(left, round(middle), right - left, 1), self._c.quiet)
