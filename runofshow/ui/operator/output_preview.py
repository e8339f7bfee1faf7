"""What an output shows, at its screen's shape, and from how far it reads."""

from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.output_list import fitted
from runofshow.ui.operator.stage_picture import StagePicture
from runofshow.ui.painting import painting
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.legibility import Told
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import Palette
from runofshow.ui.theme import Role, Theme

MOST: Final = 0.62
"""How much of the height the picture may take."""


class Shown(NamedTuple):
    """A face on a screen: its look, colours, pixels; a caption, what it is for, how it reads."""

    face: Face
    look: Look
    palette: Palette
    pixels: tuple[int, int]
    caption: str
    about: str
    reads: Told


class OutputPreview(QtWidgets.QWidget):
    """The picture, a caption above, and words below. Attributes: theme, picture, shown."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shown: Shown | None = None
        self.picture = StagePicture(theme, self)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def put(self, shown: Shown) -> None:
        """Show this."""
        same = self.shown is not None and shown._replace(face=self.shown.face) == self.shown
        self.shown = shown
        self.picture.dress(shown.look)
        self.picture.wear(shown.palette)
        self.picture.put(shown.face)
        if not same:
            self._place()
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.picture.use(theme)
        self._place()
        self.update()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    @property
    def _head(self) -> int:
        return 22 if self.theme.metrics.small else 30

    def _place(self) -> None:
        if self.shown is None:
            return
        most = round(self.height() * MOST)
        wide, high = fitted(self.shown.pixels, self.width(), most)
        self.picture.setGeometry((self.width() - wide) // 2, self._head, wide, high)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, shown = self.theme, self.theme.colours, self.shown
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            if shown is None:
                return
            font = theme.font(Role.HEAD)
            y = lettering.middle(font, 0, self._head)
            caption = Run(shown.caption, Role.HEAD, colours.sec)
            write(painter, theme, QtCore.QPointF(0, y), (caption,), self.width())
            top = self.picture.geometry().bottom() + 10.0
            reads = shown.reads
            for text, ink in (
                (shown.about, colours.sec), (reads.text, colours.text), (reads.short, colours.amber)
            ):  # fmt: skip
                if text:
                    top = self._lines(painter, text, ink, top) + 6

    def _lines(self, painter: QtGui.QPainter, text: str, ink: QtGui.QColor, top: float) -> float:
        """Write `text` on as many lines as it needs; returns where the next may begin."""
        font = self.theme.font(Role.ROW)
        step = 1.35 * QtGui.QFontMetricsF(font).ascent()
        for line in lettering.broken(text, font, self.width(), 4):
            y = lettering.middle(font, top, step)
            write(painter, self.theme, QtCore.QPointF(0, y), (Run(line, Role.ROW, ink),))
            top += step
        return top
