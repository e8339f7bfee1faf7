"""Trying a disk: how long a small write takes to be safe there, and what kind of disk it is.

What is tried is what a command costs: a row of a journal appended to a file and flushed.
"""

import os
import re
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

ROW: Final = b"x" * 300
"""About what the row of a command weighs."""
_MOUNTS: Final = Path("/proc/self/mountinfo")
_MEMORY: Final = frozenset(("tmpfs", "ramfs", "devtmpfs"))
_NETWORK: Final = frozenset(
    ("9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.sshfs", "nfs", "nfs4", "smb3")
)


class Flushes(NamedTuple):
    """How long flushes took, in seconds: every other one, ninety-nine in a hundred, the longest."""

    middle: float
    late: float
    worst: float
    tries: int

    @classmethod
    def of(cls, taken: Sequence[float]) -> "Flushes":
        """Those of all that were taken, of which there is one at least."""
        ranked, last = sorted(taken), len(taken) - 1
        return cls(ranked[last // 2], ranked[round(last * 0.99)], ranked[last], len(taken))


def flushes(folder: Path, times: int = 200, within: float = 2.0) -> Flushes:
    """How long the disk under `folder` takes to keep a row, tried so often or so many seconds long.

    Nothing is left behind. Raises OSError when the folder takes no file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    trial = folder / f".flush-{os.getpid()}"
    taken: list[float] = []
    try:
        with trial.open("xb", buffering=0) as file:
            ends = time.perf_counter() + within
            while len(taken) < times and (not taken or time.perf_counter() < ends):
                began = time.perf_counter()
                file.write(ROW)
                _flush(file.fileno())
                taken.append(time.perf_counter() - began)
    finally:
        trial.unlink(missing_ok=True)
    return Flushes.of(taken)


def _flush(file: int) -> None:
    """As SQLite does it where `fullfsync` is on: past the drive's own memory on macOS too."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
            return
    os.fsync(file)


def file_system(folder: Path, mounts: Path = _MOUNTS) -> str:
    """What kind of file system `folder` is on, "" where nothing tells; asked of Linux alone."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
        place = folder.resolve()
    except OSError:
        return ""
    found = [each for line in lines if (each := _mounted(line)) and place.is_relative_to(each[0])]
    # The deepest; of those mounted on one place, the last hides the others.
    return (
        max(enumerate(found), key=lambda each: (len(each[1][0].parts), each[0]))[1][1]
        if found
        else ""
    )


def _mounted(line: str) -> tuple[Path, str] | None:
    """Where a line of mountinfo(5) says something is mounted, and its kind."""
    before, _, after = line.partition(" - ")
    fields = before.split()
    if len(fields) < 5 or not after:
        return None
    return Path(
        re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4])
    ), after.split()[0]


def forgets(kind: str) -> bool:
    """Whether a file system of that kind is memory, and nothing there survives a power cut."""
    return kind in _MEMORY


def far(kind: str) -> bool:
    """Whether a file system of that kind is on another machine."""
    return kind in _NETWORK
