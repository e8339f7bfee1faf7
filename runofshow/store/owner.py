"""Who runs a show: the claim on its journal, and the note that says by whom.

The claim is a lock of the operating system on `<name>.owner.json`; it ends with the process,
however that ends. The note in that file says who holds it and where its local socket listens. It
is readable by its user alone, because it holds the socket's token.

It stands beside SQLite's own lock, and not for ornament: closing any handle on a file drops the
locks a process has on it (POSIX), so reading the journal must not be what keeps it.
"""

import contextlib
import getpass
import json
import os
import socket
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple, Self

from runofshow.core.errors import Trouble, Unreadable, Unwritable
from runofshow.core.times import Zero
from runofshow.store import files
from runofshow.store.table import refusal

_TRIES: Final = 5
LONGEST: Final = 20_000
"""Bytes of the longest note."""
_PAUSE: Final = 0.02
"""A look of `owner_of` holds the lock for a moment; a claim tries again after so many seconds."""


class Owner(NamedTuple):
    """The process that runs a show; `address` ("127.0.0.1:40123") is None until it listens.

    `pid` is 0 when the journal is held by a program that left no readable note. `zero` is what its
    show's clock goes by.
    """

    pid: int
    host: str
    user: str
    since: datetime | None
    address: str | None = None
    token: str | None = None
    zero: Zero | None = None

    @classmethod
    def present(cls) -> Self:
        """This process."""
        # The machine's clock, not the show's: it is told to people, never reckoned with.
        return cls(os.getpid(), socket.gethostname(), _user(), datetime.now(UTC))

    @property
    def who(self) -> str:
        """The owner in a few letters, as a sentence names it: “marie@regie (4242)”."""
        return f"{self.user}@{self.host} ({self.pid})" if self.pid else "?"


UNKNOWN: Final = Owner(0, "", "", None)


class Owned(Trouble):
    """The journal is held by another process: `owner`."""

    def __init__(self, owner: Owner) -> None:
        code = "journal_owned" if owner.pid else "journal_owned_unknown"
        super().__init__(code, **({"who": owner.who} if owner.pid else {}))
        self.owner = owner


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a uid without a name, as in some containers
        return "?"


def owner_file(path: Path) -> Path:
    """Where the note about the journal at `path` stands."""
    return path.with_suffix(".owner.json")


def owner_of(path: Path) -> Owner | None:
    """Who holds the journal at `path` now; None when nobody does, or its holder died."""
    try:
        handle = os.open(owner_file(path), os.O_RDWR)
    except OSError:
        return None
    try:
        return None if _lock(handle) else _noted(owner_file(path))
    finally:
        os.close(handle)


def _noted(path: Path) -> Owner:
    """What the note says; UNKNOWN when it is not written yet or says nothing."""
    try:
        data = json.loads(files.load(path, LONGEST))
        since = datetime.fromisoformat(data["since"])
        texts = {name: data.get(name) for name in ("address", "token")}
        zero = _zero(data.get("zero"))
        return Owner(
            int(data["pid"]), str(data["host"]), str(data["user"]), since, **texts, zero=zero
        )
    except (Unreadable, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return UNKNOWN


def _zero(data: object) -> Zero | None:
    if not isinstance(data, list) or len(data) != 2:
        return None
    try:
        at = datetime.fromisoformat(str(data[1]))
    except ValueError:
        return None
    return Zero(str(data[0]), at) if at.tzinfo is not None else None


def zero_of(path: Path) -> Zero | None:
    """What the clock of the show at `path` goes by, or went by when its program died.

    None when nobody said so, or who ran it has left it.
    """
    return _noted(owner_file(path)).zero


class Claim:
    """The right to write the journal at `path`, this process's until released or dead."""

    def __init__(self, path: Path) -> None:
        """Takes it; raises Owned if another has it, Unwritable if the folder takes no file."""
        self.owner = Owner.present()
        self._path = owner_file(path)
        self._handle: int | None = self._taken()

    def _taken(self) -> int:
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise Unwritable("journal_folder", place=str(self._path.parent)) from error
        except OSError as error:
            raise refusal(error) from error
        if not _lock_soon(handle):
            os.close(handle)
            raise Owned(_noted(self._path))
        if self.owner.zero is None:  # whoever dies as it starts leaves what the one before went by
            self.owner = self.owner._replace(zero=_noted(self._path).zero)
        with contextlib.suppress(OSError):  # a full disk: the lock alone holds
            _write_note(handle, self.owner)
        return handle

    def renew(self) -> None:
        """Take the right anew where its file went away with its disk, and came back another.

        Raises Owned if another process was quicker, Unwritable if the folder takes no file.
        """
        if self._handle is None or _stands_at(self._handle, self._path):
            return
        former, self._handle = self._handle, self._taken()
        with contextlib.suppress(OSError):  # of a disk that has gone
            os.close(former)

    def announce(self, address: str, token: str) -> None:
        """Note where the local socket listens; raises Unwritable if the disk refuses."""
        self._note(self.owner._replace(address=address, token=token))

    def go_by(self, zero: Zero) -> None:
        """Note what the show's clock goes by; raises Unwritable if the disk refuses."""
        self._note(self.owner._replace(zero=zero))

    def _note(self, owner: Owner) -> None:
        self.owner = owner
        if self._handle is None:
            raise ValueError("the claim was released")
        try:
            _write_note(self._handle, self.owner)
        except OSError as error:
            raise Unwritable("disk_error", why=error.strerror or "") from error

    def release(self, *, left: bool = True) -> None:
        """Give the right back, if not done already; not `left`: what the clock goes by stays noted.

        The emptied note stays: nobody then locks a file that is just being removed.
        """
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            if left:
                os.ftruncate(self._handle, 0)
        os.close(self._handle)
        self._handle = None


def _stands_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _write_note(handle: int, owner: Owner) -> None:
    data = {
        "pid": owner.pid,
        "host": owner.host,
        "user": owner.user,
        "since": owner.since.isoformat() if owner.since else None,
        "address": owner.address,
        "token": owner.token,
        "zero": [owner.zero.boot, owner.zero.at.isoformat()] if owner.zero else None,
    }
    if sys.platform != "win32":
        os.fchmod(handle, 0o600)
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(data).encode())


def _lock_soon(handle: int) -> bool:
    for _ in range(_TRIES):
        if _lock(handle):
            return True
        time.sleep(_PAUSE)
    return False


if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 1 << 30  # Windows forbids reading what is locked: lock a byte far behind the note

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a network drive without locks: SQLite's own has the last word
            return True
        return True
