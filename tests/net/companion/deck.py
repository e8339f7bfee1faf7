"""A client that speaks as Companion does with its module for Ontime, message by message."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from runofshow.core.plan import Plan
from runofshow.desk import Desk
from runofshow.net.links import Links
from runofshow.opening import Address
from runofshow.wired.companion import Companion
from tests.hand import HandClock, Stage, day, leaf, session
from tests.process import PATIENCE

Json = dict[str, Any]
PLAN = day(
    leaf("a", start="09:00", speakers=[{"name": "Ada"}], departments={"son": "HF 1"}),
    session("s", leaf("b", note="noter"), leaf("c", promise="start", departments={"son": "HF 2"})),
    leaf("d", room="Salle 2"),
)


class Deck:
    """One Companion: it drops everything until it knows the version, and merges what it is told."""

    def __init__(self, show: "Show", socket: aiohttp.ClientWebSocketResponse) -> None:
        self.show, self.socket = show, socket
        self.store: Json = {}
        self.rundown: Json = {}
        self.fields: Json = {}
        self.frames: list[Json] = []
        self.etags: dict[str, str] = {}

    async def greeted(self) -> None:
        """What the module does once it is connected."""
        await self.socket.send_str('{"tag":"version"}')
        version = (await self.heard())["payload"]
        assert version.split(".")[0] == "4"
        self.rundown = await self.fetched("/data/rundowns/current") or {}
        self.fields = await self.fetched("/data/custom-fields") or {}
        assert await self.ask("poll") == self.store

    async def fetched(self, path: str) -> Json | None:
        """What is fetched; None when nothing has changed."""
        said = {"If-None-Match": self.etags.get(path, ""), "Cache-Control": "3600", "Pragma": ""}
        async with self.show.get(path, headers=said) as answer:
            if answer.status == 304:
                return None
            assert answer.status == 200
            self.etags[path] = answer.headers["ETag"]
            return dict(await answer.json())

    async def heard(self) -> Json:
        """The next frame, taken."""
        async with asyncio.timeout(PATIENCE):
            message = await self.socket.receive()
        assert message.type is aiohttp.WSMsgType.TEXT, message
        said: Json = json.loads(message.data)
        assert set(said) == {"tag", "payload"}
        self.frames.append(said)
        if said["tag"] in ("runtime-data", "poll"):
            self.store |= said["payload"]
        if said["tag"] == "refetch" and said["payload"]["target"] == "rundown":
            self.rundown = await self.fetched("/data/rundowns/current") or self.rundown
        return said

    async def ask(self, tag: str, payload: object = ...) -> Any:
        """What is answered; what is told before that is taken."""
        said: Json = {"tag": tag} if payload is ... else {"tag": tag, "payload": payload}
        await self.socket.send_str(json.dumps(said))
        while True:
            heard = await self.heard()
            if heard["tag"] == tag:
                return heard["payload"]

    async def told(self, key: str, value: object) -> None:
        """Hear until a key of the store has that value."""
        while self.store.get(key) != value:
            await self.heard()

    @property
    def live(self) -> str | None:
        """What it shows as on air."""
        now = self.store["eventNow"]
        return None if now is None else str(now["id"])


class Show:
    """A show that is open for Companion; `clock` is turned by hand."""

    def __init__(self, companion: Companion, desk: Desk, clock: HandClock) -> None:
        self.companion, self.desk, self.clock = companion, desk, clock
        self.session = aiohttp.ClientSession()
        (self.link,) = companion.links()
        self.token = self.link.partition("=")[2]

    def get(self, path: str, token: str | None = None, **more: Any) -> Any:
        """A request as the module makes it."""
        query = f"?token={self.token if token is None else token}"
        return self.session.get(self.companion.address + path + query, **more)

    @asynccontextmanager
    async def deck(self) -> AsyncIterator[Deck]:
        """A Companion that is connected and knows all there is."""
        url = f"{self.companion.address}/ws?token={self.token}"
        async with self.session.ws_connect(url) as socket:
            deck = Deck(self, socket)
            await deck.greeted()
            yield deck

    def turn(self, seconds: float) -> None:
        """Let time pass, and the second be told as the pulse does."""
        self.clock.turn(seconds=seconds)
        self.companion._pulse.tell()


@asynccontextmanager
async def opened(folder: Path, plan: Plan = PLAN, clock: str = "09:00") -> AsyncIterator[Show]:
    """A show of this plan that is open for Companion."""
    stage = Stage(plan)
    hand = HandClock(stage.at(clock))
    desk = Desk(stage.show, hand)
    companion = Companion(desk, Links(folder), "en")
    await companion.open(Address(0))
    show = Show(companion, desk, hand)
    try:
        yield show
    finally:
        await show.session.close()
        await companion.close()
