"""Apart: the server on a loop of its own, in a thread of its own.

Values are handed over in one direction and commands in the other; neither side ever looks into the
other's.

It is a preference, not what is done unasked. Measured (tests/bench/bench_net.py): on the show's own
loop three hundred viewers, told a hundred at a time, keep a window from painting for a millisecond
or two; in a thread for as long, since both need the interpreter's lock, and each viewer hears of a
command later: by a millisecond without windows, by two or more with them. The thread is for a hall
whose network asks more of the loop than that.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from runofshow.net.doors import Doors, Sight
from runofshow.net.links import Links
from runofshow.net.server import Server

T = TypeVar("T")
P = ParamSpec("P")


class Apart:
    """A `Server` in its own thread, used from the loop that it was made on."""

    def __init__(self, doors: Doors, links: Links, alarm: Callable[[str], None]) -> None:
        self.address = ""
        self._home = asyncio.get_running_loop()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)

        def cry(address: str) -> None:
            self._home.call_soon_threadsafe(alarm, address)

        self._server = Server(_handed(doors, self._home), links, alarm=cry)
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(self._fault)
        self._loop.run_forever()
        self._loop.close()

    def _fault(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take a fault home, where the application's hook is."""
        self._home.call_soon_threadsafe(self._home.call_exception_handler, context)

    async def open(self, host: str, port: int, expires: datetime) -> None:
        """As `Server.open`."""
        await self._there(self._server.open(host, port, expires))
        self.address = self._server.address

    async def close(self) -> None:
        """As `Server.close`; the thread ends."""
        self.address = ""
        await self._there(self._server.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        await asyncio.to_thread(self._thread.join)

    def publish(self, sight: Sight) -> None:
        """As `Server.publish`."""
        self._loop.call_soon_threadsafe(self._server.publish, sight)

    @property
    def wanted(self) -> int:
        """As `Server.wanted`."""
        return self._server.wanted

    async def ask(self, does: Callable[[Server], Awaitable[T]]) -> T:
        """What `does` says of the server, on its own loop."""

        async def asked() -> T:
            return await does(self._server)

        return await self._there(asked())

    async def _there(self, work: Coroutine[Any, Any, T]) -> T:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))


def _handed(doors: Doors, home: asyncio.AbstractEventLoop) -> Doors:
    """The same doors, awaited on another loop than the one they belong to."""

    def handed(door: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        async def through(*args: P.args, **kwargs: P.kwargs) -> T:
            return await _at(home, door, *args, **kwargs)

        return through

    return Doors(
        do=handed(doors.do),
        board=handed(doors.board),
        plan=handed(doors.plan),
        health=handed(doors.health),
        sight=handed(doors.sight),
        plans=handed(doors.plans),
        phrases=handed(doors.phrases),
        now=doors.now,
        made=doors.made,
        manner=doors.manner,
    )


async def _at(
    home: asyncio.AbstractEventLoop,
    door: Callable[P, Awaitable[T]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    async def called() -> T:
        return await door(*args, **kwargs)

    future: Future[T] = asyncio.run_coroutine_threadsafe(called(), home)
    return await asyncio.wrap_future(future)
