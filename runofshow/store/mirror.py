"""The mirror: a journal's rows once more, as JSON Lines beside it.

- It is written after the row is committed and before the row is acknowledged, and not flushed to
  the platter. So it holds every acknowledged row through any kill of the program, may lag one
  unacknowledged row, and may lag some more after a power cut, when the database alone is sure.
- It is how a cut tail is noticed: SQLite ends a damaged write-ahead log early without a word.
- It never costs the show anything: a disk that refuses it is tried again with the next row.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from io import FileIO
from pathlib import Path
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.store import files
from runofshow.store.rows import Row, row_of
from runofshow.store.strange import LARGEST

_HEAD: Final = re.compile(rb'\{"seq": \d+, "(at|hour)": "')
_TAIL: Final = re.compile(rb'"chain": "[0-9a-f]{64}"\}\Z')
"""How the line of a row begins and ends: what is harmed in one place still shows the other."""


class Source(NamedTuple):
    """Rows read from one place; `stood` is how many seem to have been there.

    `sound` says that nothing there was unreadable, not that the rows link; `noise` that something
    there never was a row.
    """

    rows: tuple[Row, ...]
    stood: int
    sound: bool
    noise: bool = False


def mirror_of(path: Path) -> Path:
    """Where the mirror of the journal at `path` stands."""
    return path.with_suffix(".jsonl")


def read_mirror(path: Path) -> Source | None:
    """What the mirror at `path` holds; None when there is none."""
    try:
        lines = files.load(path, LARGEST).split(b"\n")
    except Unreadable as error:
        # What is no file at all is a mirror that cannot be read, not one that was never there.
        missing = error.code == "file_missing"
        return None if missing else Source((), 0, sound=False, noise=True)
    rest = lines.pop()
    read = [(line, line_row(line)) for line in lines]
    rows = tuple(row for _, row in read if row)
    harmed = [line for line, row in read if row is None]
    if not harmed:
        return Source(rows, len(rows), sound=not rest, noise=_noise(rest))
    noise = any(map(_noise, (*harmed, rest)))
    return Source(rows, len(rows) + _stood(harmed), sound=False, noise=noise)


def _stood(harmed: Sequence[bytes]) -> int:
    """How many rows these lines were; one that was torn in two has one beginning and one end."""
    begun = sum(_HEAD.match(line) is not None for line in harmed)
    return max(begun, sum(_TAIL.search(line) is not None for line in harmed))


def _noise(line: bytes) -> bool:
    """Whether a line is neither of a row, nor naught: those a power cut leaves."""
    return bool(line.strip(b"\0")) and not (_HEAD.match(line) or _TAIL.search(line))


def ends_with(path: Path, row: Row) -> bool:
    """Whether the mirror at `path` says `row` last and has as many lines as that row's number.

    Then it knows of nothing behind `row`, and its other lines need not be read to tell.
    """
    try:
        lines = files.load(path, LARGEST)
    except Unreadable:
        return False
    return lines.endswith(row_line(row)) and lines.count(b"\n") == row.seq


def line_row(line: bytes) -> Row | None:
    """The row that a line of JSON says, or None."""
    try:
        return row_of(json.loads(line))
    except (ValueError, RecursionError):
        return None


def row_line(row: Row) -> bytes:
    """The row as one line of JSON, its newline with it."""
    return json.dumps(row.as_json(), ensure_ascii=False).encode() + b"\n"


def identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at `path`, to see that it is still the same one; None for none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


class Mirror:
    """The writer of a mirror; `path` is its file, `line` how a row is written.

    Attribute: rows, how many it holds.
    """

    def __init__(self, path: Path, line: Callable[[Row], bytes] = row_line) -> None:
        self.path = path
        self.rows = 0
        self._line = line
        self._file: FileIO | None = None
        self._stood: tuple[int, int] | None = None
        self._bytes, self._flushed = 0, 0

    @property
    def away(self) -> bool:
        """Whether the file that was written is not, or no longer, there."""
        return self._stood is None or identity(self.path) != self._stood

    def copy(self, rows: Sequence[Row]) -> bool:
        """Bring the mirror up to `rows`, which only ever grow; False if the disk refused."""
        try:
            self.bring(rows)
        except OSError:
            return False
        return True

    def bring(self, rows: Sequence[Row]) -> None:
        """Bring the mirror up to `rows`, which only ever grow; raises OSError."""
        if self.away:
            self._file = self._anew(rows)
        else:
            self._file = self._file or FileIO(self.path, "ab")
            self._more(self._file, rows)

    def flush(self) -> None:
        """Have what was written on the platter; raises OSError."""
        if self._file is not None and self._flushed != self._bytes:
            files.flushed(self._file.fileno())
            self._flushed = self._bytes

    def secure(self, rows: Sequence[Row]) -> bool:
        """Bring the mirror up to `rows` and onto the platter; False if the disk refused."""
        try:
            self.bring(rows)
            self.flush()
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Hold the file no longer than need be: a stick that is held cannot be ejected."""
        self._shut()

    def close(self) -> None:
        """Flush the mirror to the platter and let it go; a refusing disk is no matter any more."""
        self._stood = None
        if self._file is None:
            return
        try:
            files.flushed(self._file.fileno())
        except OSError:
            pass
        finally:
            self._shut()

    def _more(self, file: FileIO, rows: Sequence[Row]) -> None:
        # A write that was cut short (a full disk) left half a line: it is written over.
        if file.tell() != self._bytes:
            file.seek(self._bytes)
            file.truncate()
        for row in rows[self.rows :]:
            line = self._line(row)
            _write(file, line)
            self._bytes += len(line)
            self.rows += 1

    def _anew(self, rows: Iterable[Row]) -> FileIO:
        self._shut()
        lines = [self._line(row) for row in rows]
        new = self.path.with_name(self.path.name + ".new")
        with FileIO(new, "wb") as file:
            _write(file, b"".join(lines))
            files.flushed(file.fileno())
        new.replace(self.path)
        files.folder_flushed(self.path.parent)
        file = FileIO(self.path, "ab")
        self._stood = identity(self.path)
        self.rows, self._bytes = len(lines), file.tell()
        self._flushed = self._bytes
        return file

    def _shut(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _write(file: FileIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
