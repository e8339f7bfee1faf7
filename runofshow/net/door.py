"""A door on the network: where it listens, who looks after whoever comes, and how it is shut."""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

from runofshow.net.nearby import NAMES
from runofshow.net.tireless import tireless
from runofshow.net.visit import Reception

BACKLOG: Final = 128


class Door:
    """One door, shut at first. Attribute: `address`, "http://127.0.0.1:8080" while it is open."""

    def __init__(self) -> None:
        self.address = ""
        self._server: asyncio.Server | None = None
        self._reception: Reception | None = None
        self._watching: asyncio.Task[None] | None = None

    async def open(
        self, host: str, port: int, reception: Reception,
        watch: Callable[[], Coroutine[Any, Any, None]],
    ) -> None:  # fmt: skip
        """Listen at `host`, with `watch` looking after who comes; raises OSError."""
        self._reception, loop = reception, asyncio.get_running_loop()
        self._server = await loop.create_server(reception, host, port, backlog=BACKLOG)
        self._watching = asyncio.create_task(tireless(watch))
        here = self._server.sockets[0].getsockname()[1]
        self.address = f"http://{_written(reachable(host))}:{here}"

    async def shut(self, part: Callable[[], Awaitable[None]]) -> None:
        """Listen no more, and let everybody go by `part`."""
        if self._server is not None:
            self._server.close()
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        await part()
        if self._reception is not None:
            await self._reception.shutdown(0.5)
        self._server = self._watching = self._reception = None
        self.address = ""


def machine_names() -> tuple[str, ...]:
    """The names by which this machine may be called on its network."""
    name = socket.gethostname().lower()
    return (*NAMES, name, name if name.endswith(".local") else f"{name.partition('.')[0]}.local")


def reachable(host: str) -> str:
    """The address by which others reach a server that listens at `host`; nothing is sent."""
    try:
        asked = ipaddress.ip_address(host)
    except ValueError:
        return host
    if not asked.is_unspecified:
        return host
    family = socket.AF_INET6 if asked.version == 6 else socket.AF_INET
    far = "2001:db8::1" if asked.version == 6 else "192.0.2.1"
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((far, 9))
            return str(probe.getsockname()[0])
    except OSError:
        return "::1" if asked.version == 6 else "127.0.0.1"


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
