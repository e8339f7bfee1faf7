"""Playing a sound on a device that was chosen: beside everything else, and never in its way.

- `Devices` is the port; `Headphones` are those of this machine, through a library that need not be
  installed; a test has its own.
- `Ringer` plays in a thread of its own. Whoever rings never waits: what cannot be played soon is
  left out, and a device that is gone, or that holds the thread up, is told of once. A sound meant
  for one device is never played on another: that one may be the hall's.
"""

import queue
import threading
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from importlib.util import find_spec
from typing import Any, Final, Protocol

from runofshow.core.errors import Silent
from runofshow.core.sentences import Sentence
from runofshow.harm import without_harm

AHEAD: Final = 2
"""Sounds that may wait for one that is played."""
STUCK: Final = 5.0
"""Seconds after which a device that is still at it holds the thread up."""
_LEFT: Final = 1.0
"""Seconds that a device may take longer than its sound lasts."""


class Devices(Protocol):
    """The devices that sounds can be played on."""

    def names(self) -> tuple[str, ...]:
        """What they are called; may take a while. Raises Silent."""

    def play(self, device: str | None, sound: bytes, rate: int) -> None:
        """Play a sound (16 bits, one channel) to its end, None: where the system plays its own.

        Raises Silent.
        """


def installed() -> bool:
    """Whether the library that plays sounds is here."""
    return find_spec("miniaudio") is not None


class Headphones:
    """The devices of this machine. `backends` are miniaudio's, None: those that it finds."""

    def __init__(self, backends: list[Any] | None = None) -> None:
        self._backends = backends

    def names(self) -> tuple[str, ...]:
        """See Devices."""
        return tuple(found["name"] for found in self._found())

    def play(self, device: str | None, sound: bytes, rate: int) -> None:
        """See Devices."""
        number = None if device is None else self._number(device)
        import miniaudio

        ended = threading.Event()
        try:
            with miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16, 1, rate,
                buffersize_msec=50, device_id=number, backends=self._backends,
                app_name="Run of Show",
            ) as opened:  # fmt: skip
                fed = _fed(sound, ended)
                next(fed)
                opened.start(fed)
                if not ended.wait(len(sound) / 2 / rate + _LEFT):
                    raise Silent("sound_stopped")
                time.sleep(0.15)  # what was fed last is still to be heard
        except miniaudio.MiniaudioError as error:
            raise Silent("sound_failed", why=str(error.args[0])) from None

    def _number(self, device: str) -> Any:
        """What the library knows the device by; raises Silent when it is not there."""
        for found in self._found():
            if found["name"] == device:
                return found["id"]
        raise Silent("sound_gone", device=device)

    def _found(self) -> list[dict[str, Any]]:
        if not installed():
            raise Silent("sound_missing")
        import miniaudio

        try:
            return list(miniaudio.Devices(self._backends).get_playbacks())
        except miniaudio.MiniaudioError as error:
            raise Silent("sound_failed", why=str(error.args[0])) from None


def _fed(sound: bytes, ended: threading.Event) -> Generator[bytes, int, None]:
    """The sound piece by piece, as large as the device asks; `ended` is set behind the last."""
    wanted, at = (yield b""), 0
    while at < len(sound):
        piece = sound[at : at + 2 * wanted]
        at += len(piece)
        wanted = yield piece
    ended.set()


class Ringer:
    """Plays sounds one after the other. `told` hears, in another thread, what keeps it silent.

    It hears None once a sound is heard again.
    """

    def __init__(self, devices: Devices, told: Callable[[Sentence | None], None]) -> None:
        self._devices, self._told = devices, told
        self._waiting: queue.Queue[Callable[[], object] | None] = queue.Queue(AHEAD)
        self._thread: threading.Thread | None = None
        self._since: float | None = None
        self._trouble: Sentence | None = None

    def ring(self, sound: Callable[[], bytes], rate: int, device: str | None) -> None:
        """Play what `sound` gives, soon or not at all; `sound` is asked in the ringer's thread."""
        since = self._since
        if since is not None and time.monotonic() - since > STUCK:
            self._tell(Sentence.of("sound_stuck"))
        self._begin()
        with suppress(queue.Full):
            self._waiting.put_nowait(lambda: self._play(sound, rate, device))

    def prepare(self, work: Callable[[], object]) -> None:
        """Do something in the ringer's thread, before it is needed there.

        Not while something waits to be played: it would take its place in the queue.
        """
        self._begin()
        if self._waiting.empty():
            self._waiting.put_nowait(work)

    def stop(self) -> None:
        """Play nothing more; what is being heard dies away by itself."""
        with suppress(queue.Full):
            self._waiting.put_nowait(None)

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="ringer")
            self._thread.start()

    def _run(self) -> None:
        while (work := self._waiting.get()) is not None:
            self._since = time.monotonic()
            without_harm(work)
            self._since = None

    def _play(self, sound: Callable[[], bytes], rate: int, device: str | None) -> None:
        try:
            self._devices.play(device, sound(), rate)
        except Silent as silent:
            self._tell(silent.sentence)
        else:
            self._tell(None)

    def _tell(self, trouble: Sentence | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._told(trouble)
