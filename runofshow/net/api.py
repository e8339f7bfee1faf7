"""The API, version 1 (network.md §2): what addresses there are, who may ask, what they answer.

`ROUTES` and `KNOCKS` are all there is; the server finds its way by them, the OpenAPI document and
the tests are made from them. No GET changes anything. What a link may not is refused before it is
looked at.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC
from typing import Any, Final, Literal, NamedTuple

from aiohttp import web
from pydantic import ValidationError

from runofshow import __version__
from runofshow.core.errors import Refused
from runofshow.net.answers import (
    Health,
    Knocking,
    Paired,
    Taken,
    Time,
    answered,
    sent,
    told,
    unless_known,
)
from runofshow.net.doors import Doors
from runofshow.net.entrance import admitted, kept_out, spoken, strange
from runofshow.net.gate import BODY, HANDSHAKE, Gate
from runofshow.net.links import Link, Links, signed
from runofshow.net.live import PROTOCOL, Live
from runofshow.net.pages import Pages
from runofshow.net.pairing import Pairing
from runofshow.net.roles import RIGHTS, ROLES, Role, permit
from runofshow.net.visit import Visit

_log = logging.getLogger("runofshow.net")
Json = Mapping[str, Any]
EVERYBODY: Final[frozenset[Role]] = frozenset(ROLES)
COMMANDING: Final[frozenset[Role]] = frozenset(role for role in ROLES if RIGHTS[role].commands)
PLANNING: Final = frozenset[Role](role for role in ROLES if RIGHTS[role].may("catch_up"))
SPEAKING: Final = frozenset[Role](role for role in ROLES if RIGHTS[role].may("say"))
_BEARER: Final = "bearer."


class Asked(NamedTuple):
    """A request that the gate let in: by whom, in which language, and the body of a POST."""

    request: web.BaseRequest
    link: Link
    language: str
    body: Json


class Route(NamedTuple):
    """An address: who may ask it, and what it answers.

    `gives` is what the answer is like: a model, or the name of one that openapi.py describes.
    """

    method: Literal["GET", "POST"]
    path: str
    roles: frozenset[Role]
    summary: str
    gives: (
        type[Taken | Time | Health]
        | Literal["Board", "Schedule", "Plans", "Phrases", "Document", "Live"]
    )
    answer: "Callable[[Api, Asked], Awaitable[web.StreamResponse]]"


class Knock(NamedTuple):
    """An address that whoever has no link yet may POST to: pairing alone.

    `answer` is given who knocks from where, in which language, and the body.
    """

    path: str
    summary: str
    takes: type[Knocking]
    gives: type[Paired]
    answer: "Callable[[Api, str, Json], web.StreamResponse]"


class Api:
    """Answers requests: values in, commands out."""

    def __init__(
        self, doors: Doors, links: Links, gate: Gate, live: Live, pairing: Pairing, pages: Pages,
    ) -> None:  # fmt: skip
        self.doors, self.links, self.gate, self.live = doors, links, gate, live
        self.pairing = pairing
        self._pages = pages

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """The answer to any request at all."""
        language = self.spoken(request)
        try:
            return await self._let_in(request, language)
        except Refused as refused:
            return kept_out(request, self.gate, refused, language)

    def spoken(self, request: web.BaseRequest) -> str:
        """The language in which it is answered."""
        return spoken(request, self.doors.manner().language)

    async def _let_in(self, request: web.BaseRequest, language: str) -> web.StreamResponse:
        page = self._pages.page(request)
        visit = admitted(request, self.gate, self.gate.files if page is not None else None)
        if page is not None:
            return page
        knock = next((each for each in KNOCKS if each.path == request.path), None)
        if knock is not None:
            return await self._knocked(knock, request, visit)
        route = _route(request)
        link = self._link(request)
        if link is None:
            raise strange(visit, self.gate, _token(request))
        if link.role not in route.roles:
            raise Refused("not_allowed", name=f"{route.method} {route.path}")
        if not request.query.get("page"):  # a program, no page
            self.links.welcome(link, visit.address)
        body: Json = {}
        if route.method == "POST":
            body = await _body(request)
            if self._link(request) is None:  # it may take seconds to come, and end meanwhile
                raise strange(visit, self.gate, None)
        return await route.answer(self, Asked(request, link, language, body))

    async def _knocked(
        self, knock: Knock, request: web.BaseRequest, visit: Visit
    ) -> web.StreamResponse:
        """The answer to who has no link: as slow as to strangers."""
        if request.method != "POST":
            raise Refused("wrong_method", methods="POST")
        if not self.gate.strangers.take(visit.address, asyncio.get_running_loop().time()):
            raise Refused("too_fast")
        return knock.answer(self, visit.address, await _body(request))

    def _link(self, request: web.BaseRequest) -> Link | None:
        """The link whose token comes with a request, if it works."""
        token = _token(request)
        return None if token is None else self.links.known(token, self.doors.now())


def _route(request: web.BaseRequest) -> Route:
    here = [route for route in ROUTES if route.path == request.path]
    if not here:
        raise Refused("no_such_path")
    for route in here:
        if route.method == request.method:
            return route
    raise Refused("wrong_method", methods=", ".join(route.method for route in here))


def _token(request: web.BaseRequest) -> str | None:
    """The token of a request; a browser's WebSocket can offer it as a subprotocol only."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    offered = [
        each.strip() for each in request.headers.get("Sec-WebSocket-Protocol", "").split(",")
    ]
    if PROTOCOL in offered:
        return next((e.removeprefix(_BEARER) for e in offered if e.startswith(_BEARER)), None)
    return None


async def _body(request: web.BaseRequest) -> Json:
    """The JSON object that a POST bears; raises Refused."""
    if request.content_type != "application/json":
        raise Refused("not_json")
    if (request.content_length or 0) > BODY:
        raise Refused("too_long", limit=BODY // 1024)
    try:
        async with asyncio.timeout(HANDSHAKE):
            data = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Refused("too_long", limit=BODY // 1024) from None
    except TimeoutError:
        raise Refused("too_slow", seconds=int(HANDSHAKE)) from None
    except (web.RequestPayloadError, OSError):
        raise Refused("request_wrong") from None
    with contextlib.suppress(ValueError, RecursionError):
        said = json.loads(data)
        if isinstance(said, dict):
            return said
    raise Refused("body_malformed")


# --- what each address answers ---------------------------------------------------------------


async def _command(api: Api, asked: Asked) -> web.StreamResponse:
    permit(asked.link.role, asked.body)
    if not api.gate.commands.take(asked.link.id, asyncio.get_running_loop().time()):
        raise Refused("too_fast")
    return answered(await api.doors.do(signed(asked.body, asked.link), asked.language))


async def _board(api: Api, asked: Asked) -> web.StreamResponse:
    return told(await api.doors.board(RIGHTS[asked.link.role].view, asked.language))


async def _schedule(api: Api, asked: Asked) -> web.StreamResponse:
    return unless_known(asked.request, await api.doors.plan(RIGHTS[asked.link.role].view))


async def _time(api: Api, _: Asked) -> web.StreamResponse:
    now = api.doors.now()
    iso = now.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return told(Time(now=iso, ms=now.timestamp() * 1000).model_dump())


async def _health(api: Api, _: Asked) -> web.StreamResponse:
    known = await api.doors.health()
    health = Health(version=__version__, viewers=len(api.live.viewers()), **known)
    return told(health.model_dump())


async def _document(_api: Api, _asked: Asked) -> web.StreamResponse:
    from runofshow.net.openapi import text

    return sent(text(), Cache_Control="private, max-age=3600")


async def _plans(api: Api, asked: Asked) -> web.StreamResponse:
    promise = (asked.request.query.get(name, "") for name in ("slot", "of"))
    return told(await api.doors.plans(*promise))


async def _phrases(api: Api, asked: Asked) -> web.StreamResponse:
    return told(await api.doors.phrases(asked.language))


def _pair(api: Api, address: str, body: Json) -> web.StreamResponse:
    """A code is taken, or a ticket asks what became of it."""
    now = asyncio.get_running_loop().time()
    try:
        said = Knocking.model_validate(body)
    except ValidationError:
        raise Refused("body_malformed") from None
    if said.ticket is not None:
        token = api.pairing.heard(said.ticket, now)
        waits = Paired(state="waiting") if token is None else Paired(state="accepted", token=token)
        return told(waits.model_dump(exclude_none=True))
    try:
        ticket = api.pairing.begin(said.code or "", said.name, address, now)
    except Refused:
        api.gate.guesses.wrong(said.code or "", address, now)
        raise
    _log.info("remote %d asks from %s", ticket.number, address)
    given = Paired(
        state="waiting", ticket=ticket.ticket, number=ticket.number, seconds=ticket.seconds
    )
    return told(given.model_dump(exclude_none=True))


async def _live(api: Api, asked: Asked) -> web.StreamResponse:
    return await api.live.attend(asked.request, asked.link, asked.language)


ROUTES: Final[tuple[Route, ...]] = (
    Route("POST", "/v1/command", COMMANDING, "Give a command", Taken, _command),
    Route("GET", "/v1/board", EVERYBODY, "The show as it stands", "Board", _board),
    Route("GET", "/v1/schedule", EVERYBODY, "The day as planned", "Schedule", _schedule),
    Route("GET", "/v1/plans", PLANNING, "What would keep a promise", "Plans", _plans),
    Route("GET", "/v1/phrases", SPEAKING, "The ready phrases", "Phrases", _phrases),
    Route("GET", "/v1/time", EVERYBODY, "The show's time", Time, _time),
    Route("GET", "/v1/health", EVERYBODY, "How the show and its disk are", Health, _health),
    Route("GET", "/v1/openapi.json", EVERYBODY, "This document", "Document", _document),
    Route("GET", "/v1/live", EVERYBODY, "The board as it changes (WebSocket)", "Live", _live),
)
KNOCKS: Final[tuple[Knock, ...]] = (
    Knock("/v1/pair", "Ask to be let in as a remote", Knocking, Paired, _pair),
)
