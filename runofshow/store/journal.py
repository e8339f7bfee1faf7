"""The journal of a show: every accepted command on disk before anybody sees its effect.

- One SQLite file, `<name>.show` (table.py); its rows are chained by hash (rows.py), its owner is
  known (owner.py), its rows are mirrored as JSON Lines beside it (mirror.py).
- `append` returns when the row is on disk, or raises Unwritable; then nothing has changed and the
  same row can be tried again, for hours if need be.
- The rows are in memory too, so a journal whose file was deleted is written anew from them.
- Nothing is ever lost on disk: a damaged file is kept beside (`<name>.show.kept-1`) before a sound
  one takes its place.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from runofshow.core.errors import Unreadable, Unwritable
from runofshow.core.times import Zero
from runofshow.store.mirror import Mirror, identity, mirror_of
from runofshow.store.owner import UNKNOWN, Claim, Owned, owner_file, owner_of
from runofshow.store.reading import Reading, reading
from runofshow.store.rows import Row, first_row, following
from runofshow.store.strange import make_way, strange
from runofshow.store.table import (
    connected,
    copied,
    insert,
    log_of,
    read_table,
    refusal,
    refusing,
    see_room,
    standing,
    write_whole,
)

SUFFIX: Final = ".show"

_own: dict[Path, "Journal"] = {}
"""Journals this process owns. Closing any handle on a database drops the process's locks on it
(POSIX), so a look at one's own journal must not open the file: it is answered from memory."""


class Unmended(Unwritable):
    """The disk refused while a damaged journal was made sound; `found` is what was read of it.

    Read again it may look sound, half mended as it is: what it lost must be told now.
    """

    def __init__(self, refused: Unwritable, found: Reading) -> None:
        super().__init__(refused.code, **dict(refused.sentence.facts))
        self.found = found


class Journal:
    """The journal of a running show, this process's until `close` or death.

    `path` is its file; `notices` tells what was found damaged on opening.
    """

    def __init__(self, path: Path, claim: Claim, found: Reading) -> None:
        """Made by `create` and `open` only."""
        self.path = path
        self.notices = found.notices
        self._claim = claim
        self._rows = list(found.rows)
        self._mirror = Mirror(mirror_of(path))
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self._stood = standing(path)
        self._tried: Row | None = None

    @classmethod
    def create(cls, path: Path, plan_json: str, at: datetime) -> Self:
        """A new journal that begins with its plan, on disk when this returns.

        Raises Unwritable when the disk refuses or a journal stands there already, Owned when
        another process is just making one.
        """
        return cls.of(path, (first_row(plan_json, at),))

    @classmethod
    def of(cls, path: Path, rows: Sequence[Row]) -> Self:
        """A new journal of `rows`, which link; as `create`."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:  # a file stands in its place
            raise Unwritable("journal_folder", place=str(path.parent)) from error
        except OSError as error:
            raise refusal(error) from error
        claim = _claimed(path)
        try:
            if _another(path, rows):
                raise Unwritable("journal_exists", place=str(path))
            journal = cls(path, claim, Reading(tuple(rows)))
            write_whole(path, journal._rows)
            journal._begin()
        except Unwritable:
            claim.release()
            raise
        return journal

    @classmethod
    def open(cls, path: Path) -> Self:
        """The journal at `path`, to go on with; a damaged one is made sound, the damaged kept.

        Raises Owned when another process has it, Unreadable when it holds no row that can be
        trusted, Unwritable when the disk refuses; Unmended when it was damaged.
        """
        if not any(each.exists() or strange(each) for each in (path, mirror_of(path))):
            raise Unreadable("no_journal", place=str(path))
        claim = _claimed(path)
        try:
            with refusing():
                make_way(path, log_of(path), mirror_of(path))
            found = reading(path, ours=True)
            journal = cls(path, claim, found)
            journal._mend(found)
        except (Unwritable, Unreadable) as trouble:
            claim.release(left=False)
            if trouble.code == "journal_busy":
                raise Owned(UNKNOWN) from trouble
            raise
        return journal

    def append(self, at: datetime, command_json: str) -> Row:
        """The row of an accepted command, on disk when this returns.

        Raises Unwritable when the disk refused; the journal is then as before, and the same row
        can be tried again.
        """
        if self._closed:
            raise ValueError("the journal was closed")
        row = self._tried = following(self._rows[-1], at, command_json)
        self._commit(row)
        self._rows.append(row)
        self._mirror.copy(self._rows)
        return row

    def look(self) -> None:
        """See that the journal stands on a disk that takes more; one that has gone is written anew.

        Raises Unwritable.
        """
        if self._closed:
            return
        if self._connection is None or standing(self.path) != self._stood:
            self._let_go()
            self._again()
        see_room(self.path)
        self._mirror.copy(self._rows)

    def rows(self) -> tuple[Row, ...]:
        """All rows, the plan first."""
        return tuple(self._rows)

    def announce(self, address: str, token: str) -> None:
        """Tell other processes where the local socket listens; raises Unwritable."""
        self._claim.announce(address, token)

    def go_by(self, zero: Zero) -> None:
        """Note what the show's clock goes by, for whoever goes on after a death of this process.

        A disk that refuses is no matter: the clock then begins anew with the wall.
        """
        with suppress(Unwritable):
            self._claim.go_by(zero)

    def go_on_from(self, seq: int) -> None:
        """Let row `seq` be the last, the journal as it was kept beside; raises Unwritable.

        For rows that no longer apply: what is appended after them could never be replayed.
        """
        self._let_go()
        self._mirror.close()
        _keep(self.path)
        write_whole(self.path, self._rows[:seq])
        self._rows = self._rows[:seq]
        self._begin()

    def close(self) -> None:
        """Let the journal go, whole and flushed; another process may take it."""
        self._closed = True
        if self._connection is not None and standing(self.path) == self._stood:
            self._mirror.copy(self._rows)  # it may have been deleted
        self._let_go()
        self._mirror.close()
        _own.pop(_place(self.path), None)
        self._claim.release()

    def _mend(self, found: Reading) -> None:
        """Begin, sound and the damaged kept beside; raises Unwritable, or Unmended."""
        try:
            if not found.whole or found.strays:
                _keep(self.path)
            if not found.whole:
                self._write_anew()
            self._begin()
        except Unwritable as refused:
            self._mirror.close()
            if not found.notices or refused.code == "journal_busy":
                raise
            raise Unmended(refused, found) from refused

    def _begin(self) -> None:
        self._connection = connected(self.path)
        self._stood = standing(self.path)
        self._mirror.copy(self._rows)
        _own[_place(self.path)] = self

    def _commit(self, row: Row) -> None:
        connection = self._connection or self._again()
        try:
            insert(connection, row)
        except sqlite3.Error as error:
            refused = refusal(error)
            if refused.code != "disk_full":
                self._let_go()
            raise refused from error
        if standing(self.path) != self._stood:
            # The row went into a file that nobody will find: deleted, moved, or its folder gone.
            self._let_go()
            raise self._missing()

    def _again(self) -> sqlite3.Connection:
        """A connection after the file or the disk went away: the whole journal written anew."""
        if self._theirs() or not self.path.parent.is_dir():
            raise self._missing()
        try:
            self._claim.renew()
        except Owned as owned:
            raise Unwritable("journal_busy") from owned
        self._write_anew()
        connection = self._connection = connected(self.path)
        self._stood = standing(self.path)
        self._mirror.copy(self._rows)
        return connection

    def _write_anew(self) -> None:
        """Write the whole database anew; raises Unwritable.

        Meanwhile it may stand there without its log, and a power cut may leave it so: the mirror is
        on the platter first.
        """
        self._mirror.secure(self._rows)
        write_whole(self.path, self._rows)

    def _theirs(self) -> bool:
        """Whether another file stands in the journal's place; not the journal as it was once.

        A disk that was unplugged and is back shows the same files under other numbers. The row
        that was refused last may be in them.
        """
        if identity(self.path) in (None, self._stood[0]):
            return False
        table = read_table(self.path, ours=True)
        there = () if table is None else table.rows
        ours = (*self._rows, *((self._tried,) if self._tried is not None else ()))
        return not there or there != ours[: len(there)]

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _missing(self) -> Unwritable:
        if not self.path.parent.is_dir():
            return Unwritable("journal_folder", place=str(self.path.parent))
        replaced = identity(self.path) not in (None, self._stood[0])
        return Unwritable("journal_replaced" if replaced else "journal_gone", place=str(self.path))


def _another(path: Path, rows: Sequence[Row]) -> bool:
    """Whether a journal stands there already; not the one that a disk took and then refused."""
    if not (path.exists() or mirror_of(path).exists()):
        return False
    try:
        return reading(path, ours=True).rows != tuple(rows)
    except Unreadable:
        return True


def _claimed(path: Path) -> Claim:
    """The claim on the journal at `path`; what is no note of an owner makes way for one."""
    with refusing():
        make_way(owner_file(path))
    return Claim(path)


def _place(path: Path) -> Path:
    """Where a path leads, in a circle perhaps."""
    return Path(os.path.realpath(path))


def read_rows(path: Path) -> Reading:
    """A look at a journal, whoever owns it: neither touched, nor locked, nor kept waiting.

    Database and log are copied to a temporary folder and read there, woven with the mirror. Why
    not opened: the owner's lock is exclusive, and opening one without an owner would change it.
    Why not asked of the owner over the socket: it may hang, and that is when a look is needed
    most. A row being written this moment may be missed.
    Raises Unreadable when there is no journal, or no row in it that can be trusted.
    """
    mine = _own.get(_place(path))
    if mine is not None:
        return Reading(mine.rows())
    found = reading(path, ours=False)
    if not found.lost and owner_of(path):
        # A copy taken while its owner writes may look torn; the owner would know and say.
        return Reading(found.rows)
    return found


def raw(path: Path) -> tuple[tuple[str, bytes], ...]:
    """The names of a journal's files and what they hold, database and log of one moment.

    Nothing of the database of one's own: opening it would end one's lock. Raises OSError.
    """
    found: list[tuple[str, bytes]] = []
    if _place(path) not in _own and path.exists() and not strange(path):
        with tempfile.TemporaryDirectory(prefix="runofshow-") as folder:
            copied(path, Path(folder))
            found = [(each.name, each.read_bytes()) for each in sorted(Path(folder).iterdir())]
    mirror = mirror_of(path)
    if mirror.exists() and not strange(mirror):
        found.append((mirror.name, mirror.read_bytes()))
    return tuple(found)


def free_path(folder: Path, name: str) -> Path:
    """A path in `folder` for a new journal called `name`, or `name-2` and so on when taken."""
    number, path = 1, folder / f"{name}{SUFFIX}"
    while path.exists() or mirror_of(path).exists():
        number += 1
        path = folder / f"{name}-{number}{SUFFIX}"
    return path


def _keep(path: Path) -> None:
    """Copy the journal as it stands beside itself, under the first free name; raises Unwritable."""
    number = 1
    while any(_kept(file, number).exists() for file in (path, mirror_of(path))):
        number += 1
    pairs = [(file, _kept(file, number)) for file in (path, mirror_of(path))]
    pairs.append((log_of(path), log_of(_kept(path, number))))
    with refusing():
        for file, kept in pairs:
            if file.exists():
                shutil.copyfile(file, kept)


def _kept(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.kept-{number}")


__all__ = [
    "SUFFIX",
    "Journal",
    "Owned",
    "Reading",
    "Row",
    "Unmended",
    "free_path",
    "owner_of",
    "raw",
    "read_rows",
]
