"""The database of a journal: one table in one SQLite file.

- Written in WAL mode with `synchronous=FULL`, locked for its owner alone.
- Read from a copy: its owner's lock is exclusive, and opening one that has no owner would play its
  log into it and take the log away, the evidence of what happened included.
"""

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from runofshow.core.errors import Unwritable
from runofshow.store import files
from runofshow.store.mirror import Source, identity
from runofshow.store.rows import Row, row_of, written
from runofshow.store.strange import strange

_NAMES: Final = ("seq", "at", "kind", "body", "chain")
_TABLE: Final = (
    "CREATE TABLE rows (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL,"
    " body TEXT NOT NULL, chain TEXT NOT NULL)"
)
# REPLACE: a commit whose flush failed may be on disk all the same when its row is tried again.
_INSERT: Final = "INSERT OR REPLACE INTO rows (seq, at, kind, body, chain) VALUES (?, ?, ?, ?, ?)"
_FLUSHED: Final = ("journal_mode=WAL", "synchronous=FULL", "fullfsync=ON")
"""A commit is on the platter; the last one is for macOS, whose plain flush stops at the drive."""
_LEAST: Final = 32_768
"""Bytes that a row and its log may take."""
_LOOKS: Final = 8
"""How often a copy is taken again when the database was written to meanwhile."""


# --- writing -----------------------------------------------------------------------------------


def connected(path: Path) -> sqlite3.Connection:
    """The database at `path`, locked for this process alone until closed.

    Raises Unwritable, with the code `journal_busy` when another process has it.
    """
    with refusing():
        # Used by one thread at a time (keeping.py), not always by the one that opened it.
        connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            _set(connection, "locking_mode=EXCLUSIVE", *_FLUSHED)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def insert(connection: sqlite3.Connection, row: Row) -> None:
    """Put one row into the table, on the platter when this returns; raises sqlite3.Error."""
    connection.execute(_INSERT, _values(row))


def see_room(path: Path) -> None:
    """See, without writing, that the disk takes more; raises Unwritable when it does not."""
    with refusing():
        if not os.access(path, os.W_OK):
            raise Unwritable("disk_readonly")
        if shutil.disk_usage(path.parent).free < _LEAST:
            raise Unwritable("disk_full")


def write_whole(path: Path, rows: Iterable[Row]) -> None:
    """A sound database of `rows` at `path` in place of whatever is there, in one step.

    Raises Unwritable; then what was there is there still.
    """
    new = path.with_name(path.name + ".new")
    with refusing():
        try:
            remove(new)
            _fill(new, rows)
            # A log left behind by another database would be played into this one.
            _remove_logs(path)
            new.replace(path)
            files.folder_flushed(path.parent)
        except (OSError, sqlite3.Error):
            with suppress(OSError):
                remove(new)
            raise


def _fill(path: Path, rows: Iterable[Row]) -> None:
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        _set(connection, *_FLUSHED)
        connection.execute("BEGIN")
        connection.execute(_TABLE)
        connection.executemany(_INSERT, map(_values, rows))
        connection.execute("COMMIT")
        # Closing would do it too, and be silent when it fails: the file would be moved without
        # what is in its log.
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _set(connection: sqlite3.Connection, *settings: str) -> None:
    for setting in settings:
        connection.execute(f"PRAGMA {setting}").fetchall()


def _values(row: Row) -> tuple[int, str, str, str, str]:
    return row.seq, written(row.at), row.kind, row.body, row.chain


# --- reading -----------------------------------------------------------------------------------


def read_table(path: Path, *, ours: bool) -> Source | None:
    """What the database at `path` holds, read from a copy; None when there is none.

    Where there is no room for a copy, it is read itself if it is `ours`, else not at all.
    """
    if strange(path) or strange(log_of(path)):
        return Source((), 0, sound=False)
    if not path.exists():
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="runofshow-") as folder:
            return _rows_in(copied(path, Path(folder)))
    except OSError:
        return _rows_in(path) if ours else Source((), 0, sound=False)


def copied(path: Path, folder: Path) -> Path:
    """A copy in `folder` of database and log that belong together; raises OSError.

    The log comes first: pages that a checkpoint moves meanwhile are then in the database.
    """
    for _ in range(_LOOKS):
        before = _stamps(path)
        for file in (log_of(path), path):
            copy = folder / file.name
            copy.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(file, copy)
        if _stamps(path) == before:
            break
    return folder / path.name


def _stamps(path: Path) -> list[tuple[int, int] | None]:
    return [_stamp(file) for file in (path, log_of(path))]


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        stat = file.stat()
    except FileNotFoundError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _rows_in(path: Path) -> Source:
    rows: list[Row] = []
    count, sound = 0, False
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        connection.text_factory = lambda text: text.decode(errors="replace")
        # SQLite names what is harmed in the schema, be it text or not: then a UnicodeDecodeError.
        with suppress(sqlite3.Error, UnicodeDecodeError):
            _set(connection, "locking_mode=EXCLUSIVE")
            for row in _stored(connection):
                count += 1
                rows += [row] if row else []
            sound = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    return Source(tuple(rows), count, sound=sound and count == len(rows))


def _stored(connection: sqlite3.Connection) -> Iterator[Row | None]:
    for values in connection.execute("SELECT seq, at, kind, body, chain FROM rows ORDER BY seq"):
        yield row_of(dict(zip(_NAMES, values, strict=True)))


# --- files -------------------------------------------------------------------------------------


def log_of(path: Path) -> Path:
    """The write-ahead log of the database at `path`."""
    return path.with_name(path.name + "-wal")


def standing(path: Path) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Which database and which log stand there: a commit is in both, so both must be the same."""
    return identity(path), identity(log_of(path))


def remove(path: Path) -> None:
    """Take a database and its logs away; raises OSError."""
    path.unlink(missing_ok=True)
    _remove_logs(path)


def _remove_logs(path: Path) -> None:
    for end in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


# --- what the disk refuses ---------------------------------------------------------------------


@contextmanager
def refusing() -> Iterator[None]:
    """Raises Unwritable for whatever disk or database refuse within."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise refusal(error) from error


def refusal(error: OSError | sqlite3.Error) -> Unwritable:
    """The sentence for an error of disk or database."""
    if isinstance(error, sqlite3.Error):
        # The low byte is the kind; what is above says where it happened.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    else:
        code = _KINDS.get(error.errno or 0, sqlite3.SQLITE_IOERR)
    match code:
        case sqlite3.SQLITE_FULL:
            return Unwritable("disk_full")
        case sqlite3.SQLITE_BUSY:
            return Unwritable("journal_busy")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return Unwritable("disk_readonly")
        case _:
            return Unwritable("disk_error", why=_why(error))


_KINDS: Final = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EFBIG: sqlite3.SQLITE_FULL,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.EACCES: sqlite3.SQLITE_PERM,
    errno.EPERM: sqlite3.SQLITE_PERM,
}


def _why(error: OSError | sqlite3.Error) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
