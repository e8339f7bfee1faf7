"""What is done to one window alone: black, its picture kept, the test pattern; seen in pixels."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.pattern import GREYS, LINE, SIDE
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import EN, FR
from tests.rows import each_row
from tests.ui.speaker.days import ON_TABLE, seen

WHITE = QtGui.QColor(LINE)


class Patient:
    """Shows everything at once."""

    def wait(self, *_: object) -> float:
        return 0.0

    def shown(self, *_: object) -> None:
        pass

    def now(self) -> float:
        return 0.0


@pytest.fixture
def stage(qtbot: QtBot) -> StageWindow:
    window = StageWindow(FR)
    qtbot.addWidget(window)
    window.resize(960, 540)
    window._pace = Patient()  # type: ignore[assignment]
    window.present(seen(ON_TABLE, "9:20"))
    window.show()
    return window


def picture(window: QtWidgets.QWidget) -> QtGui.QImage:
    QtWidgets.QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage()


def colours(image: QtGui.QImage, area: QtCore.QRect) -> set[str]:
    part = image.copy(area)
    return {part.pixelColor(x, y).name() for x in range(part.width()) for y in range(part.height())}


def test_black_is_black_to_the_last_pixel_and_nothing_is_lost_by_it(stage: StageWindow) -> None:
    lit = picture(stage)
    black = lit.copy()
    black.fill(QtCore.Qt.GlobalColor.black)
    stage.darken(True)
    assert picture(stage) == black
    stage.freeze(True)  # black is stronger
    stage.test("Sortie 2", "HDMI-1")
    assert picture(stage) == black
    stage.freeze(False)
    stage.end_test()
    stage.darken(False)
    assert picture(stage) == lit


def test_a_picture_kept_says_so_and_no_second_passes_on_it(stage: StageWindow) -> None:
    lit = picture(stage)
    stage.freeze(True)
    kept = picture(stage)
    assert stage.shown.mark == FR.frozen
    assert kept != lit
    head = QtCore.QRect(400, 0, 160, 36)  # the plate stands at the top, in the middle
    assert WHITE.name() in colours(kept, head)
    assert WHITE.name() not in colours(lit, head)
    for second in ("9:20:01", "9:31", "9:44:59"):
        stage.present(seen(ON_TABLE, second))
        assert picture(stage) == kept
    stage.freeze(False)
    assert (stage.shown.mark, stage.shown.digits) == ("", "0:01")
    assert picture(stage) != kept


@each_row("ground, marked", [("paper", True), ("green", False), ("clear", False)])
def test_what_is_laid_over_another_picture_is_kept_without_a_mark(
    qtbot: QtBot, ground: str, marked: bool
) -> None:
    window = StageWindow(EN, look=Look("third", ground=ground))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.present(seen(ON_TABLE, "9:20"), "REHEARSAL")
    window.freeze(True)
    assert window.shown.mark == ("REHEARSAL · FROZEN" if marked else "REHEARSAL")


@each_row("size", [(960, 540), (1024, 768), (540, 960), (1600, 200)])
def test_the_pattern_reaches_the_last_pixel_of_every_edge(
    stage: StageWindow, size: tuple[int, int]
) -> None:
    stage.resize(*size)
    stage.test("Sortie 2", "HDMI-1")
    image = picture(stage)
    wide, high = size
    for x in (*range(0, wide, 7), wide - 1):
        assert image.pixelColor(x, 0) == image.pixelColor(x, high - 1) == WHITE
    for y in (*range(0, high, 7), high - 1):
        assert image.pixelColor(0, y) == image.pixelColor(wide - 1, y) == WHITE
    own = stage.shown.own
    assert (getattr(own, "wide", 0), getattr(own, "high", 0)) == size  # its real size is told
    stage.end_test()
    assert picture(stage).pixelColor(0, 0) != WHITE


def test_the_pattern_has_every_grey_every_phase_and_lines_one_pixel_apart(
    stage: StageWindow,
) -> None:
    stage.test("Sortie 2", "HDMI-1")
    image = picture(stage)
    step = (1 - 2 * SIDE - 0.04) / GREYS
    greys = [
        image.pixelColor(round(960 * (SIDE + 0.02 + (number + 0.5) * step)), round(540 * 0.84))
        for number in range(GREYS)
    ]
    levels = [grey.red() for grey in greys]
    assert levels[0] == 0
    assert levels[-1] == 255
    assert levels == sorted(set(levels))
    assert all(grey.red() == grey.green() == grey.blue() for grey in greys)
    inks = {CLASSIC.warning, CLASSIC.danger, CLASSIC.over, CLASSIC.questions}
    assert {ink.lower() for ink in inks} <= colours(image, QtCore.QRect(0, 54, 960, 10))
    row = [image.pixelColor(x, 250) == WHITE for x in range(70, 200)]
    first = row.index(True)
    assert row[first : first + 48] == [True, False] * 24
