"""Connected: whoever is told what changes over a WebSocket, and never keeps anybody waiting.

One that does not read is told nothing until it reads again, and then the whole: the latest wins.
One that answers no ping has gone.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import WSCloseCode, WSMsgType, web

from runofshow.net.frames import PING, Frame
from runofshow.net.gate import PARTING, PING_EVERY, SAYINGS, SCREEN_BYTES, Bucket
from runofshow.net.visit import Visit

_LOOKS: Final = 3
"""Looks after which one that answers no ping has gone. When this machine itself stood still, or
slept, what it was told meanwhile is read between two of them.
"""
_WINDOW: Final = 15
"""Bits of the window that `Frame.packed` needs."""


class Connected:
    """One WebSocket. `whole` makes all that it is to know when it has missed something.

    Attributes: `heard`, when something was last heard of it, in seconds of the loop's clock;
    `round_trip` in seconds, None before the first ping was answered.
    """

    def __init__(
        self, socket: web.WebSocketResponse, visit: Visit, whole: Callable[[], Frame | None]
    ) -> None:
        self.socket, self.visit = socket, visit
        self.heard = asyncio.get_running_loop().time()
        self.round_trip: float | None = None
        self._whole = whole
        self._packs = socket.compress == _WINDOW
        self._asked: float | None = None
        self._looked = 0
        self._ask_at = self.heard
        self._behind = False
        visit.relieved = self._relieved
        visit.stays(Bucket(SCREEN_BYTES, self.heard))

    def tell(self, news: Frame) -> None:
        """Tell what changed; who does not read is told the whole once it does."""
        if self.visit.flowing.is_set():
            self.visit.write(news.packed if self._packs else news.plain)
        else:
            self._behind = True

    async def hear(self, answered: Callable[[str], Awaitable[Frame]]) -> None:
        """Answer what it says until it has gone; who says too much is let go."""
        loop = asyncio.get_running_loop()
        pace = Bucket(SAYINGS, loop.time())
        async for message in self.socket:
            if not pace.take(loop.time()):
                await self.socket.close(code=WSCloseCode.POLICY_VIOLATION)
                return
            match message.type:
                case WSMsgType.TEXT:
                    self.heard = loop.time()
                    await self.answer(await answered(message.data))
                case WSMsgType.PING:
                    await self.socket.pong(message.data)
                case WSMsgType.PONG:
                    self.ponged(loop.time())
                case _:
                    await self.socket.close(code=WSCloseCode.UNSUPPORTED_DATA)
                    return

    async def answer(self, said: Frame) -> None:
        """Tell what only this one asked for; it is heard no further before it has read that."""
        self.visit.write(said.packed if self._packs else said.plain)
        await self.visit.flowing.wait()

    async def part(self, code: int) -> None:
        """Let it go, and say by `code` why; one that does not read is dropped."""
        try:
            async with asyncio.timeout(PARTING):
                await self.socket.close(code=code)
        except TimeoutError:
            self.visit.drop()

    def _relieved(self) -> None:
        whole = self._whole() if self._behind else None
        if whole is not None:
            self._behind = False
            self.tell(whole)

    def look(self, now: float) -> None:
        """Ask whether it is still there, now and then; drop it when it does not say so."""
        if self._asked is None:
            if now >= self._ask_at:
                # Not all at one moment who came at one: hundreds of answers would hold the loop.
                pause = random.uniform(0.6, 1) * PING_EVERY  # noqa: S311 (no secret)
                self._asked, self._ask_at, self._looked = now, now + pause, 0
                self.visit.write(PING)
            return
        self._looked += 1
        if now - self._asked >= PING_EVERY and self._looked > _LOOKS:
            self.visit.drop()

    def ponged(self, now: float) -> None:
        """It is still there."""
        if self._asked is not None:
            self.round_trip, self._asked = now - self._asked, None
        self.heard = now
