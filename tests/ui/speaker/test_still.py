"""The stage as a picture in a file: what a window shows, to the pixel, on any ground."""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.painting import painting
from runofshow.ui.speaker import still
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.layouts import seen
from runofshow.ui.speaker.look import Look, Turned
from runofshow.ui.speaker.palettes import CLASSIC, DISTINCT
from runofshow.ui.speaker.picture import paint
from runofshow.ui.texts.stage import FR
from tests.rows import each_row
from tests.ui.speaker.days import ON_TABLE, shown
from tests.ui.speaker.moments import moment
from tests.ui.speaker.test_picture import grabbed

LATE = shown(ON_TABLE, "9:47")
Format = QtGui.QImage.Format


def read(data: bytes) -> QtGui.QImage:
    image = QtGui.QImage()
    assert image.loadFromData(data, "PNG")
    return image


@each_row("size", [(640, 360), (361, 641), (17, 33)])
def test_the_file_holds_what_a_window_shows(
    qapp: QtWidgets.QApplication, size: tuple[int, int]
) -> None:
    image = read(still.png(LATE, size))
    window = grabbed(LATE, *size)
    assert image.convertToFormat(window.format()) == window


def test_a_clear_ground_is_transparent_and_letters_are_not(qapp: QtWidgets.QApplication) -> None:
    face = shown(ON_TABLE, "9:20")
    image = read(still.png(face, (640, 360), CLASSIC, Look(ground="clear")))
    alphas = {image.pixelColor(x, y).alpha() for x in range(0, 640, 2) for y in range(0, 360, 2)}
    assert {0, 255} < alphas  # and the edges of letters between
    assert image.pixelColor(0, 0).alpha() == 0
    # What a mixer lays over a picture is what stands on paper: no dark seam around letters.
    over = QtGui.QImage(640, 360, QtGui.QImage.Format.Format_RGB32)
    over.fill(QtGui.QColor(CLASSIC.paper))
    painter = QtGui.QPainter(over)
    painter.drawImage(0, 0, image)
    painter.end()
    window = grabbed(face, 640, 360)
    points = [(x, y) for x in range(0, 640, 3) for y in range(0, 360, 3)]
    apart = [abs(over.pixelColor(*at).green() - window.pixelColor(*at).green()) for at in points]
    assert max(apart) <= 2


def test_a_green_ground_is_the_keyers_green_and_nothing_else(
    qapp: QtWidgets.QApplication,
) -> None:
    image = read(still.png(LATE, (320, 180), DISTINCT, Look(ground="green")))
    assert not image.hasAlphaChannel()
    empty = read(still.png(Face("blackout"), (320, 180), DISTINCT, Look(ground="green")))
    assert {empty.pixelColor(x, y).name() for x in range(320) for y in range(0, 180, 9)} == {
        "#00b140"
    }


@each_row("mirrored, turned", [(False, 0), (True, 90)])
@each_row("scale", [1.0, 1.25, 1.5])
def test_no_edge_of_a_lower_third_is_half_there(
    qapp: QtWidgets.QApplication, mirrored: bool, turned: Turned, scale: float
) -> None:
    """A keyer would make a green or a dark fringe of it; letters stand on their box alone."""
    look = Look("third", mirrored, turned, ground="clear")
    image = QtGui.QImage(round(401 * scale), round(227 * scale), Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(QtCore.Qt.GlobalColor.transparent)
    with painting(image) as painter:
        face = seen(moment("two"), FR, look)
        paint(painter, QtCore.QRectF(0, 0, 401, 227), face, look=look)
    straight = image.convertToFormat(Format.Format_RGBA8888)  # kept while its bits are read
    assert set(bytes(straight.constBits())[3::4]) == {0, 255}


def test_any_program_reads_it(qapp: QtWidgets.QApplication, tmp_path: Path) -> None:
    """Another encoder's file of the same picture holds the same pixels."""
    image = still.drawn(LATE, (333, 111), look=Look(ground="clear"))
    image.save(str(tmp_path / "qt.png"))
    ours = read(still.encoded(image))
    theirs = QtGui.QImage(str(tmp_path / "qt.png"))
    assert ours == theirs.convertToFormat(ours.format())
