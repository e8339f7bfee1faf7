"""Speaking to a show on another machine: `runofshow send --to URL` (contract.md §4)."""

import contextlib
import http.client
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

from runofshow.core.errors import Trouble

PATIENCE: Final = 5.0
"""Seconds for each step of an exchange."""
LONGEST: Final = 1 << 20
"""Bytes of the longest answer."""


def call(url: str, token: str, command: object, language: str) -> Mapping[str, Any]:
    """The answer of the show at `url` to a command; raises Trouble with a sentence.

    Of the address only scheme, host and port count: that of a link's page will do.
    """
    found = _place(url)
    where = f"{found.scheme}://{found.netloc}"
    link = _connection(found)
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Accept-Language": language,
    }
    try:
        link.request("POST", "/v1/command", json.dumps(command).encode(), headers)
        text = link.getresponse().read(LONGEST)
    except (OSError, http.client.HTTPException) as error:
        why = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise Trouble("far_silent", url=where, why=why) from None
    finally:
        link.close()
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise Trouble("far_garbled", url=where)
    return said


def _place(url: str) -> SplitResult:
    with contextlib.suppress(ValueError):
        found = urlsplit(url)
        if found.scheme in ("http", "https") and found.hostname and found.port != 0:
            return found
    raise Trouble("url_wrong", url=url.partition("#")[0])


def _connection(found: SplitResult) -> http.client.HTTPConnection:
    kind = http.client.HTTPSConnection if found.scheme == "https" else http.client.HTTPConnection
    return kind(found.hostname or "", found.port, timeout=PATIENCE)
