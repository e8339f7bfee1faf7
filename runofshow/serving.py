"""Serving: the desk's side of the show on the network.

Rules of this module:
- Boards are made here, on the desk's loop, only while somebody is connected (pulse.py). What the
  clock alone does is not told.
- aiohttp is imported when the show is first opened, beside the loop (loading.py).
"""

import ipaddress
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.core.board import board as board_of
from runofshow.core.board_json import board_json, day_json, row_json
from runofshow.core.errors import Refused, Trouble
from runofshow.core.plans_json import plans_json
from runofshow.core.promises import promised
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.loading import loaded
from runofshow.net.anchors import INSTANT, Anchoring
from runofshow.net.doors import Doors, Manner, Sight
from runofshow.net.links import Links
from runofshow.net.public import public_board, public_plan, unseen
from runofshow.net.roles import View
from runofshow.opening import Address
from runofshow.pulse import Pulse
from runofshow.store.settings import Settings

if TYPE_CHECKING:
    from runofshow.net.apart import Apart
    from runofshow.net.nearby import Nearby
    from runofshow.net.roles import Role
    from runofshow.net.server import Census, HandedOut, Server

_log = logging.getLogger(__name__)
Json = Mapping[str, Any]
MORNING: Final = times.Civil(30)
"""When links end, on the day's own clock: at six the next morning."""
AFTER: Final = timedelta(hours=6)
"""How long after the day's expected end they last in any case."""


def expiry(board: Board) -> datetime:
    """When links made now end: with the show day (network.md §5)."""
    day = max(board.date, board.now.astimezone(board.zone).date())
    morning = times.instant(day, MORNING, board.zone)
    return max(morning, (board.expected_end or board.now) + AFTER)


class Serving:
    """The show of `desk` on the network, opened and closed while it runs.

    `apart` has the server run in a thread of its own; `settings` are those of the machine, which
    may ask for that too, and whose phrases and colours pages show; `warn` is called with what the
    régie should read of who knocks.
    """

    def __init__(
        self,
        desk: Desk,
        links: Links,
        language: str,
        *,
        apart: bool = False,
        settings: Callable[[], Settings] = Settings,
        warn: Callable[[Sentence], None] = lambda _: None,
    ) -> None:
        self._settings, self._warn = settings, warn
        self._desk, self._links, self._language, self._apart = desk, links, language, apart
        self._anchoring = Anchoring()
        self._server: Server | Apart | None = None
        self._told: Manner | None = None
        self._nearby: Nearby | None = None
        self._pulse = Pulse(desk, lambda: self.viewers > 0, self._tell)

    @property
    def address(self) -> str:
        """Where the show is open, "" while it is closed."""
        return self._server.address if self._server is not None else ""

    @property
    def name(self) -> str:
        """The name by which it is found on the local network, "" when it has none."""
        return self._nearby.name if self._nearby is not None else ""

    @property
    def viewers(self) -> int:
        """How many screens are connected."""
        return self._server.wanted if self._server is not None else 0

    async def open(self, address: Address) -> None:
        """Open the show; raises Trouble with a sentence when that cannot be."""
        if self._desk.watching is not None:
            raise Trouble("net_watching", who=self._desk.watching)
        await self.close()
        await loaded("runofshow.net.server")
        server = self._made()
        try:
            await server.open(address.host, address.port, expiry(self._desk.board()))
        except OSError as error:
            await server.close()
            where = f"{address.host}:{address.port}"
            raise Trouble("net_refused", address=where, why=error.strerror or str(error)) from None
        self._server, self._told = server, self._manner()
        self._nearby = _named(address.host, server.address)
        self._pulse.begin()
        _log.info("open on the network: %s", server.address)

    def _made(self) -> "Server | Apart":
        from runofshow.net.apart import Apart
        from runofshow.net.server import Server

        if self._apart or self._settings().apart:
            return Apart(self._doors(), self._links, self._alarm)
        return Server(self._doors(), self._links, alarm=self._alarm)

    def _alarm(self, address: str) -> None:
        self._warn(Sentence.of("guessed_key", address=address))

    async def close(self) -> None:
        """Close it, if it is open."""
        server, self._server = self._server, None
        if self._nearby is not None:
            self._nearby.stop()
            self._nearby = None
        await self._pulse.end()
        if server is not None:
            await server.close()
            _log.info("closed on the network")

    async def restyle(self, language: str) -> None:
        """Have the pages speak `language` from now on, and look as the settings say now."""
        self._language = language
        if self._server is not None and self._manner() != self._told:
            self._told = self._manner()
            await self._server.ask(lambda server: server.restyle())

    async def links(self) -> tuple["HandedOut", ...]:
        """The links whose tokens are known; raises Trouble while the show is closed."""
        return await self._open_server().ask(lambda server: server.handed_out())

    async def census(self) -> "Census":
        """All links that work and who is there; raises Trouble while the show is closed."""
        return await self._open_server().ask(lambda server: server.census())

    async def link(
        self, role: "Role", room: str | None = None, *, fresh: bool = False
    ) -> "HandedOut":
        """As `Server.link`; raises Trouble while the show is closed."""
        ends = expiry(self._desk.board())
        return await self._open_server().ask(
            lambda server: server.link(role, room, ends, fresh=fresh)
        )

    async def revoke(self, link: str) -> bool:
        """End a link and who came by it, for good; raises Trouble while the show is closed."""
        return await self._open_server().ask(lambda server: server.revoke(link))

    async def identify(self, number: int) -> bool:
        """Have a screen show its number, False when it has gone; raises Trouble while closed."""
        return await self._open_server().ask(lambda server: server.identify(number))

    async def offer(self) -> str:
        """As `Server.offer`; raises Trouble while the show is closed."""
        return await self._open_server().ask(lambda server: server.offer())

    async def withdraw(self) -> None:
        """As `Server.withdraw`; nothing while the show is closed."""
        if self._server is not None:
            await self._server.ask(lambda server: server.withdraw())

    async def answer(self, number: int, *, admit: bool) -> bool:
        """Let a phone in, or refuse it; False when it has gone; raises Trouble while closed."""
        ends = expiry(self._desk.board())
        return await self._open_server().ask(
            lambda server: server.admit(number, ends) if admit else server.refuse(number)
        )

    def _open_server(self) -> "Server | Apart":
        if self._server is None:
            raise Trouble("net_closed")
        return self._server

    # --- what is told --------------------------------------------------------------------------

    def _tell(self) -> None:
        if self._server is not None:
            self._server.publish(self._sight())

    def _sight(self) -> Sight:
        show, now = self._desk.show, self._desk.now()
        board, later = board_of(show, now), board_of(show, now + INSTANT)
        whole = self._anchoring.anchors(board, later)
        return Sight(board.rev, whole, public_board(whole, unseen(board)))

    # --- the doors -----------------------------------------------------------------------------

    def _doors(self) -> Doors:
        return Doors(
            do=self._do,
            board=self._board,
            plan=self._plan,
            health=self._health,
            sight=self._sight_now,
            plans=self._plans,
            phrases=self._phrases,
            now=self._desk.now,
            made=self._made_of,
            manner=self._manner,
        )

    async def _do(self, command: Json, language: str) -> Json:
        with self._pulse.asked():  # who looks on hears of it before whoever asked has the answer
            answer = self._desk.do_json(command)
        return answer.as_json(language)

    async def _board(self, view: View, language: str) -> Json:
        board = self._desk.board()
        if view == "whole":
            return board_json(board, language)
        rows = {"slots": [row_json(row, board.zone) for row in board.slots]}
        return public_board(day_json(board) | rows, unseen(board))

    async def _plan(self, view: View) -> Json:
        plan = self._desk.show.plan
        return plan.as_json() if view == "whole" else public_plan(plan)

    async def _plans(self, slot: str, of: str) -> Json:
        show = self._desk.show
        promise = next((each for each in promised(show) if tuple(each) == (slot, of)), None)
        if promise is None:
            raise Refused("no_such_promise")
        return {"rev": show.rev, "plans": plans_json(show, self._desk.now(), promise)}

    async def _phrases(self, language: str) -> Json:
        from runofshow.browser import phrases

        return {"phrases": phrases(self._settings().phrases, language)}

    def _manner(self) -> Manner:
        from runofshow.browser import hours

        written = {language: hours(language) for language in ("fr", "en")}
        return Manner(self._language, self._settings().palette, written)

    def _made_of(self) -> Mapping[str, str]:
        from runofshow.browser import made

        return made(self._settings())

    async def _health(self) -> Json:
        desk = self._desk
        kept = desk.trouble is None
        return {
            "ok": kept,
            "rev": desk.show.rev,
            "disk": "ok" if kept else "memory",
            "waiting": desk.waiting,
        }

    async def _sight_now(self) -> Sight:
        return self._sight()


def _named(host: str, served: str) -> "Nearby | None":
    """Who gives the show `served` a name where others reach it, begun; None for this machine."""
    from runofshow.net.door import reachable
    from runofshow.net.nearby import Nearby

    try:
        address = ipaddress.IPv4Address(reachable(host))
    except ValueError:
        return None  # by a name, or version 6: found by its address
    if address.is_loopback:
        return None
    nearby = Nearby(str(address), urlsplit(served).port or 80)
    nearby.start()
    return nearby
