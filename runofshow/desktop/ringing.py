"""The chime in the régie's headset: rung when something chosen is crossed, never in the way.

What rooms of workshops are told is rung too.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final, cast, get_args

from PySide6 import QtCore

from runofshow.chimes import RATE, Chime, sound
from runofshow.core.board import Board
from runofshow.core.crossings import Crossing
from runofshow.core.errors import Silent
from runofshow.core.notices import Notice, notice
from runofshow.core.sentences import Sentence
from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling
from runofshow.sound import Devices, Headphones, Ringer, installed
from runofshow.store.settings import Sound
from runofshow.ui.beside import Beside
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.signals import Beat

LATE: Final = timedelta(seconds=3)
"""A crossing told of later than this (the machine slept) is seen, and not rung any more."""
CHIMES: Final[tuple[Chime, ...]] = get_args(Chime)
_PAUSE: Final = bytes(RATE)
"""Half a second of silence."""


class _Names(Beside):
    """Asks, in a thread, what the sound outputs are called."""

    def __init__(self, devices: Devices, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._devices = devices

    def work(self) -> tuple[str, ...]:
        try:
            return self._devices.names()
        except Silent:
            return ()


class Ringing(QtCore.QObject):
    """Rings for what `beat` tells is crossed, as the settings have it; says why it is silent."""

    _heard = QtCore.Signal(object)

    def __init__(
        self,
        window: OperatorWindow,
        beat: Beat,
        memory: Memory,
        telling: Telling,
        devices: Devices | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._memory, self._telling = window, memory, telling
        self._devices = devices or Headphones()
        self._silent = devices is None and not installed()
        self._ringer = Ringer(self._devices, self._tell)
        self._asking: _Names | None = None
        self._now: datetime | None = None
        self._told: Notice | None = None
        self._heard.connect(self._say)
        beat.boarded.connect(self._look)
        beat.crossed.connect(self.hear)
        window.setting_chosen.connect(self.choose)
        window.preferring.looked.connect(self._ask_names)

    @property
    def _settings(self) -> Sound:
        return self._memory.settings.sound

    def _look(self, board: Board) -> None:
        before, self._now = self._now, board.now
        was, self._told = self._told, notice(board)
        late = before is None or board.now - before > LATE
        if self._told is not None and self._told != was and not late:
            self._hear("gong")

    def hear(self, crossing: Crossing) -> None:
        """Ring for a crossing that was chosen to be heard, unless it is long past."""
        late = self._now is not None and self._now - crossing.at > LATE
        if crossing.what in CHIMES and not late:
            self._hear(cast(Chime, crossing.what))

    def _hear(self, chime: Chime) -> None:
        if self._settings.on and getattr(self._settings, chime):
            self._ring(chime)

    def ready(self) -> None:
        """Have the chimes ready, where there are to be any: at a crossing there is no time."""
        if self._settings.on:
            volume = self._settings.volume
            self._ringer.prepare(lambda: self._warm(volume))

    def _warm(self, volume: int) -> None:
        """Reckon the chimes and load what plays them, in the ringer's thread."""
        for chime in CHIMES:
            sound(chime, volume)
        with suppress(Silent):  # it is said when something is to be heard
            self._devices.names()

    def choose(self, name: str, value: Any) -> None:
        """Take a choice of the page of preferences that is about sound; it is heard at once."""
        area, _, part = name.partition(".")
        if area != "sound":
            return
        if part == "trial":
            self._ring(*(each for each in CHIMES if getattr(self._settings, each)))
            return
        self._memory.change(sound=self._settings.model_copy(update={part: value}))
        self.ready()
        if self._settings.on and value is True:
            self._ring(part if part in CHIMES else "warning")

    def stop(self) -> None:
        """Ring no more."""
        self._ringer.stop()

    def _ring(self, *chimes: Chime) -> None:
        volume = self._settings.volume
        self._ringer.ring(
            lambda: _PAUSE.join(sound(chime, volume) for chime in chimes),
            RATE,
            self._settings.device,
        )

    # --- what it says --------------------------------------------------------------------------

    def _tell(self, trouble: Sentence | None) -> None:
        """Called in the ringer's thread."""
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._heard.emit(trouble)

    def _say(self, trouble: Sentence | None) -> None:
        if trouble is None:
            self._window.drop("sound")
        else:
            self._telling.say("sound", "watch", trouble.text, seconds=30)

    def _ask_names(self) -> None:
        """Ask the system what outputs there are; it may take its time."""
        self._window.preferring.offer_sounds((), self._silent)
        if not self._silent and (self._asking is None or not self._asking.busy):
            self._asking = _Names(self._devices, self)
            self._asking.done.connect(self._offer)
            self._asking.start()

    def _offer(self, names: tuple[str, ...]) -> None:
        self._window.preferring.offer_sounds(names, self._silent)
