"""Keeping the machine awake: asked beside, held until let go, taken again, honest about it."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from threading import Event

import pytest

from runofshow import awake as module
from runofshow.awake import Awake, Hold
from runofshow.awake_x11 import Nudging, x11
from tests.display import Display
from tests.process import PATIENCE


class System:
    """What a system is asked and gives back, in order; it answers when it is let."""

    def __init__(self, by: str = "a service") -> None:
        self.by, self.forgot = by, False
        self.told: list[str] = []
        self.let = Event()
        self.let.set()
        self._heard = threading.Condition()

    @contextmanager
    def presenting(self) -> Iterator[Hold]:
        self.let.wait(PATIENCE)
        number = sum(line.startswith("held") for line in self.told) + 1
        self._note(f"held {number}")
        yield Hold(self.by)
        self._note(f"left {number}")
        if self.forgot:
            raise RuntimeError("whoever held it is gone")

    def _note(self, line: str) -> None:
        with self._heard:
            self.told.append(line)
            self._heard.notify_all()

    def hears(self, *lines: str) -> bool:
        """Whether this, and nothing else, is what it is told before long."""
        with self._heard:
            return self._heard.wait_for(lambda: self.told == list(lines), PATIENCE)


@pytest.fixture
def awake_with() -> Iterator[Callable[[System], Awake]]:
    made: list[Awake] = []

    def make(system: System) -> Awake:
        made.append(Awake(system.presenting))
        return made[-1]

    yield make
    for awake in made:
        awake.stop()


MakeAwake = Callable[[System], Awake]


@pytest.mark.parametrize("by", ["a service", ""])
def test_it_is_held_until_it_is_left_and_says_what_was_granted(
    awake_with: MakeAwake, by: str
) -> None:
    system = System(by)
    system.let.clear()
    awake = awake_with(system)
    assert awake.granted is None
    awake.hold()
    awake.hold()  # once is enough
    assert awake.granted is None  # nobody waits for the system
    system.let.set()
    assert awake.wait(PATIENCE) is bool(by)
    assert system.told == ["held 1"]
    awake.stop()
    assert system.told == ["held 1", "left 1"]
    assert awake.granted is None


def test_let_go_it_is_held_again_when_asked(awake_with: MakeAwake) -> None:
    system = System()
    awake = awake_with(system)
    awake.release()
    awake.hold()
    assert system.hears("held 1")
    awake.release()
    assert system.hears("held 1", "left 1")
    awake.hold()
    assert system.hears("held 1", "left 1", "held 2")
    assert awake.wait(PATIENCE)


def test_it_is_taken_again_before_the_former_is_given_back(awake_with: MakeAwake) -> None:
    system = System()
    awake = awake_with(system)
    awake.hold()
    assert system.hears("held 1")
    awake.renew()
    assert system.hears("held 1", "held 2", "left 1")


def test_it_is_taken_again_by_itself_now_and_then(
    awake_with: MakeAwake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AGAIN", 0.01)
    system = System()
    awake_with(system).hold()
    with system._heard:
        assert system._heard.wait_for(lambda: "left 3" in system.told, PATIENCE)


def test_what_was_refused_is_asked_for_again_soon(
    awake_with: MakeAwake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REFUSED", 0.01)
    system = System(by="")
    awake = awake_with(system)
    awake.hold()
    assert awake.wait(PATIENCE) is False
    system.by = "a service that came up late"
    with system._heard:
        assert system._heard.wait_for(lambda: awake.granted is True, PATIENCE)


def test_a_service_that_forgot_what_it_held_is_asked_again(awake_with: MakeAwake) -> None:
    system = System()
    awake = awake_with(system)
    awake.hold()
    assert system.hears("held 1")
    system.forgot = True
    awake.renew()
    assert system.hears("held 1", "held 2", "left 1")
    assert awake.granted is True


def test_left_before_it_ran_nothing_is_asked() -> None:
    Awake().stop()


# --- a bare X server -----------------------------------------------------------------------------


def test_only_a_real_x_server_is_nudged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert x11({"DISPLAY": ":0"})
    assert not x11({})
    assert not x11({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert not x11({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"})
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not x11({"DISPLAY": ":0"})


def test_without_an_x_server_nothing_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    with Nudging() as nudging:
        assert not nudging.active


SAVER = """
import ctypes
x, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XDefaultRootWindow.restype = ctypes.c_ulong
saver.XScreenSaverAllocInfo.restype = ctypes.POINTER(ctypes.c_int)
display = ctypes.c_void_p(x.XOpenDisplay(None))
told = saver.XScreenSaverAllocInfo()
root = ctypes.c_ulong(x.XDefaultRootWindow(display))
saver.XScreenSaverQueryInfo(display, root, told)
print(told[2])  # after the window, an unsigned long
"""


@pytest.mark.display
@pytest.mark.skipif(not find_library("Xss"), reason="asks libXss")
def test_a_bare_x_server_lights_its_screens_again(
    display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dark() -> bool:
        return display.ask(sys.executable, "-c", SAVER).strip() == "1"

    monkeypatch.setenv("DISPLAY", display.name)
    display.ask("xset", "s", "activate")
    assert dark()
    with Nudging() as nudging:
        assert nudging.active
        assert not dark()
