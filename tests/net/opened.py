"""A show open on the network, and those who come to it: programs, screens, and bare sockets."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from runofshow.clock import Clock
from runofshow.core.board import board
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk, Journal
from runofshow.net.anchors import INSTANT, Anchoring
from runofshow.net.links import Links
from runofshow.net.patches import patched
from runofshow.net.public import public_board, unseen
from runofshow.opening import Address
from runofshow.serving import Serving
from runofshow.store.settings import Settings
from tests.hand import HandClock, Stage, day, leaf
from tests.process import PATIENCE

Json = dict[str, Any]
PLAN = day(
    leaf("a", start="09:00"),
    leaf("b", note="noter", departments={"son": "HF 1"}),
    leaf("c"),
)


async def until(true: Callable[[], bool]) -> None:
    """Let everything else run until it is so."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 (nothing tells a test)
            await asyncio.sleep(0)


class Net:
    """A desk whose show is open; `clock` is turned by hand, `warned` what the régie is told."""

    def __init__(
        self, serving: Serving, desk: Desk, clock: HandClock, warned: Sequence[Sentence]
    ) -> None:
        self.serving, self.desk, self.clock, self.warned = serving, desk, clock, warned
        self.tokens: dict[str, str] = {}
        self.session = aiohttp.ClientSession()

    @property
    def host(self) -> str:
        """The Host that a request names."""
        return urlsplit(self.serving.address).netloc

    def bearer(self, role: str) -> dict[str, str]:
        """The header that a program of this role sends."""
        return {"Authorization": f"Bearer {self.tokens[role]}"}

    async def ask(
        self,
        method: str,
        path: str,
        role: str | None = None,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> tuple[int, Json]:
        """The status of an answer and what it says."""
        said = {**(self.bearer(role) if role else {}), **(headers or {})}
        url = self.serving.address + path
        async with self.session.request(method, url, headers=said, **more) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text else {}

    async def command(self, role: str, **command: Any) -> tuple[int, Json]:
        """The answer to a command over HTTP."""
        return await self.ask("POST", "/v1/command", role, json=command)

    @asynccontextmanager
    async def screen(
        self, role: str = "viewer", page: str = "", **more: Any
    ) -> AsyncIterator["Screen"]:
        """A screen that is connected, and has been told all there is."""
        url = f"{self.serving.address}/v1/live?page={page}"
        async with self.session.ws_connect(url, headers=self.bearer(role), **more) as socket:
            screen = Screen(socket)
            await screen.greeted()
            yield screen

    @asynccontextmanager
    async def line(self) -> AsyncIterator["Line"]:
        """A bare connection."""
        host, port = self.host.split(":")
        line = Line(*await asyncio.open_connection(host, int(port)))
        try:
            yield line
        finally:
            line.close()


class Screen:
    """A screen as a page is one: it holds what it was told, and takes each patch."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.hello: Json = {}
        self.board: Json = {}
        self.rev = self.seq = -1

    async def greeted(self) -> None:
        """Take the greeting and the whole board."""
        self.hello = (await self.heard())["hello"]
        await self.heard()

    async def heard(self) -> Json:
        """The next message, taken."""
        async with asyncio.timeout(PATIENCE):
            message = await self.socket.receive()
        assert message.type is aiohttp.WSMsgType.TEXT, message
        said: Json = json.loads(message.data)
        if "board" in said:
            self.board = dict(said["board"])
            self.board["slots"] = {row["id"]: row for row in self.board["slots"]}
            self.rev, self.seq = said["rev"], said["seq"]
        if "patch" in said:
            assert said["seq"] == self.seq + 1
            self.board = patched(self.board, said["patch"])
            self.rev, self.seq = said["rev"], said["seq"]
        return said

    async def until(self, rev: int) -> None:
        """Hear until the show is as far."""
        while self.rev < rev:
            await self.heard()

    async def say(self, **message: Any) -> Json:
        """What is answered to a message; what is told in between is taken."""
        await self.socket.send_str(json.dumps(message))
        while True:
            said = await self.heard()
            if "answer" in said or "pong" in said or ("board" in said and "ask" in message):
                return said

    async def closed(self) -> int | None:
        """The code with which it is closed."""
        kinds = aiohttp.WSMsgType
        async with asyncio.timeout(PATIENCE):
            while (said := await self.socket.receive()).type not in (
                kinds.CLOSE, kinds.CLOSED, kinds.ERROR,
            ):  # fmt: skip
                pass
        # What was said: aiohttp forgets it when its own goodbye comes too late to be sent.
        return int(said.data) if said.type is kinds.CLOSE else self.socket.close_code


class Line:
    """A bare connection that sends what it likes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def say(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def ended(self) -> bytes:
        """All that comes until the other side ends it."""
        heard = b""
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    part = await self.reader.read(1 << 16)
                except ConnectionError:
                    return heard
                if not part:
                    return heard
                heard += part

    async def status(self) -> int:
        """The status of the next answer; 0 when the connection is ended instead."""
        try:
            async with asyncio.timeout(PATIENCE):
                line = await self.reader.readline()
        except ConnectionError:
            return 0
        return int(line.split()[1]) if line else 0

    def close(self) -> None:
        self.writer.close()


def shown(desk: Desk, *, public: bool) -> Json:
    """What a screen is to show now."""
    show, now = desk.show, desk.now()
    present = board(show, now)
    held = Anchoring().anchors(present, board(show, now + INSTANT))
    return public_board(held, unseen(present)) if public else held


def gives_nothing_back(*paces: Any) -> None:
    """Let these count for good: what a slow machine's time gives back would be as much again."""
    for pace in paces:
        pace._rate = pace._rate._replace(each_second=0)


def request(net: Net, *headers: str, method: str = "GET", path: str = "/v1/time") -> bytes:
    """A request as bytes, with a Host unless one is given."""
    known = headers if any(h.lower().startswith("host") for h in headers) else ()
    lines = [f"{method} {path} HTTP/1.1", *(known or (f"Host: {net.host}", *headers))]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


@asynccontextmanager
async def opened(
    folder: Path,
    plan: Plan = PLAN,
    *,
    apart: bool = False,
    clock: Clock | None = None,
    settings: Callable[[], Settings] = Settings,
    journal: Journal | None = None,
) -> AsyncIterator[Net]:
    """A show of this plan that is open on the network, at nine o'clock; or by another clock."""
    stage = Stage(plan)
    hand = HandClock(stage.at("09:00"))
    desk = Desk(stage.show, clock or hand, journal)
    warned: list[Sentence] = []
    serving = Serving(desk, Links(folder), "en", apart=apart, warn=warned.append, settings=settings)
    await serving.open(Address(0))
    net = Net(serving, desk, hand, warned)
    net.tokens = {link.role: link.token for link in await serving.links()}
    try:
        yield net
    finally:
        await net.session.close()
        await serving.close()
