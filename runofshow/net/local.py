"""The local socket: how `runofshow board`, `send` and a second window reach the running show.

- TCP on 127.0.0.1, a port of the system's choice, and a token of 128 bits kept with the address in
  the journal's owner note, which its user alone can read. Works alike on Windows.
- One JSON object a line each way. The first line carries `token`; a wrong one closes at once.
- `{"ask": "command", "command": {…}}` is answered as contract.md §2 says; `{"ask": "board",
  "lang": "fr"}` by `{"ok": true, "board": {…}}`; `{"ask": "plan"}` by `{"ok": true, "plan": {…}}`;
  `{"ask": "links"}` by `{"ok": true, "links": […]}`, those of the show on the network;
  `{"ask": "pictures", "into": FOLDER}` by `{"ok": true, "pictures": n}`, those of the windows;
  `{"ask": "follow"}` by `{"ok": true, "rows": n}`, those n rows, then each new one, as
  `{"row": {…}}`.
- What a line says wrongly is answered `{"ok": false, "why": …, "code": …}`.
- No visitor can delay the show: a line at a time and then the loop's turn, bounded lines, bounded
  buffers, a reader who does not read is dropped.
"""

import asyncio
import contextlib
import hmac
import json
import secrets
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

from runofshow.core.errors import Refused, Trouble
from runofshow.store.owner import Owner
from runofshow.store.rows import Row, row_of

Json = Mapping[str, Any]
LONGEST: Final = 64 * 1024
"""Bytes of the longest request."""
HANDSHAKE: Final = 5.0
"""Seconds within which the first line must come."""
SLOW: Final = 5.0
"""Seconds a reader may leave its answer unread."""
MOST: Final = 32
"""Connections at a time."""
BEHIND: Final = 10_000
"""New rows a follower may be behind."""
PATIENCE: Final = 5.0
"""Seconds after which a silent program counts as hanging."""


async def _no_pictures(_into: Path) -> int:
    """Where there is no window there is no picture."""
    return 0


class Doors(NamedTuple):
    """What the socket may do with the show; all are called in the loop's thread, and are quick.

    `do` takes a command's JSON and a language and answers as contract.md §2 says; `rows` are a
    journal's as JSON; `subscribe` calls back with each new row and returns how to end that; `links`
    raises Trouble while the show is closed to the network; `pictures` puts those of the windows
    into a folder and answers how many.
    """

    do: Callable[[Json, str], Json]
    board: Callable[[str], Json]
    plan: Callable[[], Json]
    rows: Callable[[], Sequence[Json]]
    subscribe: Callable[[Callable[[Json], None]], Callable[[], None]]
    links: Callable[[], Awaitable[Sequence[Json]]]
    pictures: Callable[[Path], Awaitable[int]] = _no_pictures


class LocalServer:
    """Serves the running show to this machine's programs; knows no desk and no Qt.

    After `start`, `address` ("127.0.0.1:40123") and `token` are what a visitor needs.
    """

    def __init__(
        self,
        doors: Doors,
        *,
        language: str = "en",
        handshake: float = HANDSHAKE,
        slow: float = SLOW,
    ) -> None:
        """`language` is that of answers to who names none; the other two are seconds."""
        self.token = secrets.token_hex(16)
        self.address = ""
        self._doors, self._language = doors, language
        self._handshake, self._slow = handshake, slow
        self._server: asyncio.Server | None = None
        self._visits: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen; raises OSError when the machine has no loopback to listen on."""
        self._server = await asyncio.start_server(
            self._visited, "127.0.0.1", 0, limit=LONGEST, backlog=MOST
        )
        host, port = self._server.sockets[0].getsockname()[:2]
        self.address = f"{host}:{port}"

    async def close(self) -> None:
        """Stop listening and let every visitor go."""
        if self._server is not None:
            self._server.close()
            self._server = None
        visits = tuple(self._visits)
        for visit in visits:
            visit.cancel()
        await asyncio.gather(*visits, return_exceptions=True)

    def _visited(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = asyncio.ensure_future(self._visit(reader, writer))
        self._visits.add(visit)
        visit.add_done_callback(self._ended)

    def _ended(self, visit: asyncio.Task[None]) -> None:
        """Hand a mistake of ours to the loop's hook now; as a dropped task's it would come late."""
        self._visits.discard(visit)
        if not visit.cancelled() and (error := visit.exception()):
            visit.get_loop().call_exception_handler(
                {"message": "a visit to the local socket failed", "exception": error}
            )

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One visitor, from its first line to its last; its mishaps are its own."""
        guest = _Guest(reader, writer, self._slow)
        try:
            if len(self._visits) > MOST:
                await guest.tell(_wrong(Refused("socket_crowded"), self._language))
                return
            async with asyncio.timeout(self._handshake):
                line = await guest.line()
            request = _request(line)
            if not self._may(request):
                return
            if request is not None and "ask" not in request:
                await guest.tell({"ok": True})
                line = await guest.line()
            while line:
                await self._answer(guest, line)
                line = await guest.line()
        except (OSError, TimeoutError):
            guest.drop()  # gone, too slow, or never said who it was
        except _TooLong:
            await guest.part(_wrong(Refused("request_too_long", limit=64), self._language))
        except asyncio.CancelledError:
            guest.drop()
            raise
        finally:
            await guest.leave()

    def _may(self, request: Json | None) -> bool:
        token = request.get("token") if request is not None else None
        said = token.encode(errors="replace") if isinstance(token, str) else b""
        return hmac.compare_digest(said, self.token.encode())

    async def _answer(self, guest: "_Guest", line: bytes) -> None:
        request = _request(line)
        language = str((request or {}).get("lang") or self._language)
        try:
            if request is None:
                raise Refused("request_malformed")
            if request.get("ask") == "follow":
                await self._follow(guest)
                return
            answer = await self._answered(request, language)
        except Trouble as trouble:
            answer = _wrong(trouble, language)
        await guest.tell(answer)

    async def _answered(self, request: Json, language: str) -> Json:
        match request.get("ask"):
            case "command":
                command = request.get("command")
                if not isinstance(command, dict):
                    raise Refused("not_a_command")
                return self._doors.do(command, language)
            case "board":
                return {"ok": True, "board": self._doors.board(language)}
            case "plan":
                return {"ok": True, "plan": self._doors.plan()}
            case "links":
                return {"ok": True, "links": [*await self._doors.links()]}
            case "pictures" if isinstance(into := request.get("into"), str):
                return {"ok": True, "pictures": await self._doors.pictures(Path(into))}
            case str() as name:
                raise Refused("unknown_request", name=name[:80])
            case _:
                raise Refused("request_malformed")

    async def _follow(self, guest: "_Guest") -> None:
        """Tell all rows and then each new one until the follower goes; it says nothing more."""
        rows = self._doors.rows()
        fresh: asyncio.Queue[Json] = asyncio.Queue(BEHIND)

        def on_row(row: Json) -> None:
            if fresh.full():
                guest.drop()
            else:
                fresh.put_nowait(row)

        # No await since the rows were taken: none falls between them and the subscription.
        unsubscribe = self._doors.subscribe(on_row)
        telling = asyncio.ensure_future(_tell_rows(guest, rows, fresh))
        try:
            await guest.gone()
        finally:
            unsubscribe()
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)


async def _tell_rows(guest: "_Guest", rows: Sequence[Json], fresh: asyncio.Queue[Json]) -> None:
    try:
        await guest.tell({"ok": True, "rows": len(rows)})
        for row in rows:
            await guest.tell({"row": row})
        while True:
            await guest.tell({"row": await fresh.get()})
    except (OSError, TimeoutError):
        guest.drop()


class _TooLong(Exception):
    """A line over the limit."""


class _Guest:
    """One connection: its lines in, its answers out, never more than `slow` seconds for one."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, slow: float
    ) -> None:
        self._reader, self._writer, self._slow = reader, writer, slow

    async def line(self) -> bytes:
        """The next line, b"" at the end; raises _TooLong, for which there is no going on."""
        # A visitor who sends without pause would otherwise never let the loop have its turn.
        await asyncio.sleep(0)
        try:
            return await self._reader.readline()
        except ValueError:
            raise _TooLong from None

    async def gone(self) -> None:
        """Returns when the other side has closed; what it says until then is not heard."""
        heard = b"."
        while heard:
            await asyncio.sleep(0)
            heard = await self._reader.read(LONGEST)

    async def tell(self, answer: Json) -> None:
        """Send a line; raises TimeoutError when the other side does not read, OSError when gone."""
        if self._writer.is_closing():
            raise ConnectionResetError
        self._writer.write(json.dumps(answer, ensure_ascii=False).encode(errors="replace") + b"\n")
        # Not wait_for: in Python 3.11 it swallows a cancellation that comes as the drain ends.
        async with asyncio.timeout(self._slow):
            await self._writer.drain()

    async def part(self, answer: Json) -> None:
        """Send a last line, and hear out what is still coming, so that the line is not lost."""
        with contextlib.suppress(OSError, TimeoutError):
            await self.tell(answer)
            self._writer.write_eof()
            async with asyncio.timeout(self._slow):
                await self.gone()

    async def leave(self) -> None:
        """End the connection once the last answer is through."""
        self._writer.close()
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(self._slow):
                await self._writer.wait_closed()
        self.drop()

    def drop(self) -> None:
        """End the connection now; what the other side has not read is thrown away."""
        self._writer.transport.abort()


def _request(line: bytes) -> Json | None:
    """The JSON object a line says, or None."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return request if isinstance(request, dict) else None


def _wrong(trouble: Trouble, language: str) -> Json:
    return {"ok": False, "why": trouble.text(language), "code": trouble.code}


# --- the visitor's side ------------------------------------------------------------------------


def call(owner: Owner | None, request: Json, timeout: float = PATIENCE) -> dict[str, Any]:
    """The running show's answer to `request`, for the command line; waits at most `timeout` s.

    Raises Trouble with a sentence when nobody runs, refuses, hangs or makes no sense.
    """
    host, port, token, who = _reached(owner)
    line = json.dumps({**request, "token": token}).encode() + b"\n"
    try:
        answer = _exchanged((host, port), line, time.monotonic() + timeout)
    except TimeoutError:
        raise Trouble("program_hangs", who=who, waited=timedelta(seconds=timeout)) from None
    except ConnectionRefusedError:
        raise Trouble("nobody_runs") from None
    except OSError:
        raise Trouble("socket_refused", who=who) from None
    if not answer.endswith(b"\n"):
        raise Trouble("socket_refused", who=who)
    said = _request(answer)
    if said is None:
        raise Trouble("socket_garbled", who=who)
    return dict(said)


def _reached(owner: Owner | None) -> tuple[str, int, str, str]:
    """Host, port, token and name of the running show; Trouble when nobody runs or listens."""
    if owner is None:
        raise Trouble("nobody_runs")
    host, _, port = (owner.address or "").rpartition(":")
    if not host or not port.isdecimal() or owner.token is None:
        raise Trouble("socket_refused", who=owner.who)
    return host, int(port), owner.token, owner.who


def _exchanged(address: tuple[str, int], line: bytes, deadline: float) -> bytes:
    with socket.create_connection(address, timeout=_left(deadline)) as connection:
        connection.settimeout(_left(deadline))
        connection.sendall(line)
        answer = bytearray()
        while not answer.endswith(b"\n"):
            connection.settimeout(_left(deadline))
            part = connection.recv(1 << 16)
            if not part:
                break
            answer += part
        return bytes(answer)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


async def follow(owner: Owner | None, patience: float = PATIENCE) -> AsyncIterator[Row]:
    """The running show's rows, the plan first, then each as it is accepted, until it ends.

    For a second window, which replays them and only watches. Raises Trouble as `call` does, also
    when a row makes no sense. `patience` is for the first answer only, in seconds.
    """
    host, port, token, who = _reached(owner)
    try:
        async with asyncio.timeout(patience):
            reader, writer = await asyncio.open_connection(host, port, limit=1 << 26)
    except TimeoutError:
        raise Trouble("program_hangs", who=who, waited=timedelta(seconds=patience)) from None
    except ConnectionRefusedError:
        raise Trouble("nobody_runs") from None
    except OSError:
        raise Trouble("socket_refused", who=who) from None
    try:
        writer.write(json.dumps({"token": token, "ask": "follow"}).encode() + b"\n")
        await _welcomed(reader, who, patience)
        while line := await _heard(reader):
            row = row_of((_request(line) or {}).get("row"))
            if row is None:
                raise Trouble("socket_garbled", who=who)
            yield row
    finally:
        writer.close()


async def _welcomed(reader: asyncio.StreamReader, who: str, patience: float) -> None:
    try:
        async with asyncio.timeout(patience):
            line = await _heard(reader)
    except TimeoutError:
        raise Trouble("program_hangs", who=who, waited=timedelta(seconds=patience)) from None
    answer = _request(line)
    if not line or (answer is not None and not answer.get("ok")):
        raise Trouble("socket_refused", who=who)
    if answer is None:
        raise Trouble("socket_garbled", who=who)


async def _heard(reader: asyncio.StreamReader) -> bytes:
    """The next whole line; b"" when the running show has gone, in whatever way."""
    try:
        line = await reader.readline()
    except (OSError, ValueError):
        return b""
    return line if line.endswith(b"\n") else b""
