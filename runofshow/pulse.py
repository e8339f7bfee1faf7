"""The pulse of what is told to the outside: at each change, and whenever a digit would flip.

Rules of this module:
- Nothing is made while nobody wants it.
- Several changes in one turn of the loop are told together; what was asked for from outside is told
  outside at once, ahead of the windows: they take longer to show it than it takes to say it.
- A day so long that a look at it takes its time is looked at less often, never more than one part
  in fifty of the time.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from runofshow.core.beat import next_change, until
from runofshow.desk import Desk
from runofshow.net.tireless import tireless

SPARING: Final = 50
"""How many times as long as a look took the next one is awaited, at the least."""
LOOK_EVERY: Final = 1.0
"""Seconds after which it is seen that somebody has come."""


class Pulse:
    """Calls `tell` when there may be news of `desk`, as long as somebody `wanted` it."""

    def __init__(self, desk: Desk, wanted: Callable[[], bool], tell: Callable[[], None]) -> None:
        self._desk, self._wanted, self._tell_all = desk, wanted, tell
        self._changed = asyncio.Event()
        self._soon = self._asked = False
        self._unsubscribe: Callable[[], None] | None = None
        self._watching: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Tell from now on."""
        self._unsubscribe = self._desk.subscribe(self._on_change, ahead=True)
        self._watching = asyncio.create_task(tireless(self._watch))

    async def end(self) -> None:
        """Tell no more."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._watching = None

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Within, a change was asked for from outside: it is told at once."""
        self._asked = True
        try:
            yield
        finally:
            self._asked = False

    def _on_change(self) -> None:
        """Tell it now if it was asked for from outside, else in this loop's next turn."""
        self._changed.set()
        if self._asked:
            self.tell()
        elif not self._soon:
            self._soon = True
            asyncio.get_running_loop().call_soon(self._tell_soon)

    def _tell_soon(self) -> None:
        """Tell what changed, unless that was done already."""
        if self._soon:
            self.tell()

    def tell(self) -> None:
        """Tell how things stand."""
        self._soon = False
        if self._wanted():
            self._tell_all()

    async def _watch(self) -> None:
        """Tell what changes by itself, until cancelled."""
        took = 0.0
        while True:
            self._changed.clear()
            try:
                # Not wait_for: in Python 3.11 it can swallow the cancellation that ends this.
                async with asyncio.timeout(max(self._quiet(), took * SPARING)):
                    await self._changed.wait()
            except TimeoutError:
                before = time.perf_counter()
                self.tell()
                took = time.perf_counter() - before

    def _quiet(self) -> float:
        """For how many seconds nothing changes by itself that anybody wants to know."""
        if not self._wanted():
            return LOOK_EVERY
        due = next_change(self._desk.show, self._desk.board())
        return until(due, self._desk.now()).total_seconds() + 0.001
