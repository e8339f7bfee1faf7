"""OSC packets: bytes to messages and back. No bytes whatever make reading raise.

python-osc reads and writes single messages; bundles are taken apart here, where their depth and
their number are bounded, and so are kinds of arguments, which it would note in a log.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pythonosc.osc_message import OscMessage, ParseError
from pythonosc.osc_message_builder import OscMessageBuilder

Argument = str | int | float | bool | None
LONGEST: Final = 8192
"""Bytes of the longest packet that is read."""
MOST: Final = 16
"""How many messages of one packet are read."""
_DEEPEST: Final = 3
_BUNDLE: Final = b"#bundle\0"
_HEAD: Final = 16
"""Bytes of a bundle's head: its name and its time, which is not waited for."""
_KINDS: Final = frozenset("ifsdhTFN")


class Message(NamedTuple):
    """One message."""

    address: str
    arguments: tuple[Argument, ...] = ()


def read(packet: bytes) -> tuple[Message, ...]:
    """The messages of a packet, in order; what cannot be read of it is left out."""
    if len(packet) > LONGEST:
        return ()
    found: list[Message] = []
    for part in _parts(packet, 0):
        message = _message(part)
        if message is not None:
            found.append(message)
        if len(found) == MOST:
            break
    return tuple(found)


def _parts(packet: bytes, depth: int) -> Iterator[bytes]:
    """The single messages of a packet, as bytes."""
    if not packet.startswith(_BUNDLE):
        yield packet
        return
    at = _HEAD
    while depth < _DEEPEST and at + 4 <= len(packet):
        size = int.from_bytes(packet[at : at + 4], "big")
        at += 4
        if not 0 < size <= len(packet) - at:
            return
        yield from _parts(packet[at : at + size], depth + 1)
        at += size


def _message(data: bytes) -> Message | None:
    if not data.startswith(b"/") or len(data) % 4 or not _KINDS.issuperset(_kinds(data)):
        return None
    try:
        read = OscMessage(data)
        return Message(read.address, tuple(read.params))
    except (ParseError, ValueError, OverflowError):
        return None


def _kinds(data: bytes) -> str:
    """The letters that say what its arguments are."""
    after = data.find(b"\0") // 4 * 4 + 4
    if data[after : after + 1] != b",":
        return ""
    return data[after + 1 : data.find(b"\0", after)].decode("latin-1")


def written(address: str, arguments: Sequence[Argument] = ()) -> bytes:
    """The packet of one message."""
    builder = OscMessageBuilder(_sound(address))
    for argument in arguments:
        builder.add_arg(_sound(argument) if isinstance(argument, str) else argument)
    return builder.build().dgram


def _sound(text: str) -> str:
    """A text that a packet can hold: half letters become question marks, and it ends nowhere."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
