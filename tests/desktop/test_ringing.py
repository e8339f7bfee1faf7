"""The chime in the headset: rung for what was chosen, tried on the page, silent by default."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from runofshow.chimes import sound
from runofshow.core.commands import Go
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.desktop.memory import Memory
from runofshow.desktop.ringing import Ringing
from runofshow.desktop.telling import Telling
from runofshow.store.settings import Sound
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.signals import Beat
from tests.hand import HandClock, Stage, day, leaf
from tests.process import PATIENCE
from tests.test_sound import Fake

PLAN = day(leaf("a", "10m", start="09:00", warning="3m", danger="1m"), leaf("b", "10m"))


class Rig:
    def __init__(self, folder: Path, plan: Plan = PLAN) -> None:
        self.clock = HandClock(Stage(plan).at("09:00"))
        desk = Desk(Show.of(plan), self.clock, guard=timedelta(0))
        self.window, self.devices, self.memory = OperatorWindow("fr"), Fake(), Memory(folder)
        self.beat = Beat(desk)
        telling = Telling(self.window, lambda: desk)
        self.ringing = Ringing(self.window, self.beat, self.memory, telling, self.devices)
        self.beat.start()
        desk.do(Go())

    def turn(self, minutes: float) -> None:
        self.clock.turn(minutes=minutes)
        self.beat._timer.timeout.emit()

    def heard(self) -> list[bytes]:
        """What was played, once all is."""
        self.ringing.stop()
        thread = self.ringing._ringer._thread
        if thread is not None:
            thread.join(PATIENCE)
        return [each for _, each in self.devices.played]


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(tmp_path)
    qtbot.addWidget(made.window)
    yield made
    made.beat.stop()


def test_it_is_silent_until_somebody_wants_it(rig: Rig) -> None:
    rig.turn(7)
    assert rig.heard() == []


def test_what_was_chosen_rings_on_the_device_and_what_was_not_is_silent(rig: Rig) -> None:
    rig.memory.change(sound=Sound(on=True, device="headset", volume=30, danger=False))
    rig.turn(7)
    assert rig.devices.plays(1)
    rig.turn(2)
    rig.turn(1.02)
    assert rig.devices.plays(2)
    assert rig.heard() == [sound("warning", 30), sound("over", 30)]
    assert {device for device, _ in rig.devices.played} == {"headset"}


def test_a_gong_tells_the_rooms_of_five_minutes_and_of_the_end(
    qtbot: QtBot, tmp_path: Path
) -> None:
    rooms = [{"room": "Salle 1", "title": "Compost"}]
    rig = Rig(tmp_path, day(leaf("a", "45m", start="09:00", activities=rooms), leaf("b", "10m")))
    qtbot.addWidget(rig.window)
    rig.memory.change(sound=Sound(on=True, warning=False, danger=False, over=False, due=False))
    for minutes in (39.98, 0.03, 0.03, 4.94, 0.03, 0.03):
        rig.turn(minutes)
    rig.beat.stop()
    assert rig.heard() == [sound("gong", 60)] * 2


def test_what_is_long_past_is_not_rung_any_more(rig: Rig) -> None:
    rig.memory.change(sound=Sound(on=True))
    rig.turn(9)  # a machine that slept: the warning was two minutes ago
    assert rig.heard() == [sound("danger", 60)]


def test_a_choice_is_heard_and_kept_and_the_trial_plays_all_that_were_chosen(
    rig: Rig, qtbot: QtBot
) -> None:
    choose = rig.window.setting_chosen.emit
    choose("sound.on", True)
    assert rig.devices.plays(1)
    choose("sound.call", False)
    choose("sound.device", "headset")
    choose("sound.due", True)
    assert rig.devices.plays(2)
    kept = rig.memory.settings.sound
    assert (kept.on, kept.call, kept.device) == (True, False, "headset")
    choose("sound.trial", True)
    played = rig.heard()
    assert played[:2] == [sound("warning", 60), sound("due", 60)]
    assert all(sound(name, 60) in played[2] for name in ("warning", "danger", "over", "due"))
    assert sound("call", 60) not in played[2]


def test_the_page_offers_the_outputs_there_are(rig: Rig, qtbot: QtBot) -> None:
    rig.window.preferring.toggle()
    qtbot.waitUntil(lambda: rig.window.preferring._sounds == ("headset",))
    row = rig.window.preferring.sheet.rows["sound.device"]
    assert row.buttons[0].text() == "Celle du système"


def test_an_output_that_is_gone_is_told_in_a_banner_until_it_is_back(
    rig: Rig, qtbot: QtBot
) -> None:
    rig.memory.change(sound=Sound(on=True, device="other"))
    rig.turn(7)
    qtbot.waitUntil(lambda: rig.window.banners.holds("sound"))
    rig.devices.there.add("other")
    rig.turn(2)
    qtbot.waitUntil(lambda: not rig.window.banners.holds("sound"))


def test_without_the_library_the_page_says_how_to_have_it(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.window.preferring.offer_sounds((), silent=True)
    rig.window.preferring.toggle()
    rig.window.preferring.offer_sounds((), silent=True)
    row = rig.window.preferring.sheet.rows["sound.on"]
    assert "pip install miniaudio" in row.accessibleDescription()
