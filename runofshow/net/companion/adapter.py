"""The adapter: Companion's module is let in, answered, and told what changes.

A listener beside the server's, on the loop that it is opened on. It asks of everybody what the
server asks (entrance.py), and for the token of a Companion link, `?token=`, before any upgrade.
"""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple

from aiohttp import WSCloseCode, web

from runofshow.core.errors import Refused
from runofshow.harm import without_harm
from runofshow.net.answers import unless_known
from runofshow.net.companion.asked import Scene, asked
from runofshow.net.companion.look import Kept, Listed, Look, listed
from runofshow.net.companion.store import changes, store
from runofshow.net.connected import Connected
from runofshow.net.door import Door, machine_names
from runofshow.net.doors import Viewer
from runofshow.net.entrance import admitted, kept_out, spoken, strange
from runofshow.net.frames import Frame, frame
from runofshow.net.gate import FRAME, Gate
from runofshow.net.links import Link, Links
from runofshow.net.live import LOOK_EVERY, REVOKED, said_in
from runofshow.net.roles import Role, permit
from runofshow.net.visit import Reception, Visit

Json = Mapping[str, Any]
ROLE: Final[Role] = "companion"
VERSION: Final = "4.0.0"
"""What the module takes for a version that it knows how to speak with."""
PATHS: Final = ("/ws", "/data/rundowns/current", "/data/custom-fields")


class Doors(NamedTuple):
    """What the adapter may do with the show.

    `do` takes a command's JSON and a language and answers as contract.md §2 says, once the journal
    has it; `look` is the show of this instant; `now` the show's time.
    """

    do: Callable[[Json, str], Awaitable[Json]]
    look: Callable[[], Look]
    now: Callable[[], datetime]


class Deck(Connected):
    """One Companion that is connected. `seen` is what was on air as it was last told."""

    def __init__(
        self, number: int, link: Link, at: datetime, socket: web.WebSocketResponse, visit: Visit,
        whole: Callable[[], Frame | None],
    ) -> None:  # fmt: skip
        super().__init__(socket, visit, whole)
        self.number, self.link, self.since = number, link, at
        self.seen: str | None = None

    def tell_all(self, told: Sequence[Frame], live: str | None) -> None:
        """Tell what changed; `live` is what is on air then."""
        for each in told:
            self.tell(each)
        if self.visit.flowing.is_set():
            self.seen = live


class Adapter:
    """Serves one show to Companion."""

    def __init__(
        self, doors: Doors, links: Links, language: str,
        alarm: Callable[[str], None] = lambda _: None,
    ) -> None:  # fmt: skip
        """`alarm` is called with the address of whoever guesses keys."""
        self._doors, self._links, self._language = doors, links, language
        self._gate = Gate(machine_names(), alarm=alarm)
        self._kept = Kept()
        self._listed: Listed | None = None
        self._announced: Listed | None = None
        self._told: dict[str, Any] = {}
        self._decks: dict[int, Deck] = {}
        self._numbers = itertools.count(1)
        self._door = Door()

    async def open(self, host: str, port: int, expires: datetime) -> None:
        """Listen at `host`; a link is ready until `expires`. Raises OSError when it cannot."""
        self.ready(expires)
        reception = Reception(self._answer, self._gate, self._spoken)
        await self._door.open(host, port, reception, self._watch)

    def ready(self, expires: datetime) -> None:
        """See that there is a link to be handed out."""
        self._links.ready(self._doors.now(), expires, (ROLE,))

    async def close(self) -> None:
        """Listen no more, and let everybody go."""
        await self._door.shut(lambda: self.part(code=WSCloseCode.GOING_AWAY))

    @property
    def address(self) -> str:
        """Where it is open, "" while it is closed."""
        return self._door.address

    @property
    def wanted(self) -> int:
        """How many are connected."""
        return len(self._decks)

    def handed_out(self) -> tuple[str, ...]:
        """The addresses to type into Companion, each with its token."""
        alive = (link for link in self._links.alive(self._doors.now()) if link.role == ROLE)
        tokens = (self._links.token(link) for link in alive)
        return tuple(f"{self.address}/?token={token}" for token in tokens if token is not None)

    def viewers(self) -> tuple[Viewer, ...]:
        """Who is connected."""
        now = asyncio.get_running_loop().time()
        return tuple(
            Viewer(
                deck.number, deck.link.id, deck.link.role, None, deck.visit.address, deck.since,
                deck.round_trip, now - deck.heard,
            )
            for deck in self._decks.values()
        )  # fmt: skip

    async def part(self, link: str | None = None, code: int = REVOKED) -> None:
        """Let all that came by a link go, or all there are."""
        leaving = [deck for deck in self._decks.values() if link in (None, deck.link.id)]
        closing = (deck.part(code) for deck in leaving)
        await asyncio.gather(*closing, return_exceptions=True)

    # --- what is told ----------------------------------------------------------------------------

    def publish(self) -> None:
        """Tell everybody what changed."""
        look, present = self._looked()
        values = store(look, present, self._kept)
        news = changes(self._told, values)
        told = [frame(_said("runtime-data", news))] if news else []
        told += [
            frame(_said("refetch", {"target": target, "revision": present.revision}))
            for target in _to_fetch(self._announced, present)
        ]
        self._told, self._announced = values, present  # now: what failed is news yet the next time
        for deck in tuple(self._decks.values()):
            # What befalls one keeps the others from nothing; it comes again, and knows all then.
            if not without_harm(partial(deck.tell_all, told, look.live)):
                deck.visit.drop()

    def _looked(self) -> tuple[Look, Listed]:
        look = self._doors.look()
        self._listed = listed(look, self._listed, self._language)
        return look, self._listed

    def _whole(self) -> Frame | None:
        return frame(_said("runtime-data", self._told)) if self._told else None

    async def _watch(self) -> None:
        """Look after who is connected until cancelled: who has gone, whose link has ended."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK_EVERY)
            alive = {link.id for link in self._links.alive(self._doors.now())}
            for link in {deck.link.id for deck in self._decks.values()} - alive:
                await self.part(link)
            for deck in tuple(self._decks.values()):
                without_harm(partial(deck.look, loop.time()))

    # --- who comes -------------------------------------------------------------------------------

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            return await self._let_in(request)
        except Refused as refused:
            return kept_out(request, self._gate, refused, self._spoken(request))

    def _spoken(self, request: web.BaseRequest) -> str:
        return spoken(request, self._language)

    async def _let_in(self, request: web.BaseRequest) -> web.StreamResponse:
        visit = admitted(request, self._gate)
        token = request.query.get("token", "")
        link = self._links.known(token, self._doors.now())
        if link is None:
            raise strange(visit, self._gate, token)
        if link.role != ROLE:
            raise Refused("not_allowed", name=request.path)
        if request.path not in PATHS:
            raise Refused("no_such_path")
        if request.method != "GET":
            raise Refused("wrong_method", methods="GET")
        self._links.welcome(link, visit.address)
        if request.path == "/ws":
            return await self._attend(request, visit, link)
        _, present = self._looked()
        fields = request.path == "/data/custom-fields"
        return unless_known(request, present.rundown.fields if fields else present.values)

    async def _attend(
        self, request: web.BaseRequest, visit: Visit, link: Link
    ) -> web.WebSocketResponse:
        """One Companion, from its first word to its last."""
        socket = web.WebSocketResponse(autoping=False, max_msg_size=FRAME, timeout=1.0)
        if not socket.can_prepare(request):
            raise Refused("no_upgrade")
        await socket.prepare(request)
        number = next(self._numbers)
        deck = Deck(number, link, self._doors.now(), socket, visit, self._whole)
        self._decks[number] = deck
        try:
            await deck.hear(lambda text: self._answered(deck, text))
        except ConnectionError:
            pass  # it has gone
        finally:
            del self._decks[number]
            visit.relieved = None
        return socket

    # --- what they say ---------------------------------------------------------------------------

    async def _answered(self, deck: Deck, message: str) -> Frame:
        return frame(await self._answer_to(deck, message))

    async def _answer_to(self, deck: Deck, message: str) -> Json:
        tag = ""
        try:
            said = said_in(message)
            tag = said["tag"] if isinstance(said.get("tag"), str) else ""
            if tag == "version":
                return _said(tag, VERSION)
            if tag == "poll":
                self.publish()
                deck.seen = self._doors.look().live
                return _said(tag, self._told)
            return _said(tag, await self._done(deck, tag, said.get("payload")))
        except Refused as refused:
            return _said(tag, refused.text(self._language))

    async def _done(self, deck: Deck, tag: str, payload: object) -> str:
        """Do what was asked: "success", or what else there is to say; raises Refused."""
        look, present = self._looked()
        found = asked(tag, payload, Scene(look, present, self._kept, deck.seen))
        many, now = max(1, len(found.commands)), asyncio.get_running_loop().time()
        if not self._gate.commands.take(deck.link.id, now, many):
            raise Refused("too_fast")
        for command in found.commands:
            permit(ROLE, command)
            answer = await self._doors.do(command, self._language)
            if not answer["ok"]:
                return str(answer["why"])
        self._kept = found.kept
        self.publish()
        return "success" if found.said is None else found.said.text(self._language)


def _said(tag: str, payload: object) -> dict[str, Any]:
    return {"tag": tag, "payload": payload}


def _to_fetch(former: Listed | None, present: Listed) -> list[str]:
    """What is to be fetched again."""
    if former is None or former.revision == present.revision:
        return []
    fields = former.rundown.fields != present.rundown.fields
    return ["rundown", *(["custom-fields"] if fields else [])]
