"""Visits: one for each connection, counted at the gate, never kept waiting for.

Rules of this module:
- A connection that the gate does not let in is dropped before a byte of it is read.
- One whose address sends more bytes than anybody needs is dropped, and they are not read.
- A request that has not come whole in time, or an answer that is not read, ends the connection.
- What was sent is never logged: it may hold a token. A fault of ours goes to the loop's hook, which
  is the application's.
"""

import asyncio
from typing import TYPE_CHECKING, Any, Final, cast

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from runofshow.core.errors import Refused
from runofshow.net.answers import turned
from runofshow.net.gate import BODY, HANDSHAKE, Bucket, Gate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp.abc import AbstractStreamWriter
    from aiohttp.http_parser import RawRequestMessage
    from aiohttp.streams import StreamReader

SLOW: Final = 10.0
"""Seconds an answer may be left unread."""
_LINE: Final = 4096
"""Bytes of the longest line of a request."""
_HEADERS: Final = 64
"""How many lines it may have."""


class Visit(RequestHandler):
    """One connection. `flowing` is set while what was sent is being read.

    `allowance` counts the bytes that it sends once it is known; before, all of its address are.
    """

    __slots__ = (
        "_gate", "_reception", "address", "allowance", "at_last", "entered", "flowing", "reached",
        "relieved",
    )  # fmt: skip

    def __init__(self, reception: "Reception", gate: Gate, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(
            reception,
            loop=loop,
            access_log=None,  # type: ignore[arg-type]  # None: none is written
            keepalive_timeout=reception.handshake,
            lingering_time=1.0,
            auto_decompress=False,
            max_line_size=_LINE,
            max_field_size=_LINE,
            max_headers=_HEADERS,
        )
        self._reception, self._gate = reception, gate
        self.address, self.reached = "", ("", 0)
        self.entered = False
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.relieved: Callable[[], None] | None = None
        self.allowance: Bucket | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let it in, or drop it at once: so it is when that fails, else it would wait for good."""
        try:
            self._made(transport)
        except Exception:
            cast("asyncio.Transport", transport).abort()
            raise

    def _made(self, transport: asyncio.BaseTransport) -> None:
        peer, here = (transport.get_extra_info(name) for name in ("peername", "sockname"))
        if not peer or not here:
            cast("asyncio.Transport", transport).abort()
            return
        self.address, self.reached = str(peer[0]), (str(here[0]), int(here[1]))
        self.entered = self._gate.enter(self.address, self, self.drop)
        if not self.entered:
            self._gate.watchbook.note("crowd", self.address, self._loop.time())
            cast("asyncio.Transport", transport).abort()
            return
        super().connection_made(transport)

    def stays(self, allowance: Bucket) -> None:
        """It is known, and stays connected: so many bytes it may send."""
        self.allowance = allowance
        self._gate.known(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        """It has ended."""
        if self.entered:
            self.entered = False
            self._gate.leave(self.address, self)
        self.flowing.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Hear what was sent by whoever was let in; who sends too much is dropped."""
        if not self.entered:
            return
        if self._is_too_much(len(data)):
            self._gate.watchbook.note("too_fast", self.address, self._loop.time())
            self.drop()
            return
        super().data_received(data)

    def _is_too_much(self, many: int) -> bool:
        now = self._loop.time()
        if self.allowance is not None:
            return not self.allowance.take(now, many)
        return not self._gate.bytes.take(self.address, now, many)

    def pause_writing(self) -> None:
        """The other side does not read."""
        super().pause_writing()
        self.flowing.clear()

    def resume_writing(self) -> None:
        """It reads again."""
        super().resume_writing()
        self.flowing.set()
        if self.relieved is not None:
            self.relieved()

    def write(self, data: bytes) -> None:
        """Send bytes as they are, whatever still waits before them; nothing once it has gone."""
        if self.transport is not None and not self.transport.is_closing():
            self.transport.write(data)

    def drop(self) -> None:
        """End the connection now."""
        if self.transport is not None:
            self.transport.abort()

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Send an answer; a side that does not read it is dropped."""
        try:
            async with asyncio.timeout(SLOW):
                return await super().finish_response(request, resp, start_time)
        except TimeoutError:
            self.drop()
            return resp, True

    async def start(self) -> None:
        """Answer one request after the other; where that fails nobody waits for an answer."""
        try:
            await super().start()
        except Exception as fault:  # noqa: BLE001 (this is the way to the hook that catches everything)
            self._reception.fault(fault)
            self.drop()

    def log_exception(self, *_: object, **told: Any) -> None:
        """What fails past every answer: it has ended the visit."""
        self._reception.fault(told.get("exc_info"))

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 (aiohttp's; it may quote what was sent)
    ) -> web.StreamResponse:
        """The answer to what is no HTTP, and to a fault of ours."""
        if status >= 500:
            self._reception.fault(exc)
        if request.writer.output_size > 0:
            raise ConnectionError
        language = self._reception.spoken(request)
        answer = turned(Refused("fault" if status >= 500 else "request_wrong"), language)
        answer.force_close()
        return answer


class _Dropped(asyncio.Protocol):
    """A connection that is ended at once: left alone, it would wait for good."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """End it."""
        cast("asyncio.Transport", transport).abort()


class Reception(web.Server):
    """Makes a visit of each connection, and hands its requests to `answer`.

    `spoken` is the language that a request wants to be answered in.
    """

    def __init__(
        self,
        answer: "Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]",
        gate: Gate,
        spoken: "Callable[[web.BaseRequest], str]",
        handshake: float = HANDSHAKE,
    ) -> None:
        self.handshake, self.spoken = handshake, spoken
        self._gate = gate
        self._here = asyncio.get_running_loop()
        super().__init__(answer, request_factory=self._request)

    def __call__(self) -> asyncio.Protocol:  # type: ignore[override]  # which asyncio asks for
        """A visit for a new connection; one for which it cannot be made is dropped."""
        try:
            return Visit(self, self._gate, self._here)
        except Exception as fault:  # noqa: BLE001 (this is the way to the hook that catches everything)
            self.fault(fault)
            return _Dropped()

    def fault(self, fault: BaseException | None) -> None:
        """Hand a fault of ours to the loop's hook."""
        context = {"message": "a visit over the network failed", "exception": fault}
        self._here.call_exception_handler(context)

    def _request(
        self,
        message: "RawRequestMessage",
        payload: "StreamReader",
        protocol: RequestHandler,
        writer: "AbstractStreamWriter",
        task: "asyncio.Task[None]",
    ) -> web.BaseRequest:
        return web.BaseRequest(
            message, payload, protocol, writer, task, self._here, client_max_size=BODY
        )
