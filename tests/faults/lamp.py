"""A real disk that fills, is unmounted or loses its folder: how soon that is known, and undone."""

import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from time import monotonic
from typing import Final

from runofshow.core.errors import Unwritable
from runofshow.store.journal import Journal, read_rows
from runofshow.store.keeping import Kept
from tests.faults.fault import Fault, Figure, Result
from tests.process import PATIENCE
from tests.store.days import NINE, PLAN, minutes, note

Undo = Callable[[], object]


def _mounted(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    with suppress(OSError):
        return not subprocess.run(command, check=False, capture_output=True).returncode
    return False


def _unmounted(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def lacking() -> list[str]:
    """What this machine lacks to make a disk of memory."""
    with tempfile.TemporaryDirectory() as name:
        may = _mounted(Path(name))
        _unmounted(Path(name))
    return [] if may else ["the right to mount a disk"]


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of four megabytes."""
    with tempfile.TemporaryDirectory() as name:
        disk = Path(name)
        assert _mounted(disk)
        try:
            yield disk
        finally:
            _unmounted(disk)


# --- what befalls it ---------------------------------------------------------------------------


def filled(disk: Path) -> Undo:
    """No room is left."""
    ballast = disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return ballast.unlink


def folder_gone(disk: Path) -> Undo:
    """The folder of the shows is no longer there."""
    away = (disk / "shows").rename(disk / "away")
    return lambda: away.rename(disk / "shows")


def covered(disk: Path) -> Undo:
    """Another disk, empty, is mounted over it: as a stick that was pulled leaves its place."""
    assert _mounted(disk)
    return lambda: _unmounted(disk)


def noticed(chance: Random, tries: int) -> Result:
    """So many disks in trouble and well again, nothing asked of the show meanwhile."""
    known, undone = [0.0], [0.0]
    broken: list[str] = []
    for _ in range(tries):
        befalls = chance.choice((filled, folder_gone, covered))
        with small_disk() as disk:
            path = disk / "shows" / "x.show"
            journal, news = Journal.create(path, PLAN, NINE), threading.Event()
            kept = Kept(lambda made=journal: made, journal)  # type: ignore[misc]
            kept.watch(news.set)
            kept.append(minutes(1), note("avant"))
            undo = befalls(disk)
            known.append(_waited(news, lambda kept=kept: not _well(kept)))  # type: ignore[misc]
            undo()
            undone.append(_waited(news, lambda kept=kept: _well(kept)))  # type: ignore[misc]
            kept.append(minutes(2), note("après"))
            kept.close()
            if len(read_rows(path).rows) != 3:
                broken.append(f"{befalls.__name__}: {len(read_rows(path).rows)} rows of 3")
    figures = Figure("known in", max(known), "s", 1), Figure("over in", max(undone), "s", 1)
    return Result(tries, len(broken), figures, tuple(broken))


def _well(kept: Kept) -> bool:
    try:
        kept.look()
    except Unwritable:
        return False
    return True


def _waited(news: threading.Event, so: Callable[[], bool]) -> float:
    """Seconds until it is so."""
    began = monotonic()
    while not so():
        assert news.wait(PATIENCE), "it is not noticed"
        news.clear()
    return monotonic() - began


FAULTS: Final = (
    Fault(
        "lamp", "a real disk full, gone, covered", noticed,
        slice=4, promised=40, lacking=lacking, suite=False,
    ),
)  # fmt: skip
