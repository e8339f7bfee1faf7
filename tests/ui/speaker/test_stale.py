"""A stage that nobody tells anything says so within a second, and never without a reason."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from runofshow.core.board import Board
from runofshow.core.commands import command_of
from runofshow.core.show import Show
from runofshow.core.times import show_countdown, whole_left
from runofshow.desk import Desk
from runofshow.ui.signals import AGAIN, Beat
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import FR
from tests.hand import Stage, day, leaf
from tests.rows import each_row
from tests.ui.wheel import Wheel, turning

PLAN = day(leaf("a", "10m", start="09:00", warning="2m"), leaf("b", "5m"))


class Rig:
    """A show whose first item has run for a while, its beat, and a stage."""

    def __init__(self, wheel: Wheel) -> None:
        self.wheel = wheel
        self.desk = Desk(Show.of(PLAN), wheel, guard=timedelta(0))
        self.stage = StageWindow(FR)
        self.beat = Beat(self.desk)
        self.beat.boarded.connect(self.stage.present)
        self.beat.vouched.connect(self.stage.vouch)
        self.desk.do(command_of({"do": "go"}))
        self.beat.start()
        wheel.turn(3_300)

    @property
    def true(self) -> bool:
        """Whether the stage shows the time that is left now, whatever the desk says."""
        left = timedelta(minutes=10) - timedelta(milliseconds=self.wheel.at)
        return self.stage.shown.digits == show_countdown(whole_left(left))

    def says_so(self) -> bool:
        return self.stage.shown.stale

    def looked(self, milliseconds: int) -> Iterator[int]:
        """Every fiftieth of a second from now on, since now."""
        for gone in range(0, milliseconds, 20):
            yield gone
            self.wheel.turn(20)


@pytest.fixture
def rig(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    made = Rig(turning(Stage(PLAN).at("09:00:00"), monkeypatch))
    qtbot.addWidget(made.stage)
    yield made
    made.beat.stop()


def lied(rig: Rig, milliseconds: int) -> int:
    """For how long, of so many milliseconds, the stage showed a false time as true."""
    return 20 * sum(not rig.true and not rig.says_so() for _ in rig.looked(milliseconds))


@each_row("moment", [0, 250, 490, 700, 990])
def test_a_beat_that_stops_is_told_of_within_a_second_of_what_it_owed(
    rig: Rig, moment: int
) -> None:
    rig.wheel.turn(moment)
    rig.beat._timer.stop()
    assert lied(rig, 2000) < 700
    assert rig.says_so()
    assert rig.stage.shown.plate == FR.not_updated


def test_a_desk_that_has_no_board_any_more_is_told_of_within_a_second_of_what_it_owed(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> Board:
        raise ArithmeticError("no board")

    with monkeypatch.context() as broken, capture_exceptions() as caught:
        broken.setattr(rig.desk, "board", fails)
        assert lied(rig, 5000) < 1000
    assert caught
    assert rig.says_so()
    rig.wheel.turn(AGAIN)
    assert not rig.says_so()
    assert rig.true


@each_row("backwards", [False, True])
def test_a_loop_that_stood_still_shows_the_true_time_next_without_a_false_alarm(
    rig: Rig, backwards: bool
) -> None:
    seen: list[bool] = []
    rig.stage.picture_changed.connect(lambda face: seen.append(face.stale))
    rig.wheel.backwards = backwards
    for blocked in (400, 700, 2000, 30_000):
        rig.wheel.block(blocked)
        rig.wheel.turn(0)  # what is due once more, a moment's turn later
        assert rig.true
        rig.wheel.turn(1700)
    assert not any(seen)


def test_a_loop_that_stood_still_and_has_nobody_to_ask_says_so_at_once(rig: Rig) -> None:
    rig.beat._timer.stop()
    rig.wheel.block(2000)
    rig.wheel.turn(100)
    assert rig.says_so()


def test_under_load_however_heavy_there_is_no_false_alarm_and_no_flicker(rig: Rig) -> None:
    """A minute in which the loop stands still for up to half a second again and again."""
    seen: list[bool] = []
    rig.stage.picture_changed.connect(lambda face: seen.append(face.stale))
    chance = Random(6)
    for _ in range(120):
        rig.wheel.block(chance.randrange(20, 500))
        rig.wheel.turn(chance.randrange(0, 20))
        assert rig.true
    assert len(seen) >= 30
    assert not any(seen)


def test_a_clock_that_stands_is_vouched_for_too(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "rate", 0.0)
    rig.wheel.turn(1000)
    assert not any(rig.says_so() for _ in rig.looked(3000))
