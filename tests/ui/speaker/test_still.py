"""The stage as a picture in a file: what a window shows, to the pixel, on any ground."""

from pathlib import Path

import pytest
from PySide6 import QtGui, QtWidgets

from runofshow.ui.speaker import still
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import CLASSIC, DISTINCT
from tests.ui.speaker.days import ON_TABLE, shown
from tests.ui.speaker.test_picture import grabbed

LATE = shown(ON_TABLE, "9:47")


def read(data: bytes) -> QtGui.QImage:
    image = QtGui.QImage()
    assert image.loadFromData(data, "PNG")
    return image


@pytest.mark.parametrize("size", [(640, 360), (361, 641), (17, 33)])
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


def test_any_program_reads_it(qapp: QtWidgets.QApplication, tmp_path: Path) -> None:
    """Another encoder's file of the same picture holds the same pixels."""
    image = still.drawn(LATE, (333, 111), look=Look(ground="clear"))
    image.save(str(tmp_path / "qt.png"))
    ours = read(still.encoded(image))
    theirs = QtGui.QImage(str(tmp_path / "qt.png"))
    assert ours == theirs.convertToFormat(ours.format())
