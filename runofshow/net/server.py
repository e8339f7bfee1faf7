"""The server: the show's door to the network, closed until the régie opens it (network.md).

A plain coroutine on whichever loop it is opened on. It knows no Qt and no desk: values come in by
`publish`, commands go out by the doors.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Final, NamedTuple, TypeVar

from aiohttp import WSCloseCode

from runofshow.net.api import Api
from runofshow.net.door import Door, machine_names
from runofshow.net.doors import Doors, Sight, Viewer
from runofshow.net.gate import Gate
from runofshow.net.links import Link, Links
from runofshow.net.live import Live
from runofshow.net.pages import Pages
from runofshow.net.pairing import Outcome, Pairing, Waiting
from runofshow.net.roles import Role
from runofshow.net.visit import Reception
from runofshow.places import resource

_log = logging.getLogger("runofshow.net")
T = TypeVar("T")
PAGES: Final[Mapping[Role, tuple[str, ...]]] = {
    "viewer": ("/stage", "/green", "/programme", "/workshops"),
    "messages": ("/messages",),
    "remote": ("/remote",),
    "companion": ("/",),
}
"""The pages that a link of a role opens; the first is the one that it is handed out with."""


PAIR: Final = "/pair"
"""The page on which a phone shows its number."""


class HandedOut(NamedTuple):
    """A link as it is handed out: its address holds the token where no server is told of it.

    `token` and `url` are "" when nobody knows them any more, and it still works for whoever has it:
    it was made before the program was started again, or for the device that is called `name`.
    `expires` is None for one that works until it is revoked, `used` from where its program came.
    """

    id: str
    role: Role
    url: str
    token: str
    made: datetime
    expires: datetime | None
    room: str | None = None
    name: str | None = None
    used: str | None = None


class Census(NamedTuple):
    """Who may come, who is there, and who asks to be let in."""

    links: tuple[HandedOut, ...]
    viewers: tuple[Viewer, ...]
    waiting: tuple[Waiting, ...] = ()


class Server:
    """Serves one show.

    Attribute: `live`, who is connected.
    """

    def __init__(
        self, doors: Doors, links: Links, *, alarm: Callable[[str], None] = lambda _: None
    ) -> None:
        """`alarm` is called, on the server's loop, with the address of whoever guesses keys."""
        self.links, self._doors = links, doors
        self._gate = Gate(machine_names(), alarm=alarm)
        self.live = Live(doors, self._gate, links)
        self._pages = Pages(resource("web"), resource("fonts"))
        self.pairing = Pairing()
        self._door = Door()

    @property
    def address(self) -> str:
        """Where it is open, "" while it is closed."""
        return self._door.address

    async def open(self, host: str, port: int, expires: datetime) -> None:
        """Listen at `host`; links are ready until `expires`. Raises OSError when it cannot."""
        self.links.ready(self._doors.now(), expires)
        self._pages.make(self._doors.made())
        api = Api(self._doors, self.links, self._gate, self.live, self.pairing, self._pages)
        reception = Reception(api.answer, self._gate, api.spoken)
        await self._door.open(host, port, reception, self.live.watch)

    async def close(self) -> None:
        """Listen no more, and let everybody go."""
        await self._door.shut(lambda: self.live.part(code=WSCloseCode.GOING_AWAY))

    async def restyle(self) -> None:
        """Have pages speak and look as the régie's program does now."""
        self._pages.make(self._doors.made())
        self.live.restyle()

    def publish(self, sight: Sight) -> None:
        """Tell who is connected what changed."""
        self.live.publish(sight)

    @property
    def wanted(self) -> int:
        """How many want to be told of changes."""
        return self.live.wanted

    async def ask(self, does: "Callable[[Server], Awaitable[T]]") -> T:
        """What `does` says of this server, on the loop that it runs on."""
        return await does(self)

    async def handed_out(self) -> tuple[HandedOut, ...]:
        """The links whose tokens are known, as they are handed out."""
        return tuple(link for link in self._all() if link.token)

    async def census(self) -> Census:
        """All links that work, who is there, and who asks to be let in."""
        now = asyncio.get_running_loop().time()
        for link in self.pairing.unfetched(now):
            await self.revoke(link)
        return Census(self._all(), self.live.viewers(), self.pairing.waiting(now))

    async def offer(self) -> str:
        """The address that pairs a phone as a remote, for the moment; see `Pairing.offer`."""
        return f"{self.address}{PAIR}#{self.pairing.offer(asyncio.get_running_loop().time())}"

    async def withdraw(self) -> None:
        """Show no such address any more."""
        self.pairing.withdraw()

    async def admit(self, number: int, expires: datetime) -> bool:
        """Let the phone of that number in as a remote; False when it has gone."""
        now = asyncio.get_running_loop().time()
        asks = next((each for each in self.pairing.waiting(now) if each.number == number), None)
        if asks is None:
            return False
        link, token = self.links.make("remote", self._doors.now(), expires, name=asks.name)
        _log.info("remote %d let in from %s: link %s", number, asks.address, link.id)
        return self.pairing.answer(number, Outcome(token, link.id), now)

    async def refuse(self, number: int) -> bool:
        """Let the phone of that number not in; False when it has gone."""
        refused = self.pairing.answer(number, Outcome(), asyncio.get_running_loop().time())
        if refused:
            _log.info("remote %d refused", number)
        return refused

    def _all(self) -> tuple[HandedOut, ...]:
        return tuple(self._handed(link) for link in self.links.alive(self._doors.now()))

    def _handed(self, link: Link) -> HandedOut:
        token = self.links.token(link) or ""
        url = f"{self.address}{PAGES[link.role][0]}#{token}" if token else ""
        return HandedOut(
            link.id, link.role, url, token, link.made, link.expires, link.room, link.name, link.used
        )

    async def link(
        self, role: Role, room: str | None, expires: datetime, *, fresh: bool = False
    ) -> HandedOut:
        """The latest link of a role for a room whose token is known, made now if there is none.

        `fresh` makes another in any case.
        """
        for known in reversed(self._all()):
            if known.token and (known.role, known.room) == (role, room) and not fresh:
                return known
        made, _ = self.links.make(role, self._doors.now(), expires, room)
        _log.info("link %s made: %s", made.id, role)
        return self._handed(made)

    async def revoke(self, link: str) -> bool:
        """End a link, and the connections that came by it; False when there is no such link."""
        revoked = self.links.revoke(link)
        if revoked:
            _log.info("link %s revoked", link)
        await self.live.part(link)
        return revoked

    async def identify(self, number: int) -> bool:
        """Have a screen show its number; False when it has gone."""
        return self.live.identify(number)
