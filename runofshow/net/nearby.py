"""Nearby: the show is found by a name on the local network, `http://runofshow.local:9015`.

Rules of this module (RFC 6762):
- It answers on the one interface that the show is open on, in a thread of its own, and only to who
  asks for that very name; the machine's own name is the system's affair.
- A name that another machine has is left to it: the next one is taken, `runofshow-2.local`.
- What keeps it from working keeps nothing else from working: addresses and QR codes do without.
- Who asks from the port of multicast is answered among all, once a second at most: nobody has us
  flood others, and several programs of one machine that share the port all hear it.
"""

import contextlib
import logging
import socket
import threading
from collections.abc import Iterator
from ipaddress import IPv4Address
from time import monotonic
from typing import Final

from runofshow.net.nearby_messages import answer, asked, claimed, legacy, probe

_log = logging.getLogger("runofshow.net")
GROUP: Final = "224.0.0.251"
PORT: Final = 5353
NAMES: Final = ("runofshow.local", *(f"runofshow-{n}.local" for n in range(2, 10)))
"""The names that it may have, in the order in which they are tried."""
PROBES: Final = 3
BETWEEN: Final = 0.25
"""Seconds between two probes, and after the last one."""
QUIET: Final = 1.0
"""Seconds between two answers to all."""
_LINUX_ONLY_JOINED: Final = 49
"""IP_MULTICAST_ALL: without it a socket hears what others on this machine have joined."""


class Nearby:
    """Has a name on the network of `address` from `start` to `stop`.

    Attribute: name, "" until one is ours.
    """

    def __init__(self, address: str, port: int = PORT, names: tuple[str, ...] = NAMES) -> None:
        self.name = ""
        self._address, self._port, self._names = IPv4Address(address), port, names
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="nearby", daemon=True)
        self._told = -QUIET

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self._thread.start()

    def stop(self) -> None:
        """Say goodbye and end; the name is ours no more."""
        self._over.set()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            with self._socket() as line:
                self._serve(line)
        except OSError as error:
            _log.info("no name on the network: %s", error)
        finally:
            self.name = ""

    def _socket(self) -> socket.socket:
        line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if hasattr(socket, "SO_REUSEPORT"):
                line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            line.bind(("", self._port))
            here = self._address.packed
            group = socket.inet_aton(GROUP) + here
            line.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
            line.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, here)
            line.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
            with contextlib.suppress(OSError):
                line.setsockopt(socket.IPPROTO_IP, _LINUX_ONLY_JOINED, 0)
        except OSError:
            line.close()
            raise
        return line

    def _serve(self, line: socket.socket) -> None:
        name = next((each for each in self._names if self._free(line, each)), "")
        if not name:
            return
        self.name = name
        _log.info("found on the network as %s", name)
        self._say(line, answer(name, self._address))
        while not self._over.is_set():
            for packet, peer in self._heard(line, QUIET):
                self._answer(line, name, packet, peer)
        self._say(line, answer(name, self._address, 0))

    def _free(self, line: socket.socket, name: str) -> bool:
        """Whether nobody else has that name: who has it says so."""
        for _ in range(PROBES):
            if self._over.is_set():
                return False
            self._say(line, probe(name, self._address))
            for packet, _ in self._heard(line, BETWEEN):
                if claimed(packet, name) - {self._address}:
                    return False
        return True

    def _answer(self, line: socket.socket, name: str, packet: bytes, peer: tuple[str, int]) -> None:
        number = asked(packet, name)
        if number is None:
            return
        if peer[1] != self._port:
            self._say(line, legacy(name, self._address, number), peer)
        elif monotonic() - self._told >= QUIET:
            self._told = monotonic()
            self._say(line, answer(name, self._address))

    def _say(self, line: socket.socket, packet: bytes, to: tuple[str, int] | None = None) -> None:
        """Send a packet, to all unless `to` says to whom; a network that takes none is no fault."""
        with contextlib.suppress(OSError):
            line.sendto(packet, to or (GROUP, self._port))

    def _heard(
        self, line: socket.socket, seconds: float
    ) -> Iterator[tuple[bytes, tuple[str, int]]]:
        """What comes within so many seconds and may concern us."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0 and not self._over.is_set():
            line.settimeout(left)
            try:
                packet, peer = line.recvfrom(9000)
            except TimeoutError:
                return
            if b"runofshow" in packet.lower():
                yield packet, peer
