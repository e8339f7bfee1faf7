"""The OpenAPI document, made from the routes and the models that they take and give."""

from functools import lru_cache
from typing import Any, Final

from pydantic import BaseModel

from runofshow import __version__
from runofshow.core.commands import adapter
from runofshow.formats.schema import json_schema
from runofshow.net.answers import Health, Knocking, Paired, Taken, Time, Turned, written
from runofshow.net.api import EVERYBODY, KNOCKS, ROUTES, Knock, Route
from runofshow.net.roles import RIGHTS, ROLES

_REF: Final = "#/components/schemas/{model}"
_BOARD: Final = {
    "type": "object",
    "description": (
        "The show as it stands: instants are ISO 8601 with their offset, lengths are seconds. "
        "A link that reads what the hall may know gets the parts that are for the hall."
    ),
    "required": ["now", "rev", "title", "date", "state", "slots"],
    "properties": {
        "now": {"type": "string", "format": "date-time"},
        "rev": {"type": "integer"},
        "title": {"type": "string"},
        "date": {"type": "string", "format": "date"},
        "state": {"enum": ["before", "on_air", "between", "after"]},
        "slots": {"type": "array", "items": {"type": "object", "required": ["id"]}},
    },
}
_PLANS: Final = {
    "type": "object",
    "description": "The plans for a promise, each complete; lengths are seconds.",
    "required": ["rev", "plans"],
    "properties": {
        "rev": {"type": "integer"},
        "plans": {"type": "array", "items": {"type": "object", "required": ["plan", "short"]}},
    },
}
_PHRASES: Final = {
    "type": "object",
    "description": "The ready phrases, as `say` takes them.",
    "required": ["phrases"],
    "properties": {
        "phrases": {"type": "array", "items": {"type": "object", "required": ["text"]}},
    },
}
_OF_PLANS: Final = [
    {"name": "slot", "in": "query", "required": True, "schema": {"type": "string"}},
    {"name": "of", "in": "query", "required": True, "schema": {"enum": ["start", "end"]}},
]
_SEEN: Final = "A remote's `go` says `from`, its `undo` and `redo` `if_rev`: what it saw."
_REFUSALS: Final = {
    "401": "No link of this show, or one that has ended.",
    "403": "This link does not allow it, or a page from elsewhere asked.",
    "421": "The Host is not ours.",
    "429": "Too many requests at once.",
}
_OF_POST: Final = {
    "400": "This makes no sense.",
    "408": "It did not come whole in time.",
    "409": "The show has moved on from what the sender saw.",
    "413": "Too long.",
    "415": "Not sent as JSON.",
    "422": "The show as it is does not take it.",
}


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The API as OpenAPI 3.1 describes it."""
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    for knock in KNOCKS:
        paths[knock.path] = {"post": _knocking(knock)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Run of Show",
            "version": __version__,
            "summary": "The running show, read and commanded over the network.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "security": [{"link": []}],
        "paths": paths,
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {
                "link": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": (
                        "The token of a link. A browser's WebSocket offers the subprotocols "
                        "`runofshow.v1` and `bearer.TOKEN` instead."
                    ),
                }
            },
        },
    }


@lru_cache(maxsize=1)
def text() -> bytes:
    """The document as it is served."""
    return written(document())


def _operation(route: Route) -> dict[str, Any]:
    name = route.path.rsplit("/", 1)[-1].removesuffix(".json")
    said: dict[str, Any] = {
        "operationId": f"{route.method.lower()}_{name}",
        "summary": route.summary,
        "description": _who(route),
        "parameters": [_LANGUAGE, *(_OF_PLANS if route.gives == "Plans" else ())],
        "responses": _responses(route),
    }
    if route.method == "POST":
        said["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": _ref("Command")}}},
        }
    return said


def _knocking(knock: Knock) -> dict[str, Any]:
    """A POST of whoever has no link yet."""
    statuses: dict[str, dict[str, Any]] = {
        "200": {"description": f"{knock.summary}.", "content": _json(knock.gives.__name__)},
        "403": {"description": "The code is none, or has served; or the régie refused."},
        "410": {"description": "The ticket is none, or its time is over."},
        "429": {"description": "Too many requests at once, or too many wait."},
    }
    statuses["421"] = {"description": _REFUSALS["421"]}
    for status in ("403", "410", "421", "429"):
        statuses[status]["content"] = _json("Turned")
    name = knock.path.rsplit("/", 1)[-1]
    return {
        "operationId": f"post_{name}",
        "summary": knock.summary,
        "description": "For whoever has no link yet.",
        "parameters": [_LANGUAGE],
        "security": [],
        "requestBody": {"required": True, "content": _json(knock.takes.__name__)},
        "responses": statuses,
    }


_LANGUAGE: Final = {
    "name": "lang",
    "in": "query",
    "description": "Of sentences; else as Accept-Language says.",
    "schema": {"enum": ["fr", "en"]},
}


def _who(route: Route) -> str:
    if route.method == "POST":
        may = (f"{role}: {', '.join(sorted(RIGHTS[role].commands))}" for role in ROLES)
        asked = "; ".join(
            line for line, role in zip(may, ROLES, strict=True) if role in route.roles
        )
        return f"What each role may ask: {asked}. {_SEEN}"
    if route.roles == EVERYBODY:
        return "For every link."
    return f"For links of the roles {', '.join(sorted(route.roles))}."


def _responses(route: Route) -> dict[str, Any]:
    refusals = _REFUSALS | (_OF_POST if route.method == "POST" else {})
    told: dict[str, Any] = {
        status: {"description": text, "content": _json("Turned")}
        for status, text in refusals.items()
    }
    if route.gives == "Live":
        said = (
            "The WebSocket is open: hello, the board whole with the manner in which pages speak "
            "and look, then patches of it. A command may bear `until`, in milliseconds since 1970 "
            "by the show's clock: one that comes later is refused with `came_late`."
        )
        return {"101": {"description": said}, "426": {"description": "No WebSocket."}} | told
    if route.gives == "Document":
        schema = {"application/json": {"schema": {"type": "object"}}}
        return {"200": {"description": "This document.", "content": schema}} | told
    name = route.gives if isinstance(route.gives, str) else route.gives.__name__
    given = {"200": {"description": f"{route.summary}.", "content": _json(name)}}
    if route.gives == "Schedule":
        given["304"] = {"description": "It is what the sender knows (If-None-Match)."}
    return given | told


def _json(model: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": _ref(model)}}}


def _ref(model: str) -> str:
    return _REF.format(model=model)


def _schemas() -> dict[str, Any]:
    commands = adapter().json_schema(ref_template=_REF)
    found: dict[str, Any] = commands.pop("$defs")
    found["Command"] = commands
    models: tuple[type[BaseModel], ...] = (Taken, Turned, Time, Health, Knocking, Paired)
    for model in models:
        found[model.__name__] = model.model_json_schema(ref_template=_REF)
    schedule = json_schema()
    parts = schedule.pop("$defs", {})
    found |= {"Board": _BOARD, "Plans": _PLANS, "Phrases": _PHRASES}
    found["Schedule"] = _moved({k: v for k, v in schedule.items() if not k.startswith("$")})
    return found | {f"Schedule_{name}": _moved(part) for name, part in parts.items()}


def _moved(schema: Any) -> Any:
    """A part of the schedule's schema, that refers to others where they stand in this document."""
    match schema:
        case dict():
            return {name: _moved(part) for name, part in schema.items()}
        case list():
            return [_moved(part) for part in schema]
        case str() if schema.startswith("#/$defs/"):
            return _ref(f"Schedule_{schema.removeprefix('#/$defs/')}")
        case _:
            return schema
