"""WebSocket frames, encoded once for all who get them (RFC 6455, RFC 7692).

A server's frames bear no mask, so the same bytes serve every client. A long text is also deflated,
each by itself, which is sound for any client that has agreed to `permessage-deflate`.
"""

import json
import struct
import zlib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

PING: Final = b"\x89\x00"
_TEXT: Final = 0x81
_DEFLATED: Final = 0x40
_LONG: Final = 700
"""Bytes from which deflating is worth its while."""


class Frame(NamedTuple):
    """A text as bytes on the wire: as it is, and deflated, which may be the same."""

    plain: bytes
    packed: bytes


def frame(message: Mapping[str, Any]) -> Frame:
    """The frame that says `message` in JSON."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    data = text.encode(errors="replace")
    plain = _head(_TEXT, len(data)) + data
    if len(data) < _LONG:
        return Frame(plain, plain)
    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(data) + deflate.flush(zlib.Z_SYNC_FLUSH)
    packed = packed.removesuffix(b"\x00\x00\xff\xff")
    return Frame(plain, _head(_TEXT | _DEFLATED, len(packed)) + packed)


def _head(first: int, length: int) -> bytes:
    if length < 126:
        return bytes((first, length))
    if length < 1 << 16:
        return struct.pack("!BBH", first, 126, length)
    return struct.pack("!BBQ", first, 127, length)
