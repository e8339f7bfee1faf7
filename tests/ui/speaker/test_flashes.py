"""The stage never flashes more than three times in any second (WCAG 2.3.1), whatever a hand does.

Looked at on frames as they were really painted, in a minute's program and under hammering hands.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import cycle, islice
from random import Random
from typing import Any

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.commands import command_of
from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.ui.signals import Beat
from runofshow.ui.speaker.look import LAYOUTS, Look
from runofshow.ui.speaker.pace import JUMP, Pace
from runofshow.ui.speaker.palettes import CLASSIC, DISTINCT
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import EN, FR
from tests.hand import Stage, day, leaf
from tests.ui.speaker.flashes import Flashes
from tests.ui.wheel import Wheel, turning

SHORT = {"duration": "20s", "warning": "12s", "danger": "6s", "questions": "3s"}
PLAN = day(
    leaf("a", start="09:00", **SHORT),
    *(leaf(name, **SHORT) for name in ("b", "c", "d")),
    leaf("e", "1h", warning="20m", danger="10m"),
)
Command = Mapping[str, Any]


class Painted(StageWindow):
    """Knows whether it was painted."""

    painted = False

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True


class Rig:
    """A show, a stage on a screen, and an eye that sees every frame."""

    def __init__(self, wheel: Wheel) -> None:
        self.wheel = wheel
        self.desk = Desk(Show.of(PLAN), wheel, guard=timedelta(0))
        self.stage = Painted(FR, pace=Pace(wheel.seconds))
        self.beat = Beat(self.desk)
        self.beat.boarded.connect(self.stage.present)
        self.beat.crossed.connect(self.stage.cross)
        self.beat.vouched.connect(self.stage.vouch)
        self.flashes = Flashes()
        self.stage.resize(640, 360)
        self.stage.show()
        self.beat.start()
        self.go_on(1000)

    def do(self, *commands: Command) -> None:
        for command in commands:
            self.desk.do(command_of(command))

    def go_on(self, milliseconds: int) -> None:
        """Let time pass, looking at every frame that is painted."""
        for _ in range(0, milliseconds, 25):
            self.wheel.turn(25)
            if self.stage.painted:
                self.stage.painted = False
                screen = self.stage.screen()
                frame = screen.grabWindow(self.stage.winId()).toImage()
                self.flashes.look(self.wheel.at, frame)

    @property
    def scene(self) -> str:
        return self.stage.shown.scene

    def hammer(self, hand: Callable[[Any], object], turns: Sequence[Any], every: int) -> None:
        """Do one thing after the other for two seconds and a half, every so many milliseconds."""
        for turn in islice(cycle(turns), 2500 // every):
            hand(turn)
            self.go_on(every)


@pytest.fixture
def rig(paced: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    made = Rig(turning(Stage(PLAN).at("08:59:50"), monkeypatch))
    qtbot.addWidget(made.stage)
    yield made
    made.beat.stop()


def test_a_day_of_crossings_stays_far_below_the_limit(rig: Rig) -> None:
    """Items of some seconds, each with all its crossings, messages flashed, an incident."""
    said: Command = {"do": "say", "text": "PLUS FORT", "flash": True}
    for _ in range(3):
        rig.do({"do": "go"})
        rig.go_on(8_000)
        rig.do(said)
        rig.go_on(3_500)
        rig.do({"do": "clear"}, {"do": "questions"})
        rig.go_on(10_500)
        rig.do({"do": "incident", "on": True})
        rig.go_on(1_000)
        rig.do({"do": "incident", "on": False})
    assert rig.flashes.frames > 60
    assert 1 <= rig.flashes.most <= 2


HANDS: Mapping[str, tuple[Command, ...]] = {
    "blackout": ({"do": "blackout", "on": True}, {"do": "blackout", "on": False}),
    "incident": ({"do": "incident", "on": True}, {"do": "incident", "on": False}),
    "a message": ({"do": "say", "text": "2 MIN", "flash": True}, {"do": "clear"}),
    "the clock held": ({"do": "hold"}, {"do": "resume"}),
    "time given and taken": ({"do": "stretch", "by": "51m"}, {"do": "stretch", "by": "-51m"}),
    "phases in turn": tuple({"do": "stretch", "by": by} for by in ("-45m", "-10m", "-6m", "61m")),
}
ALL_CLEAR: tuple[Command, ...] = (
    {"do": "clear"},
    {"do": "incident", "on": False},
    {"do": "blackout", "on": False},
)


def test_no_hand_can_make_it_flash_however_fast(rig: Rig) -> None:
    rig.do({"do": "go", "slot": "e"})
    rig.go_on(1000)
    for name, commands in HANDS.items():
        for every in (160, 75):  # six times a second, and faster than any hand
            rig.hammer(rig.do, commands, every)
            assert rig.flashes.most <= 3, name
        rig.do(*ALL_CLEAR)
        rig.go_on(1000)


def test_nor_can_who_chooses_its_look(rig: Rig) -> None:
    rig.do({"do": "go", "slot": "e"})
    rig.hammer(rig.stage.dress, (Look(mirrored=True), Look()), 75)
    rig.hammer(rig.stage.dress, [Look(layout, ground="green") for layout in LAYOUTS], 75)
    rig.stage.dress(Look())
    rig.hammer(rig.stage.wear, (DISTINCT, CLASSIC), 75)
    rig.hammer(rig.stage.speak, (EN, FR), 75)
    assert rig.flashes.most <= 3


def test_hands_that_do_anything_at_any_moment_cannot_either(rig: Rig) -> None:
    chance = Random(2)
    rig.do({"do": "go", "slot": "e"})
    commands = [command for pair in HANDS.values() for command in pair]
    for _ in range(200):
        rig.do(chance.choice(commands))
        rig.go_on(25 * chance.randrange(1, 8))
    assert rig.flashes.most <= 3
    rig.do(*ALL_CLEAR, {"do": "blackout", "on": True})
    rig.go_on(int(1000 * JUMP))
    assert rig.scene == "blackout"  # what was asked last is what is shown


def test_without_its_pace_it_would_flash(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The eye of these tests sees what it is there to see."""
    monkeypatch.setattr(Pace, "wait", lambda *_: 0.0)
    rig.do({"do": "go"})
    rig.hammer(rig.do, HANDS["blackout"], 75)
    assert rig.flashes.most > 3


def test_what_is_asked_once_is_shown_at_once(rig: Rig) -> None:
    rig.do({"do": "go"})
    assert rig.scene == "running"
    rig.go_on(1000)
    rig.do({"do": "blackout", "on": True})
    assert rig.scene == "blackout"
    QtWidgets.QApplication.processEvents()
    assert rig.stage.painted


def test_digits_flip_on_their_second_right_after_a_hand(rig: Rig) -> None:
    """A step of time waits for nothing, so that all windows flip together."""
    rig.do({"do": "go", "slot": "e"})
    rig.go_on(3950)
    rig.do({"do": "say", "text": "2 MIN"})
    before = rig.stage.shown
    rig.wheel.turn(50)
    assert before.message == "2 MIN"
    assert rig.stage.shown.digits != before.digits
