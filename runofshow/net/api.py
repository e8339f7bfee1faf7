"""The API, version 1 (network.md §2): what addresses there are, who may ask, what they answer.

`ROUTES` is all there is; the server finds its way by it, the OpenAPI document and the tests are
made from it. No GET changes anything. What a link may not is refused before it is looked at.
"""

import asyncio
import contextlib
import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC
from typing import Any, Final, Literal, NamedTuple

from aiohttp import web

from runofshow import __version__
from runofshow.core.errors import Refused
from runofshow.net.answers import (
    HEADERS,
    Health,
    Taken,
    Time,
    answered,
    told,
    turned,
)
from runofshow.net.doors import Doors
from runofshow.net.gate import BODY, HANDSHAKE, Gate
from runofshow.net.links import Link, Links
from runofshow.net.live import PROTOCOL, Live
from runofshow.net.pages import Pages
from runofshow.net.roles import RIGHTS, ROLES, Role, permit
from runofshow.net.visit import Visit

Json = Mapping[str, Any]
EVERYBODY: Final[frozenset[Role]] = frozenset(ROLES)
COMMANDING: Final[frozenset[Role]] = frozenset(role for role in ROLES if RIGHTS[role].commands)
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
    gives: type[Taken | Time | Health] | Literal["Board", "Schedule", "Document", "Live"]
    answer: "Callable[[Api, Asked], Awaitable[web.StreamResponse]]"


class Api:
    """Answers requests: values in, commands out."""

    def __init__(
        self, doors: Doors, links: Links, gate: Gate, live: Live, pages: Pages, language: str
    ) -> None:
        self.doors, self.links, self.gate, self.live = doors, links, gate, live
        self._pages, self._language = pages, language

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """The answer to any request at all."""
        language = spoken(request, self._language)
        try:
            return await self._let_in(request, language)
        except Refused as refused:
            return _turned(refused, language)

    async def _let_in(self, request: web.BaseRequest, language: str) -> web.StreamResponse:
        visit = request.protocol
        assert isinstance(visit, Visit)
        now = asyncio.get_running_loop().time()
        hosts = request.headers.getall("Host", [])
        if len(hosts) != 1 or not self.gate.called(hosts[0], visit.reached):
            raise Refused("wrong_host")
        if not self.gate.at_home(request.headers.get("Origin"), hosts[0]):
            raise Refused("wrong_origin")
        if not self.gate.requests.take(visit.address, now):
            raise Refused("too_fast")
        page = self._pages.page(request)
        if page is not None:
            return page
        route = _route(request)
        link = self._link(request)
        if link is None:
            known = self.gate.strangers.take(visit.address, now)
            raise Refused("no_token" if known else "too_fast")
        if link.role not in route.roles:
            raise Refused("not_allowed", name=f"{route.method} {route.path}")
        body = await _body(request) if route.method == "POST" else {}
        return await route.answer(self, Asked(request, link, language, body))

    def _link(self, request: web.BaseRequest) -> Link | None:
        """The link whose token comes with a request, if it works."""
        token = _token(request)
        return None if token is None else self.links.known(token, self.doors.now())


def _turned(refused: Refused, language: str) -> web.Response:
    headers = {}
    match refused.code:
        case "no_token":
            headers["WWW_Authenticate"] = "Bearer"
        case "wrong_method":
            headers["Allow"] = str(dict(refused.sentence.facts)["methods"])
        case "too_fast":
            headers["Retry_After"] = "1"
        case "no_upgrade":
            headers["Upgrade"] = "websocket"
    return turned(refused, language, **headers)


def spoken(request: web.BaseRequest, otherwise: str) -> str:
    """The language that a request asks for: `?lang=`, else what its sender prefers."""
    asked = request.query.get("lang")
    if asked in ("fr", "en"):
        return asked
    preferred = request.headers.get("Accept-Language", "").strip().lower()
    if not preferred or preferred.startswith("*"):
        return otherwise
    return "fr" if preferred.startswith("fr") else "en"


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
    return answered(await api.doors.do(asked.body, asked.language))


async def _board(api: Api, asked: Asked) -> web.StreamResponse:
    return told(await api.doors.board(RIGHTS[asked.link.role].view, asked.language))


async def _schedule(api: Api, asked: Asked) -> web.StreamResponse:
    plan = await api.doors.plan(RIGHTS[asked.link.role].view)
    text = json.dumps(plan, ensure_ascii=False).encode(errors="replace")
    etag = f'"{hashlib.sha256(text).hexdigest()[:32]}"'
    kept = {"ETag": etag, "Cache-Control": "private, no-cache"}
    known = [each.strip().removeprefix("W/") for each in _known(asked.request).split(",")]
    if etag in known:
        return web.Response(status=304, headers={**HEADERS, **kept})
    return web.Response(
        body=text, content_type="application/json", charset="utf-8", headers={**HEADERS, **kept}
    )


def _known(request: web.BaseRequest) -> str:
    return request.headers.get("If-None-Match", "")


async def _time(api: Api, _: Asked) -> web.StreamResponse:
    now = api.doors.now()
    iso = now.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return told(Time(now=iso, ms=now.timestamp() * 1000).model_dump())


async def _health(api: Api, _: Asked) -> web.StreamResponse:
    known = await api.doors.health()
    health = Health(version=__version__, viewers=len(api.live.viewers()), **known)
    return told(health.model_dump())


async def _document(_api: Api, _asked: Asked) -> web.StreamResponse:
    from runofshow.net.openapi import document

    return told(document(), Cache_Control="private, max-age=3600")


async def _live(api: Api, asked: Asked) -> web.StreamResponse:
    return await api.live.attend(asked.request, asked.link, asked.language)


ROUTES: Final[tuple[Route, ...]] = (
    Route("POST", "/v1/command", COMMANDING, "Give a command", Taken, _command),
    Route("GET", "/v1/board", EVERYBODY, "The show as it stands", "Board", _board),
    Route("GET", "/v1/schedule", EVERYBODY, "The day as planned", "Schedule", _schedule),
    Route("GET", "/v1/time", EVERYBODY, "The show's time", Time, _time),
    Route("GET", "/v1/health", EVERYBODY, "How the show and its disk are", Health, _health),
    Route("GET", "/v1/openapi.json", EVERYBODY, "This document", "Document", _document),
    Route("GET", "/v1/live", EVERYBODY, "The board as it changes (WebSocket)", "Live", _live),
)
