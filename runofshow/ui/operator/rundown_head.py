"""The heads of the rundown's columns."""

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.rundown_columns import Columns
from runofshow.ui.operator.rundown_letters import metrics_of
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
        self.key = (theme, self.heads)

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


class Head(QtWidgets.QWidget):
    """The heads of the columns, over the list."""

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._painter: HeadPainter | None = None

    def put(self, painter: HeadPainter) -> None:
        """Paint the heads with `painter` from now on, if they differ."""
        if self._painter is None or painter.key != self._painter.key:
            self._painter = painter
            self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self._painter is not None:
            with painting(self, smooth=False) as painter:
                self._painter.paint(painter, self.rect())
