"""The day that is open: its show at its desk, and what runs beside it; another may take its place.

Only one thing at a time is done to it: whoever asks for another day while one is being opened waits
until that one is.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.clock import Clock
from runofshow.desk import Desk
from runofshow.opening import Opened, Request, is_sample, opened, rebuilds

if TYPE_CHECKING:  # read when it first runs: the network stands on it
    from runofshow.running import Running
    from runofshow.serving import Serving
    from runofshow.wired.wiring import Wiring


class Day(QtCore.QObject):
    """Holds what is `opened` and what it was `asked` by.

    `beside` makes what is to run beside a show; `begun` is waited for each time that it does.
    Signals: changed() when another show is open, which nothing runs beside yet; taken_up() when it
    runs. Attributes: opened, asked; running, what runs beside it, None while nothing does.
    """

    changed = QtCore.Signal()
    taken_up = QtCore.Signal()

    def __init__(
        self,
        opened: Opened,
        asked: Request,
        clock: Clock,
        beside: Callable[[Opened], "Running"],
        begun: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__()
        self.opened, self.asked = opened, asked
        self.running: Running | None = None
        self._clock, self._beside, self._begun = clock, beside, begun
        self._changing = asyncio.Lock()

    @property
    def desk(self) -> Desk:
        """The desk of the show, whatever the window shows."""
        return self.opened.desk

    @property
    def serving(self) -> "Serving | None":
        """The show on the network."""
        return None if self.running is None else self.running.serving

    @property
    def wiring(self) -> "Wiring | None":
        """What is wired to the show."""
        return None if self.running is None else self.running.wiring

    @property
    def under_way(self) -> bool:
        """Whether it has begun and is not over."""
        return self.desk.board().state in ("on_air", "between")

    @property
    def idle(self) -> bool:
        """Whether it is the sample day, that nobody asked for, nor has touched."""
        return not self.desk.show.rev and is_sample(self.opened)

    async def begin(self) -> None:
        """Have run beside it what is to."""
        async with self._changing:
            await self._run()

    async def end(self) -> None:
        """Nothing runs beside it any more, and its journal is let go."""
        former, self.running = self.running, None
        if former is not None:
            await former.__aexit__(None, None, None)

    async def replace(self, asked: Request) -> None:
        """Open what is asked for in its place; raises Trouble, and leaves all as it is."""
        async with self._changing:
            await self._replace(asked)

    async def _run(self) -> None:
        self.running = self._beside(self.opened)
        await self.running.__aenter__()
        await self._begun()

    async def _replace(self, asked: Request) -> None:
        show = opened(asked, self._clock)
        if show.owner is not None and show.owner.pid == os.getpid():
            # It is what runs here. Begun, it goes on; else the file may say something new. A double
            # may always: the journal must be let go for it to be looked at.
            if self.desk.show.rev and not asked.now and not rebuilds(asked):
                return
            await self.end()
            show = opened(asked, self._clock)
        self.opened, self.asked = show, asked
        self.changed.emit()
        await self.end()
        await self._run()
        self.taken_up.emit()
