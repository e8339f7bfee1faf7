"""A disk with faults: it refuses, tears what is written, and kills the program in between.

The real journal writes real files, in memory where the system has such a folder; what it calls
(`sqlite3.connect`, the mirror's file, the renaming of files) goes by here first. Rules:
- An order waits until its port is used, then counts down.
- A death keeps the files as they were at that instant: what the dying program still does to them,
  as its connections are closed, is taken back.
- What was not flushed a power cut takes (`platter.py`).
"""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from io import FileIO
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, get_args
from unittest.mock import patch

from tests.simulation.platter import Files, Platter
from tests.simulation.turns import Turns, by_turns

Port = Literal["begin", "insert", "mirror", "rename", "room"]
When = Literal["before", "half", "after"]
What = Literal["full", "readonly", "error", "die"]
_WHATS: Final[tuple[What, ...]] = get_args(What)
_CLOSED: Final[tuple[What, ...]] = ("readonly",)
_WHENS: Final[tuple[When, ...]] = get_args(When)

_CODES: Final = {
    "full": (sqlite3.SQLITE_FULL, 28),
    "readonly": (sqlite3.SQLITE_READONLY, 30),
    "error": (sqlite3.SQLITE_IOERR, 5),
}
"""SQLite's code and the system's."""


class Death(BaseException):
    """The program was killed in this very instant."""


class Order(NamedTuple):
    """At the next `times` uses of a port, before or after it did its work: refuse, or kill.

    `half` writes half of what was to be written first, where there is a half. The port `room` is
    asked whether the disk takes more.
    """

    port: Port
    when: When
    what: What
    times: int = 1


class Disk:
    """The disk that `folder` is on. `orders` are the faults to come, `kept` the files at a death,
    `turns` the thread that works on it.

    `unmirrored` says that the mirror was refused something since it was last written, `committed`
    which row was the last to be put into a database.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.orders: list[Order] = []
        self.kept: Files | None = None
        self.unmirrored = True  # until it is first written
        self.turns = Turns()
        self.platter = Platter(folder)
        self.committed = 0
        self._open: list[Any] = []
        self._claims: list[Any] = []

    # --- faults ----------------------------------------------------------------------------------

    def meet(self, port: Port, *whens: When, whats: Collection[What] = _WHATS) -> Order | None:
        """The order that holds for a port now, counted down."""
        for number, order in enumerate(self.orders):
            if order.port == port and order.when in whens and order.what in whats:
                left = order._replace(times=order.times - 1)
                self.orders[number : number + 1] = [left] if left.times > 0 else []
                return order
        return None

    def die(self) -> None:
        """Kill the program here: raises Death."""
        self.kept = self.files()
        raise Death

    def files(self) -> Files:
        """The files as they are."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes()
            for file in self.folder.rglob("*")
            if file.is_file()
        }

    def bury(self) -> None:
        """After a death: let go what the program held, and put its files back as they were."""
        from runofshow.store import journal

        kept = self.files() if self.kept is None else self.kept
        platter, self.platter, self.kept = self.platter, Platter(self.folder), None
        for each in self._open:
            each.close()
        for claim in self._claims:
            claim.release()
        self._open, self._claims, self.orders = [], [], []
        self.turns.forget()
        journal._own.clear()
        self.write(kept)
        self.platter = platter

    def write(self, files: Files) -> None:
        """Have these files there, and no others."""
        for file in self.folder.rglob("*"):
            if file.is_file() and str(file.relative_to(self.folder)) not in files:
                file.unlink()
        for name, data in files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def renumber(self, folder: Path) -> None:
        """Have the files in `folder` be others that hold the same: a stick unplugged and back."""
        for file in folder.iterdir():
            data = file.read_bytes()
            file.unlink()
            file.write_bytes(data)

    # --- the ports -------------------------------------------------------------------------------

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Have the program use this disk."""
        from runofshow.store import journal, mirror, owner

        with ExitStack() as stack:
            set_ = stack.enter_context
            set_(patch.object(sqlite3, "connect", self._connecting(sqlite3.connect)))
            set_(patch.object(mirror, "FileIO", self._file()))
            set_(patch.object(Path, "replace", self._renaming(Path.replace)))
            set_(patch.object(journal, "Claim", self._claiming(owner.Claim)))
            set_(patch.object(owner, "_PAUSE", 0.0))
            set_(patch.object(os, "fsync", self._flushing(os.fsync)))
            set_(patch.object(Path, "unlink", self._unlinking(Path.unlink)))
            set_(patch.object(os, "access", self._accessing(os.access)))
            set_(patch.object(shutil, "disk_usage", self._measuring(shutil.disk_usage)))
            set_(by_turns(self.turns))
            set_(patch.object(tempfile, "tempdir", str(self.folder.parent)))
            try:
                yield
            finally:
                for each in [*self._open, *self._claims]:
                    (each.release if hasattr(each, "release") else each.close)()

    def _connecting(self, connect: Callable[..., sqlite3.Connection]) -> Callable[..., Any]:
        disk = self

        class Connection(sqlite3.Connection):
            path = Path()
            flushes = 0

            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                port = _PORTS.get(sql[:6])
                if port is None:
                    return super().execute(sql, *values)
                if port == "begin":
                    self.flushes = super().execute("PRAGMA synchronous").fetchone()[0]
                disk._refuse(disk.meet(port, "before", "half"))
                done = super().execute(sql, *values)
                disk._wrote(self.path, values, self.flushes)
                disk._refuse(disk.meet(port, "after"))
                return done

        def connected(path: Path, **how: Any) -> sqlite3.Connection:
            if not Path(path).is_relative_to(disk.folder):
                return connect(path, **how)
            connection: Any = connect(path, factory=Connection, **how)
            connection.path = Path(path)
            disk._open.append(connection)
            made: sqlite3.Connection = connection
            return made

        return connected

    def _wrote(self, path: Path, values: tuple[Any, ...], flushes: int) -> None:
        """A row (its `values`) or a beginning is in the database at `path`, flushed if it is."""
        if flushes == 0:
            self.platter.writes(path, 0)
        if values and path.exists():
            self.committed = values[0][0]
            log = path.with_name(path.name + "-wal")
            if flushes < 2 and log.exists():
                self.platter.writes(log, 0)

    def _refuse(self, order: Order | None) -> None:
        if order is None:
            return
        if order.what == "die":
            self.die()
        error = sqlite3.OperationalError(f"simulated: {order.what}")
        error.sqlite_errorcode = _CODES[order.what][0]
        raise error

    def _file(self) -> type[FileIO]:
        disk = self

        class File(FileIO):
            def __init__(self, path: Path, mode: str) -> None:
                super().__init__(path, mode)
                self.path = path
                disk._open.append(self)

            def write(self, data: Any, /) -> int:
                disk.platter.writes(self.path, os.fstat(self.fileno()).st_size)
                order = disk.meet("mirror", "before", "half", "after")
                if order is None:
                    disk.unmirrored = False
                    return super().write(data)
                share = {"before": 0, "half": len(data) // 2, "after": len(data)}[order.when]
                super().write(bytes(data)[:share])
                disk._refuse_file(order)
                return share

        return File

    def _refuse_file(self, order: Order | None) -> None:
        if order is None:
            return
        self.unmirrored |= order.what != "die"
        self._fail(order)

    def _fail(self, order: Order) -> None:
        if order.what == "die":
            self.die()
        raise OSError(_CODES[order.what][1], f"simulated: {order.what}")

    def _renaming(self, replace: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def renamed(path: Path, target: Path) -> Path:
            if not path.is_relative_to(self.folder):
                return replace(path, target)
            order = self.meet("rename", "before")
            self.unmirrored |= order is not None and target.suffix == ".jsonl"
            self._refuse_file(order)
            self.platter.names(target)
            done = replace(path, target)
            self.platter.renamed(path, target)
            self._refuse_file(self.meet("rename", "after"))
            return done

        return renamed

    def _accessing(self, access: Callable[..., bool]) -> Callable[..., bool]:
        def accessed(path: Path, *how: Any, **more: Any) -> bool:
            ours = Path(path).is_relative_to(self.folder)
            order = self.meet("room", *_WHENS, whats=_CLOSED) if ours else None
            return order is None and access(path, *how, **more)

        return accessed

    def _measuring(self, usage: Callable[[Path], Any]) -> Callable[[Path], Any]:
        def measured(path: Path) -> Any:
            order = self.meet("room", *_WHENS)
            if order is not None and order.what == "full":
                return usage(path)._replace(free=0)
            if order is not None:
                self._fail(order)
            return usage(path)

        return measured

    def _flushing(self, flush: Callable[[int], None]) -> Callable[[int], None]:
        def flushed(handle: int) -> None:
            flush(handle)
            self.platter.synced(handle)

        return flushed

    def _unlinking(self, unlink: Callable[..., None]) -> Callable[..., None]:
        def unlinked(path: Path, *how: Any, **more: Any) -> None:
            if path.name.endswith("-wal") and path.is_relative_to(self.folder) and path.exists():
                self.platter.names(path)
            unlink(path, *how, **more)

        return unlinked

    def _claiming(self, claim: Callable[[Path], Any]) -> Callable[[Path], Any]:
        def claimed(path: Path) -> Any:
            made = claim(path)
            self._claims.append(made)
            return made

        return claimed


_PORTS: Final[dict[str, Port]] = {"INSERT": "insert", "BEGIN ": "begin"}


def quick_folder() -> Path | None:
    """A folder in memory, where the system has one; None: wherever temporary files go."""
    shared = Path("/dev/shm")
    return shared if sys.platform == "linux" and shared.is_dir() else None
