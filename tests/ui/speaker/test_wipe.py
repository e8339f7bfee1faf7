"""The lower third comes from the left and goes back there; nothing on it is ever half there."""

from collections.abc import Iterator

import pytest
from PySide6 import QtGui
from pytestqt.qtbot import QtBot

from runofshow.core.board import Board
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.pace import Pace
from runofshow.ui.speaker.third import Person, Third
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.speaker.wipe import COMES, GOES, Wipe
from runofshow.ui.texts.stage import FR
from tests.hand import Stage, day, leaf
from tests.ui.wheel import Wheel, turning

ANNE = {"name": "Anne MARTIN", "role": "Présidente", "organisation": "Les Amis"}
PLAN = day(
    leaf("a", start="09:00", speakers=[ANNE]),
    leaf("b", speakers=[{"name": "Bo LI", "role": "Élu"}]),
    leaf("c", kind="break"),
)


def test_what_was_there_goes_before_what_is_new_comes() -> None:
    one, two = (Face("own", own=Third((Person(name, "", ""),))) for name in "ab")
    wipe = Wipe(one, two, 0.0)
    assert wipe.at(0.0) == (one, 1.0)
    face, part = wipe.at(GOES / 2)
    assert (face, 0 < part < 1) == (one, True)
    assert wipe.at(GOES) == (two, 0.0)
    assert wipe.at(GOES + COMES) == (two, 1.0)
    assert not wipe.over(GOES)
    assert wipe.over(GOES + COMES)
    assert Wipe(Face("own"), two, 0.0).at(0.0) == (two, 0.0)
    assert Wipe(one, Face("own"), 0.0).over(GOES)


class Rig:
    """A window on a green ground, on a wheel."""

    def __init__(self, wheel: Wheel) -> None:
        self.wheel, self.day = wheel, Stage(PLAN)
        self.window = StageWindow(FR, look=Look("third", ground="green"), pace=Pace(wheel.seconds))
        self.window.resize(480, 270)
        self.window.show()

        self.window.present(self.day.board("08:59"))

    def shows(self, *acts: tuple[str, str]) -> Board:
        for at, do in acts:
            self.day.do(at, do)
        board = self.day.board(acts[-1][0])
        self.window.present(board)
        return board

    def film(self, count: int) -> Iterator[QtGui.QImage]:
        """What is on the screen, picture by picture, while the board is vouched for."""
        for _ in range(count):
            self.window.vouch(20)
            self.wheel.turn(20)
            yield self.window.screen().grabWindow(self.window.winId()).toImage()


@pytest.fixture
def rig(paced: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Rig:
    made = Rig(turning(Stage(PLAN).at("09:00"), monkeypatch))
    qtbot.addWidget(made.window)
    return made


def reaches(image: QtGui.QImage) -> int:
    """How far right anything but green stands."""
    green = QtGui.QColor("#00B140")
    across = range(image.width() - 1, -1, -1)
    row = range(185, 250, 4)
    return next((x for x in across if any(image.pixelColor(x, y) != green for y in row)), 0)


def test_it_is_drawn_in_and_back_and_its_edges_are_sharp(rig: Rig) -> None:
    rig.wheel.turn(300)
    rig.shows(("09:00", "go"))
    came = list(rig.film(20))
    widths = [reaches(image) for image in came]
    assert widths == sorted(widths)
    assert len(set(widths)) > 8
    whole = {came[-1].pixelColor(x, y).rgb() for x in range(480) for y in range(180, 255)}
    halfway = came[5]
    assert {halfway.pixelColor(x, y).rgb() for x in range(480) for y in range(180, 255)} <= whole
    rig.wheel.turn(300)
    rig.shows(("09:05", "end"))
    went = [reaches(image) for image in rig.film(20)]
    assert went == sorted(went, reverse=True)
    assert went[-1] == 0
    assert not rig.window._wiping.isActive()


def test_the_next_speaker_comes_once_the_last_has_gone(rig: Rig) -> None:
    rig.shows(("09:00", "go"))
    list(rig.film(30))
    rig.shows(("09:10", "go"))
    widths = [reaches(image) for image in rig.film(30)]
    lowest = widths.index(min(widths))
    assert widths[: lowest + 1] == sorted(widths[: lowest + 1], reverse=True)
    assert widths[lowest:] == sorted(widths[lowest:])
    assert 0 < lowest < 15


def test_black_takes_it_away_at_once(rig: Rig) -> None:
    rig.shows(("09:00", "go"))
    list(rig.film(30))
    rig.day.do("09:01", "blackout", on=True)
    rig.window.present(rig.day.board("09:01"))
    assert reaches(next(rig.film(1))) == 0
