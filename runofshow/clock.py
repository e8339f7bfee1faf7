"""Clocks: where `now` comes from. Only the desk reads one.

The wall may step (NTP, a hand, a dead battery); a running countdown must not. So a clock is
anchored once to the wall and then follows a counter that never steps and does not stop while the
machine sleeps. What the wall did meanwhile, and how long the machine slept, can be asked.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from runofshow.core import times

STEP: Final = timedelta(seconds=1)
"""A difference between wall and counter from which a step is reported."""

FURTHEST: Final = timedelta(days=366)
"""A clock of before that is further off than this is none."""


class Clock(Protocol):
    """Tells the present instant; never goes back."""

    def now(self) -> datetime:
        """The present instant, aware and in UTC."""
        ...


def elapsed() -> float:
    """Seconds from some fixed instant, sleep included where the system can tell."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":  # where time.monotonic() stands still in sleep
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def awake() -> float:
    """Seconds from some fixed instant, sleep left out where the system can tell."""
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)
    if sys.platform == "win32":
        return _awake_windows()
    return time.monotonic()


def _awake_windows() -> float:
    import ctypes

    ticks = ctypes.c_ulonglong()  # of 100 ns
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (it is not there elsewhere)
    return ticks.value / 1e7 if kernel.QueryUnbiasedInterruptTime(ctypes.byref(ticks)) else 0.0


def boot() -> str:
    """Which start of the machine this is, for its counter begins anew with each; "" unknown."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def wall() -> datetime:
    """What the machine's clock on the wall says, in UTC; it may step."""
    return datetime.now(UTC)


class SystemClock:
    """The machine's time, anchored when made.

    `step` says how far the wall has moved since, `slept` how long the machine has slept.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = wall,
        counter: Callable[[], float] = elapsed,
        awake: Callable[[], float] = awake,
        boot: Callable[[], str] = boot,
    ) -> None:
        self._wall, self._counter, self._awake = wall, counter, awake
        self._anchor, self._from, self._woken = wall(), counter(), awake()
        self._last, self._boot = self._anchor, boot

    def now(self) -> datetime:
        """The anchor plus what has elapsed since, sleep included; never back."""
        elapsed = timedelta(seconds=self._counter() - self._from)
        self._last = max(self._last, self._anchor + elapsed)
        return self._last

    def zero(self) -> times.Zero:
        """What a clock made later, of the same start of the machine, can go on from."""
        return times.Zero(self._boot(), self._anchor - timedelta(seconds=self._from))

    def behind(self, former: times.Zero | None) -> timedelta | None:
        """How far it is behind a clock of before; None when that one is not known, or absurd."""
        mine = self.zero()
        if former is None or not former.boot or former.boot != mine.boot:
            return None
        behind = former.at - mine.at
        return behind if abs(behind) < FURTHEST else None

    def step(self) -> timedelta:
        """How far the wall is ahead of this clock; nought when under a second."""
        ahead = self.ahead()
        return ahead if abs(ahead) >= STEP else times.ZERO

    def ahead(self) -> timedelta:
        """How far the wall is ahead of this clock, to what reading both of them takes."""
        return self._wall() - self.now()

    def slept(self) -> timedelta:
        """How long the machine has slept since; nought when under a second, or unknown."""
        awake = self._awake() - self._woken
        asleep = timedelta(seconds=self._counter() - self._from - awake)
        return asleep if asleep >= STEP else times.ZERO


class RehearsalClock:
    """A virtual clock: it starts where told, runs at a rate, and can be turned forward by hand."""

    def __init__(self, start: datetime, rate: float = 0.0) -> None:
        self._at, self._counter, self._rate = start, elapsed(), rate

    def now(self) -> datetime:
        """The virtual instant."""
        return self._at + timedelta(seconds=(elapsed() - self._counter) * self._rate)

    @property
    def rate(self) -> float:
        """Virtual seconds a second; nought while it stands."""
        return self._rate

    def turn(self, by: timedelta) -> None:
        """Turn it forward; raises ValueError backwards."""
        if by < times.ZERO:
            raise ValueError("a clock is never turned back")
        self._at, self._counter = self.now() + by, elapsed()

    def run(self, rate: float) -> None:
        """Let it run at `rate` virtual seconds a second; nought stops it."""
        self._at, self._counter, self._rate = self.now(), elapsed(), rate
