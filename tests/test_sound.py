"""Sounds: played beside everything else, on the device that was chosen or on none."""

import threading
from array import array
from itertools import combinations

import pytest

from runofshow import sound as module
from runofshow.chimes import RATE, TUNES, sound
from runofshow.core.errors import Silent
from runofshow.core.sentences import Sentence
from runofshow.sound import AHEAD, Headphones, Ringer
from tests.process import PATIENCE

# --- chimes -------------------------------------------------------------------------------------


def test_chimes_are_short_begin_and_end_in_silence_and_differ() -> None:
    chimes = {name: array("h", sound(name, 100)) for name in TUNES}
    for samples in chimes.values():
        assert len(samples) < 1.3 * RATE
        assert (abs(samples[0]), max(map(abs, samples[-24:]))) < (200, 200)
        assert 29_000 < max(map(abs, samples)) <= 32_767
    assert all(one != other for one, other in combinations(chimes.values(), 2))


def test_the_volume_is_that_of_the_chime() -> None:
    loud, soft = (array("h", sound("due", volume)) for volume in (100, 10))
    assert max(soft) == pytest.approx(max(loud) / 10, rel=0.01)
    assert not any(array("h", sound("due", 0)))


# --- the ringer ---------------------------------------------------------------------------------


class Fake:
    """A device that plays as long as the test lets it."""

    def __init__(self) -> None:
        self.there = {"headset"}
        self.played: list[tuple[str | None, bytes]] = []
        self.let = threading.Event()
        self.let.set()
        self.heard = threading.Condition()

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.there))

    def play(self, device: str | None, sound: bytes, rate: int) -> None:
        with self.heard:
            self.played.append((device, sound))
            self.heard.notify_all()
        assert self.let.wait(PATIENCE)
        if device is not None and device not in self.there:
            raise Silent("sound_gone", device=device)

    def plays(self, count: int) -> bool:
        with self.heard:
            return self.heard.wait_for(lambda: len(self.played) >= count, PATIENCE)


class Told:
    """What a ringer tells, in order."""

    def __init__(self) -> None:
        self.codes: list[str | None] = []
        self._came = threading.Condition()

    def __call__(self, trouble: Sentence | None) -> None:
        with self._came:
            self.codes.append(None if trouble is None else trouble.code)
            self._came.notify_all()

    def hears(self, *codes: str | None) -> bool:
        with self._came:
            return self._came.wait_for(lambda: self.codes == list(codes), PATIENCE)


@pytest.fixture
def devices() -> Fake:
    return Fake()


@pytest.fixture
def told() -> Told:
    return Told()


def rung(ringer: Ringer, *sounds: bytes, device: str | None = "headset") -> None:
    for each in sounds:
        ringer.ring(lambda each=each: each, RATE, device)  # type: ignore[misc]


def test_whoever_rings_never_waits_and_what_is_too_much_is_left_out(
    devices: Fake, told: Told
) -> None:
    ringer = Ringer(devices, told)
    devices.let.clear()
    rung(ringer, b"one")
    assert devices.plays(1)  # and goes on playing
    rung(ringer, *(bytes([number]) for number in range(50)))  # returns at once
    devices.let.set()
    assert devices.plays(1 + AHEAD)
    ringer.stop()
    assert ringer._thread is not None
    ringer._thread.join(5)
    assert [each for _, each in devices.played] == [b"one", b"\0", b"\1"]
    assert told.codes == []


def test_a_device_that_is_gone_is_told_of_once_and_nothing_sounds_elsewhere(
    devices: Fake, told: Told
) -> None:
    ringer = Ringer(devices, told)
    devices.there.clear()
    for number in range(3):
        rung(ringer, b"x")
        assert devices.plays(number + 1)
    assert told.hears("sound_gone")
    devices.there.add("headset")
    rung(ringer, b"y")
    assert told.hears("sound_gone", None)
    assert {device for device, _ in devices.played} == {"headset"}
    ringer.stop()


def test_what_is_made_ready_takes_no_place_from_what_is_to_be_heard(
    devices: Fake, told: Told
) -> None:
    ringer = Ringer(devices, told)
    devices.let.clear()
    rung(ringer, b"x")
    assert devices.plays(1)
    for _ in range(5):
        ringer.prepare(lambda: None)
    rung(ringer, b"y")
    devices.let.set()
    assert devices.plays(2)
    ringer.stop()


def test_a_device_that_hangs_is_told_of_and_holds_nobody_up(
    devices: Fake, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    ringer = Ringer(devices, told)
    devices.let.clear()
    rung(ringer, b"x")
    assert devices.plays(1)
    monkeypatch.setattr(module, "STUCK", 0.0)
    rung(ringer, *([b"y"] * 10))
    assert told.hears("sound_stuck")
    devices.let.set()
    assert told.hears("sound_stuck", None)
    ringer.stop()


# --- the library --------------------------------------------------------------------------------


def test_without_the_library_it_is_said_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "installed", lambda: False)
    for ask in (Headphones().names, lambda: Headphones().play("x", b"", RATE)):
        with pytest.raises(Silent, match="miniaudio"):
            ask()


@pytest.fixture
def deaf() -> Headphones:
    """Devices that really play, into nobody's ears: machines that test have none to hear with."""
    miniaudio = pytest.importorskip("miniaudio")
    return Headphones([miniaudio.Backend.NULL])


def test_a_sound_is_played_to_its_end_on_a_device_by_its_name(deaf: Headphones) -> None:
    (name,) = deaf.names()
    deaf.play(name, sound("due", 50)[: RATE // 5], RATE)
    with pytest.raises(Silent, match="gone"):
        deaf.play("a headset", b"\0\0", RATE)


def test_what_the_library_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    miniaudio = pytest.importorskip("miniaudio")
    with pytest.raises(Silent, match="does not answer"):
        Headphones([miniaudio.Backend.CUSTOM]).names()
    with pytest.raises(Silent, match="does not answer"):
        Headphones([miniaudio.Backend.CUSTOM]).play(None, b"\0\0", RATE)


def test_a_device_that_stops_in_the_midst_is_told(
    deaf: Headphones, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LEFT", -0.15)
    with pytest.raises(Silent, match="stopped"):
        deaf.play(None, bytes(RATE // 5 * 2), RATE)
