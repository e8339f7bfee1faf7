"""What is never in a copy: tokens, PINs, the secrets of pairing and of whom things are sent to."""

import json
import re
from typing import Any, Final
from urllib.parse import urlsplit

from pydantic import ValidationError

from runofshow.core.stand_ins import shape
from runofshow.store.wires import Wires

GONE: Final = "…"
_SECRET: Final = re.compile(
    r"""(?<![0-9a-fA-F])[0-9a-fA-F]{32}(?![0-9a-fA-F])   # a token is 128 bits
      | (?<=token=)[^\s&"']+ | (?<=pin=)[^\s&"']+
      | (?<=Bearer\ )\S+
      | (?<=\#)[\w-]{8,}                                  # a code of pairing, in an address
      | (?<=://)[^\s/@]+(?=@)                             # a name and password in an address""",
    re.VERBOSE | re.IGNORECASE,
)


def cleared(text: str) -> str:
    """`text` with whatever looks like a secret blotted out."""
    return _SECRET.sub(GONE, text)


def wires_told(data: bytes) -> bytes | None:
    """How the show is wired, without PIN, without what stands behind a host, without templates.

    None of what cannot be read: a secret may stand anywhere in it.
    """
    try:
        wires = Wires.model_validate_json(data)
    except ValidationError:
        return None
    said: dict[str, Any] = wires.model_dump(mode="json")
    said["osc"]["pin"] = GONE if wires.osc.pin else ""
    for output in said["outputs"]:
        output["url"] = _host(output["url"])
        output["text"] = shape(output["text"])
        output["address"] = cleared(output["address"])
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _host(url: str) -> str:
    """Where an address leads, and nothing else of it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # an address of IPv6 with a bracket too many
        return GONE if url else ""
    return f"{parts.scheme}://{host}/{GONE}" if host else GONE if url else ""
