"""The entrance: what is asked of every request before anything is looked at (network.md §5)."""

import asyncio

from aiohttp import web

from runofshow.core.errors import Refused
from runofshow.net.answers import turned
from runofshow.net.gate import Gate, Pace
from runofshow.net.visit import Visit


def admitted(request: web.BaseRequest, gate: Gate, pace: Pace | None = None) -> Visit:
    """The visit that a request came by; raises Refused when it names another host or origin.

    So it does of an address that asks too often, by `pace`, or by that of all requests.
    """
    visit = request.protocol
    assert isinstance(visit, Visit)
    hosts = request.headers.getall("Host", [])
    if len(hosts) != 1 or not gate.called(hosts[0], visit.reached):
        raise Refused("wrong_host")
    if not gate.at_home(request.headers.get("Origin"), hosts[0]):
        raise Refused("wrong_origin")
    if not (pace or gate.requests).take(visit.address, asyncio.get_running_loop().time()):
        raise Refused("too_fast")
    return visit


def strange(visit: Visit, gate: Gate, token: str | None) -> Refused:
    """The refusal of a visit whose token is none of ours; who tries many is slowed down."""
    now = asyncio.get_running_loop().time()
    gate.guesses.wrong(token or "", visit.address, now)
    known = gate.strangers.take(visit.address, now)
    return Refused("no_token" if known else "too_fast")


def kept_out(request: web.BaseRequest, gate: Gate, refused: Refused, language: str) -> web.Response:
    """The answer to what is not let in, with the headers that HTTP wants beside its status.

    Who came is written down, nothing of what was asked.
    """
    visit = request.protocol
    assert isinstance(visit, Visit)
    gate.watchbook.note(refused.code, visit.address, asyncio.get_running_loop().time())
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
