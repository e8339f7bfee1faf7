"""Sending packets: to places whose addresses are known, without ever waiting."""

import asyncio
import contextlib
import ipaddress
import socket
from typing import Final

Place = tuple[str, int]
"""An address and a port."""
PATIENCE: Final = 5.0
"""Seconds in which a name must have been found."""


class Sending:
    """Sends UDP packets. What the system does not take at once is lost."""

    def __init__(self) -> None:
        self._sockets: dict[int, socket.socket] = {}

    def send(self, packet: bytes, to: Place) -> bool:
        """Send a packet; False when the system did not take it."""
        try:
            self._socket(socket.AF_INET6 if ":" in to[0] else socket.AF_INET).sendto(packet, to)
        except OSError:
            return False
        return True

    def _socket(self, family: int) -> socket.socket:
        if family not in self._sockets:
            made = socket.socket(family, socket.SOCK_DGRAM)
            made.setblocking(False)
            if family == socket.AF_INET:  # a whole network of displays may be told at once
                made.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            self._sockets[family] = made
        return self._sockets[family]

    def close(self) -> None:
        """Send no more."""
        for each in self._sockets.values():
            each.close()
        self._sockets.clear()


def is_here(place: Place, here: Place | None) -> bool:
    """Whether what is sent to `place` comes to whoever listens at `here` on this machine."""
    if here is None or place[1] != here[1]:
        return False
    if place[0] == here[0]:
        return True
    return ipaddress.ip_address(here[0]).is_unspecified and _is_ours(place[0])


def _is_ours(address: str) -> bool:
    """Whether an address is one of this machine's: only those can be bound."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
        return True


async def place(host: str, port: int) -> Place | None:
    """Where a name leads; None when it cannot be found in time."""
    loop = asyncio.get_running_loop()
    with contextlib.suppress(OSError, UnicodeError, TimeoutError):
        async with asyncio.timeout(PATIENCE):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
            return (str(found[0][4][0]), int(found[0][4][1])) if found else None
    return None
