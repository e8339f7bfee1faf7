"""How true the machine's timers are: what the counter tells apart, how late a wait ends."""

import time
from typing import NamedTuple

from runofshow.clock import elapsed


class Beats(NamedTuple):
    """How true short waits are, in seconds: the counter's smallest step, the latest waking."""

    grain: float
    late: float
    tries: int


def beats(count: int = 30, wait: float = 0.005) -> Beats:
    """How finely the counter counts that the timers go by, and how late waits of `wait` s end."""
    late = 0.0
    for _ in range(count):
        due = elapsed() + wait
        time.sleep(wait)
        late = max(late, elapsed() - due)
    return Beats(min(_grain() for _ in range(20)), late, count)


def _grain() -> float:
    began = elapsed()
    while (now := elapsed()) == began:
        pass
    return now - began
