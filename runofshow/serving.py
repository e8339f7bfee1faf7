"""Serving: the desk's side of the show on the network.

Rules of this module:
- Boards are made here, on the desk's loop, only while somebody is connected: at each change, and
  whenever a digit would flip, for what changes by itself. What the clock alone does is not told.
- A day so long that a look at it takes its time is looked at less often, never more than one part
  in fifty of the time.
- aiohttp is imported when the show is first opened.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from runofshow.core import times
from runofshow.core.beat import next_change, until
from runofshow.core.board import board as board_of
from runofshow.core.board_json import board_json, day_json, row_json
from runofshow.core.errors import Trouble
from runofshow.desk import Desk
from runofshow.net.anchors import INSTANT, Anchoring
from runofshow.net.doors import Doors, Sight
from runofshow.net.public import public_board, public_plan, unseen
from runofshow.net.roles import View
from runofshow.opening import Address

if TYPE_CHECKING:
    from runofshow.net.apart import Apart
    from runofshow.net.server import HandedOut, Server

_log = logging.getLogger(__name__)
Json = Mapping[str, Any]
SPARING: Final = 50
"""How many times as long as a look took the next one is awaited, at the least."""
MORNING: Final = times.Civil(30)
"""When links end, on the day's own clock: at six the next morning."""
LOOK_EVERY: Final = 1.0
"""Seconds after which it is seen that somebody has come."""
AFTER: Final = timedelta(hours=6)
"""How long after the day's expected end they last in any case."""


class Serving:
    """The show of `desk` on the network, opened and closed while it runs.

    `folder` keeps the links; `apart` has the server run in a thread of its own.
    """

    def __init__(self, desk: Desk, folder: Path, language: str, *, apart: bool = False) -> None:
        self._desk, self._folder, self._language, self._apart = desk, folder, language, apart
        self._anchoring = Anchoring()
        self._server: Server | Apart | None = None
        self._changed = asyncio.Event()
        self._soon = False
        self._unsubscribe: Callable[[], None] | None = None
        self._watching: asyncio.Task[None] | None = None

    @property
    def address(self) -> str:
        """Where the show is open, "" while it is closed."""
        return self._server.address if self._server is not None else ""

    @property
    def viewers(self) -> int:
        """How many screens are connected."""
        return self._server.wanted if self._server is not None else 0

    async def open(self, address: Address) -> None:
        """Open the show; raises Trouble with a sentence when that cannot be."""
        if self._desk.watching is not None:
            raise Trouble("net_watching", who=self._desk.watching)
        await self.close()
        server = self._made()
        try:
            await server.open(address.host, address.port, self._expires())
        except OSError as error:
            await server.close()
            where = f"{address.host}:{address.port}"
            raise Trouble("net_refused", address=where, why=error.strerror or str(error)) from None
        self._server = server
        self._unsubscribe = self._desk.subscribe(self._on_change)
        self._watching = asyncio.create_task(self._watch())
        _log.info("open on the network: %s", server.address)

    def _made(self) -> "Server | Apart":
        from runofshow.net.apart import Apart
        from runofshow.net.server import Server

        if self._apart:
            return Apart(self._doors(), self._folder, self._language)
        return Server(self._doors(), self._folder, language=self._language)

    async def close(self) -> None:
        """Close it, if it is open."""
        server, self._server = self._server, None
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._watching = None
        if server is not None:
            await server.close()
            _log.info("closed on the network")

    async def links(self) -> tuple["HandedOut", ...]:
        """The links whose tokens are known; raises Trouble while the show is closed."""
        if self._server is None:
            raise Trouble("net_closed")
        return await self._server.handed_out()

    def _expires(self) -> datetime:
        """When links made now end: with the show day (network.md §5)."""
        board = self._desk.board()
        day = max(board.date, board.now.astimezone(board.zone).date())
        morning = times.instant(day, MORNING, board.zone)
        return max(morning, (board.expected_end or board.now) + AFTER)

    # --- what is told --------------------------------------------------------------------------

    def _on_change(self) -> None:
        """Tell it in this loop's next turn: several changes in one are told together."""
        self._changed.set()
        if not self._soon:
            self._soon = True
            asyncio.get_running_loop().call_soon(self._tell_changed)

    def _tell_changed(self) -> None:
        """Tell what changed, unless that was done already."""
        if self._soon:
            self._tell()

    def _tell(self) -> None:
        self._soon = False
        if self._server is not None and self._server.wanted:
            self._server.publish(self._sight())

    def _sight(self) -> Sight:
        show, now = self._desk.show, self._desk.now()
        board, later = board_of(show, now), board_of(show, now + INSTANT)
        whole = self._anchoring.anchors(board, later)
        return Sight(board.rev, whole, public_board(whole, unseen(board)))

    async def _watch(self) -> None:
        """Tell what changes by itself, until cancelled."""
        took = 0.0
        while True:
            self._changed.clear()
            try:
                # Not wait_for: in Python 3.11 it can swallow the cancellation that ends this.
                async with asyncio.timeout(max(self._quiet(), took * SPARING)):
                    await self._changed.wait()
            except TimeoutError:
                before = time.perf_counter()
                self._tell()
                took = time.perf_counter() - before

    def _quiet(self) -> float:
        """For how many seconds nothing changes by itself that anybody wants to know."""
        if self._server is None or not self._server.wanted:
            return LOOK_EVERY
        due = next_change(self._desk.show, self._desk.board())
        return until(due, self._desk.now()).total_seconds() + 0.001

    # --- the doors -----------------------------------------------------------------------------

    def _doors(self) -> Doors:
        return Doors(
            do=self._do,
            board=self._board,
            plan=self._plan,
            health=self._health,
            sight=self._sight_now,
            now=self._desk.now,
        )

    async def _do(self, command: Json, language: str) -> Json:
        answer = self._desk.do_json(command)
        self._tell_changed()  # who looks on hears of it before whoever asked has the answer
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
