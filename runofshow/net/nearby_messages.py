"""What is said to find a machine by its name on a local network: multicast DNS (RFC 6762).

Pure: bytes in, bytes out. Only addresses of version 4 are asked for and told; that there are no
others is told too (NSEC), so that nobody waits for them.
"""

import struct
from collections.abc import Iterator
from ipaddress import IPv4Address
from typing import Final, NamedTuple

A: Final = 1
AAAA: Final = 28
NSEC: Final = 47
ANY: Final = 255
LASTS: Final = 120
"""Seconds for which an answer may be kept."""
LEGACY: Final = 10
"""The same for a program that knows nothing of multicast."""
_ANSWER: Final = 0x8400
_OURS: Final = 0x8001
"""Class IN, with the bit that says that this is all there is of it."""
_IN: Final = 1
_UNICAST: Final = 0x8000
_HEAD: Final = struct.Struct("!6H")
_JUMPS: Final = 16


class _Record(NamedTuple):
    name: str
    kind: int
    kin: int
    data: bytes


def asked(packet: bytes, name: str) -> int | None:
    """The id of a question for an address of `name` in a packet; None when there is none."""
    try:
        number, flags, questions, *_ = _HEAD.unpack_from(packet)
        if flags & 0x8000:
            return None
        found: int | None = None
        at = _HEAD.size
        for _ in range(questions):
            text, at = _name(packet, at)
            kind, kin = struct.unpack_from("!HH", packet, at)
            at += 4
            if text == name and kind in (A, AAAA, ANY) and kin & 0x7FFF in (_IN, ANY):
                found = number
    except (struct.error, IndexError, ValueError):
        return None
    return found


def claimed(packet: bytes, name: str) -> frozenset[IPv4Address]:
    """The addresses that a packet says `name` has, be it in a probe or in an answer."""
    try:
        return frozenset(
            IPv4Address(record.data)
            for record in _records(packet)
            if (record.name, record.kind, len(record.data)) == (name, A, 4)
        )
    except (struct.error, IndexError, ValueError):
        return frozenset()


def probe(name: str, address: IPv4Address) -> bytes:
    """A question whether somebody has `name`, with the address that we want it for."""
    question = _written(name) + struct.pack("!HH", ANY, _IN | _UNICAST)
    return _HEAD.pack(0, 0, 1, 0, 1, 0) + question + _address(name, address, LASTS, _IN)


def answer(name: str, address: IPv4Address, lasts: int = LASTS) -> bytes:
    """That `name` has that address, and no other; with `lasts` 0, that it has it no more."""
    head = _HEAD.pack(0, _ANSWER, 0, 1, 0, 1)
    return head + _address(name, address, lasts, _OURS) + _alone(name, lasts)


def legacy(name: str, address: IPv4Address, number: int) -> bytes:
    """The same for a program that asked from a port of its own, with its question's id."""
    head = _HEAD.pack(number, _ANSWER, 1, 1, 0, 0)
    said = _written(name) + struct.pack("!HH", A, _IN)
    return head + said + _address(name, address, LEGACY, _IN)


def _address(name: str, address: IPv4Address, lasts: int, kin: int) -> bytes:
    return _written(name) + struct.pack("!HHIH", A, kin, lasts, 4) + address.packed


def _alone(name: str, lasts: int) -> bytes:
    """The NSEC record: of all kinds there is an address of version 4 alone."""
    data = _written(name) + b"\x00\x01\x40"
    return _written(name) + struct.pack("!HHIH", NSEC, _OURS, lasts, len(data)) + data


def _written(name: str) -> bytes:
    labels = name.encode("ascii").split(b".")
    return b"".join(bytes((len(label),)) + label for label in labels) + b"\x00"


def _records(packet: bytes) -> Iterator[_Record]:
    """The records of a packet; raises what a broken one makes."""
    _, _, questions, *counts = _HEAD.unpack_from(packet)
    at = _HEAD.size
    for _ in range(questions):
        at = _name(packet, at)[1] + 4
    for _ in range(sum(counts)):
        name, at = _name(packet, at)
        kind, kin, _, length = struct.unpack_from("!HHIH", packet, at)
        at += 10
        yield _Record(name, kind, kin, packet[at : at + length])
        at += length


def _name(packet: bytes, at: int) -> tuple[str, int]:
    """A name in small letters, and where what follows it begins."""
    labels: list[str] = []
    after, jumps = -1, 0
    while (length := packet[at]) != 0:
        if length & 0xC0 == 0xC0:
            after = at + 2 if after < 0 else after
            at = (length & 0x3F) << 8 | packet[at + 1]
            jumps += 1
            if jumps > _JUMPS:
                raise ValueError("a name that never ends")
            continue
        labels.append(packet[at + 1 : at + 1 + length].decode("utf-8", "replace"))
        at += 1 + length
    return ".".join(labels).lower(), after if after >= 0 else at + 1
