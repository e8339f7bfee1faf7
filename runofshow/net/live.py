"""Live: the board as it changes, over a WebSocket (network.md §2).

Rules of this module:
- A guest is told who it is and the time (`hello`), then the board as anchors, whole; then each
  change, `{"rev", "seq", "patch"}` (patches.py), encoded once for all who see the same.
- With the whole, and when it changes, a guest is told the `manner`: how pages speak and look.
- `seq` counts by one; whoever misses one asks `{"ask": "board"}` and gets the whole again.
- A guest that does not read is told nothing until it reads again, and then the whole: the latest
  wins, and nobody else waits. One that answers no ping has gone.
- Hundreds are told some at a time: between two lots the loop, which may be the windows', does what
  else it has to.
- A guest may say in its address which page it shows, `?page=stage`: it is told what is for that
  page (roles.py), whatever its link may read.
- A guest says `{"ping": t}` and hears `{"pong": t, "at": ms}`; a command, as its role allows, is
  answered by `{"answer": …, "to": id}`. It may bear `until`, in the same milliseconds: what comes
  later than that was held back on its way, and is not done behind anybody's back.
"""

import asyncio
import contextlib
import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from aiohttp import web

from runofshow.core.errors import Refused
from runofshow.harm import without_harm
from runofshow.net.answers import wrong
from runofshow.net.connected import Connected
from runofshow.net.doors import Doors, Manner, Sight, Viewer
from runofshow.net.frames import Frame, frame
from runofshow.net.gate import FRAME, Gate
from runofshow.net.links import Link, Links, signed
from runofshow.net.patches import patch, whole
from runofshow.net.roles import RIGHTS, View, permit, seen_on
from runofshow.net.visit import Visit

Json = Mapping[str, Any]
PROTOCOL: Final = "runofshow.v1"
"""The WebSocket's subprotocol; a browser offers `bearer.TOKEN` beside it."""
REVOKED: Final = 4401
"""The code with which the connections of a link that has ended are closed."""
LOOK_EVERY: Final = 1.0
LOT: Final = 100
"""How many are told in one turn of the loop: to write to one takes ten microseconds or more."""
_PAGE: Final = 20
"""How many letters the name of a page may have."""


class Group:
    """Those who see the same: what they were told last, as a value and as a frame."""

    def __init__(
        self, sight: Sight, view: View, room: str | None, manner: Callable[[], Manner]
    ) -> None:
        self.view, self.room, self._manner = view, room, manner
        self.rev, self.seq, self.board = sight.rev, 0, _seen(sight, view, room)
        self._whole: Frame | None = None

    def take(self, sight: Sight) -> Frame | None:
        """What is told of a new sight; None when nothing of it is news here."""
        board = _seen(sight, self.view, self.room)
        change = patch(self.board, board)
        if not change and sight.rev == self.rev:
            return None
        told = frame({"rev": sight.rev, "seq": self.seq + 1, "patch": change})
        # Only now: what could not be said is news yet the next time.
        self.rev, self.board, self.seq = sight.rev, board, self.seq + 1
        self._whole = None
        return told

    def whole(self) -> Frame:
        """All that is to be seen now, and in which manner."""
        if self._whole is None:
            told = {"rev": self.rev, "seq": self.seq, "board": whole(self.board)}
            self._whole = frame(told | {"manner": self._manner()._asdict()})
        return self._whole

    def forget(self) -> None:
        """Encode the whole anew when it is next wanted: the manner has changed."""
        self._whole = None


def _seen(sight: Sight, view: View, room: str | None) -> Json:
    """What a view tells; in a room, the messages to it and to the stage alone."""
    if view == "whole":
        return sight.whole
    message = sight.public.get("message")
    if room is None or message is None or message["to"] in ("stage", room):
        return sight.public
    return {name: value for name, value in sight.public.items() if name != "message"}


class Guest(Connected):
    """One connection that is told what changes."""

    def __init__(
        self, number: int, link: Link, socket: web.WebSocketResponse, visit: Visit, at: datetime,
        page: str,
    ) -> None:  # fmt: skip
        super().__init__(socket, visit, self._all)
        self.number, self.link, self.since, self.page = number, link, at, page
        self.group: Group | None = None

    def _all(self) -> Frame | None:
        return None if self.group is None else self.group.whole()


class Live:
    """All guests. `wanted` says whether anybody wants to be told of changes."""

    def __init__(self, doors: Doors, gate: Gate, links: Links) -> None:
        self.wanted = 0
        self._links = links
        self._doors, self._gate = doors, gate
        self._sight: Sight | None = None
        self._groups: dict[tuple[View, str | None], Group] = {}
        self._guests: dict[int, Guest] = {}
        self._numbers = itertools.count(1)
        self._untold: Iterator[tuple[Guest, Frame]] = iter(())

    # --- what is told ----------------------------------------------------------------------------

    def publish(self, sight: Sight) -> None:
        """Tell everybody what is news to them; who waits for the last news hears them first."""
        self._sight = sight
        for guest, told in self._untold:
            without_harm(partial(guest.tell, told))
        news = self._news(sight)
        due = [(guest, news.get(guest.group)) for guest in self._guests.values() if guest.group]
        self._untold = iter([(guest, told) for guest, told in due if told is not None])
        self._tell_some()

    def _news(self, sight: Sight) -> dict[Group, Frame | None]:
        """What is news to each; one that cannot be told keeps the others from nothing."""
        news: dict[Group, Frame | None] = {}

        def take(group: Group) -> None:
            news[group] = group.take(sight)

        for group in self._groups.values():
            without_harm(partial(take, group))
        return news

    def _tell_some(self) -> None:
        """Tell some of those who have not heard the news, and go on in the loop's next turn."""
        lot = list(itertools.islice(self._untold, LOT))
        for guest, told in lot:  # what befalls one guest keeps the others from nothing
            without_harm(partial(guest.tell, told))
        if len(lot) == LOT:
            asyncio.get_running_loop().call_soon(self._tell_some)

    def restyle(self) -> None:
        """Tell everybody how pages speak and look from now on."""
        for group in self._groups.values():
            group.forget()
        told = frame({"manner": self._doors.manner()._asdict()})
        for guest in self._guests.values():
            without_harm(partial(guest.tell, told))

    def viewers(self) -> tuple[Viewer, ...]:
        """Who is connected."""
        now = asyncio.get_running_loop().time()
        return tuple(
            Viewer(
                guest.number, guest.link.id, guest.link.role, guest.link.room, guest.visit.address,
                guest.since, guest.round_trip, now - guest.heard, guest.page,
                guest.link.name,
            )
            for guest in self._guests.values()
        )  # fmt: skip

    def identify(self, number: int) -> bool:
        """Have a guest show its number; False when it has gone."""
        guest = self._guests.get(number)
        if guest is not None:
            guest.tell(frame({"identify": number}))
        return guest is not None

    # --- who is there ----------------------------------------------------------------------------

    async def watch(self) -> None:
        """Look after the guests until cancelled: who has gone, whose link has ended."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK_EVERY)
            # Not only those revoked: one may have come while its link was, one's is forgotten.
            alive = {link.id for link in self._links.alive(self._doors.now())}
            for link in {guest.link.id for guest in self._guests.values()} - alive:
                await self.part(link)
            for guest in tuple(self._guests.values()):
                without_harm(partial(guest.look, loop.time()))

    async def part(self, link: str | None = None, code: int = REVOKED) -> None:
        """Let all guests of a link go, or all there are."""
        leaving = [g for g in self._guests.values() if link is None or g.link.id == link]
        closing = (guest.part(code) for guest in leaving)
        await asyncio.gather(*closing, return_exceptions=True)

    async def attend(
        self, request: web.BaseRequest, link: Link, language: str
    ) -> web.WebSocketResponse:
        """One guest, from its first word to its last."""
        socket = web.WebSocketResponse(
            protocols=(PROTOCOL,), autoping=False, max_msg_size=FRAME, timeout=1.0
        )
        if not socket.can_prepare(request):
            raise Refused("no_upgrade")
        await socket.prepare(request)
        visit = request.protocol
        assert isinstance(visit, Visit)
        page = request.query.get("page", "")
        page = page if page.isascii() and page.isalpha() and len(page) <= _PAGE else ""
        guest = Guest(next(self._numbers), link, socket, visit, self._doors.now(), page)
        self.wanted += 1
        try:
            await self._welcome(guest)
            await guest.hear(lambda text: self._answered(guest, text, language))
        except ConnectionError:
            pass  # it has gone
        finally:
            self._leave(guest)
        return socket

    async def _welcome(self, guest: Guest) -> None:
        if self._sight is None:
            self.publish(await self._doors.sight())
        sight = self._sight
        assert sight is not None
        role = guest.link.role
        sees = seen_on(role, guest.page)
        key = (sees, guest.link.room if sees == "public" else None)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = Group(sight, *key, self._doors.manner)
        # No await since the sight was taken: no change falls between it and the joining.
        guest.group = group
        self._guests[guest.number] = guest
        hello = {
            "role": role,
            "room": guest.link.room,
            "number": guest.number,
            "now": _ms(self._doors.now()),
            "may": sorted(RIGHTS[role].commands),
            "language": self._doors.manner().language,
        }
        guest.tell(frame({"hello": hello}))
        guest.tell(group.whole())

    def _leave(self, guest: Guest) -> None:
        self.wanted -= 1
        self._guests.pop(guest.number, None)
        guest.visit.relieved = None
        if not self.wanted:  # nobody tells us of changes any more: what we know grows old
            self._sight = None
            self._groups.clear()

    # --- what they say ---------------------------------------------------------------------------

    async def _answered(self, guest: Guest, text: str, language: str) -> Frame:
        try:
            said = said_in(text)
            if "do" in said:
                answer = await self._done(guest, said, language)
                return frame({"answer": answer, "to": said.get("id")})
            if "ping" in said:
                return frame({"pong": said["ping"], "at": _ms(self._doors.now())})
            if said.get("ask") == "board" and guest.group is not None:
                return guest.group.whole()  # made once for all: a short word asks for a long one
            raise Refused("unknown_message")
        except Refused as refused:
            return frame({"answer": wrong(refused, language), "to": None})

    async def _done(self, guest: Guest, command: Json, language: str) -> Json:
        try:
            permit(guest.link.role, command)
            if not self._gate.commands.take(guest.link.id, asyncio.get_running_loop().time()):
                raise Refused("too_fast")
            asked = signed(_in_time(command, self._doors.now()), guest.link)
            return await self._doors.do(asked, language)
        except Refused as refused:
            return wrong(refused, language)


def _in_time(command: Json, now: datetime) -> Json:
    """The command without its `until`; raises Refused once that has passed."""
    until = command.get("until")
    if not isinstance(until, int | float):
        return command
    if _ms(now) > until:
        raise Refused("came_late")
    return {name: value for name, value in command.items() if name != "until"}


def said_in(text: str) -> dict[str, Any]:
    """The JSON object that a message is; raises Refused."""
    with contextlib.suppress(ValueError, RecursionError):
        said = json.loads(text, parse_constant=_no_number)
        if isinstance(said, dict):
            return said
    raise Refused("body_malformed")


def _no_number(text: str) -> None:
    """NaN and the infinities are no JSON."""
    raise ValueError(text)


def _ms(moment: datetime) -> float:
    return round(moment.timestamp() * 1000, 3)
