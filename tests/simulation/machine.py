"""A computer's clocks, turned by hand."""

from datetime import datetime, timedelta

from runofshow.clock import SystemClock


class Machine:
    """What its clocks say: `wall` may step, `elapsed` never does and counts sleep, `slept` is that.

    `elapsed` and `slept` are in seconds since it was switched on; `true` is the right time.
    """

    def __init__(self, at: datetime) -> None:
        self.wall = self.true = at
        self.elapsed, self.slept, self.starts = 100.0, 0.0, 1

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.wall += timedelta(seconds=seconds)
        self.true += timedelta(seconds=seconds)
        self.elapsed += seconds

    def sleep(self, seconds: float) -> None:
        """Let it sleep for so long: nothing of it runs meanwhile."""
        self.pass_by(seconds)
        self.slept += seconds

    def step(self, seconds: float) -> None:
        """Set the clock on the wall forward, or back."""
        self.wall += timedelta(seconds=seconds)

    def restart(self) -> None:
        """Switch it off and on again: its counters begin anew."""
        self.elapsed, self.slept, self.starts = 20.0, 0.0, self.starts + 1

    def clock(self) -> SystemClock:
        """The clock that a program started now goes by."""
        return SystemClock(
            lambda: self.wall,
            lambda: self.elapsed,
            lambda: self.elapsed - self.slept,
            lambda: str(self.starts),
        )
