"""The supervisor: starts the program, and when it falls starts it again at once. It knows no Qt.

    program ── what it runs; that it was left ──► supervisor
    program ◄── nothing; it ends with the supervisor ── supervisor

Rules of this module:
- The program has fallen when it ends, by a signal or with any exit code, after it said what it runs
  and before it said that it was left. One that never came so far has nothing to be brought back:
  its exit code says why.
- Who asks the program to end (Ctrl-C, SIGTERM, SIGHUP, SIGQUIT; to either of the two) wants it
  ended. Signals are handed on, and the exit code is the program's.
- Who kills the supervisor wants both ended: the program ends when its lifeline does.
- Started again, the program goes on with the show that was running: it reads no file anew, and
  asks nothing.
- Three falls within a minute: no more. That is said on standard error and on the screen, and once
  more by the next start (fallen.py).
- Standard input and output are the program's own: the supervisor shares the terminal, and reads
  nothing. A terminal that a fallen program left without echo has it back.
"""

import json
import os
import select
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any, Final, NamedTuple

from runofshow.spawning import Child, spawned

MOST: Final = 3
"""So many falls end it,"""
WITHIN: Final = 60.0
"""within so many seconds."""
MEANT: Final = frozenset(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
    if hasattr(signal, name)
)
"""Signals by which somebody ends a program."""


class Fall(NamedTuple):
    """One end of the program that nobody asked for: `counted` by the machine's counter."""

    at: datetime
    counted: float
    code: int

    @property
    def how(self) -> str:
        """What it ended with, as those who mend it call that: SIGSEGV, 1, 0xC0000005."""
        if self.code < 0:
            with suppress(ValueError):
                return signal.Signals(-self.code).name
        return f"0x{self.code:X}" if self.code > 255 else str(self.code)


class Supervisor:
    """Watches over a program that was started with `words`."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._child: Child | None = None
        self._asked_to_end = False
        self._told: dict[str, Any] = {}
        self._falls: list[Fall] = []
        self._terminal: list[Any] | None = None
        self._woken: int | None = None

    def watch(self, child: Child) -> int:
        """Watch over `child` and those that come after it; the exit code of the last."""
        self._child, self._terminal = child, child.terminal
        self._hand_signals_on()
        while True:
            fell_after, code = self._life(child)
            if not fell_after or self._asked_to_end or -code in MEANT:
                return code
            self._falls.append(Fall(datetime.now(UTC), time.monotonic(), code))
            self._put_terminal_back()
            if self._too_often():
                self._give_up()
                return code
            try:
                child = self._child = spawned(self._words, json.dumps(self._goes_on()))
            except OSError as error:
                self._cannot(error)
                return code

    def _life(self, child: Child) -> tuple[bool, int]:
        """A program's life to its end: whether a show was running then, and the exit code."""
        self._told.pop("left", None)
        text = b""
        while more := self._read(child.says):
            text += more
            *lines, text = text.split(b"\n")
            for line in lines:
                self._told.update(json.loads(line))
        self._child = None
        return bool(self._told) and not self._told.get("left"), child.ended()

    def _read(self, says: int) -> bytes:
        """What the program says next; nothing once it has ended. Signals are heard meanwhile.

        One that came just before `read` began would wait with it: so what wakes is a descriptor.
        """
        if self._woken is not None:
            while says not in (ready := select.select((says, self._woken), (), ())[0]):
                if self._woken in ready:
                    os.read(self._woken, 512)
        return os.read(says, 65_536)

    def _goes_on(self) -> dict[str, Any]:
        """What the program is told when it is started again: what it said, and how it fell."""
        fall = self._falls[-1]
        return {**self._told, "fell": fall.at.isoformat(), "how": fall.how}

    def _too_often(self) -> bool:
        last = self._falls[-MOST:]
        return len(last) == MOST and last[-1].counted - last[0].counted < WITHIN

    def _give_up(self) -> None:
        """Say that it is not started any more, and why, wherever somebody may read it."""
        from runofshow import fallen

        falls = self._falls[-MOST:]
        fallen.give_up(
            Path(self._told["data"]), self._language,
            falls[-1].at, [fall.how for fall in falls],
            windowed=bool(self._told.get("windowed")),
        )  # fmt: skip

    def _put_terminal_back(self) -> None:
        if sys.platform != "win32" and self._terminal is not None:
            import termios

            before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # it may be another's by now
            with suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._terminal)
            signal.signal(signal.SIGTTOU, before)

    def _cannot(self, error: OSError) -> None:
        """Say that the machine starts no program any more."""
        from runofshow import fallen
        from runofshow.core.sentences import Sentence

        why = error.strerror or str(error)
        told = Sentence.of("fell_unstartable", how=self._falls[-1].how, why=why)
        fallen.say(told, self._language, windowed=bool(self._told.get("windowed")))

    @property
    def _language(self) -> str:
        return str(self._told.get("language", "fr"))

    # --- signals -------------------------------------------------------------------------------

    def _hand_signals_on(self) -> None:
        """Hand on what asks the program to end; what is ignored here is ignored there too."""
        if sys.platform != "win32" and self._woken is None:
            self._woken, wakes = os.pipe()
            os.set_blocking(wakes, False)
            signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
        for number in MEANT:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._hand_on)

    def _hand_on(self, number: int, _: FrameType | None) -> None:
        self._asked_to_end = True
        if self._child is not None and sys.platform != "win32":  # there, a console tells all in it
            with suppress(ProcessLookupError):
                os.kill(self._child.pid, number)


def supervise(child: Child, words: Iterable[str]) -> int:
    """Watch over the program to its end, and end as it did; returns the exit code."""
    code = Supervisor(list(words)).watch(child)
    if code >= 0:
        return code if code < 1 << 31 else code - (1 << 32)  # as Windows has it: 32 bits, signed
    if -code in MEANT:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    return 128 - code
