"""Those who look on over the network, as pages and Companions do: what they miss they ask for."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp

from tests.net.opened import Net
from tests.process import PATIENCE


class Gone(Exception):
    """Whoever looks on was let go."""


async def said_next(socket: aiohttp.ClientWebSocketResponse) -> Mapping[str, Any]:
    """What is told next; raises Gone."""
    async with asyncio.timeout(PATIENCE):
        message = await socket.receive()
    if message.type is not aiohttp.WSMsgType.TEXT:
        raise Gone
    said: Mapping[str, Any] = json.loads(message.data)
    return said


class Page:
    """A page that looks on: it asks for the whole when it has missed something."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._rev, self._seq = socket, -1, -1

    async def say(self, **message: Any) -> None:
        """Say something, and hear what is answered to it; raises Gone."""
        await self._socket.send_str(json.dumps(message))
        while not {"answer", "pong", "board"} & (await self._heard()).keys():
            pass

    async def sees(self, rev: int) -> bool:
        """Hear until the show is as far; False: it was let go before."""
        with suppress(Gone):
            while self._rev < rev:
                await self._heard()
        return self._rev >= rev

    async def _heard(self) -> Mapping[str, Any]:
        said = await said_next(self._socket)
        if "patch" in said and said["seq"] != self._seq + 1:
            await self._socket.send_str('{"ask": "board"}')
        elif "seq" in said:
            self._rev, self._seq = said["rev"], said["seq"]
        return said


class Deck:
    """A Companion."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket

    async def ask(self, tag: str, payload: object) -> None:
        """Ask something, and hear the answer; raises Gone."""
        await self._socket.send_str(json.dumps({"tag": tag, "payload": payload}))
        while (await said_next(self._socket))["tag"] != tag:
            pass

    async def sees(self, slot: str) -> bool:
        """Hear until that is on air; False: it was let go before, and has to come again."""
        with suppress(Gone):
            while (await self._live()) != slot:
                pass
            return True
        return False

    async def _live(self) -> str | None:
        payload = (await said_next(self._socket))["payload"]
        event = payload.get("eventNow") if isinstance(payload, dict) else None
        return None if event is None else str(event["id"])


@asynccontextmanager
async def page(net: Net, at: str, role: str, name: str) -> AsyncIterator[Page]:
    """A page that is connected to the show that is open there."""
    url = f"{at}/v1/live?page={name}"
    async with net.session.ws_connect(url, headers=net.bearer(role)) as socket:
        yield Page(socket)
