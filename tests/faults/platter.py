"""A disk that remembers what was flushed, refuses what it is told to, and loses power.

SQLite's own way to the disk (its VFS) is taken and three of its calls are listened to: write,
truncate and sync; of Python's, the flush of a file or folder, renaming and removing. All reach the
real disk; besides, all that was asked is recorded, so that the files can be made as a power cut at
any instant may leave them:

- what was written before a file's last flush is there;
- of what was written after it, any sector may be there or not, the order is not kept, and a sector
  holds what it was last given or anything it was given since the flush;
- a file may be longer than what reached it; in between are noughts;
- of the names given and taken since their folder's last flush, the first ones are so, the rest not.

`refuse` is asked before each call of SQLite's and may name an error, the disk's answer then.
"""

import ctypes
import ctypes.util
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Final, Literal, NamedTuple
from unittest.mock import patch

SECTOR: Final = 512
Act = Literal["write", "truncate", "sync", "rename", "remove"]
Files = dict[Path, bytes]


class Call(NamedTuple):
    """One thing asked of the disk.

    Of a truncation, `offset` is the length left; of a renaming, `to` is the new name. A `sync` may
    be a folder's.
    """

    file: Path
    act: Act
    offset: int = 0
    data: bytes = b""
    to: Path = Path()


Refuses = Callable[[Call], int]
"""Whether a call is refused: the code of SQLite's error, nought for no.

A negative code: it is done all the same, and then said to have failed.
"""


def never(_: Call) -> int:
    """A disk that takes everything."""
    return sqlite3.SQLITE_OK


class Platter:
    """What was asked of the disk while it was listened to.

    Attributes: calls, in order, those refused left out; refuse, which may be exchanged.
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.refuse: Refuses = never
        self._noted: dict[Path, int] = {}
        self._known: set[Path] = set()

    def take(self, call: Call) -> int:
        """The disk's answer to a call.

        SQLite flushes a log's folder with its first flush.
        """
        answer = self.refuse(call)
        if answer <= sqlite3.SQLITE_OK:
            self.calls.append(call)
            if call.act == "sync" and call.file not in self._known:
                self._known.add(call.file)
                if call.file.name.endswith(("-wal", "-journal")):
                    self.calls.append(Call(call.file.parent, "sync"))
        return answer

    def change(self, call: Call) -> None:
        """A name was given or taken."""
        self._known.discard(call.file)
        known = self._noted.pop(call.file, 0)
        if call.act == "rename":
            self._noted[call.to] = known
        self.calls.append(call)

    def note(self, file: Path) -> None:
        """See what was added to a file that is not SQLite's."""
        data, known = file.read_bytes(), self._noted.get(file, 0)
        self._noted[file] = len(data)
        if len(data) > known:
            self.calls.append(Call(file, "write", known, data[known:]))

    def after_power_cut(self, before: Mapping[Path, bytes], at: int, chance: Random) -> Files:
        """What the files hold when the power goes after call `at`; `before` is on the platter."""
        names, content = _Names(before), _Content(before)
        for call in self.calls[:at]:
            if call.act in ("rename", "remove"):
                names.change(call)
            elif call.act == "sync" and call.file not in names.now:
                names.flush(call.file)
            else:
                content.calls.setdefault(names.inode(call.file), []).append(call)
        return {file: content.left(inode, chance) for file, inode in names.left(chance).items()}


class _Names:
    """Which file each name means: now, and on the platter."""

    def __init__(self, before: Mapping[Path, bytes]) -> None:
        self._numbers = count()
        self.now = {file: next(self._numbers) for file in before}
        self._sure, self._since = dict(self.now), list[Call]()

    def inode(self, file: Path) -> int:
        """The file of that name; a new one is found by its name as soon as it is there."""
        if file not in self.now:
            self.now[file] = self._sure[file] = next(self._numbers)
            self._since = [call for call in self._since if call.file != file]
        return self.now[file]

    def change(self, call: Call) -> None:
        _renamed(self.now, call)
        self._since.append(call)

    def flush(self, folder: Path) -> None:
        for call in [call for call in self._since if call.file.parent == folder]:
            _renamed(self._sure, call)
            self._since.remove(call)

    def left(self, chance: Random) -> dict[Path, int]:
        """The names after a power cut."""
        for call in self._since[: chance.randint(0, len(self._since))]:
            _renamed(self._sure, call)
        return self._sure


def _renamed(names: dict[Path, int], call: Call) -> None:
    inode = names.pop(call.file, None)
    if call.act == "rename" and inode is not None:
        names[call.to] = inode


class _Content:
    """What each file was given."""

    def __init__(self, before: Mapping[Path, bytes]) -> None:
        self._before = dict(enumerate(before.values()))
        self.calls: dict[int, list[Call]] = {}

    def left(self, inode: int, chance: Random) -> bytes:
        return _left(self._before.get(inode, b""), self.calls.get(inode, ()), chance)


def _left(content: bytes, calls: Sequence[Call], chance: Random) -> bytes:
    """What a file holds of `calls` after a power cut."""
    flushed = max((n for n, call in enumerate(calls) if call.act == "sync"), default=-1) + 1
    sure = bytearray(content)
    for call in calls[:flushed]:
        _put(sure, call)
    share = chance.choice((0.0, 0.5, 0.9, 1.0))
    parts = [part for call in calls[flushed:] for part in _sectors(call)]
    survivors = [part for part in parts if chance.random() < share]
    if chance.random() < 0.5:
        chance.shuffle(survivors)
    for part in survivors:
        _put(sure, part)
    return bytes(sure)


def _sectors(call: Call) -> Iterator[Call]:
    """The pieces of a call that a disk takes or loses whole."""
    if call.act != "write":
        yield call
        return
    start, end = call.offset, call.offset + len(call.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield call._replace(offset=start, data=call.data[start - call.offset : stop - call.offset])
        start = stop


def _put(content: bytearray, call: Call) -> None:
    if call.act == "truncate":
        del content[call.offset :]
    elif call.act == "write":
        content.extend(bytes(max(0, call.offset - len(content))))
        content[call.offset : call.offset + len(call.data)] = call.data


# --- Python's way to the disk ------------------------------------------------------------------

_listening: list[Platter] = []


def _audited(event: str, given: tuple[Any, ...]) -> None:
    if not _listening or event not in ("os.rename", "os.remove"):
        return
    paths = [Path(os.fsdecode(each)) for each in given if isinstance(each, str | bytes | Path)]
    if event == "os.rename":
        _listening[-1].change(Call(paths[0], "rename", to=paths[1]))
    elif paths[0].exists():
        _listening[-1].change(Call(paths[0], "remove"))


sys.addaudithook(_audited)


def _flushed(usual: Callable[[int], None], platter: Platter, handle: int) -> None:
    path = Path(f"/proc/self/fd/{handle}").readlink()
    if path.is_file():
        platter.note(path)
    usual(handle)
    platter.calls.append(Call(path, "sync"))


# --- SQLite's way to the disk ------------------------------------------------------------------

_File = ctypes.c_void_p
_Open = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, _File, ctypes.c_int, ctypes.c_void_p
)
"""The name as a bare address: SQLite keeps it, and reads what stands before and behind it."""
_Delete = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
_Write = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_Truncate = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_int64)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_int)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, as far as it is listened to; what follows is copied as it stands."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", ctypes.c_void_p),
        ("write", _Write),
        ("truncate", _Truncate),
        ("sync", _Sync),
        ("rest", ctypes.c_void_p * 13),
    )


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, likewise."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("open", _Open),
        ("delete", _Delete),
        ("rest", ctypes.c_void_p * 14),
    )


def _library() -> ctypes.CDLL | None:
    """The SQLite that Python's own module uses; None where it is not a library of its own."""
    name = ctypes.util.find_library("sqlite3")
    try:
        found = ctypes.CDLL(name) if name else None
    except OSError:
        return None
    if found is None:
        return None
    found.sqlite3_libversion.restype = ctypes.c_char_p
    same = found.sqlite3_libversion().decode() == sqlite3.sqlite_version
    found.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    return found if same else None


def lacking() -> list[str]:
    """What this machine lacks to listen to SQLite's disk."""
    return [] if _library() is not None else ["a SQLite library shared with Python"]


@contextmanager
def listened() -> Iterator[Platter]:
    """While it lasts, what this process's SQLite asks of the disk passes by the platter."""
    library = _library()
    assert library is not None, lacking()
    usual = library.sqlite3_vfs_find(None)
    ours = _Vfs.from_buffer_copy(usual.contents)
    platter = Platter()
    listener = _Listener(platter, usual.contents)
    ours.name = b"platter"
    ours.open, ours.delete = _Open(listener.open), _Delete(listener.delete)
    library.sqlite3_vfs_register(ctypes.byref(ours), 1)
    _listening.append(platter)
    try:
        with patch("os.fsync", partial(_flushed, os.fsync, platter)):
            yield platter
    finally:
        _listening.pop()
        library.sqlite3_vfs_register(usual, 1)
        library.sqlite3_vfs_unregister(ctypes.byref(ours))
        listener.leave()


class _Listener:
    """Puts itself between SQLite and each file it opens."""

    def __init__(self, platter: Platter, usual: _Vfs) -> None:
        self._platter, self._usual = platter, usual
        self._kept: list[object] = []
        """What C holds on to: it must outlive the connections."""

    def open(self, vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        """Open a file as usual, then stand in for its write, truncate and sync."""
        answer: int = self._usual.open(vfs, name, file, flags, out)
        table = ctypes.cast(file, ctypes.POINTER(ctypes.POINTER(_Methods)))
        if answer != sqlite3.SQLITE_OK or name is None or not table[0]:
            return answer
        path = Path(ctypes.string_at(name).decode())
        methods = self._between(path, table[0].contents)
        table[0] = ctypes.pointer(methods)
        return answer

    def delete(self, vfs: int, name: bytes, flushed: int) -> int:
        """Remove a file as usual."""
        path = Path(name.decode())
        there = path.exists()
        answer: int = self._usual.delete(vfs, name, flushed)
        if there and answer == sqlite3.SQLITE_OK:
            self._platter.change(Call(path, "remove"))
            if flushed:
                self._platter.calls.append(Call(path.parent, "sync"))
        return answer

    def leave(self) -> None:
        """Nothing passes by any more; files still open go on as they are."""
        self._platter = Platter()

    def _between(self, path: Path, usual: _Methods) -> _Methods:
        between = _Methods.from_buffer_copy(usual)

        def write(file: int, data: int, size: int, offset: int) -> int:
            call = Call(path, "write", offset, ctypes.string_at(data, size))
            return self._done(call, lambda: int(usual.write(file, data, size, offset)))

        def truncate(file: int, size: int) -> int:
            call = Call(path, "truncate", size)
            return self._done(call, lambda: int(usual.truncate(file, size)))

        def sync(file: int, flags: int) -> int:
            return self._done(Call(path, "sync"), lambda: int(usual.sync(file, flags)))

        between.write, between.truncate = _Write(write), _Truncate(truncate)
        between.sync = _Sync(sync)
        self._kept.append(between)
        return between

    def _done(self, call: Call, do: Callable[[], int]) -> int:
        """The answer to a call, done unless it is refused."""
        answer = self._platter.take(call)
        return answer if answer > 0 else do() or -answer
