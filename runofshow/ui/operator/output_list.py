"""The outputs below one another: a live picture of each, its name, its screen, how it stands."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.output_rows import screen_key, state
from runofshow.ui.operator.stage_picture import StagePicture
from runofshow.ui.outlet import Outlet
from runofshow.ui.painting import painting
from runofshow.ui.place import AWAY
from runofshow.ui.speaker.face import Face
from runofshow.ui.theme import Role, Theme

PICTURE: Final = ((80, 45), (96, 54))
"""Room for a picture at 768 and at 1080, in pixels."""


class OutputList(QtWidgets.QWidget):
    """All outputs. Attributes: theme, pictures by key. Signal: picked(key)."""

    picked = QtCore.Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.language = theme, language
        self._outlets: tuple[Outlet, ...] = ()
        self._at = ""
        self.pictures: dict[str, StagePicture] = {}
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def put(self, outlets: Sequence[Outlet], at: str) -> None:
        """Show these outputs; the one of that key is chosen."""
        self._outlets, self._at = tuple(outlets), at
        keys = {each.key for each in outlets}
        for gone in self.pictures.keys() - keys:
            picture = self.pictures.pop(gone)
            picture.hide()
            picture.deleteLater()
        for each in outlets:
            if each.key not in self.pictures:
                self.pictures[each.key] = StagePicture(self.theme, self)
                self.pictures[each.key].show()
        self._place()
        self.update()

    def show_faces(self, faces: Mapping[str, Face]) -> None:
        """Show in the pictures what the outputs show, by their keys."""
        for key, picture in self.pictures.items():
            if key in faces:
                picture.put(faces[key])

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for picture in self.pictures.values():
            picture.use(theme)
        self._place()

    @property
    def row_tall(self) -> int:
        """The height of an output."""
        return self._room[1] + 22

    @property
    def _room(self) -> tuple[int, int]:
        return PICTURE[not self.theme.metrics.small]

    def _place(self) -> None:
        tall, most = self.row_tall, self._room
        for number, each in enumerate(self._outlets):
            wide, high = fitted(each.pixels, *most)
            left = 10 + (most[0] - wide) // 2
            top = number * tall + (tall - high) // 2
            self.pictures[each.key].setGeometry(left, top, wide, high)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        number = int(event.position().y() // self.row_tall)
        if number < len(self._outlets):
            self.picked.emit(self._outlets[number].key)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            for number, each in enumerate(self._outlets):
                self._row(painter, number * self.row_tall, each)

    def _row(self, painter: QtGui.QPainter, top: int, each: Outlet) -> None:
        theme, colours, tall = self.theme, self.theme.colours, self.row_tall
        if each.key == self._at:
            painter.fillRect(0, top, self.width(), tall, colours.raised)
            painter.fillRect(0, top, 3, tall, colours.live)
        painter.fillRect(0, top + tall - 1, self.width(), 1, colours.line)
        left = 10 + self._room[0] + 10
        room = self.width() - left - 6
        lines = (
            Run(each.name(self.language), Role.ROW_BOLD, colours.text),
            Run(_where(each), Role.SPEAKER, colours.sec),
        )
        step = tall / 3.6
        for number, run in enumerate(lines):
            y = lettering.middle(theme.font(run.role), top + step * (0.3 + number), step)
            text = _cut(run.text, theme.font(run.role), room)
            write(painter, theme, QtCore.QPointF(left, y), (run._replace(text=text),))
        sign, ink = _sign(each, theme)
        y = lettering.middle(theme.font(Role.SPEAKER), top + step * 2.3, step)
        box = QtCore.QRectF(left, top + step * 2.3 + (step - 13) / 2, 13, 13)
        icons.paint(painter, sign, box, ink)
        run = Run(state(each, self.language), Role.SPEAKER, ink)
        write(painter, theme, QtCore.QPointF(left + 18, y), (run,), room - 18)


def _where(each: Outlet) -> str:
    """The screen that it was given, or took; the size of a window to be captured."""
    if each.output.as_window:
        return f"{each.output.width} × {each.output.height}"
    return screen_key(each) or each.place.screen or "–"


def _cut(text: str, font: QtGui.QFont, room: float) -> str:
    """`text` in that room; of a screen the connector stays, by which twins are told apart."""
    panel, comma, connector = text.rpartition(", ")
    if not comma or lettering.width_of(text, font) <= room:
        return lettering.cut(text, font, room)
    end = f" {connector}"
    return lettering.cut(panel, font, room - lettering.width_of(end, font)) + end


def _sign(each: Outlet, theme: Theme) -> tuple[Icon, QtGui.QColor]:
    colours = theme.colours
    if each.place.state == "parked":
        return Icon.BROKEN, colours.act
    if each.place == AWAY:
        return Icon.OFF, colours.quiet
    if each.dark or each.frozen or each.testing or not each.up:
        return Icon.WARNING, colours.amber
    return Icon.GOOD, colours.ok


def fitted(pixels: tuple[int, int], wide: int, tall: int) -> tuple[int, int]:
    """The largest size of that shape within `wide` by `tall`."""
    width, height = max(1, pixels[0]), max(1, pixels[1])
    by = min(wide / width, tall / height)
    return max(1, round(width * by)), max(1, round(height * by))
