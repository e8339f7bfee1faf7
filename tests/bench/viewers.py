"""Viewers for the benches of the network: bare sockets that count bytes and note when they hear."""

import asyncio
import base64
import os
from collections.abc import Sequence
from time import perf_counter
from urllib.parse import urlsplit

PING, PONG = b"\x89\x00", b"\x8a\x80\0\0\0\0"
EACH = 15
"""Viewers from one address: the gate lets in twenty."""


class Viewer(asyncio.Protocol):
    """A screen. `heard` is when it was told something first since `await_news`, `read` and `sent`
    are bytes.
    """

    def __init__(self, request: bytes) -> None:
        self._request = request
        self.read = self.sent = 0
        self.heard = 0.0
        self.greeted = asyncio.get_running_loop().create_future()
        self.news: asyncio.Future[float] | None = None
        self._upgraded = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.say(self._request)

    def say(self, data: bytes) -> None:
        """Send bytes."""
        self.sent += len(data)
        self._transport.write(data)

    def data_received(self, data: bytes) -> None:
        at = perf_counter()
        self.read += len(data)
        if PING in data:  # alone, or with what is told: one too many answers does no harm
            self.say(PONG)
            if data == PING:
                return
        if not self.greeted.done():
            if not data.startswith(b"HTTP/1.1 101") and not self._upgraded:
                raise SystemExit(data[:200].decode(errors="replace"))
            self._upgraded = True
            if self.read > 1000:  # the whole board has begun to come
                self.greeted.set_result(None)
            return
        if self.news is not None and not self.news.done():
            self.news.set_result(at)

    def awaits(self) -> "asyncio.Future[float]":
        """When it is told something next."""
        self.news = asyncio.get_running_loop().create_future()
        return self.news

    def close(self) -> None:
        """Go."""
        self._transport.abort()


def masked(text: bytes) -> bytes:
    """A text frame as a client sends it."""
    assert len(text) < 126
    return bytes((0x81, 0x80 | len(text))) + bytes(4) + text


def upgrade(host: str, token: str, *, packed: bool) -> bytes:
    """The request that opens a WebSocket."""
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        "GET /v1/live HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
        f"Authorization: Bearer {token}",
    ]
    if packed:  # as every browser does
        lines.append("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def joined(url: str, token: str, count: int, *, packed: bool = True) -> list[Viewer]:
    """So many viewers, each told all there is, as fast as they are let in."""
    place = urlsplit(url)
    loop = asyncio.get_running_loop()

    async def one(number: int) -> Viewer:
        request = upgrade(place.netloc, token, packed=packed)
        _, viewer = await loop.create_connection(
            lambda: Viewer(request),
            str(place.hostname),
            place.port or 80,
            local_addr=(f"127.0.{1 + number // EACH // 200}.{1 + number // EACH % 200}", 0),
        )
        return viewer

    viewers = await asyncio.gather(*map(one, range(count)))
    async with asyncio.timeout(30):
        await asyncio.gather(*(viewer.greeted for viewer in viewers))
    return viewers


def told(name: str, seconds: Sequence[float]) -> None:
    """One line: half of them took less, 99 of 100 took less, the longest."""
    ordered = sorted(seconds)
    p50, p99 = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    print(f"{name:<34} p50 {p50 * 1e3:6.2f}  p99 {p99 * 1e3:6.2f}  max {ordered[-1] * 1e3:6.2f} ms")
