"""Who is at a show whose program stands still, each in a thread of its own: hands that ask, a
viewer that reads, one that does not, and what webhooks call.
"""

import asyncio
import http.client
import json
import os
import socket
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Event, Thread
from time import perf_counter
from typing import Any, Final, NamedTuple

import aiohttp

from tests.net.opened import Screen
from tests.process import PATIENCE

Json = Mapping[str, Any]
Way = Callable[[Json], Json]
"""Asks a command of the show, and waits for what is answered."""
LITTLE: Final = 4096
"""Bytes of the buffers of one that does not read."""


# --- hands ---------------------------------------------------------------------------------------


class Taken(NamedTuple):
    """A command that was acknowledged: its id, the show's rev after it, when it was asked."""

    id: str
    rev: int
    asked: float


class Hand(Thread):
    """Asks `command`s of the show by `way`, one every so often, until it is to `rest`.

    Its ids stand in the journal after `link`, the link by which it asks (net/links.py).

    Attributes: taken, what was acknowledged, in order; refused, what was answered else.
    """

    def __init__(self, name: str, way: Way, command: Json, chance: Random, link: str = "") -> None:
        super().__init__(name=name, daemon=True)
        self._link = link
        self.taken: list[Taken] = []
        self.refused: list[str] = []
        self._way, self._command, self._chance = way, command, chance
        self._rested = Event()

    def run(self) -> None:
        """See the class."""
        number = 0
        while not self._rested.wait(self._chance.uniform(0.06, 0.2)):
            number += 1
            id_, asked = f"{self.name} {number}", perf_counter()
            try:
                answer = self._way({**self._command, "id": id_})
            except (OSError, ValueError, http.client.HTTPException) as error:
                self.refused.append(f"{id_}: {error!r}")
                continue
            if answer.get("ok"):
                self.taken.append(Taken(f"{self._link}{id_}", answer["rev"], asked))
            else:
                self.refused.append(f"{id_}: {answer}")

    def rest(self) -> None:
        """Ask no more, once what was asked is answered."""
        self._rested.set()


def local(address: str, token: str) -> Way:
    """By the local socket, as `runofshow send` does."""
    host, _, port = address.partition(":")

    def asked(command: Json) -> Json:
        with socket.create_connection((host, int(port)), PATIENCE) as came, came.makefile() as said:
            line = json.dumps({"token": token, "ask": "command", "command": command})
            came.sendall(line.encode() + b"\n")
            answer: Json = json.loads(said.readline())
            return answer

    return asked


def over_http(host: str, token: str) -> Way:
    """By HTTP, as any program of the house does."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def asked(command: Json) -> Json:
        came = http.client.HTTPConnection(host, timeout=PATIENCE)
        try:
            came.request("POST", "/v1/command", json.dumps(command), headers)
            answer: Json = json.loads(came.getresponse().read())
            return answer
        finally:
            came.close()

    return asked


# --- viewers -------------------------------------------------------------------------------------


class Heard(NamedTuple):
    """What a viewer was told, and when."""

    at: float
    rev: int
    slot: str


class Onlooker(Thread):
    """A viewer that reads all it is told until the show is at the rev that it is `last` to see.

    Attributes: heard, all that; board, the latest; failed, why it ended before, or "".
    """

    def __init__(self, url: str, token: str) -> None:
        super().__init__(daemon=True)
        self.heard: list[Heard] = []
        self.board: dict[str, Any] = {}
        self.failed = ""
        self.last: int | None = None
        self._url, self._token = url, token
        self.greeted = Event()

    def run(self) -> None:
        """See the class."""
        try:
            asyncio.run(self._look())
        except (AssertionError, TimeoutError, aiohttp.ClientError) as error:
            self.failed = repr(error)

    async def _look(self) -> None:
        bearer = {"Authorization": f"Bearer {self._token}"}
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{self._url}/v1/live?page=stage", headers=bearer) as came,
        ):
            screen = Screen(came)
            await screen.greeted()
            self.greeted.set()
            while self.last is None or screen.rev < self.last:
                await screen.heard()
                air = screen.board.get("on_air") or {}
                self.heard.append(Heard(perf_counter(), screen.rev, air.get("slot", "")))
            self.board = screen.board


class Sleeper:
    """A viewer that reads nothing of what it is told until it wakes."""

    def __init__(self, host: str, token: str) -> None:
        self._host, self._token = host, token
        self._socket = socket.socket()

    def come(self) -> None:
        """Open a WebSocket, and hear no more than that it is open."""
        host, _, port = self._host.partition(":")
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, LITTLE)
        self._socket.settimeout(PATIENCE)
        self._socket.connect((host, int(port)))
        key = b64encode(os.urandom(16)).decode()
        lines = (
            "GET /v1/live HTTP/1.1", f"Host: {self._host}", "Connection: Upgrade",
            "Upgrade: websocket", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}",
            f"Authorization: Bearer {self._token}", "", "",
        )  # fmt: skip
        self._socket.sendall("\r\n".join(lines).encode())
        self._socket.recv(len("HTTP/1.1 101"))

    def wake(self, rev: int) -> None:
        """Read on until this rev, or until it is let go, for it answers no ping.

        Raises TimeoutError when neither comes.
        """
        heard = b""
        with suppress(ConnectionError):
            while f'"rev":{rev},'.encode() not in heard:
                part = self._socket.recv(1 << 16)
                if not part:
                    break
                heard = heard[-20:] + part

    def close(self) -> None:
        """Go."""
        self._socket.close()


# --- webhooks ------------------------------------------------------------------------------------


class Called(Thread):
    """A machine that webhooks call and that answers at once; `calls` are the news it was told."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.calls: list[tuple[str, str]] = []
        calls = self.calls

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                calls.append((said["what"], said["slot"]))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def run(self) -> None:
        """See the class."""
        self._server.serve_forever(0.05)

    def close(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()


def waited(
    taken: Sequence[Taken], heard: Sequence[Heard], stood: Sequence[tuple[float, float]]
) -> float:
    """Seconds from a command to its news, at the most, beyond what the program `stood` still."""
    worst = 0.0
    for each in taken:
        at = next((news.at for news in heard if news.rev >= each.rev), None)
        if at is not None:
            held = sum(max(0.0, min(at, end) - max(each.asked, begin)) for begin, end in stood)
            worst = max(worst, at - each.asked - held)
    return worst
