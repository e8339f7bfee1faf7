"""Nearby: the show is found by a name on the local network, `http://runofshow.local:9015`.

Rules of this module:
- zeroconf speaks (multicast DNS, RFC 6762 and 6763), on the one interface that the show is open
  on, on a loop and in a thread of its own; it is imported there, when a show is first opened.
- A name that another machine has is left to it: the next one is taken, `runofshow-2.local`.
- What keeps it from working keeps nothing else from working: addresses and QR codes do without.
"""

import asyncio
import contextlib
import logging
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zeroconf import ServiceInfo
    from zeroconf.asyncio import AsyncZeroconf

_log = logging.getLogger("runofshow.net")
NAMES: Final = ("runofshow.local", *(f"runofshow-{n}.local" for n in range(2, 10)))
"""The names that it may have, in the order in which they are tried."""
PATIENCE: Final = 750
"""Milliseconds for which whoever has a name already may say so (RFC 6762 §8.1)."""
_KIND: Final = "_http._tcp.local."


class Nearby:
    """A show at `address` and `port` has a name on that network from `start` to `stop`.

    Attribute: name, "" until one is ours.
    """

    def __init__(self, address: str, port: int, names: tuple[str, ...] = NAMES) -> None:
        self.name = ""
        self._address, self._port, self._names = address, port, names
        self._over = False
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None
        self._thread = threading.Thread(target=self._run, name="nearby", daemon=True)

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self._thread.start()

    def stop(self) -> None:
        """Say goodbye and end, soon; the name is ours no more."""
        self._over = True
        if self._running is not None:
            loop, task = self._running
            with contextlib.suppress(RuntimeError):  # it has ended by itself
                loop.call_soon_threadsafe(task.cancel)

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            with asyncio.Runner() as runner:
                runner.run(self._live())
        except asyncio.CancelledError:
            _log.info("found on the network no more")
        except (ImportError, OSError) as error:
            _log.info("no name on the network: %s", error)

    async def _live(self) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._running = asyncio.get_running_loop(), task
        if self._over:
            return  # before we could be told
        from zeroconf import Error, IPVersion
        from zeroconf.asyncio import AsyncZeroconf

        try:
            line = AsyncZeroconf(interfaces=[self._address], ip_version=IPVersion.V4Only)
            try:
                await self._hold(line)
            finally:
                self.name = ""
                await line.async_close()
        except Error as error:
            raise OSError(f"{type(error).__name__} {error}") from error

    async def _hold(self, line: "AsyncZeroconf") -> None:
        """Take the first free name and keep it until cancelled."""
        from zeroconf import NonUniqueNameException

        await line.zeroconf.async_wait_for_start()
        if not line.zeroconf.engine.senders:
            raise OSError(f"nothing can be said to many from {self._address}")
        for name in self._names:
            if await self._elsewhere(line, name):
                continue
            try:
                announcing = await line.async_register_service(self._service(name))
            except NonUniqueNameException:
                continue
            self.name = name
            _log.info("found on the network as %s", name)
            await announcing
            await asyncio.get_running_loop().create_future()
        raise OSError("every name is taken")

    async def _elsewhere(self, line: "AsyncZeroconf", name: str) -> bool:
        """Whether that name leads to another machine; zeroconf minds names of services alone."""
        # Its __init__ offers it without naming it in __all__.
        from zeroconf import AddressResolverIPv4  # type: ignore[attr-defined]

        sought = AddressResolverIPv4(f"{name}.")
        await sought.async_request(line.zeroconf, PATIENCE)
        return bool(set(sought.parsed_addresses()) - {self._address})

    def _service(self, name: str) -> "ServiceInfo":
        from zeroconf import ServiceInfo

        label = name.partition(".")[0]
        return ServiceInfo(
            _KIND,
            f"{label}.{_KIND}",
            port=self._port,
            properties={"path": "/"},
            server=f"{name}.",
            parsed_addresses=[self._address],
        )
