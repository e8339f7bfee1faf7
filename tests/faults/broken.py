"""Ways in which a file can be broken, hostile, or no file at all."""

import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Final

Break = Callable[[Path, bytes, Random], object]
HUGE: Final = 5_000_000_000


def _said(text: bytes) -> Break:
    return lambda path, _whole, _chance: path.write_bytes(text)


def _huge(path: Path, whole: bytes, _chance: Random) -> None:
    path.write_bytes(whole)
    os.truncate(path, HUGE)  # it takes no room


def _folder(path: Path, whole: bytes, _chance: Random) -> None:
    path.mkdir()
    (path / "inside").write_bytes(whole)


def _socket(path: Path, _whole: bytes, _chance: Random) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # a whole path may be too long for one


def _flipped(path: Path, whole: bytes, chance: Random) -> None:
    harmed = bytearray(whole or b"x")
    for _ in range(20):
        harmed[chance.randrange(len(harmed))] ^= chance.randrange(1, 256)
    path.write_bytes(harmed)


TEXTS: Final[Mapping[str, Break]] = {
    "empty": _said(b""),
    "cut": lambda path, whole, chance: path.write_bytes(whole[: chance.randrange(len(whole) or 1)]),
    "flipped": _flipped,
    "random": lambda path, _, chance: path.write_bytes(chance.randbytes(5000)),
    "naughts": lambda path, whole, _: path.write_bytes(bytes(len(whole) or 100)),
    "a list": _said(b"[null]\n"),
    "a number": _said(b"12\n"),
    "a text": _said(b'"a"\n'),
    "null": _said(b"null\n"),
    "an object": _said(b'{"seq": "1", "outputs": 3, "osc": [], "id": {}, "pid": {}}\n'),
    "many figures": _said(b'{"seq": ' + b"9" * 5000 + b"}\n"),
    "too deep": _said(b"[" * 200_000 + b"\n"),
    "deep": _said(b'{"slots": ' * 5000 + b"1" + b"}" * 5000 + b"\n"),
    "half a pair": _said(b'{"title": "\\ud800", "language": "\\ud800", "timezone": "\\ud800"}\n'),
    "utf-16": _said('{"dark": false}\n'.encode("utf-16")),
}
"""Files that say something else than they should."""
THINGS: Final[Mapping[str, Break]] = {
    "huge": _huge,
    "a folder": _folder,
    "a pipe": lambda path, _, __: os.mkfifo(path),
    "endless": lambda path, _, __: path.symlink_to("/dev/zero"),
    "a full device": lambda path, _, __: path.symlink_to("/dev/full"),
    "a circle": lambda path, _, __: path.symlink_to(path.name),
    "nowhere": lambda path, _, __: path.symlink_to("nowhere"),
    "a socket": _socket,
}
"""What is no file at all, or none that can be read: POSIX alone has most of it."""
BREAKS: Final[Mapping[str, Break]] = {**TEXTS, **(THINGS if os.name == "posix" else {})}


def broken(path: Path, way: str, chance: Random) -> bytes | None:
    """Break what stands at `path`; what is there now, None where that is no file of some bytes."""
    whole = path.read_bytes() if path.is_file() else b""
    path.unlink(missing_ok=True)
    was = Path.cwd()
    os.chdir(path.parent)
    try:
        BREAKS[way](path, whole, chance)
    finally:
        os.chdir(was)
    return path.read_bytes() if path.is_file() and way in TEXTS else None
