"""What the server answers with: JSON, its statuses, and the headers that every answer bears."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final, Literal

from aiohttp.web import BaseRequest, Response
from pydantic import BaseModel, ConfigDict, Field

from runofshow.core.errors import Refused

Json = Mapping[str, Any]
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'none'"
)
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "runofshow",
}
STATUS: Final[Mapping[str, int]] = {
    "body_malformed": 400, "command_wrong": 400, "field_missing": 400, "field_unknown": 400,
    "field_wrong": 400, "not_a_command": 400, "request_wrong": 400, "text_unsound": 400,
    "unknown_command": 400, "go_blind": 400, "undo_blind": 400,
    "no_token": 401,
    "not_allowed": 403, "wrong_origin": 403, "pair_wrong": 403, "pair_refused": 403,
    "no_such_path": 404,
    "wrong_method": 405,
    "too_slow": 408,
    "guarded": 409, "just_started": 409, "moved_on": 409, "read_only": 409, "stale": 409,
    "came_late": 409,
    "pair_over": 410,
    "too_long": 413,
    "not_json": 415,
    "wrong_host": 421,
    "no_upgrade": 426,
    "too_fast": 429, "pair_crowd": 429,
    "fault": 500,
}  # fmt: skip
"""By the code of a refusal; one that is not here is 422: the show as it is does not take it."""
OTHERWISE: Final = 422


class Taken(BaseModel):
    """The answer to a command that was taken: it is on disk."""

    model_config = ConfigDict(frozen=True)

    ok: bool = Field(default=True, json_schema_extra={"const": True})
    rev: int = Field(description="The show's revision after it.")


class Turned(BaseModel):
    """The answer to what was not done, and nothing has changed."""

    model_config = ConfigDict(frozen=True)

    ok: bool = Field(default=False, json_schema_extra={"const": False})
    why: str = Field(description="A sentence, in the language asked for.")
    code: str = Field(description="The same for scripts.")


class Knocking(BaseModel):
    """What whoever has no link yet says: the code it has read, then again and again its ticket."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    code: str | None = Field(default=None, max_length=64, description="Read in the QR code.")
    name: str = Field(default="", max_length=200, description="What the device calls itself.")
    ticket: str | None = Field(default=None, max_length=64, description="Given for the code.")


class Paired(BaseModel):
    """How far whoever asks to be let in is."""

    model_config = ConfigDict(frozen=True)

    ok: bool = Field(default=True, json_schema_extra={"const": True})
    state: Literal["waiting", "accepted"]
    ticket: str | None = Field(default=None, description="To be shown with each later question.")
    number: int | None = Field(default=None, description="What the régie is to see on the device.")
    seconds: float | None = Field(default=None, description="For how long it waits.")
    token: str | None = Field(default=None, description="That of its link; told once.")


class Time(BaseModel):
    """The show's time."""

    model_config = ConfigDict(frozen=True)

    now: str = Field(description="ISO 8601, UTC.", json_schema_extra={"format": "date-time"})
    ms: float = Field(description="Milliseconds since 1970.")


class Health(BaseModel):
    """How the show and its disk are."""

    model_config = ConfigDict(frozen=True)

    ok: bool = Field(description="Whether all is as it should be.")
    version: str
    rev: int
    disk: str = Field(
        description="`ok`, or `memory`: what is asked is done, and waits for the disk.",
        json_schema_extra={"enum": ["ok", "memory"]},
    )
    waiting: int = Field(description="How many commands wait for the disk.", ge=0)
    viewers: int = Field(description="How many screens are connected.", ge=0)


def told(value: Json, status: int = 200, **headers: str) -> Response:
    """An answer in JSON that no cache keeps, unless the headers say otherwise."""
    return sent(written(value), status, **headers)


def written(value: Json) -> bytes:
    """A value in JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def sent(body: bytes, status: int = 200, **headers: str) -> Response:
    """An answer in JSON that is written already; no cache keeps it, unless the headers say so."""
    kept = {"Cache-Control": "no-store"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    return Response(
        body=body,
        status=status,
        content_type="application/json",
        charset="utf-8",
        headers={**HEADERS, **kept},
    )


def unless_known(request: BaseRequest, value: Json) -> Response:
    """A value that who asks may keep, and is told again only when it has changed (304 else)."""
    text = json.dumps(value, ensure_ascii=False).encode(errors="replace")
    etag = f'"{hashlib.sha256(text).hexdigest()[:32]}"'
    headers = {**HEADERS, "ETag": etag, "Cache-Control": "private, no-cache"}
    known = request.headers.get("If-None-Match", "").split(",")
    if etag in (each.strip().removeprefix("W/") for each in known):
        return Response(status=304, headers=headers)
    return Response(body=text, content_type="application/json", charset="utf-8", headers=headers)


def answered(answer: Json) -> Response:
    """A command's answer, with the status that its code has."""
    if answer.get("ok"):
        return told(answer)
    return told(answer, STATUS.get(str(answer.get("code")), OTHERWISE))


def turned(refused: Refused, language: str, **headers: str) -> Response:
    """The answer to what the gate or the show does not take."""
    return told(wrong(refused, language), STATUS.get(refused.code, OTHERWISE), **headers)


def wrong(refused: Refused, language: str) -> dict[str, Any]:
    """A refusal as contract.md §2 has it."""
    return {"ok": False, "why": refused.text(language), "code": refused.code}
